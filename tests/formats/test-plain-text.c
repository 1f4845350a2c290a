#include <string.h>

#include "../../src/base/cs-error.h"
#include "read-all.h"

/* What every form of zh.txt reads as. */
static void
assert_chinese (const CsDraft *draft)
{
  g_assert_cmpstr (draft->format, ==, "text");
  g_assert_cmpstr (draft->language, ==, "zh");
  g_assert_true (draft->complete);
  g_assert_cmpint (draft->request->office, ==, CS_OFFICE_CN);
  g_assert_cmpint (draft->request->type, ==, CS_TYPE_INVENTION);
  g_assert_cmpstr (draft->request->abstract_figure, ==, "图1");
  g_assert_cmpuint (draft->figures->len, ==, 1);
  assert_unit (draft, CS_PART_TITLE, 0, 0, "一种称量装置");
  assert_unit (draft, CS_PART_ABSTRACT, 0, 0, "本发明公开了一种称量装置。");
  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_CLAIMS), ==, 2);
  assert_unit (draft, CS_PART_CLAIMS, 0, 1,
               "一种称量装置，其特征在于，包括壳体(1)；\n和传感器(2)。");
  assert_unit (draft, CS_PART_CLAIMS, 1, 2,
               "根据权利要求1所述的称量装置，其特征在于，所述传感器的量程为1.5kg。");
  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_DESCRIPTION), ==, 6);
  assert_unit (draft, CS_PART_DESCRIPTION, 0, 0, "技术领域");
  g_assert_cmpint (cs_draft_get_unit (draft, CS_PART_DESCRIPTION, 0)->kind, ==, CS_UNIT_HEADING);
  assert_unit (draft, CS_PART_DESCRIPTION, 1, 1, "本发明涉及称量。");
  assert_unit (draft, CS_PART_DESCRIPTION, 3, 2, "现有的称量装置不准。");
}

static void
test_chinese (void)
{
  g_autoptr (GPtrArray) all = read_fixture ("zh.txt");

  assert_chinese (draft_at (all, 0));
  g_assert_cmpuint (draft_at (all, 0)->notes->len, ==, 0);
}

typedef struct
{
  const char *encoding;
  const char *mark;
  gsize n_mark;
  gboolean guessed;
} Form;

static const Form forms[] = {
  { "UTF-8", "\xef\xbb\xbf", 3, FALSE },
  { "UTF-16LE", "\xff\xfe", 2, FALSE },
  { "UTF-16BE", "\xfe\xff", 2, FALSE },
  { "UTF-16LE", "", 0, TRUE },
  { "UTF-16BE", "", 0, TRUE },
  { "GB18030", "", 0, TRUE },
  { "GBK", "", 0, TRUE },
};

