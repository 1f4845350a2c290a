#include "cs-ops-dialog.h"

#include <glib/gi18n-lib.h>

#include "../../service/ops/cs-ops-feed.h"
#include "../exchange/cs-progress-page.h"
#include "cs-ops-key-group.h"
#include "cs-ops-numbers.h"

#define WIDTH 560
#define HEIGHT 720
#define MARGIN 40 /* of the parent that stays in sight */

struct _CsOpsDialog
{
  AdwWindow parent_instance;

  CsLibraryService *service;
  char *base;
  GPtrArray *numbers;     /* as typed */
  CsFamilyImport *import; /* under way, NULL when none is */

  /* template */
  GtkWidget *cancel;
  GtkWidget *fetch;
  GtkButton *again;
  GtkStack *pages;
  GtkEditable *entry;
  GtkListBox *number_list;
  GtkSwitch *biblio;
  GtkSwitch *legal;
  GtkSwitch *claims;
  GtkSwitch *description;
  CsOpsKeyGroup *key;
  GtkLabel *plan;
  CsProgressPage *progress;
  AdwStatusPage *result;
  GtkWidget *show;
  GtkLabel *quota;
  GtkListBox *troubles;
};

G_DEFINE_FINAL_TYPE (CsOpsDialog, cs_ops_dialog, ADW_TYPE_WINDOW)

enum
{
  WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static GtkWidget *
add_row (GtkListBox *list, const char *icon, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *shape = gtk_image_new_from_icon_name (icon);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), shape);
  gtk_list_box_append (list, row);

  return shape;
}

/* --- what is asked for --- */

static guint
get_parts (CsOpsDialog *dialog)
{
  guint parts = 0;

  if (gtk_switch_get_active (dialog->biblio))
    parts |= CS_OPS_PART_BIBLIO;
  if (gtk_switch_get_active (dialog->legal))
    parts |= CS_OPS_PART_LEGAL;
  if (gtk_switch_get_active (dialog->claims))
    parts |= CS_OPS_PART_CLAIMS;
  if (gtk_switch_get_active (dialog->description))
    parts |= CS_OPS_PART_DESCRIPTION;

  return parts;
}

/* As #CsOpsFeed asks. */
static guint
count_requests (CsOpsDialog *dialog)
{
  guint parts = get_parts (dialog);
  guint per_number = 1;

  per_number += (parts & CS_OPS_PART_CLAIMS) != 0;
  per_number += (parts & CS_OPS_PART_DESCRIPTION) != 0;

  return per_number * dialog->numbers->len;
}

static void
show_numbers (CsOpsDialog *dialog)
{
  clear_list (dialog->number_list);
  for (guint i = 0; i < dialog->numbers->len; i++)
    {
      const CsNumber *number = dialog->numbers->pdata[i];
      gboolean is_good = number->key != NULL;
      GtkWidget *shape =
          add_row (dialog->number_list, is_good ? "cs-passed-symbolic" : "cs-error-symbolic",
                   number->printed,
                   is_good ? number->key : _ ("This is no number of a publication"));

      gtk_widget_add_css_class (shape, is_good ? "cs-passed" : "cs-error");
    }
  gtk_widget_set_visible (GTK_WIDGET (dialog->number_list), dialog->numbers->len > 0);
}

static void
update_plan (CsOpsDialog *dialog)
{
  guint n = count_requests (dialog);
  g_autofree char *requests =
      g_strdup_printf (ngettext ("%u request goes to %s, encrypted.", "%u requests go to %s, "
                                                                      "encrypted.",
                                 n),
                       n, "ops.epo.org");
  g_autofree char *plan = g_strdup_printf (
      "%s %s", requests,
      _ ("The European Patent Office is told the numbers above and your key, and nothing else: no "
         "draft, no search, nothing of your library."));
  g_autoptr (CsOpsKey) key = cs_ops_key_group_dup (dialog->key);

  gtk_label_set_label (dialog->plan, plan);
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "ops.fetch",
                                 dialog->import == NULL && key != NULL &&
                                     cs_ops_numbers_are_good (dialog->numbers));
}

static void
on_numbers (CsOpsDialog *dialog)
{
  g_clear_pointer (&dialog->numbers, g_ptr_array_unref);
  dialog->numbers = cs_ops_numbers_read (gtk_editable_get_text (dialog->entry));
  show_numbers (dialog);
  update_plan (dialog);
}

/* --- pages --- */

static void
show_page (CsOpsDialog *dialog, const char *page)
{
  gboolean is_form = g_str_equal (page, "form");

  gtk_stack_set_visible_child_name (dialog->pages, page);
  gtk_widget_set_visible (dialog->fetch, is_form);
  gtk_widget_set_visible (GTK_WIDGET (dialog->again), g_str_equal (page, "result"));
  gtk_button_set_label (GTK_BUTTON (dialog->cancel),
                        g_str_equal (page, "result") ? _ ("_Close") : _ ("_Cancel"));
}

/* --- what came of it --- */

