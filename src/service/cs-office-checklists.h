#pragma once

#include "../draft/cs-request.h"
#include "../exam/cs-checklist.h"

G_BEGIN_DECLS

/**
 * cs_office_checklists_load:
 * @offices: bits `1 << CsOffice`: who is to examine
 * @request: a filing sheet: type of right and route
 * @cache: (element-type utf8 CsChecklist): what was loaded before, by id, owning it; what is loaded
 *   now is added
 * @error: #CsError of a list that makes no sense
 *
 * The lists by which @offices examine what @request asks for; an office that has none for this type
 * of right gives none. Thread: any, one at a time for each @cache.
 *
 * Returns: (transfer container) (element-type CsChecklist): owned by @cache, or %NULL
 */
GPtrArray *cs_office_checklists_load (guint offices,
                                      const CsRequest *request,
                                      GHashTable *cache,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_office_checklists_new_cache: Returns: (transfer full): an empty table for
 * cs_office_checklists_load() */
GHashTable *cs_office_checklists_new_cache (void);

G_END_DECLS
