#include <string.h>

#include <glib/gi18n-lib.h>

#include "../cs-right-type.h"
#include "../xml/cs-xml-body.h"
#include "../xml/cs-xml-dialect.h"
#include "cs-cnipa.h"

#define FORMAT "cnipa-xml"

static const CsXmlHandler handler = {
  .start = cs_xml_body_start,
  .end = cs_xml_body_end,
  .text = cs_xml_body_text,
  .instruction = cs_xml_body_instruction,
  .unknown_entity = cs_xml_body_unknown_entity,
};

static gpointer
begin (const CsXmlReading *reading)
{
  return cs_xml_body_new (reading);
}

static CsDraft *
end (gpointer reader, CsDraftBuilder *builder, GError **error)
{
  g_autoptr (CsXmlBody) body = reader;
  CsDraft *draft;

  cs_xml_body_finish (body);
  draft = cs_draft_builder_end (builder, error);
  if (draft == NULL)
    return NULL;

  draft->request->office = CS_OFFICE_CN;
  draft->request->type = cs_right_type_guess (draft);
  draft->request->abstract_figure = cs_xml_body_dup_abstract_figure (body, draft);

  return draft;
}

static void
drop (gpointer reader)
{
  cs_xml_body_free (reader);
}

const CsXmlDialect cs_cnipa_dialect = {
  .root = "cn-application-body",
  .format = FORMAT,
  .office = CS_OFFICE_CN,
  .style = CS_XML_TEXT_CN,
  .handler = &handler,
  .begin = begin,
  .end = end,
  .free = drop,
};

enum
{
  BOOK_CLAIMS = 1 << 0,
  BOOK_DESCRIPTION = 1 << 1,
  BOOK_DRAWINGS = 1 << 2,
  BOOK_ABSTRACT_FIGURE = 1 << 3,
  BOOK_ABSTRACT = 1 << 4,
  N_BOOK_SETS = 1 << 5
};

/* The books found in one file; 0 when it is no application body. */
static guint
books_in (const CsPackageFile *file)
{
  static const char *const marks[] = { "<cn-claims", "<description", "<cn-drawings",
                                       "<cn-abst-figure", "<cn-abstract" };
  gsize n_bytes = 0;
  const char *bytes = file->bytes == NULL ? NULL : g_bytes_get_data (file->bytes, &n_bytes);
  guint books = 0;

  if (bytes == NULL || file->image != NULL ||
      g_strstr_len (bytes, n_bytes, "<cn-application-body") == NULL)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_strstr_len (bytes, n_bytes, marks[i]) != NULL)
      books |= 1u << i;

  /* The abstract's figure stands within an abstract of its own, without text. */
  return (books & BOOK_ABSTRACT_FIGURE) != 0 ? books & ~(guint)BOOK_ABSTRACT : books;
}

static const CsPackageFile *
get_file (const GPtrArray *files, guint index)
{
  return g_ptr_array_index (files, index);
}

/* The files to read: of those with the same books the last. What is left out becomes a note. */
static GPtrArray *
choose_books (CsDraftBuilder *builder, const CsPackage *package)
{
  const CsPackageFile *last[N_BOOK_SETS] = { NULL };
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < package->files->len; i++)
    {
      const CsPackageFile *file = get_file (package->files, i);
      guint books = books_in (file);

      if (books == 0 && file->image == NULL)
        cs_draft_builder_add_note (builder, "unreadable-file", file->name, CS_PART_DOCUMENT, 0);
      if (books != 0 && last[books] != NULL)
        cs_draft_builder_add_note (builder, "other-version", last[books]->name, CS_PART_DOCUMENT,
                                   0);
      last[books] = file;
    }
  for (guint books = 1; books < N_BOOK_SETS; books++)
    if (last[books] != NULL)
      g_ptr_array_add (chosen, (gpointer)last[books]);

  return chosen;
}

typedef struct
{
  const CsPackage *package;
  const CsPackageFile *book; /* that is being read */
  const GPtrArray *books;
} BookFolder;

static const CsImage *
find_in_package (gpointer data, const char *name)
{
  const BookFolder *folder = data;
  const CsPackageFile *file = cs_package_find_image (folder->package, folder->book->name, name);

  return file == NULL ? NULL : file->image;
}

/* Whether @book speaks of a picture of that name: file="100003_1.gif". */
static gboolean
mentions (const CsPackageFile *book, const char *name)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", name);
  gsize n_bytes;
  const char *bytes = g_bytes_get_data (book->bytes, &n_bytes);

  return g_strstr_len (bytes, n_bytes, quoted) != NULL;
}

/* Each book has pictures of its own; of those with the same name that of the book that speaks of it
 * is taken, and of several such books the last, so that drawings go before what stands in a
 * text. */
static GBytes *
load_from_package (gpointer data, const char *name)
{
  const BookFolder *folder = data;
  const CsPackageFile *found = NULL;
  gboolean mentioned = FALSE;

  for (guint i = 0; i < folder->books->len && cs_image_is_base_name (name); i++)
    {
      const CsPackageFile *book = get_file (folder->books, i);
      const CsPackageFile *file = cs_package_find_image (folder->package, book->name, name);

      if (file == NULL || (mentioned && !mentions (book, name)))
        continue;
      mentioned = mentioned || mentions (book, name);
      found = file;
    }

  return found == NULL ? NULL : g_bytes_ref (found->bytes);
}

static gboolean
read_book (CsXml *xml, CsXmlBody *body, const CsPackageFile *book, GError **error)
{
  gsize n_bytes;
  const char *bytes = g_bytes_get_data (book->bytes, &n_bytes);

  cs_xml_begin (xml, 1, &handler, body);
  for (gsize at = 0; at < n_bytes; at += CS_READ_CHUNK_BYTES)
    cs_xml_push (xml, bytes + at, MIN (CS_READ_CHUNK_BYTES, n_bytes - at));
  if (cs_xml_end (xml, error))
    return TRUE;

  g_prefix_error (error, "\"%s\": ", book->name);
  return FALSE;
}

static CsDraft *
read_books (CsDraftBuilder *builder, BookFolder *folder, GError **error)
{
  g_autoptr (CsDraftBuilder) owned = builder;
  g_autoptr (CsXml) xml = cs_xml_new ();
  CsImageFolder images = { find_in_package, load_from_package, folder };
  const CsXmlReading reading = { &cs_cnipa_dialect, builder, xml, &images, NULL };
  g_autoptr (CsXmlBody) body = cs_xml_body_new (&reading);

  if (folder->books->len == 0)
    {
      cs_error_set (error, CS_ERROR_UNSUPPORTED, 0, _ ("holds no book of an application"));
      return NULL;
    }
  for (guint i = 0; i < folder->books->len; i++)
    {
      folder->book = get_file (folder->books, i);
      if (!read_book (xml, body, folder->book, error))
        return NULL;
    }

  cs_draft_builder_set_complete (builder, folder->package->is_named);
  return end (g_steal_pointer (&body), g_steal_pointer (&owned), error);
}

void
cs_cnipa_read_package (CsReadContext *context, const CsPackage *package)
{
  CsDraftBuilder *builder = cs_draft_builder_new (context->path, context->index, FORMAT);
  g_autoptr (GPtrArray) books = choose_books (builder, package);
  BookFolder folder = { .package = package, .books = books };
  CsImageFolder images = { find_in_package, load_from_package, &folder };
  const CsImageFolder *outer = context->images;
  GError *error = NULL;
  CsDraft *draft = read_books (builder, &folder, &error);

  context->images = &images;
  cs_read_context_give (context, draft, error);
  context->images = outer;
}
