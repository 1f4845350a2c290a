#pragma once

#include "../draft/cs-term-list.h"
#include "../exam/cs-decision.h"
#include "../formats/cs-writer.h"
#include "cs-store-service.h"

G_BEGIN_DECLS

/**
 * CsExport:
 *
 * Writes an application to a file in a thread of its own: first it is told what the file will not
 * hold, then, when the user wants it, the file is written: beside its place, private (0600), and
 * put there in one step, so that a file that was there stays whole when anything goes wrong.
 *
 * Properties: `running` (gboolean): previewing or writing; `fraction` (double): 0 to 1.
 * Signals: `previewed`: cs_export_get_notes() or cs_export_get_error() tells more; `finished`: the
 * file is there, or cs_export_get_error() says why not.
 */
#define CS_TYPE_EXPORT (cs_export_get_type ())

G_DECLARE_FINAL_TYPE (CsExport, cs_export, CS, EXPORT, GObject)

/**
 * cs_export_new:
 * @draft: (transfer none): what to write
 * @images: (transfer none) (element-type utf8 GBytes): its pictures that are in memory, by name
 * @service: (nullable): where the other pictures of @matter are
 * @matter: id of the matter
 *
 * Returns: (transfer full): an export that does nothing yet
 */
CsExport *cs_export_new (CsDraft *draft,
                         GHashTable *images,
                         CsStoreService *service,
                         gint64 matter);

/** cs_export_preview: begins to look at what @writer cannot hold in the layout of @layout; a
 * preview that is still running is given up */
void cs_export_preview (CsExport *export,
                        const CsWriter *writer,
                        CsOffice layout);

/** cs_export_get_notes: Returns: (transfer none) (nullable) (element-type CsWriteNote): what the
 * last preview found, the worst first */
const GArray *cs_export_get_notes (CsExport *export);

/** cs_export_write: begins to write to @path what was previewed last */
void cs_export_write (CsExport *export,
                      const char *path);

/**
 * CsCommentJob:
 * @source: (nullable): a Word file of the user's, which stays as it is; %NULL to comment the draft
 *   as this program writes it
 * @offices: bits: whose checklists examine it
 * @decisions: (element-type CsDecision): what was decided: waived findings are left out
 * @term_list: (nullable): what the author said of terms
 * @language: "zh" or "en", of the comments
 */
typedef struct
{
  const char *source;
  guint offices;
  GPtrArray *decisions;
  CsTermList *term_list;
  const char *language;
} CsCommentJob;

/** cs_export_comment: begins to write to @path a copy of a Word file, findings as comments in
 * it */
void cs_export_comment (CsExport *export,
                        const CsCommentJob *job,
                        const char *path);

/** cs_export_stop: gives up what is running; no file is left */
void cs_export_stop (CsExport *export);

/** cs_export_get_error: Returns: (transfer none) (nullable): why it came to nothing */
const GError *cs_export_get_error (CsExport *export);

/** cs_export_get_n_comments: Returns: how many comments the last cs_export_comment() wrote */
guint cs_export_get_n_comments (CsExport *export);

G_END_DECLS
