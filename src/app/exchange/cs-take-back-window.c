#include "cs-take-back-window.h"

#include <glib/gi18n-lib.h>

#include "../../base/cs-error.h"
#include "../widgets/cs-shape.h"
#include "cs-progress-page.h"

#define MAX_NUMBERS 12 /* of claims in a row */

struct _CsTakeBackWindow
{
  AdwWindow parent_instance;

  CsDocument *document;
  char *path;
  GCancellable *cancellable;
  CsReturn *back; /* when it is read */

  /* template */
  AdwWindowTitle *heading;
  GtkButton *cancel;
  GtkWidget *take;
  GtkStack *pages;
  CsProgressPage *progress;
  AdwStatusPage *trouble;
  GtkInfoBar *warning;
  AdwPreferencesGroup *changes;
  AdwPreferencesGroup *besides;
  GtkLabel *promise;
};

G_DEFINE_FINAL_TYPE (CsTakeBackWindow, cs_take_back_window, ADW_TYPE_WINDOW)

enum
{
  TAKEN,
  NEW_DRAFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_page (CsTakeBackWindow *window, const char *page)
{
  gboolean can_take = g_str_equal (page, "changes");

  cs_progress_page_end (window->progress);
  gtk_stack_set_visible_child_name (window->pages, page);
  gtk_widget_set_visible (window->take, !g_str_equal (page, "trouble"));
  gtk_button_set_label (window->cancel,
                        g_str_equal (page, "trouble") ? _ ("_Close") : _ ("_Cancel"));
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "take-back.take", can_take);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "take-back.new-draft", can_take);
}

static void
show_trouble (CsTakeBackWindow *window, const GError *error)
{
  g_autofree char *name = g_filename_display_basename (window->path);
  guint line = cs_error_get_line (error);
  g_autofree char *reason = line > 0 ?
                                /* Translators: file, line, and what is wrong there */
                                g_strdup_printf (_ ("%s, line %u: %s"), name, line,
                                                 error->message) :
                                /* Translators: file, and what is wrong with it */
                                g_strdup_printf (_ ("%s: %s"), name, error->message);
  g_autofree char *text = g_markup_escape_text (reason, -1);

  adw_status_page_set_description (window->trouble, text);
  show_page (window, "trouble");
}

/* --- what is told of it --- */

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);

  return row;
}

static void
add_count (GString *text, const char *format, guint n)
{
  g_autofree char *count = NULL;
  g_auto (GStrv) pieces = NULL;

  if (n == 0)
    return;

  pieces = g_strsplit (format, "%u", 2);
  count = g_strdup_printf ("%u", n);
  if (text->len > 0)
    /* Translators: between "2 changed" and "1 new" */
    g_string_append (text, _ (", "));
  g_string_append_printf (text, "%s%s%s", pieces[0], count, pieces[1]);
}

/* Printed numbers of the claims @indexes of @draft, as many as are read at a glance. */
static char *
dup_numbers (const CsDraft *draft, const GArray *indexes)
{
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < indexes->len && i < MAX_NUMBERS; i++)
    g_string_append_printf (
        numbers, "%s%u", i == 0 ? "" : ", ",
        cs_draft_get_unit (draft, CS_PART_CLAIMS, g_array_index (indexes, guint, i))->number);
  if (indexes->len > MAX_NUMBERS)
    g_string_append (numbers, "…");

  return g_string_free (numbers, FALSE);
}

/* "2 changed: 3, 5" */
static void
add_claims (GString *text, const char *format, const CsDraft *draft, const GArray *indexes)
{
  g_autofree char *numbers = dup_numbers (draft, indexes);
  g_autoptr (GString) count = g_string_new (NULL);

  if (indexes->len == 0)
    return;

  add_count (count, format, indexes->len);
  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: "2 changed: 3, 5" */
  g_string_append_printf (text, _ ("%s: %s"), count->str, numbers);
}

static const char *
get_changed_format (guint n)
{
  /* Translators: claims or paragraphs; so are the next two */
  return ngettext ("%u changed", "%u changed", n);
}

static const char *
get_added_format (guint n)
{
  return ngettext ("%u new", "%u new", n);
}

static const char *
get_removed_format (guint n)
{
  return ngettext ("%u gone", "%u gone", n);
}

static char *
dup_claims_text (const CsReturn *back)
{
  const CsReturnPart *part = &back->parts[CS_PART_CLAIMS];
  GString *text = g_string_new (NULL);

  add_claims (text, get_changed_format (part->changed->len), back->draft, part->changed);
  add_claims (text, get_added_format (part->added->len), back->draft, part->added);
  add_claims (text, get_removed_format (part->removed->len), back->now, part->removed);

  return g_string_free (text, FALSE);
}

static char *
dup_paragraphs_text (const CsReturn *back)
{
  const CsReturnPart *part = &back->parts[CS_PART_DESCRIPTION];
  GString *text = g_string_new (NULL);

  add_count (text, get_changed_format (part->changed->len), part->changed->len);
  add_count (text, get_added_format (part->added->len), part->added->len);
  add_count (text, get_removed_format (part->removed->len), part->removed->len);

  return g_string_free (text, FALSE);
}

