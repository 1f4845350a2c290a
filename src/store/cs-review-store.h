#pragma once

#include "cs-draft-store.h"

G_BEGIN_DECLS

/**
 * CsReview:
 * @reviewer: who looked through the text and confirms it (审核人确认); never called a signature
 * @remark: maybe empty
 * @made_us: when, µs since 1970 UTC
 * @text_sha256: of the text that was confirmed, as cs_draft_dup_sha256()
 * @n_open: findings that stood open then
 *
 * That a second person read a text. It holds for that text alone: once the text is another one, so
 * is its hash.
 */
typedef struct
{
  char *reviewer;
  char *remark;
  gint64 made_us;
  char *text_sha256;
  guint n_open;
} CsReview;

/** cs_review_free: frees @review and its strings */
void cs_review_free (CsReview *review);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsReview, cs_review_free)

/** cs_review_holds: Returns: whether @review confirms the texts of @draft, and no others */
gboolean cs_review_holds (const CsReview *review,
                          const CsDraft *draft);

/**
 * cs_draft_store_add_review:
 * @store: a store
 * @matter: its id
 * @review: what was confirmed
 * @error: %CS_STORE_ERROR_CONFLICT when the text in the store has another hash;
 *   %CS_STORE_ERROR_REVIEWER when the reviewer has no name, or the name of the one who wrote it
 *   last, as cs_draft_store_get_author() tells (width, case and spaces do not count)
 *
 * Returns: whether it is kept
 */
gboolean cs_draft_store_add_review (CsDraftStore *store,
                                    gint64 matter,
                                    const CsReview *review,
                                    GError **error);

/** cs_draft_store_list_reviews: Returns: (transfer full) (element-type CsReview): of @matter, the
 * newest first, or %NULL */
GPtrArray *cs_draft_store_list_reviews (CsDraftStore *store,
                                        gint64 matter,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_draft_store_set_author: remembers @author as the one who writes @matter; empty for nobody.
 * Returns: whether it went well */
gboolean cs_draft_store_set_author (CsDraftStore *store,
                                    gint64 matter,
                                    const char *author,
                                    GError **error);

/** cs_draft_store_get_author: Returns: (transfer full): who writes @matter, maybe empty; %NULL on
 * error */
char *cs_draft_store_get_author (CsDraftStore *store,
                                 gint64 matter,
                                 GError **error);

G_END_DECLS
