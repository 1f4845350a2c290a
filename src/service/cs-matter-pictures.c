#include "cs-matter-pictures.h"

struct _CsMatterPictures
{
  GHashTable *loaded;
  char *folder; /* nullable: until it was tried to open the store */
  gint64 matter;
  CsDraftStore *store; /* a connection of its own: saving goes on meanwhile */
};

CsMatterPictures *
cs_matter_pictures_new (GHashTable *loaded, const char *folder, gint64 matter)
{
  CsMatterPictures *pictures = g_new0 (CsMatterPictures, 1);

  pictures->loaded = g_hash_table_ref (loaded);
  pictures->folder = g_strdup (folder);
  pictures->matter = matter;

  return pictures;
}

void
cs_matter_pictures_free (CsMatterPictures *pictures)
{
  g_hash_table_unref (pictures->loaded);
  g_free (pictures->folder);
  g_clear_pointer (&pictures->store, cs_draft_store_close);
  g_free (pictures);
}

static GBytes *
load_kept (CsMatterPictures *pictures, const char *name)
{
  if (pictures->store == NULL && pictures->folder != NULL)
    pictures->store = cs_draft_store_open (pictures->folder, NULL);
  g_clear_pointer (&pictures->folder, g_free);
  if (pictures->store == NULL)
    return NULL;

  return cs_draft_store_load_image (pictures->store, pictures->matter, name, NULL);
}

GBytes *
cs_matter_pictures_load (const char *name, gpointer data)
{
  CsMatterPictures *pictures = data;
  GBytes *loaded = g_hash_table_lookup (pictures->loaded, name);

  return loaded == NULL ? load_kept (pictures, name) : g_bytes_ref (loaded);
}

GHashTable *
cs_draft_list_pictures (const CsDraft *draft)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < draft->figures->len; i++)
    if (g_array_index (draft->figures, CsFigure, i).file != NULL)
      g_hash_table_add (names, g_array_index (draft->figures, CsFigure, i).file);
  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      const CsText *text = draft->texts[part];
      guint n_objects = 0;
      const CsInlineObject *objects = text == NULL ? NULL : cs_text_get_objects (text, &n_objects);

      for (guint i = 0; i < n_objects; i++)
        if (objects[i].preview != NULL)
          g_hash_table_add (names, objects[i].preview);
    }

  return names;
}
