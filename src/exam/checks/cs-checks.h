#pragma once

#include "../cs-check.h"

G_BEGIN_DECLS

/* What each file of this folder gives to the table of checks.c, and for nobody else. */

extern const char *const cs_agreement_rules[];
void cs_check_agreement (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_antecedent_basis_rules[];
void cs_check_antecedent_basis (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_claim_numbering_rules[];
void cs_check_claim_numbering (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_claim_reference_rules[];
void cs_check_claim_reference (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_multiple_dependency_rules[];
void cs_check_multiple_dependency (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_claim_form_rules[];
void cs_check_claim_form (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_subject_name_rules[];
void cs_check_subject_name (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_category_rules[];
void cs_check_category (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_term_consistency_rules[];
void cs_check_term_consistency (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_title_rules[];
extern const char *const cs_title_params[];
void cs_check_title (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_abstract_rules[];
extern const char *const cs_abstract_params[];
void cs_check_abstract (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_sections_rules[];
void cs_check_sections (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_figure_references_rules[];
void cs_check_figure_references (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_support_rules[];
void cs_check_support (CsExamContext *context, const CsClaim *claim);
extern const char *const cs_reference_signs_rules[];
void cs_check_reference_signs (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_drawings_rules[];
extern const char *const cs_drawings_params[];
void cs_check_drawings (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_vague_wording_rules[];
void cs_check_vague_wording (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_unity_rules[];
void cs_check_unity (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_conciseness_rules[];
void cs_check_conciseness (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_dependency_content_rules[];
void cs_check_dependency_content (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_breadth_rules[];
void cs_check_breadth (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_essential_features_rules[];
void cs_check_essential_features (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_claim_strategy_rules[];
void cs_check_claim_strategy (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_fees_rules[];
extern const char *const cs_fees_params[];
void cs_check_fees (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_reading_rules[];
void cs_check_reading (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_alternatives_rules[];
extern const char *const cs_alternatives_params[];
void cs_check_alternatives (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_formula_variables_rules[];
void cs_check_formula_variables (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_functional_rules[];
void cs_check_functional (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_negative_limitation_rules[];
void cs_check_negative_limitation (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_product_by_process_rules[];
void cs_check_product_by_process (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_ranges_rules[];
void cs_check_ranges (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_relations_rules[];
void cs_check_relations (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_step_labels_rules[];
void cs_check_step_labels (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_subject_matter_rules[];
void cs_check_subject_matter (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_surplus_wording_rules[];
void cs_check_surplus_wording (CsExamContext *context, const CsClaim *claim);
extern const char *const cs_citations_rules[];
void cs_check_citations (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_description_content_rules[];
void cs_check_description_content (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_description_wording_rules[];
void cs_check_description_wording (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_foreign_words_rules[];
void cs_check_foreign_words (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_placeholders_rules[];
void cs_check_placeholders (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_sequences_rules[];
void cs_check_sequences (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_spelling_rules[];
void cs_check_spelling (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_trademarks_rules[];
void cs_check_trademarks (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_typos_rules[];
void cs_check_typos (CsExamContext *context, const CsClaim *claim);

extern const char *const cs_units_rules[];
void cs_check_units (CsExamContext *context, const CsClaim *claim);

G_END_DECLS
