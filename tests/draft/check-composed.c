#include <string.h>

#include "check-composed.h"

static void
check_bound (const CsText *text, gsize byte)
{
  g_assert_cmpuint (byte, <=, cs_text_get_n_bytes (text));
  g_assert_cmpuint ((guchar)cs_text_get_string (text)[byte] & 0xc0, !=, 0x80);
}

static void
check_part (const CsDraft *draft, CsPart part)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  gsize at = 0;

  g_assert_nonnull (draft->ids[part]);
  g_assert_cmpuint (draft->ids[part]->len, ==, cs_draft_get_n_units (draft, part));
  for (guint i = 0; i < cs_draft_get_n_units (draft, part); i++)
    {
      const CsUnit *unit = cs_draft_get_unit (draft, part, i);
      guint64 *id = &g_array_index (draft->ids[part], guint64, i);

      g_assert_cmpuint (unit->number_start, >=, at);
      g_assert_cmpuint (unit->start, >=, unit->number_start);
      g_assert_cmpuint (unit->end, >=, unit->start);
      check_bound (draft->texts[part], unit->number_start);
      check_bound (draft->texts[part], unit->start);
      check_bound (draft->texts[part], unit->end);
      at = unit->end;

      g_assert_cmpuint (*id, !=, 0);
      g_assert_true (g_hash_table_add (seen, id));
      g_assert_cmpuint (cs_draft_find_unit (draft, part, *id), ==, i);
    }
}

/* What is kept of the draft before it must not be taken for this one. */
static void
check_folded (const CsDraft *draft, CsPart part)
{
  static const CsFoldFlags flags[] = { CS_FOLD_DEFAULT, CS_FOLD_CASE };

  for (guint i = 0; i < cs_draft_get_n_units (draft, part); i++)
    for (guint k = 0; k < G_N_ELEMENTS (flags); k++)
      {
        gsize n_bytes;
        const char *text = cs_draft_get_unit_text (draft, part, i, &n_bytes);
        g_autoptr (CsFolded) fresh = cs_fold (text, n_bytes, flags[k]);
        const CsFolded *folded = cs_draft_get_folded (draft, part, i, flags[k]);

        g_assert_cmpstr (folded->text, ==, fresh->text);
        g_assert_cmpmem (folded->map, (folded->n_bytes + 1) * sizeof (guint32), fresh->map,
                         (fresh->n_bytes + 1) * sizeof (guint32));
      }
}

void
check_composed (const CsDraft *draft)
{
  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      check_part (draft, part);
      check_folded (draft, part);
    }
}

CsDraft *
compose_part (CsDraft *previous, CsPart part, const char *text)
{
  g_autoptr (CsText) new_text = cs_text_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  CsText *texts[CS_N_PARTS] = { NULL };
  CsDraft *draft;

  for (guint i = 0; previous != NULL && i < CS_N_PARTS; i++)
    texts[i] = previous->texts[i];
  texts[part] = new_text;
  draft = cs_draft_compose (previous, texts, NULL, &error);
  g_assert_no_error (error);
  check_composed (draft);

  return draft;
}
