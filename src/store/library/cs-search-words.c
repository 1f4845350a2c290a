#include "cs-search-words.h"

#include <string.h>

#include "../../language/cs-search-tokens.h"
#include "../../language/cs-segment-zh.h"
#include "../../language/cs-word-en.h"

#define MIN_LETTERS 3
#define FIRST_HAN 0x3400
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

static gboolean
tells_something (guint16 mark, guint length)
{
  CsWordRoleZh role = mark & CS_ROLE_MASK;

  return length >= 2 && (mark & CS_TRAIT_QUANTITY) == 0 &&
         (role == CS_ROLE_NOUN || role == CS_ROLE_MODIFIER || role == CS_ROLE_VERB);
}

static gboolean
letters_tell_something (const CsSearchToken *token)
{
  CsWordEn info;

  if (token->n_bytes < MIN_LETTERS || g_strv_contains (empty_verbs, token->text))
    return FALSE;

  cs_word_en_analyse (token->text, token->n_bytes, &info);

  return (info.classes & EMPTY_CLASSES) == 0;
}

/* Divides the characters that stand together into words. */
static void
end_run (Lister *lister)
{
  guint n = lister->run->len;
  const gunichar *units = (const gunichar *)(gconstpointer)lister->run->data;
  g_autofree guint16 *marks = g_new0 (guint16, n + 1);
  guint start = 0;

  if (n > 0)
    cs_segment_zh (units, n, marks);
  for (guint i = 1; i <= n; i++)
    if (i == n || (marks[i] & CS_ROLE_MASK) != CS_ROLE_INSIDE)
      {
        if (tells_something (marks[start], i - start))
          add_word (lister, g_ucs4_to_utf8 (units + start, i - start, NULL, NULL, NULL));
        start = i;
      }
  g_array_set_size (lister->run, 0);
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
  Lister lister = { g_ptr_array_new (), g_array_new (FALSE, FALSE, sizeof (gunichar)), 0 };

  cs_search_tokens_each (feature, strlen (feature), take_token, &lister);
  end_run (&lister);
  g_array_unref (lister.run);
  g_ptr_array_add (lister.words, NULL);

  return (char **)g_ptr_array_free (lister.words, FALSE);
}
