#include <string.h>

#include "cs-claim-marks.h"

#include "../../base/cs-position.h"

/* A mark in bytes, on the way to code points. */
typedef struct
{
  CsClaimMarkKind kind;
  guint number;
  CsRange range;
} ByteMark;

static void
add_mark (GArray *marks, CsClaimMarkKind kind, CsRange range, guint number)
{
  ByteMark mark = { kind, number, range };

  if (!cs_range_is_empty (range))
    g_array_append_val (marks, mark);
}

/* "claims 1 or 2": "claims 1" leads to the first, " or 2" to the second. */
static void
add_references (GArray *marks, const CsClaimRefs *refs)
{
  for (guint i = 0; i < refs->groups->len; i++)
    {
      const CsRefGroup *group = &g_array_index (refs->groups, CsRefGroup, i);
      gsize start = group->anchor;

      if (group->n_refs == 0)
        add_mark (marks, CS_CLAIM_MARK_REFERENCE, (CsRange){ start, group->end }, 0);

      for (guint j = 0; j < group->n_refs; j++)
        {
          const CsClaimRef *ref = &g_array_index (refs->refs, CsClaimRef, group->first_ref + j);

          add_mark (marks, CS_CLAIM_MARK_REFERENCE, (CsRange){ start, ref->end }, ref->first);
          start = MAX (start, ref->end);
        }
    }
}

/* Length of the bracket that opens before byte @at, or closes behind it; 0 for none. */
static gsize
measure_bracket (const CsClaim *claim, gsize at, gboolean opens)
{
  static const char *const brackets[2][4] = { { ")", "）", "]", "］" }, { "(", "（", "[", "［" } };

  for (guint i = 0; i < G_N_ELEMENTS (brackets[0]); i++)
    {
      const char *bracket = brackets[opens][i];
      gsize n_bytes = strlen (bracket);
      gsize start = opens ? at - n_bytes : at;

      if ((opens ? at >= n_bytes : at + n_bytes <= claim->n_bytes) &&
          memcmp (claim->text + start, bracket, n_bytes) == 0)
        return n_bytes;
    }

  return 0;
}

static void
add_signs (GArray *marks, const CsClaim *claim)
{
  for (guint i = 0; i < claim->signs->len; i++)
    {
      const CsSignUse *use = &g_array_index (claim->signs, CsSignUse, i);
      CsRange range = { use->start, use->end };

      if (!use->bracketed)
        continue;
      range.start -= measure_bracket (claim, use->start, TRUE);
      range.end += measure_bracket (claim, use->end, FALSE);
      add_mark (marks, CS_CLAIM_MARK_SIGN, range, 0);
    }
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const ByteMark *left = a;
  const ByteMark *right = b;

  return left->range.start < right->range.start ? -1 : left->range.start > right->range.start;
}

GArray *
cs_claim_marks_list (const CsClaim *claim, guint max_marks)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (ByteMark));
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (CsClaimMark));
  gsize byte = 0;
  guint at = 0;

  add_references (found, claim->refs);
  add_mark (found, CS_CLAIM_MARK_TRANSITION, claim->transition, 0);
  add_signs (found, claim);
  g_array_sort (found, compare_marks);

  for (guint i = 0; i < found->len && marks->len < max_marks; i++)
    {
      const ByteMark *mark = &g_array_index (found, ByteMark, i);
      gsize start = mark->range.start;
      gsize n_bytes = mark->range.end - start;
      CsClaimMark place = { .kind = mark->kind, .number = mark->number };

      at += cs_position_to_chars (claim->text + byte, start - byte, start - byte);
      byte = start;
      place.start = at;
      place.end = at + cs_position_to_chars (claim->text + start, n_bytes, n_bytes);
      g_array_append_val (marks, place);
    }

  return marks;
}
