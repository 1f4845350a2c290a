#include "cs-library-node.h"

#include <string.h>

#include "cs-library-numbers.h"

static void
clear_priority (gpointer data)
{
  CsPriority *priority = data;

  g_clear_pointer (&priority->number, cs_number_unref);
  g_free ((char *)priority->linkage);
}

static void
clear_relation (gpointer data)
{
  CsRelation *relation = data;

  g_clear_pointer (&relation->parent, cs_number_unref);
}

static CsFamilyNode *
node_new (gint64 id)
{
  CsFamilyNode *node = g_new0 (CsFamilyNode, 1);

  node->id = id;
  node->priorities = g_array_new (FALSE, FALSE, sizeof (CsPriority));
  node->relations = g_array_new (FALSE, FALSE, sizeof (CsRelation));
  node->tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_array_set_clear_func (node->priorities, clear_priority);
  g_array_set_clear_func (node->relations, clear_relation);
  return node;
}

void
cs_family_node_free (CsFamilyNode *node)
{
  g_clear_pointer (&node->number, cs_number_unref);
  g_free (node->docdb);
  g_array_unref (node->priorities);
  g_array_unref (node->relations);
  g_hash_table_unref (node->tokens);
  g_free (node);
}

static void
take_token (CsFamilyNode *node, char *token)
{
  if (token != NULL)
    g_hash_table_add (node->tokens, token);
}

/* What links to an earlier application; one that no rule could read in full, by its alias. */
static void
take_earlier (CsFamilyNode *node, const CsNumber *number)
{
  take_token (node, cs_number_dup_stem (number));
  if (number->key == NULL)
    take_token (node, cs_number_dup_alias_stem (number));
}

/* --- what it claims and comes from --- */

/* Takes the number that the library knows for the application of @number, which may have been
 * written without its kind; the date stays that of the claim. */
static gboolean
use_known_number (CsLibrary *library, CsNumber **number, GError **error)
{
  CsStatement *find = cs_library_statement (
      library, "SELECT " CS_NUMBER_COLUMNS " FROM application WHERE id = ?1");
  g_autoptr (CsNumber) known = NULL;
  gint64 id;

  if (!cs_library_find_application (library, *number, &id, error))
    return FALSE;
  if (id == 0)
    return TRUE;
  cs_bind_int (find, 1, id);
  if (cs_statement_next (find))
    known = cs_number_columns_read (find, 0, (*number)->role);
  if (!cs_statement_reset (find, error))
    return FALSE;
  if (known == NULL || cs_number_equal (known, *number))
    return TRUE;
  if (cs_office_date_is_known ((*number)->date))
    known->date = (*number)->date;
  cs_number_unref (*number);
  *number = g_steal_pointer (&known);
  return TRUE;
}

/* Says of one that stands there whether it is active, when @priority knows; TRUE when it stands
 * there. */
static gboolean
knows_priority (CsFamilyNode *node, const CsPriority *priority)
{
  for (guint i = 0; i < node->priorities->len; i++)
    {
      CsPriority *other = &g_array_index (node->priorities, CsPriority, i);

      if (!cs_number_equal (other->number, priority->number))
        continue;
      if (other->active < 0)
        other->active = priority->active;
      return TRUE;
    }
  return FALSE;
}

static int
compare_known (gconstpointer a, gconstpointer b)
{
  const CsPriority *left = a;
  const CsPriority *right = b;

  return (left->active < 0) - (right->active < 0);
}

static gboolean
resolve_priorities (CsLibrary *library, CsFamilyNode *node, GPtrArray *read, GError **error)
{
  for (guint i = 0; i < read->len; i++)
    {
      CsPriority *priority = g_ptr_array_index (read, i);

      if (!use_known_number (library, &priority->number, error))
        return FALSE;
      take_earlier (node, priority->number);
      if (!knows_priority (node, priority))
        {
          CsPriority copy = { cs_number_ref (priority->number), priority->active,
                              g_strdup (priority->linkage) };

          g_array_append_val (node->priorities, copy);
        }
    }
  g_array_sort (node->priorities, compare_known);
  for (guint i = 0; i < node->priorities->len; i++)
    node->n_known += g_array_index (node->priorities, CsPriority, i).active >= 0;
  return TRUE;
}

static gboolean
load_priorities (CsLibrary *library, CsFamilyNode *node, GError **error)
{
  g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_priority_free);
  CsStatement *list = cs_library_statement (
      library, "SELECT p.key, p.raw, p.printed, p.alias, p.kind, p.flags, p.date, p.active, "
               "p.linkage FROM document AS d CROSS JOIN priority AS p ON p.document = d.id "
               "WHERE d.application = ?1 ORDER BY p.document, p.source, p.n");

  cs_bind_int (list, 1, node->id);
  while (cs_statement_next (list))
    {
      g_autoptr (CsNumber) number = cs_number_columns_read (list, 0, CS_NUMBER_PRIORITY);
      CsPriority priority = { number, (int)cs_column_get_int (list, 7),
                              cs_column_get_text (list, 8) };

      g_ptr_array_add (read, cs_priority_dup (&priority));
    }
  return cs_statement_reset (list, error) && resolve_priorities (library, node, read, error);
}

