#include <string.h>

#include "../language/cs-scan.h"
#include "cs-claim-parse.h"

CsRange
cs_claim_parse_range (const CsFolded *folded, gsize start, gsize end)
{
  while (start < end && strchr (" \t\n", folded->text[start]) != NULL)
    start++;
  while (end > start && strchr (" \t\n", folded->text[end - 1]) != NULL)
    end--;

  return (CsRange){ folded->map[start], folded->map[end] };
}

/* "; and" at the end of a line leaves a word that is no feature. */
static gboolean
is_only_conjunction (const char *text, gsize start, gsize end)
{
  static const char *const words[] = { "and", "or", "以及", "和", "或", NULL };
  gsize length = cs_scan_any (text, start, words);

  return length > 0 && cs_scan_spaces (text, start + length) >= end;
}

static void
add_feature (CsClaim *claim, const CsFolded *folded, gsize start, gsize end)
{
  CsRange range;

  while (start < end && strchr (" \t\n,:;.", folded->text[start]) != NULL)
    start++;
  if (is_only_conjunction (folded->text, start, end))
    return;
  range = cs_claim_parse_range (folded, start, end);
  if (!cs_range_is_empty (range))
    g_array_append_val (claim->features, range);
}

void
cs_claim_parse_features (CsClaim *claim,
                         const CsFolded *folded,
                         gsize start,
                         gsize end,
                         const char *const *words)
{
  const char *text = folded->text;
  gsize from = start;

  for (gsize at = start; at < end; at += g_utf8_skip[(guchar)text[at]])
    {
      gboolean stop = text[at] == ';' || text[at] == '\n' || g_str_has_prefix (text + at, "。");

      if (!stop && (at == from || cs_scan_any (text, at, words) == 0))
        continue;
      add_feature (claim, folded, from, at);
      from = stop ? at + g_utf8_skip[(guchar)text[at]] : at;
    }
  add_feature (claim, folded, MIN (from, end), end);
}
