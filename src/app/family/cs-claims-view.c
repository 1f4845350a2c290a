#include "cs-claims-view.h"

#include <glib/gi18n-lib.h>

#include "../../report/family/cs-family-words.h"
#include "../../service/library/cs-family-claims.h"
#include "../preexam/cs-pair-layout.h"
#include "cs-family-cells.h"
#include "cs-legal-words.h"
#include "cs-pair-row.h"
#include "cs-sides.h"

struct _CsClaimsView
{
  AdwBin parent_instance;

  GtkStack *pages;
  AdwStatusPage *empty;
  GtkDropDown *choices[CS_N_SIDES];
  GtkImage *shapes[CS_N_SIDES];
  GtkLabel *states[CS_N_SIDES];
  GtkListView *list;
  GtkLabel *how;
  GtkWidget *value_legend;
  GtkCheckButton *only_different;

  CsFamilyView *family; /* nullable */
  CsFamily *shown;      /* the sides lie in it */
  GArray *sides;        /* of CsClaimSide */
  GListStore *pairs;    /* nullable */
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  GCancellable *comparing; /* nullable */
  guint n_differences;
  gboolean updating; /* the choices, which is no choice of the user */
};

enum
{
  PROP_0,
  PROP_N_DIFFERENCES,
  PROP_BUSY,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CsClaimsView, cs_claims_view, ADW_TYPE_BIN)

/* --- pairs --- */

static void
on_setup (CsClaimsView *view, GtkListItem *item)
{
  gtk_list_item_set_child (item, cs_pair_row_new ());
}

static void
on_bind (CsClaimsView *view, GtkListItem *item)
{
  cs_pair_row_set (CS_PAIR_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static gboolean
is_shown (gpointer item, gpointer data)
{
  CsClaimsView *view = data;

  return !gtk_check_button_get_active (view->only_different) || cs_pair_item_is_different (item);
}

static void
on_only_different (CsClaimsView *view)
{
  if (view->filtered != NULL)
    gtk_filter_changed (gtk_filter_list_model_get_filter (view->filtered),
                        GTK_FILTER_CHANGE_DIFFERENT);
}

static void
show_pairs (CsClaimsView *view, CsClaimComparison *comparison)
{
  GtkCustomFilter *filter = gtk_custom_filter_new (is_shown, view, NULL);

  g_clear_object (&view->pairs);
  view->pairs = cs_pair_items_new (comparison);
  g_clear_object (&view->filtered);
  view->filtered =
      gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (view->pairs)), GTK_FILTER (filter));
  g_clear_object (&view->selection);
  view->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (view->selection, FALSE); /* else it is before it is asked */
  gtk_single_selection_set_can_unselect (view->selection, TRUE);
  gtk_single_selection_set_model (view->selection, G_LIST_MODEL (view->filtered));
  gtk_list_view_set_model (view->list, GTK_SELECTION_MODEL (view->selection));
}

static guint
count_differences (CsClaimsView *view)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (view->pairs));
  guint n_different = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CsPairItem) item = g_list_model_get_item (G_LIST_MODEL (view->pairs), i);

      if (cs_pair_item_is_different (item))
        n_different++;
    }

  return n_different;
}

/* Colours of the marks are those of the style they were made in. */
static void
on_style (CsClaimsView *view)
{
  if (view->selection == NULL)
    return;

  gtk_list_view_set_model (view->list, NULL);
  gtk_list_view_set_model (view->list, GTK_SELECTION_MODEL (view->selection));
}

/* --- comparing --- */

static void
show_how (CsClaimsView *view, CsClaimComparison *comparison)
{
  gboolean is_abreast = cs_claim_comparison_is_abreast (comparison);
  g_autofree char *count = NULL;
  g_autofree char *how = NULL;

  gtk_widget_set_visible (view->value_legend, is_abreast);
  if (view->sides->len == 1)
    {
      gtk_label_set_text (view->how, _ ("The library has claims of this document only"));
      return;
    }

  count = view->n_differences == 0 ?
              g_strdup (_ ("No differences")) :
              g_strdup_printf (ngettext ("%u pair differs", "%u pairs differ", view->n_differences),
                               view->n_differences);
  if (is_abreast)
    how = g_strdup_printf ("%s · %s", count,
                           _ ("two languages: paired by number and features, words not compared"));
  gtk_label_set_text (view->how, is_abreast ? how : count);
}

