#pragma once

#include "../draft/cs-draft.h"

G_BEGIN_DECLS

/**
 * CsNotesReport:
 * @path: the input
 * @index: 0-based place of the document in it
 * @draft: the document
 * @format: name of the format that it was to be written in
 * @notes: (element-type CsWriteNote): what the file does not hold as the draft does
 * @written: there is such a file now
 * @language: "zh" or "en", of the names of places
 *
 * What becomes of a document in a file.
 */
typedef struct
{
  const char *path;
  guint index;
  const CsDraft *draft;
  const char *format;
  const GArray *notes;
  gboolean written;
  const char *language;
} CsNotesReport;

/**
 * cs_report_notes_text:
 * @out: where to append
 * @report: what to say
 *
 * Writes a line with the document, and one for each note: grade, message, place. Nothing from a
 * file can control the terminal. Thread: any.
 */
void cs_report_notes_text (GString *out,
                           const CsNotesReport *report);

/**
 * cs_report_notes_json:
 * @out: where to append one line
 * @report: what to say
 *
 * Writes the same as one line of JSON: "document" as in an examination, "to", "written" and
 * "notes", each with "grade", "code", "message", "detail", "places" and "where" (null when it is of
 * no place). Thread: any.
 */
void cs_report_notes_json (GString *out,
                           const CsNotesReport *report);

G_END_DECLS
