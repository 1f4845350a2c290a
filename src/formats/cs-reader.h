#pragma once

#include <gio/gio.h>

#include "../draft/cs-draft.h"

G_BEGIN_DECLS

/**
 * CsReadItem:
 * @path: file or package the document came from; a file within the folder that was given
 * @index: 0-based place of the document within @path
 * @draft: (nullable): the document; take a reference to keep it
 * @error: (nullable): why it could not be read, when @draft is %NULL; see cs_error_get_line()
 * @images: (nullable): where the pictures of @draft are, for cs_read_item_load_image()
 *
 * One document of an input, or what came in its place. Lent until the callback returns.
 */
typedef struct
{
  const char *path;
  guint index;
  CsDraft *draft;
  const GError *error;
  const struct _CsImageFolder *images;
} CsReadItem;

/**
 * cs_read_item_load_image:
 * @item: a document, while the callback runs
 * @name: base name of a picture that its draft speaks of
 *
 * Returns: (transfer full) (nullable): the bytes of that picture, %NULL when it is not there or
 * larger than %CS_MAX_ZIP_ENTRY_BYTES
 */
GBytes *cs_read_item_load_image (const CsReadItem *item,
                                 const char *name);

/**
 * CsReadFunc:
 * @item: a document, or an error
 * @data: as given to cs_read()
 *
 * Returns: whether to go on reading
 */
typedef gboolean (*CsReadFunc) (const CsReadItem *item,
                                gpointer data);

/**
 * CsReader:
 * @func: called for every document in order
 * @data: for @func
 * @claims_language: (nullable): which claims to take of a document that has them in several
 *   languages ("de", "en", "fr"); %NULL for those of the language of its description. When there
 *   are none in it, the others are taken, and a note says so
 *
 * What a caller wants of what it has read.
 */
typedef struct
{
  CsReadFunc func;
  gpointer data;
  const char *claims_language;
} CsReader;

/**
 * cs_read:
 * @path: a file, a folder, or "-" for standard input
 * @reader: what to do with the documents
 * @cancellable: (nullable): to stop it
 * @error: %G_IO_ERROR_CANCELLED only
 *
 * Reads whatever patent application @path holds, found by its content and not by its name: plain
 * text, Word, books, packages and publications of CNIPA, grants and applications of USPTO, the EPO
 * and WIPO, one document or many in a file. A folder is one document when it is a CNIPA package, or
 * when its Word files are the books of an application by their names, else a batch: everything
 * readable in it, sorted by name, folders within it too, hidden files left out. What cannot be read
 * is given to @reader as an error, and the rest goes on. Memory does not grow with the number of
 * documents. Thread: any.
 *
 * Returns: %FALSE when cancelled
 */
gboolean cs_read (const char *path,
                  const CsReader *reader,
                  GCancellable *cancellable,
                  GError **error);

/**
 * cs_read_bytes:
 * @path: what to call the input
 * @bytes: (array length=n_bytes): the content of a file
 * @n_bytes: its length
 * @reader: what to do with the documents
 * @cancellable: (nullable): to stop it
 * @error: %G_IO_ERROR_CANCELLED only
 *
 * As cs_read(), for what is in memory. Thread: any.
 *
 * Returns: %FALSE when cancelled
 */
gboolean cs_read_bytes (const char *path,
                        const char *bytes,
                        gsize n_bytes,
                        const CsReader *reader,
                        GCancellable *cancellable,
                        GError **error);

/**
 * cs_read_is_package:
 * @path: a folder
 *
 * Tells how a folder is treated: it is a CNIPA package when a book (100001 to 100005, or the
 * request 110101) lies in it as a file, a ZIP or a folder, and one application when its Word files
 * are called as its books are. Thread: any.
 *
 * Returns: whether cs_read() takes @path as one document
 */
gboolean cs_read_is_package (const char *path);

G_END_DECLS
