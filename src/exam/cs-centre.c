#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "../base/cs-data-folder.h"
#include "../base/cs-error.h"
#include "../base/cs-limits.h"
#include "../law/cs-nearest.h"
#include "cs-centre-private.h"

#define RESOURCE_FOLDER "/io/github/claimsmith/law/centres/"

const char *
cs_centre_topic_get_name (CsCentreTopic topic)
{
  static const char *const names[CS_N_CENTRE_TOPICS] = {
    "region", "industries", "classes", "registration", "documents",
    "ticks", "excluded", "submission", "reply", "conduct"
  };

  g_return_val_if_fail (topic < CS_N_CENTRE_TOPICS, "");

  return names[topic];
}

/* --- the value --- */

static void
rule_free (CsCentreRule *rule)
{
  if (rule == NULL)
    return;

  g_strfreev (rule->values);
  g_free (rule->unit);
  g_free (rule->document);
  g_free (rule->date);
  g_free (rule->source);
  g_free (rule->status);
  g_free (rule);
}

void
cs_centre_free (CsCentre *centre)
{
  for (guint i = 0; i < CS_N_CENTRE_TOPICS; i++)
    rule_free (centre->rules[i]);
  g_free (centre->id);
  g_free (centre->name);
  g_free (centre->name_en);
  g_free (centre);
}

CsCentre *
cs_centre_new (const char *id, const char *data, gsize n_bytes, GError **error)
{
  g_autoptr (CsCentre) centre = g_new0 (CsCentre, 1);
  g_autofree char *text = g_strndup (data, n_bytes);

  centre->id = g_strdup (id);
  if (!cs_centre_read (centre, text, strlen (text), error))
    return NULL;

  return g_steal_pointer (&centre);
}

/* --- files --- */

/* Whether @name can be an id, so that it cannot lead out of a folder. */
static gboolean
is_id (const char *name)
{
  return *name != '\0' && strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (name);
}

static void
add_id (GPtrArray *ids, const char *file_name)
{
  g_autofree char *id = NULL;

  if (!g_str_has_suffix (file_name, ".ini"))
    return;

  id = g_strndup (file_name, strlen (file_name) - strlen (".ini"));
  if (is_id (id) && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, g_steal_pointer (&id));
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

char **
cs_centre_list (void)
{
  GPtrArray *ids = g_ptr_array_new ();
  g_auto (GStrv) shipped = g_resources_enumerate_children (RESOURCE_FOLDER, 0, NULL);
  g_autofree char *folder = cs_data_folder_dup ("centres");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  for (guint i = 0; shipped != NULL && shipped[i] != NULL; i++)
    add_id (ids, shipped[i]);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    add_id (ids, name);
  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);

  return (char **)g_ptr_array_free (ids, FALSE);
}

static GBytes *
load_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);

  if (stream == NULL)
    return NULL;

  return g_input_stream_read_bytes (G_INPUT_STREAM (stream), CS_MAX_CHECKLIST_BYTES, NULL, error);
}

/* What the user has goes before what comes with the program. */
static GBytes *
load_bytes (const char *id, GError **error)
{
  g_autofree char *folder = cs_data_folder_dup ("centres");
  g_autofree char *name = g_strconcat (id, ".ini", NULL);
  g_autofree char *users = g_build_filename (folder, name, NULL);
  g_autofree char *shipped = g_strconcat (RESOURCE_FOLDER, name, NULL);
  g_auto (GStrv) known = NULL;
  g_autofree char *hint = NULL;

  if (is_id (id) && g_file_test (users, G_FILE_TEST_EXISTS))
    return load_file (users, error);
  if (is_id (id) && g_resources_get_info (shipped, 0, NULL, NULL, NULL))
    return g_resources_lookup_data (shipped, 0, error);

  known = cs_centre_list ();
  hint = cs_nearest_dup_hint (id, (const char *const *)known);
  cs_error_set (error, CS_ERROR_IO, 0, _ ("there is no file of a centre \"%s\"%s"), id, hint);

  return NULL;
}

static CsCentre *
read_bytes (const char *id, GBytes *bytes, GError **error)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  return cs_centre_new (id, data == NULL ? "" : data, n_bytes, error);
}

CsCentre *
cs_centre_load (const char *id, GError **error)
{
  g_autoptr (GBytes) bytes = load_bytes (id, error);
  CsCentre *centre = bytes == NULL ? NULL : read_bytes (id, bytes, error);

  if (bytes != NULL && centre == NULL)
    g_prefix_error (error, "\"%s.ini\": ", id);

  return centre;
}

CsCentre *
cs_centre_load_file (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = load_file (path, error);

  if (g_str_has_suffix (name, ".ini"))
    name[strlen (name) - strlen (".ini")] = '\0';

  return bytes == NULL ? NULL : read_bytes (name, bytes, error);
}
