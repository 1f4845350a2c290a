#include <string.h>

#include "cs-library-node.h"

/* After a batch: families and states of what was touched, and of all that hangs on it. */

/* Families that a batch has to do with. */
typedef struct
{
  CsLibraryImport *import;
  GArray *touched;     /* (element-type gint64): applications in their order, in which rows lie */
  GHashTable *nodes;   /* (element-type gint64 CsFamilyNode): loaded so far */
  GHashTable *changed; /* (element-type gint64): simple families that are other than before */
} Settling;

static gint64 *
dup_id (gint64 id)
{
  gint64 *copy = g_new (gint64, 1);

  *copy = id;
  return copy;
}

static GHashTable *
id_set_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *)a;
  gint64 right = *(const gint64 *)b;

  return left < right ? -1 : left > right;
}

static GArray *
list_sorted (GHashTable *ids)
{
  GArray *list = g_array_sized_new (FALSE, FALSE, sizeof (gint64), g_hash_table_size (ids));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (list, id, 1);
  g_array_sort (list, compare_ids);
  return list;
}

/* --- applications that are no more --- */

static gboolean
note_lost (CsLibraryImport *import, gint64 application, GError **error)
{
  CsStatement *insert = cs_library_statement (
      import->library, "INSERT INTO change (run, kind, rule, family, application, printed, was, "
                       "now) SELECT ?2, ?3, 0, m.family, a.id, a.printed, m.family, '' "
                       "FROM application AS a CROSS JOIN member AS m ON m.application = a.id "
                       "AND m.rule = 0 WHERE a.id = ?1 AND a.run < ?2 AND a.is_assumed = 0");

  cs_bind_int (insert, 1, application);
  cs_bind_int (insert, 2, import->run->id);
  cs_bind_int (insert, 3, CS_CHANGE_LOST_MEMBER);
  return cs_statement_run (insert, error);
}

static gboolean
run_on (CsLibrary *library, const char *sql, gint64 id, GError **error)
{
  CsStatement *statement = cs_library_statement (library, sql);

  cs_bind_int (statement, 1, id);
  return cs_statement_run (statement, error);
}

/* The application to which the documents of @application went takes its place where it has none of
 * its own: the family stays the one of which the user said something. */
static gboolean
bequeath (const Settling *settling, gint64 application, gint64 heir, GError **error)
{
  CsLibraryImport *import = settling->import;
  g_autoptr (GArray) families = cs_library_list_families_of (import->library, application, error);
  CsStatement *update = cs_library_statement (
      import->library,
      "UPDATE member SET application = ?2 WHERE application = ?1 AND rule < 3 "
      "AND EXISTS (SELECT 1 FROM document WHERE application = ?2 AND is_withdrawn = 0) "
      "AND NOT EXISTS (SELECT 1 FROM member AS o WHERE o.application = ?2 "
      "AND o.rule = member.rule)");

  if (families == NULL)
    return FALSE;
  for (guint i = 0; i < families->len; i++)
    if (!cs_import_keep_snapshot (import, g_array_index (families, gint64, i), error))
      return FALSE;
  cs_bind_int (update, 1, application);
  cs_bind_int (update, 2, heir);
  return cs_statement_run (update, error);
}

/* Takes an application without documents out of its families, and out of the library when not even
 * a withdrawn one is left. */
