#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CsOpsKey:
 * @key: the user's consumer key
 * @secret: the user's consumer secret
 *
 * What OPS gave the user to ask with. It is kept by the secret service of the desktop and nowhere
 * else.
 */
typedef struct
{
  char *key;
  char *secret;
} CsOpsKey;

/** cs_ops_key_free: frees it with all it holds */
void cs_ops_key_free (CsOpsKey *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsOpsKey, cs_ops_key_free)

/** cs_ops_key_load: asks the secret service, which may ask the user. Thread: any */
void cs_ops_key_load (GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data);

/** cs_ops_key_load_finish: @error: %CS_OPS_ERROR_KEY when there is none, %CS_OPS_ERROR_KEYRING when
 * nothing keeps keys. Returns: (transfer full): the key, or %NULL */
CsOpsKey *cs_ops_key_load_finish (GAsyncResult *result,
                                  GError **error);

/** cs_ops_key_save: @key: (nullable): %NULL forgets the one that is kept */
void cs_ops_key_save (const CsOpsKey *key,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data);

/** cs_ops_key_save_finish: @error: %CS_OPS_ERROR_KEYRING. Returns: whether it is kept, or
 * forgotten */
gboolean cs_ops_key_save_finish (GAsyncResult *result,
                                 GError **error);

G_END_DECLS
