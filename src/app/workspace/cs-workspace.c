#include "cs-workspace-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../cs-settings.h"
#include "../widgets/cs-names.h"
#include "cs-finding-dock.h"
#include "cs-outline-pane.h"
#include "cs-part-view.h"
#include "cs-status-line.h"

G_DEFINE_TYPE (CsWorkspace, cs_workspace, GTK_TYPE_WIDGET)

enum
{
  LEAVE,
  PRE_EXAMINE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The parts in the order of their keys, Ctrl+1 to Ctrl+4. */
static const struct
{
  CsPart part;
  const char *name;
  const char *label;
  const char *icon;
} parts[] = {
  { CS_PART_CLAIMS, "claims", N_ ("Claims"), "cs-claims-symbolic" },
  { CS_PART_DESCRIPTION, "description", N_ ("Description"), "cs-description-symbolic" },
  { CS_PART_ABSTRACT, "abstract", N_ ("Abstract"), "cs-abstract-symbolic" },
  { CS_PART_TITLE, "title", N_ ("Title"), "cs-title-symbolic" },
};

/* --- what the header says --- */

static const char *
get_save_words (CsSaveState state)
{
  switch (state)
    {
    case CS_SAVE_STATE_SAVED:
      return _ ("Saved");
    case CS_SAVE_STATE_UNSAVED:
    case CS_SAVE_STATE_SAVING:
      return _ ("Saving…");
    case CS_SAVE_STATE_FAILED:
      return _ ("Not saved");
    default:
      return "";
    }
}

static const char *
get_part_label (CsPart part)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].part == part)
      return _ (parts[i].label);

  return "";
}

void
cs_workspace_update_title (CsWorkspace *workspace)
{
  g_autofree char *name = NULL;
  g_autofree char *reference = NULL;
  g_autofree char *subtitle = NULL;
  gboolean editable;
  CsSaveState state;
  guint part;
  const char *first;
  const char *words;

  g_object_get (workspace->document, "name", &name, "reference", &reference, "save-state", &state,
                "part", &part, "editable", &editable, NULL);
  first = reference;
  if (workspace->narrow || reference == NULL || *reference == '\0')
    first = get_part_label (part);
  words = editable ? get_save_words (state) : _ ("Read-only");
  subtitle = g_strdup_printf ("%s · %s", first, words);
  adw_window_title_set_title (workspace->title,
                              name == NULL || *name == '\0' ? _ ("Untitled draft") : name);
  adw_window_title_set_subtitle (workspace->title, subtitle);
}

static void
update_trouble (CsWorkspace *workspace)
{
  g_autofree char *message = NULL;
  CsSaveState state;

  g_object_get (workspace->document, "save-state", &state, "save-message", &message, NULL);
  if (state == CS_SAVE_STATE_FAILED && message != NULL)
    {
      g_autofree char *text =
          g_strdup_printf (_ ("The draft could not be saved: %s. What you wrote is still here, and "
                              "saving is tried again every few seconds."),
                           message);

      gtk_label_set_text (workspace->trouble_label, text);
    }
  gtk_info_bar_set_revealed (workspace->trouble, state == CS_SAVE_STATE_FAILED);
}

static void
on_save_state (CsWorkspace *workspace)
{
  cs_workspace_update_title (workspace);
  update_trouble (workspace);
}

/* --- parts --- */

static void
on_part (CsWorkspace *workspace)
{
  guint part;

  g_object_get (workspace->document, "part", &part, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].part == part)
      gtk_stack_set_visible_child_name (workspace->editors, parts[i].name);
  gtk_menu_button_set_label (workspace->parts_button, get_part_label (part));
  cs_workspace_update_title (workspace);
  cs_workspace_update_actions (workspace);
}

static void
on_go_to (CsWorkspace *workspace, guint part, guint start_char, guint end_char, gboolean focus)
{
  cs_workspace_show_view (workspace, "text");
  cs_part_view_show_range (CS_PART_VIEW (workspace->views[part]), start_char, end_char);
  if (focus)
    gtk_widget_grab_focus (workspace->views[part]);
  if (workspace->narrow) /* a pane lies over the text */
    adw_flap_set_reveal_flap (workspace->outline_flap, FALSE);
}

static void
on_composing (CsWorkspace *workspace, GParamSpec *pspec, GtkWidget *view)
{
  gboolean composing;

  g_object_get (view, "composing", &composing, NULL);
  cs_document_set_composing (workspace->document, composing);
}

