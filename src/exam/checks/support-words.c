#include <string.h>

#include "../../language/cs-word-en.h"
#include "support.h"
#include "wording.h"

/* Words of the claims that the description does not have. A thing that is claimed and nowhere
 * named is a fault; another word may be put otherwise there, and is a hint. */

#define MAX_ALSO 20        /* other places of a word that are told */
#define MAX_SHOWN_BYTES 80 /* of differing words in a message */

/* A word that is missing, and the name it stands in. */
typedef struct
{
  guint claim;
  CsRange word;
  CsRange name; /* empty when it stands in none */
  guint feature;
} Missing;

static const CsClaim *
get_claim (const CsSupportCheck *check, guint claim)
{
  return cs_claim_set_get (cs_exam_get_claims (check->context), claim);
}

static GArray *
find_unknown (const CsSupportCheck *check, guint claim, CsRange range, guint places)
{
  GArray *unknown =
      cs_support_dup_unknown (check->support, get_claim (check, claim)->text + range.start,
                              range.end - range.start, places);

  for (guint i = 0; i < unknown->len; i++)
    {
      CsRange *word = &g_array_index (unknown, CsRange, i);

      word->start += range.start;
      word->end += range.start;
    }

  return unknown;
}

/* --- names that are reported --- */

static gboolean
is_thing (const CsSupportCheck *check, const CsMention *mention, CsRange word)
{
  const CsClaim *claim = get_claim (check, mention->claim);
  CsWording wording = { claim->text, claim->n_bytes, word, check->chinese };
  gboolean named = mention->kind == CS_MENTION_INTRODUCTION &&
                   !cs_range_is_empty (mention->marker) && word.end == mention->range.end;

  return cs_wording_is_thing (&wording, named);
}

/* A reference that rests on nothing is reported by antecedent-basis, whatever the description
 * says. */
static gboolean
is_reported_already (const CsMention *mention)
{
  return mention->kind == CS_MENTION_REFERENCE && mention->basis > CS_BASIS_IMPLICIT;
}

/* What a dependent claim calls its subject is no feature: subject-name compares it with its base
 * instead. */
static gboolean
is_subject (const CsSupportCheck *check, const CsMention *mention)
{
  const CsClaim *claim = get_claim (check, mention->claim);

  return claim->dependent && mention->range.start < claim->subject.end &&
         mention->range.end > claim->subject.start;
}

/* --- reporting --- */

static char *
dup_key (const CsSupportCheck *check, const Missing *missing)
{
  const char *text = get_claim (check, missing->claim)->text + missing->word.start;
  gsize n_bytes = missing->word.end - missing->word.start;
  g_autofree char *lower = g_ascii_strdown (text, n_bytes);
  CsWordEn info;

  if (check->chinese)
    return g_steal_pointer (&lower);
  cs_word_en_analyse (lower, strlen (lower), &info);

  return g_strdup (info.stem);
}

static CsSpan
claim_span (guint claim, CsRange range)
{
  return (CsSpan){ CS_PART_CLAIMS, claim, range.start, range.end };
}

/* What is nearest to the feature, for the reader to compare with. */
static void
add_nearest (const CsSupportCheck *check, CsReport *report, guint feature)
{
  const CsSupportHit *hit;

  if (feature == CS_NO_INDEX)
    return;
  hit = &cs_support_get (check->support, feature)->basis;
  if (hit->paragraph != CS_NO_INDEX && cs_support_grade (hit->coverage) != CS_SUPPORT_MISSING)
    cs_report_add_related (report, "nearest", cs_support_paragraph_span (check, hit->paragraph));
}

static void
flag (const CsSupportCheck *check, guint feature)
{
  if (feature != CS_NO_INDEX)
    g_array_index (check->flagged, gboolean, feature) = TRUE;
}

static void
report_missing (CsSupportCheck *check, const char *rule, const Missing *missing)
{
  CsRange marked = cs_range_is_empty (missing->name) ? missing->word : missing->name;
  const CsClaim *claim = get_claim (check, missing->claim);
  g_autofree char *key = dup_key (check, missing);
  CsReport *report = g_hash_table_lookup (check->reports, key);

  flag (check, missing->feature);
  if (report != NULL)
    {
      cs_report_add_related (report, "also", claim_span (missing->claim, marked));
      return;
    }

  report = cs_exam_report_claim (check->context, rule, CS_CERTAINTY_LIKELY, claim, marked);
  cs_report_set (report, "word", "%.*s", (int)(missing->word.end - missing->word.start),
                 claim->text + missing->word.start);
  add_nearest (check, report, missing->feature);
  g_hash_table_insert (check->reports, g_steal_pointer (&key), report);
}

