#pragma once

#include "cs-attachment-store.h"
#include "cs-review-store.h"
#include "cs-store-sql.h"

G_BEGIN_DECLS

/* Rows of the table "matter" and what hangs on them; for nobody else. */

/* Columns for cs_matter_rows_read(), and those of one more of our own behind them. */
#define CS_MATTER_COLUMNS                                                                      \
  "id, name, title, reference, language, offices, type, stage, in_bin, n_errors, n_warnings, " \
  "n_advice, created_us, changed_us, opened_us, revision, uuid, author"
#define CS_MATTER_COLUMN_UUID 16
#define CS_MATTER_COLUMN_AUTHOR 17
#define CS_N_MATTER_COLUMNS 18

/* The clock of the store, µs since 1970 UTC; tests have their own. */
extern gint64 (*cs_store_clock) (void);

/* Returns: (transfer full) (nullable): what the row says; NULL when it is none of ours */
CsMatterInfo *cs_matter_rows_read (const CsStatement *row);

/* Returns: (transfer full) (nullable): the matter @id in lists */
CsMatterInfo *cs_matter_rows_load (const CsDraftStore *store,
                                   gint64 id,
                                   GError **error);

/* Returns: (transfer full): the name of @draft when the user gave none, maybe empty; one line */
char *cs_matter_rows_dup_title (const CsDraft *draft);

/* Returns: (transfer full): "CN US" */
char *cs_matter_rows_dup_offices (guint offices);

/* Writes what is searched for of matter @id, from its rows. */
gboolean cs_matter_rows_index (const CsDraftStore *store,
                               gint64 id,
                               GError **error);

/* Returns: (transfer full): @text as it is searched */
char *cs_matter_rows_dup_folded (const char *text);

/* Puts a matter with its draft, pictures, decisions and terms into @store, within a transaction.
 * Returns: its id, 0 on error */
gint64 cs_matter_rows_insert (CsDraftStore *store,
                              const CsNewMatter *matter,
                              GError **error);

/* Saves the text of a matter within a transaction; see cs_draft_store_save(). */
gboolean cs_matter_rows_save (const CsDraftStore *store,
                              const CsMatterSave *save,
                              GError **error);

/* Keeps the pictures of @draft that are not there yet; see #CsNewMatter. */
gboolean cs_pictures_keep (const CsDraftStore *store,
                           gint64 id,
                           const CsNewMatter *matter,
                           GError **error);

/* Keeps @bytes as picture @name of matter @id. */
gboolean cs_pictures_add (const CsDraftStore *store,
                          gint64 id,
                          const char *name,
                          GBytes *bytes,
                          GError **error);

/* Keeps @bytes as picture @name of matter @id, behind those of that name that are there. */
gboolean cs_pictures_add_older (const CsDraftStore *store,
                                gint64 id,
                                const char *name,
                                GBytes *bytes,
                                GError **error);

/* Keeps @bytes by its @sha256, once. */
gboolean cs_image_rows_put (const CsDraftStore *store,
                            const char *sha256,
                            GBytes *bytes,
                            GError **error);

/* Reads SHA-256 and bytes from @column on. Returns: (transfer full) (nullable): the bytes, NULL
 * when they are not those of the sum */
GBytes *cs_image_rows_read (const CsStatement *row,
                            int column);

/* Deletes the bytes of pictures and attachments that nobody needs. */
gboolean cs_pictures_collect (const CsDraftStore *store,
                              GError **error);

#define CS_DECISION_COLUMNS \
  "id, matter, kind, check_name, rule, fingerprint, unit, part, text, reason, author, made_us"

/* Returns: (transfer full) (nullable): the decision of a row of CS_DECISION_COLUMNS */
CsDecision *cs_decision_rows_read (const CsStatement *row);

/* Writes a decision. @id: of its row, 0 for a new one. Returns: its id, 0 on error */
gint64 cs_decision_rows_insert (const CsDraftStore *store,
                                gint64 matter,
                                const CsDecision *decision,
                                gint64 id,
                                GError **error);

/* Columns for cs_term_rows_read(). */
#define CS_TERM_COLUMNS "name, folded, verdict"

/* What a row says of a term; the name is owned by the caller. Returns: whether it is one of ours */
gboolean cs_term_rows_read (const CsStatement *row,
                            CsTermEntry *entry);

/* Writes what is said of a term of @matter. */
gboolean cs_term_rows_put (const CsDraftStore *store,
                           gint64 matter,
                           const CsTermEntry *entry,
                           GError **error);

/* Columns for cs_review_rows_read(). */
#define CS_REVIEW_COLUMNS "reviewer, remark, made_us, text_sha256, n_open"

/* Returns: (transfer full) (nullable): the review of a row of CS_REVIEW_COLUMNS */
CsReview *cs_review_rows_read (const CsStatement *row);

/* Writes a review of @matter, whoever made it and of whatever text. */
gboolean cs_review_rows_insert (const CsDraftStore *store,
                                gint64 matter,
                                const CsReview *review,
                                GError **error);

/* Remembers that a draft with this @checksum came from elsewhere. @checksum: (nullable) */
gboolean cs_received_rows_put (const CsDraftStore *store,
                               gint64 matter,
                               const char *checksum,
                               GError **error);

/* Columns for cs_attachment_rows_read(), of attachment joined with image. */
#define CS_ATTACHMENT_COLUMNS \
  "attachment.id, name, length (bytes), n_pages, added_us, attachment.text"
#define CS_N_ATTACHMENT_COLUMNS 6

/* Returns: (transfer full) (nullable): the attachment of a row of CS_ATTACHMENT_COLUMNS */
CsAttachment *cs_attachment_rows_read (const CsStatement *row);

/* Keeps @bytes with @matter, once. Returns: id of the attachment, 0 on error */
gint64 cs_attachment_rows_put (const CsDraftStore *store,
                               gint64 matter,
                               const CsAttachment *attachment,
                               GBytes *bytes,
                               GError **error);

/* Keeps the text of matter @id as an automatic version when one is due. Afterwards @kept_us (inout)
 * is when one was kept, and @draft (inout) is the row to be written to, 0 when the old one
 * became the version. */
gboolean cs_versions_keep (const CsDraftStore *store,
                           gint64 id,
                           gint64 *kept_us,
                           gint64 *draft,
                           GError **error);

G_END_DECLS
