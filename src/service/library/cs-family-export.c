#include "cs-family-export.h"

#include <glib/gi18n-lib.h>

#include "../../base/cs-error.h"
#include "../../report/family/cs-family-words.h"
#include "../cs-private-file.h"
#include "cs-family-export-report.h"
#include "cs-family-row.h"

/* --- which families --- */

/* Families on their way into a file. */
typedef struct
{
  const CsFamilyExport *what;
  CsLibrary *library;
  const CsLibraryWork *work;
  CsHits *hits; /* (nullable): what the query found */
  const gint64 *families;
  guint n_families;
} Export;

static void
export_clear (Export *export)
{
  g_clear_pointer (&export->hits, cs_hits_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, export_clear)

static GCancellable *
get_cancellable (const CsLibraryWork *work)
{
  return work == NULL ? NULL : work->cancellable;
}

static gboolean
find_families (Export *export, CsSearcher *searcher, GError **error)
{
  const CsFamilyExport *what = export->what;
  g_autoptr (CsQuery) all = what->query == NULL ? cs_query_parse ("") : cs_query_ref (what->query);
  const CsSearch search = { .query = all, .order = what->order, .reverse = what->reverse };

  if (what->families != NULL)
    {
      export->families = what->families;
      export->n_families = what->n_families;
    }
  else
    {
      export->hits =
          cs_searcher_search (searcher, &search, get_cancellable (export->work), error);
      if (export->hits == NULL)
        return FALSE;
      export->families = export->hits->families;
      export->n_families = export->hits->n_families;
    }
  if (what->limit > 0)
    export->n_families = MIN (export->n_families, what->limit);

  return TRUE;
}

static gboolean
step (const Export *export, guint n_done, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (get_cancellable (export->work), error))
    return FALSE;
  if (export->work != NULL && export->work->progress != NULL)
    export->work->progress (n_done, export->n_families, export->work->data);

  return TRUE;
}

/* @family: (out): one that is gone since it was found is %NULL. Returns: whether to go on */
static gboolean
load_family (const Export *export, guint index, CsFamily **family, GError **error)
{
  g_autoptr (GError) own = NULL;

  *family = cs_library_load_family (export->library, export->families[index],
                                    export->what->language, &own);
  if (*family != NULL || g_error_matches (own, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&own));

  return FALSE;
}

/* --- rows --- */

static const CsPublication *
find_publication (const CsApplication *application, gint64 document)
{
  for (guint i = 0; i < application->publications->len; i++)
    if (((const CsPublication *)application->publications->pdata[i])->store_id == document)
      return application->publications->pdata[i];

  return NULL;
}

static gboolean
add_row (CsListWriter *writer,
         CsFamilyRow *row,
         const CsApplication *application,
         const CsPublication *publication,
         GError **error)
{
  return cs_family_row_read (row, application, publication, error) &&
         cs_list_writer_add (writer, &row->entry, error);
}

/* The document that was found; without one the first application, and its last publication. */
static gboolean
add_family (
    CsListWriter *writer, CsFamilyRow *row, const CsFamily *family, gint64 document, GError **error)
{
  const CsApplication *first = family->applications->pdata[0];
  const GPtrArray *publications = first->publications;

  for (guint i = 0; document != 0 && i < family->applications->len; i++)
    {
      const CsApplication *application = family->applications->pdata[i];
      const CsPublication *found = find_publication (application, document);

      if (found != NULL)
        return add_row (writer, row, application, found, error);
    }

  return add_row (writer, row, first,
                  publications->len == 0 ? NULL : publications->pdata[publications->len - 1],
                  error);
}

