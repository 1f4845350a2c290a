/* make-reports FOLDER: writes reports in all formats and languages, for programs that read such
 * files to look at. */

#include "../../src/report/cs-manual.h"
#include "../../src/report/cs-report-file.h"
#include "report-fixture.h"

#define N_MANY 9000

static void
save (const char *folder, const char *name, const char *ending, GBytes *bytes)
{
  g_autofree char *file = g_strdup_printf ("%s.%s", name, ending);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  if (!g_file_set_contents (path, data, n_bytes, &error))
    g_error ("%s", error->message);
}

static void
write_all (const char *folder, const char *name, CsReportModel *model)
{
  for (guint i = 0; i < CS_N_REPORT_FORMATS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = cs_report_file_new (model, (CsReportFormat)i, NULL, &error);

      if (bytes == NULL)
        g_error ("%s", error->message);
      save (folder, name, cs_report_format_get_name ((CsReportFormat)i), bytes);
    }
}

static void
write_manual (const char *folder, const char *language)
{
  g_autoptr (GPtrArray) checklists =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_checklist_unref);
  g_autoptr (CsManual) manual = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_strconcat ("manual-", language, NULL);

  g_ptr_array_add (checklists, cs_checklist_load ("cn-invention", NULL));
  g_ptr_array_add (checklists, cs_checklist_load ("us", NULL));
  manual = cs_manual_new (checklists, language);
  bytes = cs_manual_html (manual);
  save (folder, name, "html", bytes);
}

int
main (int argc, char *argv[])
{
  static const char *const languages[] = { "zh", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (CsReportModel) full = report_fixture_new_full (languages[i]);
      g_autoptr (CsReportModel) hostile = report_fixture_new_hostile (languages[i]);
      g_autofree char *full_name = g_strconcat ("full-", languages[i], NULL);
      g_autofree char *hostile_name = g_strconcat ("hostile-", languages[i], NULL);

      write_all (argv[1], full_name, full);
      write_all (argv[1], hostile_name, hostile);
      write_manual (argv[1], languages[i]);
    }
  if (argc > 2)
    {
      g_autoptr (CsReportModel) many = report_fixture_new_many (N_MANY);

      write_all (argv[1], "many", many);
    }

  return 0;
}
