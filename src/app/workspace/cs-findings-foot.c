#include <glib/gi18n-lib.h>

#include "../../exam/cs-messages.h"
#include "../widgets/cs-names.h"
#include "cs-findings-foot.h"
#include "cs-finding-words.h"

#define LIST_WIDTH 300
#define LIST_HEIGHT 360

struct _CsFindingsFoot
{
  GtkBox parent_instance;

  GtkToggleButton *waived;
  GtkLabel *waived_label;
  GtkMenuButton *stale;
  GtkLabel *stale_label;
  GtkMenuButton *not_run;
  GtkLabel *not_run_label;
  GtkWidget *manual;
  GtkLabel *manual_label;

  CsDocument *document;
  gboolean show_waived;
};

G_DEFINE_FINAL_TYPE (CsFindingsFoot, cs_findings_foot, GTK_TYPE_BOX)

enum
{
  PROPERTY_SHOW_WAIVED = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

/* --- lists, made when they are opened --- */

static GtkWidget *
text_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, style);
      gtk_widget_add_css_class (label, "dim-label");
    }

  return label;
}

static void
append_entry (GtkWidget *list, const char *text, const char *below)
{
  GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (entry), text_new (text, NULL));
  if (below != NULL && *below != '\0')
    gtk_box_append (GTK_BOX (entry), text_new (below, "caption"));
  gtk_box_append (GTK_BOX (list), entry);
}

static GtkWidget *
list_new (GtkMenuButton *button)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (list, "cs-popover-list");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);

  return list;
}

/* The questions that only a person can answer, or the items that were not tried and why. */
static void
list_items (CsFindingsFoot *foot, GtkMenuButton *button, CsItemState state)
{
  const char *language = cs_ui_language ();
  const CsExamResult *result = cs_document_get_view (foot->document)->result;
  GtkWidget *list = list_new (button);

  for (guint i = 0; i < result->items->len; i++)
    {
      const CsItemResult *item = &g_array_index (result->items, CsItemResult, i);
      const char *title = cs_words_get (&item->item->title, language);
      g_autofree char *below = NULL;

      if (state == CS_ITEM_MANUAL ? !cs_item_result_is_open (item) : item->state != state)
        continue;
      if (state == CS_ITEM_NOT_RUN)
        {
          below = cs_messages_dup_reason (item, result, language);
          append_entry (list, title, below);
          continue;
        }
      if (item->item->bases->len > 0)
        below = cs_legal_basis_dup_marked (&g_array_index (item->item->bases, CsLegalBasis, 0),
                                           language);
      if (!cs_words_is_empty (&item->item->question))
        title = cs_words_get (&item->item->question, language);
      append_entry (list, title, below);
    }
}

static void
create_not_run (GtkMenuButton *button, gpointer data)
{
  list_items (data, button, CS_ITEM_NOT_RUN);
}

static void
on_remove (GtkButton *button, CsFindingsFoot *foot)
{
  CsDecision *decision = g_object_get_data (G_OBJECT (button), "decision");

  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  cs_document_revoke (foot->document, decision);
}

static void
create_stale (GtkMenuButton *button, gpointer data)
{
  CsFindingsFoot *foot = data;
  const CsExamResult *result = cs_document_get_view (foot->document)->result;
  GtkWidget *list = list_new (button);

  for (guint i = 0; i < result->stale->len; i++)
    {
      CsDecision *decision = g_ptr_array_index (result->stale, i);
      g_autofree char *words = cs_decision_dup_words (decision);
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *remove = gtk_button_new_with_label (_ ("Remove"));

      append_entry (line, *decision->text != '\0' ? decision->text : decision->check, words);
      gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
      g_object_set_data_full (G_OBJECT (remove), "decision", cs_decision_ref (decision),
                              (GDestroyNotify)cs_decision_unref);
      g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), foot);
      gtk_box_append (GTK_BOX (line), remove);
      gtk_box_append (GTK_BOX (list), line);
    }
}

/* --- what there is --- */

static guint
count_items (const CsExamResult *result, CsItemState state)
{
  guint n_items = 0;

  for (guint i = 0; i < result->items->len; i++)
    n_items += g_array_index (result->items, CsItemResult, i).state == state;

  return n_items;
}

