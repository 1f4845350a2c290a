#include <string.h>

#include "../../src/draft/cs-terms.h"
#include "draft-fixture.h"

#define MAX_CLAIMS 6

/* Claims and what is expected to be said of them. */
typedef struct
{
  const char *claims[MAX_CLAIMS];
  const char *expected;
} Case;

typedef void (*DescribeFunc) (GString *found,
                              const CsTerms *terms,
                              const CsClaim *claim,
                              const CsMention *mention);

static void
append_range (GString *found, const CsClaim *claim, CsRange range)
{
  g_string_append_len (found, claim->text + range.start, range.end - range.start);
}

static char *
describe (const Case *test, const CsTermList *list, DescribeFunc func)
{
  g_autoptr (CsDraft) draft = draft_fixture_new (test->claims, NULL);
  g_autoptr (CsClaimSet) claims = cs_claim_set_new (draft);
  g_autoptr (CsDescription) description = cs_description_new (draft);
  g_autoptr (CsTerms) terms = cs_terms_new (claims, description, list);
  const GArray *mentions = cs_terms_get_mentions (terms);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < mentions->len; i++)
    {
      const CsMention *mention = &g_array_index (mentions, CsMention, i);

      func (found, terms, cs_claim_set_get (claims, mention->claim), mention);
    }

  return g_string_free (found, FALSE);
}

static void
assert_cases (const Case *cases, guint n_cases, DescribeFunc func)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *found = describe (&cases[i], NULL, func);

      g_test_message ("%s | %s", cases[i].claims[0],
                      cases[i].claims[1] == NULL ? "" : cases[i].claims[1]);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* "2 盖板 no-head;" for each reference that would be reported. */
static void
describe_failing (GString *found,
                  const CsTerms *terms,
                  const CsClaim *claim,
                  const CsMention *mention)
{
  (void)terms;
  if (mention->kind != CS_MENTION_REFERENCE || mention->basis <= CS_BASIS_IMPLICIT ||
      (mention->flags & (CS_MENTION_REPEATED | CS_MENTION_SILENT)) != 0)
    return;

  g_string_append_printf (found, "%u ", claim->index + 1);
  append_range (found, claim, mention->range);
  g_string_append_printf (found, " %s%s;", cs_basis_get_name (mention->basis),
                          mention->partial ? " partial" : "");
}

static void
test_found (void)
{
  static const Case cases[] = {
    { { "一种泵，包括壳体和叶轮，所述叶轮位于所述壳体内。" }, "" },
    { { "一种泵，包括壳体（1），所述的壳体（1）上设有开口，该开口朝上。" }, "" },
    { { "一种泵，包括壳体1和叶轮2，所述叶轮2与所述壳体1转动连接。" }, "" },
    { { "一种泵，包括壳体。", "根据权利要求1所述的泵，其特征在于，所述壳体由铝制成。" }, "" },
    /* the longest name that stood there wins over what the words would say */
    { { "一种装置，包括机身，屏幕安装在所述机身上。" }, "" },
    { { "一种装置，供热介质循环流动，所述热介质为水。" }, "" },
    /* predicates */
    { { "一种装置，包括电机和轴，所述电机驱动所述轴。" }, "" },
    { { "一种装置，包括井盖和外筒，所述井盖盖合在所述外筒上。" }, "" },
    { { "一种系统，包括采集模块，用于采集图像；以及识别模块，将所述图像输入预测网络。" }, "" },
    { { "一种方法，包括获取声音特征，根据所述声音特征识别出文本。" }, "" },
    { { "一种设备，包括处理器，所述处理器执行程序。" }, "" },
    /* what has everything has it too */
    { { "一种泵，包括叶轮，所述叶轮的直径为2cm，所述叶轮表面光滑。" }, "" },
    { { "一种杆，所述杆沿长度方向开槽，所述长度方向为水平方向。" }, "" },
    /* quantities, coordination, brackets */
    { { "一种泵，包括多个叶片，每个所述叶片弯曲，所述多个叶片均匀分布。" }, "" },
    { { "一种泵，包括第一叶片和第二叶片，所述第一叶片和所述第二叶片相对。" }, "" },
    { { "一种泵，包括第一和第二叶片，所述第一叶片与所述第二叶片相对。" }, "" },
    { { "一种壳，包括上、下壳体，所述上壳体与所述下壳体扣合。" }, "" },
    { { "一种车，包括交流（AC）电源，所述交流电源供电，所述AC电源可更换。" }, "" },
    { { "一种泵，包括第一叶片和第二叶片。", "根据权利要求1所述的泵，所述第一和第二叶片相对。" },
      "" },
    /* the subject, quoted claims, labels */
    { { "一种温度的检测方法，包括步骤一，所述步骤一为加热，所述方法在真空中进行。" }, "" },
    { { "一种泵，包括壳体。", "一种车，包括权利要求1所述的泵，所述泵的壳体与车相连。" }, "" },
    { { "一种泵，包括壳体。", "根据权利要求1所述的一种泵，其特征在于，壳体为圆形。" }, "" },
    { { "一种涂料，包括固化剂10~20份，将所述固化剂混合。" }, "" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases), describe_failing);
}

