#include <string.h>

#include <gio/gio.h>

#include "cs-dictionary.h"

#define RESOURCE_FOLDER "/io/github/claimsmith/lexicons/"
#define MAGIC "CSD1"
#define HEADER_BYTES 8

/* As resources/lexicons/generate writes it. A list is a record that holds its length, then so many
 * records, sorted by unit. */
typedef struct
{
  guint16 unit;
  guint16 value;
  guint32 list;
} Record;

G_STATIC_ASSERT (sizeof (Record) == 8);

#define N_UNITS 0x10000
#define N_PAIRS 0x80000 /* of their hash; several times as many as there are */

struct _CsDictionary
{
  const Record *records;
  guint32 n_records;
  guint32 root;
  guint32 *first; /* by unit: its record in the list of the root, 0 when no word begins with it */
  guint8 *pairs;  /* a bit for each two units that a word begins with */
};

/* Every word of a text is looked up from the root, which has thousands of records. */
static guint32 *
index_root (const CsDictionary *dictionary)
{
  guint32 *first = g_new0 (guint32, N_UNITS);
  guint32 end =
      dictionary->root + 1 + GUINT32_FROM_LE (dictionary->records[dictionary->root].list);

  for (guint32 i = dictionary->root + 1; i < end; i++)
    first[GUINT16_FROM_LE (dictionary->records[i].unit)] = i;

  return first;
}

static guint32
hash_pair (gunichar first, gunichar second)
{
  return (first * 2654435769u ^ second * 40503u) % N_PAIRS;
}

/* Most places of a text are within a word, where no other begins: a look at these bits spares a
 * search in records that are all over the memory. */
static guint8 *
index_pairs (const CsDictionary *dictionary)
{
  const Record *records = dictionary->records;
  guint8 *pairs = g_new0 (guint8, N_PAIRS / 8);

  for (guint unit = 0; unit < N_UNITS; unit++)
    {
      guint32 list = dictionary->first[unit];

      list = list == 0 ? 0 : GUINT32_FROM_LE (records[list].list);
      for (guint32 i = 1; list != 0 && i <= GUINT32_FROM_LE (records[list].list); i++)
        {
          guint32 pair = hash_pair (unit, GUINT16_FROM_LE (records[list + i].unit));

          pairs[pair / 8] |= 1u << (pair % 8);
        }
    }

  return pairs;
}

static CsDictionary *
dictionary_open (const char *language)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER "words.", language, ".dict", NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  CsDictionary *dictionary = g_new0 (CsDictionary, 1);
  gsize n_bytes = 0;
  const char *data = bytes == NULL ? NULL : g_bytes_get_data (bytes, &n_bytes);

  if (n_bytes < HEADER_BYTES + sizeof (Record) || memcmp (data, MAGIC, strlen (MAGIC)) != 0)
    return dictionary;

  dictionary->root = GUINT32_FROM_LE (*(const guint32 *)(gconstpointer)(data + strlen (MAGIC)));
  dictionary->records = (const Record *)(gconstpointer)(data + HEADER_BYTES);
  dictionary->n_records = (n_bytes - HEADER_BYTES) / sizeof (Record);
  dictionary->first = index_root (dictionary);
  dictionary->pairs = index_pairs (dictionary);

  return dictionary; /* compiled-in resources stay where they are */
}

const CsDictionary *
cs_dictionary_get (const char *language)
{
  static gsize chinese;
  static gsize english;
  gsize *which = strcmp (language, "zh") == 0 ? &chinese : &english;

  if (g_once_init_enter (which))
    g_once_init_leave (which, (gsize)dictionary_open (which == &chinese ? "zh" : "en"));

  return (const CsDictionary *)*which;
}

CsDictionaryWalk
cs_dictionary_begin (const CsDictionary *dictionary)
{
  return (CsDictionaryWalk){ dictionary, dictionary->root, 0 };
}

/* The record of @unit in a list; 0 when it is not there. */
static guint32
find_record (const CsDictionary *dictionary, guint32 list, gunichar unit)
{
  const Record *at = dictionary->records + list;
  guint32 n = GUINT32_FROM_LE (at->list);

  if (list == dictionary->root)
    return unit < N_UNITS ? dictionary->first[unit] : 0;

  for (at++; n > 1;)
    if (GUINT16_FROM_LE (at[n / 2].unit) <= unit)
      {
        at += n / 2;
        n -= n / 2;
      }
    else
      n /= 2;

  return n == 1 && GUINT16_FROM_LE (at->unit) == unit ? at - dictionary->records : 0;
}

/* Whether a word may go on with @unit; asked of its second one alone. */
static gboolean
may_go_on (const CsDictionaryWalk *walk, gunichar unit)
{
  guint32 pair = hash_pair (walk->first, unit);

  return walk->first == 0 || (walk->dictionary->pairs[pair / 8] & (1u << (pair % 8))) != 0;
}

gboolean
cs_dictionary_step (CsDictionaryWalk *walk, gunichar unit, guint *value)
{
  guint32 found = walk->list == 0 || !may_go_on (walk, unit) ?
                      0 :
                      find_record (walk->dictionary, walk->list, unit);

  *value = 0;
  if (found == 0)
    return FALSE;

  *value = GUINT16_FROM_LE (walk->dictionary->records[found].value);
  walk->first = walk->list == walk->dictionary->root ? unit : 0;
  walk->list = GUINT32_FROM_LE (walk->dictionary->records[found].list);

  return TRUE;
}

guint
cs_dictionary_lookup (const CsDictionary *dictionary, const char *word, gsize n_bytes)
{
  CsDictionaryWalk walk = cs_dictionary_begin (dictionary);
  guint value = 0;

  for (const char *at = word; at < word + n_bytes; at = g_utf8_next_char (at))
    if (!cs_dictionary_step (&walk, g_utf8_get_char (at), &value))
      return 0;

  return value;
}

guint
cs_word_zh_cost (guint value)
{
  return value & 0xfff;
}

CsWordClass
cs_word_zh_class (guint value)
{
  return (CsWordClass)(value >> 12 & 0xf);
}

guint
cs_word_en_noun_count (guint value)
{
  return value >> 4 & 0xf;
}

guint
cs_word_en_verb_count (guint value)
{
  return value >> 8 & 0xf;
}
