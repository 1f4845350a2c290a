#include "cs-records-view.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../report/family/cs-family-words.h"
#include "../widgets/cs-table.h"
#include "cs-family-cells.h"
#include "cs-history-lines.h"
#include "cs-legal-words.h"
#include "cs-long-text.h"
#include "cs-record-line.h"

#define MAX_LINE_BYTES 240
#define NAME_CHARS 15 /* what does not fit, a tooltip tells */

struct _CsRecordsView
{
  AdwBin parent_instance;

  GtkDropDown *parts;
  GtkDropDown *documents;
  GtkStack *pages;
  AdwStatusPage *empty;
  CsLongText *text;
  GtkListView *lines;

  CsFamilyView *family;       /* nullable */
  GArray *ids;                /* of gint64: of the documents that can be chosen */
  gint64 first;               /* of these with a text, 0 for none */
  CsFamilyDocument *document; /* nullable */
  GCancellable *loading;      /* nullable */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (CsRecordsView, cs_records_view, ADW_TYPE_BIN)

/* --- parts --- */

static void
show_empty (CsRecordsView *view, const char *title, const char *description)
{
  adw_status_page_set_title (view->empty, title);
  adw_status_page_set_description (view->empty, description);
  gtk_stack_set_visible_child_name (view->pages, "empty");
}

static void
begin_text (CsRecordsView *view, gboolean monospace)
{
  cs_long_text_clear (view->text);
  gtk_text_view_set_monospace (GTK_TEXT_VIEW (view->text), monospace);
  gtk_stack_set_visible_child_name (view->pages, "text");
}

static void
show_description (CsRecordsView *view)
{
  begin_text (view, FALSE);
  for (guint i = 0; i < view->document->texts->len; i++)
    {
      const CsLibraryText *text = view->document->texts->pdata[i];
      const char *part = text->part == CS_RECORD_ABSTRACT ? _ ("Abstract") : _ ("Description");
      const char *source = cs_family_source_get_word (text->source);
      g_autofree char *head = g_strdup_printf ("%s · %s · %s", part, text->language, source);

      cs_long_text_append (view->text, head, text->text);
    }
  if (cs_long_text_is_empty (view->text))
    show_empty (view, _ ("No description in the library"),
                _ ("Import the full text of this document to read it here."));
}

/* A line of a hundred thousand letters takes seconds to lay out: XML without line ends gets some
 * between its elements. Returns: (transfer full): @text in lines that can be shown */
static char *
dup_lines (const char *text)
{
  GString *lines = g_string_new (NULL);
  guint n_bytes = 0;

  for (const char *at = text; *at != '\0'; at++)
    {
      n_bytes = *at == '\n' ? 0 : n_bytes + 1;
      g_string_append_c (lines, *at);
      if (n_bytes < MAX_LINE_BYTES || at[0] != '>' || at[1] != '<')
        continue;
      g_string_append_c (lines, '\n');
      n_bytes = 0;
    }

  return g_string_free (lines, FALSE);
}

static void
show_raw (CsRecordsView *view)
{
  begin_text (view, TRUE);
  for (guint i = 0; i < view->document->raws->len; i++)
    {
      const CsLibraryRaw *raw = view->document->raws->pdata[i];
      const char *source = cs_family_source_get_word (raw->source);
      g_autofree char *day = cs_office_date_dup_text (raw->as_of);
      g_autofree char *head =
          g_strdup_printf ("%s · %s (%u) · %s", source, raw->file, raw->place, day);
      g_autofree char *lines = dup_lines (raw->text);

      cs_long_text_append (view->text, head,
                           *lines != '\0' ? lines :
                                            _ ("The record was too long to be kept."));
    }
}

static void
show_lines (CsRecordsView *view, GListStore *lines, const char *nothing)
{
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (lines)));

  gtk_list_view_set_model (view->lines, GTK_SELECTION_MODEL (model));
  if (g_list_model_get_n_items (G_LIST_MODEL (lines)) > 0)
    gtk_stack_set_visible_child_name (view->pages, "lines");
  else
    show_empty (view, nothing, NULL);
}

static void
show_facts (CsRecordsView *view, CsLibraryFactKind kind, const char *nothing)
{
  g_autoptr (GListStore) lines = cs_record_lines_new ();

  cs_record_lines_add_facts (lines, view->document, kind);
  show_lines (view, lines, nothing);
}

static void
show_citations (CsRecordsView *view)
{
  g_autoptr (GListStore) lines = cs_record_lines_new ();

  cs_record_lines_add_citations (lines, cs_family_view_get_citations (view->family, TRUE), TRUE);
  cs_record_lines_add_citations (lines, cs_family_view_get_citations (view->family, FALSE), FALSE);
  show_lines (view, lines, _ ("No citations in the library"));
}

