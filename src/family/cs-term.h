#pragma once

#include "cs-number.h"

G_BEGIN_DECLS

/**
 * CsRight:
 *
 * What right is asked for or given.
 */
typedef enum
{
  CS_RIGHT_INVENTION, /* 发明 */
  CS_RIGHT_UTILITY,   /* 实用新型 */
  CS_RIGHT_DESIGN,    /* 外观设计 */
  CS_N_RIGHTS
} CsRight;

/** cs_right_get_name: Returns: (transfer none): "invention", "utility", "design" */
const char *cs_right_get_name (CsRight right);

/** cs_right_find: @publications: (array length=n_publications): its documents. Returns: the right
 * by the kind codes of the application and of its documents. Source: WIPO Standard ST.16. */
CsRight cs_right_find (const CsNumber *application,
                       CsNumber *const *publications,
                       guint n_publications);

/**
 * CsTerm:
 * @expiry: its last day, or month or year when more is not known; unknown when the day it runs from
 *   is, or no term of the office is known
 * @longest: the same with all adjustments and extensions that there can be
 * @is_estimate: whether both differ, or the day is not known
 *
 * When a right ends by its term.
 */
typedef struct
{
  CsOfficeDate expiry;
  CsOfficeDate longest;
  gboolean is_estimate;
} CsTerm;

/**
 * cs_term_find:
 * @office: code of ST.3
 * @right: which right
 * @filed: day of filing
 * @granted: day of grant, or unknown; some designs' term runs from it
 *
 * The day of the number of the first one, so many years on: for a filing of 2018-05-10 and 20 years
 * 2038-05-10. A priority does not count. Source: resources/law/terms.ini, with its sources; Patent
 * Law (CN) Art. 42; Regulations (2023) R. 12. Thread: any.
 *
 * Returns: the term
 */
CsTerm cs_term_find (const char *office,
                     CsRight right,
                     CsOfficeDate filed,
                     CsOfficeDate granted);

/** cs_term_add: Returns: @months later: the same day, or the last of a month that has none; what of
 * @date is not known stays so. Unknown beyond the year 9999. */
CsOfficeDate cs_term_add (CsOfficeDate date,
                          guint months);

/** cs_term_get_patent_year: Returns: in which year of the patent @day falls, the year from @filed
 * on being 1 (专利年度); 0 when a date is not known to the day, or @day is before @filed */
guint cs_term_get_patent_year (CsOfficeDate filed,
                               CsOfficeDate day);

/** cs_term_is_beyond: Returns: whether more than @years have passed since @filed on @day (维持时间超过
 * 10年): not yet on the day of the same number */
gboolean cs_term_is_beyond (CsOfficeDate filed,
                            guint years,
                            CsOfficeDate day);

/**
 * cs_term_get_adjustment_days:
 * @filed: day of filing
 * @requested: day on which examination was asked for
 * @granted: day of grant
 *
 * The days between the later of four years from filing and three from the request, and the grant:
 * what compensation of term (CN) starts from. Reasonable delays and those of the applicant, which
 * shorten it, are not known here. Source: Regulations (2023) R. 77-79. Thread: any.
 *
 * Returns: days, 0 when there are none or a date is not known to the day
 */
guint cs_term_get_adjustment_days (CsOfficeDate filed,
                                   CsOfficeDate requested,
                                   CsOfficeDate granted);

G_END_DECLS
