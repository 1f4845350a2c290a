#pragma once

#include "cs-number.h"

G_BEGIN_DECLS

/* Which applications are meant by numbers, and what hangs together. Between the files of families,
 * and for nobody else. */

/** CsFamilyNodes: applications by their numbers; those that are one, or of one family, are
 * united */
typedef struct _CsFamilyNodes CsFamilyNodes;

CsFamilyNodes *cs_family_nodes_new (void);

void cs_family_nodes_free (CsFamilyNodes *nodes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsFamilyNodes, cs_family_nodes_free)

/** cs_family_nodes_add: @id, @alias: (nullable): an application; the strings must outlive @nodes */
void cs_family_nodes_add (CsFamilyNodes *nodes, const char *id, const char *alias);

/** cs_family_nodes_settle: to be called once all are added: a number without kind is the one with
 * a kind that there is, if there is but one */
void cs_family_nodes_settle (CsFamilyNodes *nodes);

/** cs_family_nodes_find: Returns: what stands for all that is united with the application @id;
 * it is added when it is new */
guint cs_family_nodes_find (CsFamilyNodes *nodes, const char *id);

/** cs_family_nodes_unite: from now on both are one */
void cs_family_nodes_unite (CsFamilyNodes *nodes, const char *id, const char *other);

/** cs_family_nodes_get_n: Returns: one more than the greatest of cs_family_nodes_find() */
guint cs_family_nodes_get_n (const CsFamilyNodes *nodes);

G_END_DECLS
