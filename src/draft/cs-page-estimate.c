#include "cs-page-estimate.h"

#include <string.h>

#include "../language/cs-scan.h"

#define OBJECT_LINES 4  /* a formula or small picture within the text */
#define TABLE_LINES 12  /* a table, of which nothing more is known here */
#define PAGE_MM 240.0   /* room for drawings on a page */
#define CAPTION_MM 12.0 /* "FIG. 1" and the room around it */

/* As g_unichar_iswide(), which searches a table even for what most texts are made of. */
static gboolean
is_wide (gunichar c)
{
  return c >= 0x80 && ((c >= 0x4e00 && c <= 0x9fff) || g_unichar_iswide (c));
}

static guint
count_columns (const char *text, gsize n_bytes)
{
  guint columns = 0;

  for (gsize at = 0; at < n_bytes; at += g_utf8_skip[(guchar)text[at]])
    columns += is_wide (cs_scan_char (text, at)) ? 2 : 1;

  return columns;
}

static guint
count_object_lines (const CsText *text)
{
  guint lines = 0;
  guint n_objects;
  const CsInlineObject *objects = cs_text_get_objects (text, &n_objects);

  for (guint i = 0; i < n_objects; i++)
    if (objects[i].kind != CS_OBJECT_FOOTNOTE)
      lines += objects[i].kind == CS_OBJECT_TABLE ? TABLE_LINES : OBJECT_LINES;

  return lines;
}

static guint
estimate_text (const CsText *text, CsPageSize size)
{
  const char *at = cs_text_get_string (text);
  guint lines = count_object_lines (text);

  while (*at != '\0')
    {
      const char *end = at + strcspn (at, "\n");
      guint columns = count_columns (at, end - at);

      if (columns > 0)
        lines += 1 + (columns - 1) / size.columns;
      at = *end == '\0' ? end : end + 1;
    }

  return (lines + size.lines - 1) / size.lines;
}

static guint
estimate_figures (const GArray *figures)
{
  guint pages = 0;
  double used = PAGE_MM;

  for (guint i = 0; i < figures->len; i++)
    {
      double height = g_array_index (figures, CsFigure, i).height_mm;

      height = height > 0 ? height + CAPTION_MM : PAGE_MM;
      if (used + height > PAGE_MM)
        {
          pages++;
          used = 0;
        }
      used += height;
    }

  return pages;
}

guint
cs_page_estimate (const CsDraft *draft, CsPart part, CsPageSize size)
{
  if (part == CS_PART_FIGURES)
    return estimate_figures (draft->figures);
  if (draft->texts[part] == NULL || size.lines == 0 || size.columns == 0)
    return 0;

  return estimate_text (draft->texts[part], size);
}
