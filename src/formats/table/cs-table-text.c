#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../base/cs-error.h"
#include "../../base/cs-limits.h"
#include "../cs-encoding.h"
#include "cs-table-private.h"

#define SAMPLE_BYTES (64 * 1024)
#define WINDOW_BYTES (3 * CS_MAX_ROW_BYTES) /* of text that had to be converted, at most */
#define MAX_GROWTH 3                        /* UTF-8 that comes of a byte of another encoding */
#define SPARE_BYTES 16
#define REPLACEMENT "\xef\xbf\xbd"
#define UTF8_MARK "\xef\xbb\xbf"

/* The text from @at to @end is in UTF-8; a file in UTF-8 is read where it lies, of others a window
 * is converted that holds more than a row. */
typedef struct
{
  const char *at;
  const char *end;
  guint line; /* of @at */
  gboolean stops[256];
  char separator;
  CsTableRowMaker *maker;
  GIConv converter; /* -1 for a file in UTF-8 */
  char *window;
  gsize window_bytes;
  char *input;
  gsize n_input;
  gsize unit_bytes;
} Text;

#define NO_CONVERTER ((GIConv)-1)

/* --- encodings --- */

/* Stray NULs are met in exports that once went through a database; they make the rest look like
 * UTF-16. A text in UTF-16 without its NULs is no UTF-8, or has lost every other byte. */
static const char *
guess_encoding (const char *bytes, gsize n_bytes)
{
  gboolean marked;
  const char *encoding = cs_encoding_guess (bytes, n_bytes, &marked);
  gsize n_sample = MIN (n_bytes, SAMPLE_BYTES);
  g_autoptr (GString) sample = NULL;
  const char *without;

  if (marked || memchr (bytes, '\0', n_sample) == NULL)
    return encoding;

  sample = g_string_sized_new (n_sample);
  for (gsize i = 0; i < n_sample; i++)
    if (bytes[i] != '\0')
      g_string_append_c (sample, bytes[i]);
  without = cs_encoding_guess (sample->str, sample->len, NULL);
  if (encoding == NULL)
    return without;

  if (g_strcmp0 (without, "UTF-8") == 0 && sample->len > n_sample - n_sample / 4)
    return without;

  return encoding;
}

static gsize
append_replacement (char *to, gsize room)
{
  if (room < strlen (REPLACEMENT))
    return 0;

  memcpy (to, REPLACEMENT, strlen (REPLACEMENT));
  return strlen (REPLACEMENT);
}

/* Converts as much as the window takes, from @filled bytes of it on. Returns how many are there. */
static gsize
convert (Text *text, gsize filled)
{
  while (text->n_input > 0)
    {
      char *to = text->window + filled;
      gsize room = text->window_bytes - filled;
      gsize before = room;
      gsize done = g_iconv (text->converter, &text->input, &text->n_input, &to, &room);
      gsize n_replaced;

      filled += before - room;
      if (done != (gsize)-1 || errno == E2BIG)
        break;
      if (errno == EINVAL || text->n_input < text->unit_bytes)
        {
          text->n_input = 0; /* a character cut in two ends the text */
          break;
        }
      n_replaced = append_replacement (text->window + filled, room);
      if (n_replaced == 0)
        break;
      filled += n_replaced;
      text->input += text->unit_bytes;
      text->n_input -= text->unit_bytes;
    }

  return filled;
}

/* Sees to it that a whole row lies between @at and @end, unless the file ends before. */
static void
fill (Text *text)
{
  gsize n_left = text->end - text->at;

  if (text->converter == NO_CONVERTER || n_left > CS_MAX_ROW_BYTES || text->n_input == 0)
    return;

  memmove (text->window, text->at, n_left);
  text->at = text->window;
  text->end = text->window + convert (text, n_left);
}

static gboolean
open_text (Text *text, const char *bytes, gsize n_bytes, GError **error)
{
  const char *encoding = guess_encoding (bytes, n_bytes);

  text->converter = NO_CONVERTER;
  text->line = 1;
  text->at = bytes;
  text->end = bytes + n_bytes;
  if (encoding == NULL)
    {
      cs_error_set (error, CS_ERROR_ENCODING, 0, _ ("is no text"));
      return FALSE;
    }

  if (strcmp (encoding, "UTF-8") != 0)
    {
      text->converter = g_iconv_open ("UTF-8", encoding);
      text->window_bytes = MIN (WINDOW_BYTES, MAX_GROWTH * n_bytes + SPARE_BYTES);
      text->window = g_malloc (text->window_bytes);
      text->input = (char *)bytes;
      text->n_input = n_bytes;
      text->unit_bytes = g_str_has_prefix (encoding, "UTF-16") ? 2 : 1;
      text->at = text->end = text->window;
      fill (text);
    }
  if (text->end - text->at >= 3 && memcmp (text->at, UTF8_MARK, strlen (UTF8_MARK)) == 0)
    text->at += strlen (UTF8_MARK);

  return TRUE;
}

