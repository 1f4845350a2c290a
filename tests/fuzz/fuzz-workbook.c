/* The XML of a workbook: what is read is the shared strings, its styles and its sheet at once, so
 * that a fuzzer need not find its way through a ZIP. Parts are divided by a line with "==". */

#include <string.h>

#include "../../src/formats/table/cs-table-records.h"
#include "../formats/make-zip.h"
#include "fuzz.h"

static const char *const names[] = { "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",
                                     "xl/styles.xml", "xl/workbook.xml" };

static gboolean
take_record (CsRecord *record, gpointer data)
{
  return TRUE;
}

static gboolean
take_fault (const CsRecordFault *fault, gpointer data)
{
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char workbook[] = "<workbook><sheets><sheet name=\"a\"/></sheets></workbook>";
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_auto (GStrv) parts = g_strsplit (text, "\n==\n", G_N_ELEMENTS (names));
  MakeZipEntry entries[G_N_ELEMENTS (names)] = { { 0 } };
  guint n = 0;
  g_autoptr (GByteArray) zip = NULL;
  CsRecordInput input = { .name = "fuzz" };
  CsRecordSink sink = { take_record, take_fault, NULL };

  for (; n < G_N_ELEMENTS (names) && parts[n] != NULL; n++)
    entries[n] = (MakeZipEntry){ names[n], parts[n], strlen (parts[n]), NULL };
  if (n < G_N_ELEMENTS (names))
    entries[n++] = (MakeZipEntry){ "xl/workbook.xml", workbook, strlen (workbook), NULL };
  zip = make_zip (entries, n);
  input.bytes = (const char *)zip->data;
  input.n_bytes = zip->len;
  cs_table_read_records (&input, &sink, NULL, NULL);

  return 0;
}
