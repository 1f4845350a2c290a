#include <string.h>
#include <wchar.h>

#include <gio/gio.h>

#include "cs-dictionary.h"
#include "cs-segment-zh.h"

#define WORDS_PATH "/io/github/claimsmith/lexicons/terms-words.zh.tsv"
#define MAX_WORD_UNITS 8  /* no listed word is longer */
#define LISTED_COST 1000  /* as if met as often as everyday words */
#define UNKNOWN_COST 2400 /* a character that no word begins with: dearer than any word */
#define N_HEADS 0x10000
#define MAX_ROOM 64     /* characters of a stretch that is divided without memory of its own */
#define N_PAIRS 0x10000 /* of their hash */

/* One word of the list. */
typedef struct
{
  gunichar units[MAX_WORD_UNITS];
  guint8 n_units;
  guint16 mark;
} Word;

typedef struct
{
  CsDictionaryWalk root;     /* of the dictionary */
  GArray *words;             /* Word, sorted, then an empty one */
  guint16 *heads;            /* by first character: index of its first word + 1 */
  guint8 pairs[N_PAIRS / 8]; /* a bit for the first two characters of each longer word */
} WordList;

/* A step of the path of least cost. */
typedef struct
{
  guint cost;
  guint n_units; /* a run of letters has no bound */
  guint16 mark;
} Step;

/* --- the list --- */

static guint16
mark_of_class (const char *name)
{
  static const struct
  {
    const char *name;
    guint16 mark;
  } classes[] = {
    { "contains", CS_ROLE_CONTAINS },
    { "predicate", CS_ROLE_PREDICATE },
    { "verb", CS_ROLE_VERB },
    { "function", CS_ROLE_FUNCTION },
    { "locative", CS_ROLE_LOCATIVE },
    { "noun", CS_ROLE_NOUN },
    { "attribute", CS_TRAIT_ATTRIBUTE },
    { "quantity", CS_TRAIT_QUANTITY },
    { "modifier", CS_TRAIT_MODIFIER },
    { "head", CS_TRAIT_HEAD },
    { "part", CS_TRAIT_PART },
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (strcmp (classes[i].name, name) == 0)
      return classes[i].mark;

  return 0;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  const Word *left = a;
  const Word *right = b;

  for (guint i = 0; i < MAX_WORD_UNITS; i++)
    if (left->units[i] != right->units[i])
      return left->units[i] < right->units[i] ? -1 : 1;

  return 0;
}

static void
add_words (WordList *list, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", 3);
  g_auto (GStrv) words = NULL;

  if (line[0] == '#' || g_strv_length (cells) < 2)
    return;

  words = g_strsplit (cells[1], " | ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      Word word = { .mark = mark_of_class (cells[0]) };

      for (const char *at = g_strstrip (words[i]); *at != '\0'; at = g_utf8_next_char (at))
        if (word.n_units < MAX_WORD_UNITS)
          word.units[word.n_units++] = g_utf8_get_char (at);
      if (word.n_units > 0)
        g_array_append_val (list->words, word);
    }
}

/* A word in several classes has the traits of all, and the firmest of the roles. */
static void
join_equal_words (GArray *words)
{
  guint n_kept = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      Word *last = n_kept == 0 ? NULL : &g_array_index (words, Word, n_kept - 1);

      if (last != NULL && compare_words (last, word) == 0)
        last->mark = MAX (last->mark & CS_ROLE_MASK, word->mark & CS_ROLE_MASK) |
                     ((last->mark | word->mark) & ~CS_ROLE_MASK);
      else
        g_array_index (words, Word, n_kept++) = *word;
    }
  g_array_set_size (words, n_kept);
}

/* A trait alone tells the role too. */
static void
complete_mark (Word *word)
{
  if ((word->mark & CS_ROLE_MASK) != 0)
    return;
  if ((word->mark & (CS_TRAIT_ATTRIBUTE | CS_TRAIT_HEAD | CS_TRAIT_PART)) != 0)
    word->mark |= CS_ROLE_NOUN;
  else if ((word->mark & CS_TRAIT_QUANTITY) != 0)
    word->mark |= CS_ROLE_NUMERAL;
  else
    word->mark |= CS_ROLE_MODIFIER;
}

