#include "cs-picture-view.h"

#include <adwaita.h>
#include <math.h>

#include "../widgets/cs-names.h"

#define MIN_ZOOM 0.25
#define MAX_ZOOM 4.0
#define STEP 1.2
#define CLICK_PIXELS 6 /* a pointer that goes further drags */

struct _CsPictureView
{
  GtkWidget parent_instance;

  CsPicture *picture; /* nullable */
  GPtrArray *picks;   /* of the last drawing, in its own units */
  char *selected;     /* nullable */
  gboolean zoomable;
  double zoom;
  gboolean dragged; /* the pointer that is down has moved the picture */
};

enum
{
  PROP_0,
  PROP_SELECTED,
  PROP_ZOOMABLE,
  N_PROPERTIES
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsPictureView, cs_picture_view, GTK_TYPE_WIDGET)

/* --- style --- */

/* Text has the colour of the window, which high contrast changes. */
static void
get_style (CsPictureView *view, CsPictureStyle *style)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (view));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  GdkRGBA ink;

  cs_picture_style_init (style, adw_style_manager_get_dark (manager));
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (view)), &ink);
  style->colors[CS_PICTURE_INK] = (CsPictureColor){ ink.red, ink.green, ink.blue, ink.alpha };
  style->font_family = pango_font_description_get_family (font);
  style->language = g_str_equal (cs_ui_language (), "zh") ? "zh-cn" : "en";
  style->selected = view->selected;
}

static void
measure_picture (CsPictureView *view, double *width, double *height)
{
  CsPictureStyle style;

  *height = 0;
  if (view->picture == NULL)
    return;

  get_style (view, &style);
  cs_picture_measure (view->picture, &style, width, height);
}

/* --- the widget --- */

static GtkSizeRequestMode
cs_picture_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cs_picture_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  CsPictureView *view = CS_PICTURE_VIEW (widget);
  double width = orientation == GTK_ORIENTATION_VERTICAL && for_size > 0 ? for_size / view->zoom :
                                                                           0;
  double height;

  measure_picture (view, &width, &height);
  *minimum = (int)ceil ((orientation == GTK_ORIENTATION_VERTICAL ? height : width) * view->zoom);
  *natural = *minimum;
}

static void
cs_picture_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CsPictureView *view = CS_PICTURE_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  CsPictureStyle style;
  cairo_t *cairo;

  g_ptr_array_set_size (view->picks, 0);
  if (view->picture == NULL || width <= 0 || height <= 0)
    return;

  get_style (view, &style);
  cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_scale (cairo, view->zoom, view->zoom);
  cs_picture_draw (view->picture, &style, cairo, width / view->zoom, view->picks);
  cairo_destroy (cairo);
  if (gtk_widget_has_visible_focus (widget))
    gtk_snapshot_render_focus (snapshot, gtk_widget_get_style_context (widget), 0, 0, width,
                               height);
}

/* --- selecting --- */

static const CsPick *
find_at (CsPictureView *view, double x, double y)
{
  return cs_picks_find (view->picks, x / view->zoom, y / view->zoom);
}

/* Returns: (nullable): the first place of what is selected */
static const CsPick *
find_selected (CsPictureView *view)
{
  for (guint i = 0; i < view->picks->len; i++)
    {
      const CsPick *pick = view->picks->pdata[i];

      if (g_strcmp0 (pick->id, view->selected) == 0)
        return pick;
    }

  return NULL;
}

static GtkScrolledWindow *
get_scroller (CsPictureView *view)
{
  GtkWidget *scroller =
      gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_SCROLLED_WINDOW);

  return scroller == NULL ? NULL : GTK_SCROLLED_WINDOW (scroller);
}

static void
scroll_to_selected (CsPictureView *view)
{
  const CsPick *pick = find_selected (view);
  GtkScrolledWindow *scroller = get_scroller (view);

  if (pick == NULL || scroller == NULL)
    return;

  gtk_adjustment_clamp_page (gtk_scrolled_window_get_hadjustment (scroller), pick->x * view->zoom,
                             (pick->x + pick->width) * view->zoom);
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (scroller), pick->y * view->zoom,
                             (pick->y + pick->height) * view->zoom);
}

