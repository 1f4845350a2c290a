#pragma once

#include "../../family/cs-family.h"
#include "../../store/cs-library-history.h"
#include "../../store/cs-library-marks.h"
#include "cs-library-service.h"

G_BEGIN_DECLS

/**
 * CsFamilyChoice:
 * @family: id
 * @rule: by which definition
 * @source: as in #CsFamily
 * @office: (nullable): of the only office in it
 * @n_applications: how many are in it
 *
 * A family that applications of the one shown are in, too, by another definition.
 */
typedef struct
{
  gint64 family;
  CsFamilyRule rule;
  char *source;
  char *office;
  guint n_applications;
} CsFamilyChoice;

/**
 * CsFamilyView:
 *
 * One family with all that is shown of it, loaded in the thread that reads, and again whenever the
 * library changes. What was loaded stays until the next answer is there. Marks and citations are
 * those of the simple family, whatever rule is chosen.
 *
 * Properties: `family` (#CsFamily, nullable): notified whenever anything was loaded anew; `error`
 * (utf8, nullable): why the last loading failed.
 *
 * Signals: `marked (gpointer old)`: marks were written, @old (#CsFamilyMarks) is what was there
 * before; `failed (const char *message)`: they could not be.
 */
#define CS_TYPE_FAMILY_VIEW (cs_family_view_get_type ())

G_DECLARE_FINAL_TYPE (CsFamilyView, cs_family_view, CS, FAMILY_VIEW, GObject)

/** cs_family_view_new: @family: id of any family, @language: in which titles are wanted. Returns:
 * (transfer full): its view; empty until the main loop runs */
CsFamilyView *cs_family_view_new (CsLibraryService *service,
                                  gint64 family,
                                  const char *language);

/** cs_family_view_get_service: Returns: (transfer none): the library it is in */
CsLibraryService *cs_family_view_get_service (CsFamilyView *view);

/** cs_family_view_get_family: Returns: (transfer none) (nullable): what is shown */
const CsFamily *cs_family_view_get_family (CsFamilyView *view);

/** cs_family_view_get_choices: Returns: (transfer none) (nullable) (element-type CsFamilyChoice):
 * the families of its applications by every rule and source, the one shown among them */
const GPtrArray *cs_family_view_get_choices (CsFamilyView *view);

/** cs_family_view_choose: @family: of a #CsFamilyChoice. Shows that one from now on */
void cs_family_view_choose (CsFamilyView *view,
                            gint64 family);

/** cs_family_view_get_citations: @backward: what the family cites, not what cites it. Returns:
 * (transfer none) (nullable) (element-type CsLibraryCitation): once it is loaded */
const GPtrArray *cs_family_view_get_citations (CsFamilyView *view,
                                               gboolean backward);

/** cs_family_view_get_history: Returns: (transfer none) (nullable) (element-type CsHistoryEntry):
 * what imports made of the family that is shown, the newest first, once it is loaded */
const GPtrArray *cs_family_view_get_history (CsFamilyView *view);

/** cs_family_view_get_marks: Returns: (transfer none) (nullable): what the user says of it */
const CsFamilyMarks *cs_family_view_get_marks (CsFamilyView *view);

/** cs_family_view_get_labels: Returns: (transfer none) (nullable) (element-type CsLibraryLabel):
 * tags or pools of the whole library */
const GPtrArray *cs_family_view_get_labels (CsFamilyView *view,
                                            CsLabelKind kind);

/** cs_family_view_set_marks: has @marks written, which is told by `marked` or `failed` */
void cs_family_view_set_marks (CsFamilyView *view,
                               const CsFamilyMarks *marks);

/** cs_family_view_get_today: Returns: the day on which it was loaded: as of when states are */
CsOfficeDate cs_family_view_get_today (CsFamilyView *view);

/** cs_family_marks_copy: Returns: (transfer full): the same marks */
CsFamilyMarks *cs_family_marks_copy (const CsFamilyMarks *marks) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
