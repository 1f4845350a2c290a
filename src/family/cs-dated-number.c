#include "cs-dated-number.h"

#include <string.h>

#include <gio/gio.h>

#include "../law/cs-limit-table.h"

static CsLimitTable *
load (CsDatedFile file)
{
  static const char *const paths[CS_N_DATED_FILES] = {
    "/io/github/claimsmith/law/terms.ini",
    "/io/github/claimsmith/law/annuities.ini",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (paths[file], 0, &error);
  CsLimitTable *table = NULL;

  if (bytes != NULL)
    table = cs_limit_table_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  if (table == NULL) /* our own file: a test holds it to its form */
    g_error ("%s: %s", paths[file], error->message);
  return table;
}

static const CsLimitTable *
get_table (CsDatedFile file)
{
  static gsize tables[CS_N_DATED_FILES];

  if (g_once_init_enter (&tables[file]))
    g_once_init_leave (&tables[file], (gsize)load (file));
  return (const CsLimitTable *)tables[file];
}

CsDatedNumber
cs_dated_number_find (CsDatedFile file, CsOfficeDate as_of, const char *format, ...)
{
  g_autofree char *day = cs_office_date_dup_text (as_of);
  g_autofree char *key = NULL;
  const CsLimit *limit;
  va_list args;

  va_start (args, format);
  key = g_strdup_vprintf (format, args);
  va_end (args);
  limit = cs_limit_table_find (get_table (file), key, day);
  if (limit == NULL)
    return (CsDatedNumber){ 0, "", FALSE, FALSE };
  return (CsDatedNumber){ limit->value, limit->unit, TRUE,
                          g_strcmp0 (limit->status, "unverified") != 0 };
}
