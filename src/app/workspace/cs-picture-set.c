#include "cs-picture-set.h"

#include <string.h>

#define NAME_DIGITS 32  /* of the SHA-256 of the content */
#define MAX_EXTENSION 4 /* "tiff" */

struct _CsPictureSet
{
  GObject parent_instance;

  CsStoreService *service; /* nullable */
  gint64 matter;
  GHashTable *pictures; /* CsMatterPicture by name */
};

G_DEFINE_FINAL_TYPE (CsPictureSet, cs_picture_set, G_TYPE_OBJECT)

static void
cs_picture_set_finalize (GObject *object)
{
  CsPictureSet *set = CS_PICTURE_SET (object);

  g_clear_object (&set->service);
  g_hash_table_unref (set->pictures);

  G_OBJECT_CLASS (cs_picture_set_parent_class)->finalize (object);
}

static void
cs_picture_set_class_init (CsPictureSetClass *class)
{
  G_OBJECT_CLASS (class)->finalize = cs_picture_set_finalize;
}

static void
cs_picture_set_init (CsPictureSet *set)
{
  set->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

CsPictureSet *
cs_picture_set_new (CsStoreService *service, gint64 matter)
{
  CsPictureSet *set = g_object_new (CS_TYPE_PICTURE_SET, NULL);

  set->service = service == NULL ? NULL : g_object_ref (service);
  set->matter = matter;

  return set;
}

CsMatterPicture *
cs_picture_set_get (CsPictureSet *set, const char *name)
{
  CsMatterPicture *picture = g_hash_table_lookup (set->pictures, name);

  if (picture == NULL && set->service != NULL)
    {
      picture = CS_MATTER_PICTURE (cs_matter_picture_new (set->service, set->matter, name));
      g_hash_table_insert (set->pictures, g_strdup (name), picture);
    }

  return picture;
}

GHashTable *
cs_picture_set_list_bytes (CsPictureSet *set)
{
  GHashTable *list =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  GHashTableIter iter;
  gpointer name, picture;

  g_hash_table_iter_init (&iter, set->pictures);
  while (g_hash_table_iter_next (&iter, &name, &picture))
    if (cs_matter_picture_get_bytes (picture) != NULL)
      g_hash_table_insert (list, g_strdup (name),
                           g_bytes_ref (cs_matter_picture_get_bytes (picture)));

  return list;
}

/* --- what comes in --- */

/* ".png" of "eq-1.png"; nothing for what is no extension of a picture. */
static const char *
get_extension (const char *name)
{
  const char *dot = strrchr (name, '.');
  gsize n_bytes = dot == NULL ? 0 : strlen (dot + 1);

  if (n_bytes == 0 || n_bytes > MAX_EXTENSION)
    return "";
  for (gsize i = 1; i <= n_bytes; i++)
    if (!g_ascii_isalnum (dot[i]))
      return "";

  return dot;
}

static char *
dup_name (GBytes *bytes, const char *extension)
{
  g_autofree char *digits = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_strdup_printf ("%.*s%s", NAME_DIGITS, digits, extension);
}

char *
cs_picture_set_adopt (CsPictureSet *set, CsMatterPicture *picture, const char *name)
{
  GBytes *bytes = cs_matter_picture_get_bytes (picture);
  char *own_name;

  if (g_hash_table_lookup (set->pictures, name) == picture) /* it is one of ours */
    return g_strdup (name);
  if (bytes == NULL)
    return NULL;

  own_name = dup_name (bytes, get_extension (name));
  g_hash_table_insert (set->pictures, g_strdup (own_name), g_object_ref (picture));

  return own_name;
}

void
cs_picture_set_put (CsPictureSet *set, const char *name, GBytes *bytes)
{
  if (!g_hash_table_contains (set->pictures, name))
    g_hash_table_insert (set->pictures, g_strdup (name), cs_matter_picture_new_for_bytes (bytes));
}

char *
cs_picture_set_add (CsPictureSet *set, GBytes *png)
{
  g_autoptr (GdkPaintable) picture = cs_matter_picture_new_for_bytes (png);

  return cs_picture_set_adopt (set, CS_MATTER_PICTURE (picture), "pasted.png");
}
