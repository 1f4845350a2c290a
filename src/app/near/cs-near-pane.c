#include "cs-near-pane.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "../widgets/cs-names.h"
#include "cs-near-cell.h"

#define MAX_FAMILIES 30
#define PATIENCE_MS 300 /* before a spinner turns */

struct _CsNearPane
{
  GtkBox parent_instance;

  CsDocument *document;
  CsNearList *list;
  GListStore *answer_rows;
  GListStore *family_rows;
  guint claim;         /* that was asked about last */
  CsNearItem *item;    /* the family that is shown, nullable */
  GCancellable *loads; /* its claims */
  guint patience;      /* source of the spinner */
  gboolean is_setting; /* the check button follows, nobody clicked */

  /* template */
  GtkWidget *back;
  GtkLabel *title;
  GtkSpinner *spinner;
  GtkWidget *stop;
  GtkWidget *again;
  GtkWidget *bar;
  GtkCheckButton *limit;
  GtkLabel *notice;
  GtkWidget *family_head;
  GtkLabel *family_title;
  GtkLabel *family_note;
  GtkWidget *open;
  GtkStack *stack;
  AdwStatusPage *failed;
  GtkListView *answer_view;
  GtkListView *family_view;
  GtkWidget *foot;
};

G_DEFINE_FINAL_TYPE (CsNearPane, cs_near_pane, GTK_TYPE_BOX)

enum
{
  LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what is shown --- */

static CsNearAnswer *
dup_answer (CsNearPane *pane)
{
  CsNearAnswer *answer;

  g_object_get (pane->list, "answer", &answer, NULL);

  return answer;
}

static const char *
choose_page (CsNearPane *pane, const CsNearAnswer *answer)
{
  g_autofree char *error = NULL;
  gboolean searching;
  gboolean empty;

  g_object_get (pane->list, "searching", &searching, "empty", &empty, "error", &error, NULL);
  if (pane->item != NULL)
    return "family";
  if (answer != NULL && !empty)
    return answer->features->len > 0 ? "answer" : "no-text";
  if (searching)
    return "busy";
  if (empty)
    return "empty";

  return error != NULL ? "failed" : "start";
}

static void
update_title (CsNearPane *pane, const CsNearAnswer *answer)
{
  g_autofree char *title = NULL;
  const char *tooltip = pane->item != NULL ? _ ("Back to the families (Esc)") :
                                             _ ("Back to the findings (Esc)");

  if (answer != NULL && answer->number > 0)
    title = g_strdup_printf (_ ("Prior art near claim %u"), answer->number);
  gtk_label_set_text (pane->title, title != NULL ? title : _ ("Prior art"));
  gtk_widget_set_tooltip_text (pane->back, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (pane->back), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tooltip, -1);
}

static void
update_family (CsNearPane *pane)
{
  const CsNearHit *hit;
  g_autofree char *date = NULL;
  g_autofree char *note = NULL;

  gtk_widget_set_visible (pane->family_head, pane->item != NULL);
  if (pane->item == NULL)
    return;

  hit = cs_near_item_get_hit (pane->item);
  date = cs_office_date_dup_text (hit->date);
  note = g_strjoin (" · ", hit->number, *date != '\0' ? date : hit->applicant,
                    *date != '\0' && *hit->applicant != '\0' ? hit->applicant : NULL, NULL);
  gtk_label_set_text (pane->family_title, hit->title);
  gtk_label_set_text (pane->family_note, note);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (pane->open), "x", hit->near->family);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (pane->open), "win.open-family");
}

static void
update (CsNearPane *pane)
{
  g_autoptr (CsNearAnswer) answer = dup_answer (pane);
  const char *page = choose_page (pane, answer);
  g_autofree char *error = NULL;

  g_object_get (pane->list, "error", &error, NULL);
  adw_status_page_set_description (pane->failed, error);
  if (error != NULL && answer != NULL) /* what was found stays */
    {
      gtk_label_set_text (pane->notice, error);
      gtk_widget_set_visible (GTK_WIDGET (pane->notice), TRUE);
    }
  gtk_stack_set_visible_child_name (pane->stack, page);
  gtk_widget_set_visible (pane->foot, answer != NULL && answer->families->len > 0);
  gtk_widget_set_visible (pane->bar, pane->item == NULL &&
                                         (gtk_widget_get_visible (GTK_WIDGET (pane->limit)) ||
                                          gtk_widget_get_visible (GTK_WIDGET (pane->notice))));
  update_title (pane, answer);
  update_family (pane);
}

static void
replace_rows (GListStore *store, GPtrArray *rows)
{
  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), rows->pdata,
                       rows->len);
}

/* --- one family --- */

static void
drop_family (CsNearPane *pane)
{
  g_cancellable_cancel (pane->loads);
  g_clear_object (&pane->loads);
  g_clear_object (&pane->item);
}

