/* Objects, from the file into the line that is being read. */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../../base/cs-limits.h"
#include "../../../objects/cs-raster.h"
#include "../../cs-image.h"
#include "cs-docx-object.h"
#include "cs-docx-payload.h"
#include "cs-docx-reader.h"

#define MM_PER_POINT (25.4 / 72)
#define EMU_PER_MM 36000.0
#define MAX_MM 10000

/* --- pictures --- */

/* Whether the picture @part can be decoded by anybody without harm; a note says when not. */
static gboolean
is_bearable (CsDocxReader *reader, const CsDocxPart *part)
{
  gsize n_bytes;
  const char *bytes = g_bytes_get_data (part->bytes, &n_bytes);
  g_autofree char *detail = NULL;
  CsRasterInfo info;

  if (!cs_raster_probe (bytes, n_bytes, &info) ||
      (guint64)info.width_px * info.height_px <= CS_MAX_IMAGE_PIXELS)
    return TRUE;

  detail = g_strdup_printf (_ ("the picture \"%s\", which is %u × %u points large"), part->name,
                            info.width_px, info.height_px);
  cs_docx_reader_note (reader, "dropped-object", detail);
  return FALSE;
}

/* The part with the preview of an object; %NULL when there is none to be had. */
static const CsDocxPart *
find_preview (CsDocxReader *reader, const CsDocxShown *shown)
{
  const CsDocxPart *part;

  if (shown->relation == NULL)
    return NULL;

  part = cs_docx_package_get_target (reader->docx->package, shown->relation);
  if (part == NULL)
    cs_docx_reader_note (reader, "missing-image", shown->relation->target);

  return part != NULL && is_bearable (reader, part) ? part : NULL;
}

/* --- the object --- */

static char *
count_paragraph (gpointer data, const xmlNode *paragraph)
{
  CsDocxReader *reader = data;
  const xmlNode *properties = cs_docx_child (paragraph, "pPr");
  const CsDocxStyle *style = cs_docx_styles_find_paragraph (reader->styles,
                                                            cs_docx_get_val (properties, "pStyle"));

  return cs_docx_numbering_count (reader->numbering, properties, style);
}

static void
note_too_long (CsDocxReader *reader, const xmlNode *node)
{
  g_autofree char *words = cs_docx_dup_words (node);
  g_autofree char *start = g_utf8_substring (words, 0, MIN (40, g_utf8_strlen (words, -1)));
  g_autofree char *detail = g_strdup_printf (_ ("the source of an object, which is too long: %s"),
                                             start);

  cs_docx_reader_note (reader, "dropped-object", detail);
}

static char *
write_payload (CsDocxReader *reader,
               xmlNode *node,
               const char *root_name,
               const CsDocxPart *preview)
{
  CsDocxPayload payload = {
    .package = reader->docx->package,
    .part = reader->part,
    .node = node,
    .root_name = root_name,
    .preview = preview == NULL ? NULL : preview->name,
    .number = count_paragraph,
    .data = reader,
    .max_bytes = CS_MAX_PART_BYTES - MIN (CS_MAX_PART_BYTES, reader->object_bytes),
  };
  char *xml = cs_docx_payload_write (&payload);

  if (xml == NULL)
    note_too_long (reader, node);
  else
    reader->object_bytes += strlen (xml);

  return xml;
}

/* Comments and footnotes of what is within an object are at the object. */
static void
read_remarks (CsDocxReader *reader, xmlNode *root)
{
  for (xmlNode *node = cs_docx_next (root, root, TRUE); node != NULL;
       node = cs_docx_next (node, root, TRUE))
    if (!cs_docx_read_comment_mark (reader, node) &&
        (cs_docx_is_w (node, "footnoteReference") || cs_docx_is_w (node, "endnoteReference")))
      cs_docx_read_note (reader, node);
}

static void
count_changes (CsDocxReader *reader, xmlNode *root)
{
  for (xmlNode *node = cs_docx_next (root, root, TRUE); node != NULL;
       node = cs_docx_next (node, root, TRUE))
    if (cs_docx_is_w (node, "ins"))
      cs_docx_reader_found (&reader->insertions, node);
    else if (cs_docx_is_w (node, "del"))
      cs_docx_reader_found (&reader->deletions, node);
}

static gboolean
needs_picture (const xmlNode *node, const CsDocxShown *shown)
{
  return cs_docx_space (node->ns) != CS_DOCX_M && shown->kind != CS_OBJECT_TABLE &&
         shown->relation == NULL;
}

