#include "cs-search-score.h"

#include <math.h>

#define SATURATION 1.2f /* BM25's k1 */

/* What a word weighs in each column: ti, ab, cl; a description has one column alone. */
static const float column_weights[] = { 8, 3, 1 };

struct _CsSearchScores
{
  guint max_rows;
  guint n_rows;
  int n_phrases;
  GArray *places;  /* (element-type guint32): of each row */
  GArray *weights; /* (element-type float): of each row, for each phrase */
};

CsSearchScores *
cs_search_scores_new (guint max_rows)
{
  CsSearchScores *scores = g_new0 (CsSearchScores, 1);

  scores->max_rows = max_rows;
  scores->places = g_array_new (FALSE, TRUE, sizeof (guint32));
  scores->weights = g_array_new (FALSE, TRUE, sizeof (float));

  return scores;
}

void
cs_search_scores_free (CsSearchScores *scores)
{
  g_array_unref (scores->places);
  g_array_unref (scores->weights);
  g_free (scores);
}

gboolean
cs_search_scores_are_known (const CsSearchScores *scores)
{
  return scores->n_rows > 0 && scores->n_rows <= scores->max_rows;
}

/* --- while FTS5 goes through the documents --- */

void
cs_search_scores_note (CsSearchScores *scores,
                       guint place,
                       const Fts5ExtensionApi *api,
                       Fts5Context *row)
{
  guint32 of_row = place;
  guint first = scores->weights->len;
  int n_instances;

  if (scores->n_rows++ >= scores->max_rows)
    return;
  if (api->xInstCount (row, &n_instances) != SQLITE_OK)
    n_instances = 0;

  scores->n_phrases = api->xPhraseCount (row);
  g_array_append_val (scores->places, of_row);
  g_array_set_size (scores->weights, first + (guint)scores->n_phrases);
  for (int i = 0; i < n_instances; i++)
    {
      int phrase;
      int column;
      int at;

      if (api->xInst (row, i, &phrase, &column, &at) == SQLITE_OK && phrase < scores->n_phrases)
        g_array_index (scores->weights, float, first + (guint)phrase) +=
            column_weights[MIN ((guint)column, G_N_ELEMENTS (column_weights) - 1)];
    }
}

/* --- afterwards --- */

/* How much a phrase tells: the fewer of the documents have it, the more. */
static float *
weigh_phrases (const CsSearchScores *scores)
{
  float *rarities = g_new0 (float, (guint)scores->n_phrases + 1);

  for (int phrase = 0; phrase < scores->n_phrases; phrase++)
    {
      guint n_having = 0;

      for (guint row = 0; row < scores->places->len; row++)
        n_having += g_array_index (scores->weights, float,
                                   row *(guint)scores->n_phrases + (guint)phrase) > 0;
      rarities[phrase] =
          1 + logf (1 + (float)(scores->places->len - n_having) / (float)(n_having + 1));
    }

  return rarities;
}

void
cs_search_scores_add_up (const CsSearchScores *scores, float *totals)
{
  g_autofree float *rarities = weigh_phrases (scores);
  guint n_phrases = (guint)scores->n_phrases;

  for (guint row = 0; row < scores->places->len; row++)
    {
      guint32 place = g_array_index (scores->places, guint32, row);

      for (guint phrase = 0; phrase < n_phrases; phrase++)
        {
          float weight = g_array_index (scores->weights, float, row *n_phrases + phrase);

          totals[place] += rarities[phrase] * weight * (SATURATION + 1) / (weight + SATURATION);
        }
    }
}
