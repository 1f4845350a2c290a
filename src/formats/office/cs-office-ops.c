#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-office-exchange.h"
#include "cs-office-read.h"
#include "cs-office-register.h"
#include "cs-office-text.h"

/* Answers of the EPO's Open Patent Services v3.2: families with biblio and legal events, documents,
 * full texts, search results, equivalents, faults. Files of DOCDB are made of the same documents.
 */

/* --- legal events --- */

/* A legal event in the fields of the EPO's exchange file: L001EP is the authority, L007EP the day
 * of the gazette; L500EP holds the details, of which L501EP is the state of a national part and
 * L525EP the day of effect. */
static void
append_detail (GString *details,
               const CsOfficeNode *field)
{
  const char *name = cs_office_node_get (field, "desc");
  g_autofree char *value = cs_office_node_dup_text (field);

  if (*value != '\0')
    g_string_append_printf (details, "%s%s: %s", details->len > 0 ? "\n" : "",
                            name == NULL ? field->tag : name, value);
}

static char *
dup_details (const CsOfficeNode *fields)
{
  GString *details = g_string_new (NULL);

  if (fields != NULL)
    CS_OFFICE_EACH (child, fields)
    {
      if (child->tag != NULL)
        append_detail (details, child);
    }
  return g_string_free (details, FALSE);
}

static void
add_event (CsRecordBuilder *builder,
           const CsOfficeNode *node)
{
  const CsOfficeNode *fields = cs_office_node_find (node, "L500EP");
  const char *influence = cs_office_node_get (node, "infl");
  g_autofree char *office = cs_office_node_dup (node, "L001EP");
  g_autofree char *state = cs_office_node_dup (fields, "L501EP");
  g_autofree char *code = cs_office_node_dup (node, "L008EP");
  g_autofree char *details = dup_details (fields);
  gboolean is_national = strcmp (office, "EP") == 0 && *state != '\0';
  CsLegalEvent event = {
    .authority = is_national ? state : office,
    .code = *code == '\0' ? cs_office_node_get (node, "code") : code,
    .text = cs_office_node_get (node, "desc"),
    .date = cs_office_read_date (node, "L007EP"),
    .effective = cs_office_read_date (fields, "L525EP"),
    .details = details,
  };

  if (influence != NULL && (*influence == '+' || *influence == '-'))
    event.influence = *influence;
  cs_record_builder_add_event (builder, &event);
}

static void
add_events (CsRecordBuilder *builder,
            const CsOfficeNode *node)
{
  CS_OFFICE_EACH (child, node)
  {
    if (cs_office_node_is (child, "legal"))
      add_event (builder, child);
  }
}

/* --- families --- */

static void
take_family (CsRecordBuilder *builder,
             const CsOfficeNode *node)
{
  const char *id = cs_office_node_get (node, "family-id");

  if (id != NULL && *id != '\0')
    cs_record_builder_take_family (builder, "docdb", id, NULL);
}

/* A member may be published twice, when nothing else sets its publications apart. */
static gboolean
read_member (CsOfficeReading *reading,
             const CsOfficeNode *node,
             GError **error)
{
  CsRecordBuilder *builder = cs_office_reading_begin (reading);
  const CsOfficeNode *document = cs_office_node_find (node, "exchange-document");

  cs_record_builder_take_publication (
      builder, cs_office_read_reference (node, "publication-reference", CS_NUMBER_PUBLICATION));
  cs_record_builder_take_application (
      builder, cs_office_read_reference (node, "application-reference", CS_NUMBER_APPLICATION));
  cs_office_add_exchange_priorities (builder, node);
  if (document != NULL)
    cs_office_add_exchange_data (reading, builder, document);
  add_events (builder, node);
  take_family (builder, node);
  cs_record_builder_add_field (
      builder, "doc-id",
      cs_office_node_get (cs_office_node_find (node, "application-reference"), "doc-id"));
  return cs_office_reading_give (reading, builder, error);
}

/* --- the rest --- */

