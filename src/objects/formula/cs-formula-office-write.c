#include "cs-formula-write.h"

#define MAX_NESTED_SUMS 6 /* sums that are what another sum takes; further ones stand beside it */

typedef struct
{
  GString *out;
  guint n_sums; /* that the place is within */
} Writer;

static void write_node (Writer *writer, const CsNode *node);
static void write_items (Writer *writer, const CsNode *row, guint from, guint to);

static void
write (Writer *writer, const char *markup)
{
  g_string_append (writer->out, markup);
}

/* Argument @name; empty when @node is %NULL. */
static void
write_argument (Writer *writer, const char *name, const CsNode *node)
{
  g_string_append_printf (writer->out, "<m:%s>", name);
  if (node != NULL)
    write_node (writer, node);
  g_string_append_printf (writer->out, "</m:%s>", name);
}

static void
write_sign_property (Writer *writer, const char *name, gunichar sign)
{
  char utf8[7] = { 0 };

  if (sign != 0)
    g_unichar_to_utf8 (sign, utf8);
  g_string_append_printf (writer->out, "<m:%s m:val=\"", name);
  cs_formula_append_escaped (writer->out, utf8);
  write (writer, "\"/>");
}

/* --- letters --- */

/* How letters look, where Word would have them otherwise: italic where there are italics. */
static const char *
get_style (const CsNode *token)
{
  gboolean bold = (token->flags & CS_FORMULA_BOLD) != 0;
  gboolean italic = token->token == CS_TOKEN_LETTERS && (token->flags & CS_FORMULA_UPRIGHT) == 0 &&
                    cs_letter_has_italic (g_utf8_get_char (token->text));

  if (bold)
    return italic ? "bi" : "b";

  return token->token == CS_TOKEN_LETTERS && !italic ? "p" : NULL;
}

static void
write_words_look (Writer *writer, const CsNode *token)
{
  write (writer, "<m:rPr><m:nor/></m:rPr>");
  if (token->flags == 0)
    return;

  write (writer, "<w:rPr>");
  if ((token->flags & CS_FORMULA_BOLD) != 0)
    write (writer, "<w:b/>");
  if ((token->flags & CS_FORMULA_ITALIC) != 0)
    write (writer, "<w:i/>");
  write (writer, "</w:rPr>");
}

static void
write_look (Writer *writer, const CsNode *token)
{
  const char *style = get_style (token);

  if (style != NULL)
    g_string_append_printf (writer->out, "<m:rPr><m:sty m:val=\"%s\"/></m:rPr>", style);
  write (writer, "<w:rPr><w:rFonts w:ascii=\"Cambria Math\" w:hAnsi=\"Cambria Math\"/></w:rPr>");
}

static void
write_token (Writer *writer, const CsNode *token)
{
  write (writer, "<m:r>");
  if (token->token == CS_TOKEN_WORDS)
    write_words_look (writer, token);
  else
    write_look (writer, token);
  write (writer, "<m:t xml:space=\"preserve\">");
  cs_formula_append_escaped (writer->out, token->text);
  write (writer, "</m:t></m:r>");
}

static void
write_space (Writer *writer, const CsNode *space)
{
  write (writer, "<m:r><m:t xml:space=\"preserve\">");
  cs_space_append (writer->out, space->width);
  write (writer, "</m:t></m:r>");
}

/* --- structures --- */

static void
write_fraction (Writer *writer, const CsNode *node)
{
  static const char *const types[] = { "bar", "noBar", "skw", "lin" };

  g_string_append_printf (writer->out, "<m:f><m:fPr><m:type m:val=\"%s\"/></m:fPr>",
                          types[node->fraction]);
  write_argument (writer, "num", cs_node_get (node, 0));
  write_argument (writer, "den", cs_node_get (node, 1));
  write (writer, "</m:f>");
}

static void
write_root (Writer *writer, const CsNode *node)
{
  const CsNode *degree = cs_node_get (node, 1);

  write (writer, "<m:rad>");
  if (degree == NULL)
    write (writer, "<m:radPr><m:degHide m:val=\"1\"/></m:radPr>");
  write_argument (writer, "deg", degree);
  write_argument (writer, "e", cs_node_get (node, 0));
  write (writer, "</m:rad>");
}

