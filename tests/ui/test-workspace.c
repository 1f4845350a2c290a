#include "workspace.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../src/app/workspace/cs-find-bar.h"
#include "../../src/app/workspace/cs-finding-card.h"
#include "../../src/app/workspace/cs-finding-group-row.h"
#include "../../src/app/workspace/cs-findings-pane.h"
#include "../../src/app/workspace/cs-outline-pane.h"
#include "../../src/app/workspace/cs-part-view.h"

/* The window with an open draft: findings while one writes, fixes, undo, walking. */

static guint
get_part (CsDocument *document)
{
  guint part;

  g_object_get (document, "part", &part, NULL);

  return part;
}

static const CsFindingEntry *
get_chosen (CsDocument *document)
{
  gpointer entry;

  g_object_get (document, "entry", &entry, NULL);

  return entry;
}

static GtkWidget *
get_pane (Ui *ui)
{
  return ui_get (workspace_get (ui), CS_TYPE_FINDINGS_PANE, NULL);
}

static guint
count_mapped (GtkWidget *root, GType type)
{
  guint n_found = g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_found += count_mapped (child, type);

  return n_found;
}

/* --- opening --- */

#define MAX_LOOKED_AT 12

/* Findings that mark words are underlined when they are on the screen. Returns: how many were
 * looked at */
static guint
look_at_findings (Ui *ui, CsDocument *document)
{
  const CsFindingView *view = cs_document_get_view (document);
  guint n_seen = 0;

  for (guint i = 0; i < view->entries->len && n_seen < MAX_LOOKED_AT; i++)
    {
      const CsFindingEntry *entry = view->entries->pdata[i];

      if (entry->end_char <= entry->start_char)
        continue;
      cs_document_choose (document, entry, TRUE);
      ui_wait (workspace_get_underline (document, entry->part, entry->start_char) !=
               PANGO_UNDERLINE_NONE);
      g_assert_cmpuint (get_part (document), ==, entry->part);
      n_seen++;
    }

  return n_seen;
}

static void
assert_groups (Ui *ui, CsDocument *document)
{
  cs_document_choose (document, NULL, FALSE);
  ui_wait (count_mapped (get_pane (ui), CS_TYPE_FINDING_GROUP_ROW) ==
           cs_document_get_view (document)->groups->len);
}

static void
assert_outline (Ui *ui, CsDocument *document)
{
  GtkWidget *outline = ui_get (workspace_get (ui), CS_TYPE_OUTLINE_PANE, NULL);
  GtkWidget *list = ui_get (outline, GTK_TYPE_LIST_VIEW, NULL);
  GtkSelectionModel *rows = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  CsDraft *draft = cs_document_get_draft (document);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), >=,
                    1 + cs_draft_get_n_units (draft, CS_PART_CLAIMS));
}

static void
test_sample_cn (Ui *ui)
{
  CsDocument *document = workspace_open_sample (ui, "sample-cn.txt");

  g_assert_cmpuint (workspace_count (document, "missing"), ==, 1);
  g_assert_cmpuint (workspace_count (document, "inner-stop"), ==, 1);
  g_assert_cmpuint (workspace_count (document, "no-stop"), ==, 1);
  g_assert_nonnull (workspace_find_entry (document, "preferred"));
  g_assert_cmpuint (look_at_findings (ui, document), >, 0);
  assert_groups (ui, document);
  assert_outline (ui, document);
}

static void
test_sample_us (Ui *ui)
{
  CsDocument *document = workspace_open_sample (ui, "sample-us.txt");

  g_assert_cmpuint (workspace_count (document, "missing"), ==, 1);
  g_assert_cmpuint (workspace_count (document, "inner-stop"), ==, 1);
  g_assert_cmpuint (workspace_count (document, "no-stop"), ==, 1);
  g_assert_cmpuint (look_at_findings (ui, document), >, 0);
  assert_groups (ui, document);
  assert_outline (ui, document);
}

