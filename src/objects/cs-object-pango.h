#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Letters for what is drawn outside a window, in any thread. */

#define CS_OBJECT_SERIF                                                          \
  "Times New Roman, Liberation Serif, Nimbus Roman, SimSun, Noto Serif CJK SC, " \
  "DejaVu Math TeX Gyre, serif"

/* Signs of mathematics: those of Chinese fonts are as wide as two. */
#define CS_OBJECT_SIGNS                                                            \
  "Times New Roman, Liberation Serif, Nimbus Roman, Cambria Math, STIX Two Math, " \
  "DejaVu Math TeX Gyre, SimSun, Noto Serif CJK SC, serif"

/** cs_object_pango_context_new: Returns: (transfer full): a context whose units are points, the
 * same on every surface; of this thread */
PangoContext *cs_object_pango_context_new (void);

G_END_DECLS
