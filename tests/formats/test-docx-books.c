/* What the lines of Word files belong to: books by headings, by page headers, by names of files;
 * drawings and their labels; and where the words of a draft stand in the file. */

#include <string.h>

#include <glib/gstdio.h>

#include "../../src/formats/docx/cs-docx-private.h"
#include "make-docx.h"

#define HEADER_SPACE "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define SECTION(header)                                                        \
  "<w:p><w:pPr><w:sectPr><w:headerReference w:type=\"default\" r:id=\"" header \
  "\"/></w:sectPr></w:pPr></w:p>"
#define LAST_SECTION(header) \
  "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"" header "\"/></w:sectPr>"

static void
assert_whole (const CsDraft *draft)
{
  g_assert_cmpstr (draft->format, ==, "docx");
  g_assert_true (draft->complete);
  assert_unit (draft, CS_PART_TITLE, 0, 0, "一种泵");
  assert_unit (draft, CS_PART_CLAIMS, 0, 1, "一种泵，包括壳体。");
  assert_unit (draft, CS_PART_CLAIMS, 1, 2, "根据权利要求1所述的泵。");
  assert_unit (draft, CS_PART_DESCRIPTION, 0, 0, "技术领域");
  assert_unit (draft, CS_PART_DESCRIPTION, 1, 0, "本发明涉及泵。");
  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_DESCRIPTION), ==, 2);
  assert_unit (draft, CS_PART_ABSTRACT, 0, 0, "本发明公开了一种泵。");
  g_assert_cmpint (draft->request->office, ==, CS_OFFICE_CN);
}

#define ABSTRACT P ("本发明公开了一种泵。")
#define CLAIMS P ("1. 一种泵，包括壳体。") P ("2. 根据权利要求1所述的泵。")
#define DESCRIPTION P ("一种泵") P ("技术领域") P ("本发明涉及泵。")

static void
test_headings (void)
{
  g_autoptr (GPtrArray) all = NULL;

  assert_whole (read_body (P ("说 明 书 摘 要") ABSTRACT P ("权利要求书") CLAIMS P ("说明书") DESCRIPTION,
                           &all));
}

static MakeZipEntry
make_header (const char *name, const char *words, char **content)
{
  *content = g_strdup_printf ("<w:hdr " HEADER_SPACE "><w:p><w:r><w:t>%s</w:t></w:r><w:r><w:tab/>"
                              "</w:r><w:r><w:t>1</w:t></w:r></w:p></w:hdr>",
                              words);

  return (MakeZipEntry){ name, *content, strlen (*content), NULL };
}

static const char header_relations[] = RELATION ("h1", "header", "h1.xml")
    RELATION ("h2", "header", "h2.xml") RELATION ("h3", "header", "h3.xml");

#define FIRST_TWO ALL4 (ABSTRACT, SECTION ("h1"), CLAIMS, SECTION ("h2"))

static void
test_page_headers (void)
{
  char *contents[3];
  MakeZipEntry parts[] = { make_header ("text/h1.xml", "说明书摘要", &contents[0]),
                           make_header ("text/h2.xml", "权 利 要 求 书", &contents[1]),
                           make_header ("text/h3.xml", "说明书", &contents[2]) };
  MakeDocx bare = { .body = ALL3 (FIRST_TWO, DESCRIPTION, LAST_SECTION ("h3")),
                    .relations = header_relations,
                    .parts = parts,
                    .n_parts = G_N_ELEMENTS (parts) };
  MakeDocx doubled = bare;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;

  assert_whole (read_docx (&bare, &first));
  /* The name of the book may stand in the text too. */
  doubled.body = ALL4 (FIRST_TWO, P ("说明书"), DESCRIPTION, LAST_SECTION ("h3"));
  assert_whole (read_docx (&doubled, &second));
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    g_free (contents[i]);
}

/* Pages may be counted right behind the name. */
static void
test_counted_header (void)
{
  static const char *const names[] = { "说 明 书1/3", "说明书第1页", "说明书1/3页" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      char *contents[3];
      MakeZipEntry parts[] = { make_header ("text/h1.xml", "说明书摘要", &contents[0]),
                               make_header ("text/h2.xml", "权利要求书1/2", &contents[1]),
                               make_header ("text/h3.xml", names[i], &contents[2]) };
      MakeDocx source = { .body = ALL3 (FIRST_TWO, DESCRIPTION, LAST_SECTION ("h3")),
                          .relations = header_relations,
                          .parts = parts,
                          .n_parts = G_N_ELEMENTS (parts) };
      g_autoptr (GPtrArray) all = NULL;

      assert_whole (read_docx (&source, &all));
      for (guint j = 0; j < G_N_ELEMENTS (contents); j++)
        g_free (contents[j]);
    }
}

