#include <string.h>

#include "cs-xml-body.h"
#include "cs-xml-choice.h"
#include "cs-xml-figures.h"

#define MAX_LANGUAGE_BYTES 16 /* of the name of a language */

struct _CsXmlBody
{
  CsDraftBuilder *builder;
  CsXml *xml;
  CsXmlText *text;
  CsXmlChoice *choice;
  CsXmlFigures *figures;
  CsPart part;    /* that paragraphs and headings belong to; CS_PART_DOCUMENT for none */
  CsXmlName unit; /* the element whose end is the end of the open unit */
  gboolean in_claim_ref;
  GString *title_language; /* of the next title */
  gboolean in_title_language;
};

CsXmlBody *
cs_xml_body_new (const CsXmlReading *reading)
{
  CsXmlBody *body = g_new0 (CsXmlBody, 1);

  body->builder = reading->builder;
  body->xml = reading->xml;
  body->text = cs_xml_text_new (reading->builder, reading->xml, reading->dialect->style);
  body->choice = cs_xml_choice_new (reading->builder, reading->claims_language);
  body->figures = cs_xml_figures_new (reading);
  body->title_language = g_string_new (NULL);

  return body;
}

void
cs_xml_body_free (CsXmlBody *body)
{
  cs_xml_text_free (body->text);
  cs_xml_choice_free (body->choice);
  cs_xml_figures_free (body->figures);
  g_string_free (body->title_language, TRUE);
  g_free (body);
}

void
cs_xml_body_set_language (CsXmlBody *body, const char *language)
{
  cs_xml_choice_set_own (body->choice, language);
}

/* The part that an element holds, or CS_PART_DOCUMENT. */
static CsPart
part_of (CsXmlName name)
{
  if (name == CS_XML_ABSTRACT || name == CS_XML_CN_ABSTRACT)
    return CS_PART_ABSTRACT;
  if (name == CS_XML_DESCRIPTION)
    return CS_PART_DESCRIPTION;
  if (name == CS_XML_CLAIMS || name == CS_XML_CN_CLAIMS)
    return CS_PART_CLAIMS;

  return name == CS_XML_DRAWINGS || name == CS_XML_CN_DRAWINGS ? CS_PART_FIGURES : CS_PART_DOCUMENT;
}

/* Begins the part that @element holds. Returns whether it is such an element. */
static gboolean
begin_part (CsXmlBody *body, const CsXmlElement *element)
{
  CsPart part = part_of (element->name);
  g_autofree char *language = NULL;

  if (part == CS_PART_DOCUMENT)
    return FALSE;

  cs_xml_text_end (body->text);
  body->part = part;
  language = cs_xml_element_dup (element, "lang");
  if (part == CS_PART_DESCRIPTION)
    cs_xml_choice_set_own (body->choice, language);
  else if (part != CS_PART_FIGURES && !cs_xml_choice_takes (body->choice, part, language))
    {
      body->part = CS_PART_DOCUMENT;
      cs_xml_skip (body->xml);
    }

  return TRUE;
}

static void
end_part (CsXmlBody *body, CsXmlName name)
{
  if (part_of (name) == CS_PART_DOCUMENT)
    return;

  cs_xml_text_end (body->text);
  body->part = CS_PART_DOCUMENT;
}

static gboolean
holds_paragraphs (const CsXmlBody *body)
{
  return body->part == CS_PART_ABSTRACT || body->part == CS_PART_DESCRIPTION;
}

static void
begin_title (CsXmlBody *body, const CsXmlElement *element)
{
  g_autofree char *language = cs_xml_element_dup (element, "lang");

  if (language != NULL)
    g_string_assign (body->title_language, language);
}

static void
end_title (CsXmlBody *body)
{
  cs_xml_text_end (body->text);
  cs_xml_choice_add_title (body->choice, body->title_language->str);
  g_string_truncate (body->title_language, 0);
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
    {
      begin_title (body, element);
      open_unit (body, name, CS_PART_TITLE, CS_UNIT_PARAGRAPH, 0);
    }
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
  if (!cs_xml_text_is_open (body->text) && holds_paragraphs (body) &&
      !cs_xml_figures_is_in_abstract (body->figures) && cs_xml_text_is_object (name))
    open_unit (body, name, body->part, CS_UNIT_PARAGRAPH, 0);
}

static void
check_inline_image (CsXmlBody *body, const CsXmlElement *element)
{
  g_autofree char *name = cs_xml_element_dup (element, "file");

  if (name != NULL && strpbrk (name, "/\\") == NULL)
    cs_xml_figures_find_image (body->figures, name, body->part);
}

/* Whether @name is a step of a claim, on lines of its own. What a claim quotes of another one ("as
 * in claim 1") stands in a claim-text too in one dialect. */
