#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../../base/cs-error.h"
#include "../../../base/cs-limits.h"
#include "../../cs-zip.h"
#include "cs-docx-input.h"
#include "cs-docx-reader.h"

#define CONTENT_TYPES "[Content_Types].xml"
#define SUFFIX ".docx"

gboolean
cs_docx_input_is (const char *bytes, gsize n_bytes)
{
  return cs_zip_has (bytes, n_bytes, CONTENT_TYPES);
}

/* --- pictures --- */

/* The pictures of the files that make up a draft; each was looked at once. */
typedef struct
{
  CsDocx **files;
  guint n_files;
  GHashTable *found; /* name -> CsImage */
} Pictures;

static GBytes *
load_picture (gpointer data, const char *name)
{
  const Pictures *pictures = data;
  GBytes *bytes = NULL;

  for (guint i = 0; i < pictures->n_files && bytes == NULL; i++)
    bytes = cs_docx_load_image (pictures->files[i], name);

  return bytes;
}

static const CsImage *
find_picture (gpointer data, const char *name)
{
  Pictures *pictures = data;
  CsImage *image = g_hash_table_lookup (pictures->found, name);
  g_autoptr (GBytes) bytes = image == NULL ? load_picture (pictures, name) : NULL;

  if (bytes == NULL)
    return image;

  image = cs_image_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_hash_table_insert (pictures->found, g_strdup (name), image);

  return image;
}

/* Gives @draft with the pictures of @files. */
static void
give_draft (CsReadContext *context, CsDraft *draft, CsDocx **files, guint n_files)
{
  g_autoptr (GHashTable) found =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)cs_image_free);
  Pictures pictures = { files, n_files, found };
  CsImageFolder images = { find_picture, load_picture, &pictures };
  const CsImageFolder *outer = context->images;

  context->images = &images;
  cs_read_context_give (context, draft, NULL);
  context->images = outer;
}

void
cs_docx_input_read (CsReadContext *context, GBytes *bytes)
{
  GError *error = NULL;
  g_autoptr (CsDocx) docx = cs_docx_open (bytes, &error);
  CsDraft *draft = docx == NULL ? NULL : cs_docx_read (docx, context->path, &error);

  if (draft == NULL)
    cs_read_context_give (context, NULL, error);
  else
    give_draft (context, draft, &docx, 1);
}

/* --- books apart --- */

typedef struct
{
  const char *word;
  CsHeading book;
} BookName;

/* Names that contain others come first. */
static const BookName book_names[] = {
  { "权利要求", CS_HEADING_CLAIMS },
  { "说明书摘要", CS_HEADING_ABSTRACT },
  { "说明书附图", CS_HEADING_DRAWINGS },
  { "摘要附图", CS_HEADING_ABSTRACT_FIGURE },
  { "说明书", CS_HEADING_DESCRIPTION },
  { "摘要", CS_HEADING_ABSTRACT },
  { "附图", CS_HEADING_DRAWINGS },
  { "claims", CS_HEADING_CLAIMS },
  { "specification", CS_HEADING_DESCRIPTION },
  { "description", CS_HEADING_DESCRIPTION },
  { "abstract", CS_HEADING_ABSTRACT },
  { "drawings", CS_HEADING_DRAWINGS },
};

static gboolean
is_word_file (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, SUFFIX) && *name != '~' && *name != '.';
}

/* The book that a file is by its name; CS_HEADING_NONE when its name does not tell. */
static CsHeading
book_of_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (book_names); i++)
    if (strstr (lower, book_names[i].word) != NULL)
      return book_names[i].book;

  return CS_HEADING_NONE;
}

gboolean
cs_docx_input_is_books (const GPtrArray *names)
{
  guint found = 0;
  guint needed = 1u << CS_HEADING_CLAIMS | 1u << CS_HEADING_DESCRIPTION;

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      guint book = 1u << book_of_name (name);

      if (!is_word_file (name))
        continue;
      if (book == 1u << CS_HEADING_NONE || (found & book) != 0)
        return FALSE;
      found |= book;
    }

  return (found & needed) == needed;
}

