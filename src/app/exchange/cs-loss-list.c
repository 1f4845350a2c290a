#include "cs-loss-list.h"

#include <glib/gi18n-lib.h>

#include "../../exam/cs-messages.h"
#include "../../formats/cs-write-note.h"
#include "../widgets/cs-names.h"
#include "../widgets/cs-shape.h"

#define MAX_ROWS 100 /* of a grade; more are counted */

struct _CsLossList
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (CsLossList, cs_loss_list, GTK_TYPE_BOX)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The worst first. */
static const struct
{
  CsWriteGrade grade;
  CsSeverity shape;
  const char *title;
  const char *description;
  const char *word; /* for a screen reader */
} grades[] = {
  { CS_WRITE_REFUSED, CS_SEVERITY_ERROR, N_ ("The office would refuse"),
    N_ ("Mend these in the draft before the file is handed in."), N_ ("refused") },
  { CS_WRITE_LOST, CS_SEVERITY_WARNING, N_ ("Left out of the file"),
    N_ ("The format has no place for these."), N_ ("left out") },
  { CS_WRITE_CHANGED, CS_SEVERITY_ADVICE, N_ ("Kept in another form"), NULL, N_ ("changed") },
};

/* --- rows --- */

static void
on_activated (GtkWidget *row, CsLossList *list)
{
  g_signal_emit (list, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (row), "span"));
}

static gboolean
has_place (const CsSpan *span)
{
  return span->part >= CS_PART_TITLE && span->part <= CS_PART_DESCRIPTION;
}

static char *
dup_place (const CsWriteNote *note, const CsDraft *draft)
{
  g_autofree char *place = NULL;

  if (note->span.part == CS_PART_DOCUMENT)
    return NULL;
  place = cs_messages_dup_place_in (&note->span, draft, cs_ui_language ());
  if (note->n_places < 2)
    return g_steal_pointer (&place);

  /* Translators: the first of several places, "Claim 3" */
  return g_strdup_printf (_ ("First in: %s"), place);
}

/* A click leads to the place. */
static void
add_link (CsLossList *list, GtkWidget *row, const CsSpan *span)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _ ("Close this window and go to the place"));
  g_object_set_data_full (G_OBJECT (row), "span", g_memdup2 (span, sizeof *span), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), list, 0);
}

static GtkWidget *
row_new (CsLossList *list, const CsDraft *draft, const CsWriteNote *note, guint grade)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *shape = gtk_image_new ();
  g_autofree char *message = cs_write_note_dup_message (note);
  g_autofree char *place = dup_place (note, draft);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), message);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (place != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  cs_shape_show (GTK_IMAGE (shape), grades[grade].shape, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (shape), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (grades[grade].word), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), shape);
  if (has_place (&note->span))
    add_link (list, row, &note->span);

  return row;
}

static GtkWidget *
rest_new (guint n_more)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text =
      g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);

  return row;
}

/* --- groups --- */

static void
add_group (CsLossList *list, CsDraft *draft, const GArray *notes, guint grade)
{
  GtkWidget *group = adw_preferences_group_new ();
  guint n_notes = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      const CsWriteNote *note = &g_array_index (notes, CsWriteNote, i);

      if (note->grade == grades[grade].grade && n_notes++ < MAX_ROWS)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                   row_new (list, draft, note, grade));
    }
  if (n_notes == 0)
    {
      g_object_unref (g_object_ref_sink (group));
      return;
    }

  if (n_notes > MAX_ROWS)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), rest_new (n_notes - MAX_ROWS));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (grades[grade].title));
  if (grades[grade].description != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                           _ (grades[grade].description));
  gtk_box_append (GTK_BOX (list), group);
}

void
cs_loss_list_set (CsLossList *list, CsDraft *draft, const GArray *notes)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_box_remove (GTK_BOX (list), child);
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    add_group (list, draft, notes, i);
}

/* --- the widget --- */

static void
cs_loss_list_class_init (CsLossListClass *class)
{
  signals[CHOSEN] = g_signal_new ("chosen", CS_TYPE_LOSS_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
cs_loss_list_init (CsLossList *list)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (list), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (list), 24);
}
