#include <math.h>
#include <string.h>

#include "cs-timeline-private.h"

#define LANE_HEIGHT 53.0
#define HEAD_HEIGHT 40.0
#define LEGEND_LINE 26.0
#define BAR_HEIGHT 9.0
#define MIN_NAMES 96.0 /* column of the names */
#define MAX_NAMES 190.0
#define MIN_YEAR_WIDTH 42.0 /* room for "2026" */
#define SIDE 18.0           /* left of the names */
#define GAP 12.0

/* Where things are on the paper. */
typedef struct
{
  const CsTimeline *timeline;
  CsPen *pen;
  double pill_left; /* where the word of today stands */
  double pill_right;
  double left; /* of the days */
  double right;
  double top; /* of the lanes */
  double bottom;
} Plan;

static double
x_of (const Plan *plan, guint day)
{
  const CsTimeline *timeline = plan->timeline;
  double share = ((double)day - timeline->first) / MAX (timeline->last - timeline->first, 1);

  return plan->left + CLAMP (share, 0, 1) * (plan->right - plan->left);
}

static double
y_of (const Plan *plan, guint lane)
{
  return plan->top + (lane + 0.5) * LANE_HEIGHT;
}

/* --- years --- */

static guint
year_of (guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, MAX (day, 1));
  return g_date_get_year (&date);
}

static guint
first_day_of (guint year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, (GDateYear)year);
  return g_date_get_julian (&date);
}

static guint
choose_step (const Plan *plan)
{
  static const guint steps[] = { 1, 2, 5, 10, 20, 50, 100, 1000 };
  double years = (plan->timeline->last - plan->timeline->first) / 365.25;
  double of_year = (plan->right - plan->left) / MAX (years, 1);
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (steps) && of_year * steps[i] < MIN_YEAR_WIDTH)
    i++;
  return steps[i];
}

/* The year is not written where the word of today stands. */
static gboolean
is_at_today (const Plan *plan, double x)
{
  return x + 18 > plan->pill_left && x - 18 < plan->pill_right;
}

static void
draw_years (const Plan *plan)
{
  const CsTimeline *timeline = plan->timeline;
  guint step = choose_step (plan);
  guint year = year_of (timeline->first) / step * step;
  guint last = year_of (timeline->last);

  for (; year <= last; year += step)
    {
      double from = year == 0 ? plan->left : x_of (plan, first_day_of (year));
      double to = x_of (plan, first_day_of (MIN (year + step, 9999)));
      double x = (from + to) / 2;
      char text[16];

      cs_pen_ink (plan->pen, CS_PICTURE_LINE);
      if (from > plan->left + 1)
        cs_pen_line (plan->pen, from, plan->top - 6, from, plan->bottom);
      g_snprintf (text, sizeof text, "%u", year);
      if (step > 1)
        x = from + MIN_YEAR_WIDTH / 2;
      if (to - from >= MIN_YEAR_WIDTH - 2 && !is_at_today (plan, x))
        cs_pen_text (plan->pen, x, plan->top - 20, text,
                     (CsPenText){ CS_PICTURE_DIM, 0.95, FALSE, 0.5, 0 });
    }
}

static void
draw_future (const Plan *plan)
{
  double x = x_of (plan, plan->timeline->today);

  if (plan->timeline->today == 0)
    return;
  cs_pen_ink (plan->pen, CS_PICTURE_SHADE);
  cairo_rectangle (plan->pen->cairo, x, plan->top - 6, plan->right - x,
                   plan->bottom - plan->top + 6);
  cairo_fill (plan->pen->cairo);
}

static void
place_today (Plan *plan)
{
  CsPenText how = { CS_PICTURE_PAPER, CS_PEN_SMALL, TRUE, 0.5, 0 };
  double width = cs_pen_measure_text (plan->pen, plan->timeline->today_word, how) + 20;
  double x = x_of (plan, plan->timeline->today);

  plan->pill_left = plan->pill_right = -MIN_YEAR_WIDTH;
  if (plan->timeline->today == 0)
    return;
  plan->pill_left = CLAMP (x - width / 2, 0, plan->pen->width - width - 1);
  plan->pill_right = plan->pill_left + width;
}

