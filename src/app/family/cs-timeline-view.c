#include "cs-timeline-view.h"

#include <glib/gi18n-lib.h>

#include "../../report/family/cs-family-words.h"
#include "../../service/cs-family-picture.h"
#include "../../service/library/cs-family-due.h"
#include "../preexam/cs-pair-layout.h"
#include "cs-legal-words.h"
#include "cs-member.h"
#include "cs-picture-view.h"

#define MAX_EVENTS 60 /* in a card: all of them are on the page of legal events */
#define MAX_DUE 20

struct _CsTimelineView
{
  CsFamilyTab parent_instance;

  CsPictureView *picture_view;
  GtkLabel *lane_name;
  GtkLabel *event_count;
  GtkListBox *events;
  GtkListBox *due;

  CsFamily *family; /* nullable */
  CsPicture *picture;
};

G_DEFINE_FINAL_TYPE (CsTimelineView, cs_timeline_view, CS_TYPE_FAMILY_TAB)

/* --- rows --- */

static void
clear_rows (GtkListBox *box)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (box, 0)) != NULL)
    gtk_list_box_remove (box, GTK_WIDGET (row));
}

static GtkWidget *
dim_label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);

  return label;
}

static GtkWidget *
wide_label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);

  return label;
}

static void
append_row (GtkListBox *box, GtkWidget *child)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (child, "cs-family-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (box, row);
}

static void
append_note (GtkListBox *box, const char *text)
{
  GtkWidget *label = wide_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  append_row (box, label);
}

/* --- events --- */

static void
append_event (CsTimelineView *view, CsMember *member)
{
  const CsLegalEvent *event = cs_member_get_event (member);
  g_autofree char *date = cs_office_date_dup_text (event->date);
  g_autofree char *text = g_strdup_printf ("%s %s", event->code, event->text);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char *word = cs_family_source_get_word (cs_member_get_event_source (member));
  GtkWidget *source = dim_label_new (word);

  gtk_widget_add_css_class (source, "caption");
  gtk_box_append (GTK_BOX (box), dim_label_new (date));
  gtk_box_append (GTK_BOX (box), wide_label_new (g_strstrip (text)));
  gtk_box_append (GTK_BOX (box), source);
  append_row (view->events, box);
}

static const CsApplication *
find_application (CsTimelineView *view)
{
  const char *id = cs_family_tab_get_selected (CS_FAMILY_TAB (view));

  for (guint i = 0; view->family != NULL && i < view->family->applications->len; i++)
    {
      const CsApplication *application = view->family->applications->pdata[i];

      if (g_strcmp0 (cs_number_get_id (application->number), id) == 0)
        return application;
    }

  return NULL;
}

static void
show_events (CsTimelineView *view)
{
  const CsApplication *application = find_application (view);
  g_autoptr (GListStore) events = NULL;
  g_autofree char *count = NULL;
  guint n;

  clear_rows (view->events);
  gtk_label_set_text (view->lane_name,
                      application != NULL ? application->number->printed : _ ("Events"));
  gtk_label_set_text (view->event_count, "");
  if (application == NULL)
    {
      append_note (view->events, _ ("Select a lane to see its events."));
      return;
    }

  events = cs_member_events_new (view->family, cs_family_tab_get_selected (CS_FAMILY_TAB (view)));
  n = g_list_model_get_n_items (G_LIST_MODEL (events));
  for (guint i = 0; i < MIN (n, MAX_EVENTS); i++)
    {
      g_autoptr (CsMember) member = g_list_model_get_item (G_LIST_MODEL (events), i);

      append_event (view, member);
    }
  if (n == 0)
    {
      g_autofree char *reason = cs_application_dup_reason_words (application);

      append_note (view->events, _ ("The library has no events of this application."));
      append_note (view->events, reason);
    }
  count = n > MAX_EVENTS ? g_strdup_printf (_ ("%u of %u events"), MAX_EVENTS, n) :
                           g_strdup_printf (ngettext ("%u event", "%u events", n), n);
  gtk_label_set_text (view->event_count, count);
}

/* --- what falls due --- */

static char *
dup_due_title (const CsFamilyDue *due)
{
  const char *office = cs_legal_get_office (due->application->number);

  if (due->kind == CS_DUE_ANNUITY)
    /* Translators: yearly fee, %u is the year of the patent */
    return g_strdup_printf (_ ("CN annuity, year %u"), due->year);

  /* Translators: %s is an office: "US", "CN" */
  return g_strdup_printf (_ ("%s term ends"), office);
}

