#include "cs-preferences-library.h"

#include <glib/gi18n-lib.h>

#include "../service/library/cs-library-care.h"
#include "families/cs-library-restore.h"
#include "widgets/cs-file-dialog.h"
#include "widgets/cs-toast.h"
#include "widgets/cs-when.h"

#define MAX_PROBLEMS 3 /* that are told; the rest is counted */

struct _CsPreferencesLibrary
{
  AdwPreferencesPage parent_instance;

  AdwActionRow *place;
  GtkWidget *show;
  AdwActionRow *content;
  AdwActionRow *last;
  GtkWidget *copies;
  GtkWidget *back_up;
  AdwActionRow *soundness;
  GtkWidget *repair;
  GtkWidget *check;
  AdwActionRow *progress;
  GtkProgressBar *bar;
  GtkWidget *stop;
  GtkWidget *samples;
  AdwActionRow *n_samples;
  GtkWidget *remove;

  CsLibraryCare *care;
};

G_DEFINE_FINAL_TYPE (CsPreferencesLibrary, cs_preferences_library, ADW_TYPE_PREFERENCES_PAGE)

/* --- what there is --- */

/* A subtitle is markup. */
static void
set_subtitle (AdwActionRow *row, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_action_row_set_subtitle (row, escaped);
}

static char *
dup_families (gint64 n)
{
  guint n_families = (guint)MIN (n, G_MAXINT);

  return g_strdup_printf (ngettext ("%'u family", "%'u families", n_families), n_families);
}

static char *
dup_content (const CsLibraryFacts *facts)
{
  guint n_documents = (guint)MIN (facts->counts.documents, G_MAXINT);
  g_autofree char *size = g_format_size (facts->n_bytes);
  g_autofree char *families = dup_families (facts->counts.families);
  g_autofree char *documents = g_strdup_printf (
      ngettext ("%'u document", "%'u documents", n_documents), n_documents);

  return g_strdup_printf ("%s · %s · %s", families, documents, size);
}

static char *
dup_last (const CsLibraryRun *run)
{
  g_autofree char *when = NULL;

  if (run == NULL)
    return g_strdup (_ ("None yet"));

  when = cs_when_dup_words (run->began_us, g_get_real_time ());

  return g_strdup_printf ("%s · %s", when, run->label);
}

static void
show_facts (CsPreferencesLibrary *page, const CsLibraryFacts *facts)
{
  g_autofree char *path = g_filename_display_name (facts->path);
  g_autofree char *content = dup_content (facts);
  g_autofree char *samples = dup_families ((gint64)facts->n_samples);
  g_autofree char *last = dup_last (facts->last);

  set_subtitle (page->place, path);
  set_subtitle (page->content, content);
  set_subtitle (page->last, last);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (page->n_samples), samples);
}

static void
show_nothing (CsPreferencesLibrary *page)
{
  set_subtitle (page->place, _ ("There is no library yet, or it cannot be read"));
  set_subtitle (page->content, _ ("Import records in the room of families to begin one"));
}

static void
update (CsPreferencesLibrary *page)
{
  const CsLibraryFacts *facts = cs_library_care_get_facts (page->care);
  guint deed;

  g_object_get (page->care, "deed", &deed, NULL);
  if (facts != NULL)
    show_facts (page, facts);
  else
    show_nothing (page);
  gtk_widget_set_visible (page->show, facts != NULL);
  gtk_widget_set_visible (GTK_WIDGET (page->last), facts != NULL);
  gtk_widget_set_visible (page->samples, facts != NULL && facts->n_samples > 0);
  gtk_widget_set_sensitive (page->copies, deed == CS_CARE_NONE);
  gtk_widget_set_sensitive (page->back_up, facts != NULL);
  gtk_widget_set_sensitive (page->check, deed == CS_CARE_NONE && facts != NULL);
  gtk_widget_set_sensitive (page->repair, deed == CS_CARE_NONE);
  gtk_widget_set_sensitive (page->remove, deed == CS_CARE_NONE);
}

/* --- what is under way --- */

static void
on_deed (CsPreferencesLibrary *page)
{
  static const char *const words[] = {
    [CS_CARE_NONE] = "",
    [CS_CARE_BACK_UP] = N_ ("Writing the backup"),
    [CS_CARE_CHECK] = N_ ("Checking"),
    [CS_CARE_REPAIR] = N_ ("Repairing"),
    [CS_CARE_RESTORE] = N_ ("Restoring"),
    [CS_CARE_BEGIN_ANEW] = "", /* offered where the library is damaged */
    [CS_CARE_REMOVE_SAMPLES] = N_ ("Removing the sample families"),
  };
  guint deed;

  g_object_get (page->care, "deed", &deed, NULL);
  gtk_widget_set_visible (GTK_WIDGET (page->progress), deed != CS_CARE_NONE);
  if (deed != CS_CARE_NONE)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (page->progress), _ (words[deed]));
  gtk_widget_set_visible (GTK_WIDGET (page->bar), cs_care_deed_takes_time (deed));
  gtk_widget_set_visible (page->stop, cs_care_deed_takes_time (deed));
  update (page);
}

