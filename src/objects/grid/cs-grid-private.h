#pragma once

#include "../../base/cs-text-builder.h"
#include "../cs-object-xml.h"
#include "cs-grid.h"

G_BEGIN_DECLS

/* The insides of a table; for nobody else than cs-grid*.c. */

#define CS_GRID_MAX_COLUMNS 1000
#define CS_GRID_MAX_CELLS 1000000 /* rows times columns */
#define CS_GRID_MAX_SPAN 60000    /* rows one cell may say it covers */
#define CS_GRID_ANY_COLUMN G_MAXUINT

/** CsCell: a cell and how it looks. */
typedef struct
{
  CsGridCell cell;
  char align;          /* 'l', 'c' or 'r' */
  gboolean line_under; /* where not every cell has lines */
} CsCell;

struct _CsGrid
{
  GPtrArray *rows;  /* GPtrArray of the CsGridCell of @cells that begin in it */
  GPtrArray *cells; /* CsCell */
  guint n_columns;
  double *widths; /* nullable: of columns, beside each other, as the source has them */
  gboolean complete;
  gboolean nested;
  gboolean lined; /* lines around every cell */
};

/** CsGridMaker: puts cells in their places. */
typedef struct
{
  CsGrid *grid;
  GArray *busy; /* guint, by column: rows that a cell from above still takes */
  guint column; /* where the next cell may begin */
  gboolean too_large;
} CsGridMaker;

/* --- cs-grid-maker.c --- */

void cs_grid_maker_begin_row (CsGridMaker *maker);

/* Takes @text. @column: where it is, or %CS_GRID_ANY_COLUMN. */
CsCell *
cs_grid_maker_add (CsGridMaker *maker, CsText *text, guint column, guint n_columns, guint n_rows);

/* Cuts off what goes beyond the last row. */
void cs_grid_maker_end (CsGridMaker *maker);

/* --- formats --- */

void cs_grid_read_cals (CsGridMaker *maker, xmlNode *table);
void cs_grid_read_html (CsGridMaker *maker, xmlNode *table);
void cs_grid_read_word (CsGridMaker *maker, xmlNode *table);

/* --- cs-grid-text.c: what stands in a cell of CALS or HTML, all within @node. */

CsText *cs_grid_read_text (CsGridMaker *maker, const xmlNode *node);

/* The source of @node, that can be read alone. */
char *cs_grid_dup_source (const xmlNode *node);

/* --- walking: cs-grid-maker.c. Cell that covers each column in a row, for writers. */

/** CsGridWalk: goes down the rows. */
typedef struct
{
  const CsGrid *grid;
  const CsCell **covering; /* by column, nullable: from above or beginning here */
  guint *begun;            /* row in which it began */
  guint row;
} CsGridWalk;

CsGridWalk *cs_grid_walk_new (const CsGrid *grid);
void cs_grid_walk_free (CsGridWalk *walk);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsGridWalk, cs_grid_walk_free)

/* Goes to row @row, which is the next one. */
void cs_grid_walk_to (CsGridWalk *walk, guint row);

G_END_DECLS