static gboolean
drop_application (const Settling *settling, gint64 application, GError **error)
{
  CsLibraryImport *import = settling->import;
  CsLibrary *library = import->library;
  const gint64 *heir = g_hash_table_lookup (import->heirs, &application);

  if (!note_lost (import, application, error) ||
      (heir != NULL && !bequeath (settling, application, *heir, error)))
    return FALSE;
  for (guint rule = 0; rule < CS_N_FAMILY_RULES; rule++)
    if (!cs_import_leave_families (import, application, rule, NULL, settling->changed, error))
      return FALSE;
  return run_on (library, "DELETE FROM link WHERE application = ?1", application, error) &&
         run_on (library,
                 "DELETE FROM number WHERE target = ?1 AND role IN (1, 2) AND NOT EXISTS "
                 "(SELECT 1 FROM document WHERE application = ?1)",
                 application, error) &&
         run_on (library,
                 "DELETE FROM place WHERE document IN (SELECT id FROM document "
                 "WHERE application = ?1)",
                 application, error) &&
         run_on (library,
                 "DELETE FROM application WHERE id = ?1 AND NOT EXISTS "
                 "(SELECT 1 FROM document WHERE application = ?1)",
                 application, error);
}

/* --- what hangs together --- */

/* Those that were of a family with one that was touched may not be any more. @is_new: (out): it is
 * in no family yet */
static gboolean
add_relatives (const Settling *settling,
               gint64 application,
               GHashTable *seeds,
               gboolean *is_new,
               GError **error)
{
  CsStatement *list = cs_library_statement (
      settling->import->library,
      "SELECT o.application FROM member AS m CROSS JOIN member AS o ON o.family = m.family "
      "WHERE m.application = ?1 AND m.rule < 3");

  *is_new = TRUE;
  cs_bind_int (list, 1, application);
  while (cs_statement_next (list))
    {
      g_hash_table_add (seeds, dup_id (cs_column_get_int (list, 0)));
      *is_new = FALSE;
    }
  return cs_statement_reset (list, error);
}

static gboolean
get_node (const Settling *settling, gint64 application, CsFamilyNode **node, GError **error)
{
  *node = g_hash_table_lookup (settling->nodes, &application);
  if (*node != NULL)
    return TRUE;
  if (!cs_family_node_load (settling->import->library, application, node, error))
    return FALSE;
  if (*node != NULL)
    g_hash_table_insert (settling->nodes, dup_id (application), *node);
  return TRUE;
}

static int
compare_nodes (gconstpointer a, gconstpointer b)
{
  const CsFamilyNode *left = *(CsFamilyNode *const *)a;
  const CsFamilyNode *right = *(CsFamilyNode *const *)b;

  return left->id < right->id ? -1 : left->id > right->id;
}

/* Returns: (transfer full) (element-type CsFamilyNode): the applications of @ids, oldest first */
static GPtrArray *
list_nodes (const Settling *settling, GHashTable *ids, GError **error)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      CsFamilyNode *node;

      if (!get_node (settling, *(gint64 *)id, &node, error))
        return NULL;
      if (node != NULL)
        g_ptr_array_add (nodes, node);
    }
  g_ptr_array_sort (nodes, compare_nodes);
  return g_steal_pointer (&nodes);
}

/* Links all that was touched anew. @seeds: takes these, and their former relatives */
static gboolean
link_touched (const Settling *settling, GHashTable *seeds, GError **error)
{
  for (guint i = 0; i < settling->touched->len; i++)
    {
      gint64 application = g_array_index (settling->touched, gint64, i);
      gboolean is_new;
      CsFamilyNode *node;

      if (!add_relatives (settling, application, seeds, &is_new, error) ||
          !get_node (settling, application, &node, error))
        return FALSE;
      if (node != NULL)
        node->is_new = is_new;
      if (node == NULL ? !drop_application (settling, application, error) :
                         !cs_family_node_link (settling->import->library, node, error))
        return FALSE;
      if (node == NULL)
        g_hash_table_remove (seeds, &application);
      else
        g_hash_table_add (seeds, dup_id (application));
    }
  return TRUE;
}

/* --- families by rules --- */

static CsFamilyMember
describe (const CsFamilyNode *node, CsFamilyRule rule)
{
  gboolean by_activity = rule == CS_FAMILY_SIMPLE && node->n_known > 0;

  return (CsFamilyMember){
    .id = cs_number_get_id (node->number),
    .docdb = node->docdb,
    .priorities = (const CsPriority *)(gconstpointer)node->priorities->data,
    .n_priorities = by_activity ? node->n_known : node->priorities->len,
    .relations = (const CsRelation *)(gconstpointer)node->relations->data,
    .n_relations = node->relations->len,
    .alias = node->number->alias,
  };
}

