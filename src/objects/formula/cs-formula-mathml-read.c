#include <string.h>

#include "cs-formula-private.h"

/* Source: MathML 3.0 (W3C 2014), chapter 3. What is said by colours, sizes and line breaking is not
 * taken; all letters are. */

static void read_element (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items);

/* --- parts of elements --- */

static GPtrArray *
read_items (CsFormulaReader *reader, const xmlNode *node)
{
  GPtrArray *items = cs_node_items_new ();

  for (xmlNode *child = xmlFirstElementChild ((xmlNode *)node); child != NULL;
       child = xmlNextElementSibling (child))
    read_element (reader, child, items);

  return items;
}

static CsNode *
read_row (CsFormulaReader *reader, const xmlNode *node)
{
  return cs_node_new_row (read_items (reader, node));
}

/* One argument: an element; an empty row when it is not there. */
static CsNode *
read_argument (CsFormulaReader *reader, const xmlNode *node)
{
  GPtrArray *items = cs_node_items_new ();

  if (node != NULL)
    read_element (reader, node, items);

  return cs_node_new_row (items);
}

/* An argument that may be left out, then %NULL. */
static CsNode *
read_option (CsFormulaReader *reader, const xmlNode *node)
{
  CsNode *option;

  if (node == NULL || cs_object_xml_is (node, "none"))
    return NULL;

  option = read_argument (reader, node);
  if (!cs_node_is_empty (option))
    return option;

  cs_node_free (option);
  return NULL;
}

static const xmlNode *
get_argument (const xmlNode *node, guint argument)
{
  xmlNode *child = xmlFirstElementChild ((xmlNode *)node);

  while (child != NULL && argument-- > 0)
    child = xmlNextElementSibling (child);

  return child;
}

/* --- letters --- */

static const char *
skip_space (const char *at)
{
  while (g_ascii_isspace (*at))
    at++;

  return at;
}

/* The text of a token: white space of XML at its ends is no part of it, elsewhere it is one space.
 */
static char *
dup_token_text (const xmlNode *node)
{
  g_autoptr (GString) raw = g_string_new (NULL);
  GString *text = g_string_new (NULL);

  cs_object_xml_append_text (node, raw);
  for (const char *at = skip_space (raw->str); *at != '\0';)
    if (!g_ascii_isspace (*at))
      g_string_append_c (text, *at++);
    else
      {
        at = skip_space (at);
        if (*at != '\0')
          g_string_append_c (text, ' ');
      }

  return g_string_free (text, FALSE);
}

static const char *
find_variant (const xmlNode *node)
{
  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      const char *variant = cs_object_xml_get (node, "mathvariant");

      if (variant != NULL)
        return variant;
    }

  return NULL;
}

/* A name of one letter is italic, a longer one upright. */
static gboolean
is_upright (const xmlNode *node, const char *text, const char *variant)
{
  if (!cs_object_xml_is (node, "mi"))
    return TRUE;
  if (variant != NULL)
    return strstr (variant, "italic") == NULL;

  return *text != '\0' && *g_utf8_next_char (text) != '\0';
}

static void
read_token (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  const char *variant = find_variant (node);
  g_autofree char *plain = dup_token_text (node);
  g_autofree char *text = cs_token_dup_variant (plain, variant == NULL ? "" : variant);
  guint flags = is_upright (node, text, variant) ? CS_FORMULA_UPRIGHT : 0;

  if (variant != NULL && g_str_has_prefix (variant, "bold"))
    flags |= CS_FORMULA_BOLD;
  if (variant != NULL && strstr (variant, "italic") != NULL)
    flags |= CS_FORMULA_ITALIC;

  if (cs_object_xml_is (node, "mtext") || cs_object_xml_is (node, "ms"))
    cs_token_add_words (items, text, flags);
  else
    cs_token_split (items, text, flags);
}

/* --- spaces --- */

/* A length in eighteenths of the size of letters. Other units than those of letters are taken at 12
 * points. */
static guint
read_width (const char *value)
{
  static const char *const names[] = {
    /* of one eighteenth, of two, ... */
    "veryverythinmathspace",
    "verythinmathspace",
    "thinmathspace",
    "mediummathspace",
    "thickmathspace",
    "verythickmathspace",
    "veryverythickmathspace",
  };
  static const struct
  {
    const char *unit;
    double eighteenths;
  } units[] = {
    { "em", 18 },
    { "ex", 8 },
    { "px", 18 / 16.0 },
    { "pt", 18 / 12.0 },
    { "in", 18 * 6.0 },
    { "cm", 18 * 2.36 },
    { "mm", 18 * 0.236 },
  };
  char *unit;
  double number = g_ascii_strtod (value, &unit);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (value, names[i]) == 0)
      return i + 1;

  unit = (char *)skip_space (unit);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (unit, units[i].unit) && number > 0)
      return MIN (number * units[i].eighteenths + 0.5, CS_FORMULA_MAX_SPACE);

  return 0;
}

