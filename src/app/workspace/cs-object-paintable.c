#include <math.h>

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "../widgets/cs-matter-picture.h"
#include "../widgets/cs-word-box.h"
#include "cs-object-drawing.h"
#include "cs-object-paintable.h"

#define MAX_HEIGHT 200
#define DEFAULT_MAX_WIDTH 480
#define MIN_WIDTH 24 /* however narrow the window, there is something to see */

#define PAPER_MARGIN 2

struct _CsObjectPaintable
{
  GObject parent_instance;

  CsInlineObject object;
  GdkPaintable *picture;    /* nullable */
  CsObjectDrawing *drawing; /* nullable: only without a picture, once it is drawn */
  PangoLayout *word;        /* nullable: only without both */
  gboolean drawn;           /* or being drawn, or tried in vain */
  int max_width;
};

static void cs_object_paintable_iface_init (GdkPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CsObjectPaintable,
                               cs_object_paintable,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE,
                                                      cs_object_paintable_iface_init))

const char *
cs_object_kind_get_word (CsObjectKind kind)
{
  switch (kind)
    {
    case CS_OBJECT_IMAGE:
      return _ ("Picture");
    case CS_OBJECT_FORMULA:
      return _ ("Formula");
    case CS_OBJECT_TABLE:
      return _ ("Table");
    case CS_OBJECT_CHEMISTRY:
      return _ ("Chemical formula");
    case CS_OBJECT_FOOTNOTE:
      return _ ("Footnote");
    case CS_OBJECT_UNKNOWN:
    case CS_N_OBJECT_KINDS:
    default:
      return _ ("Object");
    }
}

static gboolean
has_picture (CsObjectPaintable *self)
{
  return self->picture != NULL && gdk_paintable_get_intrinsic_width (self->picture) > 0 &&
         gdk_paintable_get_intrinsic_height (self->picture) > 0;
}

/* The picture at its natural size, or as much smaller as it must be. */
static void
get_picture_size (CsObjectPaintable *self, int *width, int *height)
{
  double natural_width = gdk_paintable_get_intrinsic_width (self->picture);
  double natural_height = gdk_paintable_get_intrinsic_height (self->picture);
  double max_width = MAX (self->max_width - 2 * PAPER_MARGIN, MIN_WIDTH);
  double scale = MIN (1, MIN (max_width / natural_width, MAX_HEIGHT / natural_height));

  *width = MAX (1, natural_width * scale);
  *height = MAX (1, natural_height * scale);
}

static PangoLayout *
ensure_word (CsObjectPaintable *self)
{
  if (self->word == NULL)
    self->word = cs_word_box_new (cs_object_kind_get_word (self->object.kind));

  return self->word;
}

/* A drawing at its own size, or as narrow as the text around it. */
static double
get_drawing_scale (CsObjectPaintable *self)
{
  return MIN (1, MAX (self->max_width, MIN_WIDTH) / self->drawing->width_px);
}

static void
get_drawing_size (CsObjectPaintable *self, int *width, int *height)
{
  double scale = get_drawing_scale (self);

  *width = ceil (self->drawing->width_px * scale);
  *height = ceil (self->drawing->height_px * scale);
}

static void
get_size (CsObjectPaintable *self, int *width, int *height)
{
  if (self->drawing != NULL)
    {
      get_drawing_size (self, width, height);
      return;
    }

  if (!has_picture (self))
    {
      cs_word_box_get_size (ensure_word (self), width, height);
      return;
    }

  get_picture_size (self, width, height);
  *width += 2 * PAPER_MARGIN;
  *height += 2 * PAPER_MARGIN;
}

static int
cs_object_paintable_get_intrinsic_width (GdkPaintable *paintable)
{
  int width, height;

  get_size (CS_OBJECT_PAINTABLE (paintable), &width, &height);

  return width;
}

static int
cs_object_paintable_get_intrinsic_height (GdkPaintable *paintable)
{
  int width, height;

  get_size (CS_OBJECT_PAINTABLE (paintable), &width, &height);

  return height;
}

/* Pictures of an application are black on white, and stay so in the dark. */
static void
snapshot_picture (CsObjectPaintable *self, GtkSnapshot *snapshot, double width, double height)
{
  static const GdkRGBA paper = { 1, 1, 1, 1 };

  gtk_snapshot_append_color (snapshot, &paper, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (PAPER_MARGIN, PAPER_MARGIN));
  gdk_paintable_snapshot (self->picture, snapshot, width - 2 * PAPER_MARGIN,
                          height - 2 * PAPER_MARGIN);
  gtk_snapshot_restore (snapshot);
}

