#include <string.h>

#include "../base/cs-text-splice.h"
#include "cs-claim-plan.h"
#include "cs-ref-edit.h"

/* The plan while its edits are made. */
typedef struct
{
  const CsClaimPlan *plan;
  guint n_claims;
  guint *numbers;       /* new number of each claim, 0 for one that is gone */
  gboolean *moved;      /* whether it moves */
  guint new_number;     /* of the new claim, 0 for none */
  CsNumberMap *map;     /* for the references of claims */
  CsNumberMap *far_map; /* for those in other parts */
  GArray *edits;
  CsText *insert; /* what is put in before plan->before */
} Making;

static const CsUnit *
get_unit (const CsClaimPlan *plan, guint index)
{
  return cs_draft_get_unit (plan->draft, CS_PART_CLAIMS, index);
}

/* --- numbers --- */

static void
number_claims (Making *making)
{
  const GArray *order = making->plan->order;

  for (guint i = 0; i < order->len; i++)
    {
      guint index = g_array_index (order, guint, i);

      if (index == CS_NO_INDEX)
        making->new_number = i + 1;
      else
        making->numbers[index] = i + 1;
    }
  for (guint i = 0; i < making->plan->moved->len; i++)
    making->moved[g_array_index (making->plan->moved, guint, i)] = TRUE;
}

/* The number that stands for claim @index from now on: that of its first parent when it is gone. */
static guint
number_for (const Making *making, guint index)
{
  const CsClaim *claim = cs_claim_set_get (making->plan->claims, index);

  if (making->numbers[index] > 0)
    return making->numbers[index];
  if (claim->depends->len == 0)
    return 0;

  return making->numbers[g_array_index (claim->depends, guint, 0)];
}

/* A number that no claim has, nor will have when a few more are written. */
static guint
find_nobody (guint n_claims)
{
  guint number = 99;

  while (number < 2 * n_claims)
    number = 10 * number + 9;

  return number;
}

static CsNumberMap *
make_map (const Making *making)
{
  const CsClaimSet *claims = making->plan->claims;
  guint max = MAX (making->plan->from, making->plan->order->len);
  CsNumberMap *map;

  for (guint i = 0; i < making->n_claims; i++)
    max = MAX (max, cs_claim_set_get (claims, i)->number);

  map = cs_number_map_new (max, find_nobody (making->plan->order->len));
  for (guint n = 1; n <= max; n++)
    {
      guint index = cs_claim_set_find (claims, n);

      if (index != CS_NO_INDEX)
        map->numbers[n] = number_for (making, index);
    }

  return map;
}

/* What named no claim does not come to name the one that gets the number. */
static void
keep_missing (const Making *making)
{
  guint n_claims = making->plan->order->len;

  for (guint n = 1; n <= n_claims; n++)
    if (cs_claim_set_find (making->plan->claims, n) == CS_NO_INDEX)
      making->map->numbers[n] = making->map->nobody;
}

/* --- one claim --- */

/* Normalises @edits. Of two references that run into each other the first is set right. */
static void
settle (GArray *edits, const CsDraft *draft)
{
  if (cs_edits_normalise (edits, draft))
    return;

  for (guint i = 1; i < edits->len;)
    {
      const CsEdit *edit = &g_array_index (edits, CsEdit, i);

      if (edit[-1].part == edit->part && edit[-1].end > edit->start)
        g_array_remove_index (edits, i);
      else
        i++;
    }
  if (!cs_edits_normalise (edits, draft))
    g_array_set_size (edits, 0);
}

/* The numbers of the claims of the block that begins at @start: the first, and how many. */
static guint
count_kept (const Making *making, guint start, guint end, guint *first)
{
  guint n = 0;

  for (guint i = end; i > start; i--)
    if (making->numbers[i - 1] > 0)
      {
        *first = making->numbers[i - 1];
        n++;
      }

  return n;
}

