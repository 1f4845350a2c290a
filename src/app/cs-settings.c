#include "cs-settings.h"

#include <string.h>

#define SCHEMA "io.github.claimsmith.Claimsmith"
#define MAX_WORD_FILES 64 /* of which matters one is remembered */

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
  PROP_EXPORT_FORMAT,
  PROP_WORD_FILES,
  PROP_WINDOW_WIDTH,
  PROP_WINDOW_HEIGHT,
  PROP_WINDOW_MAXIMIZED,
  PROP_ROOM,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

struct _CsSettings
{
  GObject parent_instance;

  GValue values[N_PROPS];
  GSettings *kept; /* NULL without a schema */
};

G_DEFINE_ENUM_TYPE (CsAppearance,
                    cs_appearance,
                    G_DEFINE_ENUM_VALUE (CS_APPEARANCE_SYSTEM, "system"),
                    G_DEFINE_ENUM_VALUE (CS_APPEARANCE_LIGHT, "light"),
                    G_DEFINE_ENUM_VALUE (CS_APPEARANCE_DARK, "dark"))

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
  props[PROP_EXPORT_FORMAT] = g_param_spec_string ("export-format", NULL, NULL, "docx", flags);
  props[PROP_WORD_FILES] = g_param_spec_boxed ("word-files", NULL, NULL, G_TYPE_STRV, flags);
  props[PROP_WINDOW_WIDTH] =
      g_param_spec_int ("window-width", NULL, NULL, 360, 32767, 1280, flags);
  props[PROP_WINDOW_HEIGHT] =
      g_param_spec_int ("window-height", NULL, NULL, 294, 32767, 800, flags);
  props[PROP_WINDOW_MAXIMIZED] =
      g_param_spec_boolean ("window-maximized", NULL, NULL, FALSE, flags);
  props[PROP_ROOM] = g_param_spec_string ("room", NULL, NULL, "drafts", flags);

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
  set_list (settings, PROP_WORD_FILES, (const char *[]){ NULL });

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
cs_settings_set_office (CsSettings *settings,
                        const char *language,
                        CsOffice office,
                        gboolean examines)
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

guint
cs_settings_get_severities (CsSettings *settings)
{
  const char *const *names = g_value_get_boxed (&settings->values[PROP_SEVERITIES]);
  guint bits = 0;

  for (CsSeverity severity = 0; names != NULL && severity < CS_N_SEVERITIES; severity++)
    if (g_strv_contains (names, cs_severity_get_name (severity)))
      bits |= 1u << severity;

  return bits;
}

void
cs_settings_set_severities (CsSettings *settings, guint severities)
{
  const char *names[CS_N_SEVERITIES + 1] = { NULL };
  guint n = 0;

  for (CsSeverity severity = 0; severity < CS_N_SEVERITIES; severity++)
    if (severities & 1u << severity)
      names[n++] = cs_severity_get_name (severity);

  g_object_set (settings, "severities", names, NULL);
}

char *
cs_settings_dup_font (CsSettings *settings)
{
  if (!g_value_get_boolean (&settings->values[PROP_USE_CUSTOM_FONT]))
    return NULL;

  return g_value_dup_string (&settings->values[PROP_EDITOR_FONT]);
}

/* --- the Word file of a matter: "ID PATH", the newest last --- */

static char *
dup_file_prefix (gint64 matter)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " ", matter);
}

char *
cs_settings_dup_word_file (CsSettings *settings, gint64 matter)
{
  const char *const *files = g_value_get_boxed (&settings->values[PROP_WORD_FILES]);
  g_autofree char *prefix = dup_file_prefix (matter);

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    if (g_str_has_prefix (files[i], prefix))
      return g_strdup (files[i] + strlen (prefix));

  return NULL;
}

void
cs_settings_set_word_file (CsSettings *settings, gint64 matter, const char *path)
{
  const char *const *files = g_value_get_boxed (&settings->values[PROP_WORD_FILES]);
  guint n_files = files == NULL ? 0 : g_strv_length ((char **)files);
  g_autofree char *prefix = dup_file_prefix (matter);
  g_autofree char *entry = g_strconcat (prefix, path, NULL);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  if (!g_utf8_validate (path, -1, NULL))
    return;

  for (guint i = n_files >= MAX_WORD_FILES ? 1 : 0; i < n_files; i++)
    if (!g_str_has_prefix (files[i], prefix))
      g_ptr_array_add (list, (gpointer)files[i]);
  g_ptr_array_add (list, entry);
  g_ptr_array_add (list, NULL);
  g_object_set (settings, "word-files", list->pdata, NULL);
}
