#include "cs-read-context.h"

void
cs_read_context_give (CsReadContext *context, CsDraft *draft, GError *error)
{
  g_autoptr (CsDraft) owned_draft G_GNUC_UNUSED = draft;
  g_autoptr (GError) owned_error G_GNUC_UNUSED = error;
  CsReadItem item = { context->path, context->index++, draft, error, context->images };

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    context->stopped = TRUE;
  if (!cs_read_context_is_over (context) && !context->func (&item, context->data))
    context->stopped = TRUE;
}

gboolean
cs_read_context_is_over (CsReadContext *context)
{
  return context->stopped || g_cancellable_is_cancelled (context->cancellable);
}
