/* What stands in a paragraph: runs, and what holds them. */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-docx-payload.h"
#include "cs-docx-reader.h"

/* What @node is to its reader, of the elements of Word's namespace. */
typedef void (*ReadFunc) (CsDocxReader *reader, xmlNode *node, const CsDocxLook *look);

typedef struct
{
  const char *name;
  ReadFunc read;
} Element;

static void
read_mark (CsDocxReader *reader, CsDocxRemark *remark, gboolean begins)
{
  if (begins)
    cs_docx_line_add_mark (reader->line, &remark->start);
  cs_docx_line_add_mark (reader->line, &remark->end);
  if (!remark->is_met)
    g_ptr_array_add (reader->met, remark);
  remark->is_met = TRUE;
}

gboolean
cs_docx_read_comment_mark (CsDocxReader *reader, const xmlNode *node)
{
  gboolean begins = cs_docx_is_w (node, "commentRangeStart");
  gboolean is_point = cs_docx_is_w (node, "commentReference");
  const char *id = cs_docx_get (node, CS_DOCX_W, "id");
  CsDocxRemark *remark;

  if (!begins && !is_point && !cs_docx_is_w (node, "commentRangeEnd"))
    return FALSE;

  /* A comment without a range is about the place of its mark. */
  remark = id == NULL ? NULL : g_hash_table_lookup (reader->comments, id);
  if (remark != NULL && !(is_point && remark->is_met))
    read_mark (reader, remark, begins || !remark->is_met);

  return TRUE;
}

/* --- runs --- */

static void
read_tab (CsDocxReader *reader, xmlNode *node, const CsDocxLook *look)
{
  cs_docx_read_sign (reader, node, "\t", look);
}

static void
read_hyphen (CsDocxReader *reader, xmlNode *node, const CsDocxLook *look)
{
  cs_docx_read_sign (reader, node, "\xe2\x80\x91", look);
}

static void
read_break (CsDocxReader *reader, xmlNode *node, const CsDocxLook *look)
{
  if (look->hidden != CS_DOCX_ON && !cs_docx_is_in_instruction (reader))
    cs_docx_reader_end_line (reader);
}

static void
read_sign (CsDocxReader *reader, xmlNode *node, const CsDocxLook *look)
{
  const char *font = cs_docx_get (node, CS_DOCX_W, "font");
  const char *letter = cs_docx_get (node, CS_DOCX_W, "char");
  guint64 c = letter == NULL ? 0 : g_ascii_strtoull (letter, NULL, 16);

  if (c > 0 && c <= 0xffff && !(c >= 0xd800 && c <= 0xdfff))
    cs_docx_read_symbol (reader, node, font == NULL ? "Symbol" : font, c, look);
}

static void
read_object (CsDocxReader *reader, xmlNode *node, const CsDocxLook *look)
{
  if (look->hidden == CS_DOCX_ON)
    cs_docx_reader_found (&reader->hidden, node);
  else if (!cs_docx_is_in_instruction (reader))
    cs_docx_read_object (reader, node);
}

static void
read_note (CsDocxReader *reader, xmlNode *node, const CsDocxLook *look)
{
  if (look->hidden != CS_DOCX_ON && !cs_docx_is_in_instruction (reader))
    cs_docx_read_note (reader, node);
}

static void
read_instruction (CsDocxReader *reader, xmlNode *node, const CsDocxLook *look)
{
  cs_docx_read_field_instruction (reader, node);
}

/* Of a word with its pronunciation above it, the word. */
static void
read_ruby (CsDocxReader *reader, xmlNode *node, const CsDocxLook *look)
{
  xmlNode *base = cs_docx_child (node, "rubyBase");

  if (base != NULL)
    cs_docx_read_inline (reader, base);
}

static const Element run_elements[] = {
  { "t", cs_docx_read_text },
  { "tab", read_tab },
  { "ptab", read_tab },
  { "br", read_break },
  { "cr", read_break },
  { "noBreakHyphen", read_hyphen },
  { "sym", read_sign },
  { "fldChar", cs_docx_read_field_mark },
  { "instrText", read_instruction },
  { "footnoteReference", read_note },
  { "endnoteReference", read_note },
  { "drawing", read_object },
  { "pict", read_object },
  { "object", read_object },
  { "contentPart", read_object },
  { "ruby", read_ruby },
};

static void read_run_child (CsDocxReader *reader, xmlNode *node, const CsDocxLook *look);

