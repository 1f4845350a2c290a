#include "cs-ops-key.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

#include "cs-ops-client.h"

/* One secret: the key, a line end, and its secret. */
static const SecretSchema schema = {
  .name = "io.github.claimsmith.Claimsmith.Ops",
  .flags = SECRET_SCHEMA_NONE,
  .attributes = { { "service", SECRET_SCHEMA_ATTRIBUTE_STRING } },
};

#define ATTRIBUTES "service", "ops", NULL

void
cs_ops_key_free (CsOpsKey *key)
{
  g_free (key->key);
  secret_password_free (key->secret);
  g_free (key);
}

/* Without a secret service there is no place where a key could be kept safely. */
static void
set_no_service (const GError *reason, GError **error)
{
  g_set_error (error, CS_OPS_ERROR, CS_OPS_ERROR_KEYRING,
               _ ("the secret service of the desktop cannot be asked for the key: %s"),
               reason->message);
}

/* --- loading --- */

static CsOpsKey *
split_key (const char *kept)
{
  const char *end = strchr (kept, '\n');
  CsOpsKey *key;

  if (end == NULL || end == kept || end[1] == '\0')
    return NULL;

  key = g_new0 (CsOpsKey, 1);
  key->key = g_strndup (kept, (gsize)(end - kept));
  key->secret = g_strdup (end + 1);

  return key;
}

static void
on_looked_up (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) reason = NULL;
  GError *error = NULL;
  char *kept = secret_password_lookup_finish (result, &reason);
  CsOpsKey *key = kept == NULL ? NULL : split_key (kept);

  secret_password_free (kept);
  if (reason != NULL)
    set_no_service (reason, &error);
  else if (key == NULL)
    g_set_error_literal (&error, CS_OPS_ERROR, CS_OPS_ERROR_KEY,
                         _ ("there is no key for OPS; enter yours"));
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, key, (GDestroyNotify)cs_ops_key_free);
}

void
cs_ops_key_load (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  secret_password_lookup (&schema, cancellable, on_looked_up,
                          g_task_new (NULL, cancellable, callback, data), ATTRIBUTES);
}

CsOpsKey *
cs_ops_key_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- saving --- */

static void
return_saved (GTask *task, const GError *reason)
{
  GError *error = NULL;

  if (reason != NULL)
    set_no_service (reason, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_stored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) reason = NULL;

  secret_password_store_finish (result, &reason);
  return_saved (task, reason);
}

/* There being nothing to forget is no failure. */
static void
on_cleared (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) reason = NULL;

  secret_password_clear_finish (result, &reason);
  return_saved (task, reason);
}

void
cs_ops_key_save (const CsOpsKey *key,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  char *kept;

  if (key == NULL)
    {
      secret_password_clear (&schema, cancellable, on_cleared, task, ATTRIBUTES);
      return;
    }

  kept = g_strconcat (key->key, "\n", key->secret, NULL);
  secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, _ ("Claimsmith: key for EPO OPS"),
                         kept, cancellable, on_stored, task, ATTRIBUTES);
  secret_password_free (kept);
}

gboolean
cs_ops_key_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
