#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_position_to_chars:
 * @text: UTF-8
 * @n_bytes: length of @text in bytes
 * @byte: an offset into @text; past the end counts as the end
 *
 * The one place where the core's bytes become the code points of GTK and of JSON.
 * Thread: any.
 *
 * Returns: how many code points begin before @byte
 */
gsize cs_position_to_chars (const char *text,
                            gsize n_bytes,
                            gsize byte);

/**
 * cs_position_to_bytes:
 * @text: UTF-8
 * @n_bytes: length of @text in bytes
 * @chars: an offset into @text in code points; past the end counts as the end
 *
 * Returns: the byte at which code point @chars begins
 */
gsize cs_position_to_bytes (const char *text,
                            gsize n_bytes,
                            gsize chars);

/**
 * CsPositionCounter:
 * @text: (transfer none): UTF-8
 * @byte: where it stands
 * @chars: code points before @byte
 *
 * Counts on from its last answer, so that many places in the order of the text cost one pass.
 * Begins as { text, 0, 0 }.
 */
typedef struct
{
  const char *text;
  gsize byte;
  gsize chars;
} CsPositionCounter;

/** cs_position_counter_move: Returns: how many code points begin before @byte, inside the text */
gsize cs_position_counter_move (CsPositionCounter *counter,
                                gsize byte);

G_END_DECLS
