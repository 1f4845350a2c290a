#include "cs-settings.h"

#include <string.h>

#define DEFAULT_POINTS 12
#define SCHEMA "io.github.claimsmith.Claimsmith"

/* The defaults of the schema once more, for a program whose schema is not installed; tests compare
 * the two. */

enum
{
  PROP_APPEARANCE = 1,
  PROP_USE_CUSTOM_FONT,
  PROP_EDITOR_FONT,
  PROP_AUTHOR,
  PROP_OFFICES_ZH,
  PROP_OFFICES_EN,
  PROP_SHOW_OUTLINE,
  PROP_SHOW_FINDINGS,
  PROP_SEVERITIES,
  PROP_LAST_FOLDER,
  PROP_WINDOW_WIDTH,
  PROP_WINDOW_HEIGHT,
  PROP_WINDOW_MAXIMIZED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

struct _CsSettings
{
  GObject parent_instance;

  GValue values[N_PROPS];
  GSettings *kept; /* NULL without a schema */
};

G_DEFINE_ENUM_TYPE (CsAppearance, cs_appearance, G_DEFINE_ENUM_VALUE (CS_APPEARANCE_SYSTEM, "system"), G_DEFINE_ENUM_VALUE (CS_APPEARANCE_LIGHT, "light"), G_DEFINE_ENUM_VALUE (CS_APPEARANCE_DARK, "dark"))

G_DEFINE_FINAL_TYPE (CsSettings, cs_settings, G_TYPE_OBJECT)

static void
cs_settings_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_copy (&CS_SETTINGS (object)->values[id], value);
}

static void
cs_settings_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GValue *now = &CS_SETTINGS (object)->values[id];

  /* Lists are compared by address, so they always count as changed. */
  if (g_param_values_cmp (pspec, value, now) == 0)
    return;

  g_value_copy (value, now);
  g_object_notify_by_pspec (object, pspec);
}

static void
cs_settings_finalize (GObject *object)
{
  CsSettings *settings = CS_SETTINGS (object);

  g_clear_object (&settings->kept);
  for (guint i = 1; i < N_PROPS; i++)
    g_value_unset (&settings->values[i]);

  G_OBJECT_CLASS (cs_settings_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  props[PROP_APPEARANCE] = g_param_spec_enum ("appearance", NULL, NULL, CS_TYPE_APPEARANCE,
                                              CS_APPEARANCE_SYSTEM, flags);
  props[PROP_USE_CUSTOM_FONT] =
      g_param_spec_boolean ("use-custom-font", NULL, NULL, FALSE, flags);
  props[PROP_EDITOR_FONT] = g_param_spec_string ("editor-font", NULL, NULL, "Sans 12", flags);
  props[PROP_AUTHOR] = g_param_spec_string ("author", NULL, NULL, "", flags);
  props[PROP_OFFICES_ZH] = g_param_spec_boxed ("offices-zh", NULL, NULL, G_TYPE_STRV, flags);
  props[PROP_OFFICES_EN] = g_param_spec_boxed ("offices-en", NULL, NULL, G_TYPE_STRV, flags);
  props[PROP_SHOW_OUTLINE] = g_param_spec_boolean ("show-outline", NULL, NULL, TRUE, flags);
  props[PROP_SHOW_FINDINGS] = g_param_spec_boolean ("show-findings", NULL, NULL, TRUE, flags);
  props[PROP_SEVERITIES] = g_param_spec_boxed ("severities", NULL, NULL, G_TYPE_STRV, flags);
  props[PROP_LAST_FOLDER] = g_param_spec_string ("last-folder", NULL, NULL, "", flags);
  props[PROP_WINDOW_WIDTH] =
      g_param_spec_int ("window-width", NULL, NULL, 360, 32767, 1280, flags);
  props[PROP_WINDOW_HEIGHT] =
      g_param_spec_int ("window-height", NULL, NULL, 294, 32767, 800, flags);
  props[PROP_WINDOW_MAXIMIZED] =
      g_param_spec_boolean ("window-maximized", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (klass, N_PROPS, props);
}

static void
cs_settings_class_init (CsSettingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cs_settings_get_property;
  object_class->set_property = cs_settings_set_property;
  object_class->finalize = cs_settings_finalize;

  install_properties (object_class);
}

static void
set_list (CsSettings *settings, guint id, const char *const *names)
{
  g_value_set_boxed (&settings->values[id], names);
}

/* GSettings itself ends the program when a schema is missing. */
static GSettings *
find_kept (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);
  if (schema == NULL)
    {
      g_message ("The settings schema \"%s\" is not installed: settings are not kept", SCHEMA);
      return NULL;
    }

  return g_settings_new_full (schema, NULL, NULL);
}

/* A schema of another version may lack a key; that one is not kept then. */
static void
bind_all (CsSettings *settings)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  g_object_get (settings->kept, "settings-schema", &schema, NULL);
  for (guint i = 1; i < N_PROPS; i++)
    if (g_settings_schema_has_key (schema, props[i]->name))
      g_settings_bind (settings->kept, props[i]->name, settings, props[i]->name,
                       G_SETTINGS_BIND_DEFAULT);
}

