#include "../../language/cs-search-tokens.h"
#include "cs-library-numbers.h"
#include "cs-search-run.h"

#include <string.h>

/* Values of fields that are no texts: names, classes, numbers, dates, states, tags. */

#define DAY_SHIFT 24 /* of the id of a document, above which its day is */
#define PREFIX_END "\xf4\x8f\xbf\xbf"

gboolean
cs_search_collect (CsSearcher *searcher,
                   CsStatement *list,
                   CsSearchSet *documents,
                   GError **error)
{
  const CsSearchPlaces *places = searcher->places;
  guint at = 0;

  while (cs_statement_next (list))
    {
      guint found = cs_search_find_id (places->documents, places->n_documents,
                                       cs_column_get_int (list, 0), at);

      if (found != CS_SEARCH_NOWHERE)
        cs_search_set_add (documents, at = found);
    }

  return cs_statement_end (list, error);
}

static CsSearchSet *
collect_new (CsSearcher *searcher, CsStatement *list, GError **error)
{
  g_autoptr (CsSearchSet) documents = cs_search_set_new (searcher->places->n_documents);

  if (!cs_search_collect (searcher, list, documents, error))
    return NULL;

  return g_steal_pointer (&documents);
}

/* --- names and classes --- */

/* Returns: (transfer full): what the index of names takes for the words of @node */
static char *
dup_name_match (const CsQueryNode *node)
{
  GString *match = g_string_new (NULL);
  CsQueryNode term = { CS_QUERY_TERM, CS_QUERY_TEXT, .text = node->text };

  term.is_prefix = node->is_prefix;
  cs_search_append_term (match, &term);

  return g_string_free (match, FALSE);
}

static void
bind_roles (CsStatement *list, CsQueryField field)
{
  gboolean is_inventor = field == CS_QUERY_INVENTOR;

  cs_bind_int (list, 2, is_inventor ? CS_PARTY_INVENTOR : CS_PARTY_APPLICANT);
  cs_bind_int (list, 3, is_inventor ? CS_PARTY_INVENTOR : CS_PARTY_OWNER);
}

static gboolean
is_called (const char *name, const char *wanted, gboolean is_prefix)
{
  g_autofree char *folded = cs_search_tokens_join (name, strlen (name));

  return is_prefix ? g_str_has_prefix (folded, wanted) : strcmp (folded, wanted) == 0;
}

/* Of the names that have the words, those that have no others: all ways to write one name. */
static CsSearchSet *
find_whole_name (CsSearcher *searcher, const CsQueryNode *node, GError **error)
{
  g_auto (CsStatement) names = cs_statement (
      searcher->library->file,
      "SELECT n.id, n.name FROM name_index i JOIN name n ON n.id = i.rowid "
      "WHERE name_index MATCH ?1");
  g_autofree char *match = dup_name_match (node);
  g_autofree char *wanted = cs_search_tokens_join (node->text, strlen (node->text));
  g_autoptr (CsSearchSet) documents = cs_search_set_new (searcher->places->n_documents);

  cs_bind_text (&names, 1, match);
  while (cs_statement_next (&names))
    {
      const char *name = cs_column_get_text (&names, 1);
      g_auto (CsStatement) list = cs_statement (
          searcher->library->file,
          "SELECT document FROM party WHERE name = ?1 AND role IN (?2, ?3)");

      if (name == NULL || !is_called (name, wanted, FALSE))
        continue;
      cs_bind_int (&list, 1, cs_column_get_int (&names, 0));
      bind_roles (&list, node->field);
      if (!cs_search_collect (searcher, &list, documents, error))
        return NULL;
    }

  return cs_statement_end (&names, error) ? g_steal_pointer (&documents) : NULL;
}

static CsSearchSet *
find_name (CsSearcher *searcher, const CsQueryNode *node, GError **error)
{
  g_autofree char *match = dup_name_match (node);
  g_auto (CsStatement) list = cs_statement (
      searcher->library->file,
      "SELECT p.document FROM name_index n JOIN party p ON p.name = n.rowid "
      "WHERE name_index MATCH ?1 AND p.role IN (?2, ?3)");

  if (node->is_whole)
    return find_whole_name (searcher, node, error);

  cs_bind_text (&list, 1, match);
  bind_roles (&list, node->field);

  return collect_new (searcher, &list, error);
}

