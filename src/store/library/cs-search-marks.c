#include "cs-search-marks.h"

#include <string.h>

#include "../../language/cs-search-tokens.h"

/* A token of a text, or of what is looked for in it. */
typedef struct
{
  guint32 hash;
  guint32 at; /* where its letters begin */
  CsHitSpan span;
} Token;

typedef struct
{
  GArray *tokens; /* (element-type Token) */
  GString *letters;
} Tokens;

typedef struct
{
  Tokens tokens;
  gboolean is_prefix;
  guint parts; /* bits `1 << CsSearchPart` */
} Word;

struct _CsSearchMarks
{
  GArray *words; /* (element-type Word) */
};

/* --- tokens --- */

static Tokens
tokens_new (void)
{
  Tokens tokens = { g_array_new (FALSE, FALSE, sizeof (Token)), g_string_new (NULL) };

  return tokens;
}

static void
tokens_clear (Tokens *tokens)
{
  g_array_unref (tokens->tokens);
  g_string_free (tokens->letters, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tokens, tokens_clear)

static gboolean
append_token (const CsSearchToken *token, gpointer data)
{
  Tokens *tokens = data;
  CsHitSpan span = { (guint)token->start_byte, (guint)token->end_byte };
  Token added = { 2166136261u, (guint32)tokens->letters->len, span };

  for (gsize i = 0; i < token->n_bytes; i++)
    added.hash = (added.hash ^ (guchar)token->text[i]) * 16777619u;
  g_string_append_len (tokens->letters, token->text, token->n_bytes + 1);
  g_array_append_val (tokens->tokens, added);

  return TRUE;
}

static const char *
get_letters (const Tokens *tokens, guint index)
{
  return tokens->letters->str + g_array_index (tokens->tokens, Token, index).at;
}

/* Whether the tokens from @at on are those of @word. */
static gboolean
stands_at (const Tokens *tokens, guint at, const Word *word)
{
  guint n = word->tokens.tokens->len;

  if (at + n > tokens->tokens->len)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      const char *wanted = get_letters (&word->tokens, i);

      if (word->is_prefix && i + 1 == n)
        return g_str_has_prefix (get_letters (tokens, at + i), wanted);
      if (g_array_index (tokens->tokens, Token, at + i).hash !=
              g_array_index (word->tokens.tokens, Token, i).hash ||
          strcmp (get_letters (tokens, at + i), wanted) != 0)
        return FALSE;
    }

  return TRUE;
}

/* --- what is looked for --- */

static void
clear_word (gpointer data)
{
  tokens_clear (&((Word *)data)->tokens);
}

static void
add_word (CsSearchMarks *marks, const char *text, gboolean is_prefix, guint parts)
{
  Word word = { tokens_new (), is_prefix, parts };

  cs_search_tokens_each (text, strlen (text), append_token, &word.tokens);
  if (word.tokens.tokens->len > 0)
    g_array_append_val (marks->words, word);
  else
    tokens_clear (&word.tokens);
}

#define TITLE (1u << CS_SEARCH_TITLE)
#define ABSTRACT (1u << CS_SEARCH_ABSTRACT)
#define CLAIMS (1u << CS_SEARCH_CLAIMS)
#define DESCRIPTION (1u << CS_SEARCH_DESCRIPTION)

static const guint parts_of_fields[] = {
  [CS_QUERY_TEXT] = TITLE | ABSTRACT | CLAIMS,
  [CS_QUERY_FULL_TEXT] = TITLE | ABSTRACT | CLAIMS | DESCRIPTION,
  [CS_QUERY_TITLE] = TITLE,
  [CS_QUERY_ABSTRACT] = ABSTRACT,
  [CS_QUERY_TITLE_ABSTRACT] = TITLE | ABSTRACT,
  [CS_QUERY_CLAIMS] = CLAIMS,
  [CS_QUERY_DESCRIPTION] = DESCRIPTION,
};

static void
add_node (CsSearchMarks *marks, const CsQueryNode *node)
{
  if (node->kind == CS_QUERY_TERM && cs_query_field_is_text (node->field))
    add_word (marks, node->text, node->is_prefix, parts_of_fields[node->field]);
  for (guint i = 0; node->kind != CS_QUERY_NOT && i < node->n_children; i++)
    add_node (marks, node->children[i]);
}

