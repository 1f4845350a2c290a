#include <string.h>

#include "cs-exam-run.h"

/* One defect, one finding. Where two checks mark the same words for one cause, the check that knows
 * the cause reports it and the other is silent: a name misspelt in a claim has no support in the
 * description and no entry in a dictionary, and all there is to mend is its spelling. */

/* @rule of @check is silent where one of @rules of @owner marks some of its words; %NULL is any.
 * No rule is silent for another that, in the end, is silent for it. */
typedef struct
{
  const char *check;
  const char *rule;
  const char *owner;
  const char *const *rules;
} Precedence;

static const char *const basis[] = { "no-head", "modifier", "compound", "participle", NULL };
static const char *const misspelt[] = { "misspelt", NULL };
static const char *const no_basis[] = { "no-basis", NULL };
static const char *const no_support[] = { "no-basis", "modifier", NULL };
static const char *const no_structure[] = { "no-structure", NULL };
static const char *const other_name[] = { "claim-name-differs", NULL };
static const char *const nothing_added[] = { "nothing-added", NULL };
static const char *const open_group[] = { "open-group", NULL };
static const char *const spelling[] = { "misspelt", "unknown", NULL };

static const Precedence precedences[] = {
  { "support", "feature-near", "antecedent-basis", basis },
  { "support", "feature-near", "spelling", spelling },
  { "support", "feature-near", "term-consistency", NULL },
  { "support", "feature-near", "vague-wording", NULL },
  { "support", "feature-near", "alternatives", NULL },
  { "support", "feature-near", "ranges", NULL },
  { "support", "feature-near", "typos", NULL },
  { "support", "feature-near", "foreign-words", NULL },
  { "support", NULL, "negative-limitation", no_basis },
  { "support", NULL, "functional", no_structure },
  { "support", NULL, "spelling", misspelt },
  { "support", NULL, "term-consistency", misspelt },
  { "support", NULL, "trademarks", NULL },
  { "support", NULL, "surplus-wording", NULL },
  { "support", NULL, "reference-signs", other_name },
  { "functional", "means", "functional", no_structure },
  { "spelling", NULL, "antecedent-basis", basis },
  { "spelling", NULL, "term-consistency", misspelt },
  { "spelling", "unknown", "support", no_support },
  { "spelling", "unknown", "negative-limitation", no_basis },
  { "agreement", "subject-absent", "support", no_support },
  { "agreement", "summary-gap", "support", no_support },
  { "antecedent-basis", "double-introduction", "dependency-content", nothing_added },
  { "vague-wording", "hedge", "alternatives", open_group },
  { "foreign-words", NULL, "placeholders", NULL },
  { "foreign-words", NULL, "trademarks", NULL },
};

/* A place that a finding marks; findings are told apart by their number. */
typedef struct
{
  guint finding;
  gsize start;
  gsize end;
} Place;

static const CsFinding *
finding_at (const CsExamResult *result, guint i)
{
  return &g_array_index (result->findings, CsFinding, i);
}

static gboolean
is_silent_for (const CsFinding *finding, const CsFinding *owner)
{
  const char *check = finding->item->check->name;
  const char *rule = finding->report->rule;

  for (guint i = 0; i < G_N_ELEMENTS (precedences); i++)
    {
      const Precedence *one = &precedences[i];

      if (strcmp (one->check, check) == 0 && (one->rule == NULL || strcmp (one->rule, rule) == 0) &&
          strcmp (one->owner, owner->item->check->name) == 0 &&
          (one->rules == NULL || g_strv_contains (one->rules, owner->report->rule)))
        return TRUE;
    }

  return FALSE;
}

/* Whether anything is silent for what this check finds: few are, and only these are kept. */
static gboolean
is_owner (const CsFinding *finding)
{
  for (guint i = 0; i < G_N_ELEMENTS (precedences); i++)
    if (strcmp (precedences[i].owner, finding->item->check->name) == 0)
      return TRUE;

  return FALSE;
}

static char *
unit_key (const CsSpan *where)
{
  return g_strdup_printf ("%d %u", where->part, where->index);
}

static void
add_place (GHashTable *places, guint finding, const CsSpan *where)
{
  g_autofree char *key = unit_key (where);
  GArray *unit = g_hash_table_lookup (places, key);
  Place place = { finding, where->start, where->end };

  if (unit == NULL)
    {
      unit = g_array_new (FALSE, FALSE, sizeof (Place));
      g_hash_table_insert (places, g_steal_pointer (&key), unit);
    }
  g_array_append_val (unit, place);
}

/* Units to the places that findings from @first on mark in them. */
static GHashTable *
collect_places (const CsExamResult *result, guint first)
{
  GHashTable *places =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);

  for (guint i = first; i < result->findings->len; i++)
    {
      const CsReport *report = finding_at (result, i)->report;

      if (!is_owner (finding_at (result, i)))
        continue;
      add_place (places, i, &report->where);
      for (guint r = 0; r < report->related->len; r++)
        {
          const CsRelated *related = &g_array_index (report->related, CsRelated, r);

          if (strcmp (related->role, "also") == 0)
            add_place (places, i, &related->where);
        }
    }

  return places;
}

/* Whether another finding reports what @finding says of @where. */
static gboolean
is_reported (const CsExamResult *result,
             GHashTable *places,
             const CsFinding *finding,
             const CsSpan *where)
{
  g_autofree char *key = unit_key (where);
  const GArray *unit = g_hash_table_lookup (places, key);

  for (guint i = 0; unit != NULL && i < unit->len; i++)
    {
      const Place *place = &g_array_index (unit, Place, i);

      if (place->start < where->end && where->start < place->end &&
          is_silent_for (finding, finding_at (result, place->finding)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_reported_throughout (const CsExamResult *result, GHashTable *places, const CsFinding *finding)
{
  const CsReport *report = finding->report;

  if (!is_reported (result, places, finding, &report->where))
    return FALSE;
  for (guint i = 0; i < report->related->len; i++)
    {
      const CsRelated *related = &g_array_index (report->related, CsRelated, i);

      if (strcmp (related->role, "also") == 0 &&
          !is_reported (result, places, finding, &related->where))
        return FALSE;
    }

  return TRUE;
}

GHashTable *
cs_exam_yield (CsExamResult *result, guint first)
{
  g_autoptr (GHashTable) places = collect_places (result, first);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (CsFinding));
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = first; i < result->findings->len; i++)
    {
      const CsFinding *finding = finding_at (result, i);
      gpointer item = (gpointer)finding->item;
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, item));

      if (is_reported_throughout (result, places, finding))
        continue;
      g_array_append_val (kept, *finding);
      g_hash_table_insert (counts, item, GUINT_TO_POINTER (n + 1));
    }

  g_array_set_size (result->findings, first);
  if (kept->len > 0)
    g_array_append_vals (result->findings, kept->data, kept->len);

  return counts;
}
