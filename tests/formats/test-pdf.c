/* The text of PDFs, made here: in two languages, without text, broken, locked. */

#include <string.h>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "../../src/base/cs-error.h"
#include "../../src/base/cs-limits.h"
#include "../../src/formats/cs-pdf.h"

#define WIDTH 400
#define HEIGHT 300

static cairo_status_t
append (void *data, const unsigned char *bytes, unsigned n_bytes)
{
  g_byte_array_append (data, bytes, n_bytes);

  return CAIRO_STATUS_SUCCESS;
}

static void
draw_page (cairo_t *cr, const char *text)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Sans 12");

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (WIDTH - 40) * PANGO_SCALE);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, 20, 20);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
  g_object_unref (layout);
}

/* A PDF with a page for each of @texts; a page without text has a picture of a line. */
static GBytes *
make_pdf (const char *const *texts)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  for (; *texts != NULL; texts++)
    {
      if (**texts != '\0')
        draw_page (cr, *texts);
      else
        cairo_rectangle (cr, 10, 10, 50, 1);
      cairo_fill (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}

static char *
read_text (GBytes *bytes, guint *n_pages)
{
  g_autoptr (GError) error = NULL;
  char *text = cs_pdf_read_text (bytes, n_pages, NULL, &error);

  g_assert_no_error (error);

  return text;
}

static void
test_two_languages (void)
{
  static const char *const texts[] = { "审查意见通知书：权利要求1不具备创造性。",
                                       "The search report cites D1 against claim 1.", NULL };
  g_autoptr (GBytes) bytes = make_pdf (texts);
  guint n_pages = 0;
  g_autofree char *text = read_text (bytes, &n_pages);
  g_auto (GStrv) pages = g_strsplit (text, "\f", -1);

  g_assert_cmpuint (n_pages, ==, 2);
  g_assert_cmpuint (g_strv_length (pages), ==, 2);
  g_assert_nonnull (strstr (pages[0], "审查意见通知书"));
  g_assert_nonnull (strstr (pages[0], "创造性"));
  g_assert_nonnull (strstr (pages[1], "search report cites D1"));
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

/* A scan: there is a page, and no text, which is no fault. */
static void
test_without_text (void)
{
  static const char *const texts[] = { "", "", NULL };
  g_autoptr (GBytes) bytes = make_pdf (texts);
  guint n_pages = 0;
  g_autofree char *text = read_text (bytes, &n_pages);

  g_assert_cmpuint (n_pages, ==, 2);
  g_assert_cmpstr (text, ==, "");
}

static void
assert_refused (const char *pdf, CsError code)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (pdf, strlen (pdf));
  g_autoptr (GError) error = NULL;
  guint n_pages = 7;

  g_assert_null (cs_pdf_read_text (bytes, &n_pages, NULL, &error));
  g_assert_error (error, CS_ERROR, (int)code);
  g_assert_cmpuint (n_pages, ==, 7);
}

static void
test_broken (void)
{
  static const char *const texts[] = { "text", NULL };
  g_autoptr (GBytes) sound = make_pdf (texts);

  assert_refused ("", CS_ERROR_SYNTAX);
  assert_refused ("%PDF-1.4\ngarbage", CS_ERROR_SYNTAX);
  assert_refused ("no PDF at all", CS_ERROR_SYNTAX);
  for (gsize cut = 0; cut < g_bytes_get_size (sound); cut += 61)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (sound, 0, cut);
      g_autofree char *text G_GNUC_UNUSED = cs_pdf_read_text (part, NULL, NULL, NULL);
    }
}

#define PAGES "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
#define ONE_PAGE PAGES "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" \
                       "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"

/* 32 bytes that no password gives. */
#define KEY "<00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff>"

static void
test_password (void)
{
  assert_refused ("%PDF-1.4\n" ONE_PAGE
                  "4 0 obj<</Filter/Standard/V 1/R 2/P -4/O" KEY "/U" KEY ">>endobj\n"
                  "trailer<</Root 1 0 R/Encrypt 4 0 R/ID[" KEY KEY "]/Size 5>>\n",
                  CS_ERROR_UNSUPPORTED);
}

/* One page more than we take. */
static void
test_pages (void)
{
  g_autoptr (GString) pdf = g_string_new ("%PDF-1.4\n" PAGES "2 0 obj<</Type/Pages/Kids[");
  guint n_pages = CS_MAX_PDF_PAGES + 1;

  for (guint i = 0; i < n_pages; i++)
    g_string_append_printf (pdf, "%u 0 R ", i + 3);
  g_string_append_printf (pdf, "]/Count %u>>endobj\n", n_pages);
  for (guint i = 0; i < n_pages; i++)
    g_string_append_printf (
        pdf, "%u 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n", i + 3);
  g_string_append_printf (pdf, "trailer<</Root 1 0 R/Size %u>>\n", n_pages + 3);
  assert_refused (pdf->str, CS_ERROR_LIMIT);
}

static void
test_cancelled (void)
{
  static const char *const texts[] = { "text", NULL };
  g_autoptr (GBytes) bytes = make_pdf (texts);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancelled);
  g_assert_null (cs_pdf_read_text (bytes, NULL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
read_in_thread (gpointer data)
{
  return read_text (data, NULL);
}

/* Two threads at once get what one gets. */
static void
test_threads (void)
{
  static const char *const texts[] = { "一", "two", NULL };
  g_autoptr (GBytes) bytes = make_pdf (texts);
  g_autofree char *expected = read_text (bytes, NULL);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("pdf", read_in_thread, bytes);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *text = g_thread_join (threads[i]);

      g_assert_cmpstr (text, ==, expected);
    }
}

/* Asked by the sanitizer that looks for leaks: what the libraries keep that drew the PDFs. */
const char *__lsan_default_suppressions (void);

const char *
__lsan_default_suppressions (void)
{
  return "leak:libfontconfig.so\nleak:libcairo.so\nleak:libpango";
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/pdf/two-languages", test_two_languages);
  g_test_add_func ("/formats/pdf/without-text", test_without_text);
  g_test_add_func ("/formats/pdf/broken", test_broken);
  g_test_add_func ("/formats/pdf/password", test_password);
  g_test_add_func ("/formats/pdf/pages", test_pages);
  g_test_add_func ("/formats/pdf/cancelled", test_cancelled);
  g_test_add_func ("/formats/pdf/threads", test_threads);

  return g_test_run ();
}
