#pragma once

#include "cs-picture.h"

G_BEGIN_DECLS

/* How applications come from each other, from left to right. */

/**
 * CsGraphLink:
 *
 * How one application comes from another.
 */
typedef enum
{
  CS_GRAPH_PRIORITY,     /* dotted */
  CS_GRAPH_PHASE,        /* solid: national or regional phase */
  CS_GRAPH_CONTINUATION, /* dashed: also in part */
  CS_GRAPH_DIVISION,     /* dashes and dots */
  CS_GRAPH_RELATED,      /* far dots: anything else */
  CS_N_GRAPH_LINKS
} CsGraphLink;

/**
 * CsGraphState:
 *
 * In which state an application is; its shape.
 */
typedef enum
{
  CS_GRAPH_UNKNOWN,  /* question mark */
  CS_GRAPH_PENDING,  /* ring */
  CS_GRAPH_IN_FORCE, /* ticked square */
  CS_GRAPH_ENDED,    /* cross */
  CS_GRAPH_LEFT,     /* bar: an international one, gone into national phases */
  CS_GRAPH_OUTSIDE,  /* no shape, dashed outline: claimed, but not in the library */
  CS_N_GRAPH_STATES
} CsGraphState;

/**
 * CsGraphWords:
 * @links: by #CsGraphLink, as the legend has them
 * @states: by #CsGraphState
 * @empty: what to say when there is no node
 *
 * The words of a graph, in the reader's language; copied.
 */
typedef struct
{
  const char *links[CS_N_GRAPH_LINKS];
  const char *states[CS_N_GRAPH_STATES];
  const char *empty;
} CsGraphWords;

/**
 * CsGraphNode:
 * @id: the caller's name of it
 * @name: "US 18/999,112"
 * @caption: below it: "2023-09-12"
 * @state: its shape
 *
 * One application. Strings are copied.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *caption;
  CsGraphState state;
} CsGraphNode;

/** CsGraph: one in the making; for one thread */
typedef struct _CsGraph CsGraph;

/** cs_graph_new: Returns: (transfer full): one without nodes */
CsGraph *cs_graph_new (const CsGraphWords *words) G_GNUC_WARN_UNUSED_RESULT;

/** cs_graph_free: for one that is given up */
void cs_graph_free (CsGraph *graph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsGraph, cs_graph_free)

/** cs_graph_add_node: nodes are added by date of filing. Returns: its number, from 0 */
guint cs_graph_add_node (CsGraph *graph,
                         const CsGraphNode *node);

/** cs_graph_add_link: @child comes from @parent. A second link between the same two is left out. */
void cs_graph_add_link (CsGraph *graph,
                        CsGraphLink link,
                        guint parent,
                        guint child);

/** cs_graph_end: @graph: (transfer full): what was made. Returns: (transfer full): the picture;
 * nodes can be picked */
CsPicture *cs_graph_end (CsGraph *graph) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