static void
set_selected (CsPictureView *view, const char *id)
{
  const CsPick *pick;

  if (g_strcmp0 (view->selected, id) == 0)
    return;

  g_free (view->selected);
  view->selected = g_strdup (id);
  pick = find_selected (view);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  pick != NULL && pick->text != NULL ? pick->text : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (view));
  g_object_notify_by_pspec (G_OBJECT (view), properties[PROP_SELECTED]);
}

static void
walk (CsPictureView *view, int dx, int dy)
{
  const CsPick *next = cs_picks_walk (view->picks, find_selected (view), dx, dy);

  if (next == NULL)
    return;

  set_selected (view, next->id);
  scroll_to_selected (view);
}

static gboolean
on_walk (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  int dx, dy;

  g_variant_get (arguments, "(ii)", &dx, &dy);
  walk (CS_PICTURE_VIEW (widget), dx, dy);

  return TRUE;
}

/* --- pointer --- */

static gboolean
cs_picture_view_query_tooltip (GtkWidget *widget,
                               int x,
                               int y,
                               gboolean by_keyboard,
                               GtkTooltip *tooltip)
{
  CsPictureView *view = CS_PICTURE_VIEW (widget);
  const CsPick *pick = by_keyboard ? find_selected (view) : find_at (view, x, y);
  GdkRectangle area;

  if (pick == NULL || pick->text == NULL || *pick->text == '\0')
    return FALSE;

  area = (GdkRectangle){ (int)(pick->x * view->zoom), (int)(pick->y * view->zoom),
                         (int)(pick->width * view->zoom), (int)(pick->height * view->zoom) };
  gtk_tooltip_set_text (tooltip, pick->text);
  gtk_tooltip_set_tip_area (tooltip, &area);

  return TRUE;
}

static void
on_motion (CsPictureView *view, double x, double y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (view),
                                   find_at (view, x, y) != NULL ? "pointer" : NULL);
}

static void
on_drag_begin (CsPictureView *view, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (view));
  view->dragged = FALSE;
}

/* What is dragged moves below the pointer, and the gesture counts from what moves. */
static void
on_drag_update (CsPictureView *view, double dx, double dy)
{
  GtkScrolledWindow *scroller = get_scroller (view);
  GtkAdjustment *across, *down;

  view->dragged = view->dragged || MAX (fabs (dx), fabs (dy)) > CLICK_PIXELS;
  if (scroller == NULL || !view->zoomable || !view->dragged)
    return;

  across = gtk_scrolled_window_get_hadjustment (scroller);
  down = gtk_scrolled_window_get_vadjustment (scroller);
  gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) - dx);
  gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) - dy);
}

static void
on_drag_end (CsPictureView *view, double dx, double dy, GtkGestureDrag *gesture)
{
  const CsPick *pick;
  double x, y;

  if (view->dragged)
    return;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  pick = find_at (view, x, y);
  if (pick != NULL)
    {
      set_selected (view, pick->id);
      g_signal_emit (view, signals[ACTIVATED], 0, view->selected);
    }
}

static gboolean
on_activate (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CsPictureView *view = CS_PICTURE_VIEW (widget);

  if (find_selected (view) == NULL)
    return FALSE;

  g_signal_emit (view, signals[ACTIVATED], 0, view->selected);
  return TRUE;
}

/* --- zoom --- */

void
cs_picture_view_zoom (CsPictureView *view, double factor)
{
  double zoom = factor > 0 ? CLAMP (view->zoom * factor, MIN_ZOOM, MAX_ZOOM) : 1;

  if (!view->zoomable || zoom == view->zoom)
    return;

  view->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (view));
}

static gboolean
on_zoom_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CsPictureView *view = CS_PICTURE_VIEW (widget);
  double factor;

  g_variant_get (arguments, "(d)", &factor);
  cs_picture_view_zoom (view, factor);

  return view->zoomable;
}

static gboolean
on_scroll (CsPictureView *view, double dx, double dy, GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  if (!view->zoomable || (state & GDK_CONTROL_MASK) == 0)
    return FALSE;

  cs_picture_view_zoom (view, pow (STEP, -dy));

  return TRUE;
}

