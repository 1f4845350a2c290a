#include <string.h>

#include "cs-office-dialect.h"
#include "cs-office-read.h"
#include "cs-office-text.h"

/* What USPTO published from 2001 to 2004. Sources: the DTDs ST32-US-Grant v2.4 and v2.5, and pap
 * v1.5 and v1.6. */

/* --- PATDOC: grants, in the numbered elements of ST.32 --- */

/* @node: with DNUM, DATE, KIND and CTRY in it, as DOC has them */
static CsNumber *
read_doc (const CsOfficeNode *node,
          CsNumberRole role,
          const char *country,
          const char *kind)
{
  g_autofree char *number = cs_office_node_dup (node, "DNUM");
  g_autofree char *own_country = cs_office_node_dup (node, "CTRY");
  g_autofree char *own_kind = cs_office_node_dup (node, "KIND");
  CsOfficeDate date = cs_office_read_date (node, "DATE");

  if (g_str_has_prefix (number, "PCT"))
    return cs_office_read_pct (number, date);
  return cs_office_read_number (&(CsNumberInput){
      .text = number,
      .country = *own_country == '\0' ? country : own_country,
      .kind = kind == NULL ? own_kind : kind,
      .role = role,
      .form = CS_NUMBER_ORIGINAL,
      .date = date,
  });
}

/* @number, @date: names of elements; @kind: (nullable) */
static CsNumber *
read_own (const CsOfficeNode *node,
          const char *number,
          const char *kind,
          const char *date,
          CsNumberRole role)
{
  g_autofree char *text = cs_office_node_dup (node, number);
  g_autofree char *kind_code = kind == NULL ? NULL : cs_office_node_dup (node, kind);

  return cs_office_read_number (&(CsNumberInput){
      .text = text,
      .country = "US",
      .kind = kind_code,
      .role = role,
      .form = CS_NUMBER_ORIGINAL,
      .date = cs_office_read_date (node, date),
  });
}

/* Foreign priorities follow each other as B310, B320, B330, and again. */
static void
add_grant_priorities (CsRecordBuilder *builder,
                      const CsOfficeNode *list)
{
  g_autofree char *number = NULL;
  g_autofree char *country = NULL;
  CsOfficeDate date = CS_OFFICE_DATE_UNKNOWN;

  if (list == NULL)
    return;
  CS_OFFICE_EACH (child, list)
  {
    CsNumber *priority;

    if (cs_office_node_is (child, "B310"))
      {
        g_free (number);
        number = cs_office_node_dup_text (child);
      }
    else if (cs_office_node_is (child, "B320"))
      date = cs_office_read_date (child, "");
    if (!cs_office_node_is (child, "B330"))
      continue;
    g_free (country);
    country = cs_office_node_dup_text (child);
    priority = cs_office_read_number (&(CsNumberInput){ .text = number,
                                                        .country = country,
                                                        .role = CS_NUMBER_PRIORITY,
                                                        .form = CS_NUMBER_ORIGINAL,
                                                        .date = date });
    if (priority != NULL)
      cs_record_builder_take_priority (builder, priority, -1, NULL);
    g_clear_pointer (&number, g_free);
    date = CS_OFFICE_DATE_UNKNOWN;
  }
}

typedef struct
{
  const char *tag;
  CsRelationType type;
} RelationTag;

static const RelationTag grant_relations[] = {
  { "B610", CS_RELATION_ADDITION },
  { "B620", CS_RELATION_DIVISION },
  { "B631", CS_RELATION_CONTINUATION },
  { "B632", CS_RELATION_IN_PART },
  { "B633", CS_RELATION_REEXAMINATION },
  { "B640", CS_RELATION_REISSUE },
  { "B645", CS_RELATION_REEXAMINATION },
  { "B660", CS_RELATION_SUBSTITUTION },
  { "B680US", CS_RELATION_PROVISIONAL },
};

static void
add_grant_relations (CsRecordBuilder *builder,
                     const CsOfficeNode *related)
{
  for (guint i = 1; related != NULL && i <= related->n_below; i++)
    for (guint j = 0; j < G_N_ELEMENTS (grant_relations); j++)
      {
        const RelationTag *relation = &grant_relations[j];
        const CsOfficeNode *parent;
        CsNumber *number;

        if (!cs_office_node_is (related + i, relation->tag))
          continue;
        parent = cs_office_node_find_below (related + i, "PDOC");
        parent = cs_office_node_find_below (parent == NULL ? related + i : parent, "DOC");
        number = read_doc (parent, CS_NUMBER_APPLICATION, "US",
                           relation->type == CS_RELATION_PROVISIONAL ? "P" : NULL);
        if (number != NULL)
          cs_record_builder_take_relation (builder, relation->type, number);
      }
}

