#include "cs-stretch.h"

void
cs_stretches_add (GArray *stretches, guint start, guint end, const CsStretch *window)
{
  CsStretch stretch = { MAX (start, window->start), MIN (end, window->end) };

  if (stretch.start < stretch.end)
    g_array_append_val (stretches, stretch);
}

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  const CsStretch *left = a;
  const CsStretch *right = b;

  return left->start < right->start ? -1 : left->start > right->start;
}

/* Stretches that touch are one: a tag knows no bounds within. */
static void
join_stretches (GArray *stretches)
{
  guint n_joined = 0;

  g_array_sort (stretches, compare_stretches);
  for (guint i = 0; i < stretches->len; i++)
    {
      CsStretch stretch = g_array_index (stretches, CsStretch, i);
      CsStretch *last =
          n_joined == 0 ? NULL : &g_array_index (stretches, CsStretch, n_joined - 1);

      if (last != NULL && stretch.start <= last->end)
        last->end = MAX (last->end, stretch.end);
      else
        g_array_index (stretches, CsStretch, n_joined++) = stretch;
    }
  g_array_set_size (stretches, n_joined);
}

static GArray *
list_tagged (GtkTextBuffer *buffer, GtkTextTag *tag, const CsStretch *window)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (CsStretch));
  GtkTextIter iter;
  guint start;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, window->start);
  while (gtk_text_iter_has_tag (&iter, tag) || gtk_text_iter_forward_to_tag_toggle (&iter, tag))
    {
      start = gtk_text_iter_get_offset (&iter);
      if (start >= window->end || !gtk_text_iter_has_tag (&iter, tag))
        break;
      gtk_text_iter_forward_to_tag_toggle (&iter, tag);
      cs_stretches_add (stretches, start, gtk_text_iter_get_offset (&iter), window);
    }

  return stretches;
}

static void
change_tag (GtkTextBuffer *buffer, GtkTextTag *tag, const CsStretch *stretch, gboolean apply)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, stretch->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, stretch->end);
  if (apply)
    gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
  else
    gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
}

/* Does to each stretch of @these that is not one of @those; both are sorted. */
static void
change_missing (GtkTextBuffer *buffer,
                GtkTextTag *tag,
                const GArray *these,
                const GArray *those,
                gboolean apply)
{
  guint at = 0;

  for (guint i = 0; i < these->len; i++)
    {
      const CsStretch *stretch = &g_array_index (these, CsStretch, i);
      const CsStretch *other;

      while (at < those->len && g_array_index (those, CsStretch, at).start < stretch->start)
        at++;
      other = at < those->len ? &g_array_index (those, CsStretch, at) : NULL;
      if (other == NULL || other->start != stretch->start || other->end != stretch->end)
        change_tag (buffer, tag, stretch, apply);
    }
}

void
cs_stretch_remove_tag (const CsStretch *stretch, GtkTextBuffer *buffer, GtkTextTag *tag)
{
  change_tag (buffer, tag, stretch, FALSE);
}

void
cs_stretches_apply (GArray *wanted, GtkTextBuffer *buffer, GtkTextTag *tag, const CsStretch *window)
{
  g_autoptr (GArray) there = list_tagged (buffer, tag, window);

  join_stretches (wanted);
  change_missing (buffer, tag, there, wanted, FALSE);
  change_missing (buffer, tag, wanted, there, TRUE);
}
