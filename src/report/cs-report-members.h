#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Members of JSON objects, as all reports write them; for nobody else. Thread: one at a time. */

/** cs_report_add_string: adds a member; unknown (@value %NULL) is null */
void cs_report_add_string (JsonBuilder *json,
                           const char *name,
                           const char *value);

/** cs_report_add_number: adds a member */
void cs_report_add_number (JsonBuilder *json,
                           const char *name,
                           guint64 value);

G_END_DECLS
