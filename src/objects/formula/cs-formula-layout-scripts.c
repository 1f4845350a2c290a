#include "cs-formula-box.h"

/* What stands above and below. Source: Knuth, The TeXbook, app. G, rules 11 to 18. */

/* --- scripts --- */

/* How far the superscript goes up and the subscript down, for the box they belong to. */
typedef struct
{
  double up;
  double down;
} Shifts;

static gboolean
is_letter_like (const CsNode *base)
{
  gunichar sign = cs_node_get_sign (base);

  return base == NULL ||
         (base->kind == CS_NODE_TOKEN && (sign == 0 || cs_sign_classify (sign) != CS_SIGN_LARGE));
}

static Shifts
find_shifts (const CsSetting *setting, const CsBox *base, gboolean letter)
{
  double em = cs_setting_get_em (setting);
  CsSetting scripts = cs_setting_for_scripts (setting);
  double small = cs_setting_get_em (&scripts);
  Shifts shifts = { 0, 0 };

  if (!letter)
    {
      shifts.up = base->ascent - 0.42 * small;
      shifts.down = base->descent + 0.1 * small;
    }
  shifts.up = MAX (shifts.up, (setting->style == CS_STYLE_DISPLAY ? 0.413 : 0.363) * em);
  shifts.down = MAX (shifts.down, 0.15 * em);

  return shifts;
}

/* Keeps the two apart, and off the letters. */
static void
adjust_shifts (const CsSetting *setting, Shifts *shifts, const CsBox *sub, const CsBox *sup)
{
  double em = cs_setting_get_em (setting);
  double gap;

  if (sup != NULL)
    shifts->up = MAX (shifts->up, sup->descent + CS_EM_X / 4 * em);
  if (sub != NULL && sup == NULL)
    shifts->down = MAX (shifts->down, sub->ascent - CS_EM_X * 0.8 * em);
  if (sub == NULL || sup == NULL)
    return;

  shifts->down = MAX (shifts->down, 0.247 * em);
  gap = shifts->up - sup->descent - (sub->ascent - shifts->down);
  if (gap < 4 * CS_EM_RULE * em)
    shifts->down += 4 * CS_EM_RULE * em - gap;
}

static CsBox *
layout_script (const CsSetting *setting, const CsNode *script)
{
  CsSetting scripts = cs_setting_for_scripts (setting);

  return script == NULL ? NULL : cs_layout_node (&scripts, script);
}

CsBox *
cs_layout_scripts (const CsSetting *setting, const CsNode *node)
{
  CsBox *base = cs_layout_node (setting, cs_node_get (node, 0));
  CsBox *sub = layout_script (setting, cs_node_get (node, 1));
  CsBox *sup = layout_script (setting, cs_node_get (node, 2));
  Shifts shifts = find_shifts (setting, base, is_letter_like (cs_node_get (node, 0)));
  double em = cs_setting_get_em (setting);
  double width = base->width;
  double lean = base->lean;
  CsBox *box = cs_box_new ();

  if (cs_sign_is_integral (cs_node_get_sign (cs_node_get (node, 0))))
    lean = width * 0.35;
  adjust_shifts (setting, &shifts, sub, sup);
  cs_box_add (box, base, 0, 0);
  if (sub != NULL)
    cs_box_add (box, sub, width - lean + 0.03 * em, shifts.down);
  if (sup != NULL)
    cs_box_add (box, sup, width + 0.05 * em, -shifts.up);
  box->width += 0.05 * em;

  return box;
}

CsBox *
cs_layout_pre (const CsSetting *setting, const CsNode *node)
{
  CsBox *base = cs_layout_node (setting, cs_node_get (node, 0));
  CsBox *sub = layout_script (setting, cs_node_get (node, 1));
  CsBox *sup = layout_script (setting, cs_node_get (node, 2));
  Shifts shifts = find_shifts (setting, base, is_letter_like (cs_node_get (node, 0)));
  double width = MAX (sub == NULL ? 0 : sub->width, sup == NULL ? 0 : sup->width);
  CsBox *box = cs_box_new ();

  adjust_shifts (setting, &shifts, sub, sup);
  if (sub != NULL)
    cs_box_add (box, sub, width - sub->width, shifts.down);
  if (sup != NULL)
    cs_box_add (box, sup, width - sup->width, -shifts.up);
  cs_box_add (box, base, width + 0.04 * cs_setting_get_em (setting), 0);

  return box;
}

/* --- limits --- */

static gboolean
is_accent (gunichar sign)
{
  return cs_sign_to_combining (sign) != 0;
}

