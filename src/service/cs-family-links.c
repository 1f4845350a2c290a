#include "cs-family-links.h"

#include <string.h>

typedef struct
{
  CsFamilyLinks *found;
  GHashTable *by_id; /* borrowed id: index of the node + 1 */
} Search;

static void
add_node (Search *search, const CsNumber *number, int application)
{
  CsFamilyNode node = { number, application };
  guint n = search->found->nodes->len + 1;

  g_array_append_val (search->found->nodes, node);
  g_hash_table_insert (search->by_id, (gpointer)cs_number_get_id (number), GUINT_TO_POINTER (n));
  if (number->alias != NULL && !g_hash_table_contains (search->by_id, number->alias))
    g_hash_table_insert (search->by_id, number->alias, GUINT_TO_POINTER (n));
}

static guint
find_node (Search *search, const CsNumber *number)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (search->by_id, cs_number_get_id (number)));

  if (n == 0 && number->alias != NULL)
    n = GPOINTER_TO_UINT (g_hash_table_lookup (search->by_id, number->alias));
  if (n > 0)
    return n - 1;
  add_node (search, number, -1);
  return search->found->nodes->len - 1;
}

static gboolean
has_link (const CsFamilyLinks *links, guint parent, guint child)
{
  for (guint i = 0; i < links->links->len; i++)
    {
      const CsFamilyLink *link = &g_array_index (links->links, CsFamilyLink, i);

      if (link->parent == parent && link->child == child)
        return TRUE;
    }
  return FALSE;
}

static void
add_link (Search *search, CsGraphLink kind, const CsNumber *parent, guint child)
{
  CsFamilyLink link = { kind, find_node (search, parent), child };

  /* Sources let first filings and continuations claim themselves. */
  if (link.parent != child && !has_link (search->found, link.parent, child))
    g_array_append_val (search->found->links, link);
}

static CsGraphLink
kind_of_relation (CsRelationType type)
{
  static const CsGraphLink kinds[CS_N_RELATION_TYPES] = {
    [CS_RELATION_CONTINUATION] = CS_GRAPH_CONTINUATION,
    [CS_RELATION_IN_PART] = CS_GRAPH_CONTINUATION,
    [CS_RELATION_DIVISION] = CS_GRAPH_DIVISION,
    [CS_RELATION_PROVISIONAL] = CS_GRAPH_PRIORITY,
    [CS_RELATION_REISSUE] = CS_GRAPH_RELATED,
    [CS_RELATION_REEXAMINATION] = CS_GRAPH_RELATED,
    [CS_RELATION_ADDITION] = CS_GRAPH_RELATED,
    [CS_RELATION_SUBSTITUTION] = CS_GRAPH_RELATED,
    [CS_RELATION_NATIONAL_PHASE] = CS_GRAPH_PHASE,
    [CS_RELATION_SAME_DAY] = CS_GRAPH_RELATED,
    [CS_RELATION_RELATED] = CS_GRAPH_RELATED,
  };

  return kinds[type];
}

/* DOCDB's types of links: W for the national phase of an international application, 1 for a
 * continuation. */
static CsGraphLink
kind_of_priority (const CsPriority *priority)
{
  if (g_strcmp0 (priority->linkage, "W") == 0)
    return CS_GRAPH_PHASE;
  if (g_strcmp0 (priority->linkage, "1") == 0)
    return CS_GRAPH_CONTINUATION;
  return CS_GRAPH_PRIORITY;
}

static void
add_links_of (Search *search, const CsApplication *application, guint child)
{
  for (guint i = 0; i < application->relations->len; i++)
    {
      const CsRelation *relation = application->relations->pdata[i];

      add_link (search, kind_of_relation (relation->type), relation->parent, child);
    }
  for (guint i = 0; i < application->priorities->len; i++)
    {
      const CsPriority *priority = application->priorities->pdata[i];

      add_link (search, kind_of_priority (priority), priority->number, child);
    }
}

/* Whether the child comes from another that comes from the same parent. */
static gboolean
has_detour (const CsFamilyLinks *links, const CsFamilyLink *link)
{
  for (guint i = 0; i < links->links->len; i++)
    {
      const CsFamilyLink *last = &g_array_index (links->links, CsFamilyLink, i);

      if (last->child == link->child && last->parent != link->parent &&
          has_link (links, link->parent, last->parent))
        return TRUE;
    }
  return FALSE;
}

static void
drop_detours (CsFamilyLinks *links)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (CsFamilyLink));

  for (guint i = 0; i < links->links->len; i++)
    {
      const CsFamilyLink *link = &g_array_index (links->links, CsFamilyLink, i);
      gboolean may_go = link->kind == CS_GRAPH_PRIORITY || link->kind == CS_GRAPH_CONTINUATION;

      if (!may_go || !has_detour (links, link))
        g_array_append_val (kept, *link);
    }
  g_array_unref (links->links);
  links->links = kept;
}

CsFamilyLinks *
cs_family_links_new (const CsFamily *family)
{
  CsFamilyLinks *links = g_new0 (CsFamilyLinks, 1);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  Search search = { links, by_id };

  links->nodes = g_array_new (FALSE, FALSE, sizeof (CsFamilyNode));
  links->links = g_array_new (FALSE, FALSE, sizeof (CsFamilyLink));
  for (guint i = 0; i < family->applications->len; i++)
    add_node (&search, ((const CsApplication *)family->applications->pdata[i])->number, (int)i);
  for (guint i = 0; i < family->applications->len; i++)
    add_links_of (&search, family->applications->pdata[i], i);
  drop_detours (links);
  return links;
}

void
cs_family_links_free (CsFamilyLinks *links)
{
  g_array_unref (links->nodes);
  g_array_unref (links->links);
  g_free (links);
}
