#include "cs-support-words.h"

#include <string.h>

#include "../language/cs-word-en.h"
#include "cs-grams.h"

#define MIN_PART 3     /* letters of a part of a compound: "gas|kit" */
#define MIN_COMPOUND 8 /* bellows is no bel|lows */
#define MAX_ACRONYM 5
#define MIN_ACRONYM_PART 2 /* "PC|MR" */

static gboolean
stands (const CsSupportIndex *index, guint64 key, guint places)
{
  return (cs_support_index_get (index, key).places & places) != 0;
}

/* --- Chinese --- */

static void
add_run (GArray *ranges, CsRange run, const char *text)
{
  if (run.end > run.start && g_utf8_strlen (text + run.start, run.end - run.start) > 1)
    g_array_append_val (ranges, run);
}

GArray *
cs_support_words_dup_unknown_zh (const CsSupportIndex *index,
                                 const char *text,
                                 gsize n_bytes,
                                 guint places)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (CsRange));
  g_autoptr (GArray) grams = g_array_new (FALSE, FALSE, sizeof (CsGram));
  gsize known_end = 0;
  CsRange run = { 0, 0 };

  cs_grams_scan (text, n_bytes, CS_GRAMS_ZH_CONTENT, grams);
  for (guint i = 0; i < grams->len; i++)
    {
      const CsGram *gram = &g_array_index (grams, CsGram, i);

      if (stands (index, gram->key, places))
        {
          run.end = MIN (run.end, gram->start);
          add_run (ranges, run, text);
          run = (CsRange){ 0, 0 };
          known_end = gram->end;
          continue;
        }
      if (run.end > run.start && gram->start <= run.end)
        {
          run.end = gram->end;
          continue;
        }
      add_run (ranges, run, text);
      run = (CsRange){ MAX (gram->start, known_end), gram->end };
    }
  add_run (ranges, run, text);

  return ranges;
}

/* --- English --- */

/* In the form written, in the singular, as its relatives. */
static gboolean
stands_somehow (const CsSupportIndex *index, const char *word, gsize n_bytes, guint places)
{
  CsWordEn info;

  if (stands (index, cs_gram_of_word (word, n_bytes), places))
    return TRUE;
  if (n_bytes >= CS_WORD_EN_MAX)
    return FALSE;
  cs_word_en_analyse (word, n_bytes, &info);

  return stands (index, cs_gram_of_word (info.lemma, strlen (info.lemma)), places) ||
         stands (index, cs_gram_of_word (info.stem, strlen (info.stem)), places);
}

/* "touchscreen" in a text that has "touch" and "screen". */
static gboolean
stands_in_parts (const CsSupportIndex *index, const char *word, gsize n_bytes, guint places)
{
  gsize least = n_bytes <= MAX_ACRONYM ? MIN_ACRONYM_PART : MIN_PART;

  if (n_bytes > MAX_ACRONYM && n_bytes < MIN_COMPOUND)
    return FALSE;

  for (gsize cut = least; cut + least <= n_bytes; cut++)
    if (stands (index, cs_gram_of_word (word, cut), places) &&
        stands (index, cs_gram_of_word (word + cut, n_bytes - cut), places))
      return TRUE;

  return FALSE;
}

/* "preheated", "nonvolatile", "sub-array" in a text that has the rest. */
static gboolean
stands_without_prefix (const CsSupportIndex *index, const char *word, gsize n_bytes, guint places)
{
  static const char *const prefixes[] = { "non", "pre", "un", "re", "de", "sub",
                                          "multi", "micro", "inter", "super", "over", "under",
                                          "co", "bi", "in", "im", "dis", "post",
                                          "anti", "mono", "poly", "semi", "trans", NULL };

  for (guint i = 0; prefixes[i] != NULL; i++)
    {
      gsize length = strlen (prefixes[i]);

      if (n_bytes >= length + MIN_PART && memcmp (word, prefixes[i], length) == 0 &&
          stands_somehow (index, word + length, n_bytes - length, places))
        return TRUE;
    }

  return FALSE;
}

/* "wave guide" in a text that has "waveguide". */
static gboolean
stands_joined (const CsSupportIndex *index,
               const char *text,
               const CsGram *one,
               const CsGram *other,
               guint places)
{
  g_autofree char *joined = NULL;
  g_autofree char *lower = NULL;

  if (other->start != one->end + 1)
    return FALSE;
  joined = g_strdup_printf ("%.*s%.*s", (int)(one->end - one->start), text + one->start,
                            (int)(other->end - other->start), text + other->start);
  lower = g_ascii_strdown (joined, -1);

  return stands (index, cs_gram_of_word (lower, strlen (lower)), places);
}

static gboolean
is_unknown (const CsSupportIndex *index,
            const char *text,
            const GArray *grams,
            guint at,
            guint places)
{
  const CsGram *gram = &g_array_index (grams, CsGram, at);
  g_autofree char *word = NULL;
  gsize n_bytes = gram->end - gram->start;

  if (stands (index, gram->key, places))
    return FALSE;
  word = g_ascii_strdown (text + gram->start, n_bytes);
  if (stands_somehow (index, word, n_bytes, places) ||
      stands_in_parts (index, word, n_bytes, places) ||
      stands_without_prefix (index, word, n_bytes, places))
    return FALSE;
  if (at > 0 && stands_joined (index, text, gram - 1, gram, places))
    return FALSE;

  return at + 1 >= grams->len || !stands_joined (index, text, gram, gram + 1, places);
}

GArray *
cs_support_words_dup_unknown_en (const CsSupportIndex *index,
                                 const char *text,
                                 gsize n_bytes,
                                 guint places)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (CsRange));
  g_autoptr (GArray) grams = g_array_new (FALSE, FALSE, sizeof (CsGram));

  cs_grams_scan (text, n_bytes, CS_GRAMS_EN, grams);
  for (guint i = 0; i < grams->len; i++)
    {
      const CsGram *gram = &g_array_index (grams, CsGram, i);
      CsRange range = { gram->start, gram->end };

      if (is_unknown (index, text, grams, i, places))
        g_array_append_val (ranges, range);
    }

  return ranges;
}