/* Returns: "" for any scheme */
static const char *
get_scheme (CsQueryField field)
{
  if (field == CS_QUERY_IPC)
    return "ipc";

  return field == CS_QUERY_CPC ? "cpc" : "";
}

/* "H01M10/" is what begins so, and the group itself where a source gives no subgroup. */
static CsSearchSet *
find_class (CsSearcher *searcher, const CsQueryNode *node, GError **error)
{
  static const char sql[] =
      "SELECT c.document FROM symbol s JOIN class c ON c.symbol = s.id "
      "WHERE s.scheme IN (SELECT DISTINCT scheme FROM symbol WHERE ?1 IN (scheme, '')) "
      "AND s.symbol BETWEEN ?4 AND ?3 AND (s.symbol >= ?2 OR s.symbol = ?4)";
  g_auto (CsStatement) list = cs_statement (searcher->library->file, sql);
  gsize length = strlen (node->text);
  gboolean is_group = length > 0 && node->text[length - 1] == '/';
  g_autofree char *end = g_strconcat (node->text, node->is_prefix ? PREFIX_END : "", NULL);
  g_autofree char *group = g_strndup (node->text, length - (is_group ? 1 : 0));

  cs_bind_text (&list, 1, get_scheme (node->field));
  cs_bind_text (&list, 2, node->text);
  cs_bind_text (&list, 3, end);
  cs_bind_text (&list, 4, group);

  return collect_new (searcher, &list, error);
}

/* --- numbers --- */

/* Documents of what is known under a stem between ?1 and ?2; ?3: of that kind alone. */
static const char *const number_sql[] = {
  [CS_NUMBER_PUBLICATION] =
      "SELECT d.id FROM number n JOIN document d ON d.id = n.target "
      "WHERE n.stem BETWEEN ?1 AND ?2 AND n.role = 0 AND (?3 = '' OR d.kind = ?3)",
  [CS_NUMBER_APPLICATION] =
      "SELECT d.id FROM number n JOIN document d ON d.application = n.target "
      "WHERE n.stem BETWEEN ?1 AND ?2 AND n.role = 1",
  [CS_NUMBER_PRIORITY] =
      "SELECT d.id FROM link l JOIN document d ON d.application = l.application "
      "JOIN priority p ON p.document = d.id "
      "WHERE l.stem BETWEEN ?1 AND ?2 AND (p.key BETWEEN ?1 AND ?2 || '.' || '" PREFIX_END "' "
      "OR p.alias BETWEEN ?1 AND ?2 || '.' || '" PREFIX_END "')",
};

/* Adds what is known under the number, or begins with it: under its key, and under its alias. */
static gboolean
add_number (CsSearcher *searcher,
            const CsQueryNode *node,
            CsNumberRole role,
            CsSearchSet *documents,
            GError **error)
{
  CsNumberInput input = { .text = node->text, .role = role, .form = CS_NUMBER_ORIGINAL };
  g_autoptr (CsNumber) number = cs_number_read (&input);
  g_autofree char *stem = cs_number_dup_stem (number);
  g_autofree char *alias = cs_number_dup_alias_stem (number);
  const char *const stems[] = { stem, alias };

  for (guint i = 0; i < G_N_ELEMENTS (stems) && stems[i] != NULL; i++)
    {
      g_autofree char *end = g_strconcat (stems[i], node->is_prefix ? PREFIX_END : "", NULL);
      g_auto (CsStatement) list = cs_statement (searcher->library->file, number_sql[role]);

      cs_bind_text (&list, 1, stems[i]);
      cs_bind_text (&list, 2, end);
      cs_bind_text (&list, 3, role == CS_NUMBER_PUBLICATION ? number->kind : NULL);
      if (!cs_search_collect (searcher, &list, documents, error))
        return FALSE;
    }

  return TRUE;
}

