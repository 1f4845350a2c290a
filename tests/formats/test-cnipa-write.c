#include <string.h>

#include "../../src/base/cs-error.h"
#include "../../src/objects/cs-raster.h"
#include "read-all.h"
#include "write-fixture.h"

#define FORMULA "<maths><math><mi>a</mi></math><img file=\"formula.png\"/></maths>"
#define TABLE "<tables><table><tgroup/></table></tables>"

/* A draft and its pictures. */
typedef struct
{
  CsDraftBuilder *builder;
  Pictures *pictures;
  CsDraft *draft;
} Fixture;

static void
add_description (CsDraftBuilder *builder)
{
  static const char *const headings[] = { "技术领域", "背景技术", "发明内容", "附图说明" };

  add_unit (builder, CS_PART_TITLE, CS_UNIT_PARAGRAPH, 0, "一种CO_{2}称量装置");
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      add_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_HEADING, 0, headings[i]);
      add_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_PARAGRAPH, i + 1,
                "图1是浓度<10^{-7}mol/L & *{粗体}的示意图；\n图2是电路图。");
    }
  add_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_HEADING, 0, "具体实施方式");
  add_object_unit (builder, CS_PART_DESCRIPTION, CS_OBJECT_FORMULA, FORMULA, "formula.png");
  add_object_unit (builder, CS_PART_DESCRIPTION, CS_OBJECT_TABLE, TABLE, "table.jpg");
  add_object_unit (builder, CS_PART_DESCRIPTION, CS_OBJECT_CHEMISTRY, NULL, "formula.png");
  add_object_unit (builder, CS_PART_DESCRIPTION, CS_OBJECT_IMAGE, NULL, "photo.tif");
}

static void
fixture_begin (Fixture *fixture, gconstpointer unused)
{
  fixture->builder = cs_draft_builder_new ("fixture", 0, "text");
  fixture->pictures = pictures_new ();
  pictures_add (fixture->pictures, "formula.png", "png", 300, 60, NULL);
  pictures_add (fixture->pictures, "table.jpg", "jpeg", 600, 300, "150");
  pictures_add (fixture->pictures, "photo.tif", "tiff", 600, 300, "300");
  pictures_add (fixture->pictures, "wide.png", "png", 3000, 1500, "400");
  add_unit (fixture->builder, CS_PART_CLAIMS, CS_UNIT_CLAIM, 1,
            "一种称量装置，其特征在于，压力P_{imax}为10^{5}Pa，包括：\n壳体(1)；\n传感器(2)。");
  add_unit (fixture->builder, CS_PART_CLAIMS, CS_UNIT_CLAIM, 2,
            "根据权利要求1所述的称量装置，其特征在于，还包括盖。");
  add_description (fixture->builder);
  add_unit (fixture->builder, CS_PART_ABSTRACT, CS_UNIT_PARAGRAPH, 0, "本发明公开了称量装置。");
  add_figure (fixture->builder, "图1", "wide.png");
  add_figure (fixture->builder, "图2", "table.jpg");
}

static void
fixture_end (Fixture *fixture, gconstpointer unused)
{
  g_clear_pointer (&fixture->builder, cs_draft_builder_free);
  g_hash_table_unref (fixture->pictures);
  g_clear_pointer (&fixture->draft, cs_draft_unref);
}

static CsWriteJob
job_of (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  if (fixture->draft == NULL)
    fixture->draft = cs_draft_builder_end (g_steal_pointer (&fixture->builder), &error);
  g_assert_no_error (error);

  return (CsWriteJob){
    .draft = fixture->draft, .load_image = pictures_load, .image_data = fixture->pictures
  };
}

static GBytes *
write_draft (Fixture *fixture)
{
  CsWriteJob job = job_of (fixture);
  g_autoptr (GError) error = NULL;
  GBytes *zip = cs_writer_write (&cs_cnipa_writer, &job, &error);

  g_assert_no_error (error);

  return zip;
}

static GArray *
preview (Fixture *fixture)
{
  CsWriteJob job = job_of (fixture);
  g_autoptr (GError) error = NULL;
  GArray *notes = cs_writer_preview (&cs_cnipa_writer, &job, &error);

  g_assert_no_error (error);

  return notes;
}

static GPtrArray *
read_back (GBytes *zip)
{
  gsize n_bytes;
  const char *bytes = g_bytes_get_data (zip, &n_bytes);

  return read_all_bytes (bytes, n_bytes);
}

