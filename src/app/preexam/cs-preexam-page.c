#include "cs-preexam-private.h"

#include <glib/gi18n-lib.h>

#include "../widgets/cs-dialog.h"
#include "../widgets/cs-toast.h"
#include "cs-pre-report.h"
#include "cs-pre-sign.h"
#include "cs-pre-state.h"

G_DEFINE_FINAL_TYPE (CsPreexamPage, cs_preexam_page, GTK_TYPE_WIDGET)

enum
{
  LEAVE,
  SHOW_PLACE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- head and foot --- */

static void
show_title (CsPreexamPage *page, const CsExamRecord *record)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_object_get (page->exam, "matter-name", &name, NULL);
  if (name == NULL)
    name = g_strdup ("");
  if (record != NULL && record->number > 0)
    /* Translators: name of the matter, and how many examinations of it there were */
    text = g_strdup_printf (_ ("%s · No. %u"), name, record->number);
  adw_window_title_set_subtitle (page->title, text != NULL ? text : name);
}

static void
show_signature (CsPreexamPage *page, CsSignatureRole role, GtkImage *shape, GtkLabel *line)
{
  g_autofree char *words = cs_pre_sign_dup_line (page->exam, role);
  g_autoptr (CsSignature) signature = NULL;

  g_object_get (page->exam, cs_signature_role_get_name (role), &signature, NULL);
  cs_pre_state_show (shape, signature != NULL ? CS_ITEM_PASSED : CS_ITEM_NOT_RUN, 0);
  gtk_label_set_label (line, words);
}

static void
show_foot (CsPreexamPage *page)
{
  g_autoptr (CsExamResult) result = NULL;

  show_signature (page, CS_SIGNATURE_SELF_CHECK, page->self_shape, page->self_line);
  show_signature (page, CS_SIGNATURE_SECOND_PERSON, page->second_shape, page->second_line);
  g_object_get (page->exam, "result", &result, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "preexam.sign",
                                 cs_pre_sign_can (page->exam, CS_SIGNATURE_SELF_CHECK) ||
                                     cs_pre_sign_can (page->exam, CS_SIGNATURE_SECOND_PERSON));
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "preexam.report", result != NULL);
}

/* Returns: whether the examination before was signed, and this one is of another text */
static gboolean
has_lapsed (CsPreexamPage *page, const CsExamRecord *record)
{
  g_autoptr (CsExamDiff) diff = NULL;

  g_object_get (page->exam, "diff", &diff, NULL);

  return diff != NULL && record->signatures->len == 0 && diff->older->signatures->len > 0 &&
         g_strcmp0 (diff->older->text_sha256, record->text_sha256) != 0;
}

static void
show_changed (CsPreexamPage *page, const CsExamRecord *record)
{
  gboolean running;
  gboolean changed;
  gboolean lapsed;

  g_object_get (page->exam, "text-changed", &changed, "running", &running, NULL);
  lapsed = record != NULL && (changed ? record->signatures->len > 0 : has_lapsed (page, record));
  gtk_label_set_label (page->changed_label,
                       lapsed ? _ ("The text has changed: the signature has lapsed. Sign again.") :
                                _ ("The text has changed since it was examined."));
  gtk_widget_set_visible (page->changed_run, changed);
  gtk_widget_set_visible (page->changed_sign, !changed);
  gtk_info_bar_set_revealed (page->changed, (changed || lapsed) && !running);
}

/* Why there is nothing to see, and what to do about it. */
static void
show_empty (CsPreexamPage *page)
{
  g_autoptr (GListModel) choices = NULL;
  const char *title = _ ("Not examined yet");
  const char *words = _ ("Choose checklists at the side and examine the draft as it is saved.");
  gboolean loaded;
  gboolean running;

  g_object_get (page->exam, "loaded", &loaded, "running", &running, "choices", &choices, NULL);
  if (running || (!loaded && page->trouble == NULL))
    {
      title = _ ("Examining…");
      words = NULL;
    }
  else if (page->trouble != NULL)
    {
      title = _ ("Could not be examined");
      words = page->trouble;
    }
  else if (g_list_model_get_n_items (choices) == 0)
    {
      title = _ ("No checklist fits this draft");
      words = _ ("There is none for its language and the right it asks for.");
    }
  adw_status_page_set_title (page->empty, title);
  adw_status_page_set_description (page->empty, words);
}

static gboolean
update (gpointer data)
{
  CsPreexamPage *page = data;
  g_autoptr (CsExamRecord) record = NULL;

  page->updating = 0;
  g_object_get (page->exam, "record", &record, NULL);
  show_title (page, record);
  cs_preexam_side_show (page);
  show_foot (page);
  show_changed (page, record);
  show_empty (page);
  cs_preexam_items_show (page);
  cs_preexam_items_go_on (page);

  return G_SOURCE_REMOVE;
}

