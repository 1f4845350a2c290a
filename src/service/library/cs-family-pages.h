#pragma once

#include "cs-family-list.h"

G_BEGIN_DECLS

/* The rows of a list of families: only those that are looked at are made, and loaded by pages in
 * the thread that reads; for nobody else. */

typedef struct _CsFamilyPages CsFamilyPages;

/* @model: which has them, and tells of changes. Returns: (transfer full): no rows */
CsFamilyPages *cs_family_pages_new (GListModel *model,
                                    CsLibraryService *service);

/* Gives up what is under way. */
void cs_family_pages_free (CsFamilyPages *pages);

/* Returns: (transfer none) (nullable): what is shown */
CsHits *cs_family_pages_get_hits (const CsFamilyPages *pages);

/* Returns: (transfer none): cancelled when other hits are shown */
GCancellable *cs_family_pages_get_loading (const CsFamilyPages *pages);

/* Returns: (transfer full): the row at @position, which there is */
CsFamilyItem *cs_family_pages_get_item (CsFamilyPages *pages,
                                        guint position);

/* @hits: (nullable): to be shown from now on; the model says what that changes */
void cs_family_pages_show (CsFamilyPages *pages,
                           CsHits *hits);

G_END_DECLS
