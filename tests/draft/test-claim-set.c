#include <string.h>

#include "../../src/draft/cs-claim-set.h"
#include "../../src/draft/cs-subject.h"
#include "draft-fixture.h"

static CsClaimSet *
analyse (const char *const *claims)
{
  g_autoptr (CsDraft) draft = draft_fixture_new (claims, NULL);

  return cs_claim_set_new (draft);
}

static void
assert_range (const CsClaim *claim, CsRange range, const char *expected)
{
  g_autofree char *text = cs_claim_dup_range (claim, range);

  g_assert_cmpstr (text, ==, expected);
}

/* "d:0,1" depends on claims 0 and 1 (indexes), "q:0" quotes, "-" neither. */
static void
assert_links (const CsClaimSet *set, guint index, const char *expected)
{
  const CsClaim *claim = cs_claim_set_get (set, index);
  g_autoptr (GString) links = g_string_new (NULL);

  for (guint i = 0; i < claim->depends->len; i++)
    g_string_append_printf (links, "%s%u", i == 0 ? "d:" : ",",
                            g_array_index (claim->depends, guint, i));
  for (guint i = 0; i < claim->quotes->len; i++)
    g_string_append_printf (links, "%s%u", i == 0 ? "q:" : ",",
                            g_array_index (claim->quotes, guint, i));
  g_test_message ("claim %u", claim->number);
  g_assert_cmpstr (links->len == 0 ? "-" : links->str, ==, expected);
}

static void
test_chinese_form (void)
{
  const char *const claims[] = { "一种用于水泵的密封装置(1)，包括壳体(2)，其特征在于，包括叶轮(3、4)；其中，轴(M1)转动。",
                                 "根据权利要求1所述的密封装置，其特征在于，所述叶轮由A、B组成。",
                                 "如权利要求1或2所述的一种密封装置的制备方法，包括加热。", NULL };
  g_autoptr (CsClaimSet) set = analyse (claims);
  const CsClaim *claim = cs_claim_set_get (set, 0);

  assert_range (claim, claim->subject, "用于水泵的密封装置(1)");
  assert_range (claim, claim->preamble, "一种用于水泵的密封装置(1)，包括壳体(2)，");
  assert_range (claim, claim->transition, "其特征在于");
  g_assert_cmpint (claim->transition_kind, ==, CS_TRANSITION_OPEN);
  g_assert_cmpint (claim->category, ==, CS_CATEGORY_PRODUCT);
  g_assert_cmpuint (claim->signs->len, ==, 5);
  g_assert_cmpuint (claim->features->len, ==, 2);

  claim = cs_claim_set_get (set, 1);
  assert_range (claim, claim->reference, "根据权利要求1所述的");
  assert_range (claim, claim->subject, "密封装置");
  g_assert_cmpint (claim->transition_kind, ==, CS_TRANSITION_CLOSED);
  g_assert_true (claim->dependent);
  assert_links (set, 1, "d:0");

  claim = cs_claim_set_get (set, 2);
  g_assert_cmpint (claim->category, ==, CS_CATEGORY_METHOD);
  g_assert_false (claim->dependent);
  assert_links (set, 2, "q:0,1");
}

static void
test_chinese_links (void)
{
  const char *const claims[] = { "一种电池的控制方法，包括：采样。",
                                 "根据权利要求1所述的方法，其特征在于，滤波。",
                                 "一种电子设备，包括存储器，所述程序被执行时实现权利要求1至2任一项所述的方法。",
                                 "根据权利要求1所述的水泵叶轮，其特征在于，滤波。",
                                 "一种权利要求1所述的方法在车辆中的应用。",
                                 "一种采用权利要求1所述控制方法的车辆，其特征在于，有轮。",
                                 "根据权利要求1-3任一项所述的方法，其特征在于，存储。",
                                 "根据权利要求9所述的方法，其特征在于，存储。",
                                 "根据权利要求8所述的方法，其特征在于，存储。", NULL };
  g_autoptr (CsClaimSet) set = analyse (claims);

  assert_links (set, 0, "-");
  assert_links (set, 1, "d:0");
  assert_links (set, 2, "q:0,1");
  assert_links (set, 3, "d:0"); /* a wrong subject, not another category */
  assert_links (set, 4, "q:0");
  assert_links (set, 5, "q:0");
  assert_links (set, 6, "d:0,1,2");
  assert_links (set, 7, "-");
  assert_links (set, 8, "d:7");
  g_assert_true (cs_claim_set_get (set, 6)->multiple);
  g_assert_cmpuint (cs_claim_set_get (set, 6)->broken, ==, CS_NO_INDEX);
  g_assert_cmpuint (cs_claim_set_get (set, 7)->broken, ==, 7);
  g_assert_cmpuint (cs_claim_set_get (set, 8)->broken, ==, 7);
}

