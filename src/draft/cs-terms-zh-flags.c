#include "cs-terms-zh.h"

/* What references rest on, as mentions. */

/* The mention that covers the character @at; of a name read twice, the one in the text itself. */
static guint
find_cover (CsZhAnalysis *analysis, guint claim, guint at)
{
  const CsZhText *text = analysis->text;
  guint32 start = cs_zh_text_char (text, at)->start;
  guint low = text->begins[claim];
  guint high = text->mains[claim];

  while (at >= text->mains[claim] && low < high)
    {
      guint middle = low + (high - low) / 2;

      if (cs_zh_text_char (text, middle)->start < start)
        low = middle + 1;
      else
        high = middle;
    }
  if (at >= text->mains[claim])
    at = low;

  return analysis->cover[at] == 0 ? CS_NO_INDEX : analysis->cover[at] - 1;
}

static guint
find_claim (const CsZhAnalysis *analysis, guint at)
{
  guint low = 0;
  guint high = cs_claim_set_get_n_claims (analysis->scan->claims);

  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;

      if (analysis->text->begins[middle] <= at)
        low = middle;
      else
        high = middle;
    }

  return low;
}

static void
link_reference (CsZhAnalysis *analysis, guint index)
{
  CsMention *mention = &g_array_index (analysis->scan->mentions, CsMention, index);
  guint rests = g_array_index (analysis->rests, guint, index);

  if (rests == CS_NO_INDEX)
    return;
  mention->other = find_cover (analysis, find_claim (analysis, rests), rests);
  if (mention->other == index)
    mention->other = CS_NO_INDEX;
}

void
cs_zh_add_flags (CsZhAnalysis *analysis)
{
  for (guint i = 0; i < analysis->rests->len; i++)
    link_reference (analysis, i);
}
