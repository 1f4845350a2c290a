#include <string.h>

#include "cs-grid-private.h"

static char
get_align (const xmlNode *cell, gboolean heading)
{
  const char *align = cs_object_xml_get (cell, "align");

  if (g_strcmp0 (align, "right") == 0)
    return 'r';
  if (g_strcmp0 (align, "center") == 0)
    return 'c';

  return heading && align == NULL ? 'c' : 'l';
}

static void
read_row (CsGridMaker *maker, const xmlNode *row, gboolean in_head)
{
  cs_grid_maker_begin_row (maker);
  for (xmlNode *child = row->children; child != NULL && !maker->too_large; child = child->next)
    {
      gboolean heading = cs_object_xml_is (child, "th");
      CsCell *cell;

      if (!heading && !cs_object_xml_is (child, "td"))
        continue;
      cell = cs_grid_maker_add (maker, cs_grid_read_text (maker, child), CS_GRID_ANY_COLUMN,
                                cs_object_xml_get_number (child, "colspan", G_MAXINT, 1),
                                cs_object_xml_get_number (child, "rowspan", G_MAXINT, 1));
      cell->cell.is_heading = heading || in_head;
      cell->align = get_align (child, heading);
    }
}

static void
read_part (CsGridMaker *maker, const xmlNode *part, gboolean in_head)
{
  for (xmlNode *child = part->children; child != NULL; child = child->next)
    if (cs_object_xml_is (child, "tr"))
      read_row (maker, child, in_head);
    else if (cs_object_xml_is (child, "thead"))
      read_part (maker, child, TRUE);
    else if (cs_object_xml_is (child, "tbody") || cs_object_xml_is (child, "tfoot"))
      read_part (maker, child, FALSE);
}

void
cs_grid_read_html (CsGridMaker *maker, xmlNode *table)
{
  maker->grid->lined = TRUE;
  read_part (maker, table, FALSE);
}
