#include <string.h>

#include "../../draft/cs-claim-paths.h"
#include "cs-checks.h"

/* What a dependent claim adds to what it depends on, and where it stands. Sources: Rules (2023) r.
 * 23(3), 25(1); 35 U.S.C. 112(d), 37 CFR 1.75(g); EPC r. 43(4); PCT r. 6.4(c). */

const char *const cs_dependency_content_rules[] = { "nothing-added", "removes", "ungrouped", NULL };

#define MIN_GENERAL_WORDS 9 /* said of anything, and yet a sentence */

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

/* "at least one of the following: ...", "by a screw or a rivet": what is named again may be chosen. */
static gboolean
is_choice (const CsClaim *claim, const CsFeature *feature)
{
  static const char *const words[] = { "至少一", "之一", "任一", "任意", "或",
                                       "选自", "one of", "any of", " or ", "either",
                                       "select", "one or", NULL };
  gsize start = MIN (claim->preamble.end, feature->range.start);
  g_autofree char *before = g_ascii_strdown (claim->text + start, feature->range.end - start);

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

/* A feature of a claim above, on every path, that says the same; %CS_NO_INDEX when there is none. */
static guint
find_above (const Content *content, guint claim, guint feature)
{
  guint hash = cs_feature_words_hash (content->words, feature);
  const GArray *places = g_hash_table_lookup (content->said, GUINT_TO_POINTER (hash));
  Asked asked = { content, places };

  if (places == NULL ||
      cs_claim_parents_grade (content->parents, claim, lacks_feature, &asked, NULL) > 0)
    return CS_NO_INDEX;

  return g_array_index (places, guint, places->len - 1);
}

static void
check_added (const Content *content, const CsClaim *claim)
{
  const CsFeatures *features = cs_feature_words_get_features (content->words);
  const CsClaimSet *claims = cs_exam_get_claims (content->context);
  guint n_features;
  const CsFeature *own = cs_features_get_of_claim (features, claim->index, &n_features);
  guint start = own - (const CsFeature *)cs_features_get_all (features)->data;
  guint n_repeated = 0;
  guint last = CS_NO_INDEX;
  CsReport *report;

  for (guint i = 0; i < n_features; i++)
    {
      guint found;

      if (!says_something (content, start + i))
        continue;
      found = find_above (content, claim->index, start + i);
      if (found == CS_NO_INDEX ||
          is_choice (cs_claim_set_get (claims, get_feature (content, found)->claim),
                     get_feature (content, found)))
        return;
      n_repeated++;
      last = found;
    }
  if (n_repeated == 0)
    return;

  report = cs_exam_report_claim (content->context, "nothing-added", CS_CERTAINTY_LIKELY, claim,
                                 (CsRange){ own[0].range.start, own[n_features - 1].range.end });
  cs_report_set (report, "other", "%u",
                 cs_claim_set_get (claims, get_feature (content, last)->claim)->number);
  cs_report_add_related (report, "repeated",
                         (CsSpan){ CS_PART_CLAIMS, get_feature (content, last)->claim,
                                   get_feature (content, last)->range.start,
                                   get_feature (content, last)->range.end });
}

/* What @claim says may be repeated by those that follow. */
static void
note_features (Content *content, const CsClaim *claim)
{
  const CsFeatures *features = cs_feature_words_get_features (content->words);
  guint n_features;
  const CsFeature *own = cs_features_get_of_claim (features, claim->index, &n_features);
  guint start = own - (const CsFeature *)cs_features_get_all (features)->data;

  for (guint i = start; i < start + n_features; i++)
    {
      gpointer hash = GUINT_TO_POINTER (cs_feature_words_hash (content->words, i));
      GArray *places = g_hash_table_lookup (content->said, hash);

      if (places == NULL)
        {
          places = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (content->said, hash, places);
        }
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
      const char *at = g_strstr_len (claim->text, claim->n_bytes, words[i]);

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
