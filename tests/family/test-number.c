#include "../../src/family/cs-number.h"
#include "../../src/law/cs-number-digit.h"

#include <string.h>

#define N_COLUMNS 11

/* --- the table --- */

typedef struct
{
  char **columns;
  CsNumberInput input;
} Example;

static const char *
get_column (const Example *example, guint column)
{
  const char *text = example->columns[column];

  return g_str_equal (text, "-") ? NULL : text;
}

static CsNumberForm
form_from_letter (char letter)
{
  switch (letter)
    {
    case 'd':
      return CS_NUMBER_DOCDB;
    case 'e':
      return CS_NUMBER_EPODOC;
    case 'o':
      return CS_NUMBER_ORIGINAL;
    default:
      return CS_NUMBER_VENDOR;
    }
}

static void
fill_input (Example *example)
{
  CsNumberInput *input = &example->input;

  input->role = example->columns[1][0] == 'p' ? CS_NUMBER_PUBLICATION :
                example->columns[1][0] == 'a' ? CS_NUMBER_APPLICATION :
                                                CS_NUMBER_PRIORITY;
  input->form = form_from_letter (example->columns[2][0]);
  input->country = get_column (example, 3);
  input->kind = get_column (example, 4);
  g_assert_true (cs_office_date_read (get_column (example, 5), &input->date));
  input->text = example->columns[6];
}

typedef void (*ExampleFunc) (const Example *example);

static guint
for_each_example (ExampleFunc func)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "family", "numbers.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);
      Example example = { columns };

      if (columns[0] == NULL || columns[0][0] == '\0' || columns[0][0] == '#')
        continue;
      g_assert_cmpuint (g_strv_length (columns), ==, N_COLUMNS);
      fill_input (&example);
      func (&example);
      n++;
    }
  return n;
}

static void
check_text (const Example *example, guint column, const char *got)
{
  if (g_str_equal (example->columns[column], "*") ||
      g_strcmp0 (get_column (example, column), got) == 0)
    return;
  g_test_message ("%s \"%s\": \"%s\" is wanted, \"%s\" found", example->columns[0],
                  example->input.text, example->columns[column], got == NULL ? "-" : got);
  g_test_fail ();
}

static void
check_example (const Example *example)
{
  static const char *const checks[] = { "-", "ok", "bad" };
  g_autoptr (CsNumber) number = cs_number_read (&example->input);

  check_text (example, 7, number->ambiguous ? "?" : number->key);
  check_text (example, 8, number->check == CS_NUMBER_CHECK_NONE ? NULL : checks[number->check]);
  check_text (example, 9, number->alias);
  check_text (example, 10, g_str_equal (number->printed, "-") ? NULL : number->printed);
  g_assert_cmpstr (number->raw, ==, example->input.text);
  g_assert_true (!number->ambiguous || number->key == NULL);
}

static void
test_table (void)
{
  g_assert_cmpuint (for_each_example (check_example), >=, 85);
}

/* --- whatever is read --- */

/* What a US number as printed does not tell, its year, the date beside it may or may not: then the
 * alias is the same. */
static gboolean
is_same (const CsNumber *a, const CsNumber *b)
{
  return g_strcmp0 (a->key, b->key) == 0 ||
         (a->alias != NULL && g_strcmp0 (a->alias, b->alias) == 0);
}

/* The canonical and the printed form of what was understood are understood as the same. */
static void
check_reads_again (const CsNumberInput *input)
{
  g_autoptr (CsNumber) number = cs_number_read (input);
  CsNumberInput again = { number->number, number->country, number->kind,
                          number->role, CS_NUMBER_DOCDB, number->date };
  g_autoptr (CsNumber) canonical = NULL;
  g_autoptr (CsNumber) printed = NULL;

  g_assert_nonnull (number->printed);
  g_assert_nonnull (number->kind);
  g_assert_true (g_utf8_validate (number->raw, -1, NULL));
  g_assert_true (g_utf8_validate (cs_number_get_id (number), -1, NULL));
  g_assert_cmpint (number->key == NULL, ==, number->number == NULL);
  if (number->key == NULL)
    return;
  canonical = cs_number_read (&again);
  again.text = number->printed;
  again.form = CS_NUMBER_ORIGINAL;
  printed = cs_number_read (&again);
  if (g_strcmp0 (canonical->key, number->key) != 0 || !is_same (number, printed))
    g_test_message ("\"%s\": key \"%s\", again \"%s\"; printed \"%s\", again \"%s\"", input->text,
                    number->key, canonical->key, number->printed, printed->key);
  g_assert_cmpstr (canonical->key, ==, number->key);
  g_assert_true (is_same (number, printed));
}

