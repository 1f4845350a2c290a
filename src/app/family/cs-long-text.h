#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CsLongText:
 *
 * A text view of texts of any length, each with its name above: they are put in piece by piece, so
 * that nobody waits for a long one.
 */
#define CS_TYPE_LONG_TEXT (cs_long_text_get_type ())

G_DECLARE_FINAL_TYPE (CsLongText, cs_long_text, CS, LONG_TEXT, GtkTextView)

/** cs_long_text_clear: takes all texts out */
void cs_long_text_clear (CsLongText *view);

/** cs_long_text_append: @head: name of @text. Adds @text below what is there */
void cs_long_text_append (CsLongText *view,
                          const char *head,
                          const char *text);

/** cs_long_text_is_empty: Returns: whether nothing was added since it was cleared */
gboolean cs_long_text_is_empty (CsLongText *view);

G_END_DECLS
