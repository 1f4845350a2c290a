#include "../cs-docx-xml.h"
#include "cs-docx-styles.h"

#define DEFAULT_SIZE 20 /* half points, where a file tells none */
#define MAX_BASES 64    /* styles that a style rests on */

struct _CsDocxStyles
{
  xmlDoc *tree;
  GHashTable *by_id; /* id -> Entry */
  const CsDocxStyle *paragraph;
  int size;
};

typedef struct
{
  CsDocxStyle style;
  const char *based_on;
  gboolean is_resolved;
} Entry;

static void
read_toggle (CsDocxToggle *toggle, const xmlNode *node)
{
  *toggle = cs_docx_is_off (cs_docx_get (node, CS_DOCX_W, "val")) ? CS_DOCX_OFF : CS_DOCX_ON;
}

static void
read_font (CsDocxLook *look, const xmlNode *node)
{
  const char *font = cs_docx_get (node, CS_DOCX_W, "ascii");

  if (font != NULL)
    look->font = font;
}

void
cs_docx_look_read (CsDocxLook *look, const xmlNode *node)
{
  for (const xmlNode *at = node == NULL ? NULL : node->children; at != NULL; at = at->next)
    {
      if (at->type != XML_ELEMENT_NODE || cs_docx_space (at->ns) != CS_DOCX_W)
        continue;
      if (cs_docx_is_w (at, "b"))
        read_toggle (&look->bold, at);
      else if (cs_docx_is_w (at, "i"))
        read_toggle (&look->italic, at);
      else if (cs_docx_is_w (at, "u"))
        read_toggle (&look->underline, at);
      else if (cs_docx_is_w (at, "vanish"))
        read_toggle (&look->hidden, at);
      else if (cs_docx_is_w (at, "strike") || cs_docx_is_w (at, "dstrike"))
        read_toggle (&look->struck, at);
      else if (cs_docx_is_w (at, "vertAlign"))
        look->script = cs_docx_get (at, CS_DOCX_W, "val");
      else if (cs_docx_is_w (at, "rFonts"))
        read_font (look, at);
      else if (cs_docx_is_w (at, "sz"))
        look->size = cs_docx_get_number (cs_docx_get (at, CS_DOCX_W, "val"), 0);
      else if (cs_docx_is_w (at, "position"))
        look->position = cs_docx_get_number (cs_docx_get (at, CS_DOCX_W, "val"), 0);
    }
}

static Entry *
entry_new (const xmlNode *node, const char *id)
{
  Entry *entry = g_new0 (Entry, 1);
  CsDocxStyle *style = &entry->style;
  const xmlNode *paragraph = cs_docx_child (node, "pPr");
  const xmlNode *number = cs_docx_child (paragraph, "numPr");

  style->id = id;
  style->name = cs_docx_get_val (node, "name");
  entry->based_on = cs_docx_get_val (node, "basedOn");
  style->outline = cs_docx_get_number (cs_docx_get_val (paragraph, "outlineLvl"), -1);
  style->number_id = cs_docx_get_number (cs_docx_get_val (number, "numId"), -1);
  style->number_level = cs_docx_get_number (cs_docx_get_val (number, "ilvl"), -1);
  cs_docx_look_read (&style->look, cs_docx_child (node, "rPr"));

  return entry;
}

static void
add_style (CsDocxStyles *styles, const xmlNode *node)
{
  const char *id = cs_docx_get (node, CS_DOCX_W, "styleId");
  const char *is_default = cs_docx_get (node, CS_DOCX_W, "default");
  Entry *entry;

  if (id == NULL || g_hash_table_contains (styles->by_id, id))
    return;

  entry = entry_new (node, id);
  g_hash_table_insert (styles->by_id, (gpointer)id, entry);
  if (is_default != NULL && !cs_docx_is_off (is_default) &&
      g_strcmp0 (cs_docx_get (node, CS_DOCX_W, "type"), "paragraph") == 0)
    styles->paragraph = &entry->style;
}

static void
inherit_toggle (CsDocxToggle *toggle, CsDocxToggle base)
{
  if (*toggle == CS_DOCX_UNTOLD)
    *toggle = base;
}

static void
inherit (CsDocxStyle *style, const CsDocxStyle *base)
{
  CsDocxLook *look = &style->look;

  inherit_toggle (&look->bold, base->look.bold);
  inherit_toggle (&look->italic, base->look.italic);
  inherit_toggle (&look->underline, base->look.underline);
  inherit_toggle (&look->hidden, base->look.hidden);
  inherit_toggle (&look->struck, base->look.struck);
  look->script = look->script == NULL ? base->look.script : look->script;
  look->font = look->font == NULL ? base->look.font : look->font;
  look->size = look->size == 0 ? base->look.size : look->size;
  look->position = look->position == 0 ? base->look.position : look->position;
  style->outline = style->outline < 0 ? base->outline : style->outline;
  style->number_level = style->number_level < 0 ? base->number_level : style->number_level;
  style->number_id = style->number_id < 0 ? base->number_id : style->number_id;
}

/* A circle ends at the style that is being resolved already, or at @depth. */
static void
resolve (CsDocxStyles *styles, Entry *entry, guint depth)
{
  Entry *base = NULL;

  if (entry->is_resolved)
    return;

  entry->is_resolved = TRUE;
  if (entry->based_on != NULL)
    base = g_hash_table_lookup (styles->by_id, entry->based_on);
  if (base == NULL || base == entry || depth == MAX_BASES)
    return;

  resolve (styles, base, depth + 1);
  inherit (&entry->style, &base->style);
}

static void
read_styles (CsDocxStyles *styles)
{
  const xmlNode *root = xmlDocGetRootElement (styles->tree);
  const xmlNode *defaults = cs_docx_child (root, "docDefaults");
  CsDocxLook look = { 0 };
  GHashTableIter iter;
  gpointer entry;

  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    if (cs_docx_is_w (node, "style"))
      add_style (styles, node);

  g_hash_table_iter_init (&iter, styles->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    resolve (styles, entry, 0);

  cs_docx_look_read (&look, cs_docx_child (cs_docx_child (defaults, "rPrDefault"), "rPr"));
  if (look.size > 0)
    styles->size = look.size;
}

CsDocxStyles *
cs_docx_styles_new (xmlDoc *tree)
{
  CsDocxStyles *styles = g_new0 (CsDocxStyles, 1);

  styles->tree = tree;
  styles->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  styles->size = DEFAULT_SIZE;
  if (tree != NULL)
    read_styles (styles);

  return styles;
}

void
cs_docx_styles_free (CsDocxStyles *styles)
{
  g_hash_table_unref (styles->by_id);
  g_clear_pointer (&styles->tree, xmlFreeDoc);
  g_free (styles);
}

const CsDocxStyle *
cs_docx_styles_find (const CsDocxStyles *styles, const char *id)
{
  const Entry *entry = id == NULL ? NULL : g_hash_table_lookup (styles->by_id, id);

  return entry == NULL ? NULL : &entry->style;
}

const CsDocxStyle *
cs_docx_styles_find_paragraph (const CsDocxStyles *styles, const char *id)
{
  const CsDocxStyle *style = cs_docx_styles_find (styles, id);

  return style == NULL ? styles->paragraph : style;
}

int
cs_docx_styles_get_size (const CsDocxStyles *styles)
{
  return styles->size;
}
