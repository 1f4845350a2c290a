#include "workspace.h"

#include "../../src/app/workspace/cs-filing-sheet.h"
#include "../../src/app/workspace/cs-finding-card.h"
#include "../../src/app/workspace/cs-part-view.h"
#include "../../src/app/workspace/cs-term-rename-popover.h"
#include "../../src/app/workspace/cs-terms-view.h"
#include "../../src/app/workspace/cs-versions-window.h"
#include "../../src/base/cs-text-builder.h"

/* Pictures of an open draft, for people to look at: a Chinese one in a Chinese window. */

static const int sizes[][2] = { { 1280, 800 }, { 800, 600 }, { 600, 800 }, { 360, 640 } };

static gboolean
is_chinese (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "zh");
}

static CsDocument *
open_sample (Ui *ui)
{
  CsDocument *document =
      workspace_open_sample (ui, is_chinese () ? "sample-cn.txt" : "sample-us.txt");

  workspace_wait_saved (document);

  return document;
}

static void
shoot_all (GtkWindow *window, const char *name)
{
  for (guint dark = 0; dark < 2; dark++)
    {
      ui_set_dark (dark);
      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        ui_shoot (window, name, sizes[i][0], sizes[i][1]);
    }
  ui_set_dark (FALSE);
}

static void
shoot_both (GtkWindow *window, const char *name)
{
  for (guint dark = 0; dark < 2; dark++)
    {
      ui_set_dark (dark);
      ui_shoot (window, name, 0, 0);
    }
  ui_set_dark (FALSE);
}

/* A popover is a surface of its own: it is drawn by itself. */
static void
shoot_popover (Ui *ui, GtkWidget *popover, const char *name)
{
  for (guint dark = 0; dark < 2; dark++)
    {
      ui_set_dark (dark);
      ui_settle (GTK_WIDGET (ui->window));
      ui_shoot_widget (popover, name);
    }
  ui_set_dark (FALSE);
}

static GtkWidget *
find_other (Ui *ui)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (window != GTK_WIDGET (ui->window) && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

/* --- the page --- */

static void
shoot_claims (Ui *ui)
{
  CsDocument *document = open_sample (ui);

  workspace_choose (ui, document, "missing");
  shoot_all (GTK_WINDOW (ui->window), "workspace-claims");
}

static void
shoot_parts (Ui *ui)
{
  static const char *const parts[] = { "description", "abstract", "title" };

  open_sample (ui);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strconcat ("workspace-", parts[i], NULL);

      ui_act (workspace_get (ui), "draft.part", "s", parts[i]);
      shoot_all (GTK_WINDOW (ui->window), name);
    }
}

/* A formula and a table that came without pictures, in the colour of the text. */
static void
shoot_objects (Ui *ui)
{
  static const char *const sources[] = {
    "<math><mi>x</mi><mo>=</mo><mfrac><mrow><mo>-</mo><mi>b</mi><mo>±</mo><msqrt><msup><mi>b</mi>"
    "<mn>2</mn></msup><mo>-</mo><mn>4</mn><mi>a</mi><mi>c</mi></msqrt></mrow><mrow><mn>2</mn>"
    "<mi>a</mi></mrow></mfrac><mo>+</mo><munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn>"
    "</mrow><mi>n</mi></munderover><msubsup><mi>k</mi><mi>i</mi><mn>2</mn></msubsup></math>",
    "<table><tr><th>组分</th><th>c (mol/L, 10<sup>-7</sup>)</th></tr><tr><td>H<sub>2</sub>SO"
    "<sub>4</sub></td><td>3.14</td></tr></table>",
  };
  CsDocument *document = open_sample (ui);
  CsPartBuffer *buffer = cs_document_get_buffer (document, CS_PART_CLAIMS);
  CsTextBuilder *builder = cs_text_builder_new ();
  g_autoptr (CsText) text = NULL;

  cs_text_builder_append_object (builder, CS_OBJECT_FORMULA, sources[0], NULL);
  cs_text_builder_append (builder, "\n", 1);
  cs_text_builder_append_object (builder, CS_OBJECT_TABLE, sources[1], NULL);
  text = cs_text_builder_end (builder);
  cs_part_buffer_replace (buffer, 12, 12, text);
  workspace_wait_saved (document);
  for (guint dark = 0; dark < 2; dark++)
    {
      ui_set_dark (dark);
      ui_shoot (GTK_WINDOW (ui->window), "workspace-objects", 1280, 800);
    }
  ui_set_dark (FALSE);
}

static void
shoot_panes (Ui *ui)
{
  static const char *const panes[] = { "draft.outline", "draft.findings" };
  CsDocument *document = open_sample (ui);

  workspace_choose (ui, document, "preferred");
  ui_shoot (GTK_WINDOW (ui->window), "workspace-narrow", 600, 800);
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      ui_act (workspace_get (ui), panes[i], NULL);
      ui_shoot (GTK_WINDOW (ui->window), panes[i], 600, 800);
      ui_shoot (GTK_WINDOW (ui->window), panes[i], 360, 640);
      ui_act (workspace_get (ui), panes[i], NULL);
    }
}

