#include <string.h>

#include "../../language/cs-dictionary.h"
#include "../../language/cs-word-en.h"
#include "typos.h"

/* Slips between English words: a word twice, the wrong article, marks twice. */

typedef struct
{
  gsize start;
  gsize end;
} Word;

static gboolean
same_word (const char *text, Word a, Word b)
{
  return a.end - a.start == b.end - b.start &&
         memcmp (text + a.start, text + b.start, a.end - a.start) == 0;
}

/* The next word of letters from @at on. */
static gboolean
next_word (const CsProse *prose, gsize at, Word *word)
{
  const char *text = prose->folded->text;

  while (at < prose->folded->n_bytes && !g_ascii_isalpha (text[at]))
    at++;
  word->start = at;
  while (g_ascii_isalpha (text[at]))
    at++;
  word->end = at;

  return word->end > word->start;
}

/* Only a space between, and neither is part of a longer name: "A a", "the-the", "p p". */
static gboolean
are_neighbours (const char *text, Word one, Word other)
{
  return other.start == one.end + 1 && text[one.end] == ' ' &&
         (one.start == 0 || strchr ("-_'/", text[one.start - 1]) == NULL) &&
         strchr ("-_'/0123456789", text[other.end]) == NULL;
}

/* --- twice --- */

/* In small letters throughout: an abbreviation or a name is not. */
static gboolean
is_small (const CsProse *prose, Word word)
{
  const char *source = cs_prose_source (prose, word.start);

  for (gsize i = 0; i < word.end - word.start; i++)
    if (!g_ascii_islower (source[i]))
      return FALSE;

  return TRUE;
}

/* Words that no sentence needs twice in a row; that, had and names may come twice. */
static gboolean
is_closed (const char *word, gsize n_bytes)
{
  static const char *const exempt[] = { "that", "had", "in", "on", "so", "very", NULL };
  CsWordEn info;

  for (guint i = 0; exempt[i] != NULL; i++)
    if (strlen (exempt[i]) == n_bytes && memcmp (word, exempt[i], n_bytes) == 0)
      return FALSE;
  cs_word_en_analyse (word, n_bytes, &info);

  return (info.classes & CS_EN_CLOSED) != 0;
}

static void
check_twice (const CsProse *prose, Word one, Word other)
{
  const char *text = prose->folded->text;
  gsize n_bytes = other.end - other.start;
  CsReport *report;

  if (!same_word (text, one, other) || n_bytes < 2 ||
      is_small (prose, one) != is_small (prose, other)) /* Tinca tinca */
    return;
  /* of other words only where every word counts: "bora bora", "row row" in tables */
  if (!is_closed (text + one.start, n_bytes) &&
      (prose->part != CS_PART_CLAIMS || n_bytes < 4 ||
       cs_dictionary_lookup (cs_dictionary_get ("en"), text + one.start, n_bytes) == 0))
    return;

  report = cs_prose_report (prose, "doubled", CS_CERTAINTY_LIKELY, one.start, other.end);
  cs_report_add_fix (report, "delete", cs_prose_span (prose, one.end, other.end), "");
}

/* --- a, an --- */

/* How the word is said tells its article; where the letters do not tell, none is wrong. */
static gboolean
begins_with_vowel (const char *word, gboolean *certain)
{
  static const char *const spoken[] = { "one", "once", "eu", "ewe", "oui", "uni", "use", "usu",
                                        "uti", "ubi", "ura", "ure", "uro", "x", "heir", "hour",
                                        "hon", "herb", "h", NULL };

  *certain = TRUE;
  for (guint i = 0; spoken[i] != NULL; i++)
    if (*word == *spoken[i] && g_str_has_prefix (word, spoken[i]))
      *certain = FALSE;
  if (*word == 'u') /* upper, under, but user, unit */
    *certain = g_str_has_prefix (word, "up") || g_str_has_prefix (word, "und") ||
               g_str_has_prefix (word, "ultra");

  return strchr ("aeiou", *word) != NULL;
}

/* What may follow an article: a noun or what stands before one. */
static gboolean
is_named (const char *word, gsize n_bytes)
{
  CsWordEn info;

  if (n_bytes < 4 || cs_dictionary_lookup (cs_dictionary_get ("en"), word, n_bytes) == 0)
    return FALSE;
  cs_word_en_analyse (word, n_bytes, &info);

  return (info.classes & (CS_EN_CLOSED | CS_EN_NUMBER)) == 0;
}

/* Elsewhere a capital A may be a label: layer A. */
static gboolean
begins_sentence (const char *text, gsize at)
{
  return at == 0 || (at >= 2 && text[at - 1] == ' ' && text[at - 2] == '.');
}

/* Whether @word is an article, and which. */
static gboolean
is_article (const CsProse *prose, Word word, gboolean *an)
{
  const char *text = prose->folded->text;
  gsize n_bytes = word.end - word.start;

  *an = n_bytes == 2;
  if (n_bytes > 2 || memcmp (text + word.start, "an", n_bytes) != 0 ||
      (word.start > 0 && text[word.start - 1] != ' '))
    return FALSE;

  return *an || is_small (prose, word) || begins_sentence (text, word.start);
}

static void
check_article (const CsProse *prose, Word one, Word other)
{
  const char *text = prose->folded->text;
  gboolean certain;
  gboolean an;
  CsReport *report;

  if (!is_article (prose, one, &an) || !is_small (prose, other) ||
      begins_with_vowel (text + other.start, &certain) == an || !certain ||
      !is_named (text + other.start, other.end - other.start))
    return;

  report = cs_prose_report (prose, "article", CS_CERTAINTY_LIKELY, one.start, other.end);
  cs_report_set (report, "expected", "%s", an ? "a" : "an");
  cs_report_add_fix (report, "reword", cs_prose_span (prose, one.start, one.end), an ? "a" : "an");
}

/* --- marks --- */

static gboolean
is_mark (char c)
{
  return c == ',' || c == ';' || c == ' ';
}

static void
check_marks (const CsProse *prose)
{
  static const char *const doubled[] = { ",,", ";;", ", ,", ",;", ";,", ",.", " ..", NULL };
  const char *text = prose->folded->text;

  for (gsize at = 0; at + 1 < prose->folded->n_bytes; at++)
    {
      if (!is_mark (text[at]) || (!is_mark (text[at + 1]) && text[at + 1] != '.'))
        continue;
      for (guint i = 0; doubled[i] != NULL; i++)
        if (g_str_has_prefix (text + at, doubled[i]) &&
            !g_ascii_isdigit (text[at + strlen (doubled[i])]) &&
            (text[at] != ' ' || text[at + 3] != '.') && at > 0 && g_ascii_isalpha (text[at - 1]))
          {
            cs_prose_report (prose, "doubled-mark", CS_CERTAINTY_LIKELY, at,
                             at + strlen (doubled[i]));
            break;
          }
    }
}

void
cs_typos_check_english (const CsProse *prose)
{
  Word one = { 0 };
  Word other;

  for (gboolean more = next_word (prose, 0, &one); more; one = other)
    {
      more = next_word (prose, one.end, &other);
      if (more && are_neighbours (prose->folded->text, one, other))
        {
          check_twice (prose, one, other);
          check_article (prose, one, other);
        }
    }
  check_marks (prose);
}
