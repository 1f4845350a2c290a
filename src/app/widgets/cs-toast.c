#include "cs-toast.h"

AdwToast *
cs_toast_new (const char *text)
{
  g_autofree char *title = g_markup_escape_text (text, -1);

  return adw_toast_new (title);
}

void
cs_toast_show (AdwToastOverlay *overlay, const char *text)
{
  adw_toast_overlay_add_toast (overlay, cs_toast_new (text));
}
