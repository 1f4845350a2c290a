#include "cs-preexam-page.h"

#include <glib/gi18n-lib.h>

#include "../widgets/cs-toast.h"
#include "cs-pre-group.h"
#include "cs-pre-report.h"
#include "cs-pre-sign.h"
#include "cs-pre-state.h"

#define ALL_STATES (CS_ITEM_NOT_RUN + 1) /* as a filter */
#define N_FILTERS (ALL_STATES + 1)
#define N_HASH_DIGITS 8 /* of a SHA-256 that people compare, in groups of four */

struct _CsPreexamPage
{
  GtkWidget parent_instance;

  CsPreExamination *exam;
  char *language;
  GHashTable *rows; /* CsPreItem -> CsPreRow, owning both */
  GtkWidget *group_of[ALL_STATES];
  GtkLabel *counts[N_FILTERS];
  guint filter;
  guint updating; /* source: all that was told at once is shown at once */

  /* template */
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkStack *run_stack;
  GtkInfoBar *changed;
  GtkLabel *changed_label;
  AdwFlap *flap;
  GtkLabel *progress_title;
  GtkLabel *progress_count;
  GtkProgressBar *bar;
  GtkLabel *progress_rest;
  GtkListBox *states;
  GtkBox *choices;
  GtkWidget *diff;
  GtkBox *diff_rows;
  GtkLabel *edition;
  GtkStack *pages;
  GtkBox *groups;
  GtkImage *self_shape;
  GtkLabel *self_line;
  GtkImage *second_shape;
  GtkLabel *second_line;
};

G_DEFINE_FINAL_TYPE (CsPreexamPage, cs_preexam_page, GTK_TYPE_WIDGET)

enum
{
  LEAVE,
  SHOW_PLACE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Groups and filters in the order in which people work. */
static const CsItemState order[ALL_STATES] = { CS_ITEM_MANUAL, CS_ITEM_FINDINGS, CS_ITEM_NOT_RUN,
                                               CS_ITEM_PASSED, CS_ITEM_NOT_APPLICABLE };
static const guint filter_order[N_FILTERS] = { ALL_STATES, CS_ITEM_FINDINGS,
                                               CS_ITEM_MANUAL, CS_ITEM_PASSED,
                                               CS_ITEM_NOT_APPLICABLE, CS_ITEM_NOT_RUN };

/* --- the items --- */

static CsPreRow *
get_row (CsPreItem *item, gpointer data)
{
  CsPreexamPage *page = data;
  GtkWidget *row = g_hash_table_lookup (page->rows, item);

  if (row == NULL)
    {
      row = cs_pre_row_new (item, page->language);
      g_hash_table_insert (page->rows, g_object_ref (item), g_object_ref_sink (row));
    }

  return CS_PRE_ROW (row);
}

/* Where the first question of the group of @item stands. */
static guint
find_group (GPtrArray *items, guint n, const char *group)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *other = NULL;

      g_object_get (items->pdata[i], "group", &other, NULL);
      if (g_strcmp0 (other, group) == 0)
        return i;
    }

  return n;
}

/* Questions of one group stand together, where the first of them stands. */
static void
add_question (GPtrArray *items, CsPreItem *item)
{
  g_autofree char *group = NULL;
  guint at;

  g_object_get (item, "group", &group, NULL);
  at = *group == '\0' ? items->len : find_group (items, items->len, group);
  while (at < items->len)
    {
      g_autofree char *other = NULL;

      g_object_get (items->pdata[at], "group", &other, NULL);
      if (g_strcmp0 (other, group) != 0)
        break;
      at++;
    }
  g_ptr_array_insert (items, at, g_object_ref (item));
}

static void
show_group (CsPreexamPage *page, GListModel *all, CsItemState state)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean wanted = page->filter == ALL_STATES || page->filter == state;

  for (guint i = 0; wanted && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (CsPreItem) item = g_list_model_get_item (all, i);
      guint own;

      g_object_get (item, "state", &own, NULL);
      if (own != (guint)state)
        continue;
      if (state == CS_ITEM_MANUAL)
        add_question (items, item);
      else
        g_ptr_array_add (items, g_object_ref (item));
    }
  cs_pre_group_show (CS_PRE_GROUP (page->group_of[state]), items);
}

static void
show_items (CsPreexamPage *page)
{
  g_autoptr (GListModel) all = NULL;

  g_object_get (page->exam, "items", &all, NULL);
  for (guint i = 0; i < ALL_STATES; i++)
    show_group (page, all, order[i]);
  gtk_stack_set_visible_child_name (page->pages,
                                    g_list_model_get_n_items (all) > 0 ? "items" : "empty");
}

