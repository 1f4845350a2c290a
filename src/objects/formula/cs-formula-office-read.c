#include <string.h>

#include "cs-formula-private.h"

/* Source: ISO/IEC 29500-1:2016, 22.1 (Office Math). */

static void read_element (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items);

/* --- parts of elements --- */

static void
read_content (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  for (xmlNode *child = xmlFirstElementChild ((xmlNode *)node); child != NULL;
       child = xmlNextElementSibling (child))
    read_element (reader, child, items);
}

/* The argument called @name, an empty row when it is not there. */
static CsNode *
read_argument (CsFormulaReader *reader, const xmlNode *node, const char *name)
{
  const xmlNode *argument = cs_object_xml_child (node, name);
  GPtrArray *items = cs_node_items_new ();

  if (argument != NULL)
    read_content (reader, argument, items);

  return cs_node_new_row (items);
}

/* The same, or %NULL when it is empty. */
static CsNode *
read_option (CsFormulaReader *reader, const xmlNode *node, const char *name)
{
  CsNode *option = read_argument (reader, node, name);

  if (!cs_node_is_empty (option))
    return option;

  cs_node_free (option);
  return NULL;
}

/* The value of property @name in @properties of @node: "" without one, %NULL when it is not there.
 */
static const char *
get_property (const xmlNode *node, const char *properties, const char *name)
{
  const xmlNode *parent = cs_object_xml_child (node, properties);
  const xmlNode *property = parent == NULL ? NULL : cs_object_xml_child (parent, name);
  const char *value = property == NULL ? NULL : cs_object_xml_get (property, "val");

  return property != NULL && value == NULL ? "" : value;
}

static gboolean
is_on (const xmlNode *node, const char *properties, const char *name)
{
  static const char *const off[] = { "0", "off", "false", NULL };
  const char *value = get_property (node, properties, name);

  return value != NULL && !g_strv_contains (off, value);
}

static gboolean
is_set (const xmlNode *node, const char *properties, const char *name, const char *value)
{
  return g_strcmp0 (get_property (node, properties, name), value) == 0;
}

static gunichar
get_sign (const xmlNode *node, const char *properties, const char *name, gunichar otherwise)
{
  const char *value = get_property (node, properties, name);

  return value == NULL ? otherwise : g_utf8_get_char (value);
}

static CsNode *
new_sign (gunichar sign)
{
  GPtrArray *items = cs_node_items_new ();
  char utf8[7] = { 0 };

  g_unichar_to_utf8 (sign, utf8);
  cs_token_split (items, utf8, CS_FORMULA_UPRIGHT);

  return cs_node_new_row (items);
}

/* --- letters --- */

static guint
get_run_flags (const xmlNode *run)
{
  guint flags = 0;

  if (is_set (run, "rPr", "sty", "p") || is_set (run, "rPr", "sty", "b"))
    flags |= CS_FORMULA_UPRIGHT;
  if (is_set (run, "rPr", "sty", "b") || is_set (run, "rPr", "sty", "bi"))
    flags |= CS_FORMULA_BOLD;

  return flags;
}

/* Those of Word's own, which count for words. */
static guint
get_word_flags (const xmlNode *run)
{
  guint flags = 0;

  for (xmlNode *child = run->children; child != NULL; child = child->next)
    {
      if (!cs_object_xml_is (child, "rPr"))
        continue;
      if (cs_object_xml_child (child, "b") != NULL)
        flags |= CS_FORMULA_BOLD;
      if (cs_object_xml_child (child, "i") != NULL)
        flags |= CS_FORMULA_ITALIC;
    }

  return flags;
}

static void
read_letters (const xmlNode *run, const xmlNode *letters, gboolean words, GPtrArray *items)
{
  const char *script = get_property (run, "rPr", "scr");
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autofree char *text = NULL;

  cs_object_xml_append_text (letters, plain);
  text = cs_token_dup_variant (plain->str, script == NULL ? "" : script);
  if (words)
    cs_token_add_words (items, text, get_word_flags (run));
  else
    cs_token_split (items, text, get_run_flags (run));
}

static void
read_run_content (CsFormulaReader *reader, const xmlNode *run, gboolean words, GPtrArray *items)
{
  if (xmlFirstElementChild ((xmlNode *)run) == NULL) /* as on the clipboard: no element for them */
    read_letters (run, run, words, items);
  for (xmlNode *child = xmlFirstElementChild ((xmlNode *)run); child != NULL;
       child = xmlNextElementSibling (child))
    if (cs_object_xml_is (child, "t"))
      read_letters (run, child, words, items);
    else if (cs_object_xml_is (child, "br") || cs_object_xml_is (child, "cr"))
      g_ptr_array_add (items, cs_node_new (CS_NODE_BREAK));
    else if (cs_object_xml_is (child, "tab"))
      g_ptr_array_add (items, cs_node_new_space (18));
    else if (!cs_object_xml_is (child, "rPr"))
      read_element (reader, child, items);
}

