/* How fast tables of search platforms become records: rows a second, against reading the bytes
 * alone (libarchive and libxml2 for a workbook, a scan for line ends for text), in one process and
 * in turns, in CPU time. And whether memory grows with the rows. */

#include <stdio.h>
#include <string.h>
#include <time.h>

#include <archive.h>
#include <archive_entry.h>
#include <libxml/parser.h>

#include "../../src/formats/table/cs-table-records.h"
#include "../formats/make-zip.h"

#define N_ROWS 60000
#define CHUNK_BYTES (64 * 1024)
#define ROUNDS 3

/* --- the table --- */

static const char *const columns[] = { "公开(公告)号", "申请号", "申请日", "公开(公告)日", "标题",
                                       "摘要", "申请(专利权)人", "发明人", "IPC分类号",
                                       "简单同族", "INPADOC同族", "法律状态/事件" };

#define N_COLUMNS G_N_ELEMENTS (columns)

static char *
dup_value (guint column, guint row)
{
  switch (column)
    {
    case 0:
      return g_strdup_printf ("CN%uA", 101000000 + row);
    case 1:
      return g_strdup_printf ("CN2008%08u", 10000000 + row);
    case 2:
    case 3:
      return g_strdup_printf ("20%02u-%02u-%02u", 8 + column, 1 + row % 12, 1 + row % 28);
    case 4:
      return g_strdup_printf ("一种具有静音叶轮的泵及其第%u种控制方法", row);
    case 5:
      return g_strdup_printf ("本发明公开了第%u种泵，包括壳体、叶轮和设置在所述壳体内的导流片，所述叶轮的叶片"
                              "不等距分布，从而降低运行噪声并提高效率，适用于家用和工业用途。",
                              row);
    case 6:
      return g_strdup_printf ("样例泵业有限公司 | 样例大学%u", row % 977);
    case 7:
      return g_strdup_printf ("李安 | 陈博 | 王%u", row % 3001);
    case 8:
      return g_strdup ("F04D29/22 | F04D29/24 | F04D13/06");
    case 9:
    case 10:
      return g_strdup_printf ("CN%uA | CN%uB | US%uB2 | EP%uA1", 101000000 + row, 101000000 + row,
                              8000000 + row, 2000000 + row);
    default:
      return g_strdup ("授权 | 权利转移");
    }
}

static GByteArray *
make_text (guint n_rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_COLUMNS; i++)
    g_string_append_printf (text, "%s\"%s\"", i == 0 ? "" : ",", columns[i]);
  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; i < N_COLUMNS; i++)
      {
        g_autofree char *value = dup_value (i, row);

        g_string_append_printf (text, "%s\"%s\"", i == 0 ? "\r\n" : ",", value);
      }

  return g_bytes_unref_to_array (g_string_free_to_bytes (text));
}

static void
append_cell (GString *sheet, guint column, guint row, const char *value)
{
  g_string_append_printf (sheet, "<c r=\"%c%u\" t=\"inlineStr\"><is><t>%s</t></is></c>",
                          (char)('A' + column), row, value);
}

static GByteArray *
make_workbook (guint n_rows)
{
  static const char workbook[] = "<workbook><sheets><sheet name=\"a\"/></sheets></workbook>";
  g_autoptr (GString) sheet = g_string_new ("<worksheet><sheetData>");
  MakeZipEntry entries[2] = { { "xl/workbook.xml", workbook, strlen (workbook), NULL } };

  for (guint row = 0; row <= n_rows; row++)
    {
      g_string_append_printf (sheet, "<row r=\"%u\">", row + 1);
      for (guint i = 0; i < N_COLUMNS; i++)
        {
          g_autofree char *value = row == 0 ? g_strdup (columns[i]) : dup_value (i, row);

          append_cell (sheet, i, row + 1, value);
        }
      g_string_append (sheet, "</row>");
    }
  g_string_append (sheet, "</sheetData></worksheet>");
  entries[1] = (MakeZipEntry){ "xl/worksheets/sheet1.xml", sheet->str, sheet->len, NULL };

  return make_zip (entries, G_N_ELEMENTS (entries));
}

/* --- the bytes alone --- */

static void
ignore_start (void *data,
              const xmlChar *name,
              const xmlChar *prefix,
              const xmlChar *address,
              int n_namespaces,
              const xmlChar **namespaces,
              int n_attributes,
              int n_defaulted,
              const xmlChar **attributes)
{
}

static void
ignore_end (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *address)
{
}

static void
ignore_text (void *data, const xmlChar *text, int n_bytes)
{
}

static xmlSAXHandler empty_sax = {
  .initialized = XML_SAX2_MAGIC,
  .startElementNs = ignore_start,
  .endElementNs = ignore_end,
  .characters = ignore_text,
  .ignorableWhitespace = ignore_text,
};

