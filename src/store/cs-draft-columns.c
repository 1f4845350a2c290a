#include "cs-draft-columns.h"

#include <string.h>

#include "../base/cs-limits.h"
#include "cs-store-json.h"

#define MAX_CODE_BYTES 40 /* of the code of a reading note */

gboolean
cs_columns_read_part (const char *name, CsPart *part)
{
  for (guint i = 0; i < CS_N_PARTS; i++)
    if (g_strcmp0 (cs_part_get_name (i), name) == 0)
      {
        *part = i;
        return TRUE;
      }

  return FALSE;
}

/* --- arrays of objects --- */

/* Appends what @object says to @entries. Returns: whether it makes sense */
typedef gboolean (*ReadEntry) (JsonObject *object, GArray *entries);

/* @node: (nullable). Returns: whether it is an array of nothing but objects that make sense */
static gboolean
read_array (JsonNode *node, ReadEntry read, GArray *entries)
{
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = cs_json_get_object (json_array_get_element (array, i));

      if (object == NULL || !read (object, entries))
        return FALSE;
    }

  return TRUE;
}

/* --- the filing sheet --- */

static void
add_strings (JsonBuilder *json, const char *name, char *const *strings)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (; *strings != NULL; strings++)
    {
      g_autofree char *valid = g_utf8_make_valid (*strings, -1);

      json_builder_add_string_value (json, valid);
    }
  json_builder_end_array (json);
}

