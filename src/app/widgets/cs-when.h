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

/** cs_when_dup_words: the same in the time zone of this machine; @now_us: the present, µs since
 * 1970 UTC. Returns: (transfer full): the words */
char *cs_when_dup_words (gint64 then_us,
                         gint64 now_us);

G_END_DECLS
