#include "cs-graph.h"

#include <math.h>
#include <string.h>

#include "cs-layers.h"
#include "cs-pen.h"

#define ROW 62.0 /* from node to node */
#define NODE_HEIGHT 44.0
#define MIN_NODE_WIDTH 112.0
#define MAX_NODE_WIDTH 260.0
#define SHAPE_ROOM 32.0 /* left of a name */
#define MIN_GAP 36.0    /* between columns */
#define MAX_GAP 110.0
#define SIDE 14.0
#define LEGEND_LINE 24.0
#define NAME ((CsPenText){ CS_PICTURE_INK, 0.95, TRUE, 0, 0 })

typedef struct
{
  char *id;
  char *name;
  char *caption;
  CsGraphState state;
} Node;

struct _CsGraph
{
  char *links_words[CS_N_GRAPH_LINKS];
  char *states_words[CS_N_GRAPH_STATES];
  char *empty;
  GPtrArray *nodes;
  GArray *edges; /* CsLayerEdge */
  GArray *kinds; /* CsGraphLink, of each edge */
  CsLayers *layers;
};

/* --- making one --- */

static void
node_free (gpointer data)
{
  Node *node = data;

  g_free (node->id);
  g_free (node->name);
  g_free (node->caption);
  g_free (node);
}

CsGraph *
cs_graph_new (const CsGraphWords *words)
{
  CsGraph *graph = g_new0 (CsGraph, 1);

  for (guint i = 0; i < CS_N_GRAPH_LINKS; i++)
    graph->links_words[i] = g_strdup (words->links[i]);
  for (guint i = 0; i < CS_N_GRAPH_STATES; i++)
    graph->states_words[i] = g_strdup (words->states[i]);
  graph->empty = g_strdup (words->empty);
  graph->nodes = g_ptr_array_new_with_free_func (node_free);
  graph->edges = g_array_new (FALSE, FALSE, sizeof (CsLayerEdge));
  graph->kinds = g_array_new (FALSE, FALSE, sizeof (CsGraphLink));
  return graph;
}

void
cs_graph_free (CsGraph *graph)
{
  for (guint i = 0; i < CS_N_GRAPH_LINKS; i++)
    g_free (graph->links_words[i]);
  for (guint i = 0; i < CS_N_GRAPH_STATES; i++)
    g_free (graph->states_words[i]);
  g_free (graph->empty);
  g_ptr_array_unref (graph->nodes);
  g_array_unref (graph->edges);
  g_array_unref (graph->kinds);
  g_clear_pointer (&graph->layers, cs_layers_free);
  g_free (graph);
}

guint
cs_graph_add_node (CsGraph *graph, const CsGraphNode *node)
{
  Node *copy = g_new0 (Node, 1);

  copy->id = g_strdup (node->id);
  copy->name = g_strdup (node->name);
  copy->caption = g_strdup (node->caption);
  copy->state = node->state;
  g_ptr_array_add (graph->nodes, copy);
  return graph->nodes->len - 1;
}

static gboolean
has_edge (const CsGraph *graph, guint from, guint to)
{
  for (guint i = 0; i < graph->edges->len; i++)
    {
      const CsLayerEdge *edge = &g_array_index (graph->edges, CsLayerEdge, i);

      if (edge->from == from && edge->to == to)
        return TRUE;
    }
  return FALSE;
}

void
cs_graph_add_link (CsGraph *graph, CsGraphLink link, guint parent, guint child)
{
  CsLayerEdge edge = { parent, child };

  if (parent >= graph->nodes->len || child >= graph->nodes->len || parent == child ||
      has_edge (graph, parent, child))
    return;
  g_array_append_val (graph->edges, edge);
  g_array_append_val (graph->kinds, link);
}

/* --- drawing --- */

typedef struct
{
  const CsGraph *graph;
  CsPen *pen;
  double node_width;
  double gap;
} Plan;

static void
plan_columns (Plan *plan)
{
  guint n = plan->graph->layers->n_layers;
  double room = plan->pen->width - 2 * SIDE;

  plan->node_width = MIN_NODE_WIDTH;
  for (guint i = 0; i < plan->graph->nodes->len; i++)
    {
      const Node *node = plan->graph->nodes->pdata[i];
      double width = SHAPE_ROOM + cs_pen_measure_text (plan->pen, node->name, NAME) + 10;

      plan->node_width = MAX (plan->node_width, MIN (width, MAX_NODE_WIDTH));
    }
  plan->gap = n < 2 ? 0 : (room - n * plan->node_width) / (n - 1);
  plan->gap = CLAMP (plan->gap, MIN_GAP, MAX_GAP);
  plan->pen->width = MAX (plan->pen->width,
                          2 * SIDE + n * plan->node_width + (n - 1) * plan->gap);
}

