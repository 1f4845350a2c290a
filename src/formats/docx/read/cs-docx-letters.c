/* Letters of a run: what they look like, and which they are. */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-docx-payload.h"
#include "cs-docx-reader.h"
#include "cs-docx-symbols.h"


/* --- looks --- */

/* A property that both a style of paragraphs and one of letters tell is switched twice. */
static CsDocxToggle
toggle (CsDocxToggle paragraph, CsDocxToggle letters)
{
  return (paragraph == CS_DOCX_ON) != (letters == CS_DOCX_ON) ? CS_DOCX_ON : CS_DOCX_OFF;
}

static CsDocxLook
mix (const CsDocxLook *paragraph, const CsDocxLook *letters)
{
  return (CsDocxLook){
    .bold = toggle (paragraph->bold, letters->bold),
    .italic = toggle (paragraph->italic, letters->italic),
    .hidden = toggle (paragraph->hidden, letters->hidden),
    .struck = toggle (paragraph->struck, letters->struck),
    .underline = letters->underline == CS_DOCX_UNTOLD ? paragraph->underline : letters->underline,
    .script = letters->script == NULL ? paragraph->script : letters->script,
    .font = letters->font == NULL ? paragraph->font : letters->font,
    .size = letters->size == 0 ? paragraph->size : letters->size,
    .position = letters->position == 0 ? paragraph->position : letters->position,
  };
}

/* Headings are fat because they are headings: that is no property of their words. */
static CsDocxLook
look_of_paragraph (const CsDocxReader *reader)
{
  const CsDocxStyle *style = reader->style;
  CsDocxLook look = { 0 };

  if (style != NULL)
    look = style->look;
  if (reader->line->is_heading || (style != NULL && g_strcmp0 (style->id, "Title") == 0) ||
      (style != NULL && style->name != NULL && g_ascii_strcasecmp (style->name, "Title") == 0))
    look.bold = look.italic = look.underline = CS_DOCX_UNTOLD;

  return look;
}

static CsDocxLook
look_of_style (const CsDocxReader *reader, const xmlNode *node)
{
  const CsDocxStyle *style =
      cs_docx_styles_find (reader->styles, cs_docx_get_val (node, "rStyle"));
  CsDocxLook look = { 0 };

  if (style == NULL)
    return look;

  look = style->look;
  if (style->name != NULL && strstr (style->name, "yperlink") != NULL)
    look.underline = CS_DOCX_UNTOLD; /* every link has a line below it */
  return look;
}

/* Letters smaller than those around them that are raised or lowered by hand are scripts to whoever
 * reads them. @size: of the letters around them. */
static void
read_position (CsDocxLook *look, int size)
{
  if (look->position != 0 && look->size > 0 && look->size < size && look->script == NULL)
    look->script = look->position > 0 ? "superscript" : "subscript";
}

CsDocxLook
cs_docx_reader_look (const CsDocxReader *reader, const xmlNode *node)
{
  CsDocxLook paragraph = look_of_paragraph (reader);
  CsDocxLook letters = look_of_style (reader, node);
  CsDocxLook look = mix (&paragraph, &letters);
  int size = paragraph.size == 0 ? cs_docx_styles_get_size (reader->styles) : paragraph.size;

  cs_docx_look_read (&look, node);
  read_position (&look, size);

  return look;
}

static CsDocxRuns
runs_of (const CsDocxLook *look)
{
  CsDocxRuns runs = 0;

  if (look->bold == CS_DOCX_ON)
    runs |= 1u << CS_RUN_BOLD;
  if (look->italic == CS_DOCX_ON)
    runs |= 1u << CS_RUN_ITALIC;
  if (look->underline == CS_DOCX_ON)
    runs |= 1u << CS_RUN_UNDERLINE;
  if (g_strcmp0 (look->script, "subscript") == 0)
    runs |= 1u << CS_RUN_SUB;
  if (g_strcmp0 (look->script, "superscript") == 0)
    runs |= 1u << CS_RUN_SUP;

  return runs;
}

/* --- letters --- */

static void
append (CsDocxReader *reader,
        const char *utf8,
        gsize n_bytes,
        const CsDocxLook *look,
        const CsDocxPlace *source)
{
  cs_docx_line_append (reader->line, utf8, n_bytes, runs_of (look), source);
}