static CsSearchMarks *
marks_new (void)
{
  CsSearchMarks *marks = g_new0 (CsSearchMarks, 1);

  marks->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (marks->words, clear_word);

  return marks;
}

CsSearchMarks *
cs_search_marks_new (const CsQuery *query)
{
  CsSearchMarks *marks = marks_new ();

  if (query->root != NULL)
    add_node (marks, query->root);

  return marks;
}

CsSearchMarks *
cs_search_marks_new_words (const char *const *words)
{
  CsSearchMarks *marks = marks_new ();

  for (; *words != NULL; words++)
    add_word (marks, *words, FALSE, TITLE | ABSTRACT | CLAIMS | DESCRIPTION);

  return marks;
}

void
cs_search_marks_free (CsSearchMarks *marks)
{
  g_array_unref (marks->words);
  g_free (marks);
}

guint
cs_search_marks_get_n (const CsSearchMarks *marks)
{
  return marks->words->len;
}

gboolean
cs_search_marks_want (const CsSearchMarks *marks, CsSearchPart part)
{
  for (guint i = 0; i < marks->words->len; i++)
    if ((g_array_index (marks->words, Word, i).parts >> part & 1) != 0)
      return TRUE;

  return FALSE;
}

/* --- finding --- */

/* Adds to @found the longest word of @part that stands at @at. Returns: the number of tokens it
 * takes, 1 without one. */
static guint
mark_at (const CsSearchMarks *marks, guint part, const Tokens *tokens, guint at, GArray *found)
{
  CsSearchMark mark = { { g_array_index (tokens->tokens, Token, at).span.start_byte, 0 }, 0 };
  guint length = 0;

  for (guint i = 0; i < marks->words->len; i++)
    {
      const Word *word = &g_array_index (marks->words, Word, i);

      if ((word->parts >> part & 1) == 0 || word->tokens.tokens->len <= length ||
          !stands_at (tokens, at, word))
        continue;
      length = word->tokens.tokens->len;
      mark.word = i;
      mark.span.end_byte = g_array_index (tokens->tokens, Token, at + length - 1).span.end_byte;
    }
  if (length > 0)
    g_array_append_val (found, mark);

  return MAX (length, 1);
}

GArray *
cs_search_marks_find (const CsSearchMarks *marks,
                      CsSearchPart part,
                      const char *text,
                      gsize n_bytes)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (CsSearchMark));
  g_auto (Tokens) tokens = tokens_new ();

  if (cs_search_marks_want (marks, part))
    cs_search_tokens_each (text, n_bytes, append_token, &tokens);
  for (guint at = 0; at < tokens.tokens->len && found->len < CS_MAX_SEARCH_MARKS;)
    at += mark_at (marks, part, &tokens, at, found);

  return found;
}

/* --- passages --- */

void
cs_search_passage_clear (CsSearchPassage *passage)
{
  g_clear_pointer (&passage->marks, g_array_unref);
  memset (passage, 0, sizeof *passage);
}

static guint
count_words (const GArray *marks)
{
  guint n = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      gboolean is_first = TRUE;

      for (guint k = 0; is_first && k < i; k++)
        is_first = g_array_index (marks, CsSearchMark, k).word !=
                   g_array_index (marks, CsSearchMark, i).word;
      n += is_first ? 1 : 0;
    }

  return n;
}

static void
consider (const CsSearchMarks *marks, CsSearchPassage passage, CsSearchPassage *best)
{
  passage.marks = cs_search_marks_find (marks, passage.part, passage.text, passage.n_bytes);
  passage.n_words = count_words (passage.marks);
  if (passage.n_words > best->n_words)
    {
      cs_search_passage_clear (best);
      *best = passage;
    }
  else
    {
      g_array_unref (passage.marks);
    }
}

/* Claims are separated by an empty line, paragraphs by line ends, and wordings in several languages
 * by a form feed. */
