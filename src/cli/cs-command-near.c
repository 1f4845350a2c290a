#include <string.h>

#include <glib/gi18n-lib.h>

#include "../formats/cs-reader.h"
#include "../service/library/cs-near.h"
#include "cs-check-matters.h"
#include "cs-interrupt.h"
#include "cs-library-lines.h"

/* claimsmith-cli near: families of the library that are near a claim. */

#define DEFAULT_LIMIT 20

typedef struct
{
  char *format;
  char *before;
  char *language;
  char *matter;
  int claim;
  int limit;
  gboolean as_json;
  GCancellable *cancellable;
  CsDraft *draft; /* the one that was read */
  gboolean trouble;
} Run;

static void
run_clear (Run *run)
{
  g_free (run->format);
  g_free (run->before);
  g_free (run->language);
  g_free (run->matter);
  g_clear_object (&run->cancellable);
  g_clear_pointer (&run->draft, cs_draft_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static const char *const kind_names[] = { "preamble", "limitation", "step" };

/* --- as text --- */

static void
print_feature (const CsNearAnswer *answer, guint index)
{
  const CsNearFeature *feature = answer->features->pdata[index];
  const char *own = feature->is_own ? "" : _ (" (referred to)");
  g_autofree char *found = NULL;

  if (feature->best == CS_NEAR_UNASKED)
    found = g_strdup (_ ("it has no words to look for"));
  else if (feature->best == CS_NEAR_NOTHING)
    found = g_strdup (_ ("nothing in the library has this"));
  else if (feature->best == CS_NEAR_SOME)
    found = g_strdup (_ ("the library has only some of its words"));
  else
    found = g_strdup_printf (_ ("in %u of these families"), cs_near_answer_count (answer, index));
  cs_library_print (_ ("%2u  claim %u%s: %s  [%s]"), index + 1, feature->number, own,
                    feature->text, found);
}

static void
print_hit (const CsNearHit *hit)
{
  g_autofree char *date = cs_office_date_dup_text (hit->date);

  cs_library_print ("%" G_GINT64_FORMAT "  %.0f %%  %s  %s  %s  %s", hit->near->family,
                    100 * hit->near->share, hit->number, date, hit->title, hit->applicant);
  for (guint i = 0; i < hit->near->n_passages; i++)
    {
      const CsNearPassage *passage = &hit->near->passages[i];

      if (passage->share > 0)
        cs_library_print ("      %2u  %s  [%s]", i + 1, passage->text, passage->place);
    }
}

static void
print_text (const CsNearAnswer *answer)
{
  g_autofree char *before = cs_office_date_dup_text (answer->before);

  for (guint i = 0; i < answer->features->len; i++)
    print_feature (answer, i);
  if (cs_office_date_is_known (answer->before))
    cs_library_print (_ ("%u families, of what was published before %s; shares order, they say "
                         "nothing about novelty"),
                      answer->families->len, before);
  else
    cs_library_print (_ ("%u families; shares order, they say nothing about novelty"),
                      answer->families->len);
  for (guint i = 0; i < answer->families->len; i++)
    print_hit (answer->families->pdata[i]);
}

/* --- as JSON --- */

static void
add_double (JsonBuilder *json, const char *name, double value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_double_value (json, value);
}

static void
add_feature (JsonBuilder *json, const CsNearAnswer *answer, guint index)
{
  const CsNearFeature *feature = answer->features->pdata[index];

  json_builder_begin_object (json);
  cs_library_add_int (json, "claim", feature->number);
  cs_library_add_string (json, "kind", kind_names[feature->kind]);
  json_builder_set_member_name (json, "own");
  json_builder_add_boolean_value (json, feature->is_own);
  cs_library_add_string (json, "text", feature->text);
  cs_library_add_string (json, "found", cs_near_state_get_name (feature->best));
  cs_library_add_int (json, "families", cs_near_answer_count (answer, index));
  json_builder_end_object (json);
}

static void
print_near_line (const CsNearAnswer *answer)
{
  JsonBuilder *json = cs_library_line_begin ();

  json_builder_set_member_name (json, "near");
  json_builder_begin_object (json);
  cs_library_add_int (json, "claim", answer->number);
  cs_library_add_date (json, "before", answer->before);
  cs_library_add_int (json, "families", answer->families->len);
  cs_library_add_int (json, "left_out", answer->n_left_out);
  json_builder_set_member_name (json, "features");
  json_builder_begin_array (json);
  for (guint i = 0; i < answer->features->len; i++)
    add_feature (json, answer, i);
  json_builder_end_array (json);
  json_builder_end_object (json);
  cs_library_line_end (json);
}

static void
add_spans (JsonBuilder *json, const CsNearPassage *passage)
{
  json_builder_set_member_name (json, "marks");
  json_builder_begin_array (json);
  for (guint i = 0; i < passage->n_spans; i++)
    {
      const CsHitSpan *span = &passage->spans[i];

      json_builder_begin_array (json);
      json_builder_add_int_value (
          json, g_utf8_pointer_to_offset (passage->text, passage->text + span->start_byte));
      json_builder_add_int_value (
          json, g_utf8_pointer_to_offset (passage->text, passage->text + span->end_byte));
      json_builder_end_array (json);
    }
  json_builder_end_array (json);
}

static void
add_passage (JsonBuilder *json, const CsNearPassage *passage)
{
  json_builder_begin_object (json);
  add_double (json, "share", passage->share);
  cs_library_add_string (json, "place", passage->place);
  cs_library_add_string (json, "text", passage->text);
  add_spans (json, passage);
  json_builder_end_object (json);
}

static void
print_family_line (const CsNearHit *hit)
{
  JsonBuilder *json = cs_library_line_begin ();

  json_builder_set_member_name (json, "family");
  json_builder_begin_object (json);
  cs_library_add_int (json, "id", hit->near->family);
  add_double (json, "share", hit->near->share);
  cs_library_add_string (json, "number", hit->number);
  cs_library_add_date (json, "date", hit->date);
  cs_library_add_string (json, "title", hit->title);
  cs_library_add_string (json, "applicant", hit->applicant);
  cs_library_add_int (json, "members", hit->n_members);
  json_builder_set_member_name (json, "passages");
  json_builder_begin_array (json);
  for (guint i = 0; i < hit->near->n_passages; i++)
    add_passage (json, &hit->near->passages[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
  cs_library_line_end (json);
}

/* --- the draft --- */

static gboolean
take_document (const CsReadItem *item, gpointer data)
{
  Run *run = data;

  if (item->draft == NULL)
    {
      cs_command_complain ("%s: %s", item->path, item->error->message);
      run->trouble = TRUE;
      return FALSE;
    }

  run->draft = cs_draft_ref (item->draft);

  return FALSE; /* a claim is of one document */
}

static void
take_matter (const CsCheckMatter *item, gpointer data)
{
  Run *run = data;

  if (item->matter != NULL && run->draft == NULL)
    run->draft = cs_draft_ref (item->matter->draft);
  else if (item->matter == NULL)
    {
      cs_command_complain ("%s: %s", item->name, item->error->message);
      run->trouble = TRUE;
    }
}

/* Returns: whether there is one */
static gboolean
read_draft (Run *run, const char *path)
{
  const CsReader reader = { take_document, run, NULL };
  char *const matters[] = { run->matter, NULL };

  if (run->matter != NULL)
    cs_check_matters (matters, take_matter, run, run->cancellable);
  else
    cs_read (path, &reader, run->cancellable, NULL);
  if (run->draft == NULL && !run->trouble)
    cs_command_complain (_ ("\"%s\" has no draft"), run->matter != NULL ? run->matter : path);

  return run->draft != NULL && !run->trouble;
}

/* --- the command --- */

static gboolean
find_claim (const Run *run, guint *index)
{
  g_autoptr (CsClaimSet) claims = cs_claim_set_new (run->draft);

  *index = cs_claim_set_find (claims, run->claim);
  if (*index == CS_NO_INDEX)
    cs_command_complain (_ ("there is no claim %d"), run->claim);

  return *index != CS_NO_INDEX;
}

static int
look (Run *run)
{
  CsNearQuestion question = { run->draft, 0, CS_OFFICE_DATE_UNKNOWN, run->limit,
                              run->language != NULL ? run->language :
                                                      cs_command_get_language () };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = cs_library_open_here (&error);
  g_autoptr (CsSearcher) searcher = NULL;
  g_autoptr (CsNearAnswer) answer = NULL;

  if (library == NULL)
    return cs_library_fail (error);
  if (!find_claim (run, &question.claim))
    return CS_EXIT_TROUBLE;

  if (run->before == NULL)
    question.before = cs_near_get_date (run->draft->request);
  else if (strcmp (run->before, "any") != 0)
    cs_office_date_read (run->before, &question.before);

  searcher = cs_searcher_new (library, &error);
  if (searcher != NULL)
    answer = cs_near_find (library, searcher, &question, run->cancellable, &error);
  if (answer == NULL)
    return cs_library_fail (error);

  if (!run->as_json)
    print_text (answer);
  else
    {
      print_near_line (answer);
      for (guint i = 0; i < answer->families->len; i++)
        print_family_line (answer->families->pdata[i]);
    }

  return CS_EXIT_OK;
}

static gboolean
check_numbers (const Run *run)
{
  CsOfficeDate date;

  if (run->claim < 1 || run->limit < 1)
    {
      cs_command_complain ("%s", _ ("--claim and --limit take numbers from 1 on"));
      return FALSE;
    }
  if (run->before != NULL && strcmp (run->before, "any") != 0 &&
      (!cs_office_date_read (run->before, &date) || !cs_office_date_is_known (date)))
    {
      cs_command_complain (_ ("--before takes a date or \"any\", not \"%s\""), run->before);
      return FALSE;
    }

  return TRUE;
}

static gboolean
parse (Run *run, char ***argv, int *status)
{
  static const char *const formats[] = { "text", "json", NULL };
  const GOptionEntry entries[] = {
    { "claim", 'c', 0, G_OPTION_ARG_INT, &run->claim, N_ ("Number of the claim; 1"), N_ ("N") },
    { "before", 0, 0, G_OPTION_ARG_STRING, &run->before,
      N_ ("Only what was published before that day, or \"any\"; the earliest day that the filing "
          "sheet tells of by default"),
      N_ ("DATE") },
    { "limit", 'n', 0, G_OPTION_ARG_INT, &run->limit, N_ ("How many families to print; 20"),
      N_ ("N") },
    { "matter", 'm', 0, G_OPTION_ARG_STRING, &run->matter,
      N_ ("Read this matter of the store, by own number, name or id"), N_ ("NAME") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &run->format,
      N_ ("text (the default), or json: one line for each family"), N_ ("FORMAT") },
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &run->language,
      N_ ("The language of titles: zh or en; that of the locale by default"), N_ ("LANG") },
    { NULL }
  };

  *status = CS_EXIT_TROUBLE;
  run->claim = 1;
  run->limit = DEFAULT_LIMIT;
  if (!cs_command_parse (&cs_command_near, entries, argv, status) ||
      !cs_command_check_choice ("--format", run->format, formats) ||
      !cs_command_check_language (run->language) || !check_numbers (run))
    return FALSE;
  if (g_strv_length (*argv) + (run->matter != NULL) != 2)
    {
      cs_command_complain ("%s", _ ("one file, \"-\" or --matter is needed"));
      return FALSE;
    }

  run->as_json = g_strcmp0 (run->format, "json") == 0;

  return TRUE;
}

static int
run_near (int argc, char *argv[])
{
  g_auto (Run) run = { NULL };
  g_auto (GStrv) rest = g_strdupv (argv);
  int status;

  if (!parse (&run, &rest, &status))
    return status;

  run.cancellable = g_cancellable_new ();
  cs_interrupt_watch (run.cancellable);
  if (!read_draft (&run, rest[1]))
    return g_cancellable_is_cancelled (run.cancellable) ? CS_EXIT_STOPPED : CS_EXIT_TROUBLE;

  return look (&run);
}

static const char *const usage[] = { N_ ("[OPTION...] FILE|-"),
                                     N_ ("--matter NAME [OPTION...]"), NULL };

static const CsHelpSection sections[] = {
  { N_ ("Prior art near a claim"),
    N_ ("Looks for the features of a claim, and of the claims that it refers to, in the library of "
        "families: abstracts, claims and descriptions. For each family the passage with most of "
        "the words of each feature. A share orders the families by the words found in one of their "
        "documents; it says nothing about novelty. An earlier application that was published later "
        "is not among them when a day is set.") },
  { N_ ("Exit status"),
    N_ ("    0    printed, maybe nothing\n"
        "    2    wrong usage, a draft that cannot be read, no such claim, or no library\n"
        "  130    stopped by Ctrl-C") },
  { N_ ("Examples"),
    N_ ("    claimsmith-cli near draft.txt --claim 3\n"
        "    claimsmith-cli near -f json --before any draft.docx") },
  { NULL, NULL }
};

const CsCommand cs_command_near = {
  "near", usage, N_ ("Finds prior art near a claim in the library."), sections, run_near
};