void
cs_docx_read_sign (CsDocxReader *reader, xmlNode *node, const char *utf8, const CsDocxLook *look)
{
  CsDocxPlace source = { .node = node };

  if (look->hidden != CS_DOCX_ON && !cs_docx_is_in_instruction (reader))
    append (reader, utf8, strlen (utf8), look, &source);
}

static void
note_unknown_sign (CsDocxReader *reader, const char *font, gunichar c)
{
  g_autofree char *detail = g_strdup_printf (_ ("the sign %04X of the font \"%s\""), c, font);

  cs_docx_reader_note (reader, "dropped-object", detail);
}

/* What @c is in @font, as UTF-8. */
static void
encode_sign (CsDocxReader *reader, const char *font, gunichar c, char *utf8)
{
  gunichar sign = cs_docx_symbol_get (font, c);

  if (sign == 0)
    note_unknown_sign (reader, font, c);
  utf8[g_unichar_to_utf8 (sign == 0 ? 0xfffd : sign, utf8)] = '\0';
}

void
cs_docx_read_symbol (
    CsDocxReader *reader, xmlNode *node, const char *font, gunichar c, const CsDocxLook *look)
{
  char utf8[8];

  encode_sign (reader, font, c, utf8);
  cs_docx_read_sign (reader, node, utf8, look);
}

/* The content of a `w:t`, which may be in several nodes. */
static char *
dup_content (const xmlNode *node)
{
  g_autoptr (GString) content = g_string_new (NULL);

  for (const xmlNode *at = node->children; at != NULL; at = at->next)
    if (at->content != NULL && (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE))
      g_string_append (content, (const char *)at->content);

  return g_string_free (g_steal_pointer (&content), FALSE);
}

/* Whether @c is no letter as it stands: to be left out, or a sign of another font. */
static gboolean
is_odd (gunichar c, gboolean in_symbols)
{
  return c == 0x2028 || c == 0x2029 || c == 0xfeff || c == 0x7f || c == '\n' || c == '\r' ||
         cs_docx_is_marker (c) || cs_docx_is_private (c) || (in_symbols && c < 0x80 && c > ' ');
}

/* An odd letter: line ends of the file are blanks, marks of converters are nothing. */
static void
read_odd (CsDocxReader *reader, const char *at, const CsDocxLook *look, const CsDocxPlace *source)
{
  gunichar c = g_utf8_get_char (at);
  gboolean in_symbols = cs_docx_is_symbol_font (look->font);
  char utf8[8];

  if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029)
    append (reader, " ", 1, look, source);
  else if (in_symbols && c != 0xfeff && c != 0x7f && !cs_docx_is_marker (c))
    {
      encode_sign (reader, look->font, c, utf8);
      append (reader, utf8, strlen (utf8), look, source);
    }
  else if (cs_docx_is_private (c))
    append (reader, at, g_utf8_skip[*(const guchar *)at], look, source);
}

static void
read_letters (CsDocxReader *reader,
              xmlNode *node,
              const char *content,
              CsRange range,
              const CsDocxLook *look)
{
  gboolean in_symbols = cs_docx_is_symbol_font (look->font);
  const char *end = content + range.end;
  const char *at = content + range.start;

  while (at < end)
    {
      const char *start = at;
      CsDocxPlace source = { .node = node };

      while (at < end && !is_odd (g_utf8_get_char (at), in_symbols))
        at = g_utf8_next_char (at);
      source.offset = start - content;
      source.n_source = at - start;
      if (at > start)
        append (reader, start, at - start, look, &source);
      if (at == end)
        return;

      source.offset = at - content;
      source.n_source = g_utf8_skip[*(const guchar *)at];
      read_odd (reader, at, look, &source);
      at += source.n_source;
    }
}

void
cs_docx_read_text (CsDocxReader *reader, xmlNode *node, const CsDocxLook *look)
{
  g_autofree char *content = dup_content (node);
  CsRange range = { 0, strlen (content) };

  if (cs_docx_is_in_instruction (reader))
    return;
  if (look->hidden == CS_DOCX_ON)
    {
      cs_docx_reader_found (&reader->hidden, node);
      return;
    }
  if (look->struck == CS_DOCX_ON)
    cs_docx_reader_found (&reader->struck, node);

  if (xmlNodeGetSpacePreserve (node) != 1)
    {
      while (range.end > 0 && g_ascii_isspace (content[range.end - 1]))
        range.end--;
      while (range.start < range.end && g_ascii_isspace (content[range.start]))
        range.start++;
    }
  read_letters (reader, node, content, range, look);
}
