#include <string.h>

#include "../language/cs-scan.h"
#include "../language/cs-segment-zh.h"
#include "../language/cs-word-en.h"
#include "cs-signs-private.h"

/* The name that stands before a number. Boundaries of Chinese names are by words of the dictionary,
 * of English ones by articles and words that no name holds. */

#define MAX_CHARACTERS 20
#define MAX_WORDS 6
#define MAX_KEY_BYTES 240

/* --- Chinese --- */

/* The characters before a number, in the order of the text. */
typedef struct
{
  gunichar units[MAX_CHARACTERS];
  gsize starts[MAX_CHARACTERS];
  guint16 marks[MAX_CHARACTERS];
  guint first;
} WindowZh;

/* 所述, 该: what comes before them is no part of the name. */
static gboolean
is_behind_marker (const char *text, gsize at)
{
  static const char *const markers[] = { "所述", "所述的", "上述", "前述", "该", NULL };

  return cs_scan_any_before (text, at, markers) > 0;
}

static void
read_window_zh (const char *text, gsize end, WindowZh *window)
{
  window->first = MAX_CHARACTERS;
  while (end > 0 && window->first > 0 && !is_behind_marker (text, end))
    {
      gsize start = g_utf8_prev_char (text + end) - text;
      gunichar unit = cs_scan_char (text, start);

      if (!g_unichar_isalnum (unit) || g_unichar_isdigit (unit) || unit >= 0x10000)
        break; /* behind a number another name begins */
      window->first--;
      window->units[window->first] = g_unichar_tolower (unit);
      window->starts[window->first] = start;
      end = start;
    }
  cs_segment_zh (window->units + window->first, MAX_CHARACTERS - window->first,
                 window->marks + window->first);
}

static gboolean
ends_name_zh (guint16 mark)
{
  return (mark & CS_ROLE_MASK) >= CS_ROLE_PREDICATE || (mark & CS_TRAIT_QUANTITY) != 0;
}

/* Where the name in the window begins; MAX_CHARACTERS when no name ends it. */
static guint
find_name_zh (const WindowZh *window)
{
  guint name = MAX_CHARACTERS;

  for (guint i = MAX_CHARACTERS; i-- > window->first;)
    {
      if (window->marks[i] == CS_ROLE_INSIDE)
        continue;
      if (ends_name_zh (window->marks[i]))
        break;
      name = i;
    }

  return name;
}

static guint
find_last_word_zh (const WindowZh *window)
{
  guint at = MAX_CHARACTERS - 1;

  while (at > window->first && window->marks[at] == CS_ROLE_INSIDE)
    at--;

  return at;
}

/* Whether numbers follow the last word, or what it ends with: 实施例, 的实施方式. */
static gboolean
is_numbered_zh (const CsSignsScan *scan, const WindowZh *window, gsize end)
{
  const char *text = scan->folded->text;
  guint last = find_last_word_zh (window);

  for (guint i = window->first; i < MAX_CHARACTERS; i++)
    {
      gsize start = window->starts[i];
      gboolean whole = i <= last || i + 2 <= MAX_CHARACTERS;

      if (whole && end - start <= CS_SIGN_WORD_MAX &&
          (cs_sign_word_find (TRUE, text + start, end - start) & CS_SIGN_WORD_NUMBERED) != 0)
        return TRUE;
    }

  return FALSE;
}

static void
read_name_zh (CsSignsScan *scan, gsize end, CsSignCandidate *candidate)
{
  const char *text = scan->folded->text;
  g_autofree char *lower = NULL;
  WindowZh window;
  guint name;

  read_window_zh (text, end, &window);
  if (window.first == MAX_CHARACTERS)
    {
      candidate->doubt |= CS_SIGN_DOUBT_NAMELESS;
      return;
    }
  name = find_name_zh (&window);
  lower = g_ascii_strdown (text + window.starts[window.first], end - window.starts[window.first]);
  candidate->window = g_string_chunk_insert (scan->strings, lower);
  if (is_numbered_zh (scan, &window, end))
    candidate->doubt |= CS_SIGN_DOUBT_NUMBERED;
  if (name == MAX_CHARACTERS)
    {
      candidate->doubt |= CS_SIGN_DOUBT_NAMELESS;
      return;
    }
  candidate->n_name = end - window.starts[name];
  candidate->name = (CsRange){ scan->folded->map[window.starts[name]], scan->folded->map[end] };
}

/* --- English --- */

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c) || (guchar)c >= 0x80;
}

CsSignLemmas *
cs_sign_lemmas_new (void)
{
  CsSignLemmas *lemmas = g_new0 (CsSignLemmas, 1);

  lemmas->known = g_hash_table_new (g_str_hash, g_str_equal);
  lemmas->strings = g_string_chunk_new (4096);

  return lemmas;
}

void
cs_sign_lemmas_free (CsSignLemmas *lemmas)
{
  g_hash_table_unref (lemmas->known);
  g_string_chunk_free (lemmas->strings);
  g_free (lemmas);
}

