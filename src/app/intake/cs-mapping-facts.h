#pragma once

#include <gtk/gtk.h>

#include "../../formats/table/cs-table-map.h"

G_BEGIN_DECLS

/**
 * CsMappingFacts:
 *
 * What a table is, above its columns: whose export, how much of it is known, and what to be warned
 * of.
 */
#define CS_TYPE_MAPPING_FACTS (cs_mapping_facts_get_type ())

G_DECLARE_FINAL_TYPE (CsMappingFacts, cs_mapping_facts, CS, MAPPING_FACTS, GtkWidget)

/** cs_mapping_facts_show: tells of the table of @map */
void cs_mapping_facts_show (CsMappingFacts *facts,
                            const CsTableMap *map);

G_END_DECLS
