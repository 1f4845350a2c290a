#include <string.h>

#include "cs-docx-write-private.h"

#define EMU_PER_MM 36000
#define MM_PER_INCH 25.4
#define FIRST_DRAWING 100000 /* drawings that come from Word keep their numbers, which are lower */
#define SCREEN_DPI 96        /* of a picture that does not say */
#define MAX_WIDTH_MM 160     /* what every office prints without cutting */

typedef struct
{
  double width_mm;
  double height_mm;
} Size;

/* One side that is not told follows from the other and the shape of the picture. */
static Size
get_size (const CsDocxPicture *picture)
{
  const CsRasterInfo *raster = picture->raster;
  double dpi = raster->dpi > 0 ? raster->dpi : SCREEN_DPI;
  Size size = { picture->width_mm, picture->height_mm };
  double ratio = 0.75;

  if (raster->width_px > 0 && raster->height_px > 0)
    ratio = (double)raster->height_px / raster->width_px;

  if (size.width_mm <= 0 && size.height_mm > 0)
    size.width_mm = size.height_mm / ratio;
  if (size.width_mm <= 0)
    size.width_mm = raster->width_px > 0 ? raster->width_px * MM_PER_INCH / dpi : 80;
  if (size.height_mm <= 0)
    size.height_mm = size.width_mm * ratio;

  return size;
}

static Size
fit (const CsDocxManuscript *manuscript, const CsDocxPicture *picture)
{
  Size size = get_size (picture);
  double width;
  double height;
  double scale;

  cs_docx_layout_get_text_mm (manuscript->layout, &width, &height);
  width = MIN (width, MAX_WIDTH_MM);
  if (picture->max_height_mm > 0)
    height = MIN (height, picture->max_height_mm);
  scale = MIN (MIN (1, width / size.width_mm), height / size.height_mm);

  return (Size){ MAX (size.width_mm * scale, 0.1), MAX (size.height_mm * scale, 0.1) };
}

void
cs_docx_write_picture (CsDocxManuscript *manuscript, const CsDocxPicture *picture)
{
  GString *xml = manuscript->xml;
  Size size = fit (manuscript, picture);
  gint64 cx = size.width_mm * EMU_PER_MM;
  gint64 cy = size.height_mm * EMU_PER_MM;
  guint number = FIRST_DRAWING + manuscript->n_drawings++;
  const char *part = cs_docx_out_add_picture (manuscript->out, picture->name, picture->bytes,
                                              picture->raster->format);
  guint relation = cs_docx_out_relate (manuscript->out, manuscript->source,
                                       CS_DOCX_RELATION "image", part);

  g_string_append_printf (
      xml,
      "<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
      "<wp:extent cx=\"%" G_GINT64_FORMAT "\" cy=\"%" G_GINT64_FORMAT "\"/>"
      "<wp:docPr id=\"%u\" name=\"%s %u\" descr=\"",
      cx, cy, number, picture->kind, number);
  if (picture->name != NULL)
    cs_docx_append_escaped (xml, picture->name, strlen (picture->name));
  g_string_append_printf (
      xml,
      "\"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/>"
      "</wp:cNvGraphicFramePr><a:graphic><a:graphicData "
      "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>"
      "<pic:cNvPr id=\"%u\" name=\"%s %u\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
      "<a:blip r:embed=\"rId%u\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>"
      "<a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%" G_GINT64_FORMAT "\" cy=\"%" G_GINT64_FORMAT
      "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
      "</a:graphicData></a:graphic></wp:inline></w:drawing>",
      number, picture->kind, number, relation, cx, cy);
}

GBytes *
cs_docx_load_drawing (const CsWriteJob *job, const CsFigure *figure, CsRasterInfo *raster)
{
  g_autoptr (GBytes) bytes = NULL;
  gsize n_bytes;
  const char *data;

  if (figure->file == NULL || job->load_image == NULL)
    return NULL;

  bytes = job->load_image (figure->file, job->image_data);
  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &n_bytes);

  return cs_raster_probe (data, n_bytes, raster) ? g_steal_pointer (&bytes) : NULL;
}
