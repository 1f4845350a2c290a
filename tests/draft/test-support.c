#include <string.h>

#include "../../src/draft/cs-support.h"
#include "draft-fixture.h"

static CsSupport *
compare (const char *const *claims, const char *const *description)
{
  g_autoptr (CsDraft) draft = draft_fixture_new (claims, description);
  g_autoptr (CsClaimSet) set = cs_claim_set_new (draft);
  g_autoptr (CsDescription) analysis = cs_description_new (draft);

  return cs_support_new (set, analysis);
}

static const CsClaim *
get_claim (const CsSupport *support, guint claim)
{
  return cs_claim_set_get (cs_features_get_claims (cs_support_get_features (support)), claim);
}

static void
assert_ranges (const char *text, const GArray *ranges, const char *expected)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < ranges->len; i++)
    {
      CsRange range = g_array_index (ranges, CsRange, i);

      g_string_append_printf (words, "%s%.*s", i == 0 ? "" : "|", (int)(range.end - range.start),
                              text + range.start);
    }
  g_assert_cmpstr (words->str, ==, expected);
}

static void
assert_unknown (const CsSupport *support, const char *text, guint places, const char *expected)
{
  g_autoptr (GArray) unknown = cs_support_dup_unknown (support, text, strlen (text), places);

  assert_ranges (text, unknown, expected);
}

static const char *const pump_zh[] = { "一种水泵，其特征在于，包括：壳体（1），所述壳体（1）内设有叶轮（2）；以及"
                                       "由橡胶制成的密封圈。",
                                       "根据权利要求1所述的水泵，其特征在于，还包括波纹管。", NULL };
static const char *const text_zh[] = { "背景技术", "已有的水泵用波纹管补偿位移。", "发明内容",
                                       "本发明提供一种水泵，由橡胶制成的密封圈位于端面。",
                                       "具体实施方式",
                                       "水泵包括壳体1，壳体1内设有叶轮2。电机带动皮带轮旋转。", NULL };

/* Which paragraph holds a feature, and in what kind of section. */
static void
test_chinese (void)
{
  g_autoptr (CsSupport) support = compare (pump_zh, text_zh);
  const CsFeatureSupport *found = cs_support_get (support, 2); /* 壳体内设有叶轮 */

  g_assert_cmpuint (found->basis.paragraph, ==, 5);
  g_assert_cmpuint (found->basis.coverage, ==, 100);
  g_assert_cmpuint (found->embodiment.coverage, ==, 100);
  g_assert_cmpint (cs_support_get_place (support, 5), ==, CS_SUPPORT_EMBODIMENT);

  found = cs_support_get (support, 3); /* 由橡胶制成的密封圈 */
  g_assert_cmpuint (found->basis.paragraph, ==, 3);
  g_assert_cmpuint (found->embodied, <, 50);

  found = cs_support_get (support, 4); /* 波纹管 */
  g_assert_cmpuint (found->basis.coverage, ==, 0);
  g_assert_cmpuint (found->background.paragraph, ==, 1);
  g_assert_cmpint (cs_support_grade (found->background.coverage), ==, CS_SUPPORT_LITERAL);
}

static void
test_unknown (void)
{
  static const char *const claims[] = { "A pump comprising a housing.", NULL };
  static const char *const text[] = { "BACKGROUND", "Known pumps have a diaphragm.",
                                      "DETAILED DESCRIPTION",
                                      "A wave guide is connected to the housings of the pump. A "
                                      "screen reacts to a touch of the pre-heated liquid.",
                                      NULL };
  g_autoptr (CsSupport) chinese = compare (pump_zh, text_zh);
  g_autoptr (CsSupport) english = compare (claims, text);

  assert_unknown (chinese, "波纹管与皮带轮", CS_SUPPORT_DISCLOSED, "波纹管");
  assert_unknown (chinese, "波纹管", 1 << CS_SUPPORT_BACKGROUND, "");
  assert_unknown (english, "a waveguide, connecting the housing", CS_SUPPORT_DISCLOSED, "");
  assert_unknown (english, "a touchscreen for unheated liquids", CS_SUPPORT_DISCLOSED, "");
  assert_unknown (english, "Diaphragm and bellows", CS_SUPPORT_DISCLOSED, "Diaphragm|bellows");
  g_assert_cmpuint (cs_support_find_places (english, "pump housing", 12), ==,
                    1 << CS_SUPPORT_EMBODIMENT);
  g_assert_cmpuint (cs_support_find_places (english, "of the", 6), ==, ~0u);
}

static void
test_differences (void)
{
  g_autoptr (CsSupport) support = compare (pump_zh, text_zh);
  g_autoptr (GArray) hits = cs_support_dup_hits (support, 2);
  g_autoptr (GArray) same = cs_support_dup_differences (support, 2, 5);
  g_autoptr (GArray) other = cs_support_dup_differences (support, 3, 5);

  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpuint (g_array_index (hits, CsSupportHit, 0).paragraph, ==, 5);
  assert_ranges (get_claim (support, 0)->text, same, "");
  assert_ranges (get_claim (support, 0)->text, other, "橡胶|密封圈");
}

/* What is disclosed and not claimed. */
static void
test_unclaimed (void)
{
  g_autoptr (CsSupport) support = compare (pump_zh, text_zh);
  g_autoptr (GArray) spans = cs_support_dup_unclaimed (support);
  const CsSpan *span;

  g_assert_cmpuint (spans->len, ==, 1);
  span = &g_array_index (spans, CsSpan, 0);
  g_assert_cmpuint (span->index, ==, 5);
  g_assert_cmpstr (text_zh[5] + span->start, ==, "电机带动皮带轮旋转。");
}

static void
test_compare (void)
{
  g_autoptr (CsSupport) support = compare (pump_zh, text_zh);

  g_assert_cmpuint (cs_support_compare (support, "壳体叶轮", 12, "叶轮和壳体叶轮"), ==, 100);
  g_assert_cmpuint (cs_support_compare (support, "壳体", 6, "叶轮"), ==, 0);
  g_assert_cmpuint (cs_support_get_share (support, "壳体", 6, CS_SUPPORT_EMBODIED), ==, 100);
  g_assert_cmpuint (cs_support_get_share (support, "波纹管", 9, CS_SUPPORT_EMBODIED), ==, 0);
}

/* A feature said again is compared once; nothing to compare with is no accident. */
static void
test_odd (void)
{
  static const char *const claims[] = { "一种泵，包括壳体叶轮。", "一种泵，包括壳体叶轮。",
                                        "，；。", "", NULL };
  static const char *const nothing[] = { NULL };
  g_autoptr (CsSupport) support = compare (claims, nothing);

  g_assert_cmpuint (cs_support_get (support, 3)->same_as, ==, 1);
  g_assert_cmpuint (cs_support_get (support, 1)->basis.paragraph, ==, CS_NO_INDEX);
  assert_unknown (support, "壳体", CS_SUPPORT_DISCLOSED, "壳体");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/support/chinese", test_chinese);
  g_test_add_func ("/draft/support/unknown", test_unknown);
  g_test_add_func ("/draft/support/differences", test_differences);
  g_test_add_func ("/draft/support/unclaimed", test_unclaimed);
  g_test_add_func ("/draft/support/compare", test_compare);
  g_test_add_func ("/draft/support/odd", test_odd);
  return g_test_run ();
}