static void
add_grant_party (CsRecordBuilder *builder,
                 CsPartyRole role,
                 const CsOfficeNode *node)
{
  const CsOfficeNode *name = cs_office_node_find_below (node, "NAM");
  g_autofree char *organisation = cs_office_node_dup (name, "ONM");
  g_autofree char *last = cs_office_node_dup (name, "SNM");
  g_autofree char *first = cs_office_node_dup (name, "FNM");
  g_autofree char *country =
      cs_office_node_dup_text (cs_office_node_find_below (node, "CTRY"));

  if (*organisation != '\0')
    cs_office_add_name (builder, role, organisation, NULL, country);
  else
    cs_office_add_name (builder, role, last, first, country);
}

static void
add_grant_citation (CsRecordBuilder *builder,
                    const CsOfficeNode *node)
{
  const CsOfficeNode *doc = cs_office_node_find (node, "PCIT/DOC");
  g_autofree char *text = cs_office_node_dup (node, "NCIT/STEXT");
  CsCitation citation = { .text = text };

  if (cs_office_node_find (node, "CITED-BY-EXAMINER") != NULL)
    citation.phase = "examination";
  else if (cs_office_node_find (node, "CITED-BY-OTHER") != NULL)
    citation.phase = "applicant";
  citation.number = read_doc (doc, CS_NUMBER_PUBLICATION, "US", NULL);
  if (citation.number != NULL || *text != '\0')
    cs_record_builder_add_citation (builder, &citation);
}

/* What the elements of B500 and B700 that stand for themselves hold. */
static void
add_grant_item (CsRecordBuilder *builder,
                const CsOfficeNode *node)
{
  g_autofree char *symbol = NULL;

  if (cs_office_node_is (node, "B511") || cs_office_node_is (node, "B512"))
    {
      symbol = cs_office_dup_ipc (cs_office_node_get_words (cs_office_node_find (node, "PDAT")));
      cs_office_add_class (builder, "ipc", symbol);
    }
  else if (cs_office_node_is (node, "B521") || cs_office_node_is (node, "B522"))
    {
      symbol =
          cs_office_dup_national (cs_office_node_get_words (cs_office_node_find (node, "PDAT")));
      cs_office_add_class (builder, "us", symbol);
    }
  else if (cs_office_node_is (node, "B561") || cs_office_node_is (node, "B562"))
    add_grant_citation (builder, node);
  else if (cs_office_node_is (node, "B711"))
    add_grant_party (builder, CS_PARTY_APPLICANT, node);
  else if (cs_office_node_is (node, "B721"))
    add_grant_party (builder, CS_PARTY_INVENTOR, node);
  else if (cs_office_node_is (node, "B731"))
    add_grant_party (builder, CS_PARTY_OWNER, node);
  else if (cs_office_node_is (node, "B741"))
    add_grant_party (builder, CS_PARTY_AGENT, node);
  else if (cs_office_node_is (node, "B746") || cs_office_node_is (node, "B747"))
    add_grant_party (builder, CS_PARTY_EXAMINER, node);
}

static void
add_grant_texts (CsOfficeReading *reading,
                 CsRecordBuilder *builder,
                 const CsOfficeNode *node)
{
  const CsOfficeNode *bib = cs_office_node_find (node, "SDOBI");

  cs_office_add_text (builder, CS_RECORD_TITLE, cs_office_node_find (bib, "B500/B540"),
                      reading->style, "en");
  cs_office_add_text (builder, CS_RECORD_ABSTRACT, cs_office_node_find (node, "SDOAB"),
                      reading->style, "en");
  cs_office_add_text (builder, CS_RECORD_CLAIMS, cs_office_node_find (node, "SDOCL"),
                      reading->style, "en");
  cs_office_add_text (builder, CS_RECORD_DESCRIPTION, cs_office_node_find (node, "SDODE"),
                      reading->style, "en");
}

