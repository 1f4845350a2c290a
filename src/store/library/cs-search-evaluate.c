#include "cs-search-run.h"

/* A query as sets of documents: what FTS5 can be asked as a whole it is asked, all else is put
 * together here. */

static const char *const match_sql[] = {
  [CS_SEARCH_TEXTS] = "SELECT rowid FROM text_index WHERE text_index MATCH ?1",
  [CS_SEARCH_DESCRIPTIONS] =
      "SELECT rowid FROM description_index WHERE description_index MATCH ?1",
};

static const char *const near_sql[] = {
  [CS_SEARCH_TEXTS] = "SELECT rowid FROM text_index WHERE text_index MATCH ?1 "
                      "AND near_fits (text_index, ?2)",
  [CS_SEARCH_DESCRIPTIONS] = "SELECT rowid FROM description_index "
                             "WHERE description_index MATCH ?1 "
                             "AND near_fits (description_index, ?2)",
};

static gboolean
add_match (CsSearcher *searcher,
           const CsQueryNode *node,
           CsSearchIndex index,
           CsSearchSet *documents,
           GError **error)
{
  g_autoptr (GString) match = g_string_new (NULL);
  g_auto (CsStatement) list = cs_statement (searcher->library->file, match_sql[index]);

  cs_search_append_match (match, node);
  cs_bind_text (&list, 1, match->str);

  return cs_search_collect (searcher, &list, documents, error);
}

static gboolean
add_near (CsSearcher *searcher,
          const CsQueryNode *node,
          CsSearchIndex index,
          CsSearchSet *documents,
          GError **error)
{
  g_autoptr (GString) match = g_string_new (NULL);
  g_autoptr (CsSearchNear) near = cs_search_near_new (node, match);
  g_auto (CsStatement) list = cs_statement (searcher->library->file, near_sql[index]);

  cs_bind_text (&list, 1, match->str);
  cs_search_bind_pointer (&list, 2, near, CS_SEARCH_NEAR_TYPE);

  return cs_search_collect (searcher, &list, documents, error);
}

/* A word or NEAR that FTS5 cannot be asked as it is: it is of both indexes, or to be checked. */
static CsSearchSet *
find_words (CsSearcher *searcher, const CsQueryNode *node, GError **error)
{
  g_autoptr (CsSearchSet) documents = cs_search_set_new (searcher->places->n_documents);
  gboolean in_descriptions =
      node->field == CS_QUERY_FULL_TEXT || node->field == CS_QUERY_DESCRIPTION;
  gboolean in_texts = node->field != CS_QUERY_DESCRIPTION;
  gboolean (*add) (CsSearcher *, const CsQueryNode *, CsSearchIndex, CsSearchSet *, GError **) =
      node->kind == CS_QUERY_NEAR ? add_near : add_match;

  if ((in_texts && !add (searcher, node, CS_SEARCH_TEXTS, documents, error)) ||
      (in_descriptions && !add (searcher, node, CS_SEARCH_DESCRIPTIONS, documents, error)))
    return NULL;

  return g_steal_pointer (&documents);
}

/* --- children that FTS5 can be asked together --- */

static gboolean
goes_with (const CsQueryNode *parent, const CsQueryNode *child, CsSearchIndex index)
{
  CsSearchIndex of_child;

  if (parent->kind == CS_QUERY_AND && child->kind == CS_QUERY_NOT)
    child = child->children[0];

  return cs_search_can_match (child, &of_child) && of_child == index;
}

/* Returns: (transfer full) (element-type CsQueryNode): children of @node that go together, and
 * marks them in @taken; none when they are fewer than two or only say what must not be. */
static GPtrArray *
take_together (const CsQueryNode *node, CsSearchIndex index, gboolean *taken)
{
  GPtrArray *children = g_ptr_array_new ();
  guint n_positive = 0;

  for (guint i = 0; i < node->n_children; i++)
    if (goes_with (node, node->children[i], index))
      {
        g_ptr_array_add (children, node->children[i]);
        n_positive += node->children[i]->kind == CS_QUERY_NOT ? 0 : 1;
      }
  if (n_positive == 0 || children->len < 2)
    g_ptr_array_set_size (children, 0);
  else
    for (guint i = 0; i < node->n_children; i++)
      taken[i] = taken[i] || goes_with (node, node->children[i], index);

  return children;
}

/* Puts together what one child after the other finds. */
typedef struct
{
  CsSearcher *searcher;
  CsQueryKind kind;
  CsSearchSet *documents; /* NULL before the first child */
} Joined;

