#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CsRoomPage:
 *
 * A page that fills the window beside the sidebar, and fits what it shows to its width: less than
 * that needs it can always become, and then it is told to give way. Popovers that are its children
 * stay at their places.
 */
#define CS_TYPE_ROOM_PAGE (cs_room_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (CsRoomPage, cs_room_page, CS, ROOM_PAGE, AdwBin)

/**
 * CsRoomPageClass:
 * @fit: shows what there is room for in @width, px, soon after it changed; @is_narrow: words give
 *   way to icons; @turned: whether that is new
 */
struct _CsRoomPageClass
{
  AdwBinClass parent_class;

  void (*fit) (CsRoomPage *page, int width, gboolean is_narrow, gboolean turned);
};

G_END_DECLS