static void
draw_today (const Plan *plan)
{
  CsPen *pen = plan->pen;
  CsPenText how = { CS_PICTURE_PAPER, CS_PEN_SMALL, TRUE, 0.5, 0 };
  double x = floor (x_of (plan, plan->timeline->today));
  double width = plan->pill_right - plan->pill_left;

  if (plan->timeline->today == 0)
    return;
  cs_pen_ink (pen, CS_PICTURE_WARN);
  cairo_rectangle (pen->cairo, x - 0.5, plan->top - 14, 2, plan->bottom - plan->top + 14);
  cairo_fill (pen->cairo);
  cs_pen_round (pen, plan->pill_left, plan->top - 30, width, 18, 9);
  cairo_fill (pen->cairo);
  cs_pen_text (pen, plan->pill_left + width / 2, plan->top - 21, plan->timeline->today_word, how);
}

/* --- lanes --- */

static void
draw_future_dashes (CsPen *pen, double from, double to, double y)
{
  double x = from + 6;

  for (guint i = 0; i < 6 && x + 10 <= to; i++, x += 17)
    {
      cs_pen_round (pen, x, y - 3, 10, 6, 2);
      cs_pen_ink_faded (pen, CS_PICTURE_GOOD, 0.6 - i * 0.09);
      cairo_fill (pen->cairo);
    }
}

static void
draw_bar (const Plan *plan, const Bar *bar, double y)
{
  static const double dashes[] = { 3, 4 };
  CsPen *pen = plan->pen;
  double from = x_of (plan, bar->from);
  double to = x_of (plan, bar->to);

  if (bar->bar == CS_TIMELINE_FUTURE)
    {
      draw_future_dashes (pen, from, to, y);
      return;
    }
  if (bar->bar == CS_TIMELINE_UNKNOWN)
    {
      cairo_set_dash (pen->cairo, dashes, 2, 0);
      cs_pen_ink (pen, CS_PICTURE_DOUBT);
      cs_pen_line (pen, from, y, to, y);
      cairo_set_dash (pen->cairo, NULL, 0, 0);
      return;
    }
  if (bar->bar == CS_TIMELINE_IN_FORCE)
    {
      cairo_rectangle (pen->cairo, from, y - BAR_HEIGHT / 2, to - from, BAR_HEIGHT);
      cs_pen_ink (pen, CS_PICTURE_GOOD);
      cairo_fill (pen->cairo);
      return;
    }
  cs_pen_round (pen, from, y - BAR_HEIGHT / 2, to - from, BAR_HEIGHT, 4);
  cs_pen_ink (pen, CS_PICTURE_TINT);
  cairo_fill_preserve (pen->cairo);
  cs_pen_ink (pen, CS_PICTURE_ACCENT);
  cairo_stroke (pen->cairo);
}

static void
draw_mark (const Plan *plan, const Lane *lane, const Mark *mark, double y)
{
  static void (*const shapes[CS_N_TIMELINE_MARKS]) (CsPen *, double, double) = {
    cs_pen_ring, cs_pen_diamond, cs_pen_tick, cs_pen_cross, NULL
  };
  CsPen *pen = plan->pen;
  double x = x_of (plan, mark->day);

  if (shapes[mark->mark] != NULL)
    shapes[mark->mark](pen, x, y);
  else
    {
      cs_pen_ink (pen, CS_PICTURE_DIM);
      cairo_rectangle (pen->cairo, x - 1, y - 8, 2.4, 16);
      cairo_fill (pen->cairo);
    }
  cs_pen_pick (pen, (cairo_rectangle_t){ x - 9, y - 9, 18, 18 }, lane->id, mark->text);
}

static void
draw_names (const Plan *plan, const Lane *lane, double y)
{
  double room = plan->left - SIDE - GAP;
  gboolean has_caption = lane->caption != NULL && lane->caption[0] != '\0';

  cs_pen_text (plan->pen, SIDE, has_caption ? y - 8 : y, lane->name,
               (CsPenText){ CS_PICTURE_INK, 1, TRUE, 0, room });
  if (has_caption)
    cs_pen_text (plan->pen, SIDE, y + 10, lane->caption,
                 (CsPenText){ CS_PICTURE_DIM, CS_PEN_SMALL, FALSE, 0, room });
}

/* What is said behind the end of a lane: on its right if it fits there, else above it, before its
 * end. */
