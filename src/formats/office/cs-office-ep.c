#include <string.h>

#include "cs-office-dialect.h"
#include "cs-office-read.h"
#include "cs-office-text.h"

/* Full texts of the EPO. Sources: DTDs ep-patent-document v1.0 (2004) to v1.5.1; the B elements are
 * those of ST.32. */

static CsNumber *
read_number (const CsOfficeNode *bib,
             const char *path,
             const char *kind,
             CsNumberRole role,
             CsOfficeDate date)
{
  g_autofree char *text = cs_office_node_dup (bib, path);

  return cs_office_read_number (&(CsNumberInput){
      .text = text,
      .country = "EP",
      .kind = kind,
      .role = role,
      .form = CS_NUMBER_ORIGINAL,
      .date = date,
  });
}

static void
take_numbers (CsRecordBuilder *builder,
              const CsOfficeNode *bib)
{
  g_autofree char *kind = cs_office_node_dup (bib, "B100/B130");

  cs_record_builder_take_publication (
      builder, read_number (bib, "B100/B110", kind, CS_NUMBER_PUBLICATION,
                            cs_office_read_date (bib, "B100/B140/date")));
  cs_record_builder_take_application (builder,
                                      read_number (bib, "B200/B210", NULL, CS_NUMBER_APPLICATION,
                                                   cs_office_read_date (bib, "B200/B220/date")));
}

/* "201762454417 P": a kind may stand behind the number. */
static void
add_priority (CsRecordBuilder *builder,
              char *number,
              const CsOfficeNode *place,
              CsOfficeDate date)
{
  g_autofree char *country = cs_office_node_dup (place, "ctry");
  char *kind = number == NULL ? NULL : strrchr (number, ' ');
  CsNumber *priority;

  if (kind != NULL && g_ascii_isalpha (kind[1]) && kind[2] == '\0')
    *kind++ = '\0';
  else
    kind = NULL;
  priority = cs_office_read_number (&(CsNumberInput){
      .text = number,
      .country = country,
      .kind = kind,
      .role = CS_NUMBER_PRIORITY,
      .form = CS_NUMBER_ORIGINAL,
      .date = date,
  });
  if (priority != NULL)
    cs_record_builder_take_priority (builder, priority, -1, NULL);
}

/* Priorities follow each other as B310, B320, B330, and again. */
static void
add_priorities (CsRecordBuilder *builder,
                const CsOfficeNode *list)
{
  g_autofree char *number = NULL;
  CsOfficeDate date = CS_OFFICE_DATE_UNKNOWN;

  if (list == NULL)
    return;
  CS_OFFICE_EACH (child, list)
  {
    if (cs_office_node_is (child, "B310"))
      {
        g_free (number);
        number = cs_office_node_dup_text (child);
      }
    else if (cs_office_node_is (child, "B320"))
      date = cs_office_read_date (child, "date");
    else if (cs_office_node_is (child, "B330"))
      {
        add_priority (builder, number, child, date);
        g_clear_pointer (&number, g_free);
        date = CS_OFFICE_DATE_UNKNOWN;
      }
  }
}

/* B620 is what it is a division of, B620EP are the divisions of it. */
static void
add_relations (CsRecordBuilder *builder,
               const CsOfficeNode *bib)
{
  const CsOfficeNode *parent = cs_office_node_find (bib, "B600/B620/parent/pdoc");
  g_autofree char *pct = cs_office_node_dup (bib, "B800/B860/B861/dnum/anum");
  CsNumber *division = read_number (parent, "dnum/anum", NULL, CS_NUMBER_APPLICATION,
                                    cs_office_read_date (parent, "date"));
  CsNumber *international =
      cs_office_read_pct (pct, cs_office_read_date (bib, "B800/B860/B861/date"));

  if (division != NULL)
    cs_record_builder_take_relation (builder, CS_RELATION_DIVISION, division);
  if (international != NULL)
    cs_record_builder_take_relation (builder, CS_RELATION_NATIONAL_PHASE, international);
}

/* "WO-A1-2014/114885", "US-A- 5 948 634": country, kind, number */
static CsNumber *
read_cited (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", 3);
  g_auto (GStrv) words = NULL;
  g_autofree char *number = NULL;

  if (g_strv_length (parts) != 3 || strlen (parts[0]) != 2)
    return NULL;
  words = g_strsplit (parts[2], " ", -1);
  number = g_strjoinv ("", words);
  return cs_office_read_number (&(CsNumberInput){
      .text = number,
      .country = parts[0],
      .kind = g_strstrip (parts[1]),
      .role = CS_NUMBER_PUBLICATION,
      .form = CS_NUMBER_ORIGINAL,
  });
}

