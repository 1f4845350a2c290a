#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include <cairo-pdf.h>

#include "../../src/app/cs-settings.h"
#include "../../src/app/exchange/cs-attachment-window.h"
#include "../../src/app/exchange/cs-confirm-window.h"
#include "../../src/app/exchange/cs-merge-window.h"
#include "../../src/app/workspace/cs-workspace-actions.h"
#include "exchange.h"

/* Pictures of the windows for a second person and for what lies with a matter. */

static gboolean
is_chinese (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "zh");
}

static const char *
say (const char *english, const char *chinese)
{
  return is_chinese () ? chinese : english;
}

static CsDocument *
open_sample (Ui *ui)
{
  CsDocument *document =
      workspace_open_sample (ui, is_chinese () ? "sample-cn.txt" : "sample-us.txt");

  workspace_wait_saved (document);

  return document;
}

static void
shoot_both (GtkWidget *window, const char *name, int width, int height)
{
  for (guint dark = 0; dark < 2; dark++)
    {
      ui_set_dark (dark);
      ui_shoot (GTK_WINDOW (window), name, width, height);
    }
  ui_set_dark (FALSE);
}

/* --- a second person --- */

static GtkWidget *
open_confirm (Ui *ui)
{
  GtkWidget *window;

  ui_act (workspace_get (ui), "draft.confirm", NULL);
  ui_wait ((window = ui_find_window (CS_TYPE_CONFIRM_WINDOW)) != NULL);
  ui_settle (window);

  return window;
}

static void
confirm (Ui *ui, const char *name, const char *remark)
{
  GtkWidget *window = open_confirm (ui);

  gtk_editable_set_text (GTK_EDITABLE (ui_get (window, ADW_TYPE_ENTRY_ROW, _ ("Your name"))),
                         name);
  gtk_editable_set_text (
      GTK_EDITABLE (ui_get (window, ADW_TYPE_ENTRY_ROW, _ ("Remark (optional)"))), remark);
  ui_act (window, "confirm.confirm", NULL);
  ui_wait (ui_find_window (CS_TYPE_CONFIRM_WINDOW) == NULL);
  ui_settle (GTK_WIDGET (ui->window));
}

static void
shoot_confirm (Ui *ui)
{
  CsDocument *document;
  GtkWidget *window;

  g_object_set (cs_settings_get_default (), "author", say ("Attorney A", "代理师甲"), NULL);
  document = open_sample (ui);
  workspace_go (ui, CS_PART_CLAIMS, "1.", TRUE);
  workspace_type (ui, " ");
  workspace_wait_examined (document);
  workspace_wait_saved (document);
  window = open_confirm (ui);
  shoot_both (window, "confirm-first", 0, 0);
  gtk_editable_set_text (GTK_EDITABLE (ui_get (window, ADW_TYPE_ENTRY_ROW, _ ("Your name"))),
                         say ("Attorney A", "代理师甲"));
  ui_act (window, "confirm.confirm", NULL);
  ui_wait (gtk_widget_has_css_class (ui_get (window, ADW_TYPE_ENTRY_ROW, _ ("Your name")),
                                     "error"));
  ui_settle (window);
  shoot_both (window, "confirm-refused", 0, 0);
  ui_shoot (GTK_WINDOW (window), "confirm-refused", 360, 560);
  gtk_window_close (GTK_WINDOW (window));

  confirm (ui, say ("Attorney B", "代理师乙"),
           say ("Claims 1 to 3 compared with the disclosure", "已将权利要求1至3与交底书核对"));
  shoot_both (GTK_WIDGET (ui->window), "confirmed", 1280, 800);
  ui_shoot (GTK_WINDOW (ui->window), "confirmed", 800, 600);
  workspace_type (ui, " ");
  workspace_wait_examined (document);
  workspace_wait_saved (document);
  ui_settle (GTK_WIDGET (ui->window));
  shoot_both (GTK_WIDGET (ui->window), "confirmed-changed", 1280, 800);
  confirm (ui, say ("Attorney C", "代理师丙"), "");
  window = open_confirm (ui);
  shoot_both (window, "confirm-list", 560, 780);
  gtk_window_close (GTK_WINDOW (window));
}

/* --- attachments --- */

#define PAGE_WIDTH_PT 595
#define PAGE_HEIGHT_PT 842

static char *
write_pdf (Ui *ui, const char *name, const char *const *pages)
{
  char *path = g_build_filename (ui->folder, name, NULL);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, PAGE_WIDTH_PT, PAGE_HEIGHT_PT);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; pages[i] != NULL; i++)
    {
      g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);

      pango_layout_set_width (layout, (PAGE_WIDTH_PT - 120) * PANGO_SCALE);
      pango_layout_set_text (layout, pages[i], -1);
      cairo_move_to (cr, 60, 60);
      pango_cairo_show_layout (cr, layout);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return path;
}

static const char *const english[] = {
  "Office action\n\nClaims 1 to 3 lack novelty over D1 (pump with housing and seal). The seal of "
  "claim 2 is shown there in figure 3.",
  "Claim 4 lacks an inventive step. The skilled person would replace the seal of D1 by the one of "
  "D2 without further thought.",
  NULL,
};

static const char *const chinese[] = {
  "第一次审查意见通知书\n\n权利要求1至3相对于对比文件1不具备新颖性。权利要求2的密封圈见其图3。",
  "权利要求4不具备创造性。本领域技术人员容易想到用对比文件2的密封圈替换。",
  NULL,
};