static void
draw_note (const Plan *plan, const Lane *lane, double y)
{
  CsPen *pen = plan->pen;
  gboolean has_dates = lane->first > 0;
  const char *note = has_dates ? lane->note : plan->timeline->no_dates;
  CsPenText how = { CS_PICTURE_DIM, CS_PEN_SMALL, FALSE, 0, 0 };
  double x = has_dates ? x_of (plan, lane->last) + GAP : plan->left + 10;
  double width = cs_pen_measure_text (pen, note, how);
  double sign = lane->is_doubtful || !has_dates ? 18 : 0;

  if (x + sign + width > plan->right)
    {
      x = MAX (plan->left, x - 2 * GAP - sign - width);
      y -= 16;
    }
  if (x + sign + width < x_of (plan, plan->timeline->today)) /* keep dotted lines out of it */
    {
      cs_pen_ink (pen, cs_pen_is_selected (pen, lane->id) ? CS_PICTURE_SELECTED : CS_PICTURE_PAPER);
      cairo_rectangle (pen->cairo, x - 2, y - 8, width > 0 ? sign + width + 4 : 0, 16);
      cairo_fill (pen->cairo);
    }
  if (sign > 0)
    cs_pen_question (pen, x + 4, y);
  cs_pen_text (pen, x + sign, y, note, how);
}

static void
draw_lane (const Plan *plan, guint i)
{
  const Lane *lane = plan->timeline->lanes->pdata[i];
  double y = floor (y_of (plan, i));
  g_autofree char *spoken = g_strjoin (", ", lane->name, lane->caption, lane->note, NULL);

  cs_pen_pick (plan->pen,
               (cairo_rectangle_t){ 0, y - LANE_HEIGHT / 2, plan->pen->width, LANE_HEIGHT },
               lane->id, spoken);
  draw_names (plan, lane, y);
  for (guint j = 0; j < lane->bars->len; j++)
    draw_bar (plan, &g_array_index (lane->bars, Bar, j), y);
  for (guint j = 0; j < lane->marks->len; j++)
    draw_mark (plan, lane, &g_array_index (lane->marks, Mark, j), y);
  draw_note (plan, lane, y);
}

static void
draw_selection (const Plan *plan)
{
  for (guint i = 0; i < plan->timeline->lanes->len; i++)
    {
      const Lane *lane = plan->timeline->lanes->pdata[i];

      if (!cs_pen_is_selected (plan->pen, lane->id))
        continue;
      cs_pen_round (plan->pen, 6, y_of (plan, i) - LANE_HEIGHT / 2 + 2, plan->pen->width - 12,
                    LANE_HEIGHT - 4, 8);
      cs_pen_ink (plan->pen, CS_PICTURE_SELECTED);
      cairo_fill (plan->pen->cairo);
    }
}

/* A link hangs from the parent's lane down, or up, to where the child begins. */
static void
draw_links (const Plan *plan)
{
  static const double dots[] = { 3, 3 };
  const CsTimeline *timeline = plan->timeline;
  cairo_t *cairo = plan->pen->cairo;

  cairo_set_dash (cairo, dots, 2, 0);
  cs_pen_ink (plan->pen, CS_PICTURE_DIM);
  for (guint i = 0; i < timeline->links->len; i++)
    {
      const Link *link = &g_array_index (timeline->links, Link, i);
      const Lane *child = timeline->lanes->pdata[link->child];
      double from = y_of (plan, link->parent);
      double to = y_of (plan, link->child);
      double side = to > from ? 1 : -1;

      if (child->first > 0)
        cs_pen_line (plan->pen, x_of (plan, child->first), from + side * 8,
                     x_of (plan, child->first), to - side * 8);
    }
  cairo_set_dash (cairo, NULL, 0, 0);
}

/* --- legend --- */

