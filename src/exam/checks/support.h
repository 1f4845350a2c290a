#pragma once

#include "../../draft/cs-support.h"
#include "cs-checks.h"

G_BEGIN_DECLS

/* What the files of the check "support" share; for nobody else. */

/**
 * CsSupportCheck:
 * @context: the run
 * @support: the map
 * @chinese: the language of the draft
 * @reports: word, folded -> its #CsReport: a word that is missing is one fault, wherever it stands
 * @flagged: (element-type gboolean): by feature: something of it was reported
 */
typedef struct
{
  CsExamContext *context;
  const CsSupport *support;
  gboolean chinese;
  GHashTable *reports;
  GArray *flagged;
} CsSupportCheck;

/** cs_support_check_words: terms and other words of the claims that the description does not have
 *  */
void cs_support_check_words (CsSupportCheck *check);

/** cs_support_check_features: features that no paragraph has, though it has their words */
void cs_support_check_features (CsSupportCheck *check);

/** cs_support_check_numbers: values and ranges of the claims */
void cs_support_check_numbers (CsSupportCheck *check);

/** cs_support_check_species: upper terms and what embodies them */
void cs_support_check_species (CsSupportCheck *check);

/** cs_support_get_feature: Returns: (transfer none): the feature of that index */
const CsFeature *cs_support_get_feature (const CsSupportCheck *check,
                                         guint feature);

/** cs_support_find_feature: Returns: index of the feature of @claim that holds @byte, %CS_NO_INDEX
 *  when it stands in none */
guint cs_support_find_feature (const CsSupportCheck *check,
                               guint claim,
                               gsize byte);

/** cs_support_paragraph_span: Returns: all of paragraph @paragraph of the description */
CsSpan cs_support_paragraph_span (const CsSupportCheck *check,
                                  guint paragraph);

G_END_DECLS