static const char *
get_vertical (const xmlNode *run)
{
  for (xmlNode *child = run->children; child != NULL; child = child->next)
    {
      const xmlNode *vertical =
          cs_object_xml_is (child, "rPr") ? cs_object_xml_child (child, "vertAlign") : NULL;

      if (vertical != NULL)
        return cs_object_xml_get (vertical, "val");
    }

  return NULL;
}

/* A run of mathematics, or of words. */
static void
read_run (CsFormulaReader *reader, const xmlNode *run, GPtrArray *items)
{
  gboolean is_words =
      is_on (run, "rPr", "nor") ||
      g_strcmp0 (run->ns == NULL ? NULL : (const char *)run->ns->prefix, "w") == 0 ||
      g_str_has_prefix ((const char *)run->name, "w:");
  const char *vertical = get_vertical (run);
  gboolean sub = g_strcmp0 (vertical, "subscript") == 0;
  GPtrArray *script;
  CsNode *base;

  if (!sub && g_strcmp0 (vertical, "superscript") != 0)
    {
      read_run_content (reader, run, is_words, items);
      return;
    }

  script = cs_node_items_new ();
  read_run_content (reader, run, is_words, script);
  base =
      items->len > 0 ? g_ptr_array_steal_index (items, items->len - 1) : cs_node_new (CS_NODE_ROW);
  g_ptr_array_add (items,
                   cs_node_new_with (CS_NODE_SCRIPTS, base, sub ? cs_node_new_row (script) : NULL,
                                     sub ? NULL : cs_node_new_row (script)));
}

/* --- structures --- */

static void
read_fraction (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  CsNode *fraction = cs_node_new_with (CS_NODE_FRACTION, read_argument (reader, node, "num"),
                                       read_argument (reader, node, "den"), NULL);

  if (is_set (node, "fPr", "type", "noBar"))
    fraction->fraction = CS_FRACTION_STACK;
  else if (is_set (node, "fPr", "type", "skw"))
    fraction->fraction = CS_FRACTION_SKEWED;
  else if (is_set (node, "fPr", "type", "lin"))
    fraction->fraction = CS_FRACTION_LINEAR;
  g_ptr_array_add (items, fraction);
}

static void
read_root (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  CsNode *degree = is_on (node, "radPr", "degHide") ? NULL : read_option (reader, node, "deg");

  g_ptr_array_add (
      items, cs_node_new_with (CS_NODE_ROOT, read_argument (reader, node, "e"), degree, NULL));
}

static void
read_scripts (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  CsNodeKind kind = cs_object_xml_is (node, "sPre") ? CS_NODE_PRE : CS_NODE_SCRIPTS;
  CsNode *base = read_argument (reader, node, "e");
  CsNode *sub = cs_object_xml_is (node, "sSup") ? NULL : read_option (reader, node, "sub");
  CsNode *sup = cs_object_xml_is (node, "sSub") ? NULL : read_option (reader, node, "sup");

  if (sub == NULL && sup == NULL)
    g_ptr_array_add (items, base);
  else
    g_ptr_array_add (items, cs_node_new_with (kind, base, sub, sup));
}

static void
read_fence (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  gunichar open = get_sign (node, "dPr", "begChr", '(');
  gunichar close = get_sign (node, "dPr", "endChr", ')');
  gunichar separator = get_sign (node, "dPr", "sepChr", '|');
  GPtrArray *content = cs_node_items_new ();
  gboolean first = TRUE;

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (!cs_object_xml_is (child, "e"))
        continue;
      if (!first && separator != 0)
        g_ptr_array_add (content, new_sign (separator));
      first = FALSE;
      read_content (reader, child, content);
    }

  g_ptr_array_add (items, cs_node_new_fence (cs_sign_to_fence (open), cs_sign_to_fence (close),
                                             cs_node_new_row (content)));
}

