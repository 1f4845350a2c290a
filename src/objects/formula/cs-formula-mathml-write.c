#include "cs-formula-write.h"

static void write_node (GString *out, const CsNode *node);

/* An argument of an element is one element: a row when it is none or several. */
static void
write_argument (GString *out, const CsNode *node)
{
  if (node == NULL)
    {
      g_string_append (out, "<mrow/>");
      return;
    }

  if (node->kind != CS_NODE_ROW)
    {
      write_node (out, node);
      return;
    }

  g_string_append (out, "<mrow>");
  write_node (out, node);
  g_string_append (out, "</mrow>");
}

static void
write_children (GString *out, const char *name, const CsNode *node, const guint *order)
{
  g_string_append_printf (out, "<%s>", name);
  for (; *order != G_MAXUINT; order++)
    write_argument (out, cs_node_get (node, *order));
  g_string_append_printf (out, "</%s>", name);
}

static const char *
get_token_name (const CsNode *token)
{
  static const char *const names[] = { "mi", "mn", "mo", "mtext" };

  return names[token->token];
}

/* The variant of @token where it is not what its element has of itself. */
static const char *
get_variant (const CsNode *token)
{
  gboolean bold = (token->flags & CS_FORMULA_BOLD) != 0;
  gboolean one = *g_utf8_next_char (token->text) == '\0';
  gunichar first = g_utf8_get_char (token->text);

  if (token->token == CS_TOKEN_WORDS && (token->flags & CS_FORMULA_ITALIC) != 0)
    return bold ? "bold-italic" : "italic";
  if (token->token != CS_TOKEN_LETTERS || !cs_letter_has_italic (first))
    return bold ? "bold" : NULL;
  if ((token->flags & CS_FORMULA_UPRIGHT) != 0)
    return bold ? "bold" : one ? "normal" :
                                 NULL;
  if (bold)
    return "bold-italic";

  return one ? NULL : "italic"; /* a letter with marks */
}

static void
write_token (GString *out, const CsNode *node)
{
  const char *name = get_token_name (node);
  const char *variant = get_variant (node);

  g_string_append_printf (out, "<%s", name);
  if (variant != NULL)
    g_string_append_printf (out, " mathvariant=\"%s\"", variant);
  g_string_append_c (out, '>');
  cs_formula_append_escaped (out, node->text);
  g_string_append_printf (out, "</%s>", name);
}