static void
test_no_reference (void)
{
  static const Case cases[] = {
    { { "一种泵，应该密封，该端向上，所请求的水流出。" }, "" },
    { { "一种泵，如上所述，其密封；所述在壳内的部分可换。" }, "" },
    { { "根据上述权利要求所述的泵。" }, "" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases), describe_failing);
}

static void
test_failing (void)
{
  static const Case cases[] = {
    { { "一种泵，包括壳体，所述叶轮位于所述壳体内。" }, "1 叶轮 no-head;" },
    { { "一种泵，包括壳体，所述叶轮（2）转动，所述叶轮（2）弯曲。" }, "1 叶轮 no-head;" },
    { { "一种泵，包括控制模块，所述控制单元用于控制。" }, "1 控制单元 no-head;" },
    { { "一种泵，包括圆形凹槽，所述方形凹槽朝上。" }, "1 方形凹槽 modifier;" },
    { { "一种泵，包括第一轮和第二轮，所述第三轮转动。" }, "1 第三轮 modifier;" },
    { { "一种泵，包括壳体。", "根据权利要求1所述的泵，还包括叶轮。",
        "根据权利要求1所述的泵，所述叶轮弯曲。" },
      "3 叶轮 no-head;" },
    /* each path of a multiple dependent claim */
    { { "一种泵，包括壳体。", "根据权利要求1所述的泵，还包括叶轮。",
        "根据权利要求1或2所述的泵，所述叶轮弯曲。" },
      "3 叶轮 no-head partial;" },
    /* once for each tree of claims */
    { { "一种泵，所述叶轮弯曲。", "根据权利要求1所述的泵，所述叶轮为铝制。" },
      "1 叶轮 no-head;" },
    /* a verb before a generic head belongs to the name */
    { { "一种车，包括车辆信息，所述获取模块启动。" }, "1 获取模块 no-head;" },
    { { "一种系统，包括乳化液，所述乳化液过滤子系统内有阀。" }, "1 乳化液过滤子系统 no-head;" },
    /* a quoted claim that does not hold the thing */
    { { "一种泵，包括壳体。", "一种车，包括权利要求1所述的齿条，齿条很长。" },
      "2 齿条 no-head;" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases), describe_failing);
}

/* What stands behind a known name, and is no part of it. */
static void
test_behind_name (void)
{
  static const Case cases[] = {
    { { "一种装置，包括热电元件和部件，两个部件将所述热电元件夹在中间。" }, "" },
    { { "一种装置，包括加热部和导热管，所述加热部共用所述导热管。" }, "" },
    { { "一种桶，包括洗涤桶，检测与所述洗涤桶相关联的温度。" }, "" },
    { { "一种模组，包括主干和支干，与所述主干同一位置连接的支干关于所述主干轴对称。" }, "" },
    { { "一种方法，提供涂料组合物，将所述涂料组合物施涂到基材，使所述涂料组合物热固化。" }, "" },
    { { "一种装置，包括机械装置，所述机械装置诸如是门架。" }, "" },
    { { "一种机，包括平衡机构和电机，所述平衡机构电路连接电机。" }, "" },
    { { "一种方法，接收时间设定信号，根据所述时间设定信号确定洗涤时间。" }, "" },
    { { "一种系统，包括基站，接收所述基站发送数据的序号。" }, "" },
    /* an adjective, or a verb with an object behind a thing: seldom a name */
    { { "一种系统，包括第一动作，以及声音比所述第一动作大的动作。" }, "1 第一动作大 ambiguous;" },
    { { "一种机，包括底座，所述底座固定连接支架的另一端。" }, "1 底座固定连接支架 ambiguous;" },
    { { "一种机，包括洗衣机，控制所述洗衣机整机断电。" }, "1 洗衣机整机断电 ambiguous;" },
    /* a noun that ends like a thing makes another thing */
    { { "一种机，包括控制终端，所述控制终端软件启动。" }, "1 控制终端软件 no-head;" },
    { { "一种机，包括清洗剂，所述清洗剂储存罐打开。" }, "1 清洗剂储存罐 no-head;" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases), describe_failing);
}

