#pragma once

#include <gio/gio.h>

#include "../../draft/cs-draft.h"

G_BEGIN_DECLS

/**
 * CsDocx:
 *
 * A Word file (ISO/IEC 29500, transitional or strict) that was opened: its parts, in memory. It can
 * be read as an application, and the same file can be written again with comments in it, all else
 * being as it was. Thread: one at a time.
 */
typedef struct _CsDocx CsDocx;

/**
 * cs_docx_open:
 * @bytes: the file
 * @error: %CS_ERROR_SYNTAX, %CS_ERROR_LIMIT, %CS_ERROR_HOSTILE for relations that lead out of the
 *   package, DOCTYPEs and the like, %CS_ERROR_UNSUPPORTED for other Office files
 *
 * Macros are neither read nor run; that there are some is noted.
 *
 * Returns: (transfer full): the file, or %NULL
 */
CsDocx *cs_docx_open (GBytes *bytes,
                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_docx_free: closes @docx */
void cs_docx_free (CsDocx *docx);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsDocx, cs_docx_free)

/**
 * cs_docx_read:
 * @docx: a file
 * @path: name of it, for people to read
 * @error: %CS_ERROR_EMPTY, %CS_ERROR_UNSUPPORTED when it is no application, %CS_ERROR_LIMIT
 *
 * Reads the application in it: books by their headings or page headers, automatic numbers as the
 * reader sees them printed, runs, tables, pictures, formulas, footnotes, text boxes. A break within
 * a paragraph begins a new one. Insertions of tracked changes are taken, deletions left out, hidden
 * words left out and noted, comments of people are notes on the text; comments that this program
 * wrote are left out. From then on places of the draft can be found in the file.
 *
 * Returns: (transfer full): the draft, or %NULL
 */
CsDraft *cs_docx_read (CsDocx *docx,
                       const char *path,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_docx_load_image: Returns: (transfer full) (nullable): the bytes of the picture that the draft
 * calls @name */
GBytes *cs_docx_load_image (CsDocx *docx,
                            const char *name);

/**
 * CsDocxComment:
 * @span: what it is about, in the draft that cs_docx_read() gave; the whole unit when it is empty,
 *   the beginning of the file when it is in no text
 * @text: what it says; a line is a paragraph
 * @author: who
 * @initials: short for that
 * @made_us: when, µs since 1970 UTC
 */
typedef struct
{
  CsSpan span;
  char *text;
  char *author;
  char *initials;
  gint64 made_us;
} CsDocxComment;

/** CS_DOCX_AUTHOR: author of the comments that this program writes, by which it knows them again */
#define CS_DOCX_AUTHOR "Claimsmith 权匠"

/**
 * cs_docx_dup_commented:
 * @docx: a file that was read
 * @comments: (array length=n_comments): what to add
 * @n_comments: how many
 * @n_placed: (out) (optional): how many are at their words, and not at the nearest place
 * @error: %CS_ERROR_LIMIT
 *
 * The same file with native comments at the words they are about; comments that this program wrote
 * into it before are taken out, those of people stay. Text, styles and all other parts are as they
 * were.
 *
 * Returns: (transfer full): a Word file, or %NULL
 */
GBytes *cs_docx_dup_commented (CsDocx *docx,
                               const CsDocxComment *comments,
                               guint n_comments,
                               guint *n_placed,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
