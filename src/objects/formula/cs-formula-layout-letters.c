#include "cs-formula-box.h"

/* Rows of letters and signs, and what is between them. Source: Knuth, The TeXbook, ch. 18 and
 * app. G. */

#define GROWN 0.6 /* from the middle up or down, in ems: what is higher needs a larger fence */

/* --- tokens --- */

/* Typed signs, as they are printed. */
static const char *
get_printed (const CsNode *token)
{
  switch (cs_node_get_sign (token))
    {
    case '-':
      return "−";
    case '*':
      return "∗";
    case '\'':
      return "′";
    case 0xf603:
    case 0xf604:
      return "|";
    default:
      return token->text;
    }
}

static gboolean
is_italic (const CsNode *token)
{
  if (token->token == CS_TOKEN_WORDS)
    return (token->flags & CS_FORMULA_ITALIC) != 0;

  return token->token == CS_TOKEN_LETTERS && (token->flags & CS_FORMULA_UPRIGHT) == 0 &&
         cs_letter_has_italic (g_utf8_get_char (token->text));
}

/* Takes @letters. A sign with less room beside it than a font may have: fonts for Chinese make all
 * signs as wide as their characters. */
static CsBox *
trim (CsBox *letters, double side, double shift)
{
  CsBox *box = cs_box_new ();

  cs_box_add (box, letters, side - letters->bearing, shift);
  box->width = letters->ink + 2 * side;

  return box;
}

/* A sign in the middle of what is beside it, enlarged. */
static CsBox *
layout_large (const CsSetting *setting, gunichar sign, const char *text)
{
  double em = cs_setting_get_em (setting);
  double scale = setting->style > CS_STYLE_DISPLAY ? 1.2 : cs_sign_is_integral (sign) ? 2 :
                                                                                        1.55;
  CsBox *letters = cs_box_new_letters (setting, text, CS_FORMULA_SIGN, FALSE, em * scale);

  return trim (letters, 0.06 * em, (letters->ascent - letters->descent) / 2 - CS_EM_AXIS * em);
}

/* The typed d of a differential is in few fonts. */
static CsBox *
layout_differential (const CsSetting *setting, gunichar sign)
{
  static const char *const letters[] = { "D", "d", "e", "i", "j" };

  return cs_box_new_letters (setting, letters[sign - 0x2145], 0, TRUE, cs_setting_get_em (setting));
}

CsBox *
cs_layout_token (const CsSetting *setting, const CsNode *token)
{
  gunichar sign = cs_node_get_sign (token);
  gunichar first = g_utf8_get_char (token->text);
  double em = cs_setting_get_em (setting);
  guint flags = token->flags | (token->token == CS_TOKEN_SIGN ? CS_FORMULA_SIGN : 0);
  CsBox *box;

  if (sign != 0 && cs_sign_classify (sign) == CS_SIGN_LARGE)
    return layout_large (setting, sign, token->text);
  if (first >= 0x2145 && first <= 0x2149)
    return layout_differential (setting, first);

  box = cs_box_new_letters (setting, get_printed (token), flags, is_italic (token), em);
  if (token->token == CS_TOKEN_SIGN && box->width > box->ink + 0.2 * em)
    return trim (box, 0.05 * em, 0);
  if (token->token == CS_TOKEN_WORDS || token->token == CS_TOKEN_LETTERS)
    box->ascent = MAX (box->ascent, CS_EM_X * em);

  return box;
}

/* --- spaces between --- */

/* In eighteenths; those of ten or more only between letters of full size. By what is before and
 * what is after, in the order of CsSignClass. */
static const guint8 gaps[8][8] = {
  /* ord, large, binary, relation, open, close, punctuation, inner */
  { 0, 3, 14, 15, 0, 0, 0, 13 },
  { 3, 3, 0, 15, 0, 0, 0, 13 },
  { 14, 14, 0, 0, 14, 0, 0, 14 },
  { 15, 15, 0, 0, 15, 0, 0, 15 },
  { 0, 0, 0, 0, 0, 0, 0, 0 },
  { 0, 3, 14, 15, 0, 0, 0, 13 },
  { 13, 13, 0, 13, 13, 13, 13, 13 },
  { 13, 3, 14, 15, 13, 0, 13, 13 },
};

static CsSignClass
get_class (const CsNode *node, gboolean from_left)
{
  if (cs_token_is_function (node))
    return CS_SIGN_LARGE;
  if (node->kind == CS_NODE_FENCE)
    return from_left ? CS_SIGN_CLOSE : CS_SIGN_OPEN;
  if (node->kind == CS_NODE_SCRIPTS && cs_node_get (node, 0) != NULL &&
      cs_node_get (node, 0)->kind == CS_NODE_FENCE)
    return from_left ? CS_SIGN_CLOSE : CS_SIGN_OPEN;

  return cs_node_classify (node);
}