/* --- what came of it --- */

static void
say (CsPreferencesLibrary *page, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  if (ADW_IS_PREFERENCES_WINDOW (root))
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (root), cs_toast_new (text));
}

static const char *
get_heading (CsCareDeed deed)
{
  static const char *const headings[] = {
    [CS_CARE_NONE] = "",
    [CS_CARE_BACK_UP] = N_ ("No backup was written"),
    [CS_CARE_CHECK] = N_ ("The library was not checked"),
    [CS_CARE_REPAIR] = N_ ("The library was not repaired"),
    [CS_CARE_RESTORE] = N_ ("The backup was not restored"),
    [CS_CARE_BEGIN_ANEW] = "",
    [CS_CARE_REMOVE_SAMPLES] = N_ ("The sample families were not removed"),
  };

  return _ (headings[deed]);
}

static const char *
get_advice (CsCareDeed deed, const GError *error)
{
  if (g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_BUSY))
    return _ ("Nothing was changed.");
  if (g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT))
    return deed == CS_CARE_RESTORE ? _ ("Nothing was changed. Choose another backup.") :
                                     _ ("Repair the library, or restore a backup.");
  if (deed == CS_CARE_BACK_UP)
    return _ ("Choose another place, with enough room, and try again.");

  return _ ("Nothing was changed.");
}

static void
tell_failure (CsPreferencesLibrary *page, CsCareDeed deed, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      say (page, get_heading (deed));
      return;
    }

  dialog = adw_message_dialog_new (GTK_WINDOW (root), get_heading (deed), NULL);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), "%s\n\n%s", error->message,
                                  get_advice (deed, error));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static char *
dup_problems (char *const *problems)
{
  GString *text = g_string_new (NULL);
  guint n = g_strv_length ((char **)problems);

  for (guint i = 0; i < MIN (n, MAX_PROBLEMS); i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : "\n", problems[i]);
  if (n > MAX_PROBLEMS)
    g_string_append_printf (text, _ ("\nand %u more"), n - MAX_PROBLEMS);

  return g_string_free (text, FALSE);
}

static void
show_check (CsPreferencesLibrary *page, char *const *problems)
{
  gboolean is_sound = problems == NULL || problems[0] == NULL;
  g_autofree char *text =
      is_sound ? g_strdup (_ ("Sound: no problem was found")) : dup_problems (problems);

  set_subtitle (page->soundness, text);
  gtk_widget_set_visible (page->repair, !is_sound);
  say (page, is_sound ? _ ("The library is sound") : _ ("The library has problems"));
}

static void
on_ended (CsPreferencesLibrary *page, guint deed, const GError *error, char *const *problems)
{
  if (page->place == NULL) /* closed meanwhile */
    return;

  if (error != NULL)
    {
      gtk_widget_set_visible (page->repair,
                              g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT) &&
                                  deed != CS_CARE_RESTORE);
      tell_failure (page, deed, error);
      return;
    }
  if (deed == CS_CARE_CHECK)
    {
      show_check (page, problems);
      return;
    }

  set_subtitle (page->soundness, _ ("Not checked yet"));
  gtk_widget_set_visible (page->repair, FALSE);
  if (deed == CS_CARE_BACK_UP)
    say (page, _ ("The backup was written"));
  else if (deed == CS_CARE_REPAIR)
    say (page, _ ("The library was repaired"));
  else if (deed == CS_CARE_RESTORE)
    say (page, _ ("The backup is in its place; what was here is in the folder “backups”"));
  else
    say (page, _ ("The sample library was removed"));
}

/* --- what a person does --- */

static void
on_show (CsPreferencesLibrary *page)
{
  const CsLibraryFacts *facts = cs_library_care_get_facts (page->care);

  if (facts != NULL)
    cs_file_show_in_folder (facts->path, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
}

static void
on_back_up (CsPreferencesLibrary *page)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  const char *words[] = { _ ("Library of families"), day, NULL };
  const CsFileQuestion question = { _ ("Back up the library"), _ ("_Back up"), words, "db",
                                    "library.back-up-to" };

  cs_file_dialog_ask (GTK_WIDGET (page), &question);
}

static void
back_up_to (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_library_care_begin (CS_PREFERENCES_LIBRARY (widget)->care, CS_CARE_BACK_UP,
                         g_variant_get_string (parameter, NULL));
}

static void
on_restore (CsPreferencesLibrary *page)
{
  cs_library_restore_ask (GTK_WIDGET (page), "library.restore-from");
}

