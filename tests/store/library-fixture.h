#pragma once

#include "../../src/store/cs-library-marks.h"

/* Records of invented and of known documents, and libraries of them. */

/* A day: 20110228 is 2011-02-28; 0 is unknown. */
CsOfficeDate day (guint key);

/* Returns: (transfer full): a number as DOCDB has it: "US.96495207.A" */
CsNumber *docdb (CsNumberRole role,
                 const char *key,
                 guint date);

/* Returns: (transfer full): a record of @source about publication and application (nullable), both
 * as DOCDB has them, to be completed */
CsRecordBuilder *start_record (const char *source,
                               const char *publication,
                               guint published,
                               const char *application,
                               guint filed);

/* @words: priorities as "US.96495207.A" with "+" (active) or "-" (not active) or "?" before */
void add_priorities (CsRecordBuilder *builder,
                     const char *words);

/* A new run on @library with today's date fixed. */
CsLibraryImport *begin_import (CsLibrary *library);

/* Imports one record, which is taken over. */
void import_one (CsLibrary *library,
                 CsRecordBuilder *builder);

/* Imports a document of @country with the priorities of add_priorities(). */
void import_member (CsLibrary *library,
                    const char *country,
                    const char *priorities);

/* @tags: with blanks between them */
CsFamilyMarks *make_marks (const char *note,
                           guint rating,
                           const char *tags);

/* Adds to @import, taking the record over. */
void add_record (CsLibraryImport *import,
                 CsRecordBuilder *builder);

/* The twenty publications of DOCDB's family 40799763. @with_docdb: with that number, and with what
 * is active; else only with what a table of another platform says. */
void add_family_40799763 (CsLibraryImport *import,
                          gboolean with_docdb);

/* Returns: the simple family in which @number is, 0 when there is none */
gint64 find_family (CsLibrary *library,
                    const char *number);

/* Returns: the id of the document with @number */
gint64 find_document (CsLibrary *library,
                      const char *number);

/* Fails the test unless the library is sound. */
void assert_library_sound (CsLibrary *library);

/* Invented record number @n of a large library: title, abstract and claims in Chinese or English,
 * parties, classes, a citation; every third belongs to the family of the one before. */
CsRecordBuilder *make_invented (guint n);
