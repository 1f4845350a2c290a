#include "cs-list-private.h"

/* RIS: references of the type PAT. */

#define END "\r\n"

static void
append_field (GString *out, const char *tag, const char *value)
{
  g_autofree char *line = cs_list_dup_line (value);

  if (*line != '\0')
    g_string_append_printf (out, "%s  - %s" END, tag, line);
}

static void
append_fields (GString *out, const char *tag, const char *const *values)
{
  for (; *values != NULL; values++)
    append_field (out, tag, *values);
}

/* "2011/12/28", with what is not known left empty. */
static char *
dup_date (CsOfficeDate date)
{
  if (date.year == 0)
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("%04u//", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%04u/%02u/", date.year, date.month);

  return g_strdup_printf ("%04u/%02u/%02u", date.year, date.month, date.day);
}

void
cs_list_ris_begin (GString *out, const CsListHead *head)
{
}

void
cs_list_ris_add (GString *out, const CsListEntry *entry, CsListKeys *keys)
{
  g_autofree char *applicants = g_strjoinv ("; ", (char **)entry->applicants);
  g_autofree char *published = dup_date (entry->published);
  g_autofree char *filed = dup_date (entry->filed);

  g_string_append (out, "TY  - PAT" END);
  append_field (out, "TI", entry->title);
  append_fields (out, "AU", entry->inventors);
  append_field (out, "PB", applicants);
  append_field (out, "SN", entry->number);
  append_field (out, "M1", entry->application);
  append_field (out, "IS", entry->application);
  append_field (out, "CY", entry->country);
  if (cs_office_date_is_known (entry->published))
    g_string_append_printf (out, "PY  - %u" END, entry->published.year);
  append_field (out, "DA", published);
  append_field (out, "C1", filed);
  append_field (out, "C6", entry->status);
  append_field (out, "LA", entry->language);
  append_fields (out, "KW", entry->classes);
  append_fields (out, "KW", entry->tags);
  append_field (out, "N1", entry->note);
  append_field (out, "AB", entry->abstract);
  g_string_append (out, "ER  - " END END);
}
