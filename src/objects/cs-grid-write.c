#include <string.h>

#include "cs-formula.h"
#include "cs-grid-private.h"
#include "cs-object-markup.h"
#include "cs-object-picture.h"

#define TABLE_TWIPS 9000 /* width of a table in Word: that of the text of an A4 page */

/* --- a line of text --- */

static void
append_letters (GString *out, const char *letters, gsize n_bytes, guint styles)
{
  for (gsize i = 0; i < n_bytes; i++)
    g_string_append_c (out, letters[i] == '\n' || letters[i] == '\t' ? ' ' : letters[i]);
}

static void
append_object_text (GString *out, const CsInlineObject *object, guint styles)
{
  g_autofree char *text = cs_object_dup_text (object);

  g_string_append (out, text == NULL ? "[…]" : text);
}

char *
cs_grid_dup_text (const CsGrid *grid)
{
  static const CsMarkupFuncs funcs = { append_letters, append_object_text };
  g_autoptr (CsGridWalk) walk = cs_grid_walk_new (grid);
  GString *out = g_string_new (NULL);

  for (guint row = 0; row < grid->rows->len; row++)
    {
      cs_grid_walk_to (walk, row);
      for (guint i = 0; i < grid->n_columns; i++)
        {
          const CsCell *cell = walk->covering[i];
          gboolean begins = cell != NULL && cell->cell.column == i && walk->begun[i] == row;

          if (i > 0 && (cell == NULL || cell->cell.column == i))
            g_string_append_c (out, '\t');
          if (begins)
            cs_object_markup_walk (cell->cell.text, 0, cs_text_get_n_bytes (cell->cell.text),
                                   &funcs, out);
        }
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

/* --- HTML --- */

static const struct
{
  CsRunStyle style;
  const char *name;
} html_styles[] = {
  { CS_RUN_BOLD, "b" },
  { CS_RUN_ITALIC, "i" },
  { CS_RUN_UNDERLINE, "u" },
  { CS_RUN_SUB, "sub" },
  { CS_RUN_SUP, "sup" },
};

static void
open_styles (GString *out, guint styles)
{
  for (guint i = 0; i < G_N_ELEMENTS (html_styles); i++)
    if ((styles & (1u << html_styles[i].style)) != 0)
      g_string_append_printf (out, "<%s>", html_styles[i].name);
}

static void
close_styles (GString *out, guint styles)
{
  for (guint i = G_N_ELEMENTS (html_styles); i > 0; i--)
    if ((styles & (1u << html_styles[i - 1].style)) != 0)
      g_string_append_printf (out, "</%s>", html_styles[i - 1].name);
}

static void
append_html_letters (GString *out, const char *letters, gsize n_bytes, guint styles)
{
  const char *end = letters + n_bytes;

  open_styles (out, styles);
  while (letters < end)
    {
      const char *line = memchr (letters, '\n', end - letters);

      cs_object_markup_append_escaped (out, letters, (line == NULL ? end : line) - letters);
      if (line != NULL)
        g_string_append (out, "<br/>");
      letters = line == NULL ? end : line + 1;
    }
  close_styles (out, styles);
}

static void
append_html_object (GString *out, const CsInlineObject *object, guint styles)
{
  g_autoptr (CsFormula) formula = NULL;
  g_autofree char *mathml = NULL;
  g_autofree char *text = NULL;

  if (object->kind == CS_OBJECT_FORMULA && object->payload != NULL)
    formula = cs_formula_new (object->payload, strlen (object->payload), NULL);
  if (formula != NULL)
    {
      mathml = cs_formula_dup_mathml (formula);
      g_string_append (out, mathml);
      return;
    }

  text = cs_object_dup_text (object);
  append_html_letters (out, text == NULL ? "[…]" : text, text == NULL ? strlen ("[…]") : strlen (text), styles);
}

static void
append_html_cell (GString *out, const CsCell *cell)
{
  static const CsMarkupFuncs funcs = { append_html_letters, append_html_object };
  const char *name = cell->cell.is_heading ? "th" : "td";

  g_string_append_printf (out, "<%s", name);
  if (cell->cell.n_columns > 1)
    g_string_append_printf (out, " colspan=\"%u\"", cell->cell.n_columns);
  if (cell->cell.n_rows > 1)
    g_string_append_printf (out, " rowspan=\"%u\"", cell->cell.n_rows);
  if (cell->align != 'l' || cell->cell.is_heading)
    g_string_append_printf (out, " align=\"%s\"", cell->align == 'c' ? "center" : cell->align == 'r' ? "right" :
                                                                                                       "left");
  g_string_append_c (out, '>');
  cs_object_markup_walk (cell->cell.text, 0, cs_text_get_n_bytes (cell->cell.text), &funcs, out);
  g_string_append_printf (out, "</%s>", name);
}

char *
cs_grid_dup_html (const CsGrid *grid)
{
  g_autoptr (CsGridWalk) walk = cs_grid_walk_new (grid);
  GString *out = g_string_new ("<table border=\"1\">");

  for (guint row = 0; row < grid->rows->len; row++)
    {
      cs_grid_walk_to (walk, row);
      g_string_append (out, "<tr>");
      for (guint i = 0; i < grid->n_columns; i++)
        {
          const CsCell *cell = walk->covering[i];

          if (cell == NULL)
            g_string_append (out, "<td></td>");
          else if (cell->cell.column == i && walk->begun[i] == row)
            append_html_cell (out, cell);
        }
      g_string_append (out, "</tr>");
    }
  g_string_append (out, "</table>");

  return g_string_free (out, FALSE);
}

/* --- Word --- */

static void
append_word_look (GString *out, guint styles)
{
  if (styles == 0)
    return;

  g_string_append (out, "<w:rPr>");
  if ((styles & (1u << CS_RUN_BOLD)) != 0)
    g_string_append (out, "<w:b/>");
  if ((styles & (1u << CS_RUN_ITALIC)) != 0)
    g_string_append (out, "<w:i/>");
  if ((styles & (1u << CS_RUN_UNDERLINE)) != 0)
    g_string_append (out, "<w:u w:val=\"single\"/>");
  if ((styles & (1u << CS_RUN_SUB)) != 0)
    g_string_append (out, "<w:vertAlign w:val=\"subscript\"/>");
  else if ((styles & (1u << CS_RUN_SUP)) != 0)
    g_string_append (out, "<w:vertAlign w:val=\"superscript\"/>");
  g_string_append (out, "</w:rPr>");
}

static void
append_word_letters (GString *out, const char *letters, gsize n_bytes, guint styles)
{
  const char *end = letters + n_bytes;

  g_string_append (out, "<w:r>");
  append_word_look (out, styles);
  while (letters < end)
    {
      const char *tab = memchr (letters, '\t', end - letters);

      g_string_append (out, "<w:t xml:space=\"preserve\">");
      cs_object_markup_append_escaped (out, letters, (tab == NULL ? end : tab) - letters);
      g_string_append (out, tab == NULL ? "</w:t>" : "</w:t><w:tab/>");
      letters = tab == NULL ? end : tab + 1;
    }
  g_string_append (out, "</w:r>");
}

static void
append_word_object (GString *out, const CsInlineObject *object, guint styles)
{
  g_autoptr (CsFormula) formula = NULL;
  g_autofree char *office = NULL;
  g_autofree char *text = NULL;

  if (object->kind == CS_OBJECT_FORMULA && object->payload != NULL)
    formula = cs_formula_new (object->payload, strlen (object->payload), NULL);
  if (formula != NULL)
    {
      office = cs_formula_dup_office_math (formula);
      g_string_append (out, office);
      return;
    }

  text = cs_object_dup_text (object);
  append_word_letters (out, text == NULL ? "[…]" : text,
                       text == NULL ? strlen ("[…]") : strlen (text), styles);
}

/* A paragraph for each line. */
static void
append_word_text (GString *out, const CsCell *cell)
{
  static const CsMarkupFuncs funcs = { append_word_letters, append_word_object };
  const char *string = cs_text_get_string (cell->cell.text);
  gsize n_bytes = cs_text_get_n_bytes (cell->cell.text);
  gsize start = 0;

  while (start <= n_bytes)
    {
      const char *line = memchr (string + start, '\n', n_bytes - start);
      gsize end = line == NULL ? n_bytes : (gsize)(line - string);
      g_autoptr (CsText) piece = cs_text_slice (cell->cell.text, start, end);

      g_string_append (out, "<w:p>");
      if (cell->align != 'l')
        g_string_append_printf (out, "<w:pPr><w:jc w:val=\"%s\"/></w:pPr>",
                                cell->align == 'c' ? "center" : "right");
      cs_object_markup_walk (piece, 0, end - start, &funcs, out);
      g_string_append (out, "</w:p>");
      start = end + 1;
    }
}

static guint
get_twips (const CsGrid *grid, guint column, guint n_columns)
{
  double part = 0;

  for (guint i = column; i < column + n_columns; i++)
    part += grid->widths != NULL ? grid->widths[i] : 1.0 / grid->n_columns;

  return part * TABLE_TWIPS + 0.5;
}

/* A cell, or what goes on of one that began above. */
static void
append_word_cell (GString *out, const CsGrid *grid, const CsCell *cell, gboolean begins)
{
  g_string_append_printf (out, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/>",
                          get_twips (grid, cell->cell.column, cell->cell.n_columns));
  if (cell->cell.n_columns > 1)
    g_string_append_printf (out, "<w:gridSpan w:val=\"%u\"/>", cell->cell.n_columns);
  if (cell->cell.n_rows > 1)
    g_string_append (out, begins ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>");
  g_string_append (out, "</w:tcPr>");
  if (begins)
    append_word_text (out, cell);
  else
    g_string_append (out, "<w:p/>");
  g_string_append (out, "</w:tc>");
}

static void
append_word_row (GString *out, CsGridWalk *walk)
{
  const GPtrArray *cells = walk->grid->rows->pdata[walk->row];
  gboolean heading = cells->len > 0;

  for (guint i = 0; i < cells->len; i++)
    heading = heading && ((const CsGridCell *)cells->pdata[i])->is_heading;

  g_string_append (out, "<w:tr>");
  if (heading)
    g_string_append (out, "<w:trPr><w:tblHeader/></w:trPr>");
  for (guint i = 0; i < walk->grid->n_columns; i++)
    {
      const CsCell *cell = walk->covering[i];

      if (cell == NULL)
        g_string_append_printf (
            out, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/></w:tcPr><w:p/></w:tc>",
            get_twips (walk->grid, i, 1));
      else if (cell->cell.column == i)
        append_word_cell (out, walk->grid, cell, walk->begun[i] == walk->row);
    }
  g_string_append (out, "</w:tr>");
}

static void
append_word_borders (GString *out)
{
  static const char *const sides[] = { "top", "left", "bottom", "right", "insideH", "insideV" };

  g_string_append (out, "<w:tblBorders>");
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    g_string_append_printf (
        out, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>", sides[i]);
  g_string_append (out, "</w:tblBorders>");
}

char *
cs_grid_dup_word_table (const CsGrid *grid)
{
  g_autoptr (CsGridWalk) walk = cs_grid_walk_new (grid);
  GString *out = g_string_new (
      "<w:tbl xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
      "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\">"
      "<w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/>");

  append_word_borders (out);
  g_string_append (out, "</w:tblPr><w:tblGrid>");
  for (guint i = 0; i < grid->n_columns; i++)
    g_string_append_printf (out, "<w:gridCol w:w=\"%u\"/>", get_twips (grid, i, 1));
  g_string_append (out, "</w:tblGrid>");
  for (guint row = 0; row < grid->rows->len; row++)
    {
      cs_grid_walk_to (walk, row);
      append_word_row (out, walk);
    }
  g_string_append (out, "</w:tbl>");

  return g_string_free (out, FALSE);
}
