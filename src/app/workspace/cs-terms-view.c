#include <string.h>

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "../../language/cs-fold.h"
#include "cs-terms-columns.h"
#include "cs-terms-view-private.h"

G_DEFINE_FINAL_TYPE (CsTermsView, cs_terms_view, GTK_TYPE_WIDGET)

const CsTermInfo *
cs_terms_view_get_chosen (CsTermsView *view)
{
  CsTermItem *item = gtk_single_selection_get_selected_item (view->selection);

  return item == NULL ? NULL : cs_term_item_get_info (item);
}

/* --- what is chosen --- */

static void
update_actions (CsTermsView *view)
{
  GtkWidget *widget = GTK_WIDGET (view);
  const CsTermInfo *info = cs_terms_view_get_chosen (view);
  gboolean fresh = info != NULL && !cs_document_is_stale (view->document);
  gboolean editable;

  g_object_get (view->document, "editable", &editable, NULL);
  gtk_widget_action_set_enabled (widget, "terms.go", info != NULL);
  gtk_widget_action_set_enabled (widget, "terms.rename", fresh && editable);
  gtk_widget_action_set_enabled (widget, "terms.is-term",
                                 info != NULL && editable &&
                                     info->state != CS_TERM_STATE_CONFIRMED);
  gtk_widget_action_set_enabled (widget, "terms.ends-here", info != NULL && editable);
  gtk_widget_action_set_enabled (widget, "terms.never-report",
                                 info != NULL && editable && info->state != CS_TERM_STATE_SILENT);
  gtk_widget_action_set_enabled (widget, "terms.forget", info != NULL && editable && info->said);
}

static void
on_selected (CsTermsView *view)
{
  const CsTermInfo *info = cs_terms_view_get_chosen (view);

  if (!view->updating)
    g_object_set (view->document, "term", info == NULL ? NULL : info->key, NULL);
  update_actions (view);
}

static guint
find_position (CsTermsView *view, const char *key)
{
  GListModel *model = G_LIST_MODEL (view->selection);

  for (guint i = 0; key != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (CsTermItem) item = g_list_model_get_item (model, i);

      if (strcmp (cs_term_item_get_info (item)->key, key) == 0)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* The chosen term of the document is that of the table. */
static void
on_term (CsTermsView *view)
{
  g_autofree char *key = NULL;
  guint position;

  g_object_get (view->document, "term", &key, NULL);
  position = find_position (view, key);
  if (gtk_single_selection_get_selected (view->selection) == position)
    return;

  view->updating = TRUE;
  gtk_single_selection_set_selected (view->selection, position);
  view->updating = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (view->table)),
                                "list.scroll-to-item", "u", position);
}

/* --- what there is --- */

static void
show_count (CsTermsView *view)
{
  guint n_terms = g_list_model_get_n_items (G_LIST_MODEL (view->items));
  guint n_without = 0;
  g_autofree char *terms = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n_terms; i++)
    {
      g_autoptr (CsTermItem) item = g_list_model_get_item (G_LIST_MODEL (view->items), i);

      n_without += cs_term_item_get_info (item)->state == CS_TERM_STATE_NO_BASIS;
    }
  terms = g_strdup_printf (ngettext ("%u term", "%u terms", n_terms), n_terms);
  if (n_without > 0)
    /* Translators: "46 terms, 3 without basis" */
    text = g_strdup_printf (ngettext ("%s, %u without basis", "%s, %u without basis", n_without),
                            terms, n_without);
  gtk_label_set_label (view->count, text != NULL ? text : terms);
  gtk_widget_set_visible (GTK_WIDGET (view->count), n_terms > 0);
}

static void
show_page (CsTermsView *view)
{
  const char *page = "table";

  if (g_list_model_get_n_items (G_LIST_MODEL (view->items)) == 0)
    page = "empty";
  else if (g_list_model_get_n_items (G_LIST_MODEL (view->selection)) == 0)
    page = "nothing";
  gtk_stack_set_visible_child_name (view->stack, page);
  gtk_widget_set_visible (view->bar, strcmp (page, "empty") != 0);
  gtk_widget_set_sensitive (GTK_WIDGET (view->search), strcmp (page, "empty") != 0);
}

