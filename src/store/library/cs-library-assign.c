#include "cs-library-node.h"

/* Groups of applications become families. A family is what the user tagged and noted, so a group
 * takes over the family that most of its members were in; what is left over ends. */

/* How many members of a group were in a family. */
typedef struct
{
  guint group;
  gint64 family;
  guint n_members;
} Overlap;

static void
add_id (GHashTable *ids, gint64 id)
{
  gint64 *key = g_new (gint64, 1);

  *key = id;
  g_hash_table_add (ids, key);
}

/* Only simple families are counted and searched. */
static void
note_changed (GHashTable *changed, CsFamilyRule rule, gint64 family)
{
  if (rule == CS_FAMILY_SIMPLE && family != 0)
    add_id (changed, family);
}

/* --- what changes is remembered --- */

gboolean
cs_import_keep_snapshot (CsLibraryImport *import, gint64 family, GError **error)
{
  CsStatement *write = cs_library_statement (
      import->library,
      "INSERT INTO snapshot (family, run, members) "
      "SELECT f.id, ?2, coalesce ((SELECT group_concat (coalesce (a.key, a.printed) || ' ' || "
      "a.state, char (10)) FROM member AS m JOIN application AS a ON a.id = m.application "
      "WHERE m.family = f.id), '') FROM family AS f WHERE f.id = ?1 AND f.run < ?2 "
      "ON CONFLICT DO NOTHING");

  cs_bind_int (write, 1, family);
  cs_bind_int (write, 2, import->run->id);
  return cs_statement_run (write, error);
}

/* An application that moves twice within a run has moved from the first to the last family, and
 * not at all when these are the same. */
static gboolean
note_move (CsLibraryImport *import,
           const CsFamilyNode *node,
           CsFamilyRule rule,
           gint64 was,
           gint64 now,
           GError **error)
{
  CsLibrary *library = import->library;
  CsStatement *again = cs_library_statement (
      library, "UPDATE change SET family = ?5, now = ?5 "
               "WHERE run = ?1 AND kind = ?2 AND application = ?3 AND rule = ?4");
  CsStatement *first = cs_library_statement (
      library, "INSERT INTO change (run, kind, rule, family, application, printed, was, now) "
               "SELECT ?1, ?2, ?4, ?5, ?3, ?7, ?6, ?5 WHERE EXISTS (SELECT 1 FROM family "
               "WHERE id = ?6 AND run < ?1)");
  CsStatement *undo = cs_library_statement (
      library, "DELETE FROM change WHERE run = ?1 AND kind = ?2 AND application = ?3 AND rule = ?4 "
               "AND was = now");
  CsStatement *all[] = { again, first, undo };

  if (node->run == import->run->id)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      cs_bind_int (all[i], 1, import->run->id);
      cs_bind_int (all[i], 2, CS_CHANGE_MOVED_MEMBER);
      cs_bind_int (all[i], 3, node->id);
      cs_bind_int (all[i], 4, rule);
      if (i < 2)
        cs_bind_int (all[i], 5, now);
      if (i == 1)
        {
          cs_bind_int (first, 6, was);
          cs_bind_text (first, 7, node->number->printed);
        }
      if (!cs_statement_run (all[i], error))
        return FALSE;
      if (i == 0 && sqlite3_changes (library->file->db) > 0)
        i++; /* it had moved before */
    }
  return TRUE;
}

/* --- families that end --- */

static gboolean
run_on_two (CsLibrary *library, const char *sql, gint64 first, gint64 second, GError **error)
{
  CsStatement *statement = cs_library_statement (library, sql);

  cs_bind_int (statement, 1, first);
  if (sqlite3_bind_parameter_count (statement->handle) > 1)
    cs_bind_int (statement, 2, second);
  return cs_statement_run (statement, error);
}

static gboolean
inherit_marks (CsLibrary *library, gint64 family, gint64 heir, GError **error)
{
  return run_on_two (library,
                     "INSERT INTO labelled (label, family) SELECT label, ?2 FROM labelled "
                     "WHERE family = ?1 ON CONFLICT DO NOTHING",
                     family, heir, error) &&
         run_on_two (library,
                     "INSERT INTO mark (family, note, rating) SELECT ?2, note, rating FROM mark "
                     "WHERE family = ?1 ON CONFLICT (family) DO UPDATE SET "
                     "note = CASE WHEN note = '' THEN excluded.note WHEN excluded.note = '' "
                     "THEN note ELSE note || char (10) || excluded.note END, "
                     "rating = max (rating, excluded.rating)",
                     family, heir, error) &&
         run_on_two (library,
                     "INSERT INTO seen (search, family, members) SELECT search, ?2, members "
                     "FROM seen WHERE family = ?1 ON CONFLICT DO NOTHING",
                     family, heir, error);
}

