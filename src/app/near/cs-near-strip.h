#pragma once

#include <gtk/gtk.h>

#include "../../service/library/cs-near.h"

G_BEGIN_DECLS

/**
 * CsNearStrip:
 *
 * A mark for each feature of a claim: a disc when most of it was found, half a disc for some, a
 * cross for nothing, a dot when there was nothing to look for. In the ink of the text, for "not
 * found" may be good news here.
 */
#define CS_TYPE_NEAR_STRIP (cs_near_strip_get_type ())

G_DECLARE_FINAL_TYPE (CsNearStrip, cs_near_strip, CS, NEAR_STRIP, GtkWidget)

/** cs_near_strip_set: @states: (array length=n_states): of each feature. Its accessible name tells
 * them, as a tooltip does when there are several */
void cs_near_strip_set (CsNearStrip *strip,
                        const CsNearState *states,
                        guint n_states);

G_END_DECLS
