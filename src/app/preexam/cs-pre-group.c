#include "cs-pre-group.h"

#include <glib/gi18n-lib.h>

#include "../../exam/cs-messages.h"
#include "../widgets/cs-names.h"
#include "cs-pre-state.h"

#define ROWS_AT_A_TIME 4 /* well under 4 ms */

struct _CsPreGroup
{
  GtkWidget parent_instance;

  CsItemState state;
  CsPreGetRow get_row;
  gpointer data;
  GPtrArray *items; /* to be shown */
  guint n_shown;    /* of these, from the first */
  guint filling;    /* source, 0 when all are shown */
  gboolean is_open;
  gboolean is_wanted;

  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *count;
  GtkWidget *opener;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (CsPreGroup, cs_pre_group, GTK_TYPE_WIDGET)

/* --- questions that go together stand together, under a word of their own --- */

static char *
dup_question_group (GtkListBoxRow *row)
{
  char *name = NULL;

  g_object_get (cs_pre_row_get_item (CS_PRE_ROW (row)), "group", &name, NULL);

  return name;
}

/* Whether a question of that group waits for an answer. */
static gboolean
is_group_open (const CsPreGroup *group, const char *name)
{
  for (guint i = 0; i < group->items->len; i++)
    {
      g_autofree char *own = NULL;
      gboolean open;

      g_object_get (group->items->pdata[i], "group", &own, "open", &open, NULL);
      if (open && g_strcmp0 (own, name) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The word of a group of questions, and an answer to all of them: who looked at a drawing sheet
 * has looked at all of it. */
static GtkWidget *
header_new (const char *name, gboolean is_open)
{
  const char *word = cs_messages_get ("group", name, cs_ui_language ());
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (word);
  GtkWidget *button = gtk_button_new_with_label (_ ("All conform"));
  g_autofree char *tip = NULL;

  gtk_widget_add_css_class (header, "cs-pre-header");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_box_append (GTK_BOX (header), label);

  tip = g_strdup_printf (_ ("Answer every open question under “%s” with yes"), word);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_set_visible (button, is_open);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "preexam.answer-group");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", name);
  gtk_box_append (GTK_BOX (header), button);

  return header;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  g_autofree char *name = dup_question_group (row);
  g_autofree char *other = before == NULL ? NULL : dup_question_group (before);

  if (*name == '\0' || g_strcmp0 (name, other) == 0)
    gtk_list_box_row_set_header (row, NULL);
  else
    gtk_list_box_row_set_header (row, header_new (name, is_group_open (data, name)));
}

/* --- rows, a few at a time --- */

/* Rows of items that went elsewhere: the others stay where they are, with the focus. */
static void
drop_strangers (CsPreGroup *group)
{
  g_autoptr (GHashTable) own = g_hash_table_new (NULL, NULL);
  GtkListBoxRow *row;
  int at = 0;

  for (guint i = 0; i < group->items->len; i++)
    g_hash_table_add (own, group->items->pdata[i]);
  while ((row = gtk_list_box_get_row_at_index (group->list, at)) != NULL)
    if (g_hash_table_contains (own, cs_pre_row_get_item (CS_PRE_ROW (row))))
      at++;
    else
      gtk_list_box_remove (group->list, GTK_WIDGET (row));
}

/* Whether the row at the place of the next item is that item's already. */
static gboolean
is_in_place (CsPreGroup *group, CsPreRow *row)
{
  return gtk_list_box_get_row_at_index (group->list, group->n_shown) == GTK_LIST_BOX_ROW (row);
}

static void
show_next (CsPreGroup *group)
{
  CsPreRow *row = group->get_row (group->items->pdata[group->n_shown], group->data);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (row));

  if (!is_in_place (group, row))
    {
      if (GTK_IS_LIST_BOX (parent))
        gtk_list_box_remove (GTK_LIST_BOX (parent), GTK_WIDGET (row));
      gtk_list_box_insert (group->list, GTK_WIDGET (row), group->n_shown);
    }
  group->n_shown++;
}

static gboolean
fill (gpointer data)
{
  CsPreGroup *group = data;

  for (guint i = 0; i < ROWS_AT_A_TIME && group->n_shown < group->items->len; i++)
    show_next (group);
  if (group->n_shown < group->items->len)
    return G_SOURCE_CONTINUE;

  group->filling = 0;

  return G_SOURCE_REMOVE;
}

static void
begin_filling (CsPreGroup *group)
{
  drop_strangers (group);
  gtk_list_box_invalidate_headers (group->list);
  group->n_shown = 0;
  if (group->filling == 0)
    group->filling = g_idle_add (fill, group);
}

/* --- what it says --- */

static void
update (CsPreGroup *group)
{
  g_autofree char *count = g_strdup_printf ("%u", group->items->len);
  g_autofree char *show = g_strdup_printf (
      ngettext ("Show %u item", "Show %u items", group->items->len), group->items->len);

  gtk_widget_set_visible (GTK_WIDGET (group), group->is_wanted && group->items->len > 0);
  gtk_label_set_label (group->count, count);
  gtk_button_set_label (GTK_BUTTON (group->opener), show);
  gtk_widget_set_visible (group->opener, !group->is_open);
  gtk_widget_set_visible (GTK_WIDGET (group->list), group->is_open);
  if (group->is_open && group->is_wanted)
    begin_filling (group);
}

void
cs_pre_group_show (CsPreGroup *group, GPtrArray *items)
{
  g_clear_pointer (&group->items, g_ptr_array_unref);
  group->items = g_ptr_array_ref (items);
  update (group);
}

void
cs_pre_group_set_open (CsPreGroup *group, gboolean open)
{
  group->is_open = open;
  update (group);
}

void
cs_pre_group_set_wanted (CsPreGroup *group, gboolean wanted)
{
  group->is_wanted = wanted;
  update (group);
}

static void
on_opener (CsPreGroup *group)
{
  cs_pre_group_set_open (group, TRUE);
}

static void
on_row (GtkListBox *list, GtkListBoxRow *row)
{
  cs_pre_row_set_open (CS_PRE_ROW (row), !cs_pre_row_is_open (CS_PRE_ROW (row)));
}

/* --- the object --- */

static void
cs_pre_group_dispose (GObject *object)
{
  CsPreGroup *group = CS_PRE_GROUP (object);

  g_clear_handle_id (&group->filling, g_source_remove);
  if (group->box != NULL) /* rows that leave one by one must not ask for headers any more */
    gtk_list_box_set_header_func (group->list, NULL, NULL, NULL);
  g_clear_pointer (&group->box, gtk_widget_unparent);
  g_clear_pointer (&group->items, g_ptr_array_unref);

  G_OBJECT_CLASS (cs_pre_group_parent_class)->dispose (object);
}

static void
cs_pre_group_class_init (CsPreGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cs_pre_group_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
head_new (CsPreGroup *group)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  group->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (group->title, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (group->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (group->title), "heading");
  group->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (group->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (group->count), "numeric");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (group->title));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (group->count));

  return head;
}

static void
cs_pre_group_init (CsPreGroup *group)
{
  GtkWidget *head = head_new (group);

  group->items = g_ptr_array_new ();
  group->is_open = TRUE;
  group->is_wanted = TRUE;
  group->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  group->opener = gtk_button_new ();
  group->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (group->list, GTK_SELECTION_NONE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (group->list), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  group->title, NULL, -1);
  gtk_list_box_set_header_func (group->list, update_header, group, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (group->list), "boxed-list");
  gtk_widget_set_halign (group->opener, GTK_ALIGN_START);
  g_signal_connect_swapped (group->opener, "clicked", G_CALLBACK (on_opener), group);
  g_signal_connect (group->list, "row-activated", G_CALLBACK (on_row), NULL);

  gtk_box_append (GTK_BOX (group->box), head);
  gtk_box_append (GTK_BOX (group->box), group->opener);
  gtk_box_append (GTK_BOX (group->box), GTK_WIDGET (group->list));
  gtk_widget_set_parent (group->box, GTK_WIDGET (group));
}

GtkWidget *
cs_pre_group_new (CsItemState state, CsPreGetRow get_row, gpointer data)
{
  CsPreGroup *group = g_object_new (CS_TYPE_PRE_GROUP, NULL);

  group->state = state;
  group->get_row = get_row;
  group->data = data;
  gtk_label_set_label (group->title, cs_pre_state_get_word (state));
  update (group);

  return GTK_WIDGET (group);
}
