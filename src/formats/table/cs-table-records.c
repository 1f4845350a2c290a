#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../base/cs-error.h"
#include "../cs-ole.h"
#include "../cs-zip.h"
#include "cs-table-reading.h"

#define MIN_KNOWN 3 /* columns in what is not sure to be a table */

/* --- faults --- */

/* Takes @error. Returns: whether to go on */
static gboolean
give_fault (const CsRecordInput *input, const CsRecordSink *sink, GError *error)
{
  CsRecordFault fault = { input->name, cs_error_get_line (error), error };
  gboolean go_on = sink->fault (&fault, sink->data);

  g_error_free (error);
  return go_on;
}

static gboolean
on_fault (const GError *error, gpointer data)
{
  CsTableReading *reading = data;

  reading->stopped = !give_fault (reading->input, reading->sink, g_error_copy (error));

  return !reading->stopped;
}

/* --- rows --- */

/* The row as it was, for the eye. */
static char *
dup_raw (const CsTableReading *reading)
{
  GString *raw = g_string_new (NULL);

  for (guint i = 0; i < reading->row->n_cells && raw->len <= CS_MAX_RAW_RECORD; i++)
    {
      const GPtrArray *columns = reading->map->columns;
      const char *name = i < columns->len ? ((const CsTableColumn *)columns->pdata[i])->name : "";

      if (*reading->row->cells[i] != '\0')
        g_string_append_printf (raw, "%s: %s\n", name, reading->row->cells[i]);
    }

  return g_string_free (raw, FALSE);
}

static CsRecord *
make_record (CsTableReading *reading, guint index, const char *raw)
{
  const CsTableDocument *document = &g_array_index (reading->documents, CsTableDocument, index);
  const CsRecordInput *input = reading->input;
  const char *source = input->source == NULL ? reading->source : input->source;
  CsRecordBuilder *builder = cs_record_builder_new (source, input->name, reading->row->line);

  if (document->publication != NULL)
    cs_record_builder_take_publication (builder, cs_number_ref (document->publication));
  if (document->application != NULL)
    cs_record_builder_take_application (builder, cs_number_ref (document->application));
  cs_record_builder_set_as_of (builder, input->as_of);
  cs_table_reading_fill (reading, builder, document, index == 0);
  cs_record_builder_set_raw (builder, raw, strlen (raw));

  return cs_record_builder_end (builder);
}

/* A row that is longer than that of the names has slipped, mostly by a separator in a value. */
static void
check_length (CsTableReading *reading)
{
  guint n_names = reading->map->columns->len;

  if (reading->row->n_cells > n_names)
    cs_table_reading_fail (reading, _ ("the row has %u cells, but there are %u columns"),
                           reading->row->n_cells, n_names);
}

static gboolean
on_row (const CsTableRow *row, gpointer data)
{
  CsTableReading *reading = data;
  g_autofree char *raw = NULL;

  if (row->line <= reading->map->header_line)
    return TRUE;

  cs_table_reading_begin (reading, row);
  check_length (reading);
  cs_table_reading_find_documents (reading);
  raw = dup_raw (reading);
  for (guint i = 0; i < reading->documents->len && !reading->stopped; i++)
    {
      g_autoptr (CsRecord) record = make_record (reading, i, raw);

      reading->stopped = !reading->sink->record (record, reading->sink->data);
    }
  if (reading->documents->len == 0)
    cs_table_reading_fail (reading, _ ("the row has no number of a publication or application"));
  if (reading->fault != NULL && !reading->stopped)
    reading->stopped =
        !give_fault (reading->input, reading->sink, g_steal_pointer (&reading->fault));

  return !reading->stopped;
}

/* --- tables --- */

static gboolean
check_map (const CsTableMap *map, GError **error)
{
  if (map->columns->len == 0)
    cs_error_set (error, CS_ERROR_EMPTY, 0, _ ("the table is empty"));
  else if (cs_table_map_get_obstacle (map) != NULL)
    cs_error_set (error, CS_ERROR_UNSUPPORTED, map->header_line, "%s",
                  cs_table_map_get_obstacle (map));
  else
    return TRUE;

  return FALSE;
}

static gboolean
read_rows (CsTable *table, CsTableReading *reading, GCancellable *cancellable, GError **error)
{
  CsTableSink sink = { on_row, on_fault, reading };

  cs_table_reading_init (reading);
  cs_table_read (table, reading->map->view, &sink, cancellable, error);
  cs_table_reading_clear (reading);

  return *error == NULL;
}

static gboolean
read_table (CsTableReading *reading,
            const CsTableMap *map,
            GCancellable *cancellable,
            GError **error)
{
  const CsRecordInput *input = reading->input;
  g_autoptr (CsTable) table = cs_table_open (input->bytes, input->n_bytes, error);
  g_autoptr (CsTableMap) guessed = NULL;

  if (table == NULL)
    return FALSE;
  if (map == NULL)
    map = guessed = cs_table_map_guess_view (table, NULL, error);
  if (map == NULL || !check_map (map, error))
    return FALSE;
  if (map->view >= cs_table_get_n_views (table))
    {
      cs_error_set (error, CS_ERROR_SYNTAX, 0, _ ("there is no sheet \"%s\""), map->view_name);
      return FALSE;
    }

  reading->map = map;
  return read_rows (table, reading, cancellable, error);
}

gboolean
cs_table_read_records_as (const CsRecordInput *input,
                          const CsTableMap *map,
                          const CsRecordSink *sink,
                          GCancellable *cancellable,
                          GError **error)
{
  CsTableReading reading = { .input = input, .sink = sink };
  g_autoptr (GError) trouble = NULL;

  if (read_table (&reading, map, cancellable, &trouble))
    return !reading.stopped;

  if (g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&trouble));
  else if (!reading.stopped)
    return give_fault (input, sink, g_steal_pointer (&trouble));

  return FALSE;
}

gboolean
cs_table_read_records (const CsRecordInput *input,
                       const CsRecordSink *sink,
                       GCancellable *cancellable,
                       GError **error)
{
  return cs_table_read_records_as (input, NULL, sink, cancellable, error);
}

/* --- what is one --- */

static gboolean
has_known_columns (const CsRecordInput *input)
{
  g_autoptr (CsTableMap) map = cs_table_map_guess (input->bytes, input->n_bytes, NULL);

  return map != NULL && map->n_known >= MIN_KNOWN;
}

static gboolean
accepts (CsContent content, const CsRecordInput *input)
{
  switch ((int)content)
    {
    case CS_CONTENT_TABLE:
      return TRUE;
    case CS_CONTENT_ZIP:
      return cs_zip_has (input->bytes, input->n_bytes, "xl/workbook.xml");
    case CS_CONTENT_OLE:
      return cs_ole_is_workbook (input->bytes, input->n_bytes);
    case CS_CONTENT_TEXT:
    case CS_CONTENT_BINARY:
      return has_known_columns (input);
    default:
      return FALSE;
    }
}

const CsRecordFormat cs_table_format = { accepts, cs_table_read_records };
