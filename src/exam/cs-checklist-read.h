#pragma once

#include "cs-checklist.h"

G_BEGIN_DECLS

/* Between the files of a checklist, and for nobody else. */

/** cs_checklist_new_empty: Returns: (transfer full): a list with nothing in it, to be filled */
CsChecklist *cs_checklist_new_empty (void);

/**
 * cs_checklist_read:
 * @bytes: a checklist in XML
 * @errors: (element-type GError): where all that makes no sense is added
 *
 * Returns: (transfer full): the list, or %NULL with at least one error
 */
CsChecklist *cs_checklist_read (GBytes *bytes,
                                GPtrArray *errors);

/** cs_checklist_load_shipped: Returns: (transfer full) (nullable): the list that comes with the
 *  program under that id, whatever the user's folder holds */
CsChecklist *cs_checklist_load_shipped (const char *id);

/** cs_checklist_list_shipped: Returns: (transfer full) (array zero-terminated=1): their ids */
char **cs_checklist_list_shipped (void);

G_END_DECLS
