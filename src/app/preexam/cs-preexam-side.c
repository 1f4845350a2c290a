#include "cs-preexam-private.h"

#include <glib/gi18n-lib.h>

#include "../widgets/cs-names.h"
#include "../widgets/cs-shape.h"
#include "cs-pre-state.h"

/* The side of the page: how far it is, which items to show, by which lists, and what has changed
 * since the last time. */

#define N_HASH_DIGITS 8 /* of a SHA-256 that people compare, in groups of four */
#define MAX_LISTED 50   /* of what changed: enough to see what is meant */
#define LIST_WIDTH 320
#define LIST_HEIGHT 400

/* In the order in which people look. */
static const guint filter_order[CS_N_FILTERS] = { CS_ALL_STATES, CS_ITEM_FINDINGS,
                                                  CS_ITEM_MANUAL, CS_ITEM_PASSED,
                                                  CS_ITEM_NOT_APPLICABLE, CS_ITEM_NOT_RUN };

static GtkWidget *
label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);

  return label;
}

/* --- how far it is --- */

static void
show_counts (CsPreexamPage *page)
{
  guint n_all = 0;

  for (guint state = 0; state < CS_ALL_STATES; state++)
    {
      guint n = cs_pre_examination_count (page->exam, state);
      g_autofree char *text = g_strdup_printf ("%u", n);

      gtk_label_set_label (page->counts[state], text);
      n_all += n;
    }

  g_autofree char *text = g_strdup_printf ("%u", n_all);

  gtk_label_set_label (page->counts[CS_ALL_STATES], text);
}

static gboolean
has_chosen (CsPreexamPage *page)
{
  g_autoptr (GListModel) choices = NULL;

  g_object_get (page->exam, "choices", &choices, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (GObject) choice = g_list_model_get_item (choices, i);
      gboolean chosen;

      g_object_get (choice, "chosen", &chosen, NULL);
      if (chosen)
        return TRUE;
    }

  return FALSE;
}

static char *
dup_rest (CsPreexamPage *page)
{
  guint n_manual = cs_pre_examination_count (page->exam, CS_ITEM_MANUAL);
  guint n_not_run = cs_pre_examination_count (page->exam, CS_ITEM_NOT_RUN);

  return g_strdup_printf (_ ("%u need a person, %u not run"), n_manual, n_not_run);
}

void
cs_preexam_side_show_progress (CsPreexamPage *page)
{
  g_autofree char *count = NULL;
  g_autofree char *rest = dup_rest (page);
  gboolean running;
  double progress;
  guint n_items;
  guint n_concluded;

  g_object_get (page->exam, "running", &running, "progress", &progress, "n-items", &n_items,
                "n-concluded", &n_concluded, NULL);
  count = running ? g_strdup_printf ("%.0f %%", 100 * progress) :
                    g_strdup_printf ("%u / %u", n_concluded, n_items);
  gtk_label_set_label (page->progress_title, running ? _ ("Examining") : _ ("Concluded"));
  gtk_label_set_label (page->progress_count, count);
  if (!running)
    progress = n_items == 0 ? 0 : (double)n_concluded / n_items;
  gtk_progress_bar_set_fraction (page->bar, progress);
  gtk_label_set_label (page->progress_rest, running || n_items == 0 ? "" : rest);
  gtk_stack_set_visible_child_name (page->run_stack, running ? "stop" : "run");
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "preexam.run", !running && has_chosen (page));
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "preexam.stop", running);
}

/* --- since the last time --- */

static void
add_place (GtkWidget *list, const CsRecordFinding *finding, const char *language)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *shape = gtk_image_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *place = label_new (cs_words_get (&finding->place, language));

  cs_shape_show (GTK_IMAGE (shape), finding->severity, !finding->waived);
  gtk_widget_set_valign (shape, GTK_ALIGN_START);
  gtk_widget_add_css_class (place, "caption");
  gtk_widget_add_css_class (place, "dim-label");
  gtk_box_append (GTK_BOX (words), label_new (cs_words_get (&finding->message, language)));
  gtk_box_append (GTK_BOX (words), place);
  gtk_box_append (GTK_BOX (line), shape);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (list), line);
}

static void
add_rest (GtkWidget *list, guint n_rest)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("and %u more finding", "and %u more findings", n_rest), n_rest);
  GtkWidget *label = label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (list), label);
}

/* Made when it is opened. @findings: of the records that the page holds */
static void
create_list (GtkMenuButton *button, gpointer data)
{
  const GPtrArray *findings = data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (guint i = 0; i < MIN (findings->len, MAX_LISTED); i++)
    add_place (list, findings->pdata[i], cs_ui_language ());
  if (findings->len > MAX_LISTED)
    add_rest (list, findings->len - MAX_LISTED);

  gtk_widget_add_css_class (list, "cs-popover-list");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
}

