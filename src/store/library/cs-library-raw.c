#include "cs-library-raw.h"

#include <string.h>

#include "../../family/cs-record.h"

#define LEVEL 1 /* a fifth of the room for a little time; higher levels cost more than they save */
#define BUFFER_BYTES 16384

/* Returns: (transfer full): all that @converter makes of @bytes, NULL when it cannot, or when that
 * would be more than @max_bytes */
static GByteArray *
convert_all (GConverter *converter, const char *bytes, gsize n_bytes, gsize max_bytes)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  GConverterResult result = G_CONVERTER_CONVERTED;
  char buffer[BUFFER_BYTES];
  gsize at = 0;

  while (result != G_CONVERTER_FINISHED)
    {
      gsize n_read = 0;
      gsize n_written = 0;

      result = g_converter_convert (converter, bytes + at, n_bytes - at, buffer, sizeof buffer,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      if (result == G_CONVERTER_ERROR || all->len + n_written > max_bytes)
        return NULL;
      at += n_read;
      g_byte_array_append (all, (const guint8 *)buffer, (guint)n_written);
    }
  return g_steal_pointer (&all);
}

GBytes *
cs_library_pack (const char *text)
{
  g_autoptr (GZlibCompressor) packer = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, LEVEL);
  GByteArray *packed = convert_all (G_CONVERTER (packer), text, strlen (text), G_MAXINT);

  return packed == NULL ? g_bytes_new (NULL, 0) : g_byte_array_free_to_bytes (packed);
}

char *
cs_library_unpack (const void *packed, gsize n_bytes)
{
  g_autoptr (GZlibDecompressor) unpacker =
      g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GByteArray) text = NULL;

  if (packed != NULL && n_bytes > 0)
    text = convert_all (G_CONVERTER (unpacker), packed, n_bytes, CS_MAX_RAW_RECORD);
  return text == NULL ? g_strdup ("") : g_utf8_make_valid ((const char *)text->data, text->len);
}
