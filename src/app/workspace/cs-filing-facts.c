#include <glib/gi18n-lib.h>

#include "../../exam/cs-centre.h"
#include "cs-filing-facts.h"

struct _CsFilingFacts
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *rows[CS_N_FACTS]; /* an entry, or a choice of what is said */
  char **centres;              /* ids, in the order of the choice from its second line on */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (CsFilingFacts, cs_filing_facts, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const titles[CS_N_FACTS] = {
  [CS_FACT_APPLICATION_NUMBER] = N_ ("Application number"),
  [CS_FACT_AGENT] = N_ ("Attorney"),
  [CS_FACT_CONTACT] = N_ ("Contact"),
  [CS_FACT_PLACE_MADE] = N_ ("Country where the invention was made"),
  [CS_FACT_CENTRE] = N_ ("Centre for pre-examination"),
  [CS_FACT_PARENT_NUMBER] = N_ ("Number of the application divided"),
  [CS_FACT_PARENT_DATE] = N_ ("Filing date of the application divided"),
  [CS_FACT_INTERNATIONAL_NUMBER] = N_ ("Number of the international application"),
  [CS_FACT_INTERNATIONAL_DATE] = N_ ("International filing date"),
  [CS_FACT_ENTRY_DATE] = N_ ("Entry into the national phase"),
  [CS_FACT_DISCLOSED] = N_ ("Earliest public act"),
  [CS_FACT_ABROAD] = N_ ("To be filed abroad too"),
  [CS_FACT_EXAMINATION] = N_ ("Substantive examination requested"),
  [CS_FACT_EARLY_PUBLICATION] = N_ ("Early publication requested"),
  [CS_FACT_AMENDMENT_WAIVER] = N_ ("Voluntary amendments waived"),
  [CS_FACT_SECRECY_EXAMINATION] = N_ ("Confidentiality examination requested"),
  [CS_FACT_SAME_DAY] = N_ ("Utility model of the same day declared"),
  [CS_FACT_GRACE] = N_ ("Disclosure without loss of novelty declared"),
};

static gboolean
is_choice (CsRequestFact fact)
{
  return fact == CS_FACT_CENTRE || cs_request_fact_is_yes_no (fact);
}

#define ON(route) (1u << (route))

/* The routes on which the office asks for a fact; on all of them when there is none. */
static const guint routes[CS_N_FACTS] = {
  [CS_FACT_PARENT_NUMBER] = ON (CS_ROUTE_DIVISIONAL),
  [CS_FACT_PARENT_DATE] = ON (CS_ROUTE_DIVISIONAL),
  [CS_FACT_INTERNATIONAL_NUMBER] = ON (CS_ROUTE_PCT_NATIONAL),
  [CS_FACT_INTERNATIONAL_DATE] = ON (CS_ROUTE_PCT_NATIONAL),
  [CS_FACT_ENTRY_DATE] = ON (CS_ROUTE_PCT_NATIONAL),
  [CS_FACT_CENTRE] = ON (CS_ROUTE_PRE_EXAMINATION),
  [CS_FACT_AMENDMENT_WAIVER] = ON (CS_ROUTE_PRE_EXAMINATION),
  [CS_FACT_SAME_DAY] = ON (CS_ROUTE_DIRECT) | ON (CS_ROUTE_SAME_DAY_PAIR),
};

static gboolean
is_wanted (CsRequestFact fact, CsRoute route)
{
  return routes[fact] == 0 || (routes[fact] & ON (route)) != 0;
}

static void
on_changed (CsFilingFacts *facts)
{
  if (!facts->filling)
    g_signal_emit (facts, signals[CHANGED], 0);
}

/* --- rows --- */

static GtkWidget *
entry_new (CsFilingFacts *facts)
{
  GtkWidget *row = adw_entry_row_new ();

  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_changed), facts);

  return row;
}

static GtkWidget *
choice_new (CsFilingFacts *facts, const char *const *lines)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (lines);

  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (on_changed), facts);

  return row;
}

static GtkWidget *
answer_new (CsFilingFacts *facts)
{
  const char *lines[CS_SAID_YES + 2] = { [CS_SAID_NOTHING] = _ ("Not known"),
                                         [CS_SAID_NO] = _ ("No"),
                                         [CS_SAID_YES] = _ ("Yes") };

  return choice_new (facts, lines);
}

/* As it calls itself; a file that cannot be read has its id for a name. */
static char *
dup_centre_name (const char *id)
{
  g_autoptr (CsCentre) centre = cs_centre_load (id, NULL);

  return g_strdup (centre != NULL ? centre->name : id);
}

static GtkWidget *
centres_new (CsFilingFacts *facts)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  facts->centres = cs_centre_list ();
  g_ptr_array_add (names, g_strdup (_ ("Not known")));
  for (guint i = 0; facts->centres[i] != NULL; i++)
    g_ptr_array_add (names, dup_centre_name (facts->centres[i]));
  g_ptr_array_add (names, NULL);

  return choice_new (facts, (const char *const *)names->pdata);
}

