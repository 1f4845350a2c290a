#include "cs-pre-answer-form.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../widgets/cs-when.h"
#include "cs-pre-quotes.h"

#define GROUP_OF_DRAWINGS "drawings" /* questions that signs ticked in the figures help with */

struct _CsPreAnswerForm
{
  GtkWidget parent_instance;

  CsPreItem *item;
  char *language;
  char *kept; /* the words of the answer that is kept, or on its way */

  /* template */
  GtkWidget *box;
  GtkLabel *question;
  GtkBox *evidence;
  GtkWidget *signs;
  GtkWidget *stale;
  GtkTextView *text;
  GtkToggleButton *yes;
  GtkToggleButton *no;
  GtkToggleButton *unsure;
  GtkLabel *author;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (CsPreAnswerForm, cs_pre_answer_form, GTK_TYPE_WIDGET)

static GtkToggleButton *
get_button (CsPreAnswerForm *form, CsVerdict verdict)
{
  GtkToggleButton *buttons[CS_N_VERDICTS] = { form->yes, form->no, form->unsure };

  return buttons[verdict];
}

/* The verdict chosen, %CS_N_VERDICTS while none is. */
static CsVerdict
get_verdict (CsPreAnswerForm *form)
{
  CsVerdict verdict = 0;

  while (verdict < CS_N_VERDICTS && !gtk_toggle_button_get_active (get_button (form, verdict)))
    verdict++;

  return verdict;
}

static void
update_save (CsPreAnswerForm *form)
{
  gboolean saving;

  g_object_get (form->item, "saving", &saving, NULL);
  gtk_widget_set_sensitive (form->save, !saving && get_verdict (form) < CS_N_VERDICTS);
}

static void
on_verdict (CsPreAnswerForm *form)
{
  if (form->item != NULL) /* not while the template is built */
    update_save (form);
}

static char *
dup_words (CsPreAnswerForm *form)
{
  char *words = NULL;

  g_object_get (gtk_text_view_get_buffer (form->text), "text", &words, NULL);

  return words;
}

static void
set_kept (CsPreAnswerForm *form, const CsAnswer *answer)
{
  g_free (form->kept);
  form->kept = g_strdup (answer == NULL ? "" : answer->text);
}

static void
on_save (CsPreAnswerForm *form)
{
  g_autofree char *checklist = NULL;
  g_autofree char *id = NULL;

  g_object_get (form->item, "checklist", &checklist, "id", &id, NULL);
  g_free (form->kept);
  form->kept = dup_words (form);
  gtk_widget_activate_action (GTK_WIDGET (form), "preexam.answer", "(ssus)", checklist, id,
                              (guint32)get_verdict (form), form->kept);
}

/* From the keyboard; without a verdict that is what is missing. */
static gboolean
on_save_key (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  CsPreAnswerForm *form = CS_PRE_ANSWER_FORM (widget);

  if (gtk_widget_is_sensitive (form->save))
    on_save (form);
  else if (get_verdict (form) == CS_N_VERDICTS)
    gtk_widget_grab_focus (GTK_WIDGET (form->yes));

  return TRUE;
}

gboolean
cs_pre_answer_form_is_unsaved (CsPreAnswerForm *form)
{
  g_autofree char *words = dup_words (form);

  return strcmp (words, form->kept) != 0;
}

static gboolean
cs_pre_answer_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CS_PRE_ANSWER_FORM (widget)->text));
}

static void
show_author (CsPreAnswerForm *form, const CsAnswer *answer)
{
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;

  if (answer != NULL)
    {
      when = cs_when_dup_words (answer->made_us, g_get_real_time ());
      /* Translators: who answered, and when */
      text = g_strdup_printf (_ ("Answered by %s, %s"), answer->author, when);
    }
  gtk_label_set_label (form->author, text == NULL ? "" : text);
}

/* An answer that was given; what is being typed is left alone. */
static void
on_answer (CsPreAnswerForm *form)
{
  g_autoptr (CsAnswer) answer = NULL;
  gboolean stale;

  g_object_get (form->item, "answer", &answer, "answer-stale", &stale, NULL);
  show_author (form, answer);
  gtk_widget_set_visible (form->stale, answer != NULL && stale);
  if (answer == NULL)
    return;

  gtk_toggle_button_set_active (get_button (form, answer->verdict), TRUE);
  if (!cs_pre_answer_form_is_unsaved (form))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (form->text), answer->text, -1);
  set_kept (form, answer);
}

