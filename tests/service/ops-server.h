#pragma once

#include <libsoup/soup.h>

/* A server on this machine that answers as OPS does, and as OPS does on a bad day. */

/** ops_answer: an answer without records */
extern const char ops_answer[];

/**
 * OpsServer:
 * @server: it
 * @base: where it is
 * @answer: what it answers to requests for data; #ops_answer at first
 * @fault: what it does to them instead: "expired", "quota", "throttled", "many", "missing",
 *   "broken", "silent", "elsewhere", "cut"
 * @n_faults: how often it does so, before it answers
 * @n_tokens: that it gave, to the key "my-key" with "my-secret"
 * @n_requests: for data
 * @n_waits: of the client, for the client to count
 * @waited_ms: of the longest wait, the same
 *
 * It runs in the thread that made it.
 */
typedef struct
{
  SoupServer *server;
  char *base;
  const char *answer;
  const char *fault;
  guint n_faults;
  guint n_tokens;
  guint n_requests;
  guint n_waits;
  guint waited_ms;
} OpsServer;

/** ops_server_new: Returns: (transfer full): a server that does @fault @n_faults times */
OpsServer *ops_server_new (const char *fault,
                           guint n_faults);

/** ops_server_free: ends it */
void ops_server_free (OpsServer *ops);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OpsServer, ops_server_free)
