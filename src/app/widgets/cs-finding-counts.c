#include "cs-finding-counts.h"

#include <glib/gi18n-lib.h>

#include "cs-shape.h"

#define COLUMN_WIDTH 40 /* px: a shape and three digits */

typedef struct
{
  GtkWidget *box;
  GtkWidget *image;
  GtkWidget *label;
} Pair;

struct _CsFindingCounts
{
  GtkWidget parent_instance;

  Pair counts[CS_N_SEVERITIES];
  Pair state;
};

G_DEFINE_FINAL_TYPE (CsFindingCounts, cs_finding_counts, GTK_TYPE_WIDGET)

static void
cs_finding_counts_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cs_finding_counts_parent_class)->dispose (object);
}

static void
cs_finding_counts_class_init (CsFindingCountsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cs_finding_counts_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static Pair
make_pair (CsFindingCounts *counts, const char *icon, const char *css_class)
{
  Pair pair = {
    .box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5),
    .image = gtk_image_new_from_icon_name (icon),
    .label = gtk_label_new (NULL),
  };

  gtk_image_set_pixel_size (GTK_IMAGE (pair.image), 14);
  gtk_widget_add_css_class (pair.image, css_class);
  gtk_widget_add_css_class (pair.label, "numeric");
  gtk_box_append (GTK_BOX (pair.box), pair.image);
  gtk_box_append (GTK_BOX (pair.box), pair.label);
  gtk_widget_set_parent (pair.box, GTK_WIDGET (counts));

  return pair;
}

static void
cs_finding_counts_init (CsFindingCounts *counts)
{
  const guint none[CS_N_SEVERITIES] = { 0 };

  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    {
      counts->counts[i] =
          make_pair (counts, cs_shape_get_icon (i, TRUE), cs_shape_get_css_class (i));
      gtk_widget_set_size_request (counts->counts[i].box, COLUMN_WIDTH, -1);
    }
  counts->state = make_pair (counts, "cs-pending-symbolic", "cs-neutral");
  gtk_widget_add_css_class (counts->state.label, "dim-label");

  cs_finding_counts_set (counts, FALSE, none);
}

GtkWidget *
cs_finding_counts_new (void)
{
  return g_object_new (CS_TYPE_FINDING_COUNTS, NULL);
}

static void
show_state (Pair *state, gboolean examined)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (state->image),
                                examined ? "cs-passed-symbolic" : "cs-pending-symbolic");
  gtk_widget_set_css_classes (state->image, (const char *[]){
                                                examined ? "cs-passed" : "cs-neutral", NULL });
  gtk_label_set_label (GTK_LABEL (state->label),
                       examined ? _ ("No findings") : _ ("Not checked"));
}

static void
show_count (Pair *pair, guint n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  gtk_widget_set_visible (pair->image, n > 0);
  gtk_label_set_label (GTK_LABEL (pair->label), n > 0 ? text : "");
}

void
cs_finding_counts_set (CsFindingCounts *counts, gboolean examined, const guint *n_findings)
{
  g_autofree char *text = cs_finding_counts_dup_text (examined, n_findings);
  gboolean any = FALSE;

  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    any |= examined && n_findings[i] > 0;
  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    {
      show_count (&counts->counts[i], n_findings[i]);
      gtk_widget_set_visible (counts->counts[i].box, any);
    }
  gtk_widget_set_visible (counts->state.box, !any);
  show_state (&counts->state, examined);

  gtk_accessible_update_property (GTK_ACCESSIBLE (counts), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

char *
cs_finding_counts_dup_text (gboolean examined, const guint *n_findings)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (!examined)
    return g_strdup (_ ("Not checked"));

  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    if (n_findings[i] > 0)
      g_ptr_array_add (words, cs_shape_dup_count (i, n_findings[i]));
  if (words->len == 0)
    return g_strdup (_ ("No findings"));

  g_ptr_array_add (words, NULL);

  /* Translators: between the parts of a list, as in "3 must fix, 2 hints" */
  return g_strjoinv (_ (", "), (char **)words->pdata);
}
