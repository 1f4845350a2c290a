#include <string.h>

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "../../exam/cs-messages.h"
#include "../widgets/cs-names.h"
#include "cs-finding-card.h"
#include "cs-finding-row.h"
#include "cs-path-chips.h"
#include "cs-rule-window.h"
#include "cs-term-end-popover.h"

#define EXCERPT_CHARS 60
#define MAX_PATH_CHIPS 10
#define MAX_RELATED 4

struct _CsFindingCard
{
  GtkBox parent_instance;

  GtkLabel *excerpt;
  GtkLabel *message;
  GtkLabel *explain;
  CsPathChips *path;
  GtkBox *related;
  GtkLabel *certainty;
  GtkLabel *source;
  GtkWidget *decision_box;
  GtkLabel *decision;
  GtkWidget *fix;
  AdwSplitButton *fixes;
  GtkMenuButton *waive;
  GtkWidget *accept;
  GtkPopover *waive_popover;
  GtkEntry *reason;
  GtkLabel *author;
  GtkWidget *more;
  GtkWidget *ender; /* nullable: asks where a term ends */

  CsDocument *document;
  CsFindingView *view;
  const CsFindingEntry *entry;
  char fingerprint[17];
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (CsFindingCard, cs_finding_card, GTK_TYPE_BOX)

/* --- what it says --- */

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_excerpt (CsFindingCard *card)
{
  g_auto (CsExcerpt) excerpt = { 0 };

  if (card->entry == NULL)
    return;

  cs_excerpt_init (&excerpt, card->view, card->entry, EXCERPT_CHARS, cs_ui_language ());
  cs_finding_label_set (card->excerpt, &excerpt, card->entry->severity);
}

static void
on_related (GtkButton *button, CsFindingCard *card)
{
  guint n = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "related"));
  const CsReport *report = cs_finding_entry_get_first (card->entry)->report;
  const CsSpan *where = &g_array_index (report->related, CsRelated, n).where;
  guint end;
  guint start = cs_document_map_unit (card->document, where->part, where->index, &end);

  cs_document_go_to (card->document, where->part, start, end, FALSE);
}

/* "Introduced here: claim 3"; the first few of them. */
static void
show_related (CsFindingCard *card, const CsReport *report)
{
  const char *language = cs_ui_language ();
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (card->related))) != NULL)
    gtk_box_remove (card->related, old);
  for (guint i = 0; i < MIN (report->related->len, MAX_RELATED); i++)
    {
      const CsRelated *related = &g_array_index (report->related, CsRelated, i);
      const char *role = cs_messages_get ("role", related->role, language);
      g_autofree char *place = NULL;
      g_autofree char *text = NULL;
      GtkWidget *button;

      place = cs_messages_dup_place (&related->where, card->view->result, language);
      text = g_strdup_printf (_ ("%s: %s"), role, place);
      button = gtk_button_new_with_label (text);
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_widget_set_sensitive (button, related->where.index != CS_NO_INDEX);
      gtk_widget_add_css_class (button, "cs-link");
      g_object_set_data (G_OBJECT (button), "related", GUINT_TO_POINTER (i));
      g_signal_connect (button, "clicked", G_CALLBACK (on_related), card);
      gtk_box_append (card->related, button);
    }
  gtk_widget_set_visible (GTK_WIDGET (card->related), report->related->len > 0);
}

static char *
dup_fix_title (CsFindingCard *card, guint n)
{
  const CsFix *fix = &g_array_index (cs_finding_entry_get_fixes (card->entry), CsFix, n);

  return cs_messages_dup_fix (cs_finding_entry_get_first (card->entry), fix, card->view->result,
                              cs_ui_language ());
}

