#include "cs-ops-feed.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../family/cs-number.h"

/* A request that is still to be made. */
typedef struct
{
  CsOpsLane lane;
  char *path; /* NULL: @name is no number that OPS could be asked for */
  char *name;
} Request;

struct _CsOpsFeed
{
  CsOpsClient *client;
  GPtrArray *requests; /* of Request */
  guint at;
};

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_free (request->name);
  g_free (request);
}

static void
add (CsOpsFeed *feed, CsOpsLane lane, const char *name, char *path)
{
  Request *request = g_new0 (Request, 1);

  *request = (Request){ lane, path, g_strdup (name) };
  g_ptr_array_add (feed->requests, request);
}

/* The full text is there for some offices only; asking for it says so. */
static void
add_number (CsOpsFeed *feed, const char *text, guint parts)
{
  const CsNumberInput input = { .text = text,
                                .role = CS_NUMBER_PUBLICATION,
                                .form = CS_NUMBER_VENDOR };
  g_autoptr (CsNumber) number = cs_number_read (&input);
  g_autofree char *key = NULL;
  gboolean biblio = (parts & CS_OPS_PART_BIBLIO) != 0;
  gboolean legal = (parts & CS_OPS_PART_LEGAL) != 0;

  if (number->key == NULL)
    {
      add (feed, CS_OPS_OTHER, text, NULL);
      return;
    }

  key = g_strdup (number->key);
  if (number->kind[0] == '\0')
    key[strlen (key) - 1] = '\0'; /* "EP.2400812" */
  add (feed, CS_OPS_INPADOC, number->printed,
       g_strdup_printf ("family/publication/docdb/%s%s%s%s", key, biblio || legal ? "/" : "",
                        biblio ? "biblio" : "", !legal ? "" : biblio ? ",legal" :
                                                                       "legal"));
  if ((parts & CS_OPS_PART_CLAIMS) != 0)
    add (feed, CS_OPS_RETRIEVAL, number->printed,
         g_strdup_printf ("published-data/publication/docdb/%s/claims", key));
  if ((parts & CS_OPS_PART_DESCRIPTION) != 0)
    add (feed, CS_OPS_RETRIEVAL, number->printed,
         g_strdup_printf ("published-data/publication/docdb/%s/description", key));
}

CsOpsFeed *
cs_ops_feed_new (CsOpsClient *client, const char *const *numbers, guint parts)
{
  CsOpsFeed *feed = g_new0 (CsOpsFeed, 1);

  feed->client = client;
  feed->requests = g_ptr_array_new_with_free_func (request_free);
  for (; *numbers != NULL; numbers++)
    add_number (feed, *numbers, parts);

  return feed;
}

void
cs_ops_feed_free (CsOpsFeed *feed)
{
  g_ptr_array_unref (feed->requests);
  g_free (feed);
}

guint
cs_ops_feed_get_n_requests (const CsOpsFeed *feed)
{
  return feed->requests->len;
}

/* What the next request would meet as well. */
static gboolean
is_final (const GError *error)
{
  return g_error_matches (error, CS_OPS_ERROR, CS_OPS_ERROR_KEY) ||
         g_error_matches (error, CS_OPS_ERROR, CS_OPS_ERROR_QUOTA) ||
         g_error_matches (error, CS_OPS_ERROR, CS_OPS_ERROR_NETWORK) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

GBytes *
cs_ops_feed_next (char **name, gpointer data, GCancellable *cancellable, GError **error)
{
  CsOpsFeed *feed = data;
  const Request *request;
  GError *own = NULL;
  GBytes *answer = NULL;

  if (feed->at >= feed->requests->len)
    return NULL;

  request = feed->requests->pdata[feed->at++];
  *name = g_strdup (request->name);
  if (request->path == NULL)
    g_set_error (&own, CS_OPS_ERROR, CS_OPS_ERROR_REFUSED,
                 _ ("\"%s\" is no number of a publication"), request->name);
  else
    answer = cs_ops_client_get (feed->client, request->lane, request->path, cancellable, &own);
  if (is_final (own))
    feed->at = feed->requests->len;
  if (own != NULL)
    g_propagate_error (error, own);

  return answer;
}
