#include "cs-ops-key-group.h"

#include <glib/gi18n-lib.h>

#include "../../service/ops/cs-ops-client.h"

struct _CsOpsKeyGroup
{
  AdwPreferencesGroup parent_instance;

  GCancellable *cancellable; /* while the secret service is asked */
  gboolean is_kept;          /* by the secret service */

  /* template */
  GtkEditable *key;
  GtkEditable *secret;
  AdwActionRow *keep_row;
  GtkSwitch *keep;
};

G_DEFINE_FINAL_TYPE (CsOpsKeyGroup, cs_ops_key_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_changed (CsOpsKeyGroup *group)
{
  g_signal_emit (group, signals[CHANGED], 0);
}

/* --- the secret service --- */

static void
show_kept (CsOpsKeyGroup *group)
{
  group->is_kept = TRUE;
  gtk_switch_set_active (group->keep, TRUE);
  adw_action_row_set_subtitle (group->keep_row, _ ("It is kept by the keyring of the desktop"));
}

/* No key yet is no trouble; no service is, for then a key cannot be kept. */
static void
show_trouble (CsOpsKeyGroup *group, const GError *error)
{
  gboolean is_new = g_error_matches (error, CS_OPS_ERROR, CS_OPS_ERROR_KEY);

  gtk_switch_set_active (group->keep, is_new);
  gtk_widget_set_sensitive (GTK_WIDGET (group->keep), is_new);
  adw_action_row_set_subtitle (
      group->keep_row,
      is_new ? _ ("Kept by the keyring of the desktop, and nowhere else") :
               _ ("The desktop has no keyring that answers: the key is forgotten when this window "
                  "is closed"));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsOpsKeyGroup) group = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsOpsKey) key = cs_ops_key_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&group->cancellable);
  if (key == NULL)
    show_trouble (group, error);
  else
    {
      cs_ops_key_group_set (group, key->key, key->secret);
      show_kept (group);
    }
  on_changed (group);
}

void
cs_ops_key_group_load (CsOpsKeyGroup *group)
{
  if (group->cancellable != NULL)
    return;

  group->cancellable = g_cancellable_new ();
  adw_action_row_set_subtitle (group->keep_row, _ ("Asking the keyring of the desktop…"));
  cs_ops_key_load (group->cancellable, on_loaded, g_object_ref (group));
}

gboolean
cs_ops_key_group_is_loading (CsOpsKeyGroup *group)
{
  return group->cancellable != NULL;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsOpsKeyGroup) group = data;
  g_autoptr (GError) error = NULL;

  if (!cs_ops_key_save_finish (result, &error))
    show_trouble (group, error);
}

void
cs_ops_key_group_keep (CsOpsKeyGroup *group)
{
  g_autoptr (CsOpsKey) key = cs_ops_key_group_dup (group);
  gboolean keep = gtk_switch_get_active (group->keep) && key != NULL;

  if (!keep && !group->is_kept)
    return;

  group->is_kept = keep;
  cs_ops_key_save (keep ? key : NULL, NULL, on_saved, g_object_ref (group));
}

/* --- the key --- */

void
cs_ops_key_group_set (CsOpsKeyGroup *group, const char *key, const char *secret)
{
  gtk_editable_set_text (group->key, key);
  gtk_editable_set_text (group->secret, secret);
}

CsOpsKey *
cs_ops_key_group_dup (CsOpsKeyGroup *group)
{
  g_autoptr (CsOpsKey) key = g_new0 (CsOpsKey, 1);

  key->key = g_strstrip (g_strdup (gtk_editable_get_text (group->key)));
  key->secret = g_strstrip (g_strdup (gtk_editable_get_text (group->secret)));
  if (*key->key == '\0' || *key->secret == '\0')
    return NULL;

  return g_steal_pointer (&key);
}

/* --- the class --- */

static void
cs_ops_key_group_dispose (GObject *object)
{
  CsOpsKeyGroup *group = CS_OPS_KEY_GROUP (object);

  if (group->cancellable != NULL)
    g_cancellable_cancel (group->cancellable);
  g_clear_object (&group->cancellable);

  G_OBJECT_CLASS (cs_ops_key_group_parent_class)->dispose (object);
}

static void
cs_ops_key_group_class_init (CsOpsKeyGroupClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = cs_ops_key_group_dispose;

  signals[CHANGED] = g_signal_new ("changed", CS_TYPE_OPS_KEY_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-ops-key-group.ui");
  gtk_widget_class_bind_template_child (widget_class, CsOpsKeyGroup, key);
  gtk_widget_class_bind_template_child (widget_class, CsOpsKeyGroup, secret);
  gtk_widget_class_bind_template_child (widget_class, CsOpsKeyGroup, keep_row);
  gtk_widget_class_bind_template_child (widget_class, CsOpsKeyGroup, keep);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
cs_ops_key_group_init (CsOpsKeyGroup *group)
{
  gtk_widget_init_template (GTK_WIDGET (group));
}
