#include "../../base/cs-data-folder.h"
#include "cs-mapping-dialog-private.h"

/* A file that is looked at before anybody is asked. */
typedef struct
{
  GWeakRef parent;
  char *path;
  CsMappingFunc callback;
  gpointer data;
} Checking;

static void
checking_free (Checking *checking)
{
  g_weak_ref_clear (&checking->parent);
  g_free (checking->path);
  g_free (checking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Checking, checking_free)

static void
on_checked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Checking) checking = data;
  g_autoptr (CsTableLook) look = cs_table_look_finish (result, NULL);
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&checking->parent);

  if (look == NULL)
    checking->callback (CS_MAPPING_NO_TABLE, NULL, checking->data);
  else if (cs_table_look_is_clear (look))
    checking->callback (look->map == look->guessed ? CS_MAPPING_CLEAR : CS_MAPPING_IMPORT,
                        look->map, checking->data);
  else
    cs_mapping_dialog_present_look (parent, checking->path, g_steal_pointer (&look),
                                    checking->callback, checking->data);
}

void
cs_mapping_dialog_check (GtkWindow *parent, GFile *file, CsMappingFunc callback, gpointer data)
{
  g_autofree char *folder = cs_data_folder_dup (NULL);
  Checking *checking = g_new0 (Checking, 1);
  CsTableLookJob job = { .folder = folder, .is_sure = TRUE };

  g_weak_ref_init (&checking->parent, parent);
  checking->path = g_file_get_path (file);
  checking->callback = callback;
  checking->data = data;
  job.path = checking->path != NULL ? checking->path : "";
  cs_table_look_async (&job, NULL, on_checked, checking);
}