static void
show_history (CsRecordsView *view)
{
  g_autoptr (GListStore) lines = cs_record_lines_new ();

  cs_record_lines_add_history (lines, cs_family_view_get_history (view->family));
  show_lines (view, lines, _ ("No history in the library"));
}

static CsRecordsPart
get_part (CsRecordsView *view)
{
  return MIN (gtk_drop_down_get_selected (view->parts), CS_N_RECORDS_PARTS - 1);
}

static void
show_part (CsRecordsView *view)
{
  CsRecordsPart part = get_part (view);
  gboolean of_family = part == CS_RECORDS_CITATIONS || part == CS_RECORDS_HISTORY;

  gtk_widget_set_visible (GTK_WIDGET (view->documents), !of_family);
  if (view->family != NULL && part == CS_RECORDS_CITATIONS)
    show_citations (view);
  else if (view->family != NULL && part == CS_RECORDS_HISTORY)
    show_history (view);
  else if (view->document == NULL)
    show_empty (view, _ ("No documents"), NULL);
  else if (part == CS_RECORDS_DESCRIPTION)
    show_description (view);
  else if (part == CS_RECORDS_RAW)
    show_raw (view);
  else if (part == CS_RECORDS_PARTIES)
    show_facts (view, CS_FACT_PARTY, _ ("No parties in the library"));
  else if (part == CS_RECORDS_CLASSES)
    show_facts (view, CS_FACT_CLASS, _ ("No classes in the library"));
  else
    show_facts (view, CS_FACT_FIELD, _ ("No further fields"));
}

/* --- documents --- */

static void
on_loaded (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsRecordsView) view = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsFamilyDocument) document =
      cs_family_document_load_finish (CS_LIBRARY_SERVICE (service), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != view->loading || view->pages == NULL)
    return;

  g_clear_object (&view->loading);
  g_clear_pointer (&view->document, cs_family_document_free);
  view->document = g_steal_pointer (&document);
  if (view->document != NULL)
    show_part (view);
  else
    show_empty (view, _ ("Cannot be shown"), error->message);
}

static void
load_document (CsRecordsView *view)
{
  guint chosen = gtk_drop_down_get_selected (view->documents);

  if (view->updating || chosen >= view->ids->len)
    return;

  g_cancellable_cancel (view->loading);
  g_clear_object (&view->loading);
  view->loading = g_cancellable_new ();
  cs_family_document_load_async (cs_family_view_get_service (view->family),
                                 g_array_index (view->ids, gint64, chosen), view->loading,
                                 on_loaded, g_object_ref (view));
}

static void
add_documents (CsRecordsView *view, GtkStringList *names, const CsApplication *application)
{
  for (guint i = 0; i < application->publications->len; i++)
    {
      const CsPublication *publication = application->publications->pdata[i];

      if (view->first == 0 && *publication->languages != '\0')
        view->first = publication->store_id;
      gtk_string_list_append (names, publication->number->printed);
      g_array_append_val (view->ids, publication->store_id);
    }
}

/* Returns: index of the document that is shown, else of the first with a text */
static guint
find_document (CsRecordsView *view)
{
  gint64 shown = view->document != NULL ? view->document->id : 0;
  guint first = 0;

  for (guint i = 0; i < view->ids->len; i++)
    {
      gint64 id = g_array_index (view->ids, gint64, i);

      if (id == shown)
        return i;
      if (id == view->first)
        first = i;
    }

  return first;
}

void
cs_records_view_show (CsRecordsView *view, CsFamilyView *family)
{
  const CsFamily *shown = cs_family_view_get_family (family);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_set_object (&view->family, family);
  g_array_set_size (view->ids, 0);
  view->first = 0;
  for (guint i = 0; i < shown->applications->len; i++)
    add_documents (view, names, shown->applications->pdata[i]);

  view->updating = TRUE;
  gtk_drop_down_set_model (view->documents, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (view->documents, find_document (view));
  view->updating = FALSE;
  show_part (view);
  load_document (view);
}

void
cs_records_view_select (CsRecordsView *view, const CsApplication *application)
{
  guint last = GTK_INVALID_LIST_POSITION;

  for (guint p = 0; p < application->publications->len; p++)
    for (guint i = 0; i < view->ids->len; i++)
      {
        const CsPublication *publication = application->publications->pdata[p];

        if (publication->store_id != g_array_index (view->ids, gint64, i))
          continue;
        if (i == gtk_drop_down_get_selected (view->documents))
          return;
        last = i;
      }
  if (last != GTK_INVALID_LIST_POSITION)
    gtk_drop_down_set_selected (view->documents, last);
}

void
cs_records_view_choose (CsRecordsView *view, CsRecordsPart part)
{
  gtk_drop_down_set_selected (view->parts, part);
}

/* --- lines --- */

static void
on_setup (CsRecordsView *view, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *text = gtk_label_new (NULL);
  GtkWidget *source = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_width_chars (GTK_LABEL (name), NAME_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (name), NAME_CHARS);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  cs_table_label_tell_whole (name);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (source), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (name, "dim-label");
  gtk_widget_add_css_class (source, "dim-label");
  gtk_widget_add_css_class (source, "caption");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), source);
  gtk_list_item_set_child (item, box);
}

