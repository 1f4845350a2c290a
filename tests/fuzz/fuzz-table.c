/* Tables of search platforms as text: their columns, and the records of their rows. */

#include "../../src/formats/table/cs-table-records.h"
#include "fuzz.h"

#define MAX_RECORDS 200000

static gboolean
take_record (CsRecord *record, gpointer data)
{
  guint *n_records = data;

  return ++*n_records < MAX_RECORDS;
}

static gboolean
take_fault (const CsRecordFault *fault, gpointer data)
{
  return g_utf8_validate (fault->error->message, -1, NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  guint n_records = 0;
  CsRecordInput input = { .name = "fuzz", .bytes = (const char *)data, .n_bytes = size };
  CsRecordSink sink = { take_record, take_fault, &n_records };
  g_autoptr (CsTableMap) map = cs_table_map_guess ((const char *)data, size, NULL);
  g_autoptr (CsTableMap) changed = NULL;

  if (map != NULL)
    changed = cs_table_map_change (map, "#1=publication", NULL);
  cs_table_read_records (&input, &sink, NULL, NULL);
  if (changed != NULL)
    cs_table_read_records_as (&input, changed, &sink, NULL, NULL);

  return 0;
}
