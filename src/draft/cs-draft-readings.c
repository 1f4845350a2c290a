#include <string.h>

#include "cs-draft-private.h"
#include "cs-readings.h"

/* The readings of the units of a draft, and how they are carried over edits. */

/* A value that is kept, and how it is released. */
typedef struct
{
  gpointer value;
  GDestroyNotify unref;
} Kept;

struct _CsReadings
{
  GPtrArray *units;        /* CsReading */
  Kept kept[CS_N_KEPT][2]; /* of English, of Chinese drafts; under the lock */
};

G_LOCK_DEFINE_STATIC (kept);

static CsReadings *
readings_new (guint n_units)
{
  CsReadings *readings = g_atomic_rc_box_new0 (CsReadings);

  readings->units = g_ptr_array_new_full (n_units, (GDestroyNotify)cs_reading_unref);

  return readings;
}

static void
readings_clear (gpointer data)
{
  CsReadings *readings = data;

  g_ptr_array_unref (readings->units);
  for (guint what = 0; what < CS_N_KEPT; what++)
    for (guint i = 0; i < G_N_ELEMENTS (readings->kept[what]); i++)
      if (readings->kept[what][i].value != NULL)
        readings->kept[what][i].unref (readings->kept[what][i].value);
}

void
cs_readings_unref (CsReadings *readings)
{
  g_atomic_rc_box_release_full (readings, readings_clear);
}

static CsReading *
read_unit (const CsDraft *draft, CsPart part, guint index)
{
  gsize n_bytes;
  const char *text = cs_draft_get_unit_text (draft, part, index, &n_bytes);

  return cs_reading_new (text, n_bytes);
}

static CsReadings *
read_part (const CsDraft *draft, CsPart part)
{
  guint n_units = cs_draft_get_n_units (draft, part);
  CsReadings *readings = readings_new (n_units);

  for (guint i = 0; i < n_units; i++)
    g_ptr_array_add (readings->units, read_unit (draft, part, i));

  return readings;
}

static CsReadings *
get_readings (const CsDraft *draft, CsPart part)
{
  CsReadings **readings = &((CsDraft *)draft)->readings[part];

  if (g_once_init_enter (readings))
    g_once_init_leave (readings, read_part (draft, part));

  return *readings;
}

CsReading *
cs_draft_get_reading (const CsDraft *draft, CsPart part, guint index)
{
  return g_ptr_array_index (get_readings (draft, part)->units, index);
}

const CsFolded *
cs_draft_get_folded (const CsDraft *draft, CsPart part, guint index, CsFoldFlags flags)
{
  return cs_reading_get_folded (cs_draft_get_reading (draft, part, index), flags);
}

/* --- of the claims as a whole --- */

static Kept *
find_kept (const CsDraft *draft, CsKept what)
{
  gboolean chinese = strcmp (draft->language, "zh") == 0;

  return &get_readings (draft, CS_PART_CLAIMS)->kept[what][chinese];
}

gpointer
cs_draft_dup_kept (const CsDraft *draft, CsKept what)
{
  Kept *kept = find_kept (draft, what);
  gpointer value;

  G_LOCK (kept);
  value = kept->value == NULL ? NULL : g_atomic_rc_box_acquire (kept->value);
  G_UNLOCK (kept);

  return value;
}

void
cs_draft_keep (const CsDraft *draft, CsKept what, gpointer value, GDestroyNotify unref)
{
  Kept *kept = find_kept (draft, what);
  Kept replaced;

  G_LOCK (kept);
  replaced = *kept;
  *kept = (Kept){ value, unref };
  G_UNLOCK (kept);
  if (replaced.value != NULL)
    replaced.unref (replaced.value);
}

void
cs_draft_forget_readings (CsDraft *draft)
{
  for (guint part = 0; part < CS_N_PARTS; part++)
    g_clear_pointer (&draft->readings[part], cs_readings_unref);
}

/* --- carried over --- */

/* NULL when nobody has asked for them. */
static CsReadings *
peek_readings (const CsDraft *draft, CsPart part)
{
  return g_atomic_pointer_get (&((CsDraft *)draft)->readings[part]);
}

void
cs_draft_share_readings (CsDraft *copy, const CsDraft *draft, CsPart part)
{
  CsReadings *readings = peek_readings (draft, part);

  copy->readings[part] = readings == NULL ? NULL : g_atomic_rc_box_acquire (readings);
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
  const CsReadings *kept = peek_readings (previous, part);
  const GPtrArray *known;
  CsReadings *readings;
  guint before = 0;
  guint behind = 0;

  if (kept == NULL)
    return;

  known = kept->units;
  while (before < MIN (n_units, known->len) && is_reading_of (known, before, draft, part, before))
    before++;
  while (before + behind < MIN (n_units, known->len) &&
         is_reading_of (known, known->len - 1 - behind, draft, part, n_units - 1 - behind))
    behind++;

  readings = readings_new (n_units);
  for (guint i = 0; i < n_units; i++)
    {
      guint at = i < before ? i : i + known->len - n_units;

      g_ptr_array_add (readings->units, i >= before && i < n_units - behind ?
                                            read_unit (draft, part, i) :
                                            cs_reading_ref (known->pdata[at]));
    }
  draft->readings[part] = readings;
}
