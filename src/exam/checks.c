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
  { "drawings", CS_SCOPE_DRAFT, cs_drawings_rules, cs_drawings_params, cs_check_drawings },
  { "reference-signs", CS_SCOPE_DRAFT, cs_reference_signs_rules, NULL, cs_check_reference_signs },
  { "vague-wording", CS_SCOPE_CLAIMS, cs_vague_wording_rules, NULL, cs_check_vague_wording },
  { "ranges", CS_SCOPE_CLAIM, cs_ranges_rules, NULL,
    cs_check_ranges },
  { "alternatives", CS_SCOPE_CLAIM, cs_alternatives_rules, cs_alternatives_params,
    cs_check_alternatives },
  { "functional", CS_SCOPE_CLAIM, cs_functional_rules, NULL,
    cs_check_functional },
  { "product-by-process", CS_SCOPE_CLAIM, cs_product_by_process_rules, NULL,
    cs_check_product_by_process },
  { "subject-matter", CS_SCOPE_CLAIM, cs_subject_matter_rules, NULL,
    cs_check_subject_matter },
  { "step-labels", CS_SCOPE_CHAIN, cs_step_labels_rules, NULL,
    cs_check_step_labels },
  { "formula-variables", CS_SCOPE_CHAIN, cs_formula_variables_rules, NULL,
    cs_check_formula_variables },
  { "negative-limitation", CS_SCOPE_CLAIM, cs_negative_limitation_rules, NULL,
    cs_check_negative_limitation },
  { "relations", CS_SCOPE_CLAIM, cs_relations_rules, NULL,
    cs_check_relations },
  { "surplus-wording", CS_SCOPE_CLAIM, cs_surplus_wording_rules, NULL,
    cs_check_surplus_wording },
  { "unity", CS_SCOPE_CLAIMS, cs_unity_rules, NULL, cs_check_unity },
  { "conciseness", CS_SCOPE_CLAIMS, cs_conciseness_rules, NULL, cs_check_conciseness },
  { "dependency-content", CS_SCOPE_CLAIMS, cs_dependency_content_rules, NULL,
    cs_check_dependency_content },
  { "breadth", CS_SCOPE_DRAFT, cs_breadth_rules, NULL, cs_check_breadth },
  { "essential-features", CS_SCOPE_DRAFT, cs_essential_features_rules, NULL,
    cs_check_essential_features },
  { "claim-strategy", CS_SCOPE_CLAIMS, cs_claim_strategy_rules, NULL, cs_check_claim_strategy },
  { "fees", CS_SCOPE_DRAFT, cs_fees_rules, cs_fees_params, cs_check_fees },
  { "citations", CS_SCOPE_DRAFT, cs_citations_rules, NULL, cs_check_citations },
  { "description-content", CS_SCOPE_DRAFT, cs_description_content_rules, NULL,
    cs_check_description_content },
  { "description-wording", CS_SCOPE_DRAFT, cs_description_wording_rules, NULL,
    cs_check_description_wording },
  { "foreign-words", CS_SCOPE_DRAFT, cs_foreign_words_rules, NULL, cs_check_foreign_words },
  { "placeholders", CS_SCOPE_DRAFT, cs_placeholders_rules, NULL, cs_check_placeholders },
  { "sequences", CS_SCOPE_DRAFT, cs_sequences_rules, NULL, cs_check_sequences },
  { "spelling", CS_SCOPE_DRAFT, cs_spelling_rules, NULL, cs_check_spelling },
  { "trademarks", CS_SCOPE_DRAFT, cs_trademarks_rules, NULL, cs_check_trademarks },
  { "typos", CS_SCOPE_DRAFT, cs_typos_rules, NULL, cs_check_typos },
  { "units", CS_SCOPE_DRAFT, cs_units_rules, NULL, cs_check_units },
  { "request", CS_SCOPE_DRAFT, cs_request_rules, cs_request_params, cs_check_request },
  { "centre", CS_SCOPE_DRAFT, cs_centre_rules, NULL, cs_check_centre },
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
