#pragma once

#include "../draft/cs-draft.h"

G_BEGIN_DECLS

/* What a draft is in the columns of the store, and back. Whatever the text of a column, reading it
 * gives a value or the name of what is wrong; for nobody else. */

/* Each returns (transfer full) the text of its column. */
char *cs_columns_dup_runs (const CsText *text);
char *cs_columns_dup_objects (const CsText *text);
char *cs_columns_dup_units (const GArray *units);
char *cs_columns_dup_ids (const GArray *ids);
char *cs_columns_dup_request (const CsRequest *request);
char *cs_columns_dup_figures (const GArray *figures);
char *cs_columns_dup_notes (const GArray *notes);

/* Returns: (transfer full) (nullable): the text of a part, exactly @string; NULL when the columns
 * contradict each other */
CsText *cs_columns_read_text (const char *string,
                              const char *runs,
                              const char *objects);

/* Fill arrays that are there; FALSE when a column is not as we write it. */
gboolean cs_columns_read_units (const char *column,
                                GArray *units);
gboolean cs_columns_read_ids (const char *column,
                              GArray *ids);
gboolean cs_columns_read_request (const char *column,
                                  CsRequest *request);
gboolean cs_columns_read_figures (const char *column,
                                  GArray *figures);
gboolean cs_columns_read_notes (const char *column,
                                GArray *notes);

/* Returns: whether @name is that of a part; then it is in @part */
gboolean cs_columns_read_part (const char *name,
                               CsPart *part);

G_END_DECLS