static void
open_real (Ui *ui, const char *folder, const char *name)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("CLAIMSMITH_CORPUS"), folder, name, NULL);
  CsDocument *document = workspace_open (ui, path);

  g_test_message ("%s: %u findings", name, cs_document_get_view (document)->entries->len);
  look_at_findings (ui, document);
  assert_outline (ui, document);
  workspace_leave (ui);
}

static void
test_corpus (Ui *ui)
{
  static const char *const us[] = { "ipa20180000016.xml", "ipg07997973.xml" };
  g_autofree char *dossiers = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;

  if (g_getenv ("CLAIMSMITH_CORPUS") == NULL)
    {
      g_test_skip ("CLAIMSMITH_CORPUS is not set");
      return;
    }

  dossiers = g_build_filename (g_getenv ("CLAIMSMITH_CORPUS"), "cnipa-dossier", NULL);
  folder = g_dir_open (dossiers, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    open_real (ui, "cnipa-dossier", name);
  for (guint i = 0; i < G_N_ELEMENTS (us); i++)
    open_real (ui, "us-xml", us[i]);
}

/* --- writing --- */

static void
test_type (Ui *ui)
{
  CsDocument *document = workspace_open_sample (ui, "sample-cn.txt");
  PangoUnderline before;
  guint at;

  workspace_go (ui, CS_PART_CLAIMS, "锥角为", TRUE);
  at = workspace_find_char (document, CS_PART_CLAIMS, "60°~90°");
  before = workspace_get_underline (document, CS_PART_CLAIMS, at); /* of the ranges there */
  workspace_type (ui, "约");
  g_assert_true (cs_document_is_stale (document));
  ui_wait (workspace_count (document, "approximation") == 1);
  ui_wait (workspace_get_underline (document, CS_PART_CLAIMS, at) != PANGO_UNDERLINE_NONE);

  workspace_erase (ui, 1);
  ui_wait (workspace_count (document, "approximation") == 0);
  ui_wait (workspace_get_underline (document, CS_PART_CLAIMS, at) == before);
}

/* --- fixing --- */

#define LAST_WORDS "若干个所述定量灌装阀"
#define MENDED LAST_WORDS "。"

static void
test_fix_here (Ui *ui)
{
  CsDocument *document = workspace_open_sample (ui, "sample-cn.txt");
  gboolean can_undo;

  workspace_go (ui, CS_PART_CLAIMS, LAST_WORDS, TRUE);
  ui_act (workspace_get (ui), "draft.fix-here", NULL);
  g_assert_true (workspace_has (document, CS_PART_CLAIMS, MENDED));
  ui_wait (workspace_count (document, "no-stop") == 0);

  ui_act (workspace_get (ui), "draft.undo", NULL);
  g_assert_false (workspace_has (document, CS_PART_CLAIMS, MENDED));
  ui_wait (workspace_count (document, "no-stop") == 1);
  g_object_get (document, "can-undo", &can_undo, NULL);
  g_assert_false (can_undo);
}

static void
test_fix_button (Ui *ui)
{
  CsDocument *document = workspace_open_sample (ui, "sample-cn.txt");
  g_autofree char *before = workspace_dup_text (document, CS_PART_CLAIMS);
  g_autofree char *after = NULL;
  GtkWidget *card, *fix;

  workspace_choose (ui, document, "no-stop");
  card = ui_get (get_pane (ui), CS_TYPE_FINDING_CARD, NULL);
  fix = GTK_WIDGET (gtk_widget_get_template_child (card, CS_TYPE_FINDING_CARD, "fix"));
  g_assert_true (gtk_widget_get_mapped (fix));
  ui_click (fix);
  g_assert_true (workspace_has (document, CS_PART_CLAIMS, MENDED));
  ui_wait (workspace_count (document, "no-stop") == 0);

  ui_act (workspace_get (ui), "draft.undo", NULL);
  after = workspace_dup_text (document, CS_PART_CLAIMS);
  g_assert_true (g_str_equal (after, before));
}

/* --- one undo for all parts --- */

static void
test_undo_parts (Ui *ui)
{
  static const struct
  {
    CsPart part;
    const char *words;
    const char *typed;
  } steps[] = {
    { CS_PART_CLAIMS, "驱动件（3）", "甲" },
    { CS_PART_ABSTRACT, "本发明公开了", "乙" },
    { CS_PART_TITLE, "一种", "丙" },
  };
  CsDocument *document = workspace_open_sample (ui, "sample-cn.txt");

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      workspace_go (ui, steps[i].part, steps[i].words, TRUE);
      workspace_type (ui, steps[i].typed);
      g_assert_true (workspace_has (document, steps[i].part, steps[i].typed));
    }

  for (guint i = G_N_ELEMENTS (steps); i-- > 0;)
    {
      ui_act (workspace_get (ui), "draft.part", "s", "description");
      ui_act (workspace_get (ui), "draft.undo", NULL);
      g_assert_false (workspace_has (document, steps[i].part, steps[i].typed));
      g_assert_cmpuint (get_part (document), ==, steps[i].part);
      g_assert_cmpuint (cs_part_view_get_part (CS_PART_VIEW (workspace_get_view (ui))), ==,
                        steps[i].part);
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      ui_act (workspace_get (ui), "draft.redo", NULL);
      g_assert_true (workspace_has (document, steps[i].part, steps[i].typed));
      g_assert_cmpuint (get_part (document), ==, steps[i].part);
    }
}

