#include <glib/gi18n-lib.h>

#include "../cs-library-marks.h"
#include "cs-library-file.h"

/* Searches that are kept, what is new of them, and those that were made. */

void
cs_saved_search_free (CsSavedSearch *search)
{
  g_free (search->name);
  g_free (search->query);
  g_free (search);
}

GPtrArray *
cs_library_list_searches (CsLibrary *library, GError **error)
{
  g_autoptr (GPtrArray) searches =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_saved_search_free);
  CsStatement *list = cs_library_statement (
      library, "SELECT id, name, query, is_watched, made_us, seen_us FROM search ORDER BY name");

  while (cs_statement_next (list))
    {
      CsSavedSearch *search = g_new0 (CsSavedSearch, 1);

      search->id = cs_column_get_int (list, 0);
      search->name = cs_column_dup_text (list, 1);
      search->query = cs_column_dup_text (list, 2);
      search->is_watched = cs_column_get_int (list, 3) != 0;
      search->made_us = cs_column_get_int (list, 4);
      search->seen_us = cs_column_get_int (list, 5);
      g_ptr_array_add (searches, search);
    }
  return cs_statement_reset (list, error) ? g_steal_pointer (&searches) : NULL;
}

static gboolean
has_name (CsLibrary *library, const char *name, gint64 other_than, gboolean *has, GError **error)
{
  CsStatement *find =
      cs_library_statement (library, "SELECT 1 FROM search WHERE name = ?1 AND id <> ?2");

  cs_bind_text (find, 1, name);
  cs_bind_int (find, 2, other_than);
  *has = cs_statement_next (find);
  return cs_statement_reset (find, error);
}

static gint64
write_search (CsLibrary *library,
              const CsSavedSearch *search,
              const char *name,
              const char *query,
              GError **error)
{
  CsStatement *insert = cs_library_statement (
      library, "INSERT INTO search (name, query, is_watched, made_us, seen_us) "
               "VALUES (?1, ?2, ?3, ?4, 0) RETURNING id");
  CsStatement *update = cs_library_statement (
      library, "UPDATE search SET name = ?1, query = ?2, is_watched = ?3 WHERE id = ?4 "
               "RETURNING id");
  CsStatement *write = search->id == 0 ? insert : update;
  gint64 id = 0;

  cs_bind_text (write, 1, name);
  cs_bind_text (write, 2, query);
  cs_bind_int (write, 3, search->is_watched);
  cs_bind_int (write, 4, search->id == 0 ? g_get_real_time () : search->id);
  while (cs_statement_next (write))
    id = cs_column_get_int (write, 0);
  if (!cs_statement_reset (write, error))
    return 0;
  if (id == 0)
    g_set_error_literal (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND,
                         _ ("there is no such search: it was deleted"));
  return id;
}

gint64
cs_library_save_search (CsLibrary *library, const CsSavedSearch *search, GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  g_autofree char *name = g_strstrip (g_utf8_make_valid (search->name, -1));
  g_autofree char *query = g_utf8_make_valid (search->query, -1);
  gboolean taken;
  gint64 id;

  if (!cs_transaction_begin (&write, library->file, error) ||
      !has_name (library, name, search->id, &taken, error))
    return 0;
  if (taken)
    {
      g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_CONFLICT,
                   _ ("there is a search \"%s\" already: choose another name"), name);
      return 0;
    }
  id = write_search (library, search, name, query, error);
  return id != 0 && cs_transaction_commit (&write, error) ? id : 0;
}

static gboolean
run_on (CsLibrary *library, const char *sql, gint64 id, GError **error)
{
  CsStatement *statement = cs_library_statement (library, sql);

  cs_bind_int (statement, 1, id);
  return cs_statement_run (statement, error);
}

gboolean
cs_library_delete_search (CsLibrary *library, gint64 search, GError **error)
{
  g_auto (CsTransaction) write = { NULL };

  return cs_transaction_begin (&write, library->file, error) &&
         run_on (library, "DELETE FROM search WHERE id = ?1", search, error) &&
         cs_transaction_commit (&write, error);
}

/* --- what is new --- */

static const char as_it_is[] =
    "SELECT coalesce (group_concat (m.application || ' ' || a.state, char (10)), '') "
    "FROM (SELECT application FROM member WHERE family = ?1 ORDER BY application) AS m "
    "JOIN application AS a ON a.id = m.application";

static gboolean
describe (CsLibrary *library, gint64 family, char **members, GError **error)
{
  CsStatement *find = cs_library_statement (library, as_it_is);

  cs_bind_int (find, 1, family);
  if (cs_statement_next (find))
    *members = cs_column_dup_text (find, 0);
  if (*members == NULL)
    *members = g_strdup ("");
  return cs_statement_reset (find, error);
}

static gboolean
see_family (CsLibrary *library, gint64 search, gint64 family, GError **error)
{
  CsStatement *insert = cs_library_statement (
      library, "INSERT INTO seen (search, family, members) VALUES (?1, ?2, ?3) "
               "ON CONFLICT (search, family) DO UPDATE SET members = excluded.members");
  g_autofree char *members = NULL;

  if (!describe (library, family, &members, error))
    return FALSE;
  cs_bind_int (insert, 1, search);
  cs_bind_int (insert, 2, family);
  cs_bind_text (insert, 3, members);
  return cs_statement_run (insert, error);
}

