#include <string.h>

#include "../../src/draft/cs-description.h"
#include "draft-fixture.h"

static const char *const no_claims[] = { NULL };

static CsDescription *
analyse (const char *const *paragraphs)
{
  g_autoptr (CsDraft) draft = draft_fixture_new (no_claims, paragraphs);

  return cs_description_new (draft);
}

/* Labels of all figures found in one paragraph, a star behind those listed. */
static void
assert_figures (const char *heading, const char *text, const char *expected)
{
  const char *const paragraphs[] = { heading, text, NULL };
  g_autoptr (CsDescription) description = analyse (paragraphs);
  const GArray *figures = cs_description_get_figures (description);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < figures->len; i++)
    {
      const CsFigureMention *mention = &g_array_index (figures, CsFigureMention, i);

      g_string_append_printf (found, "%s%s%s", i == 0 ? "" : " ", mention->label,
                              mention->listed ? "*" : "");
    }
  g_test_message ("%s", text);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_figures (void)
{
  assert_figures ("具体实施方式", "如图1所示，图2a和图2b，图3(c)", "1 2a 2b 3c");
  assert_figures ("具体实施方式", "参见图1-3、图5至图7", "1 2 3 5 6 7");
  assert_figures ("具体实施方式", "图１，2个电极；图2、4和6", "1 2 4 6");
  assert_figures ("具体实施方式", "俯视图1，图像3，流程图2，附图4", "4");
  assert_figures ("具体实施方式", "图2a-2c，图4a～d", "2a 2b 2c 4a 4b 4c 4d");
  assert_figures ("附图说明", "图1为结构图；图2是图1的剖视图。", "1* 2* 1");
  assert_figures ("DETAILED DESCRIPTION", "See FIG. 1, FIGS. 2A-2C and Figures 3 and 4.",
                  "1 2a 2b 2c 3 4");
  assert_figures ("DETAILED DESCRIPTION", "FIG. 8 and 34 bolts; FIG. 2a and 2b", "8 2a 2b");
  assert_figures ("BRIEF DESCRIPTION OF THE DRAWINGS",
                  "FIG. 4A is a view, FIG. 4B an enlarged part of FIG. 4A, and FIG. 4C is a plan.",
                  "4a* 4b* 4a 4c*");
  assert_figures ("附图说明", "图1、图2和图3为剖视图", "1* 2* 3*");
  assert_figures ("具体实施方式", "图1(a)、(b)所示，图2（a）～（c），图4(a)和(b)", "1a 1b 2a 2b 2c 4a 4b");
  assert_figures ("DETAILED DESCRIPTION", "figure of merit 3; fig tree 2; FIG. 10B", "10b");
  assert_figures ("BRIEF DESCRIPTION OF THE DRAWINGS", "FIG. 1 is a view along line A of FIG. 2;",
                  "1* 2");
}

static void
test_sections (void)
{
  const char *const paragraphs[] = { "一种泵", "技术领域", "本发明涉及泵。", "背景技术", "现有的泵。",
                                     "具体实施例", "实施例一", "如图1。", NULL };
  g_autoptr (CsDescription) description = analyse (paragraphs);
  const GArray *sections = cs_description_get_sections (description);
  const CsSection *last = &g_array_index (sections, CsSection, sections->len - 1);

  g_assert_cmpuint (sections->len, ==, 4);
  g_assert_cmpint (last->heading, ==, CS_HEADING_EMBODIMENTS);
  g_assert_false (last->standard);
  g_assert_cmpuint (last->first, ==, 6);
  g_assert_cmpuint (last->end, ==, 8);
}

static void
assert_signs (const char *heading, const char *text, const char *expected)
{
  const char *const paragraphs[] = { heading, text, NULL };
  g_autoptr (CsDescription) description = analyse (paragraphs);
  const GArray *signs = cs_description_get_signs (description);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < signs->len; i++)
    {
      const CsSign *sign = &g_array_index (signs, CsSign, i);

      g_string_append_printf (found, "%s%s=%s", i == 0 ? "" : " ", sign->sign, sign->name);
    }
  g_test_message ("%s", text);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_signs (void)
{
  assert_signs ("附图说明", "1-血液灌流器；2-湿度卡；3-内包装袋。", "1=血液灌流器 2=湿度卡 3=内包装袋");
  assert_signs ("附图说明", "其中：1——称量料罐；2——万向波纹补偿器。", "1=称量料罐 2=万向波纹补偿器");
  assert_signs ("附图说明", "图中：G1a-第一液压活塞机，2a4-第八阀门，M1-第一电动机。",
                "G1a=第一液压活塞机 2a4=第八阀门 M1=第一电动机");
  assert_signs ("附图标记说明", "1、壳体；2、叶轮", "1=壳体 2=叶轮");
  assert_signs ("附图标记说明", "10 壳体", "10=壳体");
  assert_signs ("附图标记说明", "1.壳体；2.叶轮", "1=壳体 2=叶轮");
  assert_signs ("附图说明", "图1为结构图。", "");
  assert_signs ("具体实施方式", "1.本发明所述的方法", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/description/figures", test_figures);
  g_test_add_func ("/draft/description/sections", test_sections);
  g_test_add_func ("/draft/description/signs", test_signs);

  return g_test_run ();
}
