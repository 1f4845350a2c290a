#include "cs-manual-window.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../report/cs-manual.h"
#include "../../report/cs-report-model.h"
#include "../widgets/cs-names.h"
#include "cs-manual-entry.h"

struct _CsManualWindow
{
  AdwWindow parent_instance;

  CsManual *manual; /* NULL until it is loaded */
  GListStore *entries;
  GtkFilter *filter;
  GtkSingleSelection *chosen;

  /* template */
  AdwLeaflet *leaflet;
  GtkStack *pages;
  GtkSearchEntry *search;
  GtkListView *list;
  GtkStack *found;
  AdwWindowTitle *heading;
  GtkWidget *back;
  GtkBox *details;
  GtkScrolledWindow *scroller;
};

G_DEFINE_FINAL_TYPE (CsManualWindow, cs_manual_window, ADW_TYPE_WINDOW)

/* --- what is said of one item --- */

static GtkWidget *
add_text (CsManualWindow *window, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (window->details, label);

  return label;
}

static void
add_heading (CsManualWindow *window, const char *text)
{
  gtk_widget_set_margin_top (add_text (window, text, "heading"), 9);
}

static void
add_clauses (CsManualWindow *window, const CsManualItem *item)
{
  if (item->bases->len > 0)
    add_heading (window, _ ("Clauses"));
  for (guint i = 0; i < item->bases->len; i++)
    {
      const CsReportBasis *basis = &g_array_index (item->bases, CsReportBasis, i);
      g_autofree char *status =
          *basis->edition == '\0' ? g_strdup (basis->status) :
                                    g_strdup_printf ("%s · %s", basis->edition, basis->status);

      add_text (window, basis->citation, NULL);
      add_text (window, status, basis->verified ? "dim-label" : "cs-warning");
    }
}

/* What is wrong in an example is underlined, as in the editor. */
static void
add_line (CsManualWindow *window, const CsReportLine *line)
{
  g_autofree char *text = cs_report_pieces_dup_text (line->pieces);
  GtkWidget *label =
      add_text (window, text, line->look == CS_LOOK_CAPTION ? "dim-label" : "cs-quote");
  g_autoptr (PangoAttrList) marks = pango_attr_list_new ();
  guint at = 0;

  for (guint i = 0; i < line->pieces->len; i++)
    {
      const CsReportPiece *piece = &g_array_index (line->pieces, CsReportPiece, i);
      PangoAttribute *mark = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);

      mark->start_index = at;
      at += strlen (piece->text);
      mark->end_index = at;
      if (piece->marked)
        pango_attr_list_insert (marks, mark);
      else
        pango_attribute_destroy (mark);
    }
  gtk_label_set_attributes (GTK_LABEL (label), marks);
}

static void
add_examples (CsManualWindow *window, const CsManualItem *item)
{
  for (guint i = 0; i < item->examples->len; i++)
    {
      const CsManualExample *example = item->examples->pdata[i];

      add_heading (window, example->bad ? _ ("Wrong") : _ ("Right"));
      for (guint j = 0; j < example->lines->len; j++)
        add_line (window, example->lines->pdata[j]);
    }
}

static void
show_item (CsManualWindow *window, const CsManualItem *item)
{
  g_autofree char *kind = g_strdup_printf ("%s · %s", item->severity_word, item->lists);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (window->details))) != NULL)
    gtk_box_remove (window->details, child);
  adw_window_title_set_title (window->heading, item->title);
  adw_window_title_set_subtitle (window->heading, item->id);
  add_text (window, item->title, "title-3");
  add_text (window, kind, "dim-label");
  if (*item->explain != '\0')
    add_text (window, item->explain, NULL);
  if (*item->question != '\0')
    {
      add_heading (window, _ ("What a person answers"));
      add_text (window, item->question, NULL);
    }
  add_clauses (window, item);
  if (*item->consequence != '\0')
    {
      add_heading (window, _ ("What may follow"));
      add_text (window, item->consequence, NULL);
    }
  add_examples (window, item);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (window->scroller), 0);
}

/* --- the list --- */

static gboolean
matches (gpointer entry, gpointer data)
{
  CsManualWindow *window = data;

  return cs_manual_item_matches (cs_manual_entry_get_item (entry),
                                 gtk_editable_get_text (GTK_EDITABLE (window->search)));
}

static void
on_search (CsManualWindow *window)
{
  gtk_filter_changed (window->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
on_found (CsManualWindow *window)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (window->chosen));

  gtk_stack_set_visible_child_name (window->found, n > 0 ? "list" : "nothing");
}

static void
on_chosen (CsManualWindow *window)
{
  CsManualEntry *entry = gtk_single_selection_get_selected_item (window->chosen);

  if (entry != NULL)
    show_item (window, cs_manual_entry_get_item (entry));
}

