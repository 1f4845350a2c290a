#include "cs-family-sets.h"

#include <string.h>

#define MAX_SET 512 /* priorities that are handed on; no real chain of divisions gathers more */

typedef enum
{
  NOT_SEEN,
  OPEN, /* waits for what it comes from */
  DONE
} State;

struct _CsFamilySets
{
  CsFamilyNodes *nodes;
  const CsFamilyMember *members;
  guint n_members;
  guint *firsts;       /* node -> first member + 1 */
  const GArray **sets; /* of each member: sorted nodes, in known */
  guint8 *states;      /* of each member */
  GHashTable *known;   /* GArray of guint: each set once */
  GArray *kept;        /* guint: nodes that one member counts, while it is looked at */
  GArray *origins;     /* guint: nodes whose sets count in their place */
};

/* --- sets --- */

static guint
set_hash (gconstpointer data)
{
  const GArray *set = data;
  guint hash = 5381;

  for (guint i = 0; i < set->len; i++)
    hash = hash * 33 + g_array_index (set, guint, i);
  return hash;
}

static gboolean
set_equal (gconstpointer a, gconstpointer b)
{
  const GArray *one = a;
  const GArray *other = b;

  return one->len == other->len &&
         (one->len == 0 || memcmp (one->data, other->data, one->len * sizeof (guint)) == 0);
}

static int
compare_nodes (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *)a;
  guint other = *(const guint *)b;

  return one < other ? -1 : one > other;
}

static void
sort_unique (GArray *nodes)
{
  guint n = 0;

  g_array_sort (nodes, compare_nodes);
  for (guint i = 0; i < nodes->len; i++)
    if (n == 0 || g_array_index (nodes, guint, i) != g_array_index (nodes, guint, n - 1))
      g_array_index (nodes, guint, n++) = g_array_index (nodes, guint, i);
  g_array_set_size (nodes, n);
}

/* Each set is kept once, however many have it. */
static const GArray *
keep_set (CsFamilySets *sets, const GArray *nodes)
{
  GArray *set = g_hash_table_lookup (sets->known, nodes);

  if (set == NULL)
    {
      set = g_array_sized_new (FALSE, FALSE, sizeof (guint), nodes->len);
      g_array_append_vals (set, nodes->data, nodes->len);
      g_hash_table_add (sets->known, set);
    }
  return set;
}

/* --- what one member claims --- */

static guint
find_number (CsFamilySets *sets, const CsNumber *number)
{
  return cs_family_nodes_find (sets->nodes, cs_number_get_id (number));
}

static gboolean
tells_activity (const CsFamilyMember *member)
{
  for (guint i = 0; i < member->n_priorities; i++)
    if (member->priorities[i].active >= 0)
      return TRUE;
  return FALSE;
}

static void
collect_active (CsFamilySets *sets, const CsFamilyMember *member)
{
  for (guint i = 0; i < member->n_priorities; i++)
    if (member->priorities[i].active == 1)
      {
        guint node = find_number (sets, member->priorities[i].number);

        g_array_append_val (sets->kept, node);
      }
}

/* A continuation in part counts as a first filing: it stands for itself beside its parent. */
static void
collect_relation (CsFamilySets *sets, guint self, const CsRelation *relation)
{
  guint node = find_number (sets, relation->parent);

  switch (relation->type)
    {
    case CS_RELATION_CONTINUATION:
    case CS_RELATION_DIVISION:
    case CS_RELATION_REISSUE:
    case CS_RELATION_REEXAMINATION:
    case CS_RELATION_NATIONAL_PHASE:
      g_array_append_val (sets->origins, node);
      break;
    case CS_RELATION_IN_PART:
      g_array_append_val (sets->kept, self);
      g_array_append_val (sets->kept, node);
      break;
    case CS_RELATION_PROVISIONAL:
      g_array_append_val (sets->kept, node);
      break;
    case CS_RELATION_ADDITION:
    case CS_RELATION_SUBSTITUTION:
    case CS_RELATION_SAME_DAY:
    case CS_RELATION_RELATED:
    case CS_N_RELATION_TYPES:
    default:
      break;
    }
}

/* DOCDB's types of link: W from an international application, 1 a continuation. */
static gboolean
links_to_origin (const CsPriority *priority)
{
  return g_strcmp0 (priority->linkage, "W") == 0 || g_strcmp0 (priority->linkage, "1") == 0;
}

static void
drop_origins (CsFamilySets *sets)
{
  guint n = 0;
  guint at = 0;

  for (guint i = 0; i < sets->kept->len; i++)
    {
      guint node = g_array_index (sets->kept, guint, i);

      while (at < sets->origins->len && g_array_index (sets->origins, guint, at) < node)
        at++;
      if (at == sets->origins->len || g_array_index (sets->origins, guint, at) != node)
        g_array_index (sets->kept, guint, n++) = node;
    }
  g_array_set_size (sets->kept, n);
}

