#pragma once

#include "cs-draft-store.h"

G_BEGIN_DECLS

/**
 * CsFigureTick:
 * @figure: base name of the picture, or label of a figure without one
 * @sha256: of the picture's bytes, hexadecimal; empty when there is no picture
 * @signs: (array zero-terminated=1): the reference signs a person saw in it, in the order ticked
 * @author: who
 * @made_us: when, µs since 1970 UTC
 *
 * That a person went over a figure and ticked its reference signs. It holds for that very picture.
 */
typedef struct
{
  char *figure;
  char *sha256;
  char **signs;
  char *author;
  gint64 made_us;
} CsFigureTick;

/** cs_figure_tick_free: frees @tick and its strings */
void cs_figure_tick_free (CsFigureTick *tick);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsFigureTick, cs_figure_tick_free)

/** cs_draft_store_tick_figure: keeps @tick; of several of one picture the last counts. Returns:
 * whether it went well */
gboolean cs_draft_store_tick_figure (CsDraftStore *store,
                                     gint64 matter,
                                     const CsFigureTick *tick,
                                     GError **error);

/** cs_draft_store_list_ticks: Returns: (transfer full) (element-type CsFigureTick): of @matter, the
 * oldest first, or %NULL */
GPtrArray *cs_draft_store_list_ticks (CsDraftStore *store,
                                      gint64 matter,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_figure_tick_new: Returns: (transfer full): that @author saw @signs in @figure, now */
CsFigureTick *cs_figure_tick_new (const CsFigure *figure,
                                  const char *const *signs,
                                  const char *author) G_GNUC_WARN_UNUSED_RESULT;

/** cs_draft_new_ticked: @ticks: (element-type CsFigureTick): the oldest first. Returns: (transfer
 * full): the same application, whose figures have the signs of the last tick of their very picture
 * and of no other. Thread: any. */
CsDraft *cs_draft_new_ticked (CsDraft *draft,
                              const GPtrArray *ticks) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
