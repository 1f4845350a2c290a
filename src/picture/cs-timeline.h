#pragma once

#include "cs-picture.h"

G_BEGIN_DECLS

/* The life of applications, one lane for each. Days are Julian as of GDate, 0 when not known. */

/**
 * CsTimelineMark:
 * @CS_TIMELINE_FILED: ring
 * @CS_TIMELINE_PUBLISHED: diamond
 * @CS_TIMELINE_GRANTED: ticked square
 * @CS_TIMELINE_ENDED: cross: ended by the office or the owner
 * @CS_TIMELINE_LEFT: short bar: goes on elsewhere, in national phases
 *
 * What happened on a day.
 */
typedef enum
{
  CS_TIMELINE_FILED,
  CS_TIMELINE_PUBLISHED,
  CS_TIMELINE_GRANTED,
  CS_TIMELINE_ENDED,
  CS_TIMELINE_LEFT,
  CS_N_TIMELINE_MARKS
} CsTimelineMark;

/**
 * CsTimelineBar:
 * @CS_TIMELINE_PENDING: hollow
 * @CS_TIMELINE_IN_FORCE: solid
 * @CS_TIMELINE_FUTURE: dashes that fade: its term, as far as it can be told
 * @CS_TIMELINE_UNKNOWN: thin dashes: nobody tells
 *
 * What it was from one day to another.
 */
typedef enum
{
  CS_TIMELINE_PENDING,
  CS_TIMELINE_IN_FORCE,
  CS_TIMELINE_FUTURE,
  CS_TIMELINE_UNKNOWN,
  CS_N_TIMELINE_BARS
} CsTimelineBar;

/**
 * CsTimelineWords:
 * @marks: by #CsTimelineMark, as the legend has them
 * @bars: by #CsTimelineBar
 * @links: "priority, continuation, division"
 * @today: "today"
 * @no_dates: "dates not known"
 * @empty: what to say when there is no lane
 *
 * The words of a timeline, in the reader's language; copied.
 */
typedef struct
{
  const char *marks[CS_N_TIMELINE_MARKS];
  const char *bars[CS_N_TIMELINE_BARS];
  const char *links;
  const char *today;
  const char *no_dates;
  const char *empty;
} CsTimelineWords;

/**
 * CsTimelineLane:
 * @id: the caller's name of it
 * @name: "US 18/999,112"
 * @caption: below it: "national phase"
 * @note: behind its end: "refused"; "" for none
 * @is_doubtful: whether its state is not known: a question mark at its end
 *
 * One application. Strings are copied.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *caption;
  const char *note;
  gboolean is_doubtful;
} CsTimelineLane;

/** CsTimeline: one in the making; for one thread */
typedef struct _CsTimeline CsTimeline;

/** cs_timeline_new: @today: a day, 0 for none. Returns: (transfer full): one without lanes */
CsTimeline *cs_timeline_new (const CsTimelineWords *words,
                             guint today) G_GNUC_WARN_UNUSED_RESULT;

/** cs_timeline_free: for one that is given up */
void cs_timeline_free (CsTimeline *timeline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsTimeline, cs_timeline_free)

/** cs_timeline_add_lane: Returns: its number, from 0: lanes stand in this order */
guint cs_timeline_add_lane (CsTimeline *timeline,
                            const CsTimelineLane *lane);

/** cs_timeline_add_mark: @text: what happened, in words: "granted 2025-06-10". A mark without a day
 * is left out. */
void cs_timeline_add_mark (CsTimeline *timeline,
                           guint lane,
                           CsTimelineMark mark,
                           guint day,
                           const char *text);

/** cs_timeline_add_bar: @from, @to: days; a bar that does not end after it begins is left out */
void cs_timeline_add_bar (CsTimeline *timeline,
                          guint lane,
                          CsTimelineBar bar,
                          guint from,
                          guint to);

/** cs_timeline_add_link: @child comes from @parent, both lanes; drawn at the first day of @child */
void cs_timeline_add_link (CsTimeline *timeline,
                           guint parent,
                           guint child);

/** cs_timeline_end: @timeline: (transfer full): what was made. Returns: (transfer full): the
 * picture; lanes can be picked, and marks within them, each with its lane's id */
CsPicture *cs_timeline_end (CsTimeline *timeline) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