/* Where a source names a document of the parent, its application is meant. */
static gboolean
use_application (CsLibrary *library, CsNumber **parent, GError **error)
{
  CsStatement *find = cs_library_statement (
      library, "SELECT a.key, a.raw, a.printed, a.alias, a.kind, a.flags, a.date "
               "FROM number AS n CROSS JOIN document AS d ON d.id = n.target "
               "CROSS JOIN application AS a ON a.id = d.application "
               "WHERE n.stem = ?1 AND n.role = 0 ORDER BY d.id LIMIT 1");
  g_autofree char *stem = cs_number_dup_stem (*parent);

  if ((*parent)->role != CS_NUMBER_PUBLICATION)
    return use_known_number (library, parent, error);
  cs_bind_text (find, 1, stem);
  if (cs_statement_next (find))
    {
      cs_number_unref (*parent);
      *parent = cs_number_columns_read (find, 0, CS_NUMBER_APPLICATION);
    }
  return cs_statement_reset (find, error);
}

static gboolean
load_relations (CsLibrary *library, CsFamilyNode *node, GError **error)
{
  CsStatement *list = cs_library_statement (
      library, "SELECT r.key, r.raw, r.printed, r.alias, r.kind, r.flags, r.date, r.type, r.role "
               "FROM document AS d CROSS JOIN relation AS r ON r.document = d.id "
               "WHERE d.application = ?1 ORDER BY r.document, r.source, r.n");

  cs_bind_int (list, 1, node->id);
  while (cs_statement_next (list))
    {
      CsNumberRole role = MIN (cs_column_get_uint (list, 8), CS_N_NUMBER_ROLES - 1);
      CsRelation relation = {
        MIN (cs_column_get_uint (list, 7), CS_N_RELATION_TYPES - 1),
        cs_number_columns_read (list, 0, role),
      };

      g_array_append_val (node->relations, relation);
    }
  if (!cs_statement_reset (list, error))
    return FALSE;
  for (guint i = 0; i < node->relations->len; i++)
    {
      CsRelation *relation = &g_array_index (node->relations, CsRelation, i);

      if (!use_application (library, &relation->parent, error))
        return FALSE;
      take_earlier (node, relation->parent);
    }
  return TRUE;
}

/* --- families as sources give them --- */

static void
take_given (CsFamilyNode *node, const char *rule, const char *id, const char *members)
{
  g_auto (GStrv) lines = g_strsplit (members, "\n", -1);
  g_autofree char *own = cs_number_dup_stem (node->number);

  if (g_str_equal (rule, "docdb") && *id != '\0')
    {
      g_free (node->docdb);
      node->docdb = g_strdup (id);
      return;
    }
  if (*id != '\0')
    {
      take_token (node, g_strdup_printf ("%c%s:#%s", CS_TOKEN_GIVEN, rule, id));
      return;
    }
  take_token (node, g_strdup_printf ("%c%s:A %s", CS_TOKEN_GIVEN, rule, own));
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      take_token (node, g_strdup_printf ("%c%s:%s", CS_TOKEN_GIVEN, rule, lines[i]));
}

/* The youngest data come last, and decide about DOCDB's number. */
static gboolean
load_given (CsLibrary *library, CsFamilyNode *node, GError **error)
{
  CsStatement *list = cs_library_statement (
      library, "SELECT g.rule, g.external_id, g.members, d.key FROM document AS d "
               "CROSS JOIN given AS g ON g.document = d.id "
               "CROSS JOIN record AS r ON r.document = g.document AND r.source = g.source "
               "WHERE d.application = ?1 ORDER BY r.as_of, r.run, g.document, g.n");

  cs_bind_int (list, 1, node->id);
  while (cs_statement_next (list))
    {
      const char *rule = cs_column_get_text (list, 0);
      const char *id = cs_column_get_text (list, 1);
      const char *members = cs_column_get_text (list, 2);
      const char *key = cs_column_get_text (list, 3);

      if (rule == NULL || id == NULL || members == NULL)
        continue;
      take_given (node, rule, id, members);
      if (*id == '\0' && key != NULL && strchr (key, '.') != strrchr (key, '.'))
        take_token (node, g_strdup_printf ("%c%s:P %.*s", CS_TOKEN_GIVEN, rule,
                                           (int)(strrchr (key, '.') - key), key));
    }
  if (node->docdb != NULL)
    take_token (node, g_strconcat (CS_TOKEN_DOCDB, node->docdb, NULL));
  return cs_statement_reset (list, error);
}

