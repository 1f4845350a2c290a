#include "cs-workspace-actions.h"

#include <glib/gi18n-lib.h>

#include "cs-claim-actions.h"

/* What the actions on claims do. */

static void
insert_claim (CsWorkspace *workspace, gboolean dependent)
{
  guint current = cs_claim_actions_get_current (workspace->document);
  g_autoptr (GError) error = NULL;

  cs_claim_actions_insert (workspace->document, current, dependent ? current : CS_NO_INDEX,
                           &error);
  cs_workspace_tell (workspace, error);
}

void
cs_workspace_insert_claim (CsWorkspace *workspace)
{
  insert_claim (workspace, FALSE);
}

void
cs_workspace_insert_dependent (CsWorkspace *workspace)
{
  insert_claim (workspace, TRUE);
}

static void
move_claim (CsWorkspace *workspace, int step)
{
  g_autoptr (GError) error = NULL;
  guint current = cs_claim_actions_get_current (workspace->document);

  if (current != CS_NO_INDEX)
    cs_claim_actions_step (workspace->document, current, step, &error);
  cs_workspace_tell (workspace, error);
}

void
cs_workspace_move_up (CsWorkspace *workspace)
{
  move_claim (workspace, -1);
}

void
cs_workspace_move_down (CsWorkspace *workspace)
{
  move_claim (workspace, 1);
}

static void
indent_claim (CsWorkspace *workspace, gboolean outdent)
{
  g_autoptr (GError) error = NULL;
  guint current = cs_claim_actions_get_current (workspace->document);

  if (current != CS_NO_INDEX)
    cs_claim_actions_indent (workspace->document, current, outdent, &error);
  cs_workspace_tell (workspace, error);
}

void
cs_workspace_indent (CsWorkspace *workspace)
{
  indent_claim (workspace, FALSE);
}

void
cs_workspace_outdent (CsWorkspace *workspace)
{
  indent_claim (workspace, TRUE);
}

void
cs_workspace_delete_claim (CsWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  guint current = cs_claim_actions_get_current (workspace->document);

  if (current != CS_NO_INDEX)
    cs_claim_actions_delete (workspace->document, current, &error);
  cs_workspace_tell (workspace, error);
}

void
cs_workspace_renumber (CsWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  if (!cs_claim_actions_renumber (workspace->document, &error) && error == NULL)
    cs_workspace_toast (workspace, _ ("The claims are numbered in order already"));
  cs_workspace_tell (workspace, error);
}

static void
go_to_claim (GtkEntry *entry, CsWorkspace *workspace)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  const CsFindingView *view = cs_document_get_view (workspace->document);
  guint index = CS_NO_INDEX;
  guint64 number;

  if (view != NULL && g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT, &number, NULL))
    index = cs_claim_set_find (view->result->claims, number);
  if (index == CS_NO_INDEX)
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      return;
    }

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (entry),
                                                             GTK_TYPE_POPOVER)));
  {
    guint start = cs_document_map_unit (workspace->document, CS_PART_CLAIMS, index, NULL);

    cs_document_go_to (workspace->document, CS_PART_CLAIMS, start, start, TRUE);
  }
}

void
cs_workspace_go_to_claim (CsWorkspace *workspace)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Number of the claim"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Number of the claim"), -1);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_widget_set_parent (popover, GTK_WIDGET (workspace->header));
  g_signal_connect (entry, "activate", G_CALLBACK (go_to_claim), workspace);
  g_signal_connect (popover, "closed", G_CALLBACK (gtk_widget_unparent), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (entry);
}
