#include <glib/gi18n-lib.h>

#include "cs-pair-marks.h"
#include "cs-sides.h"

#define MIDDLE_WIDTH 92
#define SIDE_LEAST 200 /* of a claim beside another one */
#define GAP 6
#define PAD_X 14 /* of a card */
#define PAD_Y 9
#define CELL_GAP 5
#define NUMBER_GAP 8

struct _CsPairRow
{
  GtkWidget parent_instance;

  GtkWidget *cards[CS_N_SIDES]; /* behind the words */
  GtkLabel *numbers[CS_N_SIDES];
  GPtrArray *cells[CS_N_SIDES]; /* of GtkLabel; as many on both sides */
  GtkWidget *middle;
  GtkLabel *sign;
  GtkLabel *words;

  CsPairItem *item; /* nullable */
};

G_DEFINE_FINAL_TYPE (CsPairRow, cs_pair_row, GTK_TYPE_WIDGET)

/* --- what it shows --- */

static GMenuModel *
create_menu (guint side)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Copy the Whole Claim"),
                 side == CS_LEFT ? "pair.copy-left" : "pair.copy-right");

  return G_MENU_MODEL (menu);
}

static void
add_cell (CsPairRow *row, guint side)
{
  g_autoptr (GMenuModel) menu = create_menu (side);
  GtkWidget *cell = gtk_label_new (NULL);

  gtk_widget_set_valign (cell, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (cell), 0);
  gtk_label_set_wrap (GTK_LABEL (cell), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (cell), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (cell), TRUE);
  gtk_label_set_extra_menu (GTK_LABEL (cell), menu);
  gtk_widget_set_parent (cell, GTK_WIDGET (row));
  g_ptr_array_add (row->cells[side], cell);
}

static void
set_n_cells (CsPairRow *row, guint n)
{
  while (row->cells[CS_LEFT]->len < n)
    for (guint side = CS_LEFT; side < CS_N_SIDES; side++)
      add_cell (row, side);
  if (row->cells[CS_LEFT]->len > n)
    for (guint side = CS_LEFT; side < CS_N_SIDES; side++)
      g_ptr_array_set_size (row->cells[side], (gint)n);
}

static void
show_cell (CsPairRow *row, CsPairItem *item, guint side, guint index)
{
  const CsClaim *claim = cs_pair_item_get_claim (item, side == CS_LEFT);
  CsRange range = cs_pair_item_get_cell (item, side == CS_LEFT, index);
  GtkLabel *cell = row->cells[side]->pdata[index];
  g_autofree char *text = NULL;
  PangoAttrList *marks;

  gtk_label_set_attributes (cell, NULL); /* they may lie behind the new text */
  if (claim == NULL || cs_range_is_empty (range))
    {
      gtk_widget_add_css_class (GTK_WIDGET (cell), "dim-label");
      gtk_label_set_text (cell, _ ("No counterpart"));
      return;
    }

  text = cs_claim_dup_range (claim, range);
  marks = cs_pair_marks_new (GTK_WIDGET (row), item, side == CS_LEFT, index);
  gtk_widget_remove_css_class (GTK_WIDGET (cell), "dim-label");
  gtk_label_set_text (cell, text);
  gtk_label_set_attributes (cell, marks);
  pango_attr_list_unref (marks);
}

static void
show_side (CsPairRow *row, CsPairItem *item, guint side)
{
  const CsClaim *claim = cs_pair_item_get_claim (item, side == CS_LEFT);
  g_autofree char *number = NULL;

  number = claim != NULL && claim->number > 0 ? g_strdup_printf ("%u.", claim->number) :
                                                g_strdup ("");
  gtk_label_set_text (row->numbers[side], number);
  gtk_widget_set_visible (row->cards[side], claim != NULL);
  for (guint i = 0; i < row->cells[side]->len; i++)
    show_cell (row, item, side, i);
}

