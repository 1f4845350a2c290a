#include "ops-server.h"

#include <string.h>

const char ops_answer[] = "<ops:world-patent-data xmlns:ops='http://ops.epo.org'/>";

static void
give_token (OpsServer *ops, SoupServerMessage *message)
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
answer_fault (OpsServer *ops, SoupServerMessage *message)
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
give_data (OpsServer *ops, SoupServerMessage *message)
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
  soup_server_message_set_response (message, "application/xml", SOUP_MEMORY_COPY,
                                    ops->answer, strlen (ops->answer));
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

OpsServer *
ops_server_new (const char *fault, guint n_faults)
{
  OpsServer *ops = g_new0 (OpsServer, 1);
  g_autoptr (GError) error = NULL;
  GSList *uris;

  ops->server = soup_server_new (NULL, NULL);
  ops->answer = ops_answer;
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

void
ops_server_free (OpsServer *ops)
{
  soup_server_disconnect (ops->server);
  g_object_unref (ops->server);
  g_free (ops->base);
  g_free (ops);
}
