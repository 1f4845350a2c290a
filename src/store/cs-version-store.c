#include <glib/gi18n-lib.h>

#include "cs-draft-rows.h"
#include "cs-matter-rows.h"
#include "cs-version-thin.h"

#define KEEP_EVERY_US ((gint64)15 * 60 * G_USEC_PER_SEC)

void
cs_version_free (CsVersion *version)
{
  g_free (version->name);
  g_free (version);
}

/* --- automatic versions --- */

/* A version is one row with its parts, and those cost nothing while nobody reads them. */
static gboolean
thin (const CsDraftStore *store, gint64 matter, gint64 now_us, GError **error)
{
  g_auto (CsStatement) list = cs_statement (
      store, "SELECT id, made_us FROM draft WHERE matter = ?1 AND kept = 'automatic' "
             "ORDER BY made_us DESC, id DESC");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree gboolean *keep = NULL;

  cs_bind_int (&list, 1, matter);
  while (cs_statement_next (&list))
    {
      gint64 id = cs_column_get_int (&list, 0);
      gint64 time_us = cs_column_get_int (&list, 1);

      g_array_append_val (ids, id);
      g_array_append_val (times, time_us);
    }
  if (!cs_statement_end (&list, error))
    return FALSE;

  keep = g_new (gboolean, ids->len);
  cs_version_thin ((const gint64 *)(gpointer)times->data, times->len, now_us, keep);
  for (guint i = 0; i < ids->len; i++)
    if (!keep[i] && !cs_store_exec_id (store, "DELETE FROM draft WHERE id = ?1",
                                       g_array_index (ids, gint64, i), error))
      return FALSE;

  return TRUE;
}

/* Whether the newest version of a matter has the text of @draft already. */
static gboolean
is_kept (const CsDraftStore *store, gint64 matter, gint64 draft, gboolean *kept, GError **error)
{
  g_auto (CsStatement) compare = cs_statement (
      store, "SELECT (SELECT checksum FROM draft WHERE id = ?2) IS (SELECT checksum FROM draft "
             "WHERE matter = ?1 AND kept <> 'now' ORDER BY made_us DESC, id DESC LIMIT 1)");

  cs_bind_int (&compare, 1, matter);
  cs_bind_int (&compare, 2, draft);
  *kept = cs_statement_next (&compare) && cs_column_get_int (&compare, 0) != 0;

  return cs_statement_end (&compare, error);
}

gboolean
cs_versions_keep (const CsDraftStore *store,
                  gint64 id,
                  gint64 *kept_us,
                  gint64 *draft,
                  GError **error)
{
  gint64 now_us = cs_store_clock ();
  gboolean kept;

  if (ABS (now_us - *kept_us) < KEEP_EVERY_US) /* a clock may have been set back */
    return TRUE;
  if (!is_kept (store, id, *draft, &kept, error))
    return FALSE;

  *kept_us = now_us;
  if (kept)
    return TRUE;
  if (!cs_store_exec_id (store, "UPDATE draft SET kept = 'automatic' WHERE id = ?1", *draft, error))
    return FALSE;

  *draft = 0;

  return thin (store, id, now_us, error);
}

/* --- versions of the user --- */

static gboolean
note_kept (const CsDraftStore *store, gint64 id, gint64 now_us, GError **error)
{
  g_auto (CsStatement) update =
      cs_statement (store, "UPDATE matter SET kept_us = ?2 WHERE id = ?1");

  cs_bind_int (&update, 1, id);
  cs_bind_int (&update, 2, now_us);

  return cs_statement_run (&update, error);
}

gint64
cs_draft_store_add_version (CsDraftStore *store, gint64 id, const char *name, GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  CsDraftRow version = { id, CS_KEPT_NAMED, valid, cs_store_clock () };
  gint64 draft;
  gint64 made;

  if (!cs_transaction_begin (&write, store, error) ||
      !cs_draft_rows_find_now (store, id, &draft, error))
    return 0;

  made = cs_draft_rows_copy (store, draft, &version, error);
  if (made == 0 || !note_kept (store, id, version.made_us, error) ||
      !cs_transaction_commit (&write, error))
    return 0;

  return made;
}

GPtrArray *
cs_draft_store_list_versions (CsDraftStore *store, gint64 id, GError **error)
{
  g_auto (CsStatement) list = cs_statement (
      store, "SELECT id, name, made_us, n_claims, n_bytes FROM draft "
             "WHERE matter = ?1 AND kept <> 'now' ORDER BY made_us DESC, id DESC");
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_version_free);

  cs_bind_int (&list, 1, id);
  while (cs_statement_next (&list))
    {
      CsVersion *version = g_new0 (CsVersion, 1);

      version->id = cs_column_get_int (&list, 0);
      version->name = cs_column_dup_text (&list, 1);
      version->made_us = cs_column_get_int (&list, 2);
      version->n_claims = MIN (cs_column_get_uint (&list, 3), G_MAXUINT);
      version->n_bytes = cs_column_get_uint (&list, 4);
      g_ptr_array_add (versions, version);
    }

  return cs_statement_end (&list, error) ? g_steal_pointer (&versions) : NULL;
}

/* Returns: (transfer full) (nullable): name of the matter that @version is of */
static char *
dup_matter_name (CsDraftStore *store, gint64 version, GError **error)
{
  g_auto (CsStatement) find =
      cs_statement (store, "SELECT matter FROM draft WHERE id = ?1 AND kept <> 'now'");
  g_autoptr (CsMatterInfo) info = NULL;
  gint64 matter;

  cs_bind_int (&find, 1, version);
  matter = cs_statement_next (&find) ? cs_column_get_int (&find, 0) : 0;
  if (!cs_statement_end (&find, error))
    return NULL;
  if (matter == 0)
    {
      g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND,
                   _ ("this version is no longer in \"%s\""), store->path);
      return NULL;
    }

  info = cs_matter_rows_load (store, matter, error);

  return info == NULL ? NULL : g_steal_pointer (&info->name);
}

CsDraft *
cs_draft_store_load_version (CsDraftStore *store, gint64 version, GError **error)
{
  g_auto (CsTransaction) read = { NULL };
  g_autofree char *name = NULL;

  if (!cs_transaction_begin_read (&read, store, error))
    return NULL;

  name = dup_matter_name (store, version, error);

  return name == NULL ? NULL : cs_draft_rows_load (store, version, name, error);
}
