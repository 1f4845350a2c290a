#include "cs-word-en.h"

#include <string.h>

#include <gio/gio.h>

#include "cs-dictionary.h"

#define RESOURCE_FOLDER "/io/github/claimsmith/lexicons/"
#define IS_PARTICIPLE (CS_EN_MOLECULAR << 1) /* a class of the second list */

/* What the two lists say of one word. */
typedef struct
{
  guint classes;
  const char *singular;
  const char *verb;
} Listed;

static const char *const class_names[] = {
  "determiner",
  "preposition",
  "conjunction",
  "auxiliary",
  "pronoun",
  "adverb",
  "number",
  "count",
  "ordinal",
  "paired",
  "free",
  "result",
  "always",
  "relational",
  "body",
  "superlative",
  "generic",
  "verbal",
  "postposed",
  "prefix",
  "named",
  "chemical",
  "label",
  "dimension",
  "living",
  "anatomy",
  "molecular",
};

/* --- the lists --- */

static Listed *
get_listed (GHashTable *table, const char *word)
{
  Listed *listed = g_hash_table_lookup (table, word);

  if (listed == NULL)
    {
      listed = g_new0 (Listed, 1);
      g_hash_table_insert (table, g_strdup (word), listed);
    }

  return listed;
}

static void
add_word (GHashTable *table, const char *kind, const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (class_names); i++)
    if (g_str_equal (kind, class_names[i]))
      get_listed (table, word)->classes |= 1u << i;
}

/* "teeth tooth" of the kind "plural"; "series" of the kind "same". */
static void
add_form (GHashTable *table, const char *kind, const char *pair)
{
  g_auto (GStrv) words = g_strsplit (pair, " ", 2);
  const char *base = g_intern_string (words[1] == NULL ? words[0] : words[1]);
  Listed *listed = get_listed (table, words[0]);

  if (g_str_equal (kind, "plural") || g_str_equal (kind, "same"))
    listed->singular = base;
  else
    listed->verb = base;
  if (g_str_equal (kind, "participle"))
    listed->classes |= IS_PARTICIPLE;
}

static void
load (GHashTable *table, const char *name, void (*add) (GHashTable *, const char *, const char *))
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) lines = NULL;

  if (bytes == NULL)
    return;

  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 2);
      g_auto (GStrv) words = NULL;

      if (lines[i][0] == '#' || g_strv_length (cells) < 2)
        continue;
      words = g_strsplit (cells[1], " | ", -1);
      for (guint n = 0; words[n] != NULL; n++)
        add (table, cells[0], g_strstrip (words[n]));
    }
}

static GHashTable *
get_table (void)
{
  static gsize table;

  if (g_once_init_enter (&table))
    {
      GHashTable *made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

      load (made, "terms-words.en.tsv", add_word);
      load (made, "terms-forms.en.tsv", add_form);
      g_once_init_leave (&table, (gsize)made);
    }

  return (GHashTable *)table;
}

/* --- inflection --- */

typedef struct
{
  const CsDictionary *dictionary;
  const char *word;
  gsize n_bytes;
  CsWordEn *info;
} Analysis;

/* The value of the word without its last @cut bytes, with @added instead; @base, when not NULL, is
 * set to it if it is one of @flags. */
static guint
try_base (const Analysis *analysis, gsize cut, const char *added, guint flags, char *base)
{
  char candidate[CS_WORD_EN_MAX + 2];
  gsize n_bytes = analysis->n_bytes - cut;
  guint value;

  if (analysis->n_bytes < cut + 2)
    return 0;

  memcpy (candidate, analysis->word, n_bytes);
  g_strlcpy (candidate + n_bytes, added, sizeof candidate - n_bytes);
  value = cs_dictionary_lookup (analysis->dictionary, candidate, strlen (candidate));
  if ((value & flags) == 0)
    return 0;
  if (base != NULL)
    g_strlcpy (base, candidate, CS_WORD_EN_MAX);

  return value;
}

static gboolean
ends_with (const Analysis *analysis, const char *ending)
{
  gsize length = strlen (ending);

  return analysis->n_bytes > length + 1 &&
         memcmp (analysis->word + analysis->n_bytes - length, ending, length) == 0;
}

