#pragma once

#include "../language/cs-fold.h"
#include "../language/cs-lexicon.h"
#include "cs-grams.h"

G_BEGIN_DECLS

/**
 * CsReading:
 *
 * What scanners make of the text of one unit and of nothing else, each when it is first asked for
 * and then kept. All drafts that have the unit as it is share it: after an edit, only the units
 * that changed are read anew. To those who ask it is immutable.
 */
typedef struct _CsReading CsReading;

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
