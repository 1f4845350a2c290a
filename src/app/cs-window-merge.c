#include <glib/gi18n-lib.h>

#include "cs-window-private.h"
#include "exchange/cs-merge-window.h"
#include "widgets/cs-toast.h"

/* Matter files whose matter is here already: somebody decides, at once or later. */

/* Questions of an import that are asked one after the other. */
typedef struct
{
  CsWindow *window;
  CsImport *import;
  guint next;
  guint end;
  gboolean merged; /* what was asked last */
} Asking;

static gboolean ask_next (gpointer data);

static Asking *
asking_new (CsWindow *window, CsImport *import, guint first, guint end)
{
  Asking *asking = g_new0 (Asking, 1);

  *asking = (Asking){ g_object_ref (window), g_object_ref (import), first, end, FALSE };

  return asking;
}

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->window);
  g_object_unref (asking->import);
  g_free (asking);
}

/* --- later --- */

/* What waits for an answer. The window owns the toast: it is not to own the window. */
typedef struct
{
  CsImport *import;
  guint first;
  guint end;
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_object_unref (waiting->import);
  g_free (waiting);
}

static void
on_decide (AdwToast *toast, CsWindow *window)
{
  const Waiting *waiting = g_object_get_data (G_OBJECT (toast), "waiting");

  g_idle_add (ask_next, asking_new (window, waiting->import, waiting->first, waiting->end));
}

/* Says @words, and stays until the user decides, or does not want to. */
static void
offer (CsWindow *window, CsImport *import, guint first, guint end, const char *words)
{
  AdwToast *toast = cs_toast_new (words);
  Waiting *waiting = g_new (Waiting, 1);

  *waiting = (Waiting){ g_object_ref (import), first, end };
  g_object_set_data_full (G_OBJECT (toast), "waiting", waiting, waiting_free);
  adw_toast_set_button_label (toast, _ ("_Decide…"));
  adw_toast_set_timeout (toast, 0);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_decide), window, 0);
  adw_toast_overlay_add_toast (window->toasts, toast);
}

static void
offer_one (const Asking *asking, guint index, gboolean is_open)
{
  const CsImportMerge *pending = cs_import_get_merges (asking->import)->pdata[index];
  g_autofree char *file = g_filename_display_basename (pending->path);
  g_autofree char *words =
      is_open ? /* Translators: a matter, and the file that holds another state of it */
          g_strdup_printf (_ ("“%s” is open: go back to the list to take in “%s”"),
                           pending->merge->name, file) :
          g_strdup_printf (_ ("“%s” is not taken in yet"), file);

  offer (asking->window, asking->import, index, index + 1, words);
}

/* --- now --- */

static void
on_merged (Asking *asking, gint64 matter)
{
  CsWindow *window = asking->window;

  asking->merged = TRUE;
  if (window->matter == 0 && window->levels != NULL)
    cs_window_open (window, matter);
}

static void
on_closed (GtkWidget *dialog, Asking *asking)
{
  if (!asking->merged && asking->window->toasts != NULL)
    offer_one (asking, asking->next - 1, FALSE);
  g_idle_add (ask_next, asking);
}

/* What is being edited is not changed behind the back of who edits it. */
static gboolean
is_open (const Asking *asking, const CsImportMerge *pending)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (asking->window));

  return application != NULL && cs_program_find_window (CS_PROGRAM (application),
                                                        pending->merge->matter) != NULL;
}

static gboolean
ask_next (gpointer data)
{
  Asking *asking = data;
  const GPtrArray *merges = cs_import_get_merges (asking->import);
  CsMergeWindow *dialog;

  if (asking->window->toasts == NULL) /* the window has gone */
    asking->next = asking->end;
  while (asking->next < asking->end && is_open (asking, merges->pdata[asking->next]))
    offer_one (asking, asking->next++, TRUE);
  if (asking->next == asking->end)
    {
      asking_free (asking);
      return G_SOURCE_REMOVE;
    }

  asking->merged = FALSE;
  dialog = cs_merge_window_new (asking->window->service, asking->import, asking->next++,
                                GTK_WINDOW (asking->window));
  g_signal_connect_swapped (dialog, "merged", G_CALLBACK (on_merged), asking);
  g_signal_connect (dialog, "destroy", G_CALLBACK (on_closed), asking);
  gtk_window_present (GTK_WINDOW (dialog));

  return G_SOURCE_REMOVE;
}

void
cs_window_ask_about_merges (CsWindow *window, CsImport *import)
{
  guint n_merges = cs_import_get_merges (import)->len;
  g_autofree char *words = NULL;

  if (n_merges == 1)
    ask_next (asking_new (window, import, 0, 1));
  if (n_merges < 2)
    return;

  words = g_strdup_printf (ngettext ("%u matter file is of a matter that is here already",
                                     "%u matter files are of matters that are here already",
                                     n_merges),
                           n_merges);
  offer (window, import, 0, n_merges, words);
}
