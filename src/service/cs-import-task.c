#include "cs-import-task.h"

G_DEFINE_INTERFACE (CsImportTask, cs_import_task, G_TYPE_OBJECT)

CsImportTrouble *
cs_import_trouble_new (const char *path, guint line, const char *message)
{
  CsImportTrouble *trouble = g_new (CsImportTrouble, 1);

  *trouble = (CsImportTrouble){ g_strdup (path), line, g_strdup (message) };

  return trouble;
}

void
cs_import_trouble_free (CsImportTrouble *trouble)
{
  g_free (trouble->path);
  g_free (trouble->message);
  g_free (trouble);
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