static void
show_quota (CsOpsDialog *dialog, CsFamilyImport *import)
{
  CsOpsLimits limits;
  g_autofree char *hour = NULL;
  g_autofree char *week = NULL;
  g_autofree char *text = NULL;

  if (!cs_family_import_get_ops_limits (import, &limits) ||
      limits.hour_bytes + limits.week_bytes == 0)
    {
      gtk_label_set_label (dialog->quota, "");
      return;
    }

  hour = g_format_size (limits.hour_bytes);
  week = g_format_size (limits.week_bytes);
  /* Translators: how much was fetched from OPS with the user's key: "1,2 MB", "166 MB" */
  text = g_strdup_printf (_ ("OPS counts for your key: %s in this hour, %s in this week"), hour,
                          week);
  gtk_label_set_label (dialog->quota, text);
}

static void
show_troubles (CsOpsDialog *dialog, CsFamilyImport *import)
{
  const GPtrArray *troubles = cs_import_task_get_troubles (CS_IMPORT_TASK (import));

  clear_list (dialog->troubles);
  for (guint i = 0; i < troubles->len; i++)
    {
      const CsImportTrouble *trouble = troubles->pdata[i];
      GtkWidget *shape =
          add_row (dialog->troubles, "cs-warning-symbolic", trouble->path, trouble->message);

      gtk_widget_add_css_class (shape, "cs-warning");
    }
  gtk_widget_set_visible (GTK_WIDGET (dialog->troubles), troubles->len > 0);
}

static char *
describe_records (const CsLibraryRun *run)
{
  guint n_new = (guint)MIN (run->n_added + run->n_changed, G_MAXUINT);
  guint n_same = (guint)MIN (run->n_same, G_MAXUINT);
  g_autofree char *new =
      g_strdup_printf (ngettext ("%u new or changed record", "%u new or changed records", n_new),
                       n_new);
  g_autofree char *same = NULL;

  if (n_same == 0)
    return g_steal_pointer (&new);

  same = g_strdup_printf (ngettext ("%u as before", "%u as before", n_same), n_same);

  /* Translators: "12 new or changed records, 3 as before" */
  return g_strdup_printf (_ ("%s, %s"), new, same);
}

static void
tell (CsOpsDialog *dialog, const char *icon, const char *title, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_icon_name (dialog->result, icon);
  adw_status_page_set_title (dialog->result, title);
  adw_status_page_set_description (dialog->result, markup);
}

static void
tell_end (CsOpsDialog *dialog, CsFamilyImport *import)
{
  const GError *error = cs_family_import_get_error (import);
  const CsLibraryRun *run = cs_family_import_get_run (import);
  guint64 n_records = run != NULL ? run->n_added + run->n_changed + run->n_same : 0;
  g_autofree char *records = run != NULL ? describe_records (run) : NULL;

  if (error != NULL)
    tell (dialog, "dialog-warning-symbolic", _ ("Nothing could be fetched"), error->message);
  else if (cs_family_import_was_stopped (import))
    tell (dialog, "cs-pending-symbolic", _ ("Stopped"), _ ("What had come by then stays"));
  else if (n_records == 0)
    tell (dialog, "dialog-warning-symbolic", _ ("Nothing could be fetched"), "");
  else
    tell (dialog, "cs-passed-symbolic", _ ("Fetched into the library"), records);
  gtk_widget_set_visible (dialog->show, n_records > 0);
  gtk_button_set_label (dialog->again, n_records > 0 ? _ ("_Fetch more") : _ ("_Back"));
}

static void
on_finished (CsOpsDialog *dialog, CsFamilyImport *import)
{
  g_autoptr (CsFamilyImport) ended = g_steal_pointer (&dialog->import);

  cs_progress_page_end (dialog->progress);
  tell_end (dialog, ended);
  show_troubles (dialog, ended);
  show_quota (dialog, ended);
  show_page (dialog, "result");
  update_plan (dialog);
}

/* --- fetching --- */

static void
on_fetch (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsOpsDialog *dialog = CS_OPS_DIALOG (widget);
  g_autoptr (CsOpsKey) key = cs_ops_key_group_dup (dialog->key);
  g_auto (GStrv) numbers = cs_ops_numbers_dup_raw (dialog->numbers);
  const CsOpsOrder order = { dialog->base, key, (const char *const *)numbers,
                             get_parts (dialog) };

  cs_ops_key_group_keep (dialog->key);
  dialog->import = cs_family_import_new_ops (dialog->service, &order);
  g_signal_connect_object (dialog->import, "finished", G_CALLBACK (on_finished), dialog,
                           G_CONNECT_SWAPPED);
  update_plan (dialog);
  show_page (dialog, "progress");
  cs_progress_page_begin (dialog->progress, _ ("Asking OPS, as fast as it allows"), FALSE);
}

static void
on_stop (CsOpsDialog *dialog)
{
  if (dialog->import != NULL)
    cs_import_task_stop (CS_IMPORT_TASK (dialog->import));
}

static gboolean
on_close (CsOpsDialog *dialog)
{
  on_stop (dialog);

  return GDK_EVENT_PROPAGATE;
}

