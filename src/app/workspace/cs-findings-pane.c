#include <glib/gi18n-lib.h>

#include "../widgets/cs-shape.h"
#include "cs-findings-private.h"

#define ENTRIES_AT_FIRST 12
#define ENTRIES_MORE 24
#define DIM_AFTER_MS 500 /* that findings are out of date */

G_DEFINE_FINAL_TYPE (CsFindingsPane, cs_findings_pane, GTK_TYPE_BOX)

enum
{
  PROPERTY_SEVERITIES = 1,
  PROPERTY_AUTHOR,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

/* --- what is shown --- */

static gboolean
get_show_waived (CsFindingsPane *pane)
{
  gboolean show;

  g_object_get (pane->foot, "show-waived", &show, NULL);
  return show;
}

static const CsFindingEntry *
get_chosen (CsFindingsPane *pane)
{
  gpointer entry;

  g_object_get (pane->document, "entry", &entry, NULL);
  return entry;
}

static void
show_counts (CsFindingsPane *pane)
{
  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    {
      guint n_open = pane->view != NULL ? pane->view->n_open[i] : 0;
      g_autofree char *count = g_strdup_printf ("%u", n_open);
      g_autofree char *name = g_strdup_printf ("%s: %s", cs_shape_get_word (i), count);

      gtk_label_set_label (pane->counts[i], count);
      gtk_widget_set_visible (GTK_WIDGET (pane->severity_chips[i]), n_open > 0);
      gtk_widget_set_tooltip_text (GTK_WIDGET (pane->severity_chips[i]), name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (pane->severity_chips[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static const char *
get_page (CsFindingsPane *pane)
{
  guint n_open = 0;

  if (pane->view == NULL)
    return "pending";
  if (pane->slots->len > 0)
    return "list";

  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    n_open += pane->view->n_open[i];
  if (n_open > 0)
    return "filtered";

  return pane->view->n_checked > 0 ? "none" : "pending";
}

/* Brings rows to what the view, the filter and the choice ask for. */
static void
refresh (CsFindingsPane *pane)
{
  CsFindingFilter filter = {
    .severities = pane->severities,
    .waived = get_show_waived (pane),
    .open = pane->open,
    .chosen = get_chosen (pane),
    .max_entries = pane->max_entries,
  };
  CsFindingView *view = cs_document_get_view (pane->document);

  if (view != NULL)
    cs_finding_view_ref (view);
  g_clear_pointer (&pane->slots, g_array_unref);
  g_clear_pointer (&pane->view, cs_finding_view_unref);
  pane->view = view;
  if (view != NULL)
    pane->slots = cs_finding_slots_new (view, &filter);
  else
    pane->slots = g_array_new (FALSE, FALSE, sizeof (CsFindingSlot));

  cs_findings_rows_keep_place (pane);
  cs_findings_rows_remove_unwanted (pane);
  g_clear_handle_id (&pane->sync_source, g_source_remove);
  pane->n_synced = 0;
  if (cs_findings_rows_sync (pane) == G_SOURCE_CONTINUE)
    pane->sync_source = g_idle_add (cs_findings_rows_sync, pane);
  show_counts (pane);
  gtk_stack_set_visible_child_name (pane->stack, get_page (pane));
}

static void
open_group (CsFindingsPane *pane, const char *item)
{
  if (g_strcmp0 (pane->open, item) == 0)
    return;

  g_free (pane->open);
  pane->open = g_strdup (item);
  pane->max_entries = ENTRIES_AT_FIRST;
}

/* The group of the chosen finding, unless it was closed by hand. */
static void
open_chosen (CsFindingsPane *pane)
{
  const CsFindingView *view = cs_document_get_view (pane->document);
  const CsFindingEntry *entry = get_chosen (pane);

  if (view == NULL || entry == NULL)
    return;

  open_group (pane, ((CsFindingGroup *)g_ptr_array_index (view->groups, entry->group))->item->id);
}

/* A new view brings the chosen finding by another pointer: that is no choice. */
static gboolean
choose (CsFindingsPane *pane)
{
  const CsFindingEntry *entry = get_chosen (pane);
  const char *fingerprint = entry != NULL ? cs_finding_entry_get_first (entry)->fingerprint : "";

  if (g_str_equal (pane->chosen, fingerprint))
    return FALSE;

  g_strlcpy (pane->chosen, fingerprint, sizeof pane->chosen);
  return entry != NULL;
}

static void
on_entry (CsDocument *document, GParamSpec *pspec, CsFindingsPane *pane)
{
  gboolean chosen = choose (pane);

  if (chosen)
    open_chosen (pane);
  refresh (pane);
  pane->reveal |= chosen;
}

static void
on_view (CsDocument *document, GParamSpec *pspec, CsFindingsPane *pane)
{
  if (cs_document_get_view (document) != pane->view)
    refresh (pane);
}

static gboolean
dim (gpointer data)
{
  CsFindingsPane *pane = data;

  pane->dim_timer = 0;
  gtk_widget_add_css_class (GTK_WIDGET (pane->list), "stale");

  return G_SOURCE_REMOVE;
}

/* Findings that are out of date for a moment only, between a key and the next answer, do not
 * blink. */
static void
on_stale (CsDocument *document, GParamSpec *pspec, CsFindingsPane *pane)
{
  gboolean stale = cs_document_is_stale (document);

  if (!stale)
    {
      g_clear_handle_id (&pane->dim_timer, g_source_remove);
      gtk_widget_remove_css_class (GTK_WIDGET (pane->list), "stale");
    }
  else if (pane->dim_timer == 0)
    pane->dim_timer = g_timeout_add (DIM_AFTER_MS, dim, pane);
  if (pane->card != NULL)
    cs_finding_card_set_stale (pane->card, stale);
}

/* --- by hand --- */

static const CsFindingEntry *
find_first (CsFindingsPane *pane, const CsFindingGroup *group)
{
  CsFindingFilter filter = { .severities = pane->severities, .waived = get_show_waived (pane) };

  for (guint i = 0; i < group->entries->len; i++)
    if (cs_finding_filter_takes (&filter, g_ptr_array_index (group->entries, i)))
      return g_ptr_array_index (group->entries, i);

  return NULL;
}

static void
toggle_group (CsFindingsPane *pane, const CsFindingGroup *group)
{
  gboolean was_open = g_strcmp0 (pane->open, group->item->id) == 0;
  const CsFindingEntry *first = find_first (pane, group);

  open_group (pane, was_open ? NULL : group->item->id);
  if (was_open || get_chosen (pane) == first)
    refresh (pane);
  else
    cs_document_choose (pane->document, first, TRUE);
}

/* What @row stands for now, which it may not show yet; %NULL when that is gone. */
static const CsFindingSlot *
find_slot (CsFindingsPane *pane, GtkListBoxRow *row)
{
  const char *key = g_object_get_data (G_OBJECT (row), "key");

  for (guint i = 0; i < pane->slots->len; i++)
    {
      const CsFindingSlot *slot = &g_array_index (pane->slots, CsFindingSlot, i);

      if (g_str_equal (slot->key, key))
        return slot;
    }

  return NULL;
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, CsFindingsPane *pane)
{
  const CsFindingSlot *slot = find_slot (pane, row);

  if (slot == NULL)
    return;

  if (slot->kind == CS_FINDING_SLOT_GROUP)
    toggle_group (pane, slot->group);
  else if (slot->kind == CS_FINDING_SLOT_ENTRY)
    cs_document_choose (pane->document, slot->entry, TRUE);
  else if (slot->kind == CS_FINDING_SLOT_MORE)
    {
      pane->max_entries += ENTRIES_MORE;
      refresh (pane);
    }
}

static void
on_chip (GtkToggleButton *chip, CsFindingsPane *pane)
{
  guint severities = 0;

  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    if (gtk_toggle_button_get_active (pane->severity_chips[i]))
      severities |= 1u << i;
  g_object_set (pane, "severities", severities, NULL);
}

static void
on_show_waived (CsFindingsFoot *foot, GParamSpec *pspec, CsFindingsPane *pane)
{
  refresh (pane);
}

void
cs_findings_pane_open_waive (CsFindingsPane *pane)
{
  pane->waive_wanted = TRUE;
  if (pane->sync_source == 0)
    cs_findings_pane_settle (pane);
}

void
cs_findings_pane_settle (CsFindingsPane *pane)
{
  gboolean waive = pane->waive_wanted;

  pane->waive_wanted = FALSE;
  if (waive && pane->card != NULL)
    cs_finding_card_waive (pane->card);
}

/* --- the object --- */

static void
set_severities (CsFindingsPane *pane, guint severities)
{
  if (pane->severities == severities)
    return;

  pane->severities = severities;
  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    gtk_toggle_button_set_active (pane->severity_chips[i], (severities & 1u << i) != 0);
  if (pane->document != NULL)
    refresh (pane);
  g_object_notify_by_pspec (G_OBJECT (pane), properties[PROPERTY_SEVERITIES]);
}

static void
set_author (CsFindingsPane *pane, const char *author)
{
  if (g_strcmp0 (pane->author, author) == 0)
    return;

  g_free (pane->author);
  pane->author = g_strdup (author);
  if (pane->card != NULL)
    cs_finding_card_set_author (pane->card, author);
  g_object_notify_by_pspec (G_OBJECT (pane), properties[PROPERTY_AUTHOR]);
}

static void
cs_findings_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CsFindingsPane *pane = CS_FINDINGS_PANE (object);

  if (id == PROPERTY_SEVERITIES)
    g_value_set_uint (value, pane->severities);
  else
    g_value_set_string (value, pane->author);
}

static void
cs_findings_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CsFindingsPane *pane = CS_FINDINGS_PANE (object);

  if (id == PROPERTY_SEVERITIES)
    set_severities (pane, g_value_get_uint (value));
  else
    set_author (pane, g_value_get_string (value));
}

static void
cs_findings_pane_dispose (GObject *object)
{
  CsFindingsPane *pane = CS_FINDINGS_PANE (object);

  g_clear_handle_id (&pane->sync_source, g_source_remove);
  g_clear_handle_id (&pane->dim_timer, g_source_remove);
  if (pane->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (pane), pane->tick);
  pane->tick = 0;
  g_clear_object (&pane->anchor);
  pane->card = NULL;
  g_clear_pointer (&pane->rows, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (pane), CS_TYPE_FINDINGS_PANE);
  g_clear_pointer (&pane->slots, g_array_unref);
  g_clear_pointer (&pane->view, cs_finding_view_unref);
  g_clear_object (&pane->document);

  G_OBJECT_CLASS (cs_findings_pane_parent_class)->dispose (object);
}

static void
cs_findings_pane_finalize (GObject *object)
{
  CsFindingsPane *pane = CS_FINDINGS_PANE (object);

  g_free (pane->open);
  g_free (pane->author);

  G_OBJECT_CLASS (cs_findings_pane_parent_class)->finalize (object);
}

static void
cs_findings_pane_class_init (CsFindingsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags =
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  g_type_ensure (CS_TYPE_FINDINGS_FOOT);
  object_class->get_property = cs_findings_pane_get_property;
  object_class->set_property = cs_findings_pane_set_property;
  object_class->dispose = cs_findings_pane_dispose;
  object_class->finalize = cs_findings_pane_finalize;
  properties[PROPERTY_SEVERITIES] = g_param_spec_uint ("severities", NULL, NULL, 0,
                                                       CS_ALL_SEVERITIES, CS_ALL_SEVERITIES, flags);
  properties[PROPERTY_AUTHOR] = g_param_spec_string ("author", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-findings-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CsFindingsPane, chips);
  gtk_widget_class_bind_template_child (widget_class, CsFindingsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, CsFindingsPane, none_label);
  gtk_widget_class_bind_template_child (widget_class, CsFindingsPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, CsFindingsPane, list);
  gtk_widget_class_bind_template_child (widget_class, CsFindingsPane, foot);
}

static void
add_chip (CsFindingsPane *pane, CsSeverity severity)
{
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *shape = gtk_image_new ();

  pane->severity_chips[severity] = GTK_TOGGLE_BUTTON (chip);
  pane->counts[severity] = GTK_LABEL (gtk_label_new (NULL));
  cs_shape_show (GTK_IMAGE (shape), severity, TRUE);
  gtk_image_set_pixel_size (GTK_IMAGE (shape), 12);
  gtk_widget_add_css_class (GTK_WIDGET (pane->counts[severity]), "numeric");
  gtk_box_append (GTK_BOX (box), shape);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (pane->counts[severity]));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "cs-filter");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
  g_signal_connect (chip, "toggled", G_CALLBACK (on_chip), pane);
  gtk_box_append (pane->chips, chip);
}

static void
cs_findings_pane_init (CsFindingsPane *pane)
{
  gtk_widget_init_template (GTK_WIDGET (pane));
  pane->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  pane->severities = CS_ALL_SEVERITIES;
  pane->max_entries = ENTRIES_AT_FIRST;
  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    add_chip (pane, i);
  g_signal_connect_object (pane->list, "row-activated", G_CALLBACK (on_row_activated), pane, 0);
  g_signal_connect_object (pane->foot, "notify::show-waived", G_CALLBACK (on_show_waived), pane, 0);
}

GtkWidget *
cs_findings_pane_new (CsDocument *document)
{
  CsFindingsPane *pane = g_object_new (CS_TYPE_FINDINGS_PANE, NULL);

  pane->document = g_object_ref (document);
  cs_findings_foot_set_document (pane->foot, document);
  g_signal_connect_object (document, "notify::view", G_CALLBACK (on_view), pane, 0);
  g_signal_connect_object (document, "notify::entry", G_CALLBACK (on_entry), pane, 0);
  g_signal_connect_object (document, "notify::stale", G_CALLBACK (on_stale), pane, 0);
  on_entry (document, NULL, pane);

  return GTK_WIDGET (pane);
}
