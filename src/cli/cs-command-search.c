#include <glib/gi18n-lib.h>

#include "cs-interrupt.h"
#include "cs-library-lines.h"

/* claimsmith-cli search: families of the library. */

typedef struct
{
  char *format;
  char *order;
  char *language;
  int limit;
  int skip;
  gboolean reverse;
  gboolean facets;
  gboolean reading;
  gboolean as_json;
  GCancellable *cancellable;
} Run;

static const char *const facet_names[CS_N_FACETS] = { "office", "year", "applicant", "class",
                                                      "status", "tag", "pool" };

static void
run_clear (Run *run)
{
  g_free (run->format);
  g_free (run->order);
  g_free (run->language);
  g_clear_object (&run->cancellable);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* --- what was found --- */

static void
print_summary (const Run *run, const CsHits *hits)
{
  g_autofree char *reading = cs_query_dup_reading (
      hits->query, run->language != NULL ? run->language : cs_command_get_language ());
  JsonBuilder *json;

  if (!run->as_json)
    {
      if (run->reading)
        cs_library_print ("%s", reading);
      cs_library_print (_ ("%u families, %u documents, %.1f ms, by %s"), hits->n_families,
                        hits->n_documents, (double)hits->elapsed_us / 1000,
                        cs_library_orders[hits->order]);
      return;
    }

  json = cs_library_line_begin ();
  json_builder_set_member_name (json, "search");
  json_builder_begin_object (json);
  cs_library_add_string (json, "query", hits->query->text);
  cs_library_add_string (json, "reading", reading);
  cs_library_add_int (json, "families", hits->n_families);
  cs_library_add_int (json, "documents", hits->n_documents);
  cs_library_add_string (json, "order", cs_library_orders[hits->order]);
  json_builder_end_object (json);
  cs_library_line_end (json);
}

static void
print_row (const Run *run, const CsHitRow *row)
{
  g_autofree char *earliest = cs_office_date_dup_text (row->earliest);
  const char *status = cs_family_status_get_name (row->status);
  JsonBuilder *json;

  if (!run->as_json)
    {
      cs_library_print ("%" G_GINT64_FORMAT "  %s  %s  %s  %s  %s  %u", row->family, row->number,
                        row->title, row->applicant, row->offices, earliest, row->n_members);
      if (row->snippet[0] != '\0')
        cs_library_print ("      %s  [%s]", row->snippet, row->place);
      return;
    }

  json = cs_library_line_begin ();
  json_builder_set_member_name (json, "family");
  json_builder_begin_object (json);
  cs_library_add_int (json, "id", row->family);
  cs_library_add_string (json, "number", row->number);
  cs_library_add_string (json, "title", row->title);
  cs_library_add_string (json, "snippet", row->snippet);
  cs_library_add_string (json, "place", row->place);
  cs_library_add_string (json, "applicant", row->applicant);
  cs_library_add_string (json, "offices", row->offices);
  cs_library_add_string (json, "earliest", earliest);
  cs_library_add_string (json, "status", status);
  cs_library_add_int (json, "members", row->n_members);
  json_builder_end_object (json);
  cs_library_line_end (json);
}

static void
print_facet (const Run *run, const CsFacetValue *value)
{
  JsonBuilder *json;

  if (!run->as_json)
    {
      cs_library_print ("%s  %s  %u", facet_names[value->facet], value->label, value->count);
      return;
    }

  json = cs_library_line_begin ();
  json_builder_set_member_name (json, "facet");
  json_builder_begin_object (json);
  cs_library_add_string (json, "name", facet_names[value->facet]);
  cs_library_add_string (json, "key", value->key);
  cs_library_add_string (json, "label", value->label);
  cs_library_add_int (json, "families", value->count);
  json_builder_end_object (json);
  cs_library_line_end (json);
}

static gboolean
print_hits (const Run *run, CsSearcher *searcher, const CsHits *hits, GError **error)
{
  g_autoptr (GPtrArray) rows =
      cs_searcher_load_rows (searcher, hits, (guint)run->skip, (guint)run->limit, error);
  g_autoptr (GPtrArray) facets = NULL;

  if (rows == NULL)
    return FALSE;
  if (run->facets)
    facets = cs_searcher_count_facets (searcher, hits, run->cancellable, error);
  if (run->facets && facets == NULL)
    return FALSE;

  print_summary (run, hits);
  for (guint i = 0; i < rows->len; i++)
    print_row (run, rows->pdata[i]);
  for (guint i = 0; facets != NULL && i < facets->len; i++)
    print_facet (run, facets->pdata[i]);

  return TRUE;
}

/* --- the command --- */

static int
search (const Run *run, const char *text)
{
  g_autoptr (CsQuery) query = cs_query_parse (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = NULL;
  g_autoptr (CsSearcher) searcher = NULL;
  g_autoptr (CsHits) hits = NULL;
  CsSearch what = { .query = query, .reverse = run->reverse };

  if (query->fault.message != NULL)
    return cs_library_complain_of_query (query);

  what.order = cs_library_get_order (run->order);
  library = cs_library_open_here (&error);
  if (library != NULL)
    searcher = cs_searcher_new (library, &error);
  if (searcher != NULL)
    hits = cs_searcher_search (searcher, &what, run->cancellable, &error);
  if (hits == NULL || !print_hits (run, searcher, hits, &error))
    return cs_library_fail (error);

  return CS_EXIT_OK;
}

static gboolean
parse (Run *run, char ***argv, int *status)
{
  static const char *const formats[] = { "text", "json", NULL };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &run->format,
      N_ ("text (the default), or json: one line for each family"), N_ ("FORMAT") },
    { "limit", 'n', 0, G_OPTION_ARG_INT, &run->limit, N_ ("How many families to print; 20"),
      N_ ("N") },
    { "skip", 0, 0, G_OPTION_ARG_INT, &run->skip, N_ ("How many to leave out first"), N_ ("N") },
    { "order", 0, 0, G_OPTION_ARG_STRING, &run->order,
      N_ ("best (the default), relevance, date, priority, applicant, size or title"),
      N_ ("ORDER") },
    { "reverse", 'r', 0, G_OPTION_ARG_NONE, &run->reverse, N_ ("From the other end"), NULL },
    { "facets", 0, 0, G_OPTION_ARG_NONE, &run->facets,
      N_ ("Count by office, year, applicant, class, status and tag"), NULL },
    { "reading", 0, 0, G_OPTION_ARG_NONE, &run->reading,
      N_ ("Say how the query was understood"), NULL },
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &run->language,
      N_ ("The language of that: zh or en; that of the locale by default"), N_ ("LANG") },
    { NULL }
  };

  *status = CS_EXIT_TROUBLE;
  run->limit = 20;
  if (!cs_command_parse (&cs_command_search, entries, argv, status) ||
      !cs_command_check_choice ("--format", run->format, formats) ||
      !cs_command_check_choice ("--order", run->order, cs_library_orders) ||
      !cs_command_check_language (run->language))
    return FALSE;
  if (g_strv_length (*argv) < 2)
    {
      cs_command_complain ("%s", _ ("a query is needed; \"\" finds all families"));
      return FALSE;
    }
  if (run->limit < 0 || run->skip < 0)
    {
      cs_command_complain ("%s", _ ("--limit and --skip take no negative numbers"));
      return FALSE;
    }

  run->as_json = g_strcmp0 (run->format, "json") == 0;

  return TRUE;
}