/* What needs nobody is closed unless it is asked for. */
static void
open_groups (CsPreexamPage *page)
{
  for (guint i = 0; i < ALL_STATES; i++)
    {
      gboolean quiet = order[i] == CS_ITEM_PASSED || order[i] == CS_ITEM_NOT_APPLICABLE;

      cs_pre_group_set_open (CS_PRE_GROUP (page->group_of[order[i]]),
                             !quiet || page->filter == (guint)order[i]);
    }
}

/* --- the side --- */

static void
show_counts (CsPreexamPage *page)
{
  guint n_all = 0;

  for (guint state = 0; state < ALL_STATES; state++)
    {
      guint n = cs_pre_examination_count (page->exam, state);
      g_autofree char *text = g_strdup_printf ("%u", n);

      gtk_label_set_label (page->counts[state], text);
      n_all += n;
    }

  g_autofree char *text = g_strdup_printf ("%u", n_all);

  gtk_label_set_label (page->counts[ALL_STATES], text);
}

static char *
dup_rest (CsPreexamPage *page)
{
  guint n_manual = cs_pre_examination_count (page->exam, CS_ITEM_MANUAL);
  guint n_not_run = cs_pre_examination_count (page->exam, CS_ITEM_NOT_RUN);

  return g_strdup_printf (_ ("%u need a person, %u not run"), n_manual, n_not_run);
}

static void
show_progress (CsPreexamPage *page)
{
  g_autofree char *count = NULL;
  g_autofree char *rest = dup_rest (page);
  gboolean running;
  double progress;
  guint n_items;
  guint n_concluded;

  g_object_get (page->exam, "running", &running, "progress", &progress, "n-items", &n_items,
                "n-concluded", &n_concluded, NULL);
  count = running ? g_strdup_printf ("%.0f %%", 100 * progress) : g_strdup_printf ("%u / %u", n_concluded, n_items);
  gtk_label_set_label (page->progress_title, running ? _ ("Examining") : _ ("Concluded"));
  gtk_label_set_label (page->progress_count, count);
  gtk_progress_bar_set_fraction (page->bar, running ? progress : n_items == 0 ? 0 :
                                                                                (double)n_concluded / n_items);
  gtk_label_set_label (page->progress_rest, running || n_items == 0 ? "" : rest);
  gtk_stack_set_visible_child_name (page->run_stack, running ? "stop" : "run");
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "preexam.run", !running);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "preexam.stop", running);
}

static void
add_diff_row (CsPreexamPage *page, const char *word, guint n)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (word);
  g_autofree char *text = g_strdup_printf ("%u", n);
  GtkWidget *count = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), count);
  gtk_box_append (page->diff_rows, row);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
show_diff (CsPreexamPage *page)
{
  g_autoptr (CsExamDiff) diff = NULL;

  g_object_get (page->exam, "diff", &diff, NULL);
  gtk_widget_set_visible (page->diff, diff != NULL);
  clear_box (page->diff_rows);
  if (diff == NULL)
    return;

  add_diff_row (page, _ ("Gone"), diff->gone->len);
  add_diff_row (page, _ ("Still there"), diff->still->len);
  add_diff_row (page, _ ("New"), diff->added->len);
  if (diff->waived->len > 0)
    add_diff_row (page, _ ("Waived since"), diff->waived->len);
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

static void
show_choices (CsPreexamPage *page)
{
  g_autoptr (GListModel) choices = NULL;

  clear_box (page->choices);
  g_object_get (page->exam, "choices", &choices, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (GObject) choice = g_list_model_get_item (choices, i);

      gtk_box_append (page->choices, choice_new (choice));
    }
}

static void
show_edition (CsPreexamPage *page, const CsExamRecord *record)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; record != NULL && i < record->checklists->len; i++)
    {
      const CsRecordList *list = record->checklists->pdata[i];

      g_string_append_printf (text, _ ("%s, edition %s\n"), list->id, list->edition);
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

/* --- head and foot --- */

static void
show_title (CsPreexamPage *page, const CsExamRecord *record)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_object_get (page->exam, "matter-name", &name, NULL);
  if (record != NULL && record->number > 0)
    /* Translators: name of the matter, and how many examinations of it there were */
    text = g_strdup_printf (_ ("%s · No. %u"), name == NULL ? "" : name, record->number);
  adw_window_title_set_subtitle (page->title, text != NULL ? text : name != NULL ? name :
                                                                                   "");
}

