#include "cs-library-lines.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-data-folder.h"
#include "../report/cs-terminal.h"
#include "../store/cs-store-json.h"

#define JSON_SCHEMA 1

int
cs_library_fail (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return CS_EXIT_STOPPED;

  cs_command_complain ("%s", error->message);

  return CS_EXIT_TROUBLE;
}

JsonBuilder *
cs_library_line_begin (void)
{
  JsonBuilder *json = json_builder_new ();

  json_builder_begin_object (json);
  cs_library_add_int (json, "schema", JSON_SCHEMA);

  return json;
}

void
cs_library_line_end (JsonBuilder *json)
{
  g_autoptr (JsonBuilder) own = json;
  g_autofree char *line = NULL;

  json_builder_end_object (own);
  line = cs_json_dup_line (own);
  g_print ("%s\n", line);
}

void
cs_library_add_string (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, value == NULL ? "" : value);
}

void
cs_library_add_int (JsonBuilder *json, const char *name, gint64 value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

void
cs_library_add_date (JsonBuilder *json, const char *name, CsOfficeDate date)
{
  g_autofree char *text = cs_office_date_dup_text (date);

  cs_library_add_string (json, name, text);
}

void
cs_library_print (const char *format, ...)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  cs_terminal_append (line, text, strlen (text));
  g_print ("%s\n", line->str);
}

CsLibrary *
cs_library_open_here (GError **error)
{
  g_autofree char *folder = cs_data_folder_dup (NULL);

  return cs_library_open_to_read (folder, error);
}

/* --- searching --- */

const char *const cs_library_orders[] = { "best", "relevance", "date", "priority",
                                          "applicant", "size", "title", NULL };

CsHitOrder
cs_library_get_order (const char *name)
{
  for (guint i = 0; cs_library_orders[i] != NULL; i++)
    if (g_strcmp0 (name, cs_library_orders[i]) == 0)
      return (CsHitOrder)i;

  return CS_HITS_BEST;
}

int
cs_library_complain_of_query (const CsQuery *query)
{
  glong before = g_utf8_strlen (query->text, (gssize)query->fault.start_byte);
  glong length = g_utf8_strlen (query->text + query->fault.start_byte,
                                (gssize)(query->fault.end_byte - query->fault.start_byte));

  cs_command_complain (_ ("at character %ld of the query: %s"), before + 1,
                       query->fault.message);
  if (length > 0)
    cs_command_complain ("%.*s", (int)(query->fault.end_byte - query->fault.start_byte),
                         query->text + query->fault.start_byte);

  return CS_EXIT_TROUBLE;
}