static void
read_space (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  const char *width = cs_object_xml_get (node, "width");
  const char *line = cs_object_xml_get (node, "linebreak");
  guint eighteenths = width == NULL ? 0 : read_width (width);

  if (line != NULL && strcmp (line, "newline") == 0)
    g_ptr_array_add (items, cs_node_new (CS_NODE_BREAK));
  else if (eighteenths > 0)
    g_ptr_array_add (items, cs_node_new_space (eighteenths));
}

/* --- structures --- */

static gboolean
is_set (const xmlNode *node, const char *name, const char *value)
{
  const char *found = cs_object_xml_get (node, name);

  return found != NULL && strcmp (found, value) == 0;
}

static void
read_fraction (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  const char *thickness = cs_object_xml_get (node, "linethickness");
  CsNode *fraction =
      cs_node_new_with (CS_NODE_FRACTION, read_argument (reader, get_argument (node, 0)),
                        read_argument (reader, get_argument (node, 1)), NULL);

  if (is_set (node, "bevelled", "true"))
    fraction->fraction = CS_FRACTION_SKEWED;
  else if (thickness != NULL && g_ascii_isdigit (*thickness) &&
           g_ascii_strtod (thickness, NULL) == 0)
    fraction->fraction = CS_FRACTION_STACK;
  g_ptr_array_add (items, fraction);
}

static void
read_square_root (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  g_ptr_array_add (items, cs_node_new_with (CS_NODE_ROOT, read_row (reader, node), NULL, NULL));
}

static void
read_root (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  g_ptr_array_add (items,
                   cs_node_new_with (CS_NODE_ROOT, read_argument (reader, get_argument (node, 0)),
                                     read_option (reader, get_argument (node, 1)), NULL));
}

/* msub, msup, msubsup: @lower and @upper are the places of what stands below and above. */
static void
read_scripts (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  gboolean lower = !cs_object_xml_is (node, "msup");
  gboolean upper = !cs_object_xml_is (node, "msub");
  CsNode *base = read_argument (reader, get_argument (node, 0));
  CsNode *sub = lower ? read_option (reader, get_argument (node, 1)) : NULL;
  CsNode *sup = upper ? read_option (reader, get_argument (node, lower ? 2 : 1)) : NULL;

  if (sub == NULL && sup == NULL)
    g_ptr_array_add (items, base);
  else
    g_ptr_array_add (items, cs_node_new_with (CS_NODE_SCRIPTS, base, sub, sup));
}

static void
read_limits (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  gboolean lower = !cs_object_xml_is (node, "mover");
  gboolean upper = !cs_object_xml_is (node, "munder");
  CsNode *base = read_argument (reader, get_argument (node, 0));
  CsNode *under = lower ? read_option (reader, get_argument (node, 1)) : NULL;
  CsNode *over = upper ? read_option (reader, get_argument (node, lower ? 2 : 1)) : NULL;

  g_ptr_array_add (items, cs_node_new_limits (base, under, over));
}

/* What several pairs of scripts say below, or above, in one row. */
static CsNode *
take_scripts (GPtrArray *items)
{
  if (items->len > 0)
    return cs_node_new_row (items);

  g_ptr_array_unref (items);
  return NULL;
}

static const xmlNode *
read_script_pairs (CsFormulaReader *reader, const xmlNode *node, CsNode *scripts[2])
{
  GPtrArray *items[2] = { cs_node_items_new (), cs_node_items_new () };

  for (guint i = 0; node != NULL && !cs_object_xml_is (node, "mprescripts"); i++)
    {
      if (!cs_object_xml_is (node, "none"))
        read_element (reader, node, items[i % 2]);
      node = xmlNextElementSibling ((xmlNode *)node);
    }
  for (guint i = 0; i < 2; i++)
    scripts[i] = take_scripts (items[i]);

  return node;
}

static void
read_multiscripts (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  const xmlNode *base = get_argument (node, 0);
  CsNode *all = read_argument (reader, base);
  CsNode *scripts[2];

  if (base != NULL)
    base = read_script_pairs (reader, xmlNextElementSibling ((xmlNode *)base), scripts);
  else
    scripts[0] = scripts[1] = NULL;
  if (scripts[0] != NULL || scripts[1] != NULL)
    all = cs_node_new_with (CS_NODE_SCRIPTS, all, scripts[0], scripts[1]);

  if (base != NULL)
    read_script_pairs (reader, xmlNextElementSibling ((xmlNode *)base), scripts);
  if (base != NULL && (scripts[0] != NULL || scripts[1] != NULL))
    all = cs_node_new_with (CS_NODE_PRE, all, scripts[0], scripts[1]);
  g_ptr_array_add (items, all);
}

