#include <string.h>

#include "../../src/draft/cs-claim-paths.h"
#include "draft-fixture.h"

/* What the words of each claim alone are worth. */
typedef struct
{
  const guint *grades;
  guint n_asked;
} Worth;

static guint
get_worth (guint claim, gpointer data)
{
  Worth *worth = data;

  worth->n_asked++;

  return worth->grades[claim];
}

static void
assert_grade (const char *const *texts,
              const guint *grades,
              guint claim,
              guint expected,
              const char *expected_path)
{
  g_autoptr (CsDraft) draft = draft_fixture_new (texts, NULL);
  g_autoptr (CsClaimSet) claims = cs_claim_set_new (draft);
  g_autoptr (CsClaimParents) parents = cs_claim_parents_new (claims);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) numbers = g_string_new (NULL);
  Worth worth = { grades, 0 };

  g_assert_cmpuint (cs_claim_parents_grade (parents, claim - 1, get_worth, &worth, path), ==,
                    expected);
  for (guint i = 0; i < path->len; i++)
    g_string_append_printf (numbers, "%s%u", i == 0 ? "" : " ",
                            g_array_index (path, guint, i) + 1);
  g_assert_cmpstr (numbers->str, ==, expected_path);
}

static void
test_chain (void)
{
  const char *const texts[] = { "一种泵，包括壳体。", "根据权利要求1所述的泵，还包括叶轮。",
                                "根据权利要求2所述的泵，还包括密封圈。", NULL };

  assert_grade (texts, (guint[]){ 5, 5, 5 }, 3, 5, "3 2 1");
  assert_grade (texts, (guint[]){ 5, 2, 5 }, 3, 2, "3 2 1");
  assert_grade (texts, (guint[]){ 5, 0, 5 }, 3, 0, "");
  assert_grade (texts, (guint[]){ 0, 5, 5 }, 3, 0, "");
  assert_grade (texts, (guint[]){ 5, 0, 5 }, 1, 5, "1"); /* what comes later does not count */
}

static void
test_alternatives (void)
{
  const char *const texts[] = { "A pump, comprising a housing.",
                                "The pump of claim 1, further comprising a gasket.",
                                "The pump of claim 1, further comprising a lid.",
                                "The pump of any one of claims 1 to 3, wherein it is small.",
                                "The pump of claim 2 or 3, wherein it is small.", NULL };

  /* only claim 2 has it: the shortest way around it is the path shown */
  assert_grade (texts, (guint[]){ 6, 0, 6, 6, 6 }, 4, 6, "4 1");
  assert_grade (texts, (guint[]){ 6, 0, 6, 6, 6 }, 5, 6, "5 3 1");
  assert_grade (texts, (guint[]){ 6, 0, 0, 6, 6 }, 5, 0, "");
  assert_grade (texts, (guint[]){ 6, 0, 3, 6, 6 }, 5, 3, "5 3 1");
}

static void
test_conjunction (void)
{
  const char *const texts[] = { "A composition, comprising an acid.",
                                "A device, comprising a nozzle.",
                                "A kit with the composition of claim 1 and the device of claim 2.",
                                NULL };

  assert_grade (texts, (guint[]){ 0, 6, 6 }, 3, 0, "");
  assert_grade (texts, (guint[]){ 6, 0, 6 }, 3, 0, "");
  assert_grade (texts, (guint[]){ 6, 4, 6 }, 3, 4, "3 1");
}

/* References that lead nowhere, onwards or back to the claim itself end a path. */
static void
test_broken (void)
{
  const char *const texts[] = { "The pump of claim 2, wherein it is small.",
                                "The pump of claim 2, wherein it is red.",
                                "The pump of claim 17, wherein it is round.", NULL };

  for (guint claim = 1; claim <= 3; claim++)
    assert_grade (texts, (guint[]){ 3, 3, 3 }, claim, 3, claim == 1 ? "1" : claim == 2 ? "2" :
                                                                                         "3");
}

/* A ladder of alternatives has 2^n paths; they are walked at once. */
static void
test_many_paths (void)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint *grades = NULL;
  const guint n_claims = 400;

  g_ptr_array_add (texts, g_strdup ("一种泵，包括壳体。"));
  g_ptr_array_add (texts, g_strdup ("根据权利要求1所述的泵，还包括叶轮。"));
  for (guint i = 3; i <= n_claims; i++)
    g_ptr_array_add (texts, g_strdup_printf ("根据权利要求%u或%u所述的泵，还包括轴。", i - 2, i - 1));
  g_ptr_array_add (texts, NULL);

  grades = g_new (guint, n_claims);
  for (guint i = 0; i < n_claims; i++)
    grades[i] = 1;
  {
    g_autoptr (CsDraft) draft = draft_fixture_new ((const char *const *)texts->pdata, NULL);
    g_autoptr (CsClaimSet) claims = cs_claim_set_new (draft);
    g_autoptr (CsClaimParents) parents = cs_claim_parents_new (claims);
    g_autoptr (GArray) ancestors = g_array_new (FALSE, FALSE, sizeof (guint));
    Worth worth = { grades, 0 };

    g_assert_cmpuint (cs_claim_parents_grade (parents, n_claims - 1, get_worth, &worth, NULL), ==,
                      1);
    g_assert_cmpuint (worth.n_asked, <=, n_claims + 1);
    cs_claim_parents_get_ancestors (parents, n_claims - 1, ancestors);
    g_assert_cmpuint (ancestors->len, ==, n_claims - 1);
    g_assert_cmpuint (g_array_index (ancestors, guint, 0), ==, 0);
  }
}

/* Far down among thousands of claims the shortest path is walked, and it is a real one. */
static void
test_many_claims (void)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  const guint n_claims = 2500;
  g_autofree guint *grades = g_new (guint, n_claims);

  g_ptr_array_add (texts, g_strdup ("A pump, comprising a housing."));
  for (guint i = 2; i <= n_claims; i++)
    g_ptr_array_add (texts, g_strdup ("The pump of any preceding claim, wherein it is small."));
  g_ptr_array_add (texts, NULL);
  for (guint i = 0; i < n_claims; i++)
    grades[i] = i == 1 ? 0 : 4;

  assert_grade ((const char *const *)texts->pdata, grades, n_claims, 4, "2500 1");
  grades[0] = 0;
  assert_grade ((const char *const *)texts->pdata, grades, n_claims, 0, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/claim-paths/chain", test_chain);
  g_test_add_func ("/draft/claim-paths/alternatives", test_alternatives);
  g_test_add_func ("/draft/claim-paths/conjunction", test_conjunction);
  g_test_add_func ("/draft/claim-paths/broken", test_broken);
  g_test_add_func ("/draft/claim-paths/many-paths", test_many_paths);
  g_test_add_func ("/draft/claim-paths/many-claims", test_many_claims);

  return g_test_run ();
}
