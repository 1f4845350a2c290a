#include "cs-room-page.h"

#define NARROW 480      /* px: below, words give way to icons */
#define LEAST 360       /* px */
#define COMFORTABLE 488 /* px: a sidebar beside the page goes when less is left */

typedef struct
{
  int width;
  gboolean is_narrow;
  guint fit_source;
} CsRoomPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CsRoomPage, cs_room_page, ADW_TYPE_BIN)

static gboolean
on_fit (gpointer data)
{
  CsRoomPage *page = data;
  CsRoomPagePrivate *own = cs_room_page_get_instance_private (page);
  gboolean was_narrow = own->is_narrow;

  own->fit_source = 0;
  own->is_narrow = own->width < NARROW;
  CS_ROOM_PAGE_GET_CLASS (page)->fit (page, own->width, own->is_narrow,
                                      own->is_narrow != was_narrow);

  return G_SOURCE_REMOVE;
}

static void
cs_room_page_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  const CsRoomPagePrivate *own = cs_room_page_get_instance_private (CS_ROOM_PAGE (widget));

  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    return;

  if (!own->is_narrow) /* what needs more gives way as soon as there is less */
    *minimum = MIN (*minimum, LEAST);
  *natural = MAX (*minimum, COMFORTABLE);
}

/* Columns cannot go while sizes are being given out. */
static void
cs_room_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CsRoomPagePrivate *own = cs_room_page_get_instance_private (CS_ROOM_PAGE (widget));

  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);

  if (width != own->width && own->fit_source == 0)
    own->fit_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_fit, widget, NULL);
  own->width = width;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
cs_room_page_dispose (GObject *object)
{
  CsRoomPagePrivate *own = cs_room_page_get_instance_private (CS_ROOM_PAGE (object));

  g_clear_handle_id (&own->fit_source, g_source_remove);

  G_OBJECT_CLASS (cs_room_page_parent_class)->dispose (object);
}

static void
cs_room_page_class_init (CsRoomPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = cs_room_page_dispose;
  widget_class->measure = cs_room_page_measure;
  widget_class->size_allocate = cs_room_page_size_allocate;
}

static void
cs_room_page_init (CsRoomPage *page)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (page), NULL); /* it would not tell us the width */
}