static void
test_parts (void)
{
  static const Case cases[] = {
    { { "一种系统，包括循环泵，所述循环泵进水口连接水管。" }, "" },
    { { "一种线，包括导电层，防水层涂覆于所述导电层外层。" }, "" },
    { { "一种酸，包括催化剂，所述催化剂活性组分为氧化物。" }, "" },
    /* not of what does not stand there, and not by itself */
    { { "一种系统，包括水箱，所述循环泵进水口连接水箱。" }, "1 循环泵进水口 no-head;" },
    { { "一种系统，包括水箱，所述进水口连接水箱。" }, "1 进水口 no-head;" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases), describe_failing);
}

/* 所述 with a verb takes up a step that was said before. */
static void
test_steps (void)
{
  static const Case cases[] = {
    { { "一种方法，从界面去除对象。", "根据权利要求1所述的方法，所述去除包括缩小。" }, "" },
    { { "一种方法，提供纸和涂料。", "根据权利要求1所述的方法，所述提供涂料包括搅拌。" }, "" },
    { { "一种方法，在基材上涂覆有浆料，所述涂覆的方式为辊涂。" }, "" },
    { { "一种方法，从界面移动对象。", "根据权利要求1所述的方法，所述去除包括缩小。" },
      "2 去除 no-head;" },
    { { "一种方法，对布料进行预处理，将该经预处理的布料烘干。" }, "" },
    { { "一种炉，接收混合物并加热，再送出所述经加热混合物。" }, "" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases), describe_failing);
}

/* Names that may stand within others, and quotes that were misprinted. */
static void
test_doubtful (void)
{
  static const Case cases[] = {
    { { "一种PtSn催化剂，所述锡的前驱体为硝酸锡。" }, "1 锡 ambiguous;" },
    { { "一种用于发动机空气流量传感器的装置，计算所述发动机进气温度。" }, "1 发动机 ambiguous;" },
    { { "一种终端，配置于各处，显示所述各处的地址。" }, "" },
    { { "一种洗衣机，使用上述1-7任一项所述的基于年龄的方法。" }, "" },
    { { "一种装置，实现如利要求9至10任一项所述的名片。" }, "" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases), describe_failing);
}

/* "一种|泵 " for each introduction. */
static void
describe_introduction (GString *found,
                       const CsTerms *terms,
                       const CsClaim *claim,
                       const CsMention *mention)
{
  (void)terms;
  if (mention->kind != CS_MENTION_INTRODUCTION)
    return;
  if (!cs_range_is_empty (mention->marker))
    {
      append_range (found, claim, mention->marker);
      g_string_append_c (found, '|');
    }
  append_range (found, claim, mention->range);
  if (!cs_range_is_empty (mention->sign))
    {
      g_string_append_c (found, '=');
      append_range (found, claim, mention->sign);
    }
  g_string_append_c (found, ' ');
}

