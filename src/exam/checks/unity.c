#include <string.h>

#include "../../draft/cs-subject.h"
#include "../../draft/cs-unity.h"
#include "cs-checks.h"

/* One application, one invention or several with one inventive concept. Seen here is what words the
 * independent claims share; whether these are special is for a person who knows the prior art.
 * Sources: Law art. 31(1), Rules (2023) r. 24(3), 39; 35 U.S.C. 121; EPC art. 82, r. 43(2); PCT r.
 * 13.2. The shares were measured on published claims, see tests/accuracy. */

#define LINK_PERCENT 15 /* less is what any two claims share */
#define FEW_PERCENT 25  /* less is rare among claims that belong together */
#define MIN_CONTENT 5   /* a claim that says less cannot be compared */
#define MAX_SHARED 5    /* places shown */
#define MAX_COMPARED 200
#define ALIKE_PERCENT 80 /* of two preambles, the length of the shorter */

const char *const cs_unity_rules[] = { "no-common-feature", "few-common", "same-category",
                                       "same-preamble", NULL };

static CsSpan
span_of (const CsClaim *claim, CsRange range)
{
  return (CsSpan){ CS_PART_CLAIMS, claim->index, range.start, range.end };
}

static const CsClaim *
claim_at (CsExamContext *context, const GArray *claims, guint at)
{
  return cs_claim_set_get (cs_exam_get_claims (context),
                           g_array_index (claims, CsUnityClaim, at).claim);
}

static CsReport *
report_pair (CsExamContext *context, const char *rule, const CsClaim *claim, const CsClaim *other)
{
  CsReport *report =
      cs_exam_report_claim (context, rule, CS_CERTAINTY_POSSIBLE, claim, claim->subject);

  cs_report_set (report, "other", "%u", other->number);

  return report;
}

/* What both claims say, as related places and in the message. */
static void
add_shared (CsReport *report, const CsClaim *claim, const CsClaim *other, const GArray *shared)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < MIN (shared->len, MAX_SHARED); i++)
    {
      const CsUnityShare *share = &g_array_index (shared, CsUnityShare, i);

      g_string_append (words, i > 0 ? ", " : "");
      g_string_append_len (words, claim->text + share->range.start,
                           share->range.end - share->range.start);
      cs_report_add_related (report, "shared", span_of (claim, share->range));
      cs_report_add_related (report, "shared", span_of (other, share->other));
    }
  cs_report_set (report, "shared", "%s", words->len > 0 ? words->str : "-");
}

/* --- what they share --- */

/* "PVC flooring" and "a method of making PVC flooring" are about one thing, however little their
 * features share. */
static gboolean
share_subject (const CsClaim *claim, const CsClaim *other, const GArray *shared)
{
  for (guint i = 0; i < shared->len; i++)
    {
      const CsUnityShare *share = &g_array_index (shared, CsUnityShare, i);

      if (share->range.start >= claim->subject.start && share->range.end <= claim->subject.end &&
          share->other.start >= other->subject.start && share->other.end <= other->subject.end)
        return TRUE;
    }

  return FALSE;
}

/* The first claim of a group that nothing links to the first group stands for all of its group. */
static void
check_common (CsExamContext *context, const GArray *claims, guint at)
{
  const CsUnityClaim *unity = &g_array_index (claims, CsUnityClaim, at);
  const CsClaim *claim = claim_at (context, claims, at);
  gboolean apart = unity->group == at;
  const CsClaim *other;
  g_autoptr (GArray) shared = NULL;
  CsReport *report;

  if (at == 0 || unity->n_content < MIN_CONTENT || claim->quotes->len > 0 ||
      g_array_index (claims, CsUnityClaim, 0).n_content < MIN_CONTENT ||
      (!apart && unity->share_percent >= FEW_PERCENT))
    return;

  other = cs_claim_set_get (cs_exam_get_claims (context),
                            apart ? g_array_index (claims, CsUnityClaim, 0).claim : unity->nearest);
  shared = cs_unity_find_shared (cs_exam_get_feature_words (context), claim->index, other->index,
                                 MAX_COMPARED);
  if (apart && share_subject (claim, other, shared))
    apart = FALSE;
  report = report_pair (context, apart ? "no-common-feature" : "few-common", claim, other);
  cs_report_add_related (report, "nearest-claim", span_of (other, other->subject));
  add_shared (report, claim, other, shared);
}