static void
draw_sample (const Plan *plan, guint i, double x, double y)
{
  static const double dots[] = { 3, 3 };
  CsPen *pen = plan->pen;

  if (i == 0)
    cs_pen_ring (pen, x + 7, y);
  else if (i == 1)
    cs_pen_diamond (pen, x + 7, y);
  else if (i == 2)
    cs_pen_tick (pen, x + 7, y);
  else if (i == 3)
    cs_pen_cross (pen, x + 7, y);
  else if (i == 4)
    {
      cs_pen_round (pen, x, y - 4, 26, 8, 4);
      cs_pen_ink (pen, CS_PICTURE_TINT);
      cairo_fill_preserve (pen->cairo);
      cs_pen_ink (pen, CS_PICTURE_ACCENT);
      cairo_stroke (pen->cairo);
    }
  else if (i == 5)
    {
      cairo_rectangle (pen->cairo, x, y - 4, 26, 8);
      cs_pen_ink (pen, CS_PICTURE_GOOD);
      cairo_fill (pen->cairo);
    }
  else if (i == 6)
    draw_future_dashes (pen, x - 6, x + 30, y);
  else if (i == 7)
    cs_pen_question (pen, x + 7, y);
  else
    {
      cairo_set_dash (pen->cairo, dots, 2, 0);
      cs_pen_ink (pen, CS_PICTURE_DIM);
      cs_pen_line (pen, x, y, x + 26, y);
      cairo_set_dash (pen->cairo, NULL, 0, 0);
    }
}

/* Returns the y below it. */
static double
draw_legend (const Plan *plan, double y)
{
  const CsTimeline *timeline = plan->timeline;
  const char *words[] = {
    timeline->marks[CS_TIMELINE_FILED], timeline->marks[CS_TIMELINE_PUBLISHED],
    timeline->marks[CS_TIMELINE_GRANTED], timeline->marks[CS_TIMELINE_ENDED],
    timeline->bars[CS_TIMELINE_PENDING], timeline->bars[CS_TIMELINE_IN_FORCE],
    timeline->bars[CS_TIMELINE_FUTURE], timeline->bars[CS_TIMELINE_UNKNOWN], timeline->links_word
  };
  CsPenText how = { CS_PICTURE_INK, CS_PEN_SMALL, FALSE, 0, 0 };
  double x = SIDE;

  cs_pen_ink (plan->pen, CS_PICTURE_LINE);
  cs_pen_line (plan->pen, 0, y, plan->pen->width, y);
  y += LEGEND_LINE / 2 + 4;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      double sample = i <= 3 || i == 7 ? 20 : 33;
      double width = sample + cs_pen_measure_text (plan->pen, words[i], how) + 18;

      if (x > SIDE && x + width > plan->pen->width)
        {
          x = SIDE;
          y += LEGEND_LINE - 2;
        }
      draw_sample (plan, i, x, y);
      cs_pen_text (plan->pen, x + sample, y, words[i], how);
      x += width;
    }
  return y + LEGEND_LINE / 2 + 4;
}

/* --- all --- */

static double
measure_names (const CsTimeline *timeline, CsPen *pen)
{
  double room = MIN_NAMES;

  for (guint i = 0; i < timeline->lanes->len && room < MAX_NAMES; i++)
    {
      const Lane *lane = timeline->lanes->pdata[i];

      room = MAX (room, cs_pen_measure_text (pen, lane->name, (CsPenText){ .is_bold = TRUE }));
      room = MAX (room, cs_pen_measure_text (pen, lane->caption,
                                             (CsPenText){ .scale = CS_PEN_SMALL }));
    }
  return MIN (room, MIN (MAX_NAMES, pen->width * 0.28));
}

void
cs_timeline_draw (gconstpointer data, CsPen *pen)
{
  const CsTimeline *timeline = data;
  Plan plan = { .timeline = timeline, .pen = pen, .top = HEAD_HEIGHT };
  guint n_lanes = timeline->lanes->len;

  if (n_lanes == 0)
    {
      pen->height = 2 * LANE_HEIGHT;
      cs_pen_text (pen, pen->width / 2, LANE_HEIGHT, timeline->empty,
                   (CsPenText){ CS_PICTURE_DIM, 1, FALSE, 0.5, pen->width });
      return;
    }
  plan.left = SIDE + measure_names (timeline, pen) + GAP;
  plan.right = pen->width - SIDE;
  plan.bottom = plan.top + n_lanes * LANE_HEIGHT;
  place_today (&plan);
  draw_future (&plan);
  draw_selection (&plan);
  draw_years (&plan);
  draw_links (&plan);
  for (guint i = 0; i < n_lanes; i++)
    draw_lane (&plan, i);
  draw_today (&plan);
  pen->height = draw_legend (&plan, plan.bottom + 10);
}
