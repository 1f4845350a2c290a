#include "cs-office-register.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-office-read.h"
#include "cs-office-text.h"

static CsNumber *
read_id (const CsOfficeNode *node,
         CsNumberRole role)
{
  return cs_office_read_id (
      &(CsOfficeId){ .node = node, .role = role, .form = CS_NUMBER_ORIGINAL });
}

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

static void
add_priorities (CsRecordBuilder *builder,
                const CsOfficeNode *list)
{
  if (list == NULL)
    return;
  CS_OFFICE_EACH (child, list)
  {
    CsNumber *number = read_id (child, CS_NUMBER_PRIORITY);

    if (number != NULL)
      cs_record_builder_take_priority (builder, number, -1, NULL);
  }
}

/* The register keeps what was before, the newest first. */
static void
add_titles (CsOfficeReading *reading,
            CsRecordBuilder *builder,
            const CsOfficeNode *bib)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  CS_OFFICE_EACH (child, bib)
  {
    const char *language = cs_office_node_get (child, "lang");

    if (cs_office_node_is (child, "invention-title") &&
        g_hash_table_add (seen, (gpointer)(language == NULL ? "" : language)))
      cs_office_add_text (builder, CS_RECORD_TITLE, child, reading->style, NULL);
  }
}

static void
add_event (CsRecordBuilder *builder,
           const CsOfficeNode *node)
{
  g_autofree char *code = cs_office_node_dup (node, "event-code");
  g_autofree char *text = cs_office_node_dup (node, "event-text");
  g_autofree char *gazette = cs_office_node_dup (node, "gazette-reference/gazette-num");
  g_autofree char *details =
      *gazette == '\0' ? NULL : g_strdup_printf ("gazette: %s", gazette);

  cs_record_builder_add_event (builder,
                               &(CsLegalEvent){
                                   .authority = "EP",
                                   .code = code,
                                   .text = text,
                                   .date = cs_office_read_date (node, "event-date/date"),
                                   .details = details,
                               });
}

/* Of several publications the last one, a patent where there is one. */
static void
take_publication (CsRecordBuilder *builder,
                  const CsOfficeNode *bib)
{
  CsNumber *last = NULL;

  CS_OFFICE_EACH (child, bib)
  {
    CsNumber *number = NULL;

    if (cs_office_node_is (child, "publication-reference"))
      number = read_id (cs_office_node_find (child, "document-id"), CS_NUMBER_PUBLICATION);
    if (number == NULL)
      continue;
    g_clear_pointer (&last, cs_number_unref);
    last = number;
  }
  cs_record_builder_take_publication (builder, last);
}

gboolean
cs_office_read_register (CsOfficeReading *reading,
                         const CsOfficeNode *node,
                         GError **error)
{
  const CsOfficeNode *bib = cs_office_node_find (node, "bibliographic-data");
  const CsOfficeNode *parties = cs_office_node_find (bib, "parties");
  CsRecordBuilder *builder;
  CsOfficeDate as_of;

  if (bib == NULL)
    {
      cs_error_set (error, CS_ERROR_UNSUPPORTED, reading->line,
                    _ ("holds data of the European Patent Register without the application that "
                       "they belong to: ask for its bibliographic data too"));
      return FALSE;
    }
  builder = cs_office_reading_begin (reading);
  if (cs_office_date_read (cs_office_node_get (node, "date-produced"), &as_of) &&
      cs_office_date_is_known (as_of))
    cs_record_builder_set_as_of (builder, as_of);
  cs_record_builder_take_application (
      builder, read_id (cs_office_node_find (bib, "application-reference/document-id"),
                        CS_NUMBER_APPLICATION));
  take_publication (builder, bib);
  add_titles (reading, builder, bib);
  add_priorities (builder, cs_office_node_find (bib, "priority-claims"));
  add_list (builder, CS_PARTY_APPLICANT, cs_office_node_find (parties, "applicants"));
  add_list (builder, CS_PARTY_INVENTOR, cs_office_node_find (parties, "inventors"));
  add_list (builder, CS_PARTY_AGENT, cs_office_node_find (parties, "agents"));
  for (guint i = 1; i <= node->n_below; i++)
    if (cs_office_node_is (node + i, "dossier-event"))
      add_event (builder, node + i);
  cs_record_builder_add_field (builder, "status", cs_office_node_get (node, "status"));
  return cs_office_reading_give (reading, builder, error);
}
