#include "cs-finding-list.h"

#include "../../exam/cs-messages.h"
#include "../widgets/cs-names.h"
#include "../widgets/cs-shape.h"

#define MAX_CHARS 44

/* The findings of one claim, while their list is open. */
typedef struct
{
  CsDocument *document;
  CsFindingView *view; /* owns the entries */
  GPtrArray *entries;
} List;

static void
list_free (gpointer data)
{
  List *list = data;

  g_object_unref (list->document);
  cs_finding_view_unref (list->view);
  g_ptr_array_unref (list->entries);
  g_free (list);
}

static GPtrArray *
find_entries (const CsFindingView *view, CsPart part, guint unit)
{
  GPtrArray *entries = g_ptr_array_new ();

  for (guint i = 0; i < view->entries->len; i++)
    {
      CsFindingEntry *entry = view->entries->pdata[i];

      if (entry->part == part && !entry->waived &&
          cs_finding_entry_get_first (entry)->report->where.index == unit)
        g_ptr_array_add (entries, entry);
    }

  return entries;
}

static GtkWidget *
make_row (const CsFindingEntry *entry, const CsFindingView *view)
{
  g_autofree char *message = cs_messages_dup (cs_finding_entry_get_first (entry), view->result,
                                              cs_ui_language (), NULL);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image = gtk_image_new ();
  GtkWidget *label = gtk_label_new (message);

  cs_shape_show (GTK_IMAGE (image), entry->severity, entry->certainty != CS_CERTAINTY_POSSIBLE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (row), image);
  gtk_box_append (GTK_BOX (row), label);

  return row;
}

static void
on_row_activated (GtkListBox *box, GtkListBoxRow *row, GtkPopover *popover)
{
  List *list = g_object_get_data (G_OBJECT (popover), "cs-finding-list");

  /* A newer examination has its own entries: then the list is of yesterday. */
  if (cs_document_get_view (list->document) == list->view)
    cs_document_choose (list->document, list->entries->pdata[gtk_list_box_row_get_index (row)],
                        TRUE);
  gtk_popover_popdown (popover);
}

static void
leave_parent (GtkWidget *popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
}

static gboolean
leave_parent_later (gpointer popover)
{
  leave_parent (popover);

  return G_SOURCE_REMOVE;
}

static void
on_closed (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, leave_parent_later, g_object_ref (popover),
                   g_object_unref); /* it is still being closed */
}

static void
open_list (List *list, GtkWidget *parent, const GdkRectangle *area)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (box), GTK_SELECTION_NONE);
  for (guint i = 0; i < list->entries->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (box), make_row (list->entries->pdata[i], list->view));
  g_signal_connect (box, "row-activated", G_CALLBACK (on_row_activated), popover);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
  g_object_set_data_full (G_OBJECT (popover), "cs-finding-list", list, list_free);

  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_RIGHT);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), area);
  gtk_widget_set_parent (popover, parent);
  g_signal_connect_object (parent, "unmap", G_CALLBACK (leave_parent), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
cs_finding_list_choose (CsDocument *document,
                        CsPart part,
                        guint unit,
                        GtkWidget *parent,
                        const GdkRectangle *area)
{
  CsFindingView *view = cs_document_get_view (document);
  g_autoptr (GPtrArray) entries = NULL;
  List *list;

  if (view == NULL)
    return;

  entries = find_entries (view, part, unit);
  if (entries->len == 1)
    cs_document_choose (document, entries->pdata[0], TRUE);
  if (entries->len < 2)
    return;

  list = g_new (List, 1);
  list->document = g_object_ref (document);
  list->view = cs_finding_view_ref (view);
  list->entries = g_steal_pointer (&entries);
  open_list (list, parent, area);
}
