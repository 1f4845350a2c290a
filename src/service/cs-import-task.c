#include "cs-import-task.h"

#include <glib/gi18n-lib.h>

G_DEFINE_INTERFACE (CsImportTask, cs_import_task, G_TYPE_OBJECT)

CsImportTrouble *
cs_import_trouble_new (const char *path, guint line, const char *message)
{
  CsImportTrouble *trouble = g_new0 (CsImportTrouble, 1);

  trouble->path = g_strdup (path);
  trouble->line = line;
  trouble->message = g_strdup (message);

  return trouble;
}

void
cs_import_trouble_free (CsImportTrouble *trouble)
{
  g_free (trouble->path);
  g_free (trouble->message);
  g_free (trouble);
}

char *
cs_import_trouble_dup_text (const CsImportTrouble *trouble)
{
  g_autofree char *name = g_filename_display_basename (trouble->path);

  if (trouble->line == 0)
    /* Translators: file, and what is wrong with it */
    return g_strdup_printf (_ ("%s: %s"), name, trouble->message);
  if (trouble->is_record)
    /* Translators: file, which of its records, and what is wrong there */
    return g_strdup_printf (_ ("%s, no. %u: %s"), name, trouble->line, trouble->message);

  /* Translators: file, line, and what is wrong there */
  return g_strdup_printf (_ ("%s, line %u: %s"), name, trouble->line, trouble->message);
}

static void
cs_import_task_default_init (CsImportTaskInterface *interface)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  g_object_interface_install_property (
      interface, g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, flags));
  g_object_interface_install_property (
      interface, g_param_spec_uint ("n-troubles", NULL, NULL, 0, G_MAXUINT, 0, flags));
  g_object_interface_install_property (
      interface, g_param_spec_boolean ("running", NULL, NULL, TRUE, flags));
  g_object_interface_install_property (
      interface, g_param_spec_string ("file", NULL, NULL, NULL, flags));
  g_object_interface_install_property (
      interface, g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags));
}

void
cs_import_task_stop (CsImportTask *task)
{
  CS_IMPORT_TASK_GET_IFACE (task)->stop (task);
}

const GPtrArray *
cs_import_task_get_troubles (CsImportTask *task)
{
  return CS_IMPORT_TASK_GET_IFACE (task)->get_troubles (task);
}

char *
cs_import_task_dup_list (CsImportTask *task)
{
  const GPtrArray *troubles = cs_import_task_get_troubles (task);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < troubles->len; i++)
    {
      const CsImportTrouble *trouble = troubles->pdata[i];

      g_string_append_printf (list, "%s\t%u\t%s\n", trouble->path, trouble->line,
                              trouble->message);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}
