#include "../../src/app/cs-settings.h"

/* The child of this test has no schema: what it holds then is what was compiled in. */
static char *
print_all (CsSettings *settings)
{
  GString *text = g_string_new (NULL);
  guint n;
  GObjectClass *klass = G_OBJECT_GET_CLASS (settings);
  g_autofree GParamSpec **props = g_object_class_list_properties (klass, &n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_autofree char *contents = NULL;

      g_object_get_property (G_OBJECT (settings), props[i]->name, &value);
      contents = G_VALUE_HOLDS (&value, G_TYPE_STRV) ?
                     g_strjoinv (" ", g_value_get_boxed (&value)) :
                     g_strdup_value_contents (&value);
      g_string_append_printf (text, "%s=%s\n", props[i]->name, contents);
    }

  return g_string_free (text, FALSE);
}

static void
test_without_schema (void)
{
  g_autoptr (CsSettings) kept = g_object_new (CS_TYPE_SETTINGS, NULL);
  g_autofree char *printed = print_all (kept);
  g_autofree char *expected = g_strconcat ("*", printed, "*", NULL);

  g_assert_true (cs_settings_is_kept (kept));
  g_setenv ("GSETTINGS_SCHEMA_DIR", "", TRUE);
  g_test_trap_subprocess ("/settings/bare", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout (expected);
}

static void
test_bare (void)
{
  g_autoptr (CsSettings) settings = NULL;
  g_autofree char *text = NULL;

  if (!g_test_subprocess ())
    return;

  settings = g_object_new (CS_TYPE_SETTINGS, NULL);
  g_assert_false (cs_settings_is_kept (settings));
  text = print_all (settings);
  g_print ("%s", text);
}

static void
test_offices (void)
{
  g_autoptr (CsSettings) settings = g_object_new (CS_TYPE_SETTINGS, NULL);

  g_assert_cmpuint (cs_settings_get_offices (settings, "zh"), ==, 1u << CS_OFFICE_CN);
  cs_settings_set_office (settings, "zh", CS_OFFICE_PCT, TRUE);
  cs_settings_set_office (settings, "zh", CS_OFFICE_CN, FALSE);
  g_assert_cmpuint (cs_settings_get_offices (settings, "zh"), ==, 1u << CS_OFFICE_PCT);
  g_assert_cmpuint (cs_settings_get_offices (settings, "en"), ==, 1u << CS_OFFICE_US);
}

static void
test_author (void)
{
  g_autoptr (CsSettings) settings = g_object_new (CS_TYPE_SETTINGS, NULL);
  g_autofree char *account = cs_settings_dup_author (settings);
  g_autofree char *chosen = NULL;

  g_assert_cmpstr (account, !=, "");
  g_object_set (settings, "author", "代理师甲", NULL);
  chosen = cs_settings_dup_author (settings);
  g_assert_cmpstr (chosen, ==, "代理师甲");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/without-schema", test_without_schema);
  g_test_add_func ("/settings/bare", test_bare);
  g_test_add_func ("/settings/offices", test_offices);
  g_test_add_func ("/settings/author", test_author);

  return g_test_run ();
}
