#include <glib/gi18n-lib.h>

#include "cs-library-node.h"
#include "cs-library-numbers.h"
#include "cs-library-work.h"
#include "cs-library-writer.h"

/* What can be made anew from the records: indexes, numbers, links, families, what is counted. What
 * the user said of families stays with them. */

#define BATCH 4000

/* In this order; each is a transaction. */
static const char *const steps[] = {
  "REINDEX",
  "INSERT INTO text_index (text_index) VALUES ('rebuild')",
  "INSERT INTO description_index (description_index) VALUES ('rebuild')",
  "INSERT INTO name_index (name_index) VALUES ('rebuild')",
  "UPDATE document SET is_withdrawn = NOT EXISTS (SELECT 1 FROM record AS r "
  "WHERE r.document = document.id AND r.is_withdrawn = 0)",
  "DELETE FROM number WHERE CASE role WHEN 0 THEN target NOT IN (SELECT id FROM document) "
  "ELSE target NOT IN (SELECT id FROM application) END",
  "DELETE FROM place WHERE document NOT IN (SELECT id FROM document WHERE is_withdrawn = 0)",
  "DELETE FROM link WHERE application NOT IN (SELECT id FROM application)",
  "DELETE FROM member WHERE application NOT IN (SELECT id FROM application) "
  "OR family NOT IN (SELECT id FROM family)",
  "DELETE FROM facet WHERE family NOT IN (SELECT id FROM family)",
};

static gboolean
run_step (CsLibrary *library, const char *sql, GError **error)
{
  g_auto (CsTransaction) write = { NULL };

  return cs_transaction_begin (&write, library->file, error) &&
         cs_store_exec (library->file, sql, error) && cs_transaction_commit (&write, error);
}

/* --- numbers --- */

static gboolean
add_numbers (CsLibrary *library, const char *sql, gboolean of_documents, GError **error)
{
  g_auto (CsStatement) list = cs_statement (library->file, sql);

  while (cs_statement_next (&list))
    {
      g_autoptr (CsNumber) number = cs_number_columns_read (
          &list, 0, of_documents ? CS_NUMBER_PUBLICATION : CS_NUMBER_APPLICATION);
      gboolean is_assumed = cs_column_get_int (&list, CS_N_NUMBER_COLUMNS + 1) != 0;
      CsNumberTarget target = of_documents ? CS_TARGET_DOCUMENT :
                              is_assumed   ? CS_TARGET_ASSUMED :
                                             CS_TARGET_APPLICATION;

      if (!cs_library_add_number (library, number, target,
                                  cs_column_get_int (&list, CS_N_NUMBER_COLUMNS), error))
        return FALSE;
    }
  return cs_statement_end (&list, error);
}

static gboolean
find_numbers (CsLibrary *library, GError **error)
{
  g_auto (CsTransaction) write = { NULL };

  return cs_transaction_begin (&write, library->file, error) &&
         add_numbers (library,
                      "SELECT " CS_NUMBER_COLUMNS ", id, 0 FROM document WHERE is_published <> 0",
                      TRUE, error) &&
         add_numbers (library, "SELECT " CS_NUMBER_COLUMNS ", id, is_assumed FROM application",
                      FALSE, error) &&
         cs_transaction_commit (&write, error);
}

/* --- families --- */

static gboolean
list_applications (CsLibrary *library, GArray *applications, GError **error)
{
  CsStatement *list = cs_library_statement (library, "SELECT id FROM application ORDER BY id");

  while (cs_statement_next (list))
    {
      gint64 application = cs_column_get_int (list, 0);

      g_array_append_val (applications, application);
    }
  return cs_statement_reset (list, error);
}

static gboolean
delete_empty_families (CsLibraryImport *import, GError **error)
{
  CsLibrary *library = import->library;
  g_autoptr (GArray) empty = g_array_new (FALSE, FALSE, sizeof (gint64));
  CsStatement *list = cs_library_statement (
      library, "SELECT id FROM family WHERE id NOT IN (SELECT family FROM member)");

  while (cs_statement_next (list))
    {
      gint64 family = cs_column_get_int (list, 0);

      g_array_append_val (empty, family);
    }
  if (!cs_statement_reset (list, error))
    return FALSE;
  for (guint i = 0; i < empty->len; i++)
    if (!cs_import_end_family (import, g_array_index (empty, gint64, i), 0, error))
      return FALSE;
  return TRUE;
}

static gboolean
find_families (CsLibrary *library, const CsLibraryWork *work, GError **error)
{
  g_autoptr (GArray) applications = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CsLibraryImport) import =
      cs_library_import_begin (library, _ ("repair"), cs_office_date_today (), error);

  if (import == NULL || !list_applications (library, applications, error))
    return FALSE;
  for (guint i = 0; i < applications->len; i++)
    {
      cs_import_touch (import, g_array_index (applications, gint64, i));
      if ((i + 1) % BATCH == 0 && (!cs_library_work_step (work, i, applications->len, error) ||
                                   !cs_import_end_batch (import, error)))
        return FALSE;
    }
  if (!cs_import_end_batch (import, error) || !cs_import_begin_batch (import, error) ||
      !delete_empty_families (import, error))
    return FALSE;
  return cs_library_import_end (import, error);
}

gboolean
cs_library_repair (CsLibrary *library, const CsLibraryWork *work, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!cs_library_work_step (work, i, G_N_ELEMENTS (steps), error) ||
        !run_step (library, steps[i], error))
      return FALSE;
  return find_numbers (library, error) && find_families (library, work, error);
}
