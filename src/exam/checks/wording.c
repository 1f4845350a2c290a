#include "wording.h"

#include <string.h>

#include "../../language/cs-lexicon.h"
#include "../../language/cs-segment-zh.h"
#include "../../language/cs-word-en.h"

#define MIN_WORD_BYTES 3 /* of an English word: "gas" */

#define SAYS_LITTLE                                                                        \
  (CS_EN_CLOSED | CS_EN_COUNT | CS_EN_NUMBER | CS_EN_ORDINAL | CS_EN_FREE | CS_EN_ALWAYS | \
   CS_EN_GENERIC | CS_EN_RELATIONAL | CS_EN_DIMENSION | CS_EN_LABEL | CS_EN_POSTPOSED |    \
   CS_EN_SUPERLATIVE | CS_EN_RESULT | CS_EN_BODY)

/* Part of a chemical name or a formula: 2-methyl, (dioxyisoindolin), C15. */
static gboolean
is_of_formula (const CsWording *wording)
{
  const char *text = wording->text;
  CsRange word = wording->word;
  char before = word.start > 0 ? text[word.start - 1] : ' ';
  char behind = word.end < wording->n_bytes ? text[word.end] : ' ';

  for (gsize i = word.start; i < word.end; i++)
    if (!g_ascii_isalpha (text[i]))
      return TRUE;

  return strchr ("-([{)]}'", before) != NULL || strchr ("-([{)]}'", behind) != NULL ||
         (guchar)before >= 0x80 || (guchar)behind >= 0x80;
}

/* Whether the lists know the word, or run of characters, as one that a description can do
 * without. */
static gboolean
is_listed (const CsWording *wording)
{
  const CsLexicon *lexicon =
      cs_lexicon_get (wording->chinese ? "support-words.zh" : "support-words.en");
  g_autoptr (CsFolded) folded = cs_fold (wording->text + wording->word.start,
                                         wording->word.end - wording->word.start, CS_FOLD_CASE);
  g_autoptr (GArray) hits = cs_lexicon_find (lexicon, folded);
  gsize end = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      const CsLexiconHit *hit = &g_array_index (hits, CsLexiconHit, i);

      if (hit->start > end)
        return FALSE;
      end = hit->end;
    }

  return end == folded->n_bytes;
}

/* What is known of an English word that says something of its own; FALSE when it says nothing. */
static gboolean
analyse_en (const CsWording *wording, CsWordEn *info)
{
  gsize n_bytes = wording->word.end - wording->word.start;
  g_autofree char *lower = g_ascii_strdown (wording->text + wording->word.start, n_bytes);

  if (n_bytes < MIN_WORD_BYTES || is_listed (wording))
    return FALSE;
  cs_word_en_analyse (lower, n_bytes, info);
  if ((info->classes & SAYS_LITTLE) != 0)
    return FALSE;

  return (info->forms & CS_EN_UNKNOWN) == 0 || !is_of_formula (wording);
}

static gboolean
is_thing_en (const CsWording *wording, gboolean named)
{
  CsWordEn info;

  if (!analyse_en (wording, &info) || (info.classes & CS_EN_VERBAL) != 0)
    return FALSE;
  if ((info.forms & CS_EN_UNKNOWN) != 0 || (named && (info.forms & CS_EN_NOUN) != 0))
    return TRUE;

  return (info.forms & CS_EN_NOUN) != 0 && info.nouns >= info.verbs &&
         (info.forms & (CS_EN_ING | CS_EN_PARTICIPLE)) == 0;
}

/* Whether a run of characters ends in a noun that is the name of something. */
static gboolean
is_thing_zh (const CsWording *wording)
{
  const char *run = wording->text + wording->word.start;
  g_autofree gunichar *units = NULL;
  g_autofree guint16 *marks = NULL;
  glong n_units;

  if (is_listed (wording))
    return FALSE;
  units = g_utf8_to_ucs4_fast (run, wording->word.end - wording->word.start, &n_units);
  marks = g_new (guint16, n_units + 1);
  cs_segment_zh (units, n_units, marks);
  for (guint i = n_units; i-- > 0;)
    if (marks[i] != CS_ROLE_INSIDE)
      return (marks[i] & CS_ROLE_MASK) == CS_ROLE_NOUN &&
             (marks[i] & (CS_TRAIT_ATTRIBUTE | CS_TRAIT_PART)) == 0;

  return FALSE;
}

gboolean
cs_wording_is_thing (const CsWording *wording, gboolean named)
{
  return wording->chinese ? is_thing_zh (wording) : is_thing_en (wording, named);
}

gboolean
cs_wording_is_telling (const CsWording *wording)
{
  CsWordEn info;

  if (wording->chinese)
    return !is_listed (wording);

  return analyse_en (wording, &info) && (info.forms & CS_EN_ADVERB) == 0 &&
         !is_of_formula (wording);
}