static gboolean
note_end (CsLibraryImport *import, gint64 family, gint64 heir, GError **error)
{
  CsStatement *insert = cs_library_statement (
      import->library, "INSERT INTO change (run, kind, rule, family, was, now) "
                       "SELECT ?3, ?4, rule, ?2, id, CASE WHEN ?2 = 0 THEN '' ELSE ?2 END "
                       "FROM family WHERE id = ?1 AND run < ?3");

  cs_bind_int (insert, 1, family);
  cs_bind_int (insert, 2, heir);
  cs_bind_int (insert, 3, import->run->id);
  cs_bind_int (insert, 4, CS_CHANGE_GONE_FAMILY);
  return cs_statement_run (insert, error);
}

gboolean
cs_import_end_family (CsLibraryImport *import, gint64 family, gint64 heir, GError **error)
{
  CsLibrary *library = import->library;

  return (heir == 0 || inherit_marks (library, family, heir, error)) &&
         note_end (import, family, heir, error) &&
         run_on_two (library, "DELETE FROM labelled WHERE family = ?1", family, 0, error) &&
         run_on_two (library, "DELETE FROM mark WHERE family = ?1", family, 0, error) &&
         run_on_two (library, "DELETE FROM seen WHERE family = ?1", family, 0, error) &&
         run_on_two (library, "DELETE FROM facet WHERE family = ?1", family, 0, error) &&
         run_on_two (library, "DELETE FROM family WHERE id = ?1", family, 0, error);
}

static gboolean
is_empty (CsLibrary *library, gint64 family, gboolean *empty, GError **error)
{
  CsStatement *find = cs_library_statement (
      library, "SELECT 1 FROM family WHERE id = ?1 AND NOT EXISTS "
               "(SELECT 1 FROM member WHERE family = ?1)");

  cs_bind_int (find, 1, family);
  *empty = cs_statement_next (find);
  return cs_statement_reset (find, error);
}

/* --- which family a group becomes --- */

static gboolean
find_old (CsLibrary *library,
          const CsFamilySorting *sorting,
          const CsFamilyNode *node,
          gint64 *family,
          GError **error)
{
  CsStatement *own =
      cs_library_statement (library, "SELECT family FROM member WHERE application = ?1 "
                                     "AND rule = ?2");
  CsStatement *given = cs_library_statement (
      library, "SELECT m.family FROM member AS m JOIN family AS f ON f.id = m.family "
               "WHERE m.application = ?1 AND m.rule = ?2 AND f.source = ?3");
  CsStatement *find = sorting->rule == CS_FAMILY_GIVEN ? given : own;

  *family = 0;
  if (node->is_new && find == own) /* of a given family it may be since a moment ago */
    return TRUE;
  cs_bind_int (find, 1, node->id);
  cs_bind_int (find, 2, sorting->rule);
  if (find == given)
    cs_bind_text (find, 3, sorting->source);
  *family = cs_statement_next (find) ? cs_column_get_int (find, 0) : 0;
  return cs_statement_reset (find, error);
}

static int
compare_overlaps (gconstpointer a, gconstpointer b)
{
  const Overlap *left = a;
  const Overlap *right = b;

  if (left->n_members != right->n_members)
    return left->n_members > right->n_members ? -1 : 1;
  if (left->family != right->family)
    return left->family < right->family ? -1 : 1;
  return left->group < right->group ? -1 : left->group > right->group;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Overlap *left = a;
  const Overlap *right = b;

  if (left->group != right->group)
    return left->group < right->group ? -1 : 1;
  return left->family < right->family ? -1 : left->family > right->family;
}

/* Returns: (transfer full) (element-type Overlap): each pair of group and former family once, the
 * largest first */