gboolean
cs_family_node_load (CsLibrary *library, gint64 application, CsFamilyNode **node, GError **error)
{
  g_autoptr (CsFamilyNode) loaded = node_new (application);
  CsStatement *find = cs_library_statement (
      library, "SELECT " CS_NUMBER_COLUMNS ", run, is_assumed FROM application WHERE id = ?1 "
               "AND EXISTS (SELECT 1 FROM document WHERE application = ?1 AND is_withdrawn = 0)");

  gboolean is_assumed = FALSE;

  *node = NULL;
  cs_bind_int (find, 1, application);
  if (cs_statement_next (find))
    {
      loaded->number = cs_number_columns_read (find, 0, CS_NUMBER_APPLICATION);
      loaded->run = cs_column_get_int (find, CS_N_NUMBER_COLUMNS);
      is_assumed = cs_column_get_int (find, CS_N_NUMBER_COLUMNS + 1) != 0;
    }
  if (!cs_statement_reset (find, error))
    return FALSE;
  if (loaded->number == NULL)
    return TRUE;
  if (!is_assumed) /* else its number is that of a document, and no application's */
    {
      take_token (loaded, cs_number_dup_stem (loaded->number));
      take_token (loaded, cs_number_dup_alias_stem (loaded->number));
    }
  if (!load_priorities (library, loaded, error) || !load_relations (library, loaded, error) ||
      !load_given (library, loaded, error))
    return FALSE;
  *node = g_steal_pointer (&loaded);
  return TRUE;
}

/* --- links --- */

static GHashTable *
list_texts (CsStatement *list, GError **error)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  while (cs_statement_next (list))
    {
      char *text = cs_column_dup_text (list, 0);

      if (text != NULL)
        g_hash_table_add (texts, text);
    }
  return cs_statement_reset (list, error) ? g_steal_pointer (&texts) : NULL;
}

static GHashTable *
list_links (CsLibrary *library, gint64 application, GError **error)
{
  CsStatement *list =
      cs_library_statement (library, "SELECT stem FROM link WHERE application = ?1");

  cs_bind_int (list, 1, application);
  return list_texts (list, error);
}

/* Runs @sql on what is in @these and not in @those. */
static gboolean
run_on_missing (CsLibrary *library,
                const char *sql,
                gint64 application,
                GHashTable *const sets[2],
                GError **error)
{
  CsStatement *statement = cs_library_statement (library, sql);
  GHashTableIter iter;
  gpointer stem;

  g_hash_table_iter_init (&iter, sets[0]);
  while (g_hash_table_iter_next (&iter, &stem, NULL))
    {
      if (g_hash_table_contains (sets[1], stem))
        continue;
      cs_bind_text (statement, 1, stem);
      cs_bind_int (statement, 2, application);
      if (!cs_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
cs_family_node_link (CsLibrary *library, const CsFamilyNode *node, GError **error)
{
  g_autoptr (GHashTable) known = list_links (library, node->id, error);
  GHashTable *const gone[2] = { known, node->tokens };
  GHashTable *const missing[2] = { node->tokens, known };

  return known != NULL &&
         run_on_missing (library, "DELETE FROM link WHERE stem = ?1 AND application = ?2",
                         node->id, gone, error) &&
         run_on_missing (library, "INSERT INTO link (stem, application) VALUES (?1, ?2)", node->id,
                         missing, error);
}

/* --- all that hangs together --- */

static gboolean
is_followed (const char *token, const char *prefix)
{
  if (prefix == NULL)
    return *token != CS_TOKEN_GIVEN;
  return strchr (prefix, '#') != NULL ? g_str_equal (token, prefix) :
                                        g_str_has_prefix (token, prefix);
}

static gboolean
follow (CsLibrary *library, const char *token, GHashTable *seen, GQueue *next, GError **error)
{
  CsStatement *list =
      cs_library_statement (library, "SELECT application FROM link WHERE stem = ?1");

  cs_bind_text (list, 1, token);
  while (cs_statement_next (list))
    {
      gint64 application = cs_column_get_int (list, 0);
      gint64 *key;

      if (g_hash_table_contains (seen, &application))
        continue;
      key = g_new (gint64, 1);
      *key = application;
      g_hash_table_add (seen, key);
      g_queue_push_tail (next, key);
    }
  return cs_statement_reset (list, error);
}

gboolean
cs_family_close (CsLibrary *library, const char *prefix, GHashTable *seeds, GError **error)
{
  g_autoptr (GHashTable) followed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GList) first = g_hash_table_get_keys (seeds);
  g_autoptr (GQueue) next = g_queue_new ();

  for (GList *at = first; at != NULL; at = at->next)
    g_queue_push_tail (next, at->data);
  while (!g_queue_is_empty (next))
    {
      const gint64 *application = g_queue_pop_head (next);
      g_autoptr (GHashTable) tokens = list_links (library, *application, error);
      GHashTableIter iter;
      gpointer token;

      if (tokens == NULL)
        return FALSE;
      g_hash_table_iter_init (&iter, tokens);
      while (g_hash_table_iter_next (&iter, &token, NULL))
        if (is_followed (token, prefix) && g_hash_table_add (followed, g_strdup (token)) &&
            !follow (library, token, seeds, next, error))
          return FALSE;
    }
  return TRUE;
}