static void
write_space (GString *out, const CsNode *node)
{
  char width[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (width, sizeof width, "%.3f", node->width / 18.0);
  g_string_append_printf (out, "<mspace width=\"%sem\"/>", width);
}

static void
write_fraction (GString *out, const CsNode *node)
{
  static const char *const attributes[] = {
    "",
    " linethickness=\"0\"",
    " bevelled=\"true\"",
    " bevelled=\"true\"",
  };

  g_string_append_printf (out, "<mfrac%s>", attributes[node->fraction]);
  write_argument (out, cs_node_get (node, 0));
  write_argument (out, cs_node_get (node, 1));
  g_string_append (out, "</mfrac>");
}

static void
write_root (GString *out, const CsNode *node)
{
  static const guint root[] = { 0, 1, G_MAXUINT };
  static const guint square[] = { 0, G_MAXUINT };

  if (cs_node_get (node, 1) != NULL)
    write_children (out, "mroot", node, root);
  else
    write_children (out, "msqrt", node, square);
}

/* @names: with both, below alone, above alone. */
static void
write_scripts (GString *out, const CsNode *node, const char *const names[3])
{
  static const guint orders[3][4] = {
    { 0, 1, 2, G_MAXUINT },
    { 0, 1, G_MAXUINT },
    { 0, 2, G_MAXUINT },
  };
  guint which = cs_node_get (node, 2) == NULL ? 1 : cs_node_get (node, 1) == NULL ? 2 :
                                                                                    0;

  write_children (out, names[which], node, orders[which]);
}

static void
write_pre (GString *out, const CsNode *node)
{
  g_string_append (out, "<mmultiscripts>");
  write_argument (out, cs_node_get (node, 0));
  g_string_append (out, "<mprescripts/>");
  for (guint i = 1; i <= 2; i++)
    if (cs_node_get (node, i) == NULL)
      g_string_append (out, "<none/>");
    else
      write_argument (out, cs_node_get (node, i));
  g_string_append (out, "</mmultiscripts>");
}

static void
write_sign (GString *out, gunichar sign)
{
  char utf8[7] = { 0 };

  g_unichar_to_utf8 (sign, utf8);
  cs_formula_append_escaped (out, utf8);
}

static void
write_sign_element (GString *out, gunichar sign)
{
  if (sign == 0)
    return;

  g_string_append (out, "<mo>");
  write_sign (out, sign);
  g_string_append (out, "</mo>");
}

/* Whether a sign in @content might be taken for the other half of a fence around it. */
static gboolean
has_loose_fence (const CsNode *content, gboolean of_bars)
{
  for (guint i = 0; i < cs_node_get_n_items (content); i++)
    {
      const CsNode *item = cs_node_get_item (content, i);
      const CsNode *base = item->kind == CS_NODE_SCRIPTS ? cs_node_get (item, 0) : item;
      gunichar sign = cs_node_get_sign (base);
      CsSignClass class = sign == 0 ? CS_SIGN_ORDINARY : cs_sign_classify (sign);

      if ((of_bars && cs_sign_is_bar (sign)) || class == CS_SIGN_OPEN || class == CS_SIGN_CLOSE)
        return TRUE;
    }

  return FALSE;
}

/* Whether the signs alone make a fence for whoever reads them. */
static gboolean
is_plain_fence (const CsNode *node)
{
  const CsNode *content = cs_node_get (node, 0);
  gboolean table = content != NULL && content->kind == CS_NODE_TABLE;
  gboolean open = cs_sign_classify (node->open) == CS_SIGN_OPEN;
  gboolean close = cs_sign_classify (node->close) == CS_SIGN_CLOSE;

  if (has_loose_fence (content, cs_sign_is_bar (node->open)))
    return FALSE;

  return (open && close) || (cs_sign_is_bar (node->open) && node->open == node->close) ||
         (table && open && node->close == 0) || (table && close && node->open == 0);
}

static void
write_fence (GString *out, const CsNode *node)
{
  if (is_plain_fence (node))
    {
      g_string_append (out, "<mrow>");
      write_sign_element (out, node->open);
      write_argument (out, cs_node_get (node, 0));
      write_sign_element (out, node->close);
      g_string_append (out, "</mrow>");
      return;
    }

  g_string_append (out, "<mfenced open=\"");
  if (node->open != 0)
    write_sign (out, node->open);
  g_string_append (out, "\" close=\"");
  if (node->close != 0)
    write_sign (out, node->close);
  g_string_append (out, "\" separators=\"\">");
  write_argument (out, cs_node_get (node, 0));
  g_string_append (out, "</mfenced>");
}

static void
write_table (GString *out, const CsNode *node)
{
  g_string_append (out, (node->flags & CS_FORMULA_EQUATIONS) != 0 ?
                            "<mtable displaystyle=\"true\" columnalign=\"" :
                            "<mtable columnalign=\"");
  for (const char *align = node->text; *align != '\0'; align++)
    g_string_append_printf (out, "%s%s", align == node->text ? "" : " ",
                            *align == 'l' ? "left" :
                            *align == 'r' ? "right" :
                                            "center");
  g_string_append (out, "\">");

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    {
      if (i % node->width == 0)
        g_string_append (out, "<mtr>");
      g_string_append (out, "<mtd>");
      write_node (out, cs_node_get (node, i));
      g_string_append (out, "</mtd>");
      if (i % node->width == node->width - 1)
        g_string_append (out, "</mtr>");
    }
  g_string_append (out, "</mtable>");
}

static void
write_frame (GString *out, const CsNode *node)
{
  static const char *const names[] = {
    "top",
    "bottom",
    "left",
    "right",
    "horizontalstrike",
    "verticalstrike",
    "updiagonalstrike",
    "downdiagonalstrike",
  };
  g_autoptr (GString) notation = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((node->flags & (1u << i)) != 0)
      g_string_append_printf (notation, "%s%s", notation->len == 0 ? "" : " ", names[i]);
  g_string_append_printf (out, "<menclose notation=\"%s\">", notation->str);
  write_argument (out, cs_node_get (node, 0));
  g_string_append (out, "</menclose>");
}

static void
write_row (GString *out, const CsNode *node)
{
  for (guint i = 0; i < cs_node_get_n_items (node); i++)
    write_node (out, cs_node_get_item (node, i));
}

static void
write_node (GString *out, const CsNode *node)
{
  static const char *const scripts[] = { "msubsup", "msub", "msup" };
  static const char *const limits[] = { "munderover", "munder", "mover" };
  static const guint content[] = { 0, G_MAXUINT };

  switch (node->kind)
    {
    case CS_NODE_TOKEN:
      write_token (out, node);
      break;
    case CS_NODE_SPACE:
      write_space (out, node);
      break;
    case CS_NODE_FRACTION:
      write_fraction (out, node);
      break;
    case CS_NODE_ROOT:
      write_root (out, node);
      break;
    case CS_NODE_SCRIPTS:
      write_scripts (out, node, scripts);
      break;
    case CS_NODE_LIMITS:
      write_scripts (out, node, limits);
      break;
    case CS_NODE_PRE:
      write_pre (out, node);
      break;
    case CS_NODE_FENCE:
      write_fence (out, node);
      break;
    case CS_NODE_TABLE:
      write_table (out, node);
      break;
    case CS_NODE_FRAME:
      write_frame (out, node);
      break;
    case CS_NODE_PHANTOM:
      write_children (out, "mphantom", node, content);
      break;
    case CS_NODE_ROW:
    case CS_NODE_BREAK:
    default:
      write_row (out, node);
    }
}

char *
cs_formula_dup_mathml (const CsFormula *formula)
{
  GString *out = g_string_new ("<math xmlns=\"http://www.w3.org/1998/Math/MathML\" "
                               "display=\"block\">");

  write_node (out, formula->root);
  g_string_append (out, "</math>");

  return g_string_free (out, FALSE);
}
