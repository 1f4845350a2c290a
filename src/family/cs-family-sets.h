#pragma once

#include "cs-family-nodes.h"
#include "cs-family.h"

G_BEGIN_DECLS

/* The priorities that count for the simple families of applications. Between the files of families,
 * and for nobody else. */

/** CsFamilySets: for each member the set of priorities that counts */
typedef struct _CsFamilySets CsFamilySets;

/** cs_family_sets_new: @nodes: settled, with all numbers of @members; both must outlive the sets.
 * Returns: (transfer full): the sets of all members */
CsFamilySets *
cs_family_sets_new (CsFamilyNodes *nodes, const CsFamilyMember *members, guint n_members);

void cs_family_sets_free (CsFamilySets *sets);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsFamilySets, cs_family_sets_free)

/** cs_family_sets_get: Returns: (transfer none): what stands for the set of a member: equal sets
 * have the same pointer */
gconstpointer cs_family_sets_get (const CsFamilySets *sets, guint member);

/** cs_family_sets_get_first: Returns: the first member that is the same application */
guint cs_family_sets_get_first (const CsFamilySets *sets, guint member);

G_END_DECLS
