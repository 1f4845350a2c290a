#pragma once

#include <libxml/tree.h>

#include "../../../base/cs-text.h"

G_BEGIN_DECLS

/* The styles of a Word file: what a paragraph or a run looks like that does not say so itself; for
 * nobody else than src/formats/docx. Source: ISO/IEC 29500-1:2016, 17.7. Thread: one at a time. */

/** CsDocxToggle: a property that may be told to be, not to be, or not be told. */
typedef enum
{
  CS_DOCX_UNTOLD,
  CS_DOCX_ON,
  CS_DOCX_OFF
} CsDocxToggle;

/**
 * CsDocxLook:
 * @bold: printed fat
 * @italic: slanted
 * @underline: any kind of line
 * @hidden: not printed (w:vanish)
 * @struck: crossed out
 * @script: "superscript", "subscript", "baseline" or %NULL
 * @font: (nullable): of letters that are not Chinese
 * @size: of the letters in half points, 0 when not told
 * @position: by which they are raised in half points, negative when lowered
 *
 * What is told of a run, of all that there is to tell. Strings belong to the tree they are from.
 */
typedef struct
{
  CsDocxToggle bold;
  CsDocxToggle italic;
  CsDocxToggle underline;
  CsDocxToggle hidden;
  CsDocxToggle struck;
  const char *script;
  const char *font;
  int size;
  int position;
} CsDocxLook;

/**
 * CsDocxStyle:
 * @id: by which paragraphs name it
 * @name: (nullable): as people see it
 * @look: of its letters, with those of the styles it is based on
 * @outline: 0 for the highest heading, 9 for text, -1 when not told
 * @number_id: list that it is numbered by, 0 for none, -1 when not told
 * @number_level: 0-based level there, -1 when not told
 */
typedef struct
{
  const char *id;
  const char *name;
  CsDocxLook look;
  int outline;
  int number_id;
  int number_level;
} CsDocxStyle;

/** CsDocxStyles: all styles of a file. */
typedef struct _CsDocxStyles CsDocxStyles;

/** cs_docx_styles_new: @tree: (nullable) (transfer full): of the part of styles. Returns: (transfer
 * full): what it tells; a style that is based on itself is based on nothing */
CsDocxStyles *cs_docx_styles_new (xmlDoc *tree);

/** cs_docx_styles_free: frees @styles and its tree */
void cs_docx_styles_free (CsDocxStyles *styles);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsDocxStyles, cs_docx_styles_free)

/** cs_docx_styles_find: @id: (nullable). Returns: (nullable): the style of that name */
const CsDocxStyle *cs_docx_styles_find (const CsDocxStyles *styles,
                                        const char *id);

/** cs_docx_styles_find_paragraph: @id: (nullable): what a paragraph names. Returns: (nullable):
 * that style, or the one of paragraphs that name none */
const CsDocxStyle *cs_docx_styles_find_paragraph (const CsDocxStyles *styles,
                                                  const char *id);

/** cs_docx_look_read: adds what the run properties @node, which may be %NULL, tell to @look */
void cs_docx_look_read (CsDocxLook *look,
                        const xmlNode *node);

/** cs_docx_styles_get_size: Returns: size of letters that no style tells, in half points */
int cs_docx_styles_get_size (const CsDocxStyles *styles);

G_END_DECLS
