#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "../../exam/cs-messages.h"
#include "../widgets/cs-names.h"
#include "cs-finding-words.h"
#include "cs-rule-window.h"

#define CS_TYPE_RULE_WINDOW (cs_rule_window_get_type ())

G_DECLARE_FINAL_TYPE (CsRuleWindow, cs_rule_window, CS, RULE_WINDOW, AdwWindow)

struct _CsRuleWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *heading;
  GtkLabel *explain;
  AdwPreferencesGroup *clauses;
  AdwPreferencesGroup *examples;
};

G_DEFINE_FINAL_TYPE (CsRuleWindow, cs_rule_window, ADW_TYPE_WINDOW)

/* How well a clause was verified, in words. */
static const char *
get_status_word (CsBasisStatus status)
{
  switch (status)
    {
    case CS_BASIS_VERIFIED:
      return _ ("read in the source");
    case CS_BASIS_VERIFIED_2ND:
      return _ ("read in a text that quotes it");
    case CS_BASIS_VERIFIED_OLD:
      return _ ("read in an earlier edition");
    case CS_BASIS_UNVERIFIED:
    default:
      return _ ("unverified");
    }
}

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
}

static void
show_clauses (CsRuleWindow *window, const CsItem *item, CsRightType type)
{
  const char *language = cs_ui_language ();
  const char *consequence = cs_item_get_consequence (item, type);

  for (guint i = 0; i < item->bases->len; i++)
    {
      const CsLegalBasis *basis = &g_array_index (item->bases, CsLegalBasis, i);
      g_autofree char *citation = cs_legal_basis_dup_citation (basis, language);
      const char *status = get_status_word (basis->status);
      g_autofree char *words = NULL;

      /* Translators: %s is the day from which an edition of a law holds */
      words = basis->edition != NULL ? g_strdup_printf (_ ("In force %s"), basis->edition) : NULL;
      if (words != NULL)
        {
          g_autofree char *both = g_strdup_printf ("%s · %s", words, status);

          add_row (window->clauses, citation, both);
        }
      else
        add_row (window->clauses, citation, status);
    }

  add_row (window->clauses, cs_messages_get ("label", "consequence", language),
           cs_messages_get ("consequence", consequence, language));
}

/* The marked unit of an example, or the first text there is. */
static char *
dup_example_text (const CsExample *example)
{
  static const CsPart parts[] = { CS_PART_CLAIMS, CS_PART_TITLE, CS_PART_ABSTRACT,
                                  CS_PART_DESCRIPTION };
  gsize n_bytes;
  const char *text;

  if (example->marks->len > 0)
    {
      const CsSpan *mark = &g_array_index (example->marks, CsSpan, 0);

      if (mark->index != CS_NO_INDEX)
        {
          text = cs_draft_get_unit_text (example->draft, mark->part, mark->index, &n_bytes);
          return g_strndup (text, n_bytes);
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      guint n_units = cs_draft_get_n_units (example->draft, parts[i]);

      if (n_units == 0)
        continue;
      text = cs_draft_get_unit_text (example->draft, parts[i], n_units - 1, &n_bytes);
      return g_strndup (text, n_bytes);
    }

  return g_strdup ("");
}

/* One bad and one good example, in the language of the draft when there are any. */
static void
show_examples (CsRuleWindow *window, const CsItem *item, const char *language)
{
  gboolean shown[2] = { FALSE, FALSE };

  for (guint i = 0; i < item->examples->len; i++)
    {
      const CsExample *example = g_ptr_array_index (item->examples, i);
      gboolean bad = example->bad != FALSE;
      g_autofree char *text = NULL;

      if (shown[bad] || g_strcmp0 (example->draft->language, language) != 0)
        continue;
      text = dup_example_text (example);
      if (*text == '\0')
        continue;
      shown[bad] = TRUE;
      add_row (window->examples, bad ? _ ("Wrong") : _ ("Right"), text);
    }

  gtk_widget_set_visible (GTK_WIDGET (window->examples), shown[0] || shown[1]);
}

static void
cs_rule_window_class_init (CsRuleWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-rule-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsRuleWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, CsRuleWindow, explain);
  gtk_widget_class_bind_template_child (widget_class, CsRuleWindow, clauses);
  gtk_widget_class_bind_template_child (widget_class, CsRuleWindow, examples);
}

static void
cs_rule_window_init (CsRuleWindow *window)
{
  gtk_widget_init_template (GTK_WIDGET (window));
}

void
cs_rule_window_present (GtkWindow *parent, const CsExamResult *result, const CsItem *item)
{
  const char *language = cs_ui_language ();
  const char *explain = cs_words_get (&item->explain, language);
  CsRuleWindow *window = g_object_new (CS_TYPE_RULE_WINDOW, "transient-for", parent, NULL);

  adw_window_title_set_title (window->heading, cs_words_get (&item->title, language));
  adw_window_title_set_subtitle (window->heading, item->id);
  gtk_label_set_label (window->explain, explain != NULL ? explain : "");
  gtk_widget_set_visible (GTK_WIDGET (window->explain), explain != NULL);
  show_clauses (window, item, result->draft->request->type);
  show_examples (window, item, result->draft->language);
  gtk_window_present (GTK_WINDOW (window));
}
