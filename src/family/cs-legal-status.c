#include "cs-legal-status.h"

#include <string.h>

#include "cs-dated-number.h"
#include "cs-legal-code.h"
#include "cs-term.h"

#define NO_EVENT (-1)

const char *
cs_legal_state_get_name (CsLegalState state)
{
  static const char *const names[CS_N_LEGAL_STATES] = {
    "unknown", "pending", "in-force", "ceased", "expired", "refused", "withdrawn", "national"
  };

  return names[state];
}

/* --- what happened, in order --- */

typedef struct
{
  CsOfficeDate date;  /* by which it is sorted: when it was told */
  CsOfficeDate since; /* when it took effect */
  CsLegalEffect effect;
  int event; /* NO_EVENT for a publication */
} Step;

/* Order of effects on one day: of a grant and its lapse told together the lapse is the later. */
static guint
rank_of (CsLegalEffect effect)
{
  static const guint8 ranks[CS_N_LEGAL_EFFECTS] = {
    [CS_LEGAL_EFFECT_PENDING] = 1,
    [CS_LEGAL_EFFECT_GRANT] = 2,
    [CS_LEGAL_EFFECT_KEEP] = 3,
    [CS_LEGAL_EFFECT_REFUSE] = 4,
    [CS_LEGAL_EFFECT_WITHDRAW] = 4,
    [CS_LEGAL_EFFECT_CEASE] = 5,
    [CS_LEGAL_EFFECT_EXPIRE] = 6,
    [CS_LEGAL_EFFECT_NATIONAL] = 6,
    [CS_LEGAL_EFFECT_REVIVE] = 7,
    [CS_LEGAL_EFFECT_CEASE_PART] = 5,
    [CS_LEGAL_EFFECT_REVIVE_PART] = 7,
    [CS_LEGAL_EFFECT_CHALLENGE] = 1,
    [CS_LEGAL_EFFECT_END_CHALLENGE] = 8,
    [CS_LEGAL_EFFECT_LICENCE] = 1,
    [CS_LEGAL_EFFECT_END_LICENCE] = 8,
    [CS_LEGAL_EFFECT_PLEDGE] = 1,
    [CS_LEGAL_EFFECT_END_PLEDGE] = 8,
  };

  return ranks[effect];
}

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const Step *one = a;
  const Step *other = b;
  int by_date = cs_office_date_compare (one->date, other->date);

  if (by_date != 0)
    return by_date;
  if (rank_of (one->effect) != rank_of (other->effect))
    return rank_of (one->effect) < rank_of (other->effect) ? -1 : 1;
  return one->event - other->event;
}

static gboolean
is_after (CsOfficeDate date,
          CsOfficeDate today)
{
  return cs_office_date_is_known (today) && cs_office_date_compare (date, today) > 0;
}

static void
add_step (GArray *steps,
          const CsLegalCase *legal_case,
          const CsLegalCode *code,
          Step step)
{
  if (code == NULL || code->effect == CS_LEGAL_EFFECT_NONE)
    return;
  if (is_after (step.date, legal_case->today))
    return;
  step.effect = code->effect;
  g_array_append_val (steps, step);
}

static GArray *
collect_steps (const CsLegalCase *legal_case)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));
  const char *office = cs_legal_get_office (legal_case->application);

  for (guint i = 0; i < legal_case->n_publications; i++)
    {
      const CsNumber *document = legal_case->publications[i];
      const CsLegalCode *code =
          cs_legal_code_find_publication (office, document->kind, document->date);

      add_step (steps, legal_case, code,
                (Step){ document->date, document->date, CS_LEGAL_EFFECT_NONE, NO_EVENT });
    }
  for (guint i = 0; i < legal_case->n_events; i++)
    {
      const CsLegalEvent *event = legal_case->events[i];
      gboolean is_told = cs_office_date_is_known (event->effective);

      add_step (steps, legal_case, cs_legal_code_find (office, event),
                (Step){ cs_office_date_is_known (event->date) ? event->date : event->effective,
                        is_told ? event->effective : event->date, CS_LEGAL_EFFECT_NONE, (int)i });
    }
  g_array_sort (steps, compare_steps);
  return steps;
}

/* --- going through it --- */

typedef struct
{
  const CsLegalCase *legal_case;
  CsLegalStatus status;
  CsOfficeDate granted;
  gboolean is_granted;
  GHashTable *lapsed_parts; /* states */
  Step last_lapse;
} Walk;

static void
decide (Walk *walk,
        CsLegalState state,
        const Step *step)
{
  walk->status.state = state;
  walk->status.event = step->event;
  walk->status.since = step->since;
}

static void
grant (Walk *walk,
       const Step *step)
{
  CsLegalStatus *status = &walk->status;
  gboolean is_kept = status->state == CS_LEGAL_IN_FORCE;

  if (!walk->is_granted)
    walk->granted = step->since;
  walk->is_granted = TRUE;
  /* A publication told it before; now an event does. */
  if (!is_kept || (status->event == NO_EVENT && step->event != NO_EVENT))
    decide (walk, CS_LEGAL_IN_FORCE, step);
}