/* The value of the base of a word in -s; @base is set to it. */
static guint
try_s (const Analysis *analysis, guint flags, char *base)
{
  guint value = 0;

  if (ends_with (analysis, "ies"))
    value = try_base (analysis, 3, "y", flags, base);
  if (value == 0)
    value = try_base (analysis, 1, "", flags, base);
  if (value == 0 && ends_with (analysis, "es"))
    value = try_base (analysis, 2, "", flags, base);

  return value;
}

/* The value of the verb whose form in -ing or -ed the word is; @cut is the length of the ending. */
static guint
try_verb (const Analysis *analysis, gsize cut, char *base)
{
  gsize left = analysis->n_bytes - cut;
  guint value = 0;

  if (left >= 3 && analysis->word[left - 1] == analysis->word[left - 2])
    value = try_base (analysis, cut + 1, "", CS_WORD_EN_VERB, base);
  if (value == 0)
    value = try_base (analysis, cut, "e", CS_WORD_EN_VERB, base);
  if (value == 0)
    value = try_base (analysis, cut, "", CS_WORD_EN_VERB, base);
  if (value == 0 && cut == 2 && ends_with (analysis, "ied"))
    value = try_base (analysis, 3, "y", CS_WORD_EN_VERB, base);

  return value;
}

/* A word in -s of no dictionary: "nanotubes" is a plural, "nexus" is none. */
static void
guess_plural (const Analysis *analysis)
{
  CsWordEn *info = analysis->info;

  if (ends_with (analysis, "ss") || ends_with (analysis, "us") || ends_with (analysis, "is"))
    return;

  info->forms |= CS_EN_PLURAL;
  if (ends_with (analysis, "sses") || ends_with (analysis, "xes") || ends_with (analysis, "ches") ||
      ends_with (analysis, "shes"))
    info->lemma[analysis->n_bytes - 2] = '\0';
  else if (ends_with (analysis, "ies"))
    g_strlcpy (info->lemma + analysis->n_bytes - 3, "y", 3);
  else
    info->lemma[analysis->n_bytes - 1] = '\0';
}

static void
take_counts (CsWordEn *info, guint value)
{
  info->nouns = MAX (info->nouns, cs_word_en_noun_count (value));
  info->verbs = MAX (info->verbs, cs_word_en_verb_count (value));
}

static void
analyse_s (const Analysis *analysis, const Listed *listed)
{
  CsWordEn *info = analysis->info;
  guint value;

  value = try_s (analysis, CS_WORD_EN_VERB, info->stem);
  if (value != 0 && !ends_with (analysis, "ss"))
    {
      info->forms |= CS_EN_VERB_S;
      take_counts (info, value);
    }
  if (listed != NULL && listed->singular != NULL)
    return;

  value = try_s (analysis, CS_WORD_EN_NOUN, info->lemma);
  if (value != 0 && !ends_with (analysis, "ss"))
    info->forms |= CS_EN_NOUN | CS_EN_PLURAL;
  else
    g_strlcpy (info->lemma, analysis->word, MIN (analysis->n_bytes + 1, CS_WORD_EN_MAX));
  if (info->forms == 0)
    guess_plural (analysis);
}

/* The verb of a word in -ation, -ion, -ment, -ance or of an adverb in -ly its adjective. */
static void
find_relative (const Analysis *analysis)
{
  static const struct
  {
    const char *ending;
    gsize cut;
    const char *added;
  } relatives[] = {
    { "ion", 3, "e" },
    { "ation", 5, "" },
    { "ation", 5, "e" },
    { "ion", 3, "" },
    { "ment", 4, "" },
    { "ments", 5, "" },
    { "ance", 4, "" },
    { "ance", 4, "e" },
    { "ence", 4, "" },
    { "ence", 4, "e" },
    { "ions", 4, "e" },
    { "ations", 6, "" },
    { "ations", 6, "e" },
    { "ions", 4, "" },
    { "able", 4, "" }, /* rotatable, movable */
    { "able", 4, "e" },
    { "ible", 4, "" },
    { "ible", 4, "e" },
  };

  if (analysis->n_bytes > 9 && ends_with (analysis, "ation") && /* orientation: not orientate */
      try_base (analysis, 5, "", CS_WORD_EN_VERB, analysis->info->stem) != 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (relatives); i++)
    if (ends_with (analysis, relatives[i].ending) &&
        analysis->n_bytes - relatives[i].cut + strlen (relatives[i].added) > 3 && /* not a cap */
        try_base (analysis, relatives[i].cut, relatives[i].added, CS_WORD_EN_VERB,
                  analysis->info->stem) != 0)
      return;
}

