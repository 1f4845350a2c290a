#include "../../src/service/ops/cs-ops-client.h"

#include <string.h>

#include "ops-server.h"

/* The client against a server on this machine. The client blocks in a thread of its own; the server
 * runs in this one. */

#define FAMILY "family/publication/docdb/EP.2400812.A1"

/* --- the client, in its thread --- */

typedef struct
{
  OpsServer *ops;
  const char *secret;
  guint n_gets;
  GCancellable *cancellable;
  GBytes *answer;
  GError *error;
  CsOpsLimits limits;
  gboolean done;
} Asking;

static gboolean
note_wait (guint milliseconds, gpointer data, GCancellable *cancellable, GError **error)
{
  Asking *asking = data;

  asking->ops->n_waits++;
  asking->ops->waited_ms = MAX (asking->ops->waited_ms, milliseconds);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gpointer
ask_in_thread (gpointer data)
{
  Asking *asking = data;
  g_autoptr (CsOpsClient) client =
      cs_ops_client_new (asking->ops->base, "my-key", asking->secret, &asking->error);

  g_assert_no_error (asking->error);
  cs_ops_client_set_wait (client, note_wait, asking);
  cs_ops_client_set_timeout (client, 1);
  for (guint i = 0; i < asking->n_gets; i++)
    {
      g_clear_pointer (&asking->answer, g_bytes_unref);
      g_clear_error (&asking->error);
      asking->answer = cs_ops_client_get (client, CS_OPS_INPADOC, FAMILY, asking->cancellable,
                                          &asking->error);
    }
  asking->limits = *cs_ops_client_get_limits (client);
  g_atomic_int_set (&asking->done, TRUE);
  g_main_context_wakeup (NULL);

  return NULL;
}

static void
asking_clear (Asking *asking)
{
  g_clear_pointer (&asking->answer, g_bytes_unref);
  g_clear_error (&asking->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asking, asking_clear)

static void
ask (Asking *asking)
{
  GThread *thread;

  if (asking->secret == NULL)
    asking->secret = "my-secret";
  if (asking->n_gets == 0)
    asking->n_gets = 1;
  thread = g_thread_new ("client", ask_in_thread, asking);
  while (!g_atomic_int_get (&asking->done))
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (thread);
}

static void
assert_answered (const Asking *asking)
{
  gsize n_bytes;
  const char *text;

  g_assert_no_error (asking->error);
  text = g_bytes_get_data (asking->answer, &n_bytes);
  g_assert_cmpmem (text, n_bytes, ops_answer, strlen (ops_answer));
}

/* --- tests --- */

static void
test_answered (void)
{
  g_autoptr (OpsServer) ops = ops_server_new ("", 0);
  g_auto (Asking) asking = { .ops = ops, .n_gets = 3 };

  ask (&asking);
  assert_answered (&asking);
  g_assert_cmpuint (ops->n_tokens, ==, 1);
  g_assert_cmpuint (ops->n_requests, ==, 3);
  g_assert_cmpuint (asking.limits.hour_bytes, ==, 166808);
  g_assert_cmpuint (asking.limits.week_bytes, ==, 166809);
  g_assert_cmpuint (asking.limits.per_minute[CS_OPS_SEARCH], ==, 30);
  g_assert_cmpuint (ops->n_waits, ==, 2); /* between the three */
  g_assert_cmpuint (ops->waited_ms, <=, 2000);
}

typedef struct
{
  const char *fault;
  guint n_faults;
  int error; /* CsOpsError, -1: it is answered */
  guint n_requests;
  guint n_tokens;
  guint least_wait_ms; /* of the longest wait */
} FaultCase;

static const FaultCase fault_cases[] = {
  { "expired", 1, -1, 2, 2, 0 },
  { "expired", 9, CS_OPS_ERROR_KEY, 2, 2, 0 },
  { "quota", 9, CS_OPS_ERROR_QUOTA, 1, 1, 0 },
  { "throttled", 1, -1, 2, 1, 216383 }, /* milliseconds, as OPS gives them */
  { "many", 2, -1, 3, 1, 7000 },        /* seconds, as HTTP gives them */
  { "many", 99, CS_OPS_ERROR_BUSY, 5, 1, 7000 },
  { "missing", 9, CS_OPS_ERROR_NOT_FOUND, 1, 1, 0 },
  { "broken", 3, -1, 4, 1, 4000 },
  { "broken", 99, CS_OPS_ERROR_BUSY, 5, 1, 8000 },
  { "cut", 1, -1, 2, 1, 1000 },
  { "silent", 1, -1, 2, 1, 1000 },
  { "elsewhere", 9, CS_OPS_ERROR_REFUSED, 1, 1, 0 },
};

static void
test_fault (gconstpointer data)
{
  const FaultCase *fault = data;
  g_autoptr (OpsServer) ops = ops_server_new (fault->fault, fault->n_faults);
  g_auto (Asking) asking = { .ops = ops };

  ask (&asking);
  if (fault->error < 0)
    assert_answered (&asking);
  else
    g_assert_error (asking.error, CS_OPS_ERROR, fault->error);
  g_assert_cmpuint (ops->n_requests, ==, fault->n_requests);
  g_assert_cmpuint (ops->n_tokens, ==, fault->n_tokens);
  g_assert_cmpuint (ops->waited_ms, >=, fault->least_wait_ms);
}

static void
test_wrong_key (void)
{
  g_autoptr (OpsServer) ops = ops_server_new ("", 0);
  g_auto (Asking) asking = { .ops = ops, .secret = "another" };

  ask (&asking);
  g_assert_error (asking.error, CS_OPS_ERROR, CS_OPS_ERROR_KEY);
  g_assert_cmpuint (ops->n_requests, ==, 0);
  g_assert_null (strstr (asking.error->message, "another"));
}

static void
test_cancelled (void)
{
  g_autoptr (OpsServer) ops = ops_server_new ("broken", 99);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Asking) asking = { .ops = ops, .cancellable = cancellable };

  g_cancellable_cancel (cancellable);
  ask (&asking);
  g_assert_error (asking.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (ops->n_requests, ==, 0);
}

/* A key is sent over an encrypted line, or to this machine. */
static void
test_refused_places (void)
{
  static const char *const places[] = { "http://ops.example.org", "ops.epo.org", "ftp://localhost",
                                        "http://127.0.0.1.example.org", "" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cs_ops_client_new (places[i], "k", "s", &error));
      g_assert_error (error, CS_OPS_ERROR, CS_OPS_ERROR_NETWORK);
    }
}

static void
test_limits (void)
{
  CsOpsLimits limits;

  cs_ops_limits_init (&limits);
  g_assert_cmpuint (cs_ops_limits_get_gap_ms (&limits, CS_OPS_SEARCH), ==, 1000);
  cs_ops_limits_read_throttling (&limits, "busy (search=yellow:15, inpadoc=black:0, x=y, "
                                          "retrieval=green:many)");
  g_assert_cmpuint (cs_ops_limits_get_gap_ms (&limits, CS_OPS_SEARCH), ==, 4000);
  g_assert_cmpuint (cs_ops_limits_get_gap_ms (&limits, CS_OPS_INPADOC), ==, 60000);
  g_assert_cmpuint (cs_ops_limits_get_gap_ms (&limits, CS_OPS_RETRIEVAL), ==, 1000);
  cs_ops_limits_read_throttling (&limits, "overloaded (search=red:15)");
  g_assert_cmpuint (cs_ops_limits_get_gap_ms (&limits, CS_OPS_SEARCH), ==, 8000);
  cs_ops_limits_read_throttling (&limits, "nonsense");
  cs_ops_limits_read_throttling (&limits, NULL);
  g_assert_cmpuint (cs_ops_limits_get_gap_ms (&limits, CS_OPS_SEARCH), ==, 8000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ops-client/answered", test_answered);
  for (guint i = 0; i < G_N_ELEMENTS (fault_cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/ops-client/fault/%s-%u", fault_cases[i].fault,
                                               fault_cases[i].n_faults);

      g_test_add_data_func (name, &fault_cases[i], test_fault);
    }
  g_test_add_func ("/ops-client/wrong-key", test_wrong_key);
  g_test_add_func ("/ops-client/cancelled", test_cancelled);
  g_test_add_func ("/ops-client/refused-places", test_refused_places);
  g_test_add_func ("/ops-client/limits", test_limits);

  return g_test_run ();
}
