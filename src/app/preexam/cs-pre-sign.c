#include "cs-pre-sign.h"

#include <glib/gi18n-lib.h>

#include "../widgets/cs-dialog.h"
#include "../widgets/cs-when.h"

typedef struct
{
  CsPreExamination *exam;
  CsSignatureRole role;
  GtkEditable *name;
  GtkLabel *obstacle; /* why the one who is named cannot sign */
  char *before;       /* who answers questions */
} Signing;

static void
signing_free (gpointer data, GClosure *closure)
{
  Signing *signing = data;

  g_object_unref (signing->exam);
  g_free (signing->before);
  g_free (signing);
}

static CsSignature *
dup_signature (CsPreExamination *exam, CsSignatureRole role)
{
  CsSignature *signature = NULL;

  g_object_get (exam, cs_signature_role_get_name (role), &signature, NULL);

  return signature;
}

char *
cs_pre_sign_dup_line (CsPreExamination *exam, CsSignatureRole role)
{
  g_autoptr (CsSignature) signature = dup_signature (exam, role);
  g_autofree char *when = NULL;
  char *obstacle = NULL;

  if (signature != NULL)
    {
      when = cs_when_dup_words (signature->made_us, g_get_real_time ());
      return g_strdup_printf ("%s · %s", signature->author, when);
    }

  g_object_get (exam,
                role == CS_SIGNATURE_SELF_CHECK ? "self-check-obstacle" : "second-person-obstacle",
                &obstacle, NULL);

  return obstacle != NULL ? obstacle : g_strdup (_ ("Ready to sign"));
}

gboolean
cs_pre_sign_can (CsPreExamination *exam, CsSignatureRole role)
{
  g_autoptr (CsSignature) self = dup_signature (exam, CS_SIGNATURE_SELF_CHECK);
  g_autoptr (CsSignature) second = dup_signature (exam, CS_SIGNATURE_SECOND_PERSON);
  g_autoptr (CsExamRecord) record = NULL;
  gboolean running;
  gboolean changed;
  guint n_unanswered;

  g_object_get (exam, "running", &running, "text-changed", &changed, "n-unanswered", &n_unanswered,
                "record", &record, NULL);
  if (running || changed || n_unanswered > 0 || record == NULL)
    return FALSE;

  return role == CS_SIGNATURE_SELF_CHECK ? self == NULL : self != NULL && second == NULL;
}

/* Who signs is not always who sits here: the name goes back to who answers questions. */
static void
on_response (Signing *signing, const char *response)
{
  if (g_str_equal (response, "sign"))
    {
      g_object_set (signing->exam, "author", gtk_editable_get_text (signing->name), NULL);
      cs_pre_examination_sign (signing->exam, signing->role);
      g_object_set (signing->exam, "author", signing->before, NULL);
    }
}

/* Returns: (transfer full) (nullable): why @name cannot sign */
static char *
dup_obstacle_of (Signing *signing, const char *name)
{
  char *obstacle = NULL;

  g_object_set (signing->exam, "author", name, NULL);
  g_object_get (signing->exam,
                signing->role == CS_SIGNATURE_SELF_CHECK ? "self-check-obstacle" :
                                                           "second-person-obstacle",
                &obstacle, NULL);
  g_object_set (signing->exam, "author", signing->before, NULL);

  return obstacle;
}

static void
on_name (Signing *signing, GtkEditable *name)
{
  GtkRoot *dialog = gtk_widget_get_root (GTK_WIDGET (name));
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (name)));
  g_autofree char *obstacle = *text == '\0' ? NULL : dup_obstacle_of (signing, text);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "sign",
                                           *text != '\0' && obstacle == NULL);
  gtk_label_set_label (signing->obstacle, obstacle);
}

static GtkWidget *
name_row_new (Signing *signing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Name"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  signing->name = GTK_EDITABLE (row);
  signing->obstacle = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (signing->obstacle, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (signing->obstacle), "cs-warning");
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (signing->obstacle));

  return box;
}

void
cs_pre_sign_ask (GtkWindow *parent, CsPreExamination *exam)
{
  gboolean first = cs_pre_sign_can (exam, CS_SIGNATURE_SELF_CHECK);
  Signing *signing = g_new0 (Signing, 1);
  GtkWidget *dialog;

  signing->exam = g_object_ref (exam);
  signing->role = first ? CS_SIGNATURE_SELF_CHECK : CS_SIGNATURE_SECOND_PERSON;
  g_object_get (exam, "author", &signing->before, NULL);

  dialog = adw_message_dialog_new (
      parent, first ? _ ("Sign the self-check?") : _ ("Sign as a second person?"),
      first ?
          _ ("You stand by this examination of the text as it is now. A change to the text ends "
             "the signature.") :
          _ ("Another person than the one who checked it goes over the examination. A change "
             "to the text ends the signature."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "sign",
                                    _ ("_Sign"), NULL);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      name_row_new (signing));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_swapped (signing->name, "changed", G_CALLBACK (on_name), signing);
  if (first)
    gtk_editable_set_text (signing->name, signing->before);
  on_name (signing, signing->name);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), signing,
                         signing_free, G_CONNECT_SWAPPED);
  cs_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}
