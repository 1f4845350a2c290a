#include "cs-merge-window.h"

#include <glib/gi18n-lib.h>

#include "../workspace/cs-finding-words.h"

struct _CsMergeWindow
{
  AdwWindow parent_instance;

  CsStoreService *service;
  CsImport *import; /* owns what follows */
  const CsImportMerge *pending;
  GPtrArray *switches; /* GtkSwitch of each conflict */

  /* template */
  AdwWindowTitle *heading;
  GtkWidget *take;
  GtkInfoBar *trouble;
  GtkLabel *trouble_label;
  GtkWidget *text_group;
  GtkCheckButton *ours;
  GtkCheckButton *theirs;
  AdwPreferencesGroup *conflicts;
  AdwPreferencesGroup *news;
};

G_DEFINE_FINAL_TYPE (CsMergeWindow, cs_merge_window, ADW_TYPE_WINDOW)

enum
{
  MERGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- in the thread of the store --- */

/* What the user chose. */
typedef struct
{
  CsImport *import;
  const CsImportMerge *pending;
  CsMergeChoice choice;
} Merging;

static void
merging_free (gpointer data)
{
  Merging *merging = data;

  g_object_unref (merging->import);
  g_free ((gboolean *)merging->choice.take_theirs);
  g_free (merging);
}

static gpointer
merge (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Merging *merging = data;
  gint64 matter = cs_matter_file_merge (merging->pending->file, store, merging->pending->merge,
                                        &merging->choice, error);

  return matter == 0 ? NULL : g_memdup2 (&matter, sizeof matter);
}

/* --- in the thread of the program --- */

static void
set_sensitive (CsMergeWindow *window, gboolean sensitive)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "merge.take", sensitive);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "merge.as-new", sensitive);
}

static void
on_merged (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsMergeWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *matter =
      cs_store_service_run_finish (CS_STORE_SERVICE (service), result, &error);

  if (window->import == NULL) /* was closed */
    return;
  if (matter == NULL)
    {
      gtk_label_set_label (window->trouble_label, error->message);
      gtk_info_bar_set_revealed (window->trouble, TRUE);
      set_sensitive (window, TRUE);
      return;
    }

  g_signal_emit (window, signals[MERGED], 0, *matter);
  gtk_window_close (GTK_WINDOW (window));
}

static gboolean *
list_choices (CsMergeWindow *window)
{
  gboolean *choices = g_new0 (gboolean, window->switches->len + 1);

  for (guint i = 0; i < window->switches->len; i++)
    choices[i] = gtk_switch_get_active (window->switches->pdata[i]);

  return choices;
}

static void
begin (CsMergeWindow *window, gboolean as_new)
{
  Merging *merging = g_new0 (Merging, 1);
  CsStoreJob job = { .func = merge,
                     .data = merging,
                     .free_data = merging_free,
                     .free_result = g_free };

  merging->import = g_object_ref (window->import);
  merging->pending = window->pending;
  merging->choice.as_new = as_new;
  merging->choice.take_text = gtk_check_button_get_active (window->theirs);
  merging->choice.take_theirs = list_choices (window);
  set_sensitive (window, FALSE);
  gtk_info_bar_set_revealed (window->trouble, FALSE);
  cs_store_service_run (window->service, &job, NULL, on_merged, g_object_ref (window));
}

static void
on_take (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin (CS_MERGE_WINDOW (widget), FALSE);
}

static void
on_as_new (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin (CS_MERGE_WINDOW (widget), TRUE);
}

/* --- what is told --- */

static GtkWidget *
row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

static void
add_conflict (CsMergeWindow *window, const CsMergeConflict *conflict)
{
  g_autofree char *ours = cs_decision_dup_words (conflict->ours);
  g_autofree char *theirs = cs_decision_dup_words (conflict->theirs);
  /* Translators: two decisions about one finding */
  g_autofree char *words = g_strdup_printf (_ ("Here: %s\nThere: %s"), ours, theirs);
  const char *marked = conflict->ours->text;
  GtkWidget *row = row_new (*marked == '\0' ? _ ("The whole application") : marked, words);
  GtkWidget *choice = gtk_switch_new ();

  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (choice, _ ("Their decision counts"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), choice);
  adw_preferences_group_add (window->conflicts, row);
  g_ptr_array_add (window->switches, choice);
}