/* The first character of attribute @name. */
static gunichar
get_fence (const xmlNode *node, const char *name, gunichar otherwise)
{
  const char *value = cs_object_xml_get (node, name);

  return value == NULL ? otherwise : cs_sign_to_fence (g_utf8_get_char (skip_space (value)));
}

static void
read_fence (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  const char *separators = cs_object_xml_get (node, "separators");
  const char *separator = skip_space (separators == NULL ? "," : separators);
  GPtrArray *content = cs_node_items_new ();

  for (xmlNode *child = xmlFirstElementChild ((xmlNode *)node); child != NULL;
       child = xmlNextElementSibling (child))
    {
      g_autofree char *sign = g_strndup (separator, g_utf8_next_char (separator) - separator);

      if (child != xmlFirstElementChild ((xmlNode *)node) && *separator != '\0')
        {
          cs_token_split (content, sign, CS_FORMULA_UPRIGHT);
          if (*skip_space (g_utf8_next_char (separator)) != '\0')
            separator = skip_space (g_utf8_next_char (separator));
        }
      read_element (reader, child, content);
    }

  g_ptr_array_add (items,
                   cs_node_new_fence (get_fence (node, "open", '('), get_fence (node, "close", ')'),
                                      cs_node_new_row (content)));
}

/* Whether @items are bars at both ends, and none between: an absolute value. */
static gboolean
is_between_bars (const GPtrArray *items)
{
  gunichar bar = items->len < 3 ? 0 : cs_node_get_sign (items->pdata[0]);

  if (!cs_sign_is_bar (bar) || cs_node_get_sign (items->pdata[items->len - 1]) != bar)
    return FALSE;

  for (guint i = 1; i + 1 < items->len; i++)
    if (cs_node_get_sign (items->pdata[i]) == bar)
      return FALSE;

  return TRUE;
}

static void
read_group (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  GPtrArray *own = read_items (reader, node);
  gunichar bar;

  if (!is_between_bars (own))
    {
      g_ptr_array_add (items, cs_node_new_row (own));
      return;
    }

  bar = cs_node_get_sign (own->pdata[0]);
  g_ptr_array_remove_index (own, own->len - 1);
  g_ptr_array_remove_index (own, 0);
  g_ptr_array_add (items, cs_node_new_fence (bar, bar, cs_node_new_row (own)));
}

static void
read_frame (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  static const struct
  {
    const char *name;
    guint lines;
  } notations[] = {
    { "box", CS_FRAME_BOX },
    { "roundedbox", CS_FRAME_BOX },
    { "circle", CS_FRAME_BOX },
    { "left", CS_FRAME_LEFT },
    { "right", CS_FRAME_RIGHT },
    { "top", CS_FRAME_TOP },
    { "bottom", CS_FRAME_BOTTOM },
    { "actuarial", CS_FRAME_TOP | CS_FRAME_RIGHT },
    { "madruwb", CS_FRAME_BOTTOM | CS_FRAME_RIGHT },
    { "longdiv", CS_FRAME_TOP | CS_FRAME_LEFT },
    { "updiagonalstrike", CS_FRAME_RISING },
    { "downdiagonalstrike", CS_FRAME_FALLING },
    { "verticalstrike", CS_FRAME_DOWN },
    { "horizontalstrike", CS_FRAME_ACROSS },
  };
  const char *value = cs_object_xml_get (node, "notation");
  g_auto (GStrv) words = g_strsplit (value == NULL ? "longdiv" : value, " ", 16);
  const char *const *list = (const char *const *)words;
  CsNode *frame;

  if (g_strv_contains (list, "radical"))
    {
      read_square_root (reader, node, items);
      return;
    }

  frame = cs_node_new (CS_NODE_FRAME);
  for (guint i = 0; i < G_N_ELEMENTS (notations); i++)
    if (g_strv_contains (list, notations[i].name))
      frame->flags |= notations[i].lines;
  cs_node_adopt (frame, read_row (reader, node));
  g_ptr_array_add (items, frame);
}

static void
read_phantom (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  CsNode *phantom = cs_node_new (CS_NODE_PHANTOM);

  cs_node_adopt (phantom, read_row (reader, node));
  g_ptr_array_add (items, phantom);
}

/* --- tables --- */

