#include <string.h>

#include "cs-checks.h"
#include "reference-signs.h"

/* Reference signs: one part, one sign, in list, text, claims, abstract and drawings, in brackets
 * where the office wants them. Sources: Rules (2023) r. 21(2), 22(4); Guidelines 2023 part 2 ch. 2,
 * 2.2.6, 2.4; 37 CFR 1.84(p)(4), (5); EPC r. 43(7), 47(4), OJ 2022 A113; PCT r. 6.2(b), 8.1(d),
 * 11.13(l), (m). */

const char *const cs_reference_signs_rules[] = {
  "two-names", "two-signs", "claim-name-differs", "claim-sign-unknown", "not-in-list",
  "not-in-text", "not-in-figures", "figure-only", "unbracketed", "unbracketed-abstract",
  "bracketed", "unclosed", "missing-in-claims", "missing-in-abstract", NULL
};

#define LEAST_LISTED 60 /* per cent of all signs: a list of fewer is one of something else */
#define MAX_GAP 4       /* bytes between a name and its sign: a bracket, a blank */
#define LEAST_SIGNS 3   /* a draft with fewer does without them elsewhere */

static CsReport *
report (const CsSignsCheck *signs, const char *rule, CsSpan where, const CsSignEntry *entry)
{
  CsReport *made = cs_exam_report (signs->context, rule, CS_CERTAINTY_LIKELY, where);

  cs_report_set (made, "sign", "%s", entry->sign);
  cs_report_set (made, "name", "%s", entry->name == NULL ? entry->sign : entry->name);

  return made;
}

/* --- one name, one sign --- */

/* Whether the sign is known to mark something else: a list says so; a slide button 14 may be called
 * the button 14 elsewhere, and is none of the buttons 50. */
static void
check_mistaken (const CsSignsCheck *signs)
{
  for (guint i = 0; i < signs->mentions->len; i++)
    {
      const CsSignMention *mention = cs_signs_check_mention (signs, i);
      const CsSignEntry *named;
      CsReport *made;

      if (!signs->mistaken[i])
        continue;
      named = cs_signs_check_entry (signs, mention->names);
      made = report (signs, "two-signs", mention->span,
                     cs_signs_check_entry (signs, mention->entry));
      cs_report_set (made, "known", "%s", named->sign);
      cs_report_set (made, "part", "%s", named->name);
      cs_report_add_related (made, "nearest", named->first);
    }
}

/* --- one sign, one name --- */

/* Whether the sign behind the name is what is wrong there. */
static gboolean
is_mistaken_at (const CsSignsCheck *signs, const CsSpan *name)
{
  for (guint i = 0; i < signs->mentions->len; i++)
    {
      const CsSignMention *mention = cs_signs_check_mention (signs, i);

      if (signs->mistaken[i] && mention->span.part == name->part &&
          mention->span.index == name->index && mention->name.end >= name->start &&
          mention->name.start <= name->end)
        return TRUE;
    }

  return FALSE;
}

/* Whether a sign stands behind the name, in brackets that are closed. */
static gboolean
has_sign (const CsSignsCheck *signs, const CsSpan *name)
{
  for (guint i = 0; i < signs->mentions->len; i++)
    {
      const CsSignMention *mention = cs_signs_check_mention (signs, i);

      if (mention->span.part == name->part && mention->span.index == name->index &&
          mention->span.start >= name->end && mention->span.start - name->end <= MAX_GAP)
        return TRUE;
    }

  return FALSE;
}

/* Antecedent-basis speaks of references that rest on nothing, and says what was perhaps meant. */
static gboolean
lacks_basis (const CsSignsCheck *signs, const CsSpan *name)
{
  const CsTerms *terms = cs_exam_get_terms (signs->context);
  const CsMention *mention;
  guint at;

  if (name->part != CS_PART_CLAIMS)
    return FALSE;
  at = cs_terms_find_mention (terms, name->index, name->start);
  if (at == CS_NO_INDEX)
    return FALSE;
  mention = &g_array_index (cs_terms_get_mentions (terms), CsMention, at);

  return mention->kind == CS_MENTION_REFERENCE && mention->basis > CS_BASIS_IMPLICIT;
}