/* How many, and which when it is chosen. */
static void
add_change (CsPreexamPage *page, const char *word, GPtrArray *findings)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = label_new (word);
  g_autofree char *text = g_strdup_printf ("%u", findings->len);
  GtkWidget *count = gtk_label_new (text);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_hexpand (line, TRUE);
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), count);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), line);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_RIGHT);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_list,
                                         g_ptr_array_ref (findings),
                                         (GDestroyNotify)g_ptr_array_unref);
  gtk_widget_add_css_class (button, "cs-change");
  gtk_widget_set_sensitive (button, findings->len > 0);
  gtk_box_append (page->change_rows, button);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* A list that is open stays while the comparison is the same one. */
static void
show_changes (CsPreexamPage *page)
{
  g_autoptr (CsExamDiff) diff = NULL;

  g_object_get (page->exam, "diff", &diff, NULL);
  if (diff == page->diff)
    return;

  clear_box (page->change_rows);
  g_clear_pointer (&page->diff, cs_exam_diff_unref);
  gtk_widget_set_visible (page->changes, diff != NULL);
  if (diff == NULL)
    return;

  page->diff = g_steal_pointer (&diff);
  add_change (page, _ ("Gone"), page->diff->gone);
  add_change (page, _ ("Still there"), page->diff->still);
  add_change (page, _ ("Appeared"), page->diff->added);
  if (page->diff->waived->len > 0)
    add_change (page, _ ("Waived since"), page->diff->waived);
}

/* --- checklists --- */

/* Without a list there is nothing to examine by. */
static void
on_chosen (CsPreexamPage *page)
{
  cs_preexam_side_show_progress (page);
}

static GtkWidget *
choice_new (GObject *choice)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), count);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), line);
  g_object_bind_property (choice, "title", title, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (choice, "n-items", count, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (choice, "chosen", button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);

  return button;
}

void
cs_preexam_side_show_choices (CsPreexamPage *page)
{
  g_autoptr (GListModel) choices = NULL;

  clear_box (page->choices);
  g_object_get (page->exam, "choices", &choices, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (GObject) choice = g_list_model_get_item (choices, i);

      gtk_box_append (page->choices, choice_new (choice));
      g_signal_connect_object (choice, "notify::chosen", G_CALLBACK (on_chosen), page,
                               G_CONNECT_SWAPPED);
    }
}

static void
show_edition (CsPreexamPage *page)
{
  g_autoptr (CsExamRecord) record = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_object_get (page->exam, "record", &record, NULL);
  for (guint i = 0; record != NULL && i < record->checklists->len; i++)
    {
      const CsRecordList *list = record->checklists->pdata[i];

      /* Translators: name of a checklist, and the day of the law it follows */
      g_string_append_printf (text, _ ("%s, edition %s\n"),
                              cs_words_get (&list->title, cs_ui_language ()), list->edition);
    }
  if (record != NULL)
    {
      g_string_append (text, _ ("Text"));
      for (guint i = 0; i < N_HASH_DIGITS; i += 4)
        g_string_append_printf (text, " %.4s", record->text_sha256 + i);
      gtk_widget_set_tooltip_text (GTK_WIDGET (page->edition), record->text_sha256);
    }
  gtk_label_set_label (page->edition, text->str);
}

void
cs_preexam_side_show (CsPreexamPage *page)
{
  show_counts (page);
  cs_preexam_side_show_progress (page);
  show_changes (page);
  show_edition (page);
}

/* --- which items to show --- */

static void
on_filter (CsPreexamPage *page, GtkListBoxRow *row)
{
  if (row == NULL)
    return;

  page->filter = filter_order[gtk_list_box_row_get_index (row)];
  cs_preexam_items_filter (page);
  if (adw_flap_get_folded (page->flap))
    adw_flap_set_reveal_flap (page->flap, FALSE);
}

static GtkWidget *
filter_new (CsPreexamPage *page, guint filter)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *shape = gtk_image_new ();
  GtkWidget *word =
      gtk_label_new (filter == CS_ALL_STATES ? _ ("All") : cs_pre_state_get_word (filter));

  if (filter == CS_ALL_STATES)
    gtk_image_set_from_icon_name (GTK_IMAGE (shape), "view-list-symbolic");
  else
    cs_pre_state_show (GTK_IMAGE (shape), filter, CS_SEVERITY_ERROR);
  gtk_label_set_xalign (GTK_LABEL (word), 0);
  gtk_widget_set_hexpand (word, TRUE);
  page->counts[filter] = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (page->counts[filter]), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (page->counts[filter]), "numeric");
  gtk_box_append (GTK_BOX (line), shape);
  gtk_box_append (GTK_BOX (line), word);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (page->counts[filter]));

  return line;
}

void
cs_preexam_side_init (CsPreexamPage *page)
{
  page->filter = CS_ALL_STATES;
  for (guint i = 0; i < CS_N_FILTERS; i++)
    gtk_list_box_append (page->states, filter_new (page, filter_order[i]));
  gtk_list_box_select_row (page->states, gtk_list_box_get_row_at_index (page->states, 0));
  g_signal_connect_swapped (page->states, "row-activated", G_CALLBACK (on_filter), page);
}
