#pragma once

#include "../draft/cs-draft.h"
#include "../draft/cs-term-list.h"
#include "../exam/cs-answer.h"
#include "../exam/cs-decision.h"
#include "../exam/cs-severity.h"

G_BEGIN_DECLS

/** CsStage: how far a matter has come (起草, 预审, 待签, 已递交). */
typedef enum
{
  CS_STAGE_DRAFTING,
  CS_STAGE_PRE_EXAMINATION,
  CS_STAGE_SIGNING,
  CS_STAGE_FILED,
  CS_N_STAGES
} CsStage;

/**
 * CsMatterInfo:
 * @id: identity within its store, never used again
 * @name: what lists call it: the name the user gave, else the title of the application
 * @reference: the user's own number (案号), maybe empty
 * @language: "zh" or "en", that of the draft
 * @offices: bit `1 << CsOffice` for each office whose lists examine it
 * @type: right asked for
 * @stage: how far it has come
 * @in_bin: it was deleted and can be taken back
 * @examined: @n_findings tells something
 * @n_findings: findings by severity when it was last examined, without the waived ones
 * @created_us: when it was made, µs since 1970 UTC
 * @changed_us: when it was last changed by a person
 * @opened_us: when it was last opened, 0 for never
 * @revision: grows with every save of its text
 *
 * What lists show of a matter (案件). A value; the strings are its own.
 */
typedef struct
{
  gint64 id;
  char *name;
  char *reference;
  const char *language;
  guint offices;
  CsRightType type;
  CsStage stage;
  gboolean in_bin;
  gboolean examined;
  guint n_findings[CS_N_SEVERITIES];
  gint64 created_us;
  gint64 changed_us;
  gint64 opened_us;
  guint64 revision;
} CsMatterInfo;

/** cs_matter_info_copy: Returns: (transfer full): a copy */
CsMatterInfo *cs_matter_info_copy (const CsMatterInfo *info);

/** cs_matter_info_free: frees @info and its strings */
void cs_matter_info_free (CsMatterInfo *info);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsMatterInfo, cs_matter_info_free)

/**
 * CsMatter:
 * @info: as in lists
 * @draft: its application, with runs, objects, filing sheet and identities of units
 * @decisions: (element-type CsDecision): all that was decided of its findings, and what was decided
 *   for all matters
 * @answers: (element-type CsAnswer): what was answered to questions of its examinations
 * @term_list: what its author said of terms
 *
 * A matter as it is opened.
 */
typedef struct
{
  CsMatterInfo *info;
  CsDraft *draft;
  GPtrArray *decisions;
  GPtrArray *answers;
  CsTermList *term_list;
} CsMatter;

/** cs_matter_free: frees @matter and all it holds */
void cs_matter_free (CsMatter *matter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsMatter, cs_matter_free)

/** cs_stage_get_name: Returns: (transfer none): "drafting", "pre-examination", "signing",
 * "filed" */
const char *cs_stage_get_name (CsStage stage);

/** cs_stage_from_name: Returns: whether @name is one; then it is in @stage */
gboolean cs_stage_from_name (const char *name,
                             CsStage *stage);

G_END_DECLS
