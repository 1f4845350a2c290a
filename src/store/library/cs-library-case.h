#pragma once

#include "cs-library-file.h"

G_BEGIN_DECLS

/* What decides about the state of an application, as stored; for nobody else. */

typedef struct
{
  GPtrArray *publications;  /* (element-type CsNumber): by date */
  GPtrArray *events;        /* (element-type CsLegalEvent): by date, each once */
  GPtrArray *event_sources; /* (element-type utf8): who told each */
} CsLibraryCase;

void cs_library_case_clear (CsLibraryCase *legal_case);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CsLibraryCase, cs_library_case_clear)

gboolean cs_library_case_load (CsLibrary *library,
                               gint64 application,
                               CsLibraryCase *legal_case,
                               GError **error);

/* Returns: the state that follows from it */
CsLegalStatus cs_library_case_judge (const CsLibraryCase *legal_case,
                                     const CsNumber *application,
                                     CsOfficeDate today);

G_END_DECLS