static void
end (Walk *walk,
     CsLegalState state,
     const Step *step)
{
  walk->status.badges &= ~(guint)CS_LEGAL_BADGE_CHALLENGED;
  decide (walk, state, step);
}

static void
pend (Walk *walk,
      const Step *step)
{
  CsLegalState state = walk->status.state;
  gboolean is_by_paper = walk->status.event == NO_EVENT;

  if (state == CS_LEGAL_UNKNOWN || (state == CS_LEGAL_PENDING && is_by_paper))
    decide (walk, CS_LEGAL_PENDING, step);
}

static void
change_part (Walk *walk,
             const Step *step)
{
  const char *part = walk->legal_case->events[step->event]->authority;

  if (step->effect == CS_LEGAL_EFFECT_REVIVE_PART)
    {
      g_hash_table_remove (walk->lapsed_parts, part == NULL ? "" : part);
      return;
    }
  if (!walk->is_granted)
    grant (walk, step);
  g_hash_table_add (walk->lapsed_parts, (gpointer)(part == NULL ? "" : part));
  walk->last_lapse = *step;
}

static void
take_step (Walk *walk,
           const Step *step)
{
  static const CsLegalState ends[CS_N_LEGAL_EFFECTS] = {
    [CS_LEGAL_EFFECT_CEASE] = CS_LEGAL_CEASED,
    [CS_LEGAL_EFFECT_EXPIRE] = CS_LEGAL_EXPIRED,
    [CS_LEGAL_EFFECT_REFUSE] = CS_LEGAL_REFUSED,
    [CS_LEGAL_EFFECT_WITHDRAW] = CS_LEGAL_WITHDRAWN,
    [CS_LEGAL_EFFECT_NATIONAL] = CS_LEGAL_NATIONAL,
  };
  static const guint8 set[CS_N_LEGAL_EFFECTS] = {
    [CS_LEGAL_EFFECT_REVIVE] = CS_LEGAL_BADGE_REVIVED,
    [CS_LEGAL_EFFECT_CHALLENGE] = CS_LEGAL_BADGE_CHALLENGED,
    [CS_LEGAL_EFFECT_TRANSFER] = CS_LEGAL_BADGE_TRANSFERRED,
    [CS_LEGAL_EFFECT_LICENCE] = CS_LEGAL_BADGE_LICENSED,
    [CS_LEGAL_EFFECT_PLEDGE] = CS_LEGAL_BADGE_PLEDGED,
  };
  static const guint8 clear[CS_N_LEGAL_EFFECTS] = {
    [CS_LEGAL_EFFECT_END_CHALLENGE] = CS_LEGAL_BADGE_CHALLENGED,
    [CS_LEGAL_EFFECT_END_LICENCE] = CS_LEGAL_BADGE_LICENSED,
    [CS_LEGAL_EFFECT_END_PLEDGE] = CS_LEGAL_BADGE_PLEDGED,
  };
  CsLegalEffect effect = step->effect;

  walk->status.badges = (walk->status.badges | set[effect]) & ~(guint)clear[effect];
  if (ends[effect] != CS_LEGAL_UNKNOWN)
    end (walk, ends[effect], step);
  else if (effect == CS_LEGAL_EFFECT_PENDING)
    pend (walk, step);
  else if (effect == CS_LEGAL_EFFECT_GRANT || (effect == CS_LEGAL_EFFECT_KEEP && !walk->is_granted))
    grant (walk, step);
  else if (effect == CS_LEGAL_EFFECT_REVIVE)
    decide (walk, walk->is_granted ? CS_LEGAL_IN_FORCE : CS_LEGAL_PENDING, step);
  else if (effect == CS_LEGAL_EFFECT_CEASE_PART || effect == CS_LEGAL_EFFECT_REVIVE_PART)
    change_part (walk, step);
}

/* --- the parts of a regional patent --- */

/* The states that the last event tells which names any: "Designated State(s): AT BE". */
static char **
dup_designated (const CsLegalCase *legal_case)
{
  const char *found = NULL;
  gsize length;

  for (guint i = 0; i < legal_case->n_events; i++)
    {
      const char *details = legal_case->events[i]->details;
      const char *at = details == NULL ? NULL : strstr (details, "Designated State");

      at = at == NULL ? NULL : strchr (at, ':');
      if (at != NULL)
        found = at + 1;
    }
  if (found == NULL)
    return NULL;
  length = strcspn (found, "\n");
  while (length > 0 && g_ascii_isspace (*found))
    found++, length--;
  return g_strsplit_set (found, " \n", -1);
}

static gboolean
have_all_lapsed (Walk *walk)
{
  g_auto (GStrv) states = dup_designated (walk->legal_case);
  guint n = 0;

  for (guint i = 0; states != NULL && states[i] != NULL && strlen (states[i]) == 2; i++, n++)
    if (!g_hash_table_contains (walk->lapsed_parts, states[i]))
      return FALSE;
  return n > 0;
}