static void
check_example_reads_again (const Example *example)
{
  check_reads_again (&example->input);
}

static void
test_again (void)
{
  for_each_example (check_example_reads_again);
}

static const char *
pick (GRand *rand, const char *const *words)
{
  return words[g_rand_int_range (rand, 0, (gint32)g_strv_length ((char **)words))];
}

static char *
make_number (GRand *rand)
{
  static const char *const pieces[] = {
    "0", "1", "2", "7", "13", "19", "20", "2008", "000123", "1234567", "X",
    "A", "B2", "-", ".", "/", ",", " ", "PCT", "/", "US", "CN",
    "EP", "WO", "JP", "H", "S", "KR", "DE", "ZL", "平", "特開", "８",
    "(", ")", "RE", "PP", "I", "\xff", "\n", "TW", "GB", "D", "昭",
    "W", "P", "99", "00", "10-", "99999", "\xe5", "AT", NULL
  };
  GString *text = g_string_new (NULL);
  gint32 n = g_rand_int_range (rand, 0, 9);

  for (gint32 i = 0; i < n; i++)
    g_string_append (text, pick (rand, pieces));
  return g_string_free (text, FALSE);
}

static void
test_any_bytes (void)
{
  static const char *const countries[] = { "US", "CN", "EP", "WO", "JP", "KR", "DE",
                                           "TW", "GB", "AT", "??", "", "usa", NULL };
  static const char *const kinds[] = {
    "", "A", "A1", "B2", "W", "P", "U", "00", " A ", "XYZ", NULL
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 60000; i++)
    {
      g_autofree char *text = make_number (rand);
      CsNumberInput input = { text, pick (rand, countries), pick (rand, kinds) };

      if (g_rand_boolean (rand))
        input.country = NULL;
      input.role = (CsNumberRole)g_rand_int_range (rand, 0, CS_N_NUMBER_ROLES);
      input.form = (CsNumberForm)g_rand_int_range (rand, 0, CS_N_NUMBER_FORMS);
      input.date.year = (guint16)(g_rand_boolean (rand) ? g_rand_int_range (rand, 1990, 2025) : 0);
      check_reads_again (&input);
    }
}

static void
test_nothing (void)
{
  CsNumberInput input = { NULL };
  g_autofree char *long_text = g_strnfill (100000, '1');
  g_autoptr (CsNumber) empty = cs_number_read (&input);
  g_autoptr (CsNumber) endless = NULL;

  input.text = long_text;
  input.country = "US";
  endless = cs_number_read (&input);
  g_assert_cmpstr (empty->raw, ==, "");
  g_assert_null (empty->key);
  g_assert_null (endless->key);
  g_assert_cmpstr (endless->printed, ==, long_text);
}

static void
test_equal (void)
{
  CsNumberInput input = { "US2011/0002889A1", "US", "A1", CS_NUMBER_PUBLICATION,
                          CS_NUMBER_ORIGINAL };
  g_autoptr (CsNumber) cited = cs_number_read (&input);
  g_autoptr (CsNumber) published = NULL;
  g_autoptr (CsNumber) unread = NULL;

  input.text = "2011002889";
  input.form = CS_NUMBER_DOCDB;
  published = cs_number_read (&input);
  input.text = "US.2011002889.A1/";
  unread = cs_number_read (&input);
  g_assert_true (cs_number_equal (cited, published));
  g_assert_null (unread->key);
  g_assert_false (cs_number_equal (unread, published));
}

static void
test_digits (void)
{
  g_assert_cmpint (cs_number_check_digit_ep ("10167109"), ==, '7');
  g_assert_cmpint (cs_number_check_digit_ep ("23173822"), ==, '0');
  g_assert_cmpint (cs_number_check_digit_ep ("1016710"), ==, '\0');
  g_assert_cmpint (cs_number_check_digit_ep ("1016710X"), ==, '\0');
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/table", test_table);
  g_test_add_func ("/number/again", test_again);
  g_test_add_func ("/number/any-bytes", test_any_bytes);
  g_test_add_func ("/number/nothing", test_nothing);
  g_test_add_func ("/number/equal", test_equal);
  g_test_add_func ("/number/digits", test_digits);
  return g_test_run ();
}
