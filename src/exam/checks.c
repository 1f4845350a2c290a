#include <string.h>

#include "checks/cs-checks.h"

/* Rules of the checks that are announced and not there yet. */
#define PENDING_RULES(check, ...) static const char *const check##_rules[] = { __VA_ARGS__, NULL }

PENDING_RULES (claim_numbering, "gap", "repeated", "start", "order", "unnumbered", "prefix");
PENDING_RULES (claim_reference, "self", "forward", "missing", "cancelled", "unreadable", "misprint");
PENDING_RULES (multiple_dependency, "not-alternative", "bare-list", "on-multiple", "on-multiple-indirect", "two-sets");
PENDING_RULES (claim_form, "inner-stop", "no-stop", "line-end", "figure", "figure-accepted", "omnibus", "description-part", "picture", "capital", "two-part-missing", "two-part-repeated", "empty-limitation", "first-dependent", "bracket-preference", "no-transition", "jepson", "characterised", "indentation", "lead-in");
PENDING_RULES (subject_name, "different", "category-change", "reworded");
PENDING_RULES (category, "unclear", "mixed", "unknown", "use", "program", "quoted");
PENDING_RULES (title, "missing", "mismatch", "long", "too-long", "non-technical", "vague", "generic", "promotional", "punctuation", "dropped-word", "category-missing", "characters");
PENDING_RULES (abstract, "missing", "too-long", "long", "short", "promotional", "heading", "paragraphs", "picture", "legal-phrase", "implied-phrase", "merit", "no-name");
PENDING_RULES (sections, "missing", "order", "empty", "non-standard", "title-line", "title-prefix", "claim-quote", "wrong-type");
PENDING_RULES (figure_references, "not-listed", "not-filed", "not-cited", "numbering", "single");
PENDING_RULES (vague_wording, "exemplary", "preference", "approximation", "open-list", "relative", "hedge", "subjective", "degree", "optional");
PENDING_RULES (reading, "unknown-entity", "guessed-encoding", "replaced-characters", "dropped-object", "missing-image", "unreadable-file", "other-version", "double-number", "joined-lines", "more-notes");

/* The one table of checks. */
static const CsCheck checks[] = {
  { "claim-numbering", CS_SCOPE_CLAIMS, claim_numbering_rules, NULL, NULL },
  { "claim-reference", CS_SCOPE_CLAIM, claim_reference_rules, NULL, NULL },
  { "multiple-dependency", CS_SCOPE_CHAIN, multiple_dependency_rules, NULL, NULL },
  { "claim-form", CS_SCOPE_CLAIM, claim_form_rules, NULL, NULL },
  { "subject-name", CS_SCOPE_CHAIN, subject_name_rules, NULL, NULL },
  { "category", CS_SCOPE_CLAIM, category_rules, NULL, NULL },
  { "title", CS_SCOPE_DRAFT, title_rules, NULL, NULL },
  { "abstract", CS_SCOPE_DRAFT, abstract_rules, NULL, NULL },
  { "sections", CS_SCOPE_DRAFT, sections_rules, NULL, NULL },
  { "figure-references", CS_SCOPE_DRAFT, figure_references_rules, NULL, NULL },
  { "vague-wording", CS_SCOPE_CLAIM, vague_wording_rules, NULL, NULL },
  { "reading", CS_SCOPE_DRAFT, reading_rules, NULL, NULL },
};

const CsCheck *
cs_check_get_all (guint *n_checks)
{
  *n_checks = G_N_ELEMENTS (checks);

  return checks;
}

const CsCheck *
cs_check_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (strcmp (checks[i].name, name) == 0)
      return &checks[i];

  return NULL;
}
