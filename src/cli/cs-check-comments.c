#include "cs-check-comments.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../base/cs-limits.h"
#include "../report/cs-terminal.h"

/* Returns: (transfer full): the file once more, or %NULL */
static GBytes *
load_source (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;

  if (strcmp (path, "-") == 0)
    {
      cs_error_set (error, CS_ERROR_UNSUPPORTED, 0,
                    _ ("cannot be copied with comments from standard input; name the file"));
      return NULL;
    }

  bytes = g_file_load_bytes (file, NULL, NULL, error);
  if (bytes == NULL || g_bytes_get_size (bytes) <= CS_MAX_FILE_BYTES)
    return g_steal_pointer (&bytes);

  cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("is larger than %d MB"), CS_MAX_FILE_BYTES >> 20);

  return NULL;
}

void
cs_check_comments_prepare (CsCheckJob *job,
                           gboolean is_matter,
                           GBytes *(*load) (const char *name, gpointer data),
                           gpointer data)
{
  if (!is_matter)
    job->file_name = cs_output_dup_name (job->path, job->draft->id);
  if (!is_matter && strcmp (job->draft->format, "docx") == 0) /* a matter remembers its format */
    job->source = load_source (job->path, &job->error);
  else
    job->pictures = cs_draft_pictures_new (job->draft, load, data);
}

gboolean
cs_check_comments_deliver (const CsCheckJob *job, CsOutput *output, GError **error)
{
  g_autofree char *count = NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  cs_output_protect (output, job->path);
  if (!cs_output_write_file (output, job->file_name, job->file, error))
    return FALSE;

  count = g_strdup_printf (ngettext ("%u comment", "%u comments", job->n_comments),
                           job->n_comments);
  cs_terminal_append (line, job->path, strlen (job->path));
  g_print ("%s: %s\n", line->str, count);

  return TRUE;
}

void
cs_check_comments_complain (const CsCheckJob *job, const CsReportOptions *options)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (job->error == NULL)
    return;

  cs_report_text_error (text, job->path, job->index, job->error, options);
  g_printerr ("%s", text->str);
}
