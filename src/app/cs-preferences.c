#include "cs-preferences.h"

#include "cs-preferences-library.h"
#include "widgets/cs-names.h"

struct _CsPreferences
{
  AdwPreferencesWindow parent_instance;

  AdwComboRow *appearance;
  GtkSwitch *use_custom_font;
  GtkFontButton *font;
  AdwEntryRow *author;
  GtkBox *offices_zh;
  GtkBox *offices_en;
};

G_DEFINE_FINAL_TYPE (CsPreferences, cs_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* One toggle of an office, and of which drafts it speaks. */
typedef struct
{
  CsSettings *settings;
  const char *language;
  CsOffice office;
} Choice;

static void
on_office_toggled (GtkToggleButton *button, Choice *choice)
{
  cs_settings_set_office (choice->settings, choice->language, choice->office,
                          gtk_toggle_button_get_active (button));
}

static void
free_choice (gpointer choice, GClosure *closure)
{
  g_free (choice);
}

static void
add_offices (GtkBox *box, CsSettings *settings, const char *language)
{
  guint chosen = cs_settings_get_offices (settings, language);

  for (guint i = CS_OFFICE_UNKNOWN + 1; i < CS_N_OFFICES; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (cs_office_get_name (i));
      Choice *choice = g_new (Choice, 1);

      *choice = (Choice){ .settings = settings, .language = language, .office = i };
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), (chosen & 1u << i) != 0);
      gtk_widget_set_tooltip_text (button, cs_office_get_label (i));
      g_signal_connect_data (button, "toggled", G_CALLBACK (on_office_toggled), choice, free_choice,
                             0);
      gtk_box_append (box, button);
    }
}

static void
cs_preferences_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_PREFERENCES);

  G_OBJECT_CLASS (cs_preferences_parent_class)->dispose (object);
}

static void
cs_preferences_class_init (CsPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_preferences_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, CsPreferences, appearance);
  gtk_widget_class_bind_template_child (widget_class, CsPreferences, use_custom_font);
  gtk_widget_class_bind_template_child (widget_class, CsPreferences, font);
  gtk_widget_class_bind_template_child (widget_class, CsPreferences, author);
  gtk_widget_class_bind_template_child (widget_class, CsPreferences, offices_zh);
  gtk_widget_class_bind_template_child (widget_class, CsPreferences, offices_en);
}

static void
cs_preferences_init (CsPreferences *preferences)
{
  gtk_widget_init_template (GTK_WIDGET (preferences));
}

/* The rows stand in the order of the enumeration. */
static gboolean
appearance_to_row (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_set_uint (to, g_value_get_enum (from));

  return TRUE;
}

static gboolean
row_to_appearance (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_set_enum (to, g_value_get_uint (from));

  return TRUE;
}

GtkWidget *
cs_preferences_new (CsSettings *settings, CsLibraryService *library)
{
  const GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;
  CsPreferences *preferences = g_object_new (CS_TYPE_PREFERENCES, NULL);

  g_object_bind_property_full (settings, "appearance", preferences->appearance, "selected", both,
                               appearance_to_row, row_to_appearance, NULL, NULL);
  g_object_bind_property (settings, "use-custom-font", preferences->use_custom_font, "active",
                          both);
  g_object_bind_property (settings, "editor-font", preferences->font, "font", both);
  g_object_bind_property (settings, "use-custom-font", preferences->font, "sensitive",
                          G_BINDING_SYNC_CREATE);

  g_object_bind_property (settings, "author", preferences->author, "text", both);
  add_offices (preferences->offices_zh, settings, "zh");
  add_offices (preferences->offices_en, settings, "en");
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (preferences),
                              cs_preferences_library_new (library));

  return GTK_WIDGET (preferences);
}
