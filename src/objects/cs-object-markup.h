#pragma once

#include "../base/cs-text.h"

G_BEGIN_DECLS

/* Rich text as the markup of another format, piece by piece; for nobody else than src/objects. */

/** CsMarkupFuncs: what is called for the pieces of a text, in order. @styles: bit `1 << CsRunStyle`
 * for each style that a piece has. */
typedef struct
{
  void (*letters) (GString *out, const char *letters, gsize n_bytes, guint styles);
  void (*object) (GString *out, const CsInlineObject *object, guint styles);
} CsMarkupFuncs;

/** cs_object_markup_walk: calls @funcs for [@start, @end) of @text, a piece for each stretch that
 * looks the same */
void cs_object_markup_walk (const CsText *text,
                            gsize start,
                            gsize end,
                            const CsMarkupFuncs *funcs,
                            GString *out);

/** cs_object_markup_append_escaped: adds @text to @out, so that it is text in XML and HTML */
void cs_object_markup_append_escaped (GString *out,
                                      const char *text,
                                      gsize n_bytes);

G_END_DECLS
