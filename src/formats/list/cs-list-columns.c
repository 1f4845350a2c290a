#include <glib/gi18n-lib.h>

#include "cs-list-private.h"

/* What stands in the columns of a spreadsheet. */

#define BETWEEN "; "

static gboolean
is_bidi_control (gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

char *
cs_list_dup_line (const char *text)
{
  GString *line = g_string_new (NULL);
  gboolean is_blank = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_bidi_control (c) || !g_unichar_validate (c) || (c & 0xfffe) == 0xfffe)
        continue;
      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
        {
          is_blank = line->len > 0;
          continue;
        }
      if (is_blank)
        g_string_append_c (line, ' ');
      is_blank = FALSE;
      g_string_append_unichar (line, c);
    }

  return g_string_free (line, FALSE);
}

static char *
dup_list (const char *const *words)
{
  g_autofree char *all = g_strjoinv (BETWEEN, (char **)words);

  return cs_list_dup_line (all);
}

static char *
dup_family (const CsListEntry *entry)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, entry->family);
}

static char *
dup_number (const CsListEntry *entry)
{
  return cs_list_dup_line (entry->number);
}

static char *
dup_title (const CsListEntry *entry)
{
  return cs_list_dup_line (entry->title);
}

static char *
dup_applicants (const CsListEntry *entry)
{
  return dup_list (entry->applicants);
}

static char *
dup_inventors (const CsListEntry *entry)
{
  return dup_list (entry->inventors);
}

static char *
dup_application (const CsListEntry *entry)
{
  return cs_list_dup_line (entry->application);
}

static char *
dup_filed (const CsListEntry *entry)
{
  return cs_office_date_dup_text (entry->filed);
}

static char *
dup_published (const CsListEntry *entry)
{
  return cs_office_date_dup_text (entry->published);
}

static char *
dup_earliest (const CsListEntry *entry)
{
  return cs_office_date_dup_text (entry->earliest);
}

static char *
dup_status (const CsListEntry *entry)
{
  return cs_list_dup_line (entry->status);
}

static char *
dup_offices (const CsListEntry *entry)
{
  return cs_list_dup_line (entry->offices);
}

static char *
dup_members (const CsListEntry *entry)
{
  return g_strdup_printf ("%u", g_strv_length ((char **)entry->applications));
}

static char *
dup_applications (const CsListEntry *entry)
{
  return dup_list (entry->applications);
}

static char *
dup_publications (const CsListEntry *entry)
{
  return dup_list (entry->publications);
}

static char *
dup_classes (const CsListEntry *entry)
{
  return dup_list (entry->classes);
}

static char *
dup_tags (const CsListEntry *entry)
{
  return dup_list (entry->tags);
}

static char *
dup_rating (const CsListEntry *entry)
{
  return entry->rating == 0 ? g_strdup ("") : g_strdup_printf ("%u", entry->rating);
}

static char *
dup_note (const CsListEntry *entry)
{
  return cs_list_dup_line (entry->note);
}

static char *
dup_abstract (const CsListEntry *entry)
{
  return cs_list_dup_line (entry->abstract);
}

const CsListColumn cs_list_columns[CS_N_LIST_COLUMNS] = {
  { N_ ("Family"), 8, TRUE, dup_family },
  { N_ ("Publication number"), 20, FALSE, dup_number },
  { N_ ("Title"), 44, FALSE, dup_title },
  { N_ ("Applicants"), 28, FALSE, dup_applicants },
  { N_ ("Inventors"), 28, FALSE, dup_inventors },
  { N_ ("Application number"), 20, FALSE, dup_application },
  { N_ ("Filing date"), 12, FALSE, dup_filed },
  { N_ ("Publication date"), 12, FALSE, dup_published },
  { N_ ("Earliest priority date"), 12, FALSE, dup_earliest },
  { N_ ("Legal status"), 16, FALSE, dup_status },
  { N_ ("Offices"), 16, FALSE, dup_offices },
  { N_ ("Members"), 9, TRUE, dup_members },
  { N_ ("Applications of the family"), 32, FALSE, dup_applications },
  { N_ ("Publications of the family"), 32, FALSE, dup_publications },
  { N_ ("Classes"), 24, FALSE, dup_classes },
  { N_ ("Tags"), 16, FALSE, dup_tags },
  { N_ ("Rating"), 8, TRUE, dup_rating },
  { N_ ("Note"), 24, FALSE, dup_note },
  { N_ ("Abstract"), 60, FALSE, dup_abstract },
};
