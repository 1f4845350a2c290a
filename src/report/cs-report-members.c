#include "cs-report-members.h"

void
cs_report_add_string (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  if (value == NULL)
    json_builder_add_null_value (json);
  else
    json_builder_add_string_value (json, value);
}

void
cs_report_add_number (JsonBuilder *json, const char *name, guint64 value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}
