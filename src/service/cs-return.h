#pragma once

#include "../store/cs-draft-store.h"

G_BEGIN_DECLS

/**
 * CsReturnPart:
 * @changed: (element-type guint): indexes in the new draft of claims or paragraphs that have other
 *   words, or words that look otherwise
 * @added: (element-type guint): indexes in the new draft of those that were not there
 * @removed: (element-type guint): indexes in the old one of those that are not there any more
 *
 * What changes in one part.
 */
typedef struct
{
  GArray *changed;
  GArray *added;
  GArray *removed;
} CsReturnPart;

/**
 * CsReturn:
 * @path: the file
 * @now: the draft that it was compared with
 * @draft: what that draft becomes, see cs_draft_retake(); its pictures have names that mean nothing
 *   else in the matter
 * @images: (element-type utf8 GBytes): the pictures that come with the file, by these names
 * @parts: (array fixed-size=CS_N_PARTS): what changes in each part
 * @n_kept: claims that stay what they were, or nearly
 * @n_comments: remarks of people in the file
 * @n_insertions: tracked insertions, which were taken for text
 * @n_deletions: tracked deletions, which were left out
 *
 * An edited file on its way back into its matter: read and compared, nothing is changed yet.
 * Immutable.
 */
typedef struct
{
  char *path;
  CsDraft *now;
  CsDraft *draft;
  GHashTable *images;
  CsReturnPart parts[CS_N_PARTS];
  guint n_kept;
  guint n_comments;
  guint n_insertions;
  guint n_deletions;
} CsReturn;

/** cs_return_free: frees @back and all it holds. Thread: any */
void cs_return_free (CsReturn *back);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsReturn, cs_return_free)

/**
 * CsReturnJob:
 * @path: a file or a folder that holds one application
 * @now: the draft of the matter, with identities
 * @images: (element-type utf8 GBytes): its pictures that are in memory, by name
 * @folder: (nullable): of the store, where the others are
 * @matter: id of the matter
 */
typedef struct
{
  const char *path;
  CsDraft *now;
  GHashTable *images;
  const char *folder;
  gint64 matter;
} CsReturnJob;

/**
 * cs_return_read:
 * @job: what to read
 * @cancellable: (nullable): to stop it
 * @error: what is wrong with the file; %CS_ERROR_UNSUPPORTED when it holds several applications;
 *   %G_IO_ERROR_CANCELLED
 *
 * Reads and compares. Thread: any but the main one.
 *
 * Returns: (transfer full): the file on its way back, or %NULL
 */
CsReturn *cs_return_read (const CsReturnJob *job,
                          GCancellable *cancellable,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_return_read_async: the same in a thread; @job: copied; @callback: called without a source
 * object */
void cs_return_read_async (const CsReturnJob *job,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data);

/** cs_return_read_finish: Returns: (transfer full): as cs_return_read() */
CsReturn *cs_return_read_finish (GAsyncResult *result,
                                 GError **error);

/** cs_return_changes_part: Returns: whether a word of @part would change */
gboolean cs_return_changes_part (const CsReturn *back,
                                 CsPart part);

/** cs_return_is_text_same: Returns: whether no word of the draft would change */
gboolean cs_return_is_text_same (const CsReturn *back);

G_END_DECLS
