#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsOpsLane:
 *
 * What a request asks for; OPS counts each kind for itself.
 */
typedef enum
{
  CS_OPS_IMAGES,
  CS_OPS_INPADOC,   /* families, legal events */
  CS_OPS_RETRIEVAL, /* published data */
  CS_OPS_SEARCH,
  CS_OPS_OTHER,
  CS_N_OPS_LANES
} CsOpsLane;

/**
 * CsOpsLimits:
 * @per_minute: requests that are allowed now, by #CsOpsLane; 0 for none
 * @is_overloaded: whether the service says so of itself
 * @hour_bytes: what was fetched in this hour, 0 when not told
 * @week_bytes: what was fetched in this week, 0 when not told
 *
 * What OPS said last about how much may be asked. A plain value.
 */
typedef struct
{
  guint per_minute[CS_N_OPS_LANES];
  gboolean is_overloaded;
  guint64 hour_bytes;
  guint64 week_bytes;
} CsOpsLimits;

/** CS_OPS_FAIR_PER_MINUTE: requests of a kind before OPS has said anything. Source: EPO, fair use
 * charter, about one a second; not verified */
#define CS_OPS_FAIR_PER_MINUTE 60

/** cs_ops_limits_init: sets what holds before OPS has said anything */
void cs_ops_limits_init (CsOpsLimits *limits);

/**
 * cs_ops_limits_read_throttling:
 * @limits: what was known
 * @header: (nullable): X-Throttling-Control: "idle (images=green:200, inpadoc=green:60, ...)"
 *
 * Takes over what @header says; what it does not say, or says in another way, stays. A black light
 * allows nothing.
 */
void cs_ops_limits_read_throttling (CsOpsLimits *limits,
                                    const char *header);

/** cs_ops_limits_get_gap_ms: Returns: milliseconds that must lie between two requests of @lane; a
 * minute when none is allowed now */
guint cs_ops_limits_get_gap_ms (const CsOpsLimits *limits,
                                CsOpsLane lane);

G_END_DECLS
