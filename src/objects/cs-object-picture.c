#include "cs-object-picture.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../base/cs-limits.h"
#include "cs-object-xml.h"
#include "formula/cs-formula.h"
#include "grid/cs-grid.h"

#define FONT_PT 12
#define TABLE_PT 440    /* width of the text of an A4 page */
#define MAX_CELLS 20000 /* of a table that is drawn */
#define MARGIN_PT 2

/* What can be drawn of an object: one of both, or none. */
typedef struct
{
  CsFormula *formula;
  CsGrid *grid;
} Source;

static void
source_clear (Source *source)
{
  g_clear_pointer (&source->formula, cs_formula_free);
  g_clear_pointer (&source->grid, cs_grid_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

static gboolean
source_read (Source *source, const CsInlineObject *object, GError **error)
{
  const char *payload = object->payload;

  if (object->kind == CS_OBJECT_TABLE && payload != NULL)
    {
      source->grid = cs_grid_new (payload, strlen (payload), error);
      return source->grid != NULL;
    }
  if (payload != NULL && object->kind != CS_OBJECT_FOOTNOTE && object->kind != CS_OBJECT_IMAGE)
    {
      source->formula = cs_formula_new (payload, strlen (payload), error);
      return source->formula != NULL;
    }

  cs_error_set (error, CS_ERROR_UNSUPPORTED, 0, _ ("the object cannot be drawn"));
  return FALSE;
}

/* Size in points; draws it unless @cr is %NULL. */
static void
source_draw (const Source *source, double *width, double *height, cairo_t *cr)
{
  double base;

  if (source->grid != NULL)
    {
      *width = TABLE_PT;
      *height = cs_grid_draw (source->grid, FONT_PT, TABLE_PT, cr);
      return;
    }

  cs_formula_measure (source->formula, FONT_PT, width, height, &base);
  if (cr != NULL)
    cs_formula_draw (source->formula, FONT_PT, cr);
}

static cairo_status_t
append_png (void *data, const unsigned char *bytes, unsigned int n_bytes)
{
  g_byte_array_append (data, bytes, n_bytes);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
draw_png (const Source *source, int width_px, int height_px, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width_px, height_px);
  cairo_t *cr = cairo_create (surface);
  GByteArray *png = g_byte_array_new ();
  double width, height;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, MARGIN_PT, MARGIN_PT);
  source_draw (source, &width, &height, cr);
  cairo_surface_write_to_png_stream (surface, append_png, png);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (png);
}

static GBytes *
draw (const Source *source, CsRasterFormat format, double dpi, GError **error)
{
  double width, height;
  g_autoptr (GBytes) png = NULL;
  gsize n_bytes;
  const char *bytes;

  if (source->grid != NULL &&
      cs_grid_get_n_columns (source->grid) * cs_grid_get_n_rows (source->grid) > MAX_CELLS)
    {
      cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("the table is too large to be drawn"));
      return NULL;
    }

  source_draw (source, &width, &height, NULL);
  width = ceil ((width + 2 * MARGIN_PT) * dpi / 72);
  height = ceil ((height + 2 * MARGIN_PT) * dpi / 72);
  if (width > 32000 || height > 32000 || width * height > CS_MAX_IMAGE_PIXELS)
    {
      cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("the object is too large to be drawn"));
      return NULL;
    }

  png = draw_png (source, width, height, dpi / 72);
  bytes = g_bytes_get_data (png, &n_bytes);

  return cs_raster_convert (bytes, n_bytes, format, dpi, 0, error);
}

GBytes *
cs_object_dup_picture (const CsInlineObject *object,
                       GBytes *preview,
                       CsRasterFormat format,
                       double dpi,
                       GError **error)
{
  g_auto (Source) source = { NULL };
  GBytes *picture = NULL;
  gsize n_bytes = 0;
  const char *bytes = preview == NULL ? NULL : g_bytes_get_data (preview, &n_bytes);

  g_return_val_if_fail (dpi > 0, NULL);

  if (bytes != NULL)
    picture = cs_raster_convert (bytes, n_bytes, format, dpi, 0, NULL);
  if (picture != NULL)
    return picture;

  return source_read (&source, object, error) ? draw (&source, format, dpi, error) : NULL;
}

/* --- text --- */

/* Words of Word's text without what is deleted. */
static char *
dup_words (const char *payload)
{
  g_autoptr (xmlDoc) doc = cs_object_xml_parse (payload, strlen (payload), NULL);
  xmlNode *root = doc == NULL ? NULL : xmlDocGetRootElement (doc);
  g_autoptr (GString) text = g_string_new (NULL);

  for (xmlNode *node = root; node != NULL;)
    {
      gboolean is_letters = cs_object_xml_is (node, "t");

      if (is_letters)
        cs_object_xml_append_text (node, text);
      else if (cs_object_xml_is (node, "p") && text->len > 0)
        g_string_append_c (text, ' ');
      node = cs_object_xml_next_within (root, node, is_letters || cs_object_xml_is (node, "del"));
    }

  return text->len == 0 ? NULL : g_strdup (g_strstrip (text->str));
}

char *
cs_object_dup_text (const CsInlineObject *object)
{
  g_auto (Source) source = { NULL };

  if (object->payload == NULL)
    return NULL;
  if (object->kind == CS_OBJECT_FOOTNOTE)
    return dup_words (object->payload);
  if (!source_read (&source, object, NULL))
    return NULL;

  return source.grid != NULL ? cs_grid_dup_text (source.grid) :
                               cs_formula_dup_text (source.formula);
}