static void
show_middle (CsPairRow *row, CsPairItem *item)
{
  g_autofree char *words = cs_pair_dup_words (item);
  g_autofree char *description = cs_pair_dup_description (item);

  gtk_label_set_text (row->sign, cs_pair_get_sign (item));
  gtk_label_set_text (row->words, words);
  gtk_widget_set_tooltip_text (row->middle, *description != '\0' ? description : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

void
cs_pair_row_set (CsPairRow *row, CsPairItem *item)
{
  if (item == NULL)
    return;

  g_set_object (&row->item, item);
  set_n_cells (row, cs_pair_item_get_n_cells (item));
  show_side (row, item, CS_LEFT);
  show_side (row, item, CS_RIGHT);
  show_middle (row, item);
}

/* --- copying --- */

static void
on_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsPairRow *row = CS_PAIR_ROW (widget);
  const CsClaim *claim = NULL;
  g_autofree char *text = NULL;

  if (row->item != NULL)
    claim = cs_pair_item_get_claim (row->item, g_str_equal (name, "pair.copy-left"));
  if (claim == NULL)
    return;

  text = claim->number > 0 ?
             g_strdup_printf ("%u. %.*s", claim->number, (int)claim->n_bytes, claim->text) :
             g_strndup (claim->text, claim->n_bytes);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
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

/* Where words begin in a card, behind the longer number. */
static int
get_indent (CsPairRow *row)
{
  int most = 0;

  for (guint side = CS_LEFT; side < CS_N_SIDES; side++)
    {
      int width;

      gtk_widget_measure (GTK_WIDGET (row->numbers[side]), GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                          &width, NULL, NULL);
      most = MAX (most, width);
    }

  return PAD_X + most;
}

/* Heights of the cells of one side, or of what stands abreast: the higher of both. */
typedef struct
{
  CsPairRow *row;
  int width; /* of the words */
  gboolean is_abreast;
} Cells;

static Cells
get_cells (CsPairRow *row, int width)
{
  int words = get_side_width (width) - get_indent (row) - PAD_X;

  return (Cells){ row, MAX (words, 1), !is_stacked (width) };
}

static int
get_cell_height (const Cells *cells, guint side, guint index)
{
  GPtrArray *const *all = cells->row->cells;
  int height = get_height (all[side]->pdata[index], cells->width);

  if (!cells->is_abreast)
    return height;

  return MAX (height, get_height (all[1 - side]->pdata[index], cells->width));
}

static int
get_side_height (const Cells *cells, guint side)
{
  guint n = cells->row->cells[side]->len;
  int height = 2 * PAD_Y + (int)(MAX (n, 1) - 1) * CELL_GAP;

  for (guint i = 0; i < n; i++)
    height += get_cell_height (cells, side, i);

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
  Cells cells = get_cells (row, width);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = SIDE_LEAST;
      *natural = 4 * SIDE_LEAST;
      return;
    }

  if (is_stacked (width))
    *minimum = get_side_height (&cells, CS_LEFT) + get_side_height (&cells, CS_RIGHT) +
               get_height (row->middle, width) + 2 * GAP;
  else
    *minimum = MAX (get_side_height (&cells, CS_LEFT), get_height (row->middle, MIDDLE_WIDTH));
  *natural = *minimum;
}

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

/* @area: of the card */
static void
allocate_side (const Cells *cells, guint side, const GtkAllocation *area)
{
  CsPairRow *row = cells->row;
  int indent = get_indent (row);
  int y = area->y + PAD_Y;

  if (gtk_widget_get_visible (row->cards[side]))
    gtk_widget_size_allocate (row->cards[side], area, -1);
  allocate (GTK_WIDGET (row->numbers[side]), area->x + PAD_X, y, indent - PAD_X,
            get_height (GTK_WIDGET (row->numbers[side]), indent - PAD_X));
  for (guint i = 0; i < row->cells[side]->len; i++)
    {
      int height = get_cell_height (cells, side, i);

      allocate (row->cells[side]->pdata[i], area->x + indent, y, cells->width, height);
      y += height + CELL_GAP;
    }
}

static void
cs_pair_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CsPairRow *row = CS_PAIR_ROW (widget);
  Cells cells = get_cells (row, width);
  int side = get_side_width (width);
  int left = get_side_height (&cells, CS_LEFT);
  int middle = get_height (row->middle, is_stacked (width) ? width : MIDDLE_WIDTH);
  int below = left + middle + 2 * GAP;

  if (!is_stacked (width))
    {
      allocate_side (&cells, CS_LEFT, &(GtkAllocation){ 0, 0, side, height });
      allocate (row->middle, side + GAP, 0, MIDDLE_WIDTH, height);
      allocate_side (&cells, CS_RIGHT, &(GtkAllocation){ width - side, 0, side, height });
      return;
    }

  allocate_side (&cells, CS_LEFT, &(GtkAllocation){ 0, 0, width, left });
  allocate (row->middle, 0, left + GAP, width, middle);
  allocate_side (&cells, CS_RIGHT,
                 &(GtkAllocation){ 0, below, width, get_side_height (&cells, CS_RIGHT) });
}

/* --- the object --- */

static void
cs_pair_row_dispose (GObject *object)
{
  CsPairRow *row = CS_PAIR_ROW (object);

  g_clear_object (&row->item);
  for (guint side = CS_LEFT; side < CS_N_SIDES; side++)
    g_clear_pointer (&row->cells[side], g_ptr_array_unref);
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
  cs_template_bind_sides (widget_class, "card", G_STRUCT_OFFSET (CsPairRow, cards));
  cs_template_bind_sides (widget_class, "number", G_STRUCT_OFFSET (CsPairRow, numbers));
  gtk_widget_class_bind_template_child (widget_class, CsPairRow, middle);
  gtk_widget_class_bind_template_child (widget_class, CsPairRow, sign);
  gtk_widget_class_bind_template_child (widget_class, CsPairRow, words);
  gtk_widget_class_set_css_name (widget_class, "pair-row");
  gtk_widget_class_install_action (widget_class, "pair.copy-left", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "pair.copy-right", NULL, on_copy);
}

static void
cs_pair_row_init (CsPairRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
  for (guint side = CS_LEFT; side < CS_N_SIDES; side++)
    row->cells[side] = g_ptr_array_new_with_free_func ((GDestroyNotify)gtk_widget_unparent);
  set_n_cells (row, 1);
}

GtkWidget *
cs_pair_row_new (void)
{
  return g_object_new (CS_TYPE_PAIR_ROW, NULL);
}
