#include "cs-terms-en.h"

void
cs_terms_en_judge (CsTermsEn *en)
{
}