static void
write_scripts (Writer *writer, const CsNode *node)
{
  const CsNode *sub = cs_node_get (node, 1);
  const CsNode *sup = cs_node_get (node, 2);
  const char *name = sup == NULL ? "sSub" : sub == NULL ? "sSup" :
                                                          "sSubSup";

  g_string_append_printf (writer->out, "<m:%s>", name);
  write_argument (writer, "e", cs_node_get (node, 0));
  if (sub != NULL)
    write_argument (writer, "sub", sub);
  if (sup != NULL)
    write_argument (writer, "sup", sup);
  g_string_append_printf (writer->out, "</m:%s>", name);
}

static void
write_pre (Writer *writer, const CsNode *node)
{
  write (writer, "<m:sPre>");
  write_argument (writer, "sub", cs_node_get (node, 1));
  write_argument (writer, "sup", cs_node_get (node, 2));
  write_argument (writer, "e", cs_node_get (node, 0));
  write (writer, "</m:sPre>");
}

static void
write_limit (Writer *writer, const char *name, const CsNode *node, guint side)
{
  g_string_append_printf (writer->out, "<m:%s>", name);
  write_argument (writer, "e", cs_node_get (node, 0));
  write_argument (writer, "lim", cs_node_get (node, side));
  g_string_append_printf (writer->out, "</m:%s>", name);
}

static void
write_both_limits (Writer *writer, const CsNode *node)
{
  write (writer, "<m:limUpp><m:e>");
  write_limit (writer, "limLow", node, 1);
  write (writer, "</m:e>");
  write_argument (writer, "lim", cs_node_get (node, 2));
  write (writer, "</m:limUpp>");
}

/* An accent, a bar or a brace over or under something. */
static void
write_decoration (Writer *writer, const CsNode *node, gunichar sign, gboolean above)
{
  const char *name = sign == 0xaf || sign == '_' ? "bar" :
                     cs_sign_is_wide (sign)      ? "groupChr" :
                                                   "acc";

  g_string_append_printf (writer->out, "<m:%s><m:%sPr>", name, name);
  if (*name == 'a')
    write_sign_property (writer, "chr", cs_sign_to_combining (sign));
  if (*name == 'g')
    write_sign_property (writer, "chr", sign);
  if (*name != 'a')
    g_string_append_printf (writer->out, "<m:pos m:val=\"%s\"/>", above ? "top" : "bot");
  if (*name == 'g' && above)
    write (writer, "<m:vertJc m:val=\"bot\"/>");
  g_string_append_printf (writer->out, "</m:%sPr>", name);
  write_argument (writer, "e", cs_node_get (node, 0));
  g_string_append_printf (writer->out, "</m:%s>", name);
}

static gunichar
get_decoration (const CsNode *node, guint side)
{
  const CsNode *limit = cs_node_get (node, side);
  gunichar sign = cs_node_get_sign (limit);

  if (sign == 0 || limit->flags != 0 || cs_node_get (node, 3 - side) != NULL)
    return 0;
  if (cs_sign_is_wide (sign) || (side == 2 && cs_sign_to_combining (sign) != 0))
    return side == 2 && sign == '_' ? 0 : sign;

  return 0;
}

static void
write_limits (Writer *writer, const CsNode *node)
{
  gunichar over = get_decoration (node, 2);
  gunichar under = get_decoration (node, 1);

  if (over != 0 || under != 0)
    write_decoration (writer, node, over != 0 ? over : under, over != 0);
  else if (cs_node_get (node, 1) != NULL && cs_node_get (node, 2) != NULL)
    write_both_limits (writer, node);
  else if (cs_node_get (node, 1) != NULL)
    write_limit (writer, "limLow", node, 1);
  else
    write_limit (writer, "limUpp", node, 2);
}

/* Bars within a fence part it, so that they grow with it. */
static void
write_fence (Writer *writer, const CsNode *node)
{
  const CsNode *content = cs_node_get (node, 0);
  guint n_items = cs_node_get_n_items (content);
  guint from = 0;

  write (writer, "<m:d><m:dPr>");
  write_sign_property (writer, "begChr", node->open);
  write_sign_property (writer, "sepChr", '|');
  write_sign_property (writer, "endChr", node->close);
  write (writer, "</m:dPr>");
  for (guint i = 0; i <= n_items; i++)
    if (i == n_items || cs_node_get_sign (cs_node_get_item (content, i)) == '|')
      {
        write (writer, "<m:e>");
        write_items (writer, content, from, i);
        write (writer, "</m:e>");
        from = i + 1;
      }
  write (writer, "</m:d>");
}

