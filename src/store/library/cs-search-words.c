#include "cs-search-words.h"

#include <string.h>

#include "../../language/cs-search-tokens.h"
#include "../../language/cs-segment-zh.h"
#include "../../language/cs-word-en.h"

#define MIN_LETTERS 3
#define FIRST_HAN 0x3400
#define SAID 0x8ff0 /* 述, as in 所述 */
#define MAX_WORDS 60

/* "the", "wherein", "plurality", "first", "respective": every claim has them. */
#define EMPTY_CLASSES (CS_EN_CLOSED | CS_EN_NUMBER | CS_EN_COUNT | CS_EN_ORDINAL | CS_EN_FREE)

/* So do these, which other lists have among words that tell something: "receiving". */
static const char *const empty_verbs[] = { "comprise", "comprises", "comprising", "consisting",
                                           "including", "includes", "having", NULL };

typedef struct
{
  GPtrArray *words;
  GArray *run; /* (element-type gunichar): Chinese characters that stand together */
  gsize end_byte;
  char *lone; /* the first character that stands by itself, for want of anything else */
} Lister;

static void
add_word (Lister *lister, char *word)
{
  if (lister->words->len < MAX_WORDS &&
      !g_ptr_array_find_with_equal_func (lister->words, word, g_str_equal, NULL))
    g_ptr_array_add (lister->words, word);
  else
    g_free (word);
}

/* --- Chinese --- */

/* A word as the dictionary divides a run. */
typedef struct
{
  guint start;
  guint end;
  gboolean tells; /* something */
} Piece;

static gboolean
tells_something (guint16 mark, gunichar first, guint length)
{
  CsWordRoleZh role = mark & CS_ROLE_MASK;

  if (length == 1 && first == SAID)
    return FALSE;

  return (mark & CS_TRAIT_QUANTITY) == 0 &&
         (role == CS_ROLE_NOUN || role == CS_ROLE_MODIFIER || role == CS_ROLE_VERB);
}

static GArray *
list_pieces (const GArray *run)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  const gunichar *units = (const gunichar *)(gconstpointer)run->data;
  g_autofree guint16 *marks = g_new0 (guint16, run->len + 1);
  guint start = 0;

  if (run->len > 0)
    cs_segment_zh (units, run->len, marks);
  for (guint i = 1; i <= run->len; i++)
    if (i == run->len || (marks[i] & CS_ROLE_MASK) != CS_ROLE_INSIDE)
      {
        Piece piece = { start, i, tells_something (marks[start], units[start], i - start) };

        g_array_append_val (pieces, piece);
        start = i;
      }

  return pieces;
}

static gboolean
is_short (const GArray *pieces, guint index)
{
  const Piece *piece = &g_array_index (pieces, Piece, index);

  return piece->tells && piece->end - piece->start == 1;
}

static gboolean
is_long (const GArray *pieces, guint index)
{
  const Piece *piece = index < pieces->len ? &g_array_index (pieces, Piece, index) : NULL;

  return piece != NULL && piece->tells && piece->end - piece->start > 1;
}

static char *
dup_range (const Lister *lister, guint start, guint end)
{
  const gunichar *units = (const gunichar *)(gconstpointer)lister->run->data;

  return g_ucs4_to_utf8 (units + start, end - start, NULL, NULL, NULL);
}

static void
add_range (Lister *lister, guint start, guint end)
{
  add_word (lister, dup_range (lister, start, end));
}

/* A character by itself is everywhere, but technical terms are made of them: 出液阀 is one word here,
 * and 计量泵, 锆合金 stand beside 计量, 合金. */
static void
add_short (Lister *lister, const GArray *pieces, guint first, guint end)
{
  guint start_unit = g_array_index (pieces, Piece, first).start;
  guint end_unit = g_array_index (pieces, Piece, end - 1).end;

  if (end - first > 1)
    add_range (lister, start_unit, end_unit);
  else if (first > 0 && is_long (pieces, first - 1))
    add_range (lister, g_array_index (pieces, Piece, first - 1).start, end_unit);
  else if (is_long (pieces, end))
    add_range (lister, start_unit, g_array_index (pieces, Piece, end).end);
  else if (lister->lone == NULL)
    lister->lone = dup_range (lister, start_unit, end_unit);
}

/* Divides the characters that stand together into words. */
static void
end_run (Lister *lister)
{
  g_autoptr (GArray) pieces = list_pieces (lister->run);

  for (guint i = 0; i < pieces->len;)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      guint end = i;

      if (is_long (pieces, i))
        add_range (lister, piece->start, piece->end);
      while (end < pieces->len && is_short (pieces, end))
        end++;
      if (end > i)
        add_short (lister, pieces, i, end);
      i = MAX (end, i + 1);
    }
  g_array_set_size (lister->run, 0);
}

/* --- other words --- */

static gboolean
letters_tell_something (const CsSearchToken *token)
{
  CsWordEn info;

  if (token->n_bytes < MIN_LETTERS || g_strv_contains (empty_verbs, token->text))
    return FALSE;

  cs_word_en_analyse (token->text, token->n_bytes, &info);

  return (info.classes & EMPTY_CLASSES) == 0;
}

static gboolean
take_token (const CsSearchToken *token, gpointer data)
{
  Lister *lister = data;
  gunichar c = g_utf8_get_char (token->text);

  if (c < FIRST_HAN || token->start_byte != lister->end_byte)
    end_run (lister);
  lister->end_byte = token->end_byte;
  if (c >= FIRST_HAN)
    g_array_append_val (lister->run, c);
  else if (letters_tell_something (token))
    add_word (lister, g_strndup (token->text, token->n_bytes));

  return TRUE;
}

char **
cs_search_words_list (const char *feature)
{
  Lister lister = { g_ptr_array_new (), g_array_new (FALSE, FALSE, sizeof (gunichar)), 0, NULL };

  cs_search_tokens_each (feature, strlen (feature), take_token, &lister);
  end_run (&lister);
  g_array_unref (lister.run);
  if (lister.words->len == 0 && lister.lone != NULL)
    add_word (&lister, g_steal_pointer (&lister.lone));
  g_free (lister.lone);
  g_ptr_array_add (lister.words, NULL);

  return (char **)g_ptr_array_free (lister.words, FALSE);
}
