#pragma once

#include <gio/gio.h>

#include "../xml/cs-xml.h"

G_BEGIN_DECLS

/* The XML parts of a workbook; for nobody else than src/formats/table. */

/* The file of a workbook, lent. */
typedef struct
{
  const char *bytes;
  gsize n_bytes;
} CsTableFile;

/* Unpacks the part @path and parses it as it comes, until @handler stops @xml. @error:
 * %CS_ERROR_EMPTY when there is no such part. Returns: whether it went well */
gboolean cs_table_part_read (const CsTableFile *file,
                             const char *path,
                             CsXml *xml,
                             GCancellable *cancellable,
                             GError **error);

/* The same for a part that a workbook need not have. */
gboolean cs_table_part_read_optional (const CsTableFile *file,
                                      const char *path,
                                      CsXml *xml,
                                      GError **error);

/* Of a handler: what is of no interest. */
void cs_table_part_ignore_text (gpointer data, const char *text, gsize n_bytes);

void cs_table_part_ignore_end (gpointer data, const CsXmlElement *element);

void cs_table_part_ignore_entity (gpointer data, const char *name);

/* Text of a cell, in which "_x000D_" stands for a character that XML cannot hold. Source: ISO/IEC
 * 29500-1:2016, 22.9.2.19 (ST_Xstring). Changes @text from byte @from on. */
void cs_table_part_unescape (GString *text, gsize from);

G_END_DECLS