static int
run_search (int argc, char *argv[])
{
  g_auto (Run) run = { NULL };
  g_auto (GStrv) rest = g_strdupv (argv);
  g_autofree char *text = NULL;
  int status;

  if (!parse (&run, &rest, &status))
    return status;

  run.cancellable = g_cancellable_new ();
  cs_interrupt_watch (run.cancellable);
  text = g_strjoinv (" ", rest + 1);

  return search (&run, text);
}

static const char *const usage[] = { N_ ("[OPTION...] QUERY..."), NULL };

static const CsHelpSection sections[] = {
  { N_ ("Queries"),
    N_ ("Words, \"phrases\", AND, OR, NOT, brackets, NEAR/n, ADJ/n, truncation with *. Fields: ti= "
        "ab= ta= cl= de= pa= in= ic= cpc= pn= ap= pr= pd>=2020 ad= exp= ls= cc= fo= fam= tag=, in "
        "Chinese 名称= 摘要= 权利要求= 说明书= 申请人= 发明人= 分类号= and so on. Chinese needs no blanks. "
        "A family is found when one of its publications is; fam=(cc=US ad=2020) asks for another "
        "one of the same family, pa==\"NAME\" for all of a name.") },
  { N_ ("Exit status"),
    N_ ("    0    printed, maybe nothing\n"
        "    2    wrong usage, a query that is not understood, or no library\n"
        "  130    stopped by Ctrl-C") },
  { N_ ("Examples"),
    N_ ("    claimsmith-cli search 'ti=(meter* OR 计量) AND pd>=2018 NOT ls=ceased'\n"
        "    claimsmith-cli search -f json --facets 隔膜") },
  { NULL, NULL }
};

const CsCommand cs_command_search = {
  "search", usage, N_ ("Finds families in the library."), sections, run_search
};