/* A word as names have it: in lower case and the singular; NULL when no name holds it. */
static const char *
get_lemma (CsSignsScan *scan, const char *text, gsize n_bytes)
{
  const guint nouns = CS_EN_NOUN | CS_EN_UNKNOWN | CS_EN_ADJECTIVE | CS_EN_ING | CS_EN_PARTICIPLE |
                      CS_EN_VERB | CS_EN_VERB_S;
  GStringChunk *strings = scan->lemmas->strings;
  g_autofree char *word = g_ascii_strdown (text, n_bytes);
  gpointer known;
  CsWordEn info;
  char *lemma = NULL;

  if (g_hash_table_lookup_extended (scan->lemmas->known, word, NULL, &known))
    return known;

  cs_word_en_analyse (word, n_bytes, &info);
  if ((info.classes & CS_EN_ORDINAL) != 0 || n_bytes == 1)
    lemma = n_bytes == 1 && word[0] == 'a' ? NULL : g_string_chunk_insert (strings, word);
  else if ((info.classes & (CS_EN_CLOSED | CS_EN_FREE | CS_EN_COUNT | CS_EN_NUMBER)) == 0 &&
           (info.forms & nouns) != 0)
    lemma = g_string_chunk_insert (
        strings, n_bytes < CS_WORD_EN_MAX && *info.lemma != '\0' ? info.lemma : word);
  g_hash_table_insert (scan->lemmas->known, g_string_chunk_insert (strings, word), lemma);

  return lemma;
}

/* The first byte of the word that ends at @end. */
static gsize
word_start (const char *text, gsize end)
{
  while (end > 0 && is_letter (text[end - 1]))
    end--;

  return end;
}

gboolean
cs_signs_is_plural (CsSignsScan *scan, gsize end)
{
  const char *text = scan->folded->text;
  gsize start = word_start (text, end);
  const char *lemma = end > start ? get_lemma (scan, text + start, end - start) : NULL;

  return lemma != NULL && g_ascii_tolower (text[end - 1]) == 's' && strlen (lemma) < end - start;
}

static void
read_name_en (CsSignsScan *scan, gsize end, CsSignCandidate *candidate)
{
  const char *text = scan->folded->text;
  const char *words[MAX_WORDS];
  g_autoptr (GString) window = g_string_new (NULL);
  gsize name = end;
  guint n = 0;

  for (gsize at = end; n < MAX_WORDS;)
    {
      gsize start = word_start (text, at);
      const char *lemma = at > start ? get_lemma (scan, text + start, at - start) : NULL;

      if (lemma == NULL || (start > 0 && g_ascii_isdigit (text[start - 1])))
        break;
      words[n++] = lemma;
      name = start;
      if (start == 0 || strchr (" -", text[start - 1]) == NULL)
        break;
      at = start - 1;
    }
  if (n == 0)
    {
      candidate->doubt |= CS_SIGN_DOUBT_NAMELESS;
      return;
    }

  for (guint i = n; i-- > 0;)
    g_string_append (g_string_append (window, words[i]), i > 0 ? " " : "");
  candidate->window = g_string_chunk_insert (scan->strings, window->str);
  candidate->n_name = window->len;
  candidate->name = (CsRange){ scan->folded->map[name], scan->folded->map[end] };
  if ((cs_sign_word_find (FALSE, words[0], strlen (words[0])) & CS_SIGN_WORD_NUMBERED) != 0)
    candidate->doubt |= CS_SIGN_DOUBT_NUMBERED;
}

/* --- both --- */

void
cs_signs_read_name (CsSignsScan *scan, gsize end, CsSignCandidate *candidate)
{
  const char *text = scan->folded->text;

  candidate->window = "";
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\n' || text[end - 1] == '"'))
    end--;
  if (scan->chinese)
    read_name_zh (scan, end, candidate);
  else
    read_name_en (scan, end, candidate);
}

const char *
cs_signs_key (CsSignsScan *scan, const char *name)
{
  g_autoptr (CsFolded) folded = cs_fold_head (name, strlen (name), MAX_KEY_BYTES, CS_FOLD_CASE);
  g_autoptr (GString) key = g_string_new (NULL);
  const char *text = folded->text;

  for (gsize at = 0; at < folded->n_bytes;)
    {
      gsize end = at;
      const char *lemma;

      while (end < folded->n_bytes && is_letter (text[end]))
        end++;
      if (scan->chinese || end == at)
        {
          if (scan->chinese && text[at] != ' ')
            g_string_append_c (key, text[at]);
          at++;
          continue;
        }
      lemma = get_lemma (scan, text + at, end - at);
      if (lemma != NULL)
        g_string_append (g_string_append (key, key->len > 0 ? " " : ""), lemma);
      at = end;
    }

  return g_string_chunk_insert (scan->strings, key->str);
}
