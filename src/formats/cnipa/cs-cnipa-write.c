#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../base/cs-error.h"
#include "../../draft/cs-heading.h"
#include "cs-cnipa-preflight.h"
#include "cs-cnipa-write-private.h"

/* Packages as the office's own Word-to-XML converter writes them, one ZIP without an outer folder:
 *
 *   100001/100001.xml                  claims (权利要求书)
 *   100002/100002.xml 100002_1.jpg     description (说明书)
 *   100003/100003.xml 100003_1.jpg     drawings (说明书附图)
 *   100004/100004.xml                  abstract (说明书摘要)
 *
 * The fifth book, 100005, the figure of the abstract, is no longer taken apart: the request names
 * it. Bytes: UTF-8 with its mark, lines end in CR LF.
 *
 * Elements and attributes, from real packages of 2010 to 2018 unless said otherwise:
 *
 *   claim id="cl001" num="1"            the id counts, the number is the printed one
 *   claim-text                          one for each line of the claim
 *   invention-title
 *   heading id="h0001" level="2"
 *   p id="p0001" num="0001" Italic="0"  numbered through, as all are there
 *   br                                  a line end within a paragraph
 *   b i u sub sup                       sub and sup are met; b, i, u are in the same DTD
 *   figure id="f0001" num="0001" figure-labels="图1"   holds one picture
 *   img id file wi he img-content img-format orientation inline   without top and left, of a scan
 *   maths tables chemistry  id num      in the DTD and in the converter, each with one img
 */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define CRLF "\r\n"
#define HEAD                                                                                  \
  BYTE_ORDER_MARK "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" CRLF                           \
                  "<!DOCTYPE cn-application-body SYSTEM "                                     \
                  "\"/dtdandxsl/cn-application-body-20080416.dtd\">" CRLF                     \
                  "<?xml-stylesheet type=\"text/xsl\" href=\"/dtdandxsl/showxml.xsl\"?>" CRLF \
                  "<cn-application-body lang=\"zh\" country=\"CN\">" CRLF

static const CsCnipaContent in_claim = { "</claim-text>" CRLF "<claim-text>" };
static const CsCnipaContent in_paragraph = { "<br/>" };
static const CsCnipaContent in_heading = { "<br/>", .bare = TRUE };

static gboolean
is_blank (const char *text, gsize n_bytes)
{
  for (const char *at = text; at < text + n_bytes; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      return FALSE;

  return TRUE;
}

static CsText *
slice_unit (const CsDraft *draft, CsPart part, guint index)
{
  const CsUnit *unit = cs_draft_get_unit (draft, part, index);

  return cs_text_slice (draft->texts[part], unit->start, unit->end);
}

static void
begin_book (CsCnipaBook *book, CsCnipaPackage *package, const char *code, const char *element)
{
  book->package = package;
  book->code = code;
  book->image_id = "i";
  book->xml = g_string_new (HEAD);
  g_string_append_printf (book->xml, "<%s>" CRLF, element);
}

static void
end_book (CsCnipaBook *book, const char *element)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.xml", book->code, book->code);

  g_string_append_printf (book->xml, "</%s>" CRLF "</cn-application-body>" CRLF, element);
  if (book->package->zip != NULL)
    cs_zip_writer_add (book->package->zip, path, book->xml->str, book->xml->len, FALSE);
  g_string_free (g_steal_pointer (&book->xml), TRUE);
}

static void
add_claim (CsCnipaBook *book, const CsDraft *draft, guint index)
{
  const CsUnit *unit = cs_draft_get_unit (draft, CS_PART_CLAIMS, index);
  g_autoptr (CsText) text = slice_unit (draft, CS_PART_CLAIMS, index);
  CsSpan where = { CS_PART_CLAIMS, index };

  book->n_claims++;
  g_string_append_printf (book->xml, "<claim id=\"cl%03u\" num=\"%u\"><claim-text>", book->n_claims,
                          unit->number > 0 ? unit->number : book->n_claims);
  cs_cnipa_book_add_text (book, text, &where, &in_claim);
  g_string_append (book->xml, "</claim-text></claim>" CRLF);
}

