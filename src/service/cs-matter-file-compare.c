#include <string.h>

#include "../store/cs-draft-json.h"
#include "cs-matter-file-private.h"

/* What taking in a matter file would do. */

void
cs_merge_free (CsMerge *merge)
{
  g_free (merge->name);
  g_free (merge->state);
  g_ptr_array_unref (merge->new_decisions);
  g_ptr_array_unref (merge->conflicts);
  g_free (merge);
}

static void
conflict_free (gpointer data)
{
  CsMergeConflict *conflict = data;

  cs_decision_unref (conflict->ours);
  cs_decision_unref (conflict->theirs);
  g_free (conflict);
}

static CsMerge *
new_merge (void)
{
  CsMerge *merge = g_new0 (CsMerge, 1);

  merge->new_decisions = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_decision_unref);
  merge->conflicts = g_ptr_array_new_with_free_func (conflict_free);

  return merge;
}

/* --- decisions --- */

/* The same decision, made once by one person, wherever it has travelled. */
static gboolean
is_same (const CsDecision *a, const CsDecision *b)
{
  return a->kind == b->kind && a->made_us == b->made_us && a->unit_id == b->unit_id &&
         g_strcmp0 (a->fingerprint, b->fingerprint) == 0 && g_strcmp0 (a->check, b->check) == 0 &&
         g_strcmp0 (a->rule, b->rule) == 0 && g_strcmp0 (a->text, b->text) == 0 &&
         g_strcmp0 (a->author, b->author) == 0;
}

static gboolean
has_same (const GPtrArray *decisions, const CsDecision *decision)
{
  for (guint i = 0; i < decisions->len; i++)
    if (is_same (decisions->pdata[i], decision))
      return TRUE;

  return FALSE;
}

/* About the same finding, as cs-decision.h tells which finding a decision belongs to. */
static gboolean
has_same_subject (const CsDecision *a, const CsDecision *b)
{
  if (a->fingerprint != NULL && *a->fingerprint != '\0' &&
      g_strcmp0 (a->fingerprint, b->fingerprint) == 0)
    return TRUE;

  return a->unit_id != 0 && a->unit_id == b->unit_id && g_strcmp0 (a->check, b->check) == 0 &&
         g_strcmp0 (a->rule, b->rule) == 0 && g_strcmp0 (a->text, b->text) == 0;
}

/* Returns: (transfer none) (nullable): the last of @decisions about what @decision is about */
static CsDecision *
find_last (const GPtrArray *decisions, const CsDecision *decision)
{
  CsDecision *last = NULL;

  for (guint i = 0; i < decisions->len; i++)
    {
      CsDecision *other = decisions->pdata[i];

      if (has_same_subject (decision, other) && (last == NULL || last->made_us <= other->made_us))
        last = other;
    }

  return last;
}

/* Who knew of the other's decision and decided otherwise contradicts nobody: a conflict is between
 * two that stand last on their side, of which the other side has not heard. */
static void
compare_decision (CsMerge *merge,
                  CsDecision *decision,
                  const GPtrArray *ours,
                  const GPtrArray *theirs)
{
  CsDecision *last = find_last (ours, decision);
  CsMergeConflict *conflict;

  if (last == NULL || last->kind == decision->kind || find_last (theirs, decision) != decision ||
      has_same (theirs, last))
    {
      g_ptr_array_add (merge->new_decisions, cs_decision_ref (decision));
      return;
    }

  conflict = g_new0 (CsMergeConflict, 1);
  conflict->ours = cs_decision_ref (last);
  conflict->theirs = cs_decision_ref (decision);
  g_ptr_array_add (merge->conflicts, conflict);
}

static void
compare_decisions (CsMerge *merge, const GPtrArray *ours, const GPtrArray *theirs)
{
  for (guint i = 0; i < theirs->len; i++)
    if (!has_same (ours, theirs->pdata[i]))
      compare_decision (merge, theirs->pdata[i], ours, theirs);
}

/* --- texts --- */

