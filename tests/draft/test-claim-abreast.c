#include <string.h>

#include "../../src/draft/cs-claim-compare.h"
#include "amended-claims.h"
#include "bilingual-claims.h"
#include "draft-fixture.h"

/* --- what stands in a translation too --- */

/* The anchors of one claim but for words: "#5", "(12", "=sio2" by their words, in order. */
static char *
dup_anchors (const char *text)
{
  static const char signs[] = { '#', '(', '=', '*', 'w' };
  g_autoptr (CsDraft) draft = draft_fixture_new ((const char *const[]){ text, NULL }, NULL);
  g_autoptr (CsClaimSet) set = cs_claim_set_new (draft);
  g_autoptr (GHashTable) keys = cs_anchor_keys_new ();
  const CsClaim *claim = cs_claim_set_get (set, 0);
  g_autoptr (CsClaimAnchors) anchors = cs_claim_anchors_new (claim, keys);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < anchors->all->len; i++)
    {
      const CsAnchor *anchor = &g_array_index (anchors->all, CsAnchor, i);
      g_autofree char *words = cs_claim_dup_range (claim, anchor->range);

      if (anchor->kind != CS_ANCHOR_WORD)
        g_string_append_printf (all, "%s%c%s", all->len > 0 ? "|" : "", signs[anchor->kind], words);
    }

  return g_string_free (all, FALSE);
}

static void
assert_anchors (const char *text, const char *expected)
{
  g_autofree char *anchors = dup_anchors (text);

  g_assert_cmpstr (anchors, ==, expected);
}

static void
test_anchors (void)
{
  assert_anchors ("一种泵，其特征在于，壳体(12)的壁厚为5mm，由SiO2制成，设有两个LED灯和第三开关。",
                  "(12|#5mm|=SiO2|*两|=LED|*第三");
  assert_anchors ("A pump, wherein the housing (12) has a wall of 5 mm made of SiO2, two LEDs and "
                  "a third switch.",
                  "(12|#5 mm|=SiO2|*two|=LEDs|*third");
  assert_anchors ("Pumpe, wobei das Gehäuse (12) eine Wand von 0,5 bis 1,25 mm aus SiO2, zwei LEDs "
                  "und einen dritten Schalter hat.",
                  "(12|#0,5|#1,25 mm|=SiO2|*zwei|=LEDs|*dritten");
  assert_anchors ("Pompe, le boîtier (12) ayant une paroi de 0,5 à 1,25 mm et deux premières "
                  "diodes.",
                  "(12|#0,5|#1,25 mm|*deux|*premières");
  assert_anchors ("Verbindung nach Anspruch 1, 1,3-Dichlorbenzol, 1,000 g, (107; U).", "#1,000 g");
}

static char *
dup_foreign (const char *text, guint number)
{
  g_autoptr (CsFolded) folded = cs_fold (text, strlen (text), CS_FOLD_CASE);
  g_autoptr (GArray) refs = cs_claim_refs_scan_foreign (folded, number);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < refs->len; i++)
    {
      const CsClaimRef *ref = &g_array_index (refs, CsClaimRef, i);

      g_string_append_printf (all, "%s%u-%u", i > 0 ? " " : "", ref->first, ref->last);
    }

  return g_string_free (all, FALSE);
}

static void
assert_foreign (const char *text, guint number, const char *expected)
{
  g_autofree char *refs = dup_foreign (text, number);

  g_assert_cmpstr (refs, ==, expected);
}

static void
test_foreign_references (void)
{
  assert_foreign ("Pumpe nach Anspruch 1, wobei", 2, "1-1");
  assert_foreign ("Pumpe nach einem der Ansprüche 1 bis 3 oder 5, 8 mm dick", 7, "1-3 5-5");
  assert_foreign ("Pumpe nach einem der vorhergehenden Ansprüche, wobei", 4, "1-3");
  assert_foreign ("Pompe selon l'une quelconque des revendications 1 à 3 et 4", 6, "1-3 4-4");
  assert_foreign ("Pompe selon la revendication 99999999999999999999", 2, "1-1");
  assert_foreign ("請求項１又は２に記載のポンプ", 3, "1-1 2-2");
  assert_foreign ("Anspruch", 1, "");
  assert_foreign ("", 1, "");
}

/* --- which claims are one --- */

static CsClaimSet *
read_claims (const char *const *claims)
{
  g_autoptr (CsDraft) draft = draft_fixture_new (claims, NULL);

  return cs_claim_set_new (draft);
}

