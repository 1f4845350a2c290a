#include <string.h>

#include "../../src/draft/cs-breadth.h"
#include "../../src/draft/cs-page-estimate.h"
#include "draft-fixture.h"

static GPtrArray *
measure (const char *const *claims, const char *const *description)
{
  g_autoptr (CsDraft) draft = draft_fixture_new (claims, description);
  g_autoptr (CsClaimSet) set = cs_claim_set_new (draft);
  g_autoptr (CsDescription) analysis = cs_description_new (draft);
  g_autoptr (CsFeatures) features = cs_features_new (set);
  g_autoptr (CsFeatureWords) words = cs_feature_words_new (features);

  return cs_breadth_measure_all (words, analysis);
}

static void
test_counts (void)
{
  const char *const claims[] = {
    "一种离心泵，由壳体（1）和两个叶轮组成，其中，叶轮只能由青铜制成，不包括轴承，壁厚为3mm。",
    "根据权利要求1所述的离心泵，还包括3个螺栓。", "一种锅炉，包括如权利要求1所述的离心泵。", NULL
  };
  g_autoptr (GPtrArray) all = measure (claims, NULL);
  const CsBreadth *breadth = all->pdata[0];

  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (breadth->claim, ==, 0);
  g_assert_true (breadth->closed);
  g_assert_cmpuint (breadth->n_narrowing, ==, 1);
  g_assert_cmpuint (breadth->n_negative, ==, 1);
  g_assert_cmpuint (breadth->n_counts, ==, 1);
  g_assert_cmpuint (breadth->n_values, ==, 1);
  g_assert_cmpuint (breadth->n_words, ==, 0);
  g_assert_cmpuint (breadth->unneeded->len, ==, 0);
  g_assert_cmpuint (((CsBreadth *)all->pdata[1])->claim, ==, 2);
  g_assert_cmpuint (((CsBreadth *)all->pdata[1])->n_values, ==, 0);
}

static void
test_english (void)
{
  const char *const claims[] = { "A pump comprising at least two vanes and three seals, wherein "
                                 "each seal is exactly 2 mm thick and free of lead.",
                                 NULL };
  g_autoptr (GPtrArray) all = measure (claims, NULL);
  const CsBreadth *breadth = all->pdata[0];

  g_assert_cmpuint (breadth->n_words, ==, 22);
  g_assert_cmpuint (breadth->n_narrowing, ==, 1);
  g_assert_cmpuint (breadth->n_negative, ==, 1);
  g_assert_cmpuint (breadth->n_counts, ==, 1);
  g_assert_cmpuint (breadth->n_values, ==, 1);
  g_assert_false (breadth->closed);
}

/* What the effects do not name and a dependent claim repeats; untold effects judge nothing. */
static void
test_unneeded (void)
{
  const char *const claims[] = { "一种离心泵，其特征在于，包括蜗壳、叶轮和导流罩，导流罩套设于叶轮，"
                                 "铭牌铆接于出水法兰。",
                                 "根据权利要求1所述的离心泵，其特征在于，铭牌铆接于出水法兰。", NULL };
  const char *const description[] = { "发明内容",
                                      "本发明的有益效果：导流罩套设于叶轮，降低了蜗壳的噪声。", NULL };
  g_autoptr (GPtrArray) all = measure (claims, description);
  g_autoptr (GPtrArray) untold = measure (claims, NULL);

  g_assert_cmpuint (((CsBreadth *)all->pdata[0])->unneeded->len, ==, 1);
  g_assert_cmpuint (((CsBreadth *)untold->pdata[0])->unneeded->len, ==, 0);
}

static void
test_pages (void)
{
  const char *const claims[] = { "A pump.", NULL };
  const char *const description[] = { "abcdefghij", "", "abcdefghijk", "水水水水水", "水水水水水水", NULL };
  g_autoptr (CsDraft) draft = draft_fixture_new (claims, description);

  /* lines of ten letters: 1, none, 2, 1, 2 */
  g_assert_cmpuint (cs_page_estimate (draft, CS_PART_DESCRIPTION, (CsPageSize){ 6, 10 }), ==, 1);
  g_assert_cmpuint (cs_page_estimate (draft, CS_PART_DESCRIPTION, (CsPageSize){ 5, 10 }), ==, 2);
  g_assert_cmpuint (cs_page_estimate (draft, CS_PART_DESCRIPTION, (CsPageSize){ 0, 10 }), ==, 0);
  g_assert_cmpuint (cs_page_estimate (draft, CS_PART_ABSTRACT, (CsPageSize){ 6, 10 }), ==, 0);
  g_assert_cmpuint (cs_page_estimate (draft, CS_PART_FIGURES, (CsPageSize){ 6, 10 }), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/breadth/counts", test_counts);
  g_test_add_func ("/breadth/english", test_english);
  g_test_add_func ("/breadth/unneeded", test_unneeded);
  g_test_add_func ("/breadth/pages", test_pages);

  return g_test_run ();
}