/* --- the object --- */

static void
cs_picture_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CsPictureView *view = CS_PICTURE_VIEW (object);

  if (id == PROP_SELECTED)
    g_value_set_string (value, view->selected);
  else
    g_value_set_boolean (value, view->zoomable);
}

static void
cs_picture_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CsPictureView *view = CS_PICTURE_VIEW (object);

  if (id == PROP_SELECTED)
    set_selected (view, g_value_get_string (value));
  else
    view->zoomable = g_value_get_boolean (value);
}

static void
cs_picture_view_finalize (GObject *object)
{
  CsPictureView *view = CS_PICTURE_VIEW (object);

  g_clear_pointer (&view->picture, cs_picture_unref);
  g_ptr_array_unref (view->picks);
  g_free (view->selected);

  G_OBJECT_CLASS (cs_picture_view_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *class)
{
  static const struct
  {
    guint key;
    guint keypad;
    int dx;
    int dy;
  } ways[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
  };
  static const struct
  {
    guint key;
    double factor;
  } zooms[] = {
    { GDK_KEY_plus, STEP },
    { GDK_KEY_equal, STEP },
    { GDK_KEY_KP_Add, STEP },
    { GDK_KEY_minus, 1 / STEP },
    { GDK_KEY_KP_Subtract, 1 / STEP },
    { GDK_KEY_0, 0 },
    { GDK_KEY_KP_0, 0 },
  };

  gtk_widget_class_add_binding (class, GDK_KEY_Return, 0, on_activate, NULL);
  gtk_widget_class_add_binding (class, GDK_KEY_KP_Enter, 0, on_activate, NULL);
  gtk_widget_class_add_binding (class, GDK_KEY_space, 0, on_activate, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      gtk_widget_class_add_binding (class, ways[i].key, 0, on_walk, "(ii)", ways[i].dx, ways[i].dy);
      gtk_widget_class_add_binding (class, ways[i].keypad, 0, on_walk, "(ii)", ways[i].dx,
                                    ways[i].dy);
    }
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      gtk_widget_class_add_binding (class, zooms[i].key, 0, on_zoom_key, "(d)", zooms[i].factor);
      gtk_widget_class_add_binding (class, zooms[i].key, GDK_CONTROL_MASK, on_zoom_key, "(d)",
                                    zooms[i].factor);
    }
}

static void
cs_picture_view_class_init (CsPictureViewClass *class)
{
  const GParamFlags flags =
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = cs_picture_view_get_property;
  object_class->set_property = cs_picture_view_set_property;
  object_class->finalize = cs_picture_view_finalize;
  widget_class->get_request_mode = cs_picture_view_get_request_mode;
  widget_class->measure = cs_picture_view_measure;
  widget_class->snapshot = cs_picture_view_snapshot;
  widget_class->query_tooltip = cs_picture_view_query_tooltip;

  properties[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL, flags);
  properties[PROP_ZOOMABLE] = g_param_spec_boolean ("zoomable", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[ACTIVATED] = g_signal_new ("activated", CS_TYPE_PICTURE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  add_keys (widget_class);
}

static void
add_controllers (CsPictureView *view)
{
  GtkWidget *widget = GTK_WIDGET (view);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), view);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll), view);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), view);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), view);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end), view);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}

static void
cs_picture_view_init (CsPictureView *view)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  view->picks = cs_picks_new ();
  view->zoom = 1;
  gtk_widget_set_focusable (GTK_WIDGET (view), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (view), TRUE);
  add_controllers (view);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), view,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           view, G_CONNECT_SWAPPED);
}

void
cs_picture_view_set (CsPictureView *view, CsPicture *picture)
{
  g_clear_pointer (&view->picture, cs_picture_unref);
  view->picture = picture != NULL ? cs_picture_ref (picture) : NULL;
  gtk_widget_queue_resize (GTK_WIDGET (view));
}

double
cs_picture_view_get_zoom (CsPictureView *view)
{
  return view->zoom;
}

const GPtrArray *
cs_picture_view_get_picks (CsPictureView *view)
{
  return view->picks;
}
