#pragma once

/* A timeline inside: for nobody else. */

#include "cs-pen.h"
#include "cs-timeline.h"

G_BEGIN_DECLS

#define CS_TIMELINE_LAST_DAY 3652059 /* 9999-12-31 */

typedef struct
{
  CsTimelineMark mark;
  guint day;
  char *text;
} Mark;

typedef struct
{
  CsTimelineBar bar;
  guint from;
  guint to;
} Bar;

typedef struct
{
  char *id;
  char *name;
  char *caption;
  char *note;
  gboolean is_doubtful;
  GArray *marks;
  GArray *bars;
  guint first; /* day, 0 when it has none */
  guint last;
} Lane;

typedef struct
{
  guint parent;
  guint child;
} Link;

struct _CsTimeline
{
  char *marks[CS_N_TIMELINE_MARKS];
  char *bars[CS_N_TIMELINE_BARS];
  char *links_word;
  char *today_word;
  char *no_dates;
  char *empty;
  guint today;
  GPtrArray *lanes;
  GArray *links;
  guint first; /* day at the left */
  guint last;  /* day at the right */
};

/** cs_timeline_draw: a #CsPictureDraw of a #CsTimeline */
void cs_timeline_draw (gconstpointer data,
                       CsPen *pen);

G_END_DECLS
