/* Comments in copies of Word files: at their words, however those are split, all else as it was. */

#include <string.h>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "../../src/formats/cs-zip.h"
#include "../../src/formats/docx/cs-docx.h"
#include "make-docx.h"

#define STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define STRICT_RELATIONS "http://purl.oclc.org/ooxml/officeDocument/relationships/"
#define W14 " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
#define W15 " xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\""

#define T(text) "<w:r><w:t>" text "</w:t></w:r>"
#define CLAIMS P ("权利要求书")
#define FIRST_CLAIM P ("1. 一种泵，包括壳体。")
#define MAIN "text/main.xml"
#define COMMENTS "text/comments.xml"

/* --- a Word file --- */

/* A file with a part besides that nobody reads. */
static GBytes *
make_file (const MakeDocx *source)
{
  MakeZipEntry parts[2] = { { "docProps/custom.bin", "\001\002 any bytes", 12, NULL } };
  MakeDocx whole = *source;

  if (source->n_parts > 0)
    parts[1] = source->parts[0];
  whole.parts = parts;
  whole.n_parts = 1 + source->n_parts;
  if (whole.relations == NULL)
    whole.relations = "";

  return g_byte_array_free_to_bytes (make_docx (&whole));
}

static gboolean
keep_entry (gpointer data, const char *name, GBytes *bytes, GError **error)
{
  g_hash_table_insert (data, g_strdup (name), g_bytes_ref (bytes));

  return TRUE;
}

/* The parts of @file by name. */
static GHashTable *
unpack (GBytes *file)
{
  GHashTable *entries =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  guint64 unpacked = 0;
  gsize n_bytes;
  const char *bytes = g_bytes_get_data (file, &n_bytes);
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_zip_read (bytes, n_bytes, &unpacked, keep_entry, entries, &error));
  g_assert_no_error (error);

  return entries;
}

static xmlDoc *
parse_part (GBytes *file, const char *name)
{
  g_autoptr (GHashTable) entries = unpack (file);
  GBytes *bytes = g_hash_table_lookup (entries, name);
  gsize n_bytes;
  const char *data;
  xmlDoc *tree;

  g_assert_nonnull (bytes);
  data = g_bytes_get_data (bytes, &n_bytes);
  tree = xmlReadMemory (data, n_bytes, name, NULL, XML_PARSE_NONET);
  g_assert_nonnull (tree);

  return tree;
}

/* --- what a reader of the file sees --- */

static xmlNode *
next_node (xmlNode *node)
{
  if (node->children != NULL)
    return node->children;
  while (node != NULL && node->next == NULL)
    node = node->parent;

  return node == NULL ? NULL : node->next;
}

static gboolean
is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *)node->name, name) == 0;
}

static gboolean
has_id (const xmlNode *node, guint id)
{
  xmlChar *value = xmlGetProp (node, BAD_CAST "id");
  gboolean same = value != NULL && strtoul ((const char *)value, NULL, 10) == id;

  xmlFree (value);

  return same;
}

/* The text of the document, or of what lies between the marks of comment @id. */
static char *
dup_text (GBytes *file, guint id, gboolean all)
{
  xmlDoc *tree = parse_part (file, MAIN);
  GString *text = g_string_new (NULL);
  gboolean inside = all;
  guint n_references = 0;

  for (xmlNode *at = xmlDocGetRootElement (tree); at != NULL; at = next_node (at))
    {
      xmlChar *content = is (at, "t") && inside ? xmlNodeGetContent (at) : NULL;

      if (content != NULL)
        g_string_append (text, (const char *)content);
      if (is (at, "p") && inside)
        g_string_append_c (text, '|');
      if (!all && is (at, "commentRangeStart") && has_id (at, id))
        inside = TRUE;
      if (!all && is (at, "commentRangeEnd") && has_id (at, id))
        inside = FALSE;
      if (is (at, "commentReference") && has_id (at, id))
        {
          g_assert_false (inside && !all);
          g_assert_true (is (at->parent, "r"));
          g_assert_true (is (at->parent->parent, "p"));
          n_references++;
        }
      xmlFree (content);
    }
  if (!all)
    g_assert_cmpuint (n_references, ==, 1);
  xmlFreeDoc (tree);

  return g_string_free (text, FALSE);
}

static void
assert_anchored (GBytes *file, guint id, const char *words)
{
  g_autofree char *text = dup_text (file, id, FALSE);

  g_assert_cmpstr (text, ==, words);
}

