#include <string.h>

#include "../../draft/cs-subject.h"
#include "../../language/cs-scan.h"
#include "reference-fixes.h"

#define MAX_ANCHOR_BYTES 60 /* "权利要求根据权利要求" and the like */

/* One list of claims, and where its fix goes. */
typedef struct
{
  CsReport *report;
  const CsClaim *claim;
  const CsRefGroup *group;
} List;

static const CsClaimRef *
get_ref (const List *list, guint n)
{
  return &g_array_index (list->claim->refs->refs, CsClaimRef, list->group->first_ref + n);
}

static void
add_edit (const List *list, gsize start, gsize end, const char *insert)
{
  cs_report_add_fix (list->report, "alternative",
                     (CsSpan){ CS_PART_CLAIMS, list->claim->index, start, end }, insert);
}

static gboolean
has_range (const List *list)
{
  for (guint i = 0; i < list->group->n_refs; i++)
    if (get_ref (list, i)->first < get_ref (list, i)->last)
      return TRUE;

  return FALSE;
}

/* The first of @words between number @n and the next one. */
static CsRange
find_between (const List *list, guint n, const char *const *words)
{
  gsize end = get_ref (list, n + 1)->start;

  for (gsize at = get_ref (list, n)->end; at < end; at++)
    {
      gsize length = cs_scan_any (list->claim->text, at, words);

      if (length > 0 && at + length <= end)
        return (CsRange){ at, at + length };
    }

  return (CsRange){ 0, 0 };
}

/* The one word that joins the list, which stands before its last number; empty when there is none
 * or more than one. */
static CsRange
find_conjunction (const List *list, const char *const *words)
{
  guint n_gaps = list->group->n_refs - 1;

  for (guint i = 0; i + 1 < n_gaps; i++)
    if (!cs_range_is_empty (find_between (list, i, words)))
      return (CsRange){ 0, 0 };

  return find_between (list, n_gaps - 1, words);
}

/* --- Chinese --- */

/* One past "权利要求1-5", where 所述 follows and 中任一项 has its place; 0 when it does not follow. */
static gsize
find_choice_place (const List *list)
{
  static const char *const tails[] = { "所述", "的", "之", NULL };
  gsize end = get_ref (list, list->group->n_refs - 1)->end;

  return end == list->group->end && cs_scan_any (list->claim->text, end, tails) > 0 ? end : 0;
}

static void
fix_chinese_list (const List *list)
{
  static const char *const joins[] = { "以及", "和", "及", "与", NULL };
  static const char *const both[] = { "和/或", "和或", "及/或", NULL };
  gsize place = find_choice_place (list);
  gboolean needs_choice = list->group->list == CS_REF_LIST_BARE || has_range (list);
  CsRange join = { 0, 0 };

  if (needs_choice && place == 0)
    return;

  if (list->group->list == CS_REF_LIST_CUMULATIVE)
    {
      if (list->group->n_refs < 2)
        return;
      join = find_conjunction (list, joins);
      if (cs_range_is_empty (join) || cs_scan_any (list->claim->text, join.start, both) > 0)
        return;
      add_edit (list, join.start, join.end, "或");
    }
  if (needs_choice)
    add_edit (list, place, place, "中任一项");
}

/* --- English --- */

/* Whether "any one of" may stand before the anchor: "of claims", "according to claims". */
static gboolean
follows_preposition (const List *list)
{
  static const char *const words[] = {
    "of", "to", "in", "by", "with", "under", "per", "from", NULL
  };
  const char *text = list->claim->text;
  gsize end = list->group->anchor;
  gsize start;
  g_autofree char *word = NULL;

  while (end > 0 && text[end - 1] == ' ')
    end--;
  start = end;
  while (start > 0 && g_ascii_isalpha (text[start - 1]))
    start--;
  word = g_ascii_strdown (text + start, end - start);

  return g_strv_contains (words, word);
}

/* "claims 1-5" and "claim 1-5": any one of claims 1-5. */
static void
put_any_one_of (const List *list)
{
  gsize anchor = list->group->anchor;
  gsize end = anchor + strlen ("claim");

  if (!follows_preposition (list))
    return;

  if (list->claim->text[end] == 's')
    add_edit (list, anchor, anchor, "any one of ");
  else
    add_edit (list, anchor, end, "any one of claims");
}

static void
fix_english_list (const List *list)
{
  static const char *const joins[] = { " and ", NULL };
  static const char *const commas[] = { ", ", NULL };
  gboolean bare = list->group->list == CS_REF_LIST_BARE;
  CsRange join;

  if (has_range (list))
    {
      /* "each of claims 1 to 3" says what it means */
      if (bare || (list->group->n_refs > 1 && !cs_range_is_empty (find_conjunction (list, joins))))
        put_any_one_of (list);
      return;
    }
  if (list->group->n_refs < 2)
    return;

  join =
      bare ? find_between (list, list->group->n_refs - 2, commas) : find_conjunction (list, joins);
  if (!cs_range_is_empty (join))
    add_edit (list, join.start, join.end, " or ");
}