static void
check_names (const CsSignsCheck *signs)
{
  for (guint i = 0; i < signs->variants->len; i++)
    {
      const CsTermVariant *variant = &g_array_index (signs->variants, CsTermVariant, i);
      gboolean claimed = variant->where.part == CS_PART_CLAIMS;
      g_autofree char *fault = NULL;
      CsReport *made;

      if (variant->kind != CS_VARIANT_SIGN || !has_sign (signs, &variant->where) ||
          is_mistaken_at (signs, &variant->where) || lacks_basis (signs, &variant->where))
        continue;
      made = cs_exam_report (signs->context, claimed ? "claim-name-differs" : "two-names",
                             CS_CERTAINTY_LIKELY, variant->where);
      fault = g_strdup_printf ("%s\n%s", variant->name, variant->known);
      cs_report_set (made, "known", "%s", variant->known);
      cs_report_set (made, "sign", "%s", variant->sign);
      cs_report_set_alike (made, fault);
      cs_report_add_related (made, "nearest", variant->known_at);
      if (variant->plain)
        cs_report_add_fix (made, "replace", variant->where, variant->known);
    }
}

/* The list gives one sign to two names. */
static void
check_list (const CsSignsCheck *signs)
{
  const GArray *list = cs_description_get_signs (cs_exam_get_description (signs->context));

  for (guint i = 0; i < list->len; i++)
    {
      const CsSign *line = &g_array_index (list, CsSign, i);
      guint index = cs_signs_find (signs->signs, line->sign);
      const CsSignEntry *entry = index == CS_NO_INDEX ? NULL : cs_signs_check_entry (signs, index);
      CsReport *made;

      if (entry == NULL || entry->n_listed < 2 || entry->name == NULL ||
          strcmp (entry->name, line->name) == 0)
        continue;
      made = cs_exam_report (signs->context, "two-names", CS_CERTAINTY_LIKELY, line->span);
      cs_report_set (made, "known", "%s", entry->name);
      cs_report_set (made, "sign", "%s", line->sign);
      cs_report_add_related (made, "nearest", entry->first);
    }
}

/* --- list and text --- */

static guint
count_listed (const CsSignsCheck *signs)
{
  guint n = 0;

  for (guint i = 0; i < signs->entries->len; i++)
    n += cs_signs_check_entry (signs, i)->n_listed > 0;

  return n;
}

static gboolean
is_only_mistaken (const CsSignsCheck *signs, guint index)
{
  const CsSignEntry *entry = cs_signs_check_entry (signs, index);

  return entry->n_listed == 0 && signs->n_mistaken[index] > 0 &&
         signs->n_mistaken[index] >= entry->n_text + entry->n_claims + entry->n_abstract;
}

/* The first mention of the sign in the description that counts, else in the claims; the background
 * alone does not. */
static gboolean
find_in_text (const CsSignsCheck *signs, guint index, CsSpan *where)
{
  gboolean found = FALSE;

  for (guint i = 0; i < signs->mentions->len; i++)
    {
      const CsSignMention *mention = cs_signs_check_mention (signs, i);

      if (mention->entry != index || cs_signs_check_is_old (signs, &mention->span))
        continue;
      if (!found || mention->span.part == CS_PART_DESCRIPTION)
        *where = mention->span;
      found = TRUE;
      if (mention->span.part == CS_PART_DESCRIPTION)
        break;
    }

  return found;
}

static void
check_entry (const CsSignsCheck *signs, guint index, gboolean has_list)
{
  const CsSignEntry *entry = cs_signs_check_entry (signs, index);
  CsSpan where;

  if (entry->n_listed > 0)
    {
      if (entry->n_text + signs->n_missed[index] == 0)
        report (signs, "not-in-text", entry->first, entry);
      return;
    }
  if (is_only_mistaken (signs, index))
    return;
  if (entry->claimed && entry->n_text == 0 && entry->name == NULL)
    return; /* a number in brackets, of which nothing tells what it marks */
  if (entry->claimed && entry->n_text == 0)
    report (signs, "claim-sign-unknown", entry->first, entry);
  else if (has_list && find_in_text (signs, index, &where))
    report (signs, "not-in-list", where, entry);
}

