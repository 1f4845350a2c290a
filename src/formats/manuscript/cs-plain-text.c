#include <string.h>

#include "../cs-encoding.h"
#include "cs-books.h"
#include "cs-plain-text.h"

/* Where the line that begins at @at ends: LF, CR LF, CR, U+2028 or U+2029; @next is behind it. */
static const char *
find_line_end (const char *at, const char *end, const char **next)
{
  for (; at < end; at++)
    {
      if (*at == '\n' || *at == '\r')
        {
          *next = at + (*at == '\r' && at + 1 < end && at[1] == '\n' ? 2 : 1);
          return at;
        }
      if ((guchar)*at == 0xe2 && end - at >= 3 && (guchar)at[1] == 0x80 &&
          ((guchar)at[2] == 0xa8 || (guchar)at[2] == 0xa9))
        {
          *next = at + 3;
          return at;
        }
    }

  *next = end;
  return end;
}

static void
read_lines (CsBooks *books, const GString *text)
{
  const char *at = text->str;
  const char *end = text->str + text->len;
  guint number = 0;

  while (at < end)
    {
      const char *next;
      const char *line_end = find_line_end (at, end, &next);
      g_autoptr (CsText) line = cs_text_new (at, line_end - at);

      number++;
      cs_books_add (books, &(CsBookLine){ line, number, FALSE });
      at = next;
    }
}

static void
note_decoding (CsDraftBuilder *builder, const CsDecoding *decoding)
{
  g_autofree char *n_replaced = g_strdup_printf ("%u", decoding->n_replaced);

  if (decoding->guessed)
    cs_draft_builder_add_note (builder, "guessed-encoding", decoding->encoding, CS_PART_DOCUMENT,
                               0);
  if (decoding->n_replaced > 0)
    cs_draft_builder_add_note (builder, "replaced-characters", n_replaced, CS_PART_DOCUMENT, 0);
}

static CsDraft *
read_text (CsReadContext *context, const char *bytes, gsize n_bytes, GError **error)
{
  CsDecoding decoding;
  g_autoptr (GString) text = cs_encoding_to_utf8 (bytes, n_bytes, &decoding, error);
  g_autoptr (CsBooks) books = NULL;

  if (text == NULL)
    return NULL;

  books = cs_books_new (cs_draft_builder_new (context->path, context->index, "text"), NULL);
  note_decoding (cs_books_get_builder (books), &decoding);
  read_lines (books, text);
  cs_books_close (books);

  return cs_books_end (g_steal_pointer (&books), error);
}

void
cs_plain_text_read (CsReadContext *context, const char *bytes, gsize n_bytes)
{
  GError *error = NULL;
  CsDraft *draft = read_text (context, bytes, n_bytes, &error);

  cs_read_context_give (context, draft, error);
}
