#pragma once

#include "cs-formula-private.h"

G_BEGIN_DECLS

/* What the writers of formulas share; for nobody else than cs-formula*.c. */

/* Appends @text with what means something in XML escaped. */
static inline void
cs_formula_append_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

G_END_DECLS
