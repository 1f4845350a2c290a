#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsOfficeDate:
 * @year: 1 to 9999, 0 when the date is unknown
 * @month: 1 to 12, 0 when only the year is known
 * @day: 1 to 31, 0 when only the month is known
 *
 * A date as an office delivers it: maybe only a month, maybe nothing at all. A plain value.
 */
typedef struct
{
  guint16 year;
  guint8 month;
  guint8 day;
} CsOfficeDate;

/** CS_OFFICE_DATE_UNKNOWN: the date that nobody told */
#define CS_OFFICE_DATE_UNKNOWN ((CsOfficeDate){ 0, 0, 0 })

/**
 * cs_office_date_read:
 * @text: (nullable): "20111228", "2011-12-28", "2011/12/28", "2011.12.28", "2011年12月28日",
 *   "201112", "20111200", "2011"; blanks around it do not count
 * @date: (out): what it says, %CS_OFFICE_DATE_UNKNOWN when it says nothing
 *
 * What offices write when they do not know ("00000000", "0001-01-01", "9999-12-31", "-") is
 * unknown, and no error. A day or month of 0 leaves the rest ("20000600" is June 2000). Thread:
 * any.
 *
 * Returns: whether @text is a date or says that there is none; %FALSE for what cannot be read as
 * one, then @date is unknown too
 */
gboolean cs_office_date_read (const char *text,
                              CsOfficeDate *date);

/** cs_office_date_today: Returns: the day it is here, by the clock and the zone of this machine */
CsOfficeDate cs_office_date_today (void);

/** cs_office_date_is_known: Returns: whether at least the year is known */
gboolean cs_office_date_is_known (CsOfficeDate date);

/** cs_office_date_compare: Returns: below 0, 0, above 0 as @a is before, equal to, after @b; an
 * unknown part comes before every known one */
int cs_office_date_compare (CsOfficeDate a,
                            CsOfficeDate b);

/** cs_office_date_to_key: Returns: the date as YYYYMMDD, 0 when unknown: how it is stored */
guint cs_office_date_to_key (CsOfficeDate date);

/** cs_office_date_from_key: @key: as cs_office_date_to_key() gives. Returns: the date; unknown for
 * what is none */
CsOfficeDate cs_office_date_from_key (guint key);

/** cs_office_date_dup_text: Returns: (transfer full): "2011-12-28", "2011-12", "2011", or "" */
char *cs_office_date_dup_text (CsOfficeDate date);

G_END_DECLS
