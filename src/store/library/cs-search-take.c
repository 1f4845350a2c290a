#include "cs-search-take.h"

#include <string.h>

#include "cs-fts-tokenizer.h"

/* Of how few documents each is looked for by itself. */
#define MAX_ONE_BY_ONE 300

/* --- whether words stand as near each other as a NEAR asks --- */

/* Where a phrase stands: tokens of a column, one past its last. */
typedef struct
{
  int start;
  int end;
} Place;

typedef struct
{
  const Fts5ExtensionApi *api;
  Fts5Context *row;
  const CsSearchNear *near;
  int n_instances;
} Row;

static guint
operand_of (const CsSearchNear *near, int phrase)
{
  guint operand = 0;

  while (operand + 1 < near->n_operands && phrase >= (int)near->ends[operand])
    operand++;

  return operand;
}

/* Where the phrases of an operand stand in a column, in order. */
static GArray *
list_places (const Row *row, guint operand, int column)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (int i = 0; i < row->n_instances; i++)
    {
      int phrase;
      int of_column;
      int start;

      if (row->api->xInst (row->row, i, &phrase, &of_column, &start) == SQLITE_OK &&
          of_column == column && operand_of (row->near, phrase) == operand)
        {
          Place place = { start, start + row->api->xPhraseSize (row->row, phrase) };

          g_array_append_val (places, place);
        }
    }

  return places;
}

static gboolean
is_near (Place left, Place right, CsQueryLink link)
{
  int between = right.start >= left.start ? right.start - left.end : left.start - right.end;

  if (link.is_ordered)
    return right.start >= left.end && right.start - left.end <= (int)link.distance;

  return between <= (int)link.distance;
}

static int
longest (const GArray *places)
{
  int length = 0;

  for (guint i = 0; i < places->len; i++)
    length = MAX (length, g_array_index (places, Place, i).end -
                              g_array_index (places, Place, i).start);

  return length;
}

/* Keeps of @right what is near any of @left. Both are in order, so that a window over @left is
 * enough. */
static void
keep_near (const GArray *left, GArray *right, CsQueryLink link)
{
  int reach = (int)link.distance + longest (left);
  guint first = 0;
  guint n_kept = 0;

  for (guint i = 0; i < right->len; i++)
    {
      Place place = g_array_index (right, Place, i);
      gboolean is_kept = FALSE;

      while (first < left->len && g_array_index (left, Place, first).start < place.start - reach)
        first++;
      for (guint k = first; !is_kept && k < left->len; k++)
        {
          Place other = g_array_index (left, Place, k);

          if (other.start > place.end + (int)link.distance)
            break;
          is_kept = is_near (other, place, link);
        }
      if (is_kept)
        g_array_index (right, Place, n_kept++) = place;
    }
  g_array_set_size (right, n_kept);
}

static gboolean
column_fits (const Row *row, int column)
{
  g_autoptr (GArray) reached = list_places (row, 0, column);

  for (guint i = 1; i < row->near->n_operands && reached->len > 0; i++)
    {
      g_autoptr (GArray) next = list_places (row, i, column);

      keep_near (reached, next, row->near->links[i - 1]);
      g_array_unref (reached);
      reached = g_steal_pointer (&next);
    }

  return reached->len > 0;
}

/* Returns: a code of SQLite */
static int
check_near (const CsSearchNear *near,
            const Fts5ExtensionApi *api,
            Fts5Context *context,
            gboolean *fits)
{
  Row row = { api, context, near };
  int code = api->xInstCount (context, &row.n_instances);

  *fits = FALSE;
  for (int i = 0; code == SQLITE_OK && !*fits && i < api->xColumnCount (context); i++)
    *fits = column_fits (&row, i);

  return code;
}

/* --- what becomes of a row --- */

/* Returns: a code of SQLite */
static int
take (CsSearchTaker *taker, const Fts5ExtensionApi *api, Fts5Context *row)
{
  gboolean fits = TRUE;
  int code = SQLITE_OK;
  guint place = cs_search_find_id (taker->places->documents, taker->places->n_documents,
                                   api->xRowid (row), taker->at);

  if (place == CS_SEARCH_NOWHERE)
    return SQLITE_OK;
  taker->at = place;
  if (taker->within != NULL && !cs_search_set_has (taker->within, place))
    return SQLITE_OK;
  if (taker->near != NULL)
    code = check_near (taker->near, api, row, &fits);
  if (code != SQLITE_OK || !fits)
    return code;

  if (taker->documents != NULL)
    cs_search_set_add (taker->documents, place);
  if (taker->scores != NULL)
    cs_search_scores_note (taker->scores, place, api, row);

  return SQLITE_OK;
}