static char *
dup_align (const xmlNode *table)
{
  const char *value = cs_object_xml_get (table, "columnalign");
  g_auto (GStrv) words = g_strsplit (value == NULL ? "" : value, " ", 64);
  GString *align = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], "left") == 0 || strcmp (words[i], "right") == 0)
      g_string_append_c (align, *words[i]);
    else if (*words[i] != '\0')
      g_string_append_c (align, 'c');

  return g_string_free (align, FALSE);
}

static GPtrArray *
read_table_row (CsFormulaReader *reader, const xmlNode *row)
{
  GPtrArray *cells = cs_node_items_new ();

  if (!cs_object_xml_is (row, "mtr") && !cs_object_xml_is (row, "mlabeledtr"))
    {
      g_ptr_array_add (cells, read_argument (reader, row));
      return cells;
    }

  for (xmlNode *cell = xmlFirstElementChild ((xmlNode *)row); cell != NULL;
       cell = xmlNextElementSibling (cell))
    {
      reader->complete = reader->complete && cs_object_xml_get (cell, "rowspan") == NULL &&
                         cs_object_xml_get (cell, "columnspan") == NULL;
      g_ptr_array_add (cells, cs_object_xml_is (cell, "mtd") ? read_row (reader, cell) :
                                                               read_argument (reader, cell));
    }
  if (cs_object_xml_is (row, "mlabeledtr") && cells->len > 1) /* its label, to the end */
    g_ptr_array_add (cells, g_ptr_array_steal_index (cells, 0));

  return cells;
}

static void
unref_cells (gpointer cells)
{
  g_ptr_array_unref (cells);
}

/* Lines as large as if they stood alone, aligned as equations are. */
static gboolean
are_equations (const CsNode *table)
{
  for (guint i = 0; i < table->width; i++)
    if (table->text[i] != (table->width > 1 && i % 2 == 0 ? 'r' : 'l'))
      return FALSE;

  return TRUE;
}

static void
read_table (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (unref_cells);
  g_autofree char *align = dup_align (node);
  CsNode *table;

  for (xmlNode *row = xmlFirstElementChild ((xmlNode *)node); row != NULL;
       row = xmlNextElementSibling (row))
    g_ptr_array_add (rows, read_table_row (reader, row));
  if (rows->len == 0)
    return;

  table = cs_node_new_table (reader, rows, align);
  if (is_set (node, "displaystyle", "true") && are_equations (table))
    table->flags = CS_FORMULA_EQUATIONS;
  g_ptr_array_add (items, table);
}

/* --- elements --- */

/* The one of several that is meant to be seen. */
static void
read_choice (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  guint chosen =
      cs_object_xml_is (node, "maction") ? cs_object_xml_get_number (node, "selection", 100, 1) : 1;
  const xmlNode *child = get_argument (node, MAX (chosen, 1) - 1);

  if (child != NULL)
    read_element (reader, child, items);
}

static void
read_nothing (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
}

static const struct
{
  const char *name;
  void (*read) (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items);
} elements[] = {
  { "mi", read_token },
  { "mn", read_token },
  { "mo", read_token },
  { "mtext", read_token },
  { "ms", read_token },
  { "mspace", read_space },
  { "mrow", read_group },
  { "mstyle", read_group },
  { "merror", read_group },
  { "mpadded", read_group },
  { "math", read_group },
  { "mtd", read_group },
  { "mphantom", read_phantom },
  { "mfrac", read_fraction },
  { "msqrt", read_square_root },
  { "mroot", read_root },
  { "msub", read_scripts },
  { "msup", read_scripts },
  { "msubsup", read_scripts },
  { "munder", read_limits },
  { "mover", read_limits },
  { "munderover", read_limits },
  { "mmultiscripts", read_multiscripts },
  { "mfenced", read_fence },
  { "menclose", read_frame },
  { "mtable", read_table },
  { "semantics", read_choice },
  { "maction", read_choice },
  { "annotation", read_nothing },
  { "annotation-xml", read_nothing },
  { "maligngroup", read_nothing },
  { "malignmark", read_nothing },
  { "none", read_nothing },
};

static void
read_element (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  const char *name = cs_object_xml_get_name (node);

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (strcmp (name, elements[i].name) == 0)
      {
        elements[i].read (reader, node, items);
        return;
      }

  reader->complete = FALSE;
  if (xmlFirstElementChild ((xmlNode *)node) != NULL)
    read_group (reader, node, items);
  else
    read_token (reader, node, items);
}

CsNode *
cs_formula_read_mathml (CsFormulaReader *reader, const xmlNode *math)
{
  return read_row (reader, math);
}