static gboolean
add_publications (CsListWriter *writer,
                  CsFamilyRow *row,
                  const CsApplication *application,
                  GError **error)
{
  row->entry.status = cs_legal_state_get_word (application->status.state);
  if (application->publications->len == 0)
    return add_row (writer, row, application, NULL, error);

  for (guint i = 0; i < application->publications->len; i++)
    if (!add_row (writer, row, application, application->publications->pdata[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
add_rows (const Export *export, CsListWriter *writer, guint index, GError **error)
{
  g_auto (CsFamilyRow) row = { .library = NULL };
  g_autoptr (CsFamily) family = NULL;

  if (!load_family (export, index, &family, error))
    return FALSE;
  if (family == NULL || family->applications->len == 0)
    return TRUE;
  if (!cs_family_row_begin (&row, export->library, family, export->what->language, error))
    return FALSE;
  if (!export->what->by_document)
    return add_family (writer, &row, family,
                       export->hits == NULL ? 0 : export->hits->documents[index], error);

  for (guint i = 0; i < family->applications->len; i++)
    if (!add_publications (writer, &row, family->applications->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* --- files --- */

/* @as_of: (out) (transfer full) (nullable): day of the last import */
static gboolean
find_day (CsLibrary *library, char **as_of, GError **error)
{
  g_autoptr (GPtrArray) runs = cs_library_list_runs (library, error);
  g_autoptr (GDateTime) began = NULL;
  g_autoptr (GDateTime) here = NULL;

  if (runs == NULL)
    return FALSE;
  if (runs->len == 0)
    return TRUE;

  began = g_date_time_new_from_unix_utc (((const CsLibraryRun *)runs->pdata[0])->began_us /
                                         G_USEC_PER_SEC);
  here = began == NULL ? NULL : g_date_time_to_local (began);
  *as_of = here == NULL ? NULL : g_date_time_format (here, "%Y-%m-%d");

  return TRUE;
}

static gboolean
write_list (const Export *export, const char *as_of, const char *path, GError **error)
{
  const CsFamilyExport *what = export->what;
  const CsListHead head = { what->query == NULL ? "" : what->query->text,
                            _ ("simple: as DOCDB gives them, else computed here"), as_of,
                            what->today, what->with_mark };
  g_autoptr (CsListWriter) writer = cs_list_writer_new (what->format, &head, path, error);

  for (guint i = 0; writer != NULL && i < export->n_families; i++)
    if (!step (export, i, error) || !add_rows (export, writer, i, error))
      return FALSE;

  return writer != NULL && cs_list_writer_end (writer, error) &&
         step (export, export->n_families, error);
}

static gboolean
write_report (const Export *export, const char *as_of, const char *path, GError **error)
{
  const CsFamilyExport *what = export->what;
  g_autoptr (CsFamilyReport) report = cs_family_report_new (
      what->query == NULL ? NULL : what->query->text, as_of, what->today);
  g_autoptr (GBytes) bytes = NULL;

  if (export->n_families > CS_MAX_REPORT_FAMILIES)
    {
      cs_error_set (error, CS_ERROR_LIMIT, 0,
                    _ ("a report holds %u families, and these are %u: say which, or a limit"),
                    CS_MAX_REPORT_FAMILIES, export->n_families);
      return FALSE;
    }

  for (guint i = 0; i < export->n_families; i++)
    {
      g_autoptr (CsFamily) family = NULL;

      if (!step (export, i, error) || !load_family (export, i, &family, error) ||
          (family != NULL && !cs_family_report_take (report, export->library, family,
                                                     what->language, error)))
        return FALSE;
    }
  bytes = cs_family_report_pdf (report, get_cancellable (export->work), error);

  return bytes != NULL && cs_private_file_write (path, bytes, NULL, error);
}

static gboolean
fill (const Export *export, const char *temporary, GError **error)
{
  g_autofree char *as_of = NULL;

  if (!find_day (export->library, &as_of, error))
    return FALSE;

  return export->what->is_report ? write_report (export, as_of, temporary, error) :
                                   write_list (export, as_of, temporary, error);
}

/* A slip of the hand must not cost the library. */
static gboolean
is_library (CsLibrary *library, const char *path, GError **error)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *home = g_canonicalize_filename (cs_library_get_path (library), NULL);

  if (!g_str_equal (full, home))
    return FALSE;

  cs_error_set (error, CS_ERROR_IO, 0, _ ("\"%s\" is the library itself"), path);

  return TRUE;
}

gboolean
cs_family_export_write (const CsFamilyExport *what,
                        CsLibrary *library,
                        CsSearcher *searcher,
                        const char *path,
                        const CsLibraryWork *work,
                        GError **error)
{
  g_auto (Export) export = { .what = what, .library = library, .work = work };
  g_autofree char *temporary = NULL;
  g_autoptr (GError) own = NULL;

  if (is_library (library, path, error) || !find_families (&export, searcher, error))
    return FALSE;
  temporary = cs_private_file_begin (path, error);
  if (temporary == NULL)
    return FALSE;
  if (fill (&export, temporary, &own))
    return cs_private_file_end (temporary, path, error);

  cs_private_file_give_up (temporary, path, own);
  g_propagate_error (error, g_steal_pointer (&own));

  return FALSE;
}

/* --- in the thread that reads --- */

/* An export on its way there and back. */
typedef struct
{
  CsFamilyExport what; /* what it points to is its own */
  char *path;
  CsFamilyExportProgress progress;
  gpointer data;
  GCancellable *cancellable;
  gint64 told_us;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_pointer (&order->what.query, cs_query_unref);
  g_free ((gpointer)order->what.families);
  g_free ((gpointer)order->what.language);
  g_free (order->path);
  g_clear_object (&order->cancellable);
  g_free (order);
}

#define TELL_US 200000 /* between two times */

/* How far it is, on its way to the main thread. */
typedef struct
{
  CsFamilyExportProgress progress;
  gpointer data;
  GCancellable *cancellable;
  guint done;
  guint total;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_clear_object (&news->cancellable);
  g_free (news);
}

/* Who gave up is told no more. */
static gboolean
tell (gpointer data)
{
  const News *news = data;

  if (!g_cancellable_is_cancelled (news->cancellable))
    news->progress (news->done, news->total, news->data);

  return G_SOURCE_REMOVE;
}

static void
on_step (guint64 done, guint64 total, gpointer data)
{
  Order *order = data;
  gint64 now_us = g_get_monotonic_time ();
  News *news;

  if (order->progress == NULL || now_us - order->told_us < TELL_US)
    return;

  order->told_us = now_us;
  news = g_new (News, 1);
  *news = (News){ order->progress, order->data, NULL, (guint)done, (guint)total };
  if (order->cancellable != NULL)
    news->cancellable = g_object_ref (order->cancellable);
  g_idle_add_full (G_PRIORITY_DEFAULT, tell, news, news_free);
}

static gpointer
perform (CsLibrary *library,
         CsSearcher *searcher,
         gpointer data,
         GCancellable *cancellable,
         GError **error)
{
  Order *order = data;
  const CsLibraryWork work = { cancellable, on_step, order };

  if (order->path == NULL)
    {
      cs_error_set (error, CS_ERROR_IO, 0, "%s", _ ("only a file of this machine can be written"));
      return NULL;
    }

  return GINT_TO_POINTER (
      cs_family_export_write (&order->what, library, searcher, order->path, &work, error));
}

/* Also of none: that is not the same as all. */
static gint64 *
copy_ids (const gint64 *ids, guint n_ids)
{
  gint64 *copy = g_new (gint64, n_ids + 1);

  for (guint i = 0; i < n_ids; i++)
    copy[i] = ids[i];

  return copy;
}

void
cs_family_export_async (CsLibraryService *service,
                        const CsFamilyExport *what,
                        const CsFamilyExportCall *call,
                        GCancellable *cancellable)
{
  Order *order = g_new0 (Order, 1);
  const CsLibraryJob job = { perform, order, order_free, NULL };

  order->what = *what;
  if (what->query != NULL)
    order->what.query = cs_query_ref (what->query);
  if (what->families != NULL)
    order->what.families = copy_ids (what->families, what->n_families);
  order->what.language = g_strdup (what->language);
  order->path = g_file_get_path (call->file);
  order->progress = call->progress;
  order->data = call->data;
  if (cancellable != NULL)
    order->cancellable = g_object_ref (cancellable);
  cs_library_service_read (service, &job, cancellable, call->callback, call->data);
}

gboolean
cs_family_export_finish (CsLibraryService *service, GAsyncResult *result, GError **error)
{
  return cs_library_service_finish (service, result, error) != NULL;
}
