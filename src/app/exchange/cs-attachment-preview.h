#pragma once

#include <gtk/gtk.h>

#include "cs-attachment-item.h"

G_BEGIN_DECLS

/**
 * CsAttachmentPreview:
 *
 * The text of an attachment, and a search in it.
 */
#define CS_TYPE_ATTACHMENT_PREVIEW (cs_attachment_preview_get_type ())

G_DECLARE_FINAL_TYPE (CsAttachmentPreview, cs_attachment_preview, CS, ATTACHMENT_PREVIEW, GtkBox)

/** cs_attachment_preview_show: shows @item (nullable) */
void cs_attachment_preview_show (CsAttachmentPreview *preview,
                                 CsAttachmentItem *item);

/** cs_attachment_preview_search: gives the focus to the search, if there is text */
void cs_attachment_preview_search (CsAttachmentPreview *preview);

G_END_DECLS
