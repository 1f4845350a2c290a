#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CsSeverity: how bad a finding is, in the order in which findings are counted and shown. */
typedef enum
{
  CS_SEVERITY_ERROR,   /* 必须改: an objection is almost certain */
  CS_SEVERITY_WARNING, /* 建议改: likely, or depends on facts */
  CS_SEVERITY_ADVICE,  /* 提示: good practice */
  CS_N_SEVERITIES
} CsSeverity;

/** cs_severity_get_name: Returns: (transfer none): "error", "warning", "advice" */
const char *cs_severity_get_name (CsSeverity severity);

G_END_DECLS
