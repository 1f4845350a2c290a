#include "cs-search-run.h"

/* A query as sets of documents: what FTS5 can be asked as a whole it is asked, all else is put
 * together here. */

static CsSearchSet *evaluate (CsSearcher *searcher,
                              const CsQueryNode *node,
                              CsSearchScores *scores,
                              GError **error);

/* FTS5 takes longer for an OR than for each of its sides by itself. */
static gboolean
add_match (CsSearcher *searcher,
           const CsQueryNode *node,
           CsSearchIndex index,
           CsSearchTaker *taker,
           GError **error)
{
  g_autoptr (GString) match = g_string_new (NULL);

  if (node->kind == CS_QUERY_OR)
    {
      for (guint i = 0; i < node->n_children; i++)
        if (!add_match (searcher, node->children[i], index, taker, error))
          return FALSE;
      return TRUE;
    }

  cs_search_append_match (match, node);

  return cs_search_take (searcher->library->file, match->str, index, taker, error);
}

static gboolean
add_near (CsSearcher *searcher,
          const CsQueryNode *node,
          CsSearchIndex index,
          CsSearchTaker *taker,
          GError **error)
{
  g_autoptr (GString) match = g_string_new (NULL);
  g_autoptr (CsSearchNear) near = cs_search_near_new (node, match);
  CsSearchTaker of_near = *taker;

  of_near.near = near;

  return cs_search_take (searcher->library->file, match->str, index, &of_near, error);
}

/* A word or NEAR that FTS5 cannot be asked as it is: it is of both indexes, or to be checked.
 * @scores: (nullable) */
static CsSearchSet *
find_words (CsSearcher *searcher, const CsQueryNode *node, CsSearchScores *scores, GError **error)
{
  g_autoptr (CsSearchSet) documents = cs_search_set_new (searcher->places->n_documents);
  gboolean in_both = node->field == CS_QUERY_FULL_TEXT;
  gboolean in_descriptions = in_both || node->field == CS_QUERY_DESCRIPTION;
  gboolean in_texts = node->field != CS_QUERY_DESCRIPTION;
  CsSearchTaker taker = { .places = searcher->places, .documents = documents };
  gboolean (*add) (CsSearcher *, const CsQueryNode *, CsSearchIndex, CsSearchTaker *, GError **) =
      node->kind == CS_QUERY_NEAR ? add_near : add_match;

  taker.scores = in_both ? NULL : scores;
  if ((in_texts && !add (searcher, node, CS_SEARCH_TEXTS, &taker, error)) ||
      (in_descriptions && !add (searcher, node, CS_SEARCH_DESCRIPTIONS, &taker, error)))
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
 * marks them in @taken; none when they only say what must not be. */
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
  if (n_positive == 0)
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

/* Whether nothing more can come of it. */
static gboolean
is_settled (const Joined *joined)
{
  return joined->kind == CS_QUERY_AND && joined->documents != NULL &&
         cs_search_set_next (joined->documents, 0) == joined->documents->n;
}

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

  if (is_settled (joined))
    return TRUE;

  found = evaluate (joined->searcher, child, NULL, error);
  if (found != NULL)
    add_found (joined, found);

  return found != NULL;
}

/* Of an AND only what is in all else is looked for. @children: of @node; @scores: (nullable) */
static gboolean
add_together (Joined *joined,
              const CsQueryNode *node,
              CsSearchIndex index,
              CsSearchScores *scores,
              GError **error)
{
  CsSearchTaker taker = { .places = joined->searcher->places, .scores = scores };
  g_autoptr (CsSearchSet) found = NULL;

  if (node->n_children == 0 || is_settled (joined))
    return TRUE;

  found = cs_search_set_new (joined->searcher->places->n_documents);
  taker.documents = found;
  taker.within = joined->kind == CS_QUERY_AND ? joined->documents : NULL;
  if (!add_match (joined->searcher, node, index, &taker, error))
    return FALSE;

  add_found (joined, g_steal_pointer (&found));
  return TRUE;
}

static guint
count_terms (const CsQueryNode *node)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new ();

  cs_search_list_terms (node, terms);

  return terms->len;
}

