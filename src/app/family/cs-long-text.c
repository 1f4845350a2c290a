#include "cs-long-text.h"

#define CHUNK_BYTES (24 * 1024) /* put in at once */

/* Characters that are the name of a text. */
typedef struct
{
  guint start;
  guint end;
} Head;

struct _CsLongText
{
  GtkTextView parent_instance;

  GString *all;    /* what is shown in the end */
  gsize n_put;     /* bytes of it that are in */
  guint n_chars;   /* of all */
  GArray *heads;   /* of Head */
  GtkTextTag *tag; /* of names */
  guint putting;
};

G_DEFINE_FINAL_TYPE (CsLongText, cs_long_text, GTK_TYPE_TEXT_VIEW)

static void
mark_heads (CsLongText *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  for (guint i = 0; i < view->heads->len; i++)
    {
      const Head *head = &g_array_index (view->heads, Head, i);
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int)head->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int)head->end);
      gtk_text_buffer_apply_tag (buffer, view->tag, &start, &end);
    }
}

static gboolean
put_chunk (gpointer data)
{
  CsLongText *view = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  const char *from = view->all->str + view->n_put;
  gsize n_left = view->all->len - view->n_put;
  gsize n_bytes = MIN (n_left, CHUNK_BYTES);
  GtkTextIter end;

  while (n_bytes < n_left && ((guchar)from[n_bytes] & 0xC0) == 0x80)
    n_bytes--; /* not within a character */
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, from, (int)n_bytes);
  view->n_put += n_bytes;
  if (n_bytes < n_left)
    return G_SOURCE_CONTINUE;

  view->putting = 0;
  mark_heads (view);

  return G_SOURCE_REMOVE;
}

static void
append (CsLongText *view, const char *text)
{
  g_string_append (view->all, text);
  view->n_chars += (guint)g_utf8_strlen (text, -1);
}

void
cs_long_text_clear (CsLongText *view)
{
  g_clear_handle_id (&view->putting, g_source_remove);
  g_string_truncate (view->all, 0);
  view->n_put = 0;
  view->n_chars = 0;
  g_array_set_size (view->heads, 0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "", 0);
}

void
cs_long_text_append (CsLongText *view, const char *head, const char *text)
{
  Head place;

  append (view, view->all->len > 0 ? "\n\n" : "");
  place.start = view->n_chars;
  append (view, head);
  place.end = view->n_chars;
  g_array_append_val (view->heads, place);
  append (view, "\n\n");
  append (view, text);
  if (view->putting == 0)
    view->putting = g_idle_add (put_chunk, view);
}

gboolean
cs_long_text_is_empty (CsLongText *view)
{
  return view->all->len == 0;
}

/* --- the object --- */

static void
cs_long_text_dispose (GObject *object)
{
  g_clear_handle_id (&CS_LONG_TEXT (object)->putting, g_source_remove);

  G_OBJECT_CLASS (cs_long_text_parent_class)->dispose (object);
}

static void
cs_long_text_finalize (GObject *object)
{
  CsLongText *view = CS_LONG_TEXT (object);

  g_string_free (view->all, TRUE);
  g_array_unref (view->heads);

  G_OBJECT_CLASS (cs_long_text_parent_class)->finalize (object);
}

static void
cs_long_text_class_init (CsLongTextClass *class)
{
  G_OBJECT_CLASS (class)->dispose = cs_long_text_dispose;
  G_OBJECT_CLASS (class)->finalize = cs_long_text_finalize;
}

static void
cs_long_text_init (CsLongText *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  view->all = g_string_new (NULL);
  view->heads = g_array_new (FALSE, FALSE, sizeof (Head));
  view->tag = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, NULL);
}