static const char *
name_of (const xmlNode *node)
{
  const xmlNode *ole = cs_docx_find (node, CS_DOCX_O, "OLEObject");
  const char *program = cs_docx_get (ole, CS_DOCX_NONE, "ProgID");
  const xmlNode *drawn = cs_docx_find (node, CS_DOCX_WP, "docPr");
  const char *name = cs_docx_get (drawn, CS_DOCX_NONE, "name");

  if (program != NULL)
    return program;

  return name == NULL ? (const char *)node->name : name;
}

static void
note_partial (CsDocxReader *reader, const xmlNode *node)
{
  g_autofree char *words = cs_docx_dup_words (node);
  g_autofree char *start = g_utf8_substring (words, 0, MIN (40, g_utf8_strlen (words, -1)));
  g_autofree char *detail =
      g_strdup_printf (_ ("a drawing of several pieces, of which one picture is shown: %s"), start);

  cs_docx_reader_note (reader, "no-preview", detail);
}

static gboolean
is_cropped (const xmlNode *node)
{
  static const char *const sides[] = { "l", "t", "r", "b", "cropleft", "croptop", "cropright",
                                       "cropbottom" };
  const xmlNode *crop = cs_docx_find (node, CS_DOCX_A, "srcRect");

  if (crop == NULL)
    crop = cs_docx_find (node, CS_DOCX_V, "imagedata");
  for (guint i = 0; crop != NULL && i < G_N_ELEMENTS (sides); i++)
    {
      const char *side = cs_docx_get (crop, CS_DOCX_NONE, sides[i]);

      if (side != NULL && g_ascii_strtod (side, NULL) != 0)
        return TRUE;
    }

  return FALSE;
}

/* Of an object among the drawings its picture alone is kept, whole; elsewhere the object is. */
static void
note_crop (CsDocxReader *reader, const xmlNode *node)
{
  CsHeading book = cs_books_get_open (reader->books);
  g_autofree char *detail = NULL;

  if ((book != CS_HEADING_DRAWINGS && book != CS_HEADING_ABSTRACT_FIGURE) || !is_cropped (node))
    return;

  detail = g_strdup_printf (_ ("the crop of a picture, which is shown whole: %s"), name_of (node));
  cs_docx_reader_note (reader, "dropped-object", detail);
}

static void
take_object (CsDocxReader *reader, xmlNode *node, const CsDocxShown *shown)
{
  const CsDocxPart *preview = find_preview (reader, shown);
  g_autofree char *payload = write_payload (reader, node, NULL, preview);
  CsInlineObject object = { .kind = shown->kind, .payload = payload };

  if (preview != NULL)
    object.preview = (char *)cs_docx_add_image (reader->docx, preview->name, shown->name);
  if (needs_picture (node, shown))
    cs_docx_reader_note (reader, "no-preview", name_of (node));
  if (shown->is_partial)
    note_partial (reader, node);
  note_crop (reader, node);
  count_changes (reader, node);
  cs_docx_line_append_object (reader->line, &object, node);
  read_remarks (reader, node);
}

static void
take_box (CsDocxReader *reader, xmlNode *box)
{
  g_autofree char *words = cs_docx_dup_words (box);
  g_autofree char *start = g_utf8_substring (words, 0, MIN (40, g_utf8_strlen (words, -1)));
  g_autofree char *detail =
      g_strdup_printf (_ ("the frame of a text box, whose words were taken: %s"), start);

  g_ptr_array_add (reader->boxes, box);
  cs_docx_reader_note (reader, "dropped-object", detail);
}

/* A line across the page parts nothing but pages. */
static gboolean
is_rule (const xmlNode *node)
{
  const xmlNode *shape =
      cs_docx_is_w (node, "pict") ? cs_docx_find (node, CS_DOCX_V, "rect") : NULL;

  return cs_docx_get (shape, CS_DOCX_O, "hr") != NULL;
}

void
cs_docx_read_object (CsDocxReader *reader, xmlNode *node)
{
  g_auto (CsDocxShown) shown;

  cs_docx_show (reader->docx, reader->part, node, &shown);
  if (shown.box != NULL)
    take_box (reader, shown.box);
  else if (!is_rule (node))
    take_object (reader, node, &shown);
}

/* --- notes at the foot --- */