static void
show_signature (CsPreexamPage *page, CsSignatureRole role, GtkImage *shape, GtkLabel *line)
{
  g_autofree char *words = cs_pre_sign_dup_line (page->exam, role);
  g_autoptr (CsSignature) signature = NULL;

  g_object_get (page->exam, cs_signature_role_get_name (role), &signature, NULL);
  cs_pre_state_show (shape, signature != NULL ? CS_ITEM_PASSED : CS_ITEM_NOT_RUN, 0);
  gtk_label_set_label (line, words);
}

static void
show_foot (CsPreexamPage *page)
{
  g_autoptr (CsExamResult) result = NULL;

  show_signature (page, CS_SIGNATURE_SELF_CHECK, page->self_shape, page->self_line);
  show_signature (page, CS_SIGNATURE_SECOND_PERSON, page->second_shape, page->second_line);
  g_object_get (page->exam, "result", &result, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "preexam.sign",
                                 cs_pre_sign_can (page->exam, CS_SIGNATURE_SELF_CHECK) ||
                                     cs_pre_sign_can (page->exam, CS_SIGNATURE_SECOND_PERSON));
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "preexam.report", result != NULL);
}

static void
show_changed (CsPreexamPage *page)
{
  g_autoptr (CsSignature) signature = NULL;
  gboolean changed;

  g_object_get (page->exam, "text-changed", &changed, "self-check", &signature, NULL);
  gtk_label_set_label (page->changed_label,
                       signature != NULL ? _ ("The text has changed: the signature has lapsed. Sign again.") : _ ("The text has changed since it was examined."));
  gtk_info_bar_set_revealed (page->changed, changed);
}

static gboolean
update (gpointer data)
{
  CsPreexamPage *page = data;
  g_autoptr (CsExamRecord) record = NULL;

  page->updating = 0;
  g_object_get (page->exam, "record", &record, NULL);
  show_title (page, record);
  show_edition (page, record);
  show_counts (page);
  show_progress (page);
  show_diff (page);
  show_foot (page);
  show_changed (page);
  show_items (page);

  return G_SOURCE_REMOVE;
}

static void
queue_update (CsPreexamPage *page)
{
  if (page->updating == 0)
    page->updating = g_idle_add (update, page);
}

/* --- the user --- */

static void
on_filter (CsPreexamPage *page, GtkListBoxRow *row)
{
  if (row == NULL || page->exam == NULL)
    return;
  page->filter = filter_order[gtk_list_box_row_get_index (row)];
  open_groups (page);
  queue_update (page);
}

static void
on_run (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_pre_examination_start (CS_PREEXAM_PAGE (widget)->exam);
}

static void
on_stop (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_pre_examination_stop (CS_PREEXAM_PAGE (widget)->exam);
}

static void
on_sign (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_pre_sign_ask (GTK_WINDOW (gtk_widget_get_root (widget)), CS_PREEXAM_PAGE (widget)->exam);
}

static void
on_report (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsPreexamPage *page = CS_PREEXAM_PAGE (widget);

  cs_pre_report_ask (GTK_WINDOW (gtk_widget_get_root (widget)), page->exam, page->toasts);
}

static void
on_leave (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[LEAVE], 0);
}

static void
on_show_place (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint part;
  guint unit;
  guint start;

  g_variant_get (parameter, "(uuu)", &part, &unit, &start);
  g_signal_emit (widget, signals[SHOW_PLACE], 0, part, unit, start);
}

static CsPreItem *
find_item (CsPreexamPage *page, const char *checklist, const char *id)
{
  g_autoptr (GListModel) all = NULL;

  g_object_get (page->exam, "items", &all, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (CsPreItem) item = g_list_model_get_item (all, i);
      g_autofree char *own_list = NULL;
      g_autofree char *own_id = NULL;

      g_object_get (item, "checklist", &own_list, "id", &own_id, NULL);
      if (g_strcmp0 (own_list, checklist) == 0 && g_strcmp0 (own_id, id) == 0)
        return g_steal_pointer (&item);
    }

  return NULL;
}

static void
on_answer (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsPreexamPage *page = CS_PREEXAM_PAGE (widget);
  const char *checklist;
  const char *id;
  const char *text;
  guint verdict;
  g_autoptr (CsPreItem) item = NULL;

  g_variant_get (parameter, "(&s&su&s)", &checklist, &id, &verdict, &text);
  item = find_item (page, checklist, id);
  if (item != NULL && verdict < CS_N_VERDICTS)
    cs_pre_examination_answer (page->exam, item, verdict, text);
}

