#pragma once

#include "cs-export.h"
#include "cs-matter-pictures.h"

G_BEGIN_DECLS

/* One preview or one file as it goes to a thread and comes back; for nobody else. */

typedef struct
{
  /* what to do */
  CsDraft *draft;
  CsMatterPictures *pictures;
  const CsWriter *writer;
  CsOffice layout;
  char *path;            /* of the file, NULL for a preview */
  CsCommentJob comments; /* of a file with comments; what it points to is its own */
  GCancellable *cancellable;

  int permille; /* done; atomic */

  /* what came of it */
  GArray *notes;
  guint n_comments;
} CsExportWork;

/* Frees @work; in any thread. */
void cs_export_work_free (gpointer work);

/* Each does what its name says, in a thread. Returns: whether it went well */
gboolean cs_export_work_preview (CsExportWork *work,
                                 GError **error);
gboolean cs_export_work_write (CsExportWork *work,
                               GError **error);
gboolean cs_export_work_comment (CsExportWork *work,
                                 GError **error);

G_END_DECLS
