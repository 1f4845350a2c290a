#include "families.h"

#include <string.h>

#include <glib/gi18n.h>

#include "../../src/app/families/cs-query-card.h"
#include "../../src/app/families/cs-query-entry.h"
#include "../../src/app/families/cs-query-form.h"

/* Help with the language of search: the form and the card. */

/* What a form writes finds the same as what is typed. */
static void
test_form (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, FAMILIES_N);
  GtkWidget *entry = ui_get (GTK_WIDGET (page), CS_TYPE_QUERY_ENTRY, NULL);
  GtkWidget *form;

  ui_act (page, "families.form", NULL);
  ui_wait ((form = ui_find_window (CS_TYPE_QUERY_FORM)) != NULL);
  ui_settle (form);
  gtk_editable_set_text (GTK_EDITABLE (ui_get (form, GTK_TYPE_ENTRY, NULL)),
                         "flexible diaphragm");
  ui_click (ui_get (form, GTK_TYPE_BUTTON, _ ("_Search")));
  ui_wait (*gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0');
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "(flexible diaphragm)");
  families_wait (page, 7);
  cs_families_page_search (page, "flexible AND diaphragm");
  families_wait (page, 7);
}

/* Returns: number @n of the widgets of @type below @root, from 0 */
static GtkWidget *
get_nth (GtkWidget *root, GType type, guint n)
{
  GtkWidget *grid = gtk_widget_get_parent (ui_get (root, type, NULL));

  for (GtkWidget *at = gtk_widget_get_first_child (grid); at != NULL;
       at = gtk_widget_get_next_sibling (at))
    if (G_TYPE_CHECK_INSTANCE_TYPE (at, type) && gtk_widget_get_visible (at) && n-- == 0)
      return at;

  return NULL;
}

/* Every field of the language is offered; dates may be compared. */
static void
test_form_fields (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, FAMILIES_N);
  GtkDropDown *first, *second;
  GtkWidget *root;

  ui_act (page, "families.form", NULL);
  ui_wait (ui_find_window (CS_TYPE_QUERY_FORM) != NULL);
  root = ui_find_window (CS_TYPE_QUERY_FORM);
  ui_settle (root);
  first = GTK_DROP_DOWN (get_nth (root, GTK_TYPE_DROP_DOWN, 0));
  second = GTK_DROP_DOWN (get_nth (root, GTK_TYPE_DROP_DOWN, 2)); /* the second of its line */
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (first)), ==,
                    CS_N_QUERY_FIELDS);

  gtk_drop_down_set_selected (first, CS_QUERY_EXPIRY);
  gtk_editable_set_text (GTK_EDITABLE (get_nth (root, GTK_TYPE_ENTRY, 0)), " >=2027");
  ui_get (root, GTK_TYPE_LABEL, "exp>=2027");
  gtk_editable_set_text (GTK_EDITABLE (get_nth (root, GTK_TYPE_ENTRY, 0)), "2027..2030");
  gtk_drop_down_set_selected (second, CS_QUERY_FIRST_OFFICE);
  gtk_editable_set_text (GTK_EDITABLE (get_nth (root, GTK_TYPE_ENTRY, 1)), "CN");
  ui_get (root, GTK_TYPE_LABEL, "exp=2027..2030 AND fo=CN");
  gtk_window_close (GTK_WINDOW (root));
}

/* What the card shows is understood, and comes into the entry when it is chosen. */
static void
test_card (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, FAMILIES_N);
  GtkWidget *entry = ui_get (GTK_WIDGET (page), CS_TYPE_QUERY_ENTRY, NULL);
  GtkWidget *card, *row;
  guint n = 0;

  ui_act (page, "families.language", NULL);
  ui_wait ((card = ui_find (GTK_WIDGET (page), CS_TYPE_QUERY_CARD, NULL)) != NULL);
  row = gtk_widget_get_ancestor (ui_get (card, GTK_TYPE_LABEL, "fo=CN cc=EP"),
                                 GTK_TYPE_LIST_BOX_ROW);
  for (GtkWidget *at = gtk_widget_get_first_child (gtk_widget_get_parent (row)); at != NULL;
       at = gtk_widget_get_next_sibling (at))
    {
      GtkWidget *label = ui_get (at, GTK_TYPE_LABEL, NULL);
      g_autoptr (CsQuery) query = cs_query_parse (gtk_label_get_text (GTK_LABEL (label)));

      g_assert_cmpstr (query->fault.message, ==, NULL);
      n++;
    }
  g_assert_cmpuint (n, ==, 10);
  ui_get (card, GTK_TYPE_BUTTON, "exp=");
  ui_get (card, GTK_TYPE_BUTTON, "fo=");
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  ui_wait (strcmp (gtk_editable_get_text (GTK_EDITABLE (entry)), "fo=CN cc=EP") == 0);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ui_add ("/query/form", families_fill, test_form);
  ui_add ("/query/form-fields", families_fill, test_form_fields);
  ui_add ("/query/card", families_fill, test_card);

  return g_test_run ();
}
