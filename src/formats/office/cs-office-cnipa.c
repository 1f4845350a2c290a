#include <string.h>

#include "cs-office-dialect.h"
#include "cs-office-read.h"
#include "cs-office-text.h"

/* Publications of CNIPA, XML of version V2.2.1. Each number and symbol stands there twice, as
 * printed and in a notation for machines, which is of no use to anyone else. */

static gboolean
is_for_machines (const CsOfficeNode *node)
{
  return cs_office_node_has (node, "dataFormat", "standard");
}

static CsNumber *
read_id (const CsOfficeNode *node,
         CsNumberRole role)
{
  return cs_office_read_id (&(CsOfficeId){
      .node = node, .role = role, .form = CS_NUMBER_ORIGINAL, .country = "CN" });
}

/* The printed one of several elements called @tag. */
static const CsOfficeNode *
find_printed (const CsOfficeNode *node,
              const char *tag)
{
  const CsOfficeNode *found = NULL;

  if (node == NULL)
    return NULL;
  CS_OFFICE_EACH (child, node)
  {
    if (cs_office_node_is (child, tag) && (found == NULL || is_for_machines (found)))
      found = child;
  }
  return found;
}

static CsNumber *
read_reference (const CsOfficeNode *node,
                const char *tag,
                CsNumberRole role)
{
  return read_id (cs_office_node_find (find_printed (node, tag), "DocumentID"), role);
}

/* A priority is what has a number of its own, whatever it is called and wrapped in. */
static void
add_priorities (CsRecordBuilder *builder,
                const CsOfficeNode *list)
{
  for (guint i = 1; list != NULL && i <= list->n_below; i++)
    {
      CsNumber *number;

      if (list[i].tag != NULL && is_for_machines (list + i))
        {
          i += list[i].n_below;
          continue;
        }
      if (list[i].tag == NULL || cs_office_node_find (list + i, "DocNumber") == NULL)
        continue;
      number = read_id (list + i, CS_NUMBER_PRIORITY);
      if (number != NULL)
        cs_record_builder_take_priority (builder, number, -1, NULL);
    }
}

/* A division (分案) names the application it was cut from (原申请); a grant the publication before
 * it. */
static void
add_relations (CsRecordBuilder *builder,
               const CsOfficeNode *list)
{
  if (list == NULL)
    return;
  CS_OFFICE_EACH (child, list)
  {
    gboolean is_publication = child->tag != NULL && strstr (child->tag, "Publication") != NULL;
    gboolean is_division = child->tag != NULL && strstr (child->tag, "Division") != NULL;
    CsNumber *number;

    if (child->tag == NULL || is_for_machines (child))
      continue;
    number = read_id (cs_office_node_find_below (child, "DocumentID"),
                      is_publication ? CS_NUMBER_PUBLICATION : CS_NUMBER_APPLICATION);
    if (number != NULL)
      cs_record_builder_take_relation (
          builder, is_division ? CS_RELATION_DIVISION : CS_RELATION_RELATED, number);
  }
}

/* The international application of a national phase. */
static void
add_international (CsRecordBuilder *builder,
                   const CsOfficeNode *bib)
{
  CS_OFFICE_EACH (child, bib)
  {
    CsNumber *number;

    if (child->tag == NULL || strstr (child->tag, "PCT") == NULL ||
        strstr (child->tag, "Publish") != NULL)
      continue;
    number = read_id (cs_office_node_find_below (child, "DocumentID"), CS_NUMBER_APPLICATION);
    if (number != NULL)
      cs_record_builder_take_relation (builder, CS_RELATION_NATIONAL_PHASE, number);
  }
}

static void
add_classes (CsRecordBuilder *builder,
             const CsOfficeNode *bib)
{
  const CsOfficeNode *locarno = cs_office_node_find (bib, "ClassificationLocarno");

  for (guint i = 1; i <= bib->n_below; i++)
    {
      const CsOfficeNode *node = bib + i;
      gboolean is_symbol = cs_office_node_is (node, "ClassificationIPCR") ||
                           cs_office_node_is (node, "MainClassification") ||
                           cs_office_node_is (node, "FurtherClassification");
      const CsOfficeNode *text = cs_office_node_find (node->tag == NULL ? NULL : node, "Text");
      g_autofree char *symbol = NULL;

      if (!is_symbol || is_for_machines (node))
        continue;
      symbol = cs_office_dup_ipc (cs_office_node_get_words (text == NULL ? node : text));
      cs_office_add_class (builder, "ipc", symbol);
    }
  cs_office_add_class (builder, "locarno",
                       cs_office_node_get_words (find_printed (locarno, "MainClassification")));
}

/* --- parties --- */

/* "北京某某知识产权代理有限公司 11250": the number of the agency is no part of its name. */
static char *
dup_agency (const CsOfficeNode *node)
{
  char *name = cs_office_node_dup (node, "Agency/AddressBook/OrganizationName");
  gsize n = strlen (name);

  while (n > 0 && g_ascii_isdigit (name[n - 1]))
    n--;
  if (n > 0 && name[n - 1] == ' ')
    name[n - 1] = '\0';
  return name;
}

