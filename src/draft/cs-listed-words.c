#include "cs-listed-words.h"

#include <string.h>

#include "../language/cs-lexicon-set.h"

#define MAX_LISTS 12

/* What is asked for, and the list that holds it in a language. */
typedef struct
{
  const char *name;
  const char *lexicon;
} List;

static const List chinese_lists[] = {
  { "biology", "biology" },
  { "brands", "brands" },
  { "description-cues", "description-cues.zh" },
  { "description-wording", "description-wording.zh" },
  { "placeholders", "placeholders.zh" },
  { "repeated", "repeated.zh" },
  { "strait", "strait.zh" },
  { "triggers", "triggers.zh" },
  { "typos", "typos.zh" },
};

static const List english_lists[] = {
  { "biology", "biology" },
  { "brands", "brands" },
  { "description-cues", "description-cues.en" },
  { "description-wording", "description-wording.en" },
  { "placeholders", "placeholders.en" },
  { "triggers", "triggers.en" },
  { "typos", "typos.en" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (chinese_lists) <= MAX_LISTS);
G_STATIC_ASSERT (G_N_ELEMENTS (english_lists) <= MAX_LISTS);

struct _CsListedWords
{
  const List *lists;
  guint n_lists;
  GArray *hits; /* CsLexiconHit, list after list */
  guint firsts[MAX_LISTS + 1];
};

static CsLexiconSet *
new_set (const List *lists, guint n_lists)
{
  const CsLexicon *lexicons[MAX_LISTS];

  for (guint i = 0; i < n_lists; i++)
    lexicons[i] = cs_lexicon_get (lists[i].lexicon);

  return cs_lexicon_set_new (lexicons, n_lists);
}

/* Made once, never freed, as the lists themselves. */
static const CsLexiconSet *
get_set (const List *lists, guint n_lists)
{
  static gsize chinese;
  static gsize english;
  gsize *set = lists == chinese_lists ? &chinese : &english;

  if (g_once_init_enter (set))
    g_once_init_leave (set, (gsize)new_set (lists, n_lists));

  return (const CsLexiconSet *)*set;
}

CsListedWords *
cs_listed_words_new (const CsFolded *folded, gboolean chinese)
{
  CsListedWords *words = g_new0 (CsListedWords, 1);
  g_autoptr (GArray) found = NULL;

  words->lists = chinese ? chinese_lists : english_lists;
  words->n_lists = chinese ? G_N_ELEMENTS (chinese_lists) : G_N_ELEMENTS (english_lists);
  words->hits = g_array_new (FALSE, FALSE, sizeof (CsLexiconHit));
  found = cs_lexicon_set_find (get_set (words->lists, words->n_lists), folded);
  for (guint list = 0; list < words->n_lists; list++)
    {
      for (guint i = 0; i < found->len; i++)
        if (g_array_index (found, CsLexiconSetHit, i).list == list)
          g_array_append_val (words->hits, g_array_index (found, CsLexiconSetHit, i).hit);
      words->firsts[list + 1] = words->hits->len;
    }

  return words;
}

void
cs_listed_words_free (CsListedWords *words)
{
  g_array_unref (words->hits);
  g_free (words);
}

CsLexiconHits
cs_listed_words_get (const CsListedWords *words, const char *list)
{
  const CsLexiconHit *hits = (gconstpointer)words->hits->data; /* NULL when there are none */

  for (guint i = 0; i < words->n_lists; i++)
    if (strcmp (words->lists[i].name, list) == 0)
      return (CsLexiconHits){ hits == NULL ? NULL : hits + words->firsts[i],
                              words->firsts[i + 1] - words->firsts[i] };

  g_return_val_if_reached (((CsLexiconHits){ NULL, 0 }));
}
