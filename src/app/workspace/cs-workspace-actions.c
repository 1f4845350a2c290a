#include "cs-workspace-actions.h"

#include <string.h>

#include "../widgets/cs-toast.h"
#include "cs-part-view.h"
#include "cs-terms-view.h"

/* What can be done with an open draft, by button, menu and key: one table, and when it makes
 * sense. */

/* --- saying things --- */

void
cs_workspace_toast (CsWorkspace *workspace, const char *message)
{
  if (workspace->toasts != NULL) /* else the page has gone meanwhile */
    cs_toast_show (workspace->toasts, message);
}

void
cs_workspace_tell (CsWorkspace *workspace, const GError *error)
{
  if (error != NULL)
    cs_workspace_toast (workspace, error->message);
}

/* --- text --- */

static GtkWidget *
get_view (CsWorkspace *workspace)
{
  guint part;

  g_object_get (workspace->document, "part", &part, NULL);

  return workspace->views[part];
}

static void
toggle_style (CsWorkspace *workspace, CsRunStyle style)
{
  gboolean editable;
  guint part;

  g_object_get (workspace->document, "part", &part, "editable", &editable, NULL);
  if (editable)
    cs_part_buffer_toggle_style (cs_document_get_buffer (workspace->document, part), style);
}

static void
do_superscript (CsWorkspace *workspace)
{
  toggle_style (workspace, CS_RUN_SUP);
}

static void
do_subscript (CsWorkspace *workspace)
{
  toggle_style (workspace, CS_RUN_SUB);
}

static void
do_heading (CsWorkspace *workspace)
{
  toggle_style (workspace, CS_RUN_HEADING);
}

/* What is taken back shows itself in the text; who looks at a table goes on looking at it. */
static void
replay (CsWorkspace *workspace, void (*step) (CsDocument *document))
{
  gboolean in_text = cs_workspace_shows_text (workspace);

  step (workspace->document);
  if (!in_text)
    cs_workspace_show_view (workspace, "terms");
}

static void
do_undo (CsWorkspace *workspace)
{
  replay (workspace, cs_document_undo);
}

static void
do_redo (CsWorkspace *workspace)
{
  replay (workspace, cs_document_redo);
}

static void
do_find (CsWorkspace *workspace)
{
  if (cs_workspace_shows_text (workspace))
    cs_find_bar_open (workspace->find_bar, FALSE);
  else
    cs_terms_view_search (CS_TERMS_VIEW (adw_bin_get_child (workspace->terms_bin)));
}

static void
do_replace (CsWorkspace *workspace)
{
  cs_workspace_show_view (workspace, "text");
  cs_find_bar_open (workspace->find_bar, TRUE);
}

static void
do_show_card (CsWorkspace *workspace)
{
  cs_part_view_show_card (CS_PART_VIEW (get_view (workspace)));
}

/* --- panes --- */

