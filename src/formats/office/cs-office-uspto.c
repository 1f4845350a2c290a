#include <string.h>

#include "cs-office-dialect.h"
#include "cs-office-read.h"
#include "cs-office-text.h"

/* Grants and applications of USPTO. Sources: DTDs us-patent-grant and us-patent-application v4.0
 * (2004) to v4.7. */

static CsNumber *
read_id (const CsOfficeNode *node,
         CsNumberRole role)
{
  return cs_office_read_id (&(CsOfficeId){
      .node = node, .role = role, .form = CS_NUMBER_ORIGINAL, .country = "US" });
}

/* --- where it comes from --- */

typedef struct
{
  const char *tag;
  CsRelationType type;
} RelationTag;

static const RelationTag relation_tags[] = {
  { "addition", CS_RELATION_ADDITION },
  { "continuation", CS_RELATION_CONTINUATION },
  { "continuation-in-part", CS_RELATION_IN_PART },
  { "continuing-reissue", CS_RELATION_REISSUE },
  { "division", CS_RELATION_DIVISION },
  { "reexamination", CS_RELATION_REEXAMINATION },
  { "reissue", CS_RELATION_REISSUE },
  { "substitution", CS_RELATION_SUBSTITUTION },
  { "us-provisional-application", CS_RELATION_PROVISIONAL },
  { "us-reexamination-reissue-merger", CS_RELATION_REEXAMINATION },
};

static CsRelationType
relation_of (const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (relation_tags); i++)
    if (strcmp (relation_tags[i].tag, tag) == 0)
      return relation_tags[i].type;
  return CS_RELATION_RELATED;
}

/* Whether a relation is that of the application itself, and not of one of its parents. */
static gboolean
is_own (const CsOfficeNode *relation,
        const char *application)
{
  g_autofree char *child = cs_office_node_dup (relation, "child-doc/document-id/doc-number");

  return *child == '\0' || *application == '\0' || strcmp (child, application) == 0;
}

static void
add_relation (CsRecordBuilder *builder,
              const CsOfficeNode *node,
              const char *application)
{
  const CsOfficeNode *relation = cs_office_node_find (node, "relation");
  gboolean is_publication = cs_office_node_is (node, "related-publication");
  CsRelationType type = relation_of (node->tag);
  CsOfficeId id = { .role = is_publication ? CS_NUMBER_PUBLICATION : CS_NUMBER_APPLICATION,
                    .form = CS_NUMBER_ORIGINAL,
                    .country = "US" };
  CsNumber *parent;

  if (relation != NULL && !is_own (relation, application))
    type = CS_RELATION_RELATED;
  if (type == CS_RELATION_PROVISIONAL)
    id.kind = "P";
  id.node = cs_office_node_find (
      node, relation == NULL ? "document-id" : "relation/parent-doc/document-id");
  parent = cs_office_read_id (&id);
  if (parent != NULL)
    cs_record_builder_take_relation (builder, type, parent);
}

static void
add_relations (CsRecordBuilder *builder,
               const CsOfficeNode *bib)
{
  const CsOfficeNode *related = cs_office_node_find (bib, "us-related-documents");
  const CsOfficeNode *pct = cs_office_node_find (bib, "pct-or-regional-filing-data/document-id");
  g_autofree char *application =
      cs_office_node_dup (bib, "application-reference/document-id/doc-number");
  CsNumber *parent = read_id (pct, CS_NUMBER_APPLICATION);

  if (parent != NULL)
    cs_record_builder_take_relation (builder, CS_RELATION_NATIONAL_PHASE, parent);
  if (related == NULL)
    return;
  CS_OFFICE_EACH (child, related)
  {
    if (child->tag != NULL)
      add_relation (builder, child, application);
  }
}

static void
add_priorities (CsRecordBuilder *builder,
                const CsOfficeNode *bib)
{
  const CsOfficeNode *claims = cs_office_node_find (bib, "priority-claims");

  if (claims == NULL)
    return;
  CS_OFFICE_EACH (child, claims)
  {
    CsNumber *number = cs_office_read_id (&(CsOfficeId){
        .node = child, .role = CS_NUMBER_PRIORITY, .form = CS_NUMBER_ORIGINAL });

    if (number != NULL)
      cs_record_builder_take_priority (builder, number, -1, NULL);
  }
}

