#include "cs-family-picture.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../family/cs-legal-code.h"
#include "../picture/cs-timeline.h"
#include "../report/family/cs-family-words.h"
#include "cs-family-links.h"

/* --- words --- */

static CsTimeline *
create_timeline (guint today)
{
  CsTimelineWords words = {
    .marks = { [CS_TIMELINE_FILED] = _ ("filed"),
               [CS_TIMELINE_PUBLISHED] = _ ("published"),
               [CS_TIMELINE_GRANTED] = _ ("granted"),
               [CS_TIMELINE_ENDED] = _ ("ended"),
               [CS_TIMELINE_LEFT] = _ ("in national phases") },
    .bars = { [CS_TIMELINE_PENDING] = _ ("pending"),
              [CS_TIMELINE_IN_FORCE] = _ ("in force"),
              [CS_TIMELINE_FUTURE] = _ ("term to come"),
              [CS_TIMELINE_UNKNOWN] = _ ("status unknown") },
    .links = _ ("priority, national phase, continuation, division"),
    .today = _ ("today"),
    .no_dates = _ ("dates not known"),
    .empty = _ ("No applications"),
  };

  return cs_timeline_new (&words, today);
}

static CsGraph *
create_graph (void)
{
  CsGraphWords words = {
    .links = { [CS_GRAPH_PRIORITY] = _ ("priority"),
               [CS_GRAPH_PHASE] = _ ("national or regional phase"),
               [CS_GRAPH_CONTINUATION] = _ ("continuation"),
               [CS_GRAPH_DIVISION] = _ ("division"),
               [CS_GRAPH_RELATED] = _ ("related") },
    .states = { [CS_GRAPH_UNKNOWN] = _ ("status unknown"),
                [CS_GRAPH_PENDING] = _ ("pending"),
                [CS_GRAPH_IN_FORCE] = _ ("in force"),
                [CS_GRAPH_ENDED] = _ ("ended"),
                [CS_GRAPH_LEFT] = _ ("in national phases"),
                [CS_GRAPH_OUTSIDE] = _ ("not in this family") },
    .empty = _ ("No applications"),
  };

  return cs_graph_new (&words);
}

static const char *
get_link_word (CsGraphLink link)
{
  switch (link)
    {
    case CS_GRAPH_PHASE:
      return _ ("national or regional phase");
    case CS_GRAPH_CONTINUATION:
      return _ ("continuation");
    case CS_GRAPH_DIVISION:
      return _ ("division");
    case CS_GRAPH_RELATED:
      return _ ("related");
    case CS_GRAPH_PRIORITY:
    case CS_N_GRAPH_LINKS:
    default:
      return "";
    }
}

/* What an application is in its family: by the link that says most. Who continues or divides a
 * national phase is told of the international application too. */
static const char *
get_caption (const CsFamilyLinks *links, const CsApplication *application, guint n)
{
  static const guint ranks[CS_N_GRAPH_LINKS] = { [CS_GRAPH_PRIORITY] = 1,
                                                 [CS_GRAPH_RELATED] = 2,
                                                 [CS_GRAPH_PHASE] = 3,
                                                 [CS_GRAPH_CONTINUATION] = 4,
                                                 [CS_GRAPH_DIVISION] = 5 };
  const char *caption = _ ("first filing");
  guint best = 0;

  if (strcmp (cs_legal_get_office (application->number), "WO") == 0)
    return _ ("international");
  for (guint i = 0; i < links->links->len; i++)
    {
      const CsFamilyLink *link = &g_array_index (links->links, CsFamilyLink, i);

      if (link->child != n || ranks[link->kind] <= best)
        continue;
      best = ranks[link->kind];
      caption = get_link_word (link->kind);
    }

  return caption;
}

/* --- days --- */

/* Of a month or a year the middle. */
static guint
to_day (CsOfficeDate date)
{
  GDate day;

  if (date.month == 0)
    date = (CsOfficeDate){ date.year, 7, 1 };
  if (date.day == 0)
    date.day = 15;
  if (!g_date_valid_dmy (date.day, (GDateMonth)date.month, date.year))
    return 0;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, date.day, (GDateMonth)date.month, date.year);
  return g_date_get_julian (&day);
}

