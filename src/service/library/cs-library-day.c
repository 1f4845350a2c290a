#include "cs-library-day.h"

char *
cs_library_dup_day (CsLibrary *library, GError **error)
{
  g_autoptr (GPtrArray) runs = cs_library_list_runs (library, error);
  g_autoptr (GDateTime) began = NULL;
  g_autoptr (GDateTime) here = NULL;

  if (runs == NULL || runs->len == 0)
    return NULL;

  began = g_date_time_new_from_unix_utc (((const CsLibraryRun *)runs->pdata[0])->began_us /
                                         G_USEC_PER_SEC);
  here = g_date_time_to_local (began);

  return g_date_time_format (here, "%Y-%m-%d");
}
