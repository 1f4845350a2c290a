#include "cs-merge-window.h"

#include <glib/gi18n-lib.h>

#include "../workspace/cs-finding-words.h"
#include "cs-decision-place.h"

struct _CsMergeWindow
{
  AdwWindow parent_instance;

  CsStoreService *service;
  CsImport *import; /* owns what follows */
  const CsImportMerge *pending;
  GPtrArray *theirs_of; /* GtkCheckButton of each conflict: their decision counts */
  GPtrArray *ours_of;   /* the other one */

  /* template */
  AdwWindowTitle *heading;
  GtkWidget *take;
  GtkInfoBar *trouble;
  GtkLabel *trouble_label;
  AdwPreferencesGroup *text_group;
  GtkWidget *same_row;
  GtkWidget *ours_row;
  GtkWidget *theirs_row;
  GtkCheckButton *ours;
  GtkCheckButton *theirs;
  AdwPreferencesGroup *conflicts;
  GtkWidget *all_buttons;
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
show_trouble (CsMergeWindow *window, const GError *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_CONFLICT))
    text = g_strdup_printf (_ ("%s. Nothing was changed: close this window and import the file "
                               "again."),
                            error->message);
  gtk_label_set_label (window->trouble_label, text == NULL ? error->message : text);
  gtk_info_bar_set_revealed (window->trouble, TRUE);
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
      show_trouble (window, error);
      set_sensitive (window, TRUE);
      return;
    }

  g_signal_emit (window, signals[MERGED], 0, *matter);
  gtk_window_close (GTK_WINDOW (window));
}

static gboolean *
list_choices (CsMergeWindow *window)
{
  gboolean *choices = g_new0 (gboolean, window->theirs_of->len + 1);

  for (guint i = 0; i < window->theirs_of->len; i++)
    choices[i] = gtk_check_button_get_active (window->theirs_of->pdata[i]);

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

/* One of two decisions. Returns: (transfer none): what chooses it */
static GtkWidget *
add_side (GtkListBox *box, const char *title, const CsDecision *decision, GtkWidget *group)
{
  g_autofree char *words = cs_decision_dup_words (decision);
  GtkWidget *row = row_new (title, words);
  GtkWidget *choice = gtk_check_button_new ();
  g_autofree char *name = g_strdup_printf ("%s, %s", title, words);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (choice), (GtkCheckButton *)group);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), choice);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), choice);
  gtk_list_box_append (box, row);

  return choice;
}

/* The words that a finding marks, and below them the two decisions about it. */
static void
add_conflict (CsMergeWindow *window, const CsMergeConflict *conflict)
{
  GtkWidget *box = gtk_list_box_new ();
  g_autofree char *quoted =
      cs_decision_dup_place (conflict->theirs, cs_matter_file_get_draft (window->pending->file));
  GtkWidget *label = gtk_label_new (quoted);
  GtkWidget *ours;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (box, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, quoted, -1);
  ours = add_side (GTK_LIST_BOX (box), _ ("Decided here"), conflict->ours, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ours), TRUE);
  g_ptr_array_add (window->ours_of, ours);
  g_ptr_array_add (window->theirs_of, add_side (GTK_LIST_BOX (box), _ ("Decided by them"),
                                                conflict->theirs, ours));
  adw_preferences_group_add (window->conflicts, label);
  adw_preferences_group_add (window->conflicts, box);
}

static void
choose_all (GPtrArray *choices)
{
  for (guint i = 0; i < choices->len; i++)
    gtk_check_button_set_active (choices->pdata[i], TRUE);
}

static void
on_all_ours (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_all (CS_MERGE_WINDOW (widget)->ours_of);
}

static void
on_all_theirs (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_all (CS_MERGE_WINDOW (widget)->theirs_of);
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

/* Whose text is the newer one, and that nobody joins two. */
static void
show_text (CsMergeWindow *window)
{
  const CsMerge *merged = window->pending->merge;
  const char *title = _ ("The text");
  const char *words = NULL;

  if (merged->ours_changed && merged->theirs_changed)
    {
      title = _ ("Both texts have changed");
      words = _ ("They are not joined: one counts from now on, the other stays as a version.");
    }
  else if (merged->theirs_changed)
    {
      title = _ ("Their text is newer");
      words = _ ("Nothing was written here since they got it.");
    }
  else if (merged->text_differs)
    {
      title = _ ("The text here is newer");
      words = _ ("Theirs is one that was here before.");
    }
  adw_preferences_group_set_title (window->text_group, title);
  adw_preferences_group_set_description (window->text_group, words);
  gtk_widget_set_visible (window->same_row, !merged->text_differs);
  gtk_widget_set_visible (window->ours_row, merged->text_differs);
  gtk_widget_set_visible (window->theirs_row, merged->text_differs);
  if (merged->theirs_changed && !merged->ours_changed)
    gtk_check_button_set_active (window->theirs, TRUE);
}

static void
fill (CsMergeWindow *window)
{
  const CsMerge *merged = window->pending->merge;
  const char *author = cs_matter_file_get_author (window->pending->file);
  g_autofree char *file = g_filename_display_basename (window->pending->path);
  /* Translators: a file, and the matter that it belongs to, or who wrote it */
  g_autofree char *subtitle =
      g_strdup_printf (_ ("%s · %s"), file, *author == '\0' ? merged->name : author);

  adw_window_title_set_subtitle (window->heading, subtitle);
  show_text (window);
  for (guint i = 0; i < merged->conflicts->len; i++)
    add_conflict (window, merged->conflicts->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (window->conflicts), merged->conflicts->len > 0);
  gtk_widget_set_visible (window->all_buttons, merged->conflicts->len > 1);
  show_news (window);
}

/* --- the window --- */

static void
cs_merge_window_dispose (GObject *object)
{
  CsMergeWindow *window = CS_MERGE_WINDOW (object);

  g_clear_object (&window->service);
  g_clear_object (&window->import);
  g_clear_pointer (&window->ours_of, g_ptr_array_unref);
  g_clear_pointer (&window->theirs_of, g_ptr_array_unref);

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
  gtk_widget_class_bind_template_child (widget_class, CsMergeWindow, same_row);
  gtk_widget_class_bind_template_child (widget_class, CsMergeWindow, ours_row);
  gtk_widget_class_bind_template_child (widget_class, CsMergeWindow, theirs_row);
  gtk_widget_class_bind_template_child (widget_class, CsMergeWindow, ours);
  gtk_widget_class_bind_template_child (widget_class, CsMergeWindow, theirs);
  gtk_widget_class_bind_template_child (widget_class, CsMergeWindow, conflicts);
  gtk_widget_class_bind_template_child (widget_class, CsMergeWindow, all_buttons);
  gtk_widget_class_bind_template_child (widget_class, CsMergeWindow, news);
  gtk_widget_class_install_action (widget_class, "merge.take", NULL, on_take);
  gtk_widget_class_install_action (widget_class, "merge.as-new", NULL, on_as_new);
  gtk_widget_class_install_action (widget_class, "merge.all-ours", NULL, on_all_ours);
  gtk_widget_class_install_action (widget_class, "merge.all-theirs", NULL, on_all_theirs);
}

static void
cs_merge_window_init (CsMergeWindow *window)
{
  window->ours_of = g_ptr_array_new ();
  window->theirs_of = g_ptr_array_new ();
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