static gboolean
is_grant (const CsApplication *application, const CsPublication *publication)
{
  const CsLegalCode *code =
      cs_legal_code_find_publication (cs_legal_get_office (application->number),
                                      publication->number->kind, publication->number->date);

  return code != NULL && code->effect == CS_LEGAL_EFFECT_GRANT;
}

static void
take_earlier (CsOfficeDate *earliest, CsOfficeDate date)
{
  if (cs_office_date_is_known (date) && (!cs_office_date_is_known (*earliest) ||
                                         cs_office_date_compare (date, *earliest) < 0))
    *earliest = date;
}

static CsOfficeDate
find_grant (const CsApplication *application)
{
  const char *office = cs_legal_get_office (application->number);
  CsOfficeDate granted = CS_OFFICE_DATE_UNKNOWN;

  for (guint i = 0; i < application->events->len; i++)
    {
      const CsLegalEvent *event = application->events->pdata[i];
      const CsLegalCode *code = cs_legal_code_find (office, event);

      if (code != NULL && code->effect == CS_LEGAL_EFFECT_GRANT)
        take_earlier (&granted, event->date);
    }
  for (guint i = 0; i < application->publications->len; i++)
    {
      const CsPublication *publication = application->publications->pdata[i];

      if (is_grant (application, publication))
        take_earlier (&granted, publication->number->date);
    }
  return granted;
}

/* --- a lane --- */

typedef struct
{
  CsTimeline *timeline;
  guint lane;
  CsOfficeDate today;
} Lane;

static void
add_mark (const Lane *lane, CsTimelineMark mark, const char *word, CsOfficeDate date)
{
  g_autofree char *day = cs_office_date_dup_text (date);
  g_autofree char *text = g_strdup_printf ("%s %s", word, day);

  cs_timeline_add_mark (lane->timeline, lane->lane, mark, to_day (date), text);
}

static void
add_publications (const Lane *lane, const CsApplication *application)
{
  for (guint i = 0; i < application->publications->len; i++)
    {
      const CsPublication *publication = application->publications->pdata[i];

      if (!is_grant (application, publication))
        add_mark (lane, CS_TIMELINE_PUBLISHED, publication->number->printed,
                  publication->number->date);
    }
}

static gboolean
has_ended (CsLegalState state)
{
  return state >= CS_LEGAL_CEASED && state < CS_N_LEGAL_STATES;
}

static void
add_bars (const Lane *lane, const CsApplication *application, CsOfficeDate granted)
{
  const CsLegalStatus *status = &application->status;
  CsTimelineBar bar = CS_TIMELINE_PENDING;
  guint from = to_day (application->number->date);
  guint grant = to_day (granted);
  guint today = to_day (lane->today);
  guint expiry = to_day (status->expiry);
  guint until = has_ended (status->state) ? to_day (status->since) : today;

  if (grant > 0)
    {
      cs_timeline_add_bar (lane->timeline, lane->lane, bar, from, grant);
      from = grant;
      bar = CS_TIMELINE_IN_FORCE;
    }
  if (status->state == CS_LEGAL_UNKNOWN)
    {
      /* What was certain ends with its term, or was never more than filed. */
      until = grant > 0 && expiry > 0 && expiry < today ? expiry : from;
      cs_timeline_add_bar (lane->timeline, lane->lane, CS_TIMELINE_UNKNOWN, until, today);
    }
  cs_timeline_add_bar (lane->timeline, lane->lane, bar, from, until);
  if (status->state == CS_LEGAL_IN_FORCE)
    cs_timeline_add_bar (lane->timeline, lane->lane, CS_TIMELINE_FUTURE, today, expiry);
}

