#include "workspace.h"

#include <string.h>

/* Claims as they are inserted, moved and deleted by the actions of the workspace. */

static const char text[] = "权利要求书\n\n"
                           "1. 一种泵，其特征在于，包括壳体。\n\n"
                           "2. 根据权利要求1所述的泵，其特征在于，还包括叶轮。\n\n"
                           "3. 根据权利要求2所述的泵，其特征在于，所述叶轮为塑料件。\n\n"
                           "4. 根据权利要求1所述的泵，其特征在于，还包括密封圈。\n";

/* Does @action on the claim with @words: @expected (with "|" for "not") is there then, and one undo
 * brings back what was. */
static void
assert_action (Ui *ui, const char *action, const char *words, const char *const *expected)
{
  CsDocument *document = workspace_get_document (ui);
  g_autofree char *before = workspace_dup_text (document, CS_PART_CLAIMS);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  workspace_go (ui, CS_PART_CLAIMS, words, FALSE);
  ui_act (workspace_get (ui), action, NULL);
  after = workspace_dup_text (document, CS_PART_CLAIMS);
  for (guint i = 0; expected[i] != NULL; i++)
    if (strstr (after, expected[i]) == NULL)
      g_error ("after %s there is no \"%s\" in:\n%s", action, expected[i], after);
  workspace_wait_examined (document);

  ui_act (workspace_get (ui), "draft.undo", NULL);
  undone = workspace_dup_text (document, CS_PART_CLAIMS);
  g_assert_true (g_str_equal (undone, before));
  ui_act (workspace_get (ui), "draft.redo", NULL);
  g_assert_true (workspace_has (document, CS_PART_CLAIMS, expected[0]));
  ui_act (workspace_get (ui), "draft.undo", NULL);
  workspace_wait_examined (document);
}

static void
test_insert (Ui *ui)
{
  CsDocument *document = workspace_open_text (ui, text);

  assert_action (ui, "draft.insert-claim", "叶轮。",
                 (const char *const[]){ "5. 根据权利要求1所述的泵", "4. 根据权利要求2所述的泵", NULL });
  assert_action (ui, "draft.insert-dependent", "叶轮。",
                 (const char *const[]){ "3. 根据权利要求2所述的泵", "5. 根据权利要求1所述的泵",
                                        "4. 根据权利要求2所述的泵，其特征在于，所述叶轮", NULL });

  /* the cursor stands in the new claim, so that one can go on */
  workspace_go (ui, CS_PART_CLAIMS, "叶轮。", FALSE);
  ui_act (workspace_get (ui), "draft.insert-dependent", NULL);
  ui_settle (GTK_WIDGET (ui->window));
  workspace_wait_examined (document);
  g_assert_cmpuint (cs_draft_get_n_units (cs_document_get_draft (document), CS_PART_CLAIMS), ==, 5);
}

static void
test_move (Ui *ui)
{
  workspace_open_text (ui, text);
  assert_action (ui, "draft.move-up", "密封圈",
                 (const char *const[]){ "3. 根据权利要求1所述的泵，其特征在于，还包括密封圈",
                                        "4. 根据权利要求2所述的泵", NULL });
  assert_action (ui, "draft.move-down", "还包括叶轮",
                 (const char *const[]){ "根据权利要求1所述的泵，其特征在于，还包括叶轮", NULL });
}

static void
test_indent (Ui *ui)
{
  workspace_open_text (ui, text);
  assert_action (ui, "draft.indent", "密封圈",
                 (const char *const[]){ "4. 根据权利要求2所述的泵，其特征在于，还包括密封圈", NULL });
  assert_action (ui, "draft.outdent", "塑料件",
                 (const char *const[]){ "3. 根据权利要求1所述的泵，其特征在于，所述叶轮", NULL });
}

static void
test_delete (Ui *ui)
{
  CsDocument *document = workspace_open_text (ui, text);

  assert_action (ui, "draft.delete-claim", "塑料件",
                 (const char *const[]){ "3. 根据权利要求1所述的泵，其特征在于，还包括密封圈", NULL });
  workspace_go (ui, CS_PART_CLAIMS, "塑料件", FALSE);
  ui_act (workspace_get (ui), "draft.delete-claim", NULL);
  g_assert_false (workspace_has (document, CS_PART_CLAIMS, "塑料件"));
  workspace_wait_examined (document);
  g_assert_cmpuint (cs_draft_get_n_units (cs_document_get_draft (document), CS_PART_CLAIMS), ==, 3);
}

/* Several in a row, and back again. */
static void
test_sequence (Ui *ui)
{
  static const char *const actions[] = { "draft.insert-dependent", "draft.move-up",
                                         "draft.insert-claim", "draft.delete-claim" };
  CsDocument *document = workspace_open_text (ui, text);
  g_autofree char *before = workspace_dup_text (document, CS_PART_CLAIMS);
  g_autofree char *after = NULL;

  workspace_go (ui, CS_PART_CLAIMS, "密封圈", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      ui_act (workspace_get (ui), actions[i], NULL);
      workspace_wait_examined (document);
    }
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    ui_act (workspace_get (ui), "draft.undo", NULL);
  after = workspace_dup_text (document, CS_PART_CLAIMS);
  g_assert_true (g_str_equal (after, before));
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ui_add ("/claims/insert", NULL, test_insert);
  ui_add ("/claims/move", NULL, test_move);
  ui_add ("/claims/indent", NULL, test_indent);
  ui_add ("/claims/delete", NULL, test_delete);
  ui_add ("/claims/sequence", NULL, test_sequence);

  return g_test_run ();
}