static char *
dup_due_reason (const CsFamilyDue *due)
{
  g_autofree char *day = cs_office_date_dup_text (due->because);
  g_autofree char *event =
      g_strdup_printf (due->is_granted ? _ ("granted %s") : _ ("filed %s"), day);
  const char *number = due->application->number->printed;

  return due->is_estimate ? g_strdup_printf (_ ("%s · %s · estimate"), number, event) :
                            g_strdup_printf ("%s · %s", number, event);
}

static void
append_due (CsTimelineView *view, const CsFamilyDue *due)
{
  g_autofree char *date = cs_office_date_dup_text (due->date);
  g_autofree char *title = dup_due_title (due);
  g_autofree char *reason = dup_due_reason (due);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *caption = wide_label_new (reason);
  GtkWidget *image = gtk_image_new_from_icon_name (
      due->kind == CS_DUE_ANNUITY ? "cs-advice-symbolic" : "cs-pending-symbolic");

  gtk_widget_add_css_class (image, due->kind == CS_DUE_ANNUITY ? "cs-advice" : "cs-neutral");
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (words), wide_label_new (title));
  gtk_box_append (GTK_BOX (words), caption);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), dim_label_new (date));
  gtk_box_append (GTK_BOX (box), words);
  append_row (view->due, box);
}

static void
show_due (CsTimelineView *view, CsOfficeDate today)
{
  g_autoptr (GArray) due = cs_family_list_due (view->family, today);

  clear_rows (view->due);
  for (guint i = 0; i < MIN (due->len, MAX_DUE); i++)
    append_due (view, &g_array_index (due, CsFamilyDue, i));
  if (due->len == 0)
    append_note (view->due, _ ("Nothing of which the library knows."));
}

/* --- the object --- */

static void
show_selected (CsFamilyTab *tab)
{
  show_events (CS_TIMELINE_VIEW (tab));
}

static void
cs_timeline_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_TIMELINE_VIEW);

  G_OBJECT_CLASS (cs_timeline_view_parent_class)->dispose (object);
}

static void
cs_timeline_view_finalize (GObject *object)
{
  CsTimelineView *view = CS_TIMELINE_VIEW (object);

  g_clear_pointer (&view->family, cs_family_unref);
  g_clear_pointer (&view->picture, cs_picture_unref);

  G_OBJECT_CLASS (cs_timeline_view_parent_class)->finalize (object);
}

static void
cs_timeline_view_class_init (CsTimelineViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = cs_timeline_view_dispose;
  object_class->finalize = cs_timeline_view_finalize;
  CS_FAMILY_TAB_CLASS (class)->show_selected = show_selected;

  g_type_ensure (CS_TYPE_PICTURE_VIEW);
  g_type_ensure (CS_TYPE_PAIR_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CsTimelineView, picture_view);
  gtk_widget_class_bind_template_child (widget_class, CsTimelineView, lane_name);
  gtk_widget_class_bind_template_child (widget_class, CsTimelineView, event_count);
  gtk_widget_class_bind_template_child (widget_class, CsTimelineView, events);
  gtk_widget_class_bind_template_child (widget_class, CsTimelineView, due);
}

static void
cs_timeline_view_init (CsTimelineView *view)
{
  gtk_widget_init_template (GTK_WIDGET (view));
  g_object_bind_property (view->picture_view, "selected", view, "selected",
                          G_BINDING_BIDIRECTIONAL);
}

void
cs_timeline_view_show (CsTimelineView *view, CsFamilyView *family)
{
  const CsFamily *shown = cs_family_view_get_family (family);
  CsOfficeDate today = cs_family_view_get_today (family);

  g_clear_pointer (&view->family, cs_family_unref);
  view->family = cs_family_ref ((CsFamily *)shown);
  g_clear_pointer (&view->picture, cs_picture_unref);
  view->picture = cs_family_timeline_new (shown, today);
  cs_picture_view_set (view->picture_view, view->picture);
  show_events (view);
  show_due (view, today);
}

CsPicture *
cs_timeline_view_get_picture (CsTimelineView *view)
{
  return view->picture;
}
