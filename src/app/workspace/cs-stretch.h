#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** CsStretch: a stretch of a text buffer as it is now, from @start up to @end, in code points */
typedef struct
{
  guint start;
  guint end;
} CsStretch;

/** cs_stretches_add: adds [@start, @end) to @stretches, as far as it lies in @window */
void cs_stretches_add (GArray *stretches,
                       guint start,
                       guint end,
                       const CsStretch *window);

/** cs_stretches_apply: makes @tag cover just the stretches @wanted in @window; changes only what
 * differs. Sorts @wanted and joins what touches in it */
void cs_stretches_apply (GArray *wanted,
                         GtkTextBuffer *buffer,
                         GtkTextTag *tag,
                         const CsStretch *window);

/** cs_stretch_remove_tag: takes @tag away from @stretch */
void cs_stretch_remove_tag (const CsStretch *stretch,
                            GtkTextBuffer *buffer,
                            GtkTextTag *tag);

G_END_DECLS
