#pragma once

#include <gio/gio.h>

#include "cs-ops-limits.h"

G_BEGIN_DECLS

/**
 * CsOpsError:
 * @CS_OPS_ERROR_KEY: there is no key, or OPS does not take it
 * @CS_OPS_ERROR_QUOTA: what may be fetched in this hour or week is used up
 * @CS_OPS_ERROR_NOT_FOUND: OPS does not have it
 * @CS_OPS_ERROR_REFUSED: OPS does not take the request
 * @CS_OPS_ERROR_BUSY: OPS did not answer in spite of several tries
 * @CS_OPS_ERROR_NETWORK: there is no way to OPS
 * @CS_OPS_ERROR_ANSWER: what came is not what OPS answers, or too large
 * @CS_OPS_ERROR_KEYRING: no secret service of the desktop keeps keys
 *
 * What can be wrong with a request to OPS. Cancelling is %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  CS_OPS_ERROR_KEY,
  CS_OPS_ERROR_QUOTA,
  CS_OPS_ERROR_NOT_FOUND,
  CS_OPS_ERROR_REFUSED,
  CS_OPS_ERROR_BUSY,
  CS_OPS_ERROR_NETWORK,
  CS_OPS_ERROR_ANSWER,
  CS_OPS_ERROR_KEYRING
} CsOpsError;

#define CS_OPS_ERROR (cs_ops_error_quark ())

GQuark cs_ops_error_quark (void);

/** CS_OPS_BASE: where the Open Patent Services of the EPO are */
#define CS_OPS_BASE "https://ops.epo.org/3.2"

/**
 * CsOpsClient:
 *
 * Asks the Open Patent Services of the European Patent Office (OPS 3.2) for data, one request after
 * the other, no faster than it allows. Nothing is asked but what its functions are called for.
 * Blocks. Thread: the one that made it. Source: EPO, OPS v3.2 documentation.
 */
typedef struct _CsOpsClient CsOpsClient;

/**
 * cs_ops_client_new:
 * @base: where OPS is, mostly %CS_OPS_BASE; without encryption only on this machine
 * @key: the user's consumer key
 * @secret: the user's consumer secret
 * @error: %CS_OPS_ERROR_KEY, %CS_OPS_ERROR_NETWORK
 *
 * Returns: (transfer full): a client that has asked nothing yet, or %NULL
 */
CsOpsClient *cs_ops_client_new (const char *base,
                                const char *key,
                                const char *secret,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_ops_client_free: frees it, and forgets the key */
void cs_ops_client_free (CsOpsClient *client);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsOpsClient, cs_ops_client_free)

/** cs_ops_client_set_timeout: @seconds: that OPS may be silent, 60 otherwise */
void cs_ops_client_set_timeout (CsOpsClient *client,
                                guint seconds);

/**
 * CsOpsWait:
 * @milliseconds: how long
 * @data: as given beside the function
 * @cancellable: (nullable): ends it
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Waits. Returns: whether the time is over
 */
typedef gboolean (*CsOpsWait) (guint milliseconds,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error);

/** cs_ops_client_set_wait: @wait: does the waiting from now on, so that it can be shown, or tested
 * without it */
void cs_ops_client_set_wait (CsOpsClient *client,
                             CsOpsWait wait,
                             gpointer data);

/**
 * cs_ops_client_get:
 * @client: a client
 * @lane: what kind of request it is
 * @path: behind "rest-services/": "family/publication/docdb/EP.2400812.A1/legal"
 * @cancellable: (nullable): to give up
 * @error: #CsOpsError, %G_IO_ERROR_CANCELLED
 *
 * Gets a token when there is none, or when the last one ran out; waits as long as OPS wants; tries
 * again, with growing pauses, what may go better later.
 *
 * Returns: (transfer full): what OPS answers, or %NULL
 */
GBytes *cs_ops_client_get (CsOpsClient *client,
                           CsOpsLane lane,
                           const char *path,
                           GCancellable *cancellable,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_ops_client_get_limits: Returns: (transfer none): what OPS said last about how much may be
 * asked, and was */
const CsOpsLimits *cs_ops_client_get_limits (const CsOpsClient *client);

G_END_DECLS