static void
test_introductions (void)
{
  static const Case cases[] = {
    { { "一种泵，包括壳体（1）、叶轮（2）和至少一个密封圈（3）。" },
      "一种|泵 壳体=1 叶轮=2 至少一个|密封圈=3 " },
    { { "一种泵，其上设有一个用于固定壳体的支架。" }, "一种|泵 一个|支架 " },
    { { "一种装置，包括：采集模块，用于采集图像；图像识别模块，用于识别；以及输出模块。" },
      "一种|装置 采集模块 图像识别模块 输出模块 " },
    { { "一种泵，包括壳体。", "根据权利要求1所述的泵，还包括第一轮和第二轮。" },
      "一种|泵 壳体 第一轮 第二轮 " },
    { { "一种泵，包括壳体（10）和设置在所述壳体（10）内的叶轮（20）。" },
      "一种|泵 壳体=10 叶轮=20 " },
    { { "一种机，包括一对摆臂（41）和转动支撑于所述摆臂（41）之间的浮动辊（42）。" },
      "一种|机 一对|摆臂=41 浮动辊=42 " },
  };

  assert_cases (cases, G_N_ELEMENTS (cases), describe_introduction);
}

static const char *
get_flag (const CsMention *mention)
{
  if ((mention->flags & CS_MENTION_DOUBLE) != 0)
    return "double";
  if ((mention->flags & CS_MENTION_SHORT) != 0)
    return "short";

  return (mention->flags & CS_MENTION_NUMBER) != 0 ? "number" : NULL;
}

/* "1 double 弹簧;" for each flag that is advice. */
static void
describe_flags (GString *found,
                const CsTerms *terms,
                const CsClaim *claim,
                const CsMention *mention)
{
  (void)terms;
  if (get_flag (mention) == NULL)
    return;
  g_string_append_printf (found, "%u %s ", claim->index + 1, get_flag (mention));
  append_range (found, claim, mention->range);
  g_string_append_c (found, ';');
}

static void
test_flags (void)
{
  static const Case cases[] = {
    { { "一种泵，包括一个弹簧。", "根据权利要求1所述的泵，还包括一个弹簧。" },
      "2 double 弹簧;" },
    { { "一种泵，包括一个弹簧。", "一种车，包括一个弹簧。" }, "" },
    { { "一种泵，包括一个弹簧。", "根据权利要求1所述的泵，还包括另一个弹簧。" }, "" },
    { { "一种装置，包括：控制模块，用于控制；驱动模块，用于驱动；所述模块为芯片。" },
      "1 short 模块;" },
    { { "一种装置，包括：控制模块，用于控制；所述模块为芯片。" }, "" },
    { { "一种机，包括一种涂料。", "根据权利要求1所述的机，还包括一种涂料。" }, "2 double 涂料;" },
    { { "一种机，包括涂料。", "如权利要求1所述的机，还包括上一个涂料。" }, "" },
    { { "一种涂料，包括水。", "一种方法，使用如权利要求1所述的一种涂料。" }, "" },
    /* the sign says which; where any may be meant, it is short */
    { { "一种装置，包括：控制模块，用于控制；驱动模块，用于驱动；所述模块（1）为芯片。" }, "" },
    { { "一种装置，包括最大池化单元、平均池化单元和卷积单元，所述卷积单元"
        "与所述平均池化单元并联，所述单元输出图像。" },
      "1 short 单元;" },
    { { "一种泵，包括两个叶片，所述三个叶片弯曲。" }, "1 number 叶片;" },
    { { "一种泵，包括两个叶片，所述两个叶片弯曲，各所述叶片相同。" }, "" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases), describe_flags);
}

static void
describe_suggestion (GString *found,
                     const CsTerms *terms,
                     const CsClaim *claim,
                     const CsMention *mention)
{
  const GArray *all = cs_terms_get_terms (terms);

  (void)claim;
  if (mention->suggested != CS_NO_INDEX)
    g_string_append_printf (found, "%s;", g_array_index (all, CsTerm, mention->suggested).name);
}

static void
test_suggestions (void)
{
  static const Case cases[] = {
    { { "一种泵，包括进水阀门和滑动板，所述进水阀体关闭，所述划动板移动。" },
      "进水阀门;滑动板;" },
    { { "一种泵，包括壳体，所述叶轮转动。" }, "" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases), describe_suggestion);
}

