#include "cs-near.h"

#include <string.h>

#define MOST (2.0 / 3) /* of the words of a feature */

/* --- what it comes to --- */

const char *
cs_near_state_get_name (CsNearState state)
{
  static const char *const names[] = { "unasked", "nothing", "some", "most" };

  return names[state];
}

static CsNearState
get_state (double share)
{
  if (share <= 0)
    return CS_NEAR_NOTHING;

  return share + 1e-6 < MOST ? CS_NEAR_SOME : CS_NEAR_MOST;
}

CsNearState
cs_near_answer_get_state (const CsNearAnswer *answer, const CsNearHit *hit, guint feature)
{
  if (((const CsNearFeature *)answer->features->pdata[feature])->best == CS_NEAR_UNASKED)
    return CS_NEAR_UNASKED;

  return get_state (hit->near->passages[feature].share);
}

guint
cs_near_answer_count (const CsNearAnswer *answer, guint index)
{
  guint n = 0;

  for (guint i = 0; i < answer->families->len; i++)
    n += cs_near_answer_get_state (answer, answer->families->pdata[i], index) == CS_NEAR_MOST;

  return n;
}

/* --- the answer --- */

static void
feature_free (gpointer data)
{
  CsNearFeature *feature = data;

  g_free (feature->text);
  g_free (feature);
}

static void
hit_free (gpointer data)
{
  CsNearHit *hit = data;

  g_clear_pointer (&hit->near, cs_near_family_free);
  g_free (hit->number);
  g_free (hit->title);
  g_free (hit->applicant);
  g_free (hit);
}

G_DEFINE_BOXED_TYPE (CsNearAnswer, cs_near_answer, cs_near_answer_ref, cs_near_answer_unref)

static CsNearAnswer *
answer_new (const CsNearQuestion *question)
{
  CsNearAnswer *answer = g_atomic_rc_box_new0 (CsNearAnswer);

  answer->claim = question->claim;
  answer->before = question->before;
  answer->language = g_strdup (question->draft->language);
  answer->features = g_ptr_array_new_with_free_func (feature_free);
  answer->families = g_ptr_array_new_with_free_func (hit_free);

  return answer;
}

CsNearAnswer *
cs_near_answer_ref (CsNearAnswer *answer)
{
  return g_atomic_rc_box_acquire (answer);
}

static void
answer_clear (gpointer data)
{
  CsNearAnswer *answer = data;

  g_ptr_array_unref (answer->features);
  g_ptr_array_unref (answer->families);
  g_free (answer->language);
}

void
cs_near_answer_unref (CsNearAnswer *answer)
{
  g_atomic_rc_box_release_full (answer, answer_clear);
}

/* --- the day --- */

static void
take_earlier (CsOfficeDate *earliest, const char *text)
{
  CsOfficeDate date;

  if (!cs_office_date_read (text, &date) || !cs_office_date_is_known (date))
    return;
  if (!cs_office_date_is_known (*earliest) || cs_office_date_compare (date, *earliest) < 0)
    *earliest = date;
}

CsOfficeDate
cs_near_get_date (const CsRequest *request)
{
  CsOfficeDate earliest = CS_OFFICE_DATE_UNKNOWN;

  take_earlier (&earliest, request->filing_date);
  take_earlier (&earliest, request->facts[CS_FACT_INTERNATIONAL_DATE]);
  take_earlier (&earliest, request->facts[CS_FACT_PARENT_DATE]);
  for (guint i = 0; i < request->priorities->len; i++)
    take_earlier (&earliest, g_array_index (request->priorities, CsPriorityClaim, i).date);

  return earliest;
}

/* --- features --- */

static guint
get_number (const CsClaim *claim)
{
  return claim->number != 0 ? claim->number : claim->index + 1;
}

/* The features of @index, as of the claim @asked. */
static void
add_features (CsNearAnswer *answer, const CsFeatures *features, guint index)
{
  const CsClaim *claim = cs_claim_set_get (cs_features_get_claims (features), index);
  guint n;
  const CsFeature *of_claim = cs_features_get_of_claim (features, index, &n);

  for (guint i = 0; i < n; i++)
    {
      const CsFeature *feature = &of_claim[i];
      CsSpan span = { CS_PART_CLAIMS, index, feature->range.start, feature->range.end };
      CsNearFeature *added;

      if (answer->features->len == CS_MAX_NEAR_FEATURES)
        {
          answer->n_left_out += n - i;
          return;
        }
      added = g_new0 (CsNearFeature, 1);
      added->span = span;
      added->number = get_number (claim);
      added->kind = feature->kind;
      added->is_own = index == answer->claim;
      added->text = cs_claim_dup_range (claim, feature->range);
      g_ptr_array_add (answer->features, added);
    }
}