/* A drawing is one object with all its alternatives; other alternatives are chosen from. */
static void
read_run_choice (CsDocxReader *reader, xmlNode *node, const CsDocxLook *look)
{
  xmlNode *chosen = cs_docx_choose (node);

  if (cs_docx_find (node, CS_DOCX_W, "drawing") != NULL ||
      cs_docx_find (node, CS_DOCX_W, "pict") != NULL)
    read_object (reader, node, look);
  else if (chosen != NULL)
    for (xmlNode *child = chosen->children; child != NULL; child = child->next)
      read_run_child (reader, child, look);
}

static void
read_run_child (CsDocxReader *reader, xmlNode *node, const CsDocxLook *look)
{
  if (node->type != XML_ELEMENT_NODE || cs_docx_read_comment_mark (reader, node))
    return;
  if (cs_docx_is (node, CS_DOCX_MC, "AlternateContent"))
    {
      read_run_choice (reader, node, look);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (run_elements); i++)
    if (cs_docx_is_w (node, run_elements[i].name))
      {
        run_elements[i].read (reader, node, look);
        return;
      }
}

static void
read_run (CsDocxReader *reader, xmlNode *node)
{
  CsDocxLook look = cs_docx_reader_look (reader, cs_docx_child (node, "rPr"));

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    read_run_child (reader, child, &look);
}

/* --- what holds runs --- */

static gboolean
is_one_of (const xmlNode *node, const char *const *names)
{
  return cs_docx_space (node->ns) == CS_DOCX_W && g_strv_contains (names, (const char *)node->name);
}

static gboolean
is_insertion (const xmlNode *node)
{
  static const char *const names[] = { "ins", "moveTo", NULL };

  return is_one_of (node, names);
}

static gboolean
is_deletion (const xmlNode *node)
{
  static const char *const names[] = { "del", "moveFrom", NULL };

  return is_one_of (node, names);
}

static gboolean
is_property (const xmlNode *node)
{
  static const char *const names[] = { "pPr", "rPr", "sdtPr", "sdtEndPr", "customXmlPr",
                                       "smartTagPr", "fldData", NULL };

  return is_one_of (node, names);
}

static void
read_child (CsDocxReader *reader, xmlNode *node)
{
  xmlNode *chosen;

  if (cs_docx_is_w (node, "r"))
    read_run (reader, node);
  else if (cs_docx_space (node->ns) == CS_DOCX_M)
    read_object (reader, node, &(CsDocxLook){ 0 });
  else if (is_deletion (node))
    cs_docx_reader_found (&reader->deletions, node);
  else if (cs_docx_is (node, CS_DOCX_MC, "AlternateContent"))
    {
      chosen = cs_docx_choose (node);
      if (chosen != NULL)
        cs_docx_read_inline (reader, chosen);
    }
  else if (!is_property (node) && !cs_docx_read_comment_mark (reader, node) &&
           !cs_docx_read_placeholder (reader, node))
    {
      if (is_insertion (node))
        cs_docx_reader_found (&reader->insertions, node);
      cs_docx_read_inline (reader, node);
    }
}

void
cs_docx_read_inline (CsDocxReader *reader, xmlNode *parent)
{
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      read_child (reader, child);
}

/* --- alternatives --- */

/* Whether every extension that @choice asks for is one whose content we read. */
static gboolean
is_understood (const xmlNode *choice)
{
  static const char *const known[] = { "wps", "wpg", "wpc", "wpi", "wp14", "w14",
                                       "w15", "a14", "v", "o", "m", NULL };
  const char *needs = cs_docx_get (choice, CS_DOCX_NONE, "Requires");
  g_auto (GStrv) words = g_strsplit (needs == NULL ? "" : needs, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !g_strv_contains (known, words[i]))
      return FALSE;

  return TRUE;
}

xmlNode *
cs_docx_choose (const xmlNode *node)
{
  xmlNode *first = NULL;
  xmlNode *fallback = NULL;

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (cs_docx_is (child, CS_DOCX_MC, "Choice") && is_understood (child))
        return child;
      if (cs_docx_is (child, CS_DOCX_MC, "Choice") && first == NULL)
        first = child;
      if (cs_docx_is (child, CS_DOCX_MC, "Fallback"))
        fallback = child;
    }

  return fallback != NULL && fallback->children != NULL ? fallback : first;
}
