#include "cs-reading.h"

#include <string.h>

#include "cs-amount.h"
#include "cs-figure-scan.h"
#include "cs-listed-words.h"
#include "cs-sign.h"
#include "cs-signs-private.h"

#define N_KINDS (CS_GRAMS_ZH_CONTENT + 1)

/* Each is made under g_once_init_enter(), but for @atoms, which may be replaced. */
struct _CsReading
{
  char *text;
  gsize n_bytes;
  CsFolded *folded[2]; /* with its case, in lower case */
  GArray *amounts;
  GArray *grams[N_KINDS];
  CsListedWords *listed[2]; /* by English lists, by Chinese ones */
  gsize heading;            /* 2 * CsHeading, one more when standard, and 1 */
  GArray *figures;
  GArray *sign_uses;
  CsUnitSigns *signs[2]; /* in English, in Chinese */
  CsUnitAtoms *atoms;    /* under the lock */
  guint plain;           /* bits of topics; atomic */
};

G_LOCK_DEFINE_STATIC (atoms);

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
  g_clear_pointer (&reading->figures, g_array_unref);
  g_clear_pointer (&reading->sign_uses, g_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (reading->signs); i++)
    g_clear_pointer (&reading->signs[i], cs_unit_signs_free);
  g_clear_pointer (&reading->atoms, cs_unit_atoms_unref);
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

static gsize
scan_heading (const CsReading *reading)
{
  gboolean standard = FALSE; /* not set where there is none */
  CsHeading heading = cs_heading_scan (reading->text, reading->n_bytes, &standard);

  return 2 * heading + (standard != FALSE) + 1;
}

CsHeading
cs_reading_get_heading (CsReading *reading, gboolean *standard)
{
  if (g_once_init_enter (&reading->heading))
    g_once_init_leave (&reading->heading, scan_heading (reading));
  *standard = (reading->heading - 1) % 2;

  return (reading->heading - 1) / 2;
}

static GArray *
scan_figures (CsReading *reading)
{
  GArray *figures = cs_figure_mentions_new ();

  cs_figure_scan (cs_reading_get_folded (reading, CS_FOLD_CASE), (CsSpan){ 0 }, TRUE, figures);

  return figures;
}

const GArray *
cs_reading_get_figures (CsReading *reading)
{
  if (g_once_init_enter (&reading->figures))
    g_once_init_leave (&reading->figures, scan_figures (reading));

  return reading->figures;
}

GArray *
cs_reading_get_sign_uses (CsReading *reading)
{
  if (g_once_init_enter (&reading->sign_uses))
    g_once_init_leave (&reading->sign_uses,
                       cs_sign_uses_scan (cs_reading_get_folded (reading, CS_FOLD_DEFAULT)));

  return reading->sign_uses;
}

const CsUnitSigns *
cs_reading_get_signs (CsReading *reading, gboolean chinese, CsSignLemmas *lemmas)
{
  CsUnitSigns **signs = &reading->signs[chinese != FALSE];

  if (g_once_init_enter (signs))
    g_once_init_leave (signs,
                       cs_unit_signs_new (cs_reading_get_folded (reading, CS_FOLD_DEFAULT),
                                          chinese, lemmas));

  return *signs;
}

CsUnitAtoms *
cs_reading_dup_atoms (CsReading *reading)
{
  CsUnitAtoms *kept;

  G_LOCK (atoms);
  kept = reading->atoms == NULL ? NULL : cs_unit_atoms_ref (reading->atoms);
  G_UNLOCK (atoms);

  return kept;
}

void
cs_reading_set_atoms (CsReading *reading, CsUnitAtoms *atoms)
{
  CsUnitAtoms *replaced;

  G_LOCK (atoms);
  replaced = reading->atoms;
  reading->atoms = cs_unit_atoms_ref (atoms);
  G_UNLOCK (atoms);
  g_clear_pointer (&replaced, cs_unit_atoms_unref);
}

gboolean
cs_reading_is_plain (CsReading *reading, guint topic)
{
  return (g_atomic_int_get (&reading->plain) & (1u << topic)) != 0;
}

void
cs_reading_set_plain (CsReading *reading, guint topic)
{
  g_atomic_int_or (&reading->plain, 1u << topic);
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
