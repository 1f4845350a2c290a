#include "cs-error.h"

#include <gio/gio.h>

typedef struct
{
  guint line;
} CsErrorPrivate;

static void
cs_error_private_init (CsErrorPrivate *private)
{
  private->line = 0;
}

static void
cs_error_private_copy (const CsErrorPrivate *from, CsErrorPrivate *to)
{
  to->line = from->line;
}

static void
cs_error_private_clear (CsErrorPrivate *private)
{
  private->line = 0;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wcast-align" /* GLib aligns the private part itself */
/* clang-format off: the macro has no semicolon of its own */
G_DEFINE_EXTENDED_ERROR (CsError, cs_error)
/* clang-format on */
#pragma GCC diagnostic pop

GError *
cs_error_new_valist (CsError code, guint line, const char *format, va_list args)
{
  GError *error = g_error_new_valist (CS_ERROR, code, format, args);

  cs_error_get_private (error)->line = line;
  return error;
}

void
cs_error_set (GError **error, CsError code, guint line, const char *format, ...)
{
  va_list args;

  if (error == NULL)
    return;

  va_start (args, format);
  *error = cs_error_new_valist (code, line, format, args);
  va_end (args);
}

guint
cs_error_get_line (const GError *error)
{
  if (error == NULL || error->domain != CS_ERROR)
    return 0;

  return cs_error_get_private (error)->line;
}

const char *
cs_error_get_name (const GError *error)
{
  static const char *const names[] = { "io", "empty", "encoding", "syntax",
                                       "unsupported", "limit", "hostile", "checklist",
                                       "store" };

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return "cancelled";
  if (error == NULL || error->domain != CS_ERROR || error->code >= (int)G_N_ELEMENTS (names))
    return "io";

  return names[error->code];
}
