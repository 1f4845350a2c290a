#pragma once

#include "../draft/cs-request.h"
#include "../law/cs-xml-tree.h"

G_BEGIN_DECLS

/**
 * cs_example_read_request:
 * @request: the filing sheet of an example
 * @node: a `request` element, whose attributes are written to @request
 * @error: %CS_ERROR_CHECKLIST with a line
 *
 * Part of cs_example_read(), for cs-example-read.c alone.
 *
 * Returns: whether its attributes make sense
 */
gboolean cs_example_read_request (CsRequest *request,
                                  const xmlNode *node,
                                  GError **error);

G_END_DECLS