/* Left and right claim of each pair by number: "1|1 3|2 +3". */
static char *
dup_pairs (CsClaimSet *left, CsClaimSet *right)
{
  g_autoptr (CsClaimComparison) comparison = cs_claim_comparison_new (left, right, FALSE);
  const GArray *pairs = cs_claim_comparison_get_pairs (comparison);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const CsClaimPair *pair = &g_array_index (pairs, CsClaimPair, i);

      g_string_append (all, i > 0 ? " " : "");
      if (pair->left != CS_NO_INDEX)
        g_string_append_printf (all, "%u", pair->left + 1);
      g_string_append (all, pair->kind == CS_PAIR_ABREAST ? "|" : "-");
      if (pair->right != CS_NO_INDEX)
        g_string_append_printf (all, "%u", pair->right + 1);
    }

  return g_string_free (all, FALSE);
}

/* @order: the claims of @right that are left, by number, ended by 0 */
static void
assert_pairs (const char *const *left,
              const char *const *right,
              const guint *order,
              const char *expected)
{
  g_autoptr (CsClaimSet) left_set = read_claims (left);
  g_autoptr (CsClaimSet) whole = read_claims (right);
  g_autoptr (GArray) indexes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (CsClaimSet) right_set = NULL;
  g_autofree char *pairs = NULL;
  g_autofree char *again = NULL;

  for (guint i = 0; order[i] != 0; i++)
    {
      guint index = order[i] - 1;

      g_array_append_val (indexes, index);
    }
  right_set = amended_claims_new (whole, indexes);
  pairs = dup_pairs (left_set, right_set);
  again = dup_pairs (left_set, right_set);
  g_assert_cmpstr (pairs, ==, expected);
  g_assert_cmpstr (again, ==, pairs);
}

static void
test_left_out (void)
{
  assert_pairs (dryer_zh, dryer_en,
                (const guint[]){ 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0 },
                "1|1 2|2 3|3 4|4 5|5 6|6 7|7 8|8 9|9 10|10 11|11 12|12 13|13 14|14 15|15");
  assert_pairs (dryer_zh, dryer_en,
                (const guint[]){ 1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0 },
                "1|1 2|2 3- 4- 5|3 6|4 7|5 8|6 9|7 10|8 11|9 12|10 13|11 14|12 15|13");
  assert_pairs (queue_zh, queue_en, (const guint[]){ 1, 2, 3, 5, 6, 7, 8, 9, 10, 0 },
                "1|1 2|2 3|3 4- 5|4 6|5 7|6 8|7 9|8 10|9");
  assert_pairs (queue_en, queue_zh, (const guint[]){ 1, 2, 3, 4, 7, 8, 9, 10, 0 },
                "1|1 2|2 3|3 4|4 5- 6- 7|5 8|6 9|7 10|8");
}

static void
test_moved (void)
{
  assert_pairs (dryer_zh, dryer_en,
                (const guint[]){ 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 2, 0 },
                "1|1 2|15 3|2 4|3 5|4 6|5 7|6 8|7 9|8 10|9 11|10 12|11 13|12 14|13 15|14");
}

/* More than can be compared with each other go by number, and it does not take long. */
static void
test_many (void)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();
  g_autoptr (CsClaimSet) set = NULL;
  g_autoptr (CsClaimComparison) comparison = NULL;
  const GArray *pairs;

  for (guint i = 0; i < 10000; i++)
    g_ptr_array_add (claims, (gpointer) "一种泵，包括壳体(1)；长度为5mm的轴(2)。");
  g_ptr_array_add (claims, NULL);
  set = read_claims ((const char *const *)claims->pdata);
  comparison = cs_claim_comparison_new (set, set, FALSE);
  pairs = cs_claim_comparison_get_pairs (comparison);
  g_assert_cmpuint (pairs->len, ==, 10000);
  for (guint i = 0; i < pairs->len; i++)
    g_assert_cmpuint (g_array_index (pairs, CsClaimPair, i).right, ==, i);
}

/* --- features --- */

/* "1:1 1:0 2:1" for how many features stand beside how many, and "; 5 mm / 8 mm" for what
 * differs. */