static void
add_citation (CsRecordBuilder *builder,
              const CsOfficeNode *node)
{
  g_autofree char *text = cs_office_node_dup (node, "text");
  CsCitation citation = { .text = text, .phase = "search" };

  if (cs_office_node_is (node, "B561"))
    citation.number = read_cited (text);
  if (citation.number != NULL)
    citation.text = NULL;
  if (*text != '\0')
    cs_record_builder_add_citation (builder, &citation);
}

static void
add_party (CsRecordBuilder *builder,
           CsPartyRole role,
           const CsOfficeNode *node)
{
  g_autofree char *last = cs_office_node_dup (node, "snm");
  g_autofree char *first = cs_office_node_dup (node, "fnm");
  g_autofree char *country = cs_office_node_dup (node, "adr/ctry");

  cs_office_add_name (builder, role, last, first, country);
}

/* An element of the bibliographic data that stands for itself. */
static void
add_item (CsRecordBuilder *builder,
          const CsOfficeNode *node)
{
  static const struct
  {
    const char *tag;
    CsPartyRole role;
  } parties[] = {
    { "B711", CS_PARTY_APPLICANT },
    { "B721", CS_PARTY_INVENTOR },
    { "B731", CS_PARTY_OWNER },
    { "B741", CS_PARTY_AGENT },
  };

  if (cs_office_node_is (node, "classification-ipcr"))
    cs_office_add_ipcr (builder, "ipc",
                        cs_office_node_get_words (cs_office_node_find (node, "text")));
  else if (cs_office_node_is (node, "classification-cpc"))
    cs_office_add_ipcr (builder, "cpc",
                        cs_office_node_get_words (cs_office_node_find (node, "text")));
  else if (cs_office_node_is (node, "B511") || cs_office_node_is (node, "B512"))
    {
      g_autofree char *symbol = cs_office_dup_ipc (cs_office_node_get_words (node));

      cs_office_add_class (builder, "ipc", symbol);
    }
  else if (cs_office_node_is (node, "B561") || cs_office_node_is (node, "B562"))
    add_citation (builder, node);
  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    if (cs_office_node_is (node, parties[i].tag))
      add_party (builder, parties[i].role, node);
}

/* Titles follow each other as B541, their language, and B542. */
static void
add_titles (CsOfficeReading *reading,
            CsRecordBuilder *builder,
            const CsOfficeNode *titles)
{
  g_autofree char *language = NULL;

  if (titles == NULL)
    return;
  CS_OFFICE_EACH (child, titles)
  {
    if (cs_office_node_is (child, "B541"))
      {
        g_free (language);
        language = cs_office_node_dup_text (child);
      }
    else if (cs_office_node_is (child, "B542"))
      cs_office_add_text (builder, CS_RECORD_TITLE, child, reading->style, language);
  }
}

static void
add_texts (CsOfficeReading *reading,
           CsRecordBuilder *builder,
           const CsOfficeNode *node)
{
  cs_office_add_children (builder, CS_RECORD_ABSTRACT, node, "abstract", reading->style);
  cs_office_add_children (builder, CS_RECORD_CLAIMS, node, "claims", reading->style);
  cs_office_add_children (builder, CS_RECORD_DESCRIPTION, node, "description", reading->style);
}

static void
add_states (CsRecordBuilder *builder,
            const CsOfficeNode *bib)
{
  const CsOfficeNode *states = cs_office_node_find (bib, "B800/B840");
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 1; states != NULL && i <= states->n_below; i++)
    if (cs_office_node_is (states + i, "ctry"))
      {
        g_autofree char *code = cs_office_node_dup_text (states + i);

        g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "", code);
      }
  cs_record_builder_add_field (builder, "B840", codes->str);
}

static gboolean
read_publication (CsOfficeReading *reading,
                  const CsOfficeNode *node,
                  GError **error)
{
  CsRecordBuilder *builder = cs_office_reading_begin (reading);
  const CsOfficeNode *bib = cs_office_node_find (node, "SDOBI");

  take_numbers (builder, bib);
  add_titles (reading, builder, cs_office_node_find (bib, "B500/B540"));
  add_texts (reading, builder, node);
  add_priorities (builder, cs_office_node_find (bib, "B300"));
  add_relations (builder, bib);
  for (guint i = 1; bib != NULL && i <= bib->n_below; i++)
    if (bib[i].tag != NULL)
      add_item (builder, bib + i);
  add_states (builder, bib);
  cs_office_add_field (builder, "B620EP", bib, "B600/B620EP");
  cs_office_add_field (builder, "B871", bib, "B800/B870/B871/dnum/pnum");
  return cs_office_reading_give (reading, builder, error);
}

const CsOfficeDialect cs_office_ep_dialects[] = {
  { .root = "ep-patent-document", .source = "ep", .read = read_publication },
};
