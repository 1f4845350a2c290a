#include "../../src/picture/cs-layers.h"

#include <math.h>
#include <string.h>

static void
test_longest_path (void)
{
  const CsLayerEdge edges[] = { { 0, 1 }, { 1, 2 }, { 0, 2 }, { 2, 3 }, { 0, 4 } };
  g_autoptr (CsLayers) layers = cs_layers_new (5, edges, G_N_ELEMENTS (edges));

  g_assert_cmpuint (layers->n_layers, ==, 4);
  g_assert_cmpuint (layers->layer[0], ==, 0);
  g_assert_cmpuint (layers->layer[2], ==, 2);
  g_assert_cmpuint (layers->layer[3], ==, 3);
  g_assert_cmpuint (layers->layer[4], ==, 1);
  g_assert_cmpuint (((GArray *)layers->bends->pdata[0])->len, ==, 0);
  g_assert_cmpuint (((GArray *)layers->bends->pdata[2])->len, ==, 1);
}

static void
test_circle (void)
{
  const CsLayerEdge edges[] = { { 0, 1 }, { 1, 0 }, { 1, 2 }, { 2, 1 }, { 2, 2 }, { 2, 9 } };
  g_autoptr (CsLayers) layers = cs_layers_new (3, edges, G_N_ELEMENTS (edges));
  g_autoptr (CsLayers) nothing = cs_layers_new (0, NULL, 0);

  g_assert_cmpuint (layers->n_layers, ==, 3);
  g_assert_cmpuint (layers->bends->len, ==, G_N_ELEMENTS (edges));
  g_assert_cmpuint (nothing->n_layers, ==, 0);
}

/* A chain is a straight line, a parent stands in the middle of its children. */
static void
test_straight (void)
{
  const CsLayerEdge edges[] = { { 0, 1 }, { 0, 2 }, { 0, 3 }, { 2, 4 }, { 4, 5 } };
  g_autoptr (CsLayers) layers = cs_layers_new (6, edges, G_N_ELEMENTS (edges));

  g_assert_cmpfloat_with_epsilon (layers->place[0], layers->place[2], 1e-9);
  g_assert_cmpfloat_with_epsilon (layers->place[2], layers->place[4], 1e-9);
  g_assert_cmpfloat_with_epsilon (layers->place[4], layers->place[5], 1e-9);
  g_assert_cmpfloat (layers->place[1], <, layers->place[2]);
  g_assert_cmpfloat (layers->place[2], <, layers->place[3]);
  g_assert_cmpfloat_with_epsilon (layers->breadth, 2, 1e-9);
}

/* Two ways that would cross if drawn as they were added. */
static void
test_crossings (void)
{
  const CsLayerEdge edges[] = { { 0, 3 }, { 1, 2 } };
  g_autoptr (CsLayers) layers = cs_layers_new (4, edges, G_N_ELEMENTS (edges));
  gboolean is_above = layers->place[0] < layers->place[1];

  g_assert_true ((layers->place[3] < layers->place[2]) == is_above);
}

#define N_NODES 120

static void
make_edges (CsLayerEdge edges[N_NODES * 2])
{
  for (guint i = 0; i < N_NODES * 2; i++)
    {
      guint to = i % N_NODES;

      edges[i] = (CsLayerEdge){ to == 0 ? 0 : (to * 37 + i * 11) % to, to };
    }
}

/* Whatever is drawn: nodes of a layer keep their distance, edges lead on, and it is always the
 * same. */
static void
test_many (void)
{
  CsLayerEdge edges[N_NODES * 2];
  g_autoptr (CsLayers) layers = NULL;
  g_autoptr (CsLayers) again = NULL;

  make_edges (edges);
  layers = cs_layers_new (N_NODES, edges, G_N_ELEMENTS (edges));
  again = cs_layers_new (N_NODES, edges, G_N_ELEMENTS (edges));
  g_assert_true (memcmp (layers->place, again->place, N_NODES * sizeof (double)) == 0);
  for (guint i = 0; i < N_NODES; i++)
    {
      g_assert_cmpfloat (layers->place[i], >=, 0);
      g_assert_cmpfloat (layers->place[i], <=, layers->breadth);
      for (guint j = 0; j < i; j++)
        if (layers->layer[i] == layers->layer[j])
          g_assert_cmpfloat (fabs (layers->place[i] - layers->place[j]), >=, 1 - 1e-9);
    }
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    if (edges[i].from != edges[i].to)
      g_assert_cmpuint (layers->layer[edges[i].from], <, layers->layer[edges[i].to]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/layers/longest-path", test_longest_path);
  g_test_add_func ("/picture/layers/circle", test_circle);
  g_test_add_func ("/picture/layers/straight", test_straight);
  g_test_add_func ("/picture/layers/crossings", test_crossings);
  g_test_add_func ("/picture/layers/many", test_many);
  return g_test_run ();
}
