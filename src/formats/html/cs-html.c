#include <string.h>

#include <libxml/HTMLparser.h>

#include "../../base/cs-limits.h"
#include "cs-html-private.h"

/* What other programs put on the clipboard. Word marks what is meant to be seen by no one, or
 * printed otherwise, in its own ways; most of this file is about those. */

#define MAX_DEPTH 250
#define MAX_ATTRIBUTES 1000 /* of one tag: libxml2 compares them pair by pair */

#define NO_BREAK_SPACE "\xc2\xa0"

/* --- what is due --- */

static void
end_run (CsHtmlReader *reader, CsRunStyle style)
{
  if (reader->ends[style] > reader->starts[style])
    cs_text_builder_add_run (reader->builder, reader->starts[style], reader->ends[style], style);
}

/* What was appended from @start on has @styles. Runs that touch are one. */
static void
add_styles (CsHtmlReader *reader, gsize start, guint styles)
{
  gsize end = cs_text_builder_get_n_bytes (reader->builder);

  for (CsRunStyle i = 0; i < CS_N_RUN_STYLES; i++)
    {
      if ((styles & (1u << i)) == 0)
        continue;
      if (reader->ends[i] != start)
        {
          end_run (reader, i);
          reader->starts[i] = start;
        }
      reader->ends[i] = end;
    }
}

static void
append_raw (CsHtmlReader *reader, const char *text, gsize n_bytes, guint styles)
{
  gsize start = cs_text_builder_get_n_bytes (reader->builder);

  cs_text_builder_append (reader->builder, text, n_bytes);
  add_styles (reader, start, styles);
}

/* Before something that is seen. */
static void
begin_content (CsHtmlReader *reader)
{
  if ((reader->line_due && reader->has_line) || reader->break_due)
    append_raw (reader, "\n", 1, 0);
  else if (reader->space_due && reader->has_line)
    append_raw (reader, " ", 1, reader->space_styles);

  reader->has_line = TRUE;
  reader->line_due = reader->break_due = reader->space_due = FALSE;
}

static void
append (CsHtmlReader *reader, const char *text, gsize n_bytes)
{
  begin_content (reader);
  append_raw (reader, text, n_bytes, reader->styles);
}

void
cs_html_append_object (CsHtmlReader *reader, CsObjectKind kind, const char *source)
{
  gsize start;

  begin_content (reader);
  start = cs_text_builder_get_n_bytes (reader->builder);
  cs_text_builder_append_object (reader->builder, kind, source, NULL);
  add_styles (reader, start, reader->styles);
}

CsText *
cs_html_reader_end (CsHtmlReader *reader)
{
  for (CsRunStyle i = 0; i < CS_N_RUN_STYLES; i++)
    end_run (reader, i);

  return cs_text_builder_end (reader->builder);
}

/* A paragraph begins or ends. A break at its end is no line of its own. */
static void
end_block (CsHtmlReader *reader)
{
  reader->line_due = TRUE;
  reader->break_due = reader->space_due = FALSE;
}

/* A break in a line that has not begun is an empty line. */
static void
read_break (CsHtmlReader *reader)
{
  if (reader->line_due || !reader->has_line)
    {
      reader->space_due = FALSE;
      begin_content (reader);
    }
  else if (reader->break_due)
    begin_content (reader);
  reader->break_due = TRUE;
  reader->space_due = FALSE;
}

/* --- letters --- */

/* Spaces of which each counts; firm ones were only made so by HTML. */
static void
read_spaces (CsHtmlReader *reader, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0xa0 || c == '\n' || c == '\r')
        append (reader, " ", 1);
      else
        append (reader, at, g_utf8_next_char (at) - at);
    }
}

/* White space between words is one space, at the ends of lines none. */
static void
note_space (CsHtmlReader *reader)
{
  if (reader->space_due || reader->line_due || reader->break_due)
    return;

  reader->space_due = TRUE;
  reader->space_styles = reader->styles;
}

static void
read_collapsed (CsHtmlReader *reader, const char *text)
{
  for (const char *at = text; *at != '\0';)
    {
      const char *from = at;

      while (*at != '\0' && !g_ascii_isspace (*at))
        at++;
      if (at > from)
        append (reader, from, at - from);
      if (g_ascii_isspace (*at))
        note_space (reader);
      while (g_ascii_isspace (*at))
        at++;
    }
}

