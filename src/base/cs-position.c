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

gsize
cs_position_counter_move (CsPositionCounter *counter, gsize byte)
{
  const char *text = counter->text;
  gsize from = MIN (byte, counter->byte);
  gsize n_bytes = MAX (byte, counter->byte) - from;
  gsize n_chars = cs_position_to_chars (text + from, n_bytes, n_bytes);

  counter->chars = byte < counter->byte ? counter->chars - n_chars : counter->chars + n_chars;
  counter->byte = byte;

  return counter->chars;
}
