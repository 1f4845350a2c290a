#include "cs-layers-private.h"

/* --- layers --- */

static gboolean
is_edge (const CsLayerEdge *edge, guint n_nodes)
{
  return edge->from < n_nodes && edge->to < n_nodes && edge->from != edge->to;
}

/* Visits the nodes, parents first. When a cycle leaves none, the first of those left is taken, and
 * edges that then lead back are left out. Returns the order, and in rank[] the place in it. */
static guint *
order_nodes (guint n_nodes, const CsLayerEdge *edges, guint n_edges, guint *rank)
{
  guint *order = g_new0 (guint, n_nodes + 1);
  g_autofree guint *n_open = g_new0 (guint, n_nodes + 1);
  g_autofree gboolean *is_done = g_new0 (gboolean, n_nodes + 1);

  for (guint i = 0; i < n_edges; i++)
    if (is_edge (&edges[i], n_nodes))
      n_open[edges[i].to]++;
  for (guint n = 0; n < n_nodes; n++)
    {
      guint next = G_MAXUINT;

      for (guint i = 0; i < n_nodes; i++)
        if (!is_done[i] && (next == G_MAXUINT || (n_open[i] == 0 && n_open[next] > 0)))
          next = i;
      is_done[next] = TRUE;
      order[n] = next;
      rank[next] = n;
      for (guint i = 0; i < n_edges; i++)
        if (edges[i].from == next && is_edge (&edges[i], n_nodes) && !is_done[edges[i].to])
          n_open[edges[i].to]--;
    }
  return order;
}

static void
find_layers (CsLayers *layers,
             guint n_nodes,
             const CsLayerEdge *edges,
             guint n_edges,
             gboolean *is_kept)
{
  g_autofree guint *rank = g_new0 (guint, n_nodes + 1);
  g_autofree guint *order = order_nodes (n_nodes, edges, n_edges, rank);

  for (guint i = 0; i < n_edges; i++)
    is_kept[i] = is_edge (&edges[i], n_nodes) && rank[edges[i].from] < rank[edges[i].to];
  for (guint n = 0; n < n_nodes; n++)
    {
      guint *layer = &layers->layer[order[n]];

      for (guint i = 0; i < n_edges; i++)
        if (is_kept[i] && edges[i].to == order[n])
          *layer = MAX (*layer, layers->layer[edges[i].from] + 1);
      layers->n_layers = MAX (layers->n_layers, *layer + 1);
    }
}

/* --- the net: nodes and bends --- */

static void
vertex_clear (Vertex *vertex)
{
  g_array_unref (vertex->earlier);
  g_array_unref (vertex->later);
}

static void
add_vertex (GArray *vertices, guint layer, gboolean is_bend)
{
  Vertex vertex = { .layer = layer, .is_bend = is_bend };

  vertex.earlier = g_array_new (FALSE, FALSE, sizeof (guint));
  vertex.later = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (vertices, vertex);
}

static void
join (GArray *vertices, guint from, guint to)
{
  g_array_append_val (g_array_index (vertices, Vertex, from).later, to);
  g_array_append_val (g_array_index (vertices, Vertex, to).earlier, from);
}

/* Adds the bends of an edge and returns the first of them; they follow each other. */
static guint
add_edge (GArray *vertices, const CsLayers *layers, const CsLayerEdge *edge)
{
  guint first = vertices->len;
  guint last = edge->from;

  for (guint layer = layers->layer[edge->from] + 1; layer < layers->layer[edge->to]; layer++)
    {
      add_vertex (vertices, layer, TRUE);
      join (vertices, last, vertices->len - 1);
      last = vertices->len - 1;
    }
  join (vertices, last, edge->to);
  return first;
}

static void
fill_layers (Net *net, guint n_layers)
{
  net->layers = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  for (guint i = 0; i < n_layers; i++)
    g_ptr_array_add (net->layers, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < net->n_vertices; i++)
    g_array_append_val ((GArray *)net->layers->pdata[net->vertices[i].layer], i);
  for (guint i = 0; i < n_layers; i++)
    cs_net_number_layer (net, i);
}

static void
take_places (CsLayers *layers, const double *places, const Net *net, guint n_nodes)
{
  double least = G_MAXDOUBLE;
  double most = -G_MAXDOUBLE;

  for (guint i = 0; i < net->n_vertices; i++)
    {
      least = MIN (least, places[i]);
      most = MAX (most, places[i]);
    }
  for (guint i = 0; i < n_nodes; i++)
    layers->place[i] = places[i] - least;
  for (guint i = 0; i < layers->bends->len; i++)
    {
      GArray *bends = layers->bends->pdata[i];

      /* Until now they hold numbers of vertices. */
      for (guint j = 0; j < bends->len; j++)
        g_array_index (bends, double, j) = places[(guint)g_array_index (bends, double, j)] - least;
    }
  layers->breadth = n_nodes > 0 ? most - least : 0;
}

CsLayers *
cs_layers_new (guint n_nodes, const CsLayerEdge *edges, guint n_edges)
{
  CsLayers *layers = g_new0 (CsLayers, 1);
  g_autofree gboolean *is_kept = g_new0 (gboolean, n_edges + 1);
  g_autofree double *places = NULL;
  GArray *vertices = g_array_new (FALSE, FALSE, sizeof (Vertex));
  Net net;

  layers->layer = g_new0 (guint, n_nodes + 1);
  layers->place = g_new0 (double, n_nodes + 1);
  layers->bends = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  find_layers (layers, n_nodes, edges, n_edges, is_kept);
  for (guint i = 0; i < n_nodes; i++)
    add_vertex (vertices, layers->layer[i], FALSE);
  for (guint i = 0; i < n_edges; i++)
    {
      GArray *bends = g_array_new (FALSE, FALSE, sizeof (double));
      guint first = is_kept[i] ? add_edge (vertices, layers, &edges[i]) : vertices->len;

      for (guint bend = first; bend < vertices->len; bend++)
        {
          double number = bend;

          g_array_append_val (bends, number);
        }
      g_ptr_array_add (layers->bends, bends);
    }
  net.n_vertices = vertices->len;
  net.vertices = (Vertex *)(void *)g_array_free (vertices, FALSE);
  fill_layers (&net, layers->n_layers);
  cs_net_sort (&net);
  places = cs_net_place (&net);
  take_places (layers, places, &net, n_nodes);

  for (guint i = 0; i < net.n_vertices; i++)
    vertex_clear (&net.vertices[i]);
  g_free (net.vertices);
  g_ptr_array_unref (net.layers);
  return layers;
}

void
cs_layers_free (CsLayers *layers)
{
  g_free (layers->layer);
  g_free (layers->place);
  g_ptr_array_unref (layers->bends);
  g_free (layers);
}