static void
on_activated (CsManualWindow *window)
{
  adw_leaflet_navigate (window->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
on_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsManualWindow *window = CS_MANUAL_WINDOW (widget);

  adw_leaflet_navigate (window->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "caption");
  gtk_widget_add_css_class (box, "cs-manual-row");
  gtk_list_item_set_child (row, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  GtkWidget *box = gtk_list_item_get_child (row);
  const CsManualItem *item = cs_manual_entry_get_item (gtk_list_item_get_item (row));
  g_autofree char *law =
      item->bases->len == 0 ?
          g_strdup (item->id) :
          g_strdup_printf ("%s · %s", item->id,
                           g_array_index (item->bases, CsReportBasis, 0).citation);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), item->title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), law);
}

/* --- loading --- */

static void
load (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_checklist_unref);
  g_auto (GStrv) ids = cs_checklist_list ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      CsChecklist *list = cs_checklist_load (ids[i], NULL); /* one of the user may make no sense */

      if (list != NULL)
        g_ptr_array_add (lists, list);
    }
  g_task_return_pointer (task, cs_manual_new (lists, cs_ui_language ()),
                         (GDestroyNotify)cs_manual_unref);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  CsManualWindow *window = CS_MANUAL_WINDOW (source);
  g_autoptr (CsManual) manual = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  if (window->entries == NULL || manual == NULL) /* closed meanwhile */
    return;

  window->manual = cs_manual_ref (manual);
  for (guint i = 0; i < manual->topics->len; i++)
    {
      const CsManualTopic *topic = manual->topics->pdata[i];

      for (guint j = 0; j < topic->items->len; j++)
        g_ptr_array_add (entries, cs_manual_entry_new (manual, topic->items->pdata[j]));
    }
  g_list_store_splice (window->entries, 0, 0, entries->pdata, entries->len);
  gtk_stack_set_visible_child_name (window->pages, "manual");
  gtk_widget_grab_focus (GTK_WIDGET (window->search));
}

/* --- the object --- */

static void
cs_manual_window_dispose (GObject *object)
{
  CsManualWindow *window = CS_MANUAL_WINDOW (object);

  if (window->chosen != NULL)
    g_signal_handlers_disconnect_by_data (window->chosen, window);
  if (window->filter != NULL)
    gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (window->filter), NULL, NULL, NULL);
  g_clear_object (&window->chosen);
  g_clear_object (&window->filter);
  g_clear_object (&window->entries);
  g_clear_pointer (&window->manual, cs_manual_unref);

  G_OBJECT_CLASS (cs_manual_window_parent_class)->dispose (object);
}

static void
cs_manual_window_class_init (CsManualWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_manual_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-manual-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsManualWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, CsManualWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CsManualWindow, search);
  gtk_widget_class_bind_template_child (widget_class, CsManualWindow, list);
  gtk_widget_class_bind_template_child (widget_class, CsManualWindow, found);
  gtk_widget_class_bind_template_child (widget_class, CsManualWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, CsManualWindow, back);
  gtk_widget_class_bind_template_child (widget_class, CsManualWindow, details);
  gtk_widget_class_bind_template_child (widget_class, CsManualWindow, scroller);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_install_action (widget_class, "manual.back", NULL, on_back);
}

static void
cs_manual_window_init (CsManualWindow *window)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered;

  gtk_widget_init_template (GTK_WIDGET (window));
  window->entries = g_list_store_new (CS_TYPE_MANUAL_ENTRY);
  window->filter = GTK_FILTER (gtk_custom_filter_new (matches, window, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (window->entries)),
                                        g_object_ref (window->filter));
  gtk_filter_list_model_set_incremental (filtered, TRUE);
  window->chosen = gtk_single_selection_new (G_LIST_MODEL (filtered));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (window->list, factory);
  gtk_list_view_set_model (window->list, GTK_SELECTION_MODEL (window->chosen));
  g_signal_connect_swapped (window->chosen, "notify::selected-item", G_CALLBACK (on_chosen),
                            window);
  g_signal_connect_swapped (window->chosen, "items-changed", G_CALLBACK (on_found), window);
  gtk_search_entry_set_key_capture_widget (window->search, GTK_WIDGET (window));
  g_object_bind_property (window->leaflet, "folded", window->back, "visible",
                          G_BINDING_SYNC_CREATE);
}

void
cs_manual_window_present (GtkWindow *parent, const char *query)
{
  CsManualWindow *window = g_object_new (CS_TYPE_MANUAL_WINDOW, "transient-for", parent, NULL);
  g_autoptr (GTask) task = g_task_new (window, NULL, on_loaded, NULL);

  if (query != NULL)
    gtk_editable_set_text (GTK_EDITABLE (window->search), query);
  g_task_run_in_thread (task, load);
  gtk_window_present (GTK_WINDOW (window));
}
