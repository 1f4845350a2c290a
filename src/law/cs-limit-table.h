#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsLimit:
 * @key: "cn.title.hard"
 * @since: first day it holds, ISO 8601
 * @value: the number
 * @unit: what is counted: "characters", "words", "claims", ...
 * @source: key of the text it was read in
 * @status: how well it is verified, as in a checklist's basis
 *
 * A number that an office set, and when.
 */
typedef struct
{
  char *key;
  char *since;
  guint value;
  char *unit;
  char *source;
  char *status;
} CsLimit;

/**
 * CsLimitTable:
 *
 * Numbers of offices by key and date, from a dated data file (GKeyFile): a group
 * `[cn.title.hard@2024-01-20]` with `value`, `unit`, `source` and `status`. Immutable.
 */
typedef struct _CsLimitTable CsLimitTable;

/**
 * cs_limit_table_get_default:
 *
 * The table that comes with the program, resources/law/limits.ini. Read once. Thread: any.
 *
 * Returns: (transfer none): the table
 */
const CsLimitTable *cs_limit_table_get_default (void);

/**
 * cs_limit_table_new:
 * @data: (array length=n_bytes): text of a data file
 * @n_bytes: its length
 * @error: %CS_ERROR_CHECKLIST, naming the group
 *
 * Returns: (transfer full): the table, or %NULL
 */
CsLimitTable *cs_limit_table_new (const char *data,
                                  gsize n_bytes,
                                  GError **error);

/** cs_limit_table_free: frees @table and all it holds */
void cs_limit_table_free (CsLimitTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsLimitTable, cs_limit_table_free)

/**
 * cs_limit_table_find:
 * @table: a table
 * @key: a key
 * @as_of: the day asked about, ISO 8601
 *
 * Returns: (transfer none) (nullable): the limit in force on that day; the earliest one known for a
 *   day before it; %NULL when the key is not known
 */
const CsLimit *cs_limit_table_find (const CsLimitTable *table,
                                    const char *key,
                                    const char *as_of);

/** cs_limit_table_get_keys: Returns: (array zero-terminated=1) (transfer none): all keys, sorted */
const char *const *cs_limit_table_get_keys (const CsLimitTable *table);

G_END_DECLS