static void
add_part (CsWorkspace *workspace, guint i)
{
  GtkWidget *view = cs_part_view_new (workspace->document, parts[i].part);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = adw_button_content_new ();
  g_autofree char *tooltip = g_strdup_printf ("%s (Ctrl+%u)", _ (parts[i].label), i + 1);

  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (parts[i].label), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_stack_add_named (workspace->editors, scrolled, parts[i].name);
  g_signal_connect_object (view, "notify::composing", G_CALLBACK (on_composing), workspace,
                           G_CONNECT_SWAPPED);
  workspace->views[parts[i].part] = view;

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), parts[i].icon);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ (parts[i].label));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "draft.part");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", parts[i].name);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (parts[i].label), -1);
  gtk_box_append (workspace->parts_box, button);
}

/* --- what the user has chosen --- */

static void
follow_font (CsWorkspace *workspace)
{
  g_autofree char *font = cs_settings_dup_font (cs_settings_get_default ());

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_object_set (workspace->views[parts[i].part], "font", font, NULL);
}

static void
follow_author (CsWorkspace *workspace)
{
  g_autofree char *author = cs_settings_dup_author (cs_settings_get_default ());

  g_object_set (workspace->findings, "author", author, NULL);
}

static void
keep_severities (CsWorkspace *workspace)
{
  guint severities;

  g_object_get (workspace->findings, "severities", &severities, NULL);
  cs_settings_set_severities (cs_settings_get_default (), severities);
}

static void
follow_settings (CsWorkspace *workspace)
{
  CsSettings *settings = cs_settings_get_default ();

  g_signal_connect_object (settings, "notify::editor-font", G_CALLBACK (follow_font), workspace,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::use-custom-font", G_CALLBACK (follow_font), workspace,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::author", G_CALLBACK (follow_author), workspace,
                           G_CONNECT_SWAPPED);
  follow_font (workspace);
  follow_author (workspace);
  g_object_set (workspace->findings, "severities", cs_settings_get_severities (settings), NULL);
  g_signal_connect_object (workspace->findings, "notify::severities",
                           G_CALLBACK (keep_severities), workspace, G_CONNECT_SWAPPED);
}

/* --- findings, in few words --- */

static void
on_view (CsWorkspace *workspace)
{
  const CsFindingView *view = cs_document_get_view (workspace->document);
  guint n_open = 0;
  g_autofree char *label = NULL;

  for (guint i = 0; view != NULL && i < CS_N_SEVERITIES; i++)
    n_open += view->n_open[i];
  label = n_open == 0 ? g_strdup (_ ("Findings")) : g_strdup_printf (_ ("Findings (%u)"), n_open);
  gtk_label_set_text (workspace->bottom_findings_label, label);
  cs_workspace_update_actions (workspace);
}

static void
on_offices (CsWorkspace *workspace)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint offices;

  g_object_get (workspace->document, "offices", &offices, NULL);
  for (guint office = CS_OFFICE_CN; office < CS_N_OFFICES; office++)
    if (offices & (1u << office))
      g_string_append_printf (names, "%s%s", names->len == 0 ? "" : ", ",
                              cs_office_get_name (office));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (workspace->offices_button),
                             names->len == 0 ? _ ("Offices") : names->str);
  cs_workspace_update_actions (workspace);
}

/* Of the toggle with the action "draft.office-NAME": which office, or why it cannot be chosen. */
static char *
dup_office_tooltip (CsWorkspace *workspace, const char *action, gboolean sensitive)
{
  CsOffice office = CS_OFFICE_UNKNOWN;

  if (action != NULL) /* while the template is built */
    office = cs_office_from_name (action + strlen ("draft.office-"));
  if (!sensitive)
    return g_strdup (_ ("No checklist for this office yet"));

  return g_strdup_printf (_ ("Examine for: %s"),
                          cs_office_get_label (office));
}

/* --- the widget --- */

static void
cs_workspace_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (CS_WORKSPACE (widget)->toasts), orientation, for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
}

static void
cs_workspace_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CsWorkspace *workspace = CS_WORKSPACE (widget);

  gtk_widget_allocate (GTK_WIDGET (workspace->toasts), width, height, baseline, NULL);
  cs_workspace_follow_width (workspace, width);
}

static gboolean
focus_editor (gpointer data)
{
  CsWorkspace *workspace = data;

  workspace->focus_idle = 0;
  cs_workspace_focus_view (workspace);

  return G_SOURCE_REMOVE;
}

/* Who opens a draft means to write; what brought the page gives the focus to its first button. */
static void
cs_workspace_map (GtkWidget *widget)
{
  CsWorkspace *workspace = CS_WORKSPACE (widget);

  GTK_WIDGET_CLASS (cs_workspace_parent_class)->map (widget);
  if (workspace->focus_idle == 0)
    workspace->focus_idle = g_idle_add_full (G_PRIORITY_HIGH, focus_editor, workspace, NULL);
}

static void
on_leave (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_signal_emit (data, signals[LEAVE], 0);
}

