#include <string.h>

#include "../../src/base/cs-position.h"
#include "../../src/language/cs-dictionary.h"
#include "../../src/language/cs-lexicon-set.h"
#include "../../src/language/cs-scan.h"
#include "../../src/language/cs-word-count.h"

/* --- folding --- */

static void
assert_folds (const char *text, const char *expected)
{
  g_autoptr (CsFolded) folded = cs_fold (text, strlen (text), CS_FOLD_CASE);

  g_assert_cmpstr (folded->text, ==, expected);
  g_assert_cmpuint (folded->n_bytes, ==, strlen (expected));
  g_assert_cmpuint (folded->map[folded->n_bytes], ==, strlen (text));
}

static void
test_fold (void)
{
  assert_folds ("（１）Ａ～Ｂ", "(1)a~b");
  assert_folds ("1–5—6", "1-5-6");
  assert_folds ("a\u200bb\u3000c", "ab c");
  assert_folds ("m²与m2", "m²与m2");
  assert_folds ("", "");
}

/* Every byte of the folded text leads back to the character it came from, and from there again. */
static void
test_fold_map (void)
{
  static const char text[] = "泵（１０）\u200b，约５mm";
  g_autoptr (CsFolded) folded = cs_fold (text, strlen (text), CS_FOLD_DEFAULT);
  const char *bracket = strchr (folded->text, '(');

  g_assert_cmpuint (folded->map[bracket - folded->text], ==, strlen ("泵"));
  for (gsize i = 0; i < folded->n_bytes; i++)
    {
      g_assert_cmpuint (folded->map[i], <, strlen (text));
      g_assert_cmpuint (folded->map[i], <, folded->map[i + 1]);
      g_assert_cmpuint (cs_folded_find (folded, folded->map[i]), ==, i);
    }
}

/* The head of a text never ends within a character. */
static void
test_fold_head (void)
{
  static const char text[] = "ab泵泵";

  for (gsize max = 0; max <= strlen (text) + 1; max++)
    {
      g_autoptr (CsFolded) folded = cs_fold_head (text, strlen (text), max, CS_FOLD_DEFAULT);

      g_assert_true (g_utf8_validate (folded->text, folded->n_bytes, NULL));
      g_assert_true (g_str_has_prefix (text, folded->text));
      g_assert_cmpuint (folded->n_bytes, <=, max);
      g_assert_cmpuint (folded->n_bytes + 3, >, MIN (max, strlen (text)));
    }
}

/* A text that ends within a character is folded up to it. */
static void
test_fold_cut (void)
{
  static const char cut[] = { 'a', (char)0xe6, (char)0xb3 };
  g_autofree char *text = g_memdup2 (cut, sizeof cut); /* on the heap, where a read beyond shows */
  g_autoptr (CsFolded) folded = cs_fold (text, sizeof cut, CS_FOLD_DEFAULT);

  g_assert_cmpstr (folded->text, ==, "a");
}

/* --- lexicons --- */

