#include <string.h>
#include <wchar.h>

#include "../language/cs-segment-zh.h"
#include "cs-terms-zh.h"

/* Each 所述 of Chinese claims, judged in the order of the text. */

/* One reference while its paths are walked. */
typedef struct
{
  CsZhAnalysis *analysis;
  const CsZhWindow *window;
  CsZhRest best; /* of the claims asked so far */
} Walk;

static guint
grade (guint claim, gpointer data)
{
  Walk *walk = data;
  CsZhAnalysis *analysis = walk->analysis;
  CsZhRest rest = cs_zh_rest_find (analysis->index, analysis->text, analysis->voided, walk->window,
                                   claim);

  if (rest.basis > CS_BASIS_COMPOUND)
    rest.basis = cs_zh_doubt (analysis, walk->window, claim, rest.basis);
  if (rest.basis < walk->best.basis ||
      (rest.basis == walk->best.basis && rest.length > walk->best.length))
    walk->best = rest;

  return rest.basis;
}

static gboolean
is_one_of (const wchar_t *units, gunichar unit)
{
  return unit != 0 && wcschr (units, (wchar_t)unit) != NULL;
}

/* 三根, 两个 at @at. */
static gboolean
is_count (const CsZhText *text, guint at)
{
  return is_one_of (L"一二两三四五六七八九十各每", cs_zh_text_char (text, at)->unit) &&
         is_one_of (L"个根条块片组对层种台只套路道段项张类排列级", cs_zh_text_char (text, at + 1)->unit) &&
         cs_zh_text_char (text, at + 2)->unit != 0;
}

/* 第一和第二轮 refers to 第二轮 and to one that a name read in full stands for. */
static guint
skip_coordinated (const CsZhText *text, guint at)
{
  guint next = cs_zh_text_next_word (text, at);

  if ((cs_zh_text_char (text, at)->mark & CS_ROLE_MASK) == CS_ROLE_ORDINAL &&
      is_one_of (L"和与及或至", cs_zh_text_char (text, next)->unit) &&
      (cs_zh_text_char (text, next + 1)->mark & CS_ROLE_MASK) == CS_ROLE_ORDINAL)
    return next + 1;

  return at;
}

/* Skips 所接收的, 经预处理的 and 经加热 before a noun. */
static guint
skip_participle (const CsZhText *text, guint at)
{
  gunichar unit = cs_zh_text_char (text, at)->unit;
  guint verb = cs_zh_text_next_word (text, at);
  const CsZhChar *c;
  guint next;

  if (verb > at + 1 || !is_one_of (L"所经", unit) || cs_zh_text_char (text, verb)->unit == 0)
    return at;

  next = cs_zh_text_next_word (text, verb);
  c = cs_zh_text_char (text, next);
  if ((c->before & CS_ZH_BEFORE_DE) != 0 && c->unit != 0)
    return next;

  return unit == 0x7ecf /* 经 */ &&
                 (cs_zh_text_char (text, verb)->mark & CS_ROLE_MASK) == CS_ROLE_VERB &&
                 c->unit != 0 && (c->mark & CS_ROLE_MASK) == CS_ROLE_NOUN ?
             next :
             at;
}

/* Skips 至少一个, 每个, 相应的 at the head of a name, and what was done to the thing. */
static guint
skip_quantity (const CsZhText *text, guint at)
{
  const CsZhChar *c = cs_zh_text_char (text, at);
  guint next;

  while (c->unit != 0)
    {
      if (is_count (text, at))
        at += 2;
      else if ((c->mark & (CS_TRAIT_QUANTITY | CS_TRAIT_MODIFIER)) != 0)
        at = cs_zh_text_next_word (text, at);
      else
        break;
      c = cs_zh_text_char (text, at);
    }
  next = skip_participle (text, at);

  return next > at || c->unit == 0 ? next : skip_coordinated (text, at);
}

/* 上述1-7任一项: numbers of claims in a reference that could not be read as one. */
static gboolean
is_number_range (const CsZhText *text, guint at)
{
  guint end = at;

  while (g_unichar_isdigit (cs_zh_text_char (text, end)->unit))
    end++;

  return end > at && is_one_of (L"-~至到或和", cs_zh_text_char (text, end)->unit);
}

