#include "cs-family-table.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../report/family/cs-family-words.h"
#include "cs-legal-words.h"

#define N_COLUMNS 9

/* --- fields --- */

static void
add_field (GString *csv, const char *text)
{
  gboolean is_formula = text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL;
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *quoted = g_strjoinv ("\"\"", parts);

  g_string_append_printf (csv, is_formula ? "\"'%s\"" : "\"%s\"", quoted);
}

static void
add_line (GString *csv, const char *const *fields, guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      add_field (csv, fields[i]);
    }
  g_string_append (csv, "\r\n");
}

/* --- lines --- */

static void
add_member (GString *csv, const CsApplication *application, const CsPublication *publication)
{
  const CsLegalStatus *status = &application->status;
  const CsNumber *document = publication == NULL ? NULL : publication->number;
  g_autofree char *filed = cs_office_date_dup_text (application->number->date);
  g_autofree char *published =
      cs_office_date_dup_text (document == NULL ? CS_OFFICE_DATE_UNKNOWN : document->date);
  g_autofree char *since = cs_office_date_dup_text (status->since);
  g_autofree char *reason = cs_application_dup_reason_words (application);
  const char *source = document == NULL ? "" : cs_family_source_get_word (publication->source);
  const char *fields[N_COLUMNS] = { application->number->printed,
                                    filed,
                                    document == NULL ? "" : document->printed,
                                    document == NULL ? "" : document->kind,
                                    published,
                                    cs_legal_state_get_word (status->state),
                                    since,
                                    reason,
                                    source };

  add_line (csv, fields, N_COLUMNS);
}

static void
add_application (GString *csv, const CsApplication *application)
{
  for (guint i = 0; i < application->publications->len; i++)
    add_member (csv, application, application->publications->pdata[i]);
  if (application->publications->len == 0)
    add_member (csv, application, NULL);
}

static void
add_origin (GString *csv, const CsFamily *family)
{
  g_autofree char *rule = cs_family_dup_rule (family->rule, family->source);
  g_autofree char *day = cs_office_date_dup_text (family->as_of);

  g_string_append (csv, "\r\n");
  add_line (csv, (const char *const[]){ _ ("Title"), family->title }, 2);
  add_line (csv, (const char *const[]){ _ ("Family rule"), rule }, 2);
  add_line (csv, (const char *const[]){ _ ("Data of"), day }, 2);
}

char *
cs_family_dup_csv (const CsFamily *family)
{
  const char *heads[N_COLUMNS] = { _ ("Application"), _ ("Filed"), _ ("Publication"),
                                   _ ("Kind"), _ ("Date"), _ ("Status"),
                                   _ ("Since"), _ ("Decided by"), _ ("Source") };
  GString *csv = g_string_new ("\xEF\xBB\xBF"); /* spreadsheets ask for it */

  add_line (csv, heads, N_COLUMNS);
  for (guint i = 0; i < family->applications->len; i++)
    add_application (csv, family->applications->pdata[i]);
  add_origin (csv, family);

  return g_string_free (csv, FALSE);
}
