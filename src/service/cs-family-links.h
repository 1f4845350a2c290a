#pragma once

/* How the applications of a family hang together: for nobody else. */

#include "../family/cs-family.h"
#include "../picture/cs-graph.h"

G_BEGIN_DECLS

/**
 * CsFamilyNode:
 * @number: (transfer none): of an application, or of one that is only claimed
 * @application: index in the family, -1 for one that is only claimed
 */
typedef struct
{
  const CsNumber *number;
  int application;
} CsFamilyNode;

/**
 * CsFamilyLink:
 * @kind: how
 * @parent: index of a node
 * @child: index of a node
 */
typedef struct
{
  CsGraphLink kind;
  guint parent;
  guint child;
} CsFamilyLink;

/**
 * CsFamilyLinks:
 * @nodes: (element-type CsFamilyNode): the applications in their order, then those only claimed
 * @links: (element-type CsFamilyLink): each pair once; a priority that a parent claims too is left
 *   out
 *
 * Lives as long as the family.
 */
typedef struct
{
  GArray *nodes;
  GArray *links;
} CsFamilyLinks;

/** cs_family_links_new: Returns: (transfer full): the links of @family */
CsFamilyLinks *cs_family_links_new (const CsFamily *family) G_GNUC_WARN_UNUSED_RESULT;

/** cs_family_links_free: frees it */
void cs_family_links_free (CsFamilyLinks *links);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsFamilyLinks, cs_family_links_free)

G_END_DECLS
