#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_encoding_guess:
 * @bytes: (array length=n_bytes): a text, or its beginning
 * @n_bytes: how many
 * @marked: (out) (optional): whether a byte order mark says so
 *
 * Tells UTF-8, UTF-16LE, UTF-16BE and GB18030 apart. What is neither UTF-16 nor, but for a stray
 * byte or a character cut in two, UTF-8 is taken for GB18030, or for WINDOWS-1252 when its bytes
 * beyond ASCII stand alone. Thread: any.
 *
 * Returns: (transfer none) (nullable): the name, as iconv() wants it; %NULL when there are NULs in
 *   it that UTF-16 does not explain
 */
const char *cs_encoding_guess (const char *bytes,
                               gsize n_bytes,
                               gboolean *marked);

/**
 * CsDecoding:
 * @encoding: (nullable): the encoding found, as cs_encoding_guess()
 * @guessed: whether that was a guess: no mark and no UTF-8
 * @n_replaced: characters that could not be read and are U+FFFD now
 *
 * How a text was decoded.
 */
typedef struct
{
  const char *encoding;
  gboolean guessed;
  guint n_replaced;
} CsDecoding;

/**
 * cs_encoding_to_utf8:
 * @bytes: (array length=n_bytes): a text
 * @n_bytes: how many
 * @decoding: (out): how it was done
 * @error: %CS_ERROR_ENCODING when it is in none of our encodings
 *
 * Thread: any.
 *
 * Returns: (transfer full): the text in UTF-8, without a byte order mark; it may hold NULs
 */
GString *cs_encoding_to_utf8 (const char *bytes,
                              gsize n_bytes,
                              CsDecoding *decoding,
                              GError **error);

G_END_DECLS