static void
on_failed (CsPreexamPage *page, const char *message)
{
  cs_toast_show (page->toasts, message);
}

/* The first time nobody needs to be asked: that is what the page was opened for. */
static void
on_loaded (CsPreexamPage *page)
{
  g_autoptr (CsExamResult) result = NULL;
  gboolean loaded;
  gboolean running;

  g_object_get (page->exam, "loaded", &loaded, "running", &running, "result", &result, NULL);
  show_choices (page);
  queue_update (page);
  if (loaded && !running && result == NULL)
    cs_pre_examination_start (page->exam);
}

/* --- the object --- */

static void
cs_preexam_page_dispose (GObject *object)
{
  CsPreexamPage *page = CS_PREEXAM_PAGE (object);

  g_clear_handle_id (&page->updating, g_source_remove);
  if (page->exam != NULL)
    cs_pre_examination_stop (page->exam);
  if (page->toasts != NULL)
    gtk_widget_unparent (GTK_WIDGET (page->toasts));
  page->toasts = NULL;
  g_clear_pointer (&page->rows, g_hash_table_unref);
  g_clear_object (&page->exam);
  g_clear_pointer (&page->language, g_free);

  G_OBJECT_CLASS (cs_preexam_page_parent_class)->dispose (object);
}

static void
add_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "preexam.run", NULL, on_run);
  gtk_widget_class_install_action (klass, "preexam.stop", NULL, on_stop);
  gtk_widget_class_install_action (klass, "preexam.sign", NULL, on_sign);
  gtk_widget_class_install_action (klass, "preexam.report", NULL, on_report);
  gtk_widget_class_install_action (klass, "preexam.leave", NULL, on_leave);
  gtk_widget_class_install_action (klass, "preexam.show-place", "(uuu)", on_show_place);
  gtk_widget_class_install_action (klass, "preexam.answer", "(ssus)", on_answer);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F5, 0, "preexam.run", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Left, GDK_ALT_MASK, "preexam.leave", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "preexam.leave", NULL);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/claimsmith/Claimsmith/ui/cs-preexam-page.ui");
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, toasts);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, title);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, run_stack);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, changed);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, changed_label);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, flap);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, progress_title);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, progress_count);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, bar);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, progress_rest);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, states);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, choices);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, diff);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, diff_rows);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, edition);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, pages);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, groups);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, self_shape);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, self_line);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, second_shape);
  gtk_widget_class_bind_template_child (klass, CsPreexamPage, second_line);
}

static void
cs_preexam_page_class_init (CsPreexamPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_preexam_page_dispose;
  signals[LEAVE] = g_signal_new ("leave", CS_TYPE_PREEXAM_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[SHOW_PLACE] =
      g_signal_new ("show-place", CS_TYPE_PREEXAM_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
  add_actions (widget_class);
}

static GtkWidget *
filter_new (CsPreexamPage *page, guint filter)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *shape = gtk_image_new ();
  GtkWidget *word =
      gtk_label_new (filter == ALL_STATES ? _ ("All") : cs_pre_state_get_word (filter));

  if (filter == ALL_STATES)
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

static void
cs_preexam_page_init (CsPreexamPage *page)
{
  page->filter = ALL_STATES;
  page->rows = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (page));
  for (guint i = 0; i < N_FILTERS; i++)
    gtk_list_box_append (page->states, filter_new (page, filter_order[i]));
  for (guint i = 0; i < ALL_STATES; i++)
    {
      page->group_of[order[i]] = cs_pre_group_new (order[i], get_row, page);
      gtk_box_append (page->groups, page->group_of[order[i]]);
    }
  open_groups (page);
  gtk_list_box_select_row (page->states, gtk_list_box_get_row_at_index (page->states, 0));
  g_signal_connect_swapped (page->states, "row-selected", G_CALLBACK (on_filter), page);
}

GtkWidget *
cs_preexam_page_new (CsPreExamination *exam, const char *language)
{
  CsPreexamPage *page = g_object_new (CS_TYPE_PREEXAM_PAGE, NULL);

  page->exam = g_object_ref (exam);
  page->language = g_strdup (language);
  g_signal_connect_object (exam, "notify", G_CALLBACK (queue_update), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (exam, "finished", G_CALLBACK (queue_update), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (exam, "failed", G_CALLBACK (on_failed), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (exam, "notify::loaded", G_CALLBACK (on_loaded), page,
                           G_CONNECT_SWAPPED);
  on_loaded (page);

  return GTK_WIDGET (page);
}

CsPreExamination *
cs_preexam_page_get_exam (CsPreexamPage *page)
{
  return page->exam;
}
