#include "cs-report-comments.h"

#include <string.h>

#include "../formats/docx/cs-docx.h"

/* From the places of what was examined to the places of the file that is commented. */

static gboolean
has_same_words (const CsDraft *a, const CsDraft *b, CsPart part, guint index, guint other)
{
  gsize n_a;
  gsize n_b;
  const char *words_a = cs_draft_get_unit_text (a, part, index, &n_a);
  const char *words_b = cs_draft_get_unit_text (b, part, other, &n_b);

  return n_a == n_b && memcmp (words_a, words_b, n_a) == 0;
}

/* Returns: the unit of @file with the words of unit @index of @examined, %CS_NO_INDEX for none */
static guint
find_unit (const CsDraft *examined, const CsDraft *file, CsPart part, guint index)
{
  guint n_units = cs_draft_get_n_units (file, part);

  if (index < n_units && has_same_words (examined, file, part, index, index))
    return index;

  for (guint i = 0; i < n_units; i++)
    if (has_same_words (examined, file, part, index, i))
      return i;

  return CS_NO_INDEX;
}

static void
move_span (CsSpan *span, const CsDraft *examined, const CsDraft *file)
{
  guint found;

  if (span->index >= cs_draft_get_n_units (examined, span->part))
    return;

  found = find_unit (examined, file, span->part, span->index);
  if (found != CS_NO_INDEX)
    span->index = found;
  else /* the words are not there any more; the claim may be */
    *span = (CsSpan){ .part = span->part, .index = span->index };
}

/* Returns: (transfer full): the Word file as it is without comments, or %NULL */
static GBytes *
get_source (const CsCommentsJob *job, GError **error)
{
  const CsWriteJob write = { .draft = job->result->draft,
                             .layout = job->layout,
                             .load_image = job->load_image,
                             .image_data = job->image_data,
                             .cancellable = job->cancellable };

  return job->source != NULL ? g_bytes_ref (job->source) :
                               cs_writer_write (cs_writer_find ("docx"), &write, error);
}

GBytes *
cs_report_comments_write (const CsCommentsJob *job, guint *n_comments, GError **error)
{
  const CsDraft *examined = job->result->draft;
  g_autoptr (GArray) comments = cs_report_comments_new (job->result, &job->options);
  g_autoptr (GBytes) source = get_source (job, error);
  g_autoptr (CsDocx) docx = source == NULL ? NULL : cs_docx_open (source, error);
  g_autoptr (CsDraft) file = docx == NULL ? NULL : cs_docx_read (docx, examined->path, error);
  GBytes *commented;

  if (file == NULL)
    return NULL;

  for (guint i = 0; i < comments->len; i++)
    move_span (&g_array_index (comments, CsDocxComment, i).span, examined, file);
  commented = cs_docx_dup_commented (docx, (const CsDocxComment *)(gpointer)comments->data,
                                     comments->len, NULL, error);
  if (commented != NULL && n_comments != NULL)
    *n_comments = comments->len;

  return commented;
}
