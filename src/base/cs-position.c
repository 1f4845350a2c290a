#include "cs-position.h"

gsize
cs_position_to_chars (const char *text, gsize n_bytes, gsize byte)
{
  gsize chars = 0;

  for (gsize i = 0; i < MIN (byte, n_bytes); i++)
    chars += ((guchar)text[i] & 0xc0) != 0x80;

  return chars;
}

gsize
cs_position_to_bytes (const char *text, gsize n_bytes, gsize chars)
{
  gsize byte = 0;

  while (byte < n_bytes && chars > 0)
    {
      byte++;
      while (byte < n_bytes && ((guchar)text[byte] & 0xc0) == 0x80)
        byte++;
      chars--;
    }

  return byte;
}
