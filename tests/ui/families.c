#include "families.h"

#include <string.h>

#include "../../src/service/library/cs-intake.h"

typedef struct
{
  const char *title;
  const char *abstract;
  const char *claim;
  const char *applicant;
  guint priority;      /* day: 20210318 */
  const char *members; /* publications: office and kind */
} Sample;

static const Sample samples[FAMILIES_N] = {
  { "Fluid metering device with displacement-sensing diaphragm",
    "A device meters small volumes of a liquid.",
    "1. A metering device comprising a flexible diaphragm dividing the metering chamber into a "
    "liquid space and a gas space.",
    "Beichuan Fluidics", 20210318, "CN.B US.B2 EP.A1 WO.A1 JP.A" },
  { "流体计量腔的气泡检测方法", "一种检测计量腔内气泡的方法，用于输液设备。",
    "1. 一种气泡检测方法，其特征在于，由柔性隔膜的回弹位移识别计量腔内的气泡。", "远山医疗器械",
    20220602, "CN.B WO.A1" },
  { "Disposable metering cartridge", "A cartridge for single use is clamped into a dosing pump.",
    "1. A cartridge wherein a flexible diaphragm is clamped between two shells of the metering "
    "cartridge.",
    "Harrow & Dell Instruments", 20201127, "EP.A1 US.A1 WO.A1" },
  { "Pneumatic volume measurement", "Volumes are measured by the pressure of a gas.",
    "1. A system in which a reference chamber is coupled to the metering chamber by the flexible "
    "diaphragm.",
    "Lumen Dosing", 20190214, "US.B2 WO.A1 AU.A1 EP.A1" },
  { "带自检的微量计量泵", "一种带自检功能的计量泵。", "1. 一种计量泵，所述柔性隔膜与计量腔的底壁贴合。",
    "塞北精密泵业", 20220420, "CN.A WO.A1" },
  { "Diaphragm with strain gauge for dosing pumps",
    "The output of the gauge on the flexible diaphragm is used for metering control.",
    "1. A diaphragm with a strain gauge, wherein the flexible diaphragm is used for metering.",
    "Aoyama Flow", 20180905, "JP.A US.B2 CN.B" },
  { "隔膜式燃料计量阀", "柔性隔膜随压差移动以计量燃料。", "1. 一种计量阀，包括柔性隔膜。", "漠河动力",
    20211209, "CN.U" },
  { "Dosing head with replaceable membrane", "A dosing head for a metering pump.",
    "1. A dosing head wherein the flexible diaphragm is held in a frame that is exchanged with the "
    "metering unit.",
    "Beichuan Fluidics", 20200619, "EP.A1 CN.A" },
  { "气室压力补偿的计量泵", "所述气室的压力用于补偿误差。",
    "1. 一种计量泵，所述气室的压力用于补偿柔性隔膜的计量误差。", "北川流体", 20210811, "CN.B" },
  { "Volumetric metering with bubble rejection", "Bubbles are found and rejected.",
    "1. A method wherein metering is repeated when the flexible diaphragm rebounds.",
    "Lumen Dosing",
    20220125, "US.A1 EP.A1 WO.A1 CN.A" },
  { "Sterile coupling for metering sets", "A coupling keeps a set sterile.",
    "1. A coupling sealed by the flexible diaphragm of the metering set.", "Aoyama Flow", 20191003,
    "WO.A1 JP.A" },
  { "透析液计量盒", "一种用于透析的计量盒。", "1. 一种计量盒，柔性隔膜封住计量腔的开口。", "远山医疗器械",
    20200330, "CN.B EP.A1" },
  { "Heat pump dryer with a condensate pump", "A dryer pumps its condensate away.",
    "1. A dryer comprising a condensate pump with a float switch.", "Norden Hausgeräte", 20190611,
    "EP.A1 CN.A" },
  { "储能电池簇的液冷板", "一种液冷板。", "1. 一种液冷板，包括流道。", "临港储能", 20230102, "CN.A" },
};

/* --- a table of them --- */

static char *
write_number (const char *office, guint i, const char *kind)
{
  gboolean is_granted = *kind == 'B';

  if (g_str_equal (office, "CN"))
    return g_strdup_printf ("CN%u%06u%s", is_granted ? 114 : 112, 100 + i, kind);
  if (g_str_equal (office, "US") && is_granted)
    return g_strdup_printf ("US11%06u%s", 100 + i, kind);
  if (g_str_equal (office, "EP"))
    return g_strdup_printf ("EP39%05u%s", 100 + i, kind);

  return g_strdup_printf ("%s2023%06u%s", office, 100 + i, kind);
}

static void
write_member (GString *table, guint i, const char *member)
{
  const Sample *sample = &samples[i];
  g_auto (GStrv) parts = g_strsplit (member, ".", 2);
  g_autofree char *number = write_number (parts[0], i, parts[1]);
  guint published = (sample->priority / 10000 + 2) * 10000 + sample->priority % 10000;

  g_string_append_printf (table,
                          "%s,\"%s\",\"%s\",\"%s\",\"%s\",%u,%s%u%06uA,DE10%u%06uA,%u\n", number,
                          sample->title, sample->abstract, sample->claim, sample->applicant,
                          published, parts[0], sample->priority / 10000 + 1, 500 + i,
                          sample->priority / 10000, 700 + i, sample->priority);
}

char *
families_write (Ui *ui)
{
  char *path = g_build_filename (ui->folder, "families.csv", NULL);
  g_autoptr (GString) table =
      g_string_new ("Publication Number,Title,Abstract,Claims,Applicants,Publication Date,"
                    "Application Number,Priority Number,Priority Date\n");

  for (guint i = 0; i < FAMILIES_N; i++)
    {
      g_auto (GStrv) members = g_strsplit (samples[i].members, " ", -1);

      for (guint j = 0; members[j] != NULL; j++)
        write_member (table, i, members[j]);
    }
  g_assert_true (g_file_set_contents (path, table->str, -1, NULL));

  return path;
}

/* --- into the library --- */

void
families_import (Ui *ui, const char *path)
{
  const char *const paths[] = { path, NULL };
  const CsIntake intake = { .label = "families.csv", .today = { 2026, 11, 20 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = cs_library_open (ui->folder, &error);
  CsLibraryRun *run;

  g_assert_no_error (error);
  run = cs_intake_files (&intake, library, paths, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (run->n_faults, ==, 0);
  cs_library_run_free (run);
}

void
families_fill (Ui *ui)
{
  g_autofree char *path = families_write (ui);

  families_import (ui, path);
}

/* --- on the screen --- */

void
families_wait (CsFamiliesPage *page, guint n)
{
  GListModel *list = G_LIST_MODEL (cs_families_page_get_list (page));

  ui_wait (g_list_model_get_n_items (list) == n);
}

CsFamiliesPage *
families_show (Ui *ui, guint n)
{
  CsFamiliesPage *page;

  ui_act (ui->window, "win.room", "s", "families");
  page = CS_FAMILIES_PAGE (ui_get (GTK_WIDGET (ui->window), CS_TYPE_FAMILIES_PAGE, NULL));
  families_wait (page, n);
  ui_settle (GTK_WIDGET (ui->window));

  return page;
}