static void
test_encodings (void)
{
  g_autofree char *path = fixture_path ("zh.txt");
  g_autofree char *utf8 = NULL;

  g_assert_true (g_file_get_contents (path, &utf8, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      gsize n_bytes;
      g_autofree char *body =
          g_convert (utf8, -1, forms[i].encoding, "UTF-8", NULL, &n_bytes, NULL);
      g_autoptr (GString) file = g_string_new_len (forms[i].mark, forms[i].n_mark);
      g_autoptr (GPtrArray) all = NULL;

      g_string_append_len (file, body, n_bytes);
      all = read_all_bytes (file->str, file->len);
      assert_chinese (draft_at (all, 0));
      g_assert_cmpuint (count_notes (draft_at (all, 0), "guessed-encoding"), ==, forms[i].guessed);
    }
}

static void
test_line_ends (void)
{
  static const char *const ends[] = { "\r\n", "\r", "\xe2\x80\xa8" };
  g_autofree char *path = fixture_path ("zh.txt");
  g_autofree char *unix_text = NULL;

  g_assert_true (g_file_get_contents (path, &unix_text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_auto (GStrv) lines = g_strsplit (unix_text, "\n", -1);
      g_autofree char *text = g_strjoinv (ends[i], lines);
      g_autoptr (GPtrArray) all = read_all_bytes (text, strlen (text));

      assert_chinese (draft_at (all, 0));
    }
}

static void
test_english (void)
{
  g_autoptr (GPtrArray) all = read_fixture ("en.txt");
  const CsDraft *draft = draft_at (all, 0);

  g_assert_cmpstr (draft->language, ==, "en");
  g_assert_cmpint (draft->request->office, ==, CS_OFFICE_US);
  g_assert_true (draft->complete);
  assert_unit (draft, CS_PART_TITLE, 0, 0, "WEIGHING DEVICE");
  assert_unit (draft, CS_PART_ABSTRACT, 0, 0, "A weighing device.");
  assert_unit (draft, CS_PART_DESCRIPTION, 0, 0, "TECHNICAL FIELD");
  assert_unit (draft, CS_PART_CLAIMS, 1, 2, "The device of claim 1, further comprising a lid.");
  g_assert_cmpuint (count_notes (draft, "double-number"), ==, 1);
}

static void
test_claims_alone (void)
{
  g_autoptr (GPtrArray) all = read_fixture ("claims.txt");
  const CsDraft *draft = draft_at (all, 0);

  g_assert_false (draft->complete);
  g_assert_null (draft->texts[CS_PART_DESCRIPTION]);
  g_assert_null (draft->texts[CS_PART_TITLE]);
  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_CLAIMS), ==, 2);
}

static const CsDraft *
read_string (GPtrArray **all, const char *text)
{
  *all = read_all_bytes (text, strlen (text));

  return draft_at (*all, 0);
}

static void
test_title_and_claims (void)
{
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_string (&all, "一种泵\n\n1. 一种泵，包括壳体。\n2. 根据权利要求1所述的泵。\n");

  assert_unit (draft, CS_PART_TITLE, 0, 0, "一种泵");
  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_CLAIMS), ==, 2);
}

static void
test_inline_title (void)
{
  g_autoptr (GPtrArray) zh = NULL;
  g_autoptr (GPtrArray) en = NULL;

  assert_unit (read_string (&zh, "发明名称：一种泵\n技术领域\n本发明涉及泵。\n"), CS_PART_TITLE, 0, 0,
               "一种泵");
  assert_unit (read_string (&en, "Title: Pump\nBACKGROUND\nPumps are known.\n"), CS_PART_TITLE, 0,
               0, "Pump");
}

/* As the front page of a publication prints it. */
static void
test_page_counts (void)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) other = NULL;

  assert_unit (read_string (&all, "权利要求书1页  说明书12页  附图2页一种泵\n技术领域\n本发明涉及泵。\n"),
               CS_PART_TITLE, 0, 0, "一种泵");
  assert_unit (read_string (&other, "权利要求书2页校对方法\n技术领域\n本发明涉及校对。\n"),
               CS_PART_TITLE, 0, 0, "校对方法");
}

static void
test_utility_model (void)
{
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_string (&all, "一种泵\n技术领域\n本实用新型涉及泵。\n");

  g_assert_cmpint (draft->request->type, ==, CS_TYPE_UTILITY_MODEL);
  g_assert_false (draft->complete);
}

static void
test_claims_without_numbers (void)
{
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_string (&all, "权利要求书\n一种泵，包括壳体。\n");

  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_CLAIMS), ==, 1);
  assert_unit (draft, CS_PART_CLAIMS, 0, 0, "一种泵，包括壳体。");
}

static void
test_one_broken_byte (void)
{
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_string (&all, "技术领域\n本发明涉及一种泵和一种\xff风机。\n");

  g_assert_cmpuint (count_notes (draft, "replaced-characters"), ==, 1);
  assert_unit (draft, CS_PART_DESCRIPTION, 1, 0, "本发明涉及一种泵和一种\xef\xbf\xbd风机。");
}

