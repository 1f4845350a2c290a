#include <string.h>

#include "../../objects/cs-object-markup.h"
#include "../../objects/cs-object-picture.h"
#include "../../objects/formula/cs-formula.h"
#include "../../objects/grid/cs-grid.h"
#include "cs-html-private.h"

#define OBJECT_BYTES (sizeof (CS_OBJECT_CHARACTER) - 1)

/* A stretch of text on its way out. */
typedef struct
{
  GString *out;
  const char *end; /* of the stretch */
  gsize begun;     /* length of @out at the beginning of the line */
} Writer;

/* --- letters --- */

/* HTML keeps no second space, nor one at the ends of a line, and no tab; Word's own way of saying
 * how many there are is read by Word and by us, and looks right elsewhere. */
static void
append_spaces (GString *out, guint n_spaces)
{
  g_string_append (out, "<span style=\"mso-spacerun:yes\">");
  for (guint i = 0; i < n_spaces; i++)
    g_string_append (out, "&#160;");
  g_string_append (out, "</span>");
}

static void
append_tabs (GString *out, guint n_tabs)
{
  for (; n_tabs > 0; n_tabs -= MIN (n_tabs, 20))
    {
      g_string_append_printf (out, "<span style=\"mso-tab-count:%u\">", MIN (n_tabs, 20));
      for (guint i = 0; i < MIN (n_tabs, 20); i++)
        g_string_append (out, "&#160;&#160;&#160; ");
      g_string_append (out, "</span>");
    }
}

/* Whether a space at @at is one between two letters. */
static gboolean
is_plain_space (const Writer *writer, const char *at, gsize n_spaces)
{
  gboolean at_start = writer->out->len == writer->begun;
  char next = at + 1 < writer->end ? at[1] : '\n';

  return n_spaces == 1 && !at_start && !g_ascii_isspace (at[-1]) && !g_ascii_isspace (next);
}

static void
append_plain (Writer *writer, const char *at, gsize n_bytes)
{
  switch (*at)
    {
    case '\n':
      g_string_append (writer->out, "<br/>");
      break;
    case '\t':
      append_tabs (writer->out, n_bytes);
      break;
    case ' ':
      if (is_plain_space (writer, at, n_bytes))
        g_string_append_c (writer->out, ' ');
      else
        append_spaces (writer->out, n_bytes);
      break;
    default:
      cs_object_markup_append_escaped (writer->out, at, n_bytes);
    }
}

/* How many bytes from @at on are the same space, or no space. */
static gsize
find_stretch (const char *at, const char *end)
{
  const char *to = at + 1;
  gboolean space = g_ascii_isspace (*at);

  while (to < end && (space ? *to == *at && *at != '\n' : !g_ascii_isspace (*to)))
    to++;

  return to - at;
}

static void
append_letters (gpointer data, const char *letters, gsize n_bytes, guint styles)
{
  Writer *writer = data;
  const char *end = letters + n_bytes;
  gsize before = writer->out->len;
  gboolean at_start = before == writer->begun;

  cs_object_markup_open (writer->out, styles);
  if (at_start)
    writer->begun = writer->out->len;
  while (letters < end)
    {
      gsize n = find_stretch (letters, end);

      append_plain (writer, letters, n);
      letters += n;
    }
  cs_object_markup_close (writer->out, styles);
}

/* --- objects --- */

static void
append_words (Writer *writer, const CsInlineObject *object, guint styles)
{
  g_autofree char *words = cs_object_dup_text (object);

  cs_object_markup_open (writer->out, styles);
  g_string_append_c (writer->out, '[');
  if (words != NULL)
    cs_object_markup_append_escaped (writer->out, words, strlen (words));
  else
    g_string_append (writer->out, "…");
  g_string_append_c (writer->out, ']');
  cs_object_markup_close (writer->out, styles);
}

static char *
dup_table (const CsInlineObject *object)
{
  g_autoptr (CsGrid) grid = object->kind == CS_OBJECT_TABLE && object->payload != NULL ?
                                cs_grid_new (object->payload, strlen (object->payload), NULL) :
                                NULL;

  return grid == NULL ? NULL : cs_grid_dup_html (grid);
}

