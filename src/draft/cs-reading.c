#include "cs-reading.h"

#include <string.h>

#include "cs-amount.h"
#include "cs-listed-words.h"

#define N_KINDS (CS_GRAMS_ZH_CONTENT + 1)

/* Each is made under g_once_init_enter(). */
struct _CsReading
{
  char *text;
  gsize n_bytes;
  CsFolded *folded[2]; /* with its case, in lower case */
  GArray *amounts;
  GArray *grams[N_KINDS];
  CsListedWords *listed[2]; /* by English lists, by Chinese ones */
};

CsReading *
cs_reading_new (const char *text, gsize n_bytes)
{
  CsReading *reading = g_atomic_rc_box_new0 (CsReading);

  reading->text = g_strndup (text, n_bytes);
  reading->n_bytes = n_bytes;

  return reading;
}

CsReading *
cs_reading_ref (CsReading *reading)
{
  return g_atomic_rc_box_acquire (reading);
}

static void
reading_clear (gpointer data)
{
  CsReading *reading = data;

  g_free (reading->text);
  for (guint i = 0; i < G_N_ELEMENTS (reading->folded); i++)
    g_clear_pointer (&reading->folded[i], cs_folded_free);
  g_clear_pointer (&reading->amounts, g_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (reading->grams); i++)
    g_clear_pointer (&reading->grams[i], g_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (reading->listed); i++)
    g_clear_pointer (&reading->listed[i], cs_listed_words_free);
}

void
cs_reading_unref (CsReading *reading)
{
  g_atomic_rc_box_release_full (reading, reading_clear);
}

gboolean
cs_reading_is_of (const CsReading *reading, const char *text, gsize n_bytes)
{
  return reading->n_bytes == n_bytes && memcmp (reading->text, text, n_bytes) == 0;
}

const CsFolded *
cs_reading_get_folded (CsReading *reading, CsFoldFlags flags)
{
  CsFolded **folded = &reading->folded[(flags & CS_FOLD_CASE) != 0];

  if (g_once_init_enter (folded))
    g_once_init_leave (folded, cs_fold (reading->text, reading->n_bytes, flags));

  return *folded;
}

const GArray *
cs_reading_get_amounts (CsReading *reading)
{
  if (g_once_init_enter (&reading->amounts))
    g_once_init_leave (&reading->amounts,
                       cs_amounts_read (cs_reading_get_folded (reading, CS_FOLD_DEFAULT),
                                        cs_reading_get_folded (reading, CS_FOLD_CASE)));

  return reading->amounts;
}

static GArray *
new_grams (CsReading *reading, CsGramKind kind)
{
  GArray *grams = g_array_new (FALSE, FALSE, sizeof (CsGram));

  cs_grams_read (cs_reading_get_folded (reading, CS_FOLD_CASE), kind, grams);

  return grams;
}

const GArray *
cs_reading_get_grams (CsReading *reading, CsGramKind kind)
{
  if (g_once_init_enter (&reading->grams[kind]))
    g_once_init_leave (&reading->grams[kind], new_grams (reading, kind));

  return reading->grams[kind];
}

CsLexiconHits
cs_reading_get_listed (CsReading *reading, gboolean chinese, const char *list)
{
  CsListedWords **listed = &reading->listed[chinese != FALSE];

  if (g_once_init_enter (listed))
    g_once_init_leave (listed, cs_listed_words_new (
                                   cs_reading_get_folded (reading, CS_FOLD_CASE), chinese));

  return cs_listed_words_get (*listed, list);
}
