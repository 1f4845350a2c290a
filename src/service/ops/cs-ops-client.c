#include "cs-ops-client.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

#define MAX_TRIES 5
#define FIRST_PAUSE_MS 1000              /* before the second try; then doubled */
#define LONGEST_PAUSE_MS (5 * 60 * 1000) /* that OPS may ask for */
#define MAX_ANSWER_BYTES (64 * 1024 * 1024)
#define TIMEOUT_S 60
#define EARLY_US (30 * G_USEC_PER_SEC) /* a token is renewed before it runs out */
#define DEFAULT_LIFE_S 1200
#define TOO_MANY_REQUESTS 429 /* RFC 6585; libsoup has no name for it */

struct _CsOpsClient
{
  SoupSession *session;
  char *base;
  char *key;
  char *secret;
  char *token; /* NULL when there is none */
  gint64 token_ends_us;
  CsOpsLimits limits;
  gint64 next_us[CS_N_OPS_LANES]; /* not before that */
  CsOpsWait wait;
  gpointer wait_data;
};

G_DEFINE_QUARK (cs_ops_error_quark, cs_ops_error)

/* --- waiting --- */

static gboolean
really_wait (guint milliseconds, gpointer data, GCancellable *cancellable, GError **error)
{
  GPollFD poll;

  if (!g_cancellable_make_pollfd (cancellable, &poll))
    {
      g_usleep ((gulong)milliseconds * 1000);
      return TRUE;
    }

  g_poll (&poll, 1, (int)milliseconds);
  g_cancellable_release_fd (cancellable);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
keep_pace (CsOpsClient *client, CsOpsLane lane, GCancellable *cancellable, GError **error)
{
  gint64 now_us = g_get_monotonic_time ();
  gint64 next_us = client->next_us[lane];
  gint64 gap_us = (gint64)cs_ops_limits_get_gap_ms (&client->limits, lane) * 1000;

  client->next_us[lane] = MAX (now_us, next_us) + gap_us;
  if (next_us <= now_us)
    return TRUE;

  return client->wait ((guint)((next_us - now_us) / 1000), client->wait_data, cancellable, error);
}

/* --- one request --- */

/* What came of a request that was sent. */
typedef struct
{
  guint status;    /* of HTTP; 0 when nothing came */
  GBytes *body;    /* NULL when it is too large */
  char *reason;    /* X-Rejection-Reason; nullable */
  guint retry_ms;  /* what OPS asks to wait, 0 when it does not */
  GError *trouble; /* why nothing came */
} Answer;

static void
answer_clear (Answer *answer)
{
  g_clear_pointer (&answer->body, g_bytes_unref);
  g_clear_pointer (&answer->reason, g_free);
  g_clear_error (&answer->trouble);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

static guint64
read_number (const char *text)
{
  guint64 number = 0;

  if (text != NULL)
    g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &number, NULL);

  return number;
}

static void
read_headers (CsOpsClient *client, SoupMessage *message, Answer *answer)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const char *hour = soup_message_headers_get_one (headers, "X-IndividualQuotaPerHour-Used");
  const char *week = soup_message_headers_get_one (headers, "X-RegisteredQuotaPerWeek-Used");
  guint64 retry = read_number (soup_message_headers_get_one (headers, "Retry-After"));

  cs_ops_limits_read_throttling (&client->limits,
                                 soup_message_headers_get_one (headers, "X-Throttling-Control"));
  if (hour != NULL)
    client->limits.hour_bytes = read_number (hour);
  if (week != NULL)
    client->limits.week_bytes = read_number (week);
  answer->reason = g_strdup (soup_message_headers_get_one (headers, "X-Rejection-Reason"));
  /* OPS was seen to give milliseconds; HTTP has seconds. A small number can only be the latter. */
  answer->retry_ms = (guint)MIN (retry < 1000 ? retry * 1000 : retry, LONGEST_PAUSE_MS);
}

static void
read_body (GInputStream *stream, Answer *answer, GCancellable *cancellable)
{
  g_autoptr (GByteArray) body = g_byte_array_new ();
  guint8 part[16 * 1024];
  gssize n_read;

  while ((n_read = g_input_stream_read (stream, part, sizeof part, cancellable,
                                        &answer->trouble)) > 0)
    {
      g_byte_array_append (body, part, (guint)n_read);
      if (body->len > MAX_ANSWER_BYTES)
        return;
    }
  if (n_read == 0)
    answer->body = g_byte_array_free_to_bytes (g_steal_pointer (&body));
}