static char *
dup_book (GBytes *zip, const char *name)
{
  g_autoptr (GBytes) bytes = zip_file (zip, name);

  g_assert_nonnull (bytes);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_round_trip (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) zip = write_draft (fixture);
  g_autoptr (GPtrArray) all = read_back (zip);

  g_assert_cmpuint (all->len, ==, 1);
  assert_same_content (fixture->draft, draft_at (all, 0), TRUE);
  g_assert_cmpuint (count_notes (draft_at (all, 0), "missing-image"), ==, 0);
}

static void
test_books (Fixture *fixture, gconstpointer unused)
{
  static const char claims[] =
      "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n"
      "<!DOCTYPE cn-application-body SYSTEM \"/dtdandxsl/cn-application-body-20080416.dtd\">\r\n"
      "<?xml-stylesheet type=\"text/xsl\" href=\"/dtdandxsl/showxml.xsl\"?>\r\n"
      "<cn-application-body lang=\"zh\" country=\"CN\">\r\n"
      "<cn-claims>\r\n"
      "<claim id=\"cl001\" num=\"1\"><claim-text>一种称量装置，其特征在于，压力P<sub>imax</sub>为"
      "10<sup>5</sup>Pa，包括：</claim-text>\r\n"
      "<claim-text>壳体(1)；</claim-text>\r\n"
      "<claim-text>传感器(2)。</claim-text></claim>\r\n"
      "<claim id=\"cl002\" num=\"2\"><claim-text>根据权利要求1所述的称量装置，其特征在于，还包括盖。"
      "</claim-text></claim>\r\n"
      "</cn-claims>\r\n"
      "</cn-application-body>\r\n";
  g_autoptr (GBytes) zip = write_draft (fixture);
  g_autofree char *book = dup_book (zip, "100001/100001.xml");
  g_autofree char *description = dup_book (zip, "100002/100002.xml");
  g_autofree char *drawings = dup_book (zip, "100003/100003.xml");

  g_assert_cmpstr (book, ==, claims);
  g_assert_nonnull (strstr (description, "<invention-title>一种CO<sub>2</sub>称量装置"));
  g_assert_nonnull (strstr (description, "<heading id=\"h0001\" level=\"2\">技术领域</heading>"));
  g_assert_nonnull (strstr (description, "<p id=\"p0001\" num=\"0001\" Italic=\"0\">图1是浓度&lt;10"
                                         "<sup>-7</sup>mol/L &amp; <b>粗体</b>的示意图；<br/>图2"));
  g_assert_nonnull (strstr (description, "<p id=\"p0005\" num=\"0005\" Italic=\"0\">"
                                         "<maths id=\"math0001\" num=\"0001\">"
                                         "<img id=\"idf0001\" file=\"100002_1.jpg\""));
  g_assert_nonnull (strstr (drawings, "<figure id=\"f0002\" num=\"0002\" figure-labels=\"图2\">"
                                      "<img id=\"if0002\" file=\"100003_2.jpg\" wi=\"102\" "
                                      "he=\"51\" img-content=\"drawing\" img-format=\"jpg\" "
                                      "orientation=\"portrait\" inline=\"no\"/></figure>\r\n"));
}

static void
test_same_bytes (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) first = write_draft (fixture);
  g_autoptr (GBytes) second = write_draft (fixture);

  g_assert_true (g_bytes_equal (first, second));
}

static CsRasterInfo
probe_file (GBytes *zip, const char *name)
{
  g_autoptr (GBytes) file = zip_file (zip, name);
  CsRasterInfo info;

  g_assert_nonnull (file);
  g_assert_true (cs_raster_probe (g_bytes_get_data (file, NULL), g_bytes_get_size (file), &info));

  return info;
}

static void
test_pictures (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) zip = write_draft (fixture);
  g_autoptr (GBytes) kept = zip_file (zip, "100002/100002_2.jpg");
  g_autoptr (GBytes) scan = zip_file (zip, "100002/100002_4.tif");
  CsRasterInfo converted = probe_file (zip, "100002/100002_1.jpg");
  CsRasterInfo wide = probe_file (zip, "100003/100003_1.jpg");

  g_assert_true (g_bytes_equal (kept, g_hash_table_lookup (fixture->pictures, "table.jpg")));
  g_assert_true (g_bytes_equal (scan, g_hash_table_lookup (fixture->pictures, "photo.tif")));
  g_assert_cmpint (converted.format, ==, CS_RASTER_JPEG);
  g_assert_cmpuint (converted.width_px, ==, 300);
  g_assert_cmpfloat (converted.dpi, ==, 96);
  g_assert_cmpuint (wide.width_px, ==, 2008); /* 170 mm at 300 dpi */
  g_assert_cmpuint (wide.height_px, ==, 1004);
  g_assert_cmpfloat (wide.dpi, ==, 300);
}