/* Puts @items in, and leaves alone the rows at both ends that say what they said. */
static void
replace_items (CsTermsView *view, const GPtrArray *items)
{
  GListModel *model = G_LIST_MODEL (view->items);
  guint n_old = g_list_model_get_n_items (model);
  guint head = 0;
  guint tail = 0;

  for (; head < MIN (n_old, items->len); head++)
    {
      g_autoptr (CsTermItem) old = g_list_model_get_item (model, head);

      if (!cs_term_item_equal (old, items->pdata[head]))
        break;
    }
  for (; tail < MIN (n_old, items->len) - head; tail++)
    {
      g_autoptr (CsTermItem) old = g_list_model_get_item (model, n_old - 1 - tail);

      if (!cs_term_item_equal (old, items->pdata[items->len - 1 - tail]))
        break;
    }
  if (head + tail < MAX (n_old, items->len))
    g_list_store_splice (view->items, head, n_old - head - tail, items->pdata + head,
                         items->len - head - tail);
}

/* A term that was renamed stays chosen. */
static void
choose_renamed (CsTermsView *view, const GPtrArray *items)
{
  if (view->renamed == NULL || cs_document_is_stale (view->document))
    return;

  for (guint i = 0; i < items->len; i++)
    {
      const CsTermInfo *info = cs_term_item_get_info (items->pdata[i]);

      if (g_ascii_strcasecmp (info->name, view->renamed) == 0)
        g_object_set (view->document, "term", info->key, NULL);
    }
  g_clear_pointer (&view->renamed, g_free);
}

static void
on_exam (CsTermsView *view)
{
  g_autoptr (GPtrArray) items = NULL;

  view->due = !gtk_widget_get_mapped (GTK_WIDGET (view));
  if (view->due)
    return;

  items = cs_term_items_list (view->document);

  view->updating = TRUE;
  replace_items (view, items);
  view->updating = FALSE;
  choose_renamed (view, items);
  on_term (view);
  show_count (view);
  show_page (view);
  update_actions (view);
}

static void
on_stale (CsTermsView *view)
{
  if (cs_document_is_stale (view->document))
    gtk_widget_add_css_class (GTK_WIDGET (view->table), "stale");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (view->table), "stale");
  update_actions (view);
}

/* --- searching --- */

static char *
dup_folded (const char *text)
{
  g_autoptr (CsFolded) folded = cs_fold (text, strlen (text), CS_FOLD_CASE);

  return g_steal_pointer (&folded->text);
}

static gboolean
is_searched (gpointer item, gpointer data)
{
  const CsTermsView *view = data;
  const CsTermInfo *info = cs_term_item_get_info (item);
  g_autofree char *name = dup_folded (info->name);
  g_autofree char *sign = dup_folded (info->sign);

  return view->searched == NULL || *view->searched == '\0' || strstr (name, view->searched) ||
         strcmp (sign, view->searched) == 0;
}

static void
on_search (CsTermsView *view)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (view->search)));

  g_free (view->searched);
  view->searched = dup_folded (words);
  view->updating = TRUE; /* what is filtered away stays chosen */
  gtk_filter_changed (view->filter, GTK_FILTER_CHANGE_DIFFERENT);
  view->updating = FALSE;
  on_term (view);
  show_page (view);
}

static void
on_stop_search (CsTermsView *view)
{
  gtk_editable_set_text (view->search, "");
  on_search (view);
  gtk_widget_grab_focus (GTK_WIDGET (view->table));
}

/* Enter in the entry: the first row that was found. */
static void
on_search_activate (CsTermsView *view)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (view->selection)) == 0)
    return;

  if (cs_terms_view_get_chosen (view) == NULL)
    gtk_single_selection_set_selected (view->selection, 0);
  gtk_widget_grab_focus (GTK_WIDGET (view->table));
}

void
cs_terms_view_search (CsTermsView *view)
{
  gtk_widget_grab_focus (GTK_WIDGET (view->search));
}

/* --- room --- */

