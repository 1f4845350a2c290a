#include <glib/gi18n-lib.h>

#include "cs-library-work.h"

/* Looking at all of a library. A problem is a line for people. */

#define MAX_EXAMPLES 20 /* lines of one kind */

static gboolean
take_damage (GPtrArray *problems, GError *reason, GError **error)
{
  if (g_error_matches (reason, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT))
    {
      g_ptr_array_add (problems, g_strdup (reason->message));
      g_error_free (reason);
      return TRUE;
    }
  g_propagate_error (error, reason);
  return FALSE;
}

static gboolean
check_pages (CsLibrary *library, GPtrArray *problems, GError **error)
{
  g_auto (CsStatement) check = cs_statement (library->file, "PRAGMA integrity_check (20)");
  GError *reason = NULL;

  while (cs_statement_next (&check))
    {
      const char *line = cs_column_get_text (&check, 0);

      if (g_strcmp0 (line, "ok") != 0)
        g_ptr_array_add (problems,
                         g_strdup_printf ("integrity_check: %s", line == NULL ? "" : line));
    }
  return cs_statement_end (&check, &reason) || take_damage (problems, reason, error);
}

static gboolean
check_links (CsLibrary *library, GPtrArray *problems, GError **error)
{
  g_auto (CsStatement) check = cs_statement (library->file, "PRAGMA foreign_key_check");
  GError *reason = NULL;

  for (guint n = 0; n < MAX_EXAMPLES && cs_statement_next (&check); n++)
    {
      const char *table = cs_column_get_text (&check, 0);
      const char *missing = cs_column_get_text (&check, 2);
      g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, cs_column_get_int (&check, 1));

      g_ptr_array_add (problems, g_strdup_printf (_ ("row %s of \"%s\" belongs to nothing in "
                                                     "\"%s\""),
                                                  row, table == NULL ? "" : table,
                                                  missing == NULL ? "" : missing));
    }
  return cs_statement_end (&check, &reason) || take_damage (problems, reason, error);
}

/* --- indexes of texts --- */

static const struct
{
  const char *name;
  const char *check;
} indexes[] = {
  { "text_index", "INSERT INTO text_index (text_index, rank) VALUES ('integrity-check', 1)" },
  { "description_index",
    "INSERT INTO description_index (description_index, rank) VALUES ('integrity-check', 1)" },
  { "name_index", "INSERT INTO name_index (name_index, rank) VALUES ('integrity-check', 1)" },
};

