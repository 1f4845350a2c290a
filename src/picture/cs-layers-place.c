#include "cs-layers-private.h"

#include <string.h>

#define NODE_ROOM 1.0
#define BEND_ROOM 0.5
#define N_DIRECTIONS 4
#define NONE (-1)

/* One of the four directions in which vertices are aligned with a median neighbour. */
typedef struct
{
  const Net *net;
  gboolean is_up;   /* from the last layer on */
  gboolean is_left; /* from the last of a layer on */
  guint *root;
  guint *next; /* in a block, the last leads to the first */
  double *x;
  gboolean *is_placed;
} Alignment;

static const GArray *
neighbours_of (const Alignment *alignment, guint vertex)
{
  const Vertex *of = &alignment->net->vertices[vertex];

  return alignment->is_up ? of->later : of->earlier;
}

static int
position_of (const Alignment *alignment, guint vertex)
{
  const Vertex *of = &alignment->net->vertices[vertex];
  const GArray *members = alignment->net->layers->pdata[of->layer];

  return (int)(alignment->is_left ? members->len - 1 - of->position : of->position);
}

static guint
member_at (const Alignment *alignment, guint layer, guint position)
{
  const GArray *members = alignment->net->layers->pdata[layer];

  return g_array_index (members, guint,
                        alignment->is_left ? members->len - 1 - position : position);
}

/* --- conflicts: an edge that crosses a straight run of bends gives way --- */

static gboolean
crosses_a_run (const Net *net, guint from, guint to)
{
  const GArray *members = net->layers->pdata[net->vertices[from].layer];

  if (net->vertices[from].is_bend && net->vertices[to].is_bend)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    {
      const Vertex *other = &net->vertices[g_array_index (members, guint, i)];
      guint other_to;

      if (!other->is_bend)
        continue;
      other_to = g_array_index (other->later, guint, 0);
      if (!net->vertices[other_to].is_bend)
        continue;
      if ((other->position < net->vertices[from].position) !=
          (net->vertices[other_to].position < net->vertices[to].position))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_in_conflict (const Alignment *alignment, guint vertex, guint neighbour)
{
  if (alignment->is_up)
    return crosses_a_run (alignment->net, vertex, neighbour);
  return crosses_a_run (alignment->net, neighbour, vertex);
}

/* --- blocks --- */

static int
compare_positions (gconstpointer a, gconstpointer b, gpointer data)
{
  return position_of (data, *(const guint *)a) - position_of (data, *(const guint *)b);
}

/* Aligns @vertex with a median neighbour beyond @limit; returns the new limit. */
static int
align_one (Alignment *alignment, guint vertex, int limit)
{
  g_autoptr (GArray) sorted = g_array_copy ((GArray *)neighbours_of (alignment, vertex));
  guint n = sorted->len;

  if (n == 0)
    return limit;
  g_array_sort_with_data (sorted, compare_positions, alignment);
  for (guint m = (n - 1) / 2; m <= n / 2; m++)
    {
      guint to = g_array_index (sorted, guint, m);
      int position = position_of (alignment, to);

      if (alignment->next[vertex] != vertex || position <= limit ||
          is_in_conflict (alignment, vertex, to))
        continue;
      alignment->next[to] = vertex;
      alignment->root[vertex] = alignment->root[to];
      alignment->next[vertex] = alignment->root[vertex];
      limit = position;
    }
  return limit;
}

static void
align_all (Alignment *alignment)
{
  guint n_layers = alignment->net->layers->len;

  for (guint i = 1; i < n_layers; i++)
    {
      guint layer = alignment->is_up ? n_layers - 1 - i : i;
      const GArray *members = alignment->net->layers->pdata[layer];
      int limit = NONE;

      for (guint j = 0; j < members->len; j++)
        limit = align_one (alignment, member_at (alignment, layer, j), limit);
    }
}

static double
room_of (const Alignment *alignment, guint vertex)
{
  return alignment->net->vertices[vertex].is_bend ? BEND_ROOM : NODE_ROOM;
}

/* Packs the block of @root as far to the begin as the blocks before it let it. */
static void
place_block (Alignment *alignment, guint root)
{
  guint vertex = root;
  double x = 0;

  if (alignment->is_placed[root])
    return;
  alignment->is_placed[root] = TRUE;
  do
    {
      int position = position_of (alignment, vertex);

      if (position > 0)
        {
          guint layer = alignment->net->vertices[vertex].layer;
          guint before = member_at (alignment, layer, (guint)position - 1);
          double gap = (room_of (alignment, before) + room_of (alignment, vertex)) / 2;

          place_block (alignment, alignment->root[before]);
          x = MAX (x, alignment->x[alignment->root[before]] + gap);
        }
      vertex = alignment->next[vertex];
    }
  while (vertex != root);
  alignment->x[root] = x;
}

static double *
place_in_direction (const Net *net, gboolean is_up, gboolean is_left)
{
  guint n = net->n_vertices;
  g_autofree guint *root = g_new (guint, n + 1);
  g_autofree guint *next = g_new (guint, n + 1);
  g_autofree gboolean *is_placed = g_new0 (gboolean, n + 1);
  g_autofree double *x = g_new0 (double, n + 1);
  double *places = g_new0 (double, n + 1);
  Alignment alignment = { net, is_up, is_left, root, next, x, is_placed };

  for (guint i = 0; i < n; i++)
    root[i] = next[i] = i;
  align_all (&alignment);
  for (guint i = 0; i < n; i++)
    place_block (&alignment, root[i]);
  for (guint i = 0; i < n; i++)
    places[i] = is_left ? -x[root[i]] : x[root[i]];
  return places;
}

/* --- all four --- */

static double
least_of (const double *places, guint n, gboolean is_most)
{
  double found = places[0];

  for (guint i = 1; i < n; i++)
    found = is_most ? MAX (found, places[i]) : MIN (found, places[i]);
  return found;
}

/* Lays the four side by side: at the begin or at the end of the narrowest. */
static void
line_up (double *const places[N_DIRECTIONS], guint n)
{
  double width = G_MAXDOUBLE;

  for (guint i = 0; i < N_DIRECTIONS; i++)
    width = MIN (width, least_of (places[i], n, TRUE) - least_of (places[i], n, FALSE));
  for (guint i = 0; i < N_DIRECTIONS; i++)
    {
      double shift = -least_of (places[i], n, FALSE);

      if (i % 2 == 1)
        shift = width - least_of (places[i], n, TRUE);
      for (guint j = 0; j < n; j++)
        places[i][j] += shift;
    }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a;
  double other = *(const double *)b;

  return one < other ? -1 : one > other;
}

double *
cs_net_place (Net *net)
{
  double *places[N_DIRECTIONS];
  double *all = g_new0 (double, net->n_vertices + 1);

  for (guint i = 0; i < N_DIRECTIONS; i++)
    places[i] = place_in_direction (net, i >= 2, i % 2 == 1);
  if (net->n_vertices > 0)
    line_up (places, net->n_vertices);
  for (guint j = 0; j < net->n_vertices; j++)
    {
      double four[N_DIRECTIONS];

      for (guint i = 0; i < N_DIRECTIONS; i++)
        four[i] = places[i][j];
      qsort (four, N_DIRECTIONS, sizeof *four, compare_doubles);
      all[j] = (four[1] + four[2]) / 2;
    }
  for (guint i = 0; i < N_DIRECTIONS; i++)
    g_free (places[i]);
  return all;
}
