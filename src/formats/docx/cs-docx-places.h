#pragma once

#include <libxml/tree.h>

#include "../../draft/cs-draft.h"

G_BEGIN_DECLS

/* Where the text of a draft stands in the tree of a Word file; for nobody else than
 * src/formats/docx. */

/**
 * CsDocxPlace:
 * @part: of the draft
 * @start: first byte in the text of that part (not of a unit)
 * @n_bytes: how many
 * @node: where they come from. A `w:t`, of whose content they are a stretch; else the element that
 *   gave all of them: `w:tab`, `w:br`, `w:sym`, a drawing, `w:object`, `m:oMath`, `w:tbl`, a
 *   `w:footnoteReference`; or the `w:p` for a number that Word prints and nobody typed
 * @offset: byte of the first of them in the content of the `w:t`, 0 for other elements
 * @n_source: how many bytes they are there: @n_bytes, but for one character that stands for another
 *   (a letter of a symbol font); 0 for other elements
 *
 * One stretch of draft text that stands together in the file. Text that two stretches give has
 * nothing between them but markup. Line ends between paragraphs are of no place.
 */
typedef struct
{
  CsPart part;
  gsize start;
  gsize n_bytes;
  xmlNode *node;
  gsize offset;
  gsize n_source;
} CsDocxPlace;

/**
 * CsDocxPoint:
 * @node: as #CsDocxPlace.node, in the main part of the file
 * @offset: byte within the content of a `w:t`, between characters: what is marked begins before, or
 *   ends behind it. Of other elements 0 is before and 1 is behind
 *
 * A point in a Word file.
 */
typedef struct
{
  xmlNode *node;
  gsize offset;
} CsDocxPoint;

/** CsDocxPlaces: the places of one draft, sorted by part and byte. Thread: one at a time. */
typedef struct _CsDocxPlaces CsDocxPlaces;

/** cs_docx_places_new: Returns: (transfer full): none yet */
CsDocxPlaces *cs_docx_places_new (void);

/** cs_docx_places_free: frees @places, not the tree */
void cs_docx_places_free (CsDocxPlaces *places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsDocxPlaces, cs_docx_places_free)

/** cs_docx_places_add: takes @place; in any order */
void cs_docx_places_add (CsDocxPlaces *places,
                         const CsDocxPlace *place);

/** cs_docx_places_sort: to be called when all are there */
void cs_docx_places_sort (CsDocxPlaces *places);

/** cs_docx_places_get: @n_places: (out): how many. Returns: (array length=n_places) (transfer
 * none): all, sorted */
const CsDocxPlace *cs_docx_places_get (const CsDocxPlaces *places,
                                       guint *n_places);

/**
 * cs_docx_places_find:
 * @places: sorted places of @draft
 * @draft: the draft that they belong to
 * @span: words of it; an empty span, or one with %CS_NO_INDEX, stands for the whole unit or part
 * @start: (out): before its first word
 * @end: (out): behind its last word; never before @start, maybe in another paragraph
 *
 * Finds the words of @span in the file. Where @span begins or ends in text of no place (a line end
 * between paragraphs) the nearest place within the span counts. O(log n).
 *
 * Returns: whether any of the words stand in the file
 */
gboolean cs_docx_places_find (const CsDocxPlaces *places,
                              const CsDraft *draft,
                              const CsSpan *span,
                              CsDocxPoint *start,
                              CsDocxPoint *end);

G_END_DECLS
