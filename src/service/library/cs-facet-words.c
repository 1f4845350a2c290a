#include "cs-facet-words.h"

#include <glib/gi18n-lib.h>

#include "../../report/family/cs-family-words.h"

const char *
cs_facet_get_title (CsFacet facet)
{
  static const char *const titles[CS_N_FACETS] = {
    [CS_FACET_OFFICE] = N_ ("Office"),
    [CS_FACET_YEAR] = N_ ("Priority year"),
    [CS_FACET_APPLICANT] = N_ ("Applicant"),
    [CS_FACET_CLASS] = N_ ("Class"),
    [CS_FACET_STATUS] = N_ ("Status"),
    [CS_FACET_TAG] = N_ ("Tag"),
    [CS_FACET_POOL] = N_ ("Pool"),
  };

  return _ (titles[facet]);
}

static const char *
get_words (const CsFacetValue *value)
{
  guint64 status;

  if (value->facet != CS_FACET_STATUS)
    return value->label;

  status = g_ascii_strtoull (value->key, NULL, 10);

  return cs_family_status_get_word (MIN (status, CS_N_FAMILY_STATUSES - 1));
}

char *
cs_facet_values_dup_words (const GPtrArray *values)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (CsFacet facet = 0; facet < CS_N_FACETS; facet++)
    {
      guint n = 0;

      for (guint i = 0; i < values->len; i++)
        {
          const CsFacetValue *value = values->pdata[i];

          if (value->facet != facet)
            continue;
          if (n == 0)
            g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "",
                                    cs_facet_get_title (facet));
          g_string_append_printf (words, n++ == 0 ? ": %s" : ", %s", get_words (value));
        }
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}