static gboolean
is_step (const CsXmlBody *body, CsXmlName name)
{
  return name == CS_XML_CLAIM_TEXT && !body->in_claim_ref &&
         !cs_xml_text_is_in_object (body->text);
}

static void
start_inline (CsXmlBody *body, const CsXmlElement *element)
{
  if (element->name == CS_XML_IMG)
    check_inline_image (body, element);
  if (is_step (body, element->name))
    cs_xml_text_break (body->text);
  else
    cs_xml_text_start_element (body->text, element);
  body->in_claim_ref |= element->name == CS_XML_CLAIM_REF;
}

/* Claims that are only there as pictures of their pages are no claims that can be read. */
static void
note_dropped (CsXmlBody *body, const CsXmlElement *element)
{
  g_autofree char *file = cs_xml_element_dup (element, "file");
  g_autofree char *detail = g_utf8_make_valid (file == NULL ? element->tag : file, -1);

  cs_draft_builder_add_note (body->builder, "dropped-object", detail, CS_PART_CLAIMS,
                             cs_xml_get_line (body->xml));
  cs_xml_skip (body->xml);
}

static void
note_left_aside (CsXmlBody *body, const CsXmlElement *element)
{
  cs_draft_builder_add_note (body->builder, "other-version", element->tag, CS_PART_DOCUMENT,
                             cs_xml_get_line (body->xml));
  cs_xml_skip (body->xml);
}

static gboolean
is_drawing (const CsXmlBody *body, CsXmlName name)
{
  return name == CS_XML_IMG && (body->part == CS_PART_FIGURES ||
                                cs_xml_figures_is_in_abstract (body->figures));
}

static void
add_drawing (CsXmlBody *body, const CsXmlElement *element)
{
  g_autofree char *file =
      cs_xml_text_check_name (body->text, cs_xml_element_dup (element, "file"));

  cs_xml_figures_add (body->figures, element, file);
}

/* What is neither a unit nor a part: something within a unit, a drawing, or nothing to us. */
static void
start_other (CsXmlBody *body, const CsXmlElement *element)
{
  begin_object_unit (body, element->name);
  if (cs_xml_text_is_open (body->text))
    start_inline (body, element);
  else if (element->name == CS_XML_TITLE_LANGUAGE)
    {
      g_string_truncate (body->title_language, 0);
      body->in_title_language = TRUE;
    }
  else if (element->name == CS_XML_CN_ABST_FIGURE)
    cs_xml_figures_set_in_abstract (body->figures, TRUE);
  else if (element->name == CS_XML_FIGURE)
    cs_xml_figures_begin (body->figures, element);
  else if (is_drawing (body, element->name))
    add_drawing (body, element);
  else if (body->part == CS_PART_CLAIMS && cs_xml_text_is_object (element->name))
    note_dropped (body, element);
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
  if (element->name == CS_XML_SKIP ||
      (element->name == CS_XML_HEADING && body->part == CS_PART_FIGURES))
    cs_xml_skip (body->xml);
  else if (element->name == CS_XML_AMENDED_CLAIMS)
    note_left_aside (body, element);
  else if (!begin_unit (body, element) && !begin_part (body, element))
    start_other (body, element);
}

static void
end_inline (CsXmlBody *body, const CsXmlElement *element)
{
  if (is_step (body, element->name))
    cs_xml_text_break (body->text);
  else
    cs_xml_text_end_element (body->text, element);
  if (element->name == CS_XML_CLAIM_REF)
    body->in_claim_ref = FALSE;
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

  if (element->name == CS_XML_TITLE_LANGUAGE)
    body->in_title_language = FALSE;
  else if (element->name == CS_XML_INVENTION_TITLE)
    end_title (body);
  else if (element->name == body->unit && element->name != CS_XML_OTHER)
    cs_xml_text_end (body->text);
  else if (element->name == CS_XML_CN_ABST_FIGURE)
    cs_xml_figures_set_in_abstract (body->figures, FALSE);
  else if (element->name == CS_XML_FIGURE)
    cs_xml_figures_end (body->figures);
  else if (!was_in_object)
    end_part (body, element->name);
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

  if (body->in_title_language)
    {
      if (body->title_language->len < MAX_LANGUAGE_BYTES)
        g_string_append_len (body->title_language, text, MIN (n_bytes, MAX_LANGUAGE_BYTES));
      return;
    }
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

void
cs_xml_body_finish (CsXmlBody *body)
{
  cs_xml_text_end (body->text);
  cs_xml_choice_finish (body->choice);
}

char *
cs_xml_body_dup_abstract_figure (const CsXmlBody *body, const CsDraft *draft)
{
  return cs_xml_figures_dup_abstract (body->figures, draft);
}