static void
edit_number (GArray *edits, const char *text, const CsNumberToken *token, guint number)
{
  g_autofree char *printed = cs_number_dup (number, token->digits);
  gsize n_bytes = token->range.end - token->range.start;

  if (strlen (printed) != n_bytes || memcmp (text + token->range.start, printed, n_bytes) != 0)
    cs_edits_add (edits, CS_PART_CLAIMS, token->range.start, token->range.end, printed);
}

/* "1. ", "4-6. " and "6. 8. ", of which one number is too many. */
static void
edit_numbers (const Making *making, guint start, guint end, GArray *edits)
{
  const CsUnit *unit = get_unit (making->plan, start);
  const char *text = cs_text_get_string (making->plan->draft->texts[CS_PART_CLAIMS]);
  g_autoptr (GArray) tokens = cs_number_tokens_scan (text, unit->number_start, unit->start);
  CsNumberToken *token = (CsNumberToken *)(gpointer)tokens->data;
  guint first = 0;
  guint n_kept = count_kept (making, start, end, &first);

  if (tokens->len == 0)
    {
      g_autofree char *number = g_strdup_printf ("%u. ", first);

      cs_edits_add (edits, CS_PART_CLAIMS, unit->start, unit->start, number);
    }
  else if (n_kept > 1 && tokens->len > 1)
    {
      edit_number (edits, text, &token[0], first);
      edit_number (edits, text, &token[tokens->len - 1], first + n_kept - 1);
    }
  else
    {
      token[0].range.end = token[tokens->len - 1].range.end;
      edit_number (edits, text, &token[0], first);
    }
}

static guint
find_group (const CsClaimRefs *refs, guint number)
{
  for (guint i = 0; i < refs->refs->len; i++)
    {
      const CsClaimRef *ref = &g_array_index (refs->refs, CsClaimRef, i);

      if (ref->first <= number && number <= ref->last &&
          !g_array_index (refs->groups, CsRefGroup, ref->group).preceding)
        return ref->group;
    }

  return CS_NO_INDEX;
}

/* The group that names the parent sees another claim behind its number. */
static void
edit_parent (const Making *making, const CsRefTarget *target, guint group)
{
  const CsClaimPlan *plan = making->plan;
  g_autoptr (CsNumberMap) map = cs_number_map_new (making->map->n_numbers - 1,
                                                   making->map->nobody);

  memcpy (map->numbers, making->map->numbers, map->n_numbers * sizeof (guint));
  map->numbers[plan->from] = making->numbers[plan->to];
  cs_number_map_finish (map);
  cs_ref_edit_group (target, group, map);
}

static void
edit_refs (const Making *making, guint index, GArray *edits)
{
  const CsClaimPlan *plan = making->plan;
  const CsClaim *claim = cs_claim_set_get (plan->claims, index);
  CsRefTarget target = { CS_PART_CLAIMS, get_unit (plan, index)->start, claim->text, claim->refs,
                         edits };
  guint parent = index == plan->reparent ? find_group (claim->refs, plan->from) : CS_NO_INDEX;

  for (guint i = 0; i < claim->refs->groups->len; i++)
    if (i == parent)
      edit_parent (making, &target, i);
    else
      cs_ref_edit_group (&target, i, making->map);
}

/* The block at @start as it reads in its new place. */
static CsText *
moved_text (const Making *making, guint start, guint end)
{
  const CsText *text = making->plan->draft->texts[CS_PART_CLAIMS];
  gsize from = get_unit (making->plan, start)->number_start;
  g_autoptr (CsText) slice = cs_text_slice (text, from, get_unit (making->plan, end - 1)->end);
  g_autoptr (GArray) edits = cs_edits_new ();
  g_autoptr (GArray) splices = g_array_new (FALSE, FALSE, sizeof (CsTextSplice));

  edit_numbers (making, start, end, edits);
  edit_refs (making, start, edits);
  settle (edits, making->plan->draft);
  for (guint i = 0; i < edits->len; i++)
    {
      const CsEdit *edit = &g_array_index (edits, CsEdit, i);
      CsTextSplice splice = { edit->start - from, edit->end - from, edit->text };

      g_array_append_val (splices, splice);
    }

  return cs_text_splice_all (slice, (const CsTextSplice *)(gpointer)splices->data, splices->len);
}