#define PATH "cs-path"

static void
on_restore_agreed (AdwMessageDialog *dialog, const char *response, CsPreferencesLibrary *page)
{
  cs_library_care_begin (page->care, CS_CARE_RESTORE,
                         g_object_get_data (G_OBJECT (dialog), PATH));
}

static void
restore_from (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *path = g_variant_get_string (parameter, NULL);
  g_autofree char *file = g_filename_display_basename (path);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                              _ ("Replace the library by the backup?"), NULL);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_format_body (
      message,
      _ ("All families, notes, tags and searches become those of “%s”. The library that is here "
         "now is kept in the folder “backups”; your drafts stay as they are."),
      file);
  adw_message_dialog_add_responses (message, "cancel", _ ("_Cancel"), "restore", _ ("_Restore"),
                                    NULL);
  adw_message_dialog_set_response_appearance (message, "restore", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (message, "cancel");
  adw_message_dialog_set_close_response (message, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), PATH, g_strdup (path), g_free);
  g_signal_connect_object (dialog, "response::restore", G_CALLBACK (on_restore_agreed), widget, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_check (CsPreferencesLibrary *page)
{
  cs_library_care_begin (page->care, CS_CARE_CHECK, NULL);
}

static void
on_repair (CsPreferencesLibrary *page)
{
  cs_library_care_begin (page->care, CS_CARE_REPAIR, NULL);
}

static void
on_remove (CsPreferencesLibrary *page)
{
  cs_library_care_begin (page->care, CS_CARE_REMOVE_SAMPLES, NULL);
}

static void
on_stop (CsPreferencesLibrary *page)
{
  cs_library_care_stop (page->care);
}

/* --- the class --- */

/* Nobody would see what comes of it any more. */
static void
cs_preferences_library_dispose (GObject *object)
{
  CsPreferencesLibrary *page = CS_PREFERENCES_LIBRARY (object);

  if (page->care != NULL)
    cs_library_care_stop (page->care);
  g_clear_object (&page->care);
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_PREFERENCES_LIBRARY);

  G_OBJECT_CLASS (cs_preferences_library_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, CsPreferencesLibrary, place);
  gtk_widget_class_bind_template_child (class, CsPreferencesLibrary, show);
  gtk_widget_class_bind_template_child (class, CsPreferencesLibrary, content);
  gtk_widget_class_bind_template_child (class, CsPreferencesLibrary, last);
  gtk_widget_class_bind_template_child (class, CsPreferencesLibrary, copies);
  gtk_widget_class_bind_template_child (class, CsPreferencesLibrary, back_up);
  gtk_widget_class_bind_template_child (class, CsPreferencesLibrary, soundness);
  gtk_widget_class_bind_template_child (class, CsPreferencesLibrary, repair);
  gtk_widget_class_bind_template_child (class, CsPreferencesLibrary, check);
  gtk_widget_class_bind_template_child (class, CsPreferencesLibrary, progress);
  gtk_widget_class_bind_template_child (class, CsPreferencesLibrary, bar);
  gtk_widget_class_bind_template_child (class, CsPreferencesLibrary, stop);
  gtk_widget_class_bind_template_child (class, CsPreferencesLibrary, samples);
  gtk_widget_class_bind_template_child (class, CsPreferencesLibrary, n_samples);
  gtk_widget_class_bind_template_child (class, CsPreferencesLibrary, remove);
}

static void
cs_preferences_library_class_init (CsPreferencesLibraryClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = cs_preferences_library_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-preferences-library.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_bind_template_callback (widget_class, on_back_up);
  gtk_widget_class_bind_template_callback (widget_class, on_restore);
  gtk_widget_class_bind_template_callback (widget_class, on_check);
  gtk_widget_class_bind_template_callback (widget_class, on_repair);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_install_action (widget_class, "library.back-up-to", "s", back_up_to);
  gtk_widget_class_install_action (widget_class, "library.restore-from", "s", restore_from);
}

static void
cs_preferences_library_init (CsPreferencesLibrary *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
}

AdwPreferencesPage *
cs_preferences_library_new (CsLibraryService *service)
{
  CsPreferencesLibrary *page = g_object_new (CS_TYPE_PREFERENCES_LIBRARY, NULL);

  page->care = cs_library_care_new (service);
  g_signal_connect_object (page->care, "notify::facts", G_CALLBACK (update), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page->care, "notify::deed", G_CALLBACK (on_deed), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page->care, "ended", G_CALLBACK (on_ended), page, G_CONNECT_SWAPPED);
  g_object_bind_property (page->care, "fraction", page->bar, "fraction", G_BINDING_SYNC_CREATE);

  return ADW_PREFERENCES_PAGE (page);
}