static gboolean
read_grant (CsOfficeReading *reading,
            const CsOfficeNode *node,
            GError **error)
{
  CsRecordBuilder *builder = cs_office_reading_begin (reading);
  const CsOfficeNode *bib = cs_office_node_find (node, "SDOBI");
  CsNumber *pct = read_doc (cs_office_node_find (bib, "B800/B860/B861/DOC"),
                            CS_NUMBER_APPLICATION, "WO", NULL);

  cs_record_builder_take_publication (builder,
                                      read_own (cs_office_node_find (bib, "B100"), "B110", "B130",
                                                "B140", CS_NUMBER_PUBLICATION));
  cs_record_builder_take_application (builder,
                                      read_own (cs_office_node_find (bib, "B200"), "B210", NULL,
                                                "B220", CS_NUMBER_APPLICATION));
  if (pct != NULL)
    cs_record_builder_take_relation (builder, CS_RELATION_NATIONAL_PHASE, pct);
  add_grant_texts (reading, builder, node);
  add_grant_priorities (builder, cs_office_node_find (bib, "B300"));
  add_grant_relations (builder, cs_office_node_find (bib, "B600"));
  for (guint i = 1; bib != NULL && i <= bib->n_below; i++)
    if (bib[i].tag != NULL)
      add_grant_item (builder, bib + i);
  cs_office_add_field (builder, "B474", bib, "B400/B474");      /* days that the term is longer */
  cs_office_add_field (builder, "B577", bib, "B500/B570/B577"); /* how many claims */
  return cs_office_reading_give (reading, builder, error);
}

/* --- patent-application-publication --- */

static CsNumber *
read_id (const CsOfficeNode *node,
         CsNumberRole role,
         const char *country)
{
  return cs_office_read_id (&(CsOfficeId){
      .node = node, .role = role, .form = CS_NUMBER_ORIGINAL, .country = country });
}

/* "division-of", "continuation-in-part-of", "non-provisional-of-provisional", ... */
static gboolean
find_relation (const char *tag,
               CsRelationType *type)
{
  static const RelationTag words[] = {
    { "continuation-in-part-of", CS_RELATION_IN_PART },
    { "continuation-of", CS_RELATION_CONTINUATION },
    { "division-of", CS_RELATION_DIVISION },
    { "non-provisional-of-provisional", CS_RELATION_PROVISIONAL },
    { "a-371-of-international", CS_RELATION_NATIONAL_PHASE },
    { "reissue-of", CS_RELATION_REISSUE },
    { "reexamination-of", CS_RELATION_REEXAMINATION },
    { "substitution-for", CS_RELATION_SUBSTITUTION },
    { "addition-to", CS_RELATION_ADDITION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].tag, tag) == 0)
      {
        *type = words[i].type;
        return TRUE;
      }
  return FALSE;
}

static void
add_relations (CsRecordBuilder *builder,
               const CsOfficeNode *data)
{
  for (guint i = 1; data != NULL && i <= data->n_below; i++)
    {
      CsRelationType type;
      const CsOfficeNode *parent;
      CsNumber *number;

      if (data[i].tag == NULL || !find_relation (data[i].tag, &type))
        continue;
      parent = cs_office_node_find_below (data + i, "parent");
      parent = cs_office_node_find_below (parent == NULL ? data + i : parent, "document-id");
      number = cs_office_read_id (&(CsOfficeId){
          .node = parent,
          .role = CS_NUMBER_APPLICATION,
          .form = CS_NUMBER_ORIGINAL,
          .country = "US",
          .kind = type == CS_RELATION_PROVISIONAL ? "P" : NULL,
      });
      if (number != NULL)
        cs_record_builder_take_relation (builder, type, number);
    }
}

static void
add_person (CsRecordBuilder *builder,
            CsPartyRole role,
            const CsOfficeNode *node)
{
  const CsOfficeNode *name = cs_office_node_find (node, "name");
  g_autofree char *organisation = cs_office_node_dup (node, "organization-name");
  g_autofree char *office = cs_office_node_dup (node, "name-1");
  g_autofree char *last = cs_office_node_dup (name, "family-name");
  g_autofree char *first = cs_office_node_dup (name, "given-name");
  g_autofree char *country =
      cs_office_node_dup_text (cs_office_node_find_below (node, "country-code"));

  if (*organisation != '\0' || *office != '\0')
    cs_office_add_name (builder, role, *organisation == '\0' ? office : organisation, NULL,
                        country);
  else
    cs_office_add_name (builder, role, last, first, country);
}