static void
toggle_flap (AdwFlap *flap)
{
  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

static void
do_outline (CsWorkspace *workspace)
{
  toggle_flap (workspace->outline_flap);
}

static void
do_findings (CsWorkspace *workspace)
{
  gboolean were_hidden = cs_workspace_show_findings (workspace);

  if (!were_hidden || !adw_flap_get_reveal_flap (workspace->findings_flap))
    toggle_flap (workspace->findings_flap);
}

/* --- one table --- */

typedef enum
{
  NEEDS_NOTHING,
  NEEDS_EDITABLE,
  NEEDS_CLAIM, /* and an editable draft */
  NEEDS_CLAIMS_PART,
  NEEDS_TERM /* a chosen one */
} Needs;

/* Keys of the editor go before what GTK does with them in a text; others come after. */
static const struct
{
  const char *name;
  void (*func) (CsWorkspace *workspace);
  Needs needs;
  gboolean in_editor;
  const char *keys;
} actions[] = {
  { "insert-claim", cs_workspace_insert_claim, NEEDS_CLAIMS_PART, TRUE, "<Control>Return" },
  { "insert-dependent", cs_workspace_insert_dependent, NEEDS_CLAIM, TRUE,
    "<Control><Shift>Return" },
  { "move-up", cs_workspace_move_up, NEEDS_CLAIM, TRUE, "<Alt>Up" },
  { "move-down", cs_workspace_move_down, NEEDS_CLAIM, TRUE, "<Alt>Down" },
  { "indent", cs_workspace_indent, NEEDS_CLAIM, TRUE, "<Control>bracketright" },
  { "outdent", cs_workspace_outdent, NEEDS_CLAIM, TRUE, "<Control>bracketleft" },
  { "delete-claim", cs_workspace_delete_claim, NEEDS_CLAIM, TRUE, "<Control><Shift>Delete" },
  { "renumber", cs_workspace_renumber, NEEDS_EDITABLE, TRUE, NULL },
  { "fix-here", cs_workspace_fix_here, NEEDS_EDITABLE, TRUE, "<Control>period" },
  { "waive-here", cs_workspace_waive_here, NEEDS_NOTHING, TRUE,
    "<Control><Shift>period|<Control>greater" },
  { "show-card", do_show_card, NEEDS_NOTHING, TRUE, "<Control>k" },
  { "superscript", do_superscript, NEEDS_EDITABLE, TRUE, "<Control><Shift>equal|<Control>plus" },
  { "subscript", do_subscript, NEEDS_EDITABLE, TRUE, "<Control>equal" },
  { "heading", do_heading, NEEDS_EDITABLE, TRUE, NULL },
  { "undo", do_undo, NEEDS_NOTHING, TRUE, "<Control>z" },
  { "redo", do_redo, NEEDS_NOTHING, TRUE, "<Control><Shift>z|<Control>y" },
  { "next-finding", cs_workspace_next_finding, NEEDS_NOTHING, FALSE, "F8" },
  { "previous-finding", cs_workspace_previous_finding, NEEDS_NOTHING, FALSE, "<Shift>F8" },
  { "next-use", cs_workspace_next_use, NEEDS_TERM, FALSE, "F3" },
  { "previous-use", cs_workspace_previous_use, NEEDS_TERM, FALSE, "<Shift>F3" },
  { "show-term", cs_workspace_show_term, NEEDS_NOTHING, TRUE, "<Control><Shift>t" },
  { "unmark-term", cs_workspace_unmark_term, NEEDS_TERM, FALSE, NULL },
  { "outline", do_outline, NEEDS_NOTHING, FALSE, "F9" },
  { "findings", do_findings, NEEDS_NOTHING, FALSE, "<Shift>F9" },
  { "find", do_find, NEEDS_NOTHING, FALSE, "<Control>f" },
  { "replace", do_replace, NEEDS_EDITABLE, FALSE, "<Control>h" },
  { "go-to-claim", cs_workspace_go_to_claim, NEEDS_NOTHING, FALSE, "<Control>g" },
  { "find-near", cs_workspace_find_near, NEEDS_NOTHING, TRUE, "<Control><Shift>f" },
  { "save", cs_workspace_save, NEEDS_NOTHING, FALSE, "<Control>s" },
  { "save-copy", cs_workspace_save_copy, NEEDS_NOTHING, FALSE, "<Control><Shift>s" },
  { "export", cs_workspace_export, NEEDS_NOTHING, FALSE, "<Control>e" },
  { "export-comments", cs_workspace_export_comments, NEEDS_NOTHING, FALSE, "<Control><Shift>e" },
  { "take-back", cs_workspace_take_back, NEEDS_EDITABLE, FALSE, "<Control><Shift>o" },
  { "filing-sheet", cs_workspace_filing_sheet, NEEDS_NOTHING, FALSE, "<Alt>Return" },
  { "versions", cs_workspace_versions, NEEDS_NOTHING, FALSE, NULL },
  { "attachments", cs_workspace_attachments, NEEDS_NOTHING, TRUE, "<Control><Shift>a" },
  { "pre-examine", cs_workspace_pre_examine, NEEDS_NOTHING, FALSE, "<Control><Shift>p" },
  { "confirm", cs_workspace_confirm, NEEDS_NOTHING, FALSE, "<Control><Shift>r" },
};

static const char *const part_names[] = { "claims", "description", "abstract", "title" };
static const CsPart part_order[] = { CS_PART_CLAIMS, CS_PART_DESCRIPTION, CS_PART_ABSTRACT,
                                     CS_PART_TITLE };

static void
on_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *name = g_action_get_name (G_ACTION (action));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (strcmp (actions[i].name, name) == 0)
      actions[i].func (data);
}

static void
on_part_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CsWorkspace *workspace = data;

  for (guint i = 0; i < G_N_ELEMENTS (part_names); i++)
    if (g_str_equal (part_names[i], g_variant_get_string (parameter, NULL)))
      g_object_set (workspace->document, "part", (guint)part_order[i], NULL);
  cs_workspace_show_view (workspace, "text");
  cs_workspace_focus_view (workspace);
}

static void
on_office_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CsWorkspace *workspace = data;
  const char *name = g_action_get_name (G_ACTION (action)) + strlen ("office-");
  guint offices;

  g_object_get (workspace->document, "offices", &offices, NULL);
  g_object_set (workspace->document, "offices", offices ^ (1u << cs_office_from_name (name)),
                NULL);
}

