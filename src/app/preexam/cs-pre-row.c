#include "cs-pre-row.h"

#include <glib/gi18n-lib.h>

#include "cs-pre-answer-form.h"
#include "cs-pre-quotes.h"
#include "cs-pre-state.h"

struct _CsPreRow
{
  GtkListBoxRow parent_instance;

  CsPreItem *item;
  char *language;
  gboolean is_filled; /* the details are there */
  GtkWidget *findings;
  GtkWidget *form; /* NULL when the item asks nothing, and before it is filled */

  /* template */
  GtkImage *shape;
  GtkLabel *title;
  GtkLabel *law;
  GtkLabel *place;
  GtkWidget *pill;
  GtkImage *arrow;
  GtkRevealer *revealer;
  GtkBox *details;
};

G_DEFINE_FINAL_TYPE (CsPreRow, cs_pre_row, GTK_TYPE_LIST_BOX_ROW)

/* --- the details, made when they are first asked for --- */

static void
add_words (CsPreRow *row, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (row->details, label);
}

/* After each examination anew: the findings are others then. */
static void
show_findings (CsPreRow *row)
{
  g_autoptr (GListModel) findings = NULL;

  if (row->findings != NULL)
    gtk_box_remove (row->details, row->findings);
  row->findings = NULL;

  g_object_get (row->item, "findings", &findings, NULL);
  if (g_list_model_get_n_items (findings) == 0)
    return;
  row->findings = cs_pre_quotes_new (findings, row->language);
  gtk_box_append (row->details, row->findings);
}

static void
fill (CsPreRow *row)
{
  g_autofree char *explain = NULL;
  g_autofree char *question = NULL;
  g_autofree char *reason = NULL;

  row->is_filled = TRUE;
  g_object_get (row->item, "explain", &explain, "question", &question, "reason", &reason, NULL);
  if (*explain != '\0')
    add_words (row, explain, "dim-label");
  if (*question != '\0')
    {
      row->form = cs_pre_answer_form_new (row->item, row->language);
      gtk_box_append (row->details, row->form);
    }
  if (*reason != '\0')
    add_words (row, reason, NULL);
  show_findings (row);
}

void
cs_pre_row_set_open (CsPreRow *row, gboolean open)
{
  if (open && !row->is_filled)
    fill (row);
  gtk_revealer_set_reveal_child (row->revealer, open);
  gtk_image_set_from_icon_name (row->arrow, open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

void
cs_pre_row_ask (CsPreRow *row)
{
  cs_pre_row_set_open (row, TRUE);
  gtk_widget_grab_focus (row->form != NULL ? row->form : GTK_WIDGET (row));
}

gboolean
cs_pre_row_has_unsaved (CsPreRow *row)
{
  return row->form != NULL && cs_pre_answer_form_is_unsaved (CS_PRE_ANSWER_FORM (row->form));
}

gboolean
cs_pre_row_is_open (CsPreRow *row)
{
  return gtk_revealer_get_reveal_child (row->revealer);
}

CsPreItem *
cs_pre_row_get_item (CsPreRow *row)
{
  return row->item;
}

/* --- the head --- */

static void
on_item (CsPreRow *row)
{
  g_autofree char *basis = NULL;
  g_autofree char *id = NULL;
  g_autofree char *law = NULL;
  guint state;
  guint severity;
  gboolean open;

  g_object_get (row->item, "basis", &basis, "id", &id, "state", &state, "severity", &severity,
                "open", &open, NULL);
  law = g_strdup_printf ("%s · %s", basis, id);
  gtk_label_set_label (row->law, law);
  cs_pre_state_show (row->shape, state, severity);
  gtk_widget_set_visible (row->pill, open);
}

static void
on_findings (CsPreRow *row)
{
  if (row->is_filled)
    show_findings (row);
}

/* --- the object --- */

static void
cs_pre_row_dispose (GObject *object)
{
  CsPreRow *row = CS_PRE_ROW (object);

  g_clear_object (&row->item);
  g_clear_pointer (&row->language, g_free);

  G_OBJECT_CLASS (cs_pre_row_parent_class)->dispose (object);
}

static void
cs_pre_row_class_init (CsPreRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_pre_row_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-pre-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CsPreRow, shape);
  gtk_widget_class_bind_template_child (widget_class, CsPreRow, title);
  gtk_widget_class_bind_template_child (widget_class, CsPreRow, law);
  gtk_widget_class_bind_template_child (widget_class, CsPreRow, place);
  gtk_widget_class_bind_template_child (widget_class, CsPreRow, pill);
  gtk_widget_class_bind_template_child (widget_class, CsPreRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, CsPreRow, revealer);
  gtk_widget_class_bind_template_child (widget_class, CsPreRow, details);
}

static void
cs_pre_row_init (CsPreRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

GtkWidget *
cs_pre_row_new (CsPreItem *item, const char *language)
{
  static const char *const told[] = { "basis", "state", "severity", "open" };
  CsPreRow *row = g_object_new (CS_TYPE_PRE_ROW, NULL);

  row->item = g_object_ref (item);
  row->language = g_strdup (language);
  g_object_bind_property (item, "title", row->title, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "place", row->place, "label", G_BINDING_SYNC_CREATE);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", told[i], NULL);

      g_signal_connect_object (item, signal, G_CALLBACK (on_item), row, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (item, "notify::n-findings", G_CALLBACK (on_findings), row,
                           G_CONNECT_SWAPPED);
  on_item (row);

  return GTK_WIDGET (row);
}