static void
queue_update (CsPreexamPage *page)
{
  if (page->updating == 0)
    page->updating = g_idle_add (update, page);
}

static void
on_notify (CsPreexamPage *page, GParamSpec *pspec)
{
  if (g_str_equal (pspec->name, "progress")) /* many times a second */
    cs_preexam_side_show_progress (page);
  else
    queue_update (page);
}

/* --- the user --- */

static void
on_run (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_pre_examination_start (CS_PREEXAM_PAGE (widget)->exam);
}

static void
on_stop (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_pre_examination_stop (CS_PREEXAM_PAGE (widget)->exam);
}

static void
on_sign (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_pre_sign_ask (GTK_WINDOW (gtk_widget_get_root (widget)), CS_PREEXAM_PAGE (widget)->exam);
}

static void
on_report (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsPreexamPage *page = CS_PREEXAM_PAGE (widget);

  cs_pre_report_ask (GTK_WINDOW (gtk_widget_get_root (widget)), page->exam, page->toasts);
}

static void
leave (CsPreexamPage *page, GVariant *place)
{
  guint part;
  guint unit;
  guint start;

  if (place == NULL)
    {
      g_signal_emit (page, signals[LEAVE], 0);
      return;
    }
  g_variant_get (place, "(uuu)", &part, &unit, &start);
  g_signal_emit (page, signals[SHOW_PLACE], 0, part, unit, start);
}

static void
on_unsaved_response (AdwMessageDialog *dialog, const char *response, CsPreexamPage *page)
{
  g_autoptr (GtkWindow) window =
      g_object_ref (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));

  if (!g_str_equal (response, "discard"))
    return;

  leave (page, g_object_get_data (G_OBJECT (dialog), "place"));
  if (g_object_get_data (G_OBJECT (dialog), "closes") != NULL)
    gtk_window_close (window);
}

/* What was typed and not saved goes with the page. @place: (nullable): where to. Returns: (transfer
 * none): the dialog */
static GtkWidget *
ask (CsPreexamPage *page, GVariant *place)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                                              _ ("Leave without saving the answer?"),
                                              _ ("What you typed into it will be lost."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                    "discard", _ ("_Leave"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  if (place != NULL)
    g_object_set_data_full (G_OBJECT (dialog), "place", g_variant_ref (place),
                            (GDestroyNotify)g_variant_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_unsaved_response), page, 0);
  cs_dialog_present (ADW_MESSAGE_DIALOG (dialog));

  return dialog;
}

static void
ask_to_leave (CsPreexamPage *page, GVariant *place)
{
  if (cs_preexam_items_are_unsaved (page))
    ask (page, place);
  else
    leave (page, place);
}

gboolean
cs_preexam_page_ask_to_close (CsPreexamPage *page)
{
  if (!cs_preexam_items_are_unsaved (page))
    return TRUE;

  g_object_set_data (G_OBJECT (ask (page, NULL)), "closes", page);

  return FALSE;
}

static void
on_leave (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_to_leave (CS_PREEXAM_PAGE (widget), NULL);
}

static void
on_show_place (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_to_leave (CS_PREEXAM_PAGE (widget), parameter);
}

static void
on_side (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsPreexamPage *page = CS_PREEXAM_PAGE (widget);

  adw_flap_set_reveal_flap (page->flap, !adw_flap_get_reveal_flap (page->flap));
}

/* The side is in the way where there is no room beside it, and words in the head are, too. */
static void
on_folded (CsPreexamPage *page)
{
  gboolean folded = adw_flap_get_folded (page->flap);

  adw_flap_set_reveal_flap (page->flap, !folded);
  adw_button_content_set_label (page->run_content, folded ? "" : _ ("Examine again"));
}

static void
on_answer (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsPreexamPage *page = CS_PREEXAM_PAGE (widget);
  const char *checklist;
  const char *id;
  const char *text;
  guint verdict;
  g_autoptr (CsPreItem) item = NULL;

  g_variant_get (parameter, "(&s&su&s)", &checklist, &id, &verdict, &text);
  item = cs_preexam_items_find (page, checklist, id);
  if (item == NULL || verdict >= CS_N_VERDICTS)
    return;

  cs_preexam_items_await (page, item);
  cs_pre_examination_answer (page->exam, item, verdict, text);
}

static void
on_answer_group (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_pre_examination_answer_group (CS_PREEXAM_PAGE (widget)->exam,
                                   g_variant_get_string (parameter, NULL));
}