static CsSearchSet *
find_number (CsSearcher *searcher, const CsQueryNode *node, GError **error)
{
  g_autoptr (CsSearchSet) documents = cs_search_set_new (searcher->places->n_documents);
  static const CsQueryField fields[] = {
    [CS_NUMBER_PUBLICATION] = CS_QUERY_PUBLICATION,
    [CS_NUMBER_APPLICATION] = CS_QUERY_APPLICATION,
    [CS_NUMBER_PRIORITY] = CS_QUERY_PRIORITY,
  };

  for (guint role = 0; role < CS_N_NUMBER_ROLES; role++)
    if ((node->field == CS_QUERY_NUMBER || node->field == fields[role]) &&
        !add_number (searcher, node, role, documents, error))
      return NULL;

  return g_steal_pointer (&documents);
}

/* --- dates, states, offices: from memory --- */

/* YYYYMMDD of the first or last day that @date may be. */
static guint
get_bound (CsOfficeDate date, gboolean is_end)
{
  if (!cs_office_date_is_known (date))
    return is_end ? G_MAXUINT : 1;

  return date.year * 10000u + (date.month != 0 ? date.month : is_end ? 99u :
                                                                       0u) *
                                  100u +
         (date.day != 0 ? date.day : is_end ? 99u :
                                              0u);
}

/* The day, counted from 0001-01-01, before which or on which a publication lies. */
static gint64
get_day (CsOfficeDate date, gboolean is_end)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, date.month != 0 ? date.month : is_end ? 12 :
                                                                   1,
                  date.year);
  if (date.day != 0)
    g_date_set_day (&day, date.day);
  else if (is_end)
    g_date_set_day (&day, g_date_get_days_in_month (g_date_get_month (&day), date.year));

  return g_date_get_julian (&day);
}