/* In the colour of the text, light or dark. */
static void
snapshot_drawing (CsObjectPaintable *self, GtkSnapshot *snapshot, double width, double height)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  double scale = width / self->drawing->width_px;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_scale (cr, scale, scale);
  if (dark)
    cairo_set_source_rgb (cr, 1, 1, 1);
  else
    cairo_set_source_rgba (cr, 0, 0, 0, 0.8);
  cairo_mask_surface (cr, self->drawing->shape, 0, 0);
  cairo_destroy (cr);
}

static void
snapshot_box (CsObjectPaintable *self, GtkSnapshot *snapshot, double width, double height)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA ink = dark ? (GdkRGBA){ 0.75, 0.75, 0.75, 1 } : (GdkRGBA){ 0.37, 0.36, 0.39, 1 };

  cs_word_box_snapshot (ensure_word (self), snapshot, &ink, width, height);
}

static void
cs_object_paintable_snapshot (GdkPaintable *paintable,
                              GdkSnapshot *snapshot,
                              double width,
                              double height)
{
  CsObjectPaintable *self = CS_OBJECT_PAINTABLE (paintable);

  if (self->drawing != NULL)
    snapshot_drawing (self, GTK_SNAPSHOT (snapshot), width, height);
  else if (has_picture (self))
    snapshot_picture (self, GTK_SNAPSHOT (snapshot), width, height);
  else
    snapshot_box (self, GTK_SNAPSHOT (snapshot), width, height);
}

static void
cs_object_paintable_iface_init (GdkPaintableInterface *iface)
{
  iface->get_intrinsic_width = cs_object_paintable_get_intrinsic_width;
  iface->get_intrinsic_height = cs_object_paintable_get_intrinsic_height;
  iface->snapshot = cs_object_paintable_snapshot;
}

static void
cs_object_paintable_finalize (GObject *object)
{
  CsObjectPaintable *self = CS_OBJECT_PAINTABLE (object);

  g_free (self->object.payload);
  g_free (self->object.preview);
  g_clear_object (&self->picture);
  g_clear_pointer (&self->drawing, cs_object_drawing_free);
  g_clear_object (&self->word);

  G_OBJECT_CLASS (cs_object_paintable_parent_class)->finalize (object);
}

static void
cs_object_paintable_class_init (CsObjectPaintableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_object_paintable_finalize;
}

static void
cs_object_paintable_init (CsObjectPaintable *self)
{
  self->max_width = DEFAULT_MAX_WIDTH;
}

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer data)
{
  CsObjectPaintable *self = CS_OBJECT_PAINTABLE (source);

  self->drawing = cs_object_drawing_make_finish (result);
  if (self->drawing != NULL)
    gdk_paintable_invalidate_size (GDK_PAINTABLE (self));
}

static void
draw_source (CsObjectPaintable *self)
{
  if (self->drawn || !cs_object_drawing_is_possible (&self->object))
    return;

  self->drawn = TRUE;
  cs_object_drawing_make (&self->object, G_OBJECT (self), on_drawn, NULL);
}

/* Offices name pictures of formulas that do not come with the text. */
static void
on_picture_changed (CsObjectPaintable *self, GdkPaintable *picture)
{
  if (CS_IS_MATTER_PICTURE (picture) && cs_matter_picture_is_missing (CS_MATTER_PICTURE (picture)))
    draw_source (self);
  gdk_paintable_invalidate_size (GDK_PAINTABLE (self));
}

CsObjectPaintable *
cs_object_paintable_new (const CsInlineObject *object, GdkPaintable *picture)
{
  CsObjectPaintable *self = g_object_new (CS_TYPE_OBJECT_PAINTABLE, NULL);

  self->object.kind = object->kind;
  self->object.payload = g_strdup (object->payload);
  self->object.preview = g_strdup (object->preview);
  if (picture == NULL)
    {
      draw_source (self);
      return self;
    }

  self->picture = g_object_ref (picture);
  g_signal_connect_object (picture, "invalidate-contents",
                           G_CALLBACK (gdk_paintable_invalidate_contents), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (picture, "invalidate-size", G_CALLBACK (on_picture_changed), self,
                           G_CONNECT_SWAPPED);
  on_picture_changed (self, picture);

  return self;
}

const CsInlineObject *
cs_object_paintable_get_object (CsObjectPaintable *self)
{
  g_return_val_if_fail (CS_IS_OBJECT_PAINTABLE (self), NULL);

  return &self->object;
}

void
cs_object_paintable_set_max_width (CsObjectPaintable *self, int max_width)
{
  g_return_if_fail (CS_IS_OBJECT_PAINTABLE (self));

  if (self->max_width == max_width)
    return;

  self->max_width = max_width;
  if (self->drawing != NULL || has_picture (self))
    gdk_paintable_invalidate_size (GDK_PAINTABLE (self));
}
