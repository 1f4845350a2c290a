#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-family-history.h"
#include "cs-library-lines.h"

/* claimsmith-cli family: the families of a publication or application. */

typedef struct
{
  char *format;
  char *rule;
  char *language;
  gboolean events;
  gboolean with_history;
  gboolean as_json;
} Run;

static const char *const rules[] = { "simple", "extended", "domestic", "given", "all", NULL };

static void
run_clear (Run *run)
{
  g_free (run->format);
  g_free (run->rule);
  g_free (run->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* --- as text --- */

static void
print_event (const CsLegalEvent *event, const char *source)
{
  g_autofree char *date = cs_office_date_dup_text (event->date);

  cs_library_print ("        %s  %s %s  %s  (%s)", date, event->authority, event->code,
                    event->text, source);
}

static void
print_application (const Run *run, const CsApplication *application)
{
  g_autofree char *filed = cs_office_date_dup_text (application->number->date);
  g_autofree char *since = cs_office_date_dup_text (application->status.since);

  cs_library_print ("  %s  %s  %s %s", application->number->printed, filed,
                    cs_legal_state_get_name (application->status.state), since);
  for (guint i = 0; i < application->publications->len; i++)
    {
      const CsPublication *publication = application->publications->pdata[i];
      g_autofree char *date = cs_office_date_dup_text (publication->number->date);

      cs_library_print ("      %s  %s  (%s)", publication->number->printed, date,
                        publication->source);
    }
  for (guint i = 0; run->events && i < application->events->len; i++)
    print_event (application->events->pdata[i], application->event_sources->pdata[i]);
}

static void
print_family (const Run *run, const CsFamily *family, const GPtrArray *history)
{
  g_autofree char *earliest = cs_office_date_dup_text (family->earliest);
  const char *source = family->source[0] == '\0' ? _ ("computed here") : family->source;

  cs_library_print (_ ("%s family %ld, %s %s: %s; %s; %u applications; %s"),
                    cs_family_rule_get_name (family->rule), (glong)family->store_id, source,
                    family->external_id, family->title, earliest, family->applications->len,
                    cs_family_status_get_name (cs_family_get_status (family)));
  for (guint i = 0; i < family->applications->len; i++)
    print_application (run, family->applications->pdata[i]);
  if (history != NULL)
    cs_family_history_print (history);
}

/* --- as JSON --- */

static void
add_number (JsonBuilder *json, const CsNumber *number)
{
  cs_library_add_string (json, "number", number->printed);
  cs_library_add_string (json, "key", number->key);
  cs_library_add_date (json, "date", number->date);
}

static void
add_publications (JsonBuilder *json, const GPtrArray *publications)
{
  json_builder_set_member_name (json, "publications");
  json_builder_begin_array (json);
  for (guint i = 0; i < publications->len; i++)
    {
      const CsPublication *publication = publications->pdata[i];

      json_builder_begin_object (json);
      add_number (json, publication->number);
      cs_library_add_string (json, "source", publication->source);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_priorities (JsonBuilder *json, const GPtrArray *priorities)
{
  json_builder_set_member_name (json, "priorities");
  json_builder_begin_array (json);
  for (guint i = 0; i < priorities->len; i++)
    {
      const CsPriority *priority = priorities->pdata[i];

      json_builder_begin_object (json);
      add_number (json, priority->number);
      cs_library_add_int (json, "active", priority->active);
      cs_library_add_string (json, "linkage", priority->linkage);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_events (JsonBuilder *json, const CsApplication *application)
{
  json_builder_set_member_name (json, "events");
  json_builder_begin_array (json);
  for (guint i = 0; i < application->events->len; i++)
    {
      const CsLegalEvent *event = application->events->pdata[i];

      json_builder_begin_object (json);
      cs_library_add_string (json, "authority", event->authority);
      cs_library_add_string (json, "code", event->code);
      cs_library_add_string (json, "text", event->text);
      cs_library_add_date (json, "date", event->date);
      cs_library_add_string (json, "source", application->event_sources->pdata[i]);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_status (JsonBuilder *json, const CsLegalStatus *status)
{
  json_builder_set_member_name (json, "status");
  json_builder_begin_object (json);
  cs_library_add_string (json, "state", cs_legal_state_get_name (status->state));
  cs_library_add_date (json, "since", status->since);
  cs_library_add_int (json, "event", status->event);
  cs_library_add_date (json, "expiry", status->expiry);
  json_builder_set_member_name (json, "estimate");
  json_builder_add_boolean_value (json, status->is_estimate);
  json_builder_end_object (json);
}

static void
add_application (JsonBuilder *json, const Run *run, const CsApplication *application)
{
  json_builder_begin_object (json);
  add_number (json, application->number);
  cs_library_add_string (json, "title", application->title);
  add_publications (json, application->publications);
  add_priorities (json, application->priorities);
  add_status (json, &application->status);
  if (run->events)
    add_events (json, application);
  json_builder_end_object (json);
}

static void
print_family_line (const Run *run, const CsFamily *family, const GPtrArray *history)
{
  JsonBuilder *json = cs_library_line_begin ();

  json_builder_set_member_name (json, "family");
  json_builder_begin_object (json);
  cs_library_add_int (json, "id", family->store_id);
  cs_library_add_string (json, "rule", cs_family_rule_get_name (family->rule));
  cs_library_add_string (json, "source", family->source);
  cs_library_add_string (json, "external_id", family->external_id);
  cs_library_add_string (json, "title", family->title);
  cs_library_add_date (json, "earliest", family->earliest);
  cs_library_add_date (json, "as_of", family->as_of);
  cs_library_add_string (json, "status",
                         cs_family_status_get_name (cs_family_get_status (family)));
  json_builder_set_member_name (json, "applicants");
  json_builder_begin_array (json);
  for (guint i = 0; i < family->applicants->len; i++)
    json_builder_add_string_value (json, family->applicants->pdata[i]);
  json_builder_end_array (json);
  json_builder_set_member_name (json, "applications");
  json_builder_begin_array (json);
  for (guint i = 0; i < family->applications->len; i++)
    add_application (json, run, family->applications->pdata[i]);
  json_builder_end_array (json);
  if (history != NULL)
    cs_family_history_add (json, history);
  json_builder_end_object (json);
  cs_library_line_end (json);
}

/* --- the command --- */

/* Whether families by @rule are wanted; the simple one when nobody says. */
static gboolean
is_wanted (const Run *run, CsFamilyRule rule)
{
  const char *wanted = run->rule == NULL ? "simple" : run->rule;

  return strcmp (wanted, "all") == 0 || strcmp (wanted, cs_family_rule_get_name (rule)) == 0;
}

static gboolean
show_family (const Run *run, CsLibrary *library, gint64 id, GError **error)
{
  const char *language = run->language != NULL ? run->language : cs_command_get_language ();
  g_autoptr (CsFamily) family = cs_library_load_family (library, id, language, error);
  g_autoptr (GPtrArray) history = NULL;

  if (family == NULL)
    return FALSE;
  if (!is_wanted (run, family->rule))
    return TRUE;

  if (run->with_history)
    {
      history = cs_library_load_history (library, id, error);
      if (history == NULL)
        return FALSE;
    }
  if (run->as_json)
    print_family_line (run, family, history);
  else
    print_family (run, family, history);

  return TRUE;
}

/* All families of an application. */
static gboolean
show_application (const Run *run, CsLibrary *library, gint64 application, GError **error)
{
  g_autoptr (GArray) families = cs_library_list_families_of (library, application, error);

  if (families == NULL)
    return FALSE;

  for (guint i = 0; i < families->len; i++)
    if (!show_family (run, library, g_array_index (families, gint64, i), error))
      return FALSE;

  return TRUE;
}

/* Returns: whether there is such a number */
static gboolean
show_number (const Run *run, CsLibrary *library, const char *text, GError **error)
{
  g_autoptr (GArray) places = cs_library_find_number (library, text, error);

  if (places == NULL)
    return FALSE;
  if (places->len > 0)
    return show_application (run, library,
                             g_array_index (places, CsLibraryPlace, 0).application, error);

  g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND,
               _ ("the library has no \"%s\""), text);

  return FALSE;
}

static gboolean
parse (Run *run, char ***argv, int *status)
{
  static const char *const formats[] = { "text", "json", NULL };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &run->format,
      N_ ("text (the default), or json: one line for each family"), N_ ("FORMAT") },
    { "rule", 0, 0, G_OPTION_ARG_STRING, &run->rule,
      N_ ("By which definition: simple (the default), extended, domestic, given (by a search "
          "platform) or all"),
      N_ ("RULE") },
    { "events", 0, 0, G_OPTION_ARG_NONE, &run->events, N_ ("Print legal events too"), NULL },
    { "history", 0, 0, G_OPTION_ARG_NONE, &run->with_history,
      N_ ("Print what each import made of the family too"), NULL },
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &run->language,
      N_ ("The language of titles: zh or en; that of the locale by default"), N_ ("LANG") },
    { NULL }
  };

  *status = CS_EXIT_TROUBLE;
  if (!cs_command_parse (&cs_command_family, entries, argv, status) ||
      !cs_command_check_choice ("--format", run->format, formats) ||
      !cs_command_check_choice ("--rule", run->rule, rules) ||
      !cs_command_check_language (run->language))
    return FALSE;
  if (g_strv_length (*argv) < 2)
    {
      cs_command_complain ("%s", _ ("a number of a publication or application is needed"));
      return FALSE;
    }

  run->as_json = g_strcmp0 (run->format, "json") == 0;

  return TRUE;
}

static int
run_family (int argc, char *argv[])
{
  g_auto (Run) run = { NULL };
  g_auto (GStrv) rest = g_strdupv (argv);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = NULL;
  int status;
  int answer = CS_EXIT_OK;

  if (!parse (&run, &rest, &status))
    return status;

  library = cs_library_open_here (&error);
  if (library == NULL)
    return cs_library_fail (error);

  for (guint i = 1; rest[i] != NULL; i++)
    {
      g_autoptr (GError) own = NULL;

      if (!show_number (&run, library, rest[i], &own))
        answer = cs_library_fail (own);
    }

  return answer;
}

static const char *const usage[] = { N_ ("[OPTION...] NUMBER..."), NULL };

static const CsHelpSection sections[] = {
  { N_ ("Families"),
    N_ ("Simple: the same active priorities, as DOCDB gives it, or computed here and then said to "
        "be so. Extended: all that hangs together by priorities. Domestic: continuations, "
        "divisions and the like within one office. Given: as a search platform lists it. A state "
        "that no event tells is \"unknown\".") },
  { N_ ("History"),
    N_ ("With --history: for each import that changed the family, the newest first, what came (+), "
        "went (-), got another state (=) or was published (*). JSON also has what the family was "
        "after it, and what has changed since.") },
  { N_ ("Exit status"),
    N_ ("    0    printed\n"
        "    2    wrong usage, no library, or a number that it does not have") },
  { N_ ("Examples"),
    N_ ("    claimsmith-cli family EP2225660A2\n"
        "    claimsmith-cli family --history 'PCT/US2008/086599'\n"
        "    claimsmith-cli family --rule all --events -f json 'US 8,131,731 B2'") },
  { NULL, NULL }
};

const CsCommand cs_command_family = {
  "family", usage, N_ ("Prints the families of a publication or application."), sections,
  run_family
};
