#pragma once

#include <gtksourceview/gtksource.h>

#include "cs-document.h"

G_BEGIN_DECLS

/**
 * CsTermCompletion:
 *
 * Offers the terms that may be referred to at the cursor: behind 所述, 该, "the" or "said" by
 * itself, anywhere in the claims when asked for. It waits for the examination of what was typed, so
 * that it never offers what is no longer there, and nobody waits for it.
 */
#define CS_TYPE_TERM_COMPLETION (cs_term_completion_get_type ())

G_DECLARE_FINAL_TYPE (CsTermCompletion, cs_term_completion, CS, TERM_COMPLETION, GObject)

/** cs_term_completion_new: Returns: (transfer full): a provider for the editor of the claims */
CsTermCompletion *cs_term_completion_new (CsDocument *document);

/** cs_term_completion_is_asked: Returns: whether @iter stands right behind a word that is followed
 * by a term: the place to offer terms unasked */
gboolean cs_term_completion_is_asked (const GtkTextIter *iter);

G_END_DECLS
