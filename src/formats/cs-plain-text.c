#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../draft/cs-claim-split.h"
#include "../draft/cs-draft-builder.h"
#include "../draft/cs-heading.h"
#include "../draft/cs-paragraph-split.h"
#include "cs-encoding.h"
#include "cs-plain-claims.h"
#include "cs-plain-text.h"
#include "cs-right-type.h"

#define MAX_TITLE_BYTES 500 /* US titles may have 500 characters, Chinese ones 60 */

typedef struct
{
  CsDraftBuilder *builder;
  CsHeading part;       /* that lines belong to; CS_HEADING_NONE before any is known */
  GString *claims;      /* their lines, to be split when all are there */
  char *title;          /* as far as found */
  gboolean part_is_new; /* no line of the part was read yet */
  gboolean has_heading; /* one that applications have */
  guint n_lines;        /* that are not empty, so far */
  guint line;           /* 1-based */
} Reader;

/* A stretch of the text, without the white space around it. */
typedef struct
{
  const char *start;
  gsize n_bytes;
} Line;

static Line
trim (const char *at, const char *end)
{
  CsRange words = cs_paragraph_trim (at, end - at);

  return (Line){ at + words.start, words.end - words.start };
}

static gboolean
line_ends_with (Line line, const char *mark)
{
  gsize n_bytes = strlen (mark);

  return line.n_bytes >= n_bytes &&
         memcmp (line.start + line.n_bytes - n_bytes, mark, n_bytes) == 0;
}

static gboolean
has_lower_case (Line line)
{
  for (gsize i = 0; i < line.n_bytes; i++)
    if (g_ascii_islower (line.start[i]))
      return TRUE;

  return FALSE;
}

/* A title is short and is no sentence; in capitals it may end in an abbreviation ("THERMOTOGA
 * SPP."). */
