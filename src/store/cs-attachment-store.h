#pragma once

#include "cs-draft-store.h"

G_BEGIN_DECLS

/**
 * CsAttachment:
 * @id: identity in its store
 * @name: base name of the file it was
 * @n_bytes: its length
 * @n_pages: of a PDF; 0 when not told
 * @added_us: when, µs since 1970 UTC
 * @text: its text as far as it has one, pages parted by form feeds
 *
 * A file that lies with a matter: an office action, a search report, test data.
 */
typedef struct
{
  gint64 id;
  char *name;
  guint64 n_bytes;
  guint n_pages;
  gint64 added_us;
  char *text;
} CsAttachment;

/** cs_attachment_free: frees @attachment and its strings */
void cs_attachment_free (CsAttachment *attachment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsAttachment, cs_attachment_free)

/** cs_draft_store_attach: keeps @bytes with @matter; @attachment tells name, pages, text and when
 * (0: now). The same file twice is kept once. Name and text are found by cs_draft_store_list(), the
 * first 2 MB of them. Returns: its id, 0 on error */
gint64 cs_draft_store_attach (CsDraftStore *store,
                              gint64 matter,
                              const CsAttachment *attachment,
                              GBytes *bytes,
                              GError **error);

/** cs_draft_store_detach: takes an attachment away; its bytes go when the bin is emptied. Returns:
 * whether it went well */
gboolean cs_draft_store_detach (CsDraftStore *store,
                                gint64 attachment,
                                GError **error);

/** cs_draft_store_list_attachments: Returns: (transfer full) (element-type CsAttachment): of
 * @matter, in the order added, or %NULL */
GPtrArray *cs_draft_store_list_attachments (CsDraftStore *store,
                                            gint64 matter,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_draft_store_load_attachment: Returns: (transfer full): the bytes, whose SHA-256 was compared,
 * or %NULL */
GBytes *cs_draft_store_load_attachment (CsDraftStore *store,
                                        gint64 attachment,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