static void
cs_settings_init (CsSettings *settings)
{
  for (guint i = 1; i < N_PROPS; i++)
    {
      g_value_init (&settings->values[i], props[i]->value_type);
      g_param_value_set_default (props[i], &settings->values[i]);
    }
  set_list (settings, PROP_OFFICES_ZH, (const char *[]){ "CN", NULL });
  set_list (settings, PROP_OFFICES_EN, (const char *[]){ "US", NULL });
  set_list (settings, PROP_SEVERITIES, (const char *[]){ "error", "warning", "advice", NULL });

  settings->kept = find_kept ();
  if (settings->kept != NULL)
    bind_all (settings);
}

CsSettings *
cs_settings_get_default (void)
{
  static CsSettings *the_one;

  if (the_one == NULL)
    the_one = g_object_new (CS_TYPE_SETTINGS, NULL);

  return the_one;
}

gboolean
cs_settings_is_kept (CsSettings *settings)
{
  return settings->kept != NULL;
}

char *
cs_settings_dup_author (CsSettings *settings)
{
  const char *chosen = g_value_get_string (&settings->values[PROP_AUTHOR]);
  const char *real = g_get_real_name ();

  if (chosen != NULL && *chosen != '\0')
    return g_strdup (chosen);

  return g_strdup (g_str_equal (real, "Unknown") ? g_get_user_name () : real);
}

static guint
offices_of (const char *language)
{
  return g_str_equal (language, "zh") ? PROP_OFFICES_ZH : PROP_OFFICES_EN;
}

guint
cs_settings_get_offices (CsSettings *settings, const char *language)
{
  const char *const *names = g_value_get_boxed (&settings->values[offices_of (language)]);
  guint bits = 0;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      CsOffice office = cs_office_from_name (names[i]);

      if (office != CS_OFFICE_UNKNOWN)
        bits |= 1u << office;
    }

  return bits;
}

void
cs_settings_set_office (CsSettings *settings, const char *language, CsOffice office, gboolean examines)
{
  guint bits = cs_settings_get_offices (settings, language);
  const char *names[CS_N_OFFICES + 1] = { NULL };
  guint n = 0;

  bits = examines ? bits | 1u << office : bits & ~(1u << office);
  for (guint i = CS_OFFICE_UNKNOWN + 1; i < CS_N_OFFICES; i++)
    if (bits & 1u << i)
      names[n++] = cs_office_get_name (i);

  g_object_set (settings, props[offices_of (language)]->name, names, NULL);
}

/* --- the font of the editor --- */

static char *
format_style (CsSettings *settings)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  const char *family;
  int size;

  if (g_value_get_boolean (&settings->values[PROP_USE_CUSTOM_FONT]))
    {
      pango_font_description_free (font);
      font = pango_font_description_from_string (
          g_value_get_string (&settings->values[PROP_EDITOR_FONT]));
    }

  family = pango_font_description_get_family (font);
  size = pango_font_description_get_size (font) / PANGO_SCALE;
  if (family == NULL || strpbrk (family, "\"\\\n") != NULL)
    return g_strdup_printf ("* { font-size: %dpt; }", size > 0 ? size : DEFAULT_POINTS);

  return g_strdup_printf ("* { font-family: \"%s\"; font-size: %dpt; }", family,
                          size > 0 ? size : DEFAULT_POINTS);
}

static void
update_editor (CsSettings *settings, GParamSpec *pspec, gpointer view)
{
  GtkCssProvider *provider = g_object_get_data (view, "cs-font");
  g_autofree char *style = format_style (settings);

  gtk_css_provider_load_from_data (provider, style, -1);
}

void
cs_settings_bind_editor (CsSettings *settings, GtkWidget *view)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  g_object_set_data_full (G_OBJECT (view), "cs-font", provider, g_object_unref);
  gtk_style_context_add_provider (gtk_widget_get_style_context (view),
                                  GTK_STYLE_PROVIDER (provider),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect_object (settings, "notify::use-custom-font", G_CALLBACK (update_editor), view,
                           0);
  g_signal_connect_object (settings, "notify::editor-font", G_CALLBACK (update_editor), view, 0);
  update_editor (settings, NULL, view);
}