static GSimpleAction *
find_action (CsWorkspace *workspace, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (workspace->actions), name));
}

/* --- what makes sense now --- */

static void
update_offices (CsWorkspace *workspace)
{
  g_autoptr (CsRequest) request =
      cs_request_dup (cs_document_get_request (workspace->document));
  guint offices;

  g_object_get (workspace->document, "offices", &offices, NULL);
  for (guint office = CS_OFFICE_CN; office < CS_N_OFFICES; office++)
    {
      g_autofree char *name = g_strconcat ("office-", cs_office_get_name (office), NULL);
      GSimpleAction *action = find_action (workspace, name);
      gboolean on = (offices & (1u << office)) != 0;

      request->office = office;
      g_simple_action_set_state (action, g_variant_new_boolean (on));
      g_simple_action_set_enabled (action, on || cs_checklist_is_there_for (request));
    }
}

void
cs_workspace_update_actions (CsWorkspace *workspace)
{
  gboolean editable;
  gboolean can_undo;
  gboolean can_redo;
  gboolean in_claims;
  g_autofree char *term = NULL;
  guint part;
  guint unit;

  g_object_get (workspace->document, "editable", &editable, "can-undo", &can_undo, "can-redo",
                &can_redo, "part", &part, "unit", &unit, "term", &term, NULL);
  in_claims = editable && part == CS_PART_CLAIMS && cs_workspace_shows_text (workspace);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      const gboolean met[] = { TRUE, editable, in_claims && unit != CS_NO_INDEX, in_claims,
                               term != NULL };

      g_simple_action_set_enabled (find_action (workspace, actions[i].name),
                                   met[actions[i].needs]);
    }
  g_simple_action_set_enabled (find_action (workspace, "undo"), can_undo);
  g_simple_action_set_enabled (find_action (workspace, "redo"), can_redo);
  g_simple_action_set_enabled (find_action (workspace, "find-near"), workspace->library != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (part_names); i++)
    if (part_order[i] == part)
      g_simple_action_set_state (find_action (workspace, "part"),
                                 g_variant_new_string (part_names[i]));
  update_offices (workspace);
}

/* --- setting up --- */

static void
add_stateful (CsWorkspace *workspace,
              const char *name,
              const GVariantType *type,
              GVariant *state,
              GCallback callback)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, type, state);

  g_signal_connect (action, "activate", callback, workspace);
  g_action_map_add_action (G_ACTION_MAP (workspace->actions), G_ACTION (action));
}

static void
add_shortcut (GtkEventController *controller, const char *keys, const char *action, GVariant *args)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                                            gtk_named_action_new (action));

  gtk_shortcut_set_arguments (shortcut, args);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
add_keys (CsWorkspace *workspace)
{
  GtkEventController *everywhere = gtk_shortcut_controller_new ();
  GtkEventController *editor = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (editor, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *name = g_strconcat ("draft.", actions[i].name, NULL);

      if (actions[i].keys != NULL)
        add_shortcut (everywhere, actions[i].keys, name, NULL);
      if (actions[i].keys != NULL && actions[i].in_editor)
        add_shortcut (editor, actions[i].keys, name, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (part_names); i++)
    {
      g_autofree char *keys = g_strdup_printf ("<Control>%u", i + 1);

      add_shortcut (everywhere, keys, "draft.part", g_variant_new_string (part_names[i]));
    }
  add_shortcut (everywhere, "<Control>5", "draft.view", g_variant_new_string ("terms"));
  add_shortcut (everywhere, "<Alt>Left", "draft.leave", NULL);
  add_shortcut (everywhere, "Escape", "draft.leave", NULL);
  gtk_widget_add_controller (GTK_WIDGET (workspace), everywhere);
  gtk_widget_add_controller (GTK_WIDGET (workspace->editors), editor);
}

void
cs_workspace_add_actions (CsWorkspace *workspace)
{
  workspace->actions = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (actions[i].name, NULL);

      g_signal_connect (action, "activate", G_CALLBACK (on_action), workspace);
      g_action_map_add_action (G_ACTION_MAP (workspace->actions), G_ACTION (action));
    }
  add_stateful (workspace, "part", G_VARIANT_TYPE_STRING, g_variant_new_string ("claims"),
                G_CALLBACK (on_part_action));
  for (guint office = CS_OFFICE_CN; office < CS_N_OFFICES; office++)
    {
      g_autofree char *name = g_strconcat ("office-", cs_office_get_name (office), NULL);

      add_stateful (workspace, name, NULL, g_variant_new_boolean (FALSE),
                    G_CALLBACK (on_office_action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (workspace), "draft",
                                  G_ACTION_GROUP (workspace->actions));
  add_keys (workspace);
}
