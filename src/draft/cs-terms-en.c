#include "cs-terms-en.h"

/* The English analysis of terms as a whole. */

void
cs_terms_scan_en (CsTermsScan *scan)
{
  CsTermsEn en = { .scan = scan, .text = cs_text_en_new (scan->claims) };

  en.grades = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  en.introduced = g_hash_table_new (NULL, NULL);
  en.ancestors = g_array_new (FALSE, FALSE, sizeof (guint));
  en.ancestors_of = CS_NO_INDEX;
  en.key = g_string_new (NULL);
  en.path = g_array_new (FALSE, FALSE, sizeof (guint));

  cs_terms_en_introduce (&en);
  cs_terms_en_refer (&en);

  g_hash_table_unref (en.grades);
  g_hash_table_unref (en.introduced);
  g_array_unref (en.ancestors);
  g_string_free (en.key, TRUE);
  g_array_unref (en.path);
  cs_text_en_free (en.text);
}