static double
x_of (const Plan *plan, guint layer)
{
  return SIDE + layer * (plan->node_width + plan->gap);
}

static double
y_of (double place)
{
  return SIDE + NODE_HEIGHT / 2 + place * ROW;
}

static void
set_dashes (CsPen *pen, CsGraphLink link)
{
  static const double dashes[CS_N_GRAPH_LINKS][4] = {
    [CS_GRAPH_PRIORITY] = { 2, 3, 2, 3 },
    [CS_GRAPH_CONTINUATION] = { 7, 4, 7, 4 },
    [CS_GRAPH_DIVISION] = { 8, 3, 2, 3 },
    [CS_GRAPH_RELATED] = { 1, 5, 1, 5 },
  };

  if (link == CS_GRAPH_PHASE)
    cairo_set_dash (pen->cairo, NULL, 0, 0);
  else
    cairo_set_dash (pen->cairo, dashes[link], 4, 0);
}

static void
draw_edge (const Plan *plan, guint i)
{
  const CsGraph *graph = plan->graph;
  const CsLayerEdge *edge = &g_array_index (graph->edges, CsLayerEdge, i);
  const GArray *bends = graph->layers->bends->pdata[i];
  cairo_t *cairo = plan->pen->cairo;
  guint layer = graph->layers->layer[edge->from];
  guint last = graph->layers->layer[edge->to];
  double x = x_of (plan, layer) + plan->node_width;
  double y = y_of (graph->layers->place[edge->from]);

  if (last <= layer)
    return; /* would lead back: bad data, opened */
  cairo_move_to (cairo, x, y);
  for (guint j = 0; j <= bends->len; j++)
    {
      gboolean is_last = j == bends->len;
      double to_x = x_of (plan, layer + j + 1);
      double to_y =
          y_of (is_last ? graph->layers->place[edge->to] : g_array_index (bends, double, j));
      double half = (to_x - x) / 2;

      cairo_curve_to (cairo, x + half, y, to_x - half, to_y, to_x, to_y);
      x = to_x + (is_last ? 0 : plan->node_width);
      y = to_y;
      cairo_line_to (cairo, x, y);
    }
  set_dashes (plan->pen, g_array_index (graph->kinds, CsGraphLink, i));
  cs_pen_ink (plan->pen, CS_PICTURE_DIM);
  cairo_set_line_width (cairo, 1.4);
  cairo_stroke (cairo);
  cairo_set_dash (cairo, NULL, 0, 0);
  cairo_move_to (cairo, x - 6, y - 4);
  cairo_line_to (cairo, x - 1, y);
  cairo_line_to (cairo, x - 6, y + 4);
  cairo_stroke (cairo);
  cairo_set_line_width (cairo, 1);
}

static void
draw_state (CsPen *pen, CsGraphState state, double x, double y)
{
  static void (*const shapes[CS_N_GRAPH_STATES]) (CsPen *, double, double) = {
    cs_pen_question, cs_pen_ring, cs_pen_tick, cs_pen_cross, NULL, NULL
  };

  if (shapes[state] != NULL)
    shapes[state](pen, x, y);
  if (state == CS_GRAPH_LEFT)
    {
      cs_pen_ink (pen, CS_PICTURE_DIM);
      cairo_rectangle (pen->cairo, x - 1, y - 8, 2.4, 16);
      cairo_fill (pen->cairo);
    }
}

static void
draw_box (const Plan *plan, const Node *node, double x, double y)
{
  CsPen *pen = plan->pen;
  gboolean is_selected = cs_pen_is_selected (pen, node->id);

  cs_pen_round (pen, floor (x) + 0.5, floor (y - NODE_HEIGHT / 2) + 0.5, plan->node_width - 1,
                NODE_HEIGHT, 8);
  cs_pen_ink (pen, is_selected ? CS_PICTURE_SELECTED : CS_PICTURE_PAPER);
  cairo_fill_preserve (pen->cairo);
  cs_pen_ink (pen, is_selected ? CS_PICTURE_ACCENT : CS_PICTURE_DIM);
  cairo_set_line_width (pen->cairo, is_selected ? 2.4 : 1);
  if (node->state == CS_GRAPH_OUTSIDE)
    set_dashes (pen, CS_GRAPH_CONTINUATION);
  cairo_stroke (pen->cairo);
  cairo_set_dash (pen->cairo, NULL, 0, 0);
  cairo_set_line_width (pen->cairo, 1);
}