static void
add_item (CsRecordBuilder *builder,
          const CsOfficeNode *node)
{
  if (cs_office_node_is (node, "ipc"))
    {
      g_autofree char *symbol = cs_office_dup_ipc (cs_office_node_get_words (node));

      cs_office_add_class (builder, "ipc", symbol);
    }
  else if (cs_office_node_is (node, "uspc"))
    {
      g_autofree char *klass = cs_office_node_dup (node, "class");
      g_autofree char *subclass = cs_office_node_dup (node, "subclass");
      g_autofree char *joined = g_strdup_printf ("%-3s%s", klass, subclass);
      g_autofree char *symbol = cs_office_dup_national (joined);

      cs_office_add_class (builder, "us", symbol);
    }
  else if (cs_office_node_is (node, "first-named-inventor") ||
           cs_office_node_is (node, "inventor"))
    add_person (builder, CS_PARTY_INVENTOR, node);
  else if (cs_office_node_is (node, "assignee"))
    add_person (builder, CS_PARTY_OWNER, node);
  else if (cs_office_node_is (node, "correspondence-address"))
    add_person (builder, CS_PARTY_AGENT, node);
  else if (cs_office_node_is (node, "foreign-priority-data"))
    {
      g_autofree char *number = cs_office_node_dup (node, "priority-application-number/doc-number");
      g_autofree char *country = cs_office_node_dup (node, "country-code");
      CsNumber *priority = cs_office_read_number (&(CsNumberInput){
          .text = number,
          .country = country,
          .role = CS_NUMBER_PRIORITY,
          .form = CS_NUMBER_ORIGINAL,
          .date = cs_office_read_date (node, "filing-date"),
      });

      if (priority != NULL)
        cs_record_builder_take_priority (builder, priority, -1, NULL);
    }
}

static void
add_texts (CsOfficeReading *reading,
           CsRecordBuilder *builder,
           const CsOfficeNode *node)
{
  const CsOfficeNode *title = cs_office_node_find_below (
      cs_office_node_find (node, "subdoc-bibliographic-information"), "title-of-invention");

  cs_office_add_text (builder, CS_RECORD_TITLE, title, reading->style, "en");
  cs_office_add_text (builder, CS_RECORD_ABSTRACT, cs_office_node_find (node, "subdoc-abstract"),
                      reading->style, "en");
  cs_office_add_text (builder, CS_RECORD_CLAIMS,
                      cs_office_node_find_below (node, "subdoc-claims"), reading->style, "en");
  cs_office_add_text (builder, CS_RECORD_DESCRIPTION,
                      cs_office_node_find (node, "subdoc-description"), reading->style, "en");
}

static gboolean
read_application (CsOfficeReading *reading,
                  const CsOfficeNode *node,
                  GError **error)
{
  CsRecordBuilder *builder = cs_office_reading_begin (reading);
  const CsOfficeNode *bib = cs_office_node_find (node, "subdoc-bibliographic-information");
  const CsOfficeNode *filing = cs_office_node_find (bib, "domestic-filing-data");
  CsNumber *pct = read_id (cs_office_node_find_below (bib, "international-filing-data"),
                           CS_NUMBER_APPLICATION, "WO");

  cs_record_builder_take_publication (
      builder, read_id (cs_office_node_find (bib, "document-id"), CS_NUMBER_PUBLICATION, "US"));
  cs_record_builder_take_application (builder,
                                      read_own (filing, "application-number/doc-number", NULL,
                                                "filing-date", CS_NUMBER_APPLICATION));
  if (pct != NULL)
    cs_record_builder_take_relation (builder, CS_RELATION_NATIONAL_PHASE, pct);
  add_texts (reading, builder, node);
  add_relations (builder, cs_office_node_find (bib, "continuity-data"));
  for (guint i = 1; bib != NULL && i <= bib->n_below; i++)
    if (bib[i].tag != NULL)
      add_item (builder, bib + i);
  return cs_office_reading_give (reading, builder, error);
}

const CsOfficeDialect cs_office_uspto_2001_dialects[] = {
  { .root = "PATDOC", .source = "uspto", .read = read_grant },
  { .root = "patent-application-publication", .source = "uspto", .read = read_application },
};