/* Before anything is shown, the page says it, and not only in passing. */
static void
on_failed (CsPreexamPage *page, const char *message)
{
  g_autoptr (CsExamResult) result = NULL;

  g_object_get (page->exam, "result", &result, NULL);
  g_clear_object (&page->answered);
  g_clear_object (&page->next);
  g_free (page->trouble);
  page->trouble = result == NULL ? g_strdup (message) : NULL;
  if (result != NULL)
    cs_toast_show (page->toasts, message);
  queue_update (page);
}

/* The first time nobody needs to be asked: that is what the page was opened for. */
static void
on_loaded (CsPreexamPage *page)
{
  g_autoptr (CsExamResult) result = NULL;
  gboolean loaded;
  gboolean running;

  g_object_get (page->exam, "loaded", &loaded, "running", &running, "result", &result, NULL);
  cs_preexam_side_show_choices (page);
  queue_update (page);
  if (loaded && !running && result == NULL)
    cs_pre_examination_start (page->exam);
}

/* --- the object --- */

static void
cs_preexam_page_dispose (GObject *object)
{
  CsPreexamPage *page = CS_PREEXAM_PAGE (object);

  g_clear_handle_id (&page->updating, g_source_remove);
  if (page->exam != NULL)
    cs_pre_examination_stop (page->exam);
  if (page->toasts != NULL)
    gtk_widget_unparent (GTK_WIDGET (page->toasts));
  page->toasts = NULL;
  g_clear_pointer (&page->rows, g_hash_table_unref);
  g_clear_pointer (&page->questions, g_ptr_array_unref);
  g_clear_object (&page->answered);
  g_clear_object (&page->next);
  g_clear_pointer (&page->diff, cs_exam_diff_unref);
  g_clear_pointer (&page->trouble, g_free);
  g_clear_object (&page->exam);
  g_clear_pointer (&page->language, g_free);

  G_OBJECT_CLASS (cs_preexam_page_parent_class)->dispose (object);
}

static gboolean
cs_preexam_page_grab_focus (GtkWidget *widget)
{
  GtkListBox *states = CS_PREEXAM_PAGE (widget)->states;

  return gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (states)));
}

static void
add_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "preexam.run", NULL, on_run);
  gtk_widget_class_install_action (klass, "preexam.stop", NULL, on_stop);
  gtk_widget_class_install_action (klass, "preexam.sign", NULL, on_sign);
  gtk_widget_class_install_action (klass, "preexam.report", NULL, on_report);
  gtk_widget_class_install_action (klass, "preexam.leave", NULL, on_leave);
  gtk_widget_class_install_action (klass, "preexam.side", NULL, on_side);
  gtk_widget_class_install_action (klass, "preexam.show-place", "(uuu)", on_show_place);
  gtk_widget_class_install_action (klass, "preexam.answer", "(ssus)", on_answer);
  gtk_widget_class_install_action (klass, "preexam.answer-group", "s", on_answer_group);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F5, 0, "preexam.run", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F9, 0, "preexam.side", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Left, GDK_ALT_MASK, "preexam.leave", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "preexam.leave", NULL);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/claimsmith/Claimsmith/ui/cs-preexam-page.ui");
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, toasts);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, title);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, run_stack);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, run_content);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, changed);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, changed_label);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, changed_run);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, changed_sign);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, flap);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, progress_title);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, progress_count);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, bar);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, progress_rest);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, states);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, choices);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, changes);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, change_rows);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, edition);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, pages);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, empty);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, groups);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, self_shape);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, self_line);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, second_shape);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, second_line);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, sign);
}

static void
cs_preexam_page_class_init (CsPreexamPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_preexam_page_dispose;
  signals[LEAVE] = g_signal_new ("leave", CS_TYPE_PREEXAM_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[SHOW_PLACE] =
      g_signal_new ("show-place", CS_TYPE_PREEXAM_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
  widget_class->grab_focus = cs_preexam_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
  add_actions (widget_class);
}

static void
cs_preexam_page_init (CsPreexamPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  cs_preexam_side_init (page);
  cs_preexam_items_init (page);
  g_signal_connect_swapped (page->flap, "notify::folded", G_CALLBACK (on_folded), page);
}

GtkWidget *
cs_preexam_page_new (CsPreExamination *exam, const char *language)
{
  CsPreexamPage *page = g_object_new (CS_TYPE_PREEXAM_PAGE, NULL);

  page->exam = g_object_ref (exam);
  page->language = g_strdup (language);
  g_signal_connect_object (exam, "notify", G_CALLBACK (on_notify), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (exam, "finished", G_CALLBACK (queue_update), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (exam, "failed", G_CALLBACK (on_failed), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (exam, "notify::loaded", G_CALLBACK (on_loaded), page,
                           G_CONNECT_SWAPPED);
  on_loaded (page);

  return GTK_WIDGET (page);
}

CsPreExamination *
cs_preexam_page_get_exam (CsPreexamPage *page)
{
  return page->exam;
}