/* What stands between the claims belongs to none of them, but for the heading of their book. */
static void
tell_of_gap (CsCnipaPackage *package, const CsText *claims, gsize start, gsize end)
{
  const char *text = cs_text_get_string (claims);
  g_autofree char *words = NULL;

  if (end <= start || is_blank (text + start, end - start))
    return;

  words = g_strstrip (g_strndup (text + start, end - start));
  if (!cs_heading_is_part (cs_heading_scan (words, strlen (words), NULL)))
    cs_write_notes_add (package->notes, CS_WRITE_LOST, "text-between-claims", words,
                        &(CsSpan){ CS_PART_CLAIMS, CS_NO_INDEX });
}

static void
tell_of_gaps (CsCnipaPackage *package, const CsDraft *draft)
{
  const CsText *claims = draft->texts[CS_PART_CLAIMS];
  gsize at = 0;

  for (guint i = 0; i < cs_draft_get_n_units (draft, CS_PART_CLAIMS); i++)
    {
      const CsUnit *unit = cs_draft_get_unit (draft, CS_PART_CLAIMS, i);

      tell_of_gap (package, claims, at, unit->number_start);
      at = unit->end;
    }
  tell_of_gap (package, claims, at, cs_text_get_n_bytes (claims));
}

static void
add_claims (CsCnipaPackage *package, const CsDraft *draft)
{
  CsCnipaBook book = { 0 };
  guint n_claims = cs_draft_get_n_units (draft, CS_PART_CLAIMS);

  if (n_claims == 0)
    return;

  tell_of_gaps (package, draft);

  begin_book (&book, package, "100001", "cn-claims");
  for (guint i = 0; i < n_claims; i++)
    add_claim (&book, draft, i);
  end_book (&book, "cn-claims");
}

static void
add_heading (CsCnipaBook *book, const CsText *text, const CsSpan *where)
{
  g_string_append_printf (book->xml, "<heading id=\"h%04u\" level=\"2\">", ++book->n_headings);
  cs_cnipa_book_add_text (book, text, where, &in_heading);
  g_string_append (book->xml, "</heading>" CRLF);
}

static void
add_paragraph (CsCnipaBook *book, const CsText *text, const CsSpan *where)
{
  guint n = ++book->n_paragraphs;

  g_string_append_printf (book->xml, "<p id=\"p%04u\" num=\"%04u\" Italic=\"0\">", n, n);
  cs_cnipa_book_add_text (book, text, where, &in_paragraph);
  g_string_append (book->xml, "</p>" CRLF);
}

/* Numbers are given anew: the office counts through. */
static void
tell_of_number (CsCnipaBook *book, const CsUnit *unit, const CsSpan *where)
{
  if (unit->number > 0 && unit->number != book->n_paragraphs && where->part != CS_PART_ABSTRACT)
    cs_write_notes_add (book->package->notes, CS_WRITE_CHANGED, "paragraphs-renumbered", NULL,
                        where);
}

static void
add_units (CsCnipaBook *book, const CsDraft *draft, CsPart part)
{
  for (guint i = 0; i < cs_draft_get_n_units (draft, part); i++)
    {
      const CsUnit *unit = cs_draft_get_unit (draft, part, i);
      g_autoptr (CsText) text = slice_unit (draft, part, i);
      CsSpan where = { part, i };

      if (is_blank (cs_text_get_string (text), cs_text_get_n_bytes (text)))
        continue;
      if (unit->kind == CS_UNIT_HEADING && part == CS_PART_DESCRIPTION)
        {
          add_heading (book, text, &where);
          continue;
        }
      add_paragraph (book, text, &where);
      tell_of_number (book, unit, &where);
    }
}

static CsText *
dup_title (const CsDraft *draft)
{
  const char *requested = draft->request->title;

  if (draft->texts[CS_PART_TITLE] != NULL && cs_text_get_n_bytes (draft->texts[CS_PART_TITLE]) > 0)
    return cs_text_ref (draft->texts[CS_PART_TITLE]);

  return requested == NULL ? NULL : cs_text_new (requested, strlen (requested));
}

static void
add_title (CsCnipaBook *book, const CsDraft *draft)
{
  g_autoptr (CsText) title = dup_title (draft);
  CsSpan where = { CS_PART_TITLE };

  if (title == NULL)
    return;

  g_string_append (book->xml, "<invention-title>");
  cs_cnipa_book_add_text (book, title, &where, &in_heading);
  g_string_append (book->xml, "</invention-title>" CRLF);
}

static void
add_description (CsCnipaPackage *package, const CsDraft *draft)
{
  CsCnipaBook book = { 0 };

  if (cs_draft_get_n_units (draft, CS_PART_DESCRIPTION) == 0)
    return;

  begin_book (&book, package, "100002", "description");
  book.image_id = "idf";
  add_title (&book, draft);
  add_units (&book, draft, CS_PART_DESCRIPTION);
  end_book (&book, "description");
}