/* --- more than one in a category --- */

/* Programs and media correspond to a method, and stand beside it by custom: EPO Guidelines F-IV
 * 3.9. */
static gboolean
is_medium (const CsClaim *claim)
{
  static const char *const words[] = { "介质", "程序", "medium", "media", "program", "memory", NULL };
  g_autofree char *subject = cs_claim_dup_range (claim, claim->subject);
  g_autofree char *lower = g_ascii_strdown (subject, -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (lower, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
is_plain (const CsClaim *claim)
{
  return claim->category != CS_CATEGORY_UNKNOWN && claim->quotes->len == 0 &&
         !cs_range_is_empty (claim->subject) && !is_medium (claim);
}

static const CsClaim *
find_same_category (CsExamContext *context, const GArray *claims, guint at)
{
  const CsClaim *claim = claim_at (context, claims, at);

  for (guint i = 0; i < at; i++)
    {
      const CsClaim *other = claim_at (context, claims, i);

      if (other->category == claim->category && is_plain (other))
        return other;
    }

  return NULL;
}

static void
check_category (CsExamContext *context, const GArray *claims, guint at)
{
  const CsClaim *claim = claim_at (context, claims, at);
  const CsClaim *other = is_plain (claim) ? find_same_category (context, claims, at) : NULL;
  CsReport *report;

  if (other == NULL)
    return;

  report = report_pair (context, "same-category", claim, other);
  cs_report_set_alike (report, cs_category_get_name (claim->category));
  cs_report_add_related (report, "nearest-claim", span_of (other, other->subject));
}

/* --- the same preamble --- */

/* Methods that send and receive are the sides of an exchange, one carried out by the server and one
 * by the terminal. */
static gboolean
is_exchange (const CsClaim *claim)
{
  static const char *const words[] = { "发送", "接收", "服务器", "终端", NULL };

  for (guint i = 0; words[i] != NULL; i++)
    if (g_strstr_len (claim->text, claim->n_bytes, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* The words of the preamble tell who acts and on what: where these differ, it is not one thing that
 * is claimed twice. */
static gboolean
has_same_preamble (CsExamContext *context, const CsClaim *claim, const CsClaim *other)
{
  g_autofree char *subject = cs_claim_dup_range (claim, claim->subject);
  g_autofree char *base = cs_claim_dup_range (other, other->subject);
  gsize length = claim->preamble.end - claim->preamble.start;
  gsize base_length = other->preamble.end - other->preamble.start;

  return claim->category == other->category && strlen (subject) > 0 &&
         100 * MIN (length, base_length) >= ALIKE_PERCENT * MAX (length, base_length) &&
         strlen (subject) == strlen (base) &&
         cs_subject_compare (subject, base, cs_exam_get_draft (context)->language) ==
             CS_SUBJECT_SAME;
}

static void
check_preamble (CsExamContext *context, const GArray *claims, guint at)
{
  const CsClaim *claim = claim_at (context, claims, at);

  for (guint i = 0; i < at && is_plain (claim); i++)
    {
      const CsClaim *other = claim_at (context, claims, i);
      CsReport *report;

      if (!is_plain (other) || !has_same_preamble (context, claim, other) ||
          is_exchange (claim) || is_exchange (other))
        continue;
      report = report_pair (context, "same-preamble", claim, other);
      cs_report_add_related (report, "nearest-claim", span_of (other, other->subject));
      return;
    }
}

void
cs_check_unity (CsExamContext *context, const CsClaim *unused)
{
  g_autoptr (GArray) claims =
      cs_unity_compare (cs_exam_get_feature_words (context), LINK_PERCENT);

  for (guint i = 0; i < claims->len; i++)
    {
      check_common (context, claims, i);
      check_category (context, claims, i);
      check_preamble (context, claims, i);
    }
}
