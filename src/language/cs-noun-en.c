#include "cs-noun-en.h"

#include <string.h>

#include "cs-word-en.h"

/* What the rules below would get wrong; some words have one form for both. */
static const struct
{
  const char *singular;
  const char *plural;
} irregular[] = {
  { "analysis", "analyses" },
  { "apparatus", "apparatuses" },
  { "axis", "axes" },
  { "basis", "bases" },
  { "datum", "data" },
  { "equipment", "equipment" },
  { "foot", "feet" },
  { "half", "halves" },
  { "index", "indices" },
  { "knife", "knives" },
  { "leaf", "leaves" },
  { "life", "lives" },
  { "locus", "loci" },
  { "matrix", "matrices" },
  { "means", "means" },
  { "medium", "media" },
  { "nucleus", "nuclei" },
  { "radius", "radii" },
  { "series", "series" },
  { "shelf", "shelves" },
  { "software", "software" },
  { "species", "species" },
  { "spectrum", "spectra" },
  { "stimulus", "stimuli" },
  { "stratum", "strata" },
  { "synthesis", "syntheses" },
  { "tooth", "teeth" },
  { "vertex", "vertices" },
};

/* Begin with a vowel that is not heard as one, or the other way round. */
static const char *const heard_as_consonant[] = { "eu", "uni", "us", "ut", "uran", "urea",
                                                  "uret", "uri", "uro", "one", "once", "ubiq" };
static const char *const heard_as_vowel[] = { "heir", "honest", "honor", "honour", "hour" };
static const char *const never_consonant[] = { "unim", "unin", "utter", "ush", "oner" };

/* Acronyms that are read as words. */
static const char *const read_as_words[] = { "FRAM", "LAN", "LASER", "LIDAR", "MEMS", "MOS", "NAND",
                                             "NOR", "RADAR", "RAM", "ROM", "SAW", "SIM", "SOC" };

/* The word that says what the thing is: the last one, or the one before "of", "for", ... */
static const char *
find_head (const char *name, gsize *n_bytes)
{
  const char *head = name;
  const char *dash;
  gsize n_head = 0;
  gsize n;

  for (const char *at = name; *at != '\0'; at += n)
    {
      CsWordEn word;
      g_autofree char *lower = NULL;

      at += strspn (at, " ");
      n = strcspn (at, " ");
      lower = g_ascii_strdown (at, n);
      cs_word_en_analyse (lower, n, &word);
      if (n_head > 0 && n > 0 && (word.classes & CS_EN_PREPOSITION) != 0)
        break;
      if (n == 0)
        break;
      head = at;
      n_head = n;
    }

  dash = g_strrstr_len (head, n_head, "-");
  if (dash != NULL)
    {
      n_head -= dash + 1 - head;
      head = dash + 1;
    }
  *n_bytes = n_head;

  return head;
}

static char *
with_head (const char *name, const char *head, gsize n_bytes, const char *other)
{
  return g_strdup_printf ("%.*s%s%s", (int)(head - name), name, other, head + n_bytes);
}

char *
cs_noun_en_dup_singular (const char *name)
{
  gsize n_bytes;
  const char *head = find_head (name, &n_bytes);
  g_autofree char *lower = g_ascii_strdown (head, n_bytes);
  CsWordEn word;
  gsize n_same = 0;
  g_autofree char *singular = NULL;

  cs_word_en_analyse (lower, n_bytes, &word);
  for (guint i = 0; i < G_N_ELEMENTS (irregular); i++)
    if (strcmp (irregular[i].singular, lower) == 0)
      return g_strdup (name);
  if (n_bytes == 0 || (word.forms & CS_EN_PLURAL) == 0)
    return g_strdup (name);

  /* what both have in common keeps its case */
  while (word.lemma[n_same] != '\0' && word.lemma[n_same] == lower[n_same])
    n_same++;
  singular = g_strdup_printf ("%.*s%s", (int)n_same, head, word.lemma + n_same);

  return with_head (name, head, n_bytes, singular);
}

static gboolean
has_suffix (const char *word, const char *const *suffixes, guint n_suffixes)
{
  for (guint i = 0; i < n_suffixes; i++)
    if (g_str_has_suffix (word, suffixes[i]))
      return TRUE;

  return FALSE;
}

static char *
dup_plural_word (const char *word)
{
  static const char *const hissing[] = { "s", "x", "z", "ch", "sh" };
  g_autofree char *lower = g_ascii_strdown (word, -1);
  gsize n_bytes = strlen (word);

  for (guint i = 0; i < G_N_ELEMENTS (irregular); i++)
    if (strcmp (lower, irregular[i].singular) == 0)
      return g_strdup_printf ("%c%s", word[0], irregular[i].plural + 1);
  if (n_bytes > 1 && strcmp (word, lower) != 0 && g_ascii_isupper (word[n_bytes - 1]))
    return g_strconcat (word, "s", NULL); /* LEDs */
  if (has_suffix (lower, hissing, G_N_ELEMENTS (hissing)))
    return g_strconcat (word, "es", NULL);
  if (n_bytes > 1 && lower[n_bytes - 1] == 'y' && strchr ("aeiou", lower[n_bytes - 2]) == NULL)
    return g_strdup_printf ("%.*sies", (int)n_bytes - 1, word);

  return g_strconcat (word, "s", NULL);
}

char *
cs_noun_en_dup_plural (const char *name)
{
  gsize n_bytes;
  const char *head = find_head (name, &n_bytes);
  g_autofree char *word = g_strndup (head, n_bytes);
  g_autofree char *plural = NULL;

  if (n_bytes == 0)
    return g_strdup (name);

  plural = dup_plural_word (word);

  return with_head (name, head, n_bytes, plural);
}

static gboolean
has_prefix (const char *word, const char *const *prefixes, guint n_prefixes)
{
  for (guint i = 0; i < n_prefixes; i++)
    if (g_str_has_prefix (word, prefixes[i]))
      return TRUE;

  return FALSE;
}

/* Letters that are spelled out: an LED, a USB port. */
static gboolean
is_spelled (const char *word, gsize n_bytes)
{
  gsize n_letters = 0;

  for (gsize i = 0; i < n_bytes; i++)
    if (g_ascii_isupper (word[i]))
      n_letters++;
    else if (g_ascii_islower (word[i]))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (read_as_words); i++)
    if (strlen (read_as_words[i]) == n_bytes && strncmp (read_as_words[i], word, n_bytes) == 0)
      return FALSE;

  return n_letters > 0;
}

gboolean
cs_noun_en_takes_an (const char *name)
{
  gsize n_bytes = strcspn (name, " -");
  g_autofree char *word = g_ascii_strdown (name, n_bytes);

  if (is_spelled (name, n_bytes))
    return strchr ("AEFHILMNORSX", name[0]) != NULL;
  if (*word == '\0')
    return FALSE;
  if (has_prefix (word, never_consonant, G_N_ELEMENTS (never_consonant)) ||
      has_prefix (word, heard_as_vowel, G_N_ELEMENTS (heard_as_vowel)))
    return TRUE;
  if (has_prefix (word, heard_as_consonant, G_N_ELEMENTS (heard_as_consonant)))
    return FALSE;

  return *word == '8' || strchr ("aeiou", *word) != NULL;
}
