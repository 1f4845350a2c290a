#include <string.h>

#include "../../draft/cs-claim-paths.h"
#include "../../language/cs-scan.h"
#include "cs-checks.h"

/* What a dependent claim adds to what it depends on, and where it stands. Sources: Rules (2023) r.
 * 23(3), 25(1); 35 U.S.C. 112(d), 37 CFR 1.75(g); EPC r. 43(4); PCT r. 6.4(c). */

const char *const cs_dependency_content_rules[] = { "nothing-added", "removes", "ungrouped", NULL };

#define MIN_GENERAL_WORDS 9   /* said of anything, and yet a sentence */
#define MAX_PLACES 100        /* claims that say the same are remembered */
#define MAX_DISTANCE 1000     /* claims, to the nearest one that says the same */
#define MAX_CHOICE_BYTES 2000 /* before a feature that are read for words of choice */
#define MAX_FEATURES 200      /* of a claim that adds nothing */

typedef struct
{
  CsExamContext *context;
  const CsFeatureWords *words;
  CsClaimParents *parents;
  GHashTable *said; /* what a feature says -> GArray of guint, features that say it */
} Content;

/* --- nothing added --- */

static const CsFeature *
get_feature (const Content *content, guint feature)
{
  return &g_array_index (cs_features_get_all (cs_feature_words_get_features (content->words)),
                         CsFeature, feature);
}

/* "at least one of the following: ...", "by a screw or a rivet": what is named again may be
 * chosen. */