static void
test_english_form (void)
{
  const char *const claims[] = {
    "A method for cleaning a drum (12), comprising:\n  rinsing; and\n  drying.",
    "The method as claimed in claim 1, wherein the drum (12) is round.",
    "Apparatus according to claim 1 consisting of a drum.",
    "Within a washing machine having a drum, a method of drying, "
    "comprising: heat.",
    "An isolated, mutant polymerase, comprising a mutation.",
    "An isolated, which is rare, comprising a mutation.",
    "In a dryer comprising a drum, a pump and a fan, a method of drying, comprising: heat.",
    NULL
  };
  g_autoptr (CsClaimSet) set = analyse (claims);
  const CsClaim *claim = cs_claim_set_get (set, 0);

  assert_range (claim, claim->subject, "method for cleaning a drum (12)");
  assert_range (claim, claim->transition, "comprising");
  g_assert_cmpint (claim->category, ==, CS_CATEGORY_METHOD);
  g_assert_cmpuint (claim->features->len, ==, 2);
  g_assert_cmpuint (claim->signs->len, ==, 1);

  claim = cs_claim_set_get (set, 1);
  assert_range (claim, claim->subject, "method");
  assert_range (claim, claim->reference, "as claimed in claim 1");
  assert_range (claim, claim->transition, "wherein");

  claim = cs_claim_set_get (set, 2);
  g_assert_cmpint (claim->transition_kind, ==, CS_TRANSITION_CLOSED);

  claim = cs_claim_set_get (set, 3);
  assert_range (claim, claim->subject, "method of drying");
  g_assert_cmpint (claim->category, ==, CS_CATEGORY_METHOD);

  claim = cs_claim_set_get (set, 4);
  assert_range (claim, claim->subject, "isolated, mutant polymerase");
  claim = cs_claim_set_get (set, 5);
  assert_range (claim, claim->subject, "isolated");
  claim = cs_claim_set_get (set, 6);
  assert_range (claim, claim->subject, "method of drying");
}

static void
test_english_links (void)
{
  const char *const claims[] = {
    "A device comprising a pump.",
    "The device of claim 1, wherein the pump runs.",
    "A method of making the device of claim 1, comprising casting.",
    "A system comprising the device of claim 1 and a tank.",
    "Use of the device of claim 1 for pumping.",
    "The method of claim 3 using the device of any of claims 1-2.",
    "A computer program product which performs the method according to claim 3.",
    "The pump impeller of claim 3, wherein it runs.",
    "The device of any preceding claim, wherein it runs.",
    "A library as generated in claim 3.",
    "A vector encoding the device of claim 1.",
    NULL
  };
  g_autoptr (CsClaimSet) set = analyse (claims);

  assert_links (set, 1, "d:0");
  assert_links (set, 2, "q:0");
  assert_links (set, 3, "q:0");
  assert_links (set, 4, "q:0");
  assert_links (set, 5, "d:2q:0,1");
  assert_links (set, 6, "q:2");
  assert_links (set, 7, "d:2");
  assert_links (set, 8, "d:0,1,2,3,4,5,6,7");
  g_assert_true (cs_claim_set_get (set, 8)->multiple);
  assert_links (set, 9, "q:2");
  assert_links (set, 10, "q:0");
}

static void
test_cancelled (void)
{
  const char *const claims[] = { "(canceled)", "A pump.", "The pump of claim 1, wherein it runs.",
                                 NULL };
  g_autoptr (CsClaimSet) set = analyse (claims);

  g_assert_true (cs_claim_set_get (set, 0)->cancelled);
  g_assert_cmpuint (cs_claim_set_get (set, 2)->broken, ==, 2);
}

static void
assert_subject (const char *subject,
                const char *base,
                const char *language,
                CsSubjectMatch expected)
{
  g_test_message ("%s / %s", subject, base);
  g_assert_cmpint (cs_subject_compare (subject, base, language), ==, expected);
}

static void
test_subjects (void)
{
  assert_subject ("方法", "热水器的配置参数确定方法", "zh", CS_SUBJECT_SAME);
  assert_subject ("一种洗衣机", "洗衣机", "zh", CS_SUBJECT_SAME);
  assert_subject ("洗衣机控制器", "用于洗衣机的控制器", "zh", CS_SUBJECT_SAME);
  assert_subject ("电接触端子", "测试装置", "zh", CS_SUBJECT_DIFFERENT);
  assert_subject ("钝化剂", "土壤氧化修复剂", "zh", CS_SUBJECT_DIFFERENT);
  assert_subject ("服装裁剪方法", "热水器的配置参数确定方法", "zh", CS_SUBJECT_DIFFERENT);
  assert_subject ("灯具", "洗衣机", "zh", CS_SUBJECT_DIFFERENT);
  assert_subject ("数据分析处理方法", "基于数据的处理方法", "zh", CS_SUBJECT_REWORDED);
  assert_subject ("method", "method of making paper", "en", CS_SUBJECT_SAME);
  assert_subject ("host cell", "host cell transformed with the vector", "en", CS_SUBJECT_SAME);
  assert_subject ("bird feed", "bird feed for winter", "en", CS_SUBJECT_SAME);
  assert_subject ("bird", "bird feed for winter", "en", CS_SUBJECT_REWORDED);
  assert_subject ("computer-readable medium",
                  "non-transitory computer-readable medium storing code", "en", CS_SUBJECT_SAME);
  assert_subject ("pump impeller", "method of making paper", "en", CS_SUBJECT_DIFFERENT);
  assert_subject ("transistor device", "thin-film transistor", "en", CS_SUBJECT_REWORDED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/claim-set/chinese-form", test_chinese_form);
  g_test_add_func ("/draft/claim-set/chinese-links", test_chinese_links);
  g_test_add_func ("/draft/claim-set/english-form", test_english_form);
  g_test_add_func ("/draft/claim-set/english-links", test_english_links);
  g_test_add_func ("/draft/claim-set/cancelled", test_cancelled);
  g_test_add_func ("/draft/claim-set/subjects", test_subjects);

  return g_test_run ();
}