static GtkWidget *
row_new (CsFilingFacts *facts, CsRequestFact fact)
{
  if (fact == CS_FACT_CENTRE)
    return centres_new (facts);

  return cs_request_fact_is_yes_no (fact) ? answer_new (facts) : entry_new (facts);
}

/* --- what is shown and read --- */

/* A centre whose file is gone is added to the choice: nothing the sheet says is lost. */
static guint
find_centre (CsFilingFacts *facts, const char *id)
{
  AdwComboRow *row = ADW_COMBO_ROW (facts->rows[CS_FACT_CENTRE]);
  guint n_centres = g_strv_length (facts->centres);

  if (id == NULL)
    return 0;
  for (guint i = 0; i < n_centres; i++)
    if (g_str_equal (facts->centres[i], id))
      return i + 1;

  facts->centres = g_renew (char *, facts->centres, n_centres + 2);
  facts->centres[n_centres] = g_strdup (id);
  facts->centres[n_centres + 1] = NULL;
  gtk_string_list_append (GTK_STRING_LIST (adw_combo_row_get_model (row)), id);

  return n_centres + 1;
}

void
cs_filing_facts_show (CsFilingFacts *facts, const CsRequest *request)
{
  facts->filling = TRUE;
  for (CsRequestFact fact = 0; fact < CS_N_FACTS; fact++)
    {
      const char *value = request->facts[fact];

      if (fact == CS_FACT_CENTRE)
        adw_combo_row_set_selected (ADW_COMBO_ROW (facts->rows[fact]), find_centre (facts, value));
      else if (is_choice (fact))
        adw_combo_row_set_selected (ADW_COMBO_ROW (facts->rows[fact]),
                                    cs_request_get_said (request, fact));
      else
        gtk_editable_set_text (GTK_EDITABLE (facts->rows[fact]), value != NULL ? value : "");
    }
  facts->filling = FALSE;

  cs_filing_facts_set_route (facts, request->route);
}

static gboolean
is_known (CsFilingFacts *facts, CsRequestFact fact)
{
  if (is_choice (fact))
    return adw_combo_row_get_selected (ADW_COMBO_ROW (facts->rows[fact])) > 0;

  return *gtk_editable_get_text (GTK_EDITABLE (facts->rows[fact])) != '\0';
}

void
cs_filing_facts_set_route (CsFilingFacts *facts, CsRoute route)
{
  for (CsRequestFact fact = 0; fact < CS_N_FACTS; fact++)
    gtk_widget_set_visible (facts->rows[fact], is_wanted (fact, route) || is_known (facts, fact));
}

static char *
dup_value (CsFilingFacts *facts, CsRequestFact fact)
{
  guint selected;

  if (!is_choice (fact))
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (facts->rows[fact]))));

  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (facts->rows[fact]));
  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  if (fact == CS_FACT_CENTRE)
    return g_strdup (facts->centres[selected - 1]);

  return g_strdup (selected == CS_SAID_YES ? "yes" : "no");
}

void
cs_filing_facts_read (CsFilingFacts *facts, CsRequest *request)
{
  for (CsRequestFact fact = 0; fact < CS_N_FACTS; fact++)
    {
      g_autofree char *value = dup_value (facts, fact);

      cs_request_set_fact (request, fact, value);
    }
}

/* --- what is wrong --- */

void
cs_filing_facts_clear_marks (CsFilingFacts *facts)
{
  for (CsRequestFact fact = 0; fact < CS_N_FACTS; fact++)
    {
      gtk_widget_remove_css_class (facts->rows[fact], "error");
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (facts->rows[fact]), _ (titles[fact]));
    }
}

void
cs_filing_facts_mark (CsFilingFacts *facts, CsRequestFact fact, const char *words)
{
  g_autofree char *title = g_strdup_printf ("%s: %s", _ (titles[fact]), words);

  gtk_widget_add_css_class (facts->rows[fact], "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (facts->rows[fact]), title);
}

/* --- the object --- */

static void
cs_filing_facts_finalize (GObject *object)
{
  g_strfreev (CS_FILING_FACTS (object)->centres);

  G_OBJECT_CLASS (cs_filing_facts_parent_class)->finalize (object);
}

static void
cs_filing_facts_class_init (CsFilingFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_filing_facts_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cs_filing_facts_init (CsFilingFacts *facts)
{
  for (CsRequestFact fact = 0; fact < CS_N_FACTS; fact++)
    {
      facts->rows[fact] = row_new (facts, fact);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (facts->rows[fact]), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (facts->rows[fact]), _ (titles[fact]));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (facts), facts->rows[fact]);
    }
}