static void
sum_up_parts (Walk *walk)
{
  if (walk->status.state != CS_LEGAL_IN_FORCE || g_hash_table_size (walk->lapsed_parts) == 0)
    return;
  if (have_all_lapsed (walk))
    end (walk, CS_LEGAL_CEASED, &walk->last_lapse);
  else
    walk->status.badges |= CS_LEGAL_BADGE_PART_LAPSED;
}

/* --- what time alone does --- */

static gboolean
has_passed (Walk *walk,
            CsOfficeDate date)
{
  /* A month or a year has passed when its last day has. */
  if (date.day == 0)
    date.day = 31;
  if (date.month == 0)
    date.month = 12;
  return cs_office_date_is_known (date) && is_after (walk->legal_case->today, date);
}

/* The time for national phases is over, whatever was told. */
static void
age_international (Walk *walk,
                   CsOfficeDate filed)
{
  CsDatedNumber months = cs_dated_number_find (CS_DATED_TERMS, filed, "wo.national");
  CsOfficeDate last = cs_term_add (filed, months.value);

  if (walk->status.state <= CS_LEGAL_PENDING && has_passed (walk, last))
    decide (walk, CS_LEGAL_NATIONAL,
            &(Step){ last, last, CS_LEGAL_EFFECT_NATIONAL, NO_EVENT });
}

static void
age (Walk *walk,
     const CsTerm *term)
{
  CsLegalStatus *status = &walk->status;
  Step unknown = { CS_OFFICE_DATE_UNKNOWN, CS_OFFICE_DATE_UNKNOWN, CS_LEGAL_EFFECT_NONE, NO_EVENT };
  Step over = { term->expiry, term->expiry, CS_LEGAL_EFFECT_EXPIRE, NO_EVENT };
  CsDatedNumber years = cs_dated_number_find (CS_DATED_TERMS, status->since, "any.pending");

  if (status->state == CS_LEGAL_IN_FORCE && has_passed (walk, term->longest))
    decide (walk, CS_LEGAL_EXPIRED, &over);
  else if (status->state <= CS_LEGAL_IN_FORCE && has_passed (walk, term->expiry))
    decide (walk, CS_LEGAL_UNKNOWN, &unknown); /* maybe extended, maybe nobody told its end */
  else if (status->state == CS_LEGAL_PENDING && status->event == NO_EVENT &&
           has_passed (walk, cs_term_add (status->since, years.value * 12)))
    decide (walk, CS_LEGAL_UNKNOWN, &unknown);
}

CsLegalStatus
cs_legal_status_find (const CsLegalCase *legal_case)
{
  g_autoptr (GHashTable) lapsed_parts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) steps = collect_steps (legal_case);
  const char *office = cs_legal_get_office (legal_case->application);
  CsOfficeDate filed = CS_OFFICE_DATE_UNKNOWN;
  Walk walk = { .legal_case = legal_case, .lapsed_parts = lapsed_parts };
  CsRight right;
  CsTerm term;

  if (legal_case->application != NULL)
    filed = legal_case->application->date;
  walk.status.event = NO_EVENT;
  for (guint i = 0; i < steps->len; i++)
    take_step (&walk, &g_array_index (steps, Step, i));
  sum_up_parts (&walk);

  right = cs_right_find (legal_case->application, legal_case->publications,
                         legal_case->n_publications);
  term = cs_term_find (office, right, filed, walk.granted);
  walk.status.expiry = term.expiry;
  walk.status.is_estimate = term.is_estimate;
  if (strcmp (office, "WO") == 0)
    age_international (&walk, filed);
  age (&walk, &term);
  return walk.status;
}

/* --- the family --- */

const char *
cs_family_status_get_name (CsFamilyStatus status)
{
  static const char *const names[CS_N_FAMILY_STATUSES] = {
    "unknown", "pending", "part-in-force", "in-force", "ended"
  };

  return names[status];
}

CsFamilyStatus
cs_family_status_find (const CsLegalState *states,
                       guint n_states)
{
  guint n[CS_N_LEGAL_STATES] = { 0 };
  guint n_ended;

  for (guint i = 0; i < n_states; i++)
    if (states[i] < CS_N_LEGAL_STATES)
      n[states[i]]++;
  n_ended = n[CS_LEGAL_CEASED] + n[CS_LEGAL_EXPIRED] + n[CS_LEGAL_REFUSED] + n[CS_LEGAL_WITHDRAWN];
  if (n[CS_LEGAL_IN_FORCE] > 0)
    return n_ended + n[CS_LEGAL_UNKNOWN] > 0 ? CS_FAMILY_PART_IN_FORCE : CS_FAMILY_IN_FORCE;
  if (n[CS_LEGAL_PENDING] > 0)
    return CS_FAMILY_PENDING;
  return n_ended > 0 && n[CS_LEGAL_UNKNOWN] == 0 ? CS_FAMILY_ENDED : CS_FAMILY_UNKNOWN;
}
