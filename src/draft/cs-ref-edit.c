#include <string.h>

#include "../base/cs-limits.h"
#include "cs-ref-edit.h"

#define MIN_RUN 3 /* as many neighbours are worth a range: "1 to 3" */

static guint
count_changed (const CsNumberMap *map, guint first, guint last)
{
  last = MIN (last, map->n_numbers - 1);

  return first > last ? 0 : map->n_changed[last] - map->n_changed[first - 1];
}

static guint
map_number (const CsNumberMap *map, guint number)
{
  return number < map->n_numbers ? map->numbers[number] : number;
}

/* A group while it is being rewritten. */
typedef struct
{
  const CsRefTarget *target;
  const CsRefGroup *group;
  const CsClaimRef *refs;
  GArray *numbers; /* guint, the claims it names from now on, ascending */
} Rewriter;

static void
add_edit (const Rewriter *rewriter, gsize start, gsize end, const char *insert)
{
  const CsRefTarget *target = rewriter->target;

  if (end - start == strlen (insert) && memcmp (target->text + start, insert, end - start) == 0)
    return;

  cs_edits_add (target->edits, target->part, target->base + start, target->base + end, insert);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *)a;
  guint right = *(const guint *)b;

  return left < right ? -1 : left > right;
}

/* Returns FALSE when there are too many. */
static gboolean
collect_numbers (Rewriter *rewriter, const CsNumberMap *map)
{
  GArray *numbers = rewriter->numbers;
  guint kept = 0;

  for (guint i = 0; i < rewriter->group->n_refs; i++)
    {
      const CsClaimRef *ref = &rewriter->refs[i];

      if (ref->last - ref->first >= CS_MAX_DEPENDS || numbers->len >= CS_MAX_DEPENDS)
        return FALSE;
      for (guint n = ref->first; n <= ref->last; n++)
        {
          guint number = map_number (map, n);

          if (number == map->nobody && ref->first < ref->last)
            number = n; /* a range that goes too far goes on doing so */
          if (number > 0)
            g_array_append_val (numbers, number);
        }
    }
  if (numbers->len == 0)
    g_array_append_val (numbers, map->nobody);

  g_array_sort (numbers, compare_numbers);
  for (guint i = 0; i < numbers->len; i++)
    if (i == 0 || g_array_index (numbers, guint, i) != g_array_index (numbers, guint, kept - 1))
      g_array_index (numbers, guint, kept++) = g_array_index (numbers, guint, i);
  g_array_set_size (numbers, kept);

  return TRUE;
}

static gboolean
is_ascending (const Rewriter *rewriter)
{
  for (guint i = 1; i < rewriter->group->n_refs; i++)
    if (rewriter->refs[i].first <= rewriter->refs[i - 1].last)
      return FALSE;

  return TRUE;
}

/* The numbers of each single and range, when they fit into the form that is there. */
static gboolean
fit_in_order (const Rewriter *rewriter, CsRange *slots)
{
  const GArray *numbers = rewriter->numbers;
  guint next = 0;

  for (guint i = 0; i < rewriter->group->n_refs; i++)
    {
      guint n = rewriter->refs[i].last - rewriter->refs[i].first;
      guint first;

      if (next + n >= numbers->len)
        return FALSE;
      first = g_array_index (numbers, guint, next);
      if (g_array_index (numbers, guint, next + n) != first + n)
        return FALSE;
      slots[i] = (CsRange){ first, first + n };
      next += n + 1;
    }

  return next == numbers->len;
}

/* The same for a list in an order of its own: each keeps its place. */
static gboolean
fit_in_place (const Rewriter *rewriter, const CsNumberMap *map, CsRange *slots)
{
  for (guint i = 0; i < rewriter->group->n_refs; i++)
    {
      const CsClaimRef *ref = &rewriter->refs[i];
      guint first = map_number (map, ref->first);

      for (guint n = ref->first; n <= ref->last; n++)
        if (first == 0 || map_number (map, n) != first + (n - ref->first))
          return FALSE;
      slots[i] = (CsRange){ first, first + (ref->last - ref->first) };
    }

  return TRUE;
}

/* Puts the numbers of @slot where those of @ref are printed. Returns FALSE when they are not
 * found. */