static void
show_fixes (CsFindingCard *card)
{
  guint n_fixes = cs_finding_entry_get_fixes (card->entry)->len;

  gtk_widget_set_visible (card->fix, n_fixes == 1);
  gtk_widget_set_visible (GTK_WIDGET (card->fixes), n_fixes > 1);
  if (n_fixes > 0)
    {
      g_autofree char *title = dup_fix_title (card, 0);

      gtk_widget_set_tooltip_text (card->fix, title);
      gtk_widget_set_tooltip_text (GTK_WIDGET (card->fixes), title);
    }
  if (n_fixes > 1)
    {
      g_autoptr (GMenu) menu = g_menu_new ();

      for (guint i = 0; i < n_fixes; i++)
        {
          g_autofree char *title = dup_fix_title (card, i);
          g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

          g_menu_item_set_action_and_target (item, "finding.fix", "u", i);
          g_menu_append_item (menu, item);
        }
      adw_split_button_set_menu_model (card->fixes, G_MENU_MODEL (menu));
    }
}

static void
show_decision (CsFindingCard *card)
{
  const CsDecision *decision = card->entry->decision;
  g_autofree char *words = decision != NULL ? cs_decision_dup_words (decision) : NULL;

  gtk_widget_set_visible (card->decision_box, decision != NULL);
  gtk_label_set_label (card->decision, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (card->waive), !card->entry->waived);
  gtk_widget_set_visible (card->accept, decision == NULL);
}

static const char *const term_actions[] = { "finding.is-term", "finding.term-ends-here",
                                            "finding.never-report-term" };

/* Returns: (transfer none) (nullable): what a finding of @check says of its argument @name; %NULL
 * when another check made it */
static const char *
get_argument (CsFindingCard *card, const char *check, const char *name)
{
  const CsFinding *finding = card->entry == NULL ? NULL : cs_finding_entry_get_first (card->entry);

  if (finding == NULL || strcmp (cs_finding_get_check_name (finding), check) != 0)
    return NULL;
  for (guint i = 0; i < finding->report->args->len; i++)
    {
      const CsArg *arg = &g_array_index (finding->report->args, CsArg, i);

      if (strcmp (arg->name, name) == 0)
        return arg->value;
    }

  return NULL;
}

/* The term that a finding about references to terms is of. */
static const char *
get_term (CsFindingCard *card)
{
  return get_argument (card, "antecedent-basis", "term");
}

/* The word that a finding about spelling is of. */
static const char *
get_word (CsFindingCard *card)
{
  return get_argument (card, "spelling", "word");
}

static void
update_actions (CsFindingCard *card)
{
  const CsSpan *where = NULL;
  gboolean open = card->entry != NULL && card->entry->decision == NULL;

  if (card->entry != NULL)
    where = &cs_finding_entry_get_first (card->entry)->report->where;
  gtk_widget_action_set_enabled (GTK_WIDGET (card), "finding.fix",
                                 card->entry != NULL && !card->stale && !card->entry->waived);
  gtk_widget_action_set_enabled (GTK_WIDGET (card), "finding.not-this-word",
                                 open && where->end > where->start);
  gtk_widget_action_set_enabled (GTK_WIDGET (card), "finding.not-this-rule", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (card), "finding.house-rule", open);
  for (guint i = 0; i < G_N_ELEMENTS (term_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (card), term_actions[i], get_term (card) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (card), "finding.learn-word", get_word (card) != NULL);
}

static void
show_entry (CsFindingCard *card)
{
  const char *language = cs_ui_language ();
  const CsFinding *finding = cs_finding_entry_get_first (card->entry);
  g_autofree char *message = cs_messages_dup (finding, card->view->result, language, NULL);
  g_autofree char *source = cs_finding_entry_dup_source (card->entry, language);

  show_excerpt (card);
  show_text (card->message, message);
  show_text (card->explain, cs_words_get (&finding->item->explain, language));
  cs_path_chips_show (card->path, card->document, card->view, finding->report->path,
                      MAX_PATH_CHIPS);
  show_related (card, finding->report);
  show_text (card->certainty,
             cs_messages_get ("certainty", cs_certainty_get_name (card->entry->certainty),
                              language));
  show_text (card->source, source);
  show_decision (card);
  show_fixes (card);
}

void
cs_finding_card_show (CsFindingCard *card, CsFindingView *view, const CsFindingEntry *entry)
{
  const char *fingerprint = entry != NULL ? cs_finding_entry_get_first (entry)->fingerprint : "";
  gboolean same = g_str_equal (card->fingerprint, fingerprint);

  if (card->view == view && card->entry == entry)
    return;

  if (view != NULL)
    cs_finding_view_ref (view);
  g_clear_pointer (&card->view, cs_finding_view_unref);
  card->view = view;
  card->entry = entry;
  g_strlcpy (card->fingerprint, fingerprint, sizeof card->fingerprint);
  if (!same)
    {
      gtk_popover_popdown (card->waive_popover);
      gtk_editable_set_text (GTK_EDITABLE (card->reason), "");
    }
  if (entry != NULL)
    show_entry (card);
  update_actions (card);
}

void
cs_finding_card_set_stale (CsFindingCard *card, gboolean stale)
{
  card->stale = stale;
  update_actions (card);
}

void
cs_finding_card_set_author (CsFindingCard *card, const char *author)
{
  /* Translators: %s is the person who decides */
  g_autofree char *text = author != NULL ? g_strdup_printf (_ ("by %s"), author) : NULL;

  show_text (card->author, text);
}

/* --- what it does --- */

void
cs_finding_card_waive (CsFindingCard *card)
{
  if (card->entry != NULL && !card->entry->waived)
    gtk_menu_button_popup (card->waive);
}

static void
on_fix (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsFindingCard *card = CS_FINDING_CARD (widget);

  if (card->entry != NULL)
    cs_document_fix (card->document, card->entry, g_variant_get_uint32 (parameter));
}

static void
on_waive (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsFindingCard *card = CS_FINDING_CARD (widget);
  g_autofree char *reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (card->reason)));

  if (card->entry == NULL)
    return;

  gtk_popover_popdown (card->waive_popover);
  gtk_editable_set_text (GTK_EDITABLE (card->reason), "");
  cs_document_decide (card->document, card->entry, CS_DECISION_WAIVED, g_strstrip (reason), FALSE);
}