static void
mark_all (const CsClaimSet *claims, const GArray *indexes, GArray *waiting, gboolean *reached)
{
  for (guint i = 0; i < indexes->len; i++)
    {
      guint index = g_array_index (indexes, guint, i);

      if (index >= cs_claim_set_get_n_claims (claims) || reached[index])
        continue;
      reached[index] = TRUE;
      g_array_append_val (waiting, index);
    }
}

/* Returns: (transfer full) (array): for each claim whether @from refers to it, by whatever way; the
 * claims may refer to each other in a circle */
static gboolean *
list_reached (const CsClaimSet *claims, guint from)
{
  gboolean *reached = g_new0 (gboolean, cs_claim_set_get_n_claims (claims) + 1);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint));

  reached[from] = TRUE;
  g_array_append_val (waiting, from);
  for (guint i = 0; i < waiting->len; i++)
    {
      const CsClaim *claim = cs_claim_set_get (claims, g_array_index (waiting, guint, i));

      mark_all (claims, claim->depends, waiting, reached);
      mark_all (claims, claim->quotes, waiting, reached);
    }

  return reached;
}

static void
list_features (CsNearAnswer *answer, const CsFeatures *features)
{
  const CsClaimSet *claims = cs_features_get_claims (features);
  g_autofree gboolean *reached = NULL;

  if (answer->claim >= cs_claim_set_get_n_claims (claims))
    return;

  answer->number = get_number (cs_claim_set_get (claims, answer->claim));
  reached = list_reached (claims, answer->claim);
  add_features (answer, features, answer->claim);
  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    if (reached[i] && i != answer->claim)
      add_features (answer, features, i);
}

/* Returns: (transfer full): the words of @feature with blanks for signs in brackets */
static char *
dup_searched (const CsClaimSet *claims, const CsNearFeature *feature)
{
  const CsClaim *claim = cs_claim_set_get (claims, feature->span.index);
  char *text = g_strdup (feature->text);

  for (guint i = 0; i < claim->signs->len; i++)
    {
      const CsSignUse *sign = &g_array_index (claim->signs, CsSignUse, i);

      if (sign->bracketed && sign->start >= feature->span.start &&
          sign->end <= feature->span.end)
        memset (text + (sign->start - feature->span.start), ' ', sign->end - sign->start);
    }

  return text;
}

static char **
list_searched (const CsNearAnswer *answer, const CsClaimSet *claims)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < answer->features->len; i++)
    {
      CsNearFeature *feature = answer->features->pdata[i];
      char *text = dup_searched (claims, feature);

      feature->best = cs_near_has_words (text) ? CS_NEAR_NOTHING : CS_NEAR_UNASKED;
      g_ptr_array_add (texts, text);
    }
  g_ptr_array_add (texts, NULL);

  return (char **)g_ptr_array_steal (texts, NULL);
}

/* --- families --- */

/* Returns: the document with most of the passages */
static gint64
find_document (const CsNearFamily *near)
{
  gint64 best = 0;
  double most = 0;

  for (guint i = 0; i < near->n_passages; i++)
    {
      double sum = 0;

      for (guint k = 0; k < near->n_passages; k++)
        if (near->passages[k].document == near->passages[i].document)
          sum += near->passages[k].share;
      if (near->passages[i].document != 0 && sum > most)
        {
          most = sum;
          best = near->passages[i].document;
        }
    }

  return best;
}

/* Takes number and day of the document, else those of the first publication. */
static void
describe_document (CsNearHit *hit, const CsFamily *family)
{
  const CsPublication *chosen = NULL;

  for (guint i = 0; i < family->applications->len; i++)
    {
      const CsApplication *application = family->applications->pdata[i];

      for (guint k = 0; k < application->publications->len; k++)
        {
          const CsPublication *publication = application->publications->pdata[k];

          if (chosen == NULL || publication->store_id == hit->document)
            chosen = publication;
        }
    }
  if (chosen == NULL)
    return;

  hit->document = chosen->store_id;
  hit->number = g_strdup (chosen->number->printed);
  hit->date = chosen->number->date;
}

