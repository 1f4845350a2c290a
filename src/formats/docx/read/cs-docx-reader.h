#pragma once

#include "../../manuscript/cs-books.h"
#include "../cs-docx-private.h"
#include "../cs-docx-xml.h"
#include "cs-docx-comments.h"
#include "cs-docx-line.h"
#include "cs-docx-numbering.h"
#include "cs-docx-styles.h"

G_BEGIN_DECLS

/* One Word file on its way into the books of an application; for nobody else than the files of
 * src/formats/docx that read. */

/**
 * CsDocxFound:
 * @n: how often something was met
 * @words: (nullable): of the first of them
 *
 * What is said of all places together.
 */
typedef struct
{
  guint n;
  char *words;
} CsDocxFound;

/**
 * CsDocxReader:
 * @docx: the file
 * @books: where its lines go
 * @part: name of the part that is being read
 * @styles: of the file
 * @numbering: likewise
 * @notes: trees of footnotes and endnotes, %NULL where there are none
 * @note_ids: (element-type utf8 xmlNode): "f3", "e3": their elements
 * @comments: (element-type utf8 CsDocxRemark): by identity
 * @met: (element-type CsDocxRemark): comments and footnotes in the order of the text
 * @footnotes: (element-type CsDocxRemark): that own them
 * @line: that is being read
 * @style: (nullable): of the paragraph
 * @boxes: (element-type xmlNode): contents of text boxes, to be read behind the paragraph
 * @fields: (element-type CsDocxField): that are open, the innermost last
 * @sections: (element-type CsDocxSection): of the text
 * @section: that is being read
 * @in_unit: a bookmark of ours says that paragraphs and tables are one paragraph of the draft
 * @is_joined: the next paragraph goes on in the same line
 * @object_bytes: of all payloads so far
 * @insertions: tracked ones
 * @deletions: likewise
 * @hidden: words that are not printed
 * @struck: words that are crossed out
 */
typedef struct
{
  CsDocx *docx;
  CsBooks *books;
  const char *part;
  CsDocxStyles *styles;
  CsDocxNumbering *numbering;
  xmlDoc *notes[2];
  GHashTable *note_ids;
  GHashTable *comments;
  GPtrArray *met;
  GPtrArray *footnotes;
  CsDocxLine *line;
  const CsDocxStyle *style;
  GPtrArray *boxes;
  GArray *fields;
  GArray *sections;
  guint section;
  gboolean in_unit;
  gboolean is_joined;
  gsize object_bytes;
  CsDocxFound insertions;
  CsDocxFound deletions;
  CsDocxFound hidden;
  CsDocxFound struck;
} CsDocxReader;

/** cs_docx_reader_new: Returns: (transfer full): a reader of @docx into @books, both lent; what was
 * found in @docx before is forgotten */
CsDocxReader *cs_docx_reader_new (CsDocx *docx,
                                  CsBooks *books);

/** cs_docx_reader_free: frees @reader */
void cs_docx_reader_free (CsDocxReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsDocxReader, cs_docx_reader_free)

/** cs_docx_reader_read: reads all lines. @book: which book the file is, as something else than its
 * text tells, or %CS_HEADING_NONE. @error: as cs_docx_read() */
gboolean cs_docx_reader_read (CsDocxReader *reader,
                              CsHeading book,
                              GError **error);

/** cs_docx_reader_finish: notes what was met, when the books are closed */
void cs_docx_reader_finish (CsDocxReader *reader);

/** cs_docx_read_blocks: paragraphs and tables in @parent */
void cs_docx_read_blocks (CsDocxReader *reader,
                          xmlNode *parent);

/** cs_docx_read_inline: the words in the paragraph @parent, or in what holds words there */
void cs_docx_read_inline (CsDocxReader *reader,
                          xmlNode *parent);

/** cs_docx_read_comment_mark: takes @node when it is the mark of a comment. Returns: whether it is
 * one */
gboolean cs_docx_read_comment_mark (CsDocxReader *reader,
                                    const xmlNode *node);

/** cs_docx_choose: Returns: (nullable): of the alternatives in @node the one to read */
xmlNode *cs_docx_choose (const xmlNode *node);

/** cs_docx_reader_end_line: what was read so far is a line */
void cs_docx_reader_end_line (CsDocxReader *reader);

/** cs_docx_reader_note: notes @detail, which belongs to no place */
void cs_docx_reader_note (CsDocxReader *reader,
                          const char *code,
                          const char *detail);

