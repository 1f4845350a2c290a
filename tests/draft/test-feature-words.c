#include <string.h>

#include "../../src/draft/cs-feature-words.h"
#include "draft-fixture.h"

static CsFeatureWords *
read_words (const char *const *claims)
{
  g_autoptr (CsDraft) draft = draft_fixture_new (claims, NULL);
  g_autoptr (CsClaimSet) set = cs_claim_set_new (draft);
  g_autoptr (CsFeatures) features = cs_features_new (set);

  return cs_feature_words_new (features);
}

/* What a claim says of its own matter, one piece after the other. */
static void
append_content (guint content G_GNUC_UNUSED, CsRange range, gpointer data)
{
  const char *const *claim = ((gpointer *)data)[0];
  GString *line = ((gpointer *)data)[1];

  g_string_append (line, line->len > 0 ? " " : "");
  g_string_append_len (line, *claim + range.start, range.end - range.start);
}

static void
assert_content (const char *const *claims, guint claim, const char *expected)
{
  g_autoptr (CsFeatureWords) words = read_words (claims);
  g_autoptr (GString) line = g_string_new (NULL);
  gpointer data[] = { (gpointer)&claims[claim], line };

  cs_feature_words_visit_content (words, claim, append_content, data);
  g_assert_cmpstr (line->str, ==, expected);
}

static void
test_content (void)
{
  const char *const chinese[] = { "一种离心泵，其特征在于，包括蜗壳（1），所述蜗壳上设有导流罩。",
                                  "一种包括如权利要求1所述的离心泵的锅炉。", NULL };
  const char *const english[] = { "A pump comprising a volute (1), wherein volutes carry felt.",
                                  NULL };

  assert_content (chinese, 0, "离心 心泵 蜗壳 蜗壳 壳上 导流 流罩");
  assert_content (chinese, 1, "离心 心泵 锅炉");
  assert_content (english, 0, "pump volute volutes carry felt");
}

static gboolean
says_same (const char *one, const char *other)
{
  const char *const claims[] = { one, other, NULL };
  g_autoptr (CsFeatureWords) words = read_words (claims);

  return cs_feature_words_hash_claim (words, 0) == cs_feature_words_hash_claim (words, 1);
}

static void
test_same (void)
{
  g_assert_true (says_same ("一种泵，其特征在于，所述壳体（1）上设有凹槽。",
                            "一种泵，其中，该壳体上设置有凹槽。"));
  g_assert_true (says_same ("A pump comprising a housing (1).", "A pump including the housing."));
  g_assert_false (says_same ("一种泵，其特征在于，第一阈值大于第二阈值。",
                             "一种泵，其特征在于，第二阈值大于第一阈值。"));
  g_assert_false (says_same ("A pump, wherein the length is 5 mm.",
                             "A pump, wherein the length is 6 mm."));
  g_assert_false (says_same ("一种泵，铜和铁之比为(2-5):1。", "一种泵，铜和铁之比为(2-4):1。"));
  g_assert_false (says_same ("一种泵，包括铜和铁。", "一种泵，包括铜或铁。"));
}

/* Equal words are equal in claims and in other texts of the draft. */
static void
count_known (guint content, CsRange range G_GNUC_UNUSED, gpointer data)
{
  GHashTable *known = ((gpointer *)data)[0];
  guint *n = ((gpointer *)data)[1];

  *n += g_hash_table_contains (known, GUINT_TO_POINTER (content));
}

static void
note (guint content, CsRange range G_GNUC_UNUSED, gpointer data)
{
  g_hash_table_add (data, GUINT_TO_POINTER (content));
}

static void
test_text (void)
{
  const char *const claims[] = { "A pump comprising a guide shroud.", NULL };
  static const char text[] = "The shrouds guide the water.";
  g_autoptr (CsFeatureWords) words = read_words (claims);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  guint n = 0;
  gpointer data[] = { known, &n };

  cs_feature_words_visit_content (words, 0, note, known);
  cs_feature_words_visit_text (words, text, strlen (text), count_known, data);
  g_assert_cmpuint (n, ==, 2);
}

static void
test_total (void)
{
  const char *const claims[] = { "", "。", "根据权利要求1所述的", "（1）（2）", NULL };
  g_autoptr (CsFeatureWords) words = read_words (claims);
  guint n_words;

  for (guint i = 0; i < 4; i++)
    cs_feature_words_get_of_claim (words, i, &n_words);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feature-words/content", test_content);
  g_test_add_func ("/feature-words/same", test_same);
  g_test_add_func ("/feature-words/text", test_text);
  g_test_add_func ("/feature-words/total", test_total);

  return g_test_run ();
}
