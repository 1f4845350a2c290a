#include "cs-speller.h"

#include <string.h>

#include <hunspell/hunspell.h>

#include "cs-dictionary.h"
#include "cs-lexicon.h"

#define MAX_WORDS 200000 /* answers kept: beyond, they are forgotten and asked for anew */
#define MIN_PART 3       /* letters of a part of a compound */
#define MAX_CHEMICAL 8   /* of the longest part of a name of a chemical */

struct _CsSpeller
{
  char *affixes;
  char *dictionary;
  GMutex mutex;      /* of all below */
  Hunhandle *handle; /* NULL until it is needed */
  GHashTable *user;
  GHashTable *known; /* word -> whether it is one */
};

/* --- the value --- */

static char *
find_file (const char *folder, const char *name)
{
  const char *const *system = g_get_system_data_dirs ();
  static const char *const below[] = { "hunspell", "myspell/dicts", "myspell" };
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);

  if (folder != NULL)
    g_ptr_array_add (folders, g_strdup (folder));
  for (guint i = 0; folder == NULL && i < G_N_ELEMENTS (below); i++)
    {
      g_ptr_array_add (folders, g_build_filename (g_get_user_data_dir (), below[i], NULL));
      for (guint k = 0; system[k] != NULL; k++)
        g_ptr_array_add (folders, g_build_filename (system[k], below[i], NULL));
      g_ptr_array_add (folders, g_build_filename ("/usr/share", below[i], NULL));
    }

  for (guint i = 0; i < folders->len; i++)
    {
      g_autofree char *path = g_build_filename (folders->pdata[i], name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }

  return NULL;
}

CsSpeller *
cs_speller_new (const char *folder, const char *const *words)
{
  g_autofree char *affixes = find_file (folder, "en_US.aff");
  g_autofree char *dictionary = find_file (folder, "en_US.dic");
  CsSpeller *speller;

  if (affixes == NULL || dictionary == NULL)
    return NULL;

  speller = g_atomic_rc_box_new0 (CsSpeller);
  g_mutex_init (&speller->mutex);
  speller->affixes = g_steal_pointer (&affixes);
  speller->dictionary = g_steal_pointer (&dictionary);
  speller->user = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  speller->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    g_hash_table_add (speller->user, g_ascii_strdown (words[i], -1));

  return speller;
}

CsSpeller *
cs_speller_ref (CsSpeller *speller)
{
  return g_atomic_rc_box_acquire (speller);
}

static void
speller_clear (gpointer data)
{
  CsSpeller *speller = data;

  g_clear_pointer (&speller->handle, Hunspell_destroy);
  g_hash_table_unref (speller->user);
  g_hash_table_unref (speller->known);
  g_free (speller->affixes);
  g_free (speller->dictionary);
  g_mutex_clear (&speller->mutex);
}

void
cs_speller_unref (CsSpeller *speller)
{
  g_atomic_rc_box_release_full (speller, speller_clear);
}

/* --- one slip of typing away --- */

typedef void (*Try) (const char *word, gpointer data);

/* Words of one letter less, and with two letters in each other's place. */
static void
try_fewer (GString *word, Try try, gpointer data)
{
  for (gsize at = 0; at < word->len; at++)
    {
      char letter = word->str[at];

      g_string_erase (word, at, 1);
      try (word->str, data);
      g_string_insert_c (word, at, letter);
      if (at + 1 == word->len || letter == word->str[at + 1])
        continue;

      word->str[at] = word->str[at + 1];
      word->str[at + 1] = letter;
      try (word->str, data);
      word->str[at + 1] = word->str[at];
      word->str[at] = letter;
    }
}

static void
try_others (GString *word, Try try, gpointer data)
{
  for (gsize at = 0; at <= word->len; at++)
    for (char letter = 'a'; letter <= 'z'; letter++)
      {
        char before = word->str[at];

        if (at < word->len && before != letter)
          {
            word->str[at] = letter;
            try (word->str, data);
            word->str[at] = before;
          }
        g_string_insert_c (word, at, letter);
        try (word->str, data);
        g_string_erase (word, at, 1);
      }
}

static void
note_common (const char *word, gpointer data)
{
  gboolean *found = data;

  *found = *found || cs_speller_is_common (word);
}

/* "presure" is made of pre and sure, and meant to be pressure. */
static gboolean
has_near_common (const char *word)
{
  g_autoptr (GString) copy = g_string_new (word);
  gboolean found = FALSE;

  try_fewer (copy, note_common, &found);
  try_others (copy, note_common, &found);

  return found;
}

/* --- whether it is a word --- */

/* Whether the list of technical words has @word under @kind. */
static gboolean
is_part (const char *word, const char *kind)
{
  static GHashTable *terms; /* for the life of the process */

  if (g_once_init_enter (&terms))
    g_once_init_leave (&terms, cs_lexicon_dup_terms (cs_lexicon_get ("technical.en")));

  return g_strcmp0 (g_hash_table_lookup (terms, word), kind) == 0;
}

static gboolean
ask_hunspell (CsSpeller *speller, const char *word)
{
  if (speller->handle == NULL)
    speller->handle = Hunspell_create (speller->affixes, speller->dictionary);

  return speller->handle != NULL && Hunspell_spell (speller->handle, word) != 0;
}

/* A name is kept with its capital there: Bessel, Markov. */
static gboolean
is_name (CsSpeller *speller, const char *word)
{
  g_autofree char *capital = g_strdup (word);

  capital[0] = g_ascii_toupper (capital[0]);

  return ask_hunspell (speller, capital);
}