static gboolean
is_choice (const Content *content, guint at)
{
  static const char *const words[] = { "至少一", "之一", "任一", "任意", "或",
                                       "选自", "one of", "any of", " or ", "either",
                                       "select", "one or", NULL };
  const CsFeature *feature = get_feature (content, at);
  const CsClaim *claim =
      cs_claim_set_get (cs_exam_get_claims (content->context), feature->claim);
  gsize end = feature->range.end;
  gsize start = MAX (MIN (claim->preamble.end, end), end - MIN (end, MAX_CHOICE_BYTES));
  g_autofree char *before = g_ascii_strdown (claim->text + start, end - start);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (before, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

typedef struct
{
  const Content *content;
  const GArray *places; /* guint: features that say the same */
} Asked;

static guint
lacks_feature (guint claim, gpointer data)
{
  const Asked *asked = data;

  for (guint i = 0; i < asked->places->len; i++)
    if (get_feature (asked->content, g_array_index (asked->places, guint, i))->claim == claim)
      return 0;

  return 1;
}

/* "comprising the steps of" adds nothing, and is no sign of a repetition. */
static gboolean
says_something (const Content *content, guint feature)
{
  guint n_words;
  const CsFeatureWord *words = cs_feature_words_get (content->words, feature, &n_words);
  guint n_own = 0;

  for (guint i = 0; i < n_words; i++)
    n_own += (words[i].flags & CS_FEATURE_WORD_GENERAL) == 0;

  return n_own > 1 || n_words >= MIN_GENERAL_WORDS;
}

/* A feature of a claim above, on every path, that says the same; %CS_NO_INDEX when there is none.
 * */
static guint
find_above (const Content *content, guint claim, guint feature)
{
  guint hash = cs_feature_words_hash (content->words, feature);
  const GArray *places = g_hash_table_lookup (content->said, GUINT_TO_POINTER (hash));
  Asked asked = { content, places };
  guint nearest;

  if (places == NULL)
    return CS_NO_INDEX;

  nearest = g_array_index (places, guint, places->len - 1);
  if (claim - get_feature (content, nearest)->claim > MAX_DISTANCE ||
      cs_claim_parents_grade (content->parents, claim, lacks_feature, &asked, NULL) > 0)
    return CS_NO_INDEX;

  return nearest;
}

/* The last feature above that @claim repeats; %CS_NO_INDEX when it says anything new. */
static guint
find_repeated (const Content *content, const CsClaim *claim)
{
  guint n_features;
  guint start = cs_feature_words_find_features (content->words, claim->index, &n_features);
  guint last = CS_NO_INDEX;

  for (guint i = start; i < start + n_features && n_features <= MAX_FEATURES; i++)
    {
      guint found;

      if (!says_something (content, i))
        continue;
      found = find_above (content, claim->index, i);
      if (found == CS_NO_INDEX || is_choice (content, found))
        return CS_NO_INDEX;
      last = found;
    }

  return last;
}

static void
check_added (const Content *content, const CsClaim *claim)
{
  const CsClaimSet *claims = cs_exam_get_claims (content->context);
  guint repeated = find_repeated (content, claim);
  const CsFeature *above;
  CsReport *report;
  CsRange added;
  guint n_features;
  guint start;

  if (repeated == CS_NO_INDEX)
    return;

  above = get_feature (content, repeated);
  start = cs_feature_words_find_features (content->words, claim->index, &n_features);
  added.start = get_feature (content, start)->range.start;
  added.end = get_feature (content, start + n_features - 1)->range.end;
  report = cs_exam_report_claim (content->context, "nothing-added", CS_CERTAINTY_LIKELY, claim,
                                 added);
  cs_report_set (report, "other", "%u", cs_claim_set_get (claims, above->claim)->number);
  cs_report_add_related (
      report, "repeated",
      (CsSpan){ CS_PART_CLAIMS, above->claim, above->range.start, above->range.end });
}

/* Whether the last of @places is in @claim: once is enough. */
static gboolean
is_said_by (const Content *content, const GArray *places, guint claim)
{
  return places->len > 0 &&
         get_feature (content, g_array_index (places, guint, places->len - 1))->claim == claim;
}

/* What @claim says may be repeated by those that follow. */
static void
note_features (Content *content, const CsClaim *claim)
{
  guint n_features;
  guint start = cs_feature_words_find_features (content->words, claim->index, &n_features);

  for (guint i = start; i < start + n_features; i++)
    {
      gpointer hash = GUINT_TO_POINTER (cs_feature_words_hash (content->words, i));
      GArray *places = g_hash_table_lookup (content->said, hash);

      if (places == NULL)
        {
          places = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (content->said, hash, places);
        }
      if (is_said_by (content, places, claim->index))
        continue;
      if (places->len == MAX_PLACES)
        g_array_remove_index (places, 0);
      g_array_append_val (places, i);
    }
}

/* --- something taken away --- */

/* In a product claim these words speak of the claim above; in a method something may really be
 * replaced. */
static void
check_removed (CsExamContext *context, const CsClaim *claim)
{
  static const char *const words[] = { "替换为", "替代为", "代之以", "去掉", "省去",
                                       "is replaced by", "are replaced by", "is replaced with",
                                       "are replaced with", "is omitted", "are omitted", NULL };

  for (guint i = 0; words[i] != NULL && claim->category == CS_CATEGORY_PRODUCT; i++)
    {
      const char *at = cs_scan_find (claim->text, claim->n_bytes, words[i]);

      if (at == NULL)
        continue;
      cs_exam_report_claim (context, "removes", CS_CERTAINTY_LIKELY, claim,
                            (CsRange){ at - claim->text, at - claim->text + strlen (words[i]) });
      return;
    }
}

/* --- where it stands --- */

/* An independent claim that quotes nothing begins a group; a claim that depends on one above the
 * group before stands in the wrong one. */
static void
check_place (CsExamContext *context, const CsClaim *claim, const CsClaim *group)
{
  const CsClaimSet *claims = cs_exam_get_claims (context);
  CsReport *report;
  const CsClaim *base;

  if (group == NULL)
    return;
  for (guint i = 0; i < claim->depends->len; i++)
    if (g_array_index (claim->depends, guint, i) >= group->index)
      return;

  base = cs_claim_set_get (claims, g_array_index (claim->depends, guint, 0));
  report = cs_exam_report_claim (context, "ungrouped", CS_CERTAINTY_CERTAIN, claim,
                                 claim->reference);
  cs_report_set (report, "target", "%u", base->number);
  cs_report_set (report, "other", "%u", group->number);
  cs_report_set_alike (report, "ungrouped");
}

void
cs_check_dependency_content (CsExamContext *context, const CsClaim *unused)
{
  const CsClaimSet *claims = cs_exam_get_claims (context);
  g_autoptr (CsClaimParents) parents = cs_claim_parents_new (claims);
  g_autoptr (GHashTable) said =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  Content content = { context, cs_exam_get_feature_words (context), parents, said };
  const CsClaim *group = NULL;

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims) && !cs_exam_is_cancelled (context); i++)
    {
      const CsClaim *claim = cs_claim_set_get (claims, i);

      if (claim->dependent && claim->broken == CS_NO_INDEX && claim->depends->len > 0)
        {
          check_added (&content, claim);
          check_removed (context, claim);
          check_place (context, claim, group);
        }
      else if (!claim->dependent && !claim->cancelled && claim->quotes->len == 0)
        group = claim;
      note_features (&content, claim);
    }
}