/* What is on its way is as good as saved, until it comes back otherwise. */
static void
on_saving (CsPreAnswerForm *form)
{
  g_autoptr (CsAnswer) answer = NULL;
  gboolean saving;

  g_object_get (form->item, "saving", &saving, "answer", &answer, NULL);
  if (!saving)
    set_kept (form, answer);
  update_save (form);
}

/* After each examination anew: the text is another one then. */
static void
show_evidence (CsPreAnswerForm *form)
{
  GtkWidget *shown = gtk_widget_get_first_child (GTK_WIDGET (form->evidence));
  g_autoptr (GListModel) evidence = NULL;
  GtkWidget *quotes;

  if (shown != NULL)
    gtk_box_remove (form->evidence, shown);
  g_object_get (form->item, "evidence", &evidence, NULL);
  gtk_widget_set_visible (GTK_WIDGET (form->evidence), g_list_model_get_n_items (evidence) > 0);
  if (g_list_model_get_n_items (evidence) == 0)
    return;

  quotes = cs_pre_quotes_new (evidence, form->language);
  gtk_widget_set_hexpand (quotes, TRUE);
  gtk_box_append (form->evidence, quotes);
}

/* --- the object --- */

static void
cs_pre_answer_form_dispose (GObject *object)
{
  CsPreAnswerForm *form = CS_PRE_ANSWER_FORM (object);

  g_clear_pointer (&form->box, gtk_widget_unparent);
  g_clear_object (&form->item);
  g_clear_pointer (&form->language, g_free);
  g_clear_pointer (&form->kept, g_free);

  G_OBJECT_CLASS (cs_pre_answer_form_parent_class)->dispose (object);
}

static void
cs_pre_answer_form_class_init (CsPreAnswerFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_pre_answer_form_dispose;
  widget_class->grab_focus = cs_pre_answer_form_grab_focus;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, on_save_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, on_save_key,
                                NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-pre-answer-form.ui");
  gtk_widget_class_bind_template_child (widget_class, CsPreAnswerForm, box);
  gtk_widget_class_bind_template_child (widget_class, CsPreAnswerForm, question);
  gtk_widget_class_bind_template_child (widget_class, CsPreAnswerForm, evidence);
  gtk_widget_class_bind_template_child (widget_class, CsPreAnswerForm, signs);
  gtk_widget_class_bind_template_child (widget_class, CsPreAnswerForm, stale);
  gtk_widget_class_bind_template_child (widget_class, CsPreAnswerForm, text);
  gtk_widget_class_bind_template_child (widget_class, CsPreAnswerForm, yes);
  gtk_widget_class_bind_template_child (widget_class, CsPreAnswerForm, no);
  gtk_widget_class_bind_template_child (widget_class, CsPreAnswerForm, unsure);
  gtk_widget_class_bind_template_child (widget_class, CsPreAnswerForm, author);
  gtk_widget_class_bind_template_child (widget_class, CsPreAnswerForm, save);
  gtk_widget_class_bind_template_callback (widget_class, on_verdict);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
cs_pre_answer_form_init (CsPreAnswerForm *form)
{
  gtk_widget_init_template (GTK_WIDGET (form));
  form->kept = g_strdup ("");
}

GtkWidget *
cs_pre_answer_form_new (CsPreItem *item, const char *language)
{
  CsPreAnswerForm *form = g_object_new (CS_TYPE_PRE_ANSWER_FORM, NULL);

  g_autofree char *group = NULL;

  g_object_get (item, "group", &group, NULL);
  gtk_widget_set_visible (form->signs, g_strcmp0 (group, GROUP_OF_DRAWINGS) == 0);
  form->item = g_object_ref (item);
  form->language = g_strdup (language);
  g_object_bind_property (item, "question", form->question, "label", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (item, "notify::answer", G_CALLBACK (on_answer), form,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "notify::answer-stale", G_CALLBACK (on_answer), form,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "notify::saving", G_CALLBACK (on_saving), form,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "notify::open", G_CALLBACK (show_evidence), form,
                           G_CONNECT_SWAPPED);
  show_evidence (form);
  on_answer (form);
  update_save (form);

  return GTK_WIDGET (form);
}
