#pragma once

#include "../base/cs-text.h"

G_BEGIN_DECLS

/**
 * CsMarkupFuncs:
 * @letters: a piece of the text's own string that looks the same throughout; never empty
 * @object: an object
 *
 * What is done with the pieces of a text, in order. `styles` has bit `1 << CsRunStyle` for each
 * style that a piece has.
 */
typedef struct
{
  void (*letters) (gpointer data, const char *letters, gsize n_bytes, guint styles);
  void (*object) (gpointer data, const CsInlineObject *object, guint styles);
} CsMarkupFuncs;

/**
 * cs_object_markup_walk:
 * @text: a text
 * @start: first byte
 * @end: one past the last byte
 * @funcs: what to do
 * @data: for @funcs
 *
 * Gives rich text piece by piece to a writer of another format. Linear. Thread: any.
 */
void cs_object_markup_walk (
    const CsText *text, gsize start, gsize end, const CsMarkupFuncs *funcs, gpointer data);

/** cs_object_markup_append_escaped: adds @text to @out, so that it is text in XML and HTML */
void cs_object_markup_append_escaped (GString *out, const char *text, gsize n_bytes);

/** cs_object_markup_open: adds the tags of HTML that begin @styles, as #CsMarkupFuncs has them */
void cs_object_markup_open (GString *out, guint styles);

/** cs_object_markup_close: adds the tags that end what cs_object_markup_open() began */
void cs_object_markup_close (GString *out, guint styles);

G_END_DECLS
