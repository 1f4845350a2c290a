/* Listing, searching and finding matters. */

#include <string.h>

#include "../../src/store/cs-matter-rows.h"
#include "store-fixture.h"

static gint64 now_us = G_GINT64_CONSTANT (1700000000) * G_USEC_PER_SEC;

/* Every look at this clock is a second later. */
static gint64
tick (void)
{
  return now_us += G_USEC_PER_SEC;
}

static char *
list (CsDraftStore *store, CsMatterQuery query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = cs_draft_store_list (store, &query, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : " ",
                            ((const CsMatterInfo *)all->pdata[i])->name);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_list (CsDraftStore *store, CsMatterQuery query, const char *expected)
{
  g_autofree char *names = list (store, query);

  g_assert_cmpstr (names, ==, expected);
}

static gint64
add (CsDraftStore *store, const char *title, const char *reference, const char *words)
{
  g_autoptr (CsDraft) draft = make_draft (title, 2, words);
  CsNewMatter matter = { .draft = draft, .reference = reference };

  return cs_draft_store_create (store, &matter, NULL);
}

#define ASSERT_FOUND(store, looked_for, expected) \
  assert_list (store, (CsMatterQuery){ .words = looked_for, .descending = TRUE }, expected)

static void
test_search (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id;

  add (store, "A", "P-2026-01", "处理器和存储器");
  id = add (store, "B", "", "ＬＥＤ灯");
  add (store, "C", "x%_'", "Turbine BLADE");

  ASSERT_FOUND (store, NULL, "C B A");
  ASSERT_FOUND (store, "  ", "C B A");
  ASSERT_FOUND (store, "处理", "A");
  ASSERT_FOUND (store, "存储 处理器", "A");
  ASSERT_FOUND (store, "存储 叶轮", "");
  ASSERT_FOUND (store, "led", "B");
  ASSERT_FOUND (store, "ｌｅｄ", "B");
  ASSERT_FOUND (store, "blade turb", "C");
  ASSERT_FOUND (store, "p-2026", "A");
  ASSERT_FOUND (store, "%_'", "C");
  ASSERT_FOUND (store, "%", "C");
  ASSERT_FOUND (store, "技术领域", ""); /* the description is not searched */

  g_assert_true (cs_draft_store_rename (store, id, "照明 Lamp", "Q-7", NULL));
  ASSERT_FOUND (store, "lamp led q-7", "照明 Lamp");
}

static void
test_filter (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  g_autoptr (CsDraft) draft = make_draft ("U", 1, "x");
  CsNewMatter matter = { .draft = draft, .offices = 1 << CS_OFFICE_US | 1 << CS_OFFICE_EP };
  gint64 id;

  add (store, "A", "", "x");
  draft->request->type = CS_TYPE_INVENTION;
  id = cs_draft_store_create (store, &matter, NULL);
  g_assert_true (cs_draft_store_set_stage (store, id, CS_STAGE_SIGNING, NULL));

  assert_list (store, (CsMatterQuery){ .offices = 1 << CS_OFFICE_EP }, "U");
  assert_list (store, (CsMatterQuery){ .offices = 1 << CS_OFFICE_CN | 1 << CS_OFFICE_PCT }, "A");
  assert_list (store, (CsMatterQuery){ .types = 1 << CS_TYPE_INVENTION }, "U");
  assert_list (store, (CsMatterQuery){ .stages = 1 << CS_STAGE_DRAFTING }, "A");
  g_assert_true (cs_draft_store_set_bin (store, id, TRUE, NULL));
  assert_list (store, (CsMatterQuery){ 0 }, "A");
  assert_list (store, (CsMatterQuery){ .in_bin = TRUE }, "U");
}

static void
test_order (void)
{
  static const guint few[CS_N_SEVERITIES] = { 0, 9, 9 };
  static const guint many[CS_N_SEVERITIES] = { 1, 0, 0 };
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 ten = add (store, "P10", "", "x");
  gint64 two = add (store, "P2", "", "x");
  gint64 a = add (store, "A", "", "x");

  cs_draft_store_set_opened (store, two, NULL);
  cs_draft_store_set_opened (store, ten, NULL);
  cs_draft_store_set_stage (store, ten, CS_STAGE_FILED, NULL);
  cs_draft_store_set_findings (store, two, few, NULL);
  cs_draft_store_set_findings (store, a, many, NULL);

  assert_list (store, (CsMatterQuery){ .order = CS_MATTER_BY_NAME }, "A P2 P10");
  assert_list (store, (CsMatterQuery){ .order = CS_MATTER_BY_NAME, .descending = TRUE },
               "P10 P2 A");
  assert_list (store, (CsMatterQuery){ .order = CS_MATTER_BY_CHANGED }, "P2 A P10");
  assert_list (store, (CsMatterQuery){ .order = CS_MATTER_BY_OPENED, .descending = TRUE },
               "P10 P2 A");
  assert_list (store, (CsMatterQuery){ .order = CS_MATTER_BY_STAGE }, "A P2 P10");
  assert_list (store, (CsMatterQuery){ .order = CS_MATTER_BY_TYPE }, "P10 A P2");
  assert_list (store, (CsMatterQuery){ .order = CS_MATTER_BY_FINDINGS }, "P2 A P10");
}

static void
assert_none (CsDraftStore *store, const char *name, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cs_draft_store_find (store, name, &error), ==, 0);
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, message));
}

static void
test_find (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 pump = add (store, "离心泵", "P-1", "x");
  gint64 other = add (store, "离心泵及其控制方法", "P-12", "x");
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, other);

  g_assert_cmpint (cs_draft_store_find (store, "p-1", NULL), ==, pump);
  g_assert_cmpint (cs_draft_store_find (store, "离心泵", NULL), ==, pump);
  g_assert_cmpint (cs_draft_store_find (store, "控制", NULL), ==, other);
  g_assert_cmpint (cs_draft_store_find (store, "12", NULL), ==, other);
  g_assert_cmpint (cs_draft_store_find (store, id, NULL), ==, other);
  assert_none (store, "离心", "离心泵及其控制方法");
  assert_none (store, "nothing", "no matter");
  assert_none (store, "", "no matter");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  cs_store_clock = tick;
  g_test_add_func ("/store/list/search", test_search);
  g_test_add_func ("/store/list/filter", test_filter);
  g_test_add_func ("/store/list/order", test_order);
  g_test_add_func ("/store/list/find", test_find);

  return g_test_run ();
}