static char *
dup_features (const char *left, const char *right)
{
  g_autoptr (CsClaimSet) left_set = read_claims ((const char *const[]){ left, NULL });
  g_autoptr (CsClaimSet) right_set = read_claims ((const char *const[]){ right, NULL });
  g_autoptr (CsClaimComparison) comparison =
      cs_claim_comparison_new (left_set, right_set, FALSE);
  const CsClaimPair *pair =
      &g_array_index (cs_claim_comparison_get_pairs (comparison), CsClaimPair, 0);
  GString *all = g_string_new (NULL);
  gsize from = 0;

  g_assert_nonnull (pair->features);
  for (guint i = 0; i < pair->features->pairs->len; i++)
    {
      const CsFeaturePair *features = &g_array_index (pair->features->pairs, CsFeaturePair, i);

      g_assert_cmpuint (features->left.start, ==, from); /* all of the claim is there */
      from = features->left.end;
      g_string_append_printf (all, "%s%u:%u", i > 0 ? " " : "", features->n_left,
                              features->n_right);
    }
  g_assert_cmpuint (from, ==, strlen (left));
  for (guint i = 0; i < pair->features->differences->len; i++)
    {
      const CsAnchorDifference *difference =
          &g_array_index (pair->features->differences, CsAnchorDifference, i);
      g_autofree char *a = cs_claim_dup_range (cs_claim_set_get (left_set, 0), difference->left);
      g_autofree char *b = cs_claim_dup_range (cs_claim_set_get (right_set, 0), difference->right);

      g_string_append_printf (all, "; %s / %s", a, b);
    }

  return g_string_free (all, FALSE);
}

static void
assert_features (const char *left, const char *right, const char *expected)
{
  g_autofree char *features = dup_features (left, right);

  g_assert_cmpstr (features, ==, expected);
}

static void
test_features (void)
{
  static const char chinese[] = "一种泵，包括：壳体(1)；设置于壳体(1)内的转子(2)；长度为5mm的轴(3)；"
                                "以及用于驱动转子(2)的电机(4)。";

  assert_features (chinese,
                   "A pump, comprising: a housing (1); a rotor (2) arranged in the housing (1); a "
                   "shaft (3) with a length of 5 mm; and a motor (4) for driving the rotor (2).",
                   "1:1 1:1 1:1 1:1 1:1");
  assert_features (chinese,
                   "A pump, comprising: a housing (1); a rotor (2) arranged in the housing (1); a "
                   "shaft (3) with a length of 8 mm; and a motor (4) for driving the rotor (2).",
                   "1:1 1:1 1:1 1:1 1:1; 5mm / 8 mm");
  assert_features (chinese,
                   "A pump, comprising: a housing (1); a rotor (2) arranged in the housing (1); a "
                   "shaft with a length of 0.5 cm; and a motor (4) for driving the rotor (2).",
                   "1:1 1:1 1:1 1:1 1:1; 3 / ");
  assert_features (chinese,
                   "A pump, comprising: a housing (1); a rotor (2) arranged in the housing (1); "
                   "and a motor (4) for driving the rotor (2).",
                   "1:1 1:1 1:1 1:0 1:1");
}

static void
test_values (void)
{
  /* two is 2, and a sign that the other office does not want is no difference */
  assert_features ("一种泵，包括两个壳体(1)和温度为20～80℃的SiO2层。",
                   "A pump comprising 2 housings and a layer of SiO2 with a temperature of 20 to "
                   "80 °C.",
                   "2:1");
  assert_features ("一种泵，包括由SiO2制成的层，其温度为20～80℃。",
                   "A pump comprising a layer made of TiO2, a temperature of which is 20 to 90 °C.",
                   "3:1; SiO2 / TiO2; 80℃ / 90 °C");
  assert_features ("Pumpe mit einer Welle (2; 3), die 5 mm lang ist; und einem Motor (4; 5).",
                   "Pompe avec un arbre (2; 3) de 5 mm de longueur; et un moteur (4; 5).",
                   "1:1 1:1");
  assert_features ("Pumpe mit einer Welle von 0,5 mm Länge, 20 bis 80 °C.",
                   "Pompe avec un arbre d'une longueur de 0,5 mm, de 20 à 80 °C.", "1:1");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claim-abreast/anchors", test_anchors);
  g_test_add_func ("/claim-abreast/foreign-references", test_foreign_references);
  g_test_add_func ("/claim-abreast/left-out", test_left_out);
  g_test_add_func ("/claim-abreast/moved", test_moved);
  g_test_add_func ("/claim-abreast/many", test_many);
  g_test_add_func ("/claim-abreast/features", test_features);
  g_test_add_func ("/claim-abreast/values", test_values);

  return g_test_run ();
}
