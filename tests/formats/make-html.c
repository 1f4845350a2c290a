/* Writes a text with runs, a formula and a table as HTML to standard output, for other programs to
 * judge. */

#include <stdio.h>
#include <string.h>

#include "../../src/base/cs-text-builder.h"
#include "../../src/formats/html/cs-html.h"

static void
append (CsTextBuilder *builder, const char *text, guint styles)
{
  gsize start = cs_text_builder_get_n_bytes (builder);

  cs_text_builder_append (builder, text, strlen (text));
  for (CsRunStyle i = 0; i < CS_N_RUN_STYLES; i++)
    if ((styles & (1u << i)) != 0)
      cs_text_builder_add_run (builder, start, cs_text_builder_get_n_bytes (builder), i);
}

int
main (void)
{
  CsTextBuilder *builder = cs_text_builder_new ();
  g_autoptr (CsText) text = NULL;
  g_autofree char *html = NULL;

  append (builder, "浓度为10", 0);
  append (builder, "-7", 1u << CS_RUN_SUP);
  append (builder, " mol/L的H", 0);
  append (builder, "2", 1u << CS_RUN_SUB);
  append (builder, "O，", 0);
  append (builder, "bold", 1u << CS_RUN_BOLD);
  append (builder, " and ", 0);
  append (builder, "italic", 1u << CS_RUN_ITALIC);
  append (builder, " <tag> & ", 0);
  append (builder, "under\n\nthird line\n", 1u << CS_RUN_UNDERLINE);
  cs_text_builder_append_object (
      builder, CS_OBJECT_TABLE,
      "<table><tr><th>h</th><th>c<sup>3</sup></th></tr><tr><td>1</td><td>2</td></tr></table>",
      NULL);
  append (builder, "\nend", 0);
  text = cs_text_builder_end (builder);
  html = cs_html_write (text);
  fputs (html, stdout);

  return 0;
}
