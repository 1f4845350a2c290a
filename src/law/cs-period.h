#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_period_end:
 * @from: the day a period begins with
 * @months: its length
 * @last: (out): its last day
 *
 * A period of months ends on the day of the same number, or on the last of a month that has none; a
 * last day on a Saturday or Sunday moves to the Monday. Holidays and working Saturdays are not
 * known here: what is late by days only has to be looked at by a person. Source: Rules (2023) r. 5;
 * Paris Convention Art. 4C(3). Thread: any.
 */
void cs_period_end (const GDate *from,
                    guint months,
                    GDate *last);

G_END_DECLS