static void
collect_computed (CsFamilySets *sets, const CsFamilyMember *member)
{
  guint self = cs_family_nodes_find (sets->nodes, member->id);

  for (guint i = 0; i < member->n_priorities; i++)
    {
      guint node = find_number (sets, member->priorities[i].number);

      if (node != self)
        g_array_append_val (links_to_origin (&member->priorities[i]) ? sets->origins : sets->kept,
                            node);
    }
  for (guint i = 0; i < member->n_relations; i++)
    collect_relation (sets, self, &member->relations[i]);
  sort_unique (sets->kept);
  sort_unique (sets->origins);
  drop_origins (sets);
}

static void
collect (CsFamilySets *sets, const CsFamilyMember *member)
{
  g_array_set_size (sets->kept, 0);
  g_array_set_size (sets->origins, 0);
  if (tells_activity (member))
    collect_active (sets, member);
  else
    collect_computed (sets, member);
}

/* --- one after the other --- */

/* The set of an origin, NULL when it is no member, or comes from the one that asks. */
static const GArray *
get_origin_set (CsFamilySets *sets, guint node)
{
  guint first = sets->firsts[node];

  return first == 0 || sets->states[first - 1] != DONE ? NULL : sets->sets[first - 1];
}

static gboolean
is_open (CsFamilySets *sets, guint node)
{
  guint first = sets->firsts[node];

  return first > 0 && sets->states[first - 1] == OPEN;
}

/* What is left of nothing: origins that nobody knows more about, else the application itself. */
static void
fill_empty (CsFamilySets *sets, guint self)
{
  for (guint i = 0; i < sets->origins->len; i++)
    {
      guint node = g_array_index (sets->origins, guint, i);

      if (!is_open (sets, node))
        g_array_append_val (sets->kept, node);
    }
  if (sets->kept->len == 0)
    g_array_append_val (sets->kept, self);
}

/* An origin's set counts in its place, unless it is too long to be handed on. */
static void
take_origin (CsFamilySets *sets, guint node)
{
  const GArray *set = get_origin_set (sets, node);

  if (set != NULL && set->len <= MAX_SET)
    g_array_append_vals (sets->kept, set->data, set->len);
  else if (set != NULL)
    g_array_append_val (sets->kept, node);
}

static void
close_member (CsFamilySets *sets, guint index)
{
  const CsFamilyMember *member = &sets->members[index];

  collect (sets, member);
  for (guint i = 0; i < sets->origins->len; i++)
    take_origin (sets, g_array_index (sets->origins, guint, i));
  if (sets->kept->len == 0)
    fill_empty (sets, cs_family_nodes_find (sets->nodes, member->id));
  sort_unique (sets->kept);
  sets->sets[index] = keep_set (sets, sets->kept);
  sets->states[index] = DONE;
}

static void
open_member (CsFamilySets *sets, guint index, GArray *stack)
{
  sets->states[index] = OPEN;
  collect (sets, &sets->members[index]);
  for (guint i = 0; i < sets->origins->len; i++)
    {
      guint first = sets->firsts[g_array_index (sets->origins, guint, i)];
      guint origin = first - 1;

      if (first > 0 && sets->states[origin] == NOT_SEEN)
        g_array_append_val (stack, origin);
    }
}

/* Origins first, without recursion: chains may be as long as there are members. A circle is cut
 * where it was entered. */
static void
find_sets (CsFamilySets *sets)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < sets->n_members; i++)
    {
      g_array_append_val (stack, i);
      while (stack->len > 0)
        {
          guint index = g_array_index (stack, guint, stack->len - 1);

          if (sets->states[index] == NOT_SEEN)
            {
              open_member (sets, index, stack);
              continue;
            }
          g_array_set_size (stack, stack->len - 1);
          if (sets->states[index] == OPEN)
            close_member (sets, index);
        }
    }
}

static void
free_set (gpointer data)
{
  g_array_unref (data);
}

CsFamilySets *
cs_family_sets_new (CsFamilyNodes *nodes, const CsFamilyMember *members, guint n_members)
{
  CsFamilySets *sets = g_new0 (CsFamilySets, 1);

  sets->nodes = nodes;
  sets->members = members;
  sets->n_members = n_members;
  sets->firsts = g_new0 (guint, cs_family_nodes_get_n (nodes));
  sets->sets = g_new0 (const GArray *, n_members);
  sets->states = g_new0 (guint8, n_members);
  sets->known = g_hash_table_new_full (set_hash, set_equal, free_set, NULL);
  sets->kept = g_array_new (FALSE, FALSE, sizeof (guint));
  sets->origins = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n_members; i++)
    {
      guint *first = &sets->firsts[cs_family_nodes_find (nodes, members[i].id)];

      if (*first == 0)
        *first = i + 1;
    }
  find_sets (sets);
  return sets;
}

void
cs_family_sets_free (CsFamilySets *sets)
{
  g_hash_table_unref (sets->known);
  g_array_unref (sets->kept);
  g_array_unref (sets->origins);
  g_free (sets->firsts);
  g_free (sets->sets);
  g_free (sets->states);
  g_free (sets);
}

gconstpointer
cs_family_sets_get (const CsFamilySets *sets, guint member)
{
  return sets->sets[member];
}

guint
cs_family_sets_get_first (const CsFamilySets *sets, guint member)
{
  return sets->firsts[cs_family_nodes_find (sets->nodes, sets->members[member].id)] - 1;
}