static void
test_told (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) notes = preview (fixture);

  g_assert_nonnull (find_note (notes, "formula-as-picture"));
  g_assert_nonnull (find_note (notes, "table-as-picture"));
  g_assert_null (find_note (notes, "chemistry-as-picture")); /* was no more than a picture before */
  g_assert_cmpstr (find_note (notes, "picture-converted")->detail, ==, "formula.png");
  g_assert_cmpuint (find_note (notes, "picture-converted")->n_places, ==, 2);
  g_assert_cmpstr (find_note (notes, "picture-fitted")->detail, ==, "wide.png");
  g_assert_null (find_note (notes, "picture-missing"));
  g_assert_null (find_note (notes, "paragraphs-renumbered"));
}

static void
assert_not_written (Fixture *fixture, const char *code, const char *name, CsError error_code)
{
  g_autoptr (GArray) notes = preview (fixture);
  const CsWriteNote *note = find_note (notes, code);
  CsWriteJob job = job_of (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) zip = cs_writer_write (&cs_cnipa_writer, &job, &error);

  g_assert_nonnull (note);
  g_assert_cmpint (note->grade, ==, CS_WRITE_REFUSED);
  g_assert_cmpstr (note->detail, ==, name);
  g_assert_null (zip);
  g_assert_error (error, CS_ERROR, (int)error_code);
  g_assert_nonnull (strstr (error->message, name));
}

static void
test_missing_picture (Fixture *fixture, gconstpointer unused)
{
  add_figure (fixture->builder, "图3", "nowhere.jpg");
  assert_not_written (fixture, "picture-missing", "nowhere.jpg", CS_ERROR_IO);
}

static void
test_broken_picture (Fixture *fixture, gconstpointer unused)
{
  pictures_add_bytes (fixture->pictures, "broken.png", "\x89PNG\r\n\x1a\n", 8);
  add_object_unit (fixture->builder, CS_PART_DESCRIPTION, CS_OBJECT_IMAGE, NULL, "broken.png");
  assert_not_written (fixture, "picture-unreadable", "broken.png", CS_ERROR_SYNTAX);
}

/* What has no picture, or one that nobody can draw, is drawn from its source. */
static void
test_drawn (Fixture *fixture, gconstpointer unused)
{
  static const char math[] = "<maths><math><mi>a</mi></math></maths>";
  g_autoptr (GArray) notes = NULL;
  g_autoptr (GBytes) zip = NULL;

  pictures_add_bytes (fixture->pictures, "broken.emf", "no picture", 10);
  add_object_unit (fixture->builder, CS_PART_ABSTRACT, CS_OBJECT_FORMULA, math, NULL);
  add_object_unit (fixture->builder, CS_PART_ABSTRACT, CS_OBJECT_FORMULA, math, "broken.emf");
  add_object_unit (fixture->builder, CS_PART_ABSTRACT, CS_OBJECT_FORMULA, math, "nowhere.png");
  notes = preview (fixture);
  g_assert_null (find_note (notes, "picture-missing"));
  g_assert_null (find_note (notes, "picture-unreadable"));
  zip = write_draft (fixture);
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("100004/100004_%u.jpg", i);

      g_assert_cmpfloat (probe_file (zip, name).dpi, ==, 300);
    }
}

/* As wide as the source says, in millimetres or as Word says it. */
static void
test_width (Fixture *fixture, gconstpointer unused)
{
  static const char *const payloads[] = {
    "<img file=\"formula.png\" he=\"6\" wi=\"30\"/>",
    "<w:drawing><wp:inline><wp:extent cx=\"1080000\" cy=\"216000\"/></wp:inline></w:drawing>",
    "<w:object><v:shape style=\"width:85.04pt;height:17pt\"/></w:object>",
  };
  g_autoptr (GBytes) zip = NULL;
  g_autofree char *abstract = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (payloads); i++)
    add_object_unit (fixture->builder, CS_PART_ABSTRACT, CS_OBJECT_IMAGE, payloads[i],
                     "formula.png");
  zip = write_draft (fixture);
  abstract = dup_book (zip, "100004/100004.xml");
  g_assert_nonnull (strstr (abstract, "_1.jpg\" wi=\"30\" he=\"6\""));
  g_assert_nonnull (strstr (abstract, "_2.jpg\" wi=\"30\" he=\"6\""));
  g_assert_nonnull (strstr (abstract, "_3.jpg\" wi=\"30\" he=\"6\""));
}

