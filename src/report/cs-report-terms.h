#pragma once

#include "../draft/cs-terms.h"
#include "cs-report.h"

G_BEGIN_DECLS

/**
 * cs_report_terms_text:
 * @out: where to append
 * @draft: the application
 * @terms: the terms of its claims
 * @options: how
 *
 * Writes the terms as a table: name, reference sign, where first introduced, the claims that use
 * it, and what is referred to without having been introduced. Nothing from a file can control the
 * terminal. Thread: any.
 */
void cs_report_terms_text (GString *out,
                           const CsDraft *draft,
                           const CsTerms *terms,
                           const CsReportOptions *options);

/**
 * cs_report_terms_json:
 * @out: where to append one line
 * @draft: the application
 * @terms: the terms of its claims
 *
 * Writes the terms of a document as one line of JSON: "terms", each with "name", "sign",
 * "confirmed", "introduced" (a place, null when it is only referred to) and "uses" (places, with
 * what each is and rests on). Positions are code points. Thread: any.
 */
void cs_report_terms_json (GString *out,
                           const CsDraft *draft,
                           const CsTerms *terms);

G_END_DECLS