static gboolean
fill_slot (const Rewriter *rewriter, const CsClaimRef *ref, CsRange slot)
{
  g_autoptr (GArray) tokens =
      cs_number_tokens_scan (rewriter->target->text, ref->start, ref->end);
  guint n_wanted = ref->first == ref->last ? 1 : 2;

  if (tokens->len != n_wanted)
    return FALSE;

  for (guint i = 0; i < n_wanted; i++)
    {
      const CsNumberToken *token = &g_array_index (tokens, CsNumberToken, i);
      g_autofree char *number = cs_number_dup (i == 0 ? slot.start : slot.end, token->digits);

      add_edit (rewriter, token->range.start, token->range.end, number);
    }

  return TRUE;
}

static gboolean
fill_slots (const Rewriter *rewriter, const CsRange *slots)
{
  guint n_edits = rewriter->target->edits->len;

  for (guint i = 0; i < rewriter->group->n_refs; i++)
    if (!fill_slot (rewriter, &rewriter->refs[i], slots[i]))
      {
        g_array_set_size (rewriter->target->edits, n_edits);
        return FALSE;
      }

  return TRUE;
}

/* --- a new list --- */

/* How the list that is there joins its numbers. */
typedef struct
{
  char *separator; /* between all but the last two */
  char *joint;     /* between the last two */
  char *range;     /* within a range; NULL when there was none */
  CsDigits digits;
} ListStyle;

static void
list_style_clear (ListStyle *style)
{
  g_free (style->separator);
  g_free (style->joint);
  g_free (style->range);
}

static gboolean
is_chinese (const Rewriter *rewriter)
{
  return !g_ascii_isalpha (rewriter->target->text[rewriter->group->anchor]);
}

static char *
dup_between (const Rewriter *rewriter, guint ref)
{
  gsize start = rewriter->refs[ref].end;
  gsize end = rewriter->refs[ref + 1].start;

  return start < end ? g_strndup (rewriter->target->text + start, end - start) : NULL;
}

static const char *
usual_joint (const Rewriter *rewriter)
{
  CsRefList list = rewriter->group->list;

  if (is_chinese (rewriter))
    return list == CS_REF_LIST_ALTERNATIVE ? "或" : list == CS_REF_LIST_CUMULATIVE ? "和" :
                                                                                     "、";

  return list == CS_REF_LIST_ALTERNATIVE ? " or " :
         list == CS_REF_LIST_CUMULATIVE  ? " and " :
                                           ", ";
}

static void
find_range_word (const Rewriter *rewriter, ListStyle *style)
{
  const char *text = rewriter->target->text;

  for (guint i = 0; i < rewriter->group->n_refs; i++)
    {
      const CsClaimRef *ref = &rewriter->refs[i];
      g_autoptr (GArray) tokens = cs_number_tokens_scan (text, ref->start, ref->end);
      const CsNumberToken *token = (const CsNumberToken *)(gpointer)tokens->data;

      if (i == 0 && tokens->len > 0)
        style->digits = token->digits;
      if (tokens->len == 2 && style->range == NULL)
        style->range = g_strndup (text + token[0].range.end,
                                  token[1].range.start - token[0].range.end);
    }
}

static void
find_style (const Rewriter *rewriter, ListStyle *style)
{
  guint n = rewriter->group->n_refs;

  find_range_word (rewriter, style);
  if (n >= 2)
    style->joint = dup_between (rewriter, n - 2);
  if (n >= 3)
    style->separator = dup_between (rewriter, 0);

  /* "1至3任一项或5": the choice belongs to the range that is no more */
  if (style->joint != NULL && (strstr (style->joint, "任") || strstr (style->joint, "之一")))
    g_clear_pointer (&style->joint, g_free);
  if (style->joint == NULL)
    style->joint = g_strdup (usual_joint (rewriter));
  if (style->separator == NULL)
    style->separator = g_strdup (is_chinese (rewriter) ? "、" : ", ");
}

static char *
dup_list (const GArray *numbers, const ListStyle *style)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < numbers->len;)
    {
      guint first = g_array_index (numbers, guint, i);
      g_autofree char *printed = cs_number_dup (first, style->digits);
      guint n = 1;

      while (i + n < numbers->len && g_array_index (numbers, guint, i + n) == first + n)
        n++;
      if (style->range == NULL || n < MIN_RUN)
        n = 1;
      if (i > 0)
        g_string_append (list, i + n == numbers->len ? style->joint : style->separator);
      g_string_append (list, printed);
      if (n > 1)
        {
          g_autofree char *last = cs_number_dup (first + n - 1, style->digits);

          g_string_append (list, style->range);
          g_string_append (list, last);
        }
      i += n;
    }

  return g_string_free (list, FALSE);
}

