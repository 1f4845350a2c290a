#pragma once

#include "cs-ops-client.h"

G_BEGIN_DECLS

/**
 * CsOpsPart:
 *
 * What is fetched of a publication beside its family.
 */
typedef enum
{
  CS_OPS_PART_BIBLIO = 1 << 0, /* titles, parties, classes of all members */
  CS_OPS_PART_LEGAL = 1 << 1,  /* legal events of all members */
  CS_OPS_PART_CLAIMS = 1 << 2, /* of the publication that was named; some offices only */
  CS_OPS_PART_DESCRIPTION = 1 << 3
} CsOpsPart;

/**
 * CsOpsFeed:
 *
 * The answers of OPS for a list of publications, one after the other; a #CsIntakeFeed. Thread: the
 * one that made it.
 */
typedef struct _CsOpsFeed CsOpsFeed;

/**
 * cs_ops_feed_new:
 * @client: (transfer none): whom to ask; must outlive the feed
 * @numbers: (array zero-terminated=1): numbers of publications, in any form that
 *   cs_number_read() knows
 * @parts: bits of #CsOpsPart
 *
 * Returns: (transfer full): a feed that has asked nothing yet
 */
CsOpsFeed *cs_ops_feed_new (CsOpsClient *client,
                            const char *const *numbers,
                            guint parts) G_GNUC_WARN_UNUSED_RESULT;

/** cs_ops_feed_free: frees it */
void cs_ops_feed_free (CsOpsFeed *feed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsOpsFeed, cs_ops_feed_free)

/** cs_ops_feed_get_n_requests: Returns: how many requests it will make if all goes well */
guint cs_ops_feed_get_n_requests (const CsOpsFeed *feed);

/** cs_ops_feed_next: @data: a #CsOpsFeed. As #CsIntakeFeed: after an error of the key, of the
 * network or of the quota there is no next answer */
GBytes *cs_ops_feed_next (char **name,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
