#pragma once

#include "cs-claim-set.h"
#include "cs-heading.h"

G_BEGIN_DECLS

/**
 * CsSection:
 * @heading: which one
 * @unit: index of the paragraph that is the heading; %CS_NO_INDEX for the text before the first
 * @first: index of its first paragraph
 * @end: one past its last paragraph
 * @standard: whether the heading reads as the office wants it
 *
 * One section of the description.
 */
typedef struct
{
  CsHeading heading;
  guint unit;
  guint first;
  guint end;
  gboolean standard;
} CsSection;

/**
 * CsFigureMention:
 * @label: the figure in its canonical form, "1", "2a", "10B"
 * @span: where it is mentioned
 * @listed: it stands at the head of a line of the list of figures (附图说明)
 */
typedef struct
{
  char *label;
  CsSpan span;
  gboolean listed;
} CsFigureMention;

/**
 * CsSign:
 * @sign: as printed, "10", "M1", "2a4"
 * @name: the part it marks
 * @span: where that is said
 *
 * One line of the table of reference signs (附图标记说明).
 */
typedef struct
{
  char *sign;
  char *name;
  CsSpan span;
} CsSign;

/**
 * CsDescription:
 *
 * The description of a draft, analysed. Immutable.
 */
typedef struct _CsDescription CsDescription;

/**
 * cs_description_new:
 * @draft: (transfer none): a draft, with or without a description; a reference is kept
 *
 * Finds sections, mentions of figures (in description, claims and abstract) and the table of signs.
 * Total. Linear in the length of the text. Thread: any.
 *
 * Returns: (transfer full): the analysis
 */
CsDescription *cs_description_new (CsDraft *draft) G_GNUC_WARN_UNUSED_RESULT;

/** cs_description_ref: Returns: (transfer full): @description. Thread: any. */
CsDescription *cs_description_ref (CsDescription *description);

/** cs_description_unref: Thread: any. */
void cs_description_unref (CsDescription *description);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsDescription, cs_description_unref)

/** cs_description_get_sections: Returns: (transfer none) (element-type CsSection): in text order */
const GArray *cs_description_get_sections (const CsDescription *description);

/** cs_description_find_section: Returns: (nullable): the first section with that heading */
const CsSection *cs_description_find_section (const CsDescription *description,
                                              CsHeading heading);

/** cs_description_get_figures: Returns: (transfer none) (element-type CsFigureMention) */
const GArray *cs_description_get_figures (const CsDescription *description);

/**
 * cs_description_find_figures:
 * @description: an analysis
 * @part: abstract, claims or description
 * @index: a unit of it
 * @n_figures: (out): how many
 *
 * O(log n).
 *
 * Returns: (array length=n_figures) (transfer none) (nullable): the figures that this unit mentions
 */
const CsFigureMention *cs_description_find_figures (const CsDescription *description,
                                                    CsPart part,
                                                    guint index,
                                                    guint *n_figures);

/** cs_description_get_signs: Returns: (transfer none) (element-type CsSign): in text order */
const GArray *cs_description_get_signs (const CsDescription *description);

/**
 * cs_figure_label_canonical:
 * @label: as printed: "图1", "图 2(a)", "FIG. 10B", "3"
 *
 * Returns: (transfer full) (nullable): "1", "2a", "10b"; %NULL when there is no number in it
 */
char *cs_figure_label_canonical (const char *label);

G_END_DECLS
