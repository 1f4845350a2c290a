#include <string.h>

#include "../cs-docx-xml.h"
#include "cs-docx-number.h"
#include "cs-docx-numbering.h"
#include "cs-docx-symbols.h"

#define N_LEVELS 9
#define MAX_LINKS 8 /* from a list to the style that it is defined by, and on */

/* How one level of a list is printed. */
typedef struct
{
  const char *format;
  const char *custom;
  const char *text; /* "%1." */
  const char *suffix;
  const char *style; /* paragraphs of this style are of this level */
  const char *font;
  int start;
  int restart; /* 1-based level behind which it begins anew; 0 never; -1 any higher one */
  gboolean is_legal;
} Level;

/* A definition, and how far it is counted. */
typedef struct
{
  Level levels[N_LEVELS];
  int counts[N_LEVELS];
  gboolean begun[N_LEVELS];
  const char *style_link; /* it is a reference to the list of this style */
} Definition;

/* A list: a definition with changes of its own. */
typedef struct
{
  Definition *definition;
  Level *levels[N_LEVELS]; /* NULL for that of the definition */
  int starts[N_LEVELS];    /* -1 when it goes on counting */
  gboolean begun[N_LEVELS];
} List;

struct _CsDocxNumbering
{
  xmlDoc *tree;
  const CsDocxStyles *styles;
  GHashTable *definitions; /* id -> Definition */
  GHashTable *lists;       /* id -> List */
};

/* Formats that Word 2007 did not know stand in an alternative. */
static const xmlNode *
find_format (const xmlNode *node)
{
  const xmlNode *format = cs_docx_child (node, "numFmt");

  for (const xmlNode *at = node->children; format == NULL && at != NULL; at = at->next)
    if (cs_docx_is (at, CS_DOCX_MC, "AlternateContent"))
      format = cs_docx_find (at, CS_DOCX_W, "numFmt");

  return format;
}

static void
read_level (Level *level, const xmlNode *node)
{
  const xmlNode *format = find_format (node);
  const char *name = cs_docx_get (format, CS_DOCX_W, "val");
  const char *text = cs_docx_get_val (node, "lvlText");
  const char *legal = cs_docx_get_val (node, "isLgl");

  level->format = name == NULL ? "decimal" : name;
  level->custom = cs_docx_get (format, CS_DOCX_W, "format");
  level->text = text == NULL ? "" : text;
  level->suffix = cs_docx_get_val (node, "suff");
  level->style = cs_docx_get_val (node, "pStyle");
  level->font = cs_docx_get (cs_docx_child (cs_docx_child (node, "rPr"), "rFonts"), CS_DOCX_W,
                             "ascii");
  level->start = cs_docx_get_number (cs_docx_get_val (node, "start"), 0);
  level->restart = cs_docx_get_number (cs_docx_get_val (node, "lvlRestart"), -1);
  level->is_legal = cs_docx_child (node, "isLgl") != NULL && !cs_docx_is_off (legal);
}

static int
level_of (const xmlNode *node)
{
  int level = cs_docx_get_number (cs_docx_get (node, CS_DOCX_W, "ilvl"), -1);

  return level < N_LEVELS ? level : -1;
}

static void
add_definition (CsDocxNumbering *numbering, const xmlNode *node)
{
  const char *id = cs_docx_get (node, CS_DOCX_W, "abstractNumId");
  Definition *definition;

  if (id == NULL || g_hash_table_contains (numbering->definitions, id))
    return;

  definition = g_new0 (Definition, 1);
  definition->style_link = cs_docx_get_val (node, "numStyleLink");
  for (guint i = 0; i < N_LEVELS; i++)
    definition->levels[i] = (Level){ .format = "none", .text = "", .restart = -1 };
  for (const xmlNode *at = node->children; at != NULL; at = at->next)
    if (cs_docx_is_w (at, "lvl") && level_of (at) >= 0)
      read_level (&definition->levels[level_of (at)], at);
  g_hash_table_insert (numbering->definitions, (gpointer)id, definition);
}