/* 如利要求9至10任一项所述的 quotes claims too, misprinted as it is. */
static gboolean
closes_misprinted_quote (const CsZhText *text, const CsZhMarker *marker)
{
  return !marker->quote && marker->at > 1 &&
         cs_zh_text_char (text, marker->at - 1)->unit == 0x9879 && /* 项 */
         is_one_of (L"一意何", cs_zh_text_char (text, marker->at - 2)->unit);
}

/* 所述在腔内 names nothing. */
static gboolean
names_nothing (const CsZhText *text, const CsZhMarker *marker, guint at)
{
  return is_number_range (text, at) || closes_misprinted_quote (text, marker) ||
         (is_one_of (L"在有除将把当为是", cs_zh_text_char (text, at)->unit) &&
          cs_zh_text_next_word (text, at) == at + 1);
}

/* 步骤二 is a label: nobody introduces it. */
static gboolean
is_label (const CsZhText *text, guint at)
{
  static const gunichar label[] = { 0x6b65, 0x9aa4 };

  for (guint i = 0; i < G_N_ELEMENTS (label); i++)
    if (cs_zh_text_char (text, at + i)->unit != label[i])
      return FALSE;

  return (cs_zh_text_char (text, at + 2)->mark & CS_ROLE_MASK) != CS_ROLE_PREDICATE;
}

/* The references with one name that were reported. */
typedef struct
{
  GArray *mentions; /* guint: their indexes */
  guint checked;    /* up to this character the name stands in failing references only */
} Failures;

static void
failures_free (gpointer data)
{
  Failures *failures = data;

  g_array_unref (failures->mentions);
  g_free (failures);
}

GHashTable *
cs_zh_failures_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, failures_free);
}

/* The reference reported before, in @claim or above, that one with the same name fails like. */
static guint
find_failure (CsZhAnalysis *analysis, const Failures *failures, guint claim)
{
  for (guint i = failures == NULL ? 0 : failures->mentions->len; i-- > 0;)
    {
      guint other = g_array_index (failures->mentions, guint, i);
      guint there = g_array_index (analysis->scan->mentions, CsMention, other).claim;

      if (there == claim || cs_zh_is_above (analysis, there, claim))
        return other;
    }

  return CS_NO_INDEX;
}

/* Whether nothing like the name of @window stands before it but in failing references. */
static gboolean
is_nowhere (CsZhAnalysis *analysis, const CsZhWindow *window, Failures *failures)
{
  guint n_places;
  const guint32 *places = cs_zh_index_find (analysis->index, window->at, MIN (window->length, 2),
                                            failures->checked, window->at, &n_places);

  for (guint i = 0; i < n_places; i++)
    if (!analysis->voided[places[i]])
      return FALSE;
  failures->checked = window->at;

  return TRUE;
}

/* Many references may fail alike, far down a chain: where there is nothing else that begins like
 * them, the first tells all. Sets what it told. */
static gboolean
fails_as_before (CsZhAnalysis *analysis, const CsZhWindow *window, CsMention *mention)
{
  g_autofree char *key = cs_zh_dup_key (analysis->text, window->at, window->name_length);
  Failures *failures = g_hash_table_lookup (analysis->failed, key);
  guint other = find_failure (analysis, failures, window->claim);
  const CsMention *before;

  if (other == CS_NO_INDEX || !is_nowhere (analysis, window, failures))
    return FALSE;

  before = &g_array_index (analysis->scan->mentions, CsMention, other);
  mention->basis = before->basis;
  mention->path = g_array_copy (before->path);
  mention->flags |= CS_MENTION_REPEATED;
  mention->second = other;

  return TRUE;
}

/* What fails like a reference reported before, in this claim or above, is not reported again. */
static void
note_failure (CsZhAnalysis *analysis, CsMention *mention, const CsZhWindow *window, guint length)
{
  g_autofree char *key = cs_zh_dup_key (analysis->text, window->at, length);
  Failures *failures = g_hash_table_lookup (analysis->failed, key);
  guint other = find_failure (analysis, failures, mention->claim);
  guint index = analysis->scan->mentions->len;

  if (other != CS_NO_INDEX)
    {
      mention->flags |= CS_MENTION_REPEATED;
      mention->second = other;
      return;
    }

  if (failures == NULL)
    {
      failures = g_new0 (Failures, 1);
      failures->mentions = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (analysis->failed, g_steal_pointer (&key), failures);
    }
  g_array_append_val (failures->mentions, index);
}

