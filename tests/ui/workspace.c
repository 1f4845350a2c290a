#include "workspace.h"

#include <string.h>

#include "../../src/app/drafts/cs-drafts-page.h"
#include "../../src/app/workspace/cs-part-view.h"
#include "../../src/store/cs-store-sql.h"

/* --- opening and closing --- */

static CsDocument *
wait_open (Ui *ui)
{
  CsDocument *document;

  ui_wait (ui_find (GTK_WIDGET (ui->window), CS_TYPE_WORKSPACE, NULL) != NULL);
  document = workspace_get_document (ui);
  workspace_wait_examined (document);
  ui_settle (GTK_WIDGET (ui->window));

  return document;
}

CsDocument *
workspace_open (Ui *ui, const char *path)
{
  const char *const paths[] = { path, NULL };

  ui_act (ui->window, "win.import-paths", "^as", paths);

  return wait_open (ui);
}

CsDocument *
workspace_open_text (Ui *ui, const char *text)
{
  g_autofree char *path = g_build_filename (ui->folder, "draft.txt", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return workspace_open (ui, path);
}

CsDocument *
workspace_open_sample (Ui *ui, const char *name)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "..", "resources", "samples", name, NULL);

  return workspace_open (ui, path);
}

gint64
workspace_leave (Ui *ui)
{
  gint64 matter = cs_window_get_matter (ui->window);

  ui_act (workspace_get (ui), "draft.leave", NULL);
  ui_wait (cs_window_get_matter (ui->window) == 0);
  ui_wait (ui_find (GTK_WIDGET (ui->window), CS_TYPE_DRAFTS_PAGE, NULL) != NULL);

  return matter;
}

CsDocument *
workspace_reopen (Ui *ui)
{
  cs_window_open (ui->window, workspace_leave (ui));

  return wait_open (ui);
}

void
workspace_wait_examined (CsDocument *document)
{
  ui_wait (!cs_document_is_stale (document));
}

GtkWidget *
workspace_get (Ui *ui)
{
  return ui_get (GTK_WIDGET (ui->window), CS_TYPE_WORKSPACE, NULL);
}

CsDocument *
workspace_get_document (Ui *ui)
{
  return cs_workspace_get_document (CS_WORKSPACE (workspace_get (ui)));
}

static GtkWidget *
find_view (GtkWidget *root, CsPart part)
{
  if (CS_IS_PART_VIEW (root) && cs_part_view_get_part (CS_PART_VIEW (root)) == part)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_view (child, part);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkTextView *
workspace_get_view (Ui *ui)
{
  GtkWidget *view;
  guint part;

  g_object_get (workspace_get_document (ui), "part", &part, NULL);
  view = find_view (workspace_get (ui), part);
  g_assert_true (gtk_widget_get_mapped (view));

  return GTK_TEXT_VIEW (view);
}

/* --- text --- */

char *
workspace_dup_text (CsDocument *document, CsPart part)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (cs_document_get_buffer (document, part));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_slice (buffer, &start, &end, TRUE);
}

gboolean
workspace_has (CsDocument *document, CsPart part, const char *words)
{
  g_autofree char *text = workspace_dup_text (document, part);

  return strstr (text, words) != NULL;
}

guint
workspace_find_char (CsDocument *document, CsPart part, const char *words)
{
  g_autofree char *text = workspace_dup_text (document, part);
  const char *found = strstr (text, words);

  if (found == NULL)
    g_error ("there is no \"%s\" in the text", words);

  return g_utf8_pointer_to_offset (text, found);
}

void
workspace_go (Ui *ui, CsPart part, const char *words, gboolean behind)
{
  CsDocument *document = workspace_get_document (ui);
  guint at = workspace_find_char (document, part, words);

  if (behind)
    at += g_utf8_strlen (words, -1);
  cs_document_go_to (document, part, at, at, TRUE);
  ui_settle (GTK_WIDGET (ui->window));
}

void
workspace_select (Ui *ui, CsPart part, const char *words)
{
  CsDocument *document = workspace_get_document (ui);
  guint at = workspace_find_char (document, part, words);

  cs_document_go_to (document, part, at, at + g_utf8_strlen (words, -1), TRUE);
  ui_settle (GTK_WIDGET (ui->window));
}

void
workspace_type (Ui *ui, const char *text)
{
  GtkTextView *view = workspace_get_view (ui);

  gtk_text_buffer_delete_selection (gtk_text_view_get_buffer (view), TRUE, TRUE);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *letter = g_strndup (at, g_utf8_next_char (at) - at);

      g_signal_emit_by_name (view, "insert-at-cursor", letter);
    }
}

void
workspace_erase (Ui *ui, guint n)
{
  for (guint i = 0; i < n; i++)
    g_signal_emit_by_name (workspace_get_view (ui), "backspace");
}

/* --- findings --- */

static gboolean
is_of (const CsFindingEntry *entry, const char *rule)
{
  return g_str_equal (cs_finding_entry_get_first (entry)->report->rule, rule);
}

const CsFindingEntry *
workspace_find_entry (CsDocument *document, const char *rule)
{
  const GPtrArray *entries = cs_document_get_view (document)->entries;

  for (guint i = 0; i < entries->len; i++)
    if (is_of (entries->pdata[i], rule))
      return entries->pdata[i];

  return NULL;
}

guint
workspace_count (CsDocument *document, const char *rule)
{
  const GPtrArray *entries = cs_document_get_view (document)->entries;
  guint n_found = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const CsFindingEntry *entry = entries->pdata[i];

      n_found += !entry->waived && is_of (entry, rule);
    }

  return n_found;
}

void
workspace_choose (Ui *ui, CsDocument *document, const char *rule)
{
  const CsFindingEntry *entry = workspace_find_entry (document, rule);

  if (entry == NULL)
    g_error ("there is no finding of \"%s\"", rule);
  cs_document_choose (document, entry, TRUE);
  ui_settle (GTK_WIDGET (ui->window));
}

PangoUnderline
workspace_get_underline (CsDocument *document, CsPart part, guint at_char)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (cs_document_get_buffer (document, part));
  PangoUnderline underline = PANGO_UNDERLINE_NONE;
  g_autoptr (GSList) tags = NULL;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, at_char);
  tags = gtk_text_iter_get_tags (&iter); /* by ascending priority */
  for (GSList *at = tags; at != NULL; at = at->next)
    {
      gboolean set;

      g_object_get (at->data, "underline-set", &set, NULL);
      if (set)
        g_object_get (at->data, "underline", &underline, NULL);
    }

  return underline;
}

/* --- the rest --- */

static gboolean
is_saved (CsDocument *document)
{
  CsSaveState state;

  g_object_get (document, "save-state", &state, NULL);

  return state == CS_SAVE_STATE_SAVED;
}

void
workspace_wait_saved (CsDocument *document)
{
  ui_wait (is_saved (document));
}

static gpointer
set_query_only (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *sql = data != NULL ? "PRAGMA query_only = ON" : "PRAGMA query_only = OFF";

  g_assert_cmpint (sqlite3_exec (store->db, sql, NULL, NULL, NULL), ==, SQLITE_OK);

  return NULL;
}

void
workspace_refuse_writes (Ui *ui, gboolean refuse)
{
  ui_run (ui, set_query_only, GINT_TO_POINTER (refuse));
}
