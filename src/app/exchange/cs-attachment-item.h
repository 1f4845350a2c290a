#pragma once

#include "../../store/cs-attachment-store.h"

G_BEGIN_DECLS

/**
 * CsAttachmentItem:
 *
 * A file that lies with a matter, as a list shows it.
 *
 * Properties (read-only): `name` (utf8), `facts` (utf8: "12 pages · 1.2 MB · Today 11:20").
 */
#define CS_TYPE_ATTACHMENT_ITEM (cs_attachment_item_get_type ())

G_DECLARE_FINAL_TYPE (CsAttachmentItem, cs_attachment_item, CS, ATTACHMENT_ITEM, GObject)

/** cs_attachment_item_new: @attachment: (transfer full): what it shows. Returns: (transfer full):
 * an item */
CsAttachmentItem *cs_attachment_item_new (CsAttachment *attachment);

/** cs_attachment_item_get: Returns: (transfer none): what it shows */
CsAttachment *cs_attachment_item_get (CsAttachmentItem *item);

/** cs_attachment_item_get_bytes: Returns: (transfer none) (nullable): its content, kept while it is
 * taken away and may be put back */
GBytes *cs_attachment_item_get_bytes (CsAttachmentItem *item);

/** cs_attachment_item_set_bytes: keeps @bytes (nullable) */
void cs_attachment_item_set_bytes (CsAttachmentItem *item,
                                   GBytes *bytes);

G_END_DECLS
