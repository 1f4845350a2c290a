#pragma once

#include <gio/gio.h>

#include "../store/cs-draft-store.h"
#include "../store/cs-parcel.h"

G_BEGIN_DECLS

/* The file in which a matter travels to a colleague and back (`.csmatter`): a ZIP of JSON and
 * pictures. `mimetype` comes first and unpacked: application/vnd.claimsmith.matter+zip. In it are
 * the draft, its versions, its filing sheet, objects and pictures, decisions, terms, reviews,
 * examinations with answers and signatures, attachments, and the findings as they were. */

/** cs_matter_file_is_one: @head: (array length=n_bytes): the first 128 bytes or more of a file.
 * Returns: whether it is a matter file */
gboolean cs_matter_file_is_one (const char *head,
                                gsize n_bytes);

/**
 * cs_matter_file_write:
 * @store: where the matter is
 * @matter: its id
 * @findings: (nullable): JSON of the last examination, as the report writes it
 * @cancellable: (nullable): to stop it
 * @error: #CsStoreError, %CS_ERROR_LIMIT
 *
 * Thread: that of @store.
 *
 * Returns: (transfer full): the file, for cs_private_file_write(), or %NULL
 */
GBytes *cs_matter_file_write (CsDraftStore *store,
                              gint64 matter,
                              const char *findings,
                              GCancellable *cancellable,
                              GError **error);

/** cs_matter_file_is_at: Returns: whether the file @path is a matter file, by its content */
gboolean cs_matter_file_is_at (const char *path);

/** cs_matter_file_write_parcel: writes what was packed, and changed since. Returns: (transfer
 * full): the file, or %NULL. Thread: any */
GBytes *cs_matter_file_write_parcel (const CsParcel *parcel,
                                     const char *findings,
                                     GCancellable *cancellable,
                                     GError **error);

/**
 * CsMatterFile:
 *
 * A matter file that was read and found sound; nothing is in the store yet. Immutable.
 */
typedef struct _CsMatterFile CsMatterFile;

/**
 * cs_matter_file_read:
 * @bytes: a file
 * @error: %CS_ERROR_SYNTAX, %CS_ERROR_LIMIT, %CS_ERROR_HOSTILE, %CS_ERROR_UNSUPPORTED when a newer
 *   program wrote it; says which entry is wrong
 *
 * Believes nothing: names, sums, spans and sizes are compared. Thread: any.
 *
 * Returns: (transfer full): the content, or %NULL
 */
CsMatterFile *cs_matter_file_read (GBytes *bytes,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_matter_file_load: reads the file @path, as cs_matter_file_read(); its draft is called after
 * it. Returns: (transfer full): the content, or %NULL */
CsMatterFile *cs_matter_file_load (const char *path,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_matter_file_free: frees @file */
void cs_matter_file_free (CsMatterFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsMatterFile, cs_matter_file_free)

/** cs_matter_file_get_draft: Returns: (transfer none): its text as it was sent */
CsDraft *cs_matter_file_get_draft (const CsMatterFile *file);

/** cs_matter_file_get_name: Returns: (transfer none): what lists called the matter */
const char *cs_matter_file_get_name (const CsMatterFile *file);

/** cs_matter_file_get_author: Returns: (transfer none): who wrote its text, maybe empty */
const char *cs_matter_file_get_author (const CsMatterFile *file);

/** cs_matter_file_dup_matter: Returns: (transfer full): what was sent as a matter of no store, to
 * be examined */
CsMatter *cs_matter_file_dup_matter (const CsMatterFile *file);

/** cs_matter_file_list_runs: Returns: (transfer full) (element-type CsExamRecord): the examinations
 * that came with it, with their signatures, the newest first */
GPtrArray *cs_matter_file_list_runs (const CsMatterFile *file);

/** cs_matter_file_load_image: Returns: (transfer full) (nullable): the bytes of picture @name as
 * its draft shows it */
GBytes *cs_matter_file_load_image (const CsMatterFile *file,
                                   const char *name);

/** cs_matter_file_get_findings: Returns: (transfer none) (nullable): JSON of the findings as they
 * were; for information only */
const char *cs_matter_file_get_findings (const CsMatterFile *file);

/**
 * CsMergeConflict:
 * @ours: what was decided here last
 * @theirs: what was decided there last
 *
 * A finding about which was decided differently here and there, neither knowing of the other.
 */
typedef struct
{
  CsDecision *ours;
  CsDecision *theirs;
} CsMergeConflict;

/**
 * CsMerge:
 * @matter: id of the matter that the file belongs to; 0 when it is not here, and will be made
 * @name: what lists call that matter, or the file its own
 * @text_differs: their text is not the one here
 * @ours_changed: the text here is none that the sender had: taking theirs gives up changes
 * @theirs_changed: their text is none that was here before: it is not just an older one
 * @new_decisions: (element-type CsDecision): decided there, nothing else said here
 * @conflicts: (element-type CsMergeConflict): decided differently
 * @n_versions: versions there that are not here
 * @n_reviews: reviews there that are not here
 * @n_answers: answers to questions there that are not here
 * @n_signatures: signatures there that are not here
 * @state: of the matter here when it was compared
 *
 * What taking in a file would do.
 */
typedef struct
{
  gint64 matter;
  char *name;
  gboolean text_differs;
  gboolean ours_changed;
  gboolean theirs_changed;
  GPtrArray *new_decisions;
  GPtrArray *conflicts;
  guint n_versions;
  guint n_reviews;
  guint n_answers;
  guint n_signatures;
  char *state;
} CsMerge;

/** cs_merge_free: frees @merge */
void cs_merge_free (CsMerge *merge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsMerge, cs_merge_free)

/**
 * cs_matter_file_compare:
 * @file: a matter file
 * @store: where it may go
 * @error: #CsStoreError
 *
 * Finds the matter it came from, by its identity, and tells what taking it in would do. Changes
 * nothing. Thread: that of @store.
 *
 * Returns: (transfer full): the comparison, or %NULL
 */
CsMerge *cs_matter_file_compare (const CsMatterFile *file,
                                 CsDraftStore *store,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * CsMergeChoice:
 * @take_text: their text becomes the text now, ours is kept as a named version; else their text is
 *   kept as a named version
 * @take_theirs: (nullable): for each conflict of #CsMerge whether their decision goes before ours;
 *   %NULL for none
 * @as_new: make a matter of its own, whatever is here
 * @sender: (nullable): who it came from, for the name of the version; the author by default
 */
typedef struct
{
  gboolean take_text;
  const gboolean *take_theirs;
  gboolean as_new;
  const char *sender;
} CsMergeChoice;

/**
 * cs_matter_file_merge:
 * @file: a matter file
 * @store: where it goes
 * @merge: (nullable): as cs_matter_file_compare() told, which must still hold
 * @choice: what the user chose
 * @error: %CS_STORE_ERROR_CONFLICT when the store changed meanwhile, or another #CsStoreError
 *
 * Takes it in, in one transaction: all of it or nothing. No decision is dropped: of two that differ
 * both stay in the record, and the one that was chosen is said once more, now, when it was not the
 * later one, for of several decisions about a finding the last counts. Versions, reviews, answers,
 * examinations, signatures, ticks, terms, pictures and attachments that are not here are added; of
 * several answers to a question the last counts. What was decided there for all matters
 * holds for this one alone. Thread: that of @store.
 *
 * Returns: id of the matter, 0 on error
 */
gint64 cs_matter_file_merge (const CsMatterFile *file,
                             CsDraftStore *store,
                             const CsMerge *merge,
                             const CsMergeChoice *choice,
                             GError **error);

G_END_DECLS