/* @answer: what came; never fails otherwise */
static void
send_message (CsOpsClient *client, SoupMessage *message, Answer *answer, GCancellable *cancellable)
{
  g_autoptr (GInputStream) stream = NULL;

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT); /* the key goes nowhere else */
  stream = soup_session_send (client->session, message, cancellable, &answer->trouble);
  if (stream == NULL)
    return;

  answer->status = soup_message_get_status (message);
  read_headers (client, message, answer);
  read_body (stream, answer, cancellable);
  if (answer->trouble != NULL)
    answer->status = 0;
}

/* --- the token --- */

static gboolean
take_token (CsOpsClient *client, GBytes *body, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize n_bytes;
  const char *text = g_bytes_get_data (body, &n_bytes);
  JsonObject *object = NULL;
  guint64 life_s;

  if (json_parser_load_from_data (parser, text, (gssize)n_bytes, NULL) &&
      json_parser_get_root (parser) != NULL &&
      JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    object = json_node_get_object (json_parser_get_root (parser));
  if (object != NULL)
    client->token =
        g_strdup (json_object_get_string_member_with_default (object, "access_token", NULL));
  if (client->token == NULL)
    {
      g_set_error (error, CS_OPS_ERROR, CS_OPS_ERROR_ANSWER,
                   _ ("OPS answered the request for access with something else than a token"));
      return FALSE;
    }

  life_s = read_number (json_object_get_string_member_with_default (object, "expires_in", ""));
  if (life_s == 0 || life_s > G_MAXINT32)
    life_s = DEFAULT_LIFE_S;
  client->token_ends_us = g_get_monotonic_time () + (gint64)life_s * G_USEC_PER_SEC;

  return TRUE;
}

static void
drop_token (CsOpsClient *client)
{
  g_clear_pointer (&client->token, g_free);
}

static SoupMessage *
new_token_message (CsOpsClient *client)
{
  g_autofree char *uri = g_strconcat (client->base, "/auth/accesstoken", NULL);
  g_autofree char *pair = g_strconcat (client->key, ":", client->secret, NULL);
  g_autofree char *coded = g_base64_encode ((const guchar *)pair, strlen (pair));
  g_autofree char *credentials = g_strconcat ("Basic ", coded, NULL);
  static const char form[] = "grant_type=client_credentials";
  g_autoptr (GBytes) body = g_bytes_new_static (form, strlen (form));
  SoupMessage *message = soup_message_new (SOUP_METHOD_POST, uri);

  soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization",
                                credentials);
  soup_message_set_request_body_from_bytes (message, "application/x-www-form-urlencoded", body);

  return message;
}

static SoupMessage *
new_message (CsOpsClient *client, const char *path)
{
  g_autofree char *uri = g_strconcat (client->base, "/rest-services/", path, NULL);
  g_autofree char *credentials = g_strconcat ("Bearer ", client->token, NULL);
  SoupMessage *message = soup_message_new (SOUP_METHOD_GET, uri);
  SoupMessageHeaders *headers;

  if (message == NULL)
    return NULL;

  headers = soup_message_get_request_headers (message);
  soup_message_headers_replace (headers, "Authorization", credentials);
  soup_message_headers_replace (headers, "Accept", "application/xml");

  return message;
}

/* --- what to make of an answer --- */

typedef enum
{
  TAKE,  /* it is what was asked for */
  AGAIN, /* it may go better after a pause */
  RENEW, /* the token ran out */
  FAIL
} Verdict;

static gboolean
says (const Answer *answer, const char *words)
{
  gsize n_bytes;
  const char *text = answer->body == NULL ? NULL : g_bytes_get_data (answer->body, &n_bytes);

  return text != NULL && g_strstr_len (text, (gssize)n_bytes, words) != NULL;
}

static gboolean
is_quota (const Answer *answer)
{
  return g_strcmp0 (answer->reason, "IndividualQuotaPerHour") == 0 ||
         g_strcmp0 (answer->reason, "RegisteredQuotaPerWeek") == 0;
}

