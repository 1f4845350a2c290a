#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-filing-list.h"

#define MAX_FIELDS 4

/* Of a priority, and of a person. */
enum
{
  FIELD_COUNTRY,
  FIELD_NUMBER,
  FIELD_DATE
};

enum
{
  FIELD_NAME,
  FIELD_NATIONALITY,
  FIELD_IDENTITY,
  FIELD_ADDRESS
};

/*
 * @row: what stands in the list: the entry itself, or what holds several
 * @entries: those that there are
 * @problem: says what is wrong, below @row
 */
typedef struct
{
  GtkWidget *row;
  GtkEditable *entries[MAX_FIELDS];
  GtkLabel *problem;
  GtkWidget *problem_row;
} Value;

struct _CsFilingList
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *values;
  GtkWidget *add;
  char *value_title;
  CsFilingKind kind;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (CsFilingList, cs_filing_list, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS
};

enum
{
  PROPERTY_VALUE_TITLE = 1,
  N_PROPERTIES
};

static guint signals[N_SIGNALS];
static GParamSpec *properties[N_PROPERTIES];

/* --- one value --- */

static void
show_priority (const Value *value)
{
  g_autofree char *summary =
      g_strdup_printf ("%s %s", gtk_editable_get_text (value->entries[FIELD_COUNTRY]),
                       gtk_editable_get_text (value->entries[FIELD_NUMBER]));

  g_strstrip (summary);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (value->row),
                                 *summary != '\0' ? summary : _ ("New priority"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (value->row),
                                 gtk_editable_get_text (value->entries[FIELD_DATE]));
}

/* The number of an identity card is nobody's business who looks over a shoulder. */
static void
show_person (const Value *value)
{
  const char *name = gtk_editable_get_text (value->entries[FIELD_NAME]);
  const char *country = gtk_editable_get_text (value->entries[FIELD_NATIONALITY]);
  const char *address = gtk_editable_get_text (value->entries[FIELD_ADDRESS]);
  g_autofree char *known =
      g_strconcat (country, *country != '\0' && *address != '\0' ? " · " : "", address, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (value->row),
                                 *name != '\0' ? name : _ ("New name"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (value->row), known);
}

static void
show_summary (const CsFilingList *list, const Value *value)
{
  if (list->kind == CS_FILING_PRIORITIES)
    show_priority (value);
  else if (list->kind == CS_FILING_PERSONS)
    show_person (value);
}

static void
on_typed (GtkEditable *entry, CsFilingList *list)
{
  for (guint i = 0; i < list->values->len; i++)
    show_summary (list, g_ptr_array_index (list->values, i));
  if (!list->filling)
    g_signal_emit (list, signals[CHANGED], 0);
}

static GtkEditable *
entry_new (CsFilingList *list, const char *title)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  g_signal_connect (entry, "changed", G_CALLBACK (on_typed), list);
  return GTK_EDITABLE (entry);
}

static void
on_remove (GtkButton *button, CsFilingList *list)
{
  Value *value = g_object_get_data (G_OBJECT (button), "value");

  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (list), value->problem_row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (list), value->row);
  g_ptr_array_remove (list->values, value);
  gtk_widget_grab_focus (list->add);
  g_signal_emit (list, signals[CHANGED], 0);
}

static GtkWidget *
remove_button_new (CsFilingList *list, Value *value)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove"), -1);
  g_object_set_data (G_OBJECT (button), "value", value);
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove), list);

  return button;
}

static void
make_text (CsFilingList *list, Value *value)
{
  value->entries[0] = entry_new (list, list->value_title);
  value->row = GTK_WIDGET (value->entries[0]);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (value->row), remove_button_new (list, value));
}

