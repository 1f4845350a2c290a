#pragma once

#include "../cs-docx-package.h"
#include "../cs-docx-xml.h"

G_BEGIN_DECLS

/**
 * CsDocxPayload:
 * @package: where the parts beside it are
 * @part: name of the part that @node is in, by whose relations it speaks
 * @node: the object
 * @root_name: (nullable): what to call it instead of its own name
 * @preview: (nullable): name of the part with its preview, which is kept as a picture and not in
 *   the payload
 * @number: (nullable): tells the number that Word prints in front of the `w:p` @paragraph, or %NULL
 * @data: for @number
 * @max_bytes: a longer payload is not made
 */
typedef struct
{
  const CsDocxPackage *package;
  const char *part;
  const xmlNode *node;
  const char *root_name;
  const char *preview;
  char *(*number) (gpointer data, const xmlNode *paragraph);
  gpointer data;
  gsize max_bytes;
} CsDocxPayload;

/**
 * cs_docx_payload_write:
 * @payload: an object of Word
 *
 * Writes the source of an object so that it can stand alone, always in the same form: the
 * namespaces of transitional files under their usual prefixes, declared on the root; relations
 * counted from rId1; tracked changes decided, as in the text; printed numbers as text; comments and
 * bookmarks left out. What it keeps in other parts stands behind it in `cs:part` elements within
 * `cs:object`, as base64, and what these parts refer to within them. For nobody else than
 * src/formats/docx. Thread: any.
 *
 * Returns: (transfer full) (nullable): the XML; %NULL when it is too long
 */
char *cs_docx_payload_write (const CsDocxPayload *payload);

/** cs_docx_payload_is_dropped: Returns: whether @node is markup that says nothing to who reads the
 * text: deletions, comments, bookmarks */
gboolean cs_docx_payload_is_dropped (const xmlNode *node);

/** cs_docx_is_marker: Returns: whether @c is a mark that the office's converter leaves in texts */
gboolean cs_docx_is_marker (gunichar c);

G_END_DECLS
