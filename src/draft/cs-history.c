#include "../base/cs-text-splice.h"
#include "cs-history.h"

#define PAUSE_US G_USEC_PER_SEC /* typing that rests this long begins a new step */
#define MAX_HAN_CHARS 8         /* about two words: what an input method commits */
#define MAX_STEPS 10000         /* the oldest are forgotten */

/* Which way typing goes on; a single character deleted may become either. */
typedef enum
{
  TYPING_NONE,
  TYPING_WRITE,
  TYPING_DELETE,
  TYPING_BACKWARD, /* Backspace */
  TYPING_FORWARD   /* Delete */
} Typing;

typedef struct
{
  char *name;
  GArray *changes; /* CsHistoryChange, as they were made */
  Typing typing;   /* TYPING_NONE when nothing may be joined to it */
  gint64 time_us;
} Step;

struct _CsHistory
{
  GQueue done;   /* Step, the last one at the tail */
  GQueue undone; /* Step, the next one to redo at the tail */
  Step *open;    /* between begin and end */
  guint depth;
};

static void
change_clear (gpointer data)
{
  CsHistoryChange *change = data;

  cs_text_unref (change->remove);
  cs_text_unref (change->insert);
}

static GArray *
changes_new (void)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (CsHistoryChange));

  g_array_set_clear_func (changes, change_clear);

  return changes;
}

static void
add_change (GArray *changes, const CsHistoryChange *change, CsText *remove, CsText *insert)
{
  CsHistoryChange copy = { change->part, change->at_char, cs_text_ref (remove),
                           cs_text_ref (insert) };

  g_array_append_val (changes, copy);
}

static Step *
step_new (const char *name)
{
  Step *step = g_new0 (Step, 1);

  step->name = g_strdup (name);
  step->changes = changes_new ();

  return step;
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->name);
  g_array_unref (step->changes);
  g_free (step);
}

CsHistory *
cs_history_new (void)
{
  CsHistory *history = g_new0 (CsHistory, 1);

  g_queue_init (&history->done);
  g_queue_init (&history->undone);

  return history;
}

void
cs_history_free (CsHistory *history)
{
  g_queue_clear_full (&history->done, step_free);
  g_queue_clear_full (&history->undone, step_free);
  g_clear_pointer (&history->open, step_free);
  g_free (history);
}

static void
push_done (CsHistory *history, Step *step)
{
  g_queue_push_tail (&history->done, step);
  if (history->done.length > MAX_STEPS)
    step_free (g_queue_pop_head (&history->done));
}

void
cs_history_begin (CsHistory *history, const char *name)
{
  if (history->depth++ == 0)
    history->open = step_new (name);
}

void
cs_history_end (CsHistory *history)
{
  Step *step;

  g_return_if_fail (history->depth > 0);

  if (--history->depth > 0)
    return;

  step = g_steal_pointer (&history->open);
  if (step->changes->len > 0)
    push_done (history, step);
  else
    step_free (step);
}

/* --- typing --- */

static guint
count_chars (const CsText *text)
{
  return g_utf8_strlen (cs_text_get_string (text), cs_text_get_n_bytes (text));
}

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static guint
count_han (const CsText *text)
{
  guint n = 0;

  for (const char *at = cs_text_get_string (text); *at != '\0'; at = g_utf8_next_char (at))
    n += is_han (g_utf8_get_char (at));

  return n;
}

/* Whether @next begins a new word behind @before, or a new handful of Chinese ones. */
static gboolean
begins_word (const CsText *before, const CsText *next)
{
  const char *string = cs_text_get_string (before);
  const char *end = string + cs_text_get_n_bytes (before);
  gunichar last = g_utf8_get_char (g_utf8_prev_char (end));
  gunichar first = g_utf8_get_char (cs_text_get_string (next));

  if (first == '\n' || (is_word (first) && !is_word (last)))
    return TRUE;

  return is_han (first) && count_han (before) >= MAX_HAN_CHARS;
}

static Typing
typing_of (const CsText *removed, const CsText *inserted)
{
  gboolean removes = cs_text_get_n_bytes (removed) > 0;
  gboolean inserts = cs_text_get_n_bytes (inserted) > 0;

  if (removes == inserts)
    return TYPING_NONE;

  return inserts ? TYPING_WRITE : TYPING_DELETE;
}

static void
join (CsText **text, CsText *more, gboolean behind)
{
  gsize at = behind ? cs_text_get_n_bytes (*text) : 0;
  CsText *joined = cs_text_splice (*text, at, at, more);

  cs_text_unref (*text);
  *text = joined;
}

