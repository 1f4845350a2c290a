#pragma once

#include "cs-intake.h"
#include "cs-library-service.h"

G_BEGIN_DECLS

/* The sample library: invented families, compiled in, for people who have no data yet and for
 * tests. Its records have sources of their own, and its families bear a tag, so that all of it can
 * be taken out again. */

/** CS_SAMPLE_SOURCE: what the sources of its records are called, or begin with before a colon */
#define CS_SAMPLE_SOURCE "sample"

/** cs_sample_library_get_tag: Returns: (transfer none): what its families are tagged with, in the
 * language of the user */
const char *cs_sample_library_get_tag (void);

/**
 * cs_sample_library_add:
 * @intake: how it is watched; its label and records are not asked for
 * @library: one that can be written
 * @cancellable: (nullable): to stop it
 * @error: why the library could not be written, %G_IO_ERROR_CANCELLED
 *
 * Takes the sample library in, all of it or nothing; what is there already stays. Blocks. Thread:
 * any but the main one.
 *
 * Returns: (transfer full): what it came to; %NULL on error
 */
CsLibraryRun *cs_sample_library_add (const CsIntake *intake,
                                     CsLibrary *library,
                                     GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_sample_library_remove:
 * @library: one that can be written
 * @today: as of when legal states are found
 * @cancellable: (nullable): to stop it
 * @error: why the library could not be written, %G_IO_ERROR_CANCELLED
 *
 * Takes the sample library out again, with tags, notes and ratings of its families. Records of
 * other sources stay, and families that have such lose only the tag. Blocks. Thread: any but the
 * main one.
 *
 * Returns: (transfer full): what it came to; %NULL on error
 */
CsLibraryRun *cs_sample_library_remove (CsLibrary *library,
                                        CsOfficeDate today,
                                        GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_sample_library_count: @n_families: (out): that bear its tag. Returns: whether it could be
 * read */
gboolean cs_sample_library_count (CsLibrary *library,
                                  guint64 *n_families,
                                  GError **error);

/** cs_sample_library_remove_async: as cs_sample_library_remove(), in the thread of @service that
 * writes */
void cs_sample_library_remove_async (CsLibraryService *service,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);

/** cs_sample_library_remove_finish: Returns: whether it was removed */
gboolean cs_sample_library_remove_finish (CsLibraryService *service,
                                          GAsyncResult *result,
                                          GError **error);

G_END_DECLS