static void
add_found (Joined *joined, CsSearchSet *found)
{
  if (joined->documents == NULL)
    {
      joined->documents = found;
      return;
    }

  if (joined->kind == CS_QUERY_AND)
    cs_search_set_meet (joined->documents, found);
  else
    cs_search_set_join (joined->documents, found);
  cs_search_set_free (found);
}

static gboolean
add_child (Joined *joined, const CsQueryNode *child, GError **error)
{
  CsSearchSet *found;

  /* Nothing more can come of it. */
  if (joined->kind == CS_QUERY_AND && joined->documents != NULL &&
      cs_search_set_next (joined->documents, 0) == joined->documents->n)
    return TRUE;

  found = cs_search_evaluate (joined->searcher, child, error);
  if (found != NULL)
    add_found (joined, found);

  return found != NULL;
}

static gboolean
add_together (Joined *joined,
              const CsQueryNode *node,
              CsSearchIndex index,
              gboolean *taken,
              GError **error)
{
  g_autoptr (GPtrArray) children = take_together (node, index, taken);
  CsQueryNode together = *node;
  CsSearchSet *found;

  if (children->len == 0)
    return TRUE;

  together.children = (CsQueryNode **)children->pdata;
  together.n_children = children->len;
  found = cs_search_set_new (joined->searcher->places->n_documents);
  add_found (joined, found);

  return add_match (joined->searcher, &together, index, found, error);
}

static CsSearchSet *
evaluate_children (CsSearcher *searcher, const CsQueryNode *node, GError **error)
{
  Joined joined = { searcher, node->kind, NULL };
  g_autofree gboolean *taken = g_new0 (gboolean, node->n_children);
  gboolean goes_on = add_together (&joined, node, CS_SEARCH_TEXTS, taken, error) &&
                     add_together (&joined, node, CS_SEARCH_DESCRIPTIONS, taken, error);

  for (guint i = 0; goes_on && i < node->n_children; i++)
    if (!taken[i])
      goes_on = add_child (&joined, node->children[i], error);
  if (goes_on)
    return joined.documents;

  g_clear_pointer (&joined.documents, cs_search_set_free);
  return NULL;
}

/* Adds all documents of the families that @documents are of. */
static void
add_kin (const CsSearchPlaces *places, CsSearchSet *documents)
{
  g_autoptr (CsSearchSet) families = cs_search_fold (places, documents);

  cs_search_unfold (places, families, documents);
}

CsSearchSet *
cs_search_evaluate (CsSearcher *searcher, const CsQueryNode *node, GError **error)
{
  CsSearchIndex index;
  CsSearchSet *documents;

  if (cs_search_can_match (node, &index))
    {
      documents = cs_search_set_new (searcher->places->n_documents);
      if (!add_match (searcher, node, index, documents, error))
        g_clear_pointer (&documents, cs_search_set_free);
    }
  else if (node->kind == CS_QUERY_AND || node->kind == CS_QUERY_OR)
    {
      documents = evaluate_children (searcher, node, error);
    }
  else if (node->kind == CS_QUERY_NOT)
    {
      documents = cs_search_evaluate (searcher, node->children[0], error);
      if (documents != NULL)
        cs_search_set_invert (documents);
    }
  else if (node->kind == CS_QUERY_MEMBER)
    {
      documents = cs_search_evaluate (searcher, node->children[0], error);
      if (documents != NULL)
        add_kin (searcher->places, documents);
    }
  else if (cs_query_field_is_text (node->field))
    {
      documents = find_words (searcher, node, error);
    }
  else
    {
      documents = cs_search_find_value (searcher, node, error);
    }

  return documents;
}

/* --- relevance --- */

void
cs_search_list_terms (const CsQueryNode *node, GPtrArray *terms)
{
  if (node->kind == CS_QUERY_TERM && cs_query_field_is_text (node->field))
    g_ptr_array_add (terms, (gpointer)node);
  for (guint i = 0; node->kind != CS_QUERY_NOT && i < node->n_children; i++)
    cs_search_list_terms (node->children[i], terms);
}

static gboolean
is_in_index (const CsQueryNode *term, CsSearchIndex index)
{
  if (term->field == CS_QUERY_FULL_TEXT)
    return TRUE;

  return (term->field == CS_QUERY_DESCRIPTION) == (index == CS_SEARCH_DESCRIPTIONS);
}

