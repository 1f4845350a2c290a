#include "cs-layers-private.h"

#include <string.h>

#define MAX_SWEEPS 12

void
cs_net_number_layer (Net *net, guint layer)
{
  const GArray *members = net->layers->pdata[layer];

  for (guint i = 0; i < members->len; i++)
    net->vertices[g_array_index (members, guint, i)].position = i;
}

/* --- crossings --- */

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *)a;
  guint other = *(const guint *)b;

  return one < other ? -1 : one > other;
}

/* Positions of the later neighbours of a layer's vertices, in order of both ends; two edges cross
 * when a later entry is the smaller one. */
static guint
count_of_layer (const Net *net, guint layer)
{
  const GArray *members = net->layers->pdata[layer];
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_crossings = 0;

  for (guint i = 0; i < members->len; i++)
    {
      const Vertex *vertex = &net->vertices[g_array_index (members, guint, i)];
      guint first = ends->len;

      for (guint j = 0; j < vertex->later->len; j++)
        {
          guint to = g_array_index (vertex->later, guint, j);

          g_array_append_val (ends, net->vertices[to].position);
        }
      if (ends->len > first)
        qsort (&g_array_index (ends, guint, first), ends->len - first, sizeof (guint),
               compare_numbers);
    }
  for (guint i = 0; i < ends->len; i++)
    for (guint j = 0; j < i; j++)
      n_crossings += g_array_index (ends, guint, j) > g_array_index (ends, guint, i);
  return n_crossings;
}

guint
cs_net_count_crossings (const Net *net)
{
  guint n_crossings = 0;

  for (guint i = 0; i + 1 < net->layers->len; i++)
    n_crossings += count_of_layer (net, i);
  return n_crossings;
}

/* --- barycentres --- */

typedef struct
{
  guint vertex;
  double centre;
  guint position;
} Weighed;

static int
compare_weighed (gconstpointer a, gconstpointer b)
{
  const Weighed *one = a;
  const Weighed *other = b;

  if (one->centre != other->centre)
    return one->centre < other->centre ? -1 : 1;
  return one->position < other->position ? -1 : one->position > other->position;
}

static double
find_centre (const Net *net, const Vertex *vertex, gboolean by_earlier)
{
  const GArray *neighbours = by_earlier ? vertex->earlier : vertex->later;
  double sum = 0;

  for (guint i = 0; i < neighbours->len; i++)
    sum += net->vertices[g_array_index (neighbours, guint, i)].position;
  return neighbours->len == 0 ? vertex->position : sum / neighbours->len;
}

static void
sort_layer (Net *net, guint layer, gboolean by_earlier)
{
  GArray *members = net->layers->pdata[layer];
  g_autofree Weighed *weighed = g_new (Weighed, members->len + 1);

  for (guint i = 0; i < members->len; i++)
    {
      guint n = g_array_index (members, guint, i);

      weighed[i] = (Weighed){ n, find_centre (net, &net->vertices[n], by_earlier), i };
    }
  qsort (weighed, members->len, sizeof *weighed, compare_weighed);
  for (guint i = 0; i < members->len; i++)
    g_array_index (members, guint, i) = weighed[i].vertex;
  cs_net_number_layer (net, layer);
}

static void
copy_layers (GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    {
      GArray *source = from->pdata[i];
      GArray *target = to->pdata[i];

      g_array_set_size (target, source->len);
      memcpy (target->data, source->data, source->len * sizeof (guint));
    }
}

void
cs_net_sort (Net *net)
{
  g_autoptr (GPtrArray) best =
      g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  guint n_layers = net->layers->len;
  guint least = cs_net_count_crossings (net);

  for (guint i = 0; i < n_layers; i++)
    g_ptr_array_add (best, g_array_new (FALSE, FALSE, sizeof (guint)));
  copy_layers (net->layers, best);
  for (guint sweep = 0; sweep < MAX_SWEEPS && least > 0; sweep++)
    {
      gboolean is_down = sweep % 2 == 0;
      guint n_crossings;

      for (guint i = 1; i < n_layers; i++)
        sort_layer (net, is_down ? i : n_layers - 1 - i, is_down);
      n_crossings = cs_net_count_crossings (net);
      if (n_crossings < least)
        {
          least = n_crossings;
          copy_layers (net->layers, best);
        }
    }
  copy_layers (best, net->layers);
  for (guint i = 0; i < n_layers; i++)
    cs_net_number_layer (net, i);
}