static void
on_claims (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsNearPane) pane = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsNearClaims) claims = cs_near_list_load_claims_finish (result, &error);
  g_autoptr (GPtrArray) rows = NULL;
  guint n_before;

  if (pane->item == NULL || g_task_get_cancellable (G_TASK (result)) != pane->loads)
    return; /* another one is shown, or none */

  if (claims == NULL)
    {
      gtk_label_set_text (pane->notice, error->message);
      return;
    }

  /* Only what is new: what one looks at stays where it is. */
  rows = cs_near_rows_list_family (pane->item, claims);
  n_before = g_list_model_get_n_items (G_LIST_MODEL (pane->family_rows));
  g_list_store_splice (pane->family_rows, n_before, 0, rows->pdata + n_before,
                       rows->len - n_before);
}

static void
show_family (CsNearPane *pane, CsNearItem *item)
{
  g_autoptr (GPtrArray) rows = cs_near_rows_list_family (item, NULL);

  drop_family (pane);
  pane->item = g_object_ref (item);
  pane->loads = g_cancellable_new ();
  replace_rows (pane->family_rows, rows);
  cs_near_list_load_claims (pane->list, item, pane->loads, on_claims, g_object_ref (pane));
  update (pane);
  gtk_widget_child_focus (GTK_WIDGET (pane->family_view), GTK_DIR_TAB_FORWARD);
}

/* --- a feature, in the claim --- */

/* The text may have changed since it was asked about. */
static void
show_feature (CsNearPane *pane, const CsNearFeature *feature)
{
  CsDraft *draft = cs_document_get_draft (pane->document);
  g_autofree char *words = NULL;

  if (feature->span.index < cs_draft_get_n_units (draft, CS_PART_CLAIMS))
    words = cs_draft_dup_span_text (draft, &feature->span);
  if (g_strcmp0 (words, feature->text) == 0)
    cs_document_show_span (pane->document, &feature->span);
  else
    gtk_widget_error_bell (GTK_WIDGET (pane));
}

static void
on_activate (CsNearPane *pane, guint position, GtkListView *view)
{
  GListStore *rows = view == pane->answer_view ? pane->answer_rows : pane->family_rows;
  g_autoptr (CsNearRow) row = g_list_model_get_item (G_LIST_MODEL (rows), position);

  if (row == NULL)
    return;
  if (row->kind == CS_NEAR_ROW_FAMILY)
    show_family (pane, row->item);
  else if (row->kind == CS_NEAR_ROW_FEATURE)
    show_feature (pane, row->feature);
}

/* --- searching --- */

static gboolean
on_patience (gpointer data)
{
  CsNearPane *pane = data;

  pane->patience = 0;
  gtk_widget_set_visible (GTK_WIDGET (pane->spinner), TRUE);
  gtk_spinner_start (pane->spinner);

  return G_SOURCE_REMOVE;
}

static void
on_searching (CsNearPane *pane)
{
  gboolean searching;

  g_object_get (pane->list, "searching", &searching, NULL);
  g_clear_handle_id (&pane->patience, g_source_remove);
  if (searching)
    pane->patience = g_timeout_add (PATIENCE_MS, on_patience, pane);
  else
    gtk_spinner_stop (pane->spinner);
  gtk_widget_set_visible (GTK_WIDGET (pane->spinner), FALSE);
  gtk_widget_set_visible (pane->stop, searching);
  gtk_widget_set_visible (pane->again, !searching);
  update (pane);
}

static void
on_answer (CsNearPane *pane)
{
  g_autoptr (GPtrArray) rows = NULL;

  drop_family (pane);
  rows = cs_near_rows_list_answer (pane->list);
  replace_rows (pane->answer_rows, rows);
  gtk_widget_set_visible (GTK_WIDGET (pane->notice), FALSE);
  update (pane);
}

static void
on_stale (CsNearPane *pane, gpointer source)
{
  g_autoptr (CsNearAnswer) answer = dup_answer (pane);

  if (answer == NULL)
    return;

  gtk_label_set_text (pane->notice, CS_IS_DOCUMENT (source) ?
                                        _ ("The draft has changed since this search") :
                                        _ ("The library has changed since this search"));
  gtk_widget_set_visible (GTK_WIDGET (pane->notice), TRUE);
  update (pane);
}

/* Offers to look only before the day that the filing sheet tells of. */
static CsOfficeDate
update_limit (CsNearPane *pane)
{
  CsOfficeDate before = cs_near_get_date (cs_document_get_request (pane->document));
  g_autofree char *date = cs_office_date_dup_text (before);
  g_autofree char *label =
      g_strdup_printf (_ ("Only what was published before %s"), date);

  gtk_check_button_set_label (pane->limit, label);
  gtk_widget_set_visible (GTK_WIDGET (pane->limit), *date != '\0');
  if (!gtk_check_button_get_active (pane->limit))
    return CS_OFFICE_DATE_UNKNOWN;

  return before;
}

void
cs_near_pane_find (CsNearPane *pane, guint claim)
{
  CsNearQuestion question = { NULL, claim, CS_OFFICE_DATE_UNKNOWN, MAX_FAMILIES,
                              cs_ui_language () };

  g_return_if_fail (CS_IS_NEAR_PANE (pane));

  pane->claim = claim;
  question.draft = cs_document_get_draft (pane->document);
  question.before = update_limit (pane);
  cs_near_list_find (pane->list, &question);
}