/* OPS says 400 where others say 401. */
static gboolean
is_token_trouble (const Answer *answer)
{
  return answer->status == SOUP_STATUS_UNAUTHORIZED ||
         (answer->status == SOUP_STATUS_BAD_REQUEST &&
          (says (answer, "invalid_access_token") || says (answer, "invalid access token") ||
           says (answer, "Access Token expired") || says (answer, "access token has expired")));
}

static Verdict
judge (const Answer *answer)
{
  if (answer->status == SOUP_STATUS_OK)
    return answer->body != NULL ? TAKE : FAIL;
  if (answer->status == 0 || answer->status == TOO_MANY_REQUESTS ||
      answer->status >= SOUP_STATUS_INTERNAL_SERVER_ERROR)
    return AGAIN;
  if (answer->status == SOUP_STATUS_FORBIDDEN)
    return is_quota (answer) ? FAIL : AGAIN;

  return is_token_trouble (answer) ? RENEW : FAIL;
}

static void
set_quota_error (const Answer *answer, GError **error)
{
  g_set_error_literal (error, CS_OPS_ERROR, CS_OPS_ERROR_QUOTA,
                       g_strcmp0 (answer->reason, "IndividualQuotaPerHour") == 0 ?
                           _ ("what OPS allows in an hour is used up; go on in an hour") :
                           _ ("what OPS allows in a week is used up; go on next week"));
}

/* Why nothing came of @answer, also after several tries. */
static void
set_error (const Answer *answer, const char *path, GError **error)
{
  if (answer->status == SOUP_STATUS_OK)
    g_set_error (error, CS_OPS_ERROR, CS_OPS_ERROR_ANSWER, _ ("the answer to \"%s\" is too large"),
                 path);
  else if (answer->status == 0)
    g_set_error (error, CS_OPS_ERROR, CS_OPS_ERROR_NETWORK,
                 _ ("OPS cannot be reached: %s; look at the network, then try again"),
                 answer->trouble->message);
  else if (is_quota (answer))
    set_quota_error (answer, error);
  else if (answer->status == SOUP_STATUS_NOT_FOUND)
    g_set_error (error, CS_OPS_ERROR, CS_OPS_ERROR_NOT_FOUND, _ ("OPS does not have \"%s\""),
                 path);
  else if (is_token_trouble (answer))
    g_set_error_literal (error, CS_OPS_ERROR, CS_OPS_ERROR_KEY,
                         _ ("OPS does not take the key; look whether key and secret are right"));
  else if (judge (answer) == AGAIN)
    g_set_error (error, CS_OPS_ERROR, CS_OPS_ERROR_BUSY,
                 _ ("OPS is too busy to answer \"%s\" (status %u); try again later"), path,
                 answer->status);
  else
    g_set_error (error, CS_OPS_ERROR, CS_OPS_ERROR_REFUSED,
                 _ ("OPS refused \"%s\" (status %u)"), path, answer->status);
}

/* --- asking --- */

/* What is asked, and how often it was. */
typedef struct
{
  CsOpsClient *client;
  CsOpsLane lane;
  const char *path; /* NULL: for a token */
  GCancellable *cancellable;
} Question;

static gboolean
ask_once (const Question *question, Answer *answer, GError **error)
{
  CsOpsClient *client = question->client;
  g_autoptr (SoupMessage) message = NULL;

  if (!keep_pace (client, question->lane, question->cancellable, error))
    return FALSE;

  message = question->path == NULL ? new_token_message (client) :
                                     new_message (client, question->path);
  if (message == NULL)
    {
      g_set_error (error, CS_OPS_ERROR, CS_OPS_ERROR_REFUSED, _ ("\"%s\" is no request"),
                   question->path);
      return FALSE;
    }
  send_message (client, message, answer, question->cancellable);

  return !g_cancellable_set_error_if_cancelled (question->cancellable, error);
}

