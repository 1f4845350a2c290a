#include "cs-drafts-actions.h"

#include <glib/gi18n-lib.h>

#include "../../draft/cs-draft-compose.h"
#include "../widgets/cs-dialog.h"
#include "../widgets/cs-toast.h"

/* --- what came of it --- */

static void
tell_error (CsDraftsPage *page, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      AdwToast *toast = cs_toast_new (error->message);

      adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
      cs_drafts_page_add_toast (page, toast);
    }
}

static void
on_done (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsDraftsPage) page = data;
  g_autoptr (GError) error = NULL;

  cs_store_service_run_finish (CS_STORE_SERVICE (service), result, &error);
  if (error != NULL)
    tell_error (page, error);
}

static void
on_created (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsDraftsPage) page = data;
  g_autoptr (GError) error = NULL;
  gint64 id = cs_store_service_create_finish (CS_STORE_SERVICE (service), result, &error);

  if (id == 0)
    tell_error (page, error);
  else
    gtk_widget_activate_action (GTK_WIDGET (page), "win.open", "x", id);
}

static void
on_duplicated (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsDraftsPage) page = data;
  g_autoptr (GError) error = NULL;

  if (cs_store_service_create_finish (CS_STORE_SERVICE (service), result, &error) == 0)
    tell_error (page, error);
}

/* --- making --- */

static void
new_matter (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsDraftsPage *page = CS_DRAFTS_PAGE (widget);
  g_autoptr (CsDraft) draft = NULL;
  const char *office, *type, *language;

  g_variant_get (parameter, "(&s&s&s)", &office, &type, &language);
  draft = cs_draft_new_template (cs_office_from_name (office), cs_right_type_from_name (type),
                                 language);
  cs_store_service_create (cs_drafts_page_get_service (page), draft, on_created,
                           g_object_ref (page));
}

static void
duplicate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsDraftsPage *page = CS_DRAFTS_PAGE (widget);

  cs_store_service_duplicate (cs_drafts_page_get_service (page),
                              cs_drafts_page_get_chosen (page)->id, on_duplicated,
                              g_object_ref (page));
}

/* --- opening --- */

static void
open_chosen (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const CsMatterInfo *chosen = cs_drafts_page_get_chosen (CS_DRAFTS_PAGE (widget));

  gtk_widget_activate_action (widget,
                              g_str_equal (name, "drafts.open") ? "win.open" : "win.open-window",
                              "x", chosen->id);
}

/* --- the bin --- */

static void
set_bin (CsDraftsPage *page, gint64 matter, gboolean in_bin)
{
  cs_store_service_set_bin (cs_drafts_page_get_service (page), matter, in_bin, on_done,
                            g_object_ref (page));
}

static void
move_to_bin (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsDraftsPage *page = CS_DRAFTS_PAGE (widget);
  const CsMatterInfo *chosen = cs_drafts_page_get_chosen (page);
  const char *what = *chosen->name != '\0' ? chosen->name : _ ("Untitled");
  /* Translators: name of a matter */
  g_autofree char *text = g_strdup_printf (_ ("“%s” is in the bin"), what);
  AdwToast *toast = cs_toast_new (text);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "drafts.restore-matter");
  adw_toast_set_action_target (toast, "x", chosen->id);
  set_bin (page, chosen->id, TRUE);
  cs_drafts_page_add_toast (page, toast);
}

static void
restore (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsDraftsPage *page = CS_DRAFTS_PAGE (widget);

  set_bin (page, cs_drafts_page_get_chosen (page)->id, FALSE);
}

static void
restore_matter (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_bin (CS_DRAFTS_PAGE (widget), g_variant_get_int64 (parameter), FALSE);
}

static void
on_empty_bin (CsDraftsPage *page, const char *response)
{
  if (g_str_equal (response, "empty"))
    cs_store_service_empty_bin (cs_drafts_page_get_service (page), on_done, g_object_ref (page));
}