/* --- taking out and putting in --- */

/* What stands between two claims where the plan puts something in: a line end, or more of them. */
static char *
dup_gap (const Making *making)
{
  const char *text = cs_text_get_string (making->plan->draft->texts[CS_PART_CLAIMS]);
  guint before = making->plan->before;

  if (making->n_claims > 1)
    {
      guint next = CLAMP (before, 1, making->n_claims - 1);
      gsize start = get_unit (making->plan, next - 1)->end;
      gsize end = get_unit (making->plan, next)->number_start;
      g_autofree char *gap = g_strndup (text + start, end - start);

      if (strchr (gap, '\n') != NULL && strspn (gap, " \t\n") == strlen (gap))
        return g_steal_pointer (&gap);
    }

  return g_strdup ("\n");
}

static void
append_text (CsText **text, const CsText *more)
{
  gsize end = cs_text_get_n_bytes (*text);
  CsText *longer = cs_text_splice (*text, end, end, more);

  cs_text_unref (*text);
  *text = longer;
}

static void
take_out (const Making *making, guint start, guint end)
{
  const char *text = cs_text_get_string (making->plan->draft->texts[CS_PART_CLAIMS]);
  gsize from = get_unit (making->plan, start)->number_start;
  gsize to = get_unit (making->plan, end - 1)->end;

  while (text[to] == ' ' || text[to] == '\t')
    to++;
  if (end < making->n_claims)
    to = get_unit (making->plan, end)->number_start;
  else if (start > 0)
    from = get_unit (making->plan, start - 1)->end;
  cs_edits_add (making->edits, CS_PART_CLAIMS, from, to, "");
}

static void
append_moved (Making *making, guint start, guint end)
{
  g_autoptr (CsText) text = moved_text (making, start, end);
  g_autofree char *gap = dup_gap (making);
  g_autoptr (CsText) line_end = cs_text_new (gap, strlen (gap));

  if (cs_text_get_n_bytes (making->insert) > 0)
    append_text (&making->insert, line_end);
  append_text (&making->insert, text);
}

static void
edit_block (Making *making, guint start, guint end)
{
  guint first;

  if (count_kept (making, start, end, &first) == 0)
    {
      take_out (making, start, end);
      return;
    }
  if (!making->moved[start])
    {
      edit_numbers (making, start, end, making->edits);
      edit_refs (making, start, making->edits);
      return;
    }

  take_out (making, start, end);
  append_moved (making, start, end);
}

/* "3. " in the way in which the first claim bears its number. */
static char *
dup_number (const Making *making)
{
  const char *text = cs_text_get_string (making->plan->draft->texts[CS_PART_CLAIMS]);
  const CsUnit *unit = making->n_claims == 0 ? NULL : get_unit (making->plan, 0);
  g_autoptr (GArray) tokens = NULL;
  const CsNumberToken *token;
  g_autofree char *number = NULL;

  if (unit != NULL)
    tokens = cs_number_tokens_scan (text, unit->number_start, unit->start);
  if (tokens == NULL || tokens->len != 1)
    return g_strdup_printf ("%u. ", making->new_number);

  token = &g_array_index (tokens, CsNumberToken, 0);
  number = cs_number_dup (making->new_number, token->digits);
  return g_strdup_printf ("%.*s%s%.*s", (int)(token->range.start - unit->number_start),
                          text + unit->number_start, number,
                          (int)(unit->start - token->range.end), text + token->range.end);
}