static void
assert_words (const char *text, const char *expected)
{
  g_autoptr (CsFolded) folded = cs_fold (text, strlen (text), CS_FOLD_CASE);
  gboolean chinese = (guchar)text[0] >= 0x80;
  const CsLexicon *lexicon = cs_lexicon_get (chinese ? "claim-wording.zh" : "claim-wording.en");
  g_autoptr (GArray) hits = cs_lexicon_find (lexicon, folded);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const CsLexiconHit *hit = &g_array_index (hits, CsLexiconHit, i);

      g_string_append_printf (found, "%s%s:%.*s", i == 0 ? "" : " ", hit->kind,
                              (int)(hit->end - hit->start), folded->text + hit->start);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_lexicon (void)
{
  assert_words ("例如铜，优选地为紫铜", "exemplary:例如 preference:优选地");
  assert_words ("约束件、接近开关、等离子体、相等", "");
  assert_words ("厚度约5mm", "approximation:约");
  assert_words ("for example, suchlike and such as copper",
                "exemplary:for example exemplary:such as");
  assert_words ("consisting essentially of water", "");
}

/* Each list of a set finds what it finds alone, stop terms and all. */
static void
assert_set (const CsLexicon *const *lexicons, guint n_lexicons, const char *text)
{
  g_autoptr (CsLexiconSet) set = cs_lexicon_set_new (lexicons, n_lexicons);
  g_autoptr (CsFolded) folded = cs_fold (text, strlen (text), CS_FOLD_CASE);
  g_autoptr (GArray) found = cs_lexicon_set_find (set, folded);

  for (guint list = 0; list < n_lexicons; list++)
    {
      g_autoptr (GArray) alone = cs_lexicon_find (lexicons[list], folded);
      guint n = 0;

      for (guint i = 0; i < found->len; i++)
        {
          const CsLexiconSetHit *hit = &g_array_index (found, CsLexiconSetHit, i);

          if (hit->list != list)
            continue;
          g_assert_cmpuint (n, <, alone->len);
          g_assert_cmpmem (&hit->hit, sizeof hit->hit, &g_array_index (alone, CsLexiconHit, n),
                           sizeof hit->hit);
          n++;
        }
      g_assert_cmpuint (n, ==, alone->len);
    }
}

static void
test_lexicon_set (void)
{
  static const char *const names[] = { "claim-wording.zh", "claim-wording.en", "breadth.zh",
                                       "breadth.en", "typos.zh", "strait.zh", "units",
                                       "triggers.en" };
  static const char *const pieces[] = { "例如", "约束件", "优选地为", "约", "大约5mm", "such as ", "suchlike ",
                                        "for example", "consisting essentially of ", "software",
                                        "，", " ", "甲", "a", "阀值", "程式", "至少一个", "only ", "5" };
  const CsLexicon *lexicons[G_N_ELEMENTS (names)];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    lexicons[i] = cs_lexicon_get (names[i]);
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < 30; i++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      assert_set (lexicons, G_N_ELEMENTS (lexicons), text->str);
    }
  assert_set (lexicons, G_N_ELEMENTS (lexicons), "");
}

/* A resource that is not there gives an empty list, not a crash. */
static void
test_lexicon_missing (void)
{
  g_autoptr (CsFolded) folded = cs_fold ("例如", strlen ("例如"), CS_FOLD_DEFAULT);
  g_autoptr (GArray) hits = cs_lexicon_find (cs_lexicon_get ("no-such-list"), folded);

  g_assert_cmpuint (hits->len, ==, 0);
}

/* --- counting --- */

static void
test_counts (void)
{
  CsCharCount count = cs_char_count ("一种LED灯，10W。");

  g_assert_cmpuint (count.strict, ==, 11);
  g_assert_cmpuint (count.lower, ==, 9);
  g_assert_cmpuint (cs_char_count ("").strict, ==, 0);
  g_assert_cmpuint (cs_word_count ("A pump, 5 mm wide, isn't state-of-the-art."), ==, 7);
  g_assert_cmpuint (cs_word_count ("An auto-correction, 0.5 – 1 mm (see A/B)."), ==, 7);
  g_assert_cmpuint (cs_word_count (""), ==, 0);
  g_assert_cmpuint (cs_word_count (" .,; "), ==, 0);
}

static void
test_positions (void)
{
  static const char text[] = "泵a轮";

  g_assert_cmpuint (cs_position_to_chars (text, strlen (text), 4), ==, 2);
  g_assert_cmpuint (cs_position_to_chars (text, strlen (text), 100), ==, 3);
  g_assert_cmpuint (cs_position_to_bytes (text, strlen (text), 2), ==, 4);
  g_assert_cmpuint (cs_position_to_bytes (text, strlen (text), 100), ==, strlen (text));
}

/* --- scanning --- */

