#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "../base/cs-data-folder.h"
#include "../base/cs-error.h"
#include "../base/cs-limits.h"
#include "../law/cs-nearest.h"
#include "cs-checklist-read.h"

/* Where checklists are: in the program, and in the user's folder. */

#define RESOURCE_FOLDER "/io/github/claimsmith/checklists/"

/* Whether @name can be an id, so that it cannot lead out of a folder. */
static gboolean
is_id (const char *name)
{
  return *name != '\0' && strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (name);
}

static gboolean
is_checklist_file (const char *file_name)
{
  return g_str_has_suffix (file_name, ".xml");
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

static void
add_shipped (GPtrArray *ids)
{
  g_auto (GStrv) shipped = g_resources_enumerate_children (RESOURCE_FOLDER, 0, NULL);

  for (guint i = 0; shipped != NULL && shipped[i] != NULL; i++)
    add_id (ids, shipped[i]);
}

static void
add_users (GPtrArray *ids)
{
  g_autofree char *folder = cs_data_folder_dup ("checklists");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    add_id (ids, name);
}

static char **
end_list (GPtrArray *ids)
{
  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);

  return (char **)g_ptr_array_free (ids, FALSE);
}

char **
cs_checklist_list_shipped (void)
{
  GPtrArray *ids = g_ptr_array_new ();

  add_shipped (ids);

  return end_list (ids);
}

char **
cs_checklist_list (void)
{
  GPtrArray *ids = g_ptr_array_new ();

  add_shipped (ids);
  add_users (ids);

  return end_list (ids);
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
  g_autofree char *folder = cs_data_folder_dup ("checklists");
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

CsChecklist *
cs_checklist_load_shipped (const char *id)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, id, ".xml", NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (!is_id (id))
    return NULL;
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes == NULL ? NULL : cs_checklist_new (bytes, NULL);
}

GPtrArray *
cs_checklist_lint (const char *path, CsChecklist **checklist, GError **error)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (GBytes) bytes = load_file (path, error);

  if (bytes == NULL)
    return NULL;
  *checklist = cs_checklist_read (bytes, errors);

  return g_steal_pointer (&errors);
}

/* The list of the user that stands for @id by its own word, the first by name. */
static char *
dup_standing_for (const char *id)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  add_users (ids);
  g_ptr_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (CsChecklist) list = cs_checklist_load (ids->pdata[i], NULL);

      if (list != NULL && list->is_default && g_strcmp0 (list->base, id) == 0)
        return g_strdup (ids->pdata[i]);
    }

  return NULL;
}

static gboolean
is_shipped (const char *id)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, id, ".xml", NULL);

  return g_resources_get_info (path, 0, NULL, NULL, NULL);
}

/* The list of ours for what is asked, %NULL when there is none. */
static const char *
find_for (const CsRequest *request)
{
  static const struct
  {
    CsOffice office;
    guint types;
    const char *id;
  } known[] = {
    { CS_OFFICE_CN, 1u << CS_TYPE_INVENTION, "cn-invention" },
    { CS_OFFICE_CN, 1u << CS_TYPE_UTILITY_MODEL, "cn-utility-model" },
    { CS_OFFICE_US, 1u << CS_TYPE_INVENTION, "us" },
    { CS_OFFICE_EP, 1u << CS_TYPE_INVENTION, "ep" },
    { CS_OFFICE_PCT, 1u << CS_TYPE_INVENTION | 1u << CS_TYPE_UTILITY_MODEL, "pct" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i].office == request->office && (known[i].types & (1u << request->type)) != 0)
      return is_shipped (known[i].id) ? known[i].id : NULL;

  return NULL;
}

gboolean
cs_checklist_is_there_for (const CsRequest *request)
{
  return find_for (request) != NULL;
}

static void
add_for (GPtrArray *ids, const char *id)
{
  char *standing = dup_standing_for (id);

  g_ptr_array_add (ids, standing == NULL ? g_strdup (id) : standing);
}

char **
cs_checklist_list_for (const CsRequest *request)
{
  GPtrArray *ids = g_ptr_array_new ();
  const char *id = find_for (request);

  if (id != NULL)
    add_for (ids, id);
  if (id != NULL && request->office == CS_OFFICE_CN &&
      request->route == CS_ROUTE_PRE_EXAMINATION && is_shipped ("cn-preexam"))
    add_for (ids, "cn-preexam");
  g_ptr_array_add (ids, NULL);

  return (char **)g_ptr_array_free (ids, FALSE);
}
