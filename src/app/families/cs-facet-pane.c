#include "cs-facet-pane.h"

#include <glib/gi18n-lib.h>

#include "../../service/library/cs-facet-words.h"
#include "../widgets/cs-family-shape.h"

#define N_SHORT 6 /* values of a facet shown unless more are wanted */

/* One facet as it is shown. */
typedef struct
{
  CsFacetPane *pane;
  CsFacet facet;
  GtkWidget *box;
  GtkWidget *rows; /* a box of check boxes */
  GtkWidget *more;
  GPtrArray *values; /* of CsFacetValue */
  char *query;       /* for which the values are */
  gboolean is_long;
} Group;

struct _CsFacetPane
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *clear;
  Group groups[CS_N_FACETS];
  CsFamilyList *list;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (CsFacetPane, cs_facet_pane, GTK_TYPE_WIDGET)

#define VALUE "cs-facet-value"

static const CsFacet order[CS_N_FACETS] = {
  CS_FACET_OFFICE,
  CS_FACET_YEAR,
  CS_FACET_STATUS,
  CS_FACET_APPLICANT,
  CS_FACET_CLASS,
  CS_FACET_TAG,
  CS_FACET_POOL,
};

/* --- rows --- */

static void
on_toggled (GtkCheckButton *button, CsFacetPane *pane)
{
  const CsFacetValue *value = g_object_get_data (G_OBJECT (button), VALUE);

  if (!pane->is_updating && value != NULL)
    cs_family_list_set_filter (pane->list, value, gtk_check_button_get_active (button));
}

/* The count stands beside the words, not behind them: counts are below each other. */
static GtkWidget *
make_row (CsFacetPane *pane)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "cs-facet");
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), pane);

  return button;
}

static CsFamilyStatus
get_status (const CsFacetValue *value)
{
  guint64 status = g_ascii_strtoull (value->key, NULL, 10);

  return status < CS_N_FAMILY_STATUSES ? (CsFamilyStatus)status : CS_FAMILY_UNKNOWN;
}

static const char *
get_label (const CsFacetValue *value)
{
  if (value->facet == CS_FACET_STATUS)
    return cs_family_status_get_label (get_status (value));

  return value->label;
}

static void
show_value (CsFacetPane *pane, GtkWidget *row, const CsFacetValue *value)
{
  GtkWidget *box = gtk_check_button_get_child (GTK_CHECK_BUTTON (row));
  const char *label = get_label (value);
  g_autofree char *count = g_strdup_printf ("%'u", value->count);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", label, count);

  g_object_set_data_full (G_OBJECT (row), VALUE, cs_facet_value_copy (value),
                          (GDestroyNotify)cs_facet_value_free);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), label);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), count);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row),
                               cs_family_list_has_filter (pane->list, value->facet, value->key));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* --- groups --- */

static gboolean
is_chosen (const Group *group, guint i)
{
  const CsFacetValue *value = group->values->pdata[i];

  return cs_family_list_has_filter (group->pane->list, value->facet, value->key);
}

static gboolean
has_chosen (const Group *group)
{
  for (guint i = 0; i < group->values->len; i++)
    if (is_chosen (group, i))
      return TRUE;

  return FALSE;
}

static void
update_more (Group *group)
{
  gtk_widget_set_visible (group->more, group->values->len > N_SHORT);
  gtk_button_set_label (GTK_BUTTON (group->more), group->is_long ? _ ("less") : _ ("more…"));
}

/* Rows are kept and say something else: the focus stays where it is. */
static void
show_group (Group *group)
{
  GtkWidget *row = gtk_widget_get_first_child (group->rows);

  group->pane->is_updating = TRUE;
  for (guint i = 0; i < group->values->len; i++)
    {
      if (i >= N_SHORT && !group->is_long && !is_chosen (group, i))
        continue;
      if (row == NULL)
        {
          row = make_row (group->pane);
          gtk_box_append (GTK_BOX (group->rows), row);
        }
      show_value (group->pane, row, group->values->pdata[i]);
      row = gtk_widget_get_next_sibling (row);
    }
  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      gtk_box_remove (GTK_BOX (group->rows), row);
      row = next;
    }
  group->pane->is_updating = FALSE;

  gtk_widget_set_visible (group->box, group->values->len > 0);
  update_more (group);
}

static void
on_more (Group *group)
{
  group->is_long = !group->is_long;
  show_group (group);
}

static void
group_init (Group *group, CsFacetPane *pane, guint i)
{
  GtkWidget *title = gtk_label_new (cs_facet_get_title (order[i]));

  group->pane = pane;
  group->facet = order[i];
  group->values = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_facet_value_free);
  group->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  group->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  group->more = gtk_button_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption-heading");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_add_css_class (group->more, "cs-more");
  gtk_widget_set_halign (group->more, GTK_ALIGN_START);
  gtk_widget_set_visible (group->box, FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (group->rows), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  title, NULL, -1);
  g_signal_connect_swapped (group->more, "clicked", G_CALLBACK (on_more), group);
  gtk_box_append (GTK_BOX (group->box), title);
  gtk_box_append (GTK_BOX (group->box), group->rows);
  gtk_box_append (GTK_BOX (group->box), group->more);
  gtk_box_append (GTK_BOX (pane->content), group->box);
}