static gboolean
looks_like_title (Line line)
{
  static const char *const ends[] = { "。", "；", ";", "：", ":" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (line_ends_with (line, ends[i]))
      return FALSE;

  return line.n_bytes <= MAX_TITLE_BYTES && (!line_ends_with (line, ".") || !has_lower_case (line));
}

static void
add_unit (Reader *reader, CsPart part, CsUnitKind kind, Line line)
{
  CsTextBuilder *text = cs_draft_builder_get_text (reader->builder, part);

  cs_draft_builder_begin_unit (reader->builder, part, kind);
  cs_text_builder_append (text, line.start, line.n_bytes);
  cs_draft_builder_end_unit (reader->builder, part);
}

static void
set_title (Reader *reader, Line line)
{
  add_unit (reader, CS_PART_TITLE, CS_UNIT_PARAGRAPH, line);
  reader->title = g_strndup (line.start, line.n_bytes);
}

static void
add_paragraph (Reader *reader, CsPart part, Line line)
{
  CsTextBuilder *text = cs_draft_builder_get_text (reader->builder, part);
  guint number = 0;
  gsize n_number = cs_paragraph_number_scan (line.start, line.n_bytes, &number);

  cs_draft_builder_begin_unit (reader->builder, part, CS_UNIT_PARAGRAPH);
  cs_text_builder_append (text, line.start, n_number);
  if (n_number > 0)
    cs_draft_builder_set_unit_number (reader->builder, part, number);
  cs_text_builder_append (text, line.start + n_number, line.n_bytes - n_number);
  cs_draft_builder_end_unit (reader->builder, part);
}

static void
add_claim_line (Reader *reader, Line line)
{
  g_string_append_len (reader->claims, line.start, line.n_bytes);
  g_string_append_c (reader->claims, '\n');
}

/* The drawings of a text file are at best their labels. */
static void
add_figure (Reader *reader, Line line)
{
  g_autofree char *label = g_strndup (line.start, line.n_bytes);
  CsFigure figure = { 0 };

  if (!g_str_has_prefix (label, "图") && g_ascii_strncasecmp (label, "fig", 3) != 0)
    {
      cs_draft_builder_add_note (reader->builder, "dropped-object", label, CS_PART_DOCUMENT,
                                 reader->line);
      return;
    }

  figure.label = g_steal_pointer (&label);
  cs_draft_builder_add_figure (reader->builder, &figure);
}

/* "发明名称：一种泵", "Title: Pump": the title behind its name, or an empty line. */
static Line
scan_inline_title (Line line)
{
  static const char *const names[] = { "发明名称", "实用新型名称", "Title of the Invention",
                                       "Title of Invention", "Title" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize n_bytes = strlen (names[i]);
      const char *at = line.start + n_bytes;
      const char *end = line.start + line.n_bytes;

      if (line.n_bytes <= n_bytes || g_ascii_strncasecmp (line.start, names[i], n_bytes) != 0)
        continue;
      if (*at == ':')
        return trim (at + 1, end);
      if (end - at > 3 && memcmp (at, "：", 3) == 0)
        return trim (at + 3, end);
    }

  return (Line){ line.start, 0 };
}

static gboolean
is_first_claim (Line line)
{
  guint number = 0;

  return cs_claim_number_scan (line.start, line.n_bytes, &number) > 0 && number == 1;
}

static void
open_part (Reader *reader, CsHeading part)
{
  reader->part = part;
  reader->part_is_new = TRUE;
}

/* A line before any heading: the title, claims that come without one, or the description. */
static void
read_first_lines (Reader *reader, Line line)
{
  if (reader->n_lines <= 2 && is_first_claim (line))
    {
      open_part (reader, CS_HEADING_CLAIMS);
      add_claim_line (reader, line);
    }
  else if (reader->title == NULL && looks_like_title (line))
    set_title (reader, line);
  else
    {
      open_part (reader, CS_HEADING_DESCRIPTION);
      add_paragraph (reader, CS_PART_DESCRIPTION, line);
    }
}

/* The description of a Chinese application begins with its title. */
static void
read_description (Reader *reader, Line line)
{
  gboolean is_title = reader->title != NULL && strlen (reader->title) == line.n_bytes &&
                      memcmp (reader->title, line.start, line.n_bytes) == 0;

  if (reader->part_is_new && is_title)
    return;
  if (reader->part_is_new && reader->title == NULL && looks_like_title (line))
    set_title (reader, line);
  else
    add_paragraph (reader, CS_PART_DESCRIPTION, line);
}

static void
read_title (Reader *reader, Line line)
{
  if (reader->title == NULL)
    set_title (reader, line);
  else
    add_paragraph (reader, CS_PART_DESCRIPTION, line);
}

static void
set_abstract_figure (Reader *reader, Line line)
{
  CsRequest *request = cs_draft_builder_get_request (reader->builder);

  g_free (request->abstract_figure);
  request->abstract_figure = g_strndup (line.start, line.n_bytes);
}

static void
read_part_line (Reader *reader, Line line)
{
  if (reader->part == CS_HEADING_NONE)
    read_first_lines (reader, line);
  else if (reader->part == CS_HEADING_TITLE)
    read_title (reader, line);
  else if (reader->part == CS_HEADING_ABSTRACT)
    add_paragraph (reader, CS_PART_ABSTRACT, line);
  else if (reader->part == CS_HEADING_CLAIMS)
    add_claim_line (reader, line);
  else if (reader->part == CS_HEADING_DRAWINGS)
    add_figure (reader, line);
  else if (reader->part == CS_HEADING_ABSTRACT_FIGURE)
    set_abstract_figure (reader, line);
  else
    read_description (reader, line);
}

static void
read_heading (Reader *reader, CsHeading heading, Line line)
{
  gboolean is_part = cs_heading_is_part (heading);

  reader->has_heading = TRUE;
  /* "DESCRIPTION" once more, within the description, is a heading of its own there. */
  if (is_part && !(heading == CS_HEADING_DESCRIPTION && reader->part == CS_HEADING_DESCRIPTION))
    {
      open_part (reader, heading);
      return;
    }

  reader->part = CS_HEADING_DESCRIPTION;
  reader->part_is_new = FALSE;
  add_unit (reader, CS_PART_DESCRIPTION, CS_UNIT_HEADING, line);
}

static void
read_line (Reader *reader, const char *start, const char *end)
{
  Line line = trim (start, end);
  Line title;
  CsHeading heading;

  if (line.n_bytes == 0)
    {
      if (reader->part == CS_HEADING_CLAIMS)
        add_claim_line (reader, line);
      return;
    }

  reader->n_lines++;
  heading = cs_heading_scan (line.start, line.n_bytes, NULL);
  title = scan_inline_title (line);
  if (reader->title == NULL && title.n_bytes > 0)
    {
      reader->has_heading = TRUE;
      set_title (reader, title);
    }
  else if (heading != CS_HEADING_NONE)
    read_heading (reader, heading, line);
  else
    {
      read_part_line (reader, line);
      reader->part_is_new = FALSE;
    }
}

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
read_lines (Reader *reader, const GString *text)
{
  const char *at = text->str;
  const char *end = text->str + text->len;

  while (at < end)
    {
      const char *next;
      const char *line_end = find_line_end (at, end, &next);

      reader->line++;
      read_line (reader, at, line_end);
      at = next;
    }
}

static CsDraft *
finish (Reader *reader, GError **error)
{
  CsDraft *draft;

  if (reader->n_lines == 0)
    {
      cs_error_set (error, CS_ERROR_EMPTY, 0, _ ("holds no text"));
      return NULL;
    }
  if (reader->claims->len == 0 && !reader->has_heading)
    {
      cs_error_set (error, CS_ERROR_UNSUPPORTED, 0,
                    _ ("has no claims and none of the headings that applications have"));
      return NULL;
    }
  if (reader->claims->len > 0)
    cs_plain_claims_add (reader->builder, reader->claims);

  draft = cs_draft_builder_end (g_steal_pointer (&reader->builder), error);
  if (draft == NULL)
    return NULL;

  draft->complete = cs_draft_get_n_units (draft, CS_PART_CLAIMS) > 0 &&
                    cs_draft_get_n_units (draft, CS_PART_DESCRIPTION) > 0;
  draft->request->office = strcmp (draft->language, "zh") == 0 ? CS_OFFICE_CN : CS_OFFICE_US;
  draft->request->type = cs_right_type_guess (draft);

  return draft;
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
  Reader reader = { 0 };
  CsDraft *draft;

  if (text == NULL)
    return NULL;

  reader.builder = cs_draft_builder_new (context->path, context->index, "text");
  reader.claims = g_string_new (NULL);
  note_decoding (reader.builder, &decoding);
  read_lines (&reader, text);
  draft = finish (&reader, error);
  g_clear_pointer (&reader.builder, cs_draft_builder_free);
  g_string_free (reader.claims, TRUE);
  g_free (reader.title);

  return draft;
}

void
cs_plain_text_read (CsReadContext *context, const char *bytes, gsize n_bytes)
{
  GError *error = NULL;
  CsDraft *draft = read_text (context, bytes, n_bytes, &error);

  cs_read_context_give (context, draft, error);
}
