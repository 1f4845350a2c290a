#include "cs-check-matters.h"

#include <glib/gi18n-lib.h>

#include "../base/cs-data-folder.h"
#include "../base/cs-error.h"
#include "../service/cs-matter-file.h"

/* Returns: (transfer full) (nullable): the store, which an examination does not make */
static CsDraftStore *
open_store (GError **error)
{
  g_autofree char *folder = cs_data_folder_dup (NULL);
  g_autofree char *path = g_build_filename (folder, "drafts.db", NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return cs_draft_store_open (folder, error);

  g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND, _ ("there is no store in \"%s\""),
               folder);

  return NULL;
}

static CsMatter *
load_matter (CsDraftStore *store, const char *name, GError **error)
{
  gint64 id = cs_draft_store_find (store, name, error);

  return id == 0 ? NULL : cs_draft_store_load (store, id, error);
}

/* A report names what is wrong with an input by the codes of #CsError. */
static GError *
dup_for_report (const GError *error)
{
  GError *reported = NULL;

  if (error == NULL || error->domain != CS_STORE_ERROR)
    return error == NULL ? NULL : g_error_copy (error);

  cs_error_set (&reported, CS_ERROR_STORE, 0, "%s", error->message);

  return reported;
}

GBytes *
cs_check_matter_load_image (const char *name, gpointer item)
{
  const CsCheckMatter *from = item;

  if (from->file != NULL)
    return cs_matter_file_load_image (from->file, name);

  return cs_draft_store_load_image (from->store, from->matter->info->id, name, NULL);
}

GPtrArray *
cs_check_matter_list_runs (const CsCheckMatter *item)
{
  if (item->file != NULL)
    return cs_matter_file_list_runs (item->file);

  return cs_draft_store_list_runs (item->store, item->matter->info->id, 0, NULL);
}

void
cs_check_matters (char *const *names,
                  CsCheckMatterFunc func,
                  gpointer data,
                  GCancellable *cancellable)
{
  g_autoptr (GError) unusable = NULL;
  g_autoptr (CsDraftStore) store = *names == NULL ? NULL : open_store (&unusable);

  for (; *names != NULL && !g_cancellable_is_cancelled (cancellable); names++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CsMatter) matter = store == NULL ? NULL : load_matter (store, *names, &error);
      g_autoptr (GError) reported = dup_for_report (store == NULL ? unusable : error);
      const CsCheckMatter item = { *names, matter, reported, store, NULL };

      func (&item, data);
    }
}

gboolean
cs_check_matter_file (const char *path, CsCheckMatterFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsMatterFile) file = NULL;
  g_autoptr (CsMatter) matter = NULL;
  CsCheckMatter item;

  if (!cs_matter_file_is_at (path))
    return FALSE;

  file = cs_matter_file_load (path, &error);
  if (file != NULL)
    {
      matter = cs_matter_file_dup_matter (file);
      g_free (matter->info->name);
      matter->info->name = g_strdup (path); /* reports name the input */
    }
  item = (CsCheckMatter){ path, matter, error, NULL, file };
  func (&item, data);

  return TRUE;
}