/* What a person said of the words a reference begins with: a term ends just so. */
static void
apply_list (CsZhWindow *window, CsZhAnalysis *analysis, CsMention *mention)
{
  const CsTermList *list = analysis->scan->list;

  if (list == NULL || cs_term_list_get_n_entries (list) == 0)
    return;
  for (guint n = MIN (window->length, CS_ZH_MAX_NAME); n > 0; n--)
    {
      g_autofree char *key = cs_zh_dup_key (analysis->text, window->at, n);
      const CsTermEntry *entry = cs_term_list_find (list, key);

      if (entry == NULL)
        continue;
      if (entry->verdict == CS_TERM_NEVER_REPORT)
        {
          mention->flags |= CS_MENTION_SILENT;
          continue;
        }
      window->length = n;
      window->name_length = n;
      window->certain = TRUE;
      window->ends[n] = CS_ZH_END_EXACT;
      return;
    }
}

/* Whether it is what a dependent claim says that it claims. */
static gboolean
is_subject (CsZhAnalysis *analysis, const CsZhWindow *window)
{
  const CsClaim *claim = cs_claim_set_get (analysis->scan->claims, window->claim);

  return claim->dependent &&
         cs_zh_text_char (analysis->text, window->at)->start < claim->subject.end;
}

/* Judges the reference on all paths. Returns the length of its name. */
static guint
walk_paths (CsZhAnalysis *analysis,
            const CsZhWindow *window,
            CsMention *mention,
            guint *rests,
            gboolean quote)
{
  Walk walk = { analysis, window, { CS_BASIS_NO_HEAD, 0, CS_NO_INDEX } };
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));
  guint length;

  mention->basis = cs_claim_parents_grade (analysis->scan->parents, window->claim, grade, &walk,
                                           path);
  length = mention->basis == walk.best.basis ? MAX (walk.best.length, 1) : window->name_length;
  if (is_label (analysis->text, window->at) || (quote && mention->basis != CS_BASIS_NO_HEAD))
    mention->basis = MIN (mention->basis, CS_BASIS_IMPLICIT);
  if (quote && is_subject (analysis, window))
    mention->basis = MIN (mention->basis, CS_BASIS_AMBIGUOUS); /* a check of its own */
  if (mention->basis == CS_BASIS_FOUND)
    *rests = walk.best.place;
  if (mention->basis <= CS_BASIS_IMPLICIT)
    return length;

  mention->path = g_steal_pointer (&path);
  mention->partial = walk.best.basis == CS_BASIS_FOUND;
  note_failure (analysis, mention, window, length);

  return length;
}

/* A reference to claims that leads nowhere is reported by another check. */
static gboolean
builds_upon_any (CsZhAnalysis *analysis, guint claim)
{
  return cs_zh_is_above (analysis, 0, claim) || analysis->ancestors->len > 0;
}

static void
judge (CsZhAnalysis *analysis, const CsZhMarker *marker)
{
  CsZhWindow window = { .claim = marker->claim,
                        .at = skip_quantity (analysis->text, marker->at),
                        .start_byte = marker->quote ? 0 : marker->range.start };
  CsMention mention = { .claim = marker->claim,
                        .kind = CS_MENTION_REFERENCE,
                        .marker = marker->range };
  guint rests = CS_NO_INDEX;
  guint length;

  cs_zh_window_init (&window, analysis->index, analysis->text);
  if (window.length == 0 || analysis->cover[window.at] != 0 ||
      names_nothing (analysis->text, marker, window.at) ||
      (marker->quote && !builds_upon_any (analysis, marker->claim)))
    return;

  apply_list (&window, analysis, &mention);
  length = window.name_length;
  if (!fails_as_before (analysis, &window, &mention))
    length = walk_paths (analysis, &window, &mention, &rests, marker->quote);
  if (mention.basis >= CS_BASIS_MODIFIER)
    memset (analysis->voided + window.at, TRUE, length);
  cs_zh_add_mention (analysis, &mention, window.at, length,
                     rests);
}

void
cs_zh_judge_references (CsZhAnalysis *analysis)
{
  for (guint i = 0; i < analysis->text->markers->len; i++)
    judge (analysis, &g_array_index (analysis->text->markers, CsZhMarker, i));
}
