#include "cs-outline-pane.h"
#include "../../base/cs-position.h"
#include "cs-claim-actions.h"
#include "cs-outline-cell.h"

#define BUDGET_US 1500 /* of bringing cells up to date in one turn of the main loop */

struct _CsOutlinePane
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkListView *list;
  GtkPopover *menu;

  CsDocument *document;
  CsOutlineModel *model;
  GtkTreeListModel *tree;
  GtkSingleSelection *selection;
  GPtrArray *cells; /* those that show a row now, not owned */
  guint n_refreshed;
  guint refresh_source;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (CsOutlinePane, cs_outline_pane, GTK_TYPE_WIDGET)

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- places --- */

/* Index of the claim of @row in the draft as it is now. */
static guint
get_claim (CsOutlinePane *pane, CsOutlineRow *row)
{
  if (row == NULL || cs_outline_row_get_kind (row) != CS_OUTLINE_CLAIM)
    return CS_NO_INDEX;

  return cs_document_map_index (pane->document, CS_PART_CLAIMS,
                                cs_outline_row_get_where (row)->index);
}

static void
go_to_part (CsOutlinePane *pane, CsPart part, gboolean focus)
{
  if (part >= CS_PART_TITLE && part <= CS_PART_DESCRIPTION)
    cs_document_go_to (pane->document, part, 0, 0, focus);
}

/* How many code points stand before byte @at of the text of a unit, its number included. */
static guint
count_chars (const CsDraft *draft, const CsSpan *where, gsize at)
{
  const CsUnit *unit = cs_draft_get_unit (draft, where->part, where->index);
  const char *text = cs_text_get_string (draft->texts[where->part]);

  return cs_position_to_chars (text + unit->number_start, unit->end - unit->number_start,
                               unit->start - unit->number_start + at);
}

/* To the beginning of a claim or section; to the words of a figure or sign. */
static void
go_to_row (CsOutlinePane *pane, CsOutlineRow *row, gboolean focus)
{
  const CsSpan *where = cs_outline_row_get_where (row);
  CsOutlineKind kind = cs_outline_row_get_kind (row);
  const CsDraft *draft = cs_outline_model_get_view (pane->model)->result->draft;
  guint start, end;

  if (where->index == CS_NO_INDEX)
    {
      go_to_part (pane, where->part, focus);
      return;
    }

  start = end = cs_document_map_unit (pane->document, where->part, where->index, NULL);
  if (kind == CS_OUTLINE_FIGURE || kind == CS_OUTLINE_SIGN)
    {
      end = start + count_chars (draft, where, where->end);
      start += count_chars (draft, where, where->start);
    }
  cs_document_go_to (pane->document, where->part, start, end, focus);
}

/* --- what is chosen --- */

static CsOutlineRow *
get_selected (CsOutlinePane *pane)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (pane->selection);
  g_autoptr (CsOutlineRow) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return item; /* the model holds it */
}

/* The row of the tree for @row, or for the nearest above it that is shown. */
static GtkTreeListRow *
dup_tree_row (CsOutlinePane *pane, CsOutlineRow *row)
{
  CsOutlineRow *parent = cs_outline_row_get_parent (row);
  g_autoptr (GtkTreeListRow) above = NULL;
  GtkTreeListRow *found;

  if (parent == NULL)
    return gtk_tree_list_model_get_child_row (pane->tree, cs_outline_row_get_place (row));

  above = dup_tree_row (pane, parent);
  if (above == NULL)
    return NULL;

  found = gtk_tree_list_row_get_child_row (above, cs_outline_row_get_place (row));
  return found != NULL ? found : g_steal_pointer (&above);
}