static guint
count_elements (GBytes *file, const char *part, const char *name)
{
  xmlDoc *tree = parse_part (file, part);
  guint n = 0;

  for (xmlNode *at = xmlDocGetRootElement (tree); at != NULL; at = next_node (at))
    n += is (at, name);
  xmlFreeDoc (tree);

  return n;
}

/* No text is lost, and all other parts are byte for byte what they were. */
static void
assert_rest_is_same (GBytes *before, GBytes *after)
{
  g_autofree char *text_before = dup_text (before, 0, TRUE);
  g_autofree char *text_after = dup_text (after, 0, TRUE);
  g_autoptr (GHashTable) left = unpack (before);
  g_autoptr (GHashTable) right = unpack (after);
  GHashTableIter iter;
  gpointer name;
  gpointer bytes;

  g_assert_cmpstr (text_after, ==, text_before);
  g_hash_table_iter_init (&iter, left);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      GBytes *other = g_hash_table_lookup (right, name);

      g_assert_nonnull (other);
      if (strstr (name, "main.xml") == NULL && strstr (name, "omments") == NULL &&
          strcmp (name, "[Content_Types].xml") != 0)
        g_assert_true (g_bytes_equal (bytes, other));
    }
}

/* --- commenting --- */

static CsDocx *
open_file (GBytes *file, CsDraft **draft)
{
  g_autoptr (GError) error = NULL;
  CsDocx *docx = cs_docx_open (file, &error);

  g_assert_no_error (error);
  *draft = cs_docx_read (docx, "a.docx", &error);
  g_assert_no_error (error);

  return docx;
}

/* The first place of @words in @draft; what bears no words is the document. */
static CsSpan
find_words (const CsDraft *draft, const char *words)
{
  for (guint part = CS_PART_TITLE; *words != '\0' && part < CS_N_PARTS; part++)
    for (guint i = 0; i < cs_draft_get_n_units (draft, part); i++)
      {
        gsize n_bytes;
        const char *text = cs_draft_get_unit_text (draft, part, i, &n_bytes);
        const char *found = g_strstr_len (text, n_bytes, words);

        if (found != NULL)
          return (CsSpan){ part, i, found - text, found - text + strlen (words) };
      }
  g_assert_cmpstr (words, ==, "");

  return (CsSpan){ CS_PART_DOCUMENT, CS_NO_INDEX, 0, 0 };
}

/* Comments each of @words, which are parted by "/". */
static GBytes *
comment_words (GBytes *file, const char *words, guint *n_placed)
{
  CsDraft *draft;
  g_autoptr (CsDocx) docx = open_file (file, &draft);
  g_auto (GStrv) all = g_strsplit (words, "/", -1);
  guint n = g_strv_length (all);
  g_autofree CsDocxComment *comments = g_new0 (CsDocxComment, n);
  g_autoptr (GError) error = NULL;
  GBytes *commented;

  for (guint i = 0; i < n; i++)
    comments[i] = (CsDocxComment){ .span = find_words (draft, all[i]),
                                   .text = (char *)"一行 <&>\nanother line",
                                   .author = (char *)CS_DOCX_AUTHOR,
                                   .initials = (char *)"CS",
                                   .made_us = G_GINT64_CONSTANT (1700000000000000) };
  commented = cs_docx_dup_commented (docx, comments, n, n_placed, &error);
  g_assert_no_error (error);
  cs_draft_unref (draft);

  return commented;
}

/* The same, and nothing else has changed. */
static GBytes *
comment (GBytes *file, const char *words, guint *n_placed)
{
  GBytes *commented = comment_words (file, words, n_placed);

  assert_rest_is_same (file, commented);

  return commented;
}

/* The same for a file with nothing in it but @pieces. */
static GBytes *
comment_body (const char *words, const char *const *pieces)
{
  g_autofree char *body = g_strjoinv ("", (char **)pieces);
  const MakeDocx source = { .body = body };
  g_autoptr (GBytes) file = make_file (&source);

  return comment (file, words, NULL);
}

/* --- tests --- */

#define BODY(...) ((const char *const[]){ CLAIMS, __VA_ARGS__, NULL })

static void
test_within_run (void)
{
  g_autoptr (GBytes) file = comment_body (
      "a housing", BODY ("<w:p><w:r w:rsidR=\"00AA\"><w:rPr><w:b/></w:rPr>",
                         "<w:t>1. A pump with a housing and an impeller.</w:t></w:r></w:p>"));
  g_autofree char *text = dup_text (file, 0, TRUE);

  assert_anchored (file, 0, "a housing");
  g_assert_nonnull (strstr (text, "with a housing and"));
  g_assert_cmpuint (count_elements (file, MAIN, "b"), ==, 3);
  g_assert_cmpuint (count_elements (file, COMMENTS, "comment"), ==, 1);
  g_assert_cmpuint (count_elements (file, COMMENTS, "p"), ==, 2);
}