static void
read_letters (CsHtmlReader *reader, const char *text)
{
  if (!reader->is_active)
    return;

  if (reader->verbatim)
    append (reader, text, strlen (text));
  else
    read_collapsed (reader, text);
}

static char *
dup_content (const xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  char *copy = g_strdup (content == NULL ? "" : (const char *)content);

  xmlFree (content);

  return copy;
}

/* The number of a list item, and one space in the place of those that align it. */
static void
read_number (CsHtmlReader *reader, const xmlNode *node)
{
  g_autofree char *content = dup_content (node);
  g_autoptr (GString) number = g_string_new (content);

  g_string_replace (number, NO_BREAK_SPACE, " ", 0);
  g_strstrip (number->str);
  if (*number->str == '\0')
    return;

  append (reader, number->str, strlen (number->str));
  note_space (reader);
}

/* --- elements --- */

static gboolean
is_one_of (const xmlNode *node, const char *const *names)
{
  return g_strv_contains (names, (const char *)node->name);
}

static gboolean
is_left_out (const xmlNode *node)
{
  static const char *const names[] = {
    "head",
    "script",
    "style",
    "title",
    "noscript",
    "template",
    "xml",
    "img",
    "iframe",
    "select",
    "textarea",
    "button",
    "svg",
    "video",
    "audio",
    "canvas",
    "input",
    "del",
    "object",
    NULL,
  };

  return is_one_of (node, names);
}

static gboolean
is_block (const xmlNode *node)
{
  static const char *const names[] = {
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "pre",
    "blockquote",
    "section",
    "header",
    "footer",
    "article",
    "address",
    "figure",
    "figcaption",
    "hr",
    "main",
    "nav",
    "aside",
    "form",
    "fieldset",
    "tr",
    "caption",
    "center",
    NULL,
  };

  return is_one_of (node, names);
}

/* Word fills an empty paragraph with a firm space. */
static gboolean
is_empty_paragraph (const xmlNode *node)
{
  g_autofree char *content = cs_html_is (node, "p") ? dup_content (node) : NULL;

  return content != NULL && strcmp (g_strstrip (content), NO_BREAK_SPACE) == 0;
}

/* What an element says of all that is in it. */
static void
read_look (CsHtmlReader *reader, const xmlNode *node, const CsHtmlLook *look)
{
  guint styles = reader->styles;
  gboolean verbatim = reader->verbatim;
  g_autofree char *content = look->is_spaces ? dup_content (node) : NULL;

  if ((look->on & ((1u << CS_RUN_SUB) | (1u << CS_RUN_SUP))) != 0)
    reader->styles &= ~((1u << CS_RUN_SUB) | (1u << CS_RUN_SUP));
  reader->styles = (reader->styles & ~look->off) | look->on;
  reader->verbatim = verbatim || look->is_verbatim;

  if (!reader->is_active)
    cs_html_read_children (reader, node);
  else if (look->n_tabs > 0)
    append (reader, "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t", look->n_tabs);
  else if (look->is_spaces)
    read_spaces (reader, content);
  else if (look->is_number)
    read_number (reader, node);
  else
    cs_html_read_children (reader, node);

  reader->styles = styles;
  reader->verbatim = verbatim;
}

static void
read_block (CsHtmlReader *reader, const xmlNode *node, const CsHtmlLook *look)
{
  if (reader->is_active)
    end_block (reader);
  if (reader->is_active && is_empty_paragraph (node))
    begin_content (reader);
  else
    read_look (reader, node, look);
  if (reader->is_active)
    end_block (reader);
}

static void
read_element (CsHtmlReader *reader, const xmlNode *node)
{
  CsHtmlLook look;

  if (is_left_out (node))
    return;

  look = cs_html_get_look (node);
  if (look.is_hidden)
    return;

  if (cs_html_is (node, "table"))
    cs_html_read_table (reader, node);
  else if (cs_html_is (node, "math") && reader->is_active)
    cs_html_read_math (reader, node);
  else if (cs_html_is (node, "br") && reader->is_active)
    read_break (reader);
  else if (is_block (node))
    read_block (reader, node, &look);
  else
    read_look (reader, node, &look);
}