/* A table of one column around a page is no table of the text. */
static void
test_frame (void)
{
  g_autoptr (GPtrArray) all = NULL;

  assert_whole (read_body ("<w:tbl><w:tr><w:tc>" P ("说明书摘要") ABSTRACT P ("权利要求书") CLAIMS
                           "</w:tc></w:tr></w:tbl>" P ("说明书") DESCRIPTION,
                           &all));
}

/* --- drawings --- */

#define LABEL(text) P (text)
#define SHOWN(id) "<w:p>" PICTURE (id) "</w:p>"

static const MakeZipEntry pictures[] = {
  { "text/media/a.png", "\x89PNG\r\n\x1a\n1", 9, NULL },
  { "text/media/b.png", "\x89PNG\r\n\x1a\n2", 9, NULL },
  { "text/media/c.png", "\x89PNG\r\n\x1a\n3", 9, NULL },
};

static const char picture_relations[] = RELATION ("a", "image", "media/a.png")
    RELATION ("b", "image", "media/b.png") RELATION ("c", "image", "media/c.png");

static void
assert_figures (const char *body, const char *expected)
{
  g_autofree char *whole = g_strconcat (P ("权利要求书") CLAIMS P ("说明书附图"), body, NULL);
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_docx (&(MakeDocx){ .body = whole,
                                                 .relations = picture_relations,
                                                 .parts = pictures,
                                                 .n_parts = G_N_ELEMENTS (pictures) },
                                    &all);
  g_autoptr (GString) found = g_string_new (draft->request->abstract_figure);

  for (guint i = 0; i < draft->figures->len; i++)
    {
      const CsFigure *figure = &g_array_index (draft->figures, CsFigure, i);

      g_string_append_printf (found, "[%s %s]", figure->label, figure->file);
      g_assert_true (figure->file == NULL || figure->sha256 != NULL);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_drawings (void)
{
  assert_figures (SHOWN ("a") LABEL ("图1") SHOWN ("b") LABEL ("图2"), "[图1 a.png][图2 b.png]");
  assert_figures (LABEL ("图1") SHOWN ("a") LABEL ("图2") SHOWN ("b"), "[图1 a.png][图2 b.png]");
  assert_figures ("<w:p>" PICTURE ("a") PICTURE ("b") "</w:p>" LABEL ("图1      图2"),
                  "[图1 a.png][图2 b.png]");
  assert_figures (SHOWN ("a") SHOWN ("b") LABEL ("图1") SHOWN ("c"),
                  "[图1 a.png][图1 b.png][ c.png]");
  assert_figures ("<w:p>" PICTURE ("a") "<w:r><w:br/><w:t>图1</w:t></w:r></w:p>", "[图1 a.png]");
  assert_figures ("<w:tbl><w:tr><w:tc>" SHOWN ("a") LABEL ("图1") "</w:tc><w:tc>" SHOWN ("b")
                      LABEL ("图2") "</w:tc></w:tr></w:tbl>",
                  "[图1 a.png][图2 b.png]");
}

#define DRAWN_START                                                                \
  "<w:p><w:r><w:drawing><wp:anchor><wp:docPr id=\"1\" name=\"Group\"/><a:graphic>" \
  "<a:graphicData>"
#define DRAWN_END "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
#define DRAWN(content) DRAWN_START content DRAWN_END
#define SHAPE_START "<wps:wsp><wps:txbx><w:txbxContent>"
#define SHAPE(words) SHAPE_START words "</w:txbxContent></wps:txbx></wps:wsp>"

/* What was drawn with shapes has its own label, though there is no picture of it. */
static void
test_drawn (void)
{
  assert_figures (DRAWN ("<wpg:wgp>" SHAPE (P ("S1")) "</wpg:wgp>") LABEL ("图1") SHOWN ("a")
                      LABEL ("图2"),
                  "[图1 (null)][图2 a.png]");
  assert_figures (SHOWN ("a") DRAWN ("<wps:wsp/>") LABEL ("图1") SHOWN ("b") LABEL ("图2"),
                  "[图1 a.png][图2 b.png]");
}

/* What is over a picture, beside it, or cut away from it is told. */
static void
test_more_than_picture (void)
{
  static const char picture[] = "<pic:pic><pic:blipFill><a:blip r:embed=\"a\"/><a:srcRect "
                                "l=\"50000\"/></pic:blipFill></pic:pic>";
  g_autofree char *body = g_strconcat (P ("权利要求书") CLAIMS P ("说明书附图"),
                                       DRAWN_START "<wpg:wgp>" SHAPE (P ("12")), picture,
                                       "</wpg:wgp>" DRAWN_END, LABEL ("图1"), NULL);
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_docx (&(MakeDocx){ .body = body,
                                                 .relations = picture_relations,
                                                 .parts = pictures,
                                                 .n_parts = 1 },
                                    &all);

  g_assert_nonnull (strstr (note_detail (draft, "no-preview"), ": 12"));
  g_assert_nonnull (strstr (note_detail (draft, "dropped-object"), "crop"));
}

static void
test_abstract_figure (void)
{
  assert_figures (SHOWN ("a") LABEL ("图1") SHOWN ("b") LABEL ("图2") P ("摘要附图") SHOWN ("b"),
                  "图2[图1 a.png][图2 b.png]");
  assert_figures (SHOWN ("a") LABEL ("图1") P ("摘要附图") LABEL ("图1"), "图1[图1 a.png]");
}

static void
test_figure_size (void)
{
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft =
      read_docx (&(MakeDocx){ .body = P ("权利要求书") CLAIMS P ("附图") SHOWN ("a") LABEL ("图1"),
                              .relations = picture_relations,
                              .parts = pictures,
                              .n_parts = 1 },
                 &all);
  const CsFigure *figure = &g_array_index (draft->figures, CsFigure, 0);

  g_assert_cmpfloat_with_epsilon (figure->width_mm, 100, 0.01);
  g_assert_cmpfloat_with_epsilon (figure->height_mm, 50, 0.01);
  g_assert_cmpstr (figure->format, ==, "png");
}

/* --- books apart --- */

static void
write_book (const char *folder, const char *name, const char *body)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GByteArray) zip = make_docx (&(MakeDocx){ .body = body,
                                                       .relations = picture_relations,
                                                       .parts = pictures,
                                                       .n_parts = G_N_ELEMENTS (pictures) });
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, (const char *)zip->data, zip->len, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
test_apart (void)
{
  g_autofree char *folder = g_dir_make_tmp ("claimsmith-XXXXXX", NULL);
  g_autoptr (GPtrArray) all = NULL;

  write_book (folder, "说明书摘要.docx", ABSTRACT);
  write_book (folder, "A12 权利要求书.docx", CLAIMS);
  write_book (folder, "说明书.docx", DESCRIPTION);
  write_book (folder, "说明书附图.docx", SHOWN ("a") LABEL ("图1"));
  g_assert_true (cs_read_is_package (folder));
  all = read_all (folder);
  g_assert_cmpuint (all->len, ==, 1);
  assert_whole (draft_at (all, 0));
  g_assert_cmpuint (draft_at (all, 0)->figures->len, ==, 1);
  remove_folder (folder);
}

/* Whole applications in one folder stay apart, whatever they are called. */
static void
test_not_apart (void)
{
  g_autofree char *folder = g_dir_make_tmp ("claimsmith-XXXXXX", NULL);
  g_autoptr (GPtrArray) all = NULL;

  write_book (folder, "权利要求书.docx", P ("权利要求书") CLAIMS);
  write_book (folder, "说明书.docx", P ("权利要求书") CLAIMS P ("说明书") DESCRIPTION);
  all = read_all (folder);
  g_assert_cmpuint (all->len, ==, 2);
  remove_folder (folder);
}

/* --- places --- */

static CsDocx *
open_docx (const MakeDocx *source, CsDraft **draft)
{
  g_autoptr (GByteArray) zip = make_docx (source);
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (g_steal_pointer (&zip));
  g_autoptr (GError) error = NULL;
  CsDocx *docx = cs_docx_open (bytes, &error);

  g_assert_no_error (error);
  *draft = cs_docx_read (docx, "a.docx", &error);
  g_assert_no_error (error);

  return docx;
}

/* The words from one point to the other, when both are in one `w:t`. */
static char *
words_between (const CsDocxPoint *start, const CsDocxPoint *end)
{
  g_assert_true (start->node == end->node);
  g_assert_cmpstr ((const char *)start->node->name, ==, "t");

  return g_strndup ((const char *)start->node->children->content + start->offset,
                    end->offset - start->offset);
}

static void
test_places (void)
{
  static const char body[] = ALL6 (P ("权利要求书"),
                                   P ("  1. 一种泵，包括壳体。"),
                                   P ("2. 根据权利要求1所述的泵。"),
                                   P ("说明书") P ("一种泵"),
                                   P ("技术领域"),
                                   P ("[0001] 本发明涉及&lt;泵&gt;。"));
  g_autoptr (CsDraft) draft = NULL;
  g_autoptr (CsDocx) docx = open_docx (&(MakeDocx){ .body = body }, &draft);
  const CsSpan pump = { CS_PART_CLAIMS, 0, strlen ("一种"), strlen ("一种泵") };
  const CsSpan sign = { CS_PART_DESCRIPTION, 1, strlen ("本发明涉及"), strlen ("本发明涉及<泵>") };
  const CsSpan whole = { CS_PART_CLAIMS, 1, 0, 0 };
  CsDocxPoint start;
  CsDocxPoint end;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  g_assert_true (cs_docx_places_find (docx->places, draft, &pump, &start, &end));
  first = words_between (&start, &end);
  g_assert_cmpstr (first, ==, "泵");
  g_assert_true (cs_docx_places_find (docx->places, draft, &sign, &start, &end));
  second = words_between (&start, &end);
  g_assert_cmpstr (second, ==, "<泵>");
  g_assert_true (cs_docx_places_find (docx->places, draft, &whole, &start, &end));
  third = words_between (&start, &end);
  g_assert_cmpstr (third, ==, "2. 根据权利要求1所述的泵。");
}

/* Every letter of a draft is where its place says it is. */
static void
test_all_places (void)
{
  static const char body[] =
      ALL5 (P ("权利要求书"),
            LINE (ALL3 (R ("", "1. 一种"),
                        R ("<w:rFonts w:ascii=\"Symbol\"/>", "ab"),
                        R ("", "\xee\x88\x81泵。"))),
            P ("说明书"),
            P ("一种泵") P ("技术领域"),
            LINE (ALL4 (R ("", "前"), "<w:r><w:tab/></w:r>", "<m:oMath/>", R ("", "后"))));
  g_autoptr (CsDraft) draft = NULL;
  g_autoptr (CsDocx) docx = open_docx (&(MakeDocx){ .body = body }, &draft);
  guint n_places;
  const CsDocxPlace *places = cs_docx_places_get (docx->places, &n_places);
  guint n_text = 0;

  for (guint i = 0; i < n_places; i++)
    {
      const char *text = cs_text_get_string (draft->texts[places[i].part]) + places[i].start;

      g_assert_true (i == 0 || places[i - 1].part < places[i].part ||
                     places[i - 1].start + places[i - 1].n_bytes <= places[i].start);
      if (places[i].n_source != places[i].n_bytes)
        continue;
      n_text++;
      g_assert_cmpmem (text, places[i].n_bytes,
                       places[i].node->children->content + places[i].offset, places[i].n_source);
    }
  g_assert_cmpuint (n_text, ==, 6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/docx/books/headings", test_headings);
  g_test_add_func ("/formats/docx/books/page-headers", test_page_headers);
  g_test_add_func ("/formats/docx/books/counted-header", test_counted_header);
  g_test_add_func ("/formats/docx/books/frame", test_frame);
  g_test_add_func ("/formats/docx/books/drawings", test_drawings);
  g_test_add_func ("/formats/docx/books/drawn", test_drawn);
  g_test_add_func ("/formats/docx/books/more-than-picture", test_more_than_picture);
  g_test_add_func ("/formats/docx/books/abstract-figure", test_abstract_figure);
  g_test_add_func ("/formats/docx/books/figure-size", test_figure_size);
  g_test_add_func ("/formats/docx/books/apart", test_apart);
  g_test_add_func ("/formats/docx/books/not-apart", test_not_apart);
  g_test_add_func ("/formats/docx/books/places", test_places);
  g_test_add_func ("/formats/docx/books/all-places", test_all_places);

  return g_test_run ();
}
