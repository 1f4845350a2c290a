#include "cs-families-columns.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../service/library/cs-family-list.h"
#include "../widgets/cs-family-shape.h"
#include "../widgets/cs-names.h"
#include "../widgets/cs-table.h"

#define UNSORTED CS_TABLE_UNSORTED
#define NEWS "cs-news"
#define COLUMN "cs-column"
#define OFFICES "cs-offices"
#define VIEW "cs-view"
#define MAX_TAGS 3 /* offices that are named, the others are counted */

typedef struct
{
  const char *title;
  int order;             /* CsHitOrder, or UNSORTED */
  gboolean is_ascending; /* whether that order begins with the first, not with the last */
  int width;             /* px, 0 for what is left */
  int page_width;        /* px: narrower lists do without this column */
  GtkWidget *(*make) (void);
  void (*show) (GtkWidget *cell, const CsHitRow *row);
} Column;

/* --- the family --- */

static GtkWidget *
make_family (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = cs_table_label_new ();
  GtkWidget *fresh = gtk_label_new (NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *snippet = cs_table_label_new ();
  GtkWidget *place = gtk_label_new (NULL);

  gtk_widget_add_css_class (title, "heading");
  cs_table_label_tell_whole (title);
  gtk_widget_add_css_class (fresh, "cs-tag");
  gtk_widget_set_valign (fresh, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (fresh, FALSE);
  gtk_widget_add_css_class (snippet, "caption");
  gtk_widget_add_css_class (place, "caption");
  gtk_widget_add_css_class (place, "dim-label");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), fresh);
  gtk_box_append (GTK_BOX (line), snippet);
  gtk_box_append (GTK_BOX (line), place);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), line);

  return box;
}

/* Han characters have the forms of Chinese, but in titles of the Japanese office. */
static const char *
guess_language (const CsHitRow *row)
{
  return g_str_has_prefix (row->number, "JP") || g_str_is_ascii (row->title) ? "en" : "zh";
}

static void
set_spans (GtkWidget *label, const CsHitSpan *spans, guint n_spans)
{
  g_autoptr (PangoAttrList) list =
      pango_attr_list_copy (gtk_label_get_attributes (GTK_LABEL (label)));

  for (guint i = 0; i < n_spans; i++)
    {
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = spans[i].start_byte;
      bold->end_index = spans[i].end_byte;
      pango_attr_list_insert (list, bold);
    }
  gtk_label_set_attributes (GTK_LABEL (label), list);
}

/* What a screen reader says of the whole row. */
static void
tell_row (GtkWidget *cell, const CsHitRow *row)
{
  GtkWidget *widget = gtk_widget_get_parent (gtk_widget_get_parent (cell));
  g_autofree char *date = cs_office_date_dup_text (row->earliest);
  g_autofree char *text = g_strjoin (", ", row->title, row->applicant, row->offices, date,
                                     cs_family_status_get_label (row->status), NULL);

  if (widget != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                    -1);
}

static void
show_family (GtkWidget *cell, const CsHitRow *row)
{
  GtkWidget *head = gtk_widget_get_first_child (cell);
  GtkWidget *line = gtk_widget_get_last_child (cell);
  GtkWidget *title = gtk_widget_get_first_child (head);
  GtkWidget *snippet = gtk_widget_get_first_child (line);
  GtkWidget *place = gtk_widget_get_last_child (line);
  const char *under;

  gtk_widget_set_visible (place, *row->place != '\0');
  under = *row->snippet != '\0' ? row->snippet : row->number;
  gtk_label_set_label (GTK_LABEL (title), *row->title != '\0' ? row->title : row->number);
  cs_label_set_language (GTK_LABEL (title), guess_language (row));
  gtk_label_set_label (GTK_LABEL (snippet), under);
  cs_label_set_language (GTK_LABEL (snippet), g_str_is_ascii (under) ? "en" : "zh");
  if (under == row->snippet)
    set_spans (snippet, row->snippet_spans, row->n_snippet_spans);
  gtk_label_set_label (GTK_LABEL (place), row->place);
  tell_row (cell, row);
}

/* --- offices --- */

