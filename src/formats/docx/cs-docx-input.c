#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../base/cs-error.h"
#include "../../base/cs-limits.h"
#include "../cs-zip.h"
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
