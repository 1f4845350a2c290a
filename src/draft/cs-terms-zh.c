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
  GHashTable *failed; /* text of a name without basis -> GArray of mentions */
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

/* Skips 至少一个, 每个, 相应的 at the head of a name. */
static guint
skip_quantity (const CsZhText *text, guint at)
{
  while (cs_zh_text_char (text, at)->unit != 0 &&
         (cs_zh_text_char (text, at)->mark & (CS_TRAIT_QUANTITY | CS_TRAIT_MODIFIER)) != 0)
    at = cs_zh_text_next_word (text, at);

  return at;
}

static CsMention
mention_new (Analysis *analysis, const CsZhWindow *window, guint length)
{
  const CsZhText *text = analysis->text;
  const CsClaim *claim = cs_claim_set_get (analysis->scan->claims, window->claim);
  const CsZhSign *sign = cs_zh_text_find_sign (text, window->at + length);
  g_autoptr (GString) key = g_string_new (NULL);
  CsMention mention = { .claim = window->claim,
                        .other = CS_NO_INDEX,
                        .second = CS_NO_INDEX,
                        .suggested = CS_NO_INDEX };

  for (guint i = 0; i < length; i++)
    g_string_append_unichar (key, cs_zh_text_char (text, window->at + i)->unit);
  mention.range.start = cs_zh_text_char (text, window->at)->start;
  mention.range.end = cs_zh_text_char (text, window->at + length - 1)->end;
  if (sign != NULL)
    mention.sign = sign->range;
  mention.term = cs_terms_scan_term (analysis->scan, key->str, claim->text + mention.range.start,
                                     mention.range.end - mention.range.start);

  return mention;
}

static void
judge (Analysis *analysis, const CsZhMarker *marker)
{
  const CsZhText *text = analysis->text;
  guint at = skip_quantity (text, marker->at);
  CsZhWindow window;
  Walk walk = { analysis, &window, { CS_BASIS_NO_HEAD, 0, CS_NO_INDEX }, FALSE };
  CsMention mention;
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));
  guint length;
  CsBasis basis;

  cs_zh_window_init (&window, text, marker->claim, at, marker->range.start);
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
  g_array_append_val (analysis->scan->mentions, mention);
}

void
cs_terms_scan_zh (CsTermsScan *scan)
{
  Analysis analysis = { .scan = scan };

  analysis.text = cs_zh_text_new (scan->claims);
  analysis.index = cs_zh_index_new (analysis.text);
  analysis.voided = g_new0 (guint8, analysis.text->chars->len + 1);

  for (guint i = 0; i < analysis.text->markers->len; i++)
    judge (&analysis, &g_array_index (analysis.text->markers, CsZhMarker, i));

  g_free (analysis.voided);
  cs_zh_index_free (analysis.index);
  cs_zh_text_free (analysis.text);
}
