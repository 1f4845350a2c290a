#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../base/cs-limits.h"
#include "../law/cs-nearest.h"
#include "cs-checklist.h"

#define RESOURCE_FOLDER "/io/github/claimsmith/checklists/"

G_DEFINE_BOXED_TYPE (CsChecklist, cs_checklist, cs_checklist_ref, cs_checklist_unref)

/* --- the value --- */

CsChecklist *
cs_checklist_ref (CsChecklist *checklist)
{
  return g_atomic_rc_box_acquire (checklist);
}

static void
checklist_clear (gpointer data)
{
  CsChecklist *checklist = data;

  g_free (checklist->id);
  cs_words_clear (&checklist->title);
  g_strfreev (checklist->languages);
  g_free (checklist->edition);
  g_clear_pointer (&checklist->items, g_ptr_array_unref);
}

void
cs_checklist_unref (CsChecklist *checklist)
{
  g_atomic_rc_box_release_full (checklist, checklist_clear);
}

/* --- where checklists are --- */

static char *
dup_user_folder (void)
{
  const char *folder = g_getenv ("CLAIMSMITH_DATA_DIR");

  if (folder != NULL && *folder != '\0')
    return g_build_filename (folder, "checklists", NULL);

  return g_build_filename (g_get_user_data_dir (), "claimsmith", "checklists", NULL);
}

/* Whether @name can be an id, so that it cannot lead out of a folder. */
static gboolean
is_id (const char *name)
{
  return *name != '\0' && strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (name);
}

/* messages.xml is in the same folder and is none. */
static gboolean
is_checklist_file (const char *file_name)
{
  return g_str_has_suffix (file_name, ".xml") && strcmp (file_name, "messages.xml") != 0;
}

static void
add_id (GPtrArray *ids, const char *file_name)
{
  g_autofree char *id = NULL;

  if (!is_checklist_file (file_name))
    return;

  id = g_strndup (file_name, strlen (file_name) - strlen (".xml"));
  if (is_id (id) && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, g_steal_pointer (&id));
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

char **
cs_checklist_list (void)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_auto (GStrv) shipped = g_resources_enumerate_children (RESOURCE_FOLDER, 0, NULL);
  g_autofree char *folder = dup_user_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  for (guint i = 0; shipped != NULL && shipped[i] != NULL; i++)
    add_id (ids, shipped[i]);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    add_id (ids, name);

  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);

  return (char **)g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

static GBytes *
load_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GBytes) bytes = NULL;

  if (stream == NULL)
    return NULL;

  bytes =
      g_input_stream_read_bytes (G_INPUT_STREAM (stream), CS_MAX_CHECKLIST_BYTES + 1, NULL, error);
  if (bytes == NULL)
    return NULL;

  return g_steal_pointer (&bytes);
}

static GBytes *
load_by_id (const char *id, GError **error)
{
  g_autofree char *folder = dup_user_folder ();
  g_autofree char *file_name = g_strconcat (id, ".xml", NULL);
  g_autofree char *user_path = g_build_filename (folder, file_name, NULL);
  g_autofree char *resource_path = g_strconcat (RESOURCE_FOLDER, file_name, NULL);

  if (is_id (id) && is_checklist_file (file_name))
    {
      GBytes *bytes;

      if (g_file_test (user_path, G_FILE_TEST_EXISTS))
        return load_file (user_path, error);
      bytes = g_resources_lookup_data (resource_path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      if (bytes != NULL)
        return bytes;
    }

  g_auto (GStrv) known = cs_checklist_list ();
  g_autofree char *hint = cs_nearest_dup_hint (id, (const char *const *)known);

  cs_error_set (error, CS_ERROR_IO, 0, _ ("there is no checklist \"%s\"%s"), id, hint);

  return NULL;
}

CsChecklist *
cs_checklist_load (const char *name, GError **error)
{
  gboolean is_path = strpbrk (name, "/\\.") != NULL;
  g_autoptr (GBytes) bytes = is_path ? load_file (name, error) : load_by_id (name, error);
  CsChecklist *checklist;

  if (bytes == NULL)
    return NULL;

  checklist = cs_checklist_new (bytes, error);
  if (checklist == NULL)
    g_prefix_error (error, "\"%s\": ", name);

  return checklist;
}

const char *
cs_checklist_find_for (const CsRequest *request)
{
  static const struct
  {
    CsOffice office;
    CsRightType type;
    const char *id;
  } known[] = {
    { CS_OFFICE_CN, CS_TYPE_INVENTION, "cn-invention" },
    { CS_OFFICE_US, CS_TYPE_INVENTION, "us" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i].office == request->office && known[i].type == request->type)
      return known[i].id;

  return NULL;
}
