#pragma once

#include <gio/gio.h>

#include "../../family/cs-family.h"
#include "../../picture/cs-picture.h"

G_BEGIN_DECLS

/**
 * CsFamilyReportClaim:
 * @number: of the publication as printed
 * @origin: language and source of the wording: "en · DOCDB"
 * @text: its first claim
 *
 * The first claim of a member.
 */
typedef struct
{
  char *number;
  char *origin;
  char *text;
} CsFamilyReportClaim;

/**
 * CsFamilyReportDue:
 * @date: when
 * @application: number as printed
 * @what: what falls due, translated
 * @because: from what it is counted, translated
 * @is_estimate: whether the day leaves out what we cannot know
 *
 * A day to come.
 */
typedef struct
{
  CsOfficeDate date;
  char *application;
  char *what;
  char *because;
  gboolean is_estimate;
} CsFamilyReportDue;

/**
 * CsFamilyReportPart:
 * @family: a family
 * @timeline: its life
 * @graph: how its members come from each other
 * @claims: (element-type CsFamilyReportClaim)
 * @dues: (element-type CsFamilyReportDue): by date
 * @remarks: the user's tags, rating and note, "" when there are none
 *
 * What a report says of one family.
 */
typedef struct
{
  CsFamily *family;
  CsPicture *timeline;
  CsPicture *graph;
  GPtrArray *claims;
  GPtrArray *dues;
  char *remarks;
} CsFamilyReportPart;

/**
 * CsFamilyReport:
 * @query: what was asked for, "" when nobody asked
 * @as_of: (nullable): day of the last import into the library
 * @today: as of when
 * @parts: (element-type CsFamilyReportPart)
 *
 * What there is to report.
 */
typedef struct
{
  char *query;
  char *as_of;
  CsOfficeDate today;
  GPtrArray *parts;
} CsFamilyReport;

/** cs_family_report_new: @query, @as_of: (nullable). Returns: (transfer full): one without
 * families */
CsFamilyReport *cs_family_report_new (const char *query,
                                      const char *as_of,
                                      CsOfficeDate today) G_GNUC_WARN_UNUSED_RESULT;

/** cs_family_report_add: @family, @timeline, @graph: (transfer none). Returns: (transfer none): the
 * part, without claims and days, for the caller to fill */
CsFamilyReportPart *cs_family_report_add (CsFamilyReport *report,
                                          CsFamily *family,
                                          CsPicture *timeline,
                                          CsPicture *graph);

/** cs_family_report_part_add_claim: strings are copied */
void cs_family_report_part_add_claim (CsFamilyReportPart *part,
                                      const CsFamilyReportClaim *claim);

/** cs_family_report_part_add_due: strings are copied */
void cs_family_report_part_add_due (CsFamilyReportPart *part,
                                    const CsFamilyReportDue *due);

/** cs_family_report_free: frees it with all it holds */
void cs_family_report_free (CsFamilyReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsFamilyReport, cs_family_report_free)

/**
 * cs_family_report_pdf:
 * @report: what there is to report
 * @cancellable: (nullable): to stop it
 * @error: %G_IO_ERROR_CANCELLED; %G_IO_ERROR_FAILED with what Cairo says
 *
 * Lays out a report: members with what tells their state, the life of the family and its links as
 * pictures, days to come, events, first claims. What is computed here, an estimate, or not verified
 * says so. Words are in the user's language; text can be selected, bookmarks lead to families and
 * what is told of them. Thread: any but the main one.
 *
 * Returns: (transfer full): PDF, or %NULL
 */
GBytes *cs_family_report_pdf (const CsFamilyReport *report,
                              GCancellable *cancellable,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
