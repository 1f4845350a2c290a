#include "intake.h"

const char intake_table[] =
    "序号,公开(公告)号,公开(公告)日,申请号,申请日,标题,摘要,申请人,发明人,IPC,专利有效性,检索要点,评分\n"
    "1,CN199990071A,2023-06-16,CN202119990071.8,2021-12-09,一种带弹簧座调节螺钉且低温启动时不漂移的隔膜式燃料计量阀,"
    "柔性隔膜随压差移动以计量燃料,"
    "漠河动力系统有限公司,佟海; 于成,F02M69/50,有效,隔膜,3\n"
    "2,CN199990091A,2023-02-17,CN202119990091.5,2021-08-11,气室压力补偿的计量泵,所述气室的压力用于补偿误差,"
    "北川流体技术有限公司,林雨辰,F04B43/06,有效,补偿,5\n"
    "3,未公开,,,,待查,,,,,,,\n"
    "4,CN199990121A,2021-10-01,CN202019990121.8,2020-03-30,透析液计量盒,盒体具有两个交替工作的计量腔,"
    "远山医疗器械有限公司,乔岚,A61M1/28,有效,双腔,4\n"
    "5,EP4990082A1,2021-12-22,EP21990082.6,2021-06-15,Dosing head with replaceable membrane,,"
    "Beichuan Fluidics,Lin Yuchen,F04B43/00,审中,框架,2\n";

void
answered_take (CsMappingAnswer answer, CsTableMap *map, gpointer data)
{
  Answered *answered = data;

  answered->n++;
  answered->answer = answer;
  g_clear_pointer (&answered->map, cs_table_map_unref);
  answered->map = map != NULL ? cs_table_map_ref (map) : NULL;
}

void
answered_clear (Answered *answered)
{
  g_clear_pointer (&answered->map, cs_table_map_unref);
}

GFile *
intake_write (Ui *ui, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (ui->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_file_new_for_path (path);
}

void
intake_wait (CsMappingDialog *dialog)
{
  ui_wait (!cs_mapping_dialog_is_busy (dialog));
  ui_settle (GTK_WIDGET (dialog));
}

CsMappingDialog *
intake_present (Ui *ui, GFile *file, Answered *answered)
{
  CsMappingDialog *dialog =
      cs_mapping_dialog_present (GTK_WINDOW (ui->window), file, answered_take, answered);

  intake_wait (dialog);

  return dialog;
}

/* --- OPS --- */

const char intake_answer[] =
    "<ops:world-patent-data xmlns='http://www.epo.org/exchange' xmlns:ops='http://ops.epo.org'>"
    "<ops:patent-family><ops:family-member family-id='99000008'><publication-reference>"
    "<document-id document-id-type='docdb'><country>EP</country><doc-number>4990082</doc-number>"
    "<kind>A1</kind><date>20211222</date></document-id></publication-reference>"
    "<application-reference><document-id document-id-type='docdb'><country>EP</country>"
    "<doc-number>21990082</doc-number><kind>A</kind><date>20210615</date></document-id>"
    "</application-reference></ops:family-member><ops:family-member family-id='99000008'>"
    "<publication-reference><document-id document-id-type='docdb'><country>CN</country>"
    "<doc-number>199990081</doc-number><kind>A</kind><date>20211224</date></document-id>"
    "</publication-reference><application-reference><document-id document-id-type='docdb'>"
    "<country>CN</country><doc-number>202019990081</doc-number><kind>A</kind><date>20200619</date>"
    "</document-id></application-reference></ops:family-member></ops:patent-family>"
    "</ops:world-patent-data>";

void
intake_wait_ops (CsOpsDialog *dialog)
{
  ui_wait (!cs_ops_dialog_is_busy (dialog));
  ui_settle (GTK_WIDGET (dialog));
}

CsOpsDialog *
intake_present_ops (Ui *ui,
                    const OpsServer *server,
                    const char *numbers,
                    CsLibraryService **service)
{
  CsOpsDialog *dialog;

  *service = cs_library_service_new (ui->folder);
  dialog = cs_ops_dialog_present (GTK_WINDOW (ui->window), *service);
  cs_ops_dialog_set_base (dialog, server->base);
  intake_wait_ops (dialog);
  cs_ops_dialog_set_key (dialog, "my-key", "my-secret");
  cs_ops_dialog_set_numbers (dialog, numbers);
  ui_settle (GTK_WIDGET (dialog));

  return dialog;
}
