#pragma once

#include "../../store/cs-review-store.h"
#include "../workspace/cs-document.h"

G_BEGIN_DECLS

/**
 * CsReviews:
 *
 * The confirmations of an open draft: who looked through its text, and whether that still holds for
 * the text as it was examined last. Follows the store and the document.
 *
 * Signals: `changed`: there is another one, or one that held does not any more, or the other way
 * round.
 */
#define CS_TYPE_REVIEWS (cs_reviews_get_type ())

G_DECLARE_FINAL_TYPE (CsReviews, cs_reviews, CS, REVIEWS, GObject)

/** cs_reviews_new: Returns: (transfer full): those of @document, on their way from the store */
CsReviews *cs_reviews_new (CsDocument *document);

/** cs_reviews_get_all: Returns: (transfer none) (element-type CsReview): the newest first */
const GPtrArray *cs_reviews_get_all (CsReviews *reviews);

/** cs_reviews_get_author: Returns: (transfer none): who wrote the text, as the store knows; maybe
 * empty */
const char *cs_reviews_get_author (CsReviews *reviews);

/** cs_reviews_get_first: Returns: (transfer none) (nullable): the newest that holds, else the
 * newest */
const CsReview *cs_reviews_get_first (CsReviews *reviews);

/** cs_reviews_holds: Returns: whether @review confirms the text as it is */
gboolean cs_reviews_holds (CsReviews *reviews,
                           const CsReview *review);

/**
 * cs_reviews_add:
 * @reviews: those of a draft that is kept in a store
 * @review: (transfer full): what was confirmed
 * @callback: called when it is kept or refused
 * @data: for @callback
 *
 * Saves the draft first, then keeps @review with it.
 */
void cs_reviews_add (CsReviews *reviews,
                     CsReview *review,
                     GAsyncReadyCallback callback,
                     gpointer data);

/** cs_reviews_add_finish: @error: as cs_draft_store_add_review(), or why the draft could not be
 * saved. Returns: whether it is kept */
gboolean cs_reviews_add_finish (CsReviews *reviews,
                                GAsyncResult *result,
                                GError **error);

G_END_DECLS