/* How wide and high an accent over @base is. */
static CsBox *
layout_accent (const CsSetting *setting, gunichar sign, const CsBox *base)
{
  double em = cs_setting_get_em (setting);
  gboolean stretches = sign == 0xaf || sign == '^' || sign == '~' || cs_shape_is_arrow (sign);
  double width = sign == 0x20db ? 0.42 : sign == 0xa8 ? 0.28 :
                                     sign == 0x2d9    ? 0.12 :
                                                        0.3;
  double height = sign == 0xaf ? CS_EM_RULE : cs_shape_is_arrow (sign) ? 0.18 :
                                                                         0.14;
  CsBox *box;

  width *= em;
  if (stretches && base->width - base->lean > width)
    width = base->width - base->lean * 0.5;
  if ((sign == '^' || sign == '~') && width > em * 0.45)
    height = 0.19;
  if (cs_shape_is_arrow (sign))
    width = MAX (width, em * 0.45);
  box = cs_box_new_sign (sign, width, height * em, 0);
  box->line = CS_EM_RULE * em;

  return box;
}

static CsBox *
stack_accent (const CsSetting *setting, CsBox *base, gunichar sign, gboolean leans)
{
  double em = cs_setting_get_em (setting);
  CsBox *accent = layout_accent (setting, sign, base);
  CsBox *box = cs_box_new ();
  double lean = leans ? 0.06 * em : 0;
  double x = (base->width - accent->width) / 2 + lean;
  double left = MAX (0, -x);
  double top = MAX (base->ascent, CS_EM_X * em);

  cs_box_add (box, base, left, 0);
  cs_box_add (box, accent, left + x, -top - 0.09 * em);

  return box;
}

/* A line, brace or arrow as wide as @base, above or below it. */
static CsBox *
stack_wide (const CsSetting *setting, CsBox *base, gunichar sign, gboolean above)
{
  double em = cs_setting_get_em (setting);
  double height = sign == '_' || sign == 0xaf ? CS_EM_RULE : 0.28;
  CsBox *wide = cs_box_new_sign (sign, MAX (base->width, 0.5 * em), height * em, 0);
  CsBox *box = cs_box_new ();
  double x = (base->width - wide->width) / 2;
  double y = above ? -base->ascent - 0.1 * em : base->descent + (0.1 + height) * em;

  wide->line = CS_EM_RULE * em;
  cs_box_add (box, base, MAX (0, -x), 0);
  cs_box_add (box, wide, MAX (0, x), y);

  return box;
}

/* An arrow that what is above and below it makes longer. */
static CsBox *
layout_arrow (const CsSetting *setting, gunichar sign, double width)
{
  double em = cs_setting_get_em (setting);
  double half = 0.15 * em;
  double axis = CS_EM_AXIS * em;
  CsBox *arrow = cs_box_new_sign (sign, MAX (width + 0.8 * em, 1.2 * em), axis + half, half - axis);

  arrow->line = CS_EM_RULE * em;

  return arrow;
}

static CsBox *
layout_limit_base (const CsSetting *setting,
                   const CsNode *base,
                   const CsBox *under,
                   const CsBox *over)
{
  gunichar sign = cs_node_get_sign (base);
  double width = MAX (under == NULL ? 0 : under->width, over == NULL ? 0 : over->width);

  if (sign != 0 && cs_shape_is_arrow (sign))
    return layout_arrow (setting, sign, width);

  return cs_layout_node (setting, base);
}

static CsBox *
stack_limits (const CsSetting *setting, const CsNode *node)
{
  double em = cs_setting_get_em (setting);
  CsBox *under = layout_script (setting, cs_node_get (node, 1));
  CsBox *over = layout_script (setting, cs_node_get (node, 2));
  CsBox *base = layout_limit_base (setting, cs_node_get (node, 0), under, over);
  CsBox *box = cs_box_new ();
  double base_width = base->width;
  double ascent = base->ascent;
  double descent = base->descent;
  double width =
      MAX (base->width, MAX (under == NULL ? 0 : under->width, over == NULL ? 0 : over->width));

  cs_box_add (box, base, (width - base_width) / 2, 0);
  if (under != NULL)
    {
      double x = (width - under->width) / 2;

      cs_box_add (box, under, x,
                  descent + MAX (0.15 * em, 0.5 * em - under->ascent) + under->ascent);
    }
  if (over != NULL)
    cs_box_add (box, over, (width - over->width) / 2,
                -ascent - MAX (0.12 * em, 0.2 * em - over->descent) - over->descent);

  return box;
}

CsBox *
cs_layout_limits (const CsSetting *setting, const CsNode *node)
{
  const CsNode *base = cs_node_get (node, 0);
  gunichar over = cs_node_get_sign (cs_node_get (node, 2));
  gunichar under = cs_node_get_sign (cs_node_get (node, 1));
  gboolean leans = base != NULL && base->kind == CS_NODE_TOKEN && base->token == CS_TOKEN_LETTERS &&
                   (base->flags & CS_FORMULA_UPRIGHT) == 0;

  if (cs_node_get (node, 1) == NULL && is_accent (over))
    return stack_accent (setting, cs_layout_node (setting, base), over, leans);
  if (cs_node_get (node, 1) == NULL && cs_sign_is_wide (over))
    return stack_wide (setting, cs_layout_node (setting, base), over, TRUE);
  if (cs_node_get (node, 2) == NULL && cs_sign_is_wide (under))
    return stack_wide (setting, cs_layout_node (setting, base), under, FALSE);

  return stack_limits (setting, node);
}
