#include "../cs-library-near.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../cs-store-connect.h"
#include "cs-search-marks.h"
#include "cs-search-run.h"
#include "cs-search-text.h"
#include "cs-search-words.h"

#define PASSAGE_BYTES 400
#define COMMON_SHARE 4 /* a word that every fourth document has tells nothing */

typedef struct
{
  CsSearcher *searcher;
  const CsNearSearch *search;
  CsSearchSet *allowed; /* documents */
  float *shares;        /* of families, summed over features */
  guint n_features;
} Near;

static void
near_clear (Near *near)
{
  g_clear_pointer (&near->allowed, cs_search_set_free);
  g_free (near->shares);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Near, near_clear)

/* --- ranking --- */

/* Adds the weight of @word to the documents that have it. Returns: its weight, below 0 on
 * failure */
static double
add_word (Near *near, char *word, float *totals, GError **error)
{
  CsQueryNode term = { CS_QUERY_TERM, CS_QUERY_FULL_TEXT, .text = word };
  g_autoptr (CsSearchSet) having = cs_search_evaluate (near->searcher, &term, error);
  guint n;
  double weight;

  if (having == NULL)
    return -1;
  n = cs_search_set_count (having);
  if (n == 0 || (n > having->n / COMMON_SHARE && having->n > 100))
    return 0;

  weight = log (1 + (double)having->n / n);
  cs_search_set_meet (having, near->allowed);
  for (guint at = cs_search_set_next (having, 0); at < having->n;
       at = cs_search_set_next (having, at + 1))
    totals[at] += (float)weight;

  return weight;
}

/* Adds to each family the share of @feature that its best document has. */
static gboolean
add_feature (Near *near, const char *feature, GError **error)
{
  const CsSearchPlaces *places = near->searcher->places;
  g_autofree float *totals = g_new0 (float, places->n_documents);
  g_autofree float *best = g_new0 (float, places->n_families);
  g_auto (GStrv) words = cs_search_words_list (feature);
  double sum = 0;

  for (char **word = words; *word != NULL; word++)
    {
      double weight = add_word (near, *word, totals, error);

      if (weight < 0)
        return FALSE;
      sum += weight;
    }
  for (guint i = 0; sum > 0 && i < places->n_documents; i++)
    if (totals[i] > 0 && places->family_of[i] != CS_SEARCH_NOWHERE)
      best[places->family_of[i]] = MAX (best[places->family_of[i]], totals[i]);
  for (guint i = 0; sum > 0 && i < places->n_families; i++)
    near->shares[i] += best[i] / (float)sum;

  return TRUE;
}

typedef struct
{
  guint32 family;
  float share;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *first = a;
  const Ranked *second = b;

  if (first->share != second->share)
    return first->share > second->share ? -1 : 1;

  return first->family < second->family ? -1 : first->family > second->family;
}

/* Returns: (transfer full) (element-type Ranked): the nearest families */
static GArray *
list_nearest (const Near *near)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < near->searcher->places->n_families; i++)
    if (near->shares[i] > 0)
      {
        Ranked ranked = { i, near->shares[i] };

        g_array_append_val (list, ranked);
      }
  g_array_sort (list, compare_ranked);
  g_array_set_size (list, MIN (list->len, near->search->max_families));

  return list;
}

/* --- passages --- */

static void
take_passage (CsNearPassage *passage,
              const CsSearchDocument *document,
              const CsSearchPassage *best,
              double share)
{
  GArray *spans;

  g_free (passage->place);
  g_free (passage->text);
  g_free (passage->spans);
  passage->text = cs_search_passage_dup_line (best, PASSAGE_BYTES, &spans);
  passage->n_spans = spans->len;
  passage->spans = (CsHitSpan *)(gpointer)g_array_free (spans, FALSE);
  passage->place = cs_search_document_dup_place (document, best);
  passage->document = document->id;
  passage->share = share;
}

/* Looks whether @document has more of a feature than was found before. */
static void
look_for_feature (const CsSearchMarks *marks,
                  const CsSearchDocument *document,
                  CsNearPassage *passage)
{
  CsSearchPassage best = { 0 };
  double n = MAX (cs_search_marks_get_n (marks), 1);

  for (CsSearchPart part = CS_SEARCH_ABSTRACT; part < CS_N_SEARCH_PARTS; part++)
    if (document->texts[part] != NULL)
      cs_search_find_passage (marks, part, document->texts[part], &best);
  if (best.n_words / n > passage->share)
    take_passage (passage, document, &best, best.n_words / n);
  cs_search_passage_clear (&best);
}

static GPtrArray *
prepare_features (const Near *near)
{
  GPtrArray *features = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_search_marks_free);

  for (guint i = 0; i < near->n_features; i++)
    {
      g_auto (GStrv) words = cs_search_words_list (near->search->features[i]);

      g_ptr_array_add (features, cs_search_marks_new_words ((const char *const *)words));
    }

  return features;
}

static CsNearFamily *
make_family (const Near *near, Ranked ranked)
{
  CsNearFamily *family = g_new0 (CsNearFamily, 1);

  family->family = near->searcher->places->families[ranked.family];
  family->share = ranked.share / near->n_features;
  family->n_passages = near->n_features;
  family->passages = g_new0 (CsNearPassage, near->n_features);
  for (guint i = 0; i < near->n_features; i++)
    {
      family->passages[i].place = g_strdup ("");
      family->passages[i].text = g_strdup ("");
    }

  return family;
}