/* Some of the terms were spoken of. */
static void
shoot_terms (Ui *ui)
{
  CsDocument *document = open_sample (ui);
  const GArray *terms = cs_terms_get_terms (cs_document_get_terms (document));
  GtkWidget *view, *popover;

  g_assert_cmpuint (terms->len, >, 4);
  cs_document_say_term (document, g_array_index (terms, CsTerm, 2).name, CS_TERM_IS_TERM);
  cs_document_say_term (document, g_array_index (terms, CsTerm, 4).name, CS_TERM_NEVER_REPORT);
  ui_wait (
      g_array_index (cs_terms_get_terms (cs_document_get_terms (document)), CsTerm, 2).confirmed);
  terms = cs_terms_get_terms (cs_document_get_terms (document));
  g_object_set (document, "term", g_array_index (terms, CsTerm, 3).key, NULL);
  ui_act (workspace_get (ui), "draft.view", "s", "terms");
  shoot_all (GTK_WINDOW (ui->window), "workspace-terms");
  view = ui_get (workspace_get (ui), CS_TYPE_TERMS_VIEW, NULL);
  ui_act (view, "terms.rename", NULL);
  ui_wait ((popover = ui_find (view, CS_TYPE_TERM_RENAME_POPOVER, NULL)) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (ui_get (popover, GTK_TYPE_ENTRY, NULL)),
                         g_array_index (terms, CsTerm, 5).name);
  shoot_popover (ui, popover, "rename-term");
  gtk_popover_popdown (GTK_POPOVER (popover));
  ui_act (workspace_get (ui), "draft.view", "s", "text");
  ui_shoot (GTK_WINDOW (ui->window), "workspace-marked", sizes[0][0], sizes[0][1]);
}

/* --- what opens over it --- */

static void
shoot_waive (Ui *ui)
{
  CsDocument *document = open_sample (ui);
  GtkWidget *card, *popover;

  workspace_choose (ui, document, "preferred");
  ui_act (workspace_get (ui), "draft.waive-here", NULL);
  card = ui_get (workspace_get (ui), CS_TYPE_FINDING_CARD, NULL);
  ui_wait ((popover = ui_find (card, GTK_TYPE_POPOVER, NULL)) != NULL);
  shoot_popover (ui, popover, "waive");
}

static void
shoot_hover (Ui *ui)
{
  GtkTextView *view;
  GtkWidget *popover;

  open_sample (ui);
  workspace_go (ui, CS_PART_CLAIMS, is_chinese () ? "权利要求2所述" : "claim 2,", FALSE);
  ui_act (workspace_get (ui), "draft.show-card", NULL);
  view = workspace_get_view (ui);
  ui_wait ((popover = ui_find (GTK_WIDGET (view), GTK_TYPE_POPOVER, NULL)) != NULL);
  shoot_popover (ui, popover, "hover");
  gtk_popover_popdown (GTK_POPOVER (popover));
  ui_settle (GTK_WIDGET (ui->window));
}

/* What stands below the edge of @window. */
static void
scroll_down (GtkWidget *window)
{
  GtkWidget *scrolled = ui_find (window, GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkAdjustment *at = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  gtk_adjustment_set_value (at, gtk_adjustment_get_upper (at));
  ui_settle (window);
}

static void
shoot_dialogs (Ui *ui)
{
  GtkWidget *window;

  open_sample (ui);
  ui_act (workspace_get (ui), "draft.filing-sheet", NULL);
  ui_wait ((window = ui_find_window (CS_TYPE_FILING_SHEET)) != NULL);
  shoot_both (GTK_WINDOW (window), "filing-sheet");
  scroll_down (window);
  shoot_both (GTK_WINDOW (window), "filing-sheet-particulars");
  gtk_window_destroy (GTK_WINDOW (window));

  ui_act (workspace_get (ui), "draft.versions", NULL);
  ui_wait ((window = ui_find_window (CS_TYPE_VERSIONS_WINDOW)) != NULL);
  ui_settle (window);
  shoot_both (GTK_WINDOW (window), "versions");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
shoot_program (Ui *ui)
{
  static const struct
  {
    const char *action;
    const char *name;
  } windows[] = { { "preferences", "preferences" }, { "about", "about" } };
  GtkWidget *window;

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (ui->application), windows[i].action, NULL);
      ui_wait ((window = find_other (ui)) != NULL);
      shoot_both (GTK_WINDOW (window), windows[i].name);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
shoot_find (Ui *ui)
{
  open_sample (ui);
  workspace_select (ui, CS_PART_CLAIMS, is_chinese () ? "流道" : "passage");
  ui_act (workspace_get (ui), "draft.replace", NULL);
  for (guint i = 0; sizes[i][0] >= 600; i++)
    ui_shoot (GTK_WINDOW (ui->window), "workspace-find", sizes[i][0], sizes[i][1]);
}

static void
shoot_trouble (Ui *ui)
{
  CsDocument *document = open_sample (ui);
  CsSaveState state = CS_SAVE_STATE_SAVED;

  workspace_refuse_writes (ui, TRUE);
  workspace_go (ui, CS_PART_CLAIMS, "1.", TRUE);
  workspace_type (ui, " ");
  cs_document_save (document);
  while (state != CS_SAVE_STATE_FAILED)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (document, "save-state", &state, NULL);
    }
  shoot_all (GTK_WINDOW (ui->window), "workspace-trouble");
  workspace_refuse_writes (ui, FALSE);
  cs_document_save (document);
  workspace_wait_saved (document);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ui_add ("/shoot/workspace/terms", NULL, shoot_terms);
  ui_add ("/shoot/claims", NULL, shoot_claims);
  ui_add ("/shoot/parts", NULL, shoot_parts);
  ui_add ("/shoot/objects", NULL, shoot_objects);
  ui_add ("/shoot/panes", NULL, shoot_panes);
  ui_add ("/shoot/waive", NULL, shoot_waive);
  ui_add ("/shoot/hover", NULL, shoot_hover);
  ui_add ("/shoot/dialogs", NULL, shoot_dialogs);
  ui_add ("/shoot/program", NULL, shoot_program);
  ui_add ("/shoot/find", NULL, shoot_find);
  ui_add ("/shoot/trouble", NULL, shoot_trouble);

  return g_test_run ();
}
