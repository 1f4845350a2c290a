#include "cs-pair-marks.h"

static const struct
{
  const char *color;
  double alpha;
} tints[] = {
  { "cs_error", 0.15 },   /* only left */
  { "cs_passed", 0.15 },  /* only right */
  { "cs_warning", 0.25 }, /* another value */
};

typedef enum
{
  ONLY_LEFT,
  ONLY_RIGHT,
  OTHER_VALUE
} Mark;

typedef struct
{
  GtkWidget *widget;
  PangoAttrList *list;
  CsRange cell;
} Marker;

static PangoAttribute *
create_line (Mark mark)
{
  if (mark == ONLY_LEFT)
    return pango_attr_strikethrough_new (TRUE);

  return pango_attr_underline_new (mark == ONLY_RIGHT ? PANGO_UNDERLINE_SINGLE :
                                                        PANGO_UNDERLINE_DOUBLE);
}

static void
mark_range (const Marker *marker, Mark mark, gsize start, gsize end)
{
  GtkStyleContext *context = gtk_widget_get_style_context (marker->widget);
  PangoAttribute *attributes[3];
  GdkRGBA color;

  start = MAX (start, marker->cell.start);
  end = MIN (end, marker->cell.end);
  if (start >= end)
    return;

  if (!gtk_style_context_lookup_color (context, tints[mark].color, &color))
    gtk_style_context_get_color (context, &color);
  attributes[0] =
      pango_attr_background_new ((guint16)(color.red * G_MAXUINT16),
                                 (guint16)(color.green * G_MAXUINT16),
                                 (guint16)(color.blue * G_MAXUINT16));
  attributes[1] = pango_attr_background_alpha_new ((guint16)(tints[mark].alpha * G_MAXUINT16));
  attributes[2] = create_line (mark);
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      attributes[i]->start_index = (guint)(start - marker->cell.start);
      attributes[i]->end_index = (guint)(end - marker->cell.start);
      pango_attr_list_insert (marker->list, attributes[i]);
    }
}

static void
mark_changes (const Marker *marker, const GArray *changes, gboolean is_left)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const CsWordChange *change = &g_array_index (changes, CsWordChange, i);

      if (is_left)
        mark_range (marker, ONLY_LEFT, change->left_start, change->left_end);
      else
        mark_range (marker, ONLY_RIGHT, change->right_start, change->right_end);
    }
}

static void
mark_features (const Marker *marker,
               const CsFeaturesAbreast *features,
               gboolean is_left,
               guint cell)
{
  const CsFeaturePair *pair = &g_array_index (features->pairs, CsFeaturePair, cell);

  if (pair->n_left == 0 || pair->n_right == 0)
    mark_range (marker, is_left ? ONLY_LEFT : ONLY_RIGHT, marker->cell.start, marker->cell.end);
  for (guint i = 0; i < features->differences->len; i++)
    {
      const CsAnchorDifference *difference =
          &g_array_index (features->differences, CsAnchorDifference, i);
      CsRange range = is_left ? difference->left : difference->right;

      mark_range (marker, OTHER_VALUE, range.start, range.end);
    }
}

PangoAttrList *
cs_pair_marks_new (GtkWidget *widget, CsPairItem *item, gboolean is_left, guint cell)
{
  const CsClaimPair *pair = cs_pair_item_get (item);
  Marker marker = { widget, pango_attr_list_new (), cs_pair_item_get_cell (item, is_left, cell) };

  if (pair->kind == CS_PAIR_LEFT_ONLY || pair->kind == CS_PAIR_RIGHT_ONLY)
    mark_range (&marker, is_left ? ONLY_LEFT : ONLY_RIGHT, 0, G_MAXSIZE);
  else if (pair->kind == CS_PAIR_CHANGED)
    mark_changes (&marker, pair->changes, is_left);
  else if (pair->features != NULL)
    mark_features (&marker, pair->features, is_left, cell);

  return marker.list;
}
