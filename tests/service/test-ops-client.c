#include "../../src/service/ops/cs-ops-client.h"

#include <string.h>

#include <libsoup/soup.h>

/* The client against a server on this machine that answers as OPS does, and as OPS does on a bad
 * day. The client blocks in a thread of its own; the server runs in this one. */

typedef struct
{
  SoupServer *server;
  char *base;
  const char *fault; /* what the server does to requests for data */
  guint n_faults;    /* how often it does so, before it answers */
  guint n_tokens;    /* that were given */
  guint n_requests;  /* for data */
  guint n_waits;     /* of the client */
  guint waited_ms;   /* of the longest */
} Ops;

#define FAMILY "family/publication/docdb/EP.2400812.A1"
static const char answer_text[] = "<ops:world-patent-data xmlns:ops='http://ops.epo.org'/>";

/* --- the server --- */

static void
give_token (Ops *ops, SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *credentials = soup_message_headers_get_one (headers, "Authorization");
  g_autofree char *answer = NULL;

  if (g_strcmp0 (credentials, "Basic bXkta2V5Om15LXNlY3JldA==") != 0) /* my-key:my-secret */
    {
      soup_server_message_set_status (message, SOUP_STATUS_UNAUTHORIZED, NULL);
      return;
    }
  ops->n_tokens++;
  answer = g_strdup_printf ("{\"access_token\": \"token-%u\", \"expires_in\": \"1199\"}",
                            ops->n_tokens);
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, answer,
                                    strlen (answer));
}

static void
answer_fault (Ops *ops, SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  static const char expired[] = "<fault><code>invalid_access_token</code></fault>";

  if (g_str_equal (ops->fault, "expired"))
    {
      soup_server_message_set_status (message, SOUP_STATUS_BAD_REQUEST, NULL);
      soup_server_message_set_response (message, "application/xml", SOUP_MEMORY_STATIC, expired,
                                        strlen (expired));
    }
  else if (g_str_equal (ops->fault, "quota"))
    {
      soup_server_message_set_status (message, SOUP_STATUS_FORBIDDEN, NULL);
      soup_message_headers_append (headers, "X-Rejection-Reason", "RegisteredQuotaPerWeek");
    }
  else if (g_str_equal (ops->fault, "throttled"))
    {
      soup_server_message_set_status (message, SOUP_STATUS_FORBIDDEN, NULL);
      soup_message_headers_append (headers, "X-Rejection-Reason", "ThrottlingControlQuota");
      soup_message_headers_append (headers, "Retry-After", "216383");
    }
  else if (g_str_equal (ops->fault, "many"))
    {
      soup_server_message_set_status (message, 429, "Too Many Requests");
      soup_message_headers_append (headers, "Retry-After", "7");
    }
  else if (g_str_equal (ops->fault, "missing"))
    soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
  else if (g_str_equal (ops->fault, "broken"))
    soup_server_message_set_status (message, SOUP_STATUS_INTERNAL_SERVER_ERROR, NULL);
  else if (g_str_equal (ops->fault, "silent"))
    soup_server_message_pause (message);
  else if (g_str_equal (ops->fault, "elsewhere"))
    soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "http://127.0.0.1:9/stolen");
}

/* Says that more will come than comes, and hangs up. */
static void
cut_off (SoupServerMessage *message)
{
  GSocket *socket = soup_server_message_get_socket (message);
  static const char half[] = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<ops:world";

  g_socket_send (socket, half, strlen (half), NULL, NULL);
  g_socket_shutdown (socket, TRUE, TRUE, NULL);
  soup_server_message_pause (message);
}

static void
give_data (Ops *ops, SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  ops->n_requests++;
  if (ops->n_requests <= ops->n_faults && g_str_equal (ops->fault, "cut"))
    {
      cut_off (message);
      return;
    }
  if (ops->n_requests <= ops->n_faults)
    {
      answer_fault (ops, message);
      return;
    }

  soup_message_headers_append (headers, "X-Throttling-Control",
                               "idle (images=green:200, inpadoc=green:60, other=green:1000, "
                               "retrieval=green:200, search=green:30)");
  soup_message_headers_append (headers, "X-IndividualQuotaPerHour-Used", "166808");
  soup_message_headers_append (headers, "X-RegisteredQuotaPerWeek-Used", "166809");
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "application/xml", SOUP_MEMORY_STATIC, answer_text,
                                    strlen (answer_text));
}

static void
on_request (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer data)
{
  if (g_str_equal (path, "/auth/accesstoken"))
    give_token (data, message);
  else
    give_data (data, message);
}

static Ops *
ops_new (const char *fault, guint n_faults)
{
  Ops *ops = g_new0 (Ops, 1);
  g_autoptr (GError) error = NULL;
  GSList *uris;

  ops->server = soup_server_new (NULL, NULL);
  ops->fault = fault;
  ops->n_faults = n_faults;
  soup_server_add_handler (ops->server, NULL, on_request, ops, NULL);
  soup_server_listen_local (ops->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (ops->server);
  ops->base = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify)g_uri_unref);

  return ops;
}

static void
ops_free (Ops *ops)
{
  soup_server_disconnect (ops->server);
  g_object_unref (ops->server);
  g_free (ops->base);
  g_free (ops);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ops, ops_free)

/* --- the client, in its thread --- */

typedef struct
{
  Ops *ops;
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
  g_assert_cmpmem (text, n_bytes, answer_text, strlen (answer_text));
}

/* --- tests --- */

static void
test_answered (void)
{
  g_autoptr (Ops) ops = ops_new ("", 0);
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
  g_autoptr (Ops) ops = ops_new (fault->fault, fault->n_faults);
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
  g_autoptr (Ops) ops = ops_new ("", 0);
  g_auto (Asking) asking = { .ops = ops, .secret = "another" };

  ask (&asking);
  g_assert_error (asking.error, CS_OPS_ERROR, CS_OPS_ERROR_KEY);
  g_assert_cmpuint (ops->n_requests, ==, 0);
  g_assert_null (strstr (asking.error->message, "another"));
}

static void
test_cancelled (void)
{
  g_autoptr (Ops) ops = ops_new ("broken", 99);
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
