#include "cs-ops-limits.h"

#include <string.h>

#define MINUTE_MS (60 * 1000)
#define MOST_PER_MINUTE 10000

static const char *const lane_names[CS_N_OPS_LANES] = { "images", "inpadoc", "retrieval", "search",
                                                        "other" };

void
cs_ops_limits_init (CsOpsLimits *limits)
{
  *limits = (CsOpsLimits){ .is_overloaded = FALSE };
  for (guint i = 0; i < CS_N_OPS_LANES; i++)
    limits->per_minute[i] = CS_OPS_FAIR_PER_MINUTE;
}

/* "inpadoc=green:60" */
static void
read_lane (CsOpsLimits *limits, const char *words)
{
  g_auto (GStrv) parts = g_strsplit_set (words, "=:", 3);

  if (g_strv_length (parts) != 3)
    return;

  for (guint i = 0; i < CS_N_OPS_LANES; i++)
    {
      guint64 number;

      if (g_ascii_strcasecmp (parts[0], lane_names[i]) != 0)
        continue;
      if (g_ascii_strcasecmp (parts[1], "black") == 0)
        limits->per_minute[i] = 0;
      else if (g_ascii_string_to_unsigned (parts[2], 10, 0, MOST_PER_MINUTE, &number, NULL))
        limits->per_minute[i] = (guint)number;
    }
}

void
cs_ops_limits_read_throttling (CsOpsLimits *limits, const char *header)
{
  g_auto (GStrv) lanes = NULL;
  const char *open = header == NULL ? NULL : strchr (header, '(');

  if (open == NULL)
    return;

  limits->is_overloaded = g_ascii_strncasecmp (header, "overloaded", strlen ("overloaded")) == 0;
  lanes = g_strsplit_set (open + 1, ",)", -1);
  for (guint i = 0; lanes[i] != NULL; i++)
    read_lane (limits, g_strstrip (lanes[i]));
}

guint
cs_ops_limits_get_gap_ms (const CsOpsLimits *limits, CsOpsLane lane)
{
  guint gap_ms =
      limits->per_minute[lane] == 0 ? MINUTE_MS : MINUTE_MS / limits->per_minute[lane];

  return limits->is_overloaded ? MIN (2 * gap_ms, MINUTE_MS) : gap_ms;
}
