/* The recorded answers of the EPO's services in $CLAIMSMITH_CORPUS: every code that they hold is
 * accounted for, and what they come to is what the registers say. */

#include "../../src/family/cs-legal-code.h"
#include "../../src/family/cs-legal-status.h"
#include "../../src/formats/office/cs-office.h"

#include <string.h>

typedef struct
{
  guint n_events;
  guint n_unknown;
  CsLegalStatus status; /* of the last record that had events */
} Tally;

static void
count_codes (const CsRecord *record, Tally *tally)
{
  for (guint i = 0; i < record->n_events; i++)
    {
      const CsLegalEvent *event = &record->events[i];

      tally->n_events++;
      if (cs_legal_code_find (record->application->country, event) != NULL)
        continue;
      tally->n_unknown++;
      g_test_message ("%s %s is not known: %s", event->authority, event->code, event->text);
    }
}

static gboolean
take_record (CsRecord *record, gpointer data)
{
  Tally *tally = data;
  g_autofree const CsLegalEvent **events = g_new (const CsLegalEvent *, record->n_events + 1);
  CsLegalCase legal_case = {
    .application = record->application,
    .publications = &record->publication,
    .n_publications = record->publication != NULL,
    .events = events,
    .n_events = record->n_events,
    .today = { 2026, 11, 20 },
  };

  if (record->application == NULL || record->n_events == 0)
    return TRUE;
  count_codes (record, tally);
  for (guint i = 0; i < record->n_events; i++)
    events[i] = &record->events[i];
  tally->status = cs_legal_status_find (&legal_case);
  g_test_message ("%s: %s", record->application->printed,
                  cs_legal_state_get_name (tally->status.state));
  return TRUE;
}

static gboolean
take_fault (const CsRecordFault *fault, gpointer data)
{
  return TRUE;
}

static Tally
read_answer (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("CLAIMSMITH_CORPUS"), "ops", name, NULL);
  Tally tally = { 0 };
  CsRecordSink sink = { take_record, take_fault, &tally };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (path, &text, &n_bytes, &error));
  g_assert_no_error (error);
  cs_office_read (&(CsRecordInput){ .name = name, .bytes = text, .n_bytes = n_bytes }, &sink, NULL,
                  &error);
  g_assert_no_error (error);
  return tally;
}

static gboolean
has_corpus (void)
{
  if (g_getenv ("CLAIMSMITH_CORPUS") != NULL)
    return TRUE;
  g_test_skip ("CLAIMSMITH_CORPUS is not set");
  return FALSE;
}

static void
test_answers (void)
{
  static const char *const names[] = { "get_legal.xml", "get_legal_multiple.xml",
                                       "get_family_with_legal.xml" };

  for (guint i = 0; has_corpus () && i < G_N_ELEMENTS (names); i++)
    {
      Tally tally = read_answer (names[i]);

      g_test_message ("%s: %u events", names[i], tally.n_events);
      g_assert_cmpuint (tally.n_events, >, 0);
      g_assert_cmpuint (tally.n_unknown, ==, 0);
    }
}

/* EP 10167109: granted, lapsed in most states, kept in Germany, Finland, Sweden and others. */
static void
test_european (void)
{
  Tally tally;

  if (!has_corpus ())
    return;
  tally = read_answer ("get_legal.xml");
  g_assert_cmpint (tally.status.state, ==, CS_LEGAL_IN_FORCE);
  g_assert_true (tally.status.badges & CS_LEGAL_BADGE_PART_LAPSED);
  g_assert_cmpuint (cs_office_date_to_key (tally.status.expiry), ==, 20300624);
  g_assert_true (tally.status.is_estimate);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/family/legal-real/answers", test_answers);
  g_test_add_func ("/family/legal-real/european", test_european);
  return g_test_run ();
}
