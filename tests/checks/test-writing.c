#include <string.h>

#include "../../src/draft/cs-draft-builder.h"
#include "../../src/exam/cs-exam.h"
#include "../../src/language/cs-lexicon.h"
#include "../../src/law/cs-number-digit.h"

/* What the checks of words rest on, and what their examples cannot show: who knows words, digits
 * that follow from others, a draft without a dictionary, texts that are no texts. */

#define LIST(check)                                                                         \
  "<checklist id='t' office='US' types='invention' languages='zh en' edition='2026-01-01'>" \
  "<title>t</title><item id='US-T-1' check='" check "' severity='warning' since='1'>"       \
  "<title>t</title><basis law='cfr37' article='1.52' status='unverified'/></item></checklist>"

static CsDraft *
make_draft (const char *claim)
{
  CsDraftBuilder *builder = cs_draft_builder_new ("test", 0, "text");
  CsTextBuilder *text;
  g_autoptr (GError) error = NULL;
  CsDraft *draft;

  cs_draft_builder_begin_unit (builder, CS_PART_CLAIMS, CS_UNIT_CLAIM);
  text = cs_draft_builder_get_text (builder, CS_PART_CLAIMS);
  cs_text_builder_append (text, claim, strlen (claim));
  cs_draft_builder_end_unit (builder, CS_PART_CLAIMS);
  draft = cs_draft_builder_end (builder, &error);
  g_assert_no_error (error);

  return draft;
}

static CsExamResult *
examine (const char *list, const char *claim, CsSpeller *speller)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (list, strlen (list));
  g_autoptr (CsDraft) draft = make_draft (claim);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsChecklist) checklist = cs_checklist_new (bytes, &error);
  CsExamInputs inputs = { .speller = speller };
  CsExamResult *result;

  g_assert_no_error (error);
  result = cs_exam_run (draft, &checklist, 1, &inputs, NULL, &error);
  g_assert_no_error (error);

  return result;
}

/* --- who knows words --- */

static gboolean
knows (CsSpeller *speller, const char *word)
{
  return cs_speller_knows (speller, word, strlen (word));
}

static void
test_speller_words (void)
{
  static const char *const own[] = { "Glorpwick", "", NULL };
  static const char *const known[] = { "pump", "impellers", "rotatably", "sidewall",
                                       "cryocooled", "colour", "labelled", "glorpwick",
                                       "tetrafluoroethylene", NULL };
  static const char *const unknown[] = { "mountted", "presure", "plurallity", "qqqq", "teh", NULL };
  g_autoptr (CsSpeller) speller = cs_speller_new (NULL, own);

  if (speller == NULL)
    {
      g_test_skip ("no dictionary of English here");
      return;
    }
  for (guint i = 0; known[i] != NULL; i++)
    if (!knows (speller, known[i]))
      g_error ("\"%s\" is not known", known[i]);
  for (guint i = 0; unknown[i] != NULL; i++)
    if (knows (speller, unknown[i]))
      g_error ("\"%s\" is known", unknown[i]);
}

static void
test_speller_near (void)
{
  g_autoptr (CsSpeller) speller = cs_speller_new (NULL, NULL);
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) unused = NULL;
  g_auto (GStrv) near = NULL;
  g_auto (GStrv) none = NULL;

  if (speller == NULL)
    {
      g_test_skip ("no dictionary of English here");
      return;
    }
  unused = cs_speller_find_near (speller, "pintlle", strlen ("pintlle"), used);
  g_assert_false (g_strv_contains ((const char *const *)unused, "pintle"));
  g_hash_table_add (used, (gpointer) "pintle");
  near = cs_speller_find_near (speller, "pintlle", strlen ("pintlle"), used);
  g_assert_true (g_strv_contains ((const char *const *)near, "pintle"));
  none = cs_speller_find_near (speller, "wqxjzkvw", strlen ("wqxjzkvw"), used);
  g_assert_null (none[0]);
  g_assert_true (cs_speller_is_common ("comprising"));
  g_assert_false (cs_speller_is_common ("comprsing"));
}

static void
test_speller_missing (void)
{
  g_autoptr (CsExamResult) result = examine (LIST ("spelling"), "A pump, mountted.", NULL);
  const CsItemResult *item = &g_array_index (result->items, CsItemResult, 0);

  g_assert_null (cs_speller_new ("/no/such/folder", NULL));
  g_assert_cmpint (item->state, ==, CS_ITEM_NOT_RUN);
  g_assert_cmpstr (item->reason, ==, "no-dictionary");
}

/* --- lists and numbers --- */

static gboolean
matches (const char *text, gsize at)
{
  g_autoptr (CsFolded) folded = cs_fold (text, strlen (text), CS_FOLD_CASE);
  CsLexiconHit hit;

  return cs_lexicon_match (cs_lexicon_get ("units.en"), folded, at, &hit);
}

static void
test_match (void)
{
  g_assert_true (matches ("5kHz", 1));
  g_assert_true (matches ("5 inches", 2));
  g_assert_false (matches ("5inchesx", 1));
  g_assert_false (matches ("5 foot pedal", 2)); /* a stop */
  g_assert_false (matches ("5", 1));
}

static void
test_check_digit (void)
{
  g_assert_cmpint (cs_number_check_digit_cn ("201810392222"), ==, '0');
  g_assert_cmpint (cs_number_check_digit_cn ("201010241222"), ==, '4');
  g_assert_cmpint (cs_number_check_digit_cn ("201810393238"), ==, '3');
  g_assert_cmpint (cs_number_check_digit_cn ("2018103932"), ==, '\0');
  g_assert_cmpint (cs_number_check_digit_cn ("20181039323x"), ==, '\0');
  g_assert_cmpint (cs_number_check_digit_cn (""), ==, '\0');
}

/* --- texts that are none --- */

static void
repeat (const char *piece, guint n_times)
{
  static const char *const lists[] = {
    LIST ("typos"),
    LIST ("units"),
    LIST ("trademarks"),
    LIST ("placeholders"),
    LIST ("citations"),
    LIST ("sequences"),
    LIST ("spelling"),
    LIST ("foreign-words"),
  };
  g_autoptr (CsSpeller) speller = cs_speller_new (NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_times; i++)
    g_string_append (text, piece);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (CsExamResult) result = examine (lists[i], text->str, speller);

      g_assert_cmpuint (result->findings->len, <=, 10000);
    }
}

/* Ends at all, and within the time that the runner of tests gives. */
static void
test_bounded (void)
{
  repeat ("(", 100000);
  repeat ("[ ] ", 20000);
  repeat ("acgt", 50000);
  repeat ("Ala", 50000);
  repeat ("xx/", 50000);
  repeat ("5,5 5oC 3 inches ", 10000);
  repeat ("the the ", 20000);
  repeat ("型号为AB1，所属的", 10000);
  repeat ("，。“、", 20000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writing/speller/words", test_speller_words);
  g_test_add_func ("/writing/speller/near", test_speller_near);
  g_test_add_func ("/writing/speller/missing", test_speller_missing);
  g_test_add_func ("/writing/lexicon-match", test_match);
  g_test_add_func ("/writing/check-digit", test_check_digit);
  g_test_add_func ("/writing/bounded", test_bounded);

  return g_test_run ();
}