static void
test_replace_all (Ui *ui)
{
  CsDocument *document = workspace_open_sample (ui, "sample-cn.txt");
  g_autofree char *before = workspace_dup_text (document, CS_PART_CLAIMS);
  g_autofree char *after = NULL;
  GtkWidget *bar, *entry, *button;

  ui_act (workspace_get (ui), "draft.replace", NULL);
  bar = ui_get (workspace_get (ui), CS_TYPE_FIND_BAR, NULL);
  ui_settle (bar);
  entry = ui_get (bar, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "阀体");
  gtk_editable_set_text (GTK_EDITABLE (ui_get (bar, GTK_TYPE_ENTRY, NULL)), "壳体");
  ui_wait ((button = ui_find (bar, GTK_TYPE_BUTTON, _ ("Replace _all"))) != NULL);
  ui_wait (gtk_widget_is_sensitive (button)); /* matches are looked for in the background */
  ui_click (button);
  ui_wait (!workspace_has (document, CS_PART_CLAIMS, "阀体"));
  g_assert_true (workspace_has (document, CS_PART_CLAIMS, "所述壳体（1）的顶部"));
  g_assert_true (workspace_has (document, CS_PART_DESCRIPTION, "阀体"));

  ui_act (workspace_get (ui), "draft.undo", NULL);
  after = workspace_dup_text (document, CS_PART_CLAIMS);
  g_assert_true (g_str_equal (after, before));
}

/* --- walking --- */

static void
test_walk (Ui *ui)
{
  CsDocument *document = workspace_open_sample (ui, "sample-cn.txt");
  guint n_entries = cs_document_get_view (document)->entries->len;
  const CsFindingEntry *first;
  gboolean seen[CS_N_PARTS] = { FALSE };

  ui_act (workspace_get (ui), "draft.next-finding", NULL);
  first = get_chosen (document);
  for (guint i = 0; i < n_entries; i++)
    {
      seen[get_chosen (document)->part] = TRUE;
      g_assert_cmpuint (get_part (document), ==, get_chosen (document)->part);
      ui_act (workspace_get (ui), "draft.next-finding", NULL);
    }
  g_assert_true (get_chosen (document) == first);
  g_assert_true (seen[CS_PART_CLAIMS] && seen[CS_PART_DESCRIPTION]);

  ui_act (workspace_get (ui), "draft.previous-finding", NULL);
  g_assert_true (get_chosen (document) != first);
  ui_act (workspace_get (ui), "draft.next-finding", NULL);
  g_assert_true (get_chosen (document) == first);
}

