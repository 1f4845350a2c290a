#include "cs-told.h"

#include <string.h>

#include "../language/cs-lexicon.h"

#define MAX_GOES_ON 6      /* paragraphs that list effects behind the one that announces them */
#define MAX_PARAGRAPHS 400 /* of a summary that are read */

/* "effects" when @text tells of them, "problem" when only of that, NULL else. */
static const char *
find_cue (const CsLexicon *cues, const char *text, gsize n_bytes)
{
  g_autoptr (CsFolded) folded = cs_fold (text, n_bytes, CS_FOLD_CASE);
  g_autoptr (GArray) hits = cs_lexicon_find (cues, folded);
  const char *found = NULL;

  for (guint i = 0; i < hits->len; i++)
    {
      const char *kind = g_array_index (hits, CsLexiconHit, i).kind;

      if (strcmp (kind, "effects") == 0)
        return kind;
      if (strcmp (kind, "problem") == 0)
        found = kind;
    }

  return found;
}

GArray *
cs_told_find (const CsDraft *draft, const CsDescription *description)
{
  gboolean chinese = g_str_equal (draft->language, "zh");
  const CsLexicon *cues = cs_lexicon_get (chinese ? "triggers.zh" : "triggers.en");
  const CsSection *summary = cs_description_find_section (description, CS_HEADING_SUMMARY);
  GArray *told = g_array_new (FALSE, FALSE, sizeof (guint));
  guint goes_on = 0;

  for (guint i = summary == NULL ? 0 : summary->first;
       summary != NULL && i < MIN (summary->end, summary->first + MAX_PARAGRAPHS); i++)
    {
      gsize n_bytes;
      const char *text = cs_draft_get_unit_text (draft, CS_PART_DESCRIPTION, i, &n_bytes);
      const char *cue = find_cue (cues, text, n_bytes);

      if (cue == NULL && goes_on == 0)
        continue;
      goes_on = cue != NULL && strcmp (cue, "effects") == 0 ? MAX_GOES_ON : goes_on - (goes_on > 0);
      g_array_append_val (told, i);
    }

  return told;
}
