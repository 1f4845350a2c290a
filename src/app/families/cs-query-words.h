#pragma once

#include "../../family/query/cs-query.h"

G_BEGIN_DECLS

/* What people call the fields of the language of search. */

/** cs_query_field_get_label: Returns: (transfer none): translated: "Title", "Priority date", ... */
const char *cs_query_field_get_label (CsQueryField field);

/** cs_query_field_get_hint: Returns: (transfer none): what may be typed for @field: an example */
const char *cs_query_field_get_hint (CsQueryField field);

/** CsQueryRow: @link: before it; @words: as a person types them. A line of a form. */
typedef struct
{
  CsQueryKind link; /* AND, OR, NOT */
  CsQueryField field;
  const char *words;
} CsQueryRow;

/** cs_query_rows_join: @rows: (array length=n_rows): from the first to the last, none binding
 * closer than another; those without words are left out. Returns: (transfer full): the query they
 * make */
char *cs_query_rows_join (const CsQueryRow *rows,
                          guint n_rows);

G_END_DECLS