static void
close_text (Text *text)
{
  if (text->converter != NO_CONVERTER)
    g_iconv_close (text->converter);
  g_free (text->window);
}

/* --- rows --- */

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

static void
count_lines (Text *text, const char *end)
{
  for (const char *at = text->at; at < end; at++)
    text->line += *at == '\n' || (*at == '\r' && (at + 1 == text->end || at[1] != '\n'));
}

/* Behind the line end at @at, of which CR LF is one. */
static const char *
skip_line_end (const Text *text, const char *at)
{
  if (at == text->end)
    return at;

  return at + (at[0] == '\r' && at + 1 < text->end && at[1] == '\n' ? 2 : 1);
}

static void
add (Text *text, const char *from, const char *to)
{
  cs_row_maker_add (text->maker, from, to - from);
}

/* Takes what stands between quotation marks, the first of which is at @at. Returns: behind the
 * last one, %NULL when there is none before @limit */
static const char *
take_quoted (Text *text, const char *at, const char *limit)
{
  for (at++;; at += 2)
    {
      const char *mark = memchr (at, '"', limit - at);

      if (mark == NULL)
        return NULL;
      if (mark + 1 == limit || mark[1] != '"')
        {
          add (text, at, mark);
          return mark + 1;
        }
      add (text, at, mark + 1);
      at = mark;
    }
}

/* Returns: the separator or line end behind the cell at @at, %NULL when its quotation mark is
 * never closed */
static const char *
take_cell (Text *text, const char *at, const char *limit)
{
  const char *start = at;

  while (start < limit && *start == ' ')
    start++;
  if (start < limit && *start == '"')
    at = take_quoted (text, start, limit);
  if (at == NULL)
    return NULL;

  for (start = at; at < limit && !text->stops[(guchar)*at];)
    at++;
  add (text, start, at);
  return at;
}

/* Takes the row at @at. Returns: its line end, or %NULL with @error */
static const char *
take_row (Text *text, GError **error)
{
  const char *at = text->at;
  gboolean is_last = text->end - at <= CS_MAX_ROW_BYTES;
  const char *limit = is_last ? text->end : at + CS_MAX_ROW_BYTES;

  cs_row_maker_begin (text->maker, text->line);
  for (guint column = 0;; column++, at++)
    {
      at = take_cell (text, at, limit);
      if (at == NULL)
        {
          cs_error_set (error, CS_ERROR_SYNTAX, text->line,
                        _ ("a quotation mark in this line is never closed"));
          return NULL;
        }
      cs_row_maker_end_cell (text->maker, column);
      if (at == limit || is_line_end (*at))
        break;
    }

  if (at == limit && !is_last)
    cs_error_set (error, CS_ERROR_LIMIT, text->line, _ ("the row is larger than %d MB"),
                  CS_MAX_ROW_BYTES >> 20);
  else
    return at;
  return NULL;
}

static const char *
find_line_end (const Text *text)
{
  const char *at = text->at;

  while (at < text->end && !is_line_end (*at))
    at++;

  return at;
}

/* Reads one row; behind one that cannot be read it goes on in the next line. Returns: whether to
 * go on */
static gboolean
read_row (Text *text, const CsTableSink *sink)
{
  GError *error = NULL;
  const char *end = take_row (text, &error);
  gboolean go_on;

  go_on = error != NULL ? cs_table_give_fault (sink, error) : cs_row_maker_give (text->maker, sink);

  end = skip_line_end (text, end == NULL ? find_line_end (text) : end);
  count_lines (text, end);
  text->at = end;
  fill (text);
  return go_on;
}

gboolean
cs_table_text_read (const char *bytes,
                    gsize n_bytes,
                    char separator,
                    const CsTableSink *sink,
                    GCancellable *cancellable,
                    GError **error)
{
  CsTableRowMaker maker;
  Text text = { .separator = separator, .maker = &maker };
  gboolean go_on = TRUE;

  if (!open_text (&text, bytes, n_bytes, error))
    return FALSE;

  cs_row_maker_init (&maker);
  text.stops[(guchar)separator] = text.stops['\n'] = text.stops['\r'] = TRUE;
  while (go_on && text.at < text.end)
    go_on = !g_cancellable_set_error_if_cancelled (cancellable, error) && read_row (&text, sink);
  cs_row_maker_clear (&maker);
  close_text (&text);

  return go_on;
}