static void
list_free (gpointer data)
{
  List *list = data;

  for (guint i = 0; i < N_LEVELS; i++)
    g_free (list->levels[i]);
  g_free (list);
}

static void
read_override (List *list, const xmlNode *node)
{
  int at = level_of (node);
  const xmlNode *level = cs_docx_child (node, "lvl");

  if (at < 0)
    return;

  list->starts[at] = cs_docx_get_number (cs_docx_get_val (node, "startOverride"), -1);
  if (level == NULL)
    return;

  g_free (list->levels[at]);
  list->levels[at] = g_new0 (Level, 1);
  read_level (list->levels[at], level);
}

static void
add_list (CsDocxNumbering *numbering, const xmlNode *node)
{
  const char *id = cs_docx_get (node, CS_DOCX_W, "numId");
  const char *definition = cs_docx_get_val (node, "abstractNumId");
  List *list;

  if (id == NULL || definition == NULL || g_hash_table_contains (numbering->lists, id))
    return;

  list = g_new0 (List, 1);
  list->definition = g_hash_table_lookup (numbering->definitions, definition);
  for (guint i = 0; i < N_LEVELS; i++)
    list->starts[i] = -1;
  for (const xmlNode *at = node->children; at != NULL; at = at->next)
    if (cs_docx_is_w (at, "lvlOverride"))
      read_override (list, at);
  g_hash_table_insert (numbering->lists, (gpointer)id, list);
}

static List *
find_list (const CsDocxNumbering *numbering, int id)
{
  g_autofree char *key = g_strdup_printf ("%d", id);

  return id <= 0 ? NULL : g_hash_table_lookup (numbering->lists, key);
}

/* A list may be defined by a style, which names another list, and so on, even in a circle. */
static Definition *
follow_links (const CsDocxNumbering *numbering, Definition *definition)
{
  for (guint i = 0; i < MAX_LINKS && definition != NULL && definition->style_link != NULL; i++)
    {
      const CsDocxStyle *style = cs_docx_styles_find (numbering->styles, definition->style_link);
      const List *list = style == NULL ? NULL : find_list (numbering, style->number_id);

      definition = list == NULL ? NULL : list->definition;
    }

  return definition;
}

CsDocxNumbering *
cs_docx_numbering_new (xmlDoc *tree, const CsDocxStyles *styles)
{
  CsDocxNumbering *numbering = g_new0 (CsDocxNumbering, 1);
  const xmlNode *root = tree == NULL ? NULL : xmlDocGetRootElement (tree);

  numbering->tree = tree;
  numbering->styles = styles;
  numbering->definitions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  numbering->lists = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, list_free);
  for (const xmlNode *at = root == NULL ? NULL : root->children; at != NULL; at = at->next)
    if (cs_docx_is_w (at, "abstractNum"))
      add_definition (numbering, at);
  for (const xmlNode *at = root == NULL ? NULL : root->children; at != NULL; at = at->next)
    if (cs_docx_is_w (at, "num"))
      add_list (numbering, at);

  return numbering;
}

void
cs_docx_numbering_free (CsDocxNumbering *numbering)
{
  g_hash_table_unref (numbering->definitions);
  g_hash_table_unref (numbering->lists);
  g_clear_pointer (&numbering->tree, xmlFreeDoc);
  g_free (numbering);
}

/* --- counting --- */

static const Level *
get_level (const List *list, const Definition *definition, int level)
{
  return list->levels[level] == NULL ? &definition->levels[level] : list->levels[level];
}

static void
begin_level (List *list, Definition *definition, int level)
{
  int own = list->starts[level];

  definition->counts[level] = own >= 0 ? own : get_level (list, definition, level)->start;
  definition->begun[level] = TRUE;
  list->begun[level] = TRUE;
}