/* Forms that only endings tell. */
static void
analyse_endings (const Analysis *analysis, const Listed *listed)
{
  CsWordEn *info = analysis->info;
  guint value;

  if (ends_with (analysis, "ing"))
    {
      value = try_verb (analysis, 3, info->stem);
      if (value != 0 || info->forms == 0)
        info->forms |= CS_EN_ING;
    }
  else if (ends_with (analysis, "ed") && analysis->word[analysis->n_bytes - 3] != 'e')
    {
      value = try_verb (analysis, 2, info->stem);
      if (value != 0 || info->forms == 0)
        info->forms |= CS_EN_PARTICIPLE;
    }
  else if (ends_with (analysis, "s"))
    {
      analyse_s (analysis, listed);
    }
  else if (ends_with (analysis, "ly"))
    {
      info->forms |= info->forms == 0 ? CS_EN_ADVERB : 0;
      if (try_base (analysis, 2, "", CS_WORD_EN_ADJECTIVE, info->stem) == 0 &&
          (info->forms & CS_EN_NOUN) == 0)
        g_strlcpy (info->stem, analysis->word, analysis->n_bytes - 1);
    }
  else if (info->forms == 0 && (ends_with (analysis, "able") || ends_with (analysis, "ible")))
    {
      info->forms = CS_EN_ADJECTIVE;
      find_relative (analysis);
    }
  else
    {
      find_relative (analysis);
    }
}

static void
apply_listed (const Listed *listed, CsWordEn *info)
{
  info->classes |= listed->classes & ~IS_PARTICIPLE;
  if (listed->singular != NULL)
    {
      if (!g_str_equal (listed->singular, info->lemma))
        info->forms |= CS_EN_PLURAL;
      info->forms |= CS_EN_NOUN;
      g_strlcpy (info->lemma, listed->singular, sizeof info->lemma);
    }
  if (listed->verb != NULL)
    {
      if ((listed->classes & IS_PARTICIPLE) != 0)
        info->forms |= CS_EN_PARTICIPLE;
      g_strlcpy (info->stem, listed->verb, sizeof info->stem);
    }
}

void
cs_word_en_analyse (const char *word, gsize n_bytes, CsWordEn *info)
{
  Analysis analysis = { cs_dictionary_get ("en"), word, n_bytes, info };
  const Listed *listed;
  guint value;
  gsize length;

  memset (info, 0, sizeof *info);
  memcpy (info->lemma, word, MIN (n_bytes, CS_WORD_EN_MAX - 1));
  if (n_bytes == 0 || n_bytes >= CS_WORD_EN_MAX)
    {
      info->forms = CS_EN_NOUN | CS_EN_UNKNOWN;
      g_strlcpy (info->stem, info->lemma, sizeof info->stem);
      return;
    }

  listed = g_hash_table_lookup (get_table (), info->lemma);
  value = cs_dictionary_lookup (analysis.dictionary, word, n_bytes);
  info->forms = ((value & CS_WORD_EN_NOUN) != 0 ? CS_EN_NOUN : 0) |
                ((value & CS_WORD_EN_VERB) != 0 ? CS_EN_VERB : 0) |
                ((value & CS_WORD_EN_ADJECTIVE) != 0 ? CS_EN_ADJECTIVE : 0) |
                ((value & CS_WORD_EN_ADVERB) != 0 ? CS_EN_ADVERB : 0);
  take_counts (info, value);
  analyse_endings (&analysis, listed);
  if (listed != NULL)
    apply_listed (listed, info);
  if ((info->forms & CS_EN_PLURAL) != 0)
    {
      listed = g_hash_table_lookup (get_table (), info->lemma);
      info->classes |= listed == NULL ? 0 : listed->classes & CS_EN_OF_LEMMA;
    }
  if (info->forms == 0 || info->forms == CS_EN_PLURAL)
    info->forms |= CS_EN_NOUN | CS_EN_UNKNOWN;

  if (info->stem[0] != '\0' && (info->forms & (CS_EN_NOUN | CS_EN_ING)) != 0 &&
      !g_str_equal (info->stem, info->lemma) && (info->forms & CS_EN_VERB_S) == 0)
    info->forms |= CS_EN_ACTION;
  if (info->stem[0] == '\0')
    g_strlcpy (info->stem, info->lemma, sizeof info->stem);
  length = strlen (info->stem);
  if (length > 3 && info->stem[length - 1] == 'e')
    info->stem[length - 1] = '\0';
}
