#include <string.h>

#include "../../language/cs-scan.h"
#include "claim-text.h"
#include "vague-wording.h"

/* "About" before a value in a claim. Where the description gives the value in the same way it is
 * accepted every day. It draws an objection where the claim goes beyond what the description says,
 * and where it blurs a bound: "at least about". Sources: MPEP 2173.05(b) III.A (Amgen v. Chugai);
 * EPO Guidelines F-IV 4.7. */

#define MAX_DEFINITION_BYTES 200 /* from the word to what it means */

struct _CsApproximations
{
  CsExamContext *context;
  const CsLexicon *lexicon;
  GHashTable *values; /* (nullable): numbers given so; none without a description */
  gboolean defined;
};

CsApproximations *
cs_approximations_new (CsExamContext *context, const CsLexicon *lexicon)
{
  CsApproximations *approximations = g_new0 (CsApproximations, 1);

  approximations->context = context;
  approximations->lexicon = lexicon;

  return approximations;
}

void
cs_approximations_free (CsApproximations *approximations)
{
  g_clear_pointer (&approximations->values, g_hash_table_unref);
  g_free (approximations);
}

gsize
cs_vague_wording_find_number (const CsFolded *folded, gsize at)
{
  static const char *const links[] = {
    "为", "是", "在", "at ", "±", "+", "-", "$", "¥", "(", NULL
  };

  at = cs_scan_spaces (folded->text, at);
  at += cs_scan_any (folded->text, at, links);
  at = cs_scan_spaces (folded->text, at);

  return g_ascii_isdigit (folded->text[at]) ? at : CS_NO_NUMBER;
}

/* Whether the character at @at belongs to a number that began before it. */
static gboolean
is_of_number (const char *text, gsize at)
{
  return g_ascii_isdigit (text[at]) ||
         (text[at] != '\0' && strchr (".,/", text[at]) != NULL && g_ascii_isdigit (text[at + 1]));
}

/* The number at @at, with what stands between its digits: 0.5, 10,000, 1/2. */
static char *
dup_number (const char *text, gsize at)
{
  gsize end = at;

  while (is_of_number (text, end))
    end++;

  return g_strndup (text + at, end - at);
}

/* The term "about" refers to ±10 %. */
static gboolean
is_defined (const CsFolded *folded, const CsLexiconHit *hit)
{
  static const char *const quotes[] = { "\"", "“", "‘", "'", NULL };
  static const char *const named[] = { "term ", "terms ", "word ", "words ", NULL };
  static const char *const widths[] = { "%", "percent", "per cent", "variation", NULL };
  const char *text = folded->text;
  gsize end = MIN (folded->n_bytes, hit->end + MAX_DEFINITION_BYTES);
  const char *stop = g_strstr_len (text + hit->end, end - hit->end, ". ");

  if (cs_stands_before (text, hit->start, quotes) == 0 &&
      cs_stands_before (text, hit->start, named) == 0)
    return FALSE;

  return cs_stands_in (text, hit->end, stop != NULL ? (gsize)(stop - text) : end, widths);
}

static void
read_description (CsApproximations *approximations)
{
  const CsPassages *passages = cs_exam_get_passages (approximations->context);
  const CsFolded *folded = cs_passages_get_text (passages);
  g_autoptr (GArray) hits = cs_lexicon_find (approximations->lexicon, folded);

  approximations->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < hits->len; i++)
    {
      const CsLexiconHit *hit = &g_array_index (hits, CsLexiconHit, i);
      gsize number;

      if (strcmp (hit->kind, "approximation") != 0)
        continue;
      approximations->defined |= is_defined (folded, hit);
      number = cs_vague_wording_find_number (folded, hit->end);
      if (number != CS_NO_NUMBER)
        g_hash_table_add (approximations->values, dup_number (folded->text, number));
    }
}

/* "At least about 5", "less than or equal to about 5". */
static gboolean
is_bound (const CsFolded *folded, const CsLexiconHit *hit)
{
  static const char *const words[] = {
    "at least ", "at most ", "than ", "equal to ", "up to ", "below ",
    "above ", "exceed ", "exceeding ", "minimum of ", "maximum of ", NULL
  };

  return cs_stands_before (folded->text, hit->start, words) > 0;
}

const char *
cs_approximations_find_rule (CsApproximations *approximations,
                             const CsFolded *claim,
                             const CsLexiconHit *hit)
{
  g_autofree char *number = NULL;

  if (cs_passages_are_empty (cs_exam_get_passages (approximations->context)))
    return "approximation";
  if (approximations->values == NULL)
    read_description (approximations);

  number = dup_number (claim->text, cs_vague_wording_find_number (claim, hit->end));
  if (!g_hash_table_contains (approximations->values, number))
    return "approximation";
  if (approximations->defined)
    return NULL;

  return is_bound (claim, hit) ? "approximation" : "usual-approximation";
}
