#pragma once

#include "cs-office-dialect.h"

G_BEGIN_DECLS

/**
 * cs_office_read_register:
 * @reading: where from
 * @node: a register-document of the European Patent Register
 * @error: %CS_ERROR_UNSUPPORTED for events and steps without the application they belong to
 *
 * For #CsOfficeDialect.read: an application with its parties, priorities and events. The codes of
 * the register are its own, and no events of INPADOC. For nobody else than src/formats/office.
 */
gboolean cs_office_read_register (CsOfficeReading *reading,
                                  const CsOfficeNode *node,
                                  GError **error);

G_END_DECLS
