#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../draft/cs-request-check.h"
#include "../law/cs-nearest.h"
#include "cs-centre-private.h"

/* Reads the file of a centre. People write these by hand: what makes no sense is refused with its
 * line, and nothing is passed over. */

#define MAX_DAYS 1000

typedef struct
{
  CsCentre *centre;
  GKeyFile *file;
  const char *data;
} Reader;

/* --- lines --- */

static gboolean
is_key_line (const char *line, const char *key)
{
  gsize length = strlen (key);

  if (strncmp (line, key, length) != 0)
    return FALSE;

  return line[length] == '=' || g_ascii_isspace (line[length]);
}

/* 1-based line of @key (%NULL: of the heading) in the group @group; 0 when it is not there. */
static guint
find_line (const char *data, const char *group, const char *key)
{
  g_auto (GStrv) lines = g_strsplit (data, "\n", -1);
  g_autofree char *heading = g_strdup_printf ("[%s]", group);
  gboolean inside = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line == '[')
        inside = strcmp (line, heading) == 0;
      if (inside && (key == NULL || is_key_line (line, key)))
        return i + 1;
    }

  return 0;
}

G_GNUC_PRINTF (5, 6)
static void
set_error (const Reader *reader,
           const char *group,
           const char *key,
           GError **error,
           const char *format,
           ...)
{
  guint line = find_line (reader->data, group, key);
  g_autofree char *reason = NULL;
  va_list values;

  va_start (values, format);
  reason = g_strdup_vprintf (format, values);
  va_end (values);
  cs_error_set (error, CS_ERROR_CHECKLIST, line, _ ("line %u: %s"), line, reason);
}

