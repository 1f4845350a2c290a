#include "cs-near-strip.h"

#include <glib/gi18n-lib.h>

#define MARK 10 /* pixels */
#define GAP 4

struct _CsNearStrip
{
  GtkWidget parent_instance;

  GArray *states; /* (element-type CsNearState) */
};

G_DEFINE_FINAL_TYPE (CsNearStrip, cs_near_strip, GTK_TYPE_WIDGET)

/* --- drawing --- */

static void
draw_disc (cairo_t *cr, double x, double y, double radius, gboolean half)
{
  cairo_arc (cr, x, y, radius - 0.75, 0, 2 * G_PI);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  if (half)
    cairo_arc (cr, x, y, radius - 0.75, G_PI / 2, 3 * G_PI / 2);
  else
    cairo_arc (cr, x, y, radius - 0.75, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_cross (cairo_t *cr, double x, double y, double radius)
{
  double arm = radius * 0.6;

  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, x - arm, y - arm);
  cairo_line_to (cr, x + arm, y + arm);
  cairo_move_to (cr, x + arm, y - arm);
  cairo_line_to (cr, x - arm, y + arm);
  cairo_stroke (cr);
}

static void
draw_mark (cairo_t *cr, double x, double y, double radius, CsNearState state)
{
  if (state == CS_NEAR_UNASKED)
    {
      cairo_arc (cr, x, y, 1.5, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  else if (state == CS_NEAR_NOTHING)
    draw_cross (cr, x, y, radius);
  else
    draw_disc (cr, x, y, radius, state == CS_NEAR_SOME);
}

/* Forty marks have to fit into a pane, too. */
static double
get_step (CsNearStrip *strip, int width)
{
  return MIN (MARK + GAP, (double)(width + GAP) / MAX (strip->states->len, 1));
}

static void
cs_near_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CsNearStrip *strip = CS_NEAR_STRIP (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double step = get_step (strip, width);
  double radius = MIN (MARK, step - 1) / 2;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  gdk_cairo_set_source_rgba (cr, &ink);
  for (guint i = 0; i < strip->states->len; i++)
    {
      double x = radius + i * step;

      draw_mark (cr, rtl ? width - x : x, height / 2.0, radius,
                 g_array_index (strip->states, CsNearState, i));
    }
  cairo_destroy (cr);
}

static void
cs_near_strip_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  guint n = MAX (CS_NEAR_STRIP (widget)->states->len, 1);

  *minimum = MARK;
  *natural = MARK;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = n * (MARK + GAP) - GAP;
}

/* --- what it says --- */

static char *
dup_words (CsNearStrip *strip)
{
  static const char *const words[] = { N_ ("no words to look for"), N_ ("nothing of it"),
                                       N_ ("some of its words"), N_ ("most of its words") };
  guint counts[G_N_ELEMENTS (words)] = { 0 };

  for (guint i = 0; i < strip->states->len; i++)
    counts[g_array_index (strip->states, CsNearState, i)]++;
  if (strip->states->len == 1)
    return g_strdup (_ (words[g_array_index (strip->states, CsNearState, 0)]));

  /* Translators: of the words of so many features */
  return g_strdup_printf (_ ("Most of %u features, some of %u, nothing of %u"),
                          counts[CS_NEAR_MOST], counts[CS_NEAR_SOME], counts[CS_NEAR_NOTHING]);
}

void
cs_near_strip_set (CsNearStrip *strip, const CsNearState *states, guint n_states)
{
  g_autofree char *words = NULL;

  g_return_if_fail (CS_IS_NEAR_STRIP (strip));

  g_array_set_size (strip->states, 0);
  g_array_append_vals (strip->states, states, n_states);
  words = dup_words (strip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (strip), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (strip), words);
  gtk_widget_queue_resize (GTK_WIDGET (strip));
}

/* --- the widget --- */

static void
cs_near_strip_finalize (GObject *object)
{
  g_array_unref (CS_NEAR_STRIP (object)->states);

  G_OBJECT_CLASS (cs_near_strip_parent_class)->finalize (object);
}

static void
cs_near_strip_class_init (CsNearStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_near_strip_finalize;
  widget_class->snapshot = cs_near_strip_snapshot;
  widget_class->measure = cs_near_strip_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cs_near_strip_init (CsNearStrip *strip)
{
  strip->states = g_array_new (FALSE, FALSE, sizeof (CsNearState));
}
