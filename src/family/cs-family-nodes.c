#include "cs-family-nodes.h"

#include <string.h>

#define SEVERAL G_MAXUINT

struct _CsFamilyNodes
{
  GHashTable *ids; /* string -> node + 1 */
  GArray *parents; /* guint: the way to the node that stands for all */
  GArray *ranks;   /* guint8: how long the way to it may be */
};

CsFamilyNodes *
cs_family_nodes_new (void)
{
  CsFamilyNodes *nodes = g_new0 (CsFamilyNodes, 1);

  nodes->ids = g_hash_table_new (g_str_hash, g_str_equal);
  nodes->parents = g_array_new (FALSE, FALSE, sizeof (guint));
  nodes->ranks = g_array_new (FALSE, TRUE, sizeof (guint8));
  return nodes;
}

void
cs_family_nodes_free (CsFamilyNodes *nodes)
{
  g_hash_table_unref (nodes->ids);
  g_array_unref (nodes->parents);
  g_array_unref (nodes->ranks);
  g_free (nodes);
}

static guint *
get_parent (CsFamilyNodes *nodes, guint node)
{
  return &g_array_index (nodes->parents, guint, node);
}

/* Halves the way as it goes. */
static guint
find_root (CsFamilyNodes *nodes, guint node)
{
  while (*get_parent (nodes, node) != node)
    {
      *get_parent (nodes, node) = *get_parent (nodes, *get_parent (nodes, node));
      node = *get_parent (nodes, node);
    }
  return node;
}

static void
unite_roots (CsFamilyNodes *nodes, guint a, guint b)
{
  guint8 *ranks = (guint8 *)(gpointer)nodes->ranks->data;

  if (a == b)
    return;
  if (ranks[a] < ranks[b])
    {
      guint lower = a;

      a = b;
      b = lower;
    }
  *get_parent (nodes, b) = a;
  if (ranks[a] == ranks[b])
    ranks[a]++;
}

guint
cs_family_nodes_find (CsFamilyNodes *nodes, const char *id)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (nodes->ids, id));
  guint node = nodes->parents->len;

  if (found > 0)
    return find_root (nodes, found - 1);
  g_array_append_val (nodes->parents, node);
  g_array_set_size (nodes->ranks, node + 1);
  g_hash_table_insert (nodes->ids, (gpointer)id, GUINT_TO_POINTER (node + 1));
  return node;
}

void
cs_family_nodes_unite (CsFamilyNodes *nodes, const char *id, const char *other)
{
  guint a = cs_family_nodes_find (nodes, id);
  guint b = cs_family_nodes_find (nodes, other);

  unite_roots (nodes, a, b);
}

void
cs_family_nodes_add (CsFamilyNodes *nodes, const char *id, const char *alias)
{
  cs_family_nodes_find (nodes, id);
  if (alias != NULL)
    cs_family_nodes_unite (nodes, id, alias);
}

guint
cs_family_nodes_get_n (const CsFamilyNodes *nodes)
{
  return nodes->parents->len;
}

/* --- numbers without kind --- */

/* The part of "JP.2006147056.A" before the kind; NULL of what is no key. */
static char *
dup_stem (const char *id)
{
  const char *dot = strrchr (id, '.');

  if (dot == NULL || strchr (id, '.') == dot)
    return NULL;
  return g_strndup (id, (gsize)(dot + 1 - id));
}

/* What there is of each number that was also given without kind. */
static GHashTable *
list_stems (CsFamilyNodes *nodes)
{
  GHashTable *stems = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, nodes->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (g_str_has_suffix (id, "."))
      g_hash_table_insert (stems, id, NULL);
  return stems;
}

static void
note_kind (CsFamilyNodes *nodes, GHashTable *stems, const char *id, guint node)
{
  g_autofree char *stem = dup_stem (id);
  gpointer key;
  gpointer known;
  guint root = find_root (nodes, node);

  if (stem == NULL || g_str_equal (stem, id) ||
      !g_hash_table_lookup_extended (stems, stem, &key, &known))
    return;
  if (known != NULL && GPOINTER_TO_UINT (known) != root + 1)
    root = SEVERAL - 1;
  g_hash_table_insert (stems, key, GUINT_TO_POINTER (root + 1));
}

void
cs_family_nodes_settle (CsFamilyNodes *nodes)
{
  g_autoptr (GHashTable) stems = list_stems (nodes);
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  if (g_hash_table_size (stems) == 0)
    return;
  g_hash_table_iter_init (&iter, nodes->ids);
  while (g_hash_table_iter_next (&iter, &id, &value))
    note_kind (nodes, stems, id, GPOINTER_TO_UINT (value) - 1);
  g_hash_table_iter_init (&iter, stems);
  while (g_hash_table_iter_next (&iter, &id, &value))
    if (value != NULL && GPOINTER_TO_UINT (value) != SEVERAL)
      unite_roots (nodes, cs_family_nodes_find (nodes, id),
                   find_root (nodes, GPOINTER_TO_UINT (value) - 1));
}
