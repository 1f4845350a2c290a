#include "cs-matter-picture.h"

#include "cs-word-box.h"

#define FRAME_WIDTH 96 /* until the picture is there */
#define FRAME_HEIGHT 32

#define MAX_PIXELS (64 * 1024 * 1024)

struct _CsMatterPicture
{
  GObject parent_instance;

  GdkTexture *texture; /* NULL until it is there */
  GBytes *bytes;       /* likewise */
  gboolean loading;
  char *name;        /* nullable */
  PangoLayout *word; /* its name, when there is nothing else to show */
};

enum
{
  LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void cs_matter_picture_paintable_init (GdkPaintableInterface *iface);

G_DEFINE_TYPE_WITH_CODE (CsMatterPicture,
                         cs_matter_picture,
                         G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE,
                                                cs_matter_picture_paintable_init))

/* --- showing --- */

static void
picture_snapshot (GdkPaintable *paintable, GdkSnapshot *snapshot, double width, double height)
{
  CsMatterPicture *picture = CS_MATTER_PICTURE (paintable);
  const GdkRGBA ink = { 0.4, 0.4, 0.4, 1 };
  const GdkRGBA line = { 0.5, 0.5, 0.5, 0.6 };
  GskRoundedRect frame;

  if (picture->texture != NULL)
    gdk_paintable_snapshot (GDK_PAINTABLE (picture->texture), snapshot, width, height);
  else if (picture->word != NULL)
    cs_word_box_snapshot (picture->word, snapshot, &ink, width, height);
  else
    {
      gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT (0, 0, width, height), 4);
      gtk_snapshot_append_border (snapshot, &frame, (float[4]){ 1, 1, 1, 1 },
                                  (GdkRGBA[4]){ line, line, line, line });
    }
}

static void
get_size (CsMatterPicture *picture, int *width, int *height)
{
  *width = FRAME_WIDTH;
  *height = FRAME_HEIGHT;
  if (picture->texture != NULL)
    {
      *width = gdk_texture_get_width (picture->texture);
      *height = gdk_texture_get_height (picture->texture);
    }
  else if (picture->word != NULL)
    cs_word_box_get_size (picture->word, width, height);
}

static int
picture_get_width (GdkPaintable *paintable)
{
  int width, height;

  get_size (CS_MATTER_PICTURE (paintable), &width, &height);

  return width;
}

static int
picture_get_height (GdkPaintable *paintable)
{
  int width, height;

  get_size (CS_MATTER_PICTURE (paintable), &width, &height);

  return height;
}

static void
cs_matter_picture_paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = picture_snapshot;
  iface->get_intrinsic_width = picture_get_width;
  iface->get_intrinsic_height = picture_get_height;
}

/* --- loading: the bytes in the thread of the store, the pixels in one of their own --- */

typedef struct
{
  gint64 matter;
  char *name;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->name);
  g_free (wanted);
}

static gpointer
load (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;

  return cs_draft_store_load_image (store, wanted->matter, wanted->name, error);
}

/* A picture that says it is larger than any page is not unpacked. */
static void
on_size (GdkPixbufLoader *loader, int width, int height, gpointer too_large)
{
  if ((gint64)width * height <= MAX_PIXELS)
    return;

  *(gboolean *)too_large = TRUE;
  gdk_pixbuf_loader_set_size (loader, 1, 1);
}

static void
decode (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gboolean too_large = FALSE;
  GdkPixbuf *pixbuf = NULL;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size), &too_large);
  if (gdk_pixbuf_loader_write_bytes (loader, data, NULL) && !too_large)
    {
      if (gdk_pixbuf_loader_close (loader, NULL))
        pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
    }
  else
    gdk_pixbuf_loader_close (loader, NULL);

  g_task_return_pointer (task, pixbuf == NULL ? NULL : gdk_texture_new_for_pixbuf (pixbuf),
                         g_object_unref);
}

/* There is a picture now, or it is known that there will be none. */
static void
settle (CsMatterPicture *picture)
{
  if (picture->texture == NULL && picture->name != NULL)
    picture->word = cs_word_box_new (picture->name);

  gdk_paintable_invalidate_size (GDK_PAINTABLE (picture));
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (picture));
}

static void
on_decoded (GObject *source, GAsyncResult *result, gpointer data)
{
  CsMatterPicture *picture = CS_MATTER_PICTURE (source);

  picture->texture = g_task_propagate_pointer (G_TASK (result), NULL);
  settle (picture);
}

static void
take_bytes (CsMatterPicture *picture, GBytes *bytes)
{
  g_autoptr (GTask) task = NULL;

  picture->loading = FALSE;
  picture->bytes = bytes;
  if (bytes == NULL)
    {
      settle (picture);
      return;
    }

  task = g_task_new (picture, NULL, on_decoded, NULL);
  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify)g_bytes_unref);
  g_task_run_in_thread (task, decode);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsMatterPicture) picture = data;

  take_bytes (picture, cs_store_service_run_finish (CS_STORE_SERVICE (source), result, NULL));
  g_signal_emit (picture, signals[LOADED], 0);
}

/* --- the object --- */

static void
cs_matter_picture_finalize (GObject *object)
{
  CsMatterPicture *picture = CS_MATTER_PICTURE (object);

  g_clear_object (&picture->texture);
  g_clear_pointer (&picture->bytes, g_bytes_unref);
  g_free (picture->name);
  g_clear_object (&picture->word);

  G_OBJECT_CLASS (cs_matter_picture_parent_class)->finalize (object);
}

static void
cs_matter_picture_class_init (CsMatterPictureClass *class)
{
  G_OBJECT_CLASS (class)->finalize = cs_matter_picture_finalize;

  signals[LOADED] = g_signal_new ("loaded", CS_TYPE_MATTER_PICTURE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
cs_matter_picture_init (CsMatterPicture *picture)
{
}

GdkPaintable *
cs_matter_picture_new (CsStoreService *service, gint64 matter, const char *name)
{
  CsMatterPicture *picture = g_object_new (CS_TYPE_MATTER_PICTURE, NULL);
  Wanted *wanted = g_new0 (Wanted, 1);
  CsStoreJob job = { .func = load,
                     .data = wanted,
                     .free_data = wanted_free,
                     .free_result = (GDestroyNotify)g_bytes_unref,
                     .matter = -1 };

  picture->loading = TRUE;
  picture->name = g_strdup (name);
  wanted->matter = matter;
  wanted->name = g_strdup (name);
  cs_store_service_run (service, &job, NULL, on_loaded, g_object_ref (picture));

  return GDK_PAINTABLE (picture);
}

GdkPaintable *
cs_matter_picture_new_for_bytes (GBytes *bytes)
{
  CsMatterPicture *picture = g_object_new (CS_TYPE_MATTER_PICTURE, NULL);

  take_bytes (picture, g_bytes_ref (bytes));

  return GDK_PAINTABLE (picture);
}

gboolean
cs_matter_picture_is_loading (CsMatterPicture *picture)
{
  return picture->loading;
}

gboolean
cs_matter_picture_is_missing (CsMatterPicture *picture)
{
  return picture->word != NULL;
}

GBytes *
cs_matter_picture_get_bytes (CsMatterPicture *picture)
{
  return picture->bytes;
}
