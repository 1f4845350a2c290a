#include "cs-html-provider.h"

#include <string.h>

#include "../../formats/html/cs-html.h"

struct _CsHtmlProvider
{
  GdkContentProvider parent_instance;

  CsText *text;
};

G_DEFINE_FINAL_TYPE (CsHtmlProvider, cs_html_provider, GDK_TYPE_CONTENT_PROVIDER)

/* --- giving --- */

static GdkContentFormats *
cs_html_provider_ref_formats (GdkContentProvider *provider)
{
  return gdk_content_formats_new ((const char *[]){ CS_HTML_TYPE }, 1);
}

static void
write_html (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  CsHtmlProvider *self = source;
  g_autofree char *html = cs_html_write (self->text);
  GError *error = NULL;

  if (g_output_stream_write_all (data, html, strlen (html), NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
cs_html_provider_write_mime_type_async (GdkContentProvider *provider,
                                        const char *type,
                                        GOutputStream *stream,
                                        int priority,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer data)
{
  g_autoptr (GTask) task = g_task_new (provider, cancellable, callback, data);

  g_task_set_task_data (task, g_object_ref (stream), g_object_unref);
  g_task_run_in_thread (task, write_html);
}

static gboolean
cs_html_provider_write_mime_type_finish (GdkContentProvider *provider,
                                         GAsyncResult *result,
                                         GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
cs_html_provider_finalize (GObject *object)
{
  CsHtmlProvider *self = CS_HTML_PROVIDER (object);

  cs_text_unref (self->text);

  G_OBJECT_CLASS (cs_html_provider_parent_class)->finalize (object);
}

static void
cs_html_provider_class_init (CsHtmlProviderClass *class)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = cs_html_provider_finalize;
  provider_class->ref_formats = cs_html_provider_ref_formats;
  provider_class->write_mime_type_async = cs_html_provider_write_mime_type_async;
  provider_class->write_mime_type_finish = cs_html_provider_write_mime_type_finish;
}

static void
cs_html_provider_init (CsHtmlProvider *self)
{
}

GdkContentProvider *
cs_html_provider_new (CsText *text)
{
  CsHtmlProvider *self = g_object_new (CS_TYPE_HTML_PROVIDER, NULL);

  self->text = cs_text_ref (text);

  return GDK_CONTENT_PROVIDER (self);
}

/* --- taking --- */

static void
unref_text (gpointer text)
{
  cs_text_unref (text);
}

static void
read_html (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  gsize n_bytes;
  const char *html = g_bytes_get_data (data, &n_bytes);

  g_task_return_pointer (task, cs_html_read (html == NULL ? "" : html, n_bytes), unref_text);
}

static void
on_spliced (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GBytes *html = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));

  g_task_set_task_data (task, html, (GDestroyNotify)g_bytes_unref);
  g_task_run_in_thread (task, read_html);
}

static void
on_stream (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GInputStream) stream =
      gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    g_task_return_pointer (task, NULL, NULL);
  else
    g_output_stream_splice_async (
        memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
        G_PRIORITY_DEFAULT, NULL, on_spliced, g_steal_pointer (&task));
}

void
cs_html_take (GdkClipboard *clipboard, GObject *source, GAsyncReadyCallback callback, gpointer data)
{
  static const char *types[] = { CS_HTML_TYPE, NULL };
  GTask *task = g_task_new (source, NULL, callback, data);

  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, on_stream, task);
}

CsText *
cs_html_take_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
