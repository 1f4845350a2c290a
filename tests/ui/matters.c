#include "matters.h"

#include <sqlite3.h>

#include "../../src/draft/cs-draft-compose.h"

#define CN (1u << CS_OFFICE_CN)
#define US (1u << CS_OFFICE_US)
#define EP (1u << CS_OFFICE_EP)
#define PCT (1u << CS_OFFICE_PCT)

typedef struct
{
  const char *name;
  const char *number; /* after "CW-2026-" */
  const char *language;
  guint offices;
  const char *type;
  const char *stage;
  int n_findings[CS_N_SEVERITIES]; /* -1 for not examined */
  int minutes;                     /* since the last change */
} Sample;

#define DAY (24 * 60)

static const Sample samples[] = {
  { "流体计量装置及计量方法", "014", "zh", CN | PCT, "invention", "drafting", { 3, 2, 2 }, 0 },
  { "洗干一体机的烘干风道结构", "013", "zh", CN, "utility-model", "drafting", { 0, 4, 2 }, 20 },
  { "Fluid metering device", "014-US", "en", US | EP, "invention", "drafting", { 2, 3, 2 }, 50 },
  { "热泵洗干一体机的除霜控制方法", "012", "zh", CN, "invention", "pre-examination", { 0, 1, 4 }, DAY },
  { "煤矸石基多孔陶瓷及其制备方法", "011", "zh", CN, "invention", "signing", { 0, 0, 2 }, DAY },
  { "气流床气化炉的测温组件", "009", "zh", CN, "invention", "signing", { 0, 0, 0 }, 3 * DAY },
  { "带隔膜自检功能的微型泵", "008", "zh", CN | US | EP, "invention", "drafting", { 6, 9, 4 }, 4 * DAY },
  { "风力发电机组塔筒检修平台", "007", "zh", CN, "utility-model", "filed", { 0, 0, 0 }, 10 * DAY },
  { "一种羊绒纤维分级装置", "005", "zh", CN, "utility-model", "filed", { 0, 0, 1 }, 23 * DAY },
  { "储能电池簇的液冷板及装配方法", "004", "zh", CN | PCT, "invention", "filed", { 0, 0, 0 }, 32 * DAY },
  { "液体试剂卡盒", "002", "zh", CN, "design", "filed", { -1 }, 400 * DAY },
};

static CsDraft *
make_draft (const Sample *sample)
{
  CsOffice office = g_bit_nth_lsf (sample->offices, -1);
  CsRightType type = cs_right_type_from_name (sample->type);

  return cs_draft_new_template (office, type, sample->language);
}

static gint64
add_sample (CsDraftStore *store, const Sample *sample)
{
  g_autoptr (CsDraft) draft = make_draft (sample);
  g_autofree char *reference = g_strconcat ("CW-2026-", sample->number, NULL);
  const CsNewMatter matter = { .draft = draft,
                               .reference = reference,
                               .offices = sample->offices };
  guint n_findings[CS_N_SEVERITIES];
  g_autoptr (GError) error = NULL;
  CsStage stage;
  gint64 id = cs_draft_store_create (store, &matter, &error);

  g_assert_no_error (error);
  g_assert_true (cs_stage_from_name (sample->stage, &stage));
  g_assert_true (cs_draft_store_rename (store, id, sample->name, NULL, &error));
  g_assert_true (cs_draft_store_set_stage (store, id, stage, &error));
  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    n_findings[i] = MAX (sample->n_findings[i], 0);
  if (sample->n_findings[0] >= 0)
    g_assert_true (cs_draft_store_set_findings (store, id, n_findings, &error));

  return id;
}

/* No function of the store turns back the clock. */
static void
set_changed (sqlite3 *db, gint64 id, int minutes)
{
  gint64 then_us = g_get_real_time () - (gint64)minutes * 60 * G_USEC_PER_SEC;
  g_autofree char *sql = g_strdup_printf (
      "UPDATE matter SET changed_us = %" G_GINT64_FORMAT " WHERE id = %" G_GINT64_FORMAT,
      then_us, id);

  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

void
matters_fill (Ui *ui)
{
  g_autofree char *path = g_build_filename (ui->folder, "drafts.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraftStore) store = cs_draft_store_open (ui->folder, &error);
  gint64 ids[G_N_ELEMENTS (samples)];
  sqlite3 *db;

  g_assert_no_error (error);
  for (guint i = G_N_ELEMENTS (samples); i-- > 0;)
    ids[i] = add_sample (store, &samples[i]);
  g_clear_pointer (&store, cs_draft_store_close);

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    set_changed (db, ids[i], samples[i].minutes);
  sqlite3_close (db);
}
