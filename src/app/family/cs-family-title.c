#include "cs-family-private.h"

#include <glib/gi18n-lib.h>

#include "../../store/cs-library-marks.h"
#include "cs-legal-words.h"

#define MAX_APPLICANTS 3 /* by name */

/* --- facts --- */

static guint
count_publications (const CsFamily *family)
{
  guint n = 0;

  for (guint i = 0; i < family->applications->len; i++)
    n += ((const CsApplication *)family->applications->pdata[i])->publications->len;

  return n;
}

static char *
dup_applicants (const CsFamily *family)
{
  GString *names = g_string_new (NULL);
  guint n = family->applicants->len;

  for (guint i = 0; i < MIN (n, MAX_APPLICANTS); i++)
    g_string_append_printf (names, i == 0 ? "%s" : "; %s",
                            (const char *)family->applicants->pdata[i]);
  if (n > MAX_APPLICANTS)
    g_string_append_printf (names, ngettext (" and %u more", " and %u more", n - MAX_APPLICANTS),
                            n - MAX_APPLICANTS);
  if (n == 0)
    g_string_append (names, _ ("applicant unknown"));

  return g_string_free (names, FALSE);
}

static void
show_facts (CsFamilyPage *page, const CsFamily *family)
{
  guint n_applications = family->applications->len;
  guint n_publications = count_publications (family);
  g_autofree char *applicants = dup_applicants (family);
  g_autofree char *applications = g_strdup_printf (
      ngettext ("%u application", "%u applications", n_applications), n_applications);
  g_autofree char *publications = g_strdup_printf (
      ngettext ("%u publication", "%u publications", n_publications), n_publications);
  /* Translators: applicants; counts of applications and of publications */
  g_autofree char *text =
      g_strdup_printf (_ ("%s · %s, %s"), applicants, applications, publications);

  gtk_label_set_text (page->facts, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (page->facts), text);
}

/* --- the rule --- */

char *
cs_family_dup_name (gint64 family)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, family);
}

/* An application that an office has alone is a family of its own, of which nobody learns anything.
 */
static gboolean
is_offered (const CsFamilyChoice *choice, const CsFamily *family)
{
  return choice->family == family->store_id || choice->rule != CS_FAMILY_DOMESTIC ||
         choice->n_applications > 1;
}

static GMenuModel *
create_choices (CsFamilyPage *page)
{
  const GPtrArray *choices = cs_family_view_get_choices (page->view);
  const CsFamily *family = cs_family_view_get_family (page->view);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < choices->len; i++)
    {
      const CsFamilyChoice *choice = choices->pdata[i];
      g_autofree char *label = cs_family_choice_dup_label (choice);
      g_autofree char *name = cs_family_dup_name (choice->family);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      if (!is_offered (choice, family))
        continue;
      g_menu_item_set_action_and_target (item, "family.rule", "s", name);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static void
show_rule (CsFamilyPage *page, const CsFamily *family)
{
  g_autofree char *rule = cs_family_dup_rule (family->rule, family->source);
  g_autofree char *day = cs_office_date_dup_text (family->as_of);
  /* Translators: rule of the family; day of its data */
  g_autofree char *text =
      *day != '\0' ? g_strdup_printf (_ ("%s, data of %s"), rule, day) : g_strdup (rule);
  g_autoptr (GMenuModel) choices = create_choices (page);

  gtk_label_set_text (page->rule_text, text);
  gtk_menu_button_set_menu_model (page->rule, choices);
}

/* --- marks --- */

static void
append_pills (GtkBox *box, char *const *names, const char *css_class)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      GtkWidget *pill = gtk_label_new (names[i]);

      gtk_label_set_ellipsize (GTK_LABEL (pill), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (pill), 24);
      gtk_widget_add_css_class (pill, "cs-pill");
      gtk_widget_add_css_class (pill, css_class);
      gtk_box_append (box, pill);
    }
}

static void
show_pills (CsFamilyPage *page, const CsFamilyMarks *marks)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (page->pills))) != NULL)
    gtk_box_remove (page->pills, child);
  append_pills (page->pills, marks->pools, "cs-pool");
  append_pills (page->pills, marks->tags, "cs-family-tag");
  gtk_widget_set_visible (GTK_WIDGET (page->pills), *marks->pools != NULL || *marks->tags != NULL);
}

static void
show_rating (CsFamilyPage *page, guint rating)
{
  g_autofree char *text =
      rating == 0 ? g_strdup (_ ("Not rated")) :
                    /* Translators: a rating from 1 to 5 */
                    g_strdup_printf (_ ("Rated %u of %u"), rating, CS_MAX_RATING);
  GtkWidget *star = gtk_widget_get_first_child (GTK_WIDGET (page->stars));

  gtk_menu_button_set_icon_name (page->rating,
                                 rating > 0 ? "starred-symbolic" : "non-starred-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (page->rating), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (page->rating), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  for (guint i = 1; star != NULL && i <= CS_MAX_RATING; i++)
    {
      gtk_button_set_icon_name (GTK_BUTTON (star),
                                i <= rating ? "starred-symbolic" : "non-starred-symbolic");
      star = gtk_widget_get_next_sibling (star);
    }
}

void
cs_family_add_stars (CsFamilyPage *page)
{
  for (guint i = 1; i <= CS_MAX_RATING; i++)
    {
      GtkWidget *star = gtk_button_new_from_icon_name ("non-starred-symbolic");
      g_autofree char *text = g_strdup_printf (ngettext ("%u star", "%u stars", i), i);

      gtk_widget_add_css_class (star, "flat");
      gtk_widget_set_tooltip_text (star, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (star), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                      -1);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (star), "family.rate");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (star), "u", i);
      gtk_box_insert_child_after (page->stars, star,
                                  i == 1 ? NULL :
                                           gtk_widget_get_last_child (GTK_WIDGET (page->stars)));
    }
}

void
cs_family_show_title (CsFamilyPage *page)
{
  const CsFamily *family = cs_family_view_get_family (page->view);
  const CsFamilyMarks *marks = cs_family_view_get_marks (page->view);

  gtk_label_set_text (page->title, *family->title != '\0' ? family->title : _ ("No title"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (page->title), family->title);
  show_facts (page, family);
  show_rule (page, family);
  show_pills (page, marks);
  show_rating (page, marks->rating);
  gtk_label_set_text (page->note, marks->note);
  gtk_widget_set_visible (GTK_WIDGET (page->note), *marks->note != '\0');
  cs_marks_popover_show (page->marks, page->view);
}