/* --- what was counted --- */

static gboolean
holds (const GPtrArray *values, const CsFacetValue *value)
{
  for (guint i = 0; i < values->len; i++)
    if (g_str_equal (((const CsFacetValue *)values->pdata[i])->key, value->key))
      return TRUE;

  return FALSE;
}

/* What is chosen can be given up even where nothing has it any more. */
static void
keep_chosen (Group *group, GPtrArray *fresh)
{
  for (guint i = 0; i < group->values->len; i++)
    {
      CsFacetValue *lost;

      if (!is_chosen (group, i) || holds (fresh, group->values->pdata[i]))
        continue;

      lost = cs_facet_value_copy (group->values->pdata[i]);
      lost->count = 0;
      g_ptr_array_add (fresh, lost);
    }
}

/* From what is in force to what nobody knows, as the column has it, whatever their counts. */
static int
compare_statuses (gconstpointer a, gconstpointer b)
{
  static const int ranks[CS_N_FAMILY_STATUSES] = { [CS_FAMILY_IN_FORCE] = 0,
                                                   [CS_FAMILY_PART_IN_FORCE] = 1,
                                                   [CS_FAMILY_PENDING] = 2,
                                                   [CS_FAMILY_ENDED] = 3,
                                                   [CS_FAMILY_UNKNOWN] = 4 };
  const CsFacetValue *left = *(CsFacetValue *const *)a;
  const CsFacetValue *right = *(CsFacetValue *const *)b;

  return ranks[get_status (left)] - ranks[get_status (right)];
}

static void
take_values (Group *group, const GPtrArray *counted, const char *query)
{
  g_autoptr (GPtrArray) fresh =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_facet_value_free);

  if (has_chosen (group) && g_strcmp0 (group->query, query) == 0)
    {
      show_group (group);
      return;
    }

  for (guint i = 0; i < counted->len; i++)
    {
      const CsFacetValue *value = counted->pdata[i];

      if (value->facet == group->facet)
        g_ptr_array_add (fresh, cs_facet_value_copy (value));
    }
  keep_chosen (group, fresh);
  if (group->facet == CS_FACET_STATUS)
    g_ptr_array_sort (fresh, compare_statuses);
  g_ptr_array_unref (group->values);
  group->values = g_steal_pointer (&fresh);
  g_free (group->query);
  group->query = g_strdup (query);
  show_group (group);
}

static void
update (CsFacetPane *pane)
{
  g_autoptr (GPtrArray) counted = NULL;
  g_autoptr (CsHits) hits = NULL;
  gboolean any_chosen = FALSE;

  g_object_get (pane->list, "facets", &counted, "hits", &hits, NULL);
  if (counted == NULL || hits == NULL)
    return;

  for (guint i = 0; i < CS_N_FACETS; i++)
    {
      take_values (&pane->groups[i], counted, hits->query->text);
      any_chosen |= has_chosen (&pane->groups[i]);
    }
  gtk_widget_set_visible (pane->clear, any_chosen);
}

static void
on_empty (CsFacetPane *pane)
{
  gboolean empty;

  g_object_get (pane->list, "empty", &empty, NULL);
  gtk_widget_set_visible (pane->content, !empty);
}

static void
on_clear (CsFacetPane *pane)
{
  cs_family_list_clear_filters (pane->list);
}

/* --- the class --- */

static void
cs_facet_pane_dispose (GObject *object)
{
  CsFacetPane *pane = CS_FACET_PANE (object);

  g_clear_object (&pane->list);
  for (guint i = 0; i < CS_N_FACETS; i++)
    {
      g_clear_pointer (&pane->groups[i].values, g_ptr_array_unref);
      g_clear_pointer (&pane->groups[i].query, g_free);
    }
  g_clear_pointer (&pane->content, gtk_widget_unparent);

  G_OBJECT_CLASS (cs_facet_pane_parent_class)->dispose (object);
}

static void
cs_facet_pane_class_init (CsFacetPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cs_facet_pane_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cs_facet_pane_init (CsFacetPane *pane)
{
  pane->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_add_css_class (pane->content, "cs-facets");
  gtk_widget_set_parent (pane->content, GTK_WIDGET (pane));
  for (guint i = 0; i < CS_N_FACETS; i++)
    group_init (&pane->groups[i], pane, i);

  pane->clear = gtk_button_new_with_label (_ ("Choose nothing"));
  gtk_widget_add_css_class (pane->clear, "cs-more");
  gtk_widget_set_halign (pane->clear, GTK_ALIGN_START);
  gtk_widget_set_visible (pane->clear, FALSE);
  g_signal_connect_swapped (pane->clear, "clicked", G_CALLBACK (on_clear), pane);
  gtk_box_append (GTK_BOX (pane->content), pane->clear);
}

void
cs_facet_pane_set_list (CsFacetPane *pane, CsFamilyList *list)
{
  g_return_if_fail (pane->list == NULL);

  pane->list = g_object_ref (list);
  g_signal_connect_object (list, "notify::facets", G_CALLBACK (update), pane, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::empty", G_CALLBACK (on_empty), pane, G_CONNECT_SWAPPED);
  on_empty (pane);
}
