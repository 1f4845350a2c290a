#include "cs-store-library.h"

#include <glib/gi18n-lib.h>

#include "../store/cs-library.h"
#include "cs-interrupt.h"
#include "cs-progress.h"

/* "claimsmith-cli store", where it is about the library of families. */

/* A long work, and the bar that shows how far it is. */
typedef struct
{
  CsProgress bar;
  GCancellable *cancellable;
  CsLibraryWork work;
} Watch;

#define BAR_STEPS 10000

static void
on_progress (guint64 done, guint64 total, gpointer data)
{
  Watch *watch = data;

  watch->bar.n_done = total == 0 ? 0 : (guint)(MIN (done, total) * BAR_STEPS / total);
  cs_progress_update (&watch->bar);
}

static void
watch_begin (Watch *watch)
{
  cs_progress_init (&watch->bar, BAR_STEPS);
  watch->bar.is_plain = TRUE;
  watch->cancellable = g_cancellable_new ();
  watch->work = (CsLibraryWork){ watch->cancellable, on_progress, watch };
  cs_interrupt_watch (watch->cancellable);
}

static void
watch_end (Watch *watch)
{
  cs_progress_hide (&watch->bar);
  g_clear_object (&watch->cancellable);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Watch, watch_end)

gboolean
cs_store_has_library (const CsStoreOptions *options)
{
  g_autofree char *path = g_build_filename (options->folder, "library.db", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* It is not made here. */
static CsLibrary *
open_library (const CsStoreOptions *options, GError **error)
{
  if (cs_store_has_library (options))
    return cs_library_open (options->folder, error);

  g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND,
               _ ("there is no library in \"%s\""), options->folder);

  return NULL;
}

/* Of the library there is no backup unless somebody made one: none is offered. */
static int
fail (const GError *error)
{
  cs_command_complain ("%s", error->message);

  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? CS_EXIT_STOPPED :
                                                                     CS_EXIT_TROUBLE;
}

/* --- check --- */

static int
print_problems (const CsLibrary *library, char *const *problems)
{
  for (guint i = 0; problems[i] != NULL; i++)
    cs_store_deed_print ("%s", problems[i]);
  if (cs_library_get_read_only (library) != NULL)
    cs_command_complain (_ ("the indexes of texts were not compared with the texts: %s"),
                         cs_library_get_read_only (library)->message);
  if (problems[0] != NULL)
    return CS_EXIT_FINDINGS;

  g_print (_ ("\"%s\" is sound\n"), cs_library_get_path (library));

  return CS_EXIT_OK;
}

int
cs_store_check_library (const CsStoreOptions *options, const char *file)
{
  g_auto (Watch) watch = { { 0 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library =
      file == NULL ? open_library (options, &error) : cs_library_open_file (file, &error);
  g_auto (GStrv) problems = NULL;
  gboolean looked;

  watch_begin (&watch);
  looked = library != NULL && cs_library_check (library, &watch.work, &problems, &error);
  cs_progress_hide (&watch.bar);
  if (looked)
    return print_problems (library, problems);

  fail (error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return CS_EXIT_STOPPED;

  return g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT) ? CS_EXIT_FINDINGS :
                                                                           CS_EXIT_TROUBLE;
}

/* --- repair, backup, restore --- */

int
cs_store_repair (const CsStoreOptions *options, char *const *operands)
{
  g_auto (Watch) watch = { { 0 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = open_library (options, &error);

  watch_begin (&watch);
  if (library != NULL && cs_library_repair (library, &watch.work, &error))
    return CS_EXIT_OK;

  return fail (error);
}

int
cs_store_backup_library (const CsStoreOptions *options, const char *file)
{
  g_auto (Watch) watch = { { 0 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = open_library (options, &error);

  watch_begin (&watch);
  if (library != NULL && cs_library_backup (library, file, &watch.work, &error))
    return CS_EXIT_OK;

  return fail (error);
}

int
cs_store_restore_library (const CsStoreOptions *options, const char *file)
{
  g_auto (Watch) watch = { { 0 } };
  g_autoptr (GError) error = NULL;

  if (cs_library_is_open (options->folder))
    {
      cs_command_complain (_ ("another program has the library in \"%s\" open: close it first, "
                              "then restore"),
                           options->folder);
      return CS_EXIT_TROUBLE;
    }

  watch_begin (&watch);
  if (cs_library_restore (options->folder, file, &watch.work, &error))
    return CS_EXIT_OK;

  return fail (error);
}