static char *
dup_formula (const CsInlineObject *object)
{
  g_autoptr (CsFormula) formula =
      object->kind == CS_OBJECT_FORMULA && object->payload != NULL ?
          cs_formula_new (object->payload, strlen (object->payload), NULL) :
          NULL;

  return formula == NULL ? NULL : cs_formula_dup_mathml (formula);
}

static void
append_object (gpointer data, const CsInlineObject *object, guint styles)
{
  Writer *writer = data;
  g_autofree char *table = dup_table (object);
  g_autofree char *formula = dup_formula (object);

  if (table == NULL && formula == NULL)
    {
      append_words (writer, object, styles);
      return;
    }

  cs_object_markup_open (writer->out, styles);
  g_string_append (writer->out, table != NULL ? table : formula);
  cs_object_markup_close (writer->out, styles);
}

/* --- lines --- */

static void
append_stretch (GString *out, const CsText *text, gsize start, gsize end)
{
  static const CsMarkupFuncs funcs = { append_letters, append_object };
  Writer writer = { out, cs_text_get_string (text) + end, out->len };

  cs_object_markup_walk (text, start, end, &funcs, &writer);
}

void
cs_html_append_inline (GString *out, const CsText *text)
{
  append_stretch (out, text, 0, cs_text_get_n_bytes (text));
}

/* What is told of lines one after another. */
typedef struct
{
  const CsText *text;
  const CsRun *runs;
  guint n_runs;
  guint next_run;
  const CsInlineObject *objects;
  guint n_objects;
  guint next_object;
} Lines;

static gboolean
is_heading (Lines *lines, gsize start, gsize end)
{
  const CsRun *runs = lines->runs;

  while (lines->next_run < lines->n_runs &&
         (runs[lines->next_run].style != CS_RUN_HEADING || runs[lines->next_run].end <= start))
    lines->next_run++;

  return end > start && lines->next_run < lines->n_runs && runs[lines->next_run].start <= start &&
         runs[lines->next_run].end >= end;
}

/* Whether all of a line is a table, which cannot be in a paragraph. */
static gboolean
is_table (Lines *lines, gsize start, gsize end)
{
  for (; lines->next_object < lines->n_objects && lines->objects[lines->next_object].at < start;)
    lines->next_object++;

  return end - start == OBJECT_BYTES && lines->next_object < lines->n_objects &&
         lines->objects[lines->next_object].at == start &&
         lines->objects[lines->next_object].kind == CS_OBJECT_TABLE;
}

static void
append_line (GString *out, Lines *lines, gsize start, gsize end)
{
  const char *name = is_heading (lines, start, end) ? "h2" : "p";
  gboolean bare = is_table (lines, start, end);

  if (!bare)
    g_string_append_printf (out, "<%s>", name);
  if (start == end)
    g_string_append (out, "<br/>");
  else
    append_stretch (out, lines->text, start, end);
  if (!bare)
    g_string_append_printf (out, "</%s>", name);
  g_string_append_c (out, '\n');
}

static void
append_lines (GString *out, const CsText *text)
{
  Lines lines = { .text = text };
  const char *string = cs_text_get_string (text);
  gsize n_bytes = cs_text_get_n_bytes (text);

  lines.runs = cs_text_get_runs (text, &lines.n_runs);
  lines.objects = cs_text_get_objects (text, &lines.n_objects);
  for (gsize start = 0; start <= n_bytes;)
    {
      const char *line = memchr (string + start, '\n', n_bytes - start);
      gsize end = line == NULL ? n_bytes : (gsize)(line - string);

      append_line (out, &lines, start, end);
      start = end + 1;
    }
}

char *
cs_html_write (const CsText *text)
{
  GString *out = g_string_new ("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"/></head>\n"
                               "<body>\n<!--StartFragment-->");

  if (strchr (cs_text_get_string (text), '\n') == NULL)
    cs_html_append_inline (out, text); /* words within a paragraph */
  else
    append_lines (out, text);
  g_string_append (out, "<!--EndFragment-->\n</body></html>\n");

  return g_string_free (out, FALSE);
}