static void
on_compared (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsClaimsView) view = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsClaimComparison) comparison =
      cs_claim_sides_compare_finish (CS_LIBRARY_SERVICE (service), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != view->comparing || view->list == NULL)
    return; /* others were chosen meanwhile, or nobody looks any more */

  g_clear_object (&view->comparing);
  if (comparison != NULL)
    {
      show_pairs (view, comparison);
      view->n_differences = count_differences (view);
      show_how (view, comparison);
      g_object_notify_by_pspec (G_OBJECT (view), properties[PROP_N_DIFFERENCES]);
    }
  else
    gtk_label_set_text (view->how, error->message);
  g_object_notify_by_pspec (G_OBJECT (view), properties[PROP_BUSY]);
}

static const CsClaimSide *
get_side (CsClaimsView *view, guint side)
{
  guint index = gtk_drop_down_get_selected (view->choices[side]);

  return view->sides != NULL && index < view->sides->len ?
             &g_array_index (view->sides, CsClaimSide, index) :
             NULL;
}

static void
show_state (CsClaimsView *view, guint n, const CsClaimSide *side)
{
  CsLegalState state = side->application->status.state;

  cs_legal_state_show (view->shapes[n], state);
  gtk_label_set_text (view->states[n], cs_legal_state_get_word (state));
  gtk_widget_set_tooltip_text (GTK_WIDGET (view->shapes[n]), cs_legal_state_get_word (state));
}

static void
compare (CsClaimsView *view)
{
  const CsClaimSide *left = get_side (view, CS_LEFT);
  const CsClaimSide *right = get_side (view, CS_RIGHT);

  if (view->updating || left == NULL || right == NULL)
    return;

  show_state (view, CS_LEFT, left);
  show_state (view, CS_RIGHT, right);
  g_cancellable_cancel (view->comparing);
  g_clear_object (&view->comparing);
  view->comparing = g_cancellable_new ();
  cs_claim_sides_compare_async (cs_family_view_get_service (view->family), left, right,
                                view->comparing, on_compared, g_object_ref (view));
  g_object_notify_by_pspec (G_OBJECT (view), properties[PROP_BUSY]);
}

static void
on_swap (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsClaimsView *view = CS_CLAIMS_VIEW (widget);
  guint left = gtk_drop_down_get_selected (view->choices[CS_LEFT]);
  guint right = gtk_drop_down_get_selected (view->choices[CS_RIGHT]);

  view->updating = TRUE;
  gtk_drop_down_set_selected (view->choices[CS_LEFT], right);
  gtk_drop_down_set_selected (view->choices[CS_RIGHT], left);
  view->updating = FALSE;
  compare (view);
}

/* --- differences --- */

static gboolean
differs (CsClaimsView *view, guint position)
{
  g_autoptr (CsPairItem) item =
      g_list_model_get_item (G_LIST_MODEL (view->selection), position);

  return item != NULL && cs_pair_item_is_different (item);
}

void
cs_claims_view_go (CsClaimsView *view, gboolean forward)
{
  guint n = view->selection == NULL ? 0 :
                                      g_list_model_get_n_items (G_LIST_MODEL (view->selection));
  guint from = n == 0 ? 0 : gtk_single_selection_get_selected (view->selection);

  if (from == GTK_INVALID_LIST_POSITION)
    from = forward ? n - 1 : 0;
  for (guint step = 1; step <= n; step++)
    {
      guint at = (from + (forward ? step : n - step)) % n;

      if (!differs (view, at))
        continue;
      gtk_single_selection_set_selected (view->selection, at);
      gtk_widget_activate_action (GTK_WIDGET (view->list), "list.scroll-to-item", "u", at);
      return;
    }
}

static void
on_next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_claims_view_go (CS_CLAIMS_VIEW (widget), TRUE);
}

static void
on_previous (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_claims_view_go (CS_CLAIMS_VIEW (widget), FALSE);
}

/* --- choices --- */

static char *
dup_side_name (const CsClaimSide *side)
{
  g_autofree char *date = cs_office_date_dup_text (side->publication->number->date);

  return g_strdup_printf ("%s · %s · %s", side->publication->number->printed, date, side->language);
}

static GtkStringList *
create_names (const GArray *sides)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < sides->len; i++)
    gtk_string_list_take (names, dup_side_name (&g_array_index (sides, CsClaimSide, i)));

  return names;
}

/* Returns: index of the side that is called so, @other when there is none */
static guint
find_side (GtkStringList *names, const char *name, guint other)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (names));

  for (guint i = 0; name != NULL && i < n; i++)
    if (g_str_equal (gtk_string_list_get_string (names, i), name))
      return i;

  return other;
}

static const char *
get_chosen_name (GtkDropDown *choice)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (choice);

  return chosen == NULL ? NULL : gtk_string_object_get_string (chosen);
}

