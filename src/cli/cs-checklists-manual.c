#include "cs-checklists-manual.h"

#include <glib/gi18n-lib.h>

#include "../report/cs-manual.h"
#include "cs-command.h"
#include "cs-output.h"

static void
unref_checklist (gpointer data)
{
  cs_checklist_unref (data);
}

/* Returns: (transfer full): the lists that can be loaded; complains of the others. */
static GPtrArray *
load_all (char *const *names, int *status)
{
  GPtrArray *checklists = g_ptr_array_new_with_free_func (unref_checklist);

  for (; *names != NULL; names++)
    {
      g_autoptr (GError) error = NULL;
      CsChecklist *checklist = cs_checklist_load (*names, &error);

      if (checklist != NULL)
        {
          g_ptr_array_add (checklists, checklist);
          continue;
        }
      cs_command_complain (_ ("checklist %s"), error->message);
      *status = CS_EXIT_TROUBLE;
    }

  return checklists;
}

static gboolean
write_page (GBytes *page, const char *path, GError **error)
{
  g_autoptr (CsOutput) output = cs_output_new (path, ".html", error);

  return output != NULL && cs_output_write_file (output, "manual", page, error) &&
         cs_output_finish (output, error);
}

int
cs_checklists_manual (char *const *names, const char *language, const char *path)
{
  int status = CS_EXIT_OK;
  g_auto (GStrv) all = cs_checklist_list ();
  g_autoptr (GPtrArray) checklists = load_all (*names == NULL ? all : names, &status);
  g_autoptr (CsManual) manual = cs_manual_new (checklists, language);
  g_autoptr (GBytes) page = cs_manual_html (manual);
  g_autoptr (GError) error = NULL;

  if (checklists->len == 0)
    return CS_EXIT_TROUBLE;
  if (write_page (page, path, &error))
    return status;

  cs_command_complain ("%s", error->message);

  return CS_EXIT_TROUBLE;
}
