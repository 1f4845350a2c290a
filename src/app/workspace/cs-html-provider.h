#pragma once

#include <gtk/gtk.h>

#include "../../base/cs-text.h"

G_BEGIN_DECLS

/**
 * CsHtmlProvider:
 *
 * Rich text for other programs, in a clipboard or a drag: HTML, which is written when one of them
 * asks for it, in another thread.
 */
#define CS_TYPE_HTML_PROVIDER (cs_html_provider_get_type ())

G_DECLARE_FINAL_TYPE (CsHtmlProvider, cs_html_provider, CS, HTML_PROVIDER, GdkContentProvider)

#define CS_HTML_TYPE "text/html"

/** cs_html_provider_new: Returns: (transfer full): what gives @text */
GdkContentProvider *cs_html_provider_new (CsText *text);

/** cs_html_take: reads what @clipboard has of HTML, in another thread, and then calls @callback with
 * @source. Thread: the main one */
void cs_html_take (GdkClipboard *clipboard,
                   GObject *source,
                   GAsyncReadyCallback callback,
                   gpointer data);

/** cs_html_take_finish: Returns: (transfer full) (nullable): the text, maybe empty */
CsText *cs_html_take_finish (GAsyncResult *result);

G_END_DECLS