static void
test_across_runs (void)
{
  g_autoptr (GBytes) file = comment_body (
      "包括壳\t体和叶/壳\t体/和/轮",
      BODY ("<w:p>", T ("1. 一种泵，包"), "<w:r><w:rPr><w:b/></w:rPr><w:t>括壳</w:t><w:tab/>",
            "<w:t>体和</w:t></w:r>", T ("叶轮。"), "</w:p>"));

  assert_anchored (file, 0, "包括壳体和叶");
  assert_anchored (file, 1, "壳体");
  assert_anchored (file, 2, "和");
  assert_anchored (file, 3, "轮");
}

static void
test_across_paragraphs (void)
{
  g_autoptr (GBytes) file =
      comment_body ("包括：\n壳体；以及\n叶",
                    BODY (P ("1. 一种泵，包括："), P ("壳体；以及"), P ("叶轮。")));

  assert_anchored (file, 0, "包括：|壳体；以及|叶");
}

static void
test_within_containers (void)
{
  g_autoptr (GBytes) file = comment_body (
      "括壳/体和/和叶轮/轮以/以及轴/及轴。",
      BODY ("<w:p>", T ("1. 一种泵，"), "<w:hyperlink w:anchor=\"x\">", T ("包括壳体"),
            "</w:hyperlink><w:ins w:id=\"7\" w:author=\"a\">", T ("和叶轮"),
            "</w:ins><w:sdt><w:sdtPr/><w:sdtContent>", T ("以及轴"), "</w:sdtContent></w:sdt>",
            T ("。"), "</w:p>"));

  assert_anchored (file, 0, "括壳");
  assert_anchored (file, 1, "体和");
  assert_anchored (file, 2, "和叶轮");
  assert_anchored (file, 3, "轮以");
  assert_anchored (file, 4, "以及轴");
  assert_anchored (file, 5, "及轴。");
}

/* What is deleted is no text: it stays a deletion, with no mark in it. */
static void
test_deletion (void)
{
  g_autoptr (GBytes) file = comment_body (
      "壳体/体", BODY ("<w:p>", T ("1. 一种泵，包括壳"), "<w:del w:id=\"7\" w:author=\"a\">",
                       "<w:r><w:delText>盖</w:delText></w:r></w:del>", T ("体。"), "</w:p>"));
  xmlDoc *tree = parse_part (file, MAIN);

  assert_anchored (file, 0, "壳体");
  assert_anchored (file, 1, "体");
  for (xmlNode *at = xmlDocGetRootElement (tree); at != NULL; at = next_node (at))
    if (is (at, "del"))
      g_assert_cmpuint (xmlChildElementCount (at), ==, 1);
  xmlFreeDoc (tree);
}

static void
test_table (void)
{
  g_autoptr (GBytes) file = comment_body (
      "见下/" CS_OBJECT_CHARACTER "/完毕",
      BODY (FIRST_CLAIM, P ("说明书"), P ("具体实施方式"), P ("见下文。"), "<w:tbl><w:tr><w:tc>",
            P ("壳体"), "</w:tc><w:tc>", P ("叶轮"), "</w:tc></w:tr></w:tbl>", P ("完毕。")));

  assert_anchored (file, 0, "见下");
  assert_anchored (file, 1, "壳体|叶轮");
  assert_anchored (file, 2, "完毕");
}

static void
test_overlapping (void)
{
  g_autoptr (GBytes) file =
      comment_body ("离心泵，包括/心泵/离心泵，包括/泵，包括壳/离/包括壳体和叶轮。",
                    BODY (P ("1. 一种离心泵，包括壳体和叶轮。")));

  assert_anchored (file, 0, "离心泵，包括");
  assert_anchored (file, 1, "心泵");
  assert_anchored (file, 2, "离心泵，包括");
  assert_anchored (file, 3, "泵，包括壳");
  assert_anchored (file, 4, "离");
  assert_anchored (file, 5, "包括壳体和叶轮。");
}

