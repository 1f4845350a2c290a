#include "cs-export-work.h"

#include "cs-private-file.h"

#define PERMILLE 1000

void
cs_export_work_free (gpointer data)
{
  CsExportWork *work = data;

  cs_draft_unref (work->draft);
  cs_matter_pictures_free (work->pictures);
  g_free (work->path);
  g_free ((char *)work->comments.source);
  g_clear_pointer (&work->comments.decisions, g_ptr_array_unref);
  g_clear_pointer (&work->comments.term_list, cs_term_list_unref);
  g_object_unref (work->cancellable);
  g_clear_pointer (&work->notes, g_array_unref);
  g_free (work);
}

static void
note_progress (double fraction, gpointer data)
{
  CsExportWork *work = data;

  g_atomic_int_set (&work->permille, (int)(CLAMP (fraction, 0, 1) * PERMILLE));
}

static CsWriteJob
make_job (CsExportWork *work)
{
  return (CsWriteJob){ .draft = work->draft,
                       .layout = work->layout,
                       .load_image = cs_matter_pictures_load,
                       .image_data = work->pictures,
                       .progress = note_progress,
                       .progress_data = work,
                       .cancellable = work->cancellable };
}

gboolean
cs_export_work_preview (CsExportWork *work, GError **error)
{
  CsWriteJob job = make_job (work);

  work->notes = cs_writer_preview (work->writer, &job, error);

  return work->notes != NULL;
}

gboolean
cs_export_work_write (CsExportWork *work, GError **error)
{
  CsWriteJob job = make_job (work);
  g_autoptr (GBytes) bytes = cs_writer_write (work->writer, &job, error);

  return bytes != NULL && cs_private_file_write (work->path, bytes, work->cancellable, error);
}
