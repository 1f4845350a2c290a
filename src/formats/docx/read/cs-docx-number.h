#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_docx_number_append:
 * @text: where to print it
 * @number: what to print
 * @format: name of the format: "decimal", "chineseCounting"; an unknown one prints decimal digits
 * @custom: (nullable): what a custom format counts like: "0001, 0002, 0003, ..."
 *
 * Prints a number of a list as Word does; for nobody else than src/formats/docx. Thread: any.
 * Source: ISO/IEC 29500-1:2016, 17.18.59 (ST_NumberFormat).
 */
void cs_docx_number_append (GString *text,
                            int number,
                            const char *format,
                            const char *custom);

G_END_DECLS