static guint
lower_bound (const CsSearchPlaces *places, gint64 id)
{
  guint low = 0;
  guint high = places->n_documents;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (places->documents[middle] < id)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Ids of documents are in order of the days of their publication; 0 is of none. */
static CsSearchSet *
find_published (CsSearcher *searcher, const CsQueryNode *node)
{
  const CsSearchPlaces *places = searcher->places;
  CsSearchSet *documents = cs_search_set_new (places->n_documents);
  gint64 from = cs_office_date_is_known (node->from) ? get_day (node->from, FALSE) : 1;
  guint end = places->n_documents;

  if (cs_office_date_is_known (node->to))
    end = lower_bound (places, (get_day (node->to, TRUE) + 1) << DAY_SHIFT);
  cs_search_set_add_range (documents, lower_bound (places, from << DAY_SHIFT), end);

  return documents;
}

static gboolean
document_fits (const CsSearchPlaces *places, const CsQueryNode *node, guint document)
{
  guint family = places->family_of[document];
  guint date;

  if (node->kind == CS_QUERY_STATES)
    return (node->states >> places->states[document] & 1) != 0;
  if (node->field == CS_QUERY_FIRST_OFFICE)
    return family != CS_SEARCH_NOWHERE &&
           places->facts.first_offices[family] == cs_search_office_code (node->text);
  if (node->kind == CS_QUERY_TERM)
    return places->document_offices[document] == cs_search_office_code (node->text);
  if (node->field == CS_QUERY_EARLIEST)
    date = family == CS_SEARCH_NOWHERE ? 0 : places->earliest[family];
  else
    date = node->field == CS_QUERY_EXPIRY ? places->facts.expiry[document] :
                                            places->filed[document];

  return date >= get_bound (node->from, FALSE) && date <= get_bound (node->to, TRUE);
}

static gboolean
load_what_it_needs (CsSearcher *searcher, CsQueryField field, GError **error)
{
  CsSearchPlaces *places = searcher->places;

  if (field == CS_QUERY_EARLIEST)
    return TRUE;
  if (field == CS_QUERY_FIRST_OFFICE)
    return cs_search_facts_load (places, CS_SEARCH_FACT_FIRST, searcher->library, error);
  if (field == CS_QUERY_EXPIRY)
    return cs_search_facts_load (places, CS_SEARCH_FACT_EXPIRY, searcher->library, error);

  return cs_search_places_load_documents (places, searcher->library, error);
}

static CsSearchSet *
find_in_memory (CsSearcher *searcher, const CsQueryNode *node, GError **error)
{
  const CsSearchPlaces *places = searcher->places;
  CsSearchSet *documents;

  if (!load_what_it_needs (searcher, node->field, error))
    return NULL;

  documents = cs_search_set_new (places->n_documents);
  for (guint i = 0; i < places->n_documents; i++)
    if (document_fits (places, node, i))
      cs_search_set_add (documents, i);

  return documents;
}

/* --- families --- */

/* Adds all documents of the families whose ids @list gives. */
static CsSearchSet *
collect_families (CsSearcher *searcher, CsStatement *list, GError **error)
{
  const CsSearchPlaces *places = searcher->places;
  g_autoptr (CsSearchSet) families = cs_search_set_new (places->n_families);
  CsSearchSet *documents;

  while (cs_statement_next (list))
    {
      guint family = cs_search_find_id (places->families, places->n_families,
                                        cs_column_get_int (list, 0), 0);

      if (family != CS_SEARCH_NOWHERE)
        cs_search_set_add (families, family);
    }
  if (!cs_statement_end (list, error))
    return NULL;

  documents = cs_search_set_new (places->n_documents);
  cs_search_unfold (places, families, documents);

  return documents;
}

/* A family under any rule stands for the simple families of its members. */
static CsSearchSet *
find_family (CsSearcher *searcher, const CsQueryNode *node, GError **error)
{
  g_auto (CsStatement) list = cs_statement (
      searcher->library->file,
      "SELECT s.family FROM family f JOIN member m ON m.family = f.id "
      "JOIN member s ON s.application = m.application AND s.rule = 0 "
      "WHERE f.external_id BETWEEN ?1 AND ?2");
  g_autofree char *end = g_strconcat (node->text, node->is_prefix ? PREFIX_END : "", NULL);

  cs_bind_text (&list, 1, node->text);
  cs_bind_text (&list, 2, end);

  return collect_families (searcher, &list, error);
}

/* Tags are few: their names are compared here, folded. */
static CsSearchSet *
find_tag (CsSearcher *searcher, const CsQueryNode *node, GError **error)
{
  g_auto (CsStatement) names = cs_statement (searcher->library->file,
                                             "SELECT id, name FROM label WHERE kind = 0");
  g_autofree char *wanted = cs_search_tokens_join (node->text, strlen (node->text));
  g_autoptr (GString) sql =
      g_string_new ("SELECT family FROM labelled WHERE label IN (0");
  g_auto (CsStatement) list = { 0 };

  while (cs_statement_next (&names))
    {
      const char *name = cs_column_get_text (&names, 1);

      if (name != NULL && is_called (name, wanted, node->is_prefix))
        g_string_append_printf (sql, ", %" G_GINT64_FORMAT, cs_column_get_int (&names, 0));
    }
  if (!cs_statement_end (&names, error))
    return NULL;

  g_string_append_c (sql, ')');
  list = cs_statement (searcher->library->file, sql->str);
  return collect_families (searcher, &list, error);
}

CsSearchSet *
cs_search_find_value (CsSearcher *searcher, const CsQueryNode *node, GError **error)
{
  if (node->field == CS_QUERY_PUBLISHED)
    return find_published (searcher, node);
  if (node->kind != CS_QUERY_TERM || node->field == CS_QUERY_OFFICE ||
      node->field == CS_QUERY_FIRST_OFFICE)
    return find_in_memory (searcher, node, error);
  if (node->field == CS_QUERY_APPLICANT || node->field == CS_QUERY_INVENTOR)
    return find_name (searcher, node, error);
  if (node->field <= CS_QUERY_CPC)
    return find_class (searcher, node, error);
  if (node->field == CS_QUERY_FAMILY)
    return find_family (searcher, node, error);
  if (node->field == CS_QUERY_TAG)
    return find_tag (searcher, node, error);

  return find_number (searcher, node, error);
}