static char *
dup_other_text (const CsReturn *back)
{
  return g_strdup (_ ("Has other words"));
}

static void
add_nothing_changes (CsTakeBackWindow *window)
{
  GtkWidget *row = add_row (window->changes, _ ("No word of the text"),
                            _ ("Pictures, formulas and remarks are taken from the file"));
  GtkWidget *tick = gtk_image_new_from_icon_name ("cs-passed-symbolic");

  gtk_widget_add_css_class (tick, "cs-passed");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
}

static void
show_changes (CsTakeBackWindow *window)
{
  static const struct
  {
    CsPart part;
    const char *title;
    char *(*dup_text) (const CsReturn *back);
  } parts[] = { { CS_PART_TITLE, N_ ("Title"), dup_other_text },
                { CS_PART_ABSTRACT, N_ ("Abstract"), dup_other_text },
                { CS_PART_CLAIMS, N_ ("Claims"), dup_claims_text },
                { CS_PART_DESCRIPTION, N_ ("Paragraphs of the description"),
                  dup_paragraphs_text } };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (cs_return_changes_part (window->back, parts[i].part))
      {
        g_autofree char *text = parts[i].dup_text (window->back);

        add_row (window->changes, _ (parts[i].title), text);
      }
  if (cs_return_is_text_same (window->back))
    add_nothing_changes (window);
}

static void
add_fact (CsTakeBackWindow *window, guint n, const char *format, const char *subtitle)
{
  g_autoptr (GString) title = g_string_new (NULL);
  GtkWidget *shape;
  GtkWidget *row;

  if (n == 0)
    return;

  add_count (title, format, n);
  row = add_row (window->besides, title->str, subtitle);
  shape = gtk_image_new ();
  cs_shape_show (GTK_IMAGE (shape), CS_SEVERITY_ADVICE, TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), shape);
}

static void
show_besides (CsTakeBackWindow *window)
{
  const CsReturn *back = window->back;

  add_fact (window, back->n_comments,
            ngettext ("%u comment of a person", "%u comments of people", back->n_comments),
            _ ("They are listed among the findings"));
  add_fact (window, back->n_insertions,
            ngettext ("%u tracked insertion", "%u tracked insertions", back->n_insertions),
            _ ("Taken as text"));
  add_fact (window, back->n_deletions,
            ngettext ("%u tracked deletion", "%u tracked deletions", back->n_deletions),
            _ ("Left out, as if it was accepted"));
  gtk_widget_set_visible (GTK_WIDGET (window->besides),
                          back->n_comments + back->n_insertions + back->n_deletions > 0);
}

/* Less than a third of the claims can be told again. */
static gboolean
looks_foreign (const CsReturn *back)
{
  guint n_claims = cs_draft_get_n_units (back->now, CS_PART_CLAIMS);

  return n_claims > 1 && 3 * back->n_kept < n_claims;
}

static char *
dup_version_name (CsTakeBackWindow *window)
{
  g_autofree char *source = g_filename_display_basename (window->path);

  /* Translators: a version of a draft, kept before the edited file took its place */
  return g_strdup_printf (_ ("before “%s”"), source);
}

static void
show_return (CsTakeBackWindow *window)
{
  g_autofree char *version = dup_version_name (window);
  g_autofree char *promise =
      g_strdup_printf (_ ("The text until now is kept as the version %s, and undo brings it back. "
                          "Decisions on findings stay, as does the filing sheet."),
                       version);

  show_changes (window);
  show_besides (window);
  gtk_label_set_label (window->promise, promise);
  show_page (window, "changes");
  gtk_info_bar_set_revealed (window->warning, looks_foreign (window->back));
  gtk_window_set_default_widget (GTK_WINDOW (window), window->take);
  gtk_widget_grab_focus (window->take);
}

/* --- reading --- */

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsTakeBackWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsReturn) back = cs_return_read_finish (result, &error);

  if (window->document == NULL) /* was closed */
    return;

  if (back == NULL)
    show_trouble (window, error);
  else
    {
      window->back = g_steal_pointer (&back);
      show_return (window);
    }
}

static void
begin (CsTakeBackWindow *window)
{
  CsStoreService *service = cs_document_get_service (window->document);
  g_autoptr (GHashTable) images = cs_document_dup_pictures (window->document);
  g_autofree char *name = g_filename_display_basename (window->path);
  g_autofree char *words = g_strdup_printf (_ ("Reading “%s”"), name);
  const CsReturnJob job = { .path = window->path,
                            .now = cs_document_get_draft (window->document),
                            .images = images,
                            .folder = service == NULL ? NULL :
                                                        cs_store_service_get_folder (service),
                            .matter = cs_document_get_info (window->document)->id };

  adw_window_title_set_subtitle (window->heading, name);
  show_page (window, "reading");
  cs_progress_page_begin (window->progress, words, FALSE);
  cs_return_read_async (&job, window->cancellable, on_read, g_object_ref (window));
}

