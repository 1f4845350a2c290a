#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-matter-file-private.h"

/* Taking in a matter file, as the user chose. */

/* --- decisions --- */

/* What was chosen, said once more and last: now, and in any case after both. */
static CsDecision *
repeat (const CsDecision *chosen, const CsMergeConflict *conflict)
{
  CsDecision *decision = cs_decision_new ();
  gint64 last_us = MAX (conflict->ours->made_us, conflict->theirs->made_us);

  decision->kind = chosen->kind;
  decision->check = g_strdup (chosen->check);
  decision->rule = g_strdup (chosen->rule);
  decision->fingerprint = g_strdup (chosen->fingerprint);
  decision->unit_id = chosen->unit_id;
  decision->part = chosen->part;
  decision->text = g_strdup (chosen->text);
  decision->reason = g_strdup (chosen->reason);
  decision->author = g_strdup (chosen->author);
  decision->made_us = MAX (g_get_real_time (), last_us + 1);

  return decision;
}

static void
add_conflict (GPtrArray *decisions, const CsMergeConflict *conflict, gboolean take_theirs)
{
  const CsDecision *chosen = take_theirs ? conflict->theirs : conflict->ours;
  const CsDecision *other = take_theirs ? conflict->ours : conflict->theirs;

  g_ptr_array_add (decisions, cs_decision_ref (conflict->theirs));
  if (chosen->made_us <= other->made_us)
    g_ptr_array_add (decisions, repeat (chosen, conflict));
}

static GPtrArray *
list_decisions (const CsMerge *merge, const CsMergeChoice *choice)
{
  GPtrArray *decisions = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_decision_unref);

  for (guint i = 0; i < merge->new_decisions->len; i++)
    g_ptr_array_add (decisions, cs_decision_ref (merge->new_decisions->pdata[i]));
  for (guint i = 0; i < merge->conflicts->len; i++)
    add_conflict (decisions, merge->conflicts->pdata[i],
                  choice->take_theirs != NULL && choice->take_theirs[i]);

  return decisions;
}

/* --- the name of the text that is not the text now --- */

static char *
dup_kept_name (const CsParcel *parcel, const CsMerge *merge, const CsMergeChoice *choice)
{
  const char *sender = choice->sender == NULL ? parcel->author : choice->sender;

  if (!merge->text_differs || (!choice->take_text && !merge->theirs_changed))
    return NULL;
  if (*sender == '\0')
    return g_strdup (choice->take_text ? _ ("before merging") : _ ("from a colleague"));

  return g_strdup_printf (choice->take_text ? _ ("before merging with %s") : _ ("from %s"),
                          sender);
}

/* --- merging --- */

static gint64
make_matter (const CsParcel *parcel, CsDraftStore *store, gboolean another, GError **error)
{
  const CsUnpack unpack = { .parcel = parcel, .another = another, .take_text = TRUE };

  return cs_draft_store_unpack (store, &unpack, error);
}

static gint64
merge_into (const CsParcel *parcel,
            CsDraftStore *store,
            const CsMerge *merge,
            const CsMergeChoice *choice,
            GError **error)
{
  g_autoptr (CsParcelPlace) place = cs_draft_store_find_place (store, parcel->uuid, error);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) reviews = NULL;
  g_auto (CsMatterNews) news = { NULL };
  g_autoptr (GPtrArray) decisions = list_decisions (merge, choice);
  g_autofree char *kept_name = dup_kept_name (parcel, merge, choice);
  CsUnpack unpack = { .parcel = parcel,
                      .matter = merge->matter,
                      .state = merge->state,
                      .take_text = choice->take_text && merge->text_differs,
                      .kept_name = kept_name,
                      .decisions = decisions };

  if (place == NULL)
    return 0;

  /* Should the place be another one by now, then its state is, and nothing is written. */
  unpack.versions = versions = place->matter == 0 ? g_ptr_array_new () :
                                                    cs_matter_list_new_versions (parcel, place);
  unpack.reviews = reviews = place->matter == 0 ? g_ptr_array_new () :
                                                  cs_matter_list_new_reviews (parcel, place);
  if (place->matter != 0)
    cs_matter_news_fill (&news, parcel, place);
  unpack.answers = news.answers;
  unpack.ticks = news.ticks;
  unpack.runs = news.runs;
  unpack.signatures = news.signatures;

  return cs_draft_store_unpack (store, &unpack, error);
}

gint64
cs_matter_file_merge (const CsMatterFile *file,
                      CsDraftStore *store,
                      const CsMerge *merge,
                      const CsMergeChoice *choice,
                      GError **error)
{
  g_autoptr (CsMerge) compared = NULL;

  if (choice->as_new)
    return make_matter (file->parcel, store, TRUE, error);
  if (merge == NULL)
    merge = compared = cs_matter_file_compare (file, store, error);
  if (merge == NULL)
    return 0;
  if (merge->matter == 0)
    return make_matter (file->parcel, store, FALSE, error);

  return merge_into (file->parcel, store, merge, choice, error);
}