/* Asked for, not set: each text that is set asks the display where the pointer is. */
static gboolean
on_query_offices (GtkWidget *cell, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, g_object_get_data (G_OBJECT (cell), OFFICES));

  return gtk_widget_get_visible (gtk_widget_get_last_child (cell));
}

static GtkWidget *
make_offices (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  for (guint i = 0; i <= MAX_TAGS; i++)
    {
      GtkWidget *tag = gtk_label_new (NULL);

      gtk_widget_add_css_class (tag, i < MAX_TAGS ? "cs-tag" : "caption");
      if (i == MAX_TAGS)
        gtk_widget_add_css_class (tag, "dim-label");
      gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
      gtk_widget_set_visible (tag, FALSE);
      gtk_box_append (GTK_BOX (box), tag);
    }
  gtk_widget_set_has_tooltip (box, TRUE);
  g_signal_connect (box, "query-tooltip", G_CALLBACK (on_query_offices), NULL);

  return box;
}

static void
show_offices (GtkWidget *cell, const CsHitRow *row)
{
  g_auto (GStrv) names = g_strsplit (row->offices, " ", -1);
  guint n_names = g_strv_length (names);
  guint i = 0;

  g_object_set_data_full (G_OBJECT (cell), OFFICES, g_strdup (row->offices), g_free);
  for (GtkWidget *tag = gtk_widget_get_first_child (cell); tag != NULL;
       tag = gtk_widget_get_next_sibling (tag), i++)
    {
      g_autofree char *others = g_strdup_printf ("+%u", n_names - MIN (n_names, MAX_TAGS));

      gtk_widget_set_visible (tag, i < n_names && *names[i] != '\0');
      if (i < n_names)
        gtk_label_set_label (GTK_LABEL (tag), i < MAX_TAGS ? names[i] : others);
    }
}

/* --- the others --- */

static void
show_applicant (GtkWidget *cell, const CsHitRow *row)
{
  gtk_label_set_label (GTK_LABEL (cell), row->applicant);
  cs_label_set_language (GTK_LABEL (cell), g_str_is_ascii (row->applicant) ? "en" : "zh");
}

static GtkWidget *
make_applicant (void)
{
  GtkWidget *label = cs_table_label_new ();

  cs_table_label_tell_whole (label);

  return label;
}

static GtkWidget *
make_number (void)
{
  GtkWidget *label = cs_table_label_new ();

  gtk_widget_add_css_class (label, "numeric");

  return label;
}

static void
show_priority (GtkWidget *cell, const CsHitRow *row)
{
  g_autofree char *date = cs_office_date_dup_text (row->earliest);

  gtk_label_set_label (GTK_LABEL (cell), date);
}

static GtkWidget *
make_status (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *shape = gtk_image_new ();

  gtk_image_set_pixel_size (GTK_IMAGE (shape), 13);
  gtk_box_append (GTK_BOX (box), shape);
  gtk_box_append (GTK_BOX (box), cs_table_label_new ());

  return box;
}

static void
show_status (GtkWidget *cell, const CsHitRow *row)
{
  GtkWidget *shape = gtk_widget_get_first_child (cell);
  GtkWidget *word = gtk_widget_get_last_child (cell);

  cs_family_shape_show (GTK_IMAGE (shape), row->status);
  gtk_label_set_label (GTK_LABEL (word), cs_family_status_get_label (row->status));
}

static void
show_size (GtkWidget *cell, const CsHitRow *row)
{
  g_autofree char *size = g_strdup_printf ("%u", row->n_members);

  gtk_label_set_label (GTK_LABEL (cell), size);
}

static const Column columns[] = {
  { N_ ("Family"), CS_HITS_BY_TITLE, TRUE, 0, 0, make_family, show_family },
  { N_ ("Applicant"), CS_HITS_BY_APPLICANT, TRUE, 152, 820, make_applicant, show_applicant },
  { N_ ("Offices"), UNSORTED, FALSE, 140, 560, make_offices, show_offices },
  { N_ ("Priority"), CS_HITS_BY_PRIORITY, FALSE, 108, 700, make_number, show_priority },
  { N_ ("Status"), UNSORTED, FALSE, 128, 440, make_status, show_status },
  { N_ ("Size"), CS_HITS_BY_SIZE, FALSE, 68, 900, make_number, show_size },
};