gboolean
cs_library_see (CsLibrary *library, gint64 search, const GArray *families, GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  CsStatement *note =
      cs_library_statement (library, "UPDATE search SET seen_us = ?2 WHERE id = ?1");

  if (!cs_transaction_begin (&write, library->file, error) ||
      !run_on (library, "DELETE FROM seen WHERE search = ?1", search, error))
    return FALSE;
  for (guint i = 0; i < families->len; i++)
    if (!see_family (library, search, g_array_index (families, gint64, i), error))
      return FALSE;
  cs_bind_int (note, 1, search);
  cs_bind_int (note, 2, g_get_real_time ());
  return cs_statement_run (note, error) && cs_transaction_commit (&write, error);
}

/* Returns: (transfer full): state by application */
static GHashTable *
read_members (const char *text)
{
  GHashTable *members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 2);

      if (g_strv_length (words) == 2)
        g_hash_table_insert (members, g_strdup (words[0]), g_strdup (words[1]));
    }
  return members;
}

static guint
compare_members (const char *was, const char *is)
{
  g_autoptr (GHashTable) before = read_members (was);
  g_autoptr (GHashTable) after = read_members (is);
  GHashTableIter iter;
  gpointer application;
  gpointer state;
  guint news = 0;

  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &application, &state))
    {
      const char *old = g_hash_table_lookup (before, application);

      if (old == NULL)
        news |= CS_NEWS_MEMBER;
      else if (!g_str_equal (old, state))
        news |= CS_NEWS_STATUS;
    }
  return news;
}

static gboolean
find_news (CsLibrary *library, gint64 search, gint64 family, guint *news, GError **error)
{
  CsStatement *find = cs_library_statement (
      library, "SELECT members FROM seen WHERE search = ?1 AND family = ?2");
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;

  cs_bind_int (find, 1, search);
  cs_bind_int (find, 2, family);
  if (cs_statement_next (find))
    was = cs_column_dup_text (find, 0);
  if (!cs_statement_reset (find, error) || !describe (library, family, &is, error))
    return FALSE;
  if (was == NULL)
    *news = CS_NEWS_FAMILY;
  else
    *news = g_str_equal (was, is) ? 0 : compare_members (was, is);
  return TRUE;
}

GArray *
cs_library_list_news (CsLibrary *library, gint64 search, const GArray *families, GError **error)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (CsLibraryNewsItem));
  g_auto (CsTransaction) read = { NULL };

  if (!cs_transaction_begin_read (&read, library->file, error))
    return NULL;
  for (guint i = 0; i < families->len; i++)
    {
      CsLibraryNewsItem item = { g_array_index (families, gint64, i), 0 };

      if (!find_news (library, search, item.family, &item.news, error))
        return NULL;
      if (item.news != 0)
        g_array_append_val (items, item);
    }
  return g_steal_pointer (&items);
}

/* --- history --- */

static void
entry_free (gpointer data)
{
  CsSearchHistoryEntry *entry = data;

  g_free (entry->query);
  g_free (entry);
}

gboolean
cs_library_add_history (CsLibrary *library, const char *query, guint64 n_hits, GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  CsStatement *forget = cs_library_statement (library, "DELETE FROM history WHERE query = ?1");
  CsStatement *insert = cs_library_statement (
      library, "INSERT INTO history (query, n_hits, made_us) VALUES (?1, ?2, ?3)");
  g_autofree char *valid = g_utf8_make_valid (query, -1);

  cs_bind_text (forget, 1, valid);
  cs_bind_text (insert, 1, valid);
  cs_bind_int (insert, 2, (gint64)n_hits);
  cs_bind_int (insert, 3, g_get_real_time ());
  return cs_transaction_begin (&write, library->file, error) &&
         cs_statement_run (forget, error) && cs_statement_run (insert, error) &&
         run_on (library,
                 "DELETE FROM history WHERE id <= (SELECT id FROM history ORDER BY id DESC "
                 "LIMIT 1 OFFSET ?1)",
                 CS_MAX_SEARCH_HISTORY, error) &&
         cs_transaction_commit (&write, error);
}

GPtrArray *
cs_library_list_history (CsLibrary *library, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  CsStatement *list = cs_library_statement (
      library, "SELECT query, n_hits, made_us FROM history ORDER BY id DESC");

  while (cs_statement_next (list))
    {
      CsSearchHistoryEntry *entry = g_new0 (CsSearchHistoryEntry, 1);

      entry->query = cs_column_dup_text (list, 0);
      entry->n_hits = cs_column_get_uint (list, 1);
      entry->made_us = cs_column_get_int (list, 2);
      g_ptr_array_add (entries, entry);
    }
  return cs_statement_reset (list, error) ? g_steal_pointer (&entries) : NULL;
}

gboolean
cs_library_clear_history (CsLibrary *library, GError **error)
{
  g_auto (CsTransaction) write = { NULL };

  return cs_transaction_begin (&write, library->file, error) &&
         cs_store_exec (library->file, "DELETE FROM history", error) &&
         cs_transaction_commit (&write, error);
}