static void
add_party (CsRecordBuilder *builder,
           CsPartyRole role,
           const CsOfficeNode *node)
{
  const CsOfficeNode *book = cs_office_node_find (node, "AddressBook");
  g_autofree char *name = cs_office_node_dup (book == NULL ? node : book, "Name");
  g_autofree char *organisation = cs_office_node_dup (book, "OrganizationName");
  g_autofree char *country = cs_office_node_dup (book, "Address/WIPOST3Code");

  if (is_for_machines (node))
    return;
  cs_office_add_name (builder, role, *name == '\0' ? organisation : name, NULL, country);
  if (role == CS_PARTY_AGENT)
    {
      g_autofree char *agency = dup_agency (node);

      cs_office_add_name (builder, role, agency, NULL, NULL);
    }
}

static void
add_parties (CsRecordBuilder *builder,
             const CsOfficeNode *bib)
{
  static const struct
  {
    const char *tag;
    CsPartyRole role;
  } parties[] = {
    { "Applicant", CS_PARTY_APPLICANT },
    { "Inventor", CS_PARTY_INVENTOR },
    { "Assignee", CS_PARTY_OWNER },
    { "Agent", CS_PARTY_AGENT },
    { "Examiner", CS_PARTY_EXAMINER },
  };

  for (guint i = 1; i <= bib->n_below; i++)
    for (guint j = 0; j < G_N_ELEMENTS (parties); j++)
      if (cs_office_node_is (bib + i, parties[j].tag))
        add_party (builder, parties[j].role, bib + i);
}

/* --- the rest --- */

static void
add_citations (CsRecordBuilder *builder,
               const CsOfficeNode *list)
{
  if (list == NULL)
    return;
  CS_OFFICE_EACH (child, list)
  {
    const CsOfficeNode *patent = cs_office_node_find (child, "ApplicationCitation");
    g_autofree char *text = cs_office_node_dup_text (
        cs_office_node_find_below (cs_office_node_find (child, "NPLCitation"), "Text"));
    g_autofree char *category = cs_office_node_dup (child, "Category");
    CsCitation citation = { .text = text, .category = category, .phase = "search" };

    if (child->tag == NULL)
      continue;
    citation.number = read_reference (patent, "PublicationReference", CS_NUMBER_PUBLICATION);
    if (citation.number != NULL || *text != '\0')
      cs_record_builder_add_citation (builder, &citation);
  }
}

static void
add_texts (CsOfficeReading *reading,
           CsRecordBuilder *builder,
           const CsOfficeNode *node)
{
  cs_office_add_children (builder, CS_RECORD_ABSTRACT, node, "Abstract", reading->style);
  cs_office_add_children (builder, CS_RECORD_CLAIMS, node, "Claims", reading->style);
  cs_office_add_children (builder, CS_RECORD_DESCRIPTION, node, "Description", reading->style);
}

static void
add_titles (CsOfficeReading *reading,
            CsRecordBuilder *builder,
            const CsOfficeNode *bib,
            const char *language)
{
  CS_OFFICE_EACH (child, bib)
  {
    if ((cs_office_node_is (child, "InventionTitle") ||
         cs_office_node_is (child, "DesignTitle")) &&
        !is_for_machines (child))
      cs_office_add_text (builder, CS_RECORD_TITLE, child, reading->style, language);
  }
}

static gboolean
read_publication (CsOfficeReading *reading,
                  const CsOfficeNode *node,
                  GError **error)
{
  CsRecordBuilder *builder = cs_office_reading_begin (reading);
  const CsOfficeNode *bib = cs_office_node_find (node, "BibliographicData");

  if (bib == NULL)
    bib = cs_office_node_find (node, "DesignBibliographicData");
  cs_record_builder_take_publication (
      builder, read_reference (bib, "PublicationReference", CS_NUMBER_PUBLICATION));
  cs_record_builder_take_application (
      builder, read_reference (bib, "ApplicationReference", CS_NUMBER_APPLICATION));
  if (bib != NULL)
    {
      add_titles (reading, builder, bib, cs_office_node_get (node, "lang"));
      add_priorities (builder, cs_office_node_find (bib, "PriorityDetails"));
      add_relations (builder, cs_office_node_find (bib, "RelatedDocuments"));
      add_international (builder, bib);
      add_classes (builder, bib);
      add_parties (builder, bib);
      add_citations (builder, cs_office_node_find (bib, "ReferencesCited"));
    }
  add_texts (reading, builder, node);
  return cs_office_reading_give (reading, builder, error);
}

const CsOfficeDialect cs_office_cnipa_dialects[] = {
  { .root = "PatentDocumentAndRelated", .source = "cnipa", .read = read_publication },
};