/* --- names --- */

/* Which rule a word breaks that is missing in the disclosure, %NULL when none does. */
static const char *
get_rule (const CsSupportCheck *check, const Missing *missing)
{
  g_autoptr (GArray) nowhere = find_unknown (check, missing->claim, missing->word,
                                             CS_SUPPORT_DISCLOSED | 1 << CS_SUPPORT_BACKGROUND);

  if (nowhere->len == 0)
    return "only-background";

  return missing->word.end == missing->name.end ? "no-basis" : "modifier";
}

/* Most names stand in many places, and the description has all words of most of them: @known are
 * those of which that was found. */
static void
check_name (CsSupportCheck *check, const CsMention *mention, GHashTable *known)
{
  g_autofree char *name = g_strndup (get_claim (check, mention->claim)->text + mention->range.start,
                                     mention->range.end - mention->range.start);
  g_autoptr (GArray) unknown = NULL;

  if (g_hash_table_contains (known, name))
    return;

  unknown = find_unknown (check, mention->claim, mention->range, CS_SUPPORT_DISCLOSED);
  if (unknown->len == 0)
    g_hash_table_add (known, g_steal_pointer (&name));
  for (guint i = unknown->len; i-- > 0;) /* the head first: its modifier is no fault of its own */
    {
      Missing missing = { mention->claim, g_array_index (unknown, CsRange, i), mention->range,
                          cs_support_find_feature (check, mention->claim, mention->range.start) };

      if (!is_thing (check, mention, missing.word))
        continue;
      report_missing (check, get_rule (check, &missing), &missing);
      return;
    }
}

static void
check_names (CsSupportCheck *check)
{
  const CsTerms *terms = cs_exam_get_terms (check->context);
  const GArray *mentions = cs_terms_get_mentions (terms);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < mentions->len; i++)
    {
      const CsMention *mention = &g_array_index (mentions, CsMention, i);

      if ((mention->flags & CS_MENTION_SILENT) == 0 && !is_reported_already (mention) &&
          !is_subject (check, mention))
        check_name (check, mention, known);
    }
}

/* --- other words --- */

/* What a feature has in words that the description has not, as one finding. */
static void
check_feature_words (CsSupportCheck *check, guint feature)
{
  const CsFeature *of = cs_support_get_feature (check, feature);
  const CsClaim *claim = get_claim (check, of->claim);
  g_autoptr (GArray) unknown = find_unknown (check, of->claim, of->range, CS_SUPPORT_DISCLOSED);
  g_autoptr (GString) words = g_string_new (NULL);
  CsReport *report;

  for (guint i = unknown->len; i-- > 0;)
    {
      CsWording wording = { claim->text, claim->n_bytes, g_array_index (unknown, CsRange, i),
                            check->chinese };

      if (!cs_wording_is_telling (&wording))
        g_array_remove_index (unknown, i);
    }
  if (unknown->len == 0 || g_array_index (check->flagged, gboolean, feature))
    return;

  for (guint i = 0; i < unknown->len; i++)
    {
      CsRange word = g_array_index (unknown, CsRange, i);

      if (words->len < MAX_SHOWN_BYTES)
        g_string_append_printf (words, "%s%.*s", i == 0 ? "" : check->chinese ? "、" :
                                                                                ", ",
                                (int)(word.end - word.start), claim->text + word.start);
    }
  report = cs_exam_report_claim (check->context, "feature-near", CS_CERTAINTY_POSSIBLE, claim,
                                 g_array_index (unknown, CsRange, 0));
  cs_report_set (report, "words", "%s", words->str);
  for (guint i = 1; i < MIN (unknown->len, MAX_ALSO); i++)
    cs_report_add_related (report, "also",
                           claim_span (of->claim, g_array_index (unknown, CsRange, i)));
  cs_report_set_alike (report, words->str);
  add_nearest (check, report, feature);
  flag (check, feature);
}

void
cs_support_check_words (CsSupportCheck *check)
{
  check_names (check);
  for (guint i = 0; i < check->flagged->len; i++)
    if (cs_support_get (check->support, i)->same_as == CS_NO_INDEX)
      check_feature_words (check, i);
}
