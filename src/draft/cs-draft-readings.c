#include "cs-draft-private.h"

/* The readings of the units of a draft, and how they are carried over edits. */

static CsReading *
read_unit (const CsDraft *draft, CsPart part, guint index)
{
  gsize n_bytes;
  const char *text = cs_draft_get_unit_text (draft, part, index, &n_bytes);

  return cs_reading_new (text, n_bytes);
}

static GPtrArray *
read_part (const CsDraft *draft, CsPart part)
{
  guint n_units = cs_draft_get_n_units (draft, part);
  GPtrArray *readings = g_ptr_array_new_full (n_units, (GDestroyNotify)cs_reading_unref);

  for (guint i = 0; i < n_units; i++)
    g_ptr_array_add (readings, read_unit (draft, part, i));

  return readings;
}

CsReading *
cs_draft_get_reading (const CsDraft *draft, CsPart part, guint index)
{
  GPtrArray **readings = &((CsDraft *)draft)->readings[part];

  if (g_once_init_enter (readings))
    g_once_init_leave (readings, read_part (draft, part));

  return g_ptr_array_index (*readings, index);
}

const CsFolded *
cs_draft_get_folded (const CsDraft *draft, CsPart part, guint index, CsFoldFlags flags)
{
  return cs_reading_get_folded (cs_draft_get_reading (draft, part, index), flags);
}

/* --- carried over --- */

static GPtrArray *
get_readings (const CsDraft *draft, CsPart part)
{
  return g_atomic_pointer_get (&((CsDraft *)draft)->readings[part]);
}

void
cs_draft_share_readings (CsDraft *copy, const CsDraft *draft, CsPart part)
{
  GPtrArray *readings = get_readings (draft, part);

  copy->readings[part] = readings == NULL ? NULL : g_ptr_array_ref (readings);
}

static gboolean
is_reading_of (const GPtrArray *readings, guint at, const CsDraft *draft, CsPart part, guint index)
{
  gsize n_bytes;
  const char *text = cs_draft_get_unit_text (draft, part, index, &n_bytes);

  return cs_reading_is_of (g_ptr_array_index (readings, at), text, n_bytes);
}

/* What one types stands in one place: the units before and behind it are those that were there. */
void
cs_draft_carry_readings (CsDraft *draft, const CsDraft *previous, CsPart part)
{
  guint n_units = cs_draft_get_n_units (draft, part);
  const GPtrArray *known = get_readings (previous, part);
  GPtrArray *readings;
  guint before = 0;
  guint behind = 0;

  if (known == NULL)
    return;

  while (before < MIN (n_units, known->len) && is_reading_of (known, before, draft, part, before))
    before++;
  while (before + behind < MIN (n_units, known->len) &&
         is_reading_of (known, known->len - 1 - behind, draft, part, n_units - 1 - behind))
    behind++;

  readings = g_ptr_array_new_full (n_units, (GDestroyNotify)cs_reading_unref);
  for (guint i = 0; i < n_units; i++)
    {
      guint at = i < before ? i : i + known->len - n_units;

      g_ptr_array_add (readings, i >= before && i < n_units - behind ?
                                     read_unit (draft, part, i) :
                                     cs_reading_ref (known->pdata[at]));
    }
  draft->readings[part] = readings;
}