static void
on_bind (CsRecordsView *view, GtkListItem *item)
{
  CsRecordLine *line = gtk_list_item_get_item (item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *text = gtk_widget_get_next_sibling (name);
  GtkWidget *source = gtk_widget_get_next_sibling (text);
  gboolean leads = cs_record_line_get_family (line) != 0;

  gtk_label_set_text (GTK_LABEL (name), cs_record_line_get_name (line));
  gtk_label_set_text (GTK_LABEL (text), cs_record_line_get_text (line));
  gtk_label_set_text (GTK_LABEL (source), cs_record_line_get_source (line));
  gtk_list_item_set_activatable (item, leads);
  if (leads)
    gtk_widget_add_css_class (text, "cs-leads");
  else
    gtk_widget_remove_css_class (text, "cs-leads");
}

static void
on_activate (CsRecordsView *view, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (view->lines));
  g_autoptr (CsRecordLine) line = g_list_model_get_item (model, position);

  if (line != NULL && cs_record_line_get_family (line) != 0)
    gtk_widget_activate_action (GTK_WIDGET (view), "family.go", "x",
                                cs_record_line_get_family (line));
}

/* --- the object --- */

static void
cs_records_view_dispose (GObject *object)
{
  CsRecordsView *view = CS_RECORDS_VIEW (object);

  view->updating = TRUE;
  g_cancellable_cancel (view->loading);
  g_clear_object (&view->loading);
  g_clear_object (&view->family);
  g_clear_pointer (&view->document, cs_family_document_free);
  gtk_widget_dispose_template (GTK_WIDGET (view), CS_TYPE_RECORDS_VIEW);

  G_OBJECT_CLASS (cs_records_view_parent_class)->dispose (object);
}

static void
cs_records_view_finalize (GObject *object)
{
  g_array_unref (CS_RECORDS_VIEW (object)->ids);

  G_OBJECT_CLASS (cs_records_view_parent_class)->finalize (object);
}

static void
cs_records_view_class_init (CsRecordsViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = cs_records_view_dispose;
  G_OBJECT_CLASS (class)->finalize = cs_records_view_finalize;

  g_type_ensure (CS_TYPE_LONG_TEXT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-records-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CsRecordsView, parts);
  gtk_widget_class_bind_template_child (widget_class, CsRecordsView, documents);
  gtk_widget_class_bind_template_child (widget_class, CsRecordsView, pages);
  gtk_widget_class_bind_template_child (widget_class, CsRecordsView, empty);
  gtk_widget_class_bind_template_child (widget_class, CsRecordsView, text);
  gtk_widget_class_bind_template_child (widget_class, CsRecordsView, lines);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, show_part);
  gtk_widget_class_bind_template_callback (widget_class, load_document);
}

static void
cs_records_view_init (CsRecordsView *view)
{
  static const char *const parts[CS_N_RECORDS_PARTS] = {
    [CS_RECORDS_DESCRIPTION] = N_ ("Description"),
    [CS_RECORDS_PARTIES] = N_ ("Parties"),
    [CS_RECORDS_CLASSES] = N_ ("Classification"),
    [CS_RECORDS_CITATIONS] = N_ ("Citations"),
    [CS_RECORDS_FIELDS] = N_ ("Further fields"),
    [CS_RECORDS_RAW] = N_ ("Raw record"),
    [CS_RECORDS_HISTORY] = N_ ("History"),
  };
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  view->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  view->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (view));
  cs_choice_cut_off (view->documents);
  for (guint i = 0; i < CS_N_RECORDS_PARTS; i++)
    gtk_string_list_append (names, _ (parts[i]));
  gtk_drop_down_set_model (view->parts, G_LIST_MODEL (names));
  view->updating = FALSE;
}
