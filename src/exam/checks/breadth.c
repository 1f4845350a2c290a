#include "../../draft/cs-breadth.h"
#include "../../draft/cs-subject.h"
#include "../../law/cs-percentiles.h"
#include "cs-checks.h"

/* What makes an independent claim narrower than it need be. All of it is advice: length is no
 * defect and has nothing to do with abnormal filings. Sources: Rules (2023) r. 23(2); Guidelines
 * part 2 ch. 4, 6.4 (from 2026); practice. */

const char *const cs_breadth_rules[] = { "long", "longer-than-other", "narrowing", "unneeded",
                                         NULL };

#define LONG_RANK 90  /* of 100 published claims */
#define MUCH_LONGER 2 /* times, of two claims to the same thing */
#define MIN_CHARACTERS 120
#define MAX_UNNEEDED 6 /* places shown */

static CsSpan
span_of (const CsClaim *claim, CsRange range)
{
  return (CsSpan){ CS_PART_CLAIMS, claim->index, range.start, range.end };
}

static const CsClaim *
claim_of (CsExamContext *context, const CsBreadth *breadth)
{
  return cs_claim_set_get (cs_exam_get_claims (context), breadth->claim);
}

static void
set_counts (CsReport *report, const CsBreadth *breadth)
{
  cs_report_set (report, "characters", "%u", breadth->n_characters);
  cs_report_set (report, "words", "%u", breadth->n_words);
  cs_report_set (report, "features", "%u", breadth->n_features);
}

static void
check_length (CsExamContext *context, const CsBreadth *breadth)
{
  gboolean chinese = g_str_equal (cs_exam_get_draft (context)->language, "zh");
  const CsPercentiles *table = cs_percentiles_find (chinese ? "zh.characters" : "en.words");
  guint length = chinese ? breadth->n_characters : breadth->n_words;
  const CsClaim *claim = claim_of (context, breadth);
  CsReport *report;

  if (table == NULL || cs_percentiles_rank (table, length) < LONG_RANK)
    return;

  report = cs_exam_report_claim (context, "long", CS_CERTAINTY_CERTAIN, claim, claim->subject);
  set_counts (report, breadth);
  cs_report_set (report, "length", "%u", length);
  cs_report_set (report, "rank", "%u", cs_percentiles_rank (table, length));
  cs_report_set (report, "measured", "%u", table->n_measured);
}

static gboolean
have_one_subject (CsExamContext *context, const CsClaim *claim, const CsClaim *other)
{
  g_autofree char *subject = cs_claim_dup_range (claim, claim->subject);
  g_autofree char *name = cs_claim_dup_range (other, other->subject);

  return claim->category == other->category && *subject != '\0' && *name != '\0' &&
         cs_subject_compare (name, subject, cs_exam_get_draft (context)->language) ==
             CS_SUBJECT_SAME;
}

/* Claim 1 against the others to the same thing: the broadest claim comes first. */
static void
check_against (CsExamContext *context, const CsBreadth *first, const CsBreadth *other)
{
  const CsClaim *claim = claim_of (context, first);
  const CsClaim *shorter = claim_of (context, other);
  CsReport *report;

  if (other->n_characters < MIN_CHARACTERS ||
      first->n_characters < MUCH_LONGER * other->n_characters || shorter->quotes->len > 0 ||
      !have_one_subject (context, claim, shorter))
    return;

  report = cs_exam_report_claim (context, "longer-than-other", CS_CERTAINTY_POSSIBLE, claim,
                                 claim->subject);
  set_counts (report, first);
  cs_report_set (report, "other", "%u", shorter->number);
  cs_report_add_related (report, "nearest-claim", span_of (shorter, shorter->subject));
}

static void
check_narrowing (CsExamContext *context, const CsBreadth *breadth)
{
  const CsClaim *claim = claim_of (context, breadth);
  CsReport *report = NULL;

  for (guint i = 0; i < breadth->narrowing->len; i++)
    {
      CsRange range = g_array_index (breadth->narrowing, CsRange, i);

      if (report == NULL)
        {
          report = cs_exam_report_claim (context, "narrowing", CS_CERTAINTY_POSSIBLE, claim, range);
          cs_report_set (report, "word", "%.*s", (int)(range.end - range.start),
                         claim->text + range.start);
        }
      else
        cs_report_add_related (report, "also", span_of (claim, range));
    }
}

static void
check_unneeded (CsExamContext *context, const CsBreadth *breadth)
{
  const GArray *features =
      cs_features_get_all (cs_feature_words_get_features (cs_exam_get_feature_words (context)));
  const CsClaim *claim = claim_of (context, breadth);
  CsReport *report = NULL;

  for (guint i = 0; i < MIN (breadth->unneeded->len, MAX_UNNEEDED); i++)
    {
      guint at = g_array_index (breadth->unneeded, guint, i);
      CsRange range = g_array_index (features, CsFeature, at).range;

      if (report == NULL)
        report = cs_exam_report_claim (context, "unneeded", CS_CERTAINTY_POSSIBLE, claim, range);
      else
        cs_report_add_related (report, "also", span_of (claim, range));
    }
  if (report != NULL)
    cs_report_set (report, "count", "%u", breadth->unneeded->len);
}

void
cs_check_breadth (CsExamContext *context, const CsClaim *unused)
{
  g_autoptr (GPtrArray) all = cs_breadth_measure_all (cs_exam_get_feature_words (context),
                                                      cs_exam_get_description (context));

  for (guint i = 0; i < all->len; i++)
    {
      const CsBreadth *breadth = all->pdata[i];

      check_narrowing (context, breadth);
      if (i == 0)
        {
          check_length (context, breadth);
          check_unneeded (context, breadth);
        }
      else
        check_against (context, all->pdata[0], breadth);
    }
}