/* A sign between nothing, or a sign, and something is no operation but belongs to it: "-x". */
static gboolean
is_prefix (gboolean has_before, CsSignClass before)
{
  return !has_before || before == CS_SIGN_LARGE || before == CS_SIGN_BINARY ||
         before == CS_SIGN_RELATION || before == CS_SIGN_OPEN || before == CS_SIGN_PUNCTUATION;
}

typedef struct
{
  gboolean has_before;
  CsSignClass before;
} Neighbour;

/* The space before @node, in eighteenths of an em. */
static double
find_gap (const CsSetting *setting, Neighbour *neighbour, const CsNode *node)
{
  CsSignClass class = get_class (node, FALSE);
  CsSignClass after = get_class (node, TRUE);
  guint gap;

  if (class == CS_SIGN_BINARY && is_prefix (neighbour->has_before, neighbour->before))
    class = after = CS_SIGN_ORDINARY;

  gap = neighbour->has_before ? gaps[neighbour->before][class] : 0;
  neighbour->has_before = TRUE;
  neighbour->before = after;
  if (gap >= 10)
    gap = setting->style >= CS_STYLE_SCRIPT ? 0 : gap - 10;

  return gap;
}

/* --- signs that grow --- */

static CsBox *
new_letter_sign (const CsSetting *setting, gunichar sign)
{
  char utf8[7] = { 0 };

  g_unichar_to_utf8 (sign, utf8);

  return cs_box_new_letters (setting, utf8, CS_FORMULA_SIGN, FALSE, cs_setting_get_em (setting));
}

/* @sign, 0 for none, as high as @content. */
static CsBox *
new_fence_sign (const CsSetting *setting, gunichar sign, const CsBox *content)
{
  double em = cs_setting_get_em (setting);
  double axis = CS_EM_AXIS * em;
  double half = MAX (content->ascent - axis, content->descent + axis);
  double width = sign == '|' ? 0.3 : sign == '{' || sign == '}' ? 0.5 :
                                                                  0.42;
  CsBox *box;

  if (sign == 0)
    return cs_box_new ();
  if (half <= GROWN * em || !cs_shape_can_grow (sign))
    return new_letter_sign (setting, sign);

  half = MAX (half - 0.12 * em, half * 0.95) + 0.05 * em;
  box = cs_box_new_sign (sign, (width + MIN (half / em, 4) * 0.04) * em, half + axis, half - axis);
  box->line = CS_EM_RULE * 1.15 * em;

  return box;
}

/* --- rows --- */

static gboolean
is_bar (const CsNode *node)
{
  return cs_sign_is_bar (cs_node_get_sign (node));
}

static void
add_item (const CsSetting *setting, CsBox *row, Neighbour *neighbour, const CsNode *item)
{
  double em = cs_setting_get_em (setting);
  double gap = item->kind == CS_NODE_SPACE ? item->width : find_gap (setting, neighbour, item);

  row->width += gap * em / 18;
  if (item->kind == CS_NODE_SPACE)
    return;

  if (is_bar (item)) /* as high as what is before it */
    cs_box_add (row, new_fence_sign (setting, cs_node_get_sign (item), row), row->width, 0);
  else
    cs_box_add (row, cs_layout_node (setting, item), row->width, 0);
}

CsBox *
cs_layout_row (const CsSetting *setting, const CsNode *row)
{
  CsBox *box = cs_box_new ();
  Neighbour neighbour = { FALSE, CS_SIGN_ORDINARY };

  for (guint i = 0; i < cs_node_get_n_items (row); i++)
    add_item (setting, box, &neighbour, cs_node_get_item (row, i));

  return box;
}

/* --- fences --- */

CsBox *
cs_layout_fence (const CsSetting *setting, const CsNode *fence)
{
  const CsNode *inside = cs_node_get (fence, 0);
  gboolean matrix = inside != NULL && inside->kind == CS_NODE_TABLE;
  CsSetting inner =
      cs_setting_for (setting, matrix ? MAX (setting->style, CS_STYLE_TEXT) : setting->style);
  CsBox *content = cs_layout_node (&inner, inside);
  CsBox *open = new_fence_sign (setting, fence->open, content);
  CsBox *close = new_fence_sign (setting, fence->close, content);
  CsBox *box = cs_box_new ();
  double inset = fence->close == 0 && fence->open == '{' ? 0.1 * cs_setting_get_em (setting) : 0;

  cs_box_add (box, open, 0, 0);
  cs_box_add (box, content, box->width + inset, 0);
  cs_box_add (box, close, box->width, 0);

  return box;
}
