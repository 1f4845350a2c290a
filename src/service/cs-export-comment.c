#include "cs-export-work.h"

#include "../base/cs-error.h"

gboolean
cs_export_work_comment (CsExportWork *work, GError **error)
{
  cs_error_set (error, CS_ERROR_UNSUPPORTED, 0, "not yet");
  return FALSE;
}
