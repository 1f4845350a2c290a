#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsTableField:
 * @CS_TABLE_KEPT: no place for it in a record: kept under its own name
 * @CS_TABLE_OFFICE: code of the country or office of the publication and its application
 * @CS_TABLE_GRANT: a second publication in the same row: of the granted right
 * @CS_TABLE_PRIORITY_DATE: qualifier "earliest" when it is that of one of many priorities
 * @CS_TABLE_TITLE: qualifier: language; so for abstract and claims
 * @CS_TABLE_CLAIMS: qualifier "independent" or "first" when it is not all of them
 * @CS_TABLE_APPLICANT: qualifier "standard" for a name that the platform made; so for others
 * @CS_TABLE_CLASS: qualifier: scheme, as in #CsClass; so for the main class
 * @CS_TABLE_FAMILY: members; qualifier: rule, as in #CsGivenFamily; so for its number
 * @CS_TABLE_CITED_BY: documents that cite this one: a record has no place for them, they are kept
 *
 * What a column of a table says.
 */
typedef enum
{
  CS_TABLE_KEPT,
  CS_TABLE_PUBLICATION,
  CS_TABLE_PUBLICATION_DATE,
  CS_TABLE_KIND,
  CS_TABLE_OFFICE,
  CS_TABLE_GRANT,
  CS_TABLE_GRANT_DATE,
  CS_TABLE_APPLICATION,
  CS_TABLE_APPLICATION_DATE,
  CS_TABLE_PRIORITY,
  CS_TABLE_PRIORITY_DATE,
  CS_TABLE_PCT_APPLICATION,
  CS_TABLE_DIVISION_OF,
  CS_TABLE_SAME_DAY,
  CS_TABLE_TITLE,
  CS_TABLE_ABSTRACT,
  CS_TABLE_CLAIMS,
  CS_TABLE_DESCRIPTION,
  CS_TABLE_APPLICANT,
  CS_TABLE_OWNER,
  CS_TABLE_INVENTOR,
  CS_TABLE_AGENT,
  CS_TABLE_CLASS,
  CS_TABLE_CLASS_FIRST,
  CS_TABLE_FAMILY,
  CS_TABLE_FAMILY_ID,
  CS_TABLE_CITATION,
  CS_TABLE_CITED_BY,
  CS_TABLE_LITERATURE,
  CS_TABLE_STATUS,
  CS_TABLE_STATUS_DATE,
  CS_N_TABLE_FIELDS
} CsTableField;

/**
 * CsTableMeaning:
 * @field: what a column says
 * @qualifier: (not nullable): more about it, see #CsTableField; interned
 */
typedef struct
{
  CsTableField field;
  const char *qualifier;
} CsTableMeaning;

/** cs_table_field_get_name: Returns: (transfer none): "kept", "publication", "office", ... */
const char *cs_table_field_get_name (CsTableField field);

/**
 * cs_table_meaning_read:
 * @text: the name of a field, maybe a colon and a qualifier: "title:zh", "family:docdb"
 * @meaning: (out): what it says
 *
 * Thread: any.
 *
 * Returns: whether there is such a field, and a qualifier where it needs one
 */
gboolean cs_table_meaning_read (const char *text,
                                CsTableMeaning *meaning);

/** cs_table_meaning_dup_text: Returns: (transfer full): as cs_table_meaning_read() takes it */
char *cs_table_meaning_dup_text (CsTableMeaning meaning);

/** cs_table_meaning_get_rank: Returns: 0 for a column that says itself what its field is, more for
 * one that stands in where no such column says anything */
guint cs_table_meaning_get_rank (CsTableMeaning meaning);

G_END_DECLS