/* What list, description and claims have of each other. A description without any sign is not
 * compared: nobody uses signs there. */
static void
check_presence (const CsSignsCheck *signs)
{
  guint n_listed = count_listed (signs);
  gboolean has_list = n_listed >= LEAST_SIGNS &&
                      n_listed * 100 >= signs->entries->len * LEAST_LISTED;
  guint n_in_text = 0;

  for (guint i = 0; i < signs->entries->len; i++)
    n_in_text += cs_signs_check_entry (signs, i)->n_text > 0;
  if (n_in_text < LEAST_SIGNS)
    return;

  for (guint i = 0; i < signs->entries->len; i++)
    check_entry (signs, i, has_list);
}

/* --- brackets --- */

static void
offer_brackets (const CsSignsCheck *signs, CsReport *made, const CsSignMention *mention)
{
  gboolean chinese = strcmp (cs_exam_get_draft (signs->context)->language, "zh") == 0;
  g_autofree char *insert = g_strdup_printf (chinese ? "（%s）" : "(%s)",
                                             cs_signs_check_entry (signs, mention->entry)->sign);

  cs_report_add_fix (made, "bracket", mention->span, insert);
}

static void
check_brackets (const CsSignsCheck *signs)
{
  const CsSection *summary =
      cs_description_find_section (cs_exam_get_description (signs->context), CS_HEADING_SUMMARY);

  for (guint i = 0; i < signs->mentions->len; i++)
    {
      const CsSignMention *mention = cs_signs_check_mention (signs, i);
      const CsSignEntry *entry = cs_signs_check_entry (signs, mention->entry);
      gboolean described = mention->span.part == CS_PART_DESCRIPTION;
      CsReport *made;

      if (mention->bracketed != described || (described && !mention->agrees))
        continue;
      /* a summary repeats the claims, signs and all */
      if (described && summary != NULL && mention->span.index >= summary->first &&
          mention->span.index < summary->end)
        continue;
      made = report (signs,
                     described                              ? "bracketed" :
                     mention->span.part == CS_PART_ABSTRACT ? "unbracketed-abstract" :
                                                              "unbracketed",
                     mention->span, entry);
      cs_report_set_alike (made, described ? "bracketed" : "unbracketed");
      if (!described)
        offer_brackets (signs, made, mention);
    }
}

static void
check_unclosed (const CsSignsCheck *signs)
{
  const GArray *brackets = cs_signs_get_brackets (signs->signs);

  for (guint i = 0; i < brackets->len; i++)
    cs_exam_report (signs->context, "unclosed", CS_CERTAINTY_LIKELY,
                    g_array_index (brackets, CsSignBracket, i).span);
}

/* --- parts without signs --- */

static void
check_missing (const CsSignsCheck *signs)
{
  CsDraft *draft = cs_exam_get_draft (signs->context);
  const CsClaimSet *claims = cs_exam_get_claims (signs->context);
  guint n_text = 0;
  guint n_claims = 0;
  guint n_abstract = 0;

  for (guint i = 0; i < signs->entries->len; i++)
    {
      n_text += cs_signs_check_entry (signs, i)->n_text > 0;
      n_claims += cs_signs_check_entry (signs, i)->n_claims;
      n_abstract += cs_signs_check_entry (signs, i)->n_abstract;
    }
  if (n_text < LEAST_SIGNS)
    return;

  if (n_claims == 0 && cs_claim_set_get_n_claims (claims) > 0)
    cs_exam_report_claim (signs->context, "missing-in-claims", CS_CERTAINTY_CERTAIN,
                          cs_claim_set_get (claims, 0), cs_claim_set_get (claims, 0)->subject);
  if (n_abstract == 0 && draft->texts[CS_PART_ABSTRACT] != NULL)
    cs_exam_report (signs->context, "missing-in-abstract", CS_CERTAINTY_CERTAIN,
                    (CsSpan){ CS_PART_ABSTRACT, CS_NO_INDEX, 0, 0 });
}