static GArray *
list_overlaps (const CsFamilySorting *sorting, const gint64 *old)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Overlap));
  GArray *overlaps = g_array_new (FALSE, FALSE, sizeof (Overlap));

  for (guint i = 0; i < sorting->nodes->len; i++)
    {
      Overlap pair = { sorting->groups[i], old[i], 1 };

      if (old[i] != 0)
        g_array_append_val (pairs, pair);
    }
  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Overlap *pair = &g_array_index (pairs, Overlap, i);
      Overlap *last =
          overlaps->len == 0 ? NULL : &g_array_index (overlaps, Overlap, overlaps->len - 1);

      if (last != NULL && last->group == pair->group && last->family == pair->family)
        last->n_members++;
      else
        g_array_append_vals (overlaps, pair, 1);
    }
  g_array_sort (overlaps, compare_overlaps);
  return overlaps;
}

/* DOCDB's number makes a simple family one of DOCDB's. */
static const char *
get_source (const CsFamilySorting *sorting, const char *id)
{
  return sorting->rule == CS_FAMILY_SIMPLE && *id != '\0' ? "docdb" : sorting->source;
}

static gboolean
make_family (CsLibraryImport *import,
             const CsFamilySorting *sorting,
             const char *id,
             gint64 *family,
             GError **error)
{
  CsStatement *insert = cs_library_statement (
      import->library, "INSERT INTO family (rule, source, external_id, run) "
                       "VALUES (?1, ?2, ?3, ?4)");

  cs_bind_int (insert, 1, sorting->rule);
  cs_bind_text (insert, 2, get_source (sorting, id));
  cs_bind_text (insert, 3, id);
  cs_bind_int (insert, 4, import->run->id);
  if (!cs_statement_run (insert, error))
    return FALSE;
  *family = sqlite3_last_insert_rowid (import->library->file->db);
  return TRUE;
}

static gboolean
name_family (CsLibraryImport *import,
             const CsFamilySorting *sorting,
             const char *id,
             gint64 family,
             GError **error)
{
  CsStatement *update = cs_library_statement (
      import->library, "UPDATE family SET source = ?2, external_id = ?3 "
                       "WHERE id = ?1 AND (source <> ?2 OR external_id <> ?3)");

  cs_bind_int (update, 1, family);
  cs_bind_text (update, 2, get_source (sorting, id));
  cs_bind_text (update, 3, id);
  return cs_statement_run (update, error);
}

/* Returns: (transfer full): for each group its family, NULL on failure. @first_made: (out): those
 * from this id on did not exist before */
static gint64 *
choose_families (CsLibraryImport *import,
                 const CsFamilySorting *sorting,
                 const gint64 *old,
                 gint64 *first_made,
                 GError **error)
{
  g_autofree gint64 *families = g_new0 (gint64, sorting->n_groups + 1); /* NULL is a failure */
  g_autoptr (GArray) overlaps = list_overlaps (sorting, old);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < overlaps->len; i++)
    {
      const Overlap *overlap = &g_array_index (overlaps, Overlap, i);

      if (families[overlap->group] != 0 || g_hash_table_contains (taken, &overlap->family))
        continue;
      families[overlap->group] = overlap->family;
      add_id (taken, overlap->family);
    }
  *first_made = G_MAXINT64;
  for (guint i = 0; i < sorting->n_groups; i++)
    {
      gboolean is_made = families[i] == 0;

      if (is_made ? !make_family (import, sorting, sorting->ids[i], &families[i], error) :
                    !name_family (import, sorting, sorting->ids[i], families[i], error))
        return NULL;
      if (is_made)
        *first_made = MIN (*first_made, families[i]);
    }
  return g_steal_pointer (&families);
}

/* --- members --- */

static gboolean
join_family (CsLibraryImport *import,
             const CsFamilySorting *sorting,
             const CsFamilyNode *node,
             gint64 was,
             gint64 now,
             GError **error)
{
  CsStatement *insert = cs_library_statement (
      import->library, "INSERT INTO member (application, rule, family) VALUES (?1, ?2, ?3)");
  CsStatement *update = cs_library_statement (
      import->library, "UPDATE member SET family = ?3 WHERE application = ?1 AND rule = ?2 "
                       "AND family = ?4");
  CsStatement *write = was == 0 ? insert : update;

  cs_bind_int (write, 1, node->id);
  cs_bind_int (write, 2, sorting->rule);
  cs_bind_int (write, 3, now);
  if (was != 0)
    cs_bind_int (write, 4, was);
  return cs_statement_run (write, error) &&
         (was == 0 || note_move (import, node, sorting->rule, was, now, error));
}

