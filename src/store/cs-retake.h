#pragma once

#include "cs-draft-store.h"

G_BEGIN_DECLS

/**
 * CsRetake:
 * @matter: the matter whose text it is
 * @revision: the one the caller knows
 * @draft: (transfer none): the text as it came back, as a reader gave it
 * @source: base name of the file, for the name of the version that is kept
 * @images: (nullable): gives its pictures
 * @data: for @images
 */
typedef struct
{
  gint64 matter;
  guint64 revision;
  CsDraft *draft;
  const char *source;
  CsImageFunc images;
  gpointer data;
} CsRetake;

/**
 * cs_draft_store_retake:
 * @store: a store
 * @retake: what came back
 * @revision: (out): the new one
 * @error: %CS_STORE_ERROR_CONFLICT, or another #CsStoreError; %CS_ERROR_LIMIT
 *
 * An edited file comes back as the new text of its matter: the text until now is kept as a version
 * named after the file; claims and paragraphs keep their identities, so that decisions survive; the
 * filing sheet stays, as do parts that the file has not. A picture that has the name of another one
 * of the matter gets a name of its own, so that earlier versions show theirs. One transaction.
 *
 * Returns: whether it is on the disk
 */
gboolean cs_draft_store_retake (CsDraftStore *store,
                                const CsRetake *retake,
                                guint64 *revision,
                                GError **error);

/**
 * cs_draft_retake:
 * @now: the draft of a matter, with identities
 * @back: what came back, as a reader gave it
 * @error: %CS_ERROR_LIMIT
 *
 * The same as a value, for the window, which takes it as one step that can be undone. Thread: any.
 *
 * Returns: (transfer full): the new draft, or %NULL
 */
CsDraft *cs_draft_retake (CsDraft *now,
                          CsDraft *back,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_draft_rename_pictures:
 * @draft: a draft
 * @names: (element-type utf8 utf8): base name of a picture -> what it is to be called
 * @error: %CS_ERROR_LIMIT
 *
 * The same draft with other names in its figures and inline objects. Thread: any.
 *
 * Returns: (transfer full): the draft, or %NULL
 */
CsDraft *cs_draft_rename_pictures (CsDraft *draft,
                                   GHashTable *names,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