static void
read_comment (CsHtmlReader *reader, const char *comment)
{
  if (strcmp (comment, "StartFragment") == 0)
    reader->is_active = TRUE;
  else if (strcmp (comment, "EndFragment") == 0)
    reader->is_active = FALSE;
  else if (reader->is_active && strstr (comment, "msEquation") != NULL)
    cs_html_read_word_math (reader, comment);
}

void
cs_html_read_children (CsHtmlReader *reader, const xmlNode *parent)
{
  if (reader->depth >= MAX_DEPTH)
    return;

  reader->depth++;
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
      read_letters (reader, (const char *)node->content);
    else if (node->type == XML_COMMENT_NODE && node->content != NULL)
      read_comment (reader, (const char *)node->content);
    else if (node->type == XML_ELEMENT_NODE)
      read_element (reader, node);
  reader->depth--;
}

/* --- bytes --- */

/* Some programs give UTF-16, some bytes that are nothing. */
static char *
dup_utf8 (const char *html, gsize n_bytes)
{
  gboolean little = n_bytes >= 2 && memcmp (html, "\xff\xfe", 2) == 0;
  gboolean big = n_bytes >= 2 && memcmp (html, "\xfe\xff", 2) == 0;
  char *utf8 = NULL;

  if (little || big)
    utf8 = g_convert (html + 2, (n_bytes - 2) & ~(gsize)1, "UTF-8",
                      little ? "UTF-16LE" : "UTF-16BE", NULL, NULL, NULL);

  return utf8 != NULL ? utf8 : g_utf8_make_valid (html, n_bytes);
}

/* The length of "<![if !supportLists]>" or the like at @at, 0 when there is none. */
static gsize
measure_condition (const char *at)
{
  const char *end;

  if (!g_str_has_prefix (at, "<![if ") && !g_str_has_prefix (at, "<![endif]"))
    return 0;

  end = strpbrk (at + 3, "]<>");
  return end != NULL && g_str_has_prefix (end, "]>") ? (gsize)(end - at) + 2 : 0;
}

/* Word's conditions around what others are to see stand in no comment; libxml2 takes them for
 * text. */
static char *
dup_without_conditions (const char *html)
{
  GString *out = g_string_new (NULL);

  for (const char *at = html; *at != '\0';)
    {
      const char *next = strstr (at, "<![");

      if (next == NULL)
        next = at + strlen (at);
      g_string_append_len (out, at, next - at);
      at = next + measure_condition (next);
      if (at == next && *at != '\0')
        g_string_append_c (out, *at++);
    }

  return g_string_free (out, FALSE);
}

/* Whether a tag has more attributes than anybody writes. */
static gboolean
has_many_attributes (const char *html)
{
  gboolean in_tag = FALSE;
  guint n_words = 0;
  char quote = '\0';

  for (const char *at = html; *at != '\0' && n_words <= MAX_ATTRIBUTES; at++)
    if (quote != '\0')
      quote = *at == quote ? '\0' : quote;
    else if (!in_tag)
      {
        in_tag = *at == '<' && g_ascii_isalpha (at[1]);
        n_words = 0;
      }
    else if (*at == '>')
      in_tag = FALSE;
    else if ((*at == '"' || *at == '\'') && at[-1] == '=')
      quote = *at;
    else
      n_words += g_ascii_isspace (*at) || *at == '/' || *at == '=';

  return n_words > MAX_ATTRIBUTES;
}

static xmlDoc *
parse (const char *utf8)
{
  gsize n_bytes = strlen (utf8);

  if (n_bytes > CS_MAX_PART_BYTES || has_many_attributes (utf8))
    return NULL;

  return htmlReadMemory (utf8, n_bytes, NULL, "UTF-8",
                         HTML_PARSE_NONET | HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                             HTML_PARSE_NOWARNING | HTML_PARSE_COMPACT);
}

CsText *
cs_html_read (const char *html, gsize n_bytes)
{
  g_autofree char *raw = dup_utf8 (html, n_bytes);
  g_autofree char *utf8 = dup_without_conditions (raw);
  CsHtmlReader reader = { .builder = cs_text_builder_new () };
  xmlDoc *doc = parse (utf8);

  reader.is_active = strstr (utf8, "<!--StartFragment-->") == NULL;
  if (doc != NULL)
    {
      cs_html_read_children (&reader, (const xmlNode *)doc);
      xmlFreeDoc (doc);
    }

  return cs_html_reader_end (&reader);
}
