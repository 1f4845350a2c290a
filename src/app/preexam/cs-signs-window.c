#include "cs-signs-window.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../store/cs-tick-store.h"
#include "../widgets/cs-matter-picture.h"
#include "../widgets/cs-toast.h"

struct _CsSignsWindow
{
  AdwWindow parent_instance;

  CsStoreService *service;
  gint64 matter;
  char *author;
  GArray *figures; /* CsFigure, with what was ticked by now */
  guint at;
  GPtrArray *signs;   /* utf8: those of the text, as toggles */
  GPtrArray *toggles; /* lent, in the order of @signs */
  gboolean has_ticked;

  /* template */
  AdwToastOverlay *toasts;
  AdwWindowTitle *heading;
  GtkWidget *previous;
  GtkWidget *next;
  GtkPicture *picture;
  GtkFlowBox *box;
  GtkEditable *others;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (CsSignsWindow, cs_signs_window, ADW_TYPE_WINDOW)

enum
{
  TICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static CsFigure *
get_figure (CsSignsWindow *window)
{
  return &g_array_index (window->figures, CsFigure, window->at);
}

/* --- one figure --- */

static void
show_heading (CsSignsWindow *window)
{
  const CsFigure *figure = get_figure (window);
  g_autofree char *place = g_strdup_printf (
      /* Translators: which of how many figures, and whether somebody looked through it */
      _ ("%u of %u · %s"), window->at + 1, window->figures->len,
      figure->signs != NULL ? _ ("looked through") : _ ("not looked through"));

  adw_window_title_set_title (window->heading, figure->label != NULL ? figure->label :
                                                                       _ ("Figure"));
  adw_window_title_set_subtitle (window->heading, place);
  gtk_widget_set_sensitive (window->previous, window->at > 0);
  gtk_widget_set_sensitive (window->next, window->at + 1 < window->figures->len);
}

/* What was seen and is none of the signs of the text. */
static char *
dup_others (CsSignsWindow *window, const CsFigure *figure)
{
  g_autoptr (GString) others = g_string_new (NULL);

  for (guint i = 0; figure->signs != NULL && figure->signs[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (window->signs, figure->signs[i], g_str_equal, NULL))
      g_string_append_printf (others, "%s%s", others->len > 0 ? " " : "", figure->signs[i]);

  return g_string_free (g_steal_pointer (&others), FALSE);
}

static void
show_figure (CsSignsWindow *window)
{
  const CsFigure *figure = get_figure (window);
  const char *const *seen = (const char *const *)figure->signs;
  g_autofree char *others = dup_others (window, figure);
  g_autoptr (GdkPaintable) picture = NULL;

  show_heading (window);
  if (figure->file != NULL)
    picture = cs_matter_picture_new (window->service, window->matter, figure->file);
  gtk_picture_set_paintable (window->picture, picture);
  gtk_picture_set_alternative_text (window->picture, figure->label);
  for (guint i = 0; i < window->signs->len; i++)
    gtk_toggle_button_set_active (window->toggles->pdata[i],
                                  seen != NULL && g_strv_contains (seen, window->signs->pdata[i]));
  gtk_editable_set_text (window->others, others);
}

static void
go_to (CsSignsWindow *window, guint at)
{
  window->at = at;
  show_figure (window);
}

static void
on_previous (CsSignsWindow *window)
{
  go_to (window, window->at - 1);
}

static void
on_next (CsSignsWindow *window)
{
  go_to (window, window->at + 1);
}

static void
on_all (CsSignsWindow *window)
{
  for (guint i = 0; i < window->toggles->len; i++)
    gtk_toggle_button_set_active (window->toggles->pdata[i], TRUE);
}

/* --- keeping --- */

typedef struct
{
  gint64 matter;
  CsFigureTick *tick;
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *keeping = data;

  cs_figure_tick_free (keeping->tick);
  g_free (keeping);
}

static gpointer
keep (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Keeping *keeping = data;

  cs_draft_store_tick_figure (store, keeping->matter, keeping->tick, error);

  return NULL;
}

/* The first figure that nobody has looked through; behind the last one there is none. */
static guint
find_open (CsSignsWindow *window)
{
  guint at = 0;

  while (at < window->figures->len && g_array_index (window->figures, CsFigure, at).signs != NULL)
    at++;

  return at;
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsSignsWindow) window = data;
  g_autoptr (GError) error = NULL;

  cs_store_service_run_finish (CS_STORE_SERVICE (source), result, &error);
  if (error == NULL)
    window->has_ticked = TRUE;
  if (window->toasts == NULL) /* it went meanwhile */
    return;

  gtk_widget_set_sensitive (window->save, TRUE);
  if (error != NULL)
    {
      g_clear_pointer (&get_figure (window)->signs, g_strfreev);
      show_heading (window);
      cs_toast_show (window->toasts, error->message);
    }
  else if (find_open (window) < window->figures->len)
    go_to (window, find_open (window));
  else
    gtk_window_close (GTK_WINDOW (window));
}

/* Returns: (transfer full): what is ticked, and what was typed beside it, each once */
static char **
dup_seen (CsSignsWindow *window)
{
  g_auto (GStrv) others =
      g_regex_split_simple ("[\\s,;，；、]+", gtk_editable_get_text (window->others), 0, 0);
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  for (guint i = 0; i < window->signs->len; i++)
    if (gtk_toggle_button_get_active (window->toggles->pdata[i]))
      g_ptr_array_add (seen, g_strdup (window->signs->pdata[i]));
  for (guint i = 0; others[i] != NULL; i++)
    if (*others[i] != '\0' &&
        !g_ptr_array_find_with_equal_func (seen, others[i], g_str_equal, NULL))
      g_ptr_array_add (seen, g_strdup (others[i]));
  g_ptr_array_add (seen, NULL);

  return (char **)g_ptr_array_free (g_steal_pointer (&seen), FALSE);
}

static void
on_save (CsSignsWindow *window)
{
  Keeping *keeping = g_new0 (Keeping, 1);
  CsStoreJob job = {
    .func = keep, .data = keeping, .free_data = keeping_free, .matter = window->matter
  };
  CsFigure *figure = get_figure (window);

  g_strfreev (figure->signs);
  figure->signs = dup_seen (window);
  keeping->matter = window->matter;
  keeping->tick =
      cs_figure_tick_new (figure, (const char *const *)figure->signs, window->author);
  gtk_widget_set_sensitive (window->save, FALSE);
  cs_store_service_run (window->service, &job, NULL, on_kept, g_object_ref (window));
}

/* --- the object --- */

static gboolean
cs_signs_window_close_request (GtkWindow *widget)
{
  if (CS_SIGNS_WINDOW (widget)->has_ticked)
    g_signal_emit (widget, signals[TICKED], 0);

  return GTK_WINDOW_CLASS (cs_signs_window_parent_class)->close_request (widget);
}

static void
cs_signs_window_dispose (GObject *object)
{
  CsSignsWindow *window = CS_SIGNS_WINDOW (object);

  window->toasts = NULL;
  g_clear_object (&window->service);
  g_clear_pointer (&window->author, g_free);
  g_clear_pointer (&window->figures, g_array_unref);
  g_clear_pointer (&window->signs, g_ptr_array_unref);
  g_clear_pointer (&window->toggles, g_ptr_array_unref);

  G_OBJECT_CLASS (cs_signs_window_parent_class)->dispose (object);
}

static void
cs_signs_window_class_init (CsSignsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_signs_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = cs_signs_window_close_request;
  signals[TICKED] = g_signal_new ("ticked", CS_TYPE_SIGNS_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-signs-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsSignsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CsSignsWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, CsSignsWindow, previous);
  gtk_widget_class_bind_template_child (widget_class, CsSignsWindow, next);
  gtk_widget_class_bind_template_child (widget_class, CsSignsWindow, picture);
  gtk_widget_class_bind_template_child (widget_class, CsSignsWindow, box);
  gtk_widget_class_bind_template_child (widget_class, CsSignsWindow, others);
  gtk_widget_class_bind_template_child (widget_class, CsSignsWindow, save);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_all);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
cs_signs_window_init (CsSignsWindow *window)
{
  window->signs = g_ptr_array_new_with_free_func (g_free);
  window->toggles = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (window));
}

static void
add_toggle (CsSignsWindow *window, const CsSignEntry *entry)
{
  g_autofree char *words = entry->name == NULL ? g_strdup (entry->sign) :
                                                 g_strdup_printf ("%s  %s", entry->sign,
                                                                  entry->name);
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (toggle), label);
  gtk_widget_set_tooltip_text (toggle, words);
  gtk_flow_box_append (window->box, toggle);
  gtk_widget_set_focusable (gtk_widget_get_parent (toggle), FALSE);
  g_ptr_array_add (window->signs, g_strdup (entry->sign));
  g_ptr_array_add (window->toggles, toggle);
}

static void
add_toggles (CsSignsWindow *window, const CsExamResult *result)
{
  g_autoptr (CsSigns) own =
      result->signs != NULL ? NULL : cs_signs_new (result->claims, result->description);
  const GArray *entries = cs_signs_get_entries (own != NULL ? own : result->signs);

  for (guint i = 0; i < entries->len; i++)
    add_toggle (window, &g_array_index (entries, CsSignEntry, i));
}

CsSignsWindow *
cs_signs_window_present (GtkWindow *parent, const CsSignsSubject *subject)
{
  CsSignsWindow *window = g_object_new (CS_TYPE_SIGNS_WINDOW, "transient-for", parent, NULL);
  const GArray *figures = subject->result->draft->figures;

  window->service = g_object_ref (subject->service);
  window->matter = subject->matter;
  window->author = g_strdup (subject->author);
  window->figures = cs_figures_new ();
  for (guint i = 0; i < figures->len; i++)
    {
      CsFigure figure = cs_figure_copy (&g_array_index (figures, CsFigure, i));

      g_array_append_val (window->figures, figure);
    }
  add_toggles (window, subject->result);
  go_to (window, find_open (window) < figures->len ? find_open (window) : 0);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}