/* --- classes --- */

static void
add_ipc (CsRecordBuilder *builder,
         const CsOfficeNode *bib)
{
  const CsOfficeNode *list = cs_office_node_find (bib, "classifications-ipcr");
  const CsOfficeNode *old = cs_office_node_find (bib, "classification-ipc");

  if (list != NULL)
    CS_OFFICE_EACH (child, list)
    {
      if (child->tag != NULL)
        cs_office_add_split_class (builder, "ipc", child);
    }
  if (old != NULL)
    CS_OFFICE_EACH (child, old)
    {
      g_autofree char *symbol = NULL;

      if (cs_office_node_is (child, "main-classification") ||
          cs_office_node_is (child, "further-classification"))
        symbol = cs_office_dup_ipc (cs_office_node_get_words (child));
      cs_office_add_class (builder, "ipc", symbol);
    }
}

/* In main-cpc, further-cpc, at times in sets of combinations. */
static void
add_cpc (CsRecordBuilder *builder,
         const CsOfficeNode *bib)
{
  const CsOfficeNode *list = cs_office_node_find (bib, "classifications-cpc");

  for (guint i = 1; list != NULL && i <= list->n_below; i++)
    if (cs_office_node_is (list + i, "classification-cpc"))
      cs_office_add_split_class (builder, "cpc", list + i);
}

static void
add_other_classes (CsRecordBuilder *builder,
                   const CsOfficeNode *bib)
{
  const CsOfficeNode *national = cs_office_node_find (bib, "classification-national");
  g_autofree char *locarno = cs_office_node_dup (bib, "classification-locarno/main-classification");

  if (national != NULL)
    CS_OFFICE_EACH (child, national)
    {
      g_autofree char *symbol = NULL;

      if (cs_office_node_is (child, "main-classification") ||
          cs_office_node_is (child, "further-classification"))
        symbol = cs_office_dup_national (cs_office_node_get_words (child));
      cs_office_add_class (builder, "us", symbol);
    }
  if (strlen (locarno) == 4)
    {
      g_autofree char *printed = g_strdup_printf ("%.2s-%s", locarno, locarno + 2);

      cs_office_add_class (builder, "locarno", printed);
    }
  else
    cs_office_add_class (builder, "locarno", locarno);
}

/* --- parties --- */

static void
add_list (CsRecordBuilder *builder,
          CsPartyRole role,
          const CsOfficeNode *list)
{
  if (list == NULL)
    return;
  CS_OFFICE_EACH (child, list)
  {
    if (child->tag != NULL)
      cs_office_add_party (builder, role, child);
  }
}

/* Until 2012 an applicant was the inventor; then a list of inventors came beside that of
 * applicants. */
static void
add_old_applicants (CsRecordBuilder *builder,
                    const CsOfficeNode *list)
{
  if (list == NULL)
    return;
  CS_OFFICE_EACH (child, list)
  {
    const char *type = cs_office_node_get (child, "app-type");

    if (child->tag == NULL)
      continue;
    cs_office_add_party (builder, CS_PARTY_APPLICANT, child);
    if (type != NULL && strstr (type, "inventor") != NULL)
      cs_office_add_party (builder, CS_PARTY_INVENTOR, child);
  }
}

static void
add_parties (CsRecordBuilder *builder,
             const CsOfficeNode *bib)
{
  static const char *const roots[] = { "parties", "us-parties" };

  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      const CsOfficeNode *parties = cs_office_node_find (bib, roots[i]);

      add_old_applicants (builder, cs_office_node_find (parties, "applicants"));
      add_old_applicants (builder, cs_office_node_find (parties, "us-applicants"));
      add_list (builder, CS_PARTY_INVENTOR, cs_office_node_find (parties, "inventors"));
      add_list (builder, CS_PARTY_AGENT, cs_office_node_find (parties, "agents"));
    }
  add_list (builder, CS_PARTY_OWNER, cs_office_node_find (bib, "assignees"));
  add_list (builder, CS_PARTY_EXAMINER, cs_office_node_find (bib, "examiners"));
}

/* --- citations --- */

/* "cited by examiner", "cited by applicant", "cited by other", "cited by third party" */
static const char *
phase_of (const char *category)
{
  if (strstr (category, "examiner") != NULL)
    return "examination";
  if (strstr (category, "third") != NULL)
    return "third-party";
  return *category == '\0' ? "" : "applicant";
}