/* Without a result, which is NULL then, it is not true. */
static void
take_row (const Fts5ExtensionApi *api,
          Fts5Context *row,
          sqlite3_context *result,
          int n_values,
          sqlite3_value **values)
{
  CsSearchTaker *taker =
      n_values == 1 ? sqlite3_value_pointer (values[0], CS_SEARCH_TAKER_TYPE) : NULL;
  int code = taker == NULL ? SQLITE_MISUSE : take (taker, api, row);

  if (code != SQLITE_OK)
    sqlite3_result_error_code (result, code);
}

gboolean
cs_search_register_functions (const CsDatabase *database, GError **error)
{
  fts5_api *api = cs_fts_api_get (database->db);
  int code = api == NULL ? SQLITE_ERROR :
                           api->xCreateFunction (api, "take_row", NULL, take_row, NULL);

  if (code != SQLITE_OK)
    cs_store_set_error (error, code, database->db, database->path);

  return code == SQLITE_OK;
}

/* --- matching --- */

/* All rows. */
static const char *const take_sql[] = {
  [CS_SEARCH_TEXTS] =
      "SELECT 0 FROM text_index WHERE text_index MATCH ?1 AND take_row (text_index, ?2)",
  [CS_SEARCH_DESCRIPTIONS] = "SELECT 0 FROM description_index WHERE description_index MATCH ?1 "
                             "AND take_row (description_index, ?2)",
};

/* Those from ?3 to ?4. */
static const char *const take_range_sql[] = {
  [CS_SEARCH_TEXTS] = "SELECT 0 FROM text_index WHERE text_index MATCH ?1 "
                      "AND rowid BETWEEN ?3 AND ?4 AND take_row (text_index, ?2)",
  [CS_SEARCH_DESCRIPTIONS] =
      "SELECT 0 FROM description_index WHERE description_index MATCH ?1 "
      "AND rowid BETWEEN ?3 AND ?4 AND take_row (description_index, ?2)",
};

/* A match in the making. */
typedef struct
{
  CsStatement statement;
  const char *match;
  CsSearchTaker *taker;
} Taking;

/* No row comes out. */
static gboolean
run (Taking *taking, gint64 from, gint64 to, GError **error)
{
  CsStatement *statement = &taking->statement;

  cs_bind_text (statement, 1, taking->match);
  if (statement->code == SQLITE_OK)
    statement->code = sqlite3_bind_pointer (statement->handle, 2, taking->taker,
                                            CS_SEARCH_TAKER_TYPE, NULL);
  if (taking->taker->within != NULL)
    {
      cs_bind_int (statement, 3, from);
      cs_bind_int (statement, 4, to);
    }

  return cs_statement_run (statement, error);
}

/* Of these FTS5 gathers all words that begin so, before anything else and each time. */
static gboolean
may_have_prefix (const char *match)
{
  return strstr (match, "\" *") != NULL;
}

/* To look for a document takes as long as to go through some hundreds. */
static gboolean
run_within (Taking *taking, GError **error)
{
  const CsSearchSet *within = taking->taker->within;
  const gint64 *ids = taking->taker->places->documents;
  guint first = cs_search_set_next (within, 0);

  if (first == within->n)
    return TRUE;
  if (cs_search_set_count (within) > MAX_ONE_BY_ONE || may_have_prefix (taking->match))
    return run (taking, ids[first], ids[cs_search_set_previous (within, within->n)], error);

  for (guint at = first; at < within->n; at = cs_search_set_next (within, at + 1))
    if (!run (taking, ids[at], ids[at], error))
      return FALSE;

  return TRUE;
}

gboolean
cs_search_take (CsDatabase *database,
                const char *match,
                CsSearchIndex index,
                CsSearchTaker *taker,
                GError **error)
{
  gboolean is_all = taker->within == NULL;
  const char *sql = is_all ? take_sql[index] : take_range_sql[index];
  Taking taking = { .match = match, .taker = taker };
  gboolean done;

  taker->at = 0;
  if (taker->scores != NULL)
    cs_search_scores_begin_match (taker->scores);
  taking.statement = cs_statement (database, sql);
  done = is_all ? run (&taking, 0, 0, error) : run_within (&taking, error);
  cs_statement_clear (&taking.statement);

  return done;
}
