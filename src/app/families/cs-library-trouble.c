#include "cs-library-trouble.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "../../service/library/cs-library-care.h"
#include "../widgets/cs-file-dialog.h"
#include "cs-library-restore.h"

#define LIBRARY_FILE "library.db"

struct _CsLibraryTrouble
{
  GtkWidget parent_instance;

  AdwStatusPage *page;
  GtkWidget *for_damage;
  GtkWidget *buttons;
  GtkWidget *progress;
  GtkProgressBar *bar;
  GtkWidget *stop;

  CsLibraryService *service;
  CsLibraryCare *care; /* of that */
};

enum
{
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsLibraryTrouble, cs_library_trouble, GTK_TYPE_WIDGET)

/* --- what helps --- */

static void
on_deed (CsLibraryTrouble *trouble)
{
  guint deed;

  if (trouble->page == NULL) /* gone meanwhile */
    return;

  g_object_get (trouble->care, "deed", &deed, NULL);
  gtk_widget_set_visible (trouble->progress, deed != CS_CARE_NONE);
  gtk_widget_set_visible (trouble->stop, cs_care_deed_takes_time (deed));
  gtk_widget_set_sensitive (trouble->buttons, deed == CS_CARE_NONE);
}

/* Who stopped it knows that, and sees what is wrong still. */
static void
on_ended (CsLibraryTrouble *trouble, guint deed, const GError *error)
{
  if (trouble->page == NULL)
    return;

  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (trouble, signals[SETTLED], 0);
  else
    cs_library_trouble_show (trouble, trouble->service, error);
}

static void
on_stop (CsLibraryTrouble *trouble)
{
  cs_library_care_stop (trouble->care);
}

static void
on_repair (CsLibraryTrouble *trouble)
{
  cs_library_care_begin (trouble->care, CS_CARE_REPAIR, NULL);
}

static void
on_restore (CsLibraryTrouble *trouble)
{
  cs_library_restore_ask (GTK_WIDGET (trouble), "trouble.restore-from");
}

static void
restore_from (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsLibraryTrouble *trouble = CS_LIBRARY_TROUBLE (widget);

  cs_library_care_begin (trouble->care, CS_CARE_RESTORE, g_variant_get_string (parameter, NULL));
}

static void
on_begin (CsLibraryTrouble *trouble)
{
  cs_library_care_begin (trouble->care, CS_CARE_BEGIN_ANEW, NULL);
}

/* --- what else a person does --- */

static void
on_again (CsLibraryTrouble *trouble)
{
  g_signal_emit (trouble, signals[SETTLED], 0);
}

static void
on_show (CsLibraryTrouble *trouble)
{
  g_autofree char *path = g_build_filename (
      cs_library_service_get_folder (trouble->service), LIBRARY_FILE, NULL);

  cs_file_show_in_folder (path, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (trouble))));
}

/* --- what is shown --- */

static const char *
get_advice (const GError *error)
{
  if (g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT))
    return _ ("Repair builds the indexes anew from the records. When that does not help, put a "
              "backup in its place, or begin anew and import your data again. Nothing is deleted: "
              "the damaged file stays among the backups. Your drafts are in another file and "
              "safe.");
  if (g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_BUSY))
    return _ ("Another program is writing to the library. Try again when it is done.");
  if (g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_NEWER))
    return _ ("Install the newer version of Claimsmith that wrote it. Nothing was changed.");

  return _ ("Nothing was changed. Your drafts are in another file and safe.");
}

static void
take_service (CsLibraryTrouble *trouble, CsLibraryService *service)
{
  if (!g_set_object (&trouble->service, service))
    return;

  g_clear_object (&trouble->care);
  trouble->care = cs_library_care_new (service);
  g_signal_connect_object (trouble->care, "notify::deed", G_CALLBACK (on_deed), trouble,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (trouble->care, "fraction", trouble->bar, "fraction",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (trouble->care, "ended", G_CALLBACK (on_ended), trouble,
                           G_CONNECT_SWAPPED);
}

void
cs_library_trouble_show (CsLibraryTrouble *trouble, CsLibraryService *service, const GError *error)
{
  gboolean damaged = g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT);
  g_autofree char *text = g_strconcat (error->message, "\n\n", get_advice (error), NULL);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  take_service (trouble, service);
  adw_status_page_set_title (trouble->page, damaged ? _ ("The library is damaged") :
                                                      _ ("The library cannot be read"));
  adw_status_page_set_description (trouble->page, escaped);
  gtk_widget_set_visible (trouble->for_damage, damaged);
}

/* --- the class --- */

static void
cs_library_trouble_dispose (GObject *object)
{
  g_clear_object (&CS_LIBRARY_TROUBLE (object)->care);
  g_clear_object (&CS_LIBRARY_TROUBLE (object)->service);
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_LIBRARY_TROUBLE);

  G_OBJECT_CLASS (cs_library_trouble_parent_class)->dispose (object);
}

static void
cs_library_trouble_class_init (CsLibraryTroubleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_library_trouble_dispose;

  signals[SETTLED] = g_signal_new ("settled", CS_TYPE_LIBRARY_TROUBLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-library-trouble.ui");
  gtk_widget_class_bind_template_child (widget_class, CsLibraryTrouble, page);
  gtk_widget_class_bind_template_child (widget_class, CsLibraryTrouble, for_damage);
  gtk_widget_class_bind_template_child (widget_class, CsLibraryTrouble, buttons);
  gtk_widget_class_bind_template_child (widget_class, CsLibraryTrouble, progress);
  gtk_widget_class_bind_template_child (widget_class, CsLibraryTrouble, bar);
  gtk_widget_class_bind_template_child (widget_class, CsLibraryTrouble, stop);
  gtk_widget_class_bind_template_callback (widget_class, on_repair);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_restore);
  gtk_widget_class_bind_template_callback (widget_class, on_begin);
  gtk_widget_class_bind_template_callback (widget_class, on_again);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_install_action (widget_class, "trouble.restore-from", "s", restore_from);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cs_library_trouble_init (CsLibraryTrouble *trouble)
{
  gtk_widget_init_template (GTK_WIDGET (trouble));
}
