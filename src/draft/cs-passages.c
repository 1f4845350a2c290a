#include "cs-passages.h"

#include <string.h>

struct _CsPassages
{
  CsDraft *draft;
  CsFolded *folded;
};

CsPassages *
cs_passages_new (CsDraft *draft)
{
  CsPassages *passages = g_new0 (CsPassages, 1);
  const CsText *text = draft->texts[CS_PART_DESCRIPTION];

  passages->draft = cs_draft_ref (draft);
  passages->folded = text == NULL ? cs_fold ("", 0, CS_FOLD_CASE) :
                                    cs_fold (cs_text_get_string (text), cs_text_get_n_bytes (text),
                                             CS_FOLD_CASE);

  return passages;
}

void
cs_passages_free (CsPassages *passages)
{
  cs_folded_free (passages->folded);
  cs_draft_unref (passages->draft);
  g_free (passages);
}

gboolean
cs_passages_are_empty (const CsPassages *passages)
{
  return passages->folded->n_bytes == 0;
}

const CsFolded *
cs_passages_get_text (const CsPassages *passages)
{
  return passages->folded;
}

gssize
cs_passages_find (const CsPassages *passages, const char *words, gsize from)
{
  const char *text = passages->folded->text;

  if (*words == '\0' || from >= passages->folded->n_bytes)
    return -1;

  for (const char *at = text + from; (at = strstr (at, words)) != NULL; at++)
    if (!g_ascii_isalpha (*words) || at == text || !g_ascii_isalnum (at[-1]))
      return at - text;

  return -1;
}

CsSpan
cs_passages_get_span (const CsPassages *passages, gsize start, gsize end)
{
  const GArray *units = passages->draft->units[CS_PART_DESCRIPTION];
  gsize from = passages->folded->map[start];
  gsize to = passages->folded->map[end];
  guint low = 0;
  guint high = units->len;

  while (low < high) /* the last unit that begins at or before @from */
    {
      guint middle = (low + high) / 2;

      if (g_array_index (units, CsUnit, middle).start <= from)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return (CsSpan){ CS_PART_DESCRIPTION, CS_NO_INDEX, 0, 0 };

  {
    const CsUnit *unit = &g_array_index (units, CsUnit, low - 1);
    gsize first = MIN (from, unit->end) - unit->start;

    return (CsSpan){ CS_PART_DESCRIPTION, low - 1, first,
                     MAX (first, MIN (to, unit->end) - unit->start) };
  }
}