void
cs_search_find_passage (const CsSearchMarks *marks,
                        CsSearchPart part,
                        const char *text,
                        CsSearchPassage *best)
{
  const char *separator = part == CS_SEARCH_CLAIMS ? "\n\n" : part == CS_SEARCH_DESCRIPTION ? "\n" :
                                                                                              "\f";

  if (!cs_search_marks_want (marks, part))
    return;

  while (*text != '\0' && best->n_words < marks->words->len)
    {
      const char *end = strstr (text, separator);
      const char *feed = strchr (text, '\f');

      if (end == NULL || (feed != NULL && feed < end))
        end = feed != NULL ? feed : text + strlen (text);
      consider (marks, (CsSearchPassage){ part, text, end - text }, best);
      text = end;
      while (*text == '\n' || *text == '\f')
        text++;
    }
}

char *
cs_search_passage_dup_label (const CsSearchPassage *passage)
{
  gsize length = strspn (passage->text, "0123456789");
  const char *close;

  if (passage->part == CS_SEARCH_CLAIMS && length > 0 && length < passage->n_bytes)
    return g_strndup (passage->text, length);

  close = passage->text[0] == '[' ? memchr (passage->text, ']', MIN (passage->n_bytes, 12)) : NULL;
  if (passage->part == CS_SEARCH_DESCRIPTION && close != NULL)
    return g_strndup (passage->text, close - passage->text + 1);

  return g_strdup ("");
}

/* --- lines --- */

#define ELLIPSIS "…"

/* The mark from which on most different words lie within @n_bytes. */
static guint
find_window (const GArray *marks, gsize n_bytes)
{
  guint best = 0;
  guint best_words = 0;

  for (guint first = 0; first < marks->len; first++)
    {
      guint64 seen = 0;
      guint n_words;

      for (guint i = first; i < marks->len; i++)
        {
          CsSearchMark mark = g_array_index (marks, CsSearchMark, i);

          if (mark.span.end_byte - g_array_index (marks, CsSearchMark, first).span.start_byte >
              n_bytes)
            break;
          seen |= G_GUINT64_CONSTANT (1) << mark.word % 64;
        }
      n_words = __builtin_popcountll (seen);
      if (n_words > best_words)
        {
          best = first;
          best_words = n_words;
        }
    }

  return best;
}

/* @at, or the beginning of the character it is in. */
static gsize
begin_char (const char *text, gsize at)
{
  while (at > 0 && ((guchar)text[at] & 0xc0) == 0x80)
    at--;

  return at;
}

/* Within the word before @at, its beginning, when that is near. */
static gsize
begin_word (const char *text, gsize at)
{
  gsize start = at;

  while (start > 0 && at - start < 20 && g_ascii_isalnum (text[start - 1]))
    start--;

  return start;
}

static void
append_line (GString *line, const char *text, gsize n_bytes)
{
  gsize start = line->len;

  g_string_append_len (line, text, n_bytes);
  for (gsize i = start; i < line->len; i++)
    if (g_ascii_iscntrl (line->str[i]))
      line->str[i] = ' ';
}

char *
cs_search_passage_dup_line (const CsSearchPassage *passage, gsize n_bytes, GArray **spans)
{
  GString *line = g_string_new (NULL);
  gsize most = n_bytes - n_bytes / 4;
  guint first = find_window (passage->marks, most);
  gsize from = 0;
  gsize to = passage->n_bytes;

  *spans = g_array_new (FALSE, FALSE, sizeof (CsHitSpan));
  if (passage->n_bytes > n_bytes && passage->marks->len > 0)
    {
      gsize start = g_array_index (passage->marks, CsSearchMark, first).span.start_byte;

      from = start > n_bytes / 4 ? begin_word (passage->text,
                                               begin_char (passage->text, start - n_bytes / 4)) :
                                   0;
    }
  if (to - from > n_bytes)
    to = begin_char (passage->text, from + n_bytes);

  if (from > 0)
    g_string_append (line, ELLIPSIS);
  for (guint i = 0; i < passage->marks->len; i++)
    {
      CsHitSpan span = g_array_index (passage->marks, CsSearchMark, i).span;
      CsHitSpan moved = { (guint)(span.start_byte - from + line->len),
                          (guint)(span.end_byte - from + line->len) };

      if (span.start_byte >= from && span.end_byte <= to)
        g_array_append_val (*spans, moved);
    }
  append_line (line, passage->text + from, to - from);
  if (to < passage->n_bytes)
    g_string_append (line, ELLIPSIS);

  return g_string_free (line, FALSE);
}
