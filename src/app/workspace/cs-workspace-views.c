#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-terms-view.h"
#include "cs-workspace-actions.h"

/* What the page shows of a draft: its text, or its terms. */

static const struct
{
  const char *name;
  const char *label;
  const char *icon;
  const char *tooltip;
} views[] = {
  { "text", N_ ("Text"), "cs-text-symbolic", N_ ("Text (Ctrl+1)") },
  { "terms", N_ ("Terms"), "cs-terms-symbolic", N_ ("Terms (Ctrl+5)") },
};

gboolean
cs_workspace_shows_text (CsWorkspace *workspace)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (workspace->pages), "terms") != 0;
}

static GtkWidget *
ensure_terms (CsWorkspace *workspace)
{
  if (adw_bin_get_child (workspace->terms_bin) == NULL)
    adw_bin_set_child (workspace->terms_bin, cs_terms_view_new (workspace->document));

  return adw_bin_get_child (workspace->terms_bin);
}

void
cs_workspace_focus_view (CsWorkspace *workspace)
{
  guint part;

  g_object_get (workspace->document, "part", &part, NULL);
  if (cs_workspace_shows_text (workspace))
    gtk_widget_grab_focus (workspace->views[part]);
  else
    gtk_widget_child_focus (ensure_terms (workspace), GTK_DIR_TAB_FORWARD);
}

void
cs_workspace_show_view (CsWorkspace *workspace, const char *name)
{
  gboolean text = strcmp (name, "text") == 0;

  if (text == cs_workspace_shows_text (workspace))
    return;

  if (!text)
    ensure_terms (workspace);
  gtk_stack_set_visible_child_name (workspace->pages, name);
  gtk_widget_set_visible (workspace->claim_tools, text);
  gtk_widget_set_visible (workspace->parts, text);
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (workspace->actions), "view")),
      g_variant_new_string (name));
  cs_workspace_update_bottom (workspace);
  cs_workspace_update_actions (workspace);
}

static void
on_view (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CsWorkspace *workspace = data;
  const char *name = g_variant_get_string (parameter, NULL);

  if (strcmp (name, "text") != 0 && strcmp (name, "terms") != 0)
    return;

  cs_workspace_show_view (workspace, name);
  if (workspace->narrow) /* a pane lies over it */
    {
      adw_flap_set_reveal_flap (workspace->outline_flap, FALSE);
      adw_flap_set_reveal_flap (workspace->findings_flap, FALSE);
    }
  cs_workspace_focus_view (workspace);
}

static void
add_button (CsWorkspace *workspace, guint i)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), views[i].icon);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ (views[i].label));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "draft.view");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", views[i].name);
  gtk_widget_set_tooltip_text (button, _ (views[i].tooltip));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (views[i].label), -1);
  gtk_box_append (workspace->views_box, button);
}

void
cs_workspace_add_views (CsWorkspace *workspace)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
      "view", G_VARIANT_TYPE_STRING, g_variant_new_string ("text"));

  g_signal_connect (action, "activate", G_CALLBACK (on_view), workspace);
  g_action_map_add_action (G_ACTION_MAP (workspace->actions), G_ACTION (action));
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    add_button (workspace, i);
}

/* --- the chosen term --- */

void
cs_workspace_next_use (CsWorkspace *workspace)
{
  cs_document_show_next_use (workspace->document, 1);
}

void
cs_workspace_previous_use (CsWorkspace *workspace)
{
  cs_document_show_next_use (workspace->document, -1);
}

/* The term at the cursor, in the table. */
void
cs_workspace_show_term (CsWorkspace *workspace)
{
  const CsTerms *terms = cs_document_get_terms (workspace->document);
  guint mention = cs_document_find_mention_here (workspace->document);

  if (mention != CS_NO_INDEX)
    {
      guint term = g_array_index (cs_terms_get_mentions (terms), CsMention, mention).term;

      g_object_set (workspace->document, "term",
                    g_array_index (cs_terms_get_terms (terms), CsTerm, term).key, NULL);
    }
  cs_workspace_show_view (workspace, "terms");
  cs_workspace_focus_view (workspace);
}

void
cs_workspace_unmark_term (CsWorkspace *workspace)
{
  g_object_set (workspace->document, "term", NULL, NULL);
}