static gboolean
join_writing (Step *step, CsHistoryChange *last, guint at_char, CsText *inserted)
{
  if (step->typing != TYPING_WRITE || at_char != last->at_char + count_chars (last->insert) ||
      begins_word (last->insert, inserted))
    return FALSE;

  join (&last->insert, inserted, TRUE);

  return TRUE;
}

static gboolean
join_deleting (Step *step, CsHistoryChange *last, guint at_char, CsText *removed)
{
  if (step->typing == TYPING_NONE || step->typing == TYPING_WRITE)
    return FALSE;

  if (step->typing != TYPING_BACKWARD && at_char == last->at_char)
    {
      step->typing = TYPING_FORWARD;
      join (&last->remove, removed, TRUE);
      return TRUE;
    }
  if (step->typing != TYPING_FORWARD && at_char + count_chars (removed) == last->at_char)
    {
      step->typing = TYPING_BACKWARD;
      last->at_char = at_char;
      join (&last->remove, removed, FALSE);
      return TRUE;
    }

  return FALSE;
}

/* Joins a change to the last step when it goes on with it. */
static gboolean
join_last (CsHistory *history, const CsHistoryChange *change, gint64 time_us)
{
  Step *step = g_queue_peek_tail (&history->done);
  CsHistoryChange *last;
  gboolean joined;

  if (step == NULL || step->typing == TYPING_NONE || time_us - step->time_us > PAUSE_US)
    return FALSE;

  last = &g_array_index (step->changes, CsHistoryChange, 0);
  if (last->part != change->part)
    return FALSE;
  if (typing_of (change->remove, change->insert) == TYPING_WRITE)
    joined = join_writing (step, last, change->at_char, change->insert);
  else
    joined = join_deleting (step, last, change->at_char, change->remove);
  if (joined)
    step->time_us = time_us;

  return joined;
}

void
cs_history_record (CsHistory *history,
                   CsPart part,
                   guint at_char,
                   CsText *removed,
                   CsText *inserted,
                   gint64 time_us)
{
  CsHistoryChange change = { part, at_char, removed, inserted };
  Typing typing = typing_of (removed, inserted);
  Step *step;

  if (cs_text_get_n_bytes (removed) == 0 && cs_text_get_n_bytes (inserted) == 0)
    return;

  g_queue_clear_full (&history->undone, step_free);
  if (history->open != NULL)
    {
      add_change (history->open->changes, &change, removed, inserted);
      return;
    }
  if (typing != TYPING_NONE && join_last (history, &change, time_us))
    return;

  step = step_new (NULL);
  step->typing = typing;
  step->time_us = time_us;
  add_change (step->changes, &change, removed, inserted);
  push_done (history, step);
}

void
cs_history_seal (CsHistory *history)
{
  Step *step = g_queue_peek_tail (&history->done);

  if (step != NULL)
    step->typing = TYPING_NONE;
}

/* --- undo --- */

static GArray *
undo_of (const Step *step)
{
  GArray *changes = changes_new ();

  for (guint i = step->changes->len; i > 0; i--)
    {
      const CsHistoryChange *change = &g_array_index (step->changes, CsHistoryChange, i - 1);

      add_change (changes, change, change->insert, change->remove);
    }

  return changes;
}

static GArray *
redo_of (const Step *step)
{
  GArray *changes = changes_new ();

  for (guint i = 0; i < step->changes->len; i++)
    {
      const CsHistoryChange *change = &g_array_index (step->changes, CsHistoryChange, i);

      add_change (changes, change, change->remove, change->insert);
    }

  return changes;
}

GArray *
cs_history_undo (CsHistory *history)
{
  Step *step;

  if (history->depth > 0 || history->done.length == 0)
    return NULL;

  cs_history_seal (history);
  step = g_queue_pop_tail (&history->done);
  cs_history_seal (history);
  g_queue_push_tail (&history->undone, step);

  return undo_of (step);
}

GArray *
cs_history_redo (CsHistory *history)
{
  Step *step;

  if (history->depth > 0 || history->undone.length == 0)
    return NULL;

  step = g_queue_pop_tail (&history->undone);
  push_done (history, step);

  return redo_of (step);
}

static gboolean
peek (const GQueue *steps, const char **name)
{
  const Step *step = g_queue_peek_tail ((GQueue *)steps);

  if (name != NULL)
    *name = step == NULL ? NULL : step->name;

  return step != NULL;
}

gboolean
cs_history_peek_undo (const CsHistory *history, const char **name)
{
  return peek (&history->done, name);
}

gboolean
cs_history_peek_redo (const CsHistory *history, const char **name)
{
  return peek (&history->undone, name);
}
