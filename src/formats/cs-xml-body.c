#include <string.h>

#include "cs-xml-body.h"

struct _CsXmlBody
{
  CsDraftBuilder *builder;
  CsXml *xml;
  const CsImageFolder *images;
  CsXmlText *text;
  CsPart part;              /* that paragraphs and headings belong to; CS_PART_DOCUMENT for none */
  CsXmlName unit;           /* the element whose end is the end of the open unit */
  gboolean abstract_figure; /* within cn-abst-figure */
  gboolean has_abstract_figure;
  char *abstract_image; /* SHA-256 */
  char *figure_label;   /* of the figure that is open, or NULL */
  gboolean cover_figure;
};

CsXmlBody *
cs_xml_body_new (CsDraftBuilder *builder,
                 CsXml *xml,
                 CsXmlTextStyle style,
                 const CsImageFolder *images)
{
  CsXmlBody *body = g_new0 (CsXmlBody, 1);

  body->builder = builder;
  body->xml = xml;
  body->images = images;
  body->text = cs_xml_text_new (builder, xml, style);

  return body;
}

void
cs_xml_body_free (CsXmlBody *body)
{
  cs_xml_text_free (body->text);
  g_free (body->abstract_image);
  g_free (body->figure_label);
  g_free (body);
}

static const CsImage *
find_image (CsXmlBody *body, const char *name)
{
  const CsImage *image;

  if (body->images == NULL || name == NULL)
    return NULL;

  image = body->images->find (body->images->data, name);
  if (image == NULL)
    cs_draft_builder_add_note (body->builder, "missing-image", name, body->part,
                               cs_xml_get_line (body->xml));
  return image;
}

static double
get_millimetres (const CsXmlElement *element, const char *name)
{
  g_autofree char *value = cs_xml_element_dup (element, name);
  double millimetres = value == NULL ? 0 : g_ascii_strtod (value, NULL);

  return millimetres > 0 && millimetres < 10000 ? millimetres : 0;
}

/* The bytes of a picture know its format better than its name or its attribute: CNIPA's own tool
 * calls every picture "tif". */
static char *
figure_format (const CsXmlElement *element, const CsImage *image, const char *name)
{
  const char *dot = name == NULL ? NULL : strrchr (name, '.');

  if (image != NULL && image->format != NULL)
    return g_strdup (image->format);
  if (dot != NULL && strlen (dot) > 1)
    return g_ascii_strdown (dot + 1, -1);

  return cs_xml_element_dup (element, "img-format");
}

static void
add_figure (CsXmlBody *body, const CsXmlElement *element)
{
  g_autofree char *name = NULL;
  const CsImage *image;
  CsFigure figure = { 0 };

  name = cs_xml_text_check_name (body->text, cs_xml_element_dup (element, "file"));
  image = find_image (body, name);
  if (body->abstract_figure)
    {
      g_free (body->abstract_image);
      body->abstract_image = image == NULL ? NULL : g_strdup (image->sha256);
      body->has_abstract_figure = TRUE;
      return;
    }

  figure.label = g_strdup (body->figure_label == NULL ? "" : body->figure_label);
  figure.format = figure_format (element, image, name);
  figure.file = g_steal_pointer (&name);
  figure.sha256 = image == NULL ? NULL : g_strdup (image->sha256);
  figure.width_mm = get_millimetres (element, "wi");
  figure.height_mm = get_millimetres (element, "he");
  cs_draft_builder_add_figure (body->builder, &figure);
}

static void
begin_figure (CsXmlBody *body, const CsXmlElement *element)
{
  g_free (body->figure_label);
  body->figure_label = cs_xml_element_dup (element, "figure-labels");
  /* USPTO repeats one sheet as figure 00000 for the front page. */
  body->cover_figure = cs_xml_element_is (element, "num", "00000");
}

/* What begins a part, or ends one when @begins is FALSE. Returns whether @name was such a thing. */
static gboolean
switch_part (CsXmlBody *body, CsXmlName name, gboolean begins)
{
  CsPart part;

  if (name == CS_XML_ABSTRACT || name == CS_XML_CN_ABSTRACT)
    part = CS_PART_ABSTRACT;
  else if (name == CS_XML_DESCRIPTION)
    part = CS_PART_DESCRIPTION;
  else if (name == CS_XML_CLAIMS || name == CS_XML_CN_CLAIMS)
    part = CS_PART_CLAIMS;
  else if (name == CS_XML_DRAWINGS || name == CS_XML_CN_DRAWINGS)
    part = CS_PART_FIGURES;
  else
    return FALSE;

  cs_xml_text_end (body->text);
  body->part = begins ? part : CS_PART_DOCUMENT;
  return TRUE;
}

static gboolean
holds_paragraphs (const CsXmlBody *body)
{
  return body->part == CS_PART_ABSTRACT || body->part == CS_PART_DESCRIPTION;
}

static void
open_unit (CsXmlBody *body, CsXmlName element, CsPart part, CsUnitKind kind, guint number)
{
  cs_xml_text_begin (body->text, part, kind, number);
  body->unit = element;
}

