#include "cs-store-trouble.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "../../store/cs-draft-store.h"

struct _CsStoreTrouble
{
  GtkWidget parent_instance;

  GtkWidget *content;
  AdwStatusPage *page;
  GtkButton *restore;
  GtkButton *begin;
  GtkButton *again;
  GtkSpinner *spinner;

  char *folder;
  char *backup; /* the newest, NULL when there is none */
};

enum
{
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsStoreTrouble, cs_store_trouble, GTK_TYPE_WIDGET)

/* --- in a thread --- */

typedef struct
{
  char *folder;
  char *backup; /* NULL to begin with an empty store */
} Settlement;

static void
settlement_free (gpointer data)
{
  Settlement *settlement = data;

  g_free (settlement->folder);
  g_free (settlement->backup);
  g_free (settlement);
}

static void
settle_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Settlement *settlement = data;
  g_autofree char *aside = NULL;
  GError *error = NULL;

  aside = cs_draft_store_set_aside (settlement->folder, &error);
  if (aside == NULL || (settlement->backup != NULL &&
                        !cs_draft_store_restore (settlement->folder, settlement->backup,
                                                 cancellable, &error)))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
set_busy (CsStoreTrouble *trouble, gboolean busy)
{
  gtk_spinner_set_spinning (trouble->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (trouble->spinner), busy);
  gtk_widget_set_sensitive (GTK_WIDGET (trouble->restore), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (trouble->begin), !busy);
}

static void
on_settled (GObject *source, GAsyncResult *result, gpointer data)
{
  CsStoreTrouble *trouble = CS_STORE_TROUBLE (source);
  g_autoptr (GError) error = NULL;

  set_busy (trouble, FALSE);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_signal_emit (trouble, signals[SETTLED], 0);
  else
    cs_store_trouble_show (trouble, trouble->folder, error);
}

static void
settle (CsStoreTrouble *trouble, const char *backup)
{
  g_autoptr (GTask) task = g_task_new (trouble, NULL, on_settled, NULL);
  Settlement *settlement = g_new0 (Settlement, 1);

  settlement->folder = g_strdup (trouble->folder);
  settlement->backup = g_strdup (backup);
  g_task_set_task_data (task, settlement, settlement_free);
  set_busy (trouble, TRUE);
  g_task_run_in_thread (task, settle_in_thread);
}

/* --- what a person does --- */

static void
on_restore (CsStoreTrouble *trouble)
{
  settle (trouble, trouble->backup);
}

static void
on_begin (CsStoreTrouble *trouble)
{
  settle (trouble, NULL);
}

static void
on_again (CsStoreTrouble *trouble)
{
  g_signal_emit (trouble, signals[SETTLED], 0);
}

/* --- what is shown --- */

static char *
format_backup (const char *path)
{
  g_autoptr (GDateTime) made = NULL;
  g_autofree char *date = NULL;
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return g_strdup (_ ("_Restore the last backup"));

  made = g_date_time_new_from_unix_local (status.st_mtime);
  date = g_date_time_format (made, "%Y-%m-%d %H:%M");

  /* Translators: a date and a time */
  return g_strdup_printf (_ ("_Restore the backup of %s"), date);
}

static char *
describe (CsStoreTrouble *trouble, const GError *error, gboolean damaged)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);
  g_autofree char *folder = g_filename_display_name (trouble->folder);
  g_autofree char *escaped = g_markup_escape_text (folder, -1);

  if (!damaged)
    return g_steal_pointer (&text);

  /* Translators: what is wrong, and the folder of the store */
  return g_strdup_printf (_ ("%s\n\nNothing is deleted: the damaged file stays in %s under another "
                             "name, whatever you choose."),
                          text, escaped);
}

void
cs_store_trouble_show (CsStoreTrouble *trouble, const char *folder, const GError *error)
{
  gboolean damaged = g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT);
  g_autofree char *own_folder = g_strdup (folder); /* it may be that of @trouble */
  g_auto (GStrv) backups = cs_draft_store_list_backups (folder);
  g_autofree char *label = NULL;
  g_autofree char *description = NULL;

  g_free (trouble->folder);
  g_free (trouble->backup);
  trouble->folder = g_steal_pointer (&own_folder);
  trouble->backup = backups != NULL ? g_strdup (backups[0]) : NULL;

  description = describe (trouble, error, damaged);
  adw_status_page_set_title (trouble->page, damaged ? _ ("The store of drafts is damaged") :
                                                      _ ("The drafts cannot be read"));
  adw_status_page_set_description (trouble->page, description);
  if (trouble->backup != NULL)
    {
      label = format_backup (trouble->backup);
      gtk_button_set_label (trouble->restore, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (trouble->restore), damaged && trouble->backup != NULL);
  gtk_widget_set_visible (GTK_WIDGET (trouble->begin), damaged);
  gtk_widget_set_visible (GTK_WIDGET (trouble->again), !damaged);
}

/* --- the class --- */

static void
cs_store_trouble_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_STORE_TROUBLE);

  G_OBJECT_CLASS (cs_store_trouble_parent_class)->dispose (object);
}

static void
cs_store_trouble_finalize (GObject *object)
{
  g_free (CS_STORE_TROUBLE (object)->folder);
  g_free (CS_STORE_TROUBLE (object)->backup);

  G_OBJECT_CLASS (cs_store_trouble_parent_class)->finalize (object);
}

static void
cs_store_trouble_class_init (CsStoreTroubleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_store_trouble_dispose;
  object_class->finalize = cs_store_trouble_finalize;

  signals[SETTLED] = g_signal_new ("settled", CS_TYPE_STORE_TROUBLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-store-trouble.ui");
  gtk_widget_class_bind_template_child (widget_class, CsStoreTrouble, content);
  gtk_widget_class_bind_template_child (widget_class, CsStoreTrouble, page);
  gtk_widget_class_bind_template_child (widget_class, CsStoreTrouble, restore);
  gtk_widget_class_bind_template_child (widget_class, CsStoreTrouble, begin);
  gtk_widget_class_bind_template_child (widget_class, CsStoreTrouble, again);
  gtk_widget_class_bind_template_child (widget_class, CsStoreTrouble, spinner);
  gtk_widget_class_bind_template_callback (widget_class, on_restore);
  gtk_widget_class_bind_template_callback (widget_class, on_begin);
  gtk_widget_class_bind_template_callback (widget_class, on_again);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cs_store_trouble_init (CsStoreTrouble *trouble)
{
  gtk_widget_init_template (GTK_WIDGET (trouble));
}