/* Returns: whether there is an answer in @answer that is no reason to ask again */
static gboolean
ask (const Question *question, Answer *answer, GError **error)
{
  guint pause_ms = FIRST_PAUSE_MS;

  for (guint n = 1; n <= MAX_TRIES; n++)
    {
      answer_clear (answer);
      *answer = (Answer){ 0 };
      if (!ask_once (question, answer, error))
        return FALSE;
      if (judge (answer) != AGAIN || n == MAX_TRIES)
        break;
      if (!question->client->wait (MAX (pause_ms, answer->retry_ms), question->client->wait_data,
                                   question->cancellable, error))
        return FALSE;
      pause_ms *= 2;
    }

  return TRUE;
}

static gboolean
ensure_token (CsOpsClient *client, GCancellable *cancellable, GError **error)
{
  const Question question = { client, CS_OPS_OTHER, NULL, cancellable };
  g_auto (Answer) answer = { 0 };

  if (client->token != NULL && g_get_monotonic_time () + EARLY_US < client->token_ends_us)
    return TRUE;

  drop_token (client);
  if (!ask (&question, &answer, error))
    return FALSE;
  if (judge (&answer) == TAKE)
    return take_token (client, answer.body, error);

  if (answer.status == SOUP_STATUS_BAD_REQUEST)
    answer.status = SOUP_STATUS_UNAUTHORIZED; /* the key is all there is to be wrong */
  set_error (&answer, "auth/accesstoken", error);
  return FALSE;
}

GBytes *
cs_ops_client_get (CsOpsClient *client,
                   CsOpsLane lane,
                   const char *path,
                   GCancellable *cancellable,
                   GError **error)
{
  const Question question = { client, lane, path, cancellable };

  for (guint n_tokens = 0; n_tokens < 2; n_tokens++)
    {
      g_auto (Answer) answer = { 0 };

      if (!ensure_token (client, cancellable, error) || !ask (&question, &answer, error))
        return NULL;
      if (judge (&answer) == TAKE)
        return g_steal_pointer (&answer.body);
      if (judge (&answer) != RENEW || n_tokens > 0)
        {
          set_error (&answer, path, error);
          return NULL;
        }
      drop_token (client);
    }

  return NULL;
}

/* --- the client --- */

/* A key goes over the net in a form that anybody can read who can read the message. */
static gboolean
is_safe (const char *base)
{
  g_autoptr (GUri) uri = g_uri_parse (base, G_URI_FLAGS_NONE, NULL);
  const char *host = uri == NULL ? NULL : g_uri_get_host (uri);

  if (host == NULL)
    return FALSE;

  return g_str_equal (g_uri_get_scheme (uri), "https") ||
         (g_str_equal (g_uri_get_scheme (uri), "http") &&
          (g_str_equal (host, "127.0.0.1") || g_str_equal (host, "localhost")));
}

CsOpsClient *
cs_ops_client_new (const char *base, const char *key, const char *secret, GError **error)
{
  CsOpsClient *client;

  if (*key == '\0' || *secret == '\0')
    {
      g_set_error_literal (error, CS_OPS_ERROR, CS_OPS_ERROR_KEY,
                           _ ("there is no key for OPS; enter yours"));
      return NULL;
    }
  if (!is_safe (base))
    {
      g_set_error (error, CS_OPS_ERROR, CS_OPS_ERROR_NETWORK,
                   _ ("\"%s\" is not encrypted; the key is not sent there"), base);
      return NULL;
    }

  client = g_new0 (CsOpsClient, 1);
  client->session = soup_session_new ();
  soup_session_set_user_agent (client->session, "claimsmith/" CS_VERSION);
  client->base = g_strdup (base);
  client->key = g_strdup (key);
  client->secret = g_strdup (secret);
  client->wait = really_wait;
  cs_ops_limits_init (&client->limits);
  cs_ops_client_set_timeout (client, TIMEOUT_S);

  return client;
}

void
cs_ops_client_free (CsOpsClient *client)
{
  g_clear_object (&client->session);
  drop_token (client);
  g_free (client->base);
  g_free (client->key);
  g_free (client->secret);
  g_free (client);
}

void
cs_ops_client_set_timeout (CsOpsClient *client, guint seconds)
{
  soup_session_set_timeout (client->session, seconds);
}

void
cs_ops_client_set_wait (CsOpsClient *client, CsOpsWait wait, gpointer data)
{
  client->wait = wait;
  client->wait_data = data;
}

const CsOpsLimits *
cs_ops_client_get_limits (const CsOpsClient *client)
{
  return &client->limits;
}