/* One book, opened and read by itself to see what is in it. */
static CsDocx *
open_book (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize n_bytes;
  CsDocx *docx;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      cs_error_set (error, CS_ERROR_IO, 0, _ ("\"%s\" is no file"), name);
      return NULL;
    }
  if (!g_file_get_contents (path, &content, &n_bytes, error))
    return NULL;

  bytes = g_bytes_new_take (g_steal_pointer (&content), n_bytes);
  docx = cs_docx_open (bytes, error);
  if (docx == NULL)
    g_prefix_error (error, "\"%s\": ", name);

  return docx;
}

/* Books in the order of the office: what the abstract's figure is, is known when the drawings
 * are. */
static int
compare_books (gconstpointer a, gconstpointer b)
{
  const char *const *left = a;
  const char *const *right = b;

  return (int)book_of_name (*left) - (int)book_of_name (*right);
}

static GPtrArray *
list_books (const GPtrArray *names)
{
  GPtrArray *books = g_ptr_array_new ();

  for (guint i = 0; i < names->len; i++)
    if (is_word_file (g_ptr_array_index (names, i)))
      g_ptr_array_add (books, g_ptr_array_index (names, i));
  g_ptr_array_sort (books, compare_books);

  return books;
}

/* Whether @docx has in it, by its own headings, another book than the one it is called. */
static gboolean
is_only (CsDocx *docx, CsHeading book)
{
  g_autoptr (CsDraft) draft = cs_docx_read (docx, "", NULL);

  if (draft == NULL) /* without a heading of its own */
    return TRUE;

  return (book == CS_HEADING_CLAIMS || draft->texts[CS_PART_CLAIMS] == NULL) &&
         (book == CS_HEADING_ABSTRACT || draft->texts[CS_PART_ABSTRACT] == NULL);
}

typedef struct
{
  GPtrArray *names;
  GPtrArray *files; /* CsDocx */
} Books;

static gboolean
open_books (Books *books, const char *folder, GError **error)
{
  for (guint i = 0; i < books->names->len; i++)
    {
      CsDocx *docx = open_book (folder, g_ptr_array_index (books->names, i), error);

      if (docx == NULL)
        return FALSE;
      g_ptr_array_add (books->files, docx);
    }

  return TRUE;
}

static CsDraft *
read_books (Books *books, CsReadContext *context, GError **error)
{
  g_autoptr (CsBooks) all =
      cs_books_new (cs_draft_builder_new (context->path, context->index, CS_DOCX_FORMAT), NULL);
  g_autoptr (GPtrArray) readers =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_docx_reader_free);

  for (guint i = 0; i < books->files->len; i++)
    {
      const char *name = g_ptr_array_index (books->names, i);
      CsDocxReader *reader = cs_docx_reader_new (g_ptr_array_index (books->files, i), all);

      g_ptr_array_add (readers, reader);
      if (!cs_docx_reader_read (reader, book_of_name (name), error))
        {
          g_prefix_error (error, "\"%s\": ", name);
          return NULL;
        }
    }

  cs_books_close (all);
  for (guint i = 0; i < readers->len; i++)
    cs_docx_reader_finish (g_ptr_array_index (readers, i));

  return cs_books_end (g_steal_pointer (&all), error);
}

/* Whether no book has in it what another one is. */
static gboolean
are_apart (const Books *books)
{
  for (guint i = 0; i < books->files->len; i++)
    if (!is_only (g_ptr_array_index (books->files, i),
                  book_of_name (g_ptr_array_index (books->names, i))))
      return FALSE;

  return TRUE;
}

/* Pictures of two files may have the same name. */
static void
share_names (const Books *books, GHashTable *taken)
{
  for (guint i = 0; i < books->files->len; i++)
    {
      CsDocx *docx = g_ptr_array_index (books->files, i);

      docx->taken = taken;
    }
}

gboolean
cs_docx_input_read_books (CsReadContext *context, const char *folder, const GPtrArray *names)
{
  g_autoptr (GPtrArray) sorted = list_books (names);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_docx_free);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Books books = { sorted, files };
  GError *error = NULL;
  CsDraft *draft = NULL;

  if (open_books (&books, folder, &error))
    {
      if (!are_apart (&books))
        return FALSE;
      share_names (&books, taken);
      draft = read_books (&books, context, &error);
    }

  if (draft == NULL)
    cs_read_context_give (context, NULL, error);
  else
    give_draft (context, draft, (CsDocx **)files->pdata, files->len);

  return TRUE;
}
