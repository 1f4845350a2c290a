#include "cs-writer.h"

#include <string.h>

static const CsWriter *const writers[] = { &cs_docx_writer, &cs_cnipa_writer, &cs_text_writer,
                                           NULL };

const CsWriter *const *
cs_writer_get_all (void)
{
  return writers;
}

const CsWriter *
cs_writer_find (const char *name)
{
  for (guint i = 0; writers[i] != NULL; i++)
    if (strcmp (writers[i]->name, name) == 0)
      return writers[i];

  return NULL;
}

static int
compare_grades (gconstpointer a, gconstpointer b)
{
  const CsWriteNote *left = a;
  const CsWriteNote *right = b;

  if (left->grade != right->grade)
    return left->grade > right->grade ? -1 : 1;

  if (left->span.part != right->span.part)
    return left->span.part < right->span.part ? -1 : 1;

  return (left->span.index > right->span.index) - (left->span.index < right->span.index);
}

GArray *
cs_writer_preview (const CsWriter *writer, const CsWriteJob *job, GError **error)
{
  g_autoptr (GArray) notes = NULL;

  if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return NULL;
  notes = writer->preview (job, error);
  if (notes == NULL)
    return NULL;
  g_array_sort (notes, compare_grades);

  return g_steal_pointer (&notes);
}

GBytes *
cs_writer_write (const CsWriter *writer, const CsWriteJob *job, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return NULL;

  return writer->write (job, error);
}