static void
write_frame (Writer *writer, const CsNode *node)
{
  static const char *const hidden[] = { "hideTop", "hideBot", "hideLeft", "hideRight" };
  static const char *const struck[] = { "strikeH", "strikeV", "strikeBLTR", "strikeTLBR" };

  write (writer, "<m:borderBox><m:borderBoxPr>");
  for (guint i = 0; i < 4; i++)
    if ((node->flags & (CS_FRAME_TOP << i)) == 0)
      g_string_append_printf (writer->out, "<m:%s m:val=\"1\"/>", hidden[i]);
  for (guint i = 0; i < 4; i++)
    if ((node->flags & (CS_FRAME_ACROSS << i)) != 0)
      g_string_append_printf (writer->out, "<m:%s m:val=\"1\"/>", struck[i]);
  write (writer, "</m:borderBoxPr>");
  write_argument (writer, "e", cs_node_get (node, 0));
  write (writer, "</m:borderBox>");
}

static void
write_phantom (Writer *writer, const CsNode *node)
{
  write (writer, "<m:phant><m:phantPr><m:show m:val=\"0\"/></m:phantPr>");
  write_argument (writer, "e", cs_node_get (node, 0));
  write (writer, "</m:phant>");
}

/* --- tables --- */

static void
write_columns (Writer *writer, const CsNode *table)
{
  write (writer, "<m:mPr><m:mcs>");
  for (const char *align = table->text; *align != '\0'; align++)
    g_string_append_printf (writer->out,
                            "<m:mc><m:mcPr><m:count m:val=\"1\"/><m:mcJc m:val=\"%s\"/>"
                            "</m:mcPr></m:mc>",
                            *align == 'l' ? "left" :
                            *align == 'r' ? "right" :
                                            "center");
  write (writer, "</m:mcs></m:mPr>");
}

static void
write_matrix (Writer *writer, const CsNode *table)
{
  guint n_cells = table->children == NULL ? 0 : table->children->len;

  write (writer, "<m:m>");
  write_columns (writer, table);
  for (guint i = 0; i < n_cells; i++)
    {
      if (i % table->width == 0)
        write (writer, "<m:mr>");
      write_argument (writer, "e", cs_node_get (table, i));
      if (i % table->width == table->width - 1)
        write (writer, "</m:mr>");
    }
  write (writer, "</m:m>");
}

static void
write_equations (Writer *writer, const CsNode *table)
{
  guint n_cells = table->children == NULL ? 0 : table->children->len;

  write (writer, "<m:eqArr>");
  for (guint i = 0; i < n_cells; i++)
    {
      write (writer, i % table->width == 0 ? "<m:e>" : "<m:r><m:t>&amp;</m:t></m:r>");
      write_node (writer, cs_node_get (table, i));
      if (i % table->width == table->width - 1)
        write (writer, "</m:e>");
    }
  write (writer, "</m:eqArr>");
}

/* --- rows --- */

/* Where what a sum takes ends, that stands before item @from of @row. */
static guint
find_operand_end (const CsNode *row, guint from, guint to)
{
  guint at = from;

  for (; at < to; at++)
    {
      CsSignClass class = cs_node_classify (cs_node_get_item (row, at));

      if (class == CS_SIGN_RELATION || class == CS_SIGN_PUNCTUATION || class == CS_SIGN_CLOSE ||
          (class == CS_SIGN_BINARY && at > from))
        break;
    }

  return at;
}

/* The sum or integral sign that @node is, maybe with limits; 0 when it is something else. */
static gunichar
get_large_sign (const CsNode *node)
{
  const CsNode *base =
      node->kind == CS_NODE_SCRIPTS || node->kind == CS_NODE_LIMITS ? cs_node_get (node, 0) : node;
  gunichar sign = cs_node_get_sign (base);

  return sign != 0 && base->flags == 0 && cs_sign_classify (sign) == CS_SIGN_LARGE ? sign : 0;
}

