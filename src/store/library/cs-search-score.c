#include "cs-search-score.h"

#include <math.h>

#define SATURATION 1.2f /* BM25's k1 */

/* From how many rows on it is told how many will come, and when these are far too many. */
#define ENOUGH_ROWS 1000
#define FAR_TOO_MANY 3

/* What a word weighs in each column: ti, ab, cl; a description has one column alone. */
static const float column_weights[] = { 8, 3, 1 };

/* That a document has a phrase. */
typedef struct
{
  guint32 place;
  guint32 phrase;
  float weight;
} Note;

struct _CsSearchScores
{
  guint max_rows;
  guint n_places;
  guint n_rows;
  guint n_before;     /* rows of the matches before this one */
  guint first_phrase; /* of this match */
  GArray *notes;      /* (element-type Note) */
  GArray *n_having;   /* (element-type guint): documents that have each phrase */
};

CsSearchScores *
cs_search_scores_new (guint max_rows, guint n_places)
{
  CsSearchScores *scores = g_new0 (CsSearchScores, 1);

  scores->max_rows = max_rows;
  scores->n_places = n_places;
  scores->notes = g_array_new (FALSE, FALSE, sizeof (Note));
  scores->n_having = g_array_new (FALSE, TRUE, sizeof (guint));

  return scores;
}

void
cs_search_scores_free (CsSearchScores *scores)
{
  g_array_unref (scores->notes);
  g_array_unref (scores->n_having);
  g_free (scores);
}

/* --- while FTS5 goes through the documents --- */

void
cs_search_scores_begin_match (CsSearchScores *scores)
{
  scores->n_before = scores->n_rows;
  scores->first_phrase = scores->n_having->len;
}

static float
weigh_phrase (const Fts5ExtensionApi *api, Fts5Context *row, int phrase)
{
  Fts5PhraseIter at;
  float weight = 0;
  int column;
  int token;

  if (api->xPhraseFirst (row, phrase, &at, &column, &token) != SQLITE_OK)
    return 0;

  for (; column >= 0; api->xPhraseNext (row, &at, &column, &token))
    weight += column_weights[MIN ((guint)column, G_N_ELEMENTS (column_weights) - 1)];

  return weight;
}

/* As far as the rows of this match tell, which are in order. */
static gboolean
will_be_too_many (const CsSearchScores *scores, guint place)
{
  guint64 n_rows = scores->n_rows - scores->n_before;

  return n_rows >= ENOUGH_ROWS &&
         n_rows * scores->n_places / (place + 1) / FAR_TOO_MANY > scores->max_rows;
}

void
cs_search_scores_note (CsSearchScores *scores,
                       guint place,
                       const Fts5ExtensionApi *api,
                       Fts5Context *row)
{
  int n_phrases;

  if (scores->n_rows > scores->max_rows)
    return;
  scores->n_rows = will_be_too_many (scores, place) ? scores->max_rows + 1 : scores->n_rows + 1;
  if (scores->n_rows > scores->max_rows)
    return;

  n_phrases = api->xPhraseCount (row);
  g_array_set_size (scores->n_having, scores->first_phrase + (guint)n_phrases);
  for (int i = 0; i < n_phrases; i++)
    {
      Note note = { place, scores->first_phrase + (guint)i, weigh_phrase (api, row, i) };

      if (note.weight > 0)
        {
          g_array_append_val (scores->notes, note);
          g_array_index (scores->n_having, guint, note.phrase)++;
        }
    }
}

/* --- afterwards --- */

gboolean
cs_search_scores_are_known (const CsSearchScores *scores)
{
  return scores->n_rows > 0 && scores->n_rows <= scores->max_rows;
}

/* How much a phrase tells: the fewer of the documents have it, the more. */
static float
get_rarity (const CsSearchScores *scores, guint phrase, guint n_documents)
{
  guint n_having = g_array_index (scores->n_having, guint, phrase);

  return 1 + logf (1 + (float)(n_documents - MIN (n_having, n_documents)) / (float)(n_having + 1));
}

void
cs_search_scores_add_up (const CsSearchScores *scores, guint n_documents, float *totals)
{
  g_autofree float *rarities = g_new (float, scores->n_having->len + 1);

  for (guint i = 0; i < scores->n_having->len; i++)
    rarities[i] = get_rarity (scores, i, n_documents);
  for (guint i = 0; i < scores->notes->len; i++)
    {
      const Note *note = &g_array_index (scores->notes, Note, i);

      totals[note->place] += rarities[note->phrase] * note->weight * (SATURATION + 1) /
                             (note->weight + SATURATION);
    }
}