static void
test_list (void)
{
  static const Case test = { { "一种泵，包括乳化液，所述乳化液过滤子系统内有阀，所述叶轮转动。" },
                             NULL };
  g_autoptr (CsTermList) empty = cs_term_list_new ();
  g_autoptr (CsTermList) one = cs_term_list_with (empty, "乳化液", CS_TERM_IS_TERM);
  g_autoptr (CsTermList) list = cs_term_list_with (one, "叶轮", CS_TERM_NEVER_REPORT);
  g_autofree char *found = describe (&test, list, describe_failing);

  g_assert_cmpstr (found, ==, "");
}

static void
describe_path (GString *found, const CsTerms *terms, const CsClaim *claim, const CsMention *mention)
{
  (void)terms;
  (void)claim;
  for (guint i = 0; mention->path != NULL && i < mention->path->len; i++)
    g_string_append_printf (found, "%u ", g_array_index (mention->path, guint, i) + 1);
}

static void
test_path (void)
{
  static const Case cases[] = {
    { { "一种泵，包括壳体。", "根据权利要求1所述的泵，还包括叶轮。",
        "根据权利要求1或2所述的泵，所述叶轮弯曲。" },
      "3 1 " },
  };

  assert_cases (cases, G_N_ELEMENTS (cases), describe_path);
}

/* Whatever the text, there is an answer, and mentions lie within their claims in order. */
static void
assert_sound (const char *text)
{
  const char *const claims[] = { text, "根据权利要求1所述的泵，所述泵。", NULL };
  g_autoptr (CsDraft) draft = draft_fixture_new (claims, NULL);
  g_autoptr (CsClaimSet) set = cs_claim_set_new (draft);
  g_autoptr (CsDescription) description = cs_description_new (draft);
  g_autoptr (CsTerms) terms = cs_terms_new (set, description, NULL);
  const GArray *mentions = cs_terms_get_mentions (terms);
  guint claim = 0;
  gsize end = 0;

  for (guint i = 0; i < mentions->len; i++)
    {
      const CsMention *mention = &g_array_index (mentions, CsMention, i);

      if (mention->claim != claim)
        end = 0;
      claim = mention->claim;
      g_assert_cmpuint (mention->range.start, >=, end);
      g_assert_cmpuint (mention->range.end, >, mention->range.start);
      g_assert_cmpuint (mention->range.end, <=, cs_claim_set_get (set, claim)->n_bytes);
      end = mention->range.end;
    }
}

static void
test_any_text (void)
{
  static const char *const pieces[] = {
    "", "所述", "该", "所述的", "上述第一和", "所述所述", "（", "）",
    "所述（1）", "一种", "一个", "第", "第一、", "、", "所", "所述步骤",
    "包括", "\xf0\xa0\x80\x80", "\xef\xbf\xbc", "1", "壳体1", "权利要求", "所述上、下", "，"
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    for (guint k = 0; k < G_N_ELEMENTS (pieces); k++)
      {
        g_autofree char *twice = g_strconcat (pieces[i], pieces[k], pieces[i], NULL);

        assert_sound (twice);
      }
}

static void
test_repeated (void)
{
  static const char *const pieces[] = { "所述", "所述壳体与", "第一、", "（", "一个", "上、下" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new ("一种泵，");

      for (guint n = 0; n < 2000; n++)
        g_string_append (text, pieces[i]);
      assert_sound (text->str);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/terms-zh/found", test_found);
  g_test_add_func ("/draft/terms-zh/no-reference", test_no_reference);
  g_test_add_func ("/draft/terms-zh/failing", test_failing);
  g_test_add_func ("/draft/terms-zh/behind-name", test_behind_name);
  g_test_add_func ("/draft/terms-zh/parts", test_parts);
  g_test_add_func ("/draft/terms-zh/steps", test_steps);
  g_test_add_func ("/draft/terms-zh/doubtful", test_doubtful);
  g_test_add_func ("/draft/terms-zh/introductions", test_introductions);
  g_test_add_func ("/draft/terms-zh/flags", test_flags);
  g_test_add_func ("/draft/terms-zh/suggestions", test_suggestions);
  g_test_add_func ("/draft/terms-zh/list", test_list);
  g_test_add_func ("/draft/terms-zh/path", test_path);
  g_test_add_func ("/draft/terms-zh/any-text", test_any_text);
  g_test_add_func ("/draft/terms-zh/repeated", test_repeated);
  return g_test_run ();
}