static gboolean
is_listed (CsSpeller *speller, const char *word)
{
  const CsDictionary *ours = cs_dictionary_get ("en");
  gsize n_bytes = strlen (word);
  gsize singular = n_bytes > MIN_PART && word[n_bytes - 1] == 's' ? n_bytes - 1 : n_bytes;

  return cs_dictionary_lookup (ours, word, n_bytes) != 0 ||
         cs_dictionary_lookup (ours, word, singular) != 0 ||
         g_hash_table_contains (speller->user, word) || ask_hunspell (speller, word) ||
         is_part (word, "word");
}

/* Made of known words: a prefix and a word, a word and a suffix, two words. */
static gboolean
is_built (CsSpeller *speller, const char *word)
{
  gsize n_bytes = strlen (word);

  for (gsize at = 2; at + 2 <= n_bytes; at++)
    {
      g_autofree char *head = g_strndup (word, at);
      const char *tail = word + at;
      gboolean long_enough = n_bytes - at >= MIN_PART;

      if (long_enough && is_part (head, "prefix") && is_listed (speller, tail))
        return TRUE;
      if (at >= MIN_PART && is_part (tail, "suffix") && is_listed (speller, head))
        return TRUE;
      if (at >= MIN_PART && n_bytes - at > MIN_PART && is_listed (speller, head) &&
          is_listed (speller, tail))
        return TRUE;
    }

  return FALSE;
}

/* "rotatably" from rotatable; colour, metre, analyse, labelled, sulphur, haem as they are spelled
 * in America. */
static gboolean
is_respelled (CsSpeller *speller, const char *word)
{
  static const struct
  {
    const char *from;
    const char *to;
  } pairs[] = {
    { "ably", "able" },
    { "is", "iz" },
    { "ys", "yz" },
    { "our", "or" },
    { "lled", "led" },
    { "ae", "e" },
    { "oe", "e" },
    { "lling", "ling" },
    { "tre", "ter" },
    { "ph", "f" },
    { "ogue", "og" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const char *found = strstr (word, pairs[i].from);
      g_autofree char *other = NULL;

      if (found == NULL)
        continue;
      other = g_strdup_printf ("%.*s%s%s", (int)(found - word), word, pairs[i].to,
                               found + strlen (pairs[i].from));
      if (is_listed (speller, other))
        return TRUE;
    }

  return FALSE;
}

/* Names of chemicals are built of parts that no other words have; there are too many to list. */
static gboolean
is_chemical (const char *word)
{
  gsize n_bytes = strlen (word);

  for (gsize start = 0; start + MIN_PART <= n_bytes; start++)
    for (gsize length = MIN_PART; length <= MAX_CHEMICAL && start + length <= n_bytes; length++)
      {
        g_autofree char *part = g_strndup (word + start, length);

        if (is_part (part, start + length == n_bytes ? "chemical-end" : "chemical") ||
            is_part (part, "chemical"))
          return TRUE;
      }

  return FALSE;
}

static gboolean
is_word (CsSpeller *speller, const char *word)
{
  return is_listed (speller, word) || is_name (speller, word) || is_respelled (speller, word) ||
         is_chemical (word) || (is_built (speller, word) && !has_near_common (word));
}

gboolean
cs_speller_knows (CsSpeller *speller, const char *word, gsize n_bytes)
{
  g_autofree char *copy = g_strndup (word, n_bytes);
  gpointer known;

  g_mutex_lock (&speller->mutex);
  if (!g_hash_table_lookup_extended (speller->known, copy, NULL, &known))
    {
      if (g_hash_table_size (speller->known) >= MAX_WORDS)
        g_hash_table_remove_all (speller->known);
      known = GINT_TO_POINTER (is_word (speller, copy));
      g_hash_table_insert (speller->known, g_steal_pointer (&copy), known);
    }
  g_mutex_unlock (&speller->mutex);

  return GPOINTER_TO_INT (known);
}

void
cs_speller_learn (CsSpeller *speller, const char *word)
{
  g_mutex_lock (&speller->mutex);
  g_hash_table_add (speller->user, g_ascii_strdown (word, -1));
  g_hash_table_remove_all (speller->known); /* other words may be made of it */
  g_mutex_unlock (&speller->mutex);
}

/* --- what it was perhaps meant to be --- */

typedef struct
{
  CsSpeller *speller;
  GHashTable *used;
  GPtrArray *near;
} Search;

static void
note_known (const char *word, gpointer data)
{
  const Search *search = data;

  if (!g_hash_table_contains (search->used, word) && !cs_speller_is_common (word))
    return;
  for (guint i = 0; i < search->near->len; i++)
    if (strcmp (search->near->pdata[i], word) == 0)
      return;
  if (is_listed (search->speller, word))
    g_ptr_array_add (search->near, g_strdup (word));
}

char **
cs_speller_find_near (CsSpeller *speller, const char *word, gsize n_bytes, GHashTable *used)
{
  g_autoptr (GString) copy = g_string_new_len (word, n_bytes);
  Search search = { speller, used, g_ptr_array_new () };

  g_mutex_lock (&speller->mutex);
  try_fewer (copy, note_known, &search);
  try_others (copy, note_known, &search);
  g_mutex_unlock (&speller->mutex);
  g_ptr_array_add (search.near, NULL);

  return (char **)g_ptr_array_free (search.near, FALSE);
}

gboolean
cs_speller_is_common (const char *word)
{
  static GHashTable *common; /* for the life of the process */

  if (g_once_init_enter (&common))
    g_once_init_leave (&common, cs_lexicon_dup_terms (cs_lexicon_get ("common.en")));

  return g_hash_table_contains (common, word);
}
