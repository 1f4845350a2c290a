#include <glib/gi18n-lib.h>

#include "cs-xml-body.h"
#include "cs-xml-document.h"
#include "cs-xml-sheet.h"

struct _CsXmlDocument
{
  CsDraftBuilder *builder;
  CsXml *xml;
  CsXmlBody *body;
  CsXmlSheet *sheet;
  CsOffice office;
  gboolean has_root;
  gboolean in_sheet;
  gboolean in_title; /* of the bibliographic data, which is text nevertheless */
};

gpointer
cs_xml_document_begin (const CsXmlReading *reading)
{
  CsXmlDocument *document = g_new0 (CsXmlDocument, 1);

  cs_draft_builder_set_complete (reading->builder, TRUE);
  document->builder = reading->builder;
  document->xml = reading->xml;
  document->office = reading->dialect->office;
  document->body = cs_xml_body_new (reading);
  document->sheet = cs_xml_sheet_new (reading->builder, reading->dialect->office);

  return document;
}

void
cs_xml_document_free (gpointer data)
{
  CsXmlDocument *document = data;

  cs_xml_body_free (document->body);
  cs_xml_sheet_free (document->sheet);
  g_free (document);
}

static gboolean
has_text (const CsDraft *draft)
{
  return cs_draft_get_n_units (draft, CS_PART_CLAIMS) > 0 ||
         cs_draft_get_n_units (draft, CS_PART_DESCRIPTION) > 0 ||
         cs_draft_get_n_units (draft, CS_PART_ABSTRACT) > 0 || draft->figures->len > 0;
}

CsDraft *
cs_xml_document_end (gpointer data, CsDraftBuilder *builder, GError **error)
{
  CsXmlDocument *document = data;
  g_autoptr (CsDraft) draft = NULL;

  cs_xml_body_finish (document->body);
  cs_xml_sheet_finish (document->sheet);
  draft = cs_draft_builder_end (builder, error);
  if (draft != NULL && draft->request->abstract_figure == NULL)
    draft->request->abstract_figure = cs_xml_body_dup_abstract_figure (document->body, draft);
  cs_xml_document_free (document);
  if (draft == NULL || has_text (draft))
    return g_steal_pointer (&draft);

  if (cs_draft_get_n_units (draft, CS_PART_TITLE) > 0)
    cs_error_set (error, CS_ERROR_EMPTY, 0,
                  _ ("holds bibliographic data of \"%s\" and no text of an application"),
                  draft->id);
  else
    cs_error_set (error, CS_ERROR_EMPTY, 0, _ ("holds no text of an application"));
  return NULL;
}

static char *
dup_attribute (const CsXmlElement *element, const char *name, const char *other_name)
{
  char *value = cs_xml_element_dup (element, name);

  return value != NULL || other_name == NULL ? value : cs_xml_element_dup (element, other_name);
}

/* Most roots tell which document it is; where they do not, the bibliographic data do. */
static void
start_root (CsXmlDocument *document, const CsXmlElement *element)
{
  g_autofree char *language = cs_xml_element_dup (element, "lang");
  g_autofree char *country = cs_xml_element_dup (element, "country");
  g_autofree char *number = dup_attribute (element, "doc-number", "docNumber");
  g_autofree char *kind = cs_xml_element_dup (element, "kind");

  document->has_root = TRUE;
  cs_xml_body_set_language (document->body, language);
  if (country != NULL && number != NULL)
    {
      g_autofree char *joined = g_strconcat (country, number, kind, NULL);
      g_autofree char *id = g_utf8_make_valid (joined, -1);

      cs_draft_builder_set_id (document->builder, id);
    }
  cs_xml_sheet_set_root (document->sheet, country, kind);
  /* A patent of the EPO is printed without its abstract, which came out with the application. */
  if (document->office == CS_OFFICE_EP && kind != NULL && kind[0] == 'B')
    cs_draft_builder_set_complete (document->builder, FALSE);
}

static gboolean
is_title (CsXmlName name)
{
  return name == CS_XML_INVENTION_TITLE || name == CS_XML_TITLE_LANGUAGE;
}

/* Publications of CNIPA give each number twice, once in a notation for machines. */
static gboolean
is_of_no_interest (const CsXmlElement *element)
{
  return element->name == CS_XML_SKIP || cs_xml_element_is (element, "dataFormat", "standard");
}

static void
on_start (gpointer data, const CsXmlElement *element)
{
  CsXmlDocument *document = data;

  if (!document->has_root)
    start_root (document, element);
  else if (element->name == CS_XML_BIBLIOGRAPHIC_DATA)
    document->in_sheet = TRUE;
  else if (document->in_sheet && is_of_no_interest (element))
    cs_xml_skip (document->xml);
  else if (document->in_sheet && !document->in_title && !is_title (element->name))
    cs_xml_sheet_start (document->sheet, element);
  else
    {
      document->in_title = document->in_sheet;
      cs_xml_body_start (document->body, element);
    }
}

static void
on_end (gpointer data, const CsXmlElement *element)
{
  CsXmlDocument *document = data;

  if (element->name == CS_XML_BIBLIOGRAPHIC_DATA)
    document->in_sheet = FALSE;
  else if (document->in_sheet && !document->in_title)
    cs_xml_sheet_end (document->sheet, element->name);
  else
    {
      document->in_title = document->in_sheet && !is_title (element->name);
      cs_xml_body_end (document->body, element);
    }
}

static void
on_text (gpointer data, const char *text, gsize n_bytes)
{
  CsXmlDocument *document = data;

  if (document->in_sheet && !document->in_title)
    cs_xml_sheet_text (document->sheet, text, n_bytes);
  else
    cs_xml_body_text (document->body, text, n_bytes);
}

static void
on_instruction (gpointer data, const char *target, const char *content)
{
  CsXmlDocument *document = data;

  cs_xml_body_instruction (document->body, target, content);
}

static void
on_unknown_entity (gpointer data, const char *name)
{
  CsXmlDocument *document = data;

  cs_xml_body_unknown_entity (document->body, name);
}

const CsXmlHandler cs_xml_document_handler = {
  .start = on_start,
  .end = on_end,
  .text = on_text,
  .instruction = on_instruction,
  .unknown_entity = on_unknown_entity,
};