static void
add_news (CsMergeWindow *window, guint n, const char *text)
{
  if (n > 0)
    adw_preferences_group_add (window->news, row_new (text, NULL));
}

static void
show_news (CsMergeWindow *window)
{
  const CsMerge *merged = window->pending->merge;
  guint n_decisions = merged->new_decisions->len;
  g_autofree char *decisions =
      g_strdup_printf (ngettext ("%u decision", "%u decisions", n_decisions), n_decisions);
  g_autofree char *versions = g_strdup_printf (
      ngettext ("%u version", "%u versions", merged->n_versions), merged->n_versions);
  g_autofree char *reviews = g_strdup_printf (
      ngettext ("%u confirmation", "%u confirmations", merged->n_reviews), merged->n_reviews);

  add_news (window, n_decisions, decisions);
  add_news (window, merged->n_versions, versions);
  add_news (window, merged->n_reviews, reviews);
  gtk_widget_set_visible (GTK_WIDGET (window->news),
                          n_decisions + merged->n_versions + merged->n_reviews > 0);
}

static void
fill (CsMergeWindow *window)
{
  const CsMerge *merged = window->pending->merge;
  g_autofree char *file = g_filename_display_basename (window->pending->path);
  /* Translators: a file, and the matter that it belongs to */
  g_autofree char *subtitle = g_strdup_printf (_ ("%s · %s"), file, merged->name);

  adw_window_title_set_subtitle (window->heading, subtitle);
  gtk_widget_set_visible (window->text_group, merged->text_differs);
  if (merged->theirs_changed && !merged->ours_changed)
    gtk_check_button_set_active (window->theirs, TRUE);
  for (guint i = 0; i < merged->conflicts->len; i++)
    add_conflict (window, merged->conflicts->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (window->conflicts), merged->conflicts->len > 0);
  show_news (window);
}

/* --- the window --- */

static void
cs_merge_window_dispose (GObject *object)
{
  CsMergeWindow *window = CS_MERGE_WINDOW (object);

  g_clear_object (&window->service);
  g_clear_object (&window->import);
  g_clear_pointer (&window->switches, g_ptr_array_unref);

  G_OBJECT_CLASS (cs_merge_window_parent_class)->dispose (object);
}

static void
cs_merge_window_class_init (CsMergeWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = cs_merge_window_dispose;

  signals[MERGED] = g_signal_new ("merged", CS_TYPE_MERGE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-merge-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsMergeWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, CsMergeWindow, take);
  gtk_widget_class_bind_template_child (widget_class, CsMergeWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, CsMergeWindow, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, CsMergeWindow, text_group);
  gtk_widget_class_bind_template_child (widget_class, CsMergeWindow, ours);
  gtk_widget_class_bind_template_child (widget_class, CsMergeWindow, theirs);
  gtk_widget_class_bind_template_child (widget_class, CsMergeWindow, conflicts);
  gtk_widget_class_bind_template_child (widget_class, CsMergeWindow, news);
  gtk_widget_class_install_action (widget_class, "merge.take", NULL, on_take);
  gtk_widget_class_install_action (widget_class, "merge.as-new", NULL, on_as_new);
}

static void
cs_merge_window_init (CsMergeWindow *window)
{
  window->switches = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (window));
}

CsMergeWindow *
cs_merge_window_new (CsStoreService *service, CsImport *import, guint index, GtkWindow *parent)
{
  CsMergeWindow *window = g_object_new (CS_TYPE_MERGE_WINDOW, "transient-for", parent, NULL);

  window->service = g_object_ref (service);
  window->import = g_object_ref (import);
  window->pending = cs_import_get_merges (import)->pdata[index];
  fill (window);
  gtk_window_set_default_widget (GTK_WINDOW (window), window->take);

  return window;
}