/* To compare an index with its texts is a write for SQLite, though nothing is written. */
static gboolean
check_indexes (CsLibrary *library, GPtrArray *problems, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    {
      g_autoptr (GError) reason = NULL;

      if (library->file->read_only != NULL ||
          cs_store_exec (library->file, indexes[i].check, &reason))
        continue;
      if (!g_error_matches (reason, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      g_ptr_array_add (problems,
                       g_strdup_printf (_ ("the index \"%s\" does not fit the texts: repair the "
                                           "library"),
                                        indexes[i].name));
    }
  return TRUE;
}

/* --- what must hold --- */

/* Each asks for what must not be there; the line says it with one of them. */
static const struct
{
  const char *sql;
  const char *line;
} rules[] = {
  { "SELECT a.printed FROM application AS a WHERE EXISTS (SELECT 1 FROM document AS d "
    "WHERE d.application = a.id AND d.is_withdrawn = 0) AND (SELECT count (*) FROM member AS m "
    "WHERE m.application = a.id AND m.rule = 0) <> 1",
    N_ ("application %s is not in exactly one simple family") },
  { "SELECT a.printed FROM application AS a WHERE NOT EXISTS (SELECT 1 FROM document AS d "
    "WHERE d.application = a.id AND d.is_withdrawn = 0) AND EXISTS (SELECT 1 FROM member AS m "
    "WHERE m.application = a.id)",
    N_ ("application %s is in a family and has no documents") },
  { "SELECT a.printed FROM application AS a WHERE NOT EXISTS (SELECT 1 FROM document AS d "
    "WHERE d.application = a.id)",
    N_ ("application %s belongs to nothing") },
  { "SELECT f.id FROM family AS f WHERE NOT EXISTS (SELECT 1 FROM member AS m "
    "WHERE m.family = f.id)",
    N_ ("family %s has no members") },
  { "SELECT m.family FROM member AS m JOIN family AS f ON f.id = m.family "
    "WHERE m.rule <> f.rule",
    N_ ("family %s has members of another rule") },
  { "SELECT f.id FROM family AS f LEFT JOIN facet AS c ON c.family = f.id WHERE f.rule = 0 AND "
    "coalesce (c.n_members, -1) <> (SELECT count (*) FROM member AS m WHERE m.family = f.id)",
    N_ ("family %s is counted wrongly") },
  { "SELECT d.printed FROM document AS d LEFT JOIN place AS p ON p.document = d.id "
    "LEFT JOIN member AS m ON m.application = d.application AND m.rule = 0 "
    "WHERE d.is_withdrawn = 0 AND p.family IS NOT m.family",
    N_ ("document %s is not where its family is") },
  { "SELECT p.document FROM place AS p LEFT JOIN document AS d ON d.id = p.document "
    "WHERE coalesce (d.is_withdrawn, 1) <> 0",
    N_ ("document %s is withdrawn and found all the same") },
  { "SELECT d.printed FROM document AS d WHERE d.is_published <> 0 AND NOT EXISTS "
    "(SELECT 1 FROM number AS n WHERE n.target = d.id AND n.role = 0)",
    N_ ("document %s is not found by its number") },
  { "SELECT d.printed FROM document AS d WHERE NOT EXISTS (SELECT 1 FROM record AS r "
    "WHERE r.document = d.id)",
    N_ ("document %s has no record") },
};

static gboolean
check_rule (CsLibrary *library, guint i, GPtrArray *problems, GError **error)
{
  g_auto (CsStatement) check = cs_statement (library->file, rules[i].sql);
  GError *reason = NULL;

  for (guint n = 0; n < MAX_EXAMPLES && cs_statement_next (&check); n++)
    {
      const char *which = cs_column_get_text (&check, 0);
      g_auto (GStrv) halves = g_strsplit (_ (rules[i].line), "%s", 2);

      g_ptr_array_add (problems, g_strjoinv (which == NULL ? "?" : which, halves));
    }
  return cs_statement_end (&check, &reason) || take_damage (problems, reason, error);
}

/* Lengths of wordings must fill the texts that they are cut from. */
static gboolean
check_wordings (CsLibrary *library, GPtrArray *problems, GError **error)
{
  g_auto (CsStatement) check = cs_statement (
      library->file,
      "SELECT d.printed FROM document AS d JOIN (SELECT document, sum (n_bytes + 3) AS n, "
      "count (DISTINCT part) AS n_parts FROM wording GROUP BY document) AS w ON w.document = d.id "
      "LEFT JOIN text AS t ON t.id = d.id LEFT JOIN description AS e ON e.id = d.id "
      "WHERE w.n - 3 * w.n_parts <> coalesce (length (CAST (t.ti AS BLOB)) "
      "+ length (CAST (t.ab AS BLOB)) + length (CAST (t.cl AS BLOB)), 0) "
      "+ coalesce (length (CAST (e.de AS BLOB)), 0)");
  GError *reason = NULL;

  for (guint n = 0; n < MAX_EXAMPLES && cs_statement_next (&check); n++)
    {
      const char *which = cs_column_get_text (&check, 0);

      g_ptr_array_add (problems, g_strdup_printf (_ ("the texts of document %s are damaged"),
                                                  which == NULL ? "?" : which));
    }
  return cs_statement_end (&check, &reason) || take_damage (problems, reason, error);
}

static gboolean
check_all (CsLibrary *library, const CsLibraryWork *work, GPtrArray *problems, GError **error)
{
  guint n_steps = G_N_ELEMENTS (rules) + 4;

  if (!cs_library_work_step (work, 0, n_steps, error) || !check_pages (library, problems, error) ||
      !cs_library_work_step (work, 1, n_steps, error) || !check_links (library, problems, error) ||
      !cs_library_work_step (work, 2, n_steps, error) ||
      !check_indexes (library, problems, error) ||
      !cs_library_work_step (work, 3, n_steps, error) ||
      !check_wordings (library, problems, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!cs_library_work_step (work, 4 + i, n_steps, error) ||
        !check_rule (library, i, problems, error))
      return FALSE;
  return TRUE;
}

gboolean
cs_library_check (CsLibrary *library, const CsLibraryWork *work, char ***problems, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  gboolean looked;

  cs_library_work_watch (library, work);
  looked = check_all (library, work, found, error);
  cs_library_work_watch (library, NULL);
  if (!looked)
    return FALSE;
  g_ptr_array_add (found, NULL);
  g_ptr_array_set_free_func (found, NULL);
  *problems = (char **)g_ptr_array_free (g_steal_pointer (&found), FALSE);
  return TRUE;
}
