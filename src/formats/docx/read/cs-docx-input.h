#pragma once

#include "../../cs-read-context.h"

G_BEGIN_DECLS

/* Word files as inputs of cs_read(); for nobody else than src/formats. */

/** cs_docx_input_is: Returns: whether a ZIP is a package of Office */
gboolean cs_docx_input_is (const char *bytes,
                           gsize n_bytes);

/** cs_docx_input_read: gives the application in the Word file @bytes, or why there is none */
void cs_docx_input_read (CsReadContext *context,
                         GBytes *bytes);

/** cs_docx_input_is_books: @names: (element-type utf8): of the files in a folder. Returns: whether
 * its Word files are the books of one application, by their names: none twice, claims and
 * description among them */
gboolean cs_docx_input_is_books (const GPtrArray *names);

/**
 * cs_docx_input_read_books:
 * @context: who reads
 * @folder: a folder
 * @names: (element-type utf8): of the files in it, for which cs_docx_input_is_books() holds
 *
 * Gives the application whose books are the Word files of @folder. Returns: %FALSE when they are no
 * such books after all, because one has in it what another has: nothing was given then
 */
gboolean cs_docx_input_read_books (CsReadContext *context,
                                   const char *folder,
                                   const GPtrArray *names);

G_END_DECLS
