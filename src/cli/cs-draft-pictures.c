#include "cs-draft-pictures.h"

struct _CsDraftPictures
{
  GHashTable *by_name; /* name -> GBytes */
  GBytes *(*load) (const char *name, gpointer data);
  gpointer data;
};

static void
take (CsDraftPictures *pictures, const char *name)
{
  GBytes *bytes = NULL;

  if (name != NULL && !g_hash_table_contains (pictures->by_name, name))
    bytes = pictures->load (name, pictures->data);
  if (bytes != NULL)
    g_hash_table_insert (pictures->by_name, g_strdup (name), bytes);
}

CsDraftPictures *
cs_draft_pictures_new (const CsDraft *draft,
                       GBytes *(*load) (const char *name, gpointer data),
                       gpointer data)
{
  CsDraftPictures *pictures = g_new0 (CsDraftPictures, 1);

  pictures->by_name =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  pictures->load = load;
  pictures->data = data;
  for (guint i = 0; i < draft->figures->len; i++)
    take (pictures, g_array_index (draft->figures, CsFigure, i).file);
  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      const CsText *text = draft->texts[part];
      guint n_objects = 0;
      const CsInlineObject *objects = text == NULL ? NULL : cs_text_get_objects (text, &n_objects);

      for (guint i = 0; i < n_objects; i++)
        take (pictures, objects[i].preview);
    }

  return pictures;
}

void
cs_draft_pictures_free (CsDraftPictures *pictures)
{
  g_hash_table_unref (pictures->by_name);
  g_free (pictures);
}

GBytes *
cs_draft_pictures_load (const char *name, gpointer pictures)
{
  GBytes *bytes = g_hash_table_lookup (((CsDraftPictures *)pictures)->by_name, name);

  return bytes == NULL ? NULL : g_bytes_ref (bytes);
}
