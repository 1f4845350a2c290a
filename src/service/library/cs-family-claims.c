#include "cs-family-claims.h"

#include <string.h>

#include "../../draft/cs-claim-split.h"
#include "../../draft/cs-draft-builder.h"
#include "../../store/cs-library.h"

/* --- which there are --- */

static void
add_sides (GArray *sides, const CsApplication *application, const CsPublication *publication)
{
  g_auto (GStrv) languages = g_strsplit (publication->languages, " ", -1);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      CsClaimSide side = { application, publication, "" };

      if (*languages[i] == '\0')
        continue;
      g_strlcpy (side.language, languages[i], sizeof side.language);
      g_array_append_val (sides, side);
    }
}

GArray *
cs_claim_sides_new (const CsFamily *family)
{
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (CsClaimSide));

  for (guint i = 0; i < family->applications->len; i++)
    {
      const CsApplication *application = family->applications->pdata[i];

      for (guint p = 0; p < application->publications->len; p++)
        add_sides (sides, application, application->publications->pdata[p]);
    }

  return sides;
}

/* How much there is to learn from comparing them; 0 for nothing. A number that no rule fits has no
 * country. */
static guint
rank_pair (const CsClaimSide *left, const CsClaimSide *right)
{
  const char *office = left->application->number->country;
  gboolean is_same = strcmp (left->language, right->language) == 0;
  gboolean is_abroad = g_strcmp0 (office, right->application->number->country) != 0;

  if (left->application == right->application)
    return is_same ? 1 : 0;

  return 2 + (is_same ? 4 : 0) + (is_abroad ? 2 : 0);
}

gboolean
cs_claim_sides_choose (const GArray *sides, guint *left, guint *right)
{
  guint best = 0;

  *left = 0;
  *right = 0;
  for (guint i = 0; i < sides->len; i++)
    for (guint j = i + 1; j < sides->len; j++)
      {
        guint rank = rank_pair (&g_array_index (sides, CsClaimSide, i),
                                &g_array_index (sides, CsClaimSide, j));

        if (rank <= best)
          continue;
        *left = i;
        *right = j;
        best = rank;
      }

  return sides->len > 0;
}

/* --- what they say --- */

static void
add_claim (CsDraftBuilder *builder, const char *text)
{
  CsTextBuilder *claims = cs_draft_builder_get_text (builder, CS_PART_CLAIMS);
  gsize n_bytes = strlen (text);
  guint number = 0;
  gsize start = cs_claim_number_scan (text, n_bytes, &number);

  cs_draft_builder_begin_unit (builder, CS_PART_CLAIMS, CS_UNIT_CLAIM);
  cs_text_builder_append (claims, text, start);
  cs_draft_builder_set_unit_number (builder, CS_PART_CLAIMS, number);
  cs_text_builder_append (claims, text + start, n_bytes - start);
  cs_draft_builder_end_unit (builder, CS_PART_CLAIMS);
}

CsClaimSet *
cs_claim_set_new_for_text (const char *text, GError **error)
{
  g_auto (GStrv) claims = g_strsplit (text, "\n\n", -1);
  CsDraftBuilder *builder = cs_draft_builder_new ("", 0, "text");
  g_autoptr (CsDraft) draft = NULL;

  for (guint i = 0; claims[i] != NULL; i++)
    if (*g_strstrip (claims[i]) != '\0')
      add_claim (builder, claims[i]);
  draft = cs_draft_builder_end (builder, error);

  return draft == NULL ? NULL : cs_claim_set_new (draft);
}

/* --- in the thread that reads --- */

typedef struct
{
  gint64 documents[2];
  char languages[2][4];
} Question;

static CsClaimSet *
load_claims (CsLibrary *library, gint64 document, const char *language, GError **error)
{
  g_autoptr (GPtrArray) texts =
      cs_library_load_texts (library, document, 1u << CS_RECORD_CLAIMS, error);

  if (texts == NULL)
    return NULL;
  for (guint i = 0; i < texts->len; i++)
    {
      const CsLibraryText *text = texts->pdata[i];

      if (strcmp (text->language, language) == 0)
        return cs_claim_set_new_for_text (text->text, error);
    }

  return cs_claim_set_new_for_text ("", error); /* they went with a record that was taken back */
}

static gpointer
compare (CsLibrary *library,
         CsSearcher *searcher,
         gpointer data,
         GCancellable *cancellable,
         GError **error)
{
  const Question *question = data;
  gboolean is_same = strcmp (question->languages[0], question->languages[1]) == 0;
  g_autoptr (CsClaimSet) left = NULL;
  g_autoptr (CsClaimSet) right = NULL;

  left = load_claims (library, question->documents[0], question->languages[0], error);
  if (left != NULL)
    right = load_claims (library, question->documents[1], question->languages[1], error);
  if (right == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return cs_claim_comparison_new (left, right, is_same);
}

void
cs_claim_sides_compare_async (CsLibraryService *service,
                              const CsClaimSide *left,
                              const CsClaimSide *right,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  Question *question = g_new0 (Question, 1);
  const CsLibraryJob job = { compare, question, g_free,
                             (GDestroyNotify)cs_claim_comparison_unref, FALSE };

  question->documents[0] = left->publication->store_id;
  question->documents[1] = right->publication->store_id;
  memcpy (question->languages[0], left->language, sizeof left->language);
  memcpy (question->languages[1], right->language, sizeof right->language);
  cs_library_service_read (service, &job, cancellable, callback, data);
}

CsClaimComparison *
cs_claim_sides_compare_finish (CsLibraryService *service, GAsyncResult *result, GError **error)
{
  return cs_library_service_finish (service, result, error);
}
