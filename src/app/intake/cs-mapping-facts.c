#include "cs-mapping-facts.h"

#include <glib/gi18n-lib.h>

#include "../widgets/cs-shape.h"

#define MAX_WARNINGS 3 /* that are shown */

struct _CsMappingFacts
{
  GtkWidget parent_instance;

  /* template */
  GtkLabel *platform;
  GtkWidget *untried;
  GtkLabel *columns;
  GtkBox *warnings;
};

G_DEFINE_FINAL_TYPE (CsMappingFacts, cs_mapping_facts, GTK_TYPE_WIDGET)

static void
show_platform (CsMappingFacts *facts, const CsTableMap *map)
{
  const CsTablePlatform *platform = map->platform;
  gboolean is_any = g_str_equal (platform->id, "any");
  g_autofree char *text =
      /* Translators: the name of a search platform */
      is_any ? NULL : g_strdup_printf (_ ("It looks like an export of %s"), platform->name);

  gtk_label_set_label (facts->platform,
                       is_any ? _ ("A table of no search platform that is known") : text);
  gtk_widget_set_visible (facts->untried, !is_any && !platform->is_tried);
}

static char *
describe_columns (const CsTableMap *map)
{
  guint n_unknown = map->columns->len - map->n_known;
  g_autofree char *all =
      g_strdup_printf (ngettext ("%u column", "%u columns", map->columns->len), map->columns->len);
  g_autofree char *unknown = NULL;

  if (n_unknown == 0)
    /* Translators: "18 columns, all of them known" */
    return g_strdup_printf (_ ("%s, all of them known"), all);

  unknown = g_strdup_printf (ngettext ("%u with a name that is not known is kept as it is",
                                       "%u with names that are not known are kept as they are",
                                       n_unknown),
                             n_unknown);

  /* Translators: "18 columns, 2 with names that are not known are kept as they are" */
  return g_strdup_printf (_ ("%s, %s"), all, unknown);
}

static char *
describe_head (const CsTableMap *map)
{
  g_autofree char *columns = describe_columns (map);
  g_autofree char *line = NULL;

  if (map->header_line == 0)
    line = g_strdup (_ ("no line with names was found"));
  else
    line = g_strdup_printf (_ ("names in line %u"), map->header_line);

  return g_strdup_printf ("%s · %s", columns, line);
}

/* Messages begin small. */
static char *
capitalise (const char *text)
{
  const char *rest = g_utf8_next_char (text);
  g_autofree char *first = g_utf8_strup (text, rest - text);

  return g_strconcat (first, rest, NULL);
}

/* The label is higher than any of its lines: GTK 4.8 takes the height of a box with a picture for
 * wrong when fonts of two scripts differ by a pixel. */
static void
add_warning (CsMappingFacts *facts, const char *text, CsSeverity severity)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *shape = gtk_image_new ();
  g_autofree char *words = capitalise (text);
  GtkWidget *label = gtk_label_new (words);

  cs_shape_show (GTK_IMAGE (shape), severity, TRUE);
  gtk_widget_set_valign (shape, GTK_ALIGN_START);
  gtk_widget_set_margin_top (shape, 4);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "cs-mapping-warning");
  gtk_box_append (GTK_BOX (box), shape);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (facts->warnings, box);
}

static void
show_warnings (CsMappingFacts *facts, const CsTableMap *map)
{
  const char *obstacle = cs_table_map_get_obstacle (map);
  char **warnings = map->warnings;
  GtkWidget *child;
  guint n_shown = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (facts->warnings))) != NULL)
    gtk_box_remove (facts->warnings, child);

  for (; *warnings != NULL && n_shown < MAX_WARNINGS; warnings++, n_shown++)
    add_warning (facts, *warnings,
                 g_strcmp0 (*warnings, obstacle) == 0 ? CS_SEVERITY_ERROR : CS_SEVERITY_WARNING);
  gtk_widget_set_visible (GTK_WIDGET (facts->warnings), n_shown > 0);
}

void
cs_mapping_facts_show (CsMappingFacts *facts, const CsTableMap *map)
{
  g_autofree char *head = describe_head (map);

  show_platform (facts, map);
  gtk_label_set_label (facts->columns, head);
  show_warnings (facts, map);
  gtk_widget_set_visible (GTK_WIDGET (facts), TRUE);
}

static void
cs_mapping_facts_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cs_mapping_facts_parent_class)->dispose (object);
}

static void
cs_mapping_facts_class_init (CsMappingFactsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = cs_mapping_facts_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-mapping-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, CsMappingFacts, platform);
  gtk_widget_class_bind_template_child (widget_class, CsMappingFacts, untried);
  gtk_widget_class_bind_template_child (widget_class, CsMappingFacts, columns);
  gtk_widget_class_bind_template_child (widget_class, CsMappingFacts, warnings);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cs_mapping_facts_init (CsMappingFacts *facts)
{
  gtk_widget_init_template (GTK_WIDGET (facts));
}
