#pragma once

#include <adwaita.h>

#include "../../draft/cs-request.h"

G_BEGIN_DECLS

/**
 * CsFilingFacts:
 *
 * The group of the filing sheet with what only some applications tell: a parent, an international
 * application, a centre for pre-examination, what is declared and requested. Which of them show
 * depends on the route; one that is known shows always.
 *
 * Signals: `changed`.
 */
#define CS_TYPE_FILING_FACTS (cs_filing_facts_get_type ())

G_DECLARE_FINAL_TYPE (CsFilingFacts, cs_filing_facts, CS, FILING_FACTS, AdwPreferencesGroup)

/** cs_filing_facts_show: shows what @request tells */
void cs_filing_facts_show (CsFilingFacts *facts,
                           const CsRequest *request);

/** cs_filing_facts_set_route: shows the facts that matter on @route */
void cs_filing_facts_set_route (CsFilingFacts *facts,
                                CsRoute route);

/** cs_filing_facts_read: puts what is typed and chosen into @request; what is blank is unknown */
void cs_filing_facts_read (CsFilingFacts *facts,
                           CsRequest *request);

/** cs_filing_facts_clear_marks: nothing is wrong any more */
void cs_filing_facts_clear_marks (CsFilingFacts *facts);

/** cs_filing_facts_mark: @words: what is wrong with @fact and what to do */
void cs_filing_facts_mark (CsFilingFacts *facts,
                           CsRequestFact fact,
                           const char *words);

G_END_DECLS