/* Where "any one of" and the like before the anchor begin, the anchor when there is nothing. */
static gsize
find_choice (const Rewriter *rewriter)
{
  static const char *const words[] = { "any", "one", "either", "at least" };
  const char *text = rewriter->target->text;
  gsize anchor = rewriter->group->anchor;

  for (gsize at = rewriter->group->start; at < anchor; at++)
    {
      if (at > 0 && g_ascii_isalpha (text[at - 1]))
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        {
          gsize n_bytes = strlen (words[i]);

          if (g_ascii_strncasecmp (text + at, words[i], n_bytes) == 0 &&
              !g_ascii_isalpha (text[at + n_bytes]))
            return at;
        }
    }

  return anchor;
}

/* One claim is left of many: "any one of claims 1 or 2" is "claim 1", "1至2中任一项" is "1". */
static void
rewrite_as_single (const Rewriter *rewriter, const char *number)
{
  const CsRefGroup *group = rewriter->group;
  const char *text = rewriter->target->text;
  gsize start = rewriter->refs[0].start;

  if (!is_chinese (rewriter))
    {
      add_edit (rewriter, find_choice (rewriter), group->anchor, "");
      if (g_ascii_strncasecmp (text + group->anchor, "claims", strlen ("claims")) == 0)
        add_edit (rewriter, group->anchor + strlen ("claim"), group->anchor + strlen ("claims"),
                  "");
    }
  add_edit (rewriter, start, MAX (group->end, rewriter->refs[group->n_refs - 1].end), number);
}

static void
rewrite (const Rewriter *rewriter)
{
  ListStyle style = { 0 };
  g_autofree char *list = NULL;

  find_style (rewriter, &style);
  list = dup_list (rewriter->numbers, &style);
  if (rewriter->numbers->len == 1)
    rewrite_as_single (rewriter, list);
  else
    add_edit (rewriter, rewriter->refs[0].start,
              rewriter->refs[rewriter->group->n_refs - 1].end, list);
  list_style_clear (&style);
}

/* The number of the first claim of @ref that is still there, or the last when @step is -1. */
static guint
find_end (const CsClaimRef *ref, int step, const CsNumberMap *map)
{
  guint n = step > 0 ? ref->first : ref->last;

  for (; n >= ref->first && n <= ref->last; n += step)
    {
      guint number = map_number (map, n);

      if (number == map->nobody && ref->first < ref->last)
        return n;
      if (number > 0)
        return number;
    }

  return map->nobody;
}

/* Longer than any list: only the ends of such a range are looked at. */
static void
shift_ranges (const Rewriter *rewriter, const CsNumberMap *map)
{
  for (guint i = 0; i < rewriter->group->n_refs; i++)
    {
      const CsClaimRef *ref = &rewriter->refs[i];
      CsRange slot = { find_end (ref, 1, map), find_end (ref, -1, map) };

      if (slot.start <= slot.end)
        fill_slot (rewriter, ref, slot);
    }
}

static gboolean
is_touched (const Rewriter *rewriter, const CsNumberMap *map)
{
  for (guint i = 0; i < rewriter->group->n_refs; i++)
    if (count_changed (map, rewriter->refs[i].first, rewriter->refs[i].last) > 0)
      return TRUE;

  return FALSE;
}

void
cs_ref_edit_group (const CsRefTarget *target, guint group, const CsNumberMap *map)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree CsRange *slots = NULL;
  Rewriter rewriter = { .target = target, .numbers = numbers };

  rewriter.group = &g_array_index (target->refs->groups, CsRefGroup, group);
  if (rewriter.group->preceding || rewriter.group->n_refs == 0)
    return;

  rewriter.refs = &g_array_index (target->refs->refs, CsClaimRef, rewriter.group->first_ref);
  if (!is_touched (&rewriter, map))
    return;
  if (!collect_numbers (&rewriter, map))
    {
      shift_ranges (&rewriter, map);
      return;
    }

  slots = g_new (CsRange, rewriter.group->n_refs);
  if ((is_ascending (&rewriter) ? fit_in_order (&rewriter, slots) :
                                  fit_in_place (&rewriter, map, slots)) &&
      fill_slots (&rewriter, slots))
    return;

  rewrite (&rewriter);
}