/* Any of the words that are looked for in an index. */
static void
append_words (GString *match, const CsQuery *query, CsSearchIndex index)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new ();

  if (query->root != NULL)
    cs_search_list_terms (query->root, terms);
  for (guint i = 0; i < terms->len; i++)
    if (is_in_index (g_ptr_array_index (terms, i), index))
      {
        if (match->len > 0)
          g_string_append (match, " OR ");
        cs_search_append_term (match, g_ptr_array_index (terms, i));
      }
}

static const char *const scored_sql[] = {
  [CS_SEARCH_TEXTS] = "SELECT rowid, note_score (text_index, ?2) FROM text_index "
                      "WHERE text_index MATCH ?1",
  [CS_SEARCH_DESCRIPTIONS] =
      "SELECT rowid, note_score (description_index, ?2) FROM description_index "
      "WHERE description_index MATCH ?1",
};

static const char *const found_sql[] = {
  [CS_SEARCH_TEXTS] = "SELECT rowid, note_score (text_index, ?2) FROM text_index "
                      "WHERE text_index MATCH ?1 AND was_found (rowid, ?3)",
  [CS_SEARCH_DESCRIPTIONS] =
      "SELECT rowid, note_score (description_index, ?2) FROM description_index "
      "WHERE description_index MATCH ?1 AND was_found (rowid, ?3)",
};

/* Goes through the rows of @list; @documents: (nullable): takes them. */
static gboolean
note_rows (CsSearcher *searcher,
           CsStatement *list,
           CsSearchScores *scores,
           CsSearchSet *documents,
           GError **error)
{
  const CsSearchPlaces *places = searcher->places;
  guint at = 0;

  while (cs_statement_next (list))
    {
      guint place = cs_search_find_id (places->documents, places->n_documents,
                                       cs_column_get_int (list, 0), at);

      if (place == CS_SEARCH_NOWHERE)
        continue;
      cs_search_scores_set_place (scores, at = place);
      if (documents != NULL)
        cs_search_set_add (documents, place);
    }

  return cs_statement_end (list, error);
}

CsSearchSet *
cs_search_evaluate_scored (CsSearcher *searcher,
                           const CsQueryNode *node,
                           CsSearchScores *scores,
                           GError **error)
{
  CsSearchIndex index = CS_SEARCH_TEXTS;
  gboolean can_match = cs_search_can_match (node, &index);
  g_autoptr (GString) match = g_string_new (NULL);
  g_auto (CsStatement) list = cs_statement (searcher->library->file, scored_sql[index]);
  g_autoptr (CsSearchSet) documents = NULL;

  if (!can_match)
    return cs_search_evaluate (searcher, node, error);

  documents = cs_search_set_new (searcher->places->n_documents);
  cs_search_append_match (match, node);
  cs_bind_text (&list, 1, match->str);
  cs_search_bind_pointer (&list, 2, scores, CS_SEARCH_SCORES_TYPE);
  if (!note_rows (searcher, &list, scores, documents, error))
    return NULL;

  return g_steal_pointer (&documents);
}

static gboolean
add_scores (CsSearcher *searcher,
            const char *match,
            CsSearchIndex index,
            CsSearchFound *found,
            float *totals,
            GError **error)
{
  g_auto (CsStatement) list = cs_statement (searcher->library->file, found_sql[index]);
  g_autoptr (CsSearchScores) scores = cs_search_scores_new (G_MAXUINT - 1);

  cs_bind_text (&list, 1, match);
  cs_search_bind_pointer (&list, 2, scores, CS_SEARCH_SCORES_TYPE);
  cs_search_bind_pointer (&list, 3, found, CS_SEARCH_FOUND_TYPE);
  if (!note_rows (searcher, &list, scores, NULL, error))
    return FALSE;

  cs_search_scores_add_up (scores, totals);
  return TRUE;
}

gboolean
cs_search_score (CsSearcher *searcher,
                 const CsQuery *query,
                 const CsSearchSet *documents,
                 float *totals,
                 GError **error)
{
  for (CsSearchIndex index = CS_SEARCH_TEXTS; index <= CS_SEARCH_DESCRIPTIONS; index++)
    {
      g_autoptr (GString) match = g_string_new (NULL);
      CsSearchFound found = { searcher->places, documents, 0 };

      append_words (match, query, index);
      if (match->len > 0 && !add_scores (searcher, match->str, index, &found, totals, error))
        return FALSE;
    }

  return TRUE;
}
