#pragma once

#include "../cs-writer.h"

G_BEGIN_DECLS

/* What is lost whatever manuscript a draft becomes; for nobody else than src/formats. */

/** cs_write_loss_span: Returns: the place [@start, @end) of the text of @part as a span: in the
 * unit that it begins in */
CsSpan cs_write_loss_span (const CsDraft *draft,
                           CsPart part,
                           gsize start,
                           gsize end);

/** cs_write_loss_add_sheet: adds a note that names what the filing sheet says, for manuscripts have
 * none. @with_figure: of the abstract, too */
void cs_write_loss_add_sheet (GArray *notes,
                              const CsDraft *draft,
                              gboolean with_figure);

/** cs_write_loss_add_reading: adds what people said in comments, and what the reader noted, which
 * is no text */
void cs_write_loss_add_reading (GArray *notes,
                                const CsDraft *draft);

/** cs_write_loss_dup_placeholder: Returns: (transfer full): what a reader sees in the place of
 * @object: what it is, in "zh" or "en", and the name of its picture: "[formula a.tif]" */
char *cs_write_loss_dup_placeholder (const CsInlineObject *object,
                                     const char *language);

G_END_DECLS
