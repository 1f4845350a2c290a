#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_when_dup_text:
 * @then_us: a moment, µs since 1970 UTC
 * @now: the present, in the time zone in which to tell
 *
 * Says when something was, the nearer the more exactly: Just now (the last minute), Today 11:20,
 * Yesterday, 19 November, 19 November 2025. A moment that has not come yet (a clock put back) is
 * told as a date, or as a time of today.
 *
 * Returns: (transfer full): the words, in the language of the interface
 */
char *cs_when_dup_text (gint64 then_us,
                        GDateTime *now);

G_END_DECLS
