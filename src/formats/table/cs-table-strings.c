#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../base/cs-error.h"
#include "../../base/cs-limits.h"
#include "cs-table-strings.h"

/* Runs are joined; the reading of Chinese characters beside them (rPh) is no part of the text. */
typedef struct
{
  CsXml *xml;
  CsTableStrings *strings;
  gsize start; /* of the string */
  gboolean in_text;
} Reading;

void
cs_table_strings_init (CsTableStrings *strings)
{
  strings->text = g_string_new (NULL);
  strings->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
}

void
cs_table_strings_clear (CsTableStrings *strings)
{
  g_string_free (strings->text, TRUE);
  g_array_unref (strings->starts);
}

const char *
cs_table_strings_get (const CsTableStrings *strings, guint64 number)
{
  if (number >= strings->starts->len)
    return NULL;

  return strings->text->str + g_array_index (strings->starts, guint32, number);
}

static void
on_start (gpointer data, const CsXmlElement *element)
{
  Reading *reading = data;

  if (strcmp (element->tag, "t") == 0)
    reading->in_text = TRUE;
  else if (strcmp (element->tag, "rPh") == 0)
    cs_xml_skip (reading->xml);
  else if (strcmp (element->tag, "si") == 0)
    reading->start = reading->strings->text->len;
}

static void
end_string (Reading *reading)
{
  GString *text = reading->strings->text;
  guint32 start = reading->start;

  cs_table_part_unescape (text, start);
  while (text->len > start && g_ascii_isspace (text->str[text->len - 1]))
    text->len--;
  while (start < text->len && g_ascii_isspace (text->str[start]))
    start++;
  g_string_append_c (text, '\0');
  g_array_append_val (reading->strings->starts, start);
}

static void
on_end (gpointer data, const CsXmlElement *element)
{
  Reading *reading = data;

  if (strcmp (element->tag, "t") == 0)
    reading->in_text = FALSE;
  else if (strcmp (element->tag, "si") == 0)
    end_string (reading);
}

static void
on_text (gpointer data, const char *text, gsize n_bytes)
{
  Reading *reading = data;
  CsTableStrings *strings = reading->strings;
  gsize held = strings->text->len + strings->starts->len * sizeof (guint32);

  if (held + n_bytes > CS_MAX_ZIP_ENTRY_BYTES)
    {
      GError *error = NULL;

      cs_error_set (&error, CS_ERROR_LIMIT, 0,
                    _ ("the strings of the workbook take more than %d MB"),
                    CS_MAX_ZIP_ENTRY_BYTES >> 20);
      cs_xml_fail (reading->xml, error);
    }
  else if (reading->in_text)
    g_string_append_len (strings->text, text, n_bytes);
}

static const CsXmlHandler handler = {
  .start = on_start,
  .end = on_end,
  .text = on_text,
  .unknown_entity = cs_table_part_ignore_entity,
};

gboolean
cs_table_strings_read (CsTableStrings *strings,
                       const CsTableFile *file,
                       const char *path,
                       GError **error)
{
  g_autoptr (CsXml) xml = cs_xml_new ();
  Reading reading = { .xml = xml, .strings = strings };

  cs_xml_begin (xml, 1, &handler, &reading);
  return cs_table_part_read_optional (file, path, xml, error);
}
