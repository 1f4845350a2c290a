/* Formulas, tables and HTML of a clipboard: read, written in every way, and laid out. The first
 * byte tells which. */

#include <string.h>

#include "../../src/formats/html/cs-html.h"
#include "../../src/objects/formula/cs-formula.h"
#include "../../src/objects/grid/cs-grid.h"
#include "../../src/objects/cs-object-picture.h"
#include "fuzz.h"

static void
fuzz_formula (const char *xml, gsize n_bytes)
{
  g_autoptr (CsFormula) formula = cs_formula_new (xml, n_bytes, NULL);
  g_autofree char *office = NULL;
  g_autofree char *mathml = NULL;
  g_autofree char *text = NULL;
  g_autoptr (CsFormula) from_office = NULL;
  g_autoptr (CsFormula) from_mathml = NULL;
  double width, height, base;

  if (formula == NULL)
    return;

  office = cs_formula_dup_office_math (formula);
  mathml = cs_formula_dup_mathml (formula);
  text = cs_formula_dup_text (formula);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  from_office = cs_formula_new (office, strlen (office), NULL);
  from_mathml = cs_formula_new (mathml, strlen (mathml), NULL);
  g_assert_nonnull (from_office);
  g_assert_nonnull (from_mathml);
  cs_formula_measure (formula, 12, &width, &height, &base);
  g_assert_true (width >= 0 && height >= 0 && height < 1e7);
}

static void
fuzz_grid (const char *xml, gsize n_bytes)
{
  g_autoptr (CsGrid) grid = cs_grid_new (xml, n_bytes, NULL);
  g_autofree char *html = NULL;
  g_autofree char *text = NULL;
  g_autoptr (CsGrid) back = NULL;

  if (grid == NULL || cs_grid_get_n_columns (grid) * cs_grid_get_n_rows (grid) > 10000)
    return;

  html = cs_grid_dup_html (grid);
  text = cs_grid_dup_text (grid);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  back = cs_grid_new (html, strlen (html), NULL);
  g_assert_nonnull (back);
  g_assert_cmpuint (cs_grid_get_n_rows (back), ==, cs_grid_get_n_rows (grid));
  g_assert_true (cs_grid_draw (grid, 9, 300, NULL) > 0);
}

static void
fuzz_html (const char *html, gsize n_bytes)
{
  g_autoptr (CsText) text = cs_html_read (html, n_bytes);
  g_autofree char *written = cs_html_write (text);
  g_autoptr (CsText) back G_GNUC_UNUSED = cs_html_read (written, strlen (written));
  guint n_objects;
  const CsInlineObject *objects = cs_text_get_objects (text, &n_objects);

  for (guint i = 0; i < n_objects; i++)
    {
      g_autofree char *words G_GNUC_UNUSED = cs_object_dup_text (&objects[i]);

      if (objects[i].kind == CS_OBJECT_TABLE && strlen (objects[i].payload) < 10000)
        fuzz_grid (objects[i].payload, strlen (objects[i].payload));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *content = (const char *)data + 1;

  if (size < 2)
    return 0;

  if (data[0] == 'f')
    fuzz_formula (content, size - 1);
  else if (data[0] == 't')
    fuzz_grid (content, size - 1);
  else
    fuzz_html (content, size - 1);

  return 0;
}