static GtkWidget *
open_attachments (Ui *ui)
{
  GtkWidget *window;

  ui_act (workspace_get (ui), "draft.attachments", NULL);
  ui_wait ((window = ui_find_window (CS_TYPE_ATTACHMENT_WINDOW)) != NULL);
  ui_settle (window);

  return window;
}

static void
add (Ui *ui, GtkWidget *window)
{
  g_autofree char *action = write_pdf (ui, say ("Office action 1.pdf", "第一次审查意见.pdf"),
                                       is_chinese () ? chinese : english);
  g_autofree char *scan = write_pdf (
      ui, say ("Search report of the receiving office, scanned.pdf", "受理局检索报告（扫描件）.pdf"),
      (const char *const[]){ "", NULL });
  g_autofree char *table = g_build_filename (ui->folder, "test data.ods", NULL);
  const char *const paths[] = { scan, table, action, NULL };

  g_assert_true (g_file_set_contents (table, "PK\003\004", 4, NULL));
  cs_attachment_window_add (CS_ATTACHMENT_WINDOW (window), paths);
  ui_wait (ui_find (window, GTK_TYPE_TEXT_VIEW, NULL) != NULL);
  ui_settle (window);
}

static void
shoot_attachments (Ui *ui)
{
  GtkWidget *window;

  open_sample (ui);
  window = open_attachments (ui);
  shoot_both (window, "attachments-none", 0, 0);
  add (ui, window);
  gtk_editable_set_text (GTK_EDITABLE (ui_get (window, GTK_TYPE_SEARCH_ENTRY, NULL)),
                         say ("seal", "密封圈"));
  ui_settle (window);
  shoot_both (window, "attachments-told", 0, 0);
  gtk_window_close (GTK_WINDOW (window));

  window = open_attachments (ui);
  ui_shoot (GTK_WINDOW (window), "attachments", 780, 540);
  ui_shoot (GTK_WINDOW (window), "attachments", 360, 560);
  ui_act (window, "attachments.find", NULL);
  ui_settle (window);
  ui_shoot (GTK_WINDOW (window), "attachments-read", 360, 560);
  ui_act (window, "attachments.remove", NULL);
  ui_wait (exchange_find_button (window, _ ("_Undo")) != NULL);
  ui_settle (window);
  ui_shoot (GTK_WINDOW (window), "attachments-removed", 0, 0);
  gtk_window_close (GTK_WINDOW (window));
}

/* --- a matter comes back --- */

static void
decide (CsDocument *document, const char *rule, CsDecisionKind kind, const char *reason)
{
  cs_document_decide (document, workspace_find_entry (document, rule), kind, reason, FALSE);
  workspace_wait_examined (document);
}

static void
part_ways (Ui *ui, const char *copy)
{
  CsDocument *document = open_sample (ui);
  GPtrArray *decisions = cs_document_get_decisions (document);

  decide (document, "preferred", CS_DECISION_ACCEPTED, say ("to be mended", "下次修改"));
  decide (document, "exemplary", CS_DECISION_NOT_THIS_WORD, "");
  workspace_go (ui, CS_PART_CLAIMS, "1.", TRUE);
  workspace_type (ui, " ");
  workspace_wait_saved (document);
  cs_workspace_copy_to (CS_WORKSPACE (workspace_get (ui)), copy);
  ui_wait (g_file_test (copy, G_FILE_TEST_EXISTS));
  ui_settle (GTK_WIDGET (ui->window));
  while (decisions->len > 0)
    {
      cs_document_revoke (document, decisions->pdata[0]);
      workspace_wait_examined (document);
    }
  g_object_set (cs_settings_get_default (), "author", say ("Attorney A", "代理师甲"), NULL);
  decide (document, "preferred", CS_DECISION_WAIVED,
          say ("the client wants it", "客户要求保留"));
  decide (document, "exemplary", CS_DECISION_WAIVED, say ("agreed on the phone", "电话中已商定"));
  workspace_type (ui, " ");
  workspace_wait_saved (document);
  workspace_leave (ui);
}

static void
shoot_merge (Ui *ui)
{
  g_autofree char *copy = g_build_filename (ui->folder, "P2026-0017.csmatter", NULL);
  const char *const paths[] = { copy, NULL };
  GtkWidget *window;

  g_object_set (cs_settings_get_default (), "author", say ("Attorney B", "代理师乙"), NULL);
  part_ways (ui, copy);
  ui_act (ui->window, "win.import-paths", "^as", paths);
  ui_wait ((window = ui_find_window (CS_TYPE_MERGE_WINDOW)) != NULL);
  shoot_both (window, "merge-conflict", 560, 780);
  ui_shoot (GTK_WINDOW (window), "merge-conflict", 360, 740);
  gtk_window_close (GTK_WINDOW (window));
  ui_wait (exchange_find_button (GTK_WIDGET (ui->window), _ ("_Decide…")) != NULL);
  ui_settle (GTK_WIDGET (ui->window));
  ui_shoot (GTK_WINDOW (ui->window), "merge-later", 800, 600);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ui_add ("/shoot/colleague/confirm", NULL, shoot_confirm);
  ui_add ("/shoot/colleague/merge", NULL, shoot_merge);
  ui_add ("/shoot/colleague/attachments", NULL, shoot_attachments);

  return g_test_run ();
}