/* Words come last: what else is asked for is found sooner. @scores: (nullable) */
static CsSearchSet *
evaluate_children (CsSearcher *searcher,
                   const CsQueryNode *node,
                   CsSearchScores *scores,
                   GError **error)
{
  Joined joined = { searcher, node->kind, NULL };
  g_autofree gboolean *taken = g_new0 (gboolean, node->n_children);
  gboolean goes_on = TRUE;
  GPtrArray *children[2] = { NULL };

  for (CsSearchIndex index = CS_SEARCH_TEXTS; index <= CS_SEARCH_DESCRIPTIONS; index++)
    children[index] = take_together (node, index, taken);
  for (guint i = 0; goes_on && i < node->n_children; i++)
    if (!taken[i])
      goes_on = add_child (&joined, node->children[i], error);
  for (CsSearchIndex index = CS_SEARCH_TEXTS; index <= CS_SEARCH_DESCRIPTIONS; index++)
    {
      CsQueryNode together = *node;
      gboolean has_all;

      together.children = (CsQueryNode **)children[index]->pdata;
      together.n_children = children[index]->len;
      has_all = node->kind == CS_QUERY_AND && count_terms (&together) == count_terms (node);
      goes_on = goes_on && add_together (&joined, &together, index, has_all ? scores : NULL, error);
      g_ptr_array_unref (children[index]);
    }
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

/* @scores: (nullable) */
static CsSearchSet *
evaluate (CsSearcher *searcher, const CsQueryNode *node, CsSearchScores *scores, GError **error)
{
  CsSearchIndex index;
  CsSearchSet *documents;

  if (cs_search_can_match (node, &index))
    {
      CsSearchTaker taker = { .places = searcher->places, .scores = scores };

      documents = taker.documents = cs_search_set_new (searcher->places->n_documents);
      if (!add_match (searcher, node, index, &taker, error))
        g_clear_pointer (&documents, cs_search_set_free);
    }
  else if (node->kind == CS_QUERY_AND || node->kind == CS_QUERY_OR)
    {
      documents = evaluate_children (searcher, node, scores, error);
    }
  else if (node->kind == CS_QUERY_NOT)
    {
      documents = evaluate (searcher, node->children[0], NULL, error);
      if (documents != NULL)
        cs_search_set_invert (documents);
    }
  else if (node->kind == CS_QUERY_MEMBER)
    {
      documents = evaluate (searcher, node->children[0], NULL, error);
      if (documents != NULL)
        add_kin (searcher->places, documents);
    }
  else if (cs_query_field_is_text (node->field))
    {
      documents = find_words (searcher, node, scores, error);
    }
  else
    {
      documents = cs_search_find_value (searcher, node, error);
    }

  return documents;
}

CsSearchSet *
cs_search_evaluate (CsSearcher *searcher, const CsQueryNode *node, GError **error)
{
  return evaluate (searcher, node, NULL, error);
}

CsSearchSet *
cs_search_evaluate_scored (CsSearcher *searcher,
                           const CsQueryNode *node,
                           CsSearchScores *scores,
                           GError **error)
{
  return evaluate (searcher, node, scores, error);
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

/* Goes through the documents that have the word. */
static gboolean
score_term (CsSearcher *searcher, const CsQueryNode *term, CsSearchTaker *taker, GError **error)
{
  g_autoptr (GString) match = g_string_new (NULL);

  cs_search_append_term (match, term);
  for (CsSearchIndex index = CS_SEARCH_TEXTS; index <= CS_SEARCH_DESCRIPTIONS; index++)
    if (is_in_index (term, index) &&
        !cs_search_take (searcher->library->file, match->str, index, taker, error))
      return FALSE;

  return TRUE;
}

gboolean
cs_search_score (CsSearcher *searcher,
                 const CsQuery *query,
                 const CsSearchSet *documents,
                 float *totals,
                 GError **error)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new ();
  g_autoptr (CsSearchScores) scores = cs_search_scores_new (G_MAXUINT - 1, documents->n);
  CsSearchTaker taker = { .places = searcher->places, .within = documents, .scores = scores };

  if (query->root != NULL)
    cs_search_list_terms (query->root, terms);
  for (guint i = 0; i < terms->len; i++)
    if (!score_term (searcher, g_ptr_array_index (terms, i), &taker, error))
      return FALSE;
  cs_search_scores_add_up (scores, cs_search_set_count (documents), totals);

  return TRUE;
}