static void
empty_bin (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsDraftsPage *page = CS_DRAFTS_PAGE (widget);
  guint n = cs_matter_list_get_stage_count (cs_drafts_page_get_list (page), CS_N_STAGES);
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Empty the bin?"),
                              NULL);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_format_body (
      message,
      ngettext ("%u matter will be deleted for good, with its versions and pictures.",
                "%u matters will be deleted for good, with their versions and pictures.", n),
      n);
  adw_message_dialog_add_responses (message, "cancel", _ ("_Cancel"), "empty", _ ("_Empty bin"),
                                    NULL);
  adw_message_dialog_set_response_appearance (message, "empty", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (message, "cancel");
  adw_message_dialog_set_close_response (message, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_empty_bin), page, G_CONNECT_SWAPPED);
  cs_dialog_present (message);
}

/* --- for the page --- */

void
cs_drafts_actions_install (GtkWidgetClass *klass)
{
  const GdkModifierType ctrl = GDK_CONTROL_MASK;

  gtk_widget_class_install_action (klass, "drafts.new", "(sss)", new_matter);
  gtk_widget_class_install_action (klass, "drafts.open", NULL, open_chosen);
  gtk_widget_class_install_action (klass, "drafts.open-window", NULL, open_chosen);
  gtk_widget_class_install_action (klass, "drafts.duplicate", NULL, duplicate);
  gtk_widget_class_install_action (klass, "drafts.bin", NULL, move_to_bin);
  gtk_widget_class_install_action (klass, "drafts.restore", NULL, restore);
  gtk_widget_class_install_action (klass, "drafts.restore-matter", "x", restore_matter);
  gtk_widget_class_install_action (klass, "drafts.empty-bin", NULL, empty_bin);

  gtk_widget_class_add_binding_action (klass, GDK_KEY_Return, ctrl, "drafts.open-window", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Enter, ctrl, "drafts.open-window", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_d, ctrl, "drafts.duplicate", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Delete, 0, "drafts.bin", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Delete, 0, "drafts.bin", NULL);
}

void
cs_drafts_actions_update (CsDraftsPage *page)
{
  GtkWidget *widget = GTK_WIDGET (page);
  const CsMatterInfo *chosen = cs_drafts_page_get_chosen (page);
  gboolean in_use = chosen != NULL && !chosen->in_bin;
  gboolean in_bin = chosen != NULL && chosen->in_bin;

  gtk_widget_action_set_enabled (widget, "drafts.open", in_use);
  gtk_widget_action_set_enabled (widget, "drafts.open-window", in_use);
  gtk_widget_action_set_enabled (widget, "drafts.rename", in_use);
  gtk_widget_action_set_enabled (widget, "drafts.duplicate", in_use);
  gtk_widget_action_set_enabled (widget, "drafts.stage", in_use);
  gtk_widget_action_set_enabled (widget, "drafts.bin", in_use);
  gtk_widget_action_set_enabled (widget, "drafts.restore", in_bin);
  gtk_widget_action_set_enabled (widget, "drafts.empty-bin", in_bin);
  gtk_widget_action_set_enabled (widget, "drafts.menu", chosen != NULL);
}

void
cs_drafts_actions_rename (CsDraftsPage *page, const char *name, const char *reference)
{
  const CsMatterInfo *chosen = cs_drafts_page_get_chosen (page);

  if (chosen != NULL)
    cs_store_service_rename (cs_drafts_page_get_service (page), chosen->id, name, reference,
                             on_done, g_object_ref (page));
}

void
cs_drafts_actions_set_stage (CsDraftsPage *page, const char *stage)
{
  const CsMatterInfo *chosen = cs_drafts_page_get_chosen (page);
  CsStage to;

  if (chosen != NULL && cs_stage_from_name (stage, &to) && to != chosen->stage)
    cs_store_service_set_stage (cs_drafts_page_get_service (page), chosen->id, to, on_done,
                                g_object_ref (page));
}
