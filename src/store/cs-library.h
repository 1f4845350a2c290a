#pragma once

#include <gio/gio.h>

#include "../family/cs-family.h"
#include "cs-store-error.h"

G_BEGIN_DECLS

/**
 * CsLibrary:
 *
 * The library of records and families: `library.db` in the data folder. One connection is for one
 * thread at a time; several may be open, in this and other processes, one of which writes. All
 * functions block; errors are #CsStoreError, name the file and say what to do, or
 * %G_IO_ERROR_CANCELLED. What is written is written whole or not at all.
 */
typedef struct _CsLibrary CsLibrary;

/** cs_library_open: @folder: the data folder; made (0700), and the library in it (0600), when it is
 * not there. An older library is brought up to date; one that cannot be written, or that a newer
 * program wrote, is read-only. Returns: (transfer full): the library, or %NULL */
CsLibrary *cs_library_open (const char *folder,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_library_open_to_read: @folder: the data folder. For readers beside the one that writes.
 * Returns: (transfer full): the library, or %NULL with %CS_STORE_ERROR_NOT_FOUND when there is
 * none */
CsLibrary *cs_library_open_to_read (const char *folder,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_library_is_file: @path: a file of any kind. Returns: whether its header says that it is a
 * library, sound or not */
gboolean cs_library_is_file (const char *path);

/** cs_library_open_file: @path: a library that somebody else may have written, or a backup. For
 * readers, and not trusted: its schema is compared with ours before a row is read. Returns:
 * (transfer full): the library, or %NULL */
CsLibrary *cs_library_open_file (const char *path,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_library_open_in_memory: Returns: (transfer full): an empty library that is gone when it is
 * closed, or %NULL */
CsLibrary *cs_library_open_in_memory (GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_library_close: closes the connection and frees @library */
void cs_library_close (CsLibrary *library);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsLibrary, cs_library_close)

/** cs_library_get_path: Returns: (transfer none): its file */
const char *cs_library_get_path (const CsLibrary *library);

/** cs_library_get_read_only: Returns: (transfer none) (nullable): why nothing can be written, %NULL
 * when all can */
const GError *cs_library_get_read_only (const CsLibrary *library);

/** cs_library_interrupt: makes what @library is doing end with %G_IO_ERROR_CANCELLED. Thread: any,
 * while @library is open. */
void cs_library_interrupt (CsLibrary *library);

/**
 * CsLibraryProgress:
 * @done: steps done
 * @total: of how many, 0 when nobody knows
 * @data: as given beside the function
 *
 * How far a long work has come. Called in the thread that works.
 */
typedef void (*CsLibraryProgress) (guint64 done, guint64 total, gpointer data);

/**
 * CsLibraryWork:
 * @cancellable: (nullable): ends it with %G_IO_ERROR_CANCELLED; what was done by then stands
 * @progress: (nullable): is told how far it is
 * @data: for @progress
 *
 * How a long work is watched and stopped. %NULL in its place: by nobody.
 */
typedef struct
{
  GCancellable *cancellable;
  CsLibraryProgress progress;
  gpointer data;
} CsLibraryWork;

/**
 * CsLibraryCounts:
 * @documents: publications, and applications known without one
 * @applications: with documents
 * @families: simple ones
 * @descriptions: documents whose description is there
 * @runs: imports
 *
 * How much there is.
 */
typedef struct
{
  gint64 documents;
  gint64 applications;
  gint64 families;
  gint64 descriptions;
  gint64 runs;
} CsLibraryCounts;

/** cs_library_count: @counts: (out). Returns: whether it could be read */
gboolean cs_library_count (CsLibrary *library,
                           CsLibraryCounts *counts,
                           GError **error);

/* --- import --- */

/**
 * CsLibraryImport:
 *
 * A run of import. Records go in by batches, each one transaction that also brings the families and
 * states of what it changed up to date: killed at any moment, the library is as it was after a
 * batch, and the same import begun again adds what is missing.
 */
typedef struct _CsLibraryImport CsLibraryImport;

/**
 * CsLibraryRun:
 * @id: under which the library finds it
 * @label: what was imported, as shown to the user
 * @began_us: since 1970, UTC
 * @ended_us: the same; 0 while it goes on, or when it was stopped or killed
 * @n_added: records of documents, or of sources on them, that were new
 * @n_changed: records that said something else than before
 * @n_same: records that added nothing
 * @n_withdrawn: records that the source took back
 * @n_faults: what could not be read
 *
 * An import as it is remembered.
 */
typedef struct
{
  gint64 id;
  char *label;
  gint64 began_us;
  gint64 ended_us;
  guint64 n_added;
  guint64 n_changed;
  guint64 n_same;
  guint64 n_withdrawn;
  guint64 n_faults;
} CsLibraryRun;

/** cs_library_run_free: frees it with all it holds */
void cs_library_run_free (CsLibraryRun *run);

/**
 * cs_library_import_begin:
 * @library: one that can be written
 * @label: what is imported, as shown to the user
 * @today: as of when states are found
 * @error: return location
 *
 * Returns: (transfer full): a new run, which holds @library, or %NULL
 */
CsLibraryImport *cs_library_import_begin (CsLibrary *library,
                                          const char *label,
                                          CsOfficeDate today,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_library_import_free: gives up what the last batch did not write yet, and frees @import */
void cs_library_import_free (CsLibraryImport *import);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsLibraryImport, cs_library_import_free)

/** cs_library_import_set_batch: @n_records: in one transaction, 1 or more; 8000 otherwise */
void cs_library_import_set_batch (CsLibraryImport *import,
                                  guint n_records);

/** cs_library_import_has_file: @sha256: of its bytes, in hexadecimal. Returns: whether that file
 * was read to its end before */
gboolean cs_library_import_has_file (CsLibraryImport *import,
                                     const char *sha256);

/**
 * cs_library_import_add:
 * @import: a run
 * @record: what a source says
 * @error: return location; after an error the run can only be freed
 *
 * Adds a record. What the same source said before of the same document is replaced part by part
 * (titles, claims, parties, ...): a part that @record does not have stays. Data older than what is
 * there only fills gaps. Of each text one wording per language is kept, that of the source nearest
 * to the office.
 *
 * Returns: whether it went well
 */
gboolean cs_library_import_add (CsLibraryImport *import,
                                const CsRecord *record,
                                GError **error);

/** cs_library_import_add_fault: @place: see #CsRecordFault. Remembers what could not be read.
 * Returns: whether it went well */
gboolean cs_library_import_add_fault (CsLibraryImport *import,
                                      const char *file,
                                      guint place,
                                      const char *message,
                                      GError **error);

/** cs_library_import_end_file: @name: as shown, @sha256: of its bytes. Remembers that a file was
 * read to its end, with the batch of its last records. Returns: whether it went well */
gboolean cs_library_import_end_file (CsLibraryImport *import,
                                     const char *name,
                                     const char *sha256,
                                     GError **error);

/** cs_library_import_get_run: Returns: (transfer none): what the run has come to so far */
const CsLibraryRun *cs_library_import_get_run (const CsLibraryImport *import);

/** cs_library_import_end: writes the last batch and ends the run. Returns: whether it went well */
gboolean cs_library_import_end (CsLibraryImport *import,
                                GError **error);

/**
 * cs_library_tidy:
 * @library: one that can be written
 * @work: (nullable): how it is watched
 * @error: return location
 *
 * Brings the index of texts in order after a large import, in slices, so that search is quick and
 * other writers get their turn. Returns: whether all is in order
 */
gboolean cs_library_tidy (CsLibrary *library,
                          const CsLibraryWork *work,
                          GError **error);

/** cs_library_pass_time: @today: as of when. Finds the states anew of what has come to the end of
 * its term since, as a run of its own. Returns: whether it went well */
gboolean cs_library_pass_time (CsLibrary *library,
                               CsOfficeDate today,
                               GError **error);

/** cs_library_list_runs: Returns: (transfer full) (element-type CsLibraryRun): the newest first, or
 * %NULL */
GPtrArray *cs_library_list_runs (CsLibrary *library,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** CsLibraryFault: @file, @place, @message: what could not be read of an import */
typedef struct
{
  char *file;
  guint place;
  char *message;
} CsLibraryFault;

/** cs_library_list_faults: @run: its id. Returns: (transfer full) (element-type CsLibraryFault): in
 * their order, or %NULL */
GPtrArray *cs_library_list_faults (CsLibrary *library,
                                   gint64 run,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * CsLibraryChangeKind:
 * @CS_CHANGE_NEW_FAMILY: it was not there before
 * @CS_CHANGE_NEW_MEMBER: an application that was not there before, in a family that was
 * @CS_CHANGE_MOVED_MEMBER: an application that was in another family (@was: its id)
 * @CS_CHANGE_LOST_MEMBER: an application that is no more
 * @CS_CHANGE_GONE_FAMILY: it has no members any more
 * @CS_CHANGE_STATUS: the legal state of an application (@was, @now: cs_legal_state_get_name())
 *
 * What an import changed about families.
 */
typedef enum
{
  CS_CHANGE_NEW_FAMILY,
  CS_CHANGE_NEW_MEMBER,
  CS_CHANGE_MOVED_MEMBER,
  CS_CHANGE_LOST_MEMBER,
  CS_CHANGE_GONE_FAMILY,
  CS_CHANGE_STATUS,
  CS_N_CHANGE_KINDS
} CsLibraryChangeKind;

/** cs_library_change_kind_get_name: Returns: (transfer none): "new-family", "new-member",
 * "moved-member", "lost-member", "gone-family", "status" */
const char *cs_library_change_kind_get_name (CsLibraryChangeKind kind);

/**
 * CsLibraryChange:
 * @kind: what happened
 * @rule: to families of which rule
 * @family: which, after the change
 * @application: (nullable): its number as the office prints it, where one is concerned
 * @was: what was before, "" when nothing
 * @now: what is now, "" when nothing
 *
 * One change.
 */
typedef struct
{
  CsLibraryChangeKind kind;
  CsFamilyRule rule;
  gint64 family;
  char *application;
  char *was;
  char *now;
} CsLibraryChange;

/** cs_library_change_free: frees it with all it holds */
void cs_library_change_free (CsLibraryChange *change);

/** cs_library_list_changes: @run: its id, @max: how many at most, 0 for all. Returns: (transfer
 * full) (element-type CsLibraryChange): what is new first, of simple families only, or %NULL */
GPtrArray *cs_library_list_changes (CsLibrary *library,
                                    gint64 run,
                                    guint max,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_library_count_changes: @counts: (out): of each kind. Returns: whether it could be read */
gboolean cs_library_count_changes (CsLibrary *library,
                                   gint64 run,
                                   guint64 counts[CS_N_CHANGE_KINDS],
                                   GError **error);

/* --- families --- */

/** cs_library_load_family: @language: (nullable): in which titles are wanted. Returns: (transfer
 * full): the family, or %NULL with %CS_STORE_ERROR_NOT_FOUND when there is none */
CsFamily *cs_library_load_family (CsLibrary *library,
                                  gint64 family,
                                  const char *language,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_library_list_families_of: @application: a store_id. Returns: (transfer full) (element-type
 * gint64): its families under every rule and of every source, the simple one first, or %NULL */
GArray *cs_library_list_families_of (CsLibrary *library,
                                     gint64 application,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** CsLibraryPlace: @document: 0 when only the application was meant. Where a number was found. */
typedef struct
{
  gint64 document;
  gint64 application;
  gint64 family; /* the simple one */
} CsLibraryPlace;

/** cs_library_find_number: @text: a number of a publication or application, in any form, with or
 * without kind. Returns: (transfer full) (element-type CsLibraryPlace): all it may mean, the most
 * exact first, empty when there is none, or %NULL */
GArray *cs_library_find_number (CsLibrary *library,
                                const char *text,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* --- documents --- */

/**
 * CsLibraryText:
 * @part: title, abstract, claims or description
 * @language: two letters, "" when unknown
 * @source: whose wording it is
 * @text: as in #CsRecordText
 *
 * One text of a document.
 */
typedef struct
{
  CsRecordPart part;
  char *language;
  char *source;
  char *text;
} CsLibraryText;

/** cs_library_text_free: frees it with all it holds */
void cs_library_text_free (CsLibraryText *text);

/** cs_library_load_texts: @document: a store_id, @parts: bits `1 << CsRecordPart`. Returns:
 * (transfer full) (element-type CsLibraryText): in the order of parts, or %NULL */
GPtrArray *cs_library_load_texts (CsLibrary *library,
                                  gint64 document,
                                  guint parts,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * CsLibraryFact:
 * @kind: of what
 * @source: who says so
 * @group: role of a party ("applicant", "owner", "inventor", "agent", "examiner"), scheme of a
 *   class, name of a field; "" otherwise
 * @value: name, symbol or value
 * @note: country of a party; "first", "additional" of a class; "" otherwise
 *
 * A party, class or further field of a document.
 */
typedef enum
{
  CS_FACT_PARTY,
  CS_FACT_CLASS,
  CS_FACT_FIELD
} CsLibraryFactKind;

typedef struct
{
  CsLibraryFactKind kind;
  char *source;
  char *group;
  char *value;
  char *note;
} CsLibraryFact;

/** cs_library_fact_free: frees it with all it holds */
void cs_library_fact_free (CsLibraryFact *fact);

/** cs_library_load_facts: @document: a store_id. Returns: (transfer full) (element-type
 * CsLibraryFact): parties, classes, fields, in the order of sources, or %NULL */
GPtrArray *cs_library_load_facts (CsLibrary *library,
                                  gint64 document,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** CsLibraryRaw: @text: "" when it was too long to keep. A record of a document as it was. */
typedef struct
{
  char *source;
  char *file;
  guint place;
  CsOfficeDate as_of;
  gboolean is_withdrawn;
  char *text;
} CsLibraryRaw;

/** cs_library_raw_free: frees it with all it holds */
void cs_library_raw_free (CsLibraryRaw *raw);

/** cs_library_load_raw: @document: a store_id. Returns: (transfer full) (element-type
 * CsLibraryRaw): the record of each source, or %NULL */
GPtrArray *cs_library_load_raw (CsLibrary *library,
                                gint64 document,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * CsLibraryCitation:
 * @family: of the other side: the family cited, or the one that cites; 0 when the library does not
 *   have it
 * @document: of this side: which document cites or is cited
 * @number: of the other side as printed, "" for literature
 * @text: literature, or title of the family of the other side
 * @category: "X", "Y", ...
 * @phase: who cites
 * @source: who says so
 *
 * A citation of a family, or of one by another.
 */
typedef struct
{
  gint64 family;
  gint64 document;
  char *number;
  char *text;
  char *category;
  char *phase;
  char *source;
} CsLibraryCitation;

/** cs_library_citation_free: frees it with all it holds */
void cs_library_citation_free (CsLibraryCitation *citation);

/** cs_library_list_citations: @family: a simple one, @backward: what it cites, not what cites it.
 * Returns: (transfer full) (element-type CsLibraryCitation): each document of the other side once,
 * or %NULL */
GPtrArray *cs_library_list_citations (CsLibrary *library,
                                      gint64 family,
                                      gboolean backward,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* --- trust --- */

/** cs_library_check: @problems: (out) (transfer full): a line for each, none when all is sound:
 * pages, links, the indexes of texts against the texts, and what must hold of families. Returns:
 * whether it could be looked at */
gboolean cs_library_check (CsLibrary *library,
                           const CsLibraryWork *work,
                           char ***problems,
                           GError **error);

/** cs_library_repair: builds the indexes of texts, numbers and families anew from the records.
 * Returns: whether it went well */
gboolean cs_library_repair (CsLibrary *library,
                            const CsLibraryWork *work,
                            GError **error);

/** cs_library_backup: @path: where nothing is yet. Writes a copy of one moment (0600) while others
 * may read and write. Returns: whether it is on the disk */
gboolean cs_library_backup (CsLibrary *library,
                            const char *path,
                            const CsLibraryWork *work,
                            GError **error);

/** cs_library_is_open: Returns: whether anybody has the library in @folder open, here or in another
 * process; %FALSE for one that is damaged or cannot be written */
gboolean cs_library_is_open (const char *folder);

/** cs_library_set_aside: moves the library in @folder, if there is one, to "backups", so that the
 * next one that opens makes an empty one. Nobody may have it open. Returns: whether it went well */
gboolean cs_library_set_aside (const char *folder,
                               GError **error);

/** cs_library_restore: @folder: the data folder, @path: a backup, which is not trusted: it is read
 * row by row into a new library that takes the place of the one that is there, which is kept in
 * "backups". Who has that open goes on with it there. Returns: whether it is in its place */
gboolean cs_library_restore (const char *folder,
                             const char *path,
                             const CsLibraryWork *work,
                             GError **error);

G_END_DECLS
