#pragma once

#include "cs-table-alias.h"
#include "cs-table.h"

G_BEGIN_DECLS

/* The beginning of a table, and where in it the names of the columns stand; for nobody else than
 * src/formats/table. */

typedef struct
{
  guint line;
  char **cells; /* long ones cut */
  guint n_cells;
} CsTableHeadRow;

typedef struct
{
  GPtrArray *rows; /* of CsTableHeadRow: the first of the table */
  guint first;     /* row of the names */
  guint n_rows;    /* that they take: 2 when names stand above groups of names; 0 when there are
                       none */
  guint score;
  guint n_cells; /* of the names */
} CsTableHead;

/* Reads the first rows of @view. @error: as cs_table_read() */
CsTableHead *cs_table_head_read (CsTable *table, guint view, GError **error);

void cs_table_head_free (CsTableHead *head);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsTableHead, cs_table_head_free)

/* Returns: (transfer none): the name of a column, "" when it has none */
const char *cs_table_head_get_name (const CsTableHead *head, guint column);

/* Returns: (transfer none): what stands in a row behind the names, "" when nothing does */
const char *cs_table_head_get_cell (const CsTableHead *head, guint row, guint column);

/* Whether @a is rather a table of records than @b. */
gboolean cs_table_head_is_better (const CsTableHead *a, const CsTableHead *b);

/* Whose export it is. */
const CsTablePlatform *cs_table_head_guess_platform (const CsTableHead *head);

G_END_DECLS
