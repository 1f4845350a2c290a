#pragma once

#include "../../draft/cs-claim-compare.h"
#include "../../family/cs-family.h"
#include "cs-library-service.h"

G_BEGIN_DECLS

/* Claims of the members of a family beside each other. */

/**
 * CsClaimSide:
 * @application: (transfer none): whose
 * @publication: (transfer none): in which document
 * @language: two letters, "" when unknown
 *
 * Claims that the library has. Lives as long as the family.
 */
typedef struct
{
  const CsApplication *application;
  const CsPublication *publication;
  char language[4];
} CsClaimSide;

/** cs_claim_sides_new: Returns: (transfer full) (element-type CsClaimSide): all claims there are of
 * @family, in the order of its applications */
GArray *cs_claim_sides_new (const CsFamily *family) G_GNUC_WARN_UNUSED_RESULT;

/** cs_claim_sides_choose: @left, @right: (out): two that are worth comparing: of two applications,
 * in one language and of two offices where there are such; the same when there is but one. Returns:
 * whether there are any */
gboolean cs_claim_sides_choose (const GArray *sides,
                                guint *left,
                                guint *right);

/**
 * cs_claim_sides_compare_async:
 * @service: the library
 * @left: claims on the left
 * @right: claims on the right
 * @cancellable: (nullable): to give up
 * @callback: called when they are compared
 * @data: for @callback
 *
 * Loads and compares claims in the thread that reads.
 */
void cs_claim_sides_compare_async (CsLibraryService *service,
                                   const CsClaimSide *left,
                                   const CsClaimSide *right,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data);

/** cs_claim_sides_compare_finish: Returns: (transfer full): the comparison, %NULL with @error set
 * when it failed */
CsClaimComparison *cs_claim_sides_compare_finish (CsLibraryService *service,
                                                  GAsyncResult *result,
                                                  GError **error);

/**
 * cs_claim_set_new_for_text:
 * @text: claims as in #CsRecordText: separated by empty lines, each with its number in front
 *
 * Returns: (transfer full): the claims, analysed; %NULL with @error set when there are too many
 */
CsClaimSet *cs_claim_set_new_for_text (const char *text,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
