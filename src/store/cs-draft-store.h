#pragma once

#include <gio/gio.h>

#include "cs-matter.h"
#include "cs-store-error.h"

G_BEGIN_DECLS

/**
 * CsDraftStore:
 *
 * One connection to `drafts.db`: matters with their texts, versions, decisions, terms and pictures.
 * Window and command line may have it open at once (WAL, busy timeout, one immediate transaction a
 * write). Every function here blocks on the disk: never on the main thread. Thread: one at a time.
 *
 * Every write is one transaction with `synchronous=FULL`: when it returns %TRUE, a crash or a loss
 * of power loses nothing of it; when it returns %FALSE, nothing has changed.
 */
typedef struct _CsDatabase CsDraftStore;

/**
 * cs_draft_store_open:
 * @folder: where `drafts.db` and `backups/` are; made (0700) when it is not there
 * @error: #CsStoreError
 *
 * Opens the store, making it (0600) when there is none, and brings an older schema up to date after
 * keeping a copy of it in `backups/` (the three newest are kept). A store that cannot be written,
 * or that a newer version of the program wrote, is opened read-only. One that is damaged is an
 * error, and stays as it is: see cs_draft_store_set_aside().
 *
 * Returns: (transfer full): the store, or %NULL
 */
CsDraftStore *cs_draft_store_open (const char *folder,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_draft_store_open_file:
 * @path: a store that somebody else may have written, or a copy of a matter; not changed
 * @error: #CsStoreError
 *
 * Opens any store read-only and without trusting it: DEFENSIVE, `trusted_schema=OFF`, its schema
 * compared with ours before a row is read.
 *
 * Returns: (transfer full): the store, or %NULL
 */
CsDraftStore *cs_draft_store_open_file (const char *path,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_draft_store_close: closes the connection and frees @store */
void cs_draft_store_close (CsDraftStore *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsDraftStore, cs_draft_store_close)

/** cs_draft_store_get_path: Returns: (transfer none): its file */
const char *cs_draft_store_get_path (const CsDraftStore *store);

/**
 * cs_draft_store_get_read_only:
 * @store: a store
 *
 * Returns: (transfer none) (nullable): why nothing can be written, %NULL when all can
 */
const GError *cs_draft_store_get_read_only (const CsDraftStore *store);

/**
 * cs_draft_store_interrupt:
 * @store: a store
 *
 * Makes what @store is doing end with %G_IO_ERROR_CANCELLED. Thread: any, while @store is open.
 */
void cs_draft_store_interrupt (CsDraftStore *store);

/* --- matters --- */

/** CsMatterOrder: by what a list is sorted */
typedef enum
{
  CS_MATTER_BY_CHANGED,
  CS_MATTER_BY_OPENED,
  CS_MATTER_BY_NAME,
  CS_MATTER_BY_STAGE,
  CS_MATTER_BY_TYPE,
  CS_MATTER_BY_FINDINGS
} CsMatterOrder;

/**
 * CsMatterQuery:
 * @words: (nullable): what to look for in names, numbers and the texts of claims: all words
 *   separated by spaces must be there, width and case folded
 * @offices: bits, 0 for all: matters meant for one of them
 * @types: bit `1 << CsRightType`, 0 for all
 * @stages: bit `1 << CsStage`, 0 for all
 * @in_bin: those in the bin, and no others
 * @order: by what to sort
 * @descending: from the last to the first
 *
 * Which matters to list, and how.
 */
typedef struct
{
  const char *words;
  guint offices;
  guint types;
  guint stages;
  gboolean in_bin;
  CsMatterOrder order;
  gboolean descending;
} CsMatterQuery;

/**
 * cs_draft_store_list:
 * @store: a store
 * @query: which and how
 * @error: #CsStoreError
 *
 * Returns: (transfer full) (element-type CsMatterInfo): what was found, or %NULL
 */
GPtrArray *cs_draft_store_list (CsDraftStore *store,
                                const CsMatterQuery *query,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_draft_store_count:
 * @store: a store
 * @stages: (out caller-allocates) (array fixed-size=CS_N_STAGES): matters in each stage
 * @bin: (out): matters in the bin
 * @error: #CsStoreError
 *
 * Returns: whether it went well
 */
gboolean cs_draft_store_count (CsDraftStore *store,
                               guint *stages,
                               guint *bin,
                               GError **error);

/**
 * CsImageFunc:
 * @name: base name of a picture, as figures and inline objects of a draft give it
 *
 * Returns: (transfer full) (nullable): the bytes of that picture, %NULL when it is not there
 */
typedef GBytes *(*CsImageFunc) (const char *name,
                                gpointer data);

/**
 * CsNewMatter:
 * @draft: its application
 * @reference: (nullable): the user's own number
 * @offices: bits, 0 for the office of the draft
 * @author: (nullable): who wrote it
 * @decisions: (nullable) (element-type CsDecision): what comes with it
 * @term_list: (nullable): what its author said of terms
 * @images: (nullable): gives the pictures that @draft speaks of
 * @data: for @images
 */
typedef struct
{
  CsDraft *draft;
  const char *reference;
  guint offices;
  const char *author;
  GPtrArray *decisions;
  CsTermList *term_list;
  CsImageFunc images;
  gpointer data;
} CsNewMatter;

/**
 * cs_draft_store_create:
 * @store: a store
 * @matter: what to keep
 * @error: #CsStoreError
 *
 * Makes a matter with its first version ("as imported" or "as made", see #CsVersion).
 *
 * Returns: its id, 0 on error
 */
gint64 cs_draft_store_create (CsDraftStore *store,
                              const CsNewMatter *matter,
                              GError **error);

/**
 * cs_draft_store_load:
 * @store: a store
 * @id: a matter
 * @error: #CsStoreError
 *
 * Returns: (transfer full): the matter, or %NULL
 */
CsMatter *cs_draft_store_load (CsDraftStore *store,
                               gint64 id,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_draft_store_find:
 * @store: a store
 * @name: own number, name or id of a matter; an exact match goes before a part of one
 * @error: %CS_STORE_ERROR_NOT_FOUND when none or several match; the message lists them
 *
 * Returns: its id, 0 on error
 */
gint64 cs_draft_store_find (CsDraftStore *store,
                            const char *name,
                            GError **error);

/**
 * CsMatterSave:
 * @id: the matter
 * @revision: the one the text is based on; with another one in the store nothing is written
 *   (%CS_STORE_ERROR_CONFLICT)
 * @draft: its application now, with identities of units
 * @offices: bits of the offices that examine it
 * @images: (nullable): gives pictures that are not in the store yet
 * @data: for @images
 */
typedef struct
{
  gint64 id;
  guint64 revision;
  CsDraft *draft;
  guint offices;
  CsImageFunc images;
  gpointer data;
} CsMatterSave;

/**
 * cs_draft_store_save:
 * @store: a store
 * @save: what to keep
 * @revision: (out): the new one
 * @error: #CsStoreError
 *
 * Saves the text of a matter. Before the first save in a quarter of an hour the text as it was is
 * kept as an automatic version; automatic versions are thinned (all of the last hour, one an hour
 * of the last day, one a day of the last month, one a month before).
 *
 * Returns: whether it is on the disk
 */
gboolean cs_draft_store_save (CsDraftStore *store,
                              const CsMatterSave *save,
                              guint64 *revision,
                              GError **error);

/** cs_draft_store_set_findings: @n_findings: by severity. Remembers how the last examination ended.
 * Returns: whether it went well */
gboolean cs_draft_store_set_findings (CsDraftStore *store,
                                      gint64 id,
                                      const guint *n_findings,
                                      GError **error);

/** cs_draft_store_set_opened: remembers that @id was opened now. Returns: whether it went well */
gboolean cs_draft_store_set_opened (CsDraftStore *store,
                                    gint64 id,
                                    GError **error);

/** cs_draft_store_rename: @name: (nullable): %NULL to follow the title again; @reference:
 * (nullable): the own number, %NULL to leave it. Returns: whether it went well */
gboolean cs_draft_store_rename (CsDraftStore *store,
                                gint64 id,
                                const char *name,
                                const char *reference,
                                GError **error);

/** cs_draft_store_set_stage: Returns: whether it went well */
gboolean cs_draft_store_set_stage (CsDraftStore *store,
                                   gint64 id,
                                   CsStage stage,
                                   GError **error);

/** cs_draft_store_set_bin: puts @id into the bin or takes it out. Returns: whether it went well */
gboolean cs_draft_store_set_bin (CsDraftStore *store,
                                 gint64 id,
                                 gboolean in_bin,
                                 GError **error);

/** cs_draft_store_duplicate: copies a matter with its decisions, answers, ticks, terms and
 * attachments, without its versions, reviews and examinations; its name says "copy". Returns: id of
 * the copy, 0 on error */
gint64 cs_draft_store_duplicate (CsDraftStore *store,
                                 gint64 id,
                                 GError **error);

/** cs_draft_store_empty_bin: deletes for good what is in the bin, and pictures nobody needs then.
 * Returns: whether it went well */
gboolean cs_draft_store_empty_bin (CsDraftStore *store,
                                   GError **error);

/* --- versions --- */

/**
 * CsVersion:
 * @id: identity
 * @name: (nullable): given by the user; %NULL for an automatic one
 * @made_us: µs since 1970 UTC
 * @n_claims: how many claims it has
 * @n_bytes: of its texts
 */
typedef struct
{
  gint64 id;
  char *name;
  gint64 made_us;
  guint n_claims;
  guint64 n_bytes;
} CsVersion;

/** cs_version_free: frees @version and its strings */
void cs_version_free (CsVersion *version);

/** cs_draft_store_add_version: keeps the text of matter @id as it is now in the store, as @name.
 * Named ones are never thinned. Returns: its id, 0 on error */
gint64 cs_draft_store_add_version (CsDraftStore *store,
                                   gint64 id,
                                   const char *name,
                                   GError **error);

/** cs_draft_store_list_versions: Returns: (transfer full) (element-type CsVersion): of matter @id,
 * the newest first, or %NULL */
GPtrArray *cs_draft_store_list_versions (CsDraftStore *store,
                                         gint64 id,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_draft_store_load_version: Returns: (transfer full): the draft of @version, or %NULL */
CsDraft *cs_draft_store_load_version (CsDraftStore *store,
                                      gint64 version,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* --- decisions --- */

/**
 * cs_draft_store_add_decision:
 * @store: a store
 * @id: the matter, 0 for all matters (a rule of the house)
 * @decision: what was decided; its id is not looked at
 * @error: #CsStoreError
 *
 * Returns: id of the decision, 0 on error
 */
gint64 cs_draft_store_add_decision (CsDraftStore *store,
                                    gint64 id,
                                    const CsDecision *decision,
                                    GError **error);

/** cs_draft_store_remove_decision: takes @decision back. Returns: whether it went well */
gboolean cs_draft_store_remove_decision (CsDraftStore *store,
                                         gint64 decision,
                                         GError **error);

/** cs_draft_store_list_decisions: Returns: (transfer full) (element-type CsDecision): those of
 * matter @id and those for all, or %NULL */
GPtrArray *cs_draft_store_list_decisions (CsDraftStore *store,
                                          gint64 id,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* --- terms --- */

/** cs_draft_store_say_term: keeps @verdict on the term @name of matter @id, whatever was said of it
 * before; what others said of other terms meanwhile stays. Returns: whether it went well */
gboolean cs_draft_store_say_term (CsDraftStore *store,
                                  gint64 id,
                                  const char *name,
                                  CsTermVerdict verdict,
                                  GError **error);

/** cs_draft_store_forget_term: takes back what was said of @name, if anything was. Returns: whether
 * it went well */
gboolean cs_draft_store_forget_term (CsDraftStore *store,
                                     gint64 id,
                                     const char *name,
                                     GError **error);

/** cs_draft_store_load_terms: Returns: (transfer full): what was said of the terms of matter @id,
 * or %NULL */
CsTermList *cs_draft_store_load_terms (CsDraftStore *store,
                                       gint64 id,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* --- pictures --- */

/**
 * cs_draft_store_load_image:
 * @store: a store
 * @id: the matter
 * @name: base name of a picture of its draft
 * @error: %CS_STORE_ERROR_NOT_FOUND, or another #CsStoreError
 *
 * Returns: (transfer full): its bytes, whose SHA-256 was compared, or %NULL
 */
GBytes *cs_draft_store_load_image (CsDraftStore *store,
                                   gint64 id,
                                   const char *name,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* --- keeping it safe --- */

/**
 * cs_draft_store_check:
 * @store: a store
 * @problems: (out) (array zero-terminated=1): what is wrong, one line each, without text of drafts;
 *   empty when all is well
 * @error: #CsStoreError
 *
 * `integrity_check`, foreign keys, SHA-256 of each picture, every draft and decision readable.
 *
 * Returns: whether it could be looked at
 */
gboolean cs_draft_store_check (CsDraftStore *store,
                               char ***problems,
                               GError **error);

/** cs_draft_store_backup: writes a copy of @store to the new file @path (0600), through a temporary
 * file beside it. Returns: whether it is on the disk */
gboolean cs_draft_store_backup (CsDraftStore *store,
                                const char *path,
                                GCancellable *cancellable,
                                GError **error);

/** cs_draft_store_backup_daily: when there is a matter, and no backup in `backups/` whose name has
 * a date of the last 24 hours, keeps one there as `drafts-DATE-daily.db`; of those the seven newest
 * are kept. Returns: whether one is there or none is needed */
gboolean cs_draft_store_backup_daily (CsDraftStore *store,
                                      GError **error);

/** cs_draft_store_list_backups: Returns: (transfer full) (array zero-terminated=1): paths of the
 * backups in @folder, the newest first */
char **cs_draft_store_list_backups (const char *folder);

/**
 * cs_draft_store_set_aside:
 * @folder: where a damaged `drafts.db` is
 * @error: #CsStoreError
 *
 * Renames a store that cannot be opened, with its WAL, to `drafts-damaged-DATE.db`; deletes
 * nothing.
 *
 * Returns: (transfer full): its new path, or %NULL
 */
char *cs_draft_store_set_aside (const char *folder,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_draft_store_restore:
 * @folder: where the store is, or is to be
 * @path: a backup; not trusted, so it is read row by row and every row is checked
 * @cancellable: (nullable): to stop it
 * @error: #CsStoreError; then the store is as it was
 *
 * Puts what is in @path in the place of the store of @folder; what was there is kept in `backups/`.
 *
 * Returns: whether it is on the disk
 */
gboolean cs_draft_store_restore (const char *folder,
                                 const char *path,
                                 GCancellable *cancellable,
                                 GError **error);

/**
 * cs_draft_store_write_copy:
 * @path: a new file, replaced in one step when it is there
 * @matter: what to write
 * @error: #CsStoreError
 *
 * Writes one matter as a store of its own ("Save a copy", when the store itself cannot be
 * written); cs_draft_store_open_file() and cs_draft_store_load() read it back.
 *
 * Returns: whether it is on the disk
 */
gboolean cs_draft_store_write_copy (const char *path,
                                    const CsNewMatter *matter,
                                    GError **error);

G_END_DECLS