/* --- rows --- */

static int
compare_families (gconstpointer a, gconstpointer b)
{
  gint64 left = ((const CsLibraryNewsItem *)a)->family;
  gint64 right = ((const CsLibraryNewsItem *)b)->family;

  return left < right ? -1 : left > right;
}

/* @cell: its view is known by name: when it is first shown it is not in it yet. Returns: bits of
 * CsLibraryNews */
static guint
find_news (GtkWidget *cell, gint64 family)
{
  GObject *view = g_object_get_data (G_OBJECT (cell), VIEW);
  const GArray *news = g_object_get_data (view, NEWS);
  const CsLibraryNewsItem key = { family, 0 };
  const CsLibraryNewsItem *found =
      news == NULL ? NULL :
                     bsearch (&key, news->data, news->len, sizeof key, compare_families);

  return found != NULL ? found->news : 0;
}

static void
show_news (GtkWidget *cell, gint64 family)
{
  GtkWidget *tag = gtk_widget_get_last_child (gtk_widget_get_first_child (cell));
  guint news = find_news (cell, family);

  gtk_widget_set_visible (tag, news != 0);
  gtk_label_set_label (GTK_LABEL (tag), (news & CS_NEWS_FAMILY) != 0 ? _ ("New") :
                                        (news & CS_NEWS_MEMBER) != 0 ? _ ("New member") :
                                                                       _ ("New status"));
}

static void
show (GtkListItem *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  const Column *column = g_object_get_data (G_OBJECT (cell), COLUMN);
  CsFamilyItem *family = gtk_list_item_get_item (item);

  const CsHitRow *row = cs_family_item_get_row (family);

  /* Of what is not loaded nothing is seen; nothing else of it is changed, which takes time. */
  gtk_widget_set_opacity (cell, row != NULL ? 1 : 0);
  if (row == NULL)
    return;

  column->show (cell, row);
  if (column->show == show_family)
    show_news (cell, cs_family_item_get_family (family));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, const Column *column)
{
  GtkWidget *cell = column->make ();

  cs_table_cell_set_item (cell, item);
  g_object_set_data (G_OBJECT (cell), COLUMN, (gpointer)column);
  g_object_set_data (G_OBJECT (cell), VIEW, g_object_get_data (G_OBJECT (factory), VIEW));
  gtk_list_item_set_child (item, cell);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_connect_swapped (gtk_list_item_get_item (item), "notify::loaded", G_CALLBACK (show),
                            item);
  show (item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show, item);
}

static GtkColumnViewColumn *
make_column (GtkColumnView *view, const Column *of)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (_ (of->title), factory);

  g_object_set_data (G_OBJECT (factory), VIEW, view);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), (gpointer)of);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  cs_table_column_set_width (column, of->width);
  if (of->order != UNSORTED)
    cs_table_add_order (view, column, of->order);

  return column;
}

/* --- all of them --- */

void
cs_families_columns_add (GtkColumnView *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = make_column (view, &columns[i]);

      gtk_column_view_append_column (view, column);
    }
}

void
cs_families_columns_fit (GtkColumnView *view, int width)
{
  GListModel *list = gtk_column_view_get_columns (view);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (list, i);

      cs_table_column_set_visible (column, columns[i].width, width >= columns[i].page_width);
    }
}

CsHitOrder
cs_families_columns_get_order (GtkColumnView *view, gboolean *reverse)
{
  gboolean descending;
  int order = cs_table_get_order (view, &descending);

  *reverse = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (order != UNSORTED && columns[i].order == order)
      *reverse = descending == columns[i].is_ascending;

  return order == UNSORTED ? CS_HITS_BEST : (CsHitOrder)order;
}

void
cs_families_columns_forget_order (GtkColumnView *view)
{
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
}

void
cs_families_columns_set_news (GtkColumnView *view, const GArray *news)
{
  GArray *copy = news != NULL ? g_array_copy ((GArray *)news) : NULL;

  g_object_set_data_full (G_OBJECT (view), NEWS, copy, (GDestroyNotify)g_array_unref);
}
