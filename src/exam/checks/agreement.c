#include <string.h>

#include "cs-checks.h"
#include "wording.h"

/* What parts of an application say of the same thing: summary and independent claims, abstract and
 * description, subjects and title. Sources: Rules (2023) r. 20(1)(3), 26(1); Guidelines 2023 part 2
 * ch. 2, 2.2.1, 2.2.4; 37 CFR 1.72(b); EPC r. 47(2); PCT r. 8.1. */

const char *const cs_agreement_rules[] = { "abstract-term", "abstract-gist", "summary-gap",
                                           "subject-absent", NULL };

#define GIST_SHARE 25    /* per cent of claim 1 that an abstract should say at least */
#define SUMMARY_SHARE 55 /* per cent of an independent claim that the summary should say */

typedef struct
{
  CsExamContext *context;
  CsDraft *draft;
  const CsClaimSet *claims;
  const CsSupport *support;
  gboolean chinese;
} Agreement;

/* --- the abstract --- */

static void
check_abstract_unit (const Agreement *agreement, guint index, GHashTable *reported)
{
  const guint anywhere = CS_SUPPORT_DISCLOSED | 1 << CS_SUPPORT_BACKGROUND;
  gsize n_bytes;
  const char *text = cs_draft_get_unit_text (agreement->draft, CS_PART_ABSTRACT, index, &n_bytes);
  g_autoptr (GArray) unknown =
      cs_support_dup_unknown (agreement->support, text, n_bytes, anywhere);

  for (guint i = 0; i < unknown->len; i++)
    {
      CsWording wording = { text, n_bytes, g_array_index (unknown, CsRange, i),
                            agreement->chinese };
      CsSpan where = { CS_PART_ABSTRACT, index, wording.word.start, wording.word.end };

      if (cs_wording_is_thing (&wording, FALSE) &&
          g_hash_table_add (reported, cs_draft_dup_span_text (agreement->draft, &where)))
        cs_exam_report (agreement->context, "abstract-term", CS_CERTAINTY_LIKELY, where);
    }
}

static void
check_abstract_terms (const Agreement *agreement)
{
  g_autoptr (GHashTable) reported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < cs_draft_get_n_units (agreement->draft, CS_PART_ABSTRACT); i++)
    check_abstract_unit (agreement, i, reported);
}

/* The features of @claim alone, without 其特征在于 and the like. */
static char *
dup_features (const Agreement *agreement, const CsClaim *claim)
{
  GString *text = g_string_new (NULL);
  guint n_features;
  const CsFeature *features = cs_features_get_of_claim (
      cs_support_get_features (agreement->support), claim->index, &n_features);

  for (guint i = 0; i < n_features; i++)
    {
      g_string_append_len (text, claim->text + features[i].range.start,
                           features[i].range.end - features[i].range.start);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static guint
share_of_claim (const Agreement *agreement, const CsClaim *claim, const char *other)
{
  g_autofree char *features = dup_features (agreement, claim);

  return cs_support_compare (agreement->support, features, strlen (features), other);
}

/* The gist of one independent claim is enough: an abstract may summarise the method. */
static void
check_abstract_gist (const Agreement *agreement)
{
  const CsText *abstract = agreement->draft->texts[CS_PART_ABSTRACT];
  guint best = 0;
  CsReport *report;

  if (abstract == NULL || cs_text_get_n_bytes (abstract) == 0)
    {
      cs_exam_not_applicable (agreement->context, "abstract-gist", "no-abstract");
      return;
    }
  for (guint i = 0; i < cs_claim_set_get_n_claims (agreement->claims); i++)
    {
      const CsClaim *claim = cs_claim_set_get (agreement->claims, i);

      if (!claim->dependent && !claim->cancelled)
        best = MAX (best, share_of_claim (agreement, claim, cs_text_get_string (abstract)));
    }
  if (best >= GIST_SHARE || cs_claim_set_get_n_claims (agreement->claims) == 0)
    return;

  report = cs_exam_report (agreement->context, "abstract-gist", CS_CERTAINTY_POSSIBLE,
                           (CsSpan){ CS_PART_ABSTRACT, CS_NO_INDEX, 0, 0 });
  cs_report_set (report, "share", "%u", best);
}

/* --- the summary --- */

static gboolean
has_summary (const Agreement *agreement)
{
  const CsSection *summary =
      cs_description_find_section (cs_exam_get_description (agreement->context),
                                   CS_HEADING_SUMMARY);

  return summary != NULL && summary->end > summary->first;
}

/* Whether title or summary name what is claimed: 装置 for a method named there passes. */
static gboolean
has_subject (const Agreement *agreement, const CsClaim *claim)
{
  const CsText *title = agreement->draft->texts[CS_PART_TITLE];
  const char *titled = title == NULL ? "" : cs_text_get_string (title);
  gsize start = claim->subject.start;
  g_autoptr (GArray) unknown =
      cs_support_dup_unknown (agreement->support, claim->text + start, claim->subject.end - start,
                              1 << CS_SUPPORT_SUMMARY);

  for (guint i = 0; i < unknown->len; i++)
    {
      CsRange word = g_array_index (unknown, CsRange, i);
      CsRange range = { start + word.start, start + word.end };
      CsWording wording = { claim->text, claim->n_bytes, range, agreement->chinese };

      if (cs_wording_is_thing (&wording, FALSE) &&
          cs_support_compare (agreement->support, claim->text + range.start,
                              range.end - range.start, titled) < 100)
        return FALSE;
    }

  return TRUE;
}

static void
check_independent (const Agreement *agreement, const CsClaim *claim)
{
  CsReport *report;
  g_autofree char *features = dup_features (agreement, claim);
  guint share = cs_support_get_share (agreement->support, features, strlen (features),
                                      1 << CS_SUPPORT_SUMMARY);

  if (cs_range_is_empty (claim->subject))
    return;
  if (!has_subject (agreement, claim))
    cs_exam_report_claim (agreement->context, "subject-absent", CS_CERTAINTY_LIKELY, claim,
                          claim->subject);
  /* What quotes another claim says its features by that. */
  if (claim->quotes->len > 0 || share >= SUMMARY_SHARE)
    return;

  report = cs_exam_report_claim (agreement->context, "summary-gap", CS_CERTAINTY_POSSIBLE, claim,
                                 claim->subject);
  cs_report_set (report, "share", "%u", share);
}

static void
check_summary (const Agreement *agreement)
{
  if (!has_summary (agreement))
    {
      cs_exam_skip (agreement->context, "summary-gap", "no-summary", CS_NO_INDEX);
      cs_exam_skip (agreement->context, "subject-absent", "no-summary", CS_NO_INDEX);
      return;
    }
  for (guint i = 0; i < cs_claim_set_get_n_claims (agreement->claims); i++)
    {
      const CsClaim *claim = cs_claim_set_get (agreement->claims, i);

      if (!claim->dependent && !claim->cancelled)
        check_independent (agreement, claim);
    }
}

void
cs_check_agreement (CsExamContext *context, const CsClaim *unused)
{
  CsDraft *draft = cs_exam_get_draft (context);
  Agreement agreement = { context, draft, cs_exam_get_claims (context), NULL,
                          strcmp (draft->language, "zh") == 0 };

  if (cs_draft_get_n_units (draft, CS_PART_DESCRIPTION) == 0)
    {
      cs_exam_skip (context, NULL, "no-description", CS_NO_INDEX);
      return;
    }
  agreement.support = cs_exam_get_support (context);
  check_abstract_terms (&agreement);
  check_abstract_gist (&agreement);
  check_summary (&agreement);
}
