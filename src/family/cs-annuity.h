#pragma once

#include "cs-term.h"

G_BEGIN_DECLS

/**
 * CsFeeRelief:
 *
 * What an applicant in China pays less for being small (费用减缴). It holds for filing and, from the
 * year of grant on, for ten yearly fees.
 */
typedef enum
{
  CS_FEE_RELIEF_NONE,
  CS_FEE_RELIEF_SINGLE,  /* one applicant who may have it */
  CS_FEE_RELIEF_SEVERAL, /* all of several */
  CS_N_FEE_RELIEFS
} CsFeeRelief;

/**
 * CsAnnuityPlan:
 * @right: which right
 * @filed: day of filing
 * @granted: day of grant
 * @relief: approved for these applicants
 * @open_licence_from: first patent year under an open licence (开放许可), 0 when there is none
 *
 * What decides about the yearly fees of a patent in China.
 */
typedef struct
{
  CsRight right;
  CsOfficeDate filed;
  CsOfficeDate granted;
  CsFeeRelief relief;
  guint open_licence_from;
} CsAnnuityPlan;

/**
 * CsAnnuity:
 * @year: patent year that it pays for
 * @due: last day to pay without surcharge; unknown for the year of grant, whose fee is paid with
 *   registration, within two months of the notice
 * @is_moved: whether @due was moved from a Saturday or Sunday
 * @full_fen: the fee without relief, in hundredths of a yuan
 * @fen: with the best relief, in hundredths of a yuan
 * @percent_off: that relief
 * @is_verified: whether all its numbers were read in some text
 *
 * One yearly fee.
 */
typedef struct
{
  guint year;
  CsOfficeDate due;
  gboolean is_moved;
  guint full_fen;
  guint fen;
  guint percent_off;
  gboolean is_verified;
} CsAnnuity;

/**
 * cs_annuities_new:
 * @plan: a patent
 *
 * All yearly fees from the year of grant to the last of the term. Reliefs are never put on top of
 * each other: the better one counts. A due day on a weekend moves to the Monday; holidays and
 * working Saturdays are not known here, so a due day may really be later. Source:
 * resources/law/annuities.ini; Regulations (CN, 2023) R. 5, 114, 115. Thread: any.
 *
 * Returns: (transfer full) (element-type CsAnnuity): in order, empty when a date is not known to
 *   the day or the grant is not within the term
 */
GArray *cs_annuities_new (const CsAnnuityPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

/**
 * CsSurcharge:
 * @month: month after the due day, 1-based; 0 when paid in time
 * @fen: to be paid beside the fee, in hundredths of a yuan
 * @is_too_late: whether the time for late payment is over: the right ceased from the due day
 *
 * What late payment costs.
 */
typedef struct
{
  guint month;
  guint fen;
  gboolean is_too_late;
} CsSurcharge;

/** cs_annuity_get_surcharge: @paid: day of payment. Returns: by the full fee, whatever the relief;
 * nothing when a date is not known to the day. Source: Regulations (CN, 2023) R. 115. */
CsSurcharge cs_annuity_get_surcharge (const CsAnnuity *annuity,
                                      CsOfficeDate paid);

/**
 * CsFilingFees:
 * @right: which right
 * @filed: day of filing
 * @n_claims: how many claims
 * @n_pages: pages of the description with drawings
 * @n_priorities: how many priorities are claimed
 * @relief: approved for these applicants
 *
 * What decides about the fees at filing in China.
 */
typedef struct
{
  CsRight right;
  CsOfficeDate filed;
  guint n_claims;
  guint n_pages;
  guint n_priorities;
  CsFeeRelief relief;
} CsFilingFees;

/** cs_filing_fees_get_fen: @is_verified: (out) (optional): whether all its numbers were read in
 * some text. Returns: filing, printing, claims, pages and priorities in hundredths of a yuan,
 * without examination; only the filing fee itself is relieved. Source: as cs_annuities_new(),
 * resources/law/limits.ini. */
guint cs_filing_fees_get_fen (const CsFilingFees *fees,
                              gboolean *is_verified);

G_END_DECLS