static gboolean
sort_by_rule (const Settling *settling, const GPtrArray *nodes, CsFamilyRule rule, GError **error)
{
  g_autofree CsFamilyMember *members = g_new (CsFamilyMember, nodes->len);
  g_autofree const char **ids = NULL;
  g_autofree guint *groups = NULL;
  guint n_groups = 0;
  CsFamilySorting sorting = { .rule = rule, .source = "", .nodes = nodes };

  for (guint i = 0; i < nodes->len; i++)
    members[i] = describe (g_ptr_array_index (nodes, i), rule);
  groups = cs_family_group (rule, members, nodes->len, &n_groups);
  ids = g_new (const char *, n_groups);
  for (guint i = 0; i < n_groups; i++)
    ids[i] = "";
  for (guint i = 0; i < nodes->len; i++)
    if (rule == CS_FAMILY_SIMPLE && members[i].docdb != NULL)
      ids[groups[i]] = members[i].docdb;
  sorting.groups = groups;
  sorting.n_groups = n_groups;
  sorting.ids = ids;
  return cs_import_assign (settling->import, &sorting, settling->changed, error);
}

static gboolean
settle_rules (const Settling *settling, GHashTable *seeds, GError **error)
{
  g_autoptr (GPtrArray) nodes = NULL;

  if (!cs_family_close (settling->import->library, NULL, seeds, error))
    return FALSE;
  nodes = list_nodes (settling, seeds, error);
  if (nodes == NULL)
    return FALSE;
  for (guint rule = 0; rule < CS_FAMILY_GIVEN; rule++)
    if (!sort_by_rule (settling, nodes, rule, error))
      return FALSE;
  return TRUE;
}

/* --- families as given --- */

/* "patsnap" of "=patsnap:#123"; @is_id: (out): whether it is a number of a family */
static char *
dup_rule (const char *token, gboolean *is_id)
{
  const char *colon = strchr (token, ':');

  *is_id = colon != NULL && colon[1] == '#';
  return colon == NULL ? g_strdup ("") : g_strndup (token + 1, colon - token - 1);
}

/* A family that is told by its number, or by its list: all that hangs together over those. */
static gboolean
settle_given (const Settling *settling, const CsFamilyNode *node, const char *token, GError **error)
{
  gboolean is_id;
  g_autofree char *rule = dup_rule (token, &is_id);
  g_autofree char *prefix = is_id ? g_strdup (token) : g_strdup_printf ("=%s:", rule);
  g_autoptr (GHashTable) ids = id_set_new ();
  g_autoptr (GPtrArray) nodes = NULL;
  g_autofree guint *groups = NULL;
  const char *number = is_id ? strchr (token, '#') + 1 : "";
  CsFamilySorting sorting = { .rule = CS_FAMILY_GIVEN, .source = rule, .n_groups = 1 };

  g_hash_table_add (ids, dup_id (node->id));
  if (!cs_family_close (settling->import->library, prefix, ids, error))
    return FALSE;
  nodes = list_nodes (settling, ids, error);
  if (nodes == NULL)
    return FALSE;
  groups = g_new0 (guint, nodes->len);
  sorting.nodes = nodes;
  sorting.groups = groups;
  sorting.ids = &number;
  return cs_import_assign (settling->import, &sorting, settling->changed, error);
}