static void
count_level (List *list, Definition *definition, int level)
{
  gboolean begins_anew = list->starts[level] >= 0 && !list->begun[level];

  if (definition->begun[level] && !begins_anew)
    definition->counts[level] = MIN (definition->counts[level], G_MAXINT - 1) + 1;
  else
    begin_level (list, definition, level);

  for (int i = 0; i < level; i++)
    if (!definition->begun[i])
      begin_level (list, definition, i);
  for (int i = level + 1; i < N_LEVELS; i++)
    {
      int restart = get_level (list, definition, i)->restart;

      if (restart < 0 || level < restart)
        definition->begun[i] = FALSE;
    }
}

static void
append_bullet (GString *text, const Level *level)
{
  for (const char *at = level->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean is_sign = cs_docx_is_private (c) || cs_docx_is_symbol_font (level->font);
      gunichar known = is_sign ? cs_docx_symbol_get (level->font, c) : c;

      g_string_append_unichar (text, known == 0 ? 0x2022 : known);
    }
}

static void
append_count (GString *text, const List *list, const Definition *definition, int which, int level)
{
  const Level *shown = get_level (list, definition, which);
  gboolean is_legal = get_level (list, definition, level)->is_legal;

  cs_docx_number_append (text, definition->counts[which], is_legal ? "decimal" : shown->format,
                         is_legal ? NULL : shown->custom);
}

static void
append_number (GString *text, const List *list, const Definition *definition, int level)
{
  for (const char *at = get_level (list, definition, level)->text; *at != '\0'; at++)
    {
      int which = *at == '%' ? at[1] - '1' : -1;

      if (which < 0 || which >= N_LEVELS)
        {
          g_string_append_c (text, *at);
          continue;
        }
      if (which <= level)
        append_count (text, list, definition, which, level);
      at++;
    }
}

/* Word's tab is a blank here; behind a full-width mark there is space enough. */
static void
append_suffix (GString *text, const Level *level)
{
  gboolean is_wide = text->len > 0 && (guchar)text->str[text->len - 1] >= 0x80;
  gboolean is_bullet = strcmp (level->format, "bullet") == 0;

  if (text->len > 0 && g_strcmp0 (level->suffix, "nothing") != 0 && (!is_wide || is_bullet))
    g_string_append_c (text, ' ');
}

/* The level that paragraphs of @style are of, when the list says so. */
static int
find_style_level (const List *list, const Definition *definition, const CsDocxStyle *style)
{
  for (int i = 0; style != NULL && i < N_LEVELS; i++)
    if (g_strcmp0 (get_level (list, definition, i)->style, style->id) == 0)
      return i;

  return -1;
}

static int
choose_level (const List *list,
              const Definition *definition,
              const xmlNode *number,
              const CsDocxStyle *style)
{
  int level = cs_docx_get_number (cs_docx_get_val (number, "ilvl"), -1);

  if (level < 0)
    level = find_style_level (list, definition, style);
  if (level < 0 && style != NULL)
    level = style->number_level;

  return CLAMP (level, 0, N_LEVELS - 1);
}

char *
cs_docx_numbering_count (CsDocxNumbering *numbering,
                         const xmlNode *paragraph,
                         const CsDocxStyle *style)
{
  const xmlNode *number = cs_docx_child (paragraph, "numPr");
  int id = cs_docx_get_number (cs_docx_get_val (number, "numId"),
                               style == NULL ? 0 : style->number_id);
  List *list = find_list (numbering, id);
  Definition *definition = list == NULL ? NULL : follow_links (numbering, list->definition);
  g_autoptr (GString) text = g_string_new (NULL);
  const Level *shown;
  int level;

  if (definition == NULL)
    return NULL;

  level = choose_level (list, definition, number, style);
  shown = get_level (list, definition, level);
  count_level (list, definition, level);
  if (strcmp (shown->format, "bullet") == 0)
    append_bullet (text, shown);
  else if (strcmp (shown->format, "none") != 0 || *shown->text != '\0')
    append_number (text, list, definition, level);
  append_suffix (text, shown);

  return text->len == 0 ? NULL : g_string_free (g_steal_pointer (&text), FALSE);
}