/* A number that Word prints is no text of the file: then it is the paragraph. */
static void
test_automatic_number (void)
{
  const MakeDocx source = {
    .body = CLAIMS NUMBERED ("1", "0", "一种泵，包括壳体。")
        NUMBERED ("1", "0", "根据权利要求1所述的泵，还包括叶轮。"),
    .numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
                 "<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
                 "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
  };
  g_autoptr (GBytes) file = make_file (&source);
  g_autoptr (GBytes) commented = comment (file, "还包括", NULL);
  CsDraft *draft;
  g_autoptr (CsDocx) docx = open_file (file, &draft);
  const CsDocxComment whole = { .span = { CS_PART_CLAIMS, 1, 0, 0 },
                                .text = (char *)"x",
                                .author = (char *)CS_DOCX_AUTHOR,
                                .initials = (char *)"CS" };
  g_autoptr (GBytes) other = cs_docx_dup_commented (docx, &whole, 1, NULL, NULL);

  assert_anchored (commented, 0, "还包括");
  assert_anchored (other, 0, "根据权利要求1所述的泵，还包括叶轮。");
  cs_draft_unref (draft);
}

/* White space that a w:t does not preserve is not shown, nor after the cut. */
static void
test_white_space (void)
{
  const MakeDocx source = {
    .body = CLAIMS "<w:p><w:r><w:t> 1. A pump with a housing and an impeller. </w:t></w:r></w:p>"
  };
  g_autoptr (GBytes) file = make_file (&source);
  g_autoptr (GBytes) commented = comment_words (file, "a housing/an", NULL);
  g_autofree char *text = dup_text (commented, 0, TRUE);

  assert_anchored (commented, 0, "a housing");
  assert_anchored (commented, 1, "an");
  g_assert_cmpstr (text, ==, "|权利要求书|1. A pump with a housing and an impeller.");
}

#define START(id) "<w:commentRangeStart w:id=\"" id "\"/>"
#define END(id) \
  "<w:commentRangeEnd w:id=\"" id "\"/><w:r><w:commentReference w:id=\"" id "\"/></w:r>"

static void
test_people_stay (void)
{
  static const char body[] = CLAIMS "<w:p>" START ("4") T ("1. 一种泵，包括壳体。") END ("4") "</w:p>";
  const MakeDocx source = {
    .body = body,
    .comments = "<w:comment w:id=\"4\" w:author=\"张三\">" P ("请核对") "</w:comment>",
  };
  g_autoptr (GBytes) file = make_file (&source);
  g_autoptr (GBytes) commented = comment (file, "壳体/泵", NULL);

  assert_anchored (commented, 4, "1. 一种泵，包括壳体。");
  assert_anchored (commented, 5, "壳体");
  assert_anchored (commented, 6, "泵");
  g_assert_cmpuint (count_elements (commented, COMMENTS, "comment"), ==, 3);
}

/* Running again replaces what the run before wrote, and nothing else. */
static void
test_again (void)
{
  const MakeDocx source = { .body = CLAIMS FIRST_CLAIM };
  g_autoptr (GBytes) file = make_file (&source);
  g_autoptr (GBytes) once = comment (file, "壳体/种泵，包", NULL);
  g_autoptr (GBytes) twice = comment (once, "壳体/种泵，包", NULL);
  g_autoptr (GBytes) none = comment (twice, "", NULL);

  g_assert_true (g_bytes_equal (once, twice));
  g_assert_cmpuint (count_elements (none, COMMENTS, "comment"), ==, 0);
  g_assert_cmpuint (count_elements (none, MAIN, "commentRangeStart"), ==, 0);
  g_assert_cmpuint (count_elements (none, MAIN, "commentReference"), ==, 0);
}

static const char extended[] =
    "<w15:commentsEx" W15 "><w15:commentEx w15:paraId=\"000000A1\" w15:done=\"0\"/>"
    "<w15:commentEx w15:paraId=\"000000B2\" w15:paraIdParent=\"000000A1\" w15:done=\"0\"/>"
    "</w15:commentsEx>";

/* Word gave our comment an identity, and somebody answered it: the answer stays. */
static void
test_answer (void)
{
  static const char body[] = CLAIMS
      "<w:p>" START ("0") START ("1") T ("1. 一种泵，包括壳体。") END ("0") END ("1") "</w:p>";
  const MakeZipEntry part = { "text/commentsExtended.xml", extended, strlen (extended), NULL };
  const MakeDocx source = {
    .body = body,
    .comments = "<w:comment w:id=\"0\" w:author=\"" CS_DOCX_AUTHOR
                "\"><w:p" W14 " w14:paraId=\"000000A1\"/></w:comment>"
                "<w:comment w:id=\"1\" w:author=\"李四\">"
                "<w:p" W14 " w14:paraId=\"000000B2\"/></w:comment>",
    .relations = RELATION ("x", "commentsExtended", "commentsExtended.xml"),
    .parts = &part,
    .n_parts = 1,
  };
  g_autoptr (GBytes) file = make_file (&source);
  g_autoptr (GBytes) commented = comment (file, "壳体", NULL);
  g_autoptr (GHashTable) entries = unpack (commented);
  GBytes *kept = g_hash_table_lookup (entries, "text/commentsExtended.xml");
  const char *text = g_bytes_get_data (kept, NULL);
  gsize n_bytes = g_bytes_get_size (kept);

  assert_anchored (commented, 1, "1. 一种泵，包括壳体。");
  assert_anchored (commented, 2, "壳体");
  g_assert_null (g_strstr_len (text, n_bytes, "000000A1"));
  g_assert_nonnull (g_strstr_len (text, n_bytes, "000000B2"));
}

