#include "cs-confirm-window.h"

#include <glib/gi18n-lib.h>

#include "../cs-settings.h"
#include "../widgets/cs-shape.h"
#include "../widgets/cs-when.h"
#include "cs-reviews.h"

#define N_HASH_DIGITS 16 /* of a SHA-256 that people compare, in groups of four */

struct _CsConfirmWindow
{
  AdwWindow parent_instance;

  CsDocument *document;
  CsReviews *reviews;
  char *text_sha256; /* of the text as it was when the window opened; it is modal */
  GPtrArray *rows;   /* of list */
  gboolean is_named; /* the name was proposed, or typed */
  gboolean is_busy;

  /* template */
  GtkWidget *confirm;
  GtkInfoBar *trouble;
  GtkLabel *trouble_label;
  AdwActionRow *author;
  AdwActionRow *findings;
  GtkImage *findings_shape;
  GtkLabel *hash;
  AdwEntryRow *name;
  AdwEntryRow *remark;
  AdwPreferencesGroup *list;
};

G_DEFINE_FINAL_TYPE (CsConfirmWindow, cs_confirm_window, ADW_TYPE_WINDOW)

enum
{
  CONFIRMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what is confirmed --- */

static guint
count_open (CsConfirmWindow *window)
{
  const CsFindingView *view = cs_document_get_view (window->document);
  guint n_open = 0;

  for (guint i = 0; view != NULL && i < CS_N_SEVERITIES; i++)
    n_open += view->n_open[i];

  return n_open;
}

static char *
dup_findings (const CsFindingView *view)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    if (view->n_open[i] > 0)
      {
        g_autofree char *count = cs_shape_dup_count (i, view->n_open[i]);

        /* Translators: between "3 must fix" and "2 should fix" */
        g_string_append_printf (words, "%s%s", words->len > 0 ? _ (", ") : "", count);
      }
  if (words->len == 0)
    g_string_append (words, view->n_checked > 0 ? _ ("None") : _ ("Not checked"));

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static CsSeverity
get_worst (const CsFindingView *view)
{
  CsSeverity severity = 0;

  while (severity < CS_N_SEVERITIES && view->n_open[severity] == 0)
    severity++;

  return severity;
}

static void
update_can_confirm (CsConfirmWindow *window)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (window->name)));
  gboolean ready = *g_strstrip (name) != '\0' && !window->is_busy &&
                   cs_document_get_view (window->document) != NULL &&
                   !cs_document_is_stale (window->document);

  gtk_widget_action_set_enabled (GTK_WIDGET (window), "confirm.confirm", ready);
}

static void
on_view (CsConfirmWindow *window)
{
  const CsFindingView *view = cs_document_get_view (window->document);
  g_autofree char *words = view == NULL ? g_strdup (_ ("Checking…")) : dup_findings (view);

  adw_action_row_set_subtitle (window->findings, words);
  cs_shape_show (window->findings_shape, view == NULL ? CS_N_SEVERITIES : get_worst (view), TRUE);
  update_can_confirm (window);
}

static void
show_hash (CsConfirmWindow *window)
{
  g_autoptr (GString) groups = g_string_new (NULL);

  for (guint i = 0; i < N_HASH_DIGITS; i += 4)
    g_string_append_printf (groups, "%s%.4s", i > 0 ? " " : "", window->text_sha256 + i);
  gtk_label_set_label (window->hash, groups->str);
  gtk_widget_set_tooltip_text (GTK_WIDGET (window->hash), window->text_sha256);
}

/* --- who did before --- */

static GtkWidget *
review_row_new (const CsReview *review, gboolean holds)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *shape =
      gtk_image_new_from_icon_name (holds ? "cs-passed-symbolic" : "cs-pending-symbolic");
  g_autofree char *when = cs_when_dup_words (review->made_us, g_get_real_time ());
  g_autofree char *open = g_strdup_printf (
      ngettext ("%u open finding", "%u open findings", review->n_open), review->n_open);
  g_autoptr (GString) facts = g_string_new (when);

  if (!holds)
    g_string_append_printf (facts, " · %s", _ ("text changed since"));
  g_string_append_printf (facts, " · %s", open);
  if (*review->remark != '\0')
    g_string_append_printf (facts, "\n%s", review->remark);
  gtk_widget_add_css_class (shape, holds ? "cs-passed" : "cs-neutral");
  gtk_accessible_update_property (GTK_ACCESSIBLE (shape), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  holds ? _ ("Holds") : _ ("Text changed since"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), shape);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), review->reviewer);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts->str);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

/* Whose draft this is does not confirm it; anybody else at this desk may. */
static void
propose_name (CsConfirmWindow *window)
{
  g_autofree char *author = cs_settings_dup_author (cs_settings_get_default ());

  if (window->is_named || *gtk_editable_get_text (GTK_EDITABLE (window->name)) != '\0')
    return;

  window->is_named = TRUE;
  if (!g_str_equal (author, cs_reviews_get_author (window->reviews)))
    gtk_editable_set_text (GTK_EDITABLE (window->name), author);
}

