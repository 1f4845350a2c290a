#include "cs-formula-box.h"

static void
free_part (gpointer part)
{
  cs_box_free (part);
}

CsBox *
cs_box_new (void)
{
  return g_new0 (CsBox, 1);
}

void
cs_box_free (CsBox *box)
{
  g_clear_object (&box->letters);
  g_clear_pointer (&box->parts, g_ptr_array_unref);
  g_free (box);
}

void
cs_box_add (CsBox *box, CsBox *part, double x, double y)
{
  if (box->parts == NULL)
    box->parts = g_ptr_array_new_with_free_func (free_part);

  part->x = x;
  part->y = y;
  box->width = MAX (box->width, x + part->width);
  box->ascent = MAX (box->ascent, part->ascent - y);
  box->descent = MAX (box->descent, part->descent + y);
  g_ptr_array_add (box->parts, part);
}

CsBox *
cs_box_new_sign (gunichar sign, double width, double ascent, double descent)
{
  CsBox *box = cs_box_new ();

  box->shape = CS_SHAPE_SIGN;
  box->sign = sign;
  box->width = width;
  box->ascent = ascent;
  box->descent = descent;

  return box;
}

static void
draw_letters (const CsBox *box, cairo_t *cr)
{
  cairo_move_to (cr, 0, -pango_units_to_double (pango_layout_get_baseline (box->letters)));
  pango_cairo_show_layout (cr, box->letters);
}

void
cs_box_draw (const CsBox *box, cairo_t *cr)
{
  if (box->shape == CS_SHAPE_LETTERS)
    draw_letters (box, cr);
  else if (box->shape != CS_SHAPE_NONE)
    cs_shape_draw (box, cr);

  for (guint i = 0; box->parts != NULL && i < box->parts->len; i++)
    {
      const CsBox *part = box->parts->pdata[i];

      cairo_translate (cr, part->x, part->y);
      cs_box_draw (part, cr);
      cairo_translate (cr, -part->x, -part->y);
    }
}

/* --- settings --- */

CsSetting
cs_setting_for (const CsSetting *setting, CsStyle style)
{
  CsSetting other = *setting;

  other.style = style;

  return other;
}

CsSetting
cs_setting_for_scripts (const CsSetting *setting)
{
  return cs_setting_for (setting,
                         setting->style < CS_STYLE_SCRIPT ? CS_STYLE_SCRIPT : CS_STYLE_SMALL);
}

double
cs_setting_get_em (const CsSetting *setting)
{
  static const double scales[] = { 1, 1, 0.72, 0.55 };

  return setting->font_pt * scales[setting->style];
}

/* --- letters --- */

static PangoFontDescription *
make_font (guint flags, gboolean italic, double size_pt)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, (flags & CS_FORMULA_SIGN) != 0 ? CS_OBJECT_SIGNS :
                                                                                   CS_OBJECT_SERIF);
  pango_font_description_set_size (font, size_pt * PANGO_SCALE);
  if ((flags & CS_FORMULA_BOLD) != 0)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if (italic)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);

  return font;
}

CsBox *
cs_box_new_letters (
    const CsSetting *setting, const char *text, guint flags, gboolean italic, double size_pt)
{
  CsBox *box = cs_box_new ();
  PangoFontDescription *font = make_font (flags, italic, size_pt);
  PangoRectangle ink, logical;
  double base;

  box->shape = CS_SHAPE_LETTERS;
  box->letters = pango_layout_new (setting->pango);
  pango_layout_set_single_paragraph_mode (box->letters, TRUE);
  pango_layout_set_font_description (box->letters, font);
  pango_font_description_free (font);
  pango_layout_set_text (box->letters, text, -1);

  pango_layout_get_extents (box->letters, &ink, &logical);
  base = pango_units_to_double (pango_layout_get_baseline (box->letters));
  box->width = pango_units_to_double (logical.width);
  box->ascent = base - pango_units_to_double (ink.y);
  box->descent = pango_units_to_double (ink.y + ink.height) - base;
  box->bearing = pango_units_to_double (ink.x);
  box->ink = pango_units_to_double (ink.width);
  box->lean = MAX (0, pango_units_to_double (ink.x + ink.width) - box->width);
  box->width += box->lean;

  return box;
}