/** cs_docx_reader_found: counts @found once more, with the words in @node when it is the first */
void cs_docx_reader_found (CsDocxFound *found,
                           const xmlNode *node);

/* --- what this program wrote --- */

/** cs_docx_read_placeholder: takes @node when it stands for an object that was not there, and
 * nobody has written over it. Returns: whether it does */
gboolean cs_docx_read_placeholder (CsDocxReader *reader,
                                   xmlNode *node);

/** cs_docx_is_placeholder: Returns: whether @object is a picture that was not there when its file
 * was written */
gboolean cs_docx_is_placeholder (const CsInlineObject *object);

/** cs_docx_read_unit_mark: takes @node when it is a bookmark. Returns: whether it is one */
gboolean cs_docx_read_unit_mark (CsDocxReader *reader,
                                 const xmlNode *node);

/** cs_docx_goes_on: Returns: whether what follows the paragraph or table @node belongs to the same
 * paragraph of the draft */
gboolean cs_docx_goes_on (const CsDocxReader *reader,
                          const xmlNode *node);

/** cs_docx_open_own_book: opens the book that a paragraph of @style, which may be %NULL, begins in
 * a file of ours */
void cs_docx_open_own_book (CsDocxReader *reader,
                            const char *style);

/* --- letters --- */

/** cs_docx_reader_look: Returns: what letters with the run properties @node, which may be %NULL,
 * look like in the paragraph */
CsDocxLook cs_docx_reader_look (const CsDocxReader *reader,
                                const xmlNode *node);

/** cs_docx_read_text: the words of the `w:t` @node */
void cs_docx_read_text (CsDocxReader *reader,
                        xmlNode *node,
                        const CsDocxLook *look);

/** cs_docx_read_sign: a sign that an element stands for. @utf8: the sign */
void cs_docx_read_sign (CsDocxReader *reader,
                        xmlNode *node,
                        const char *utf8,
                        const CsDocxLook *look);

/** cs_docx_read_symbol: the letter @c of the symbol font @font, told by @node */
void cs_docx_read_symbol (CsDocxReader *reader,
                          xmlNode *node,
                          const char *font,
                          gunichar c,
                          const CsDocxLook *look);

/* --- fields --- */

/** CsDocxField: a field that Word fills in. */
typedef struct
{
  GString *instruction;
  gboolean in_instruction; /* its result is still to come */
  gsize result_at;         /* byte of the line at which its result begins */
} CsDocxField;

/** cs_docx_field_clear: for arrays of fields */
void cs_docx_field_clear (gpointer field);

/** cs_docx_read_field_mark: @node is a `w:fldChar` */
void cs_docx_read_field_mark (CsDocxReader *reader,
                              xmlNode *node,
                              const CsDocxLook *look);

/** cs_docx_read_field_instruction: @node is a `w:instrText` */
void cs_docx_read_field_instruction (CsDocxReader *reader,
                                     const xmlNode *node);

/** cs_docx_is_in_instruction: Returns: whether what is read is not shown to who reads the text */
gboolean cs_docx_is_in_instruction (const CsDocxReader *reader);

/** cs_docx_end_instructions: at the end of a paragraph: nothing that follows is hidden by a field
 * that somebody forgot to end */
void cs_docx_end_instructions (CsDocxReader *reader);

/* --- objects --- */

/** cs_docx_read_object: @node is a drawing, `w:object`, `m:oMath`, `w:tbl` or the like */
void cs_docx_read_object (CsDocxReader *reader,
                          xmlNode *node);

/** cs_docx_read_note: @node refers to a footnote, or an endnote */
void cs_docx_read_note (CsDocxReader *reader,
                        xmlNode *node);

/** cs_docx_describe: for #CsBooksHooks.describe; @data: the #CsDocxReader */
gboolean cs_docx_describe (gpointer data,
                           const CsInlineObject *object,
                           CsFigure *figure);

/* --- sections --- */

/**
 * CsDocxSection:
 * @node: its `w:sectPr`, with which it ends
 * @book: which book its page header says it is, or %CS_HEADING_NONE
 */
typedef struct
{
  const xmlNode *node;
  CsHeading book;
} CsDocxSection;

/** cs_docx_find_sections: Returns: (transfer full) (element-type CsDocxSection): the sections of
 * the text, in order */
GArray *cs_docx_find_sections (const CsDocx *docx);

G_END_DECLS