static void
add_figure (CsCnipaBook *book, const CsFigure *figure)
{
  g_autofree char *label = g_markup_escape_text (figure->label, -1);
  CsCnipaPicture picture = { .file = figure->file, .label = figure->label };
  guint n = ++book->n_figures;

  picture.width_mm = figure->width_mm;
  picture.height_mm = figure->height_mm;
  picture.span = (CsSpan){ CS_PART_FIGURES, n - 1 };
  g_string_append_printf (book->xml, "<figure id=\"f%04u\" num=\"%04u\"", n, n);
  if (*label != '\0')
    g_string_append_printf (book->xml, " figure-labels=\"%s\"", label);
  g_string_append_c (book->xml, '>');
  cs_cnipa_book_add_picture (book, &picture);
  g_string_append (book->xml, "</figure>" CRLF);
}

static void
add_drawings (CsCnipaPackage *package, const CsDraft *draft)
{
  CsCnipaBook book = { 0 };

  if (draft->figures->len == 0)
    return;

  begin_book (&book, package, "100003", "cn-drawings");
  book.image_id = "if";
  for (guint i = 0; i < draft->figures->len; i++)
    add_figure (&book, &g_array_index (draft->figures, CsFigure, i));
  end_book (&book, "cn-drawings");
}

static void
add_abstract (CsCnipaPackage *package, const CsDraft *draft)
{
  CsCnipaBook book = { 0 };

  if (cs_draft_get_n_units (draft, CS_PART_ABSTRACT) == 0)
    return;

  begin_book (&book, package, "100004", "cn-abstract");
  add_units (&book, draft, CS_PART_ABSTRACT);
  end_book (&book, "cn-abstract");
}

static guint
count_pictures (const CsDraft *draft)
{
  guint n_pictures = draft->figures->len;

  for (CsPart part = CS_PART_TITLE; part <= CS_PART_DESCRIPTION; part++)
    {
      guint n_objects = 0;

      if (draft->texts[part] != NULL)
        cs_text_get_objects (draft->texts[part], &n_objects);
      n_pictures += n_objects;
    }

  return n_pictures;
}

static gboolean
build (CsCnipaPackage *package, GError **error)
{
  const CsDraft *draft = package->job->draft;

  package->n_pictures = count_pictures (draft);
  add_claims (package, draft);
  add_description (package, draft);
  add_drawings (package, draft);
  add_abstract (package, draft);

  return !g_cancellable_set_error_if_cancelled (package->job->cancellable, error);
}

static void
clear_package (CsCnipaPackage *package)
{
  g_clear_pointer (&package->notes, g_array_unref);
  g_clear_pointer (&package->zip, cs_zip_writer_free);
  g_clear_error (&package->trouble);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CsCnipaPackage, clear_package)

static GArray *
preview (const CsWriteJob *job, GError **error)
{
  g_auto (CsCnipaPackage) package = { job, cs_write_notes_new () };

  cs_cnipa_preflight (job->draft, package.notes);
  if (!build (&package, error))
    return NULL;

  return g_steal_pointer (&package.notes);
}

static gboolean
is_empty (const CsDraft *draft)
{
  return cs_draft_get_n_units (draft, CS_PART_CLAIMS) == 0 &&
         cs_draft_get_n_units (draft, CS_PART_DESCRIPTION) == 0 &&
         cs_draft_get_n_units (draft, CS_PART_ABSTRACT) == 0 && draft->figures->len == 0;
}

static GBytes *
write_package (const CsWriteJob *job, GError **error)
{
  g_auto (CsCnipaPackage) package = { job, cs_write_notes_new (), cs_zip_writer_new () };

  if (is_empty (job->draft))
    {
      cs_error_set (error, CS_ERROR_EMPTY, 0, _ ("there is no text to write"));
      return NULL;
    }
  if (!build (&package, error))
    return NULL;
  if (package.trouble != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&package.trouble));
      return NULL;
    }

  return cs_zip_writer_end (g_steal_pointer (&package.zip), error);
}

const CsWriter cs_cnipa_writer = {
  .name = "cnipa",
  .title = N_ ("CNIPA package (ZIP)"),
  .extension = "zip",
  .preview = preview,
  .write = write_package,
};