static void
test_parts (Ui *ui)
{
  static const struct
  {
    const char *name;
    CsPart part;
  } parts[] = {
    { "description", CS_PART_DESCRIPTION },
    { "abstract", CS_PART_ABSTRACT },
    { "title", CS_PART_TITLE },
    { "claims", CS_PART_CLAIMS },
  };
  CsDocument *document = workspace_open_sample (ui, "sample-cn.txt");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      ui_act (workspace_get (ui), "draft.part", "s", parts[i].name);
      g_assert_cmpuint (get_part (document), ==, parts[i].part);
      ui_wait (cs_part_view_get_part (CS_PART_VIEW (workspace_get_view (ui))) == parts[i].part);
    }
}

/* What is done to "the claim at the cursor" is done to the one that is seen. */
static void
test_unit_of_part (Ui *ui)
{
  CsDocument *document = workspace_open_sample (ui, "sample-cn.txt");
  guint unit;

  workspace_go (ui, CS_PART_CLAIMS, "例如硅橡胶", FALSE);
  g_object_get (document, "unit", &unit, NULL);
  g_assert_cmpuint (unit, ==, 2);
  workspace_go (ui, CS_PART_DESCRIPTION, "实施例二", FALSE);
  g_object_get (document, "unit", &unit, NULL);
  g_assert_cmpuint (unit, >, 9);
  ui_act (workspace_get (ui), "draft.part", "s", "claims");
  g_object_get (document, "unit", &unit, NULL);
  g_assert_cmpuint (unit, ==, 2);
}

static void
test_go_to_claim (Ui *ui)
{
  CsDocument *document = workspace_open_sample (ui, "sample-cn.txt");
  GtkWidget *popover, *entry;
  guint unit;

  ui_act (workspace_get (ui), "draft.part", "s", "abstract");
  ui_act (workspace_get (ui), "draft.go-to-claim", NULL);
  ui_wait ((popover = ui_find (workspace_get (ui), GTK_TYPE_POPOVER, NULL)) != NULL);
  entry = ui_get (popover, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "77");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "7");
  g_signal_emit_by_name (entry, "activate");
  ui_settle (GTK_WIDGET (ui->window));

  g_object_get (document, "unit", &unit, NULL);
  g_assert_cmpuint (get_part (document), ==, CS_PART_CLAIMS);
  g_assert_cmpuint (unit, ==, 6);
}

/* --- what is looked for --- */

static gboolean
has_office (CsDocument *document, CsOffice office)
{
  const GPtrArray *groups = cs_document_get_view (document)->groups;

  for (guint i = 0; i < groups->len; i++)
    if (((CsFindingGroup *)groups->pdata[i])->offices & (1u << office))
      return TRUE;

  return FALSE;
}

static guint
get_offices (CsDocument *document)
{
  guint offices;

  g_object_get (document, "offices", &offices, NULL);

  return offices;
}

static void
test_offices (Ui *ui)
{
  CsDocument *document = workspace_open_sample (ui, "sample-us.txt");
  guint n_groups = cs_document_get_view (document)->groups->len;

  g_assert_true (has_office (document, CS_OFFICE_US));
  ui_click (ui_get (workspace_get (ui), GTK_TYPE_TOGGLE_BUTTON, "CN"));
  g_assert_cmpuint (get_offices (document), ==, 1u << CS_OFFICE_US | 1u << CS_OFFICE_CN);
  ui_act (workspace_get (ui), "draft.office-US", NULL);
  g_assert_cmpuint (get_offices (document), ==, 1u << CS_OFFICE_CN);
  ui_wait (!has_office (document, CS_OFFICE_US));
  assert_groups (ui, document);

  ui_act (workspace_get (ui), "draft.office-US", NULL);
  ui_wait (cs_document_get_view (document)->groups->len == n_groups);
  assert_groups (ui, document);
}

static void
test_office_buttons (Ui *ui)
{
  GtkWidget *cn, *pct;

  workspace_open_sample (ui, "sample-cn.txt");
  cn = ui_get (workspace_get (ui), GTK_TYPE_TOGGLE_BUTTON, "CN");
  pct = ui_get (workspace_get (ui), GTK_TYPE_TOGGLE_BUTTON, "PCT");
  g_assert_true (gtk_widget_get_sensitive (cn));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (cn), ==, "Examine for: China");
  g_assert_true (gtk_widget_get_sensitive (pct));
}

