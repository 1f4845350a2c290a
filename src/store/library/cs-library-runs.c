#include "cs-library-file.h"

/* What imports did. */

GPtrArray *
cs_library_list_runs (CsLibrary *library, GError **error)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_library_run_free);
  CsStatement *list = cs_library_statement (
      library, "SELECT id, label, began_us, ended_us, n_added, n_changed, n_same, n_withdrawn, "
               "n_faults FROM run ORDER BY id DESC");

  while (cs_statement_next (list))
    {
      CsLibraryRun *run = g_new0 (CsLibraryRun, 1);

      run->id = cs_column_get_int (list, 0);
      run->label = cs_column_dup_text (list, 1);
      run->began_us = cs_column_get_int (list, 2);
      run->ended_us = cs_column_get_int (list, 3);
      run->n_added = cs_column_get_uint (list, 4);
      run->n_changed = cs_column_get_uint (list, 5);
      run->n_same = cs_column_get_uint (list, 6);
      run->n_withdrawn = cs_column_get_uint (list, 7);
      run->n_faults = cs_column_get_uint (list, 8);
      g_ptr_array_add (runs, run);
    }
  return cs_statement_reset (list, error) ? g_steal_pointer (&runs) : NULL;
}

static void
fault_free (gpointer data)
{
  CsLibraryFault *fault = data;

  g_free (fault->file);
  g_free (fault->message);
  g_free (fault);
}

GPtrArray *
cs_library_list_faults (CsLibrary *library, gint64 run, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (fault_free);
  CsStatement *list = cs_library_statement (
      library, "SELECT file, place, message FROM fault WHERE run = ?1 ORDER BY id");

  cs_bind_int (list, 1, run);
  while (cs_statement_next (list))
    {
      CsLibraryFault *fault = g_new0 (CsLibraryFault, 1);

      fault->file = cs_column_dup_text (list, 0);
      fault->place = (guint)cs_column_get_uint (list, 1);
      fault->message = cs_column_dup_text (list, 2);
      g_ptr_array_add (faults, fault);
    }
  return cs_statement_reset (list, error) ? g_steal_pointer (&faults) : NULL;
}

/* --- changes --- */

const char *
cs_library_change_kind_get_name (CsLibraryChangeKind kind)
{
  static const char *const names[CS_N_CHANGE_KINDS] = { "new-family", "new-member",
                                                        "moved-member", "lost-member",
                                                        "gone-family", "status" };

  return names[kind];
}

void
cs_library_change_free (CsLibraryChange *change)
{
  g_free (change->application);
  g_free (change->was);
  g_free (change->now);
  g_free (change);
}

/* What is new need not be written down: families and applications know which run brought them. */
#define NEW_FAMILIES "FROM family AS f WHERE f.run = ?1 AND f.rule = 0"
#define NEW_MEMBERS                                                                  \
  "FROM application AS a JOIN member AS m ON m.application = a.id JOIN family AS f " \
  "ON f.id = m.family WHERE a.run = ?1 AND f.run < ?1 AND f.rule = 0"

static const char list_changes[] =
    "SELECT 0, f.rule, f.id, NULL, '', '' " NEW_FAMILIES " UNION ALL "
    "SELECT 1, f.rule, f.id, a.printed, '', '' " NEW_MEMBERS " UNION ALL "
    "SELECT kind, rule, family, printed, was, now FROM change WHERE run = ?1 LIMIT ?2";

GPtrArray *
cs_library_list_changes (CsLibrary *library, gint64 run, guint max, GError **error)
{
  g_autoptr (GPtrArray) changes =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_library_change_free);
  CsStatement *list = cs_library_statement (library, list_changes);

  cs_bind_int (list, 1, run);
  cs_bind_int (list, 2, max == 0 ? -1 : (gint64)max);
  while (cs_statement_next (list))
    {
      CsLibraryChange *change = g_new0 (CsLibraryChange, 1);

      change->kind = MIN (cs_column_get_uint (list, 0), CS_N_CHANGE_KINDS - 1);
      change->rule = MIN (cs_column_get_uint (list, 1), CS_N_FAMILY_RULES - 1);
      change->family = cs_column_get_int (list, 2);
      change->application = cs_column_dup_text (list, 3);
      change->was = cs_column_dup_text (list, 4);
      change->now = cs_column_dup_text (list, 5);
      g_ptr_array_add (changes, change);
    }
  return cs_statement_reset (list, error) ? g_steal_pointer (&changes) : NULL;
}

gboolean
cs_library_count_changes (CsLibrary *library,
                          gint64 run,
                          guint64 counts[CS_N_CHANGE_KINDS],
                          GError **error)
{
  CsStatement *list = cs_library_statement (
      library, "SELECT 0, count (*) " NEW_FAMILIES " UNION ALL SELECT 1, count (*) " NEW_MEMBERS
               " UNION ALL SELECT kind, count (*) FROM change WHERE run = ?1 GROUP BY kind");

  for (guint i = 0; i < CS_N_CHANGE_KINDS; i++)
    counts[i] = 0;
  cs_bind_int (list, 1, run);
  while (cs_statement_next (list))
    {
      guint64 kind = MIN (cs_column_get_uint (list, 0), CS_N_CHANGE_KINDS - 1);

      counts[kind] = cs_column_get_uint (list, 1);
    }
  return cs_statement_reset (list, error);
}
