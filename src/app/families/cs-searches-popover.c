#include "cs-searches-popover.h"

#include <glib/gi18n-lib.h>

struct _CsSearchesPopover
{
  GtkPopover parent_instance;

  GtkListBox *list;
  GtkLabel *nothing;
  CsSearchDesk *desk;
};

/* What a row stands for. */
typedef struct
{
  gint64 search;
  char *query;
  const char *section; /* translated */
} Entry;

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsSearchesPopover, cs_searches_popover, GTK_TYPE_POPOVER)

#define ENTRY "cs-entry"

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->query);
  g_free (entry);
}

/* --- rows --- */

static void
on_forget (GtkButton *button, CsSearchesPopover *popover)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  const Entry *entry = g_object_get_data (G_OBJECT (row), ENTRY);

  cs_search_desk_forget (popover->desk, entry->search);
}

static GtkWidget *
make_forget (CsSearchesPopover *popover, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: name of a search */
  g_autofree char *text = g_strdup_printf (_ ("Delete “%s”"), name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (on_forget), popover);

  return button;
}

static GtkWidget *
make_line (const char *text, const char *css_class)
{
  GtkWidget *line = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (line), 0);
  gtk_label_set_ellipsize (GTK_LABEL (line), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (line), 48);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (line, "caption");
      gtk_widget_add_css_class (line, css_class);
    }

  return line;
}

static GtkWidget *
make_words (const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_line (name, NULL));

  return box;
}

/* Takes @entry. @count: (nullable): stands at the end. */
static GtkWidget *
add_row (CsSearchesPopover *popover, GtkWidget *words, const char *count, Entry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (count);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), ENTRY, entry, entry_free);
  gtk_list_box_append (popover->list, row);

  return box;
}

/* Takes @part, which says how many. */
static void
add_part (GString *text, guint n, char *part)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
  g_free (part);
}

/* Returns: (transfer full): what is new, kind by kind; "" when nothing is */
static char *
describe_news (const CsKeptSearch *kept)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = cs_kept_search_count_news (kept, CS_NEWS_FAMILY);

  add_part (text, n, g_strdup_printf (ngettext ("%u new family", "%u new families", n), n));
  n = cs_kept_search_count_news (kept, CS_NEWS_MEMBER);
  add_part (text, n,
            g_strdup_printf (ngettext ("%u with a new member", "%u with new members", n), n));
  n = cs_kept_search_count_news (kept, CS_NEWS_STATUS);
  add_part (text, n,
            g_strdup_printf (ngettext ("%u with another status", "%u with another status", n), n));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_kept (CsSearchesPopover *popover, const CsKeptSearch *kept)
{
  const CsSavedSearch *search = kept->search;
  guint n_news = kept->news != NULL ? kept->news->len : 0;
  g_autofree char *count = n_news > 0 ? g_strdup_printf ("%'u", n_news) : NULL;
  g_autofree char *news = describe_news (kept);
  Entry *entry = g_new (Entry, 1);
  GtkWidget *words = make_words (search->name);
  GtkWidget *box;

  *entry = (Entry){ search->id, g_strdup (search->query),
                    search->is_watched ? _ ("Watched") : _ ("Saved") };
  gtk_box_append (GTK_BOX (words), make_line (search->query, "dim-label"));
  if (*news != '\0')
    gtk_box_append (GTK_BOX (words), make_line (news, "accent"));
  box = add_row (popover, words, count, entry);
  if (count != NULL)
    {
      gtk_widget_add_css_class (gtk_widget_get_last_child (box), "cs-news");
      gtk_widget_set_valign (gtk_widget_get_last_child (box), GTK_ALIGN_CENTER);
    }
  gtk_box_append (GTK_BOX (box), make_forget (popover, search->name));
}

static void
add_former (CsSearchesPopover *popover, const CsSearchHistoryEntry *former)
{
  g_autofree char *count = g_strdup_printf ("%'" G_GUINT64_FORMAT, former->n_hits);
  Entry *entry = g_new (Entry, 1);
  GtkWidget *box;

  *entry = (Entry){ 0, g_strdup (former->query), _ ("Former searches") };
  box = add_row (popover, make_words (former->query), count, entry);
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
}

static void
set_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const Entry *entry = g_object_get_data (G_OBJECT (row), ENTRY);
  const Entry *above = before != NULL ? g_object_get_data (G_OBJECT (before), ENTRY) : NULL;
  GtkWidget *title;

  if (above != NULL && above->section == entry->section)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  title = gtk_label_new (entry->section);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_margin_start (title, 9);
  gtk_widget_set_margin_top (title, above != NULL ? 9 : 3);
  gtk_widget_set_margin_bottom (title, 3);
  gtk_widget_add_css_class (title, "caption-heading");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_list_box_row_set_header (row, title);
}

/* --- what is shown --- */

static void
update (CsSearchesPopover *popover)
{
  const GPtrArray *kept = cs_search_desk_get_kept (popover->desk);
  const GPtrArray *history = cs_search_desk_get_history (popover->desk);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (popover->list, 0)) != NULL)
    gtk_list_box_remove (popover->list, GTK_WIDGET (row));
  for (guint watched = 2; watched-- > 0;)
    for (guint i = 0; i < kept->len; i++)
      if (((const CsKeptSearch *)kept->pdata[i])->search->is_watched == (gboolean)watched)
        add_kept (popover, kept->pdata[i]);
  for (guint i = 0; i < history->len; i++)
    add_former (popover, history->pdata[i]);

  gtk_widget_set_visible (GTK_WIDGET (popover->nothing), kept->len + history->len == 0);
}

static void
on_chosen (CsSearchesPopover *popover, GtkListBoxRow *row)
{
  const Entry *entry = g_object_get_data (G_OBJECT (row), ENTRY);
  g_autofree char *query = g_strdup (entry->query);
  gint64 search = entry->search;

  gtk_popover_popdown (GTK_POPOVER (popover));
  g_signal_emit (popover, signals[CHOSEN], 0, query, search);
}

/* --- the class --- */

static void
cs_searches_popover_dispose (GObject *object)
{
  CsSearchesPopover *popover = CS_SEARCHES_POPOVER (object);

  g_clear_object (&popover->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_SEARCHES_POPOVER);

  G_OBJECT_CLASS (cs_searches_popover_parent_class)->dispose (object);
}

static void
cs_searches_popover_class_init (CsSearchesPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_searches_popover_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", CS_TYPE_SEARCHES_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-searches-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CsSearchesPopover, list);
  gtk_widget_class_bind_template_child (widget_class, CsSearchesPopover, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
}

static void
cs_searches_popover_init (CsSearchesPopover *popover)
{
  gtk_widget_init_template (GTK_WIDGET (popover));
  gtk_list_box_set_header_func (popover->list, set_header, NULL, NULL);
}

GtkWidget *
cs_searches_popover_new (CsSearchDesk *desk)
{
  CsSearchesPopover *popover = g_object_new (CS_TYPE_SEARCHES_POPOVER, NULL);

  popover->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (update), popover, G_CONNECT_SWAPPED);
  update (popover);

  return GTK_WIDGET (popover);
}