/* --- what is remembered for the next draft --- */

static void
test_panes (Ui *ui)
{
  workspace_open_sample (ui, "sample-cn.txt");
  g_assert_cmpuint (count_mapped (workspace_get (ui), CS_TYPE_OUTLINE_PANE), ==, 1);
  ui_act (workspace_get (ui), "draft.outline", NULL);
  ui_wait (count_mapped (workspace_get (ui), CS_TYPE_OUTLINE_PANE) == 0);
  workspace_reopen (ui);
  ui_settle (workspace_get (ui));
  g_assert_cmpuint (count_mapped (workspace_get (ui), CS_TYPE_OUTLINE_PANE), ==, 0);
  g_assert_cmpuint (count_mapped (workspace_get (ui), CS_TYPE_FINDINGS_PANE), ==, 1);

  /* Where there is no room for panes, they go by themselves. */
  ui_resize (GTK_WINDOW (ui->window), 600, 800);
  ui_wait (count_mapped (workspace_get (ui), CS_TYPE_FINDINGS_PANE) == 0);
  ui_act (workspace_get (ui), "draft.outline", NULL);
  ui_wait (count_mapped (workspace_get (ui), CS_TYPE_OUTLINE_PANE) == 1);
  ui_resize (GTK_WINDOW (ui->window), 1280, 800);
  ui_wait (count_mapped (workspace_get (ui), CS_TYPE_FINDINGS_PANE) == 1);
  ui_wait (count_mapped (workspace_get (ui), CS_TYPE_OUTLINE_PANE) == 0);

  ui_act (workspace_get (ui), "draft.outline", NULL);
  workspace_reopen (ui);
  ui_wait (count_mapped (workspace_get (ui), CS_TYPE_OUTLINE_PANE) == 1);
}

static void
test_severities (Ui *ui)
{
  CsDocument *document = workspace_open_sample (ui, "sample-cn.txt");
  GPtrArray *groups = cs_document_get_view (document)->groups;
  guint n_errors = 0;

  for (guint i = 0; i < groups->len; i++)
    n_errors += ((CsFindingGroup *)groups->pdata[i])->severity == CS_SEVERITY_ERROR;
  g_assert_cmpuint (n_errors, <, groups->len);

  g_object_set (get_pane (ui), "severities", 1u << CS_SEVERITY_ERROR, NULL);
  ui_wait (count_mapped (get_pane (ui), CS_TYPE_FINDING_GROUP_ROW) == n_errors);

  /* remembered for the next draft */
  document = workspace_reopen (ui);
  ui_wait (count_mapped (get_pane (ui), CS_TYPE_FINDING_GROUP_ROW) == n_errors);
  g_object_set (get_pane (ui), "severities", CS_ALL_SEVERITIES, NULL);
  assert_groups (ui, document);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ui_add ("/workspace/sample-cn", NULL, test_sample_cn);
  ui_add ("/workspace/sample-us", NULL, test_sample_us);
  ui_add ("/workspace/corpus", NULL, test_corpus);
  ui_add ("/workspace/type", NULL, test_type);
  ui_add ("/workspace/fix-here", NULL, test_fix_here);
  ui_add ("/workspace/fix-button", NULL, test_fix_button);
  ui_add ("/workspace/undo-parts", NULL, test_undo_parts);
  ui_add ("/workspace/replace-all", NULL, test_replace_all);
  ui_add ("/workspace/walk", NULL, test_walk);
  ui_add ("/workspace/parts", NULL, test_parts);
  ui_add ("/workspace/unit-of-part", NULL, test_unit_of_part);
  ui_add ("/workspace/go-to-claim", NULL, test_go_to_claim);
  ui_add ("/workspace/offices", NULL, test_offices);
  ui_add ("/workspace/office-buttons", NULL, test_office_buttons);
  ui_add ("/workspace/panes", NULL, test_panes);
  ui_add ("/workspace/severities", NULL, test_severities);

  return g_test_run ();
}
