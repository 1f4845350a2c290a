#include "cs-legal-view.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../report/family/cs-family-words.h"
#include "cs-family-cells.h"
#include "cs-legal-words.h"
#include "cs-member.h"

struct _CsLegalView
{
  CsFamilyTab parent_instance;

  GtkColumnView *table;
  GtkStack *pages;
  GtkLabel *summary;
  GtkCheckButton *only_selected;

  CsFamily *family; /* nullable */
};

G_DEFINE_FINAL_TYPE (CsLegalView, cs_legal_view, CS_TYPE_FAMILY_TAB)

/* --- cells --- */

static void
bind_date (GtkWidget *cell, gpointer member)
{
  g_autofree char *date = cs_office_date_dup_text (cs_member_get_event (member)->date);

  gtk_label_set_text (GTK_LABEL (cell), date);
}

static void
bind_application (GtkWidget *cell, gpointer member)
{
  gtk_label_set_text (GTK_LABEL (cell), cs_member_get_application (member)->number->printed);
}

/* An event in one state of a European patent says in which. */
static void
bind_code (GtkWidget *cell, gpointer member)
{
  const CsLegalEvent *event = cs_member_get_event (member);
  const char *office = cs_legal_get_office (cs_member_get_application (member)->number);
  gboolean is_part = *event->authority != '\0' && strcmp (event->authority, office) != 0;
  g_autofree char *text = is_part ? g_strdup_printf ("%s %s", event->code, event->authority) :
                                    g_strdup (event->code);

  gtk_label_set_text (GTK_LABEL (cell), text);
}

static void
bind_text (GtkWidget *cell, gpointer member)
{
  const CsLegalEvent *event = cs_member_get_event (member);
  g_auto (GStrv) details = g_strsplit (event->details, "\n", -1);
  g_autofree char *more = g_strjoinv (" · ", details);
  g_autofree char *text = *more == '\0' ? g_strdup (event->text) :
                                          g_strdup_printf ("%s (%s)", event->text, more);

  gtk_label_set_text (GTK_LABEL (cell), text);
}

/* The event that the state rests on is marked by its shape. */
static void
bind_effect (GtkWidget *cell, gpointer member)
{
  const CsApplication *application = cs_member_get_application (member);
  const CsLegalStatus *status = &application->status;
  const CsLegalEvent *event = cs_member_get_event (member);
  const CsLegalCode *code =
      cs_legal_code_find (cs_legal_get_office (application->number), event);
  gboolean decides =
      status->event >= 0 && application->events->pdata[status->event] == (gpointer)event;
  const char *effect = code != NULL ? cs_legal_effect_get_label (code->effect) : _ ("unknown code");
  g_autofree char *told = NULL;
  GtkImage *image;
  GtkLabel *label;

  if (code != NULL && !code->is_verified && *effect != '\0')
    /* Translators: %s is what an event does; we know it from memory only */
    told = g_strdup_printf (_ ("%s (unverified)"), effect);
  cs_state_cell_get (cell, &image, &label);
  cs_legal_state_show (image, status->state);
  gtk_widget_set_visible (GTK_WIDGET (image), decides);
  gtk_widget_set_tooltip_text (GTK_WIDGET (image),
                               decides ? _ ("Decides about the status") : NULL);
  gtk_label_set_text (label, told != NULL ? told : effect);
}

static void
bind_source (GtkWidget *cell, gpointer member)
{
  const char *source = cs_member_get_event_source (member);

  gtk_label_set_text (GTK_LABEL (cell), cs_family_source_get_word (source));
}

static const CsCellColumn columns[] = {
  { N_ ("Date"), cs_number_cell_new, bind_date, 104, 0, FALSE },
  { N_ ("Application"), cs_number_cell_new, bind_application, 190, 620, FALSE },
  { N_ ("Code"), cs_text_cell_new, bind_code, 104, 480, FALSE },
  { N_ ("Event"), cs_text_cell_new, bind_text, 0, 0, FALSE },
  { N_ ("Effect"), cs_state_cell_new, bind_effect, 180, 560, FALSE },
  { N_ ("Source"), cs_text_cell_new, bind_source, 110, 820, FALSE },
};

/* --- events --- */

static void
show_events (CsLegalView *view)
{
  gboolean only = gtk_check_button_get_active (view->only_selected);
  const char *selected = cs_family_tab_get_selected (CS_FAMILY_TAB (view));
  g_autofree char *count = NULL;
  GtkNoSelection *model;
  GListStore *events;
  guint n;

  if (view->family == NULL)
    return;

  events = cs_member_events_new (view->family, only ? selected : NULL);
  n = g_list_model_get_n_items (G_LIST_MODEL (events));
  model = gtk_no_selection_new (G_LIST_MODEL (events));
  gtk_column_view_set_model (view->table, GTK_SELECTION_MODEL (model));
  g_object_unref (model);
  count = g_strdup_printf (ngettext ("%u event · a shape marks the one that decides",
                                     "%u events · a shape marks those that decide", n),
                           n);
  gtk_label_set_text (view->summary, n > 0 ? count : "");
  gtk_stack_set_visible_child_name (view->pages, n == 0 ? "empty" : "events");
}

static void
show_selected (CsFamilyTab *tab)
{
  CsLegalView *view = CS_LEGAL_VIEW (tab);

  if (gtk_check_button_get_active (view->only_selected))
    show_events (view);
}

/* --- the object --- */

static void
cs_legal_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_LEGAL_VIEW);

  G_OBJECT_CLASS (cs_legal_view_parent_class)->dispose (object);
}

static void
cs_legal_view_finalize (GObject *object)
{
  CsLegalView *view = CS_LEGAL_VIEW (object);

  g_clear_pointer (&view->family, cs_family_unref);

  G_OBJECT_CLASS (cs_legal_view_parent_class)->finalize (object);
}

static void
cs_legal_view_class_init (CsLegalViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = cs_legal_view_dispose;
  object_class->finalize = cs_legal_view_finalize;
  CS_FAMILY_TAB_CLASS (class)->show_selected = show_selected;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-legal-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CsLegalView, table);
  gtk_widget_class_bind_template_child (widget_class, CsLegalView, pages);
  gtk_widget_class_bind_template_child (widget_class, CsLegalView, summary);
  gtk_widget_class_bind_template_child (widget_class, CsLegalView, only_selected);
  gtk_widget_class_bind_template_callback (widget_class, show_events);
}

static void
cs_legal_view_init (CsLegalView *view)
{
  gtk_widget_init_template (GTK_WIDGET (view));
  cs_cells_add (view->table, columns, G_N_ELEMENTS (columns));
}

void
cs_legal_view_show (CsLegalView *view, CsFamilyView *family)
{
  g_clear_pointer (&view->family, cs_family_unref);
  view->family = cs_family_ref ((CsFamily *)cs_family_view_get_family (family));
  show_events (view);
}
