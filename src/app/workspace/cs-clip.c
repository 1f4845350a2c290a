#include "cs-clip.h"

#include <string.h>

#include "../../base/cs-text-builder.h"

struct _CsClip
{
  CsText *text;
  GWeakRef set;         /* where it comes from: a clip left behind keeps no store open */
  GHashTable *pictures; /* CsMatterPicture by name */
};

G_DEFINE_BOXED_TYPE (CsClip, cs_clip, cs_clip_ref, cs_clip_unref)

CsClip *
cs_clip_new (CsText *text, CsPictureSet *set)
{
  CsClip *clip = g_rc_box_new0 (CsClip);
  guint n_objects;
  const CsInlineObject *objects = cs_text_get_objects (text, &n_objects);

  clip->text = cs_text_ref (text);
  g_weak_ref_init (&clip->set, set);
  clip->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; set != NULL && i < n_objects; i++)
    {
      const char *name = objects[i].preview;
      CsMatterPicture *picture = name == NULL ? NULL : cs_picture_set_get (set, name);

      if (picture != NULL)
        g_hash_table_replace (clip->pictures, g_strdup (name), g_object_ref (picture));
    }

  return clip;
}

CsClip *
cs_clip_ref (CsClip *clip)
{
  return g_rc_box_acquire (clip);
}

static void
cs_clip_clear (gpointer data)
{
  CsClip *clip = data;

  cs_text_unref (clip->text);
  g_weak_ref_clear (&clip->set);
  g_hash_table_unref (clip->pictures);
}

void
cs_clip_unref (CsClip *clip)
{
  g_rc_box_release_full (clip, cs_clip_clear);
}

CsMatterPicture *
cs_clip_find_loading (CsClip *clip)
{
  GHashTableIter iter;
  gpointer picture;

  g_hash_table_iter_init (&iter, clip->pictures);
  while (g_hash_table_iter_next (&iter, NULL, &picture))
    if (cs_matter_picture_is_loading (picture))
      return picture;

  return NULL;
}

static char *
dup_name_for (CsClip *clip, CsPictureSet *set, const char *name)
{
  CsMatterPicture *picture = name == NULL ? NULL : g_hash_table_lookup (clip->pictures, name);

  return picture == NULL ? NULL : cs_picture_set_adopt (set, picture, name);
}

CsText *
cs_clip_dup_text (CsClip *clip, CsPictureSet *set)
{
  g_autoptr (CsPictureSet) own_set = g_weak_ref_get (&clip->set);
  CsTextBuilder *builder;
  const char *string = cs_text_get_string (clip->text);
  guint n_objects, n_runs;
  const CsInlineObject *objects = cs_text_get_objects (clip->text, &n_objects);
  const CsRun *runs = cs_text_get_runs (clip->text, &n_runs);
  gsize byte = 0;

  if (set == own_set || set == NULL)
    return cs_text_ref (clip->text);

  builder = cs_text_builder_new ();
  for (guint i = 0; i < n_objects; i++)
    {
      g_autofree char *name = dup_name_for (clip, set, objects[i].preview);

      cs_text_builder_append (builder, string + byte, objects[i].at - byte);
      cs_text_builder_append_object (builder, objects[i].kind, objects[i].payload, name);
      byte = objects[i].at + strlen (CS_OBJECT_CHARACTER);
    }
  cs_text_builder_append (builder, string + byte, cs_text_get_n_bytes (clip->text) - byte);
  for (guint i = 0; i < n_runs; i++)
    cs_text_builder_add_run (builder, runs[i].start, runs[i].end, runs[i].style);

  return cs_text_builder_end (builder);
}