static void
add_priorities (JsonBuilder *json, const GArray *priorities)
{
  json_builder_set_member_name (json, "priorities");
  json_builder_begin_array (json);
  for (guint i = 0; i < priorities->len; i++)
    {
      const CsPriorityClaim *priority = &g_array_index (priorities, CsPriorityClaim, i);

      json_builder_begin_object (json);
      cs_json_add_string (json, "country", priority->country);
      cs_json_add_string (json, "number", priority->number);
      cs_json_add_string (json, "date", priority->date);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

/* Only what is known: the sheets of older versions stay as they were. */
static void
add_persons (JsonBuilder *json, const GArray *persons)
{
  if (persons->len == 0)
    return;

  json_builder_set_member_name (json, "persons");
  json_builder_begin_array (json);
  for (guint i = 0; i < persons->len; i++)
    {
      const CsPerson *person = &g_array_index (persons, CsPerson, i);

      json_builder_begin_object (json);
      cs_json_add_string (json, "name", person->name);
      cs_json_add_string (json, "country", person->country);
      cs_json_add_string (json, "identity", person->identity);
      cs_json_add_string (json, "address", person->address);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_deposits (JsonBuilder *json, const GArray *deposits)
{
  if (deposits->len == 0)
    return;

  json_builder_set_member_name (json, "deposits");
  json_builder_begin_array (json);
  for (guint i = 0; i < deposits->len; i++)
    {
      const CsDeposit *deposit = &g_array_index (deposits, CsDeposit, i);

      json_builder_begin_object (json);
      cs_json_add_string (json, "authority", deposit->authority);
      cs_json_add_string (json, "number", deposit->number);
      cs_json_add_string (json, "date", deposit->date);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_facts (JsonBuilder *json, char *const *facts)
{
  gboolean any = FALSE;

  for (guint i = 0; i < CS_N_FACTS; i++)
    any = any || facts[i] != NULL;
  if (!any)
    return;

  json_builder_set_member_name (json, "facts");
  json_builder_begin_object (json);
  for (guint i = 0; i < CS_N_FACTS; i++)
    cs_json_add_string (json, cs_request_fact_get_name (i), facts[i]);
  json_builder_end_object (json);
}

char *
cs_columns_dup_request (const CsRequest *request)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  cs_json_add_string (json, "office", cs_office_get_name (request->office));
  cs_json_add_string (json, "type", cs_right_type_get_name (request->type));
  cs_json_add_string (json, "route", cs_route_get_name (request->route));
  cs_json_add_string (json, "title", request->title);
  add_strings (json, "applicants", request->applicants);
  add_strings (json, "inventors", request->inventors);
  cs_json_add_string (json, "agency", request->agency);
  add_priorities (json, request->priorities);
  cs_json_add_string (json, "abstract_figure", request->abstract_figure);
  add_strings (json, "classes", request->classes);
  cs_json_add_string (json, "filing_date", request->filing_date);
  add_persons (json, request->persons);
  add_deposits (json, request->deposits);
  add_facts (json, request->facts);
  json_builder_end_object (json);

  return cs_json_dup_line (json);
}

static gboolean
read_priority (JsonObject *object, GArray *priorities)
{
  CsPriorityClaim priority = { .country = cs_json_dup_member (object, "country"),
                               .number = cs_json_dup_member (object, "number"),
                               .date = cs_json_dup_member (object, "date") };

  g_array_append_val (priorities, priority);

  return TRUE;
}

static gboolean
read_person (JsonObject *object, GArray *persons)
{
  CsPerson person = { .name = cs_json_dup_member (object, "name"),
                      .country = cs_json_dup_member (object, "country"),
                      .identity = cs_json_dup_member (object, "identity"),
                      .address = cs_json_dup_member (object, "address") };

  g_array_append_val (persons, person);

  return TRUE;
}

static gboolean
read_deposit (JsonObject *object, GArray *deposits)
{
  CsDeposit deposit = { .authority = cs_json_dup_member (object, "authority"),
                        .number = cs_json_dup_member (object, "number"),
                        .date = cs_json_dup_member (object, "date") };

  g_array_append_val (deposits, deposit);

  return TRUE;
}

/* What this version does not know of is left out. */
static gboolean
read_facts (JsonNode *node, CsRequest *request)
{
  JsonObject *object = node == NULL ? NULL : cs_json_get_object (node);

  if (node == NULL)
    return TRUE;

  for (guint i = 0; object != NULL && i < CS_N_FACTS; i++)
    {
      g_autofree char *value = cs_json_dup_member (object, cs_request_fact_get_name (i));

      cs_request_set_fact (request, i, value);
    }

  return object != NULL;
}

/* As read_array(), of what sheets of older versions do not have. */
static gboolean
read_added (JsonObject *object, const char *name, ReadEntry read, GArray *entries)
{
  JsonNode *node = json_object_get_member (object, name);

  return node == NULL || read_array (node, read, entries);
}

static gboolean
read_names (JsonObject *object, CsRequest *request)
{
  g_autofree char *office = cs_json_dup_member (object, "office");
  g_autofree char *type = cs_json_dup_member (object, "type");
  g_autofree char *route = cs_json_dup_member (object, "route");

  if (office == NULL || type == NULL || route == NULL ||
      !cs_route_from_name (route, &request->route))
    return FALSE;

  request->office = cs_office_from_name (office);
  request->type = cs_right_type_from_name (type);

  return TRUE;
}

static void
replace_strings (char ***strings, char **with)
{
  g_strfreev (*strings);
  *strings = with;
}

gboolean
cs_columns_read_request (const char *column, CsRequest *request)
{
  g_autoptr (JsonNode) root = cs_json_parse (column, JSON_NODE_OBJECT);
  JsonObject *object;

  if (root == NULL)
    return FALSE;

  object = json_node_get_object (root);
  request->title = cs_json_dup_member (object, "title");
  replace_strings (&request->applicants, cs_json_dup_member_strings (object, "applicants"));
  replace_strings (&request->inventors, cs_json_dup_member_strings (object, "inventors"));
  request->agency = cs_json_dup_member (object, "agency");
  request->abstract_figure = cs_json_dup_member (object, "abstract_figure");
  replace_strings (&request->classes, cs_json_dup_member_strings (object, "classes"));
  request->filing_date = cs_json_dup_member (object, "filing_date");

  return read_names (object, request) &&
         read_array (json_object_get_member (object, "priorities"), read_priority,
                     request->priorities) &&
         read_added (object, "persons", read_person, request->persons) &&
         read_added (object, "deposits", read_deposit, request->deposits) &&
         read_facts (json_object_get_member (object, "facts"), request);
}

/* --- figures --- */

static void
add_double (JsonBuilder *json, const char *name, double value)
{
  if (value == 0)
    return;

  json_builder_set_member_name (json, name);
  json_builder_add_double_value (json, value);
}

char *
cs_columns_dup_figures (const GArray *figures)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < figures->len; i++)
    {
      const CsFigure *figure = &g_array_index (figures, CsFigure, i);

      json_builder_begin_object (json);
      cs_json_add_string (json, "label", figure->label);
      cs_json_add_string (json, "file", figure->file);
      cs_json_add_string (json, "format", figure->format);
      cs_json_add_string (json, "sha256", figure->sha256);
      add_double (json, "width_mm", figure->width_mm);
      add_double (json, "height_mm", figure->height_mm);
      add_double (json, "width_px", figure->width_px);
      add_double (json, "height_px", figure->height_px);
      add_double (json, "dpi", figure->dpi);
      add_double (json, "coloured", figure->coloured);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);

  return cs_json_dup_line (json);
}

static guint
read_points (JsonObject *object, const char *name)
{
  double points = cs_json_get_member_double (object, name);

  return points > 0 && points < G_MAXINT ? points : 0;
}

static gboolean
read_figure (JsonObject *object, GArray *figures)
{
  CsFigure figure = { .label = cs_json_dup_member (object, "label"),
                      .file = cs_json_dup_member (object, "file"),
                      .format = cs_json_dup_member (object, "format"),
                      .sha256 = cs_json_dup_member (object, "sha256"),
                      .width_mm = cs_json_get_member_double (object, "width_mm"),
                      .height_mm = cs_json_get_member_double (object, "height_mm"),
                      .width_px = read_points (object, "width_px"),
                      .height_px = read_points (object, "height_px"),
                      .dpi = cs_json_get_member_double (object, "dpi"),
                      .coloured = cs_json_get_member_double (object, "coloured") != 0 };

  g_array_append_val (figures, figure);

  return TRUE;
}

gboolean
cs_columns_read_figures (const char *column, GArray *figures)
{
  g_autoptr (JsonNode) root = cs_json_parse (column, JSON_NODE_ARRAY);

  return read_array (root, read_figure, figures);
}

/* --- reading notes --- */

char *
cs_columns_dup_notes (const GArray *notes)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < notes->len; i++)
    {
      const CsReadNote *note = &g_array_index (notes, CsReadNote, i);

      json_builder_begin_object (json);
      cs_json_add_string (json, "code", note->code);
      cs_json_add_string (json, "detail", note->detail);
      cs_json_add_string (json, "part", cs_part_get_name (note->span.part));
      if (note->span.index != CS_NO_INDEX)
        cs_json_add_int (json, "index", note->span.index);
      cs_json_add_int (json, "start", note->span.start);
      cs_json_add_int (json, "end", note->span.end);
      cs_json_add_int (json, "line", note->line);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);

  return cs_json_dup_line (json);
}

static gboolean
is_code (const char *code)
{
  return code != NULL && strlen (code) <= MAX_CODE_BYTES &&
         strspn (code, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (code);
}

static gboolean
read_span (JsonObject *object, CsSpan *span)
{
  g_autofree char *part = cs_json_dup_member (object, "part");
  guint64 index = CS_NO_INDEX;
  guint64 start;
  guint64 end;

  if (!cs_columns_read_part (part, &span->part) ||
      !cs_json_get_member_uint (object, "start", CS_MAX_PART_BYTES, &start) ||
      !cs_json_get_member_uint (object, "end", CS_MAX_PART_BYTES, &end) ||
      (json_object_has_member (object, "index") &&
       !cs_json_get_member_uint (object, "index", CS_MAX_PARAGRAPHS, &index)))
    return FALSE;

  span->index = index;
  span->start = start;
  span->end = end;

  return TRUE;
}

static gboolean
read_note (JsonObject *object, GArray *notes)
{
  g_autofree char *code = cs_json_dup_member (object, "code");
  CsReadNote note = { NULL };
  guint64 line;

  if (notes->len >= CS_MAX_NOTES || !is_code (code) || !read_span (object, &note.span) ||
      !cs_json_get_member_uint (object, "line", G_MAXUINT, &line))
    return FALSE;

  note.code = g_intern_string (code);
  note.detail = cs_json_dup_member (object, "detail");
  note.line = line;
  g_array_append_val (notes, note);

  return TRUE;
}

gboolean
cs_columns_read_notes (const char *column, GArray *notes)
{
  g_autoptr (JsonNode) root = cs_json_parse (column, JSON_NODE_ARRAY);

  return read_array (root, read_note, notes);
}
