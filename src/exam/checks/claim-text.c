#include "claim-text.h"

#include <string.h>

#include "../../language/cs-scan.h"

#define MAX_CLAUSE_BYTES 600

static const char *const clause_marks[] = { ",", ";", ":", "。", "\n", NULL };

CsClaimText
cs_claim_text_get (CsExamContext *context, const CsClaim *claim)
{
  return (CsClaimText){ context, claim, cs_exam_get_folded (context, CS_PART_CLAIMS, claim->index),
                        g_str_equal (cs_exam_get_draft (context)->language, "zh") };
}

CsRange
cs_claim_text_fold (const CsClaimText *text, CsRange range)
{
  return (CsRange){ cs_folded_find (text->folded, range.start),
                    cs_folded_find (text->folded, range.end) };
}

CsSpan
cs_claim_text_unfold (const CsClaimText *text, gsize start, gsize end)
{
  return (CsSpan){ CS_PART_CLAIMS, text->claim->index, text->folded->map[start],
                   text->folded->map[end] };
}

CsReport *
cs_claim_text_report (
    const CsClaimText *text, const char *rule, CsCertainty certainty, gsize start, gsize end)
{
  return cs_exam_report (text->context, rule, certainty, cs_claim_text_unfold (text, start, end));
}

char *
cs_claim_text_dup (const CsClaimText *text, gsize start, gsize end)
{
  gsize first = text->folded->map[start];

  return g_strndup (text->claim->text + first, text->folded->map[end] - first);
}

gsize
cs_clause_start (const CsFolded *folded, gsize at)
{
  const char *text = folded->text;
  gsize first = at > MAX_CLAUSE_BYTES ? at - MAX_CLAUSE_BYTES : 0;

  while (at > first)
    {
      const char *before = g_utf8_find_prev_char (text, text + at);

      if (before == NULL || cs_scan_any (before, 0, clause_marks) > 0)
        break;
      at = before - text;
    }

  return at;
}

gsize
cs_clause_end (const CsFolded *folded, gsize at)
{
  gsize last = MIN (folded->n_bytes, at + MAX_CLAUSE_BYTES);

  while (at < last && cs_scan_any (folded->text, at, clause_marks) == 0)
    at += g_utf8_skip[(guchar)folded->text[at]];

  return MIN (at, folded->n_bytes);
}

gsize
cs_stands_before (const char *text, gsize at, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      if (at >= length && memcmp (text + at - length, words[i], length) == 0)
        return length;
    }

  return 0;
}

gboolean
cs_stands_in (const char *text, gsize start, gsize end, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (start < end && cs_scan_find (text + start, end - start, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

gboolean
cs_ends_with_any (const char *text, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_suffix (text, words[i]))
      return TRUE;

  return FALSE;
}