static void
show_choices (CsClaimsView *view, const guint wanted[CS_N_SIDES])
{
  g_autoptr (GtkStringList) names = create_names (view->sides);

  view->updating = TRUE;
  for (guint side = CS_LEFT; side < CS_N_SIDES; side++)
    {
      g_autofree char *before = g_strdup (get_chosen_name (view->choices[side]));

      gtk_drop_down_set_model (view->choices[side], G_LIST_MODEL (names));
      gtk_drop_down_set_selected (view->choices[side], find_side (names, before, wanted[side]));
    }
  view->updating = FALSE;
}

void
cs_claims_view_show (CsClaimsView *view, CsFamilyView *family)
{
  guint wanted[CS_N_SIDES];
  gboolean has_claims;

  g_set_object (&view->family, family);
  g_clear_pointer (&view->sides, g_array_unref);
  g_clear_pointer (&view->shown, cs_family_unref);
  view->shown = cs_family_ref ((CsFamily *)cs_family_view_get_family (family));
  view->sides = cs_claim_sides_new (view->shown);
  has_claims = cs_claim_sides_choose (view->sides, &wanted[CS_LEFT], &wanted[CS_RIGHT]);
  gtk_stack_set_visible_child_name (view->pages, has_claims ? "pairs" : "empty");
  if (!has_claims)
    return;

  show_choices (view, wanted);
  compare (view);
}

/* --- the object --- */

static void
cs_claims_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CsClaimsView *view = CS_CLAIMS_VIEW (object);

  if (id == PROP_N_DIFFERENCES)
    g_value_set_uint (value, view->n_differences);
  else
    g_value_set_boolean (value, view->comparing != NULL);
}

static void
cs_claims_view_dispose (GObject *object)
{
  CsClaimsView *view = CS_CLAIMS_VIEW (object);

  view->updating = TRUE;
  g_cancellable_cancel (view->comparing);
  g_clear_object (&view->comparing);
  if (view->list != NULL)
    gtk_list_view_set_model (view->list, NULL);
  g_clear_object (&view->selection);
  g_clear_object (&view->filtered);
  g_clear_object (&view->pairs);
  g_clear_object (&view->family);
  g_clear_pointer (&view->sides, g_array_unref);
  g_clear_pointer (&view->shown, cs_family_unref);
  adw_bin_set_child (ADW_BIN (view), NULL); /* the template would leave it a pointer to nothing */
  gtk_widget_dispose_template (GTK_WIDGET (view), CS_TYPE_CLAIMS_VIEW);

  G_OBJECT_CLASS (cs_claims_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *class)
{
  gtk_widget_class_set_template_from_resource (
      class, "/io/github/claimsmith/Claimsmith/ui/cs-claims-view.ui");
  gtk_widget_class_bind_template_child (class, CsClaimsView, pages);
  gtk_widget_class_bind_template_child (class, CsClaimsView, empty);
  cs_template_bind_sides (class, "choice", G_STRUCT_OFFSET (CsClaimsView, choices));
  cs_template_bind_sides (class, "shape", G_STRUCT_OFFSET (CsClaimsView, shapes));
  cs_template_bind_sides (class, "state", G_STRUCT_OFFSET (CsClaimsView, states));
  gtk_widget_class_bind_template_child (class, CsClaimsView, list);
  gtk_widget_class_bind_template_child (class, CsClaimsView, how);
  gtk_widget_class_bind_template_child (class, CsClaimsView, value_legend);
  gtk_widget_class_bind_template_child (class, CsClaimsView, only_different);
  gtk_widget_class_bind_template_callback (class, compare);
  gtk_widget_class_bind_template_callback (class, on_setup);
  gtk_widget_class_bind_template_callback (class, on_bind);
  gtk_widget_class_bind_template_callback (class, on_only_different);
}

static void
cs_claims_view_class_init (CsClaimsViewClass *class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = cs_claims_view_get_property;
  object_class->dispose = cs_claims_view_dispose;

  properties[PROP_N_DIFFERENCES] =
      g_param_spec_uint ("n-differences", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (CS_TYPE_PAIR_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "claims.swap", NULL, on_swap);
  gtk_widget_class_install_action (widget_class, "claims.next", NULL, on_next);
  gtk_widget_class_install_action (widget_class, "claims.previous", NULL, on_previous);
}

static void
cs_claims_view_init (CsClaimsView *view)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (view));
  for (guint side = CS_LEFT; side < CS_N_SIDES; side++)
    cs_choice_cut_off (view->choices[side]);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (on_style), view,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (on_style), view,
                           G_CONNECT_SWAPPED);
}
