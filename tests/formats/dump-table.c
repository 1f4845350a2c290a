#include <string.h>

#include "../../src/base/cs-error.h"
#include "dump-table.h"
#include "make-zip.h"

#define MAX_PARTS 16

/* --- rows --- */

static gboolean
put_row (const CsTableRow *row, gpointer data)
{
  g_string_append_printf (data, "%u: ", row->line);
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_assert_true (g_utf8_validate (row->cells[i], -1, NULL));
      g_string_append_printf (data, i == 0 ? "%s" : " | %s", row->cells[i]);
    }
  g_string_append_c (data, '\n');

  return TRUE;
}

static gboolean
put_row_fault (const GError *error, gpointer data)
{
  g_string_append_printf (data, "%u! %s\n", cs_error_get_line (error), error->message);

  return TRUE;
}

char *
dump_rows (const char *bytes, gsize n_bytes, guint view)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsTable) table = cs_table_open (bytes, n_bytes, &error);
  CsTableSink sink = { put_row, put_row_fault, text };

  if (table != NULL)
    cs_table_read (table, view, &sink, NULL, &error);
  if (error != NULL)
    g_string_append_printf (text, "error %s: %s\n", cs_error_get_name (error), error->message);

  return g_string_free (text, FALSE);
}

/* --- what columns mean --- */

char *
dump_map (const CsTableMap *map)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s, names in line %u, %u of %u known\n", map->platform->id,
                          map->platform->is_tried ? "tried" : "untried", map->header_line,
                          map->n_known, map->columns->len);
  for (guint i = 0; i < map->columns->len; i++)
    {
      const CsTableColumn *column = map->columns->pdata[i];
      g_autofree char *meaning = cs_table_meaning_dup_text (column->meaning);

      g_string_append_printf (text, "  %s = %s%s\n", column->name, meaning,
                              column->is_known ? "" : " ?");
    }
  for (guint i = 0; map->warnings[i] != NULL; i++)
    g_string_append_printf (text, "  warning: %s\n", map->warnings[i]);

  return g_string_free (text, FALSE);
}

/* --- records --- */

static void
put_number (GString *text, const char *what, const CsNumber *number)
{
  g_autofree char *date = NULL;

  if (number == NULL)
    return;
  date = cs_office_date_dup_text (number->date);
  g_string_append_printf (text, "  %s %s %s\n", what, cs_number_get_id (number), date);
}

static void
put_texts (GString *text, const char *what, const CsRecordText *texts, guint n_texts)
{
  for (guint i = 0; i < n_texts; i++)
    {
      g_autofree char *line = g_strdelimit (g_strdup (texts[i].text), "\n", '/');

      g_string_append_printf (text, "  %s [%s] %s\n", what, texts[i].language, line);
    }
}

static void
put_people (GString *text, const CsRecord *record)
{
  static const char *const roles[] = { "applicant", "owner", "inventor", "agent", "examiner" };

  for (guint i = 0; i < record->n_parties; i++)
    g_string_append_printf (text, "  %s %s\n", roles[record->parties[i].role],
                            record->parties[i].name);
  for (guint i = 0; i < record->n_classes; i++)
    g_string_append_printf (text, "  %s %s%s\n", record->classes[i].scheme,
                            record->classes[i].symbol, record->classes[i].is_first ? " main" : "");
}

static void
put_links (GString *text, const CsRecord *record)
{
  for (guint i = 0; i < record->n_priorities; i++)
    put_number (text, "priority", record->priorities[i].number);
  for (guint i = 0; i < record->n_relations; i++)
    {
      g_autofree char *what = g_strdup_printf ("relation %d", (int)record->relations[i].type);

      put_number (text, what, record->relations[i].parent);
    }
  for (guint i = 0; i < record->n_citations; i++)
    if (record->citations[i].number != NULL)
      put_number (text, "cites", record->citations[i].number);
    else
      g_string_append_printf (text, "  cites \"%s\"\n", record->citations[i].text);
}

