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

static const CsPart parts[] = { CS_PART_TITLE, CS_PART_ABSTRACT, CS_PART_CLAIMS,
                                CS_PART_DESCRIPTION };

struct _CsListedWords
{
  const List *lists;
  guint n_lists;
  GArray *hits[MAX_LISTS];   /* CsLexiconHit: of each list, unit after unit */
  guint *firsts[CS_N_PARTS]; /* for each unit and list, the first of its hits; the last unit is none */
};

/* --- finding --- */

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

static void
find_in_part (CsListedWords *words, const CsDraft *draft, CsPart part)
{
  const CsLexiconSet *set = get_set (words->lists, words->n_lists);
  guint n_units = cs_draft_get_n_units (draft, part);
  guint *first = g_new (guint, (n_units + 1) * words->n_lists);

  words->firsts[part] = first;
  for (guint unit = 0; unit <= n_units; unit++)
    {
      for (guint list = 0; list < words->n_lists; list++)
        *first++ = words->hits[list]->len;
      if (unit < n_units)
        cs_lexicon_set_find (set, cs_draft_get_folded (draft, part, unit, CS_FOLD_CASE),
                             words->hits);
    }
}

CsListedWords *
cs_listed_words_new (const CsDraft *draft)
{
  CsListedWords *words = g_new0 (CsListedWords, 1);
  gboolean chinese = strcmp (draft->language, "zh") == 0;

  words->lists = chinese ? chinese_lists : english_lists;
  words->n_lists = chinese ? G_N_ELEMENTS (chinese_lists) : G_N_ELEMENTS (english_lists);
  for (guint i = 0; i < words->n_lists; i++)
    words->hits[i] = g_array_new (FALSE, FALSE, sizeof (CsLexiconHit));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    find_in_part (words, draft, parts[i]);

  return words;
}

void
cs_listed_words_free (CsListedWords *words)
{
  for (guint i = 0; i < words->n_lists; i++)
    g_array_unref (words->hits[i]);
  for (guint part = 0; part < CS_N_PARTS; part++)
    g_free (words->firsts[part]);
  g_free (words);
}

/* --- asking --- */

CsLexiconHits
cs_listed_words_get (const CsListedWords *words, const char *list, CsPart part, guint index)
{
  for (guint i = 0; i < words->n_lists; i++)
    if (strcmp (words->lists[i].name, list) == 0)
      {
        const guint *first = words->firsts[part] + index * words->n_lists + i;
        const CsLexiconHit *hits = (const CsLexiconHit *)(gpointer)words->hits[i]->data;

        return (CsLexiconHits){ hits + *first, first[words->n_lists] - *first };
      }

  g_return_val_if_reached (((CsLexiconHits){ NULL, 0 }));
}