/* Children are not changed while sizes are given out. */
static gboolean
on_fit (gpointer data)
{
  CsTermsView *view = data;

  view->fit_source = 0;
  cs_terms_columns_fit (view->table, view->width);

  return G_SOURCE_REMOVE;
}

static void
present (GtkPopover *popover)
{
  if (popover != NULL)
    gtk_popover_present (popover);
}

static void
cs_terms_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CsTermsView *view = CS_TERMS_VIEW (widget);

  gtk_widget_allocate (view->box, width, height, baseline, NULL);
  if (width != view->width && view->fit_source == 0)
    view->fit_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_fit, view, NULL);
  view->width = width;
  present (view->menu);
  present (view->renamer);
  present (view->ender);
}

static void
cs_terms_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  gtk_widget_measure (CS_TERMS_VIEW (widget)->box, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

/* --- the object --- */

static void
cs_terms_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cs_terms_view_parent_class)->map (widget);

  if (CS_TERMS_VIEW (widget)->due)
    on_exam (CS_TERMS_VIEW (widget));
}

static void
cs_terms_view_dispose (GObject *object)
{
  CsTermsView *view = CS_TERMS_VIEW (object);

  g_clear_handle_id (&view->fit_source, g_source_remove);
  g_clear_pointer ((GtkWidget **)&view->menu, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **)&view->renamer, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **)&view->ender, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_TERMS_VIEW);
  g_clear_object (&view->selection);
  g_clear_object (&view->items);
  g_clear_pointer (&view->searched, g_free);
  g_clear_pointer (&view->renamed, g_free);
  g_clear_object (&view->document);

  G_OBJECT_CLASS (cs_terms_view_parent_class)->dispose (object);
}

static void
cs_terms_view_class_init (CsTermsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_terms_view_dispose;
  widget_class->map = cs_terms_view_map;
  widget_class->measure = cs_terms_view_measure;
  widget_class->size_allocate = cs_terms_view_size_allocate;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-terms-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CsTermsView, box);
  gtk_widget_class_bind_template_child (widget_class, CsTermsView, search);
  gtk_widget_class_bind_template_child (widget_class, CsTermsView, count);
  gtk_widget_class_bind_template_child (widget_class, CsTermsView, stack);
  gtk_widget_class_bind_template_child (widget_class, CsTermsView, table);
  gtk_widget_class_bind_template_child (widget_class, CsTermsView, bar);
  gtk_widget_class_bind_template_child (widget_class, CsTermsView, term_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  cs_terms_view_install_actions (widget_class);
}

static void
cs_terms_view_init (CsTermsView *view)
{
  gtk_widget_init_template (GTK_WIDGET (view));
}

/* The terms, filtered and sorted, one of them chosen. */
static void
set_model (CsTermsView *view)
{
  GtkFilterListModel *found;
  GtkSortListModel *sorted;

  view->items = g_list_store_new (CS_TYPE_TERM_ITEM);
  view->filter = GTK_FILTER (gtk_custom_filter_new (is_searched, view, NULL));
  found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (view->items)), view->filter);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (found),
                                    g_object_ref (gtk_column_view_get_sorter (view->table)));
  view->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (view->selection, FALSE);
  gtk_single_selection_set_can_unselect (view->selection, TRUE);
  gtk_column_view_set_model (view->table, GTK_SELECTION_MODEL (view->selection));
  g_signal_connect_object (view->selection, "notify::selected-item", G_CALLBACK (on_selected),
                           view, G_CONNECT_SWAPPED);
}

GtkWidget *
cs_terms_view_new (CsDocument *document)
{
  CsTermsView *view = g_object_new (CS_TYPE_TERMS_VIEW, NULL);

  view->document = g_object_ref (document);
  cs_terms_view_add_rows (view);
  set_model (view);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (view->search),
                                           GTK_WIDGET (view->table));
  g_signal_connect_object (document, "notify::view", G_CALLBACK (on_exam), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::stale", G_CALLBACK (on_stale), view,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::editable", G_CALLBACK (update_actions), view,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::term", G_CALLBACK (on_term), view, G_CONNECT_SWAPPED);
  view->due = TRUE;
  on_stale (view);

  return GTK_WIDGET (view);
}
