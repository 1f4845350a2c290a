#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "cs-encoding.h"

#define REPLACEMENT "\xef\xbf\xbd"
#define SAMPLE_BYTES (64 * 1024)
#define MIN_COMMON 100      /* one character of so many is a common one in any text */
#define VALID_PER_BROKEN 10 /* characters beyond ASCII for each broken one, for it to be UTF-8 */

/* Characters that any text has in plenty, and that are rare ones with their bytes swapped. */
static gboolean
is_common (gunichar2 unit)
{
  return unit == '\n' || unit == ' ' || unit == '.' || unit == ',' || unit == '1' || unit == 'e' ||
         unit == 0x3002 || unit == 0xff0c || unit == 0x4e00; /* 。，一 */
}

static const char *
guess_unmarked_utf16 (const guchar *bytes, gsize n_bytes)
{
  gsize n_units = n_bytes / 2;
  gsize n_little = 0;
  gsize n_big = 0;

  for (gsize i = 0; i < n_units; i++)
    {
      guint first = bytes[2 * i];
      guint second = bytes[2 * i + 1];

      if (first == 0 && second == 0)
        return NULL;
      n_little += is_common (first | second << 8);
      n_big += is_common (first << 8 | second);
    }

  if (MAX (n_little, n_big) * MIN_COMMON < n_units || n_little == n_big)
    return NULL;

  return n_little > n_big ? "UTF-16LE" : "UTF-16BE";
}

/* Whether what is not UTF-8 in it looks like an accident. */
static gboolean
is_mostly_utf8 (const char *bytes, gsize n_bytes)
{
  const char *at = bytes;
  const char *end = bytes + n_bytes;
  gsize n_valid = 0;
  gsize n_broken = 0;

  while (at < end)
    {
      const char *valid_end;
      gboolean valid = g_utf8_validate_len (at, end - at, &valid_end);

      for (; at < valid_end; at = g_utf8_next_char (at))
        n_valid += (guchar)*at >= 0x80;
      if (valid)
        break;
      n_broken += end - at > 3; /* the last character may be cut in two */
      at++;
    }

  return n_broken * VALID_PER_BROKEN <= n_valid;
}

/* Bytes beyond ASCII stand in pairs in Chinese text, and alone in Western ("25 °C", ‘quotes’). */
static gboolean
is_western (const guchar *bytes, gsize n_bytes)
{
  gsize n_pairs = 0;
  gsize n_alone = 0;

  for (gsize i = 0; i < n_bytes; i++)
    {
      if (bytes[i] < 0x80)
        continue;
      if (i + 1 < n_bytes && bytes[i + 1] >= 0x80)
        {
          n_pairs++;
          i++;
        }
      else
        n_alone++;
    }

  return n_alone > 2 * n_pairs;
}

const char *
cs_encoding_guess (const char *bytes, gsize n_bytes, gboolean *marked)
{
  const guchar *start = (const guchar *)bytes;
  gsize n_sample = MIN (n_bytes, SAMPLE_BYTES);
  gboolean ignored;

  marked = marked == NULL ? &ignored : marked;
  *marked = TRUE;
  if (n_bytes >= 2 && start[0] == 0xff && start[1] == 0xfe)
    return "UTF-16LE";
  if (n_bytes >= 2 && start[0] == 0xfe && start[1] == 0xff)
    return "UTF-16BE";
  if (n_bytes >= 3 && start[0] == 0xef && start[1] == 0xbb && start[2] == 0xbf)
    return "UTF-8";

  *marked = FALSE;
  if (memchr (bytes, '\0', n_sample) != NULL)
    return guess_unmarked_utf16 (start, n_sample);

  if (is_mostly_utf8 (bytes, n_sample))
    return "UTF-8";

  return is_western (start, n_sample) ? "WINDOWS-1252" : "GB18030";
}

/* Keeps what is UTF-8 and replaces every other byte. */
static GString *
repair_utf8 (const char *bytes, gsize n_bytes, guint *n_replaced)
{
  g_autoptr (GString) text = g_string_sized_new (n_bytes);
  const char *at = bytes;
  const char *end = bytes + n_bytes;

  while (at < end)
    {
      const char *valid_end;
      gboolean valid = g_utf8_validate_len (at, end - at, &valid_end);

      g_string_append_len (text, at, valid_end - at);
      at = valid_end;
      if (valid)
        break;
      if (*at != '\0')
        {
          g_string_append (text, REPLACEMENT);
          (*n_replaced)++;
        }
      at++;
    }

  return g_steal_pointer (&text);
}

static GString *
convert (const char *bytes, gsize n_bytes, const char *encoding, GError **error)
{
  gsize n_read = 0;
  gsize n_written = 0;
  g_autofree char *utf8 = g_convert (bytes, n_bytes, "UTF-8", encoding, &n_read, &n_written, NULL);

  /* A character cut in two at the end ends the text. */
  if (utf8 == NULL && n_bytes - n_read < 4 && n_read > 0)
    utf8 = g_convert (bytes, n_read, "UTF-8", encoding, NULL, &n_written, NULL);
  if (utf8 == NULL)
    {
      guint line = 1;

      for (gsize i = 0; i < n_read; i++)
        line += bytes[i] == '\n';
      cs_error_set (error, CS_ERROR_ENCODING, line,
                    _ ("is text in an unknown encoding, not \"%s\""), encoding);
      return NULL;
    }

  return g_string_new_len (utf8, n_written);
}

GString *
cs_encoding_to_utf8 (const char *bytes,
                     gsize n_bytes,
                     CsDecoding *decoding,
                     GError **error)
{
  gboolean marked;
  GString *text;

  decoding->n_replaced = 0;
  decoding->encoding = cs_encoding_guess (bytes, n_bytes, &marked);
  decoding->guessed = !marked && g_strcmp0 (decoding->encoding, "UTF-8") != 0;
  if (decoding->encoding == NULL)
    {
      cs_error_set (error, CS_ERROR_ENCODING, 0, _ ("is no text"));
      return NULL;
    }

  if (strcmp (decoding->encoding, "UTF-8") == 0)
    text = repair_utf8 (bytes, n_bytes, &decoding->n_replaced);
  else
    text = convert (bytes, n_bytes, decoding->encoding, error);
  if (text != NULL && g_str_has_prefix (text->str, "\xef\xbb\xbf"))
    g_string_erase (text, 0, strlen ("\xef\xbb\xbf"));

  return text;
}