static void
on_stop (CsTakeBackWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
}

/* --- taking it --- */

static void
take (CsTakeBackWindow *window)
{
  if (!cs_document_take_back (window->document, window->back))
    { /* the text has changed meanwhile: what was told is not true any more */
      g_clear_pointer (&window->back, cs_return_free);
      gtk_window_close (GTK_WINDOW (window));
      return;
    }

  g_signal_emit (window, signals[TAKEN], 0, window->path);
  gtk_window_close (GTK_WINDOW (window));
}

typedef struct
{
  gint64 matter;
  char *name;
} Version;

static void
version_free (gpointer data)
{
  Version *version = data;

  g_free (version->name);
  g_free (version);
}

static gpointer
keep_version (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Version *version = data;

  cs_draft_store_add_version (store, version->matter, version->name, error);

  return NULL;
}

static void
on_version_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsTakeBackWindow) window = data;
  g_autoptr (GError) error = NULL;

  cs_store_service_run_finish (CS_STORE_SERVICE (source), result, &error);
  if (window->document == NULL)
    return;
  if (error != NULL)
    show_trouble (window, error);
  else
    take (window);
}

static void
on_saved (GObject *document, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsTakeBackWindow) window = data;
  g_autoptr (GError) error = NULL;
  CsStoreService *service = cs_document_get_service (CS_DOCUMENT (document));
  Version version = { 0 };
  CsStoreJob job = { .func = keep_version, .free_data = version_free, .matter = -1 };

  if (!cs_document_flush_finish (CS_DOCUMENT (document), result, &error))
    {
      if (window->document != NULL)
        show_trouble (window, error);
      return;
    }
  if (window->document == NULL)
    return;

  version.matter = cs_document_get_info (window->document)->id;
  version.name = dup_version_name (window);
  job.data = g_memdup2 (&version, sizeof version);
  cs_store_service_run (service, &job, NULL, on_version_kept, g_object_ref (window));
}

/* The store keeps what it has: all of the text must be there first. */
static void
on_take (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsTakeBackWindow *window = CS_TAKE_BACK_WINDOW (widget);

  gtk_widget_action_set_enabled (widget, "take-back.take", FALSE);
  if (cs_document_get_service (window->document) == NULL) /* it is kept nowhere */
    take (window);
  else
    cs_document_flush (window->document, on_saved, g_object_ref (window));
}

static void
on_new_draft (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsTakeBackWindow *window = CS_TAKE_BACK_WINDOW (widget);

  g_signal_emit (window, signals[NEW_DRAFT], 0, window->path);
  gtk_window_close (GTK_WINDOW (window));
}

/* --- the window --- */

static void
cs_take_back_window_dispose (GObject *object)
{
  CsTakeBackWindow *window = CS_TAKE_BACK_WINDOW (object);

  if (window->cancellable != NULL)
    g_cancellable_cancel (window->cancellable);
  g_clear_object (&window->cancellable);
  g_clear_object (&window->document);
  g_clear_pointer (&window->back, cs_return_free);
  g_clear_pointer (&window->path, g_free);

  G_OBJECT_CLASS (cs_take_back_window_parent_class)->dispose (object);
}

static void
cs_take_back_window_class_init (CsTakeBackWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (CS_TYPE_PROGRESS_PAGE);
  G_OBJECT_CLASS (class)->dispose = cs_take_back_window_dispose;

  signals[TAKEN] = g_signal_new ("taken", CS_TYPE_TAKE_BACK_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NEW_DRAFT] = g_signal_new ("new-draft", CS_TYPE_TAKE_BACK_WINDOW, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-take-back-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsTakeBackWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, CsTakeBackWindow, cancel);
  gtk_widget_class_bind_template_child (widget_class, CsTakeBackWindow, take);
  gtk_widget_class_bind_template_child (widget_class, CsTakeBackWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CsTakeBackWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, CsTakeBackWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, CsTakeBackWindow, warning);
  gtk_widget_class_bind_template_child (widget_class, CsTakeBackWindow, changes);
  gtk_widget_class_bind_template_child (widget_class, CsTakeBackWindow, besides);
  gtk_widget_class_bind_template_child (widget_class, CsTakeBackWindow, promise);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_install_action (widget_class, "take-back.take", NULL, on_take);
  gtk_widget_class_install_action (widget_class, "take-back.new-draft", NULL, on_new_draft);
}

static void
cs_take_back_window_init (CsTakeBackWindow *window)
{
  window->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (window));
}

CsTakeBackWindow *
cs_take_back_window_new (CsDocument *document, GtkWindow *parent, const char *path)
{
  CsTakeBackWindow *window = g_object_new (CS_TYPE_TAKE_BACK_WINDOW, "transient-for", parent, NULL);

  window->document = g_object_ref (document);
  window->path = g_strdup (path);
  begin (window);

  return window;
}
