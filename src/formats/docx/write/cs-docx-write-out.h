#pragma once

#include <gio/gio.h>

#include "../../../objects/cs-raster.h"

G_BEGIN_DECLS

/* The package of a Word file that is being written, a manuscript or a report: parts, what they are,
 * and how they refer to each other. Source: ISO/IEC 29500-2:2021. */

/** CS_DOCX_RELATION: what the type of a relation begins with. */
#define CS_DOCX_RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

/** CsDocxSource: the parts that speak of other parts. */
typedef enum
{
  CS_DOCX_PACKAGE,
  CS_DOCX_DOCUMENT,
  CS_DOCX_FOOTNOTES,
  CS_DOCX_N_SOURCES
} CsDocxSource;

/** CsDocxOut: a Word file in the making. Thread: one at a time. */
typedef struct _CsDocxOut CsDocxOut;

/** cs_docx_out_new: Returns: (transfer full): an empty package */
CsDocxOut *cs_docx_out_new (void);

/** cs_docx_out_free: drops @out */
void cs_docx_out_free (CsDocxOut *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsDocxOut, cs_docx_out_free)

/**
 * cs_docx_out_add:
 * @out: a package
 * @name: "word/document.xml"
 * @type: (nullable): its content type; %NULL when the extension says it
 * @bytes: its content
 *
 * Adds a part.
 */
void cs_docx_out_add (CsDocxOut *out,
                      const char *name,
                      const char *type,
                      GBytes *bytes);

/** cs_docx_out_take_xml: as cs_docx_out_add() for text. @xml: (transfer full): its content */
void cs_docx_out_take_xml (CsDocxOut *out,
                           const char *name,
                           const char *type,
                           GString *xml);

/**
 * cs_docx_out_add_picture:
 * @out: a package
 * @name: (nullable): what the draft calls it
 * @bytes: a picture of a known kind
 * @format: what it is
 *
 * Adds a picture, under its own name where that can be; the same name and bytes once.
 *
 * Returns: (transfer none): name of the part
 */
const char *cs_docx_out_add_picture (CsDocxOut *out,
                                     const char *name,
                                     GBytes *bytes,
                                     CsRasterFormat format);

/**
 * cs_docx_out_dup_name:
 * @out: a package
 * @wanted: a name as another package had it: "word/embeddings/oleObject1.bin"
 * @folder: where it goes: "word/embeddings"
 *
 * Returns: (transfer full): a name of letters and digits that no part has yet
 */
char *cs_docx_out_dup_name (const CsDocxOut *out,
                            const char *wanted,
                            const char *folder);

/**
 * cs_docx_out_relate:
 * @out: a package
 * @source: who speaks
 * @type: type of the relation in full
 * @target: name of a part
 *
 * Adds a relation, or finds the one that is there.
 *
 * Returns: its number: 7 for "rId7"
 */
guint cs_docx_out_relate (CsDocxOut *out,
                          CsDocxSource source,
                          const char *type,
                          const char *target);

/** cs_docx_out_add_relations: adds @xml, the relations of the part @name, as they are */
void cs_docx_out_add_relations (CsDocxOut *out,
                                const char *name,
                                GString *xml);

/** cs_docx_out_end: @out: (transfer full): all parts are in it. @error: %CS_ERROR_LIMIT,
 * %CS_ERROR_IO. Returns: (transfer full): the file, or %NULL */
GBytes *cs_docx_out_end (CsDocxOut *out,
                         GError **error);

/** cs_docx_append_escaped: appends text to @xml, what means something in XML as references, and
 * without the two characters that XML cannot hold, U+FFFE and U+FFFF */
void cs_docx_append_escaped (GString *xml,
                             const char *text,
                             gsize n_bytes);

G_END_DECLS
