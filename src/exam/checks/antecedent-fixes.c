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

/* Whether @claim comes to @above by every path: one reference, to one claim, at each step. */
static gboolean
rests_on (const CsClaimSet *claims, const CsClaim *claim, guint above)
{
  while (claim->index > above && claim->depends->len == 1 && claim->quotes->len == 0)
    claim = cs_claim_set_get (claims, g_array_index (claim->depends, guint, 0));

  return claim->index == above;
}

/* Whether the claims that repeat the reference would all rest on an introduction in its place. */
static gboolean
serves_all (CsExamContext *context, guint at)
{
  const CsTerms *terms = cs_exam_get_terms (context);
  const GArray *mentions = cs_terms_get_mentions (terms);
  const CsMention *mention = &g_array_index (mentions, CsMention, at);
  guint n_uses;
  const guint *uses = cs_terms_get_uses (terms, mention->term, &n_uses);

  for (guint i = 0; i < n_uses; i++)
    {
      const CsMention *other = &g_array_index (mentions, CsMention, uses[i]);

      if (uses[i] != at && other->kind == CS_MENTION_REFERENCE &&
          other->basis > CS_BASIS_FOUND &&
          !rests_on (cs_exam_get_claims (context),
                     cs_claim_set_get (cs_exam_get_claims (context), other->claim),
                     mention->claim))
        return FALSE;
    }

  return TRUE;
}

void
cs_antecedent_fix_introduce (CsExamContext *context, CsReport *report, guint at)
{
  const GArray *mentions = cs_terms_get_mentions (cs_exam_get_terms (context));
  const CsMention *mention = &g_array_index (mentions, CsMention, at);
  g_autofree char *name = dup_range (context, mention, mention->range);
  g_autofree char *marker = dup_range (context, mention, mention->marker);
  g_autofree char *article = NULL;

  if (*marker == '\0' || *name == '\0' || mention->partial || !serves_all (context, at))
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

/* --- the name that was meant --- */

/* Whether @name is @meant with something left out. */
static gboolean
is_shortened (const char *name, const char *meant)
{
  for (; *meant != '\0' && *name != '\0'; meant = g_utf8_next_char (meant))
    if (g_utf8_get_char (meant) == g_utf8_get_char (name))
      name = g_utf8_next_char (name);

  return *name == '\0';
}

static gboolean
is_ordinal (gunichar letter)
{
  static const char numerals[] = "一二三四五六七八九十";

  return g_unichar_isdigit (letter) || g_utf8_strchr (numerals, -1, letter) != NULL;
}

/* Whether one name is the other with one or two letters put for others, or two exchanged. Another
 * number is no slip: 第一 for 第二 is for its author to decide. */
static gboolean
is_slip (const char *name, const char *other)
{
  guint n_other = 0;
  gunichar was = 0;
  gunichar is = 0;

  if (g_utf8_strlen (name, -1) != g_utf8_strlen (other, -1))
    return FALSE;

  for (; *name != '\0'; name = g_utf8_next_char (name), other = g_utf8_next_char (other))
    if (g_utf8_get_char (name) != g_utf8_get_char (other))
      {
        if (is_ordinal (g_utf8_get_char (name)))
          return FALSE;
        if (++n_other == 2 && (was != g_utf8_get_char (other) || is != g_utf8_get_char (name)))
          return FALSE;
        was = g_utf8_get_char (name);
        is = g_utf8_get_char (other);
      }

  return n_other == 1 || n_other == 2;
}

/* A name that its author would take without thinking. */
static gboolean
is_plainly_meant (CsExamContext *context, const char *name, const char *meant)
{
  if (*name == '\0' || strcmp (name, meant) == 0 || strpbrk (meant, "\n,;:") != NULL)
    return FALSE;
  if (!is_chinese (context) && is_plural (name) != is_plural (meant))
    return FALSE;

  return is_slip (name, meant) || is_shortened (name, meant);
}

/* Whether the mention at @other is the same fault as the one at @at: a reference that fails again,
 * or the same short form in the same claim. */
static gboolean
repeats (const GArray *mentions, guint other, guint at)
{
  const CsMention *one = &g_array_index (mentions, CsMention, at);
  const CsMention *again = &g_array_index (mentions, CsMention, other);

  if ((one->flags & CS_MENTION_SHORT) != 0)
    return other > at && again->claim == one->claim && again->kind == CS_MENTION_REFERENCE;

  return (again->flags & CS_MENTION_REPEATED) != 0 && again->second == at;
}

/* All places of the claims where the same reference fails are changed. */
void
cs_antecedent_fix_replace (CsExamContext *context, CsReport *report, guint at, guint term)
{
  const CsTerms *terms = cs_exam_get_terms (context);
  const GArray *mentions = cs_terms_get_mentions (terms);
  const CsTerm *meant = &g_array_index (cs_terms_get_terms (terms), CsTerm, term);
  const CsMention *mention = &g_array_index (mentions, CsMention, at);
  g_autofree char *name = dup_range (context, mention, mention->range);
  guint n_uses;
  const guint *uses = cs_terms_get_uses (terms, mention->term, &n_uses);

  if (mention->partial || !is_plainly_meant (context, name, meant->name))
    return;

  cs_report_add_fix (report, "replace", span_of (mention, mention->range), meant->name);
  for (guint i = 0; i < n_uses; i++)
    {
      const CsMention *other = &g_array_index (mentions, CsMention, uses[i]);
      g_autofree char *same = dup_range (context, other, other->range);

      if (repeats (mentions, uses[i], at) && strcmp (same, name) == 0)
        cs_report_add_fix (report, "replace", span_of (other, other->range), meant->name);
    }
}

/* --- another claim to depend on --- */

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

/* Claims above whom @claim's own base stands: nothing that it rests on is lost there. */
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

  holders = cs_terms_dup_claims_with (cs_exam_get_terms (context), mention->term);
  g_array_prepend_val (holders, mention->target);
  for (guint i = 0; i < holders->len && n_targets < MAX_TARGETS; i++)
    {
      const CsClaim *target = cs_claim_set_get (claims, g_array_index (holders, guint, i));

      if (target->index >= claim->index || (i > 0 && target->index == mention->target) ||
          target->number == 0 || target->number == ref->first || target->multiple ||
          !rests_on (claims, target, cs_claim_set_find (claims, ref->first)) ||
          !is_for_same_subject (context, claim, target))
        continue;
      offer_target (context, report, mention, target->index);
      n_targets++;
    }
}