static void
test_scan (void)
{
  static const char *const words[] = { "权利要求书", "权利要求", NULL };
  gsize at = 0;
  guint number = 0;

  g_assert_cmpuint (cs_scan_any ("权利要求书1", 0, words), ==, strlen ("权利要求书"));
  g_assert_cmpuint (cs_scan_any ("权利", 0, words), ==, 0);
  g_assert_cmpuint (cs_scan_any_before ("按权利要求1", strlen ("按权利要求"), words), ==,
                    strlen ("权利要求"));
  g_assert_cmpuint (cs_scan_any_before ("求", strlen ("求"), words), ==, 0);
  g_assert_cmpuint (cs_scan_any_before ("", 0, words), ==, 0);
  g_assert_true (cs_scan_number ("123x", &at, 999, &number));
  g_assert_cmpuint (at, ==, 3);
  g_assert_cmpuint (number, ==, 123);
  at = 0;
  g_assert_false (cs_scan_number ("4294967297", &at, G_MAXUINT / 20, &number));
  g_assert_false (cs_scan_number ("0", &at, 9, &number));
  g_assert_cmpuint (at, ==, 0);
  g_assert_cmpuint (cs_scan_spaces (" \t\nx", 0), ==, 3);
}

/* --- dictionaries --- */

static guint
look_up (const char *language, const char *word)
{
  return cs_dictionary_lookup (cs_dictionary_get (language), word, strlen (word));
}

static void
test_dictionary_chinese (void)
{
  g_assert_cmpint (cs_word_zh_class (look_up ("zh", "壳体")), ==, CS_WORD_NOUN);
  g_assert_cmpint (cs_word_zh_class (look_up ("zh", "安装")), ==, CS_WORD_VERB);
  g_assert_cmpuint (cs_word_zh_cost (look_up ("zh", "的")), <,
                    cs_word_zh_cost (look_up ("zh", "壳体")));
  g_assert_cmpuint (look_up ("zh", "壳体叶轮"), ==, 0);
  g_assert_cmpuint (look_up ("zh", ""), ==, 0);
  g_assert_cmpuint (look_up ("zh", "x"), ==, 0);
}

static void
test_dictionary_english (void)
{
  guint rack = look_up ("en", "rack");

  g_assert_cmpuint (rack & CS_WORD_EN_NOUN, !=, 0);
  g_assert_cmpuint (rack & CS_WORD_EN_VERB, !=, 0);
  g_assert_cmpuint (look_up ("en", "housing") & CS_WORD_EN_NOUN, !=, 0);
  g_assert_cmpuint (cs_word_en_verb_count (look_up ("en", "make")), >,
                    cs_word_en_noun_count (look_up ("en", "make")));
  g_assert_cmpuint (look_up ("en", "rotatably"), !=, CS_WORD_EN_NOUN);
  g_assert_cmpuint (look_up ("en", "Housing"), ==, 0); /* lower case only */
  g_assert_cmpuint (look_up ("en", "qqqq"), ==, 0);
}

/* All words that begin at a place are met on one walk. */
static void
test_dictionary_walk (void)
{
  CsDictionaryWalk walk = cs_dictionary_begin (cs_dictionary_get ("zh"));
  guint n_words = 0;
  guint value;

  for (const char *at = "连接件"; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (!cs_dictionary_step (&walk, g_utf8_get_char (at), &value))
        break;
      n_words += value != 0;
    }
  g_assert_cmpuint (n_words, ==, 3); /* 连 连接 连接件 */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/fold/text", test_fold);
  g_test_add_func ("/language/fold/map", test_fold_map);
  g_test_add_func ("/language/fold/head", test_fold_head);
  g_test_add_func ("/language/fold/cut", test_fold_cut);
  g_test_add_func ("/language/lexicon/words", test_lexicon);
  g_test_add_func ("/language/lexicon/set", test_lexicon_set);
  g_test_add_func ("/language/lexicon/missing", test_lexicon_missing);
  g_test_add_func ("/language/counts", test_counts);
  g_test_add_func ("/language/positions", test_positions);
  g_test_add_func ("/language/scan", test_scan);
  g_test_add_func ("/language/dictionary/zh", test_dictionary_chinese);
  g_test_add_func ("/language/dictionary/en", test_dictionary_english);
  g_test_add_func ("/language/dictionary/walk", test_dictionary_walk);

  return g_test_run ();
}
