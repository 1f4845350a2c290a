#include "cs-import-result.h"

#include <glib/gi18n-lib.h>

#include "../widgets/cs-import-row.h"

struct _CsImportResult
{
  AdwWindow parent_instance;

  GtkListBox *records;
  GtkListBox *families;
  GtkWidget *no_families;
  GtkWidget *troubles_box;
  GtkStringList *troubles;

  CsFamilyImport *import;
};

G_DEFINE_FINAL_TYPE (CsImportResult, cs_import_result, ADW_TYPE_WINDOW)

static const char *const change_titles[CS_N_CHANGE_KINDS] = {
  [CS_CHANGE_NEW_FAMILY] = N_ ("New families"),
  [CS_CHANGE_NEW_MEMBER] = N_ ("New members of families that were there"),
  [CS_CHANGE_MOVED_MEMBER] = N_ ("Members that went to another family"),
  [CS_CHANGE_LOST_MEMBER] = N_ ("Members that are no more"),
  [CS_CHANGE_GONE_FAMILY] = N_ ("Families that are no more"),
  [CS_CHANGE_STATUS] = N_ ("Changes of legal status"),
};

/* Nothing is said of what there is none of. Returns: whether something was said */
static gboolean
add_count (GtkListBox *list, const char *title, guint64 n)
{
  GtkWidget *row, *count;
  g_autofree char *text = NULL;

  if (n == 0)
    return FALSE;

  row = adw_action_row_new ();
  text = g_strdup_printf ("%'" G_GUINT64_FORMAT, n);
  count = gtk_label_new (text);
  gtk_widget_add_css_class (count, "numeric");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  gtk_list_box_append (list, row);

  return TRUE;
}

static void
show_records (CsImportResult *result)
{
  const CsLibraryRun *run = cs_family_import_get_run (result->import);

  add_count (result->records, _ ("New records"), run->n_added);
  add_count (result->records, _ ("Records that say something else now"), run->n_changed);
  add_count (result->records, _ ("Records that were there already"), run->n_same);
  add_count (result->records, _ ("Records that the office took back"), run->n_withdrawn);
  add_count (result->records, _ ("Files that were imported before"),
             cs_family_import_get_n_skipped (result->import));
  if (!add_count (result->records, _ ("Not read"), run->n_faults))
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("All was read"));
      gtk_list_box_append (result->records, row);
    }
}

static void
show_families (CsImportResult *result)
{
  const guint64 *counts;
  gboolean any = FALSE;

  cs_family_import_get_changes (result->import, &counts);
  for (guint i = 0; i < CS_N_CHANGE_KINDS; i++)
    any |= add_count (result->families, _ (change_titles[i]), counts[i]);

  gtk_widget_set_visible (GTK_WIDGET (result->families), any);
  gtk_widget_set_visible (result->no_families, !any);
}

static void
show_troubles (CsImportResult *result)
{
  const GPtrArray *troubles = cs_import_task_get_troubles (CS_IMPORT_TASK (result->import));

  for (guint i = 0; i < troubles->len; i++)
    gtk_string_list_take (result->troubles, cs_import_trouble_dup_text (troubles->pdata[i]));
  gtk_widget_set_visible (result->troubles_box, troubles->len > 0);
}

static void
on_copy (CsImportResult *result)
{
  g_autofree char *list =
      cs_import_task_dup_list (CS_IMPORT_TASK (result->import));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (result)), list);
}

/* --- the class --- */

static void
cs_import_result_dispose (GObject *object)
{
  g_clear_object (&CS_IMPORT_RESULT (object)->import);

  G_OBJECT_CLASS (cs_import_result_parent_class)->dispose (object);
}

static void
cs_import_result_class_init (CsImportResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_import_result_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-import-result.ui");
  gtk_widget_class_bind_template_child (widget_class, CsImportResult, records);
  gtk_widget_class_bind_template_child (widget_class, CsImportResult, families);
  gtk_widget_class_bind_template_child (widget_class, CsImportResult, no_families);
  gtk_widget_class_bind_template_child (widget_class, CsImportResult, troubles_box);
  gtk_widget_class_bind_template_child (widget_class, CsImportResult, troubles);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cs_import_result_init (CsImportResult *result)
{
  gtk_widget_init_template (GTK_WIDGET (result));
}

CsImportResult *
cs_import_result_present (GtkWindow *parent, CsFamilyImport *import)
{
  CsImportResult *result = g_object_new (CS_TYPE_IMPORT_RESULT, "transient-for", parent, NULL);

  result->import = g_object_ref (import);
  show_records (result);
  show_families (result);
  show_troubles (result);
  gtk_window_present (GTK_WINDOW (result));

  return result;
}
