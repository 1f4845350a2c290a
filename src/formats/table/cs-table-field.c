#include <string.h>

#include "cs-table-field.h"

static const char *const names[CS_N_TABLE_FIELDS] = {
  [CS_TABLE_KEPT] = "kept",
  [CS_TABLE_PUBLICATION] = "publication",
  [CS_TABLE_PUBLICATION_DATE] = "publication-date",
  [CS_TABLE_KIND] = "kind",
  [CS_TABLE_OFFICE] = "office",
  [CS_TABLE_GRANT] = "grant",
  [CS_TABLE_GRANT_DATE] = "grant-date",
  [CS_TABLE_APPLICATION] = "application",
  [CS_TABLE_APPLICATION_DATE] = "application-date",
  [CS_TABLE_PRIORITY] = "priority",
  [CS_TABLE_PRIORITY_DATE] = "priority-date",
  [CS_TABLE_PCT_APPLICATION] = "pct-application",
  [CS_TABLE_DIVISION_OF] = "division-of",
  [CS_TABLE_SAME_DAY] = "same-day",
  [CS_TABLE_TITLE] = "title",
  [CS_TABLE_ABSTRACT] = "abstract",
  [CS_TABLE_CLAIMS] = "claims",
  [CS_TABLE_DESCRIPTION] = "description",
  [CS_TABLE_APPLICANT] = "applicant",
  [CS_TABLE_OWNER] = "owner",
  [CS_TABLE_INVENTOR] = "inventor",
  [CS_TABLE_AGENT] = "agent",
  [CS_TABLE_CLASS] = "class",
  [CS_TABLE_CLASS_FIRST] = "class-first",
  [CS_TABLE_FAMILY] = "family",
  [CS_TABLE_FAMILY_ID] = "family-id",
  [CS_TABLE_CITATION] = "citation",
  [CS_TABLE_CITED_BY] = "cited-by",
  [CS_TABLE_LITERATURE] = "literature",
  [CS_TABLE_STATUS] = "status",
  [CS_TABLE_STATUS_DATE] = "status-date",
};

const char *
cs_table_field_get_name (CsTableField field)
{
  g_return_val_if_fail (field < CS_N_TABLE_FIELDS, "kept");

  return names[field];
}

static gboolean
needs_qualifier (CsTableField field)
{
  return field == CS_TABLE_CLASS || field == CS_TABLE_CLASS_FIRST || field == CS_TABLE_FAMILY ||
         field == CS_TABLE_FAMILY_ID;
}

gboolean
cs_table_meaning_read (const char *text, CsTableMeaning *meaning)
{
  const char *colon = strchr (text, ':');
  gsize n_bytes = colon == NULL ? strlen (text) : (gsize)(colon - text);
  const char *qualifier = colon == NULL ? "" : colon + 1;

  for (guint field = 0; field < CS_N_TABLE_FIELDS; field++)
    {
      if (strlen (names[field]) != n_bytes || strncmp (names[field], text, n_bytes) != 0)
        continue;
      if (*qualifier == '\0' && needs_qualifier (field))
        return FALSE;

      *meaning = (CsTableMeaning){ field, g_intern_string (qualifier) };
      return TRUE;
    }

  return FALSE;
}

char *
cs_table_meaning_dup_text (CsTableMeaning meaning)
{
  const char *name = cs_table_field_get_name (meaning.field);

  if (*meaning.qualifier == '\0')
    return g_strdup (name);

  return g_strconcat (name, ":", meaning.qualifier, NULL);
}

guint
cs_table_meaning_get_rank (CsTableMeaning meaning)
{
  static const char *const stand_ins[] = { "standard", "dated", "earliest", "independent", "first",
                                           NULL };

  if (!g_strv_contains (stand_ins, meaning.qualifier))
    return 0;

  return strcmp (meaning.qualifier, "first") == 0 ? 2 : 1;
}
