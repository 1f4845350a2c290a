#pragma once

#include "cs-query.h"

G_BEGIN_DECLS

/* A query in the making; for nobody else. */

/* cs_query_root_parse: @tokens: (element-type CsQueryToken). @nodes: (element-type CsQueryNode):
 * to which every node that is made is added. @fault: (inout). Returns: (nullable): the root */
CsQueryNode *cs_query_root_parse (GArray *tokens,
                                  GPtrArray *nodes,
                                  CsQueryFault *fault);

G_END_DECLS
