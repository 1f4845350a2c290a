#pragma once

#include "../../draft/cs-draft-builder.h"
#include "../../draft/cs-heading.h"

G_BEGIN_DECLS

/**
 * CsBookLine:
 * @text: (transfer none): one line, with its runs and objects; no line end in it
 * @number: 1-based line of the input, 0 when none
 * @is_heading: the format marks it as a heading, whatever its words
 */
typedef struct
{
  const CsText *text;
  guint number;
  gboolean is_heading;
} CsBookLine;

/**
 * CsBooksHooks:
 * @placed: (nullable): told for every line that becomes text: its stretch @range now begins at
 *   byte @at of the text of @part; while cs_books_add() runs
 * @describe: (nullable): fills in what is known of a picture of the drawings (all but its label);
 *   returns whether @object is a picture at all
 * @data: for both
 *
 * What the reader of one format adds to the books.
 */
typedef struct
{
  void (*placed) (gpointer data, CsPart part, gsize at, CsRange range);
  gboolean (*describe) (gpointer data, const CsInlineObject *object, CsFigure *figure);
  gpointer data;
} CsBooksHooks;

/**
 * CsBooks:
 *
 * Tells what the lines of a manuscript belong to: the books of an application (权利要求书, 说明书,
 * 说明书附图, 说明书摘要, 摘要附图), by the headings that people write, or without any by how
 * claims and titles look. For every format that has lines and no other order; for nobody else
 * than src/formats. Thread: one at a time.
 */
typedef struct _CsBooks CsBooks;

/** cs_books_new: @builder: (transfer full): where the text goes. @hooks: (nullable): copied.
 * Returns: (transfer full): no line read yet */
CsBooks *cs_books_new (CsDraftBuilder *builder,
                       const CsBooksHooks *hooks);

/** cs_books_free: drops the books and the builder */
void cs_books_free (CsBooks *books);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsBooks, cs_books_free)

/** cs_books_set_hooks: what follows is from a file with these @hooks */
void cs_books_set_hooks (CsBooks *books,
                         const CsBooksHooks *hooks);

/** cs_books_get_builder: Returns: (transfer none): where the text goes, for notes */
CsDraftBuilder *cs_books_get_builder (CsBooks *books);

/** cs_books_open: what follows is of @book, a heading of a part, as something other than a line
 * tells: a page header, the name of a file */
void cs_books_open (CsBooks *books,
                    CsHeading book);

/** cs_books_get_open: Returns: the part that the next line is of, %CS_HEADING_NONE when that is not
 * known yet */
CsHeading cs_books_get_open (const CsBooks *books);

/** cs_books_add: takes the next line; blank ones part paragraphs of claims */
void cs_books_add (CsBooks *books,
                   const CsBookLine *line);

/**
 * cs_books_close:
 * @books: books that got all their lines
 *
 * Splits the claims and pairs pictures with their labels: from then on all units are in the
 * builder.
 */
void cs_books_close (CsBooks *books);

/**
 * cs_books_end:
 * @books: (transfer full): books that were closed
 * @error: %CS_ERROR_EMPTY, %CS_ERROR_UNSUPPORTED when there is no sign of an application,
 *   %CS_ERROR_LIMIT
 *
 * Returns: (transfer full): the draft, or %NULL
 */
CsDraft *cs_books_end (CsBooks *books,
                       GError **error);

G_END_DECLS
