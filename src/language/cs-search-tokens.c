#include "cs-search-tokens.h"

#include <unicode/utf8.h>

#include "cs-search-fold.h"

#define MAX_UTF8 4

/* A walk over a text. */
typedef struct
{
  const guint8 *text;
  gsize n_bytes;
  gsize at; /* behind the current character */
  CsSearchTokenFunc func;
  gpointer data;
  char word[CS_MAX_SEARCH_TOKEN + 1];
  gsize n_word;
  gsize word_start;
  gsize word_end;
} Walk;

/* The character at @at, which moves behind it; below 0 when there is none. */
static gint32
next_char (const Walk *walk, gsize *at)
{
  gint32 c;

  U8_NEXT (walk->text, *at, walk->n_bytes, c);

  return c;
}

static gboolean
end_word (Walk *walk)
{
  CsSearchToken token = { walk->word, walk->n_word, walk->word_start, walk->word_end };

  if (walk->n_word == 0)
    return TRUE;
  walk->word[walk->n_word] = '\0';
  walk->n_word = 0;

  return walk->func (&token, walk->data);
}

static void
add_letter (Walk *walk, gunichar c, gsize start)
{
  if (walk->n_word == 0)
    walk->word_start = start;
  walk->word_end = walk->at;
  if (walk->n_word + MAX_UTF8 > CS_MAX_SEARCH_TOKEN)
    return;
  if (c < 0x80)
    walk->word[walk->n_word++] = (char)c;
  else
    walk->n_word += g_unichar_to_utf8 (c, walk->word + walk->n_word);
}

/* Takes marks behind @c into it: が may be か and a mark. */
static gunichar
join_marks (Walk *walk, gunichar c)
{
  gsize at = walk->at;
  gint32 next;
  gunichar joined;

  while (at < walk->n_bytes && (next = next_char (walk, &at)) > 0 &&
         (joined = cs_search_join (c, next)) != 0)
    {
      c = joined;
      walk->at = at;
    }

  return c;
}

static gboolean
add_single (Walk *walk, gunichar c, gsize start)
{
  char text[MAX_UTF8 + 3];
  CsSearchToken token = { text, g_unichar_to_utf8 (c, text), start, walk->at };

  text[token.n_bytes] = '\0';

  return end_word (walk) && walk->func (&token, walk->data);
}

/* What @folded, which is one character, does to the word. */
static inline gboolean
take (Walk *walk, CsSearchFold folded, gsize start)
{
  CsSearchKind kind = CS_SEARCH_KIND (folded);
  gunichar c = CS_SEARCH_CHAR (folded);

  if (kind == CS_SEARCH_WORD)
    add_letter (walk, c, start);
  else if (kind == CS_SEARCH_SINGLE)
    return add_single (walk, (folded & CS_SEARCH_JOINS) != 0 ? join_marks (walk, c) : c, start);
  else if (kind == CS_SEARCH_BREAK)
    return end_word (walk);

  return TRUE;
}

static gboolean
take_several (Walk *walk, const CsSearchFold *folds, gsize start)
{
  for (; *folds != 0; folds++)
    if (!take (walk, *folds, start))
      return FALSE;

  return TRUE;
}

gboolean
cs_search_tokens_each (const char *text, gsize n_bytes, CsSearchTokenFunc func, gpointer data)
{
  Walk walk = { (const guint8 *)text, n_bytes, 0, func, data };
  const CsSearchPage *page = cs_search_page_get (0);
  guint page_index = 0;
  gboolean more = TRUE;

  while (more && walk.at < n_bytes)
    {
      gsize start = walk.at;
      gint32 c = next_char (&walk, &walk.at);
      CsSearchFold folded;

      c = c < 0 ? 0 : c;
      if ((guint)c / CS_SEARCH_PAGE != page_index)
        page = cs_search_page_get (page_index = c / CS_SEARCH_PAGE);
      folded = page->folds[c % CS_SEARCH_PAGE];
      if (CS_SEARCH_KIND (folded) == CS_SEARCH_SEVERAL)
        more = take_several (&walk, page->several + CS_SEARCH_CHAR (folded), start);
      else
        more = take (&walk, folded, start);
    }

  return more && end_word (&walk);
}

static gboolean
append_token (const CsSearchToken *token, gpointer data)
{
  GString *joined = data;

  if (joined->len > 0)
    g_string_append_c (joined, ' ');
  g_string_append_len (joined, token->text, token->n_bytes);

  return TRUE;
}

char *
cs_search_tokens_join (const char *text, gsize n_bytes)
{
  GString *joined = g_string_sized_new (n_bytes + n_bytes / 2);

  cs_search_tokens_each (text, n_bytes, append_token, joined);

  return g_string_free (joined, FALSE);
}
