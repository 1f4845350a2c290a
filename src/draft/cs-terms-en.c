#include "cs-terms-en.h"

/* The English analysis of terms as a whole. */

void
cs_terms_scan_en (CsTermsScan *scan)
{
  CsTermsEn en = { .scan = scan, .text = cs_text_en_new (scan->claims) };

  en.introductions = g_array_new (FALSE, FALSE, sizeof (guint));
  en.introduced = g_hash_table_new (NULL, NULL);
  en.named = g_hash_table_new (NULL, NULL);
  en.grades = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  en.key = g_string_new (NULL);
  en.path = g_array_new (FALSE, FALSE, sizeof (guint));
  en.ancestors = g_array_new (FALSE, FALSE, sizeof (guint));
  en.ancestors_of = CS_NO_INDEX;

  cs_terms_en_introduce (&en);
  cs_terms_en_refer (&en);
  cs_terms_en_use (&en);
  cs_terms_en_judge (&en);

  g_array_unref (en.introductions);
  g_hash_table_unref (en.introduced);
  g_hash_table_unref (en.named);
  g_hash_table_unref (en.grades);
  g_string_free (en.key, TRUE);
  g_array_unref (en.path);
  g_array_unref (en.ancestors);
  cs_text_en_free (en.text);
}
