#include <string.h>

#include "../../draft/cs-paragraph-split.h"
#include "cs-figure-pairs.h"

/* A picture, when it has no label, or a label alone. */
typedef struct
{
  CsFigure figure;
  gboolean is_label;
} Item;

struct _CsFigurePairs
{
  GArray *items;
};

static void
item_clear (gpointer data)
{
  Item *item = data;

  g_free (item->figure.label);
  g_free (item->figure.file);
  g_free (item->figure.format);
  g_free (item->figure.sha256);
}

CsFigurePairs *
cs_figure_pairs_new (void)
{
  CsFigurePairs *pairs = g_new0 (CsFigurePairs, 1);

  pairs->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (pairs->items, item_clear);

  return pairs;
}

void
cs_figure_pairs_free (CsFigurePairs *pairs)
{
  g_array_unref (pairs->items);
  g_free (pairs);
}

gboolean
cs_figure_pairs_is_label (const char *line, gsize n_bytes)
{
  return (n_bytes >= strlen ("图") && memcmp (line, "图", strlen ("图")) == 0) ||
         (n_bytes >= strlen ("fig") && g_ascii_strncasecmp (line, "fig", strlen ("fig")) == 0);
}

void
cs_figure_pairs_add_picture (CsFigurePairs *pairs, const CsFigure *figure)
{
  Item item = { *figure, FALSE };

  g_array_append_val (pairs->items, item);
}

static void
add_label (CsFigurePairs *pairs, const char *line, gsize n_bytes)
{
  CsRange words = cs_paragraph_trim (line, n_bytes);
  Item item = { .is_label = TRUE };

  item.figure.label = g_strndup (line + words.start, words.end - words.start);
  g_array_append_val (pairs->items, item);
}

/* "图1      图2": where the next label begins behind a blank; the end when there is none. */
static gsize
find_next_label (const char *line, gsize at, gsize n_bytes)
{
  for (gsize i = at + 1; i < n_bytes; i++)
    {
      gboolean is_behind_blank =
          g_ascii_isspace (line[i - 1]) ||
          (i >= strlen ("　") && memcmp (line + i - strlen ("　"), "　", strlen ("　")) == 0);
      gsize end = i + (g_ascii_isalpha (line[i]) ? strlen ("fig") : strlen ("图"));

      while (end < n_bytes && strchr (". iIgGuUrReEsS", line[end]) != NULL)
        end++;
      if (is_behind_blank && cs_figure_pairs_is_label (line + i, n_bytes - i) && end < n_bytes &&
          g_ascii_isdigit (line[end]))
        return i;
    }

  return n_bytes;
}

void
cs_figure_pairs_add_labels (CsFigurePairs *pairs, const char *line, gsize n_bytes)
{
  for (gsize at = 0; at < n_bytes;)
    {
      gsize next = find_next_label (line, at, n_bytes);

      add_label (pairs, line + at, next - at);
      at = next;
    }
}

/* A row of pictures, or of labels. */
typedef struct
{
  guint start;
  guint end;
} Row;

static Item *
get_item (CsFigurePairs *pairs, guint index)
{
  return &g_array_index (pairs->items, Item, index);
}

static Row
read_row (CsFigurePairs *pairs, guint at)
{
  Row row = { at, at };

  while (row.end < pairs->items->len &&
         get_item (pairs, row.end)->is_label == get_item (pairs, row.start)->is_label)
    row.end++;

  return row;
}

static void
take_figure (Item *item, CsDraftBuilder *builder)
{
  if (item->figure.label == NULL)
    item->figure.label = g_strdup ("");
  cs_draft_builder_add_figure (builder, &item->figure);
  item->figure = (CsFigure){ 0 };
}

static void
pair_rows (CsFigurePairs *pairs, Row pictures, Row labels, CsDraftBuilder *builder)
{
  guint n_labels = labels.end - labels.start;
  guint n_pictures = pictures.end - pictures.start;

  for (guint i = 0; i < n_pictures; i++)
    {
      Item *picture = get_item (pairs, pictures.start + i);

      if (n_labels > 0)
        picture->figure.label =
            g_strdup (get_item (pairs, labels.start + MIN (i, n_labels - 1))->figure.label);
      take_figure (picture, builder);
    }
  for (guint i = n_pictures; i < n_labels; i++)
    take_figure (get_item (pairs, labels.start + i), builder);
}

void
cs_figure_pairs_end (CsFigurePairs *pairs, CsDraftBuilder *builder)
{
  gboolean labels_first = pairs->items->len > 0 && get_item (pairs, 0)->is_label;

  /* Rows of pictures and of labels take turns. */
  for (guint at = 0; at < pairs->items->len;)
    {
      Row first = read_row (pairs, at);
      Row second = read_row (pairs, first.end);

      pair_rows (pairs, labels_first ? second : first, labels_first ? first : second, builder);
      at = second.end;
    }
}