/* A sum or integral; what it takes follows it in the row. */
static void
read_large (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  gunichar sign = get_sign (node, "naryPr", "chr", 0x222b);
  const char *place = get_property (node, "naryPr", "limLoc");
  CsNode *sub = is_on (node, "naryPr", "subHide") ? NULL : read_option (reader, node, "sub");
  CsNode *sup = is_on (node, "naryPr", "supHide") ? NULL : read_option (reader, node, "sup");
  const xmlNode *body = cs_object_xml_child (node, "e");
  CsNode *base = new_sign (sign);

  if (place == NULL)
    place = cs_sign_is_integral (sign) ? "subSup" : "undOvr";
  if (sub == NULL && sup == NULL)
    g_ptr_array_add (items, base);
  else if (strcmp (place, "subSup") == 0)
    g_ptr_array_add (items, cs_node_new_with (CS_NODE_SCRIPTS, base, sub, sup));
  else
    g_ptr_array_add (items, cs_node_new_limits (base, sub, sup));

  if (body != NULL)
    read_content (reader, body, items);
}

static void
read_function (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  g_ptr_array_add (items, read_argument (reader, node, "fName"));
  g_ptr_array_add (items, read_argument (reader, node, "e"));
}

static void
read_limit (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  gboolean lower = cs_object_xml_is (node, "limLow");
  CsNode *base = read_argument (reader, node, "e");
  CsNode *limit = read_option (reader, node, "lim");

  g_ptr_array_add (items, cs_node_new_limits (base, lower ? limit : NULL, lower ? NULL : limit));
}

static void
read_accent (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  gunichar sign = get_sign (node, "accPr", "chr", 0x302);

  g_ptr_array_add (items, cs_node_new_limits (read_argument (reader, node, "e"), NULL,
                                              sign == 0 ? NULL : new_sign (sign)));
}

static void
read_bar (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  gboolean top = is_set (node, "barPr", "pos", "top");
  CsNode *base = read_argument (reader, node, "e");

  g_ptr_array_add (
      items, cs_node_new_limits (base, top ? NULL : new_sign ('_'), top ? new_sign (0xaf) : NULL));
}

static void
read_group (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  gboolean top = is_set (node, "groupChrPr", "pos", "top");
  gunichar sign = get_sign (node, "groupChrPr", "chr", 0x23df);
  CsNode *base = read_argument (reader, node, "e");
  CsNode *group = sign == 0 ? NULL : new_sign (sign);

  g_ptr_array_add (items, cs_node_new_limits (base, top ? NULL : group, top ? group : NULL));
}

static void
read_frame (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  static const char *const hidden[] = { "hideTop", "hideBot", "hideLeft", "hideRight" };
  static const char *const struck[] = { "strikeH", "strikeV", "strikeBLTR", "strikeTLBR" };
  CsNode *frame = cs_node_new (CS_NODE_FRAME);

  for (guint i = 0; i < 4; i++)
    {
      if (!is_on (node, "borderBoxPr", hidden[i]))
        frame->flags |= CS_FRAME_TOP << i;
      if (is_on (node, "borderBoxPr", struck[i]))
        frame->flags |= CS_FRAME_ACROSS << i;
    }
  cs_node_adopt (frame, read_argument (reader, node, "e"));
  g_ptr_array_add (items, frame);
}

static void
read_phantom (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  gboolean shown =
      get_property (node, "phantPr", "show") == NULL || is_on (node, "phantPr", "show");
  CsNode *content = read_argument (reader, node, "e");

  if (!shown)
    {
      CsNode *phantom = cs_node_new (CS_NODE_PHANTOM);

      cs_node_adopt (phantom, content);
      content = phantom;
    }
  g_ptr_array_add (items, content);
}

/* --- tables --- */

static void
unref_cells (gpointer cells)
{
  g_ptr_array_unref (cells);
}

static char *
dup_align (const xmlNode *matrix)
{
  const xmlNode *properties = cs_object_xml_child (matrix, "mPr");
  const xmlNode *columns = properties == NULL ? NULL : cs_object_xml_child (properties, "mcs");
  GString *align = g_string_new (NULL);

  for (xmlNode *column = columns == NULL ? NULL : columns->children; column != NULL;
       column = column->next)
    {
      const char *count = get_property (column, "mcPr", "count");
      guint n = count == NULL ? 1 : CLAMP (atoi (count), 1, 64);
      gboolean is_left = is_set (column, "mcPr", "mcJc", "left");
      gboolean is_right = is_set (column, "mcPr", "mcJc", "right");

      while (cs_object_xml_is (column, "mc") && n-- > 0)
        g_string_append_c (align, is_left ? 'l' : is_right ? 'r' :
                                                             'c');
    }

  return g_string_free (align, FALSE);
}

