#pragma once

#include "../../service/cs-store-service.h"
#include "cs-attachment-item.h"

G_BEGIN_DECLS

/**
 * CsAttachments:
 *
 * The files that lie with a matter: the list, and what can be done with it. Files are read in a
 * thread and kept one after the other; what was kept stays when it is stopped.
 *
 * Properties (read-only): `loading` (gboolean: the list is on its way), `adding` (gboolean: files
 * are being added), `file` (utf8: base name of what is being read), `fraction` (double: of the
 * files to add, 0 to 1).
 * Signals: `added (CsAttachmentItem *item)`: it is kept, or was already; `removed (CsAttachmentItem
 * *item)`: it is not in the list any more; `told (const char *words)`: why something could not be
 * done, or was not done as one might expect.
 */
#define CS_TYPE_ATTACHMENTS (cs_attachments_get_type ())

G_DECLARE_FINAL_TYPE (CsAttachments, cs_attachments, CS, ATTACHMENTS, GObject)

/** cs_attachments_new: Returns: (transfer full): those of @matter in @service, on their way */
CsAttachments *cs_attachments_new (CsStoreService *service,
                                   gint64 matter);

/** cs_attachments_get_model: Returns: (transfer none): the list, of CsAttachmentItem */
GListModel *cs_attachments_get_model (CsAttachments *attachments);

/** cs_attachments_add: adds the files @paths (array zero-terminated=1) after those being added */
void cs_attachments_add (CsAttachments *attachments,
                         const char *const *paths);

/** cs_attachments_stop: adds no more files */
void cs_attachments_stop (CsAttachments *attachments);

/** cs_attachments_remove: takes @item away, so that it can be put back */
void cs_attachments_remove (CsAttachments *attachments,
                            CsAttachmentItem *item);

/** cs_attachments_put_back: keeps again what cs_attachments_remove() took away */
void cs_attachments_put_back (CsAttachments *attachments,
                              CsAttachmentItem *item);

/** cs_attachments_save: writes the content of @item to @path (0600); @callback when that is done or
 * has failed */
void cs_attachments_save (CsAttachments *attachments,
                          CsAttachmentItem *item,
                          const char *path,
                          GAsyncReadyCallback callback,
                          gpointer data);

/** cs_attachments_save_finish: Returns: whether the file is on the disk */
gboolean cs_attachments_save_finish (CsAttachments *attachments,
                                     GAsyncResult *result,
                                     GError **error);

G_END_DECLS
