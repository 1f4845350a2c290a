#include "cs-draft-private.h"

/* The units of a draft in the form in which scanners read them. */

static GPtrArray *
fold_part (const CsDraft *draft, CsPart part, CsFoldFlags flags)
{
  guint n_units = cs_draft_get_n_units (draft, part);
  GPtrArray *folded = g_ptr_array_new_full (n_units, (GDestroyNotify)cs_folded_free);

  for (guint i = 0; i < n_units; i++)
    {
      gsize n_bytes;
      const char *text = cs_draft_get_unit_text (draft, part, i, &n_bytes);

      g_ptr_array_add (folded, cs_fold (text, n_bytes, flags));
    }

  return folded;
}

const CsFolded *
cs_draft_get_folded (const CsDraft *draft, CsPart part, guint index, CsFoldFlags flags)
{
  GPtrArray **folded = &((CsDraft *)draft)->folded[part][(flags & CS_FOLD_CASE) != 0];

  if (g_once_init_enter (folded))
    g_once_init_leave (folded, fold_part (draft, part, flags));

  return g_ptr_array_index (*folded, index);
}

void
cs_draft_drop_folded (CsDraft *draft, CsPart part)
{
  for (guint i = 0; i < G_N_ELEMENTS (draft->folded[part]); i++)
    g_clear_pointer (&draft->folded[part][i], g_ptr_array_unref);
}

void
cs_draft_share_folded (CsDraft *copy, const CsDraft *draft, CsPart part)
{
  for (guint i = 0; i < G_N_ELEMENTS (draft->folded[part]); i++)
    {
      GPtrArray *folded = g_atomic_pointer_get (&((CsDraft *)draft)->folded[part][i]);

      copy->folded[part][i] = folded == NULL ? NULL : g_ptr_array_ref (folded);
    }
}