void
cs_reference_fix_list (CsExamContext *context,
                       CsReport *report,
                       const CsClaim *claim,
                       const CsRefGroup *group)
{
  static const char *const all_words[] = { "each", "all", "both", NULL };
  List list = { report, claim, group };
  g_autofree char *lead =
      g_ascii_strdown (claim->text + group->start, group->anchor - group->start);
  g_auto (GStrv) words = g_strsplit_set (lead, " \n", -1);

  if (!claim->dependent || group->n_refs == 0 || group->preceding)
    return;
  for (guint i = 0; all_words[i] != NULL; i++)
    if (g_strv_contains ((const char *const *)words, all_words[i]))
      return;

  if (g_str_equal (cs_exam_get_draft (context)->language, "zh"))
    fix_chinese_list (&list);
  else
    fix_english_list (&list);
}

/* --- spelling --- */

/* 权利2要求2: the number that slipped into the word is that behind it. */
static gboolean
holds_other_number (const char *anchor, gsize n_bytes, guint number)
{
  gsize at = 0;
  guint inner;

  while (at < n_bytes && !g_ascii_isdigit (anchor[at]))
    at++;

  return at < n_bytes && (!cs_scan_number (anchor, &at, number, &inner) || inner != number);
}

void
cs_reference_fix_spelling (CsReport *report, const CsClaim *claim, const CsRefGroup *group)
{
  const CsClaimRef *first;
  gsize end;

  if (group->n_refs == 0 || group->preceding)
    return;

  first = &g_array_index (claim->refs->refs, CsClaimRef, group->first_ref);
  end = first->start;
  while (end > group->anchor && claim->text[end - 1] == ' ')
    end--;
  if (end - group->anchor > MAX_ANCHOR_BYTES ||
      holds_other_number (claim->text + group->anchor, end - group->anchor, first->first))
    return;

  cs_report_add_fix (report, "respell",
                     (CsSpan){ CS_PART_CLAIMS, claim->index, group->anchor, end }, "权利要求");
}

/* --- another claim --- */

static gboolean
has_same_subject (CsExamContext *context, const CsClaim *claim, const CsClaim *base)
{
  g_autofree char *subject = cs_claim_dup_range (claim, claim->subject);
  g_autofree char *other = cs_claim_dup_range (base, base->subject);

  return cs_subject_compare (subject, other, cs_exam_get_draft (context)->language) ==
         CS_SUBJECT_SAME;
}

static gboolean
may_depend_on (CsExamContext *context, const CsClaim *claim, const CsClaim *base)
{
  const CsClaimSet *claims = cs_exam_get_claims (context);

  return base->index < claim->index && !base->cancelled && base->broken == CS_NO_INDEX &&
         base->number > 0 && cs_claim_set_find (claims, base->number) == base->index &&
         has_same_subject (context, claim, base);
}

static gboolean
is_plain_number (const CsClaim *claim, const CsClaimRef *ref)
{
  for (gsize at = ref->start; at < ref->end; at++)
    if (!g_ascii_isdigit (claim->text[at]))
      return FALSE;

  return TRUE;
}

static void
point_to (CsReport *report,
          const char *name,
          const CsClaim *claim,
          const CsClaimRef *ref,
          const CsClaim *base)
{
  g_autofree char *number = g_strdup_printf ("%u", base->number);

  cs_report_add_fix (report, name, (CsSpan){ CS_PART_CLAIMS, claim->index, ref->start, ref->end },
                     number);
}

void
cs_reference_fix_target (CsExamContext *context,
                         CsReport *report,
                         const CsClaim *claim,
                         const CsClaimRef *ref)
{
  const CsClaimSet *claims = cs_exam_get_claims (context);
  const CsRefGroup *head = &g_array_index (claim->refs->groups, CsRefGroup, 0);
  const CsClaim *previous;
  const CsClaim *root;

  if (claim->index == 0 || ref->group != 0 || head->list != CS_REF_LIST_SINGLE ||
      !is_plain_number (claim, ref))
    return;

  previous = cs_claim_set_get (claims, claim->index - 1);
  root = cs_claim_set_get (claims, previous->root);
  if (!may_depend_on (context, claim, root))
    return;
  if (may_depend_on (context, claim, previous))
    point_to (report, "point-to-previous", claim, ref, previous);
  if (root != previous)
    point_to (report, "point-to-independent", claim, ref, root);
}