static void
make_fields (CsFilingList *list, Value *value)
{
  static const char *const priority[MAX_FIELDS] = {
    [FIELD_COUNTRY] = N_ ("Country or office"),
    [FIELD_NUMBER] = N_ ("Number"),
    [FIELD_DATE] = N_ ("Date"),
  };
  static const char *const person[MAX_FIELDS] = {
    [FIELD_NAME] = N_ ("Name"),
    [FIELD_NATIONALITY] = N_ ("Nationality or seat"),
    [FIELD_IDENTITY] = N_ ("Identity card or social credit code"),
    [FIELD_ADDRESS] = N_ ("Address"),
  };
  const char *const *titles = list->kind == CS_FILING_PERSONS ? person : priority;
  AdwExpanderRow *row = ADW_EXPANDER_ROW (adw_expander_row_new ());

  value->row = GTK_WIDGET (row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  for (guint i = 0; i < MAX_FIELDS && titles[i] != NULL; i++)
    {
      value->entries[i] = entry_new (list, _ (titles[i]));
      adw_expander_row_add_row (row, GTK_WIDGET (value->entries[i]));
    }
  adw_expander_row_add_action (row, remove_button_new (list, value));
  show_summary (list, value);
}

static void
make_problem (Value *value)
{
  GtkWidget *label = gtk_label_new (NULL);

  value->problem = GTK_LABEL (label);
  gtk_label_set_xalign (value->problem, 0);
  gtk_label_set_wrap (value->problem, TRUE);
  gtk_widget_add_css_class (label, "cs-problem");
  value->problem_row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (value->problem_row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (value->problem_row), FALSE);
  gtk_widget_set_focusable (value->problem_row, FALSE);
  gtk_widget_set_visible (value->problem_row, FALSE);
}

static Value *
add_value (CsFilingList *list)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (list);
  Value *value = g_new0 (Value, 1);

  if (list->kind == CS_FILING_TEXTS)
    make_text (list, value);
  else
    make_fields (list, value);
  make_problem (value);
  g_ptr_array_add (list->values, value);
  adw_preferences_group_add (group, value->row);
  adw_preferences_group_add (group, value->problem_row);

  return value;
}

static void
on_add (GtkButton *button, CsFilingList *list)
{
  Value *value = add_value (list);

  if (list->kind != CS_FILING_TEXTS)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (value->row), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (value->entries[0]));
  g_signal_emit (list, signals[CHANGED], 0);
}

/* --- all of them --- */

void
cs_filing_list_set_kind (CsFilingList *list, CsFilingKind kind)
{
  list->kind = kind;
}

static void
set_field (Value *value, guint field, const char *text)
{
  gtk_editable_set_text (value->entries[field], text != NULL ? text : "");
}

void
cs_filing_list_set_names (CsFilingList *list,
                          const char *const *values,
                          const CsRequest *request)
{
  list->filling = TRUE;
  for (guint i = 0; values[i] != NULL; i++)
    {
      const CsPerson *person =
          request == NULL ? NULL : cs_request_find_person (request, values[i]);
      Value *value = add_value (list);

      set_field (value, 0, values[i]);
      if (person == NULL)
        continue;
      set_field (value, FIELD_NATIONALITY, person->country);
      set_field (value, FIELD_IDENTITY, person->identity);
      set_field (value, FIELD_ADDRESS, person->address);
    }
  list->filling = FALSE;
}

char **
cs_filing_list_dup_names (CsFilingList *list)
{
  char **names = g_new0 (char *, list->values->len + 1);

  for (guint i = 0; i < list->values->len; i++)
    {
      Value *value = g_ptr_array_index (list->values, i);

      names[i] = g_strstrip (g_strdup (gtk_editable_get_text (value->entries[0])));
    }

  return names;
}

void
cs_filing_list_show_priorities (CsFilingList *list, const GArray *priorities)
{
  list->filling = TRUE;
  for (guint i = 0; i < priorities->len; i++)
    {
      const CsPriorityClaim *priority = &g_array_index (priorities, CsPriorityClaim, i);
      Value *value = add_value (list);

      set_field (value, FIELD_COUNTRY, priority->country);
      set_field (value, FIELD_NUMBER, priority->number);
      set_field (value, FIELD_DATE, priority->date);
    }
  list->filling = FALSE;
}

static char *
dup_field (const Value *value, guint field)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (value->entries[field])));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

