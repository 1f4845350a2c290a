#include "cs-pdf-flow.h"

#include <string.h>

#define CHINESE "Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei"
#define LATIN "Noto Sans, Arial, Liberation Sans, Nimbus Sans"
#define QUOTE_INDENT 7.0
#define SMALL 0.72 /* of a subscript */
#define RISE 0.33  /* of a superscript, in ems */

/* Sizes and what stands around, by look. */
static const struct
{
  double size;
  double height; /* of a line */
  double before; /* free above a paragraph */
  gboolean bold;
} looks[CS_N_LOOKS] = {
  [CS_LOOK_BODY] = { CS_PDF_BODY, 13.2, 0, FALSE },
  [CS_LOOK_STRONG] = { CS_PDF_BODY, 13.2, 5, TRUE },
  [CS_LOOK_CAPTION] = { CS_PDF_CAPTION, 11, 1, FALSE },
  [CS_LOOK_QUOTE] = { CS_PDF_BODY, 13.2, 3, FALSE },
  [CS_LOOK_SUBJECT] = { CS_PDF_SECTION, 17, 0, FALSE },
};

void
cs_pdf_set_text_color (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0.11, 0.11, 0.13);
}

void
cs_pdf_set_dim_color (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0.38, 0.38, 0.41);
}

void
cs_pdf_set_line_color (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0.8, 0.8, 0.82);
}

/* Quotation marks are as wide as a letter in Chinese and narrow in English: the language of the
 * report decides. */
const char *
cs_pdf_get_fonts (PangoContext *context)
{
  const char *language = pango_language_to_string (pango_context_get_language (context));

  return g_str_has_prefix (language, "zh") ? CHINESE ", " LATIN : LATIN ", " CHINESE;
}

static PangoFontDescription *
font_new (PangoContext *context, double size, gboolean bold)
{
  PangoFontDescription *font = pango_font_description_from_string (cs_pdf_get_fonts (context));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);

  return font;
}

/* --- from pieces to a layout --- */

/* @attribute: (transfer full) */
static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static void
add_styles (PangoAttrList *list, const CsReportPiece *piece, guint start, guint end, double size)
{
  static const guint raised = 1u << CS_RUN_SUB | 1u << CS_RUN_SUP;
  double rise = (piece->styles & 1u << CS_RUN_SUP) != 0 ? RISE : -RISE / 2;

  if (piece->marked)
    add_attribute (list, pango_attr_background_new (0xfdfd, 0xe6e6, 0xa8a8), start, end);
  if ((piece->styles & raised) != 0)
    {
      add_attribute (list, pango_attr_scale_new (SMALL), start, end);
      add_attribute (list, pango_attr_rise_new (rise * size * PANGO_SCALE), start, end);
    }
  if ((piece->styles & 1u << CS_RUN_BOLD) != 0)
    add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  if ((piece->styles & 1u << CS_RUN_ITALIC) != 0)
    add_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
  if ((piece->styles & 1u << CS_RUN_UNDERLINE) != 0)
    add_attribute (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
}

static void
set_pieces (PangoLayout *layout, const CsReportLine *line)
{
  g_autofree char *text = cs_report_pieces_dup_text (line->pieces);
  PangoAttrList *list = pango_attr_list_new ();
  guint start = 0;

  for (guint i = 0; i < line->pieces->len; i++)
    {
      const CsReportPiece *piece = &g_array_index (line->pieces, CsReportPiece, i);
      guint end = start + strlen (piece->text);

      add_styles (list, piece, start, end, looks[line->look].size);
      start = end;
    }
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
}

static PangoLayout *
layout_new (PangoContext *context, const CsReportLine *line, double width)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font =
      font_new (context, looks[line->look].size, looks[line->look].bold);
  double indent = line->look == CS_LOOK_QUOTE ? QUOTE_INDENT : 0;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (width - indent) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir (layout, FALSE);
  if (line->shape != CS_SHAPE_NONE)
    pango_layout_set_indent (layout, (looks[line->look].size + 3.5) * PANGO_SCALE);
  set_pieces (layout, line);
  pango_font_description_free (font);

  return layout;
}

