#include "cs-query-fields.h"

#include <string.h>

#define MAX_NAMES 10

/* What a field is called: the first name is the one we print, the others are those of the search
 * platforms that people come from. Folded: brackets are half width. */
typedef struct
{
  const char *names[MAX_NAMES];
  const char *english; /* in a reading, %s being the value */
  const char *chinese;
} FieldWords;

static const FieldWords field_words[CS_N_QUERY_FIELDS] = {
  [CS_QUERY_TEXT] = { { "" }, "%s", "%s" },
  [CS_QUERY_FULL_TEXT] = { { "ft", "ftxt", "txt", "全文" },
                           "%s in title, abstract, claims or description",
                           "标题、摘要、权利要求或说明书含%s" },
  [CS_QUERY_TITLE] = { { "ti", "ttl", "title", "名称", "标题", "发明名称", "专利名称" },
                       "%s in the title",
                       "名称含%s" },
  [CS_QUERY_ABSTRACT] = { { "ab", "abst", "abstract", "摘要" },
                          "%s in the abstract",
                          "摘要含%s" },
  [CS_QUERY_TITLE_ABSTRACT] = { { "ta", "tiab", "名称摘要", "标题摘要" },
                                "%s in title or abstract",
                                "名称或摘要含%s" },
  [CS_QUERY_CLAIMS] = { { "cl", "clm", "clms", "claims", "权利要求", "权利要求书", "权要" },
                        "%s in the claims",
                        "权利要求含%s" },
  [CS_QUERY_DESCRIPTION] = { { "de", "desc", "description", "说明书" },
                             "%s in the description",
                             "说明书含%s" },
  [CS_QUERY_APPLICANT] = { { "pa", "applicant", "assignee", "anc", "申请人", "专利权人", "权利人",
                             "申请(专利权)人", "当前权利人" },
                           "applicant %s",
                           "申请人为%s" },
  [CS_QUERY_INVENTOR] = { { "in", "inventor", "发明人", "发明(设计)人" },
                          "inventor %s",
                          "发明人为%s" },
  [CS_QUERY_CLASS] = { { "class", "分类号", "分类" }, "class %s", "分类号为%s" },
  [CS_QUERY_IPC] = { { "ic", "ipc", "ipc分类号" }, "IPC %s", "IPC 为%s" },
  [CS_QUERY_CPC] = { { "cpc", "cpc分类号" }, "CPC %s", "CPC 为%s" },
  [CS_QUERY_NUMBER] = { { "num", "号码" }, "number %s", "号码为%s" },
  [CS_QUERY_PUBLICATION] = { { "pn", "公开号", "公告号", "公开(公告)号", "授权公告号" },
                             "publication number %s",
                             "公开号为%s" },
  [CS_QUERY_APPLICATION] = { { "ap", "apno", "an", "申请号" },
                             "application number %s",
                             "申请号为%s" },
  [CS_QUERY_PRIORITY] = { { "pr", "prno", "优先权", "优先权号" },
                          "priority number %s",
                          "优先权为%s" },
  [CS_QUERY_PUBLISHED] = { { "pd", "pbd", "公开日", "公告日", "公开(公告)日" },
                           "published %s",
                           "公开日%s" },
  [CS_QUERY_FILED] = { { "ad", "apd", "申请日" }, "filed %s", "申请日%s" },
  [CS_QUERY_EARLIEST] = { { "prd", "priority_date", "优先权日", "最早优先权日" },
                          "earliest priority %s",
                          "最早优先权日%s" },
  [CS_QUERY_EXPIRY] = { { "exp", "expiry", "届满日", "到期日" },
                        "end of term %s",
                        "届满日%s" },
  [CS_QUERY_STATUS] = { { "ls", "st", "status", "legal_status", "状态", "法律状态" },
                        "legal status %s",
                        "法律状态为%s" },
  [CS_QUERY_OFFICE] = { { "cc", "country", "authority", "国家", "受理局", "公开国别" },
                        "published by %s",
                        "公开国家为%s" },
  [CS_QUERY_FIRST_OFFICE] = { { "fo", "首次申请国", "首次申请局" },
                              "first filed at %s",
                              "首次申请国家为%s" },
  [CS_QUERY_FAMILY] = { { "fam", "famn", "family", "同族", "同族号" }, "family %s", "同族号为%s" },
  [CS_QUERY_TAG] = { { "tag", "标签", "标引" }, "tag %s", "标签为%s" },
};

#define BIT(state) (1u << CS_LEGAL_##state)