static void
parse_entry (struct archive *archive)
{
  xmlParserCtxtPtr context = xmlCreatePushParserCtxt (&empty_sax, NULL, NULL, 0, NULL);
  g_autofree char *chunk = g_malloc (CHUNK_BYTES);
  la_ssize_t n_read;

  xmlCtxtUseOptions (context, XML_PARSE_NONET);
  while ((n_read = archive_read_data (archive, chunk, CHUNK_BYTES)) > 0)
    xmlParseChunk (context, chunk, n_read, 0);
  xmlParseChunk (context, NULL, 0, 1);
  if (context->myDoc != NULL)
    xmlFreeDoc (context->myDoc);
  xmlFreeParserCtxt (context);
}

static void
read_workbook_alone (const GByteArray *bytes)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_memory (archive, bytes->data, bytes->len), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    parse_entry (archive);
  archive_read_free (archive);
}

static void
read_text_alone (const GByteArray *bytes)
{
  const char *at = (const char *)bytes->data;
  const char *end = at + bytes->len;
  guint n_lines = 0;

  g_assert_true (g_utf8_validate_len (at, bytes->len, NULL));
  for (; (at = memchr (at, '\n', end - at)) != NULL; at++)
    n_lines++;
  g_assert_cmpuint (n_lines, >, 0);
}

/* --- our reading --- */

static gboolean
count_record (CsRecord *record, gpointer data)
{
  ++*(guint *)data;

  return TRUE;
}

static gboolean
fail_fault (const CsRecordFault *fault, gpointer data)
{
  g_error ("line %u: %s", fault->place, fault->error->message);

  return FALSE;
}

static gboolean
count_row (const CsTableRow *row, gpointer data)
{
  ++*(guint *)data;

  return TRUE;
}

static gboolean
fail_row (const GError *error, gpointer data)
{
  g_error ("%s", error->message);

  return FALSE;
}

static void
read_rows (const GByteArray *bytes)
{
  guint n_rows = 0;
  CsTableSink sink = { count_row, fail_row, &n_rows };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsTable) table = cs_table_open ((const char *)bytes->data, bytes->len, &error);

  g_assert_no_error (error);
  cs_table_read (table, 0, &sink, NULL, &error);
  g_assert_cmpuint (n_rows, ==, N_ROWS + 1);
}

static guint
count_records (const GByteArray *bytes)
{
  guint n_records = 0;
  CsRecordInput input = { .name = "table",
                          .bytes = (const char *)bytes->data,
                          .n_bytes = bytes->len };
  CsRecordSink sink = { count_record, fail_fault, &n_records };

  g_assert_true (cs_table_read_records (&input, &sink, NULL, NULL));

  return n_records;
}

static void
read_records (const GByteArray *bytes)
{
  g_assert_cmpuint (count_records (bytes), ==, N_ROWS);
}

/* --- measuring --- */

typedef void (*ReadFunc) (const GByteArray *bytes);

static double
time_best (ReadFunc func, const GByteArray *bytes)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < ROUNDS; i++)
    {
      clock_t start = clock ();

      func (bytes);
      best = MIN (best, (double)(clock () - start) / CLOCKS_PER_SEC);
    }

  return best;
}

static void
measure (const char *name, const GByteArray *bytes, ReadFunc alone)
{
  double bytes_s = time_best (alone, bytes);
  double rows_s = time_best (read_rows, bytes);
  double records_s = time_best (read_records, bytes);

  printf ("%s: %u rows, %.1f MB: bytes alone %.0f rows/s, rows %.0f rows/s (%.0f %%), records %.0f "
          "rows/s (%.0f %%)\n",
          name, N_ROWS, bytes->len / 1e6, N_ROWS / bytes_s, N_ROWS / rows_s,
          100 * bytes_s / rows_s, N_ROWS / records_s, 100 * bytes_s / records_s);
}

/* The process's memory high-water mark in kB; 0 where the system does not tell. */
static guint64
peak_memory_kb (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;

  line = strstr (status, "VmHWM:");
  return line == NULL ? 0 : g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10);
}

/* Sets the mark back to what is in use now, where the system lets us. */
static void
reset_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  if (file == NULL)
    return;
  fputs ("5", file);
  fclose (file);
}

static void
measure_memory (const char *name, const GByteArray *bytes)
{
  guint64 before;

  reset_peak ();
  before = peak_memory_kb ();
  count_records (bytes);
  printf ("%s of %.1f MB: reading takes %" G_GUINT64_FORMAT " kB\n", name, bytes->len / 1e6,
          peak_memory_kb () - before);
}

int
main (void)
{
  g_autoptr (GByteArray) small_book = make_workbook (N_ROWS / 10);
  g_autoptr (GByteArray) small_text = make_text (N_ROWS / 10);
  g_autoptr (GByteArray) book = make_workbook (N_ROWS);
  g_autoptr (GByteArray) text = make_text (N_ROWS);

  setvbuf (stdout, NULL, _IOLBF, 0);
  measure_memory ("small text", small_text);
  measure_memory ("text", text);
  measure_memory ("small workbook", small_book);
  measure_memory ("workbook", book);
  measure ("text", text, read_text_alone);
  measure ("workbook", book, read_workbook_alone);

  return 0;
}