/* @near: (transfer full) */
static CsNearHit *
hit_new (CsNearFamily *near, CsLibrary *library, const char *language, GError **error)
{
  g_autoptr (CsFamily) family =
      cs_library_load_family (library, near->family, language, error);
  CsNearHit *hit;

  if (family == NULL)
    {
      cs_near_family_free (near);
      return NULL;
    }

  hit = g_new0 (CsNearHit, 1);
  hit->near = near;
  hit->document = find_document (near);
  hit->title = g_strdup (family->title);
  hit->applicant = g_strdup (family->applicants->len > 0 ? family->applicants->pdata[0] : "");
  hit->n_members = family->applications->len;
  describe_document (hit, family);
  if (hit->number == NULL)
    hit->number = g_strdup ("");

  return hit;
}

static gboolean
take_families (CsNearAnswer *answer,
               GPtrArray *found,
               CsLibrary *library,
               const char *language,
               GError **error)
{
  while (found->len > 0)
    {
      CsNearHit *hit = hit_new (g_ptr_array_steal_index (found, 0), library, language, error);

      if (hit == NULL)
        return FALSE;
      g_ptr_array_add (answer->families, hit);
    }

  return TRUE;
}

/* --- what no family has --- */

static void
note_best (CsNearFeature *feature, const CsNearPassage *passage)
{
  if (feature->best != CS_NEAR_UNASKED)
    feature->best = MAX (feature->best, get_state (passage->share));
}

static void
note_best_listed (CsNearAnswer *answer)
{
  for (guint i = 0; i < answer->families->len; i++)
    {
      const CsNearHit *hit = answer->families->pdata[i];

      for (guint k = 0; k < hit->near->n_passages; k++)
        note_best (answer->features->pdata[k], &hit->near->passages[k]);
    }
}

/* What one feature alone is searched for. */
typedef struct
{
  CsSearcher *searcher;
  CsOfficeDate before;
  GCancellable *cancellable;
} Alone;

static gboolean
look_alone (const Alone *alone, CsNearFeature *feature, const char *text, GError **error)
{
  const char *const features[] = { text, NULL };
  const CsNearSearch search = { features, alone->before, 1 };
  g_autoptr (GPtrArray) found =
      cs_searcher_find_near (alone->searcher, &search, alone->cancellable, error);

  if (found == NULL)
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    note_best (feature, &((const CsNearFamily *)found->pdata[i])->passages[0]);

  return TRUE;
}

/* The families listed are not all there are: one that is not may have what they lack. */
static gboolean
look_elsewhere (CsNearAnswer *answer, char **texts, const Alone *alone, GError **error)
{
  for (guint i = 0; i < answer->features->len; i++)
    {
      CsNearFeature *feature = answer->features->pdata[i];

      if ((feature->best == CS_NEAR_NOTHING || feature->best == CS_NEAR_SOME) &&
          !look_alone (alone, feature, texts[i], error))
        return FALSE;
    }

  return TRUE;
}

/* --- all of it --- */

CsNearAnswer *
cs_near_find (CsLibrary *library,
              CsSearcher *searcher,
              const CsNearQuestion *question,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (CsNearAnswer) answer = answer_new (question);
  g_autoptr (CsClaimSet) claims = cs_claim_set_new (question->draft);
  g_autoptr (CsFeatures) features = cs_features_new (claims);
  g_auto (GStrv) texts = NULL;
  g_autoptr (GPtrArray) found = NULL;
  CsNearSearch search = { NULL, question->before, MAX (question->max_families, 1) };
  Alone alone = { searcher, question->before, cancellable };
  CsLibraryCounts counts;

  list_features (answer, features);
  texts = list_searched (answer, claims);
  search.features = (const char *const *)texts;
  if (!cs_library_count (library, &counts, error))
    return NULL;

  answer->n_library = counts.families;
  found = cs_searcher_find_near (searcher, &search, cancellable, error);
  if (found == NULL || !take_families (answer, found, library, question->language, error))
    return NULL;

  note_best_listed (answer);
  if (answer->families->len == search.max_families &&
      !look_elsewhere (answer, texts, &alone, error))
    return NULL;

  return g_steal_pointer (&answer);
}