static void
add_lane (CsTimeline *timeline,
          const CsFamilyLinks *links,
          const CsApplication *application,
          guint n,
          CsOfficeDate today)
{
  CsLegalState state = application->status.state;
  CsTimelineLane words = { cs_number_get_id (application->number), application->number->printed,
                           get_caption (links, application, n),
                           state == CS_LEGAL_IN_FORCE ? "" : cs_legal_state_get_word (state),
                           state == CS_LEGAL_UNKNOWN };
  Lane lane = { timeline, cs_timeline_add_lane (timeline, &words), today };
  CsOfficeDate granted = find_grant (application);

  add_bars (&lane, application, granted);
  add_mark (&lane, CS_TIMELINE_FILED, _ ("filed"), application->number->date);
  add_publications (&lane, application);
  add_mark (&lane, CS_TIMELINE_GRANTED, _ ("granted"), granted);
  if (has_ended (state))
    add_mark (&lane, state == CS_LEGAL_NATIONAL ? CS_TIMELINE_LEFT : CS_TIMELINE_ENDED,
              cs_legal_state_get_word (state), application->status.since);
}

CsPicture *
cs_family_timeline_new (const CsFamily *family, CsOfficeDate today)
{
  g_autoptr (CsFamilyLinks) links = cs_family_links_new (family);
  CsTimeline *timeline = create_timeline (to_day (today));
  guint n = family->applications->len;

  for (guint i = 0; i < n; i++)
    add_lane (timeline, links, family->applications->pdata[i], i, today);
  for (guint i = 0; i < links->links->len; i++)
    {
      const CsFamilyLink *link = &g_array_index (links->links, CsFamilyLink, i);

      if (link->parent < n) /* those only claimed have no lane */
        cs_timeline_add_link (timeline, link->parent, link->child);
    }
  return cs_timeline_end (timeline);
}

/* --- graph --- */

static CsGraphState
graph_state_of (const CsFamily *family, const CsFamilyNode *node)
{
  static const CsGraphState states[CS_N_LEGAL_STATES] = {
    [CS_LEGAL_UNKNOWN] = CS_GRAPH_UNKNOWN,
    [CS_LEGAL_PENDING] = CS_GRAPH_PENDING,
    [CS_LEGAL_IN_FORCE] = CS_GRAPH_IN_FORCE,
    [CS_LEGAL_CEASED] = CS_GRAPH_ENDED,
    [CS_LEGAL_EXPIRED] = CS_GRAPH_ENDED,
    [CS_LEGAL_REFUSED] = CS_GRAPH_ENDED,
    [CS_LEGAL_WITHDRAWN] = CS_GRAPH_ENDED,
    [CS_LEGAL_NATIONAL] = CS_GRAPH_LEFT,
  };
  const CsApplication *application;

  if (node->application < 0)
    return CS_GRAPH_OUTSIDE;
  application = family->applications->pdata[node->application];
  return states[application->status.state];
}

static int
compare_nodes (gconstpointer a, gconstpointer b, gpointer data)
{
  const GArray *nodes = data;
  guint one = *(const guint *)a;
  guint other = *(const guint *)b;
  int by_date = cs_office_date_compare (g_array_index (nodes, CsFamilyNode, one).number->date,
                                        g_array_index (nodes, CsFamilyNode, other).number->date);

  return by_date != 0 ? by_date : (int)one - (int)other;
}

CsPicture *
cs_family_graph_new (const CsFamily *family)
{
  g_autoptr (CsFamilyLinks) links = cs_family_links_new (family);
  CsGraph *graph = create_graph ();
  guint n = links->nodes->len;
  g_autofree guint *order = g_new (guint, n + 1);
  g_autofree guint *place = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)n, sizeof *order, compare_nodes, links->nodes);
  for (guint i = 0; i < n; i++)
    {
      const CsFamilyNode *node = &g_array_index (links->nodes, CsFamilyNode, order[i]);
      g_autofree char *date = cs_office_date_dup_text (node->number->date);
      CsGraphNode drawn = { cs_number_get_id (node->number), node->number->printed, date,
                            graph_state_of (family, node) };

      place[order[i]] = cs_graph_add_node (graph, &drawn);
    }
  for (guint i = 0; i < links->links->len; i++)
    {
      const CsFamilyLink *link = &g_array_index (links->links, CsFamilyLink, i);

      cs_graph_add_link (graph, link->kind, place[link->parent], place[link->child]);
    }
  return cs_graph_end (graph);
}