typedef struct
{
  const char *name;
  guint states;
} StateName;

static const StateName state_names[] = {
  { "unknown", BIT (UNKNOWN) },
  { "不明", BIT (UNKNOWN) },
  { "未知", BIT (UNKNOWN) },
  { "pending", BIT (PENDING) },
  { "审中", BIT (PENDING) },
  { "在审", BIT (PENDING) },
  { "in-force", BIT (IN_FORCE) },
  { "granted", BIT (IN_FORCE) },
  { "有效", BIT (IN_FORCE) },
  { "授权", BIT (IN_FORCE) },
  { "ceased", BIT (CEASED) },
  { "lapsed", BIT (CEASED) },
  { "终止", BIT (CEASED) },
  { "expired", BIT (EXPIRED) },
  { "届满", BIT (EXPIRED) },
  { "refused", BIT (REFUSED) },
  { "驳回", BIT (REFUSED) },
  { "withdrawn", BIT (WITHDRAWN) },
  { "撤回", BIT (WITHDRAWN) },
  { "national", BIT (NATIONAL) },
  { "进入国家阶段", BIT (NATIONAL) },
  { "alive", BIT (PENDING) | BIT (IN_FORCE) },
  { "active", BIT (PENDING) | BIT (IN_FORCE) },
  { "dead", BIT (CEASED) | BIT (EXPIRED) | BIT (REFUSED) | BIT (WITHDRAWN) },
  { "失效", BIT (CEASED) | BIT (EXPIRED) | BIT (REFUSED) | BIT (WITHDRAWN) },
};

static const char *const state_readings[CS_N_LEGAL_STATES] = {
  [CS_LEGAL_UNKNOWN] = "不明",
  [CS_LEGAL_PENDING] = "审中",
  [CS_LEGAL_IN_FORCE] = "有效",
  [CS_LEGAL_CEASED] = "终止",
  [CS_LEGAL_EXPIRED] = "届满",
  [CS_LEGAL_REFUSED] = "驳回",
  [CS_LEGAL_WITHDRAWN] = "撤回",
  [CS_LEGAL_NATIONAL] = "进入国家阶段",
};

/* In English as cs_legal_state_get_name() has them. */
static const char *const state_words[CS_N_LEGAL_STATES] = {
  [CS_LEGAL_UNKNOWN] = "unknown",
  [CS_LEGAL_PENDING] = "pending",
  [CS_LEGAL_IN_FORCE] = "in force",
  [CS_LEGAL_CEASED] = "ceased",
  [CS_LEGAL_EXPIRED] = "expired",
  [CS_LEGAL_REFUSED] = "refused",
  [CS_LEGAL_WITHDRAWN] = "withdrawn",
  [CS_LEGAL_NATIONAL] = "in national phases",
};

static gboolean
has_name (const FieldWords *words, const char *name, gsize n_bytes)
{
  for (guint i = 0; i < MAX_NAMES && words->names[i] != NULL; i++)
    if (strlen (words->names[i]) == n_bytes &&
        g_ascii_strncasecmp (words->names[i], name, n_bytes) == 0)
      return TRUE;

  return FALSE;
}

gboolean
cs_query_field_find (const char *name, gsize n_bytes, CsQueryField *field)
{
  for (guint i = 0; n_bytes > 0 && i < CS_N_QUERY_FIELDS; i++)
    if (has_name (&field_words[i], name, n_bytes))
      {
        *field = i;
        return TRUE;
      }

  return FALSE;
}

const char *
cs_query_field_get_name (CsQueryField field)
{
  g_return_val_if_fail (field < CS_N_QUERY_FIELDS, "");

  return field_words[field].names[0];
}

const char *
cs_query_field_get_reading (CsQueryField field, gboolean is_chinese)
{
  return is_chinese ? field_words[field].chinese : field_words[field].english;
}

gboolean
cs_query_field_is_text (CsQueryField field)
{
  return field <= CS_QUERY_DESCRIPTION;
}

gboolean
cs_query_field_is_date (CsQueryField field)
{
  return field >= CS_QUERY_PUBLISHED && field <= CS_QUERY_EXPIRY;
}

guint
cs_query_states_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_names); i++)
    if (g_ascii_strcasecmp (state_names[i].name, name) == 0)
      return state_names[i].states;

  return 0;
}

char *
cs_query_list_states (void)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (state_names); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", state_names[i].name);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

const char *
cs_query_state_get_reading (CsLegalState state, gboolean is_chinese)
{
  return is_chinese ? state_readings[state] : state_words[state];
}