static void
cs_workspace_dispose (GObject *object)
{
  CsWorkspace *workspace = CS_WORKSPACE (object);

  g_clear_handle_id (&workspace->narrow_idle, g_source_remove);
  g_clear_handle_id (&workspace->focus_idle, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_WORKSPACE);
  g_clear_object (&workspace->actions);
  g_clear_object (&workspace->document);
  g_clear_object (&workspace->library);

  G_OBJECT_CLASS (cs_workspace_parent_class)->dispose (object);
}

static void
cs_workspace_class_init (CsWorkspaceClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = cs_workspace_dispose;
  widget_class->map = cs_workspace_map;
  widget_class->measure = cs_workspace_measure;
  widget_class->size_allocate = cs_workspace_size_allocate;

  signals[LEAVE] = g_signal_new ("leave", CS_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  signals[PRE_EXAMINE] = g_signal_new ("pre-examine", CS_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "workspace");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-workspace.ui");
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, toasts);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, header);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, title);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, outline_toggle);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, findings_toggle);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, offices_button);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, offices_box);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, narrow_find);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, trouble);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, findings_flap);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, outline_flap);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, side);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, findings_bin);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, near_bin);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, outline_bin);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, editor_box);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, strip);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, views_box);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, parts);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, parts_box);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, parts_button);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, claim_tools);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, pages);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, terms_bin);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, find_bin);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, editors);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, status_bin);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, dock_bin);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, bottom_bar);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, bottom_text);
  gtk_widget_class_bind_template_child (widget_class, CsWorkspace, bottom_findings_label);
  gtk_widget_class_bind_template_callback (widget_class, dup_office_tooltip);
}

static void
cs_workspace_init (CsWorkspace *workspace)
{
  gtk_widget_init_template (GTK_WIDGET (workspace));
}

static void
add_panes (CsWorkspace *workspace)
{
  CsDocument *document = workspace->document;
  GtkWidget *outline = cs_outline_pane_new (document);

  workspace->findings = CS_FINDINGS_PANE (cs_findings_pane_new (document));
  workspace->find_bar = CS_FIND_BAR (cs_find_bar_new (document));
  adw_bin_set_child (workspace->findings_bin, GTK_WIDGET (workspace->findings));
  adw_bin_set_child (workspace->outline_bin, outline);
  g_signal_connect_object (outline, "failed", G_CALLBACK (cs_workspace_toast), workspace,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (workspace->find_bin, GTK_WIDGET (workspace->find_bar));
  adw_bin_set_child (workspace->status_bin, cs_status_line_new (document));
  adw_bin_set_child (workspace->dock_bin, cs_finding_dock_new (document));
}

static void
follow_document (CsWorkspace *workspace)
{
  static const struct
  {
    const char *signal;
    void (*func) (CsWorkspace *workspace);
  } follows[] = {
    { "notify::name", cs_workspace_update_title },
    { "notify::reference", cs_workspace_update_title },
    { "notify::save-state", on_save_state },
    { "notify::save-message", update_trouble },
    { "notify::part", on_part },
    { "notify::unit", cs_workspace_update_actions },
    { "notify::term", cs_workspace_update_actions },
    { "notify::can-undo", cs_workspace_update_actions },
    { "notify::can-redo", cs_workspace_update_actions },
    { "notify::offices", on_offices },
    { "notify::view", on_view },
    { "notify::exam-message", cs_workspace_update_status },
  };

  for (guint i = 0; i < G_N_ELEMENTS (follows); i++)
    g_signal_connect_object (workspace->document, follows[i].signal,
                             G_CALLBACK (follows[i].func), workspace, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace->document, "go-to", G_CALLBACK (on_go_to), workspace,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
cs_workspace_new (CsDocument *document)
{
  CsWorkspace *workspace = g_object_new (CS_TYPE_WORKSPACE, NULL);
  g_autoptr (GSimpleAction) leave = g_simple_action_new ("leave", NULL);

  workspace->document = g_object_ref (document);
  cs_workspace_add_actions (workspace);
  cs_workspace_add_exchange (workspace);
  g_signal_connect (leave, "activate", G_CALLBACK (on_leave), workspace);
  g_action_map_add_action (G_ACTION_MAP (workspace->actions), G_ACTION (leave));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    add_part (workspace, i);
  cs_workspace_add_views (workspace);
  add_panes (workspace);
  follow_document (workspace);
  cs_workspace_follow_panes (workspace);
  follow_settings (workspace);
  on_part (workspace);
  on_offices (workspace);
  on_save_state (workspace);
  on_view (workspace);

  return GTK_WIDGET (workspace);
}

CsDocument *
cs_workspace_get_document (CsWorkspace *workspace)
{
  return workspace->document;
}