static void
put_families (GString *text, const CsRecord *record)
{
  for (guint i = 0; i < record->n_families; i++)
    {
      const CsGivenFamily *family = &record->families[i];

      g_string_append_printf (text, "  family %s %s:", family->rule, family->id);
      for (guint k = 0; k < family->n_members; k++)
        g_string_append_printf (text, " %s", cs_number_get_id (family->members[k]));
      g_string_append_c (text, '\n');
    }
}

static void
put_rest (GString *text, const CsRecord *record)
{
  for (guint i = 0; i < record->n_events; i++)
    {
      const CsLegalEvent *event = &record->events[i];
      g_autofree char *date = cs_office_date_dup_text (event->date);

      g_string_append_printf (text, "  event %s %s \"%s\" %s\n", event->authority, event->code,
                              event->text, date);
    }
  for (guint i = 0; i < record->n_fields; i++)
    g_string_append_printf (text, "  %s = %s\n", record->fields[i].name, record->fields[i].value);
}

static gboolean
put_record (CsRecord *record, gpointer data)
{
  g_string_append_printf (data, "record %s line %u\n", record->source, record->place);
  put_number (data, "publication", record->publication);
  put_number (data, "application", record->application);
  put_texts (data, "title", record->titles, record->n_titles);
  put_texts (data, "abstract", record->abstracts, record->n_abstracts);
  put_texts (data, "claims", record->claims, record->n_claims);
  put_texts (data, "description", record->descriptions, record->n_descriptions);
  put_people (data, record);
  put_links (data, record);
  put_families (data, record);
  put_rest (data, record);

  return TRUE;
}

static gboolean
put_fault (const CsRecordFault *fault, gpointer data)
{
  g_assert_cmpuint (fault->place, ==, cs_error_get_line (fault->error));
  g_string_append_printf (data, "fault line %u %s: %s\n", fault->place,
                          cs_error_get_name (fault->error), fault->error->message);

  return TRUE;
}

char *
dump_records (const char *bytes, gsize n_bytes, const CsTableMap *map)
{
  GString *text = g_string_new (NULL);
  CsRecordInput input = { .name = "table", .bytes = bytes, .n_bytes = n_bytes };
  CsRecordSink sink = { put_record, put_fault, text };
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_table_read_records_as (&input, map, &sink, NULL, &error));
  g_assert_no_error (error);

  return g_string_free (text, FALSE);
}

/* --- workbooks --- */

#define MAIN_SPACE "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""

static const char workbook[] =
    "<workbook " MAIN_SPACE " xmlns:r=\"r\"><sheets>"
    "<sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";

GByteArray *
make_book (const char *const *parts)
{
  MakeZipEntry entries[MAX_PARTS] = { { "[Content_Types].xml", "<Types/>", 8, NULL } };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gboolean has_workbook = FALSE;
  guint n = 1;

  for (; *parts != NULL; parts += 2)
    {
      char *name = g_strconcat ("xl/", parts[0], NULL);

      has_workbook |= strcmp (parts[0], "workbook.xml") == 0;
      g_ptr_array_add (names, name);
      entries[n++] = (MakeZipEntry){ name, parts[1], strlen (parts[1]), NULL };
      g_assert_cmpuint (n, <, MAX_PARTS);
    }
  if (!has_workbook)
    entries[n++] = (MakeZipEntry){ "xl/workbook.xml", workbook, strlen (workbook), NULL };

  return make_zip (entries, n);
}

GByteArray *
make_sheet (const char *rows)
{
  g_autofree char *sheet = g_strconcat ("<worksheet " MAIN_SPACE "><sheetData>", rows,
                                        "</sheetData></worksheet>", NULL);
  const char *const parts[] = { "worksheets/sheet1.xml", sheet, NULL };

  return make_book (parts);
}
