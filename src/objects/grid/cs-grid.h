#pragma once

#include <cairo.h>

#include "../../base/cs-text.h"

G_BEGIN_DECLS

/**
 * CsGridCell:
 * @text: what stands in it, lines by `\n`; formulas and pictures in it are objects
 * @column: 0-based
 * @n_columns: it covers, at least 1
 * @n_rows: it covers, at least 1
 * @is_heading: of a column or row
 */
typedef struct
{
  CsText *text;
  guint column;
  guint n_columns;
  guint n_rows;
  gboolean is_heading;
} CsGridCell;

/**
 * CsGrid:
 *
 * A table within the text, as rows of cells, read from CALS (USPTO, EPO, CNIPA: `table`/`tgroup`),
 * Word (`w:tbl`) or HTML. A table within a table is not in it, see cs_grid_is_complete().
 * Immutable. Sources: OASIS CALS table model (TR 9502:1995); ISO/IEC 29500-1:2016, 17.4.
 */
typedef struct _CsGrid CsGrid;

/**
 * cs_grid_new:
 * @xml: (array length=n_bytes): source of one table, or an element that holds it such as `tables`;
 *   prefixes need no declaration
 * @n_bytes: its length
 * @error: %CS_ERROR_SYNTAX, %CS_ERROR_UNSUPPORTED when there is no table in it, %CS_ERROR_LIMIT
 *
 * Thread: any.
 *
 * Returns: (transfer full): the table, or %NULL
 */
CsGrid *cs_grid_new (const char *xml, gsize n_bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_grid_free: frees @grid */
void cs_grid_free (CsGrid *grid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsGrid, cs_grid_free)

/** cs_grid_is_complete: Returns: whether all text of its source is in it */
gboolean cs_grid_is_complete (const CsGrid *grid);

/** cs_grid_is_nested: Returns: whether its source has a table within a table */
gboolean cs_grid_is_nested (const CsGrid *grid);

/** cs_grid_get_n_rows: Returns: how many rows */
guint cs_grid_get_n_rows (const CsGrid *grid);

/** cs_grid_get_n_columns: Returns: how many columns */
guint cs_grid_get_n_columns (const CsGrid *grid);

/** cs_grid_get_share: Returns: how much of the width column @column takes, of 1, as the source has
 * it; 0 when it does not say */
double cs_grid_get_share (const CsGrid *grid, guint column);

/** cs_grid_get_row: Returns: (transfer none) (element-type CsGridCell): the cells that begin in
 * row @row, from the left */
const GPtrArray *cs_grid_get_row (const CsGrid *grid, guint row);

/** cs_grid_dup_text: Returns: (transfer full): a line for each row, cells parted by tabs */
char *cs_grid_dup_text (const CsGrid *grid);

/** cs_grid_dup_html: Returns: (transfer full): `<table>`, all text escaped */
char *cs_grid_dup_html (const CsGrid *grid);

/** cs_grid_draw: draws @grid @width_pt wide at the origin of @cr, black lines. @cr: (nullable):
 * %NULL to measure only. Returns: its height in points. Thread: any */
double cs_grid_draw (const CsGrid *grid, double font_pt, double width_pt, cairo_t *cr);

G_END_DECLS
