#include "cs-members-view.h"

#include <glib/gi18n-lib.h>

#include "../../report/family/cs-family-words.h"
#include "cs-family-cells.h"
#include "cs-legal-words.h"
#include "cs-member.h"

struct _CsMembersView
{
  CsFamilyTab parent_instance;

  GtkColumnView *table;

  GtkSingleSelection *selection; /* over a tree; nullable */
};

G_DEFINE_FINAL_TYPE (CsMembersView, cs_members_view, CS_TYPE_FAMILY_TAB)

/* --- cells --- */

static void
bind_number (GtkWidget *cell, gpointer member)
{
  gboolean is_publication = cs_member_get_publication (member) != NULL;

  gtk_label_set_text (GTK_LABEL (cell), cs_member_get_number (member)->printed);
  if (is_publication)
    gtk_widget_remove_css_class (cell, "cs-strong");
  else
    gtk_widget_add_css_class (cell, "cs-strong");
}

static void
bind_office (GtkWidget *cell, gpointer member)
{
  const CsApplication *application = cs_member_get_application (member);

  gtk_label_set_text (GTK_LABEL (cell), cs_member_get_publication (member) != NULL ?
                                            "" :
                                            cs_legal_get_office (application->number));
}

static void
bind_kind (GtkWidget *cell, gpointer member)
{
  gtk_label_set_text (GTK_LABEL (cell), cs_member_get_number (member)->kind);
}

static void
bind_date (GtkWidget *cell, gpointer member)
{
  g_autofree char *date = cs_office_date_dup_text (cs_member_get_number (member)->date);

  gtk_label_set_text (GTK_LABEL (cell), *date != '\0' ? date : "–");
}

static void
bind_state (GtkWidget *cell, gpointer member)
{
  CsLegalState state = cs_member_get_application (member)->status.state;
  gboolean is_publication = cs_member_get_publication (member) != NULL;
  GtkImage *image;
  GtkLabel *label;

  cs_state_cell_get (cell, &image, &label);
  cs_legal_state_show (image, state);
  gtk_widget_set_visible (GTK_WIDGET (image), !is_publication);
  gtk_label_set_text (label, is_publication ? "" : cs_legal_state_get_word (state));
}

static void
bind_reason (GtkWidget *cell, gpointer member)
{
  g_autofree char *reason = NULL;

  if (cs_member_get_publication (member) == NULL)
    reason = cs_application_dup_reason_words (cs_member_get_application (member));
  gtk_label_set_text (GTK_LABEL (cell), reason != NULL ? reason : "");
}

static void
bind_claims (GtkWidget *cell, gpointer member)
{
  const CsPublication *publication = cs_member_get_publication (member);

  gtk_label_set_text (GTK_LABEL (cell), publication != NULL ? publication->languages : "");
}

static void
bind_source (GtkWidget *cell, gpointer member)
{
  const CsPublication *publication = cs_member_get_publication (member);

  gtk_label_set_text (GTK_LABEL (cell),
                      publication != NULL ? cs_family_source_get_word (publication->source) : "");
}

static const CsCellColumn columns[] = {
  { N_ ("Application, publications"), cs_number_cell_new, bind_number, 230, 0, TRUE },
  { N_ ("Office"), cs_text_cell_new, bind_office, 70, 900, FALSE },
  { N_ ("Kind"), cs_text_cell_new, bind_kind, 64, 560, FALSE },
  { N_ ("Date"), cs_number_cell_new, bind_date, 112, 460, FALSE },
  { N_ ("Status"), cs_state_cell_new, bind_state, 176, 0, FALSE },
  { N_ ("Decided by"), cs_text_cell_new, bind_reason, 0, 700, FALSE },
  { N_ ("Claims"), cs_text_cell_new, bind_claims, 80, 1000, FALSE },
  { N_ ("Source"), cs_text_cell_new, bind_source, 110, 820, FALSE },
};

/* --- selecting --- */

static CsMember *
get_member (CsMembersView *view, guint position)
{
  g_autoptr (GtkTreeListRow) row =
      g_list_model_get_item (G_LIST_MODEL (view->selection), position);
  g_autoptr (CsMember) member = row == NULL ? NULL : gtk_tree_list_row_get_item (row);

  return member; /* the model keeps it */
}

static const char *
get_id (CsMember *member)
{
  return cs_number_get_id (cs_member_get_application (member)->number);
}

static void
on_selected (CsMembersView *view)
{
  guint position = gtk_single_selection_get_selected (view->selection);
  CsMember *member =
      position == GTK_INVALID_LIST_POSITION ? NULL : get_member (view, position);

  if (member != NULL)
    cs_family_tab_select (CS_FAMILY_TAB (view), get_id (member));
}

static gboolean
is_of_application (CsMembersView *view, guint position, const char *id)
{
  return position != GTK_INVALID_LIST_POSITION &&
         g_strcmp0 (get_id (get_member (view, position)), id) == 0;
}

/* A row of the application that is selected already may be that of one of its publications. */
static void
select_row (CsMembersView *view)
{
  const char *id = cs_family_tab_get_selected (CS_FAMILY_TAB (view));
  guint n = view->selection == NULL ? 0 :
                                      g_list_model_get_n_items (G_LIST_MODEL (view->selection));

  if (n == 0 || is_of_application (view, gtk_single_selection_get_selected (view->selection), id))
    return;

  for (guint i = 0; i < n; i++)
    if (is_of_application (view, i, id))
      {
        gtk_single_selection_set_selected (view->selection, i);
        gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (view->table)),
                                    "list.scroll-to-item", "u", i);
        return;
      }
}

/* --- the object --- */

static void
cs_members_view_dispose (GObject *object)
{
  CsMembersView *view = CS_MEMBERS_VIEW (object);

  g_clear_object (&view->selection);
  gtk_widget_dispose_template (GTK_WIDGET (view), CS_TYPE_MEMBERS_VIEW);

  G_OBJECT_CLASS (cs_members_view_parent_class)->dispose (object);
}

static void
show_selected (CsFamilyTab *tab)
{
  select_row (CS_MEMBERS_VIEW (tab));
}

static void
cs_members_view_class_init (CsMembersViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = cs_members_view_dispose;
  CS_FAMILY_TAB_CLASS (class)->show_selected = show_selected;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-members-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CsMembersView, table);
}

static void
cs_members_view_init (CsMembersView *view)
{
  gtk_widget_init_template (GTK_WIDGET (view));
  cs_cells_add (view->table, columns, G_N_ELEMENTS (columns));
}

void
cs_members_view_show (CsMembersView *view, CsFamilyView *family)
{
  GListStore *members = cs_members_new (cs_family_view_get_family (family));
  GtkTreeListModel *tree = gtk_tree_list_model_new (G_LIST_MODEL (members), FALSE, TRUE,
                                                    cs_member_dup_publications, NULL, NULL);

  g_clear_object (&view->selection);
  view->selection = gtk_single_selection_new (G_LIST_MODEL (tree));
  gtk_column_view_set_model (view->table, GTK_SELECTION_MODEL (view->selection));
  select_row (view);
  g_signal_connect_object (view->selection, "notify::selected", G_CALLBACK (on_selected), view,
                           G_CONNECT_SWAPPED);
  on_selected (view);
}

const CsNumber *
cs_members_view_get_number (CsMembersView *view)
{
  guint position = view->selection == NULL ? GTK_INVALID_LIST_POSITION :
                                             gtk_single_selection_get_selected (view->selection);

  return position == GTK_INVALID_LIST_POSITION ?
             NULL :
             cs_member_get_number (get_member (view, position));
}
