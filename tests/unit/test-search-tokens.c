#include <string.h>

#include "../../src/language/cs-search-tokens.h"

/* --- what the tokens of a text are --- */

typedef struct
{
  const char *text;
  const char *tokens; /* with one space between them */
} Example;

static const Example examples[] = {
  { "", "" },
  { " ,;。！\n", "" },
  { "Lithium-Ion Battery", "lithium ion battery" },
  { "锂离子电池", "锂 离 子 电 池" },
  { "鋰離子電池與裝置", "锂 离 子 电 池 与 装 置" },
  { "后 後", "后 后" },
  { "5G网络的RRC连接", "5g 网 络 的 rrc 连 接" },
  { "Ｈ０１Ｍ１０／０５", "h01m10 05" },
  { "（１）一种“装置”", "1 一 种 装 置" },
  { "Müller, naïve; ŁÓDŹ", "muller naive łodz" },
  { "nai\xcc\x88ve", "naive" },
  { "Straße STRASSE", "strasse strasse" },
  { "H₂O 10⁻⁷ m²", "h2o 10 7 m2" },
  { "5㎏ ½ ㈱", "5kg 1 2 株" },
  { "µm Ω Å ℃", "μm ω a c" },
  { "ガラス ｶﾞﾗｽ ｶ", "ガ ラ ス ガ ラ ス カ" },
  { "か\xe3\x82\x99", "が" },
  { "データ", "デ ー タ" },
  { "배터리", "배 터 리" },
  { "\xe1\x84\x87\xe1\x85\xa2", "배" },
  { "Ёлка йод", "елка иод" },
  { "co\xc2\xad"
    "operate zero\xe2\x80\x8bwidth",
    "cooperate zerowidth" },
  { "𝐱² + 𠀀", "x2 𠀀" },
  { "人々 〇 ⼀ 﨑", "人 々 〇 一 﨑" },
  { "user's C++ a_b 3.5", "user s c a b 3 5" },
  { "bad\xff\xfe utf\xe4\xb8", "bad utf" },
};

static void
test_examples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *tokens =
          cs_search_tokens_join (examples[i].text, strlen (examples[i].text));

      g_assert_cmpstr (tokens, ==, examples[i].tokens);
    }
}

/* Every character folds to what folds to itself: an index would not be found again otherwise. */
static void
test_idempotent (void)
{
  for (gunichar c = 1; c < 0x30000; c++)
    {
      char text[8] = "";
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;

      if (!g_unichar_validate (c))
        continue;
      g_unichar_to_utf8 (c, text);
      once = cs_search_tokens_join (text, strlen (text));
      twice = cs_search_tokens_join (once, strlen (once));
      if (strcmp (once, twice) != 0)
        g_test_message ("U+%04X", c);
      g_assert_cmpstr (once, ==, twice);
    }
}

/* --- where tokens stand --- */

static gboolean
collect_span (const CsSearchToken *token, gpointer data)
{
  g_string_append_printf (data, "%s@%d-%d ", token->text, (int)token->start_byte,
                          (int)token->end_byte);

  return TRUE;
}

static void
test_spans (void)
{
  static const char text[] = "Zäh, 電池 ㎏ﾞｶﾞx";
  g_autoptr (GString) spans = g_string_new (NULL);

  g_assert_true (cs_search_tokens_each (text, strlen (text), collect_span, spans));
  g_assert_cmpstr (spans->str, ==, "zah@0-4 电@6-9 池@9-12 kg@13-16 ガ@19-25 x@25-26 ");
}

static gboolean
stop_at_second (const CsSearchToken *token, gpointer data)
{
  guint *n = data;

  return ++*n < 2;
}

static void
test_stop (void)
{
  static const char text[] = "a b 电 d";
  guint n = 0;

  g_assert_false (cs_search_tokens_each (text, strlen (text), stop_at_second, &n));
  g_assert_cmpuint (n, ==, 2);
}

/* A sequence of bases is one word, known by its beginning. */
static void
test_long_word (void)
{
  g_autofree char *text = g_strnfill (100000, 'A');
  g_autofree char *tokens = cs_search_tokens_join (text, strlen (text));

  g_assert_cmpuint (strlen (tokens), <=, CS_MAX_SEARCH_TOKEN);
  g_assert_cmpuint (strlen (tokens), >, CS_MAX_SEARCH_TOKEN / 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/search-tokens/examples", test_examples);
  g_test_add_func ("/language/search-tokens/idempotent", test_idempotent);
  g_test_add_func ("/language/search-tokens/spans", test_spans);
  g_test_add_func ("/language/search-tokens/stop", test_stop);
  g_test_add_func ("/language/search-tokens/long-word", test_long_word);

  return g_test_run ();
}
