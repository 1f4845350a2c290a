#include <string.h>

#include "../../src/draft/cs-unity.h"
#include "draft-fixture.h"

#define LINK_PERCENT 15

static CsFeatureWords *
read_words (const char *const *claims)
{
  g_autoptr (CsDraft) draft = draft_fixture_new (claims, NULL);
  g_autoptr (CsClaimSet) set = cs_claim_set_new (draft);
  g_autoptr (CsFeatures) features = cs_features_new (set);

  return cs_feature_words_new (features);
}

/* "1:1 3:1 4:4": each independent claim and the first claim of its group. */
static void
assert_groups (const char *const *claims, const char *expected)
{
  g_autoptr (CsFeatureWords) words = read_words (claims);
  g_autoptr (GArray) unity = cs_unity_compare (words, LINK_PERCENT);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < unity->len; i++)
    {
      const CsUnityClaim *claim = &g_array_index (unity, CsUnityClaim, i);
      guint group = g_array_index (unity, CsUnityClaim, claim->group).claim;

      g_string_append_printf (line, "%s%u:%u", i > 0 ? " " : "", claim->claim + 1, group + 1);
    }
  g_assert_cmpstr (line->str, ==, expected);
}

static void
test_groups (void)
{
  const char *const chinese[] = {
    "一种离心泵，包括蜗壳、叶轮和导流罩，所述导流罩套设于所述叶轮。",
    "根据权利要求1所述的离心泵，还包括吸音棉。",
    "一种离心泵的装配方法，包括：将导流罩套设于叶轮，将叶轮装入蜗壳。",
    "一种茶叶杀青方法，包括：将鲜叶摊晾，送入滚筒，抖散并复揉成条。",
    "一种供暖锅炉，包括炉膛、烟道以及如权利要求2所述的离心泵。",
    NULL
  };
  const char *const english[] = {
    "A pump comprising a volute, an impeller and a shroud.",
    "A method of curing tobacco, comprising hanging leaves in a barn.",
    "A tobacco barn comprising racks on which leaves are hung for curing.", NULL
  };
  const char *const none[] = { "权利要求", NULL };

  assert_groups (chinese, "1:1 3:1 4:4 5:1");
  assert_groups (english, "1:1 2:2 3:2");
  assert_groups (none, "1:1");
}

static void
test_nearest (void)
{
  const char *const claims[] = { "A pump comprising a volute and a shroud.",
                                 "A valve comprising a disc and a gasket.",
                                 "A boiler comprising a volute, a coil and a shroud.", NULL };
  g_autoptr (CsFeatureWords) words = read_words (claims);
  g_autoptr (GArray) unity = cs_unity_compare (words, LINK_PERCENT);
  const CsUnityClaim *claim = &g_array_index (unity, CsUnityClaim, 2);

  g_assert_cmpuint (claim->nearest, ==, 0);
  g_assert_cmpuint (claim->n_shared, ==, 2);
  g_assert_cmpuint (claim->share_percent, ==, 66);
  g_assert_cmpuint (g_array_index (unity, CsUnityClaim, 0).nearest, ==, 2);
}

static void
test_shared (void)
{
  const char *const claims[] = { "一种离心泵，包括导流罩。", "一种风机，导流罩位于风道。", NULL };
  g_autoptr (CsFeatureWords) words = read_words (claims);
  g_autoptr (GArray) shared = cs_unity_find_shared (words, 1, 0, 5);
  const CsUnityShare *share = &g_array_index (shared, CsUnityShare, 0);

  g_assert_cmpuint (shared->len, ==, 1);
  g_assert_cmpint (strncmp (claims[1] + share->range.start, "导流罩", strlen ("导流罩")), ==, 0);
  g_assert_cmpuint (share->range.end - share->range.start, ==, strlen ("导流罩"));
  g_assert_cmpint (strncmp (claims[0] + share->other.start, "导流罩", strlen ("导流罩")), ==, 0);
  g_assert_cmpuint (share->other.end - share->other.start, ==, strlen ("导流罩"));
}

/* More independent claims than are compared. */
static void
test_many (void)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CsFeatureWords) words = NULL;
  g_autoptr (GArray) unity = NULL;

  for (guint i = 0; i < 3 * CS_UNITY_MAX_CLAIMS; i++)
    g_ptr_array_add (claims, g_strdup ("A pump comprising a volute and a shroud."));
  g_ptr_array_add (claims, NULL);
  words = read_words ((const char *const *)claims->pdata);
  unity = cs_unity_compare (words, LINK_PERCENT);
  g_assert_cmpuint (unity->len, ==, CS_UNITY_MAX_CLAIMS);
  g_assert_cmpuint (g_array_index (unity, CsUnityClaim, CS_UNITY_MAX_CLAIMS - 1).group, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unity/groups", test_groups);
  g_test_add_func ("/unity/nearest", test_nearest);
  g_test_add_func ("/unity/shared", test_shared);
  g_test_add_func ("/unity/many", test_many);

  return g_test_run ();
}
