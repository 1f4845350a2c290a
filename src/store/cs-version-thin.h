#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which automatic versions are kept; for nobody else. */

/* @made_us: (array length=n): when each was made, the newest first
 * @keep: (out caller-allocates) (array length=n): all of the last hour, the last of each hour of
 *   the last day, of each day of the last month, of each month before. Hours, days and months are
 *   those of the clock (UTC), so that what was kept once is not dropped for a neighbour later. */
void cs_version_thin (const gint64 *made_us,
                      guint n,
                      gint64 now_us,
                      gboolean *keep);

G_END_DECLS
