#include "cs-family-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../widgets/cs-toast.h"

/* --- selected --- */

/* Returns: (nullable): of the row that is selected among the members, else of the application */
static const CsNumber *
find_number (CsFamilyPage *page)
{
  const CsApplication *application = cs_family_find_selected (page);
  const CsNumber *number = NULL;

  if (g_strcmp0 (adw_view_stack_get_visible_child_name (page->tabs), "members") == 0)
    number = cs_members_view_get_number (page->members);
  if (number == NULL && application != NULL)
    number = application->number;

  return number;
}

static void
copy_text (CsFamilyPage *page, const char *text)
{
  g_autofree char *told = g_strdup_printf (_ ("“%s” copied"), text);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (page)), text);
  cs_toast_show (page->toasts, told);
}

static void
on_copy_number (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsFamilyPage *page = CS_FAMILY_PAGE (widget);
  const CsNumber *number = find_number (page);

  if (number != NULL)
    copy_text (page, number->printed);
  else
    cs_toast_show (page->toasts, _ ("Select a member first"));
}

/* The last publication of an application: what is searched for there. */
static const CsNumber *
find_published (const CsApplication *application)
{
  guint n = application == NULL ? 0 : application->publications->len;

  return n == 0 ? NULL : ((const CsPublication *)application->publications->pdata[n - 1])->number;
}

/* The program goes to no page by itself: the user does, with what is copied. */
static void
on_copy_link (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsFamilyPage *page = CS_FAMILY_PAGE (widget);
  const CsNumber *number = find_number (page);
  g_autofree char *query = NULL;
  g_autofree char *link = NULL;

  if (number == NULL || number->role != CS_NUMBER_PUBLICATION)
    number = find_published (cs_family_find_selected (page));
  if (number == NULL || number->number == NULL)
    {
      cs_toast_show (page->toasts, _ ("Select a member that is published first"));
      return;
    }

  query = g_strconcat (number->country, number->number, number->kind, NULL);
  link = g_strdup_printf ("https://worldwide.espacenet.com/patent/search?q=pn%%3D%s", query);
  copy_text (page, link);
}

/* --- marks --- */

static void
on_rate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsFamilyPage *page = CS_FAMILY_PAGE (widget);
  const CsFamilyMarks *marks = cs_family_view_get_marks (page->view);
  g_autoptr (CsFamilyMarks) changed = NULL;

  if (marks == NULL)
    return;

  gtk_menu_button_popdown (page->rating);
  changed = cs_family_marks_copy (marks);
  changed->rating = MIN (g_variant_get_uint32 (parameter), CS_MAX_RATING);
  if (changed->rating == marks->rating)
    changed->rating = 0; /* the star that is on is put out */
  cs_family_view_set_marks (page->view, changed);
}

static void
on_marks (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (CS_FAMILY_PAGE (widget)->marks_button);
}

static void
on_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsFamilyPage *page = CS_FAMILY_PAGE (widget);
  g_autoptr (CsFamilyMarks) undo = g_steal_pointer (&page->undo);

  if (undo == NULL)
    return;

  page->is_undoing = TRUE;
  cs_family_view_set_marks (page->view, undo);
  gtk_widget_action_set_enabled (widget, "family.undo", FALSE);
}

/* --- where one looks --- */

static void
on_go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_family_page_go_to (CS_FAMILY_PAGE (widget), g_variant_get_int64 (parameter));
}

static void
on_open_window (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const CsFamily *family = cs_family_view_get_family (CS_FAMILY_PAGE (widget)->view);

  if (family != NULL)
    gtk_widget_activate_action (widget, "win.open-family-window", "x", family->store_id);
}

static void
on_tab (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_view_stack_set_visible_child_name (CS_FAMILY_PAGE (widget)->tabs,
                                         g_variant_get_string (parameter, NULL));
}

static void
on_records (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsFamilyPage *page = CS_FAMILY_PAGE (widget);

  cs_records_view_choose (page->records, g_variant_get_uint32 (parameter));
  adw_view_stack_set_visible_child_name (page->tabs, "records");
}

static gboolean
on_difference (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CsFamilyPage *page = CS_FAMILY_PAGE (widget);
  gboolean forward;

  if (g_strcmp0 (adw_view_stack_get_visible_child_name (page->tabs), "claims") != 0)
    return FALSE;

  g_variant_get (arguments, "(b)", &forward);
  cs_claims_view_go (page->claims, forward);

  return TRUE;
}

/* --- all of them --- */

void
cs_family_update_actions (CsFamilyPage *page)
{
  GtkWidget *widget = GTK_WIDGET (page);
  gboolean is_loaded = cs_family_view_get_family (page->view) != NULL;

  gtk_widget_action_set_enabled (widget, "family.export", is_loaded);
  gtk_widget_action_set_enabled (widget, "family.marks", is_loaded);
  gtk_widget_action_set_enabled (widget, "family.rate", is_loaded);
  gtk_widget_action_set_enabled (widget, "family.open-window", is_loaded);
  gtk_widget_action_set_enabled (widget, "family.undo", page->undo != NULL);
}

static void
add_tab_keys (GtkWidgetClass *class)
{
  static const char *const tabs[] = { "members", "timeline", "graph",
                                      "claims", "legal", "records" };

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    gtk_widget_class_add_binding_action (class, GDK_KEY_1 + i, GDK_CONTROL_MASK, "family.tab", "s",
                                         tabs[i]);
}

void
cs_family_add_actions (GtkWidgetClass *class)
{
  const GdkModifierType ctrl = GDK_CONTROL_MASK;

  gtk_widget_class_install_action (class, "family.copy-number", NULL, on_copy_number);
  gtk_widget_class_install_action (class, "family.copy-link", NULL, on_copy_link);
  gtk_widget_class_install_action (class, "family.rate", "u", on_rate);
  gtk_widget_class_install_action (class, "family.marks", NULL, on_marks);
  gtk_widget_class_install_action (class, "family.undo", NULL, on_undo);
  gtk_widget_class_install_action (class, "family.go", "x", on_go);
  gtk_widget_class_install_action (class, "family.open-window", NULL, on_open_window);
  gtk_widget_class_install_property_action (class, "family.rule", "rule");
  gtk_widget_class_install_action (class, "family.tab", "s", on_tab);
  gtk_widget_class_install_action (class, "family.records", "u", on_records);
  gtk_widget_class_install_action (class, "family.export", NULL, cs_family_export);
  gtk_widget_class_install_action (class, "family.export-to", "s", cs_family_export_to);

  gtk_widget_class_add_binding_action (class, GDK_KEY_c, ctrl | GDK_SHIFT_MASK,
                                       "family.copy-number", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_t, ctrl, "family.marks", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_e, ctrl, "family.export", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_n, ctrl | GDK_SHIFT_MASK,
                                       "family.open-window", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_z, ctrl, "family.undo", NULL);
  gtk_widget_class_add_binding (class, GDK_KEY_F8, 0, on_difference, "(b)", TRUE);
  gtk_widget_class_add_binding (class, GDK_KEY_F8, GDK_SHIFT_MASK, on_difference, "(b)", FALSE);
  add_tab_keys (class);
}
