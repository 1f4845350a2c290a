#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsError:
 * @CS_ERROR_IO: could not be opened, read or written
 * @CS_ERROR_EMPTY: holds no text at all
 * @CS_ERROR_ENCODING: is in no encoding that we read
 * @CS_ERROR_SYNTAX: breaks the rules of its own format (not well-formed, truncated)
 * @CS_ERROR_UNSUPPORTED: a format, or a version of one, that we do not read
 * @CS_ERROR_LIMIT: larger than a limit of cs-limits.h
 * @CS_ERROR_HOSTILE: made to harm: entity bomb, path out of a package, lying sizes
 * @CS_ERROR_CHECKLIST: a checklist or word list that makes no sense
 * @CS_ERROR_STORE: a draft that its store has not, or cannot give
 *
 * What can be wrong with an input. Cancelling is %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  CS_ERROR_IO,
  CS_ERROR_EMPTY,
  CS_ERROR_ENCODING,
  CS_ERROR_SYNTAX,
  CS_ERROR_UNSUPPORTED,
  CS_ERROR_LIMIT,
  CS_ERROR_HOSTILE,
  CS_ERROR_CHECKLIST,
  CS_ERROR_STORE
} CsError;

#define CS_ERROR (cs_error_quark ())

GQuark cs_error_quark (void);

/**
 * cs_error_set:
 * @error: (out) (optional): where to put it
 * @code: what kind of trouble
 * @line: 1-based line of the input, 0 when there is none
 * @format: printf() format of the reason: translated, lower case, the subject in quotes
 *
 * Sets a #GError that remembers its line. The file is named by whoever opened it.
 * Thread: any.
 */
void cs_error_set (GError **error,
                   CsError code,
                   guint line,
                   const char *format,
                   ...) G_GNUC_PRINTF (4, 5);

/**
 * cs_error_new_valist:
 * @code: what kind of trouble
 * @line: 1-based line of the input, 0 when there is none
 * @format: as in cs_error_set()
 * @args: what it prints
 *
 * For functions that take a @format of their own. Thread: any.
 *
 * Returns: (transfer full): the error
 */
GError *cs_error_new_valist (CsError code, guint line, const char *format, va_list args)
    G_GNUC_PRINTF (3, 0);

/**
 * cs_error_get_line:
 * @error: any error
 *
 * Returns: the 1-based line of the input that @error speaks of, or 0
 */
guint cs_error_get_line (const GError *error);

/**
 * cs_error_get_name:
 * @error: any error
 *
 * The word for @error in JSON, "syntax", "limit" and so on; "io" for what GIO reports.
 *
 * Returns: (transfer none): the word
 */
const char *cs_error_get_name (const GError *error);

G_END_DECLS
