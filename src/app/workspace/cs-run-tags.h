#pragma once

#include <gtk/gtk.h>

#include "../../base/cs-text.h"

G_BEGIN_DECLS

/* How the runs of a text are shown: one tag for each style, one to one. A tag changes nothing
 * else, so that runs can be read back from the tags. */

/** cs_run_tags_add: puts a tag for each style into @table */
void cs_run_tags_add (GtkTextTagTable *table);

/** cs_run_tags_get: Returns: (transfer none): the tag of @style in @table */
GtkTextTag *cs_run_tags_get (GtkTextTagTable *table,
                             CsRunStyle style);

/** cs_run_tags_is_run: Returns: whether @tag stands for a style, rather than for a finding or a
 * match */
gboolean cs_run_tags_is_run (GtkTextTag *tag);

/** cs_run_tags_set_font_size: @font_pt: size of the text, on which depends how far subscripts and
 * superscripts are moved */
void cs_run_tags_set_font_size (GtkTextTagTable *table,
                                double font_pt);

G_END_DECLS
