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
  { "CN 202199990017.X", { "first filing", "首次申请" }, { "", "" }, 20210315, 20220916, 20231128, 0, -1, 0 },
  { "PCT/CN2022/999017", { "international", "国际申请" }, { "national phases entered", "已进入国家阶段" }, 20220314, 20220915, 0, 20231015, 0, CS_TIMELINE_LEFT },
  { "US 18/999,112", { "national phase", "国家阶段" }, { "", "" }, 20230912, 20240215, 20250610, 0, 1, 0 },
  { "US 19/999,204", { "continuation", "继续申请" }, { "pending", "审中" }, 20250520, 20251002, 0, 0, 2, 0 },
  { "EP 22999017.4", { "regional phase", "地区阶段" }, { "pending", "审中" }, 20231006, 20240117, 0, 0, 1, 0 },
  { "JP 2023-999031", { "national phase", "国家阶段" }, { "refused", "驳回" }, 20230914, 20240320, 0, 20251104, 1, CS_TIMELINE_ENDED },
  { "CN 202399990321.4", { "division", "分案申请" }, { "", "" }, 20231118, 20240228, 20260210, 0, 0, 0 },
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
    { CS_GRAPH_PRIORITY, 0, 1 }, { CS_GRAPH_PRIORITY, 1, 2 }, { CS_GRAPH_PHASE, 2, 3 }, { CS_GRAPH_PRIORITY, 1, 3 }, { CS_GRAPH_PHASE, 2, 4 }, { CS_GRAPH_PRIORITY, 1, 4 }, { CS_GRAPH_PHASE, 2, 5 }, { CS_GRAPH_DIVISION, 1, 6 }, { CS_GRAPH_PHASE, 2, 7 }, { CS_GRAPH_CONTINUATION, 3, 8 }, { CS_GRAPH_CONTINUATION, 8, 9 }, { CS_GRAPH_DIVISION, 5, 10 }, { CS_GRAPH_CONTINUATION, 3, 9 }
  };
  CsGraph *graph = sample_graph_new (is_zh);

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    cs_graph_add_node (graph, &nodes[i]);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    cs_graph_add_link (graph, links[i][0], links[i][1], links[i][2]);
  return cs_graph_end (graph);
}
