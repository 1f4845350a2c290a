#include "picture-samples.h"

#define TODAY sample_day (2026, 11, 20)

guint
sample_day (guint year, guint month, guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return g_date_get_julian (&date);
}

CsTimeline *
sample_timeline_new (gboolean is_zh)
{
  static const CsTimelineWords words[] = {
    { { "filed", "published", "granted", "ended by the office", "goes on elsewhere" },
      { "pending", "in force", "term to come", "status unknown" },
      "priority, continuation, division",
      "today",
      "dates not known",
      "No applications" },
    { { "申请", "公开", "授权", "由审查机关终结", "转入国家阶段" },
      { "审中", "有效", "剩余期限", "状态不明" },
      "优先权、继续申请、分案",
      "今天",
      "日期不明",
      "没有申请" },
  };

  return cs_timeline_new (&words[is_zh ? 1 : 0], TODAY);
}

typedef struct
{
  const char *name;
  const char *caption[2];
  const char *note[2];
  guint filed;
  guint published;
  guint granted;
  guint ended;
  int parent;
  CsTimelineMark end;
} SampleLane;

static const SampleLane lanes[] = {
  { .name = "CN 202199990017.X",
    .caption = { "first filing", "首次申请" },
    .filed = 20210315,
    .published = 20220916,
    .granted = 20231128,
    .parent = -1 },
  { .name = "PCT/CN2022/999017",
    .caption = { "international", "国际申请" },
    .note = { "national phases entered", "已进入国家阶段" },
    .filed = 20220314,
    .published = 20220915,
    .ended = 20231015,
    .end = CS_TIMELINE_LEFT },
  { .name = "US 18/999,112",
    .caption = { "national phase", "国家阶段" },
    .filed = 20230912,
    .published = 20240215,
    .granted = 20250610,
    .parent = 1 },
  { .name = "US 19/999,204",
    .caption = { "continuation", "继续申请" },
    .note = { "pending", "审中" },
    .filed = 20250520,
    .published = 20251002,
    .parent = 2 },
  { .name = "EP 22999017.4",
    .caption = { "regional phase", "地区阶段" },
    .note = { "pending", "审中" },
    .filed = 20231006,
    .published = 20240117,
    .parent = 1 },
  { .name = "JP 2023-999031",
    .caption = { "national phase", "国家阶段" },
    .note = { "refused", "驳回" },
    .filed = 20230914,
    .published = 20240320,
    .ended = 20251104,
    .parent = 1,
    .end = CS_TIMELINE_ENDED },
  { .name = "CN 202399990321.4",
    .caption = { "division", "分案申请" },
    .filed = 20231118,
    .published = 20240228,
    .granted = 20260210 },
};

static guint
to_day (guint key)
{
  return key == 0 ? 0 : sample_day (key / 10000, key / 100 % 100, key % 100);
}

static void
add_lane (CsTimeline *timeline, const SampleLane *it, int language)
{
  CsTimelineLane lane = { it->name, it->name, it->caption[language], it->note[language], FALSE };
  guint n = cs_timeline_add_lane (timeline, &lane);
  guint end = it->ended > 0 ? to_day (it->ended) : TODAY;
  guint grant = to_day (it->granted);

  cs_timeline_add_bar (timeline, n, CS_TIMELINE_PENDING, to_day (it->filed),
                       grant > 0 ? grant : end);
  if (grant > 0)
    {
      cs_timeline_add_bar (timeline, n, CS_TIMELINE_IN_FORCE, grant, end);
      cs_timeline_add_bar (timeline, n, CS_TIMELINE_FUTURE, end, sample_day (2043, 1, 1));
    }
  cs_timeline_add_mark (timeline, n, CS_TIMELINE_FILED, to_day (it->filed), "filed");
  cs_timeline_add_mark (timeline, n, CS_TIMELINE_PUBLISHED, to_day (it->published), "published");
  cs_timeline_add_mark (timeline, n, CS_TIMELINE_GRANTED, grant, "granted");
  cs_timeline_add_mark (timeline, n, it->end, to_day (it->ended), "ended");
  if (it->parent >= 0)
    cs_timeline_add_link (timeline, (guint)it->parent, n);
}

CsPicture *
sample_family (gboolean is_zh)
{
  CsTimeline *timeline = sample_timeline_new (is_zh);

  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    add_lane (timeline, &lanes[i], is_zh ? 1 : 0);
  return cs_timeline_end (timeline);
}

/* --- graph --- */

CsGraph *
sample_graph_new (gboolean is_zh)
{
  static const CsGraphWords words[] = {
    { { "priority", "national or regional phase", "continuation", "division", "related" },
      { "status unknown", "pending", "in force", "ended", "national phases entered",
        "not in the library" },
      "No applications" },
    { { "优先权", "国家或地区阶段", "继续申请", "分案", "相关" },
      { "状态不明", "审中", "有效", "失效", "已进入国家阶段", "不在库中" },
      "没有申请" },
  };

  return cs_graph_new (&words[is_zh ? 1 : 0]);
}

