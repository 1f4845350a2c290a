#pragma once

#include "../draft/cs-claim-set.h"
#include "../draft/cs-draft.h"

G_BEGIN_DECLS

/**
 * CsTrigger:
 * @classes: (array zero-terminated=1) (nullable): an IPC symbol of the application begins with one
 * @words: (nullable): a word of this class of resources/lexicons/triggers.LANGUAGE.tsv stands in
 *   @parts
 * @parts: bit `1 << CsPart` for each, 0 for title and claims
 * @categories: bit `1 << CsCategory`: a claim is of one of these
 * @fact: (nullable): a name of cs_trigger_list_facts()
 * @is_not: the fact must not hold
 *
 * When an item is asked: all that is given must hold. A question that a matter gives no cause for
 * is not put, so that those that are put get read.
 */
typedef struct
{
  char **classes;
  char *words;
  guint parts;
  guint categories;
  char *fact;
  gboolean is_not;
} CsTrigger;

/** CS_TRIGGER_FINDINGS: the fact that the item's own check found something: words that are excluded
 *  open a question, and decide nothing */
#define CS_TRIGGER_FINDINGS "findings"

/** CsCue: a word of a class of the lexicon of triggers, and where it stands */
typedef struct
{
  const char *kind;
  CsSpan where;
} CsCue;

/** cs_trigger_clear: frees what @trigger holds */
void cs_trigger_clear (CsTrigger *trigger);

/** cs_trigger_list_facts: Returns: (array zero-terminated=1) (transfer none): "figures",
 *  "priority", "several-applicants", ... */
const char *const *cs_trigger_list_facts (void);

/**
 * cs_trigger_find_cues:
 * @draft: a draft
 *
 * Title, abstract, claims and description, for all triggers. Thread: any.
 *
 * Returns: (transfer full) (element-type CsCue): in the order of the text, part by part
 */
GArray *cs_trigger_find_cues (const CsDraft *draft);

/** cs_trigger_takes: Returns: whether @cue is one that @trigger looks for */
gboolean cs_trigger_takes (const CsTrigger *trigger,
                           const CsCue *cue);

/**
 * cs_trigger_is_met:
 * @trigger: a trigger
 * @draft: a draft
 * @claims: its claims
 * @cues: (element-type CsCue): of @draft
 *
 * What the filing sheet does not tell does not hold; a class that is not known may be any.
 *
 * Returns: whether all that @trigger asks for holds
 */
gboolean cs_trigger_is_met (const CsTrigger *trigger,
                            const CsDraft *draft,
                            const CsClaimSet *claims,
                            const GArray *cues);

G_END_DECLS
