#include "cs-picture-names.h"

#include <string.h>

#include "../base/cs-text-builder.h"

/* Word numbers pictures anew whenever it saves, so "image1.png" may be another one than before. */

#define N_DIGITS 8 /* of the SHA-256, in the name of a picture whose name was taken */

/* --- finding names --- */

/* "image1.png" -> "image1-3f2a9c01.png" */
static char *
dup_name_apart (const char *name, GBytes *bytes)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  const char *dot = strrchr (name, '.');
  gsize n_stem = dot == NULL ? strlen (name) : (gsize)(dot - name);

  return g_strdup_printf ("%.*s-%.*s%s", (int)n_stem, name, N_DIGITS, sha256, name + n_stem);
}

static void
name_apart (GHashTable *names, const char *name, CsDraftStore *store, const CsRetake *retake)
{
  g_autoptr (GBytes) known = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (name == NULL || g_hash_table_contains (names, name))
    return;

  known = cs_draft_store_load_image (store, retake->matter, name, NULL);
  bytes = known == NULL ? NULL : retake->images (name, retake->data);
  if (bytes != NULL && !g_bytes_equal (known, bytes))
    g_hash_table_insert (names, g_strdup (name), dup_name_apart (name, bytes));
}

GHashTable *
cs_picture_names_apart (CsDraftStore *store, const CsRetake *retake)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const GArray *figures = retake->draft->figures;

  if (retake->images == NULL)
    return names;

  for (guint i = 0; i < figures->len; i++)
    name_apart (names, g_array_index (figures, CsFigure, i).file, store, retake);
  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      const CsText *text = retake->draft->texts[part];
      guint n_objects = 0;
      const CsInlineObject *objects = text == NULL ? NULL : cs_text_get_objects (text, &n_objects);

      for (guint i = 0; i < n_objects; i++)
        name_apart (names, objects[i].preview, store, retake);
    }

  return names;
}

/* --- giving them --- */

const char *
cs_picture_names_get (GHashTable *names, const char *name)
{
  const char *other = name == NULL ? NULL : g_hash_table_lookup (names, name);

  return other == NULL ? name : other;
}

CsText *
cs_picture_names_give (GHashTable *names, const CsText *text)
{
  CsTextBuilder *renamed = cs_text_builder_new ();
  const char *string = cs_text_get_string (text);
  guint n_objects;
  guint n_runs;
  const CsInlineObject *objects = cs_text_get_objects (text, &n_objects);
  const CsRun *runs = cs_text_get_runs (text, &n_runs);
  gsize at = 0;

  for (guint i = 0; i < n_objects; i++)
    {
      const CsInlineObject *object = &objects[i];

      cs_text_builder_append (renamed, string + at, object->at - at);
      cs_text_builder_append_object (renamed, object->kind, object->payload,
                                     cs_picture_names_get (names, object->preview));
      at = object->at + strlen (CS_OBJECT_CHARACTER);
    }
  cs_text_builder_append (renamed, string + at, cs_text_get_n_bytes (text) - at);
  for (guint i = 0; i < n_runs; i++)
    cs_text_builder_add_run (renamed, runs[i].start, runs[i].end, runs[i].style);

  return cs_text_builder_end (renamed);
}
