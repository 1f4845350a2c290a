#pragma once

#include "cs-table-field.h"

G_BEGIN_DECLS

/**
 * CsTablePlatform:
 * @id: "patsnap", "lens", ...; "any" for a table of nobody we know
 * @name: as people call it
 * @is_tried: whether the reading of its exports was tried on a real one
 * @family_rule: whose families its tables list when nothing else is said, as in #CsGivenFamily
 *
 * A search platform, from resources/tables/platforms.tsv.
 */
typedef struct
{
  const char *id;
  const char *name;
  gboolean is_tried;
  const char *family_rule;
} CsTablePlatform;

/** cs_table_platform_get: Returns: (transfer none) (nullable): the platform at @index, %NULL behind
 * the last, which is "any" */
const CsTablePlatform *cs_table_platform_get (guint index);

/** cs_table_platform_find: Returns: (transfer none) (nullable): the platform of that identity */
const CsTablePlatform *cs_table_platform_find (const char *id);

/**
 * cs_table_alias_fold:
 * @name: what stands at the head of a column
 *
 * Returns: (transfer full): the form in which names of columns are compared: NFKC, in lower case,
 * without blanks
 */
char *cs_table_alias_fold (const char *name);

/**
 * cs_table_alias_get_platforms:
 * @folded: a name, folded
 *
 * Thread: any.
 *
 * Returns: a bit for each platform, by its index, that calls a column so; 0 when nobody does
 */
guint64 cs_table_alias_get_platforms (const char *folded);

/**
 * cs_table_alias_find:
 * @folded: a name, folded
 * @platform: whose table it is
 * @meaning: (out): what the column says
 *
 * The longest name that fits wins, and among equals that of the platform. Thread: any.
 *
 * Returns: whether any name fits
 */
gboolean cs_table_alias_find (const char *folded,
                              const CsTablePlatform *platform,
                              CsTableMeaning *meaning);

/** cs_table_alias_find_status: @words: what a platform says of the state of a right. Returns:
 * (transfer none): the event that stands for it, "said:in-force"; "" when we do not know */
const char *cs_table_alias_find_status (const char *words);

G_END_DECLS