/* --- strips --- */

static void
clear_strip (gpointer data)
{
  g_object_unref (((CsPdfStrip *)data)->layout);
}

static void
break_line (GArray *strips, PangoContext *context, const CsReportLine *line, double width)
{
  g_autoptr (PangoLayout) layout = layout_new (context, line, width);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  gboolean is_first = TRUE;

  do
    {
      PangoLayoutLine *letters_line = pango_layout_iter_get_line_readonly (iter);
      CsPdfStrip strip = { g_object_ref (layout), letters_line, line };
      PangoRectangle box;
      double letters;

      pango_layout_iter_get_line_extents (iter, NULL, &box);
      letters = (double)box.height / PANGO_SCALE;
      strip.is_first = is_first;
      strip.before = is_first && strips->len > 0 ? looks[line->look].before : 0;
      strip.height = looks[line->look].height;
      if (letters > 2 * strip.height) /* a script of tall letters */
        strip.height = letters;
      strip.baseline = (strip.height - letters) / 2 +
                       (double)(pango_layout_iter_get_baseline (iter) - box.y) / PANGO_SCALE;
      g_array_append_val (strips, strip);
      is_first = FALSE;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

GArray *
cs_pdf_strips_new (PangoContext *context, const GPtrArray *lines, double width)
{
  GArray *strips = g_array_new (FALSE, FALSE, sizeof (CsPdfStrip));

  g_array_set_clear_func (strips, clear_strip);
  for (guint i = 0; i < lines->len; i++)
    break_line (strips, context, lines->pdata[i], width);

  return strips;
}

double
cs_pdf_strips_get_height (const GArray *strips)
{
  double height = 0;

  for (guint i = 0; i < strips->len; i++)
    {
      const CsPdfStrip *strip = &g_array_index (strips, CsPdfStrip, i);

      height += strip->before + strip->height;
    }

  return height;
}

static double
get_indent (const CsPdfStrip *strip)
{
  PangoRectangle box;

  pango_layout_line_get_extents (strip->line, NULL, &box);

  return (double)box.x / PANGO_SCALE;
}

void
cs_pdf_strip_draw (cairo_t *cr, const CsPdfStrip *strip, double x, double y)
{
  const CsReportLine *source = strip->source;
  double size = looks[source->look].size;
  double top = y + strip->before;
  double indent = get_indent (strip);

  if (source->look == CS_LOOK_QUOTE)
    {
      cs_pdf_set_line_color (cr);
      cairo_rectangle (cr, x, top, 1.5, strip->height);
      cairo_fill (cr);
      x += QUOTE_INDENT;
    }
  if (strip->is_first && source->shape != CS_SHAPE_NONE)
    {
      cs_report_shape_draw (cr, source->shape, source->hollow, x,
                            top + strip->baseline - size * 0.88, size);
      indent = size + 3.5;
    }
  if (source->look == CS_LOOK_CAPTION)
    cs_pdf_set_dim_color (cr);
  else
    cs_pdf_set_text_color (cr);
  cairo_move_to (cr, x + indent, top + strip->baseline);
  pango_cairo_show_layout_line (cr, strip->line);
}

static PangoLayout *
text_layout_new (PangoContext *context, const char *text, double size, gboolean bold)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = font_new (context, size, bold);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);

  return layout;
}

void
cs_pdf_draw_text (cairo_t *cr,
                  PangoContext *context,
                  const char *text,
                  double size,
                  gboolean bold,
                  double x,
                  double y)
{
  g_autoptr (PangoLayout) layout = text_layout_new (context, text, size, bold);

  cairo_move_to (cr, x, y);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
}

void
cs_pdf_draw_text_right (cairo_t *cr,
                        PangoContext *context,
                        const char *text,
                        double size,
                        double right,
                        double y)
{
  g_autoptr (PangoLayout) layout = text_layout_new (context, text, size, FALSE);
  PangoRectangle box;

  pango_layout_get_extents (layout, NULL, &box);
  cairo_move_to (cr, right - (double)box.width / PANGO_SCALE, y);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
}
