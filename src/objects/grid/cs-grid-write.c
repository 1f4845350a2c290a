#include <string.h>

#include "../cs-object-markup.h"
#include "../cs-object-picture.h"
#include "../formula/cs-formula.h"
#include "cs-grid-private.h"

/* --- a line of text --- */

static void
append_letters (gpointer data, const char *letters, gsize n_bytes, guint styles)
{
  GString *out = data;
  for (gsize i = 0; i < n_bytes; i++)
    g_string_append_c (out, letters[i] == '\n' || letters[i] == '\t' ? ' ' : letters[i]);
}

static void
append_object_text (gpointer data, const CsInlineObject *object, guint styles)
{
  GString *out = data;
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

static void
append_html_letters (gpointer data, const char *letters, gsize n_bytes, guint styles)
{
  GString *out = data;
  const char *end = letters + n_bytes;

  cs_object_markup_open (out, styles);
  while (letters < end)
    {
      const char *line = memchr (letters, '\n', end - letters);

      cs_object_markup_append_escaped (out, letters, (line == NULL ? end : line) - letters);
      if (line != NULL)
        g_string_append (out, "<br/>");
      letters = line == NULL ? end : line + 1;
    }
  cs_object_markup_close (out, styles);
}

static void
append_html_object (gpointer data, const CsInlineObject *object, guint styles)
{
  GString *out = data;
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
  append_html_letters (out, text == NULL ? "[…]" : text,
                       text == NULL ? strlen ("[…]") : strlen (text), styles);
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
    g_string_append_printf (out, " align=\"%s\"",
                            cell->align == 'c' ? "center" :
                            cell->align == 'r' ? "right" :
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
