#include "cs-timeline-private.h"

#define DAYS_A_YEAR 365.25

static void
lane_free (gpointer data)
{
  Lane *lane = data;

  g_free (lane->id);
  g_free (lane->name);
  g_free (lane->caption);
  g_free (lane->note);
  g_array_unref (lane->marks);
  g_array_unref (lane->bars);
  g_free (lane);
}

static void
mark_clear (gpointer data)
{
  g_free (((Mark *)data)->text);
}

CsTimeline *
cs_timeline_new (const CsTimelineWords *words, guint today)
{
  CsTimeline *timeline = g_new0 (CsTimeline, 1);

  for (guint i = 0; i < CS_N_TIMELINE_MARKS; i++)
    timeline->marks[i] = g_strdup (words->marks[i]);
  for (guint i = 0; i < CS_N_TIMELINE_BARS; i++)
    timeline->bars[i] = g_strdup (words->bars[i]);
  timeline->links_word = g_strdup (words->links);
  timeline->today_word = g_strdup (words->today);
  timeline->no_dates = g_strdup (words->no_dates);
  timeline->empty = g_strdup (words->empty);
  timeline->today = today;
  timeline->lanes = g_ptr_array_new_with_free_func (lane_free);
  timeline->links = g_array_new (FALSE, FALSE, sizeof (Link));
  return timeline;
}

void
cs_timeline_free (CsTimeline *timeline)
{
  for (guint i = 0; i < CS_N_TIMELINE_MARKS; i++)
    g_free (timeline->marks[i]);
  for (guint i = 0; i < CS_N_TIMELINE_BARS; i++)
    g_free (timeline->bars[i]);
  g_free (timeline->links_word);
  g_free (timeline->today_word);
  g_free (timeline->no_dates);
  g_free (timeline->empty);
  g_ptr_array_unref (timeline->lanes);
  g_array_unref (timeline->links);
  g_free (timeline);
}

guint
cs_timeline_add_lane (CsTimeline *timeline, const CsTimelineLane *lane)
{
  Lane *copy = g_new0 (Lane, 1);

  copy->id = g_strdup (lane->id);
  copy->name = g_strdup (lane->name);
  copy->caption = g_strdup (lane->caption);
  copy->note = g_strdup (lane->note == NULL ? "" : lane->note);
  copy->is_doubtful = lane->is_doubtful;
  copy->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (copy->marks, mark_clear);
  copy->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  g_ptr_array_add (timeline->lanes, copy);
  return timeline->lanes->len - 1;
}

/* Days that no calendar of ours has are not known. */
static gboolean
is_day (guint day)
{
  return day > 0 && g_date_valid_julian (day) && day < CS_TIMELINE_LAST_DAY;
}

static void
reach (CsTimeline *timeline, Lane *lane, guint day)
{
  if (timeline->first == 0 || day < timeline->first)
    timeline->first = day;
  timeline->last = MAX (timeline->last, day);
  if (lane->first == 0 || day < lane->first)
    lane->first = day;
  lane->last = MAX (lane->last, day);
}

void
cs_timeline_add_mark (CsTimeline *timeline,
                      guint lane,
                      CsTimelineMark mark,
                      guint day,
                      const char *text)
{
  Mark copy = { mark, day, NULL };

  if (lane >= timeline->lanes->len || !is_day (day))
    return;
  copy.text = g_strdup (text == NULL ? "" : text);
  g_array_append_val (((Lane *)timeline->lanes->pdata[lane])->marks, copy);
  reach (timeline, timeline->lanes->pdata[lane], day);
}

void
cs_timeline_add_bar (CsTimeline *timeline, guint lane, CsTimelineBar bar, guint from, guint to)
{
  Bar copy = { bar, from, to };
  Lane *of = lane < timeline->lanes->len ? timeline->lanes->pdata[lane] : NULL;

  if (of == NULL || !is_day (from) || !is_day (to) || to <= from)
    return;
  g_array_append_val (of->bars, copy);
  if (bar == CS_TIMELINE_FUTURE)
    return; /* is drawn as far as there is room */
  reach (timeline, of, from);
  reach (timeline, of, to);
}

void
cs_timeline_add_link (CsTimeline *timeline, guint parent, guint child)
{
  Link link = { parent, child };

  if (parent < timeline->lanes->len && child < timeline->lanes->len && parent != child)
    g_array_append_val (timeline->links, link);
}

CsPicture *
cs_timeline_end (CsTimeline *timeline)
{
  guint last = MAX (timeline->last, timeline->today);
  guint span;

  if (timeline->first == 0)
    timeline->first = timeline->today;
  /* Air at both ends, for rings and for what is to come. */
  span = MAX (last - timeline->first, (guint)DAYS_A_YEAR);
  timeline->first -= MIN (timeline->first - 1, MAX (span / 30, 60));
  timeline->last = last + MAX (span / 8, (guint)DAYS_A_YEAR * 2 / 3);
  return cs_picture_new (cs_timeline_draw, timeline, (GDestroyNotify)cs_timeline_free);
}
