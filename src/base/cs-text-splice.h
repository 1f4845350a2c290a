#pragma once

#include "cs-text.h"

G_BEGIN_DECLS

/* Many changes to a text at once, and where its places are then. Thread: any. */

/**
 * CsTextSplice:
 * @start: first byte to be replaced
 * @end: one past the last byte
 * @insert: (transfer none): what takes its place
 *
 * One of many changes to a text.
 */
typedef struct
{
  gsize start;
  gsize end;
  const CsText *insert;
} CsTextSplice;

/**
 * cs_text_splice_all:
 * @text: a text
 * @splices: (array length=n_splices): sorted, disjoint, on the bounds of characters
 * @n_splices: how many
 *
 * As cs_text_splice() in many places at once. O(n + r log n_splices) for n bytes and r runs.
 *
 * Returns: (transfer full): the new text
 */
CsText *cs_text_splice_all (const CsText *text,
                            const CsTextSplice *splices,
                            guint n_splices) G_GNUC_WARN_UNUSED_RESULT;

/**
 * CsSpliceMap:
 *
 * Where the places of a text are after cs_text_splice_all().
 */
typedef struct _CsSpliceMap CsSpliceMap;

/**
 * cs_splice_map_new:
 * @splices: (array length=n_splices): as for cs_text_splice_all(); must outlive the map
 * @n_splices: how many
 *
 * Returns: (transfer full): the map
 */
CsSpliceMap *cs_splice_map_new (const CsTextSplice *splices,
                                guint n_splices) G_GNUC_WARN_UNUSED_RESULT;

/** cs_splice_map_free: frees @map */
void cs_splice_map_free (CsSpliceMap *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSpliceMap, cs_splice_map_free)

/**
 * cs_splice_map_start:
 * @map: a map
 * @byte: where a thing began
 *
 * Returns: where it begins now: behind what was put at its start, or in the place of it. O(log n)
 */
gsize cs_splice_map_start (const CsSpliceMap *map,
                           gsize byte);

/**
 * cs_splice_map_end:
 * @map: a map
 * @byte: one past the last byte of a thing
 *
 * Returns: where it ends now: before what was put at its end, or in the place of it. O(log n)
 */
gsize cs_splice_map_end (const CsSpliceMap *map,
                         gsize byte);

G_END_DECLS
