#include <string.h>

#include "make-docx.h"

#define OFFICE "http://schemas.openxmlformats.org/"
#define WORD "application/vnd.openxmlformats-officedocument.wordprocessingml."

static const char spaces[] =
    " xmlns:w=\"" OFFICE "wordprocessingml/2006/main\""
    " xmlns:r=\"" OFFICE "officeDocument/2006/relationships\""
    " xmlns:m=\"" OFFICE "officeDocument/2006/math\""
    " xmlns:wp=\"" OFFICE "drawingml/2006/wordprocessingDrawing\""
    " xmlns:a=\"" OFFICE "drawingml/2006/main\""
    " xmlns:pic=\"" OFFICE "drawingml/2006/picture\""
    " xmlns:c=\"" OFFICE "drawingml/2006/chart\""
    " xmlns:mc=\"" OFFICE "markup-compatibility/2006\""
    " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
    " xmlns:wpg=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\""
    " xmlns:v=\"urn:schemas-microsoft-com:vml\""
    " xmlns:o=\"urn:schemas-microsoft-com:office:office\"";

/* Names of strict files, in the place of the others. */
static const char *const strict[][2] = {
  { OFFICE "wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main" },
  { OFFICE "officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships" },
  { OFFICE "officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math" },
};


static char *
finish (GString *xml, const MakeDocx *source)
{
  for (guint i = 0; source->is_strict && i < G_N_ELEMENTS (strict); i++)
    g_string_replace (xml, strict[i][0], strict[i][1], 0);

  return g_string_free (xml, FALSE);
}

static char *
make_root (const MakeDocx *source, const char *root, const char *content)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");

  g_string_append_printf (xml, "<w:%s%s>%s</w:%s>", root, spaces, content, root);

  return finish (xml, source);
}

static char *
make_types (const MakeDocx *source)
{
  const char *type = source->main_type == NULL ? WORD "document.main+xml" : source->main_type;

  return g_strdup_printf ("<Types xmlns=\"" OFFICE "package/2006/content-types\">"
                          "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                          "<Default Extension=\"png\" ContentType=\"image/png\"/>"
                          "<Default Extension=\"bin\" ContentType=\"application/ole\"/>"
                          "<Override PartName=\"/text/main.xml\" ContentType=\"%s\"/></Types>",
                          type);
}

static char *
make_relations (const MakeDocx *source, const char *content)
{
  GString *xml = g_string_new ("<Relationships xmlns=\"" OFFICE "package/2006/relationships\">");

  g_string_append (xml, content);
  g_string_append (xml, "</Relationships>");

  return finish (xml, source);
}

static char *
make_document_relations (const MakeDocx *source)
{
  g_autoptr (GString) content = g_string_new (source->relations);

  g_string_append (content, source->styles ? RELATION ("s1", "styles", "styles.xml") : "");
  g_string_append (content, source->numbering ? RELATION ("s2", "numbering", "numbering.xml") : "");
  g_string_append (content, source->footnotes ? RELATION ("s3", "footnotes", "footnotes.xml") : "");
  g_string_append (content, source->comments ? RELATION ("s4", "comments", "comments.xml") : "");

  return make_relations (source, content->str);
}

/* Entries of a ZIP whose contents are strings to be freed. */
static void
add (GArray *entries, const char *name, char *content)
{
  MakeZipEntry entry = { name, content, strlen (content), NULL };

  g_array_append_val (entries, entry);
}

GByteArray *
make_docx (const MakeDocx *source)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (MakeZipEntry));
  g_autofree char *body = g_strdup_printf ("<w:body>%s</w:body>", source->body);
  guint n_own;
  GByteArray *zip;

  add (entries, "[Content_Types].xml", make_types (source));
  add (entries, "_rels/.rels",
       make_relations (source, RELATION ("r1", "officeDocument", "text/main.xml")));
  add (entries, "text/main.xml", make_root (source, "document", body));
  add (entries, "text/_rels/main.xml.rels", make_document_relations (source));
  if (source->styles != NULL)
    add (entries, "text/styles.xml", make_root (source, "styles", source->styles));
  if (source->numbering != NULL)
    add (entries, "text/numbering.xml", make_root (source, "numbering", source->numbering));
  if (source->footnotes != NULL)
    add (entries, "text/footnotes.xml", make_root (source, "footnotes", source->footnotes));
  if (source->comments != NULL)
    add (entries, "text/comments.xml", make_root (source, "comments", source->comments));

  n_own = entries->len;
  if (source->n_parts > 0)
    g_array_append_vals (entries, source->parts, source->n_parts);
  zip = make_zip ((const MakeZipEntry *)(gpointer)entries->data, entries->len);
  for (guint i = 0; i < n_own; i++)
    g_free ((char *)g_array_index (entries, MakeZipEntry, i).content);

  return zip;
}

const CsDraft *
read_docx (const MakeDocx *source, GPtrArray **all)
{
  g_autoptr (GByteArray) zip = make_docx (source);

  *all = read_all_bytes ((const char *)zip->data, zip->len);

  return draft_at (*all, 0);
}

const CsDraft *
read_body (const char *body, GPtrArray **all)
{
  return read_docx (&(MakeDocx){ .body = body }, all);
}

void
assert_refused (const MakeDocx *source, CsError code, const char *words)
{
  g_autoptr (GByteArray) zip = make_docx (source);
  g_autoptr (GPtrArray) all = read_all_bytes ((const char *)zip->data, zip->len);

  g_assert_cmpuint (all->len, ==, 1);
  g_assert_error (kept_at (all, 0)->error, CS_ERROR, (int)code);
  if (strstr (kept_at (all, 0)->error->message, words) == NULL)
    g_error ("\"%s\" is not in \"%s\"", words, kept_at (all, 0)->error->message);
}

char *
describe_part (const CsDraft *draft, CsPart part)
{
  static const char *const styles[] = { "sub", "sup", "bold", "italic", "underline", "heading" };
  static const char *const kinds[] = { "image", "formula", "table",
                                       "chemistry", "unknown", "footnote" };
  g_autoptr (GString) text = g_string_new (NULL);
  const char *string = cs_text_get_string (draft->texts[part]);
  guint n_runs;
  guint n_objects;
  const CsRun *runs = cs_text_get_runs (draft->texts[part], &n_runs);
  const CsInlineObject *objects = cs_text_get_objects (draft->texts[part], &n_objects);

  for (guint i = 0; i < n_runs; i++)
    g_string_append_printf (text, "%s:%.*s ", styles[runs[i].style],
                            (int)(runs[i].end - runs[i].start), string + runs[i].start);
  for (guint i = 0; i < n_objects; i++)
    g_string_append_printf (text, "%s(%s) ", kinds[objects[i].kind],
                            objects[i].preview == NULL ? "" : objects[i].preview);

  return g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
}

const char *
note_detail (const CsDraft *draft, const char *code)
{
  for (guint i = 0; i < draft->notes->len; i++)
    {
      const CsReadNote *note = &g_array_index (draft->notes, CsReadNote, i);

      if (strcmp (note->code, code) == 0)
        return note->detail;
    }

  g_error ("there is no note \"%s\"", code);
}
