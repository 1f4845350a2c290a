#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsProgress:
 * @enabled: standard error is a terminal and nobody asked for silence
 * @n_total: inputs there are
 * @n_done: inputs done
 * @n_documents: documents done
 * @is_plain: the bar stands alone, for steps that mean nothing to the user
 * @drawn_us: when it was drawn last, monotonic time in microseconds
 * @visible: it stands on the terminal now
 *
 * A bar on standard error for work that takes long. Thread: one.
 */
typedef struct
{
  gboolean enabled;
  guint n_total;
  guint n_done;
  guint n_documents;
  gboolean is_plain;
  gint64 drawn_us;
  gboolean visible;
} CsProgress;

/** cs_progress_init: @n_total: inputs there are */
void cs_progress_init (CsProgress *progress,
                       guint n_total);

/** cs_progress_update: draws the bar, some times a second at most */
void cs_progress_update (CsProgress *progress);

/** cs_progress_hide: takes the bar away, before something else is printed and at the end */
void cs_progress_hide (CsProgress *progress);

G_END_DECLS
