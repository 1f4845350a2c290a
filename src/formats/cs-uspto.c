#include "cs-uspto-sheet.h"
#include "cs-xml-body.h"
#include "cs-xml-dialect.h"

#define FORMAT "uspto-xml"

/* Source: DTDs us-patent-grant and us-patent-application v4.0 (2004) to v4.7. */
typedef struct
{
  CsXml *xml;
  CsXmlBody *body;
  CsUsptoSheet *sheet;
  gboolean in_sheet;
  gboolean in_title;
} Uspto;

static gpointer
begin (CsDraftBuilder *builder, CsXml *xml, const CsImageFolder *images)
{
  Uspto *uspto = g_new0 (Uspto, 1);

  cs_draft_builder_set_complete (builder, TRUE);
  uspto->xml = xml;
  /* The pictures come in packages of their own: that they are not there means nothing. */
  uspto->body = cs_xml_body_new (builder, xml, CS_XML_TEXT_US, NULL);
  uspto->sheet = cs_uspto_sheet_new (builder);

  return uspto;
}

static void
drop (gpointer data)
{
  Uspto *uspto = data;

  cs_xml_body_free (uspto->body);
  cs_uspto_sheet_free (uspto->sheet);
  g_free (uspto);
}

static CsDraft *
end (gpointer data, CsDraftBuilder *builder, GError **error)
{
  Uspto *uspto = data;

  cs_uspto_sheet_finish (uspto->sheet);
  drop (uspto);

  return cs_draft_builder_end (builder, error);
}

static gboolean
is_sheet (CsXmlName name)
{
  return name == CS_XML_US_BIBLIOGRAPHIC_DATA_GRANT ||
         name == CS_XML_US_BIBLIOGRAPHIC_DATA_APPLICATION;
}

/* Half of a grant's file is what it cites. */
static gboolean
is_of_no_interest (CsXmlName name)
{
  return name == CS_XML_US_REFERENCES_CITED || name == CS_XML_REFERENCES_CITED ||
         name == CS_XML_US_FIELD_OF_CLASSIFICATION_SEARCH || name == CS_XML_US_CLAIM_STATEMENT;
}

static void
on_start (gpointer data, const CsXmlElement *element)
{
  Uspto *uspto = data;

  if (is_of_no_interest (element->name))
    cs_xml_skip (uspto->xml);
  else if (is_sheet (element->name))
    uspto->in_sheet = TRUE;
  else if (uspto->in_sheet && !uspto->in_title && element->name != CS_XML_INVENTION_TITLE)
    cs_uspto_sheet_start (uspto->sheet, element);
  else
    {
      uspto->in_title = uspto->in_sheet;
      cs_xml_body_start (uspto->body, element);
    }
}

static void
on_end (gpointer data, const CsXmlElement *element)
{
  Uspto *uspto = data;

  if (is_sheet (element->name))
    uspto->in_sheet = FALSE;
  else if (uspto->in_sheet && !uspto->in_title)
    cs_uspto_sheet_end (uspto->sheet, element->name);
  else
    {
      uspto->in_title = uspto->in_sheet && element->name != CS_XML_INVENTION_TITLE;
      cs_xml_body_end (uspto->body, element);
    }
}

static void
on_text (gpointer data, const char *text, gsize n_bytes)
{
  Uspto *uspto = data;

  if (uspto->in_sheet && !uspto->in_title)
    cs_uspto_sheet_text (uspto->sheet, text, n_bytes);
  else
    cs_xml_body_text (uspto->body, text, n_bytes);
}

static void
on_instruction (gpointer data, const char *target, const char *content)
{
  Uspto *uspto = data;

  cs_xml_body_instruction (uspto->body, target, content);
}

static void
on_unknown_entity (gpointer data, const char *name)
{
  Uspto *uspto = data;

  cs_xml_body_unknown_entity (uspto->body, name);
}

static const CsXmlHandler handler = {
  .start = on_start,
  .end = on_end,
  .text = on_text,
  .instruction = on_instruction,
  .unknown_entity = on_unknown_entity,
};

const CsXmlDialect cs_uspto_grant_dialect = {
  .root = "us-patent-grant",
  .format = FORMAT,
  .handler = &handler,
  .begin = begin,
  .end = end,
  .free = drop,
};

const CsXmlDialect cs_uspto_application_dialect = {
  .root = "us-patent-application",
  .format = FORMAT,
  .handler = &handler,
  .begin = begin,
  .end = end,
  .free = drop,
};
