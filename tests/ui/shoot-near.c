#include "near.h"

/* Pictures of prior art beside a draft, for people to look at. */

static const int sizes[][2] = { { 1280, 800 }, { 800, 600 }, { 360, 640 } };

static void
show_family (Ui *ui)
{
  CsNearPane *pane = near_find (ui);

  near_activate (pane, near_find_row (pane, CS_NEAR_ROW_FAMILY, NULL));
  ui_wait (near_find_row (pane, CS_NEAR_ROW_CLAIM, NULL) != NULL);
}

static void
show_answer (Ui *ui)
{
  near_find (ui);
}

/* In a narrow window what lies over the text goes when the width changes: it is shown again. */
static void
shoot_all (Ui *ui, const char *name, UiFunc show)
{
  for (guint dark = 0; dark < 2; dark++)
    {
      ui_set_dark (dark);
      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        {
          ui_resize (GTK_WINDOW (ui->window), sizes[i][0], sizes[i][1]);
          ui_settle (GTK_WIDGET (ui->window));
          show (ui);
          ui_shoot (GTK_WINDOW (ui->window), name, sizes[i][0], sizes[i][1]);
        }
    }
  ui_set_dark (FALSE);
}

static void
shoot_answer (Ui *ui)
{
  CsDocument *document = near_open (ui);
  CsRequest *request = cs_request_dup (cs_document_get_request (document));

  g_free (request->filing_date);
  request->filing_date = g_strdup ("2024-03-01");
  cs_document_set_request (document, request);
  workspace_wait_examined (document);
  workspace_wait_saved (document);
  shoot_all (ui, "near-answer", show_answer);
  shoot_all (ui, "near-family", show_family);
}

static void
shoot_empty (Ui *ui)
{
  near_open (ui);
  shoot_all (ui, "near-empty", show_answer);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ui_add ("/shoot-near/answer", families_fill, shoot_answer);
  ui_add ("/shoot-near/empty", NULL, shoot_empty);

  return g_test_run ();
}