static void
show_count (GtkWidget *button, GtkLabel *label, guint n, const char *format)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (button, n > 0);
  if (n == 0)
    return;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = g_strdup_printf (format, n); /* a translation with one %u */
#pragma GCC diagnostic pop
  gtk_label_set_label (label, text);
}

static void
on_view (CsDocument *document, GParamSpec *pspec, CsFindingsFoot *foot)
{
  const CsFindingView *view = cs_document_get_view (document);
  guint n_stale = view != NULL ? view->result->stale->len : 0;
  guint n_not_run = view != NULL ? count_items (view->result, CS_ITEM_NOT_RUN) : 0;
  guint n_manual = view != NULL ? view->n_manual : 0;
  guint n_waived = view != NULL ? view->n_waived : 0;

  show_count (GTK_WIDGET (foot->waived), foot->waived_label, n_waived,
              ngettext ("Show waived (%u)", "Show waived (%u)", n_waived));
  show_count (GTK_WIDGET (foot->stale), foot->stale_label, n_stale,
              ngettext ("%u decision belongs to no finding any more",
                        "%u decisions belong to no finding any more", n_stale));
  show_count (GTK_WIDGET (foot->not_run), foot->not_run_label, n_not_run,
              ngettext ("%u item not run", "%u items not run", n_not_run));
  show_count (foot->manual, foot->manual_label, n_manual,
              ngettext ("%u item needs a person", "%u items need a person", n_manual));
}

void
cs_findings_foot_set_document (CsFindingsFoot *foot, CsDocument *document)
{
  foot->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::view", G_CALLBACK (on_view), foot, 0);
  on_view (document, NULL, foot);
}

/* --- the object --- */

static void
cs_findings_foot_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, CS_FINDINGS_FOOT (object)->show_waived);
}

static void
cs_findings_foot_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CsFindingsFoot *foot = CS_FINDINGS_FOOT (object);

  if (foot->show_waived == g_value_get_boolean (value))
    return;

  foot->show_waived = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
cs_findings_foot_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_FINDINGS_FOOT);
  g_clear_object (&CS_FINDINGS_FOOT (object)->document);

  G_OBJECT_CLASS (cs_findings_foot_parent_class)->dispose (object);
}

static void
cs_findings_foot_class_init (CsFindingsFootClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cs_findings_foot_get_property;
  object_class->set_property = cs_findings_foot_set_property;
  object_class->dispose = cs_findings_foot_dispose;
  properties[PROPERTY_SHOW_WAIVED] =
      g_param_spec_boolean ("show-waived", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-findings-foot.ui");
  gtk_widget_class_bind_template_child (widget_class, CsFindingsFoot, waived);
  gtk_widget_class_bind_template_child (widget_class, CsFindingsFoot, waived_label);
  gtk_widget_class_bind_template_child (widget_class, CsFindingsFoot, stale);
  gtk_widget_class_bind_template_child (widget_class, CsFindingsFoot, stale_label);
  gtk_widget_class_bind_template_child (widget_class, CsFindingsFoot, not_run);
  gtk_widget_class_bind_template_child (widget_class, CsFindingsFoot, not_run_label);
  gtk_widget_class_bind_template_child (widget_class, CsFindingsFoot, manual);
  gtk_widget_class_bind_template_child (widget_class, CsFindingsFoot, manual_label);
}

/* A menu button puts its child in the middle, in a box that nobody can name. */
static void
fill_width (GtkMenuButton *button)
{
  GtkWidget *child = gtk_menu_button_get_child (button);

  gtk_widget_set_hexpand (child, TRUE);
  gtk_widget_set_halign (gtk_widget_get_parent (child), GTK_ALIGN_FILL);
}

static void
cs_findings_foot_init (CsFindingsFoot *foot)
{
  gtk_widget_init_template (GTK_WIDGET (foot));
  fill_width (foot->stale);
  fill_width (foot->not_run);
  g_object_bind_property (foot, "show-waived", foot->waived, "active", G_BINDING_BIDIRECTIONAL);
  gtk_menu_button_set_create_popup_func (foot->stale, create_stale, foot, NULL);
  gtk_menu_button_set_create_popup_func (foot->not_run, create_not_run, foot, NULL);
}