/* GKeyFile knows no lines: what it would not understand is looked for before it is asked. */
static gboolean
check_lines (const char *data, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (data, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      gboolean heading = line[0] == '[' && g_str_has_suffix (line, "]") && strlen (line) > 2;

      if (*line == '\0' || *line == '#' || heading || (strchr (line, '=') > line && *line != '['))
        continue;
      cs_error_set (error, CS_ERROR_CHECKLIST, i + 1,
                    _ ("line %u: neither \"[name]\" nor \"name=value\""), i + 1);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_known (const Reader *reader,
             const char *group,
             const char *key,
             const char *name,
             const char *const *known,
             GError **error)
{
  g_autofree char *hint = NULL;

  if (g_strv_contains (known, name))
    return TRUE;

  hint = cs_nearest_dup_hint (name, known);
  set_error (reader, group, key, error, _ ("unknown name \"%s\"%s"), name, hint);

  return FALSE;
}

static gboolean
check_keys (const Reader *reader, const char *group, const char *const *known, GError **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (reader->file, group, NULL, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    if (!check_known (reader, group, keys[i], keys[i], known, error))
      return FALSE;

  return TRUE;
}

/* Returns: (nullable): the value of @key, which must be there. */
static char *
read_needed (const Reader *reader, const char *group, const char *key, GError **error)
{
  g_autofree char *value = g_key_file_get_string (reader->file, group, key, NULL);

  if (value == NULL || *value == '\0')
    {
      set_error (reader, group, value == NULL ? NULL : key, error, _ ("\"%s\" is needed"), key);
      return NULL;
    }

  return g_steal_pointer (&value);
}

/* --- values --- */

static gboolean
is_subclass (const char *value)
{
  return strlen (value) == 4 && value[0] >= 'A' && value[0] <= 'H' && g_ascii_isdigit (value[1]) &&
         g_ascii_isdigit (value[2]) && g_ascii_isupper (value[3]);
}

static gboolean
is_tick (const char *value)
{
  static const char *const known[] = { "examination", "early-publication", "amendment-waiver",
                                       NULL };

  return g_strv_contains (known, value);
}

static gboolean
is_excluded (const char *value)
{
  static const char *const known[] = { "pct-national", "divisional", "same-day-pair", "secrecy",
                                       NULL };

  return g_strv_contains (known, value);
}

static gboolean
is_days (const char *value)
{
  return g_ascii_string_to_unsigned (value, 10, 1, MAX_DAYS, NULL, NULL);
}

static gboolean
check_values (const Reader *reader, CsCentreTopic topic, char **values, GError **error)
{
  static gboolean (*const forms[CS_N_CENTRE_TOPICS]) (const char *) = {
    [CS_CENTRE_CLASSES] = is_subclass,
    [CS_CENTRE_TICKS] = is_tick,
    [CS_CENTRE_EXCLUDED] = is_excluded,
    [CS_CENTRE_SUBMISSION] = is_days,
    [CS_CENTRE_REPLY] = is_days,
  };

  for (guint i = 0; forms[topic] != NULL && values[i] != NULL; i++)
    if (!forms[topic](values[i]))
      {
        set_error (reader, cs_centre_topic_get_name (topic), "values", error,
                   _ ("\"%s\" is no value for \"%s\""), values[i],
                   cs_centre_topic_get_name (topic));
        return FALSE;
      }

  return TRUE;
}

static char **
dup_values (const Reader *reader, const char *group)
{
  char **values = g_key_file_get_string_list (reader->file, group, "values", NULL, NULL);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    g_strstrip (values[i]);

  return values == NULL ? g_new0 (char *, 1) : values;
}

/* --- groups --- */

static gboolean
read_proof (const Reader *reader, const char *group, CsCentreRule *rule, GError **error)
{
  static const char *const statuses[] = { "verified", "verified-2nd", "verified-old", "unverified",
                                          NULL };
  GDate date;

  if ((rule->document = read_needed (reader, group, "document", error)) == NULL ||
      (rule->date = read_needed (reader, group, "date", error)) == NULL ||
      (rule->status = read_needed (reader, group, "status", error)) == NULL ||
      !check_known (reader, group, "status", rule->status, statuses, error))
    return FALSE;

  rule->source = g_key_file_get_string (reader->file, group, "source", NULL);
  if (cs_request_read_date (rule->date, &date))
    return TRUE;

  set_error (reader, group, "date", error, _ ("\"%s\" is not a day"), rule->date);

  return FALSE;
}

static gboolean
read_list (const Reader *reader, const char *group, CsCentreRule *rule, GError **error)
{
  static const char *const lists[] = { "complete", "partial", NULL };
  g_autofree char *list = read_needed (reader, group, "list", error);

  if (list == NULL || !check_known (reader, group, "list", list, lists, error))
    return FALSE;

  rule->complete = strcmp (list, "complete") == 0;
  rule->count = MAX (0, g_key_file_get_integer (reader->file, group, "count", NULL));
  if (!rule->complete || rule->count == 0 || rule->count == g_strv_length (rule->values))
    return TRUE;

  set_error (reader, group, "count", error, _ ("a complete list of %u has %u values"), rule->count,
             g_strv_length (rule->values));

  return FALSE;
}

static gboolean
read_unit (const Reader *reader, const char *group, CsCentreRule *rule, GError **error)
{
  static const char *const units[] = { "days", "working-days", NULL };

  rule->unit = read_needed (reader, group, "unit", error);

  return rule->unit != NULL && check_known (reader, group, "unit", rule->unit, units, error);
}

static gboolean
read_topic (const Reader *reader, CsCentreTopic topic, GError **error)
{
  static const char *const known[] = { "values", "document", "date", "status", "source", NULL };
  static const char *const of_classes[] = { "values", "list", "count", "document",
                                            "date", "status", "source", NULL };
  static const char *const of_days[] = { "values", "unit", "document", "date",
                                         "status", "source", NULL };
  const char *group = cs_centre_topic_get_name (topic);
  gboolean days = topic == CS_CENTRE_SUBMISSION || topic == CS_CENTRE_REPLY;
  const char *const *keys = topic == CS_CENTRE_CLASSES ? of_classes : days ? of_days :
                                                                             known;
  CsCentreRule *rule = g_new0 (CsCentreRule, 1);

  reader->centre->rules[topic] = rule; /* the centre frees it, whatever comes */
  rule->values = dup_values (reader, group);

  return check_keys (reader, group, keys, error) && read_proof (reader, group, rule, error) &&
         check_values (reader, topic, rule->values, error) &&
         (topic != CS_CENTRE_CLASSES || read_list (reader, group, rule, error)) &&
         (!days || read_unit (reader, group, rule, error));
}

static gboolean
read_centre (const Reader *reader, GError **error)
{
  static const char *const known[] = { "name", "name[en]", NULL };

  if (!g_key_file_has_group (reader->file, "centre"))
    {
      cs_error_set (error, CS_ERROR_CHECKLIST, 0, _ ("\"%s\" is needed"), "[centre]");
      return FALSE;
    }
  if (!check_keys (reader, "centre", known, error))
    return FALSE;

  reader->centre->name = read_needed (reader, "centre", "name", error);
  reader->centre->name_en = g_key_file_get_string (reader->file, "centre", "name[en]", NULL);

  return reader->centre->name != NULL;
}

static gboolean
check_groups (const Reader *reader, GError **error)
{
  const char *known[CS_N_CENTRE_TOPICS + 2] = { NULL };
  g_auto (GStrv) groups = g_key_file_get_groups (reader->file, NULL);

  for (guint i = 0; i < CS_N_CENTRE_TOPICS; i++)
    known[i] = cs_centre_topic_get_name (i);
  known[CS_N_CENTRE_TOPICS] = "centre";

  for (guint i = 0; groups[i] != NULL; i++)
    if (!check_known (reader, groups[i], NULL, groups[i], known, error))
      return FALSE;

  return TRUE;
}

gboolean
cs_centre_read (CsCentre *centre, const char *data, gsize n_bytes, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  Reader reader = { centre, file, data };

  if (!g_utf8_validate (data, n_bytes, NULL))
    {
      cs_error_set (error, CS_ERROR_ENCODING, 0, _ ("the file is not in UTF-8"));
      return FALSE;
    }
  if (!check_lines (data, error) ||
      !g_key_file_load_from_data (file, data, n_bytes, G_KEY_FILE_KEEP_TRANSLATIONS, error) ||
      !read_centre (&reader, error) || !check_groups (&reader, error))
    return FALSE;

  for (guint i = 0; i < CS_N_CENTRE_TOPICS; i++)
    if (g_key_file_has_group (file, cs_centre_topic_get_name (i)) &&
        !read_topic (&reader, i, error))
      return FALSE;

  return TRUE;
}