void
cs_filing_list_read_priorities (CsFilingList *list, GArray *priorities)
{
  g_array_set_size (priorities, 0);
  for (guint i = 0; i < list->values->len; i++)
    {
      const Value *value = g_ptr_array_index (list->values, i);
      CsPriorityClaim priority = { dup_field (value, FIELD_COUNTRY),
                                   dup_field (value, FIELD_NUMBER),
                                   dup_field (value, FIELD_DATE) };

      g_array_append_val (priorities, priority);
    }
}

static CsPerson *
find_person (GArray *persons, const char *name)
{
  for (guint i = 0; i < persons->len; i++)
    {
      CsPerson *person = &g_array_index (persons, CsPerson, i);

      if (strcmp (person->name, name) == 0)
        return person;
    }

  return NULL;
}

/* @known: where nothing is known yet, what @value tells is put */
static void
complete (char **known, const Value *value, guint field)
{
  if (*known == NULL)
    *known = dup_field (value, field);
}

void
cs_filing_list_add_persons (CsFilingList *list, GArray *persons)
{
  for (guint i = 0; i < list->values->len; i++)
    {
      const Value *value = g_ptr_array_index (list->values, i);
      g_autofree char *name = dup_field (value, FIELD_NAME);
      CsPerson other = { NULL };
      CsPerson *person;

      if (name == NULL)
        continue;
      person = find_person (persons, name);
      complete (person != NULL ? &person->country : &other.country, value, FIELD_NATIONALITY);
      complete (person != NULL ? &person->identity : &other.identity, value, FIELD_IDENTITY);
      complete (person != NULL ? &person->address : &other.address, value, FIELD_ADDRESS);
      if (other.country == NULL && other.identity == NULL && other.address == NULL)
        continue;
      other.name = g_steal_pointer (&name);
      g_array_append_val (persons, other);
    }
}

void
cs_filing_list_clear_marks (CsFilingList *list)
{
  for (guint i = 0; i < list->values->len; i++)
    {
      Value *value = g_ptr_array_index (list->values, i);

      gtk_widget_remove_css_class (value->row, "error");
      gtk_widget_remove_css_class (GTK_WIDGET (value->problem), "error");
      gtk_widget_set_visible (value->problem_row, FALSE);
    }
}

void
cs_filing_list_mark (CsFilingList *list, guint index, const char *words, gboolean blocks)
{
  Value *value;

  if (index >= list->values->len)
    return;

  value = g_ptr_array_index (list->values, index);
  gtk_label_set_label (value->problem, words);
  gtk_widget_set_visible (value->problem_row, TRUE);
  if (!blocks)
    return;

  gtk_widget_add_css_class (value->row, "error");
  gtk_widget_add_css_class (GTK_WIDGET (value->problem), "error");
}

/* --- the object --- */

static void
cs_filing_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, CS_FILING_LIST (object)->value_title);
}

static void
cs_filing_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CsFilingList *list = CS_FILING_LIST (object);

  g_free (list->value_title);
  list->value_title = g_value_dup_string (value);
}

static void
cs_filing_list_finalize (GObject *object)
{
  CsFilingList *list = CS_FILING_LIST (object);

  g_ptr_array_unref (list->values);
  g_free (list->value_title);

  G_OBJECT_CLASS (cs_filing_list_parent_class)->finalize (object);
}

static void
cs_filing_list_class_init (CsFilingListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cs_filing_list_get_property;
  object_class->set_property = cs_filing_list_set_property;
  object_class->finalize = cs_filing_list_finalize;
  properties[PROPERTY_VALUE_TITLE] = g_param_spec_string (
      "value-title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[CHANGED] = g_signal_new ("changed", CS_TYPE_FILING_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
cs_filing_list_init (CsFilingList *list)
{
  list->values = g_ptr_array_new_with_free_func (g_free);
  list->value_title = g_strdup ("");
  list->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (list->add, "flat");
  gtk_widget_set_tooltip_text (list->add, _ ("Add"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list->add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add"), -1);
  g_signal_connect (list->add, "clicked", G_CALLBACK (on_add), list);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (list), list->add);
}