/* Whether the sender had the text that is here now. */
static gboolean
sender_had (const CsParcel *parcel, const char *checksum)
{
  for (guint i = 0; i < parcel->received->len; i++)
    if (strcmp (parcel->received->pdata[i], checksum) == 0)
      return TRUE;

  for (guint i = 0; i < parcel->versions->len; i++)
    {
      g_autofree char *theirs =
          cs_draft_dup_checksum (((CsParcelVersion *)parcel->versions->pdata[i])->draft);

      if (strcmp (theirs, checksum) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
compare_texts (CsMerge *merge, const CsParcel *parcel, const CsParcelPlace *place)
{
  g_autofree char *theirs = cs_draft_dup_checksum (parcel->draft);

  merge->text_differs = g_strcmp0 (theirs, place->checksum) != 0;
  merge->ours_changed =
      merge->text_differs && place->checksum != NULL && !sender_had (parcel, place->checksum);
  merge->theirs_changed = merge->text_differs && !g_hash_table_contains (place->known, theirs);
}

/* An automatic version is its text; one with a name is its name too. */
GPtrArray *
cs_matter_list_new_versions (const CsParcel *parcel, const CsParcelPlace *place)
{
  GPtrArray *versions = g_ptr_array_new ();

  for (guint i = 0; i < parcel->versions->len; i++)
    {
      CsParcelVersion *version = parcel->versions->pdata[i];
      g_autofree char *checksum = cs_draft_dup_checksum (version->draft);
      g_autofree char *key = version->name == NULL ?
                                 g_strdup (checksum) :
                                 g_strconcat (checksum, " ", version->name, NULL);

      if (!g_hash_table_contains (place->versions, key))
        g_ptr_array_add (versions, version);
    }

  return versions;
}

static gboolean
has_review (const GPtrArray *reviews, const CsReview *review)
{
  for (guint i = 0; i < reviews->len; i++)
    {
      const CsReview *other = reviews->pdata[i];

      if (other->made_us == review->made_us && strcmp (other->reviewer, review->reviewer) == 0 &&
          strcmp (other->text_sha256, review->text_sha256) == 0)
        return TRUE;
    }

  return FALSE;
}

GPtrArray *
cs_matter_list_new_reviews (const CsParcel *parcel, const CsParcelPlace *place)
{
  GPtrArray *reviews = g_ptr_array_new ();

  for (guint i = 0; i < parcel->reviews->len; i++)
    if (!has_review (place->reviews, parcel->reviews->pdata[i]))
      g_ptr_array_add (reviews, parcel->reviews->pdata[i]);

  return reviews;
}

static void
compare_with_place (CsMerge *merge, const CsParcel *parcel, const CsParcelPlace *place)
{
  g_autoptr (GPtrArray) versions = cs_matter_list_new_versions (parcel, place);
  g_autoptr (GPtrArray) reviews = cs_matter_list_new_reviews (parcel, place);
  g_auto (CsMatterNews) news = { NULL };

  merge->matter = place->matter;
  merge->name = g_strdup (place->name);
  merge->state = g_strdup (place->state);
  merge->n_versions = versions->len;
  merge->n_reviews = reviews->len;
  cs_matter_news_fill (&news, parcel, place);
  merge->n_answers = news.answers->len;
  merge->n_signatures = news.signatures->len;
  compare_texts (merge, parcel, place);
  compare_decisions (merge, place->decisions, parcel->decisions);
}

CsMerge *
cs_matter_file_compare (const CsMatterFile *file, CsDraftStore *store, GError **error)
{
  const CsParcel *parcel = file->parcel;
  g_autoptr (CsParcelPlace) place = cs_draft_store_find_place (store, parcel->uuid, error);
  g_autoptr (CsMerge) merge = new_merge ();

  if (place == NULL)
    return NULL;
  if (place->matter != 0)
    {
      compare_with_place (merge, parcel, place);
      return g_steal_pointer (&merge);
    }

  merge->name = g_strdup (parcel->title);
  merge->n_versions = parcel->versions->len;
  merge->n_reviews = parcel->reviews->len;
  merge->n_answers = parcel->answers->len;
  merge->n_signatures = parcel->signatures->len;
  for (guint i = 0; i < parcel->decisions->len; i++)
    g_ptr_array_add (merge->new_decisions, cs_decision_ref (parcel->decisions->pdata[i]));

  return g_steal_pointer (&merge);
}