/* Goes once through all documents, for there is no list of those of a family. */
static gboolean
find_passages (const Near *near, GHashTable *chosen, GError **error)
{
  const CsSearchPlaces *places = near->searcher->places;
  g_autoptr (GPtrArray) features = prepare_features (near);

  for (guint i = 0; i < places->n_documents; i++)
    {
      CsNearFamily *family =
          g_hash_table_lookup (chosen, GUINT_TO_POINTER (places->family_of[i]));
      g_auto (CsSearchDocument) document = { 0 };

      if (family == NULL || !cs_search_set_has (near->allowed, i))
        continue;
      if (!cs_search_document_load (near->searcher->library, places->documents[i], TRUE,
                                    &document, error))
        return FALSE;
      for (guint k = 0; k < near->n_features; k++)
        look_for_feature (g_ptr_array_index (features, k), &document, &family->passages[k]);
    }

  return TRUE;
}

static GPtrArray *
make_families (const Near *near, GError **error)
{
  g_autoptr (GArray) nearest = list_nearest (near);
  g_autoptr (GPtrArray) families =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_near_family_free);
  g_autoptr (GHashTable) chosen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < nearest->len; i++)
    {
      Ranked ranked = g_array_index (nearest, Ranked, i);
      CsNearFamily *family = make_family (near, ranked);

      g_ptr_array_add (families, family);
      g_hash_table_insert (chosen, GUINT_TO_POINTER (ranked.family), family);
    }
  if (!find_passages (near, chosen, error))
    return NULL;

  return g_steal_pointer (&families);
}

/* --- marking --- */

gboolean
cs_near_has_words (const char *feature)
{
  g_auto (GStrv) words = cs_search_words_list (feature);

  return words[0] != NULL;
}

/* Returns: (transfer full): the words of all @features, each once */
static GStrv
list_all_words (const char *const *features)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; features[i] != NULL; i++)
    {
      g_auto (GStrv) words = cs_search_words_list (features[i]);

      for (char **word = words; *word != NULL; word++)
        if (g_hash_table_add (seen, g_strdup (*word)))
          g_strv_builder_add (builder, *word);
    }

  return g_strv_builder_end (builder);
}

GArray *
cs_near_find_words (const char *const *features, const char *text, gsize n_bytes)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (CsHitSpan));
  g_auto (GStrv) words = list_all_words (features);
  g_autoptr (CsSearchMarks) marks = cs_search_marks_new_words ((const char *const *)words);
  g_autoptr (GArray) found = cs_search_marks_find (marks, CS_SEARCH_CLAIMS, text, n_bytes);

  for (guint i = 0; i < found->len; i++)
    g_array_append_val (spans, g_array_index (found, CsSearchMark, i).span);

  return spans;
}

/* --- all of it --- */

void
cs_near_family_free (CsNearFamily *family)
{
  for (guint i = 0; i < family->n_passages; i++)
    {
      g_free (family->passages[i].place);
      g_free (family->passages[i].text);
      g_free (family->passages[i].spans);
    }
  g_free (family->passages);
  g_free (family);
}

static CsOfficeDate
day_before (CsOfficeDate date)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, MAX (date.day, 1), MAX (date.month, 1), MAX (date.year, 2));
  g_date_subtract_days (&day, 1);

  return (CsOfficeDate){ g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day) };
}

static CsSearchSet *
find_allowed (Near *near, GError **error)
{
  CsQueryNode dates = { CS_QUERY_DATES, CS_QUERY_PUBLISHED };
  CsSearchSet *all;

  if (cs_office_date_is_known (near->search->before))
    {
      dates.to = day_before (near->search->before);
      return cs_search_find_value (near->searcher, &dates, error);
    }

  all = cs_search_set_new (near->searcher->places->n_documents);
  cs_search_set_add_range (all, 0, all->n);

  return all;
}

static GPtrArray *
find_now (CsSearcher *searcher, const CsNearSearch *search, GError **error)
{
  g_auto (CsTransaction) reading = { 0 };
  g_auto (Near) near = { searcher, search };

  if (!cs_searcher_begin (searcher, &reading, error))
    return NULL;
  near.allowed = find_allowed (&near, error);
  if (near.allowed == NULL)
    return NULL;

  near.shares = g_new0 (float, searcher->places->n_families);
  while (near.n_features < CS_MAX_NEAR_FEATURES && search->features[near.n_features] != NULL)
    if (!add_feature (&near, search->features[near.n_features++], error))
      return NULL;

  return make_families (&near, error);
}

GPtrArray *
cs_searcher_find_near (CsSearcher *searcher,
                       const CsNearSearch *search,
                       GCancellable *cancellable,
                       GError **error)
{
  GPtrArray *families;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  cs_store_watch (searcher->library->file, cancellable);
  families = find_now (searcher, search, error);
  if (families == NULL)
    cs_library_forget_statements (searcher->library);
  cs_store_watch (searcher->library->file, NULL);

  return families;
}
