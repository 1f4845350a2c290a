#include "workspace.h"

#include <signal.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../src/app/cs-sidebar.h"

/* How a window goes: by hand, at a signal, during an import, and when nothing can be saved. */

#define N_IMPORTED 200

/* An import that takes long enough to be met. */
static void
begin_import (Ui *ui)
{
  g_autofree char *path = g_build_filename (ui->folder, "long.txt", NULL);
  g_autofree char *line = g_strnfill (1000, 'a');
  g_autoptr (GString) text = g_string_new ("Claims\n\n1. A pump.\n\nDescription\n\n");
  const char *paths[N_IMPORTED + 1] = { NULL };

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "%s\n\n", line);
  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
  for (guint i = 0; i < N_IMPORTED; i++)
    paths[i] = path;
  cs_window_import (ui->window, paths);
}

/* Types into a sample, and waits for the window to go after @end. */
static void
assert_kept_by (Ui *ui, void (*end) (Ui *ui))
{
  g_autoptr (CsDraftStore) store = NULL;
  g_autoptr (CsMatter) matter = NULL;
  gint64 id;

  workspace_open_sample (ui, "sample-cn.txt");
  id = cs_window_get_matter (ui->window);
  workspace_go (ui, CS_PART_CLAIMS, "锥形密封头", FALSE);
  workspace_type (ui, "最后的");
  g_object_add_weak_pointer (G_OBJECT (ui->window), (gpointer *)&ui->window);
  g_application_hold (G_APPLICATION (ui->application));
  end (ui);
  ui_wait (ui->window == NULL);
  g_application_release (G_APPLICATION (ui->application));

  store = cs_draft_store_open (ui->folder, NULL);
  matter = cs_draft_store_load (store, id, NULL);
  g_assert_nonnull (strstr (cs_text_get_string (matter->draft->texts[CS_PART_CLAIMS]), "最后的"));
}

static void
close_window (Ui *ui)
{
  gtk_window_close (GTK_WINDOW (ui->window));
}

static void
test_close_window (Ui *ui)
{
  assert_kept_by (ui, close_window);
}

static void
terminate (Ui *ui)
{
  raise (SIGTERM);
}

static void
test_terminate (Ui *ui)
{
  assert_kept_by (ui, terminate);
}

/* Whether to cut an import off is asked once, not again for the draft that is open. */
static void
cut_import (Ui *ui)
{
  GtkWidget *question;

  begin_import (ui);
  gtk_window_close (GTK_WINDOW (ui->window));
  ui_wait ((question = ui_find_window (ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "stop");
}

static void
test_cut_import (Ui *ui)
{
  assert_kept_by (ui, cut_import);
}

static void
terminate_import (Ui *ui)
{
  begin_import (ui);
  raise (SIGTERM);
}

/* A signal asks nothing. */
static void
test_terminate_import (Ui *ui)
{
  assert_kept_by (ui, terminate_import);
}

/* What has the focus in the question about leaving is what the key Return does. */
static void
test_leave_unsaved (Ui *ui)
{
  GtkWidget *dialog, *focus;

  workspace_open_sample (ui, "sample-cn.txt");
  workspace_refuse_writes (ui, TRUE);
  workspace_go (ui, CS_PART_CLAIMS, "锥形密封头", FALSE);
  workspace_type (ui, "不丢的");
  ui_act (workspace_get (ui), "draft.leave", NULL);
  ui_wait ((dialog = ui_find_window (ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  ui_settle (dialog);
  focus = gtk_window_get_focus (GTK_WINDOW (dialog));
  g_assert_true (gtk_widget_get_mapped (focus));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (focus)), ==, _ ("_Stay"));
  gtk_window_close (GTK_WINDOW (dialog));
  workspace_refuse_writes (ui, FALSE);
  ui_act (workspace_get (ui), "draft.save", NULL);
  workspace_wait_saved (workspace_get_document (ui));
}

/* Returns: another window than that of @ui */
static GtkWidget *
open_window (Ui *ui)
{
  GList *windows;

  ui_act (ui->window, "app.new-window", NULL);
  windows = gtk_application_get_windows (GTK_APPLICATION (ui->application));
  g_assert_cmpuint (g_list_length (windows), ==, 2);

  return windows->data == ui->window ? windows->next->data : windows->data;
}

static char *
dup_room (GtkWidget *window)
{
  CsSidebar *sidebar = CS_SIDEBAR (ui_get (window, CS_TYPE_SIDEBAR, NULL));
  guint room;

  g_object_get (sidebar, "room", &room, NULL);

  return g_strdup (cs_room_get_name (room));
}

/* The next window begins in the room where the last one was closed. */
static void
test_room (Ui *ui)
{
  GtkWidget *window = open_window (ui);
  g_autofree char *first = dup_room (window);
  g_autofree char *next = NULL;

  g_assert_cmpstr (first, ==, "drafts");
  ui_act (window, "win.room", "s", "families");
  gtk_window_close (GTK_WINDOW (window));
  ui_wait (g_list_length (gtk_application_get_windows (GTK_APPLICATION (ui->application))) == 1);

  window = open_window (ui);
  next = dup_room (window);
  g_assert_cmpstr (next, ==, "families");
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ui_add ("/ending/close-window", NULL, test_close_window);
  ui_add ("/ending/room", NULL, test_room);
  ui_add ("/ending/terminate", NULL, test_terminate);
  ui_add ("/ending/cut-import", NULL, test_cut_import);
  ui_add ("/ending/terminate-import", NULL, test_terminate_import);
  ui_add ("/ending/leave-unsaved", NULL, test_leave_unsaved);

  return g_test_run ();
}
