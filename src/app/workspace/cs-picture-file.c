#include "cs-picture-file.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#define MAX_PIXELS (64 * 1024 * 1024)

/* A PNG stays as it is, with its resolution and all; other pictures become one. */
static GBytes *
read_picture (const char *path)
{
  int width, height;
  GdkPixbufFormat *format = gdk_pixbuf_get_file_info (path, &width, &height);
  g_autofree char *name = format == NULL ? NULL : gdk_pixbuf_format_get_name (format);
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  char *content;
  gsize n_bytes;

  if (name == NULL || (gint64)width * height > MAX_PIXELS)
    return NULL;
  if (strcmp (name, "png") == 0)
    return g_file_get_contents (path, &content, &n_bytes, NULL) ?
               g_bytes_new_take (content, n_bytes) :
               NULL;

  pixbuf = gdk_pixbuf_new_from_file (path, NULL);
  if (pixbuf == NULL ||
      !gdk_pixbuf_save_to_buffer (pixbuf, &content, &n_bytes, "png", NULL, NULL))
    return NULL;

  return g_bytes_new_take (content, n_bytes);
}

static void
read_all (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GPtrArray *paths = data;
  GPtrArray *pictures = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);

  for (guint i = 0; i < paths->len; i++)
    {
      GBytes *png = read_picture (paths->pdata[i]);

      if (png != NULL)
        g_ptr_array_add (pictures, png);
    }

  g_task_return_pointer (task, pictures, (GDestroyNotify)g_ptr_array_unref);
}

void
cs_picture_files_read (GObject *source, GSList *files, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, data);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (GSList *at = files; at != NULL; at = at->next)
    if (g_file_peek_path (at->data) != NULL)
      g_ptr_array_add (paths, g_file_get_path (at->data));
  g_task_set_task_data (task, paths, (GDestroyNotify)g_ptr_array_unref);
  g_task_run_in_thread (task, read_all);
}

GPtrArray *
cs_picture_files_read_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
