#include "antecedent-fixes.h"

#include <string.h>

#include "../../draft/cs-subject.h"

#define MAX_TARGETS 3 /* more is no help to choose from */

static CsSpan
span_of (const CsMention *mention, CsRange range)
{
  return (CsSpan){ CS_PART_CLAIMS, mention->claim, range.start, range.end };
}

static gboolean
is_chinese (CsExamContext *context)
{
  return strcmp (cs_exam_get_draft (context)->language, "zh") == 0;
}

static char *
dup_range (CsExamContext *context, const CsMention *mention, CsRange range)
{
  return cs_claim_dup_range (cs_claim_set_get (cs_exam_get_claims (context), mention->claim),
                             range);
}

/* By sound, as far as letters tell: "a unit", "an LED", "an hour". */
static const char *
get_article (const char *word)
{
  static const char *const with_a[] = { "uni", "use", "usa", "util", "eu", "one", "once", "ubiq" };
  static const char *const with_an[] = { "hour", "honest", "heir" };

  for (guint i = 0; i < G_N_ELEMENTS (with_a); i++)
    if (g_ascii_strncasecmp (word, with_a[i], strlen (with_a[i])) == 0)
      return "a";
  for (guint i = 0; i < G_N_ELEMENTS (with_an); i++)
    if (g_ascii_strncasecmp (word, with_an[i], strlen (with_an[i])) == 0)
      return "an";
  if (g_ascii_isupper (word[0]) && !g_ascii_islower (word[1])) /* letters are spelt out */
    return strchr ("AEFHILMNORSX", word[0]) != NULL ? "an" : "a";

  return strchr ("aeiouAEIOU", word[0]) != NULL ? "an" : "a";
}

static gboolean
is_plural (const char *name)
{
  gsize length = strlen (name);

  return length > 2 && name[length - 1] == 's' && strchr ("su", name[length - 2]) == NULL;
}

void
cs_antecedent_fix_introduce (CsExamContext *context, CsReport *report, const CsMention *mention)
{
  g_autofree char *name = dup_range (context, mention, mention->range);
  g_autofree char *marker = dup_range (context, mention, mention->marker);
  g_autofree char *article = NULL;

  if (*marker == '\0' || *name == '\0')
    return;
  if (is_chinese (context))
    {
      cs_report_add_fix (report, "introduce", span_of (mention, mention->marker), "");
      return;
    }
  /* "the at least one pump": what is left of the marker says how many there are */
  if (g_ascii_strcasecmp (marker, "the") != 0 && g_ascii_strcasecmp (marker, "said") != 0)
    return;

  if (is_plural (name))
    {
      CsRange head = { mention->marker.start, mention->range.start };

      if (!g_ascii_isupper (*marker) && head.end == mention->marker.end + 1)
        cs_report_add_fix (report, "introduce", span_of (mention, head), "");
      return;
    }
  article = g_strdup (get_article (name));
  if (g_ascii_isupper (*marker))
    *article = g_ascii_toupper (*article);
  cs_report_add_fix (report, "introduce", span_of (mention, mention->marker), article);
}

void
cs_antecedent_fix_refer (CsExamContext *context, CsReport *report, const CsMention *mention)
{
  g_autofree char *marker = dup_range (context, mention, mention->marker);

  if (is_chinese (context))
    {
      if (*marker != '\0')
        cs_report_add_fix (report, "refer", span_of (mention, mention->marker), "所述");
      return;
    }
  if (strcmp (marker, "a") == 0 || strcmp (marker, "an") == 0)
    cs_report_add_fix (report, "refer", span_of (mention, mention->marker), "the");
}

void
cs_antecedent_fix_replace (CsExamContext *context,
                           CsReport *report,
                           const CsMention *mention,
                           guint term)
{
  const GArray *terms = cs_terms_get_terms (cs_exam_get_terms (context));
  const CsTerm *meant = &g_array_index (terms, CsTerm, term);
  g_autofree char *name = dup_range (context, mention, mention->range);

  if (*name == '\0' || strcmp (name, meant->name) == 0 || strpbrk (meant->name, "\n,;:") != NULL)
    return;
  if (!is_chinese (context) && is_plural (name) != is_plural (meant->name))
    return;

  cs_report_add_fix (report, "replace", span_of (mention, mention->range), meant->name);
}

/* The one number of the one reference of @claim; NULL when there is more to choose from. */
static const CsClaimRef *
get_single_ref (const CsClaim *claim)
{
  const CsClaimRef *ref;

  if (claim->refs->groups->len != 1 || claim->refs->refs->len != 1 || !claim->dependent)
    return NULL;

  ref = &g_array_index (claim->refs->refs, CsClaimRef, 0);

  if (ref->first != ref->last || g_array_index (claim->refs->groups, CsRefGroup, 0).preceding)
    return NULL;

  return ref;
}

static gboolean
is_for_same_subject (CsExamContext *context, const CsClaim *claim, const CsClaim *target)
{
  const CsClaimSet *claims = cs_exam_get_claims (context);
  const CsClaim *root = cs_claim_set_get (claims, target->root);
  g_autofree char *subject = cs_claim_dup_range (claim, claim->subject);
  g_autofree char *base = cs_claim_dup_range (root, root->subject);

  return cs_subject_compare (subject, base, cs_exam_get_draft (context)->language) ==
         CS_SUBJECT_SAME;
}

static void
offer_target (CsExamContext *context, CsReport *report, const CsMention *mention, guint target)
{
  const CsClaimSet *claims = cs_exam_get_claims (context);
  const CsClaimRef *ref = get_single_ref (cs_claim_set_get (claims, mention->claim));
  g_autofree char *number = g_strdup_printf ("%u", cs_claim_set_get (claims, target)->number);

  cs_report_add_fix (report, "point-to", span_of (mention, (CsRange){ ref->start, ref->end }),
                     number);
}

void
cs_antecedent_fix_target (CsExamContext *context, CsReport *report, const CsMention *mention)
{
  const CsClaimSet *claims = cs_exam_get_claims (context);
  const CsClaim *claim = cs_claim_set_get (claims, mention->claim);
  const CsClaimRef *ref = get_single_ref (claim);
  g_autoptr (GArray) holders = NULL;
  guint n_targets = 0;

  if (ref == NULL || mention->target == CS_NO_INDEX)
    return;

  offer_target (context, report, mention, mention->target);
  holders = cs_terms_dup_claims_with (cs_exam_get_terms (context), mention->term);
  for (guint i = 0; i < holders->len && n_targets + 1 < MAX_TARGETS; i++)
    {
      const CsClaim *target = cs_claim_set_get (claims, g_array_index (holders, guint, i));

      if (target->index >= claim->index || target->index == mention->target ||
          target->number == 0 || target->number == ref->first || target->multiple ||
          target->broken != CS_NO_INDEX || !is_for_same_subject (context, claim, target))
        continue;
      offer_target (context, report, mention, target->index);
      n_targets++;
    }
}