static void
add_citation (CsRecordBuilder *builder,
              const CsOfficeNode *node)
{
  const CsOfficeNode *patent = cs_office_node_find (node, "patcit/document-id");
  g_autofree char *text = cs_office_node_dup (node, "nplcit/othercit");
  g_autofree char *category = cs_office_node_dup (node, "category");
  CsCitation citation = { .text = text, .phase = phase_of (category) };

  citation.number = cs_office_read_id (&(CsOfficeId){
      .node = patent, .role = CS_NUMBER_PUBLICATION, .form = CS_NUMBER_ORIGINAL });
  if (citation.number != NULL || *text != '\0')
    cs_record_builder_add_citation (builder, &citation);
}

static void
add_citations (CsRecordBuilder *builder,
               const CsOfficeNode *bib)
{
  static const char *const lists[] = { "references-cited", "us-references-cited" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const CsOfficeNode *list = cs_office_node_find (bib, lists[i]);

      if (list != NULL)
        CS_OFFICE_EACH (child, list)
        {
          if (child->tag != NULL)
            add_citation (builder, child);
        }
    }
}

/* --- all of it --- */

static void
add_fields (CsRecordBuilder *builder,
            const CsOfficeNode *bib)
{
  const CsOfficeNode *term = cs_office_node_find (bib, "us-term-of-grant");

  cs_record_builder_add_field (
      builder, "appl-type",
      cs_office_node_get (cs_office_node_find (bib, "application-reference"), "appl-type"));
  cs_office_add_field (builder, "us-term-extension", term, "us-term-extension");
  cs_office_add_field (builder, "length-of-grant", term, "length-of-grant");
  cs_office_add_field (builder, "disclaimer", term, "disclaimer");
  cs_office_add_field (builder, "number-of-claims", bib, "number-of-claims");
  cs_office_add_field (builder, "us-371c124-date", bib,
                       "pct-or-regional-filing-data/us-371c124-date/date");
  cs_office_add_field (builder, "pct-or-regional-publishing-data", bib,
                       "pct-or-regional-publishing-data/document-id/doc-number");
}

static void
add_texts (CsOfficeReading *reading,
           CsRecordBuilder *builder,
           const CsOfficeNode *node,
           const CsOfficeNode *bib)
{
  const char *language = cs_office_node_get (node, "lang");

  cs_office_add_text (builder, CS_RECORD_TITLE, cs_office_node_find (bib, "invention-title"),
                      reading->style, language);
  cs_office_add_text (builder, CS_RECORD_ABSTRACT, cs_office_node_find (node, "abstract"),
                      reading->style, language);
  cs_office_add_text (builder, CS_RECORD_CLAIMS, cs_office_node_find (node, "claims"),
                      reading->style, language);
  cs_office_add_text (builder, CS_RECORD_DESCRIPTION, cs_office_node_find (node, "description"),
                      reading->style, language);
}

static gboolean
read_publication (CsOfficeReading *reading,
                  const CsOfficeNode *node,
                  GError **error)
{
  CsRecordBuilder *builder = cs_office_reading_begin (reading);
  const CsOfficeNode *bib = cs_office_node_find (node, "us-bibliographic-data-grant");

  if (bib == NULL)
    bib = cs_office_node_find (node, "us-bibliographic-data-application");
  cs_record_builder_take_publication (
      builder,
      read_id (cs_office_node_find (bib, "publication-reference/document-id"),
               CS_NUMBER_PUBLICATION));
  cs_record_builder_take_application (
      builder,
      read_id (cs_office_node_find (bib, "application-reference/document-id"),
               CS_NUMBER_APPLICATION));
  add_texts (reading, builder, node, bib);
  if (bib != NULL)
    {
      add_priorities (builder, bib);
      add_relations (builder, bib);
      add_ipc (builder, bib);
      add_cpc (builder, bib);
      add_other_classes (builder, bib);
      add_parties (builder, bib);
      add_citations (builder, bib);
      add_fields (builder, bib);
    }
  return cs_office_reading_give (reading, builder, error);
}

const CsOfficeDialect cs_office_uspto_dialects[] = {
  { .root = "us-patent-grant", .source = "uspto", .read = read_publication },
  { .root = "us-patent-application", .source = "uspto", .read = read_publication },
};
