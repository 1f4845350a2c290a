#include "cs-passages.h"

#include <string.h>

struct _CsPassages
{
  CsFolded *folded;
};

CsPassages *
cs_passages_new (const CsDraft *draft)
{
  CsPassages *passages = g_new0 (CsPassages, 1);
  const CsText *text = draft->texts[CS_PART_DESCRIPTION];

  passages->folded = text == NULL ? cs_fold ("", 0, CS_FOLD_CASE) :
                                    cs_fold (cs_text_get_string (text), cs_text_get_n_bytes (text),
                                             CS_FOLD_CASE);

  return passages;
}

void
cs_passages_free (CsPassages *passages)
{
  cs_folded_free (passages->folded);
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
