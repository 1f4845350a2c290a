#pragma once

#include <adwaita.h>

#include "../../draft/cs-request.h"

G_BEGIN_DECLS

/**
 * CsFilingList:
 *
 * A group of the filing sheet that holds any number of values: names, symbols, or priorities of
 * three fields each. The last row adds another one.
 *
 * Properties: `value-title` (utf8, read-write: what one value is called). Signals: `changed`.
 */
#define CS_TYPE_FILING_LIST (cs_filing_list_get_type ())

G_DECLARE_FINAL_TYPE (CsFilingList, cs_filing_list, CS, FILING_LIST, AdwPreferencesGroup)

/** cs_filing_list_set_priorities: the values are priorities; called before any are shown */
void cs_filing_list_set_priorities (CsFilingList *list);

/** cs_filing_list_set_names: @values: (array zero-terminated=1): what to show */
void cs_filing_list_set_names (CsFilingList *list,
                               const char *const *values);

/** cs_filing_list_dup_names: Returns: (transfer full) (array zero-terminated=1): what is typed,
 * blank values included */
char **cs_filing_list_dup_names (CsFilingList *list);

/** cs_filing_list_show_priorities: @priorities: (element-type CsPriorityClaim): what to show */
void cs_filing_list_show_priorities (CsFilingList *list,
                                     const GArray *priorities);

/** cs_filing_list_read_priorities: puts what is typed, blank values included, into @priorities
 * (element-type CsPriorityClaim) in the place of what is there */
void cs_filing_list_read_priorities (CsFilingList *list,
                                     GArray *priorities);

/** cs_filing_list_clear_marks: nothing is wrong any more */
void cs_filing_list_clear_marks (CsFilingList *list);

/** cs_filing_list_mark: @words: what is wrong with value @index and what to do; @blocks: it is a
 * slip */
void cs_filing_list_mark (CsFilingList *list,
                          guint index,
                          const char *words,
                          gboolean blocks);

G_END_DECLS
