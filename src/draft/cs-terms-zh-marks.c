#include "cs-terms-zh-marks.h"

#include <string.h>

#include "../language/cs-scan.h"
#include "cs-sign.h"

gsize
cs_zh_marker_length (const char *text, gsize at)
{
  static const char *const firm[] = { "所述", "上述", "前述", "所说", NULL };
  static const char *const that[] = { "该等", "该些", "该类", "该种", "该个", "该", NULL };
  static const char *const not_that[] = { "该端", "该侧", "该处", "该时", "该项", "该方面",
                                          "该权利", NULL };
  static const char *const de[] = { "的", "之", NULL };
  static const char *const not_firm[] = { "一种", ",", ";", ":", "。", "、", NULL };
  gsize length = cs_scan_any (text, at, firm);

  if (length > 0)
    {
      gsize end = cs_scan_spaces (text, at + length);

      length = end - at + cs_scan_any (text, end, de);
      return cs_scan_any (text, at + length, not_firm) > 0 ? 0 : length;
    }
  if (at >= 3 && memcmp (text + at - 3, "应", 3) == 0)
    return 0;

  return cs_scan_any (text, at, not_that) > 0 ? 0 : cs_scan_any (text, at, that);
}

static gboolean
ends_with_any (const char *text, gsize end, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      if (end >= length && memcmp (text + end - length, words[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

gsize
cs_zh_bare_sign_length (const CsFolded *folded, gsize at)
{
  static const char *const counted[] = {
    "个", "条", "组", "层", "次", "度", "根", "片", "块", "倍", "秒", "分", "小", "天", "年", "种",
    "份", "目", "圈", "排", "行", "列", "路", "位", "级", "台", "只", "套", "对", "点", "项", "℃",
    "%", "~", "-", "×", "μ", "°", "‰", "/", "+", "*", "=", ":", "<", ">", "≤", "≥",
    "米", "毫", "厘", "微", "纳", "千", "公", "摄", "至", "到", "月", "日", "周", "期", "段", "号",
    "轴", NULL
  };
  static const char *const numbered[] = {
    "第", "为", "是", "于", "至", "约", "到", "在", "式", "图", "表", "达", "过", "有", "大", "小",
    "和", "与", "或", "即", "每", "近", "比", "由", "的", "项", "成", "前", "后", "共", "出", "了",
    "以", "及", "距", "±", "取", "加", "减", "乘", "除", "值", "量", "率", "度", "长", "宽", "高",
    "厚", "径", "步骤", "权利要求", NULL
  };
  const char *text = folded->text;
  gsize length = cs_sign_scan (text + at, folded->n_bytes - at);

  if (length == 0 || !g_ascii_isdigit (text[at]) || at < 3 || ((guchar)text[at - 1] & 0x80) == 0)
    return 0;
  if (cs_scan_any (text, cs_scan_spaces (text, at + length), counted) > 0)
    return 0;

  return ends_with_any (text, at, numbered) ? 0 : length;
}