static void
on_again (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsOpsDialog *dialog = CS_OPS_DIALOG (widget);

  show_page (dialog, "form");
  gtk_widget_grab_focus (GTK_WIDGET (dialog->entry));
}

static void
on_show (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsOpsDialog *dialog = CS_OPS_DIALOG (widget);
  g_autofree char *query = cs_ops_numbers_dup_query (dialog->numbers);

  g_signal_emit (dialog, signals[WANTED], 0, query);
  gtk_window_close (GTK_WINDOW (dialog));
}

gboolean
cs_ops_dialog_is_busy (CsOpsDialog *dialog)
{
  return dialog->import != NULL || cs_ops_key_group_is_loading (dialog->key);
}

/* --- the class --- */

static void
cs_ops_dialog_dispose (GObject *object)
{
  CsOpsDialog *dialog = CS_OPS_DIALOG (object);

  on_stop (dialog);
  g_clear_object (&dialog->import);
  g_clear_object (&dialog->service);

  G_OBJECT_CLASS (cs_ops_dialog_parent_class)->dispose (object);
}

static void
cs_ops_dialog_finalize (GObject *object)
{
  CsOpsDialog *dialog = CS_OPS_DIALOG (object);

  g_ptr_array_unref (dialog->numbers);
  g_free (dialog->base);

  G_OBJECT_CLASS (cs_ops_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-ops-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CsOpsDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, CsOpsDialog, fetch);
  gtk_widget_class_bind_template_child (widget_class, CsOpsDialog, again);
  gtk_widget_class_bind_template_child (widget_class, CsOpsDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, CsOpsDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, CsOpsDialog, number_list);
  gtk_widget_class_bind_template_child (widget_class, CsOpsDialog, biblio);
  gtk_widget_class_bind_template_child (widget_class, CsOpsDialog, legal);
  gtk_widget_class_bind_template_child (widget_class, CsOpsDialog, claims);
  gtk_widget_class_bind_template_child (widget_class, CsOpsDialog, description);
  gtk_widget_class_bind_template_child (widget_class, CsOpsDialog, key);
  gtk_widget_class_bind_template_child (widget_class, CsOpsDialog, plan);
  gtk_widget_class_bind_template_child (widget_class, CsOpsDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, CsOpsDialog, result);
  gtk_widget_class_bind_template_child (widget_class, CsOpsDialog, show);
  gtk_widget_class_bind_template_child (widget_class, CsOpsDialog, quota);
  gtk_widget_class_bind_template_child (widget_class, CsOpsDialog, troubles);
  gtk_widget_class_bind_template_callback (widget_class, on_numbers);
  gtk_widget_class_bind_template_callback (widget_class, update_plan);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
}

static void
cs_ops_dialog_class_init (CsOpsDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (CS_TYPE_OPS_KEY_GROUP);
  g_type_ensure (CS_TYPE_PROGRESS_PAGE);
  G_OBJECT_CLASS (class)->dispose = cs_ops_dialog_dispose;
  G_OBJECT_CLASS (class)->finalize = cs_ops_dialog_finalize;

  signals[WANTED] =
      g_signal_new ("wanted", CS_TYPE_OPS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "ops.fetch", NULL, on_fetch);
  gtk_widget_class_install_action (widget_class, "ops.again", NULL, on_again);
  gtk_widget_class_install_action (widget_class, "ops.show", NULL, on_show);
}

static void
cs_ops_dialog_init (CsOpsDialog *dialog)
{
  dialog->base = g_strdup (CS_OPS_BASE);
  dialog->numbers = cs_ops_numbers_read ("");
  gtk_widget_init_template (GTK_WIDGET (dialog));
  show_numbers (dialog);
  update_plan (dialog);
  show_page (dialog, "form");
}

CsOpsDialog *
cs_ops_dialog_present (GtkWindow *parent, CsLibraryService *service)
{
  CsOpsDialog *dialog = g_object_new (CS_TYPE_OPS_DIALOG, "transient-for", parent, NULL);
  int height = parent != NULL ? gtk_widget_get_height (GTK_WIDGET (parent)) : 0;

  dialog->service = g_object_ref (service);
  gtk_window_set_default_size (GTK_WINDOW (dialog), WIDTH,
                               height > 2 * MARGIN ? MIN (HEIGHT, height - MARGIN) : HEIGHT);
  cs_ops_key_group_load (dialog->key);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (dialog->entry));

  return dialog;
}

/* --- as a person would --- */

void
cs_ops_dialog_set_base (CsOpsDialog *dialog, const char *base)
{
  g_free (dialog->base);
  dialog->base = g_strdup (base);
}

void
cs_ops_dialog_set_numbers (CsOpsDialog *dialog, const char *numbers)
{
  gtk_editable_set_text (dialog->entry, numbers);
}

void
cs_ops_dialog_set_key (CsOpsDialog *dialog, const char *key, const char *secret)
{
  cs_ops_key_group_set (dialog->key, key, secret);
}
