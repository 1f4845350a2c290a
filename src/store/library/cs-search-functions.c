#include "cs-fts-tokenizer.h"
#include "cs-search-score.h"

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

static void
near_fits (const Fts5ExtensionApi *api,
           Fts5Context *context,
           sqlite3_context *result,
           int n_values,
           sqlite3_value **values)
{
  Row row = { api, context };
  gboolean fits = FALSE;
  int code;

  row.near = n_values == 1 ? sqlite3_value_pointer (values[0], CS_SEARCH_NEAR_TYPE) : NULL;
  code = row.near == NULL ? SQLITE_MISUSE : api->xInstCount (context, &row.n_instances);
  if (code != SQLITE_OK)
    {
      sqlite3_result_error_code (result, code);
      return;
    }

  for (int i = 0; !fits && i < api->xColumnCount (context); i++)
    fits = column_fits (&row, i);
  sqlite3_result_int (result, fits);
}

/* --- whether a document was found --- */

static void
was_found (sqlite3_context *result, int n_values, sqlite3_value **values)
{
  CsSearchFound *found = sqlite3_value_pointer (values[1], CS_SEARCH_FOUND_TYPE);
  guint place;

  if (found == NULL)
    {
      sqlite3_result_error_code (result, SQLITE_MISUSE);
      return;
    }

  place = cs_search_find_id (found->places->documents, found->places->n_documents,
                             sqlite3_value_int64 (values[0]), found->at);
  if (place != CS_SEARCH_NOWHERE)
    found->at = place;
  sqlite3_result_int (result, place != CS_SEARCH_NOWHERE &&
                                  cs_search_set_has (found->documents, place));
}

gboolean
cs_search_register_functions (const CsDatabase *database, GError **error)
{
  fts5_api *api = cs_fts_api_get (database->db);
  int code = api == NULL ? SQLITE_ERROR :
                           api->xCreateFunction (api, "near_fits", NULL, near_fits, NULL);

  if (code == SQLITE_OK)
    code = cs_search_scores_register (api);
  if (code == SQLITE_OK)
    code = sqlite3_create_function_v2 (database->db, "was_found", 2,
                                       SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                                       NULL, was_found, NULL, NULL, NULL);
  if (code != SQLITE_OK)
    cs_store_set_error (error, code, database->db, database->path);

  return code == SQLITE_OK;
}

void
cs_search_bind_pointer (CsStatement *statement, int index, gpointer pointer, const char *type)
{
  if (statement->code == SQLITE_OK)
    statement->code = sqlite3_bind_pointer (statement->handle, index, pointer, type, NULL);
}