/* Begins the unit that @element is. Returns whether it is one. */
static gboolean
begin_unit (CsXmlBody *body, const CsXmlElement *element)
{
  CsXmlName name = element->name;
  guint number = body->part == CS_PART_ABSTRACT ? 0 : cs_xml_element_get_number (element, "num");

  if (name == CS_XML_CLAIM && body->part == CS_PART_CLAIMS)
    open_unit (body, name, CS_PART_CLAIMS, CS_UNIT_CLAIM, number);
  else if (name == CS_XML_INVENTION_TITLE)
    open_unit (body, name, CS_PART_TITLE, CS_UNIT_PARAGRAPH, 0);
  else if (name == CS_XML_HEADING && holds_paragraphs (body))
    open_unit (body, name, body->part, CS_UNIT_HEADING, 0);
  else if (name == CS_XML_P && holds_paragraphs (body))
    open_unit (body, name, body->part, CS_UNIT_PARAGRAPH, number);
  else
    return FALSE;

  return TRUE;
}

/* Begins a paragraph for an object that stands outside any, as tables at times do. */
static void
begin_object_unit (CsXmlBody *body, CsXmlName name)
{
  if (!cs_xml_text_is_open (body->text) && holds_paragraphs (body) && !body->abstract_figure &&
      cs_xml_text_is_object (name))
    open_unit (body, name, body->part, CS_UNIT_PARAGRAPH, 0);
}

static void
check_inline_image (CsXmlBody *body, const CsXmlElement *element)
{
  g_autofree char *name = cs_xml_element_dup (element, "file");

  if (name != NULL && strpbrk (name, "/\\") == NULL)
    find_image (body, name);
}

static void
start_inline (CsXmlBody *body, const CsXmlElement *element)
{
  if (element->name == CS_XML_IMG)
    check_inline_image (body, element);
  if (element->name == CS_XML_CLAIM_TEXT)
    cs_xml_text_break (body->text);
  else
    cs_xml_text_start_element (body->text, element);
}

static gboolean
is_drawing (const CsXmlBody *body)
{
  return body->abstract_figure || (body->part == CS_PART_FIGURES && !body->cover_figure);
}

void
cs_xml_body_start (gpointer data, const CsXmlElement *element)
{
  CsXmlBody *body = data;

  if (cs_xml_text_is_in_object (body->text))
    {
      start_inline (body, element);
      return;
    }
  if (begin_unit (body, element) || switch_part (body, element->name, TRUE))
    return;

  begin_object_unit (body, element->name);
  if (cs_xml_text_is_open (body->text))
    start_inline (body, element);
  else if (element->name == CS_XML_CN_ABST_FIGURE)
    body->abstract_figure = TRUE;
  else if (element->name == CS_XML_FIGURE)
    begin_figure (body, element);
  else if (element->name == CS_XML_IMG && is_drawing (body))
    add_figure (body, element);
}

static void
end_inline (CsXmlBody *body, const CsXmlElement *element)
{
  if (element->name == CS_XML_CLAIM_TEXT)
    cs_xml_text_break (body->text);
  else
    cs_xml_text_end_element (body->text, element);
}

void
cs_xml_body_end (gpointer data, const CsXmlElement *element)
{
  CsXmlBody *body = data;
  gboolean was_in_object = cs_xml_text_is_in_object (body->text);

  if (cs_xml_text_is_open (body->text))
    end_inline (body, element);
  if (cs_xml_text_is_in_object (body->text))
    return;

  if (element->name == body->unit && element->name != CS_XML_OTHER)
    cs_xml_text_end (body->text);
  else if (element->name == CS_XML_CN_ABST_FIGURE)
    body->abstract_figure = FALSE;
  else if (element->name == CS_XML_FIGURE)
    g_clear_pointer (&body->figure_label, g_free);
  else if (!was_in_object)
    switch_part (body, element->name, FALSE);
}

static gboolean
is_space (const char *text, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;

  return TRUE;
}

void
cs_xml_body_text (gpointer data, const char *text, gsize n_bytes)
{
  CsXmlBody *body = data;

  if (cs_xml_text_is_open (body->text))
    {
      cs_xml_text_append (body->text, text, n_bytes);
      return;
    }
  if (body->part == CS_PART_DOCUMENT || is_space (text, n_bytes))
    return;

  if (holds_paragraphs (body))
    {
      open_unit (body, CS_XML_OTHER, body->part, CS_UNIT_PARAGRAPH, 0);
      cs_xml_text_append (body->text, text, n_bytes);
    }
  else
    {
      g_autofree char *lost = g_strndup (text, MIN (n_bytes, 60));
      g_autofree char *detail = g_utf8_make_valid (lost, -1);

      cs_draft_builder_add_note (body->builder, "dropped-object", detail, body->part,
                                 cs_xml_get_line (body->xml));
    }
}

void
cs_xml_body_instruction (gpointer data, const char *target, const char *content)
{
  CsXmlBody *body = data;

  cs_xml_text_add_instruction (body->text, target, content);
}

void
cs_xml_body_unknown_entity (gpointer data, const char *name)
{
  CsXmlBody *body = data;

  cs_draft_builder_add_note (body->builder, "unknown-entity", name, body->part,
                             cs_xml_get_line (body->xml));
}

const char *
cs_xml_body_get_abstract_image (const CsXmlBody *body)
{
  return body->abstract_image;
}

gboolean
cs_xml_body_has_abstract_figure (const CsXmlBody *body)
{
  return body->has_abstract_figure;
}