static guint
hash_pair (const gunichar *units)
{
  return (units[0] * 31 + units[1]) % N_PAIRS;
}

static WordList *
load_list (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (WORDS_PATH, 0, NULL);
  WordList *list = g_new0 (WordList, 1);
  g_auto (GStrv) lines = NULL;

  list->root = cs_dictionary_begin (cs_dictionary_get ("zh"));
  list->words = g_array_new (TRUE, TRUE, sizeof (Word));
  list->heads = g_new0 (guint16, N_HEADS);
  if (bytes == NULL)
    return list;

  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    add_words (list, lines[i]);
  g_array_sort (list->words, compare_words);
  join_equal_words (list->words);
  for (guint i = list->words->len; i-- > 0;)
    {
      Word *word = &g_array_index (list->words, Word, i);

      complete_mark (word);
      if (word->n_units > 1)
        list->pairs[hash_pair (word->units) / 8] |= 1u << (hash_pair (word->units) % 8);
      if (word->units[0] < N_HEADS)
        list->heads[word->units[0]] = i + 1;
    }

  return list;
}

static const WordList *
get_list (void)
{
  static gsize list;

  if (g_once_init_enter (&list))
    g_once_init_leave (&list, (gsize)load_list ());

  return (const WordList *)list;
}

/* The first of the listed words that begin with @unit, the one of a single character before the
 * others; NULL when none does. The list ends with an empty word. */
static const Word *
first_listed (const WordList *list, gunichar unit)
{
  guint first = unit < N_HEADS ? list->heads[unit] : 0;

  return first == 0 ? NULL : &g_array_index (list->words, Word, first - 1);
}

/* Whether a listed word of two characters or more may begin at @units; mostly none does. */
static gboolean
may_be_longer (const WordList *list, const gunichar *units, guint n_units)
{
  guint pair = n_units > 1 ? hash_pair (units) : 0;

  return n_units > 1 && (list->pairs[pair / 8] & (1u << (pair % 8))) != 0;
}

static gboolean
stands_at (const Word *word, const gunichar *units, guint n_units)
{
  guint same = 1; /* the first one is */

  while (same < word->n_units && same < n_units && word->units[same] == units[same])
    same++;

  return same == word->n_units;
}

/* --- words --- */

static CsWordRoleZh
role_of_class (CsWordClass class)
{
  switch (class)
    {
    case CS_WORD_VERB:
    case CS_WORD_VERBAL_NOUN:
      return CS_ROLE_VERB;
    case CS_WORD_ADJECTIVE:
      return CS_ROLE_MODIFIER;
    case CS_WORD_ADVERB:
    case CS_WORD_PREPOSITION:
    case CS_WORD_CONJUNCTION:
      return CS_ROLE_PREDICATE;
    case CS_WORD_PARTICLE:
    case CS_WORD_PRONOUN:
      return CS_ROLE_FUNCTION;
    case CS_WORD_NUMERAL:
      return CS_ROLE_NUMERAL;
    case CS_WORD_LOCATIVE:
      return CS_ROLE_LOCATIVE;
    case CS_WORD_OTHER:
    case CS_WORD_NOUN:
    case CS_WORD_CLASSIFIER:
    case CS_WORD_TIME:
    case CS_WORD_IDIOM:
    default:
      return CS_ROLE_NOUN;
    }
}

static gboolean
is_digit_zh (gunichar unit)
{
  return wcschr (L"一二三四五六七八九十", (wchar_t)unit) != NULL || g_unichar_isdigit (unit);
}

/* Length of 第一 at @units, 0 when none stands there. */
static guint
ordinal_length (const gunichar *units, guint n_units)
{
  guint length = 1;

  if (units[0] != 0x7b2c) /* 第 */
    return 0;
  while (length < n_units && length < 4 && is_digit_zh (units[length]))
    length++;

  return length > 1 ? length : 0;
}

static guint
latin_length (const gunichar *units, guint n_units)
{
  guint length = 0;

  while (length < n_units && units[length] < 0x2e80 && g_unichar_isalnum (units[length]))
    length++;

  return length;
}