CsPicture *
sample_graph (gboolean is_zh)
{
  static const CsGraphNode nodes[] = {
    { "CN0", "CN 202010888001.2", "2020-08-28", CS_GRAPH_OUTSIDE },
    { "CN1", "CN 202199990017.X", "2021-03-15", CS_GRAPH_IN_FORCE },
    { "WO", "PCT/CN2022/999017", "2022-03-14", CS_GRAPH_LEFT },
    { "US1", "US 18/999,112", "2023-09-12", CS_GRAPH_IN_FORCE },
    { "JP", "JP 2023-999031", "2023-09-14", CS_GRAPH_ENDED },
    { "EP", "EP 22999017.4", "2023-10-06", CS_GRAPH_PENDING },
    { "CN2", "CN 202399990321.4", "2023-11-18", CS_GRAPH_IN_FORCE },
    { "KR", "KR 10-2023-7099123", "2023-10-12", CS_GRAPH_UNKNOWN },
    { "US2", "US 19/999,204", "2025-05-20", CS_GRAPH_PENDING },
    { "US3", "US 19/999,377", "2026-02-03", CS_GRAPH_PENDING },
    { "EP2", "EP 26999001.0", "2026-03-03", CS_GRAPH_PENDING },
  };
  static const guint links[][3] = {
    { CS_GRAPH_PRIORITY, 0, 1 },
    { CS_GRAPH_PRIORITY, 1, 2 },
    { CS_GRAPH_PHASE, 2, 3 },
    { CS_GRAPH_PHASE, 2, 4 },
    { CS_GRAPH_PHASE, 2, 5 },
    { CS_GRAPH_DIVISION, 1, 6 },
    { CS_GRAPH_PHASE, 2, 7 },
    { CS_GRAPH_CONTINUATION, 3, 8 },
    { CS_GRAPH_CONTINUATION, 8, 9 },
    { CS_GRAPH_DIVISION, 5, 10 },
    { CS_GRAPH_CONTINUATION, 3, 9 },
  };
  CsGraph *graph = sample_graph_new (is_zh);

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    cs_graph_add_node (graph, &nodes[i]);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    cs_graph_add_link (graph, links[i][0], links[i][1], links[i][2]);
  return cs_graph_end (graph);
}

/* --- charts --- */

CsChart *
sample_chart_new (CsChartKind kind, gboolean is_zh)
{
  static const char *const titles[CS_N_CHART_KINDS][2] = {
    { "Families by year of earliest priority", "按最早优先权年的专利族数" },
    { "Applicants", "申请人排名" },
    { "Offices by year", "各局历年申请" },
    { "Classes by applicant", "技术分类与申请人" },
    { "Legal status", "法律状态" },
  };
  static const char *const origins[2][7] = {
    { "Query", "ta=(pump NEAR/5 diaphragm) AND pd>=2012", "Data as of", "2026-11-20",
      "Family rule", "DOCDB simple, computed here", NULL },
    { "检索式", "ta=(泵 NEAR/5 隔膜) AND pd>=2012", "数据截至", "2026-11-20", "同族规则",
      "DOCDB简单同族（本机计算）", NULL },
  };
  CsChartWords words = { titles[kind][is_zh ? 1 : 0], "year", "office", "families",
                         origins[is_zh ? 1 : 0], "Hatched: the last 18 months are incomplete",
                         "Nothing to show" };

  if (is_zh)
    words = (CsChartWords){ words.title, "年", "局", "专利族", words.origin,
                            "斜线：最近18个月的数据不完整", "没有数据" };
  return cs_chart_new (kind, &words);
}

static const char *const offices[] = { "CN", "US", "EP", "JP", "KR" };
static const char *const names[][2] = {
  { "Beichuan Fluidics", "北川流体技术有限公司" },
  { "Hailan Instruments", "海岚仪器股份有限公司" },
  { "University of Lindau, Institute of Microsystems", "临道大学微系统研究所" },
  { "Okazaki Pumps", "冈崎泵业" },
  { "North Sea Dosing", "北海计量" },
};
static const char *const states[][2] = {
  { "in force", "有效" },
  { "pending", "审中" },
  { "ended", "失效" },
  { "unknown", "不明" },
};

static const char *
pick_name (CsChartKind kind, guint i, guint language, char year[8])
{
  if (kind == CS_CHART_RANKING || kind == CS_CHART_BUBBLES)
    return names[i % G_N_ELEMENTS (names)][language];
  if (kind == CS_CHART_DONUT)
    return states[i % G_N_ELEMENTS (states)][language];
  g_snprintf (year, 8, "%u", 2012 + i);
  return year;
}

CsChart *
sample_chart (CsChartKind kind, guint n_series, gboolean is_zh)
{
  static const guint n_categories[CS_N_CHART_KINDS] = { 15, 5, 12, 5, 4 };
  static const int inks[] = { CS_PICTURE_GOOD, CS_PICTURE_ACCENT, CS_PICTURE_DIM,
                              CS_PICTURE_DOUBT };
  CsChart *chart = sample_chart_new (kind, is_zh);
  guint n = n_categories[kind];

  for (guint i = 0; i < n_series; i++)
    cs_chart_add_series (chart, offices[i % 5], CS_CHART_OWN_INK);
  for (guint j = 0; j < n; j++)
    {
      gboolean is_incomplete = kind <= CS_CHART_MATRIX && kind != CS_CHART_RANKING && j + 2 >= n;
      char year[8];

      cs_chart_add_category (chart, pick_name (kind, j, is_zh ? 1 : 0, year), is_incomplete,
                             kind == CS_CHART_DONUT ? inks[j] : CS_CHART_OWN_INK);
    }
  for (guint i = 0; i < n_series; i++)
    for (guint j = 0; j < n; j++)
      {
        g_autofree char *id = g_strdup_printf ("%u/%u", i, j);

        cs_chart_set (chart, i, j, (i * 31 + j * 17 + i * j * 7) % 43 / (i + 1), id);
      }
  return chart;
}
