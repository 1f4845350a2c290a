#pragma once

#include <gtksourceview/gtksource.h>

#include "cs-document.h"

G_BEGIN_DECLS

/**
 * CsTermCompletion:
 *
 * Offers the terms that may be referred to at the cursor of the claims; none while the text is
 * newer than its examination, so that whoever asks waits for that.
 */
#define CS_TYPE_TERM_COMPLETION (cs_term_completion_get_type ())

G_DECLARE_FINAL_TYPE (CsTermCompletion, cs_term_completion, CS, TERM_COMPLETION, GObject)

/** cs_term_completion_new: Returns: (transfer full): a provider for the editor of the claims */
CsTermCompletion *cs_term_completion_new (CsDocument *document);

/** cs_term_completion_is_asked: Returns: whether @iter stands right behind a word that is followed
 * by a term: the place to offer terms unasked */
gboolean cs_term_completion_is_asked (const GtkTextIter *iter);

G_END_DECLS
