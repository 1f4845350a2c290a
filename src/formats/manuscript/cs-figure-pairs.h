#pragma once

#include "../../draft/cs-draft-builder.h"

G_BEGIN_DECLS

/**
 * CsFigurePairs:
 *
 * Pictures and labels of drawings in the order in which they stand on the page, to be paired: some
 * people write 图1 under the picture, some above it, some several in a row. For nobody else than
 * src/formats. Thread: one at a time.
 */
typedef struct _CsFigurePairs CsFigurePairs;

/** cs_figure_pairs_new: Returns: (transfer full): none yet */
CsFigurePairs *cs_figure_pairs_new (void);

/** cs_figure_pairs_free: frees @pairs */
void cs_figure_pairs_free (CsFigurePairs *pairs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsFigurePairs, cs_figure_pairs_free)

/** cs_figure_pairs_is_label: Returns: whether @line reads as the label of a drawing */
gboolean cs_figure_pairs_is_label (const char *line,
                                   gsize n_bytes);

/** cs_figure_pairs_add_picture: the next is a picture: @figure, without label (transfer full) */
void cs_figure_pairs_add_picture (CsFigurePairs *pairs,
                                  const CsFigure *figure);

/** cs_figure_pairs_add_labels: the next is a @line with one label or several */
void cs_figure_pairs_add_labels (CsFigurePairs *pairs,
                                 const char *line,
                                 gsize n_bytes);

/**
 * cs_figure_pairs_end:
 * @pairs: all of them
 * @builder: where the figures go
 *
 * A label goes with the pictures before it when a picture came first of all, else with those behind
 * it. As many labels as pictures in a row are paired one by one; several pictures share one label.
 */
void cs_figure_pairs_end (CsFigurePairs *pairs,
                          CsDraftBuilder *builder);

G_END_DECLS
