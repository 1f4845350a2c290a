#include "cs-country.h"

#include <string.h>

gboolean
cs_country_is_known (const char *code)
{
  static const char codes[] =
      "AD AE AF AG AI AL AM AN AO AP AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BQ BR BS "
      "BT BV BW BX BY BZ CA CD CF CG CH CI CK CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EA "
      "EC EE EG EH EM EP ER ES ET EU FI FJ FK FO FR GA GB GC GD GE GG GH GI GL GM GN GQ GR GS GT "
      "GW GY HK HN HR HT HU IB ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW "
      "KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MP MR MS MT MU MV MW "
      "MX MY MZ NA NE NG NI NL NO NP NR NZ OA OM PA PE PG PH PK PL PT PW PY QA QZ RO RS RU RW SA "
      "SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT "
      "TV TW TZ UA UG US UY UZ VA VC VE VG VN VU WO WS XN XU XV YE ZA ZM ZW ";
  const char *at = strlen (code) == 2 ? strstr (codes, code) : NULL;

  return at != NULL && at[2] == ' ' && strpbrk (code, " ") == NULL;
}