static void
draw_node (const Plan *plan, guint i)
{
  CsPen *pen = plan->pen;
  const Node *node = plan->graph->nodes->pdata[i];
  double x = x_of (plan, plan->graph->layers->layer[i]);
  double y = y_of (plan->graph->layers->place[i]);
  double indent = node->state == CS_GRAPH_OUTSIDE ? 12 : SHAPE_ROOM;
  double room = plan->node_width - indent - 8;
  CsPenText name = NAME;
  g_autofree char *spoken =
      g_strjoin (", ", node->name, node->caption, plan->graph->states_words[node->state], NULL);

  draw_box (plan, node, x, y);
  draw_state (pen, node->state, x + 17, y);
  name.max_width = room;
  cs_pen_text (pen, x + indent, y - 9, node->name, name);
  cs_pen_text (pen, x + indent, y + 9, node->caption,
               (CsPenText){ CS_PICTURE_DIM, CS_PEN_SMALL, FALSE, 0, room });
  cs_pen_pick (pen, (cairo_rectangle_t){ x, y - NODE_HEIGHT / 2, plan->node_width, NODE_HEIGHT },
               node->id, spoken);
}

/* --- legend: only what occurs --- */

typedef struct
{
  const Plan *plan;
  double x;
  double y;
} Legend;

static void
add_legend (Legend *legend, const char *word, int link, int state)
{
  CsPen *pen = legend->plan->pen;
  CsPenText how = { CS_PICTURE_INK, CS_PEN_SMALL, FALSE, 0, 0 };
  double sample = link >= 0 ? 34 : 22;
  double width = sample + cs_pen_measure_text (pen, word, how) + 18;

  if (legend->x > SIDE && legend->x + width > pen->width)
    {
      legend->x = SIDE;
      legend->y += LEGEND_LINE;
    }
  if (link >= 0)
    {
      set_dashes (pen, (CsGraphLink)link);
      cairo_set_line_width (pen->cairo, 1.4);
      cs_pen_ink (pen, CS_PICTURE_DIM);
      cs_pen_line (pen, legend->x, legend->y, legend->x + 26, legend->y);
      cairo_set_dash (pen->cairo, NULL, 0, 0);
      cairo_set_line_width (pen->cairo, 1);
    }
  else
    draw_state (pen, (CsGraphState)state, legend->x + 7, legend->y);
  cs_pen_text (pen, legend->x + sample, legend->y, word, how);
  legend->x += width;
}

static double
draw_legend (const Plan *plan, double y)
{
  const CsGraph *graph = plan->graph;
  gboolean has_state[CS_N_GRAPH_STATES] = { FALSE };
  gboolean has_link[CS_N_GRAPH_LINKS] = { FALSE };
  Legend legend = { plan, SIDE, y + LEGEND_LINE / 2 + 4 };

  for (guint i = 0; i < graph->nodes->len; i++)
    has_state[((const Node *)graph->nodes->pdata[i])->state] = TRUE;
  for (guint i = 0; i < graph->kinds->len; i++)
    has_link[g_array_index (graph->kinds, CsGraphLink, i)] = TRUE;
  cs_pen_ink (plan->pen, CS_PICTURE_LINE);
  cs_pen_line (plan->pen, 0, y, plan->pen->width, y);
  for (int i = 0; i < CS_GRAPH_OUTSIDE; i++)
    if (has_state[i])
      add_legend (&legend, graph->states_words[i], -1, i);
  for (int i = 0; i < CS_N_GRAPH_LINKS; i++)
    if (has_link[i])
      add_legend (&legend, graph->links_words[i], i, -1);
  return legend.y + LEGEND_LINE / 2 + 4;
}

static void
draw_graph (gconstpointer data, CsPen *pen)
{
  const CsGraph *graph = data;
  Plan plan = { graph, pen, 0, 0 };

  if (graph->nodes->len == 0)
    {
      pen->height = 2 * ROW;
      cs_pen_text (pen, pen->width / 2, ROW, graph->empty,
                   (CsPenText){ CS_PICTURE_DIM, 1, FALSE, 0.5, pen->width });
      return;
    }
  plan_columns (&plan);
  for (guint i = 0; i < graph->edges->len; i++)
    draw_edge (&plan, i);
  for (guint i = 0; i < graph->nodes->len; i++)
    draw_node (&plan, i);
  pen->height = draw_legend (&plan, y_of (graph->layers->breadth) + NODE_HEIGHT / 2 + SIDE);
}

CsPicture *
cs_graph_end (CsGraph *graph)
{
  graph->layers = cs_layers_new (graph->nodes->len, (const CsLayerEdge *)(void *)graph->edges->data,
                                 graph->edges->len);
  return cs_picture_new (draw_graph, graph, (GDestroyNotify)cs_graph_free);
}
