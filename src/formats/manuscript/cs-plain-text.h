#pragma once

#include "../cs-read-context.h"

G_BEGIN_DECLS

/* Text files as inputs of cs_read(); for nobody else than src/formats. */

/**
 * cs_plain_text_read:
 * @context: who reads
 * @bytes: (array length=n_bytes): a text file
 * @n_bytes: its length
 *
 * Reads one application as people type it: UTF-8, UTF-16 or GB18030, with the headings of either
 * language or with none. Claims alone are an application too. What is missing is only called so
 * when the file has both a description and claims.
 */
void cs_plain_text_read (CsReadContext *context,
                         const char *bytes,
                         gsize n_bytes);

G_END_DECLS