static void
write_large (Writer *writer, const CsNode *node, gunichar sign)
{
  const CsNode *sub = node->kind == CS_NODE_TOKEN ? NULL : cs_node_get (node, 1);
  const CsNode *sup = node->kind == CS_NODE_TOKEN ? NULL : cs_node_get (node, 2);

  write (writer, "<m:nary><m:naryPr>");
  write_sign_property (writer, "chr", sign);
  g_string_append_printf (writer->out, "<m:limLoc m:val=\"%s\"/>",
                          node->kind == CS_NODE_LIMITS ? "undOvr" : "subSup");
  if (sub == NULL)
    write (writer, "<m:subHide m:val=\"1\"/>");
  if (sup == NULL)
    write (writer, "<m:supHide m:val=\"1\"/>");
  write (writer, "</m:naryPr>");
  write_argument (writer, "sub", sub);
  write_argument (writer, "sup", sup);
}

static guint
write_sum (Writer *writer, const CsNode *row, guint at, guint to)
{
  const CsNode *node = cs_node_get_item (row, at);
  guint end = find_operand_end (row, at + 1, to);

  if (end == at + 1 || writer->n_sums >= MAX_NESTED_SUMS)
    {
      write_node (writer, node);
      return at + 1;
    }

  write_large (writer, node, get_large_sign (node));
  write (writer, "<m:e>");
  writer->n_sums++;
  write_items (writer, row, at + 1, end);
  writer->n_sums--;
  write (writer, "</m:e></m:nary>");

  return end;
}

/* Whether item @at is the name of a function, and the next one what it takes. */
static gboolean
is_applied (const CsNode *row, guint at, guint to)
{
  const CsNode *next = at + 1 < to ? cs_node_get_item (row, at + 1) : NULL;

  return next != NULL && cs_token_is_function (cs_node_get_item (row, at)) &&
         next->kind != CS_NODE_SPACE && next->kind != CS_NODE_TABLE &&
         !(next->kind == CS_NODE_TOKEN && next->token == CS_TOKEN_SIGN) &&
         get_large_sign (next) == 0;
}

static guint
write_item (Writer *writer, const CsNode *row, guint at, guint to)
{
  const CsNode *node = cs_node_get_item (row, at);

  if (get_large_sign (node) != 0)
    return write_sum (writer, row, at, to);

  if (is_applied (row, at, to))
    {
      write (writer, "<m:func>");
      write_argument (writer, "fName", node);
      write_argument (writer, "e", cs_node_get_item (row, at + 1));
      write (writer, "</m:func>");
      return at + 2;
    }

  write_node (writer, node);
  return at + 1;
}

static void
write_items (Writer *writer, const CsNode *row, guint from, guint to)
{
  while (from < to)
    from = write_item (writer, row, from, to);
}

static void
write_node (Writer *writer, const CsNode *node)
{
  switch (node->kind)
    {
    case CS_NODE_TOKEN:
      write_token (writer, node);
      break;
    case CS_NODE_SPACE:
      write_space (writer, node);
      break;
    case CS_NODE_FRACTION:
      write_fraction (writer, node);
      break;
    case CS_NODE_ROOT:
      write_root (writer, node);
      break;
    case CS_NODE_SCRIPTS:
      write_scripts (writer, node);
      break;
    case CS_NODE_PRE:
      write_pre (writer, node);
      break;
    case CS_NODE_LIMITS:
      write_limits (writer, node);
      break;
    case CS_NODE_FENCE:
      write_fence (writer, node);
      break;
    case CS_NODE_TABLE:
      if ((node->flags & CS_FORMULA_EQUATIONS) != 0)
        write_equations (writer, node);
      else
        write_matrix (writer, node);
      break;
    case CS_NODE_FRAME:
      write_frame (writer, node);
      break;
    case CS_NODE_PHANTOM:
      write_phantom (writer, node);
      break;
    case CS_NODE_ROW:
    case CS_NODE_BREAK:
    default:
      write_items (writer, node, 0, cs_node_get_n_items (node));
    }
}

char *
cs_formula_dup_office_math (const CsFormula *formula)
{
  Writer writer = { .out = g_string_new (NULL) };

  write (&writer, "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
                  "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
  write_node (&writer, formula->root);
  write (&writer, "</m:oMath>");

  return g_string_free (writer.out, FALSE);
}