/* --- figures --- */

static void
check_figure (const CsSignsCheck *signs, guint index, const CsFigure *figure, GHashTable *shown)
{
  for (guint i = 0; figure->signs[i] != NULL; i++)
    {
      guint known = cs_signs_find (signs->signs, figure->signs[i]);
      CsReport *made;

      g_hash_table_add (shown, figure->signs[i]);
      if (figure->signs[i][0] == '\0' ||
          (known != CS_NO_INDEX && cs_signs_check_entry (signs, known)->n_text > 0))
        continue;
      made = cs_exam_report (signs->context, "figure-only", CS_CERTAINTY_CERTAIN,
                             (CsSpan){ CS_PART_FIGURES, index, 0, 0 });
      cs_report_set (made, "sign", "%s", figure->signs[i]);
      cs_report_set (made, "figure", "%s", figure->label);
    }
}

/* What a person saw in the figures. What nobody looked at is never passed. */
static void
check_figures (const CsSignsCheck *signs)
{
  const CsDraft *draft = cs_exam_get_draft (signs->context);
  g_autoptr (GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);

  if (!cs_figures_are_ticked (draft->figures))
    {
      const char *reason = draft->figures->len == 0 ? "no-figures" : "unticked-figures";

      cs_exam_skip (signs->context, "not-in-figures", reason, CS_NO_INDEX);
      cs_exam_skip (signs->context, "figure-only", reason, CS_NO_INDEX);
      return;
    }

  for (guint i = 0; i < draft->figures->len; i++)
    check_figure (signs, i, &g_array_index (draft->figures, CsFigure, i), shown);
  for (guint i = 0; i < signs->entries->len; i++)
    {
      const CsSignEntry *entry = cs_signs_check_entry (signs, i);
      CsSpan where;

      if (entry->n_text + entry->n_claims > 0 && !is_only_mistaken (signs, i) &&
          !g_hash_table_contains (shown, entry->sign) && find_in_text (signs, i, &where))
        report (signs, "not-in-figures", where, entry);
    }
}

/* --- the check --- */

static void
count_agreeing (CsSignsCheck *signs)
{
  for (guint i = 0; i < signs->mentions->len; i++)
    {
      const CsSignMention *mention = cs_signs_check_mention (signs, i);

      signs->agreeing[mention->entry] += mention->agrees;
    }
}

void
cs_check_reference_signs (CsExamContext *context, const CsClaim *unused)
{
  const CsSigns *all = cs_exam_get_signs (context);
  const GArray *entries = cs_signs_get_entries (all);
  const GArray *mentions = cs_signs_get_mentions (all);
  g_autofree guint *agreeing = g_new0 (guint, entries->len + 1);
  g_autofree guint8 *mistaken = g_new0 (guint8, mentions->len + 1);
  g_autofree guint *n_mistaken = g_new0 (guint, entries->len + 1);
  g_autofree guint *n_missed = g_new0 (guint, entries->len + 1);
  CsSignsCheck signs = { .context = context,
                         .signs = all,
                         .entries = entries,
                         .mentions = mentions,
                         .agreeing = agreeing,
                         .mistaken = mistaken,
                         .n_mistaken = n_mistaken,
                         .n_missed = n_missed };

  if (entries->len == 0 && !cs_figures_are_ticked (cs_exam_get_draft (context)->figures))
    {
      cs_exam_not_applicable (context, NULL, "no-signs");
      return;
    }

  signs.variants = cs_exam_get_variants (context);
  count_agreeing (&signs);
  cs_signs_check_find_mistaken (&signs);
  check_mistaken (&signs);
  check_names (&signs);
  check_list (&signs);
  check_presence (&signs);
  check_brackets (&signs);
  check_unclosed (&signs);
  check_missing (&signs);
  check_figures (&signs);
}
