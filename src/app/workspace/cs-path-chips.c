#include <glib/gi18n-lib.h>

#include "cs-path-chips.h"

#define CHIPS_PER_LINE 5

struct _CsPathChips
{
  GtkBox parent_instance;

  CsDocument *document;
};

G_DEFINE_FINAL_TYPE (CsPathChips, cs_path_chips, GTK_TYPE_BOX)

static void
on_clicked (GtkButton *button, CsPathChips *chips)
{
  guint claim = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "claim"));
  guint start = cs_document_map_unit (chips->document, CS_PART_CLAIMS, claim, NULL);

  cs_document_go_to (chips->document, CS_PART_CLAIMS, start, start, FALSE);
}

static GtkWidget *
chip_new (CsPathChips *chips, guint claim, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *tip = g_strdup_printf (_ ("Go to claim %u"), number);
  GtkWidget *chip = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (chip, "cs-chip");
  gtk_widget_add_css_class (chip, "numeric");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (chip, tip);
  g_object_set_data (G_OBJECT (chip), "claim", GUINT_TO_POINTER (claim));
  g_signal_connect (chip, "clicked", G_CALLBACK (on_clicked), chips);

  return chip;
}

static void
append_label (GtkWidget *line, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (line), label);
}

static void
clear (CsPathChips *chips)
{
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (GTK_WIDGET (chips))) != NULL)
    gtk_box_remove (GTK_BOX (chips), line);
}

/* The claims of a long path that are left out stand before its last one. */
static gboolean
is_left_out (guint at, guint length, guint max_chips)
{
  return length > max_chips && at + 1 >= max_chips && at + 1 < length;
}

/* What stands before chip @at. */
static const char *
get_lead (guint at, guint length, guint max_chips)
{
  if (at == 0)
    return _ ("Claim");

  return is_left_out (at - 1, length, max_chips) ? "… →" : "→";
}

void
cs_path_chips_show (CsPathChips *chips,
                    CsDocument *document,
                    const CsFindingView *view,
                    const GArray *path,
                    guint max_chips)
{
  GtkWidget *line = NULL;
  guint n_chips = 0;

  g_set_object (&chips->document, document);
  clear (chips);
  gtk_widget_set_visible (GTK_WIDGET (chips), path->len > 1);
  for (guint i = 0; path->len > 1 && i < path->len; i++)
    {
      guint claim = g_array_index (path, guint, i);
      guint number;

      if (is_left_out (i, path->len, max_chips))
        continue;
      if (n_chips++ % CHIPS_PER_LINE == 0)
        {
          line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
          gtk_box_append (GTK_BOX (chips), line);
        }
      append_label (line, get_lead (i, path->len, max_chips));
      number = cs_exam_result_get_claim_number (view->result, claim);
      gtk_box_append (GTK_BOX (line), chip_new (chips, claim, number));
    }
}

static void
cs_path_chips_dispose (GObject *object)
{
  CsPathChips *chips = CS_PATH_CHIPS (object);

  clear (chips);
  g_clear_object (&chips->document);

  G_OBJECT_CLASS (cs_path_chips_parent_class)->dispose (object);
}

static void
cs_path_chips_class_init (CsPathChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cs_path_chips_dispose;
}

static void
cs_path_chips_init (CsPathChips *chips)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (chips), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (chips), 4);
}
