#pragma once

#include <adwaita.h>

#include "../../service/ops/cs-ops-key.h"

G_BEGIN_DECLS

/**
 * CsOpsKeyGroup:
 *
 * The user's key for OPS: taken from the secret service of the desktop when it is there, entered
 * otherwise, and kept there when the user wants it. Without a secret service it is forgotten with
 * the group.
 *
 * Signals: `changed`.
 */
#define CS_TYPE_OPS_KEY_GROUP (cs_ops_key_group_get_type ())

G_DECLARE_FINAL_TYPE (CsOpsKeyGroup, cs_ops_key_group, CS, OPS_KEY_GROUP, AdwPreferencesGroup)

/** cs_ops_key_group_load: asks the secret service */
void cs_ops_key_group_load (CsOpsKeyGroup *group);

/** cs_ops_key_group_is_loading: Returns: whether the secret service is being asked */
gboolean cs_ops_key_group_is_loading (CsOpsKeyGroup *group);

/** cs_ops_key_group_set: enters a key */
void cs_ops_key_group_set (CsOpsKeyGroup *group,
                           const char *key,
                           const char *secret);

/** cs_ops_key_group_dup: Returns: (transfer full) (nullable): the key, when both parts are there */
CsOpsKey *cs_ops_key_group_dup (CsOpsKeyGroup *group);

/** cs_ops_key_group_keep: hands the key to the secret service, or has it forgotten, as the user
 * chose */
void cs_ops_key_group_keep (CsOpsKeyGroup *group);

G_END_DECLS