static void
offer (Step *steps, guint at, guint n_units, guint cost, guint16 mark)
{
  Step *step = &steps[at + n_units];

  cost += steps[at].cost;
  if (cost < step->cost)
    *step = (Step){ cost, n_units, mark };
}

/* The listed words that begin at one place, by their length: 0 where none does. */
typedef struct
{
  guint16 marks[MAX_WORD_UNITS + 1];
  guint longest;
} Listed;

static void
find_listed (const WordList *list, const gunichar *units, guint n_units, Listed *listed)
{
  const Word *word = first_listed (list, units[0]);
  gboolean longer = word != NULL && may_be_longer (list, units, n_units);

  for (; word != NULL && word->units[0] == units[0] && (longer || word->n_units == 1); word++)
    if (stands_at (word, units, n_units))
      {
        listed->marks[word->n_units] = word->mark;
        listed->longest = MAX (listed->longest, word->n_units);
      }
}

/* A stretch of characters while it is divided. */
typedef struct
{
  const WordList *list;
  const gunichar *units;
  guint n_units;
  Step *steps;
} Division;

static void
offer_dictionary (const Division *division, guint at, const Listed *listed)
{
  CsDictionaryWalk walk = division->list->root;
  const gunichar *units = division->units;
  guint value;

  for (guint i = at; i < division->n_units && cs_dictionary_step (&walk, units[i], &value); i++)
    if (value != 0)
      {
        guint length = i + 1 - at;
        guint16 mark = length <= MAX_WORD_UNITS ? listed->marks[length] : 0;

        /* 执行程序 is two words here, whatever it is in other texts */
        if (mark == 0 && length >= 4 && (listed->marks[2] & CS_ROLE_MASK) >= CS_ROLE_VERB)
          continue;
        offer (division->steps, at, length, cs_word_zh_cost (value),
               mark != 0 ? mark : role_of_class (cs_word_zh_class (value)));
      }
}

static void
offer_words (const Division *division, guint at)
{
  const gunichar *units = division->units + at;
  guint n_units = division->n_units - at;
  guint fixed = latin_length (units, n_units);
  guint16 mark = CS_ROLE_NOUN;
  Listed listed = { { 0 }, 0 };

  if (fixed == 0)
    {
      fixed = ordinal_length (units, n_units);
      mark = CS_ROLE_ORDINAL;
    }
  if (fixed > 0)
    {
      offer (division->steps, at, fixed, 0, mark);
      return;
    }

  offer (division->steps, at, 1, UNKNOWN_COST,
         *units < 0x2e80 ? CS_ROLE_FUNCTION : CS_ROLE_NOUN);
  find_listed (division->list, units, n_units, &listed);
  offer_dictionary (division, at, &listed);
  for (guint length = 1; length <= listed.longest; length++)
    if (listed.marks[length] != 0)
      offer (division->steps, at, length, LISTED_COST, listed.marks[length]);
}

void
cs_segment_zh (const gunichar *units, guint n_units, guint16 *marks)
{
  Step room[MAX_ROOM];
  g_autofree Step *more = n_units < MAX_ROOM ? NULL : g_new (Step, n_units + 1);
  Step *steps = more == NULL ? room : more;
  Division division = { get_list (), units, n_units, steps };

  memset (steps, 0xff, (n_units + 1) * sizeof (Step));
  steps[0].cost = 0;
  for (guint i = 0; i < n_units; i++)
    if (steps[i].cost != G_MAXUINT)
      offer_words (&division, i);

  memset (marks, CS_ROLE_INSIDE, n_units * sizeof (guint16));
  for (guint end = n_units; end > 0; end -= steps[end].n_units)
    marks[end - steps[end].n_units] = steps[end].mark;
}

guint16
cs_word_zh_mark (const gunichar *units, guint n_units)
{
  const Word *word = first_listed (get_list (), units[0]);

  for (; word != NULL && word->units[0] == units[0]; word++)
    if (word->n_units == n_units && stands_at (word, units, n_units))
      return word->mark;

  return 0;
}
