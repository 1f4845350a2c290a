#pragma once

#include "../../family/query/cs-query.h"
#include "cs-search-places.h"
#include "cs-search-set.h"

G_BEGIN_DECLS

/* Queries of words as FTS5 takes them; for nobody else. */

/* The indexes of texts. */
typedef enum
{
  CS_SEARCH_TEXTS, /* titles, abstracts, claims */
  CS_SEARCH_DESCRIPTIONS
} CsSearchIndex;

/* Returns: whether @node can be asked of one index as a whole, and needs nothing beside. @index:
 * (out) */
gboolean cs_search_can_match (const CsQueryNode *node,
                              CsSearchIndex *index);

/* Adds to @match what FTS5 takes for @node, of which cs_search_can_match() holds. */
void cs_search_append_match (GString *match,
                             const CsQueryNode *node);

/* Adds the word or phrase @node within its columns. */
void cs_search_append_term (GString *match,
                            const CsQueryNode *node);

/* What a NEAR asks that FTS5 cannot: order, several words on a side, chains. */
typedef struct
{
  guint n_operands;
  guint *ends;              /* of each operand: one past the last of its phrases in the match */
  const CsQueryLink *links; /* of the query */
} CsSearchNear;

/* Returns: (transfer full): what is to be checked of the rows that the match finds, which is added
 * to @match */
CsSearchNear *cs_search_near_new (const CsQueryNode *node,
                                  GString *match);

void cs_search_near_free (CsSearchNear *near);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSearchNear, cs_search_near_free)

G_END_DECLS