static void
test_overlapping_runs (Fixture *fixture, gconstpointer unused)
{
  CsTextBuilder *text;
  g_autoptr (GBytes) zip = NULL;
  g_autofree char *description = NULL;

  cs_draft_builder_begin_unit (fixture->builder, CS_PART_DESCRIPTION, CS_UNIT_PARAGRAPH);
  text = cs_draft_builder_get_text (fixture->builder, CS_PART_DESCRIPTION);
  cs_text_builder_append (text, "abcdef", 6);
  cs_text_builder_add_run (text, cs_text_builder_get_n_bytes (text) - 6,
                           cs_text_builder_get_n_bytes (text) - 2, CS_RUN_BOLD);
  cs_text_builder_add_run (text, cs_text_builder_get_n_bytes (text) - 4,
                           cs_text_builder_get_n_bytes (text), CS_RUN_SUP);
  cs_text_builder_add_run (text, cs_text_builder_get_n_bytes (text) - 3,
                           cs_text_builder_get_n_bytes (text) - 2, CS_RUN_SUB);
  cs_draft_builder_end_unit (fixture->builder, CS_PART_DESCRIPTION);
  zip = write_draft (fixture);
  description = dup_book (zip, "100002/100002.xml");
  g_assert_nonnull (
      strstr (description, "<b>ab<sup>c<sub>d</sub></sup></b><sup>ef</sup></p>"));
}

static void
test_cancelled (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  CsWriteJob job = job_of (fixture);
  g_autoptr (GError) error = NULL;

  job.cancellable = cancellable;
  g_cancellable_cancel (cancellable);
  g_assert_null (cs_writer_write (&cs_cnipa_writer, &job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Progress that stops the work at its first word. */
static void
stop_halfway (double fraction, gpointer cancellable)
{
  g_assert_cmpfloat (fraction, <, 0.5);
  g_cancellable_cancel (cancellable);
}

static void
test_cancelled_halfway (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  CsWriteJob job = job_of (fixture);
  g_autoptr (GError) error = NULL;

  job.cancellable = cancellable;
  job.progress = stop_halfway;
  job.progress_data = cancellable;
  g_assert_null (cs_writer_write (&cs_cnipa_writer, &job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
keep_fraction (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >, *last);
  *last = fraction;
}

static void
test_progress (Fixture *fixture, gconstpointer unused)
{
  double last = 0;
  CsWriteJob job = job_of (fixture);
  g_autoptr (GBytes) zip = NULL;

  job.progress = keep_fraction;
  job.progress_data = &last;
  zip = cs_writer_write (&cs_cnipa_writer, &job, NULL);
  g_assert_cmpfloat (last, ==, 1);
}

static void
test_empty (void)
{
  g_autoptr (CsDraftBuilder) builder = cs_draft_builder_new ("empty", 0, "text");
  g_autoptr (CsDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  CsWriteJob job = { 0 };

  add_unit (builder, CS_PART_TITLE, CS_UNIT_PARAGRAPH, 0, "一种称量装置");
  draft = cs_draft_builder_end (g_steal_pointer (&builder), NULL);
  job.draft = draft;
  g_assert_null (cs_writer_write (&cs_cnipa_writer, &job, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_EMPTY);
}

#define ADD(name, function) \
  g_test_add ("/formats/cnipa-write/" name, Fixture, NULL, fixture_begin, function, fixture_end)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("books", test_books);
  ADD ("same-bytes", test_same_bytes);
  ADD ("pictures", test_pictures);
  ADD ("told", test_told);
  ADD ("missing-picture", test_missing_picture);
  ADD ("broken-picture", test_broken_picture);
  ADD ("drawn", test_drawn);
  ADD ("width", test_width);
  ADD ("overlapping-runs", test_overlapping_runs);
  ADD ("cancelled", test_cancelled);
  ADD ("cancelled-halfway", test_cancelled_halfway);
  ADD ("progress", test_progress);
  g_test_add_func ("/formats/cnipa-write/empty", test_empty);

  return g_test_run ();
}