static void
on_decide (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsFindingCard *card = CS_FINDING_CARD (widget);
  gboolean everywhere = g_str_equal (name, "finding.house-rule");
  CsDecisionKind kind = CS_DECISION_NOT_THIS_RULE;

  if (card->entry == NULL)
    return;

  if (g_str_equal (name, "finding.accept"))
    kind = CS_DECISION_ACCEPTED;
  else if (g_str_equal (name, "finding.not-this-word"))
    kind = CS_DECISION_NOT_THIS_WORD;
  cs_document_decide (card->document, card->entry, kind, "", everywhere);
}

static void
on_take_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsFindingCard *card = CS_FINDING_CARD (widget);

  if (card->entry != NULL && card->entry->decision != NULL)
    cs_document_revoke (card->document, card->entry->decision);
}

static void
on_say_term (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsFindingCard *card = CS_FINDING_CARD (widget);
  const char *term = get_term (card);

  if (term != NULL)
    cs_document_say_term (card->document, term,
                          g_str_equal (name, "finding.is-term") ? CS_TERM_IS_TERM :
                                                                  CS_TERM_NEVER_REPORT);
}

static void
on_learn_word (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsFindingCard *card = CS_FINDING_CARD (widget);

  if (get_word (card) != NULL)
    cs_document_learn_word (card->document, get_word (card));
}

static void
on_term_ends_here (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsFindingCard *card = CS_FINDING_CARD (widget);

  if (get_term (card) == NULL)
    return;

  if (card->ender == NULL)
    {
      card->ender = cs_term_end_popover_new (card->document);
      gtk_widget_set_parent (card->ender, card->more);
    }
  gtk_popover_popup (GTK_POPOVER (card->ender));
  cs_term_end_popover_set (CS_TERM_END_POPOVER (card->ender), get_term (card));
}

static void
on_show_rule (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsFindingCard *card = CS_FINDING_CARD (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (card->entry != NULL)
    cs_rule_window_present (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, card->view->result,
                            cs_finding_entry_get_first (card->entry)->item);
}

/* --- the object --- */

/* Colours of the excerpt are attributes, which a change of style does not reach. */
static void
cs_finding_card_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (cs_finding_card_parent_class)->css_changed (widget, change);

  show_excerpt (CS_FINDING_CARD (widget));
}

