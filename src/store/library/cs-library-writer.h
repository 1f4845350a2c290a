#pragma once

#include "cs-library-file.h"

G_BEGIN_DECLS

/* What the parts of an import share; for nobody else. */

struct _CsLibraryImport
{
  CsLibrary *library;
  CsLibraryRun *run;
  CsOfficeDate today;
  guint batch;
  guint n_waiting;          /* records since the last batch was written */
  CsTransaction write;      /* of the batch; its store is NULL between batches */
  GHashTable *touched;      /* (element-type gint64): applications of which something is new */
  GHashTable *heirs;        /* (element-type gint64 gint64): whose documents went to which other */
  GHashTable *sources;      /* (element-type utf8 gint64): their ids */
  GHashTable *names;        /* (element-type utf8 gint64): ids of those met last */
  GHashTable *symbols;      /* (element-type utf8 gint64): the same, by scheme and symbol */
  GPtrArray *waiting;       /* (element-type CsWaitingRecord): not written yet */
  GPtrArray *waiting_names; /* (element-type CsWaitingName): not indexed yet */
  GHashTable *waiting_ids;  /* (element-type gint64): of which documents */
  gsize n_waiting_bytes;
};

/* Of which source a record is, and how near to the office that is. */
typedef struct
{
  gint64 id;
  guint rank; /* 3: an office, 2: EPO about others, 1: whoever else */
} CsSourceId;

/* A document and its application. */
typedef struct
{
  gint64 id;
  gint64 application;
  gboolean is_new;
} CsDocumentPlace;

/* Remembers that families and state of @application must be found anew. */
void cs_import_touch (CsLibraryImport *import,
                      gint64 application);

/* Begins a batch unless one has begun. */
gboolean cs_import_begin_batch (CsLibraryImport *import,
                                GError **error);

/* Writes a batch, with the families of what it touched. */
gboolean cs_import_end_batch (CsLibraryImport *import,
                              GError **error);

/* Writes one record. */
gboolean cs_import_write_record (CsLibraryImport *import,
                                 const CsRecord *record,
                                 GError **error);

/* How near to the office the source @name is. */
guint cs_source_get_rank (const char *name);

/* The parts of a record that are compared and replaced one by one. */
typedef enum
{
  CS_PART_NUMBERS,
  CS_PART_TITLES,
  CS_PART_ABSTRACTS,
  CS_PART_CLAIMS,
  CS_PART_DESCRIPTIONS,
  CS_PART_PARTIES,
  CS_PART_CLASSES,
  CS_PART_PRIORITIES,
  CS_PART_RELATIONS,
  CS_PART_CITATIONS,
  CS_PART_EVENTS,
  CS_PART_FAMILIES,
  CS_PART_FIELDS,
  CS_PART_RAW,
  CS_N_RECORD_SUMS
} CsRecordSumPart;

/* The bits `1 << CsRecordPart` of the texts among bits of #CsRecordSumPart. */
#define CS_TEXT_PARTS(parts) ((parts) >> CS_PART_TITLES & ((1u << CS_N_RECORD_PARTS) - 1))

/* --- cs-library-waiting.c --- */

/* What a record says of a new document, to be written later. */
typedef struct
{
  gint64 document;
  CsSourceId source;
  CsRecord *record;
  guint parts; /* bits of CsRecordSumPart */
} CsWaitingRecord;

/* Returns: (transfer full): an array for CsLibraryImport.waiting */
GPtrArray *cs_waiting_records_new (void);

/* Returns: (transfer full): an array for CsLibraryImport.waiting_names */
GPtrArray *cs_waiting_names_new (void);

/* Lets a copy of @waiting wait. */
gboolean cs_import_let_wait (CsLibraryImport *import,
                             const CsWaitingRecord *waiting,
                             GError **error);

/* Lets a new name wait to be indexed. */
void cs_import_add_name (CsLibraryImport *import,
                         gint64 id,
                         const char *name);

/* Writes all that waits. */
gboolean cs_import_flush (CsLibraryImport *import,
                          GError **error);

/* --- cs-library-documents.c --- */

/* Finds the document of @record. @place: (out): its id is 0 when there is none; the application may
 * be known all the same */
gboolean cs_import_find_document (CsLibraryImport *import,
                                  const CsRecord *record,
                                  CsDocumentPlace *place,
                                  GError **error);

/* Makes the document of @record, and its application when there is none. @place: (inout): as it was
 * found */
gboolean cs_import_make_document (CsLibraryImport *import,
                                  const CsRecord *record,
                                  CsDocumentPlace *place,
                                  GError **error);

/* Lets @record tell application, kind and date of a document that is there: what nobody knew, and,
 * from EPO or an office, what others knew otherwise. @place: (inout): the id follows the date */
gboolean cs_import_correct_document (CsLibraryImport *import,
                                     const CsRecord *record,
                                     guint rank,
                                     CsDocumentPlace *place,
                                     GError **error);

/* --- cs-library-facts.c --- */

/* The bits of the parts that cs-library-facts.c keeps. */
#define CS_FACT_PARTS                                                         \
  (1u << CS_PART_PARTIES | 1u << CS_PART_CLASSES | 1u << CS_PART_PRIORITIES | \
   1u << CS_PART_RELATIONS | 1u << CS_PART_CITATIONS | 1u << CS_PART_EVENTS | \
   1u << CS_PART_FAMILIES | 1u << CS_PART_FIELDS)

/* Sums of the parts of @record; 0 for a part that it does not have. */
void cs_record_sum_parts (const CsRecord *record,
                          guint64 sums[CS_N_RECORD_SUMS]);

/* Writes the parts of @record named by bits of @parts. @had: bits of those that stand there from
 * the same source and are replaced */
gboolean cs_import_write_facts (CsLibraryImport *import,
                                gint64 document,
                                gint64 source,
                                const CsRecord *record,
                                guint parts,
                                guint had,
                                GError **error);

/* Writes what the records that wait say, table by table. */
gboolean cs_import_insert_facts (CsLibraryImport *import,
                                 GError **error);

/* Deletes all that @source said of @document. */
gboolean cs_import_delete_facts (CsLibraryImport *import,
                                 gint64 document,
                                 gint64 source,
                                 GError **error);

/* --- cs-library-texts.c --- */

/* Writes the texts of @record that are named by bits `1 << CsRecordPart`. @is_new: whether the
 * document has none yet */
gboolean cs_import_write_texts (CsLibraryImport *import,
                                gint64 document,
                                const CsSourceId *source,
                                const CsRecord *record,
                                guint parts,
                                gboolean is_new,
                                GError **error);

/* Deletes the texts whose wording is that of @source. */
gboolean cs_import_delete_texts (CsLibraryImport *import,
                                 gint64 document,
                                 gint64 source,
                                 GError **error);

/* --- cs-library-settle.c --- */

/* Finds families and states of all that was touched. */
gboolean cs_import_settle (CsLibraryImport *import,
                           GError **error);

G_END_DECLS
