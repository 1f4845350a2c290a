#include <string.h>

#include "checks/cs-checks.h"

/* The one table of checks. */
static const CsCheck checks[] = {
  { "claim-numbering", CS_SCOPE_CLAIMS, cs_claim_numbering_rules, NULL,
    cs_check_claim_numbering },
  { "claim-reference", CS_SCOPE_CLAIMS, cs_claim_reference_rules, NULL,
    cs_check_claim_reference },
  { "multiple-dependency", CS_SCOPE_CLAIMS, cs_multiple_dependency_rules, NULL,
    cs_check_multiple_dependency },
  { "claim-form", CS_SCOPE_CLAIM, cs_claim_form_rules, NULL, cs_check_claim_form },
  { "subject-name", CS_SCOPE_CHAIN, cs_subject_name_rules, NULL, cs_check_subject_name },
  { "category", CS_SCOPE_CLAIM, cs_category_rules, NULL, cs_check_category },
  { "agreement", CS_SCOPE_DRAFT, cs_agreement_rules, NULL, cs_check_agreement },
  { "antecedent-basis", CS_SCOPE_CHAIN, cs_antecedent_basis_rules, NULL,
    cs_check_antecedent_basis },
  { "term-consistency", CS_SCOPE_DRAFT, cs_term_consistency_rules, NULL,
    cs_check_term_consistency },
  { "title", CS_SCOPE_DRAFT, cs_title_rules, cs_title_params, cs_check_title },
  { "abstract", CS_SCOPE_DRAFT, cs_abstract_rules, cs_abstract_params, cs_check_abstract },
  { "sections", CS_SCOPE_DRAFT, cs_sections_rules, NULL, cs_check_sections },
  { "figure-references", CS_SCOPE_DRAFT, cs_figure_references_rules, NULL,
    cs_check_figure_references },
  { "support", CS_SCOPE_DRAFT, cs_support_rules, NULL, cs_check_support },
  { "vague-wording", CS_SCOPE_CLAIM, cs_vague_wording_rules, NULL, cs_check_vague_wording },
  { "unity", CS_SCOPE_CLAIMS, cs_unity_rules, NULL, cs_check_unity },
  { "conciseness", CS_SCOPE_CLAIMS, cs_conciseness_rules, NULL, cs_check_conciseness },
  { "dependency-content", CS_SCOPE_CLAIMS, cs_dependency_content_rules, NULL,
    cs_check_dependency_content },
  { "breadth", CS_SCOPE_DRAFT, cs_breadth_rules, NULL, cs_check_breadth },
  { "essential-features", CS_SCOPE_DRAFT, cs_essential_features_rules, NULL,
    cs_check_essential_features },
  { "claim-strategy", CS_SCOPE_CLAIMS, cs_claim_strategy_rules, NULL, cs_check_claim_strategy },
  { "fees", CS_SCOPE_DRAFT, cs_fees_rules, cs_fees_params, cs_check_fees },
  { "reading", CS_SCOPE_DRAFT, cs_reading_rules, NULL, cs_check_reading },
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
