#include <string.h>

#include <glib/gi18n-lib.h>

#include "../cs-xml-document.h"

/* The EPO's Open Patent Services: an answer holds the full text of one publication, or lists of
 * publications without any; so do files of DOCDB, which are what the latter are made of. */

typedef struct
{
  gpointer document; /* CsXmlDocument */
  CsDraftBuilder *builder;
  CsXml *xml;
  const char *what;     /* what the answer is, if it is none with text */
  guint n_publications; /* bibliographic data of so many */
  guint n_texts;        /* full texts */
} Ops;

typedef struct
{
  const char *tag;
  const char *what;
} Answer;

/* What answers without text are, by an element that only they have. */
static const Answer answers[] = {
  { "biblio-search", N_ ("a list of what a search has found") },
  { "class-scheme", N_ ("a part of the classification") },
  { "classification-scheme", N_ ("a part of the classification") },
  { "classification-statistics", N_ ("statistics of the classification") },
  { "equivalents-inquiry", N_ ("a list of equivalent publications") },
  { "fulltext-inquiry", N_ ("a list of available texts") },
  { "mappings", N_ ("a part of the classification") },
  { "patent-family", N_ ("a patent family") },
  { "register-search", N_ ("data of the European Patent Register") },
  { "standardization", N_ ("a number in several notations") },
};

/* All claims of a publication are texts of one claim. */
static const CsXmlAlias aliases[] = {
  { "claim", CS_XML_OTHER },
  { "claim-text", CS_XML_CLAIM },
};

static gpointer
begin (const CsXmlReading *reading)
{
  Ops *ops = g_new0 (Ops, 1);

  ops->document = cs_xml_document_begin (reading);
  ops->builder = reading->builder;
  ops->xml = reading->xml;
  cs_draft_builder_set_complete (reading->builder, FALSE); /* one part an answer */

  return ops;
}

static void
drop (gpointer data)
{
  Ops *ops = data;

  cs_xml_document_free (ops->document);
  g_free (ops);
}

static void
set_no_text (const Ops *ops, GError **error)
{
  if (ops->what != NULL)
    cs_error_set (error, CS_ERROR_EMPTY, 0, _ ("is %s, and holds no text of an application"),
                  _ (ops->what));
  else if (ops->n_publications > 0)
    cs_error_set (error, CS_ERROR_EMPTY, 0,
                  ngettext ("holds bibliographic data of %u publication, and neither claims nor a "
                            "description",
                            "holds bibliographic data of %u publications, and neither claims nor "
                            "a description",
                            ops->n_publications),
                  ops->n_publications);
  else
    cs_error_set (error, CS_ERROR_EMPTY, 0, _ ("holds no text of an application"));
}

static CsDraft *
end (gpointer data, CsDraftBuilder *builder, GError **error)
{
  Ops *ops = data;
  CsDraft *draft = NULL;

  if (ops->n_texts > 0)
    draft = cs_xml_document_end (g_steal_pointer (&ops->document), builder, error);
  else
    {
      set_no_text (ops, error);
      cs_draft_builder_free (builder);
      cs_xml_document_free (ops->document);
    }
  g_free (ops);

  return draft;
}

const char *
cs_ops_find_answer (const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (strcmp (answers[i].tag, tag) == 0)
      return answers[i].what;

  return NULL;
}

static void
on_start (gpointer data, const CsXmlElement *element)
{
  Ops *ops = data;
  const char *tag = cs_xml_element_local_name (element);

  if (ops->what == NULL)
    ops->what = cs_ops_find_answer (tag);
  if (strcmp (tag, "exchange-document") == 0)
    {
      ops->n_publications++;
      cs_xml_skip (ops->xml);
    }
  else if (strcmp (tag, "fulltext-document") == 0 && ops->n_texts++ > 0)
    {
      cs_draft_builder_add_note (ops->builder, "other-version", tag, CS_PART_DOCUMENT,
                                 cs_xml_get_line (ops->xml));
      cs_xml_skip (ops->xml);
    }
  else
    cs_xml_document_handler.start (ops->document, element);
}

static void
on_end (gpointer data, const CsXmlElement *element)
{
  Ops *ops = data;

  cs_xml_document_handler.end (ops->document, element);
}

static void
on_text (gpointer data, const char *text, gsize n_bytes)
{
  Ops *ops = data;

  cs_xml_document_handler.text (ops->document, text, n_bytes);
}

static void
on_unknown_entity (gpointer data, const char *name)
{
  Ops *ops = data;

  cs_xml_document_handler.unknown_entity (ops->document, name);
}

static const CsXmlHandler handler = {
  .start = on_start,
  .end = on_end,
  .text = on_text,
  .unknown_entity = on_unknown_entity,
};

/* OPS puts the same things under a root of its own, or under what it wraps. */
#define OPS_ROOT(name)                                                                       \
  {                                                                                          \
    .root = name, .format = "ops", .style = CS_XML_TEXT_LINES, .lacks_images = TRUE,         \
    CS_XML_ALIASES (aliases), .handler = &handler, .begin = begin, .end = end, .free = drop, \
  }

const CsXmlDialect cs_ops_dialects[] = {
  OPS_ROOT ("world-patent-data"),
  OPS_ROOT ("fulltext-documents"),
  OPS_ROOT ("exchange-documents"),
  OPS_ROOT ("exchange-document"),
};