/* Leaves the given families of sources that say nothing of @node any more. @told: those that do */
static gboolean
leave_untold (const Settling *settling, const CsFamilyNode *node, GHashTable *told, GError **error)
{
  g_autoptr (GPtrArray) untold = g_ptr_array_new_with_free_func (g_free);
  CsStatement *list = cs_library_statement (
      settling->import->library,
      "SELECT DISTINCT f.source FROM member AS m CROSS JOIN family AS f ON f.id = m.family "
      "WHERE m.application = ?1 AND m.rule = 3");

  cs_bind_int (list, 1, node->id);
  while (cs_statement_next (list))
    {
      g_autofree char *source = cs_column_dup_text (list, 0);

      if (source != NULL && !g_hash_table_contains (told, source))
        g_ptr_array_add (untold, g_steal_pointer (&source));
    }
  if (!cs_statement_reset (list, error))
    return FALSE;
  for (guint i = 0; i < untold->len; i++)
    if (!cs_import_leave_families (settling->import, node->id, CS_FAMILY_GIVEN,
                                   g_ptr_array_index (untold, i), settling->changed, error))
      return FALSE;
  return TRUE;
}

static gboolean
settle_given_of (const Settling *settling, const CsFamilyNode *node, GError **error)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter tokens;
  gpointer token;
  gboolean is_id;

  g_hash_table_iter_init (&tokens, node->tokens);
  while (g_hash_table_iter_next (&tokens, &token, NULL))
    if (*(const char *)token == CS_TOKEN_GIVEN &&
        g_hash_table_add (told, dup_rule (token, &is_id)) &&
        !settle_given (settling, node, token, error))
      return FALSE;
  return node->is_new || leave_untold (settling, node, told, error);
}

static gboolean
settle_all_given (const Settling *settling, GError **error)
{
  for (guint i = 0; i < settling->touched->len; i++)
    {
      const CsFamilyNode *node = g_hash_table_lookup (
          settling->nodes, &g_array_index (settling->touched, gint64, i));

      if (node != NULL && !settle_given_of (settling, node, error))
        return FALSE;
    }
  return TRUE;
}

/* --- states and what is counted --- */

static gboolean
settle_states (const Settling *settling, GError **error)
{
  for (guint i = 0; i < settling->touched->len; i++)
    {
      CsFamilyNode *node = g_hash_table_lookup (settling->nodes,
                                                &g_array_index (settling->touched, gint64, i));
      gboolean changed;

      if (node != NULL && !cs_import_find_state (settling->import, node, &changed, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_simple_families (const Settling *settling, GError **error)
{
  CsStatement *find = cs_library_statement (
      settling->import->library, "SELECT family FROM member WHERE application = ?1 AND rule = 0");

  for (guint i = 0; i < settling->touched->len; i++)
    {
      cs_bind_int (find, 1, g_array_index (settling->touched, gint64, i));
      if (cs_statement_next (find))
        g_hash_table_add (settling->changed, dup_id (cs_column_get_int (find, 0)));
      if (!cs_statement_reset (find, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
settle_facets (const Settling *settling, GError **error)
{
  CsLibrary *library = settling->import->library;
  g_autoptr (GArray) families = NULL;

  if (!add_simple_families (settling, error))
    return FALSE;
  families = list_sorted (settling->changed);
  for (guint i = 0; i < families->len; i++)
    if (!cs_import_write_facet (library, g_array_index (families, gint64, i), error))
      return FALSE;
  return TRUE;
}

gboolean
cs_import_settle (CsLibraryImport *import, GError **error)
{
  g_autoptr (GHashTable) nodes =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                             (GDestroyNotify)cs_family_node_free);
  g_autoptr (GHashTable) changed = id_set_new ();
  g_autoptr (GHashTable) seeds = id_set_new ();
  g_autoptr (GArray) touched = list_sorted (import->touched);
  Settling settling = { import, touched, nodes, changed };

  if (!link_touched (&settling, seeds, error) || !settle_rules (&settling, seeds, error) ||
      !settle_all_given (&settling, error) || !settle_states (&settling, error) ||
      !settle_facets (&settling, error))
    return FALSE;
  g_hash_table_remove_all (import->touched);
  g_hash_table_remove_all (import->heirs);
  return TRUE;
}
