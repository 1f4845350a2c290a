#include "cs-pair-row.h"

#include <glib/gi18n-lib.h>

#define MIDDLE_WIDTH 92
#define SIDE_LEAST 200 /* of a claim beside another one */
#define GAP 6

enum
{
  LEFT,
  RIGHT,
  N_SIDES
};

struct _CsPairRow
{
  GtkWidget parent_instance;

  GtkWidget *cards[N_SIDES];
  GtkLabel *numbers[N_SIDES];
  GtkLabel *texts[N_SIDES];
  GtkWidget *middle;
  GtkLabel *sign;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (CsPairRow, cs_pair_row, GTK_TYPE_WIDGET)

/* --- words that differ --- */

static void
get_tint (CsPairRow *row, guint side, GdkRGBA *color)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (row));
  const char *name = side == LEFT ? "cs_error" : "cs_passed";

  if (!gtk_style_context_lookup_color (context, name, color))
    gtk_style_context_get_color (context, color);
}

static void
mark_range (CsPairRow *row, PangoAttrList *list, guint side, gsize start, gsize end)
{
  PangoAttribute *attributes[3];
  GdkRGBA color;

  if (start == end)
    return;

  get_tint (row, side, &color);
  attributes[0] =
      pango_attr_background_new ((guint16)(color.red * G_MAXUINT16),
                                 (guint16)(color.green * G_MAXUINT16),
                                 (guint16)(color.blue * G_MAXUINT16));
  attributes[1] = pango_attr_background_alpha_new ((guint16)(0.15 * G_MAXUINT16));
  attributes[2] = side == LEFT ? pango_attr_strikethrough_new (TRUE) :
                                 pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      attributes[i]->start_index = (guint)start;
      attributes[i]->end_index = (guint)end;
      pango_attr_list_insert (list, attributes[i]);
    }
}

static PangoAttrList *
create_marks (CsPairRow *row, const CsClaimPair *pair, guint side, gsize n_bytes)
{
  PangoAttrList *list = pango_attr_list_new ();

  if (pair->kind == CS_PAIR_LEFT_ONLY || pair->kind == CS_PAIR_RIGHT_ONLY)
    mark_range (row, list, side, 0, n_bytes);
  for (guint i = 0; pair->kind == CS_PAIR_CHANGED && i < pair->changes->len; i++)
    {
      const CsWordChange *change = &g_array_index (pair->changes, CsWordChange, i);

      if (side == LEFT)
        mark_range (row, list, side, change->left_start, change->left_end);
      else
        mark_range (row, list, side, change->right_start, change->right_end);
    }

  return list;
}

static void
show_side (CsPairRow *row, CsPairItem *item, guint side)
{
  const CsClaim *claim = cs_pair_item_get_claim (item, side == LEFT);
  g_autofree char *text = NULL;
  g_autofree char *number = NULL;
  PangoAttrList *marks;

  if (claim == NULL)
    {
      gtk_widget_remove_css_class (row->cards[side], "card");
      gtk_widget_add_css_class (row->cards[side], "dim-label");
      gtk_label_set_attributes (row->texts[side], NULL);
      gtk_label_set_text (row->texts[side], _ ("No counterpart"));
      gtk_label_set_text (row->numbers[side], "");
      return;
    }

  text = g_strndup (claim->text, claim->n_bytes);
  number = claim->number > 0 ? g_strdup_printf ("%u.", claim->number) : g_strdup ("");
  marks = create_marks (row, cs_pair_item_get (item), side, claim->n_bytes);
  gtk_widget_remove_css_class (row->cards[side], "dim-label");
  gtk_widget_add_css_class (row->cards[side], "card");
  gtk_label_set_attributes (row->texts[side], NULL); /* they may lie behind the new text */
  gtk_label_set_text (row->texts[side], text);
  gtk_label_set_attributes (row->texts[side], marks);
  gtk_label_set_text (row->numbers[side], number);
  pango_attr_list_unref (marks);
}

/* --- what became of the claim --- */

static const char *
get_sign (CsPairKind kind)
{
  switch (kind)
    {
    case CS_PAIR_SAME:
      return "=";
    case CS_PAIR_CHANGED:
      return "≠";
    case CS_PAIR_LEFT_ONLY:
      return "−";
    case CS_PAIR_RIGHT_ONLY:
      return "+";
    case CS_PAIR_ABREAST:
    default:
      return "∥";
    }
}

static char *
dup_words (const CsClaimPair *pair)
{
  switch (pair->kind)
    {
    case CS_PAIR_SAME:
      return g_strdup (_ ("same"));
    case CS_PAIR_CHANGED:
      return g_strdup_printf (ngettext ("%u change", "%u changes", pair->changes->len),
                              pair->changes->len);
    case CS_PAIR_LEFT_ONLY:
      return g_strdup (_ ("only left"));
    case CS_PAIR_RIGHT_ONLY:
      return g_strdup (_ ("only right"));
    case CS_PAIR_ABREAST:
    default:
      return g_strdup (_ ("by number"));
    }
}

