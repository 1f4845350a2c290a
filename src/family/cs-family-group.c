#include "cs-family.h"

#include <string.h>

#include "cs-family-nodes.h"
#include "cs-family-sets.h"

typedef struct
{
  const CsFamilyMember *members;
  guint n_members;
  CsFamilyNodes *nodes;
} Grouping;

static void
add_number (Grouping *grouping, const CsNumber *number)
{
  cs_family_nodes_add (grouping->nodes, cs_number_get_id (number), number->alias);
}

static void
add_all (Grouping *grouping)
{
  for (guint i = 0; i < grouping->n_members; i++)
    {
      const CsFamilyMember *member = &grouping->members[i];

      cs_family_nodes_add (grouping->nodes, member->id, member->alias);
      for (guint k = 0; k < member->n_priorities; k++)
        add_number (grouping, member->priorities[k].number);
      for (guint k = 0; k < member->n_relations; k++)
        add_number (grouping, member->relations[k].parent);
    }
  cs_family_nodes_settle (grouping->nodes);
}

/* --- extended --- */

static void
unite_extended (Grouping *grouping, const CsFamilyMember *member)
{
  for (guint i = 0; i < member->n_priorities; i++)
    cs_family_nodes_unite (grouping->nodes, member->id,
                           cs_number_get_id (member->priorities[i].number));
  for (guint i = 0; i < member->n_relations; i++)
    {
      const CsRelation *relation = &member->relations[i];

      if (relation->type != CS_RELATION_SAME_DAY && relation->type != CS_RELATION_RELATED)
        cs_family_nodes_unite (grouping->nodes, member->id, cs_number_get_id (relation->parent));
    }
}

/* --- domestic --- */

/* An international application is of no office, though its number names the one that got it. What
 * has an alias only tells its office there. */
static gboolean
is_of_same_office (const CsFamilyMember *member, const CsNumber *number)
{
  const char *name = number->key != NULL ? number->key : number->alias;
  gsize n_bytes = strcspn (member->id, ".");

  return name != NULL && strcspn (name, ".") == n_bytes &&
         strncmp (name, member->id, n_bytes) == 0 && *number->kind != 'W' &&
         !g_str_has_suffix (member->id, ".W");
}

/* What comes from one international application in one office hangs together there, and not with
 * what comes from it elsewhere. */
static void
unite_through_pct (Grouping *grouping,
                   GStringChunk *names,
                   const CsFamilyMember *member,
                   const CsNumber *parent)
{
  const char *dot = strchr (member->id, '.');
  g_autofree char *name = NULL;

  if (dot == NULL || *parent->kind != 'W')
    return;
  name =
      g_strdup_printf ("%.*s<%s", (int)(dot - member->id), member->id, cs_number_get_id (parent));
  cs_family_nodes_unite (grouping->nodes, member->id, g_string_chunk_insert_const (names, name));
}

static void
unite_domestic (Grouping *grouping, GStringChunk *names, const CsFamilyMember *member)
{
  for (guint i = 0; i < member->n_priorities; i++)
    if (is_of_same_office (member, member->priorities[i].number))
      cs_family_nodes_unite (grouping->nodes, member->id,
                             cs_number_get_id (member->priorities[i].number));
  for (guint i = 0; i < member->n_relations; i++)
    {
      const CsRelation *relation = &member->relations[i];

      if (relation->type == CS_RELATION_SAME_DAY || relation->type == CS_RELATION_RELATED)
        continue;
      if (is_of_same_office (member, relation->parent))
        cs_family_nodes_unite (grouping->nodes, member->id, cs_number_get_id (relation->parent));
      else
        unite_through_pct (grouping, names, member, relation->parent);
    }
}

/* --- numbering --- */

/* Numbers the families in the order of their first members. */
static guint *
number_nodes (Grouping *grouping, guint *n_groups)
{
  guint *groups = g_new0 (guint, grouping->n_members);
  g_autofree guint *numbers = g_new0 (guint, cs_family_nodes_get_n (grouping->nodes));

  *n_groups = 0;
  for (guint i = 0; i < grouping->n_members; i++)
    {
      guint *number = &numbers[cs_family_nodes_find (grouping->nodes, grouping->members[i].id)];

      if (*number == 0)
        *number = ++*n_groups;
      groups[i] = *number - 1;
    }
  return groups;
}

/* The same of simple families: by DOCDB's number, else by set. A member that stands there twice
 * goes with the first. */
static guint *
number_sets (Grouping *grouping, guint *n_groups)
{
  g_autoptr (CsFamilySets) sets =
      cs_family_sets_new (grouping->nodes, grouping->members, grouping->n_members);
  g_autoptr (GHashTable) by_docdb = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_set = g_hash_table_new (NULL, NULL);
  guint *groups = g_new0 (guint, grouping->n_members);

  *n_groups = 0;
  for (guint i = 0; i < grouping->n_members; i++)
    {
      guint first = cs_family_sets_get_first (sets, i);
      const char *docdb = grouping->members[first].docdb;
      GHashTable *table = docdb != NULL ? by_docdb : by_set;
      gconstpointer key = docdb != NULL ? docdb : cs_family_sets_get (sets, first);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

      if (number == 0)
        {
          number = ++*n_groups;
          g_hash_table_insert (table, (gpointer)key, GUINT_TO_POINTER (number));
        }
      groups[i] = number - 1;
    }
  return groups;
}

guint *
cs_family_group (CsFamilyRule rule, const CsFamilyMember *members, guint n_members, guint *n_groups)
{
  g_autoptr (CsFamilyNodes) nodes = cs_family_nodes_new ();
  g_autoptr (GStringChunk) names = g_string_chunk_new (256);
  Grouping grouping = { members, n_members, nodes };

  add_all (&grouping);
  if (rule == CS_FAMILY_SIMPLE)
    return number_sets (&grouping, n_groups);
  for (guint i = 0; i < n_members; i++)
    if (rule == CS_FAMILY_DOMESTIC)
      unite_domestic (&grouping, names, &members[i]);
    else
      unite_extended (&grouping, &members[i]);
  return number_nodes (&grouping, n_groups);
}