static void
read_matrix (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (unref_cells);
  g_autofree char *align = dup_align (node);

  for (xmlNode *row = node->children; row != NULL; row = row->next)
    {
      GPtrArray *cells;

      if (!cs_object_xml_is (row, "mr"))
        continue;
      cells = cs_node_items_new ();
      for (xmlNode *cell = row->children; cell != NULL; cell = cell->next)
        if (cs_object_xml_is (cell, "e"))
          {
            GPtrArray *content = cs_node_items_new ();

            read_content (reader, cell, content);
            g_ptr_array_add (cells, cs_node_new_row (content));
          }
      g_ptr_array_add (rows, cells);
    }

  if (rows->len > 0)
    g_ptr_array_add (items, cs_node_new_table (reader, rows, align));
}

/* One line of aligned equations: "&" is where it is aligned. */
static GPtrArray *
split_line (GPtrArray *content)
{
  GPtrArray *cells = cs_node_items_new ();
  GPtrArray *cell = cs_node_items_new ();

  for (guint i = 0; i < content->len; i++)
    {
      CsNode *item = g_steal_pointer (&content->pdata[i]);

      if (cs_node_get_sign (item) != '&')
        {
          g_ptr_array_add (cell, item);
          continue;
        }
      cs_node_free (item);
      g_ptr_array_add (cells, cs_node_new_row (cell));
      cell = cs_node_items_new ();
    }
  g_ptr_array_add (cells, cs_node_new_row (cell));
  g_ptr_array_unref (content);

  return cells;
}

static void
read_equations (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (unref_cells);
  CsNode *table;

  for (xmlNode *line = node->children; line != NULL; line = line->next)
    if (cs_object_xml_is (line, "e"))
      {
        GPtrArray *content = cs_node_items_new ();

        read_content (reader, line, content);
        g_ptr_array_add (rows, split_line (content));
      }
  if (rows->len == 0)
    return;

  table = cs_node_new_table (reader, rows, "");
  table->flags = CS_FORMULA_EQUATIONS;
  for (guint i = 0; i < table->width; i++)
    table->text[i] = table->width > 1 && i % 2 == 0 ? 'r' : 'l';
  g_ptr_array_add (items, table);
}

/* --- elements --- */

static void
read_paragraph (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (cs_object_xml_is (child, "oMath"))
      {
        if (items->len > 0)
          g_ptr_array_add (items, cs_node_new (CS_NODE_BREAK));
        read_content (reader, child, items);
      }
}

static void
read_choice (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  const xmlNode *choice = cs_object_xml_child (node, "Choice");

  if (choice == NULL)
    choice = cs_object_xml_child (node, "Fallback");
  if (choice != NULL)
    read_content (reader, choice, items);
}

static void
read_box (CsFormulaReader *reader, const xmlNode *node, GPtrArray *items)
{
  g_ptr_array_add (items, read_argument (reader, node, "e"));
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
  { "r", read_run },
  { "f", read_fraction },
  { "rad", read_root },
  { "sSub", read_scripts },
  { "sSup", read_scripts },
  { "sSubSup", read_scripts },
  { "sPre", read_scripts },
  { "d", read_fence },
  { "nary", read_large },
  { "func", read_function },
  { "limLow", read_limit },
  { "limUpp", read_limit },
  { "acc", read_accent },
  { "bar", read_bar },
  { "groupChr", read_group },
  { "box", read_box },
  { "borderBox", read_frame },
  { "phant", read_phantom },
  { "m", read_matrix },
  { "eqArr", read_equations },
  { "oMathPara", read_paragraph },
  { "oMath", read_content },
  { "ins", read_content },
  { "moveTo", read_content },
  { "sdt", read_content },
  { "sdtContent", read_content },
  { "smartTag", read_content },
  { "hyperlink", read_content },
  { "fldSimple", read_content },
  { "customXml", read_content },
  { "i", read_content }, /* in what Word puts on the clipboard */
  { "b", read_content },
  { "span", read_content },
  { "AlternateContent", read_choice },
  { "del", read_nothing },
  { "moveFrom", read_nothing },
  { "sdtPr", read_nothing },
  { "ctrlPr", read_nothing },
  { "argPr", read_nothing },
  { "bookmarkStart", read_nothing },
  { "bookmarkEnd", read_nothing },
  { "proofErr", read_nothing },
  { "commentRangeStart", read_nothing },
  { "commentRangeEnd", read_nothing },
  { "commentReference", read_nothing },
  { "lastRenderedPageBreak", read_nothing },
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
  if (g_str_has_suffix (name, "Pr"))
    return;

  reader->complete = FALSE;
  read_content (reader, node, items);
}

CsNode *
cs_formula_read_office (CsFormulaReader *reader, const xmlNode *math)
{
  GPtrArray *items = cs_node_items_new ();

  read_element (reader, math, items);

  return cs_node_new_row (items);
}