static void
cs_finding_card_dispose (GObject *object)
{
  CsFindingCard *card = CS_FINDING_CARD (object);

  g_clear_pointer (&card->ender, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (card), CS_TYPE_FINDING_CARD);
  card->entry = NULL;
  g_clear_pointer (&card->view, cs_finding_view_unref);
  g_clear_object (&card->document);

  G_OBJECT_CLASS (cs_finding_card_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CsFindingCard, excerpt);
  gtk_widget_class_bind_template_child (widget_class, CsFindingCard, message);
  gtk_widget_class_bind_template_child (widget_class, CsFindingCard, explain);
  gtk_widget_class_bind_template_child (widget_class, CsFindingCard, path);
  gtk_widget_class_bind_template_child (widget_class, CsFindingCard, related);
  gtk_widget_class_bind_template_child (widget_class, CsFindingCard, certainty);
  gtk_widget_class_bind_template_child (widget_class, CsFindingCard, source);
  gtk_widget_class_bind_template_child (widget_class, CsFindingCard, decision_box);
  gtk_widget_class_bind_template_child (widget_class, CsFindingCard, decision);
  gtk_widget_class_bind_template_child (widget_class, CsFindingCard, fix);
  gtk_widget_class_bind_template_child (widget_class, CsFindingCard, fixes);
  gtk_widget_class_bind_template_child (widget_class, CsFindingCard, waive);
  gtk_widget_class_bind_template_child (widget_class, CsFindingCard, accept);
  gtk_widget_class_bind_template_child (widget_class, CsFindingCard, waive_popover);
  gtk_widget_class_bind_template_child (widget_class, CsFindingCard, reason);
  gtk_widget_class_bind_template_child (widget_class, CsFindingCard, author);
  gtk_widget_class_bind_template_child (widget_class, CsFindingCard, more);
}

static void
cs_finding_card_class_init (CsFindingCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CS_TYPE_PATH_CHIPS);
  g_type_ensure (ADW_TYPE_SPLIT_BUTTON);
  G_OBJECT_CLASS (klass)->dispose = cs_finding_card_dispose;
  widget_class->css_changed = cs_finding_card_css_changed;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-finding-card.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "finding.fix", "u", on_fix);
  gtk_widget_class_install_action (widget_class, "finding.waive", NULL, on_waive);
  gtk_widget_class_install_action (widget_class, "finding.accept", NULL, on_decide);
  gtk_widget_class_install_action (widget_class, "finding.not-this-word", NULL, on_decide);
  gtk_widget_class_install_action (widget_class, "finding.not-this-rule", NULL, on_decide);
  gtk_widget_class_install_action (widget_class, "finding.house-rule", NULL, on_decide);
  gtk_widget_class_install_action (widget_class, "finding.take-back", NULL, on_take_back);
  gtk_widget_class_install_action (widget_class, "finding.is-term", NULL, on_say_term);
  gtk_widget_class_install_action (widget_class, "finding.never-report-term", NULL, on_say_term);
  gtk_widget_class_install_action (widget_class, "finding.term-ends-here", NULL, on_term_ends_here);
  gtk_widget_class_install_action (widget_class, "finding.learn-word", NULL, on_learn_word);
  gtk_widget_class_install_action (widget_class, "finding.show-rule", NULL, on_show_rule);
}

/* Ctrl+Enter in the popover, where Enter may belong to an input method. */
static void
add_waive_key (CsFindingCard *card)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string ("<Control>Return");

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (trigger, gtk_named_action_new ("finding.waive")));
  gtk_widget_add_controller (GTK_WIDGET (card->reason), keys);
}

static void
cs_finding_card_init (CsFindingCard *card)
{
  gtk_widget_init_template (GTK_WIDGET (card));
  add_waive_key (card);
}

GtkWidget *
cs_finding_card_new (CsDocument *document)
{
  CsFindingCard *card = g_object_new (CS_TYPE_FINDING_CARD, NULL);

  card->document = g_object_ref (document);
  return GTK_WIDGET (card);
}
