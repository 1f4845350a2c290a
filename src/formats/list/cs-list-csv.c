#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-list-private.h"

/* Comma-separated values. Source: RFC 4180. */

#define END "\r\n"
#define MARK "\xef\xbb\xbf"

/* What makes a spreadsheet calculate; the wide forms do so where Chinese or Japanese is typed. */
static gboolean
begins_formula (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return (c != 0 && c < 0x80 && strchr ("=+-@\t\r", (int)c) != NULL) || c == 0xff1d ||
         c == 0xff0b || c == 0xff0d || c == 0xff20;
}

static void
append_cell (GString *out, const char *text)
{
  gboolean is_guarded = begins_formula (text);
  gboolean is_quoted = is_guarded || strpbrk (text, ",\"\r\n;\t") != NULL;

  if (!is_quoted)
    {
      g_string_append (out, text);
      return;
    }

  g_string_append_c (out, '"');
  if (is_guarded)
    g_string_append_c (out, '\'');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

void
cs_list_csv_begin (GString *out, const CsListHead *head)
{
  if (head->with_mark)
    g_string_append (out, MARK);
  for (guint i = 0; i < CS_N_LIST_COLUMNS; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_cell (out, _ (cs_list_columns[i].title));
    }
  g_string_append (out, END);
}

void
cs_list_csv_add (GString *out, const CsListEntry *entry, CsListKeys *keys)
{
  for (guint i = 0; i < CS_N_LIST_COLUMNS; i++)
    {
      g_autofree char *cell = cs_list_columns[i].dup (entry);

      if (i > 0)
        g_string_append_c (out, ',');
      append_cell (out, cell);
    }
  g_string_append (out, END);
}