static void
on_reviews (CsConfirmWindow *window)
{
  const GPtrArray *all = cs_reviews_get_all (window->reviews);
  const char *author = cs_reviews_get_author (window->reviews);

  adw_action_row_set_subtitle (window->author, *author == '\0' ? _ ("Not known") : author);
  propose_name (window);
  for (guint i = 0; i < window->rows->len; i++)
    adw_preferences_group_remove (window->list, window->rows->pdata[i]);
  g_ptr_array_set_size (window->rows, 0);
  for (guint i = 0; i < all->len; i++)
    {
      GtkWidget *row =
          review_row_new (all->pdata[i], cs_reviews_holds (window->reviews, all->pdata[i]));

      adw_preferences_group_add (window->list, row);
      g_ptr_array_add (window->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (window->list), all->len > 0);
}

/* --- confirming --- */

static void
show_trouble (CsConfirmWindow *window, const GError *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_CONFLICT))
    text = g_strdup_printf (_ ("%s. Close this window, look through the text, and confirm again."),
                            error->message);
  gtk_label_set_label (window->trouble_label, text == NULL ? error->message : text);
  gtk_info_bar_set_revealed (window->trouble, TRUE);
  if (g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_REVIEWER))
    {
      gtk_widget_add_css_class (GTK_WIDGET (window->name), "error");
      gtk_widget_grab_focus (GTK_WIDGET (window->name));
    }
}

static void
on_name (CsConfirmWindow *window)
{
  gtk_widget_remove_css_class (GTK_WIDGET (window->name), "error");
  gtk_info_bar_set_revealed (window->trouble, FALSE);
  update_can_confirm (window);
}

static void
on_added (GObject *reviews, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsConfirmWindow) window = data;
  g_autoptr (GError) error = NULL;
  gboolean is_kept = cs_reviews_add_finish (CS_REVIEWS (reviews), result, &error);
  g_autofree char *name = NULL;

  if (window->document == NULL) /* was closed */
    return;

  window->is_busy = FALSE;
  update_can_confirm (window);
  if (!is_kept)
    {
      show_trouble (window, error);
      return;
    }

  name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (window->name)));
  g_signal_emit (window, signals[CONFIRMED], 0, g_strstrip (name));
  gtk_window_close (GTK_WINDOW (window));
}

static void
on_confirm (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsConfirmWindow *window = CS_CONFIRM_WINDOW (widget);
  CsReview *review = g_new0 (CsReview, 1);

  review->reviewer = g_strdup (gtk_editable_get_text (GTK_EDITABLE (window->name)));
  review->remark = g_strdup (gtk_editable_get_text (GTK_EDITABLE (window->remark)));
  review->made_us = g_get_real_time ();
  review->text_sha256 = g_strdup (window->text_sha256);
  review->n_open = count_open (window);
  window->is_busy = TRUE;
  update_can_confirm (window);
  gtk_info_bar_set_revealed (window->trouble, FALSE);
  cs_reviews_add (window->reviews, review, on_added, g_object_ref (window));
}

static void
on_entered (CsConfirmWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "confirm.confirm", NULL);
}

/* --- the window --- */

static void
cs_confirm_window_dispose (GObject *object)
{
  CsConfirmWindow *window = CS_CONFIRM_WINDOW (object);

  g_clear_object (&window->reviews);
  g_clear_object (&window->document);
  g_clear_pointer (&window->text_sha256, g_free);
  g_clear_pointer (&window->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (cs_confirm_window_parent_class)->dispose (object);
}

static void
cs_confirm_window_class_init (CsConfirmWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = cs_confirm_window_dispose;

  signals[CONFIRMED] = g_signal_new ("confirmed", CS_TYPE_CONFIRM_WINDOW, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-confirm-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsConfirmWindow, confirm);
  gtk_widget_class_bind_template_child (widget_class, CsConfirmWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, CsConfirmWindow, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, CsConfirmWindow, author);
  gtk_widget_class_bind_template_child (widget_class, CsConfirmWindow, findings);
  gtk_widget_class_bind_template_child (widget_class, CsConfirmWindow, findings_shape);
  gtk_widget_class_bind_template_child (widget_class, CsConfirmWindow, hash);
  gtk_widget_class_bind_template_child (widget_class, CsConfirmWindow, name);
  gtk_widget_class_bind_template_child (widget_class, CsConfirmWindow, remark);
  gtk_widget_class_bind_template_child (widget_class, CsConfirmWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, on_name);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
  gtk_widget_class_install_action (widget_class, "confirm.confirm", NULL, on_confirm);
}

static void
cs_confirm_window_init (CsConfirmWindow *window)
{
  window->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (window));
}

CsConfirmWindow *
cs_confirm_window_new (CsDocument *document, GtkWindow *parent)
{
  CsConfirmWindow *window = g_object_new (CS_TYPE_CONFIRM_WINDOW, "transient-for", parent, NULL);

  window->document = g_object_ref (document);
  window->text_sha256 = cs_draft_dup_sha256 (cs_document_get_draft (document));
  window->reviews = cs_reviews_new (document);
  g_signal_connect_object (window->reviews, "changed", G_CALLBACK (on_reviews), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::view", G_CALLBACK (on_view), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::stale", G_CALLBACK (update_can_confirm), window,
                           G_CONNECT_SWAPPED);
  show_hash (window);
  on_view (window);
  gtk_window_set_default_widget (GTK_WINDOW (window), window->confirm);

  return window;
}