/* Chooses the row of the place with the cursor, without going anywhere. */
static void
select_current (CsOutlinePane *pane)
{
  g_autoptr (GtkTreeListRow) tree_row = NULL;
  CsOutlineRow *row;
  guint part, unit, position;

  if (cs_outline_model_get_view (pane->model) == NULL)
    return;

  g_object_get (pane->document, "part", &part, "unit", &unit, NULL);
  row = cs_outline_model_find (pane->model, part, unit);
  tree_row = row != NULL ? dup_tree_row (pane, row) : NULL;
  if (tree_row == NULL)
    return;

  position = gtk_tree_list_row_get_position (tree_row);
  if (gtk_single_selection_get_selected (pane->selection) == position)
    return;

  pane->updating = TRUE;
  gtk_single_selection_set_selected (pane->selection, position);
  pane->updating = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (pane->list), "list.scroll-to-item", "u", position);
}

/* A claim chosen here may be a figure or a sign, whose row is not the one of the cursor. */
static void
on_selected (GtkSingleSelection *selection, GParamSpec *pspec, CsOutlinePane *pane)
{
  CsOutlineRow *row = get_selected (pane);

  if (pane->updating || row == NULL)
    return;

  pane->updating = TRUE;
  go_to_row (pane, row, FALSE);
  pane->updating = FALSE;
}

static void
on_activate (GtkListView *list, guint position, CsOutlinePane *pane)
{
  CsOutlineRow *row = get_selected (pane);

  if (row != NULL)
    go_to_row (pane, row, TRUE);
}

static void
on_place (CsDocument *document, GParamSpec *pspec, CsOutlinePane *pane)
{
  if (!pane->updating)
    select_current (pane);
}

/* A list keeps some 200 rows at hand, most of them out of sight: they are brought up to date bit by
 * bit. A cell that is bound meanwhile shows the new view anyway. */
static gboolean
refresh_cells (gpointer data)
{
  CsOutlinePane *pane = data;
  gint64 end_us = g_get_monotonic_time () + BUDGET_US;

  for (; pane->n_refreshed < pane->cells->len; pane->n_refreshed++)
    {
      CsOutlineCell *cell = g_ptr_array_index (pane->cells, pane->n_refreshed);

      if (g_get_monotonic_time () > end_us)
        return G_SOURCE_CONTINUE;
      cs_outline_cell_show (cell, pane->model, cs_outline_cell_get_row (cell));
    }

  pane->refresh_source = 0;
  return G_SOURCE_REMOVE;
}

static void
on_view (CsDocument *document, GParamSpec *pspec, CsOutlinePane *pane)
{
  CsFindingView *view = cs_document_get_view (document);

  if (view == NULL || view == cs_outline_model_get_view (pane->model))
    return;

  pane->updating = TRUE;
  cs_outline_model_update (pane->model, view);
  pane->updating = FALSE;
  pane->n_refreshed = 0;
  if (refresh_cells (pane) == G_SOURCE_CONTINUE && pane->refresh_source == 0)
    pane->refresh_source = g_idle_add (refresh_cells, pane);
  select_current (pane);
}

/* --- actions --- */

static void
report (CsOutlinePane *pane, GError *error)
{
  if (error == NULL)
    return;

  g_signal_emit (pane, signals[FAILED], 0, error->message);
  g_error_free (error);
}

static void
on_insert (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsOutlinePane *pane = CS_OUTLINE_PANE (widget);
  guint claim = get_claim (pane, get_selected (pane));
  gboolean dependent = g_str_equal (name, "outline.insert-dependent");
  GError *error = NULL;

  if (claim != CS_NO_INDEX)
    cs_claim_actions_insert (pane->document, claim, dependent ? claim : CS_NO_INDEX, &error);
  report (pane, error);
}

static void
on_move (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsOutlinePane *pane = CS_OUTLINE_PANE (widget);
  guint claim = get_claim (pane, get_selected (pane));
  GError *error = NULL;

  if (claim != CS_NO_INDEX)
    cs_claim_actions_step (pane->document, claim, g_str_equal (name, "outline.move-up") ? -1 : 1,
                           &error);
  report (pane, error);
}