static void
test_western (void)
{
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_string (&all, "BACKGROUND\nA \x93sensor\x94 at 25 \xb0"
                                            "C is known.\n");

  g_assert_cmpuint (count_notes (draft, "guessed-encoding"), ==, 1);
  assert_unit (draft, CS_PART_DESCRIPTION, 1, 0, "A “sensor” at 25 °C is known.");
}

typedef struct
{
  const char *bytes;
  gsize n_bytes;
  CsError code;
} Refused;

static const Refused refused[] = {
  { "", 0, CS_ERROR_EMPTY },
  { " \n\r\n\t", 5, CS_ERROR_EMPTY },
  { "a\0b\0\0\0c\0\0d\0\1\2\3\4\5", 17, CS_ERROR_UNSUPPORTED },
  { "%PDF-1.7\n", 9, CS_ERROR_UNSUPPORTED },
  { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, CS_ERROR_UNSUPPORTED },
  { "{\\rtf1 x}", 9, CS_ERROR_UNSUPPORTED },
  { "{ \"a\": 1 }", 10, CS_ERROR_UNSUPPORTED },
  { "\xff\xd8\xff\xe0", 4, CS_ERROR_UNSUPPORTED },
  { "\x1f\x8b\x08\x00", 4, CS_ERROR_UNSUPPORTED },
  { "<html><p>a</p></html>", 21, CS_ERROR_UNSUPPORTED },
  { "<PATDOC/>", 9, CS_ERROR_EMPTY },
  { "<a:b xmlns:a='c'/>", 18, CS_ERROR_UNSUPPORTED },
  { "<sequence-cwu/>", 15, CS_ERROR_EMPTY },
  { "\xd6\xd0\xff\xff\x81\x20\xff\xff", 8, CS_ERROR_ENCODING },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GPtrArray) all = read_all_bytes (refused[i].bytes, refused[i].n_bytes);

      g_test_message ("%u: %s", i,
                      kept_at (all, 0)->error == NULL ? "read" : kept_at (all, 0)->error->message);
      g_assert_cmpuint (all->len, ==, 1);
      g_assert_error (kept_at (all, 0)->error, CS_ERROR, (int)refused[i].code);
    }
}

static void
test_no_such_file (void)
{
  g_autoptr (GPtrArray) all = read_fixture ("no-such-file");

  g_assert_cmpuint (all->len, ==, 1);
  g_assert_error (kept_at (all, 0)->error, CS_ERROR, CS_ERROR_IO);
}

static gboolean
stop_reading (const CsReadItem *item, gpointer data)
{
  guint *n_items = data;

  (*n_items)++;
  return FALSE;
}

static void
test_stopping (void)
{
  g_autofree char *path = fixture_path ("");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n_items = 0;

  g_assert_true (cs_read (path, &(CsReader){ stop_reading, &n_items }, NULL, NULL));
  g_assert_cmpuint (n_items, ==, 1);

  g_cancellable_cancel (cancellable);
  g_assert_false (cs_read (path, &(CsReader){ stop_reading, &n_items }, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n_items, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/text/chinese", test_chinese);
  g_test_add_func ("/formats/text/encodings", test_encodings);
  g_test_add_func ("/formats/text/line-ends", test_line_ends);
  g_test_add_func ("/formats/text/english", test_english);
  g_test_add_func ("/formats/text/claims-alone", test_claims_alone);
  g_test_add_func ("/formats/text/title-and-claims", test_title_and_claims);
  g_test_add_func ("/formats/text/inline-title", test_inline_title);
  g_test_add_func ("/formats/text/page-counts", test_page_counts);
  g_test_add_func ("/formats/text/utility-model", test_utility_model);
  g_test_add_func ("/formats/text/claims-without-numbers", test_claims_without_numbers);
  g_test_add_func ("/formats/text/one-broken-byte", test_one_broken_byte);
  g_test_add_func ("/formats/text/western", test_western);
  g_test_add_func ("/formats/text/refused", test_refused);
  g_test_add_func ("/formats/text/no-such-file", test_no_such_file);
  g_test_add_func ("/formats/text/stopping", test_stopping);

  return g_test_run ();
}
