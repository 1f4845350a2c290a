#pragma once

/* The steps of a layered drawing: for nobody else. */

#include "cs-layers.h"

G_BEGIN_DECLS

/* A node, or a bend of an edge that passes a layer. Neighbours are in the layers next to it. */
typedef struct
{
  GArray *earlier; /* guint: vertices */
  GArray *later;
  guint layer;
  guint position; /* in its layer */
  gboolean is_bend;
} Vertex;

typedef struct
{
  Vertex *vertices;
  guint n_vertices;
  GPtrArray *layers; /* GArray of guint: vertices in order */
} Net;

/** cs_net_sort: reduces crossings by barycentres */
void cs_net_sort (Net *net);

/** cs_net_number_layer: tells the vertices of a layer their positions */
void cs_net_number_layer (Net *net,
                          guint layer);

/** cs_net_count_crossings: Returns: of all edges */
guint cs_net_count_crossings (const Net *net);

/** cs_net_place: Returns: (transfer full): the place of every vertex */
double *cs_net_place (Net *net);

G_END_DECLS