static void
on_indent (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsOutlinePane *pane = CS_OUTLINE_PANE (widget);
  guint claim = get_claim (pane, get_selected (pane));
  GError *error = NULL;

  if (claim != CS_NO_INDEX)
    cs_claim_actions_indent (pane->document, claim, g_str_equal (name, "outline.outdent"), &error);
  report (pane, error);
}

static void
on_delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsOutlinePane *pane = CS_OUTLINE_PANE (widget);
  guint claim = get_claim (pane, get_selected (pane));
  GError *error = NULL;

  if (claim != CS_NO_INDEX)
    cs_claim_actions_delete (pane->document, claim, &error);
  report (pane, error);
}

static void
on_dropped (CsOutlineCell *cell, CsOutlineRow *dragged, int where, CsOutlinePane *pane)
{
  guint claim = get_claim (pane, dragged);
  guint target = get_claim (pane, cs_outline_cell_get_row (cell));
  GError *error = NULL;

  if (claim == CS_NO_INDEX || target == CS_NO_INDEX)
    return;

  if (where == 0)
    cs_claim_actions_set_parent (pane->document, claim, target, &error);
  else
    cs_claim_actions_move (pane->document, claim, where < 0 ? target : target + 1, &error);
  report (pane, error);
}

static void
popup_menu (CsOutlinePane *pane, const GdkRectangle *at)
{
  if (get_claim (pane, get_selected (pane)) == CS_NO_INDEX)
    return;

  gtk_popover_set_pointing_to (pane->menu, at);
  gtk_popover_popup (pane->menu);
}

static void
on_menu_key (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsOutlinePane *pane = CS_OUTLINE_PANE (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (pane->list));
  GdkRectangle at = { 0, 0, 1, 1 };
  graphene_rect_t bounds;

  if (focus != NULL && gtk_widget_compute_bounds (focus, widget, &bounds))
    at = (GdkRectangle){ bounds.origin.x + 24, bounds.origin.y + bounds.size.height, 1, 1 };
  popup_menu (pane, &at);
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *item)
{
  GtkWidget *expander = gtk_list_item_get_child (item);
  GtkWidget *widget = gtk_widget_get_ancestor (expander, CS_TYPE_OUTLINE_PANE);
  CsOutlinePane *pane = CS_OUTLINE_PANE (widget);
  double pane_x, pane_y;
  GdkRectangle at;

  gtk_single_selection_set_selected (pane->selection, gtk_list_item_get_position (item));
  gtk_widget_translate_coordinates (expander, widget, x, y, &pane_x, &pane_y);
  at = (GdkRectangle){ pane_x, pane_y, 1, 1 };
  popup_menu (pane, &at);
}

/* --- rows --- */

static GListModel *
create_children (gpointer item, gpointer data)
{
  GListModel *children = cs_outline_row_get_children (item);

  return children != NULL ? g_object_ref (children) : NULL;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, CsOutlinePane *pane)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *cell = cs_outline_cell_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (cell, "dropped", G_CALLBACK (on_dropped), pane);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), cell);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), item);
  gtk_widget_add_controller (expander, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, expander);
}

static CsOutlineCell *
get_cell (GtkListItem *item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));

  return CS_OUTLINE_CELL (gtk_tree_expander_get_child (expander));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, CsOutlinePane *pane)
{
  GtkTreeListRow *tree_row = gtk_list_item_get_item (item);
  g_autoptr (CsOutlineRow) row = gtk_tree_list_row_get_item (tree_row);
  CsOutlineCell *cell = get_cell (item);

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), tree_row);
  cs_outline_cell_show (cell, pane->model, row);
  g_ptr_array_add (pane->cells, cell);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, CsOutlinePane *pane)
{
  CsOutlineCell *cell = get_cell (item);

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), NULL);
  cs_outline_cell_show (cell, pane->model, NULL);
  g_ptr_array_remove (pane->cells, cell);
  pane->n_refreshed = 0;
}

