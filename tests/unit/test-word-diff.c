#include "../../src/language/cs-word-diff.h"

#include <string.h>

typedef struct
{
  const char *left;  /* what only it has stands in brackets */
  const char *right; /* the same */
} DiffCase;

static const DiffCase cases[] = {
  { "a housing", "a housing" },
  { "a [flexible ]housing", "a housing" },
  { "a  housing", "a housing" },
  { "a [diaphragm] dividing", "a [membrane] dividing" },
  { "[The] device [of] claim 1", "[A] device [according to] claim 1" },
  { "[a]", "" },
  { "", "[b]" },
  { "", "" },
  { "所述壳体[内]设有隔膜", "所述壳体设有[柔性]隔膜" },
  { "厚度为[0]毫米", "厚度为[5]毫米" },
  { "壳[体与盖]，", "壳[盖与底]，" },
  { "10⁻[⁷] mol", "10⁻[⁶] mol" },
};

/* The words of a case without brackets; where they stood goes to @ranges. */
static char *
strip (const char *text, GArray *ranges)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (*at == '[' || *at == ']')
      g_array_append_val (ranges, plain->len);
    else
      g_string_append_c (plain, *at);

  return g_string_free (plain, FALSE);
}

/* Blanks at the ends of a change are left to either side. */
static char *
mark (const char *text, const GArray *changes, gboolean left)
{
  GString *marked = g_string_new (text);

  for (guint i = changes->len; i-- > 0;)
    {
      const CsWordChange *change = &g_array_index (changes, CsWordChange, i);
      gsize start = left ? change->left_start : change->right_start;
      gsize end = left ? change->left_end : change->right_end;

      if (start == end)
        continue;
      g_string_insert_c (marked, (gssize)end, ']');
      g_string_insert_c (marked, (gssize)start, '[');
    }

  return g_string_free (marked, FALSE);
}

static char *
without_inner_blank (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ]", -1);

  return g_strjoinv ("] ", parts);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (gsize));
      g_autofree char *left = strip (cases[i].left, ranges);
      g_autofree char *right = strip (cases[i].right, ranges);
      g_autoptr (GArray) changes = cs_word_diff (left, strlen (left), right, strlen (right));
      g_autofree char *left_marked = mark (left, changes, TRUE);
      g_autofree char *right_marked = mark (right, changes, FALSE);
      g_autofree char *expected = without_inner_blank (cases[i].left);

      g_assert_cmpstr (left_marked, ==, expected);
      g_assert_cmpstr (right_marked, ==, cases[i].right);
    }
}

static GString *
write_anything (void)
{
  static const char *const words[] = { "壳", "体", "pump", "a ", "，", "12", " ", "the " };
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 30); n > 0; n--)
    g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);

  return text;
}

/* What is left when the changes are taken out is the same on both sides. */
static void
test_rest_is_equal (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) left = write_anything ();
      g_autoptr (GString) right = write_anything ();
      g_autoptr (GArray) changes =
          cs_word_diff (left->str, left->len, right->str, right->len);

      for (guint i = changes->len; i-- > 0;)
        {
          const CsWordChange *c = &g_array_index (changes, CsWordChange, i);

          g_string_erase (left, (gssize)c->left_start, (gssize)(c->left_end - c->left_start));
          g_string_erase (right, (gssize)c->right_start, (gssize)(c->right_end - c->right_start));
        }
      g_string_replace (left, " ", "", 0);
      g_string_replace (right, " ", "", 0);
      g_assert_cmpstr (left->str, ==, right->str);
    }
}

/* Nothing in common: bounded, and one change. */
static void
test_strangers (void)
{
  g_autoptr (GString) left = g_string_new (NULL);
  g_autoptr (GString) right = g_string_new (NULL);
  g_autoptr (GArray) changes = NULL;

  for (guint i = 0; i < 20000; i++)
    {
      g_string_append_printf (left, "l%u ", i);
      g_string_append_printf (right, "r%u ", i);
    }
  changes = cs_word_diff (left->str, left->len, right->str, right->len);
  g_assert_cmpuint (changes->len, ==, 1);
}

static double
get_likeness (const char *left, const char *right)
{
  g_autoptr (GHashTable) ids = cs_word_ids_new ();
  g_autoptr (GArray) left_bag = cs_word_bag_new (ids, left, strlen (left));
  g_autoptr (GArray) right_bag = cs_word_bag_new (ids, right, strlen (right));

  return cs_word_bag_likeness (left_bag, right_bag);
}

static void
test_likeness (void)
{
  g_assert_cmpfloat (get_likeness ("a b c", "c b a"), ==, 1);
  g_assert_cmpfloat (get_likeness ("a b", "c d"), ==, 0);
  g_assert_cmpfloat (get_likeness ("", ""), ==, 1);
  g_assert_cmpfloat_with_epsilon (get_likeness ("a a", "a"), 2 / 3.0, 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-diff/cases", test_cases);
  g_test_add_func ("/word-diff/rest-is-equal", test_rest_is_equal);
  g_test_add_func ("/word-diff/strangers", test_strangers);
  g_test_add_func ("/word-diff/likeness", test_likeness);

  return g_test_run ();
}