void
cs_docx_read_note (CsDocxReader *reader, xmlNode *node)
{
  gboolean at_end = cs_docx_is_w (node, "endnoteReference");
  const char *id = cs_docx_get (node, CS_DOCX_W, "id");
  g_autofree char *key = g_strconcat (at_end ? "e" : "f", id, NULL);
  xmlNode *note = g_hash_table_lookup (reader->note_ids, key);
  g_autofree char *payload = NULL;
  CsInlineObject object = { .kind = CS_OBJECT_FOOTNOTE };
  CsDocxRemark *remark;
  const char *part = reader->part;

  if (note == NULL)
    return;

  /* Its relations are those of the part with the notes. */
  reader->part = (const char *)note->doc->_private;
  payload = write_payload (reader, note, "footnote", NULL);
  reader->part = part;

  remark = g_new0 (CsDocxRemark, 1);
  remark->words = cs_docx_dup_words (note);
  g_ptr_array_add (reader->footnotes, remark);
  g_ptr_array_add (reader->met, remark);
  cs_docx_line_add_mark (reader->line, &remark->start);
  object.payload = payload;
  cs_docx_line_append_object (reader->line, &object, node);
  cs_docx_line_add_mark (reader->line, &remark->end);
}

/* --- drawings --- */

/* The number behind @key in @xml; 0 when there is none. */
static double
read_length (const char *xml, const char *key)
{
  const char *at = xml == NULL ? NULL : strstr (xml, key);
  double length = at == NULL ? 0 : g_ascii_strtod (at + strlen (key), NULL);

  return length > 0 && length < 1e12 ? length : 0;
}

/* How large it is printed: in EMU for drawings, in points for those of before 2007. */
static void
read_size (const char *payload, CsFigure *figure)
{
  const char *extent = strstr (payload, "<wp:extent ");
  const char *style = strstr (payload, " style=\"");

  if (extent != NULL)
    {
      figure->width_mm = read_length (extent, " cx=\"") / EMU_PER_MM;
      figure->height_mm = read_length (extent, " cy=\"") / EMU_PER_MM;
    }
  else
    {
      figure->width_mm = read_length (style, "width:") * MM_PER_POINT;
      figure->height_mm = read_length (style, "height:") * MM_PER_POINT;
    }
  if (figure->width_mm > MAX_MM || figure->height_mm > MAX_MM)
    figure->width_mm = figure->height_mm = 0;
}

/* By its first bytes, else by its name. */
static char *
dup_format (const CsImage *image, const char *name)
{
  const char *dot = strrchr (name, '.');

  if (image->format != NULL)
    return g_strdup (image->format);

  return dot == NULL ? NULL : g_ascii_strdown (dot + 1, -1);
}

/* Whether an object of which there is no picture is a drawing all the same, so that a label is its
 * own: shapes put together, a chart, a picture that is not there. A lone line or frame is none. */
static gboolean
is_drawing (const CsInlineObject *object)
{
  static const char *const marks[] = { "<wpg:wgp", "<wpc:wpc", "<v:group", "<c:chart",
                                       "<dgm:relIds", "<o:OLEObject", "<a:blip", "<v:imagedata" };

  for (guint i = 0; object->payload != NULL && i < G_N_ELEMENTS (marks); i++)
    if (strstr (object->payload, marks[i]) != NULL)
      return object->kind != CS_OBJECT_TABLE && object->kind != CS_OBJECT_FOOTNOTE;

  return FALSE;
}

gboolean
cs_docx_describe (gpointer data, const CsInlineObject *object, CsFigure *figure)
{
  CsDocxReader *reader = data;
  g_autoptr (GBytes) bytes = NULL;
  CsImage *image;

  if (cs_docx_is_placeholder (object))
    {
      figure->file = g_strdup (object->preview);
      return TRUE;
    }
  if (object->kind == CS_OBJECT_FORMULA)
    return FALSE;
  if (object->preview == NULL)
    return is_drawing (object);
  bytes = cs_docx_load_image (reader->docx, object->preview);
  if (bytes == NULL)
    return FALSE;

  image = cs_image_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  figure->file = g_strdup (object->preview);
  figure->format = dup_format (image, object->preview);
  figure->sha256 = g_steal_pointer (&image->sha256);
  cs_image_describe (image, figure);
  if (object->payload != NULL)
    read_size (object->payload, figure);
  cs_image_free (image);

  return TRUE;
}