static void
cs_outline_pane_dispose (GObject *object)
{
  CsOutlinePane *pane = CS_OUTLINE_PANE (object);

  g_clear_handle_id (&pane->refresh_source, g_source_remove);
  if (pane->list != NULL)
    gtk_list_view_set_model (pane->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (pane), CS_TYPE_OUTLINE_PANE);
  g_clear_object (&pane->selection);
  pane->tree = NULL;
  g_clear_pointer (&pane->model, cs_outline_model_free);
  g_clear_object (&pane->document);

  G_OBJECT_CLASS (cs_outline_pane_parent_class)->dispose (object);
}

static void
cs_outline_pane_finalize (GObject *object)
{
  g_ptr_array_unref (CS_OUTLINE_PANE (object)->cells);

  G_OBJECT_CLASS (cs_outline_pane_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "outline.insert", NULL, on_insert);
  gtk_widget_class_install_action (widget_class, "outline.insert-dependent", NULL, on_insert);
  gtk_widget_class_install_action (widget_class, "outline.move-up", NULL, on_move);
  gtk_widget_class_install_action (widget_class, "outline.move-down", NULL, on_move);
  gtk_widget_class_install_action (widget_class, "outline.indent", NULL, on_indent);
  gtk_widget_class_install_action (widget_class, "outline.outdent", NULL, on_indent);
  gtk_widget_class_install_action (widget_class, "outline.delete", NULL, on_delete);
  gtk_widget_class_install_action (widget_class, "outline.menu", NULL, on_menu_key);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "outline.move-up",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "outline.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_bracketright, GDK_CONTROL_MASK,
                                       "outline.indent", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_bracketleft, GDK_CONTROL_MASK,
                                       "outline.outdent", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "outline.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "outline.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "outline.menu",
                                       NULL);
}

static void
cs_outline_pane_class_init (CsOutlinePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_outline_pane_dispose;
  object_class->finalize = cs_outline_pane_finalize;

  signals[FAILED] = g_signal_new ("failed", CS_TYPE_OUTLINE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-outline-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CsOutlinePane, scroller);
  gtk_widget_class_bind_template_child (widget_class, CsOutlinePane, list);
  gtk_widget_class_bind_template_child (widget_class, CsOutlinePane, menu);
  install_actions (widget_class);
}

static void
cs_outline_pane_init (CsOutlinePane *pane)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GListModel *roots;

  gtk_widget_init_template (GTK_WIDGET (pane));
  pane->cells = g_ptr_array_new ();
  pane->model = cs_outline_model_new ();
  roots = g_object_ref (cs_outline_model_get_roots (pane->model));
  pane->tree = gtk_tree_list_model_new (roots, FALSE, TRUE, create_children, NULL, NULL);
  pane->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (pane->selection, FALSE);
  gtk_single_selection_set_can_unselect (pane->selection, TRUE);
  gtk_single_selection_set_model (pane->selection, G_LIST_MODEL (pane->tree));
  g_object_unref (pane->tree);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), pane);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), pane);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), pane);
  gtk_list_view_set_factory (pane->list, factory);
  gtk_list_view_set_model (pane->list, GTK_SELECTION_MODEL (pane->selection));
  g_signal_connect_object (pane->selection, "notify::selected-item", G_CALLBACK (on_selected),
                           pane, 0);
  g_signal_connect_object (pane->list, "activate", G_CALLBACK (on_activate), pane, 0);
}

GtkWidget *
cs_outline_pane_new (CsDocument *document)
{
  CsOutlinePane *pane = g_object_new (CS_TYPE_OUTLINE_PANE, NULL);

  pane->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::view", G_CALLBACK (on_view), pane, 0);
  g_signal_connect_object (document, "notify::part", G_CALLBACK (on_place), pane, 0);
  g_signal_connect_object (document, "notify::unit", G_CALLBACK (on_place), pane, 0);
  on_view (document, NULL, pane);

  return GTK_WIDGET (pane);
}
