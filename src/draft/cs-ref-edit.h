#pragma once

#include "cs-claim-number.h"
#include "cs-claim-ref.h"
#include "cs-edit.h"

G_BEGIN_DECLS

/* Writes the claim numbers of references anew; for nobody else. */

/* Where references are rewritten: in the unit of @part whose text begins at byte @base. */
typedef struct
{
  CsPart part;
  gsize base;
  const char *text;
  const CsClaimRefs *refs;
  GArray *edits;
} CsRefTarget;

/* Adds the edits that make group number @group name the same claims by their new numbers. Only the
 * numbers change, unless what was a range is none any more: then it becomes a list. */
void cs_ref_edit_group (const CsRefTarget *target,
                        guint group,
                        const CsNumberMap *map);

/* Adds those for all references to claims in @part, apart from paragraphs that speak of other
 * documents, whose claims are not ours. */
void cs_ref_edit_part (CsDraft *draft,
                       CsPart part,
                       const CsNumberMap *map,
                       GArray *edits);

G_END_DECLS