static void
test_strict (void)
{
  const MakeDocx source = { .body = CLAIMS FIRST_CLAIM, .is_strict = TRUE };
  g_autoptr (GBytes) file = make_file (&source);
  g_autoptr (GBytes) commented = comment (file, "壳体", NULL);
  g_autoptr (GHashTable) entries = unpack (commented);
  GBytes *comments = g_hash_table_lookup (entries, COMMENTS);
  GBytes *relations = g_hash_table_lookup (entries, "text/_rels/main.xml.rels");

  assert_anchored (commented, 0, "壳体");
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (comments, NULL), g_bytes_get_size (comments),
                                  STRICT));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (relations, NULL),
                                  g_bytes_get_size (relations), STRICT_RELATIONS "comments"));
}

/* The package knows its new part. */
static void
test_package (void)
{
  g_autoptr (GBytes) file = comment_body ("壳体", BODY (FIRST_CLAIM));
  g_autoptr (GHashTable) entries = unpack (file);
  GBytes *types = g_hash_table_lookup (entries, "[Content_Types].xml");
  GBytes *relations = g_hash_table_lookup (entries, "text/_rels/main.xml.rels");

  g_assert_nonnull (g_strstr_len (g_bytes_get_data (types, NULL), g_bytes_get_size (types),
                                  "/text/comments.xml"));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (relations, NULL),
                                  g_bytes_get_size (relations), RELATIONS "comments"));
}

/* What is of no words goes to the beginning, in order; comments there are of nothing. */
static void
test_nowhere (void)
{
  const MakeDocx source = { .body = CLAIMS FIRST_CLAIM };
  g_autoptr (GBytes) file = make_file (&source);
  guint n_placed = 77;
  g_autoptr (GBytes) commented = comment (file, "/壳体/", &n_placed);

  g_assert_cmpuint (n_placed, ==, 1);
  assert_anchored (commented, 0, "");
  assert_anchored (commented, 1, "壳体");
  assert_anchored (commented, 2, "");
}

/* The reader gives the same draft of a file with our comments as of the file without. */
static void
test_not_read (void)
{
  const MakeDocx source = { .body = CLAIMS FIRST_CLAIM };
  g_autoptr (GBytes) file = make_file (&source);
  g_autoptr (GBytes) commented = comment (file, "壳体/泵，包括/", NULL);
  CsDraft *before;
  CsDraft *after;

  cs_docx_free (open_file (file, &before));
  cs_docx_free (open_file (commented, &after));

  for (guint part = 0; part < CS_N_PARTS; part++)
    if (before->texts[part] != NULL)
      g_assert_true (cs_text_equal (before->texts[part], after->texts[part]));
  g_assert_cmpuint (after->notes->len, ==, before->notes->len);
  cs_draft_unref (before);
  cs_draft_unref (after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/docx-comments/within-run", test_within_run);
  g_test_add_func ("/formats/docx-comments/across-runs", test_across_runs);
  g_test_add_func ("/formats/docx-comments/across-paragraphs", test_across_paragraphs);
  g_test_add_func ("/formats/docx-comments/within-containers", test_within_containers);
  g_test_add_func ("/formats/docx-comments/deletion", test_deletion);
  g_test_add_func ("/formats/docx-comments/table", test_table);
  g_test_add_func ("/formats/docx-comments/overlapping", test_overlapping);
  g_test_add_func ("/formats/docx-comments/automatic-number", test_automatic_number);
  g_test_add_func ("/formats/docx-comments/white-space", test_white_space);
  g_test_add_func ("/formats/docx-comments/people-stay", test_people_stay);
  g_test_add_func ("/formats/docx-comments/again", test_again);
  g_test_add_func ("/formats/docx-comments/answer", test_answer);
  g_test_add_func ("/formats/docx-comments/strict", test_strict);
  g_test_add_func ("/formats/docx-comments/package", test_package);
  g_test_add_func ("/formats/docx-comments/nowhere", test_nowhere);
  g_test_add_func ("/formats/docx-comments/not-read", test_not_read);

  return g_test_run ();
}
