#include "cs-near.h"

#include <string.h>

/* The claims of a family that is near, with the words of the features marked. */

static void
claim_free (gpointer data)
{
  CsNearClaim *claim = data;

  g_free (claim->text);
  g_array_unref (claim->spans);
  g_free (claim);
}

void
cs_near_claims_free (CsNearClaims *claims)
{
  g_free (claims->number);
  g_free (claims->language);
  g_ptr_array_unref (claims->claims);
  g_free (claims);
}

/* --- of which publication --- */

typedef struct
{
  const CsPublication *publication;
  guint rate;
} Candidate;

/* How well the claims of @publication would suit, if it has any. */
static guint
rate_publication (const CsPublication *publication, const CsNearHit *hit, const char *language)
{
  if (publication->store_id == hit->document)
    return 2;

  return strstr (publication->languages, language) != NULL;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  return (int)((const Candidate *)b)->rate - (int)((const Candidate *)a)->rate;
}

/* Returns: (transfer full) (element-type Candidate): the publications, the best first */
static GArray *
list_candidates (const CsFamily *family, const CsNearHit *hit, const char *language)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < family->applications->len; i++)
    {
      const CsApplication *application = family->applications->pdata[i];

      for (guint k = 0; k < application->publications->len; k++)
        {
          const CsPublication *publication = application->publications->pdata[k];
          Candidate candidate = { publication, rate_publication (publication, hit, language) };

          g_array_append_val (candidates, candidate);
        }
    }
  g_array_sort (candidates, compare_candidates);

  return candidates;
}

/* --- claims --- */

static GStrv
list_features (const CsNearAnswer *answer)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < answer->features->len; i++)
    g_strv_builder_add (builder, ((const CsNearFeature *)answer->features->pdata[i])->text);

  return g_strv_builder_end (builder);
}

static void
add_claims (CsNearClaims *claims, const CsLibraryText *text, const char *const *features)
{
  g_auto (GStrv) pieces = g_strsplit (text->text, "\n\n", -1);

  g_free (claims->language);
  claims->language = g_strdup (text->language);
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      CsNearClaim *claim;

      if (*g_strstrip (pieces[i]) == '\0')
        continue;
      claim = g_new (CsNearClaim, 1);
      claim->text = g_strdup (pieces[i]);
      claim->spans = cs_near_find_words (features, claim->text, strlen (claim->text));
      g_ptr_array_add (claims->claims, claim);
    }
}

/* Returns: (nullable): of @texts the one in @language, else any */
static const CsLibraryText *
choose_text (const GPtrArray *texts, const char *language)
{
  for (guint i = 0; i < texts->len; i++)
    if (strcmp (((const CsLibraryText *)texts->pdata[i])->language, language) == 0)
      return texts->pdata[i];

  return texts->len > 0 ? texts->pdata[0] : NULL;
}

/* Returns: whether it could be read; @claims has none when @publication has none */
static gboolean
take_claims (CsNearClaims *claims,
             CsLibrary *library,
             const CsPublication *publication,
             const CsNearAnswer *answer,
             GError **error)
{
  g_autoptr (GPtrArray) texts = cs_library_load_texts (library, publication->store_id,
                                                       1u << CS_RECORD_CLAIMS, error);
  g_auto (GStrv) features = list_features (answer);
  const CsLibraryText *text;

  if (texts == NULL)
    return FALSE;

  text = choose_text (texts, answer->language);
  if (text == NULL)
    return TRUE;

  g_free (claims->number);
  claims->document = publication->store_id;
  claims->number = g_strdup (publication->number->printed);
  claims->date = publication->number->date;
  add_claims (claims, text, (const char *const *)features);

  return TRUE;
}

CsNearClaims *
cs_near_claims_load (CsLibrary *library, const CsNearAnswer *answer, guint index, GError **error)
{
  const CsNearHit *hit = answer->families->pdata[index];
  g_autoptr (CsNearClaims) claims = g_new0 (CsNearClaims, 1);
  g_autoptr (CsFamily) family = NULL;
  g_autoptr (GArray) candidates = NULL;

  claims->number = g_strdup ("");
  claims->language = g_strdup ("");
  claims->claims = g_ptr_array_new_with_free_func (claim_free);
  family = cs_library_load_family (library, hit->near->family, NULL, error);
  if (family == NULL)
    return NULL;

  candidates = list_candidates (family, hit, answer->language);
  for (guint i = 0; i < candidates->len && claims->claims->len == 0; i++)
    if (!take_claims (claims, library, g_array_index (candidates, Candidate, i).publication,
                      answer, error))
      return NULL;

  return g_steal_pointer (&claims);
}