static void
write_new_claim (Making *making)
{
  g_autofree char *number = dup_number (making);
  g_autofree char *claim = g_strconcat (number, making->plan->opening, NULL);

  cs_text_unref (making->insert);
  making->insert = cs_text_new (claim, strlen (claim));
}

/* Returns where the inserted text ends, line end left out, from the place of insertion. */
static gsize
put_in (Making *making, gsize *at)
{
  guint before = making->plan->before;
  CsText *text = making->plan->draft->texts[CS_PART_CLAIMS];
  g_autofree char *gap = dup_gap (making);
  g_autoptr (CsText) line_end = NULL;
  gsize n_bytes = cs_text_get_n_bytes (making->insert);
  gboolean first = FALSE;

  if (making->n_claims == 0)
    {
      *at = cs_text_get_n_bytes (text);
      first = *at == 0 || cs_text_get_string (text)[*at - 1] == '\n';
    }
  else if (before < making->n_claims)
    *at = get_unit (making->plan, before)->number_start;
  else
    *at = get_unit (making->plan, making->n_claims - 1)->end;

  line_end = cs_text_new (gap, first ? 0 : strlen (gap));
  if (before < making->n_claims)
    append_text (&making->insert, line_end);
  else
    {
      CsText *joined = cs_text_splice (making->insert, 0, 0, line_end);

      cs_text_unref (making->insert);
      making->insert = joined;
      n_bytes = cs_text_get_n_bytes (joined);
    }
  cs_edits_add_text (making->edits, CS_PART_CLAIMS, *at, *at, making->insert);

  return n_bytes;
}

/* --- all together --- */

/* Where @byte of the claims is when the edits before it are done. */
static gsize
shift (const GArray *edits, gsize byte)
{
  gsize shifted = byte;

  for (guint i = 0; i < edits->len; i++)
    {
      const CsEdit *edit = &g_array_index (edits, CsEdit, i);

      if (edit->part == CS_PART_CLAIMS && edit->end <= byte && edit->start < byte)
        shifted += cs_text_get_n_bytes (edit->text) - (edit->end - edit->start);
    }

  return shifted;
}

static void
make_edits (Making *making, gsize *cursor)
{
  gsize at = 0;
  gsize n_bytes = 0;

  for (guint start = 0; start < making->n_claims;)
    {
      guint end = cs_claim_plan_block_end (making->plan, start);

      edit_block (making, start, end);
      start = end;
    }
  if (making->new_number > 0)
    write_new_claim (making);
  if (cs_text_get_n_bytes (making->insert) > 0)
    n_bytes = put_in (making, &at);
  cs_ref_edit_part (making->plan->draft, CS_PART_ABSTRACT, making->far_map, making->edits);
  cs_ref_edit_part (making->plan->draft, CS_PART_DESCRIPTION, making->far_map, making->edits);

  settle (making->edits, making->plan->draft);
  if (cursor != NULL)
    *cursor = shift (making->edits, at) + n_bytes;
}

GArray *
cs_claim_plan_edits (CsClaimPlan *plan, gsize *cursor)
{
  Making making = { .plan = plan, .edits = cs_edits_new () };

  if (cursor != NULL)
    *cursor = 0;
  if (plan->draft->texts[CS_PART_CLAIMS] == NULL)
    return making.edits;

  making.n_claims = cs_claim_set_get_n_claims (plan->claims);
  making.numbers = g_new0 (guint, making.n_claims);
  making.moved = g_new0 (gboolean, making.n_claims);
  making.insert = cs_text_new ("", 0);
  number_claims (&making);
  making.map = make_map (&making);
  making.far_map = make_map (&making); /* "claim 9" there may be of another document */
  keep_missing (&making);
  cs_number_map_finish (making.map);
  cs_number_map_finish (making.far_map);

  make_edits (&making, cursor);

  cs_number_map_free (making.map);
  cs_number_map_free (making.far_map);
  cs_text_unref (making.insert);
  g_free (making.moved);
  g_free (making.numbers);

  return making.edits;
}