static void
on_limit (CsNearPane *pane)
{
  if (pane->claim != CS_NO_INDEX)
    cs_near_pane_find (pane, pane->claim);
}

/* --- actions --- */

static void
on_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsNearPane *pane = CS_NEAR_PANE (widget);

  if (pane->item == NULL)
    {
      g_signal_emit (pane, signals[LEAVE], 0);
      return;
    }

  drop_family (pane);
  update (pane);
  gtk_widget_child_focus (GTK_WIDGET (pane->answer_view), GTK_DIR_TAB_FORWARD);
}

static void
on_stop (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_near_list_stop (CS_NEAR_PANE (widget)->list);
}

/* --- rows --- */

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, cs_near_cell_new ());
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  CsNearRow *row = gtk_list_item_get_item (item);

  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_activatable (item, row->kind == CS_NEAR_ROW_FAMILY ||
                                           row->kind == CS_NEAR_ROW_FEATURE);
  cs_near_cell_set_row (CS_NEAR_CELL (gtk_list_item_get_child (item)), row);
}

static void
set_model (CsNearPane *pane, GtkListView *view, GListStore **rows)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection;

  *rows = g_list_store_new (CS_TYPE_NEAR_ROW);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (*rows)));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (view, factory);
  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (selection));
  g_object_unref (factory);
  g_object_unref (selection);
}

/* --- the widget --- */

static void
cs_near_pane_dispose (GObject *object)
{
  CsNearPane *pane = CS_NEAR_PANE (object);

  g_clear_handle_id (&pane->patience, g_source_remove);
  drop_family (pane);
  if (pane->list != NULL)
    cs_near_list_stop (pane->list);
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_NEAR_PANE);
  g_clear_object (&pane->answer_rows);
  g_clear_object (&pane->family_rows);
  g_clear_object (&pane->list);
  g_clear_object (&pane->document);

  G_OBJECT_CLASS (cs_near_pane_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CsNearPane, back);
  gtk_widget_class_bind_template_child (widget_class, CsNearPane, title);
  gtk_widget_class_bind_template_child (widget_class, CsNearPane, spinner);
  gtk_widget_class_bind_template_child (widget_class, CsNearPane, stop);
  gtk_widget_class_bind_template_child (widget_class, CsNearPane, again);
  gtk_widget_class_bind_template_child (widget_class, CsNearPane, bar);
  gtk_widget_class_bind_template_child (widget_class, CsNearPane, limit);
  gtk_widget_class_bind_template_child (widget_class, CsNearPane, notice);
  gtk_widget_class_bind_template_child (widget_class, CsNearPane, family_head);
  gtk_widget_class_bind_template_child (widget_class, CsNearPane, family_title);
  gtk_widget_class_bind_template_child (widget_class, CsNearPane, family_note);
  gtk_widget_class_bind_template_child (widget_class, CsNearPane, open);
  gtk_widget_class_bind_template_child (widget_class, CsNearPane, stack);
  gtk_widget_class_bind_template_child (widget_class, CsNearPane, failed);
  gtk_widget_class_bind_template_child (widget_class, CsNearPane, answer_view);
  gtk_widget_class_bind_template_child (widget_class, CsNearPane, family_view);
  gtk_widget_class_bind_template_child (widget_class, CsNearPane, foot);
}

static void
cs_near_pane_class_init (CsNearPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_near_pane_dispose;

  signals[LEAVE] = g_signal_new ("leave", CS_TYPE_NEAR_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-near-pane.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_limit);
  gtk_widget_class_install_action (widget_class, "near.back", NULL, on_back);
  gtk_widget_class_install_action (widget_class, "near.stop", NULL, on_stop);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "near.back", NULL);
}

static void
cs_near_pane_init (CsNearPane *pane)
{
  gtk_widget_init_template (GTK_WIDGET (pane));
  pane->claim = CS_NO_INDEX;
  set_model (pane, pane->answer_view, &pane->answer_rows);
  set_model (pane, pane->family_view, &pane->family_rows);
}

GtkWidget *
cs_near_pane_new (CsDocument *document, CsLibraryService *library)
{
  CsNearPane *pane = g_object_new (CS_TYPE_NEAR_PANE, NULL);

  pane->document = g_object_ref (document);
  pane->list = cs_near_list_new (library);
  g_signal_connect_object (pane->list, "notify::answer", G_CALLBACK (on_answer), pane,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pane->list, "notify::searching", G_CALLBACK (on_searching), pane,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_stale), pane, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "changed", G_CALLBACK (on_stale), pane, G_CONNECT_SWAPPED);
  update_limit (pane);
  on_searching (pane);

  return GTK_WIDGET (pane);
}

guint
cs_near_pane_get_claim (CsNearPane *pane)
{
  return pane->claim;
}

CsNearList *
cs_near_pane_get_list (CsNearPane *pane)
{
  return pane->list;
}
