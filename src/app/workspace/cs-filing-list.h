#pragma once

#include <adwaita.h>

#include "../../draft/cs-request.h"

G_BEGIN_DECLS

/**
 * CsFilingList:
 *
 * A group of the filing sheet that holds any number of values: symbols, priorities of three fields
 * each, or persons with what is known of them. A button in its head adds another one.
 *
 * Properties: `value-title` (utf8, read-write: what one value is called). Signals: `changed`.
 */
#define CS_TYPE_FILING_LIST (cs_filing_list_get_type ())

G_DECLARE_FINAL_TYPE (CsFilingList, cs_filing_list, CS, FILING_LIST, AdwPreferencesGroup)

/**
 * CsFilingKind:
 * @CS_FILING_TEXTS: symbols, say
 * @CS_FILING_PERSONS: #CsPerson
 * @CS_FILING_PRIORITIES: #CsPriorityClaim
 *
 * What the values of a list are.
 */
typedef enum
{
  CS_FILING_TEXTS,
  CS_FILING_PERSONS,
  CS_FILING_PRIORITIES
} CsFilingKind;

/** cs_filing_list_set_kind: what the values are; called before any are shown */
void cs_filing_list_set_kind (CsFilingList *list,
                              CsFilingKind kind);

/** cs_filing_list_set_names: @values: (array zero-terminated=1): texts to show, or names of persons
 * of whom @request tells, which is %NULL for texts */
void cs_filing_list_set_names (CsFilingList *list,
                               const char *const *values,
                               const CsRequest *request);

/** cs_filing_list_dup_names: Returns: (transfer full) (array zero-terminated=1): what is typed,
 * blank values included */
char **cs_filing_list_dup_names (CsFilingList *list);

/** cs_filing_list_add_persons: adds what is typed of persons who have a name to @persons
 * (element-type CsPerson); of somebody who is there, what is not known yet */
void cs_filing_list_add_persons (CsFilingList *list,
                                 GArray *persons);

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
