#pragma once

#include <gio/gio.h>

#include "../../family/cs-office-date.h"

G_BEGIN_DECLS

/* Lists of publications as files that other programs read: spreadsheets and reference managers. */

/** CsListFormat: what a list is written as */
typedef enum
{
  CS_LIST_CSV,
  CS_LIST_XLSX,
  CS_LIST_BIBTEX,
  CS_LIST_RIS,
  CS_N_LIST_FORMATS
} CsListFormat;

/** cs_list_format_get_name: Returns: (transfer none): "csv", "xlsx", "bibtex", "ris" */
const char *cs_list_format_get_name (CsListFormat format);

/** cs_list_format_get_extension: Returns: (transfer none): the end of its files' names: "bib" */
const char *cs_list_format_get_extension (CsListFormat format);

/**
 * CsListHead:
 * @query: what was asked for
 * @rule: by which definition there are families, translated
 * @as_of: (nullable): day of the last import into the library
 * @made: day of the list
 * @with_mark: whether a CSV begins with a byte order mark, by which Excel knows UTF-8
 *
 * What a list is of. Spreadsheets say it on a second sheet, BibTeX in a comment.
 */
typedef struct
{
  const char *query;
  const char *rule;
  const char *as_of;
  CsOfficeDate made;
  gboolean with_mark;
} CsListHead;

/**
 * CsListEntry:
 * @family: its id in the library
 * @number: of the publication as printed
 * @key: (nullable): the same as compared: "CN.101911042.A"
 * @kind: "A1", "" when unknown
 * @country: code of ST.3, "" when unknown
 * @language: of the title, "" when unknown
 * @title: in one language
 * @abstract: the same; "" when there is none
 * @application: number as printed, "" when unknown
 * @status: of the family or application, translated
 * @offices: of its family: "CN EP US"
 * @note: the user's
 * @applicants: (array zero-terminated=1)
 * @inventors: (array zero-terminated=1)
 * @classes: (array zero-terminated=1)
 * @applications: (array zero-terminated=1): of its family, as printed
 * @publications: (array zero-terminated=1): the same
 * @tags: (array zero-terminated=1): the user's
 * @filed: day of the application
 * @published: day of the publication
 * @earliest: earliest priority or filing of its family
 * @rating: 1 to 5, 0 for none
 *
 * One publication with what a list says of it and its family. Strings are never %NULL but for @key
 * and are only lent.
 */
typedef struct
{
  gint64 family;
  const char *number;
  const char *key;
  const char *kind;
  const char *country;
  const char *language;
  const char *title;
  const char *abstract;
  const char *application;
  const char *status;
  const char *offices;
  const char *note;
  const char *const *applicants;
  const char *const *inventors;
  const char *const *classes;
  const char *const *applications;
  const char *const *publications;
  const char *const *tags;
  CsOfficeDate filed;
  CsOfficeDate published;
  CsOfficeDate earliest;
  guint rating;
} CsListEntry;

/** CsListWriter: a list being written; memory does not grow with its length. Thread: one. */
typedef struct _CsListWriter CsListWriter;

/**
 * cs_list_writer_new:
 * @format: as what
 * @head: of what; lives as long as the writer
 * @path: of a private file that is there; what is in it is overwritten
 * @error: %CS_ERROR_IO
 *
 * Heads are in the user's language. Cells that a spreadsheet would take for a formula are written
 * as text. Source: RFC 4180; biblatex, entry type patent; RIS as Zotero and EndNote read it, type
 * PAT.
 *
 * Returns: (transfer full): a list without entries
 */
CsListWriter *cs_list_writer_new (CsListFormat format,
                                  const CsListHead *head,
                                  const char *path,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_list_writer_free: gives up what was not ended */
void cs_list_writer_free (CsListWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsListWriter, cs_list_writer_free)

/** cs_list_writer_add: @error: %CS_ERROR_IO, %CS_ERROR_LIMIT for more rows than a workbook holds.
 * Returns: whether it went well; if not, the writer can only be freed */
gboolean cs_list_writer_add (CsListWriter *writer,
                             const CsListEntry *entry,
                             GError **error);

/** cs_list_writer_end: Returns: whether all is in the file */
gboolean cs_list_writer_end (CsListWriter *writer,
                             GError **error);

G_END_DECLS
