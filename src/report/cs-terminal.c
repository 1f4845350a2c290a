#include "cs-terminal.h"

#include <string.h>

#define ELLIPSIS "…"

/* Whether @c acts on the terminal or on the text around it instead of being seen. */
static gboolean
is_hidden (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || (c >= 0x200b && c <= 0x200f) ||
         (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff ||
         (c >= 0xe0000 && c <= 0xe007f);
}

/* Writes one character. Returns: its columns. */
static guint
append_char (GString *out, gunichar c)
{
  gsize before = out->len;

  if (c == '\n')
    c = 0x23ce;
  else if (c == '\t')
    c = ' ';
  else if (c == 0xfffc)
    c = 0x25a1;

  if (is_hidden (c))
    {
      g_string_append_printf (out, "<U+%04X>", c);
      return out->len - before;
    }

  g_string_append_unichar (out, c);
  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 2 : 1;
}

guint
cs_terminal_append (GString *out, const char *text, gsize n_bytes)
{
  guint width = 0;

  for (const char *at = text; at < text + n_bytes;)
    {
      gunichar c = g_utf8_get_char_validated (at, text + n_bytes - at);
      gboolean valid = c != (gunichar)-1 && c != (gunichar)-2;

      width += append_char (out, valid ? c : 0xfffd);
      at += valid ? g_unichar_to_utf8 (c, NULL) : 1;
    }

  return width;
}

guint
cs_terminal_get_width (const char *text, gsize n_bytes)
{
  g_autoptr (GString) scratch = g_string_new (NULL);

  return cs_terminal_append (scratch, text, n_bytes);
}

/* --- wrapping --- */

static gboolean
is_opening (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

/* Whether @c is Chinese punctuation that no line begins with. */
static gboolean
is_closing (gunichar c)
{
  return (g_unichar_iswide (c) || g_unichar_type (c) == G_UNICODE_FINAL_PUNCTUATION) &&
         g_unichar_ispunct (c) && !is_opening (c);
}

/* The length of the piece at @at that stays together: a word with the space after it, or a Chinese
 * character; with the brackets that open before it and the punctuation that follows. */
static gsize
piece_length (const char *at)
{
  const char *end = at;

  while (*end != '\0' && is_opening (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  if (*end != '\0' && g_unichar_iswide (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  else
    while (*end != '\0' && !g_unichar_iswide (g_utf8_get_char (end)) &&
           (end == at || end[-1] != ' '))
      end = g_utf8_next_char (end);

  while (*end != '\0' && is_closing (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  return end - at;
}

void
cs_terminal_append_wrapped (GString *out, const char *text, guint indent, guint width)
{
  guint column = indent;

  for (const char *at = text; *at != '\0';)
    {
      gsize n_bytes = piece_length (at);
      guint columns = cs_terminal_get_width (at, n_bytes - (at[n_bytes - 1] == ' '));

      if (column + columns > width && column > indent)
        {
          if (out->str[out->len - 1] == ' ')
            g_string_truncate (out, out->len - 1);
          g_string_append_printf (out, "\n%*s", (int)indent, "");
          column = indent;
        }
      column += cs_terminal_append (out, at, n_bytes);
      at += n_bytes;
    }
}

/* --- excerpts --- */

/* The byte up to @columns before @at. */
static gsize
step_back (const char *text, gsize at, guint columns)
{
  guint taken = 0;

  while (at > 0)
    {
      const char *before = g_utf8_prev_char (text + at);

      taken += cs_terminal_get_width (before, text + at - before);
      if (taken > columns)
        break;
      at = before - text;
    }

  return at;
}

/* The byte up to @columns after @at. */
static gsize
step_on (const char *text, gsize n_bytes, gsize at, guint columns)
{
  guint taken = 0;

  while (at < n_bytes)
    {
      const char *next = g_utf8_next_char (text + at);

      taken += cs_terminal_get_width (text + at, next - text - at);
      if (taken > columns)
        break;
      at = next - text;
    }

  return at;
}

static void
append_carets (GString *out, guint indent, guint skip, guint n_carets, const char *mark)
{
  g_string_append_printf (out, "\n%*s", (int)(indent + skip), "");
  if (mark != NULL)
    g_string_append (out, mark);
  for (guint i = 0; i < MAX (n_carets, 1); i++)
    g_string_append_c (out, '^');
  if (mark != NULL)
    g_string_append (out, "\033[0m");
  g_string_append_c (out, '\n');
}

void
cs_terminal_append_excerpt (GString *out,
                            const char *text,
                            gsize n_bytes,
                            gsize start,
                            gsize end,
                            guint indent,
                            guint width,
                            const char *mark)
{
  guint room = width > indent + 22 ? width - indent - 2 : 20; /* two ellipses */
  gsize from = step_back (text, start, room / 3);
  gsize to = step_on (text, n_bytes, from, room);
  gsize marked_end = MIN (end, to);
  guint skip;

  g_string_append_printf (out, "%*s%s", (int)indent, "", from > 0 ? ELLIPSIS : "");
  skip = (from > 0) + cs_terminal_append (out, text + from, start - from);
  cs_terminal_append (out, text + start, to - start);
  g_string_append (out, to < n_bytes ? ELLIPSIS : "");
  append_carets (out, indent, skip, cs_terminal_get_width (text + start, marked_end - start), mark);
}