static gboolean
end_empty_families (CsLibraryImport *import,
                    const gint64 *old,
                    const gint64 *now,
                    guint n,
                    GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      gboolean empty;

      if (old[i] == 0 || old[i] == now[i])
        continue;
      if (!is_empty (import->library, old[i], &empty, error) ||
          (empty && !cs_import_end_family (import, old[i], now[i], error)))
        return FALSE;
    }
  return TRUE;
}

gboolean
cs_import_assign (CsLibraryImport *import,
                  const CsFamilySorting *sorting,
                  GHashTable *changed,
                  GError **error)
{
  guint n = sorting->nodes->len;
  g_autofree gint64 *old = g_new0 (gint64, n);
  g_autofree gint64 *now = g_new0 (gint64, n);
  g_autofree gint64 *families = NULL;
  gint64 first_made;

  for (guint i = 0; i < n; i++)
    if (!find_old (import->library, sorting, g_ptr_array_index (sorting->nodes, i), &old[i], error))
      return FALSE;
  families = choose_families (import, sorting, old, &first_made, error);
  if (families == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const CsFamilyNode *node = g_ptr_array_index (sorting->nodes, i);

      now[i] = families[sorting->groups[i]];
      if (old[i] == now[i])
        continue;
      note_changed (changed, sorting->rule, now[i]);
      note_changed (changed, sorting->rule, old[i]);
      if ((old[i] != 0 && !cs_import_keep_snapshot (import, old[i], error)) ||
          (now[i] < first_made && !cs_import_keep_snapshot (import, now[i], error)) ||
          !join_family (import, sorting, node, old[i], now[i], error))
        return FALSE;
    }
  return end_empty_families (import, old, now, n, error);
}

/* Which family by @rule has what was said of the families of @application, 0 when none has. */
static gboolean
find_heir (CsLibraryImport *import,
           gint64 application,
           CsFamilyRule rule,
           gint64 *family,
           GError **error)
{
  const gint64 *heir = g_hash_table_lookup (import->heirs, &application);
  CsStatement *find = cs_library_statement (
      import->library, "SELECT family FROM member WHERE application = ?1 AND rule = ?2");

  *family = 0;
  if (heir == NULL || rule == CS_FAMILY_GIVEN)
    return TRUE;
  cs_bind_int (find, 1, *heir);
  cs_bind_int (find, 2, rule);
  if (cs_statement_next (find))
    *family = cs_column_get_int (find, 0);
  return cs_statement_reset (find, error);
}

gboolean
cs_import_leave_families (CsLibraryImport *import,
                          gint64 application,
                          CsFamilyRule rule,
                          const char *source,
                          GHashTable *changed,
                          GError **error)
{
  CsLibrary *library = import->library;
  g_autoptr (GArray) families = g_array_new (FALSE, FALSE, sizeof (gint64));
  CsStatement *list = cs_library_statement (
      library, "SELECT m.family FROM member AS m JOIN family AS f ON f.id = m.family "
               "WHERE m.application = ?1 AND m.rule = ?2 AND (?3 IS NULL OR f.source = ?3)");
  CsStatement *leave = cs_library_statement (
      library, "DELETE FROM member WHERE application = ?1 AND family = ?2 AND rule = ?3");
  gint64 heir;

  cs_bind_int (list, 1, application);
  cs_bind_int (list, 2, rule);
  cs_bind_text (list, 3, source);
  while (cs_statement_next (list))
    {
      gint64 family = cs_column_get_int (list, 0);

      g_array_append_val (families, family);
    }
  if (!cs_statement_reset (list, error) || !find_heir (import, application, rule, &heir, error))
    return FALSE;
  for (guint i = 0; i < families->len; i++)
    {
      gint64 family = g_array_index (families, gint64, i);
      gboolean empty;

      note_changed (changed, rule, family);
      if (!cs_import_keep_snapshot (import, family, error))
        return FALSE;
      cs_bind_int (leave, 1, application);
      cs_bind_int (leave, 2, family);
      cs_bind_int (leave, 3, rule);
      if (!cs_statement_run (leave, error) || !is_empty (library, family, &empty, error) ||
          (empty && !cs_import_end_family (import, family, heir, error)))
        return FALSE;
    }
  return TRUE;
}
