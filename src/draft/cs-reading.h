#pragma once

#include "../language/cs-fold.h"
#include "../language/cs-lexicon.h"
#include "cs-grams.h"
#include "cs-heading.h"
#include "cs-unit-atoms.h"

G_BEGIN_DECLS

/**
 * CsReading:
 *
 * What scanners make of the text of one unit and of nothing else, each when it is first asked for
 * and then kept. All drafts that have the unit as it is share it: after an edit, only the units
 * that changed are read anew. To those who ask it is immutable.
 */
typedef struct _CsReading CsReading;

/** CS_READING_TOPICS: how many topics cs_reading_is_plain() knows */
#define CS_READING_TOPICS 32

/** CsUnitSigns: what may be a reference sign in one unit: see cs-signs-private.h */
typedef struct _CsUnitSigns CsUnitSigns;

/** CsSignLemmas: English words met before signs, likewise */
typedef struct _CsSignLemmas CsSignLemmas;

/** CsLexiconHits: @n_hits of one list in one unit, in the order of the text */
typedef struct
{
  const CsLexiconHit *hits;
  guint n_hits;
} CsLexiconHits;

/** cs_reading_new: @text: (array length=n_bytes): text of a unit, copied. Returns: (transfer full):
 *  its reading. Thread: any. */
CsReading *cs_reading_new (const char *text,
                           gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;

/** cs_reading_ref: Returns: (transfer full): @reading. Thread: any. */
CsReading *cs_reading_ref (CsReading *reading);

/** cs_reading_unref: Thread: any. */
void cs_reading_unref (CsReading *reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsReading, cs_reading_unref)

/** cs_reading_is_of: Returns: whether @reading is of this very text */
gboolean cs_reading_is_of (const CsReading *reading,
                           const char *text,
                           gsize n_bytes);

/** cs_reading_get_folded: Returns: (transfer none): the text as cs_fold() gives it, @flags being
 *  %CS_FOLD_CASE or none. Thread: any. */
const CsFolded *cs_reading_get_folded (CsReading *reading,
                                       CsFoldFlags flags);

/** cs_reading_get_amounts: Returns: (transfer none) (element-type CsAmount): the amounts in it:
 *  see cs_amounts_scan(). Thread: any. */
const GArray *cs_reading_get_amounts (CsReading *reading);

/** cs_reading_get_grams: Returns: (transfer none) (element-type CsGram): its grams: see
 *  cs_grams_scan(). Thread: any. */
const GArray *cs_reading_get_grams (CsReading *reading,
                                    CsGramKind kind);

/** cs_reading_get_heading: @standard: (out). Returns: what heading it is: see cs_heading_scan().
 *  Thread: any. */
CsHeading cs_reading_get_heading (CsReading *reading,
                                  gboolean *standard);

/** cs_reading_get_figures: Returns: (transfer none) (element-type CsFigureMention): the figures it
 *  speaks of, as if it stood in a list of figures, part and index not set: see cs_figure_scan().
 *  Thread: any. */
const GArray *cs_reading_get_figures (CsReading *reading);

/** cs_reading_get_sign_uses: Returns: (transfer none) (element-type CsSignUse): the signs in its
 *  brackets: see cs_sign_uses_scan(). Not changed by anybody. Thread: any. */
GArray *cs_reading_get_sign_uses (CsReading *reading);

/** cs_reading_get_signs: @lemmas: where English words are looked up, learnt; of one thread alone.
 *  Returns: (transfer none): what may be a sign in it, in a draft of that language. Thread: any. */
const CsUnitSigns *cs_reading_get_signs (CsReading *reading,
                                         gboolean chinese,
                                         CsSignLemmas *lemmas);

/** cs_reading_dup_atoms: Returns: (transfer full) (nullable): the atoms kept last. Whether
 *  they are still what would be read is told by cs_unit_atoms_are_of(). Thread: any. */
CsUnitAtoms *cs_reading_dup_atoms (CsReading *reading);

/** cs_reading_set_atoms: keeps @atoms of the text in the place of others. Thread: any. */
void cs_reading_set_atoms (CsReading *reading,
                           CsUnitAtoms *atoms);

/** cs_reading_is_plain: @topic: below %CS_READING_TOPICS, whatever the caller means by it. Returns:
 *  whether somebody found that the text has nothing of it. Thread: any. */
gboolean cs_reading_is_plain (CsReading *reading,
                              guint topic);

/** cs_reading_set_plain: says that the text, whatever else there is, has nothing of @topic.
 *  Thread: any. */
void cs_reading_set_plain (CsReading *reading,
                           guint topic);

/**
 * cs_reading_get_listed:
 * @reading: a reading
 * @chinese: by which lists, those for Chinese drafts or for English ones
 * @list: base name of a list without language: "typos", "brands"; it must be one of those that are
 *   looked for in whole drafts of the language
 *
 * The words of all these lists are found in one walk over the text. Thread: any.
 *
 * Returns: (transfer none): the words of the list, as long as @reading
 */
CsLexiconHits cs_reading_get_listed (CsReading *reading,
                                     gboolean chinese,
                                     const char *list);

G_END_DECLS