static void
show_middle (CsPairRow *row, const CsClaimPair *pair)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *words = dup_words (pair);

  g_string_append (text, words);
  if (pair->is_renumbered)
    g_string_append_printf (text, "\n%s", _ ("renumbered"));
  if (pair->is_moved)
    g_string_append_printf (text, "\n%s", _ ("moved"));
  gtk_label_set_text (row->sign, get_sign (pair->kind));
  gtk_label_set_text (row->words, text->str);
}

void
cs_pair_row_set (CsPairRow *row, CsPairItem *item)
{
  if (item == NULL)
    return;

  show_side (row, item, LEFT);
  show_side (row, item, RIGHT);
  show_middle (row, cs_pair_item_get (item));
}

/* --- layout --- */

static gboolean
is_stacked (int width)
{
  return width < 2 * SIDE_LEAST + MIDDLE_WIDTH;
}

static int
get_side_width (int width)
{
  return is_stacked (width) ? width : (width - MIDDLE_WIDTH - 2 * GAP) / 2;
}

static int
get_height (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

static GtkSizeRequestMode
cs_pair_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cs_pair_row_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  CsPairRow *row = CS_PAIR_ROW (widget);
  int width = for_size > 0 ? for_size : 2 * SIDE_LEAST + MIDDLE_WIDTH;
  int side = get_side_width (width);
  int left, right;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = SIDE_LEAST;
      *natural = 4 * SIDE_LEAST;
      return;
    }

  left = get_height (row->cards[LEFT], side);
  right = get_height (row->cards[RIGHT], side);
  if (is_stacked (width))
    *minimum = left + right + get_height (row->middle, width) + 2 * GAP;
  else
    *minimum = MAX (MAX (left, right), get_height (row->middle, MIDDLE_WIDTH));
  *natural = *minimum;
}

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
cs_pair_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CsPairRow *row = CS_PAIR_ROW (widget);
  int side = get_side_width (width);
  int left = get_height (row->cards[LEFT], side);
  int middle = get_height (row->middle, is_stacked (width) ? width : MIDDLE_WIDTH);

  if (!is_stacked (width))
    {
      allocate (row->cards[LEFT], 0, 0, side, height);
      allocate (row->middle, side + GAP, 0, MIDDLE_WIDTH, height);
      allocate (row->cards[RIGHT], width - side, 0, side, height);
      return;
    }

  allocate (row->cards[LEFT], 0, 0, width, left);
  allocate (row->middle, 0, left + GAP, width, middle);
  allocate (row->cards[RIGHT], 0, left + middle + 2 * GAP, width,
            MAX (height - left - middle - 2 * GAP, 0));
}

/* --- the object --- */

static void
cs_pair_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_PAIR_ROW);

  G_OBJECT_CLASS (cs_pair_row_parent_class)->dispose (object);
}

static void
cs_pair_row_class_init (CsPairRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = cs_pair_row_dispose;
  widget_class->get_request_mode = cs_pair_row_get_request_mode;
  widget_class->measure = cs_pair_row_measure;
  widget_class->size_allocate = cs_pair_row_size_allocate;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-pair-row.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "left", FALSE,
                                             G_STRUCT_OFFSET (CsPairRow, cards[LEFT]));
  gtk_widget_class_bind_template_child_full (widget_class, "right", FALSE,
                                             G_STRUCT_OFFSET (CsPairRow, cards[RIGHT]));
  gtk_widget_class_bind_template_child_full (widget_class, "left_number", FALSE,
                                             G_STRUCT_OFFSET (CsPairRow, numbers[LEFT]));
  gtk_widget_class_bind_template_child_full (widget_class, "right_number", FALSE,
                                             G_STRUCT_OFFSET (CsPairRow, numbers[RIGHT]));
  gtk_widget_class_bind_template_child_full (widget_class, "left_text", FALSE,
                                             G_STRUCT_OFFSET (CsPairRow, texts[LEFT]));
  gtk_widget_class_bind_template_child_full (widget_class, "right_text", FALSE,
                                             G_STRUCT_OFFSET (CsPairRow, texts[RIGHT]));
  gtk_widget_class_bind_template_child (widget_class, CsPairRow, middle);
  gtk_widget_class_bind_template_child (widget_class, CsPairRow, sign);
  gtk_widget_class_bind_template_child (widget_class, CsPairRow, words);
  gtk_widget_class_set_css_name (widget_class, "pair-row");
}

static void
cs_pair_row_init (CsPairRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

GtkWidget *
cs_pair_row_new (void)
{
  return g_object_new (CS_TYPE_PAIR_ROW, NULL);
}
