#include "cs-export-work.h"

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../base/cs-limits.h"
#include "../exam/cs-exam.h"
#include "../report/cs-report-comments.h"
#include "cs-office-checklists.h"
#include "cs-user-speller.h"
#include "cs-private-file.h"

/* Findings as comments in a copy of a Word file: the draft is examined here as it is, with what was
 * decided of it, and its findings go to the words in the file. */

static CsExamResult *
examine (CsExportWork *work, GHashTable *cache, GError **error)
{
  const CsExamInputs inputs = { .decisions = work->comments.decisions,
                                .term_list = work->comments.term_list,
                                .speller = cs_user_speller_get () };
  g_autoptr (GPtrArray) checklists =
      cs_office_checklists_load (work->comments.offices, work->draft->request, cache, error);

  if (checklists == NULL)
    return NULL;

  return cs_exam_run (work->draft, (CsChecklist *const *)checklists->pdata, checklists->len,
                      &inputs, work->cancellable, error);
}

static void
set_read_error (GError **error, const char *path, const char *reason)
{
  g_autofree char *name = g_filename_display_basename (path);

  cs_error_set (error, CS_ERROR_IO, 0, _ ("\"%s\" cannot be read: %s"), name, reason);
}

static GBytes *
read_source (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  g_autoptr (GError) reason = NULL;
  GBytes *bytes;

  if (info != NULL && g_file_info_get_size (info) > CS_MAX_FILE_BYTES)
    {
      set_read_error (error, path, _ ("it is too large"));
      return NULL;
    }
  bytes = g_file_load_bytes (file, cancellable, NULL, &reason);
  if (bytes == NULL && g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&reason));
  else if (bytes == NULL)
    set_read_error (error, path, reason->message);

  return bytes;
}

/* By what the disk says: a link or another spelling is the same file. */
static gboolean
is_same_file (const char *path, const char *other)
{
  g_autoptr (GFile) one = g_file_new_for_path (path);
  g_autoptr (GFile) two = g_file_new_for_path (other);
  g_autoptr (GFileInfo) one_info = g_file_query_info (one, G_FILE_ATTRIBUTE_ID_FILE,
                                                      G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GFileInfo) two_info = g_file_query_info (two, G_FILE_ATTRIBUTE_ID_FILE,
                                                      G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return one_info != NULL && two_info != NULL &&
         g_strcmp0 (g_file_info_get_attribute_string (one_info, G_FILE_ATTRIBUTE_ID_FILE),
                    g_file_info_get_attribute_string (two_info, G_FILE_ATTRIBUTE_ID_FILE)) == 0;
}

static GBytes *
dup_commented (CsExportWork *work, CsExamResult *result, GError **error)
{
  const char *source = work->comments.source;
  g_autoptr (GBytes) bytes = NULL;
  CsCommentsJob job = { .result = result,
                        .options = { work->comments.language, g_get_real_time () },
                        .load_image = cs_matter_pictures_load,
                        .image_data = work->pictures,
                        .cancellable = work->cancellable };

  if (source != NULL)
    {
      bytes = read_source (source, work->cancellable, error);
      if (bytes == NULL)
        return NULL;
      job.source = bytes;
    }

  return cs_report_comments_write (&job, &work->n_comments, error);
}

gboolean
cs_export_work_comment (CsExportWork *work, GError **error)
{
  const char *source = work->comments.source;
  g_autoptr (GHashTable) cache = cs_office_checklists_new_cache ();
  g_autoptr (CsExamResult) result = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (source != NULL && is_same_file (source, work->path))
    {
      g_autofree char *name = g_filename_display_basename (source);

      cs_error_set (error, CS_ERROR_IO, 0,
                    _ ("\"%s\" is the file itself, which stays as it is: choose another name"),
                    name);
      return FALSE;
    }

  result = examine (work, cache, error);
  bytes = result == NULL ? NULL : dup_commented (work, result, error);

  return bytes != NULL && cs_private_file_write (work->path, bytes, work->cancellable, error);
}
