#pragma once

/* Where nodes of a layered drawing stand: for nobody else. */

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsLayerEdge:
 *
 * From a node to one of a later layer.
 */
typedef struct
{
  guint from;
  guint to;
} CsLayerEdge;

/**
 * CsLayers:
 * @layer: (array length=n_nodes): of each node, from 0
 * @place: (array length=n_nodes): across the layer, from 0; nodes of a layer are 1 apart at least
 * @bends: (element-type GArray): of each edge, where it passes the layers between its ends:
 *   doubles, in order of the layers; empty for an edge that is left out
 * @n_layers: how many
 * @breadth: how far the places reach
 *
 * A layered drawing.
 */
typedef struct
{
  guint *layer;
  double *place;
  GPtrArray *bends;
  guint n_layers;
  double breadth;
} CsLayers;

/**
 * cs_layers_new:
 * @n_nodes: how many nodes
 * @edges: (array length=n_edges): from earlier to later ones; cycles are opened, an edge to a node
 *   itself or to none does not count
 * @n_edges: how many
 *
 * Layers by the longest path, crossings reduced by barycentres, places by vertical alignment in
 * four directions, of which the mean of the middle two counts. The same input gives the same
 * drawing. Source: Sugiyama, Tagawa, Toda (1981); Brandes, Köpf, "Fast and Simple Horizontal
 * Coordinate Assignment" (2001), with blocks packed by longest path.
 *
 * Returns: (transfer full): the drawing
 */
CsLayers *cs_layers_new (guint n_nodes,
                         const CsLayerEdge *edges,
                         guint n_edges) G_GNUC_WARN_UNUSED_RESULT;

/** cs_layers_free: frees it with all it holds */
void cs_layers_free (CsLayers *layers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsLayers, cs_layers_free)

G_END_DECLS