static gboolean
read_full_text (CsOfficeReading *reading,
                const CsOfficeNode *node,
                GError **error)
{
  CsRecordBuilder *builder = cs_office_reading_begin (reading);

  cs_record_builder_take_publication (
      builder, cs_office_read_reference (cs_office_node_find (node, "bibliographic-data"),
                                         "publication-reference", CS_NUMBER_PUBLICATION));
  CS_OFFICE_EACH (child, node)
  {
    if (cs_office_node_is (child, "claims"))
      cs_office_add_text (builder, CS_RECORD_CLAIMS, child, reading->style, NULL);
    else if (cs_office_node_is (child, "description"))
      cs_office_add_text (builder, CS_RECORD_DESCRIPTION, child, reading->style, NULL);
  }
  return cs_office_reading_give (reading, builder, error);
}

/* What a search has found, when it was asked for no more than numbers. */
static gboolean
read_found (CsOfficeReading *reading,
            const CsOfficeNode *node,
            GError **error)
{
  CsRecordBuilder *builder = cs_office_reading_begin (reading);
  CsOfficeId id = { .node = cs_office_node_find (node, "document-id"),
                    .role = CS_NUMBER_PUBLICATION,
                    .form = CS_NUMBER_DOCDB };

  if (cs_office_node_has (id.node, "document-id-type", "epodoc"))
    id.form = CS_NUMBER_EPODOC;
  cs_record_builder_take_publication (builder, cs_office_read_id (&id));
  take_family (builder, node);
  return cs_office_reading_give (reading, builder, error);
}

static gboolean
read_equivalents (CsOfficeReading *reading,
                  const CsOfficeNode *node,
                  GError **error)
{
  CsRecordBuilder *builder = cs_office_reading_begin (reading);
  GPtrArray *members = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_number_unref);

  CS_OFFICE_EACH (child, node)
  {
    CsNumber *number = NULL;

    if (cs_office_node_is (child, "inquiry-result"))
      number = cs_office_read_reference (child, "publication-reference", CS_NUMBER_PUBLICATION);
    if (number != NULL)
      g_ptr_array_add (members, number);
  }
  cs_record_builder_take_publication (
      builder, cs_office_read_reference (node, "publication-reference", CS_NUMBER_PUBLICATION));
  cs_record_builder_take_family (builder, "docdb", NULL, members);
  return cs_office_reading_give (reading, builder, error);
}

static gboolean
read_fault (CsOfficeReading *reading,
            const CsOfficeNode *node,
            GError **error)
{
  g_autofree char *code = cs_office_node_dup (node, "code");
  g_autofree char *message = cs_office_node_dup (node, "message");
  g_autofree char *valid = g_utf8_make_valid (*message == '\0' ? code : message, -1);

  cs_error_set (error, CS_ERROR_EMPTY, reading->line,
                _ ("is an error message of the EPO's OPS: %s"), valid);
  return FALSE;
}

static gboolean
read_any (CsOfficeReading *reading,
          const CsOfficeNode *node,
          GError **error)
{
  static const struct
  {
    const char *tag;
    gboolean (*read) (CsOfficeReading *reading, const CsOfficeNode *node, GError **error);
  } readers[] = {
    { "equivalents-inquiry", read_equivalents },
    { "exchange-document", cs_office_read_exchange },
    { "family-member", read_member },
    { "fault", read_fault },
    { "fulltext-document", read_full_text },
    { "publication-reference", read_found },
    { "register-document", cs_office_read_register },
  };

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (cs_office_node_is (node, readers[i].tag))
      return readers[i].read (reading, node, error);
  g_return_val_if_reached (FALSE);
}

static const char *const answer_records[] = {
  "equivalents-inquiry",
  "exchange-document",
  "family-member",
  "fault",
  "fulltext-document",
  "search-result/publication-reference",
  "register-document",
  NULL,
};
static const char *const list_records[] = { "exchange-document", "fulltext-document", NULL };

#define TEXTS "world-patent-data"

const CsOfficeDialect cs_office_ops_dialects[] = {
  { "world-patent-data", "ops", TEXTS, answer_records, read_any },
  { "fulltext-documents", "ops", TEXTS, list_records, read_any },
  { "fulltext-document", "ops", TEXTS, NULL, read_any },
  { "exchange-documents", "docdb", TEXTS, list_records, read_any },
  { "exchange-document", "docdb", TEXTS, NULL, read_any },
  { "fault", "ops", TEXTS, NULL, read_fault },
};
