#pragma once

#include "cs-draft.h"

G_BEGIN_DECLS

/**
 * CsPageSize:
 * @lines: lines of text on a page
 * @columns: Latin letters in a line; a Chinese character takes the room of two
 *
 * How much a page of a manuscript holds.
 */
typedef struct
{
  guint lines;
  guint columns;
} CsPageSize;

/**
 * cs_page_estimate:
 * @draft: a draft
 * @part: one of its parts
 * @size: a page
 *
 * How many pages @part takes when each part begins a page. An estimate: real lines break at words,
 * and formulas and tables are as high as they are; it is right within a tenth for plain text. Of
 * drawings as many stand on a page as their heights allow, one when these are not known. Linear.
 * Thread: any.
 *
 * Returns: the pages, 0 for a part that is not there
 */
guint cs_page_estimate (const CsDraft *draft,
                        CsPart part,
                        CsPageSize size);

G_END_DECLS
