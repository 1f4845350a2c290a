#include <string.h>

#include "../language/cs-segment-zh.h"
#include "cs-terms-zh-judge.h"

/* The terms of Chinese claims: each 所述 is judged in the order of the text. */

typedef struct
{
  CsTermsScan *scan;
  CsZhText *text;
  CsZhIndex *index;
  guint8 *voided;
  GHashTable *failed; /* text of a name without basis -> GArray of indexes of mentions */
  GArray *ancestors;  /* guint: claims above the one last asked about */
  guint ancestors_of;
} Analysis;

/* One reference while its paths are walked. */
typedef struct
{
  Analysis *analysis;
  const CsZhWindow *window;
  CsZhRest best; /* of the claims asked so far */
  gboolean any_found;
} Walk;

static guint
grade (guint claim, gpointer data)
{
  Walk *walk = data;
  Analysis *analysis = walk->analysis;
  CsZhRest rest = cs_zh_rest_find (analysis->index, analysis->text, analysis->voided, walk->window,
                                   claim);

  if (rest.basis < walk->best.basis ||
      (rest.basis == walk->best.basis && rest.length > walk->best.length))
    walk->best = rest;

  return rest.basis;
}

static int
compare_guints (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *)a;
  guint right = *(const guint *)b;

  return left < right ? -1 : left > right;
}

/* Skips 至少一个, 每个, 相应的 at the head of a name. */
static guint
skip_quantity (const CsZhText *text, guint at)
{
  while (cs_zh_text_char (text, at)->unit != 0 &&
         (cs_zh_text_char (text, at)->mark & (CS_TRAIT_QUANTITY | CS_TRAIT_MODIFIER)) != 0)
    at = cs_zh_text_next_word (text, at);

  return at;
}

static char *
dup_key (const CsZhText *text, guint at, guint length)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    g_string_append_unichar (key, cs_zh_text_char (text, at + i)->unit);

  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* Whether claim @above is one that @claim builds upon. */
static gboolean
is_above (Analysis *analysis, guint above, guint claim)
{
  if (analysis->ancestors_of != claim)
    {
      cs_claim_parents_get_ancestors (analysis->scan->parents, claim, analysis->ancestors);
      analysis->ancestors_of = claim;
    }

  return g_array_binary_search (analysis->ancestors, &above, compare_guints, NULL);
}

static CsMention
mention_new (Analysis *analysis, const CsZhWindow *window, guint length)
{
  const CsZhText *text = analysis->text;
  const CsClaim *claim = cs_claim_set_get (analysis->scan->claims, window->claim);
  const CsZhSign *sign = cs_zh_text_find_sign (text, window->at + length);
  g_autofree char *key = dup_key (text, window->at, length);
  CsMention mention = { .claim = window->claim,
                        .other = CS_NO_INDEX,
                        .second = CS_NO_INDEX,
                        .suggested = CS_NO_INDEX };

  mention.range.start = cs_zh_text_char (text, window->at)->start;
  mention.range.end = cs_zh_text_char (text, window->at + length - 1)->end;
  if (sign != NULL)
    mention.sign = sign->range;
  mention.term = cs_terms_scan_term (analysis->scan, key, claim->text + mention.range.start,
                                     mention.range.end - mention.range.start);

  return mention;
}

/* A reference that fails like one reported before, in this claim or above, is not reported again. */
static void
note_failure (Analysis *analysis, CsMention *mention, const CsZhWindow *window, guint length)
{
  g_autofree char *key = dup_key (analysis->text, window->at, length);
  GArray *failed = g_hash_table_lookup (analysis->failed, key);
  guint index = analysis->scan->mentions->len;

  if (failed == NULL)
    {
      failed = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (analysis->failed, g_steal_pointer (&key), failed);
    }
  for (guint i = 0; i < failed->len; i++)
    {
      guint other = g_array_index (failed, guint, i);
      guint claim = g_array_index (analysis->scan->mentions, CsMention, other).claim;

      if (claim == mention->claim || is_above (analysis, claim, mention->claim))
        {
          mention->flags |= CS_MENTION_REPEATED;
          mention->second = other;
          return;
        }
    }
  g_array_append_val (failed, index);
}

static void
judge (Analysis *analysis, const CsZhMarker *marker)
{
  const CsZhText *text = analysis->text;
  CsZhWindow window = { .claim = marker->claim,
                        .at = skip_quantity (text, marker->at),
                        .start_byte = marker->range.start };
  Walk walk = { analysis, &window, { CS_BASIS_NO_HEAD, 0, CS_NO_INDEX }, FALSE };
  CsMention mention;
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));
  guint length;
  CsBasis basis;

  cs_zh_window_init (&window, analysis->index, text);
  if (window.length == 0)
    return;

  basis = cs_claim_parents_grade (analysis->scan->parents, marker->claim, grade, &walk, path);
  length = basis == walk.best.basis ? walk.best.length : window.name_length;
  mention = mention_new (analysis, &window, MAX (length, 1));
  mention.kind = CS_MENTION_REFERENCE;
  mention.marker = marker->range;
  mention.basis = basis;
  if (basis > CS_BASIS_IMPLICIT)
    mention.path = g_steal_pointer (&path);
  mention.partial = basis > CS_BASIS_IMPLICIT && walk.best.basis == CS_BASIS_FOUND;
  if (basis >= CS_BASIS_MODIFIER)
    memset (analysis->voided + window.at, TRUE, length);
  if (basis > CS_BASIS_IMPLICIT)
    note_failure (analysis, &mention, &window, length);
  g_array_append_val (analysis->scan->mentions, mention);
}

void
cs_terms_scan_zh (CsTermsScan *scan)
{
  Analysis analysis = { .scan = scan, .ancestors_of = CS_NO_INDEX };

  analysis.text = cs_zh_text_new (scan->claims);
  analysis.index = cs_zh_index_new (analysis.text);
  analysis.voided = g_new0 (guint8, analysis.text->chars->len + 1);

  analysis.ancestors = g_array_new (FALSE, FALSE, sizeof (guint));
  analysis.failed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify)g_array_unref);
  for (guint i = 0; i < analysis.text->markers->len; i++)
    judge (&analysis, &g_array_index (analysis.text->markers, CsZhMarker, i));

  g_array_unref (analysis.ancestors);
  g_hash_table_unref (analysis.failed);
  g_free (analysis.voided);
  cs_zh_index_free (analysis.index);
  cs_zh_text_free (analysis.text);
}
