#include "cs-table-look.h"

#include <glib/gi18n-lib.h>

#include "../../base/cs-error.h"
#include "../../formats/table/cs-table-records.h"
#include "cs-column-choices.h"

#define HEAD_BYTES (16 * 1024) /* of a file, by which its kind is told */
#define MAX_LOOKED 2000        /* records and faults that are looked at: a moment's work */

static void
row_free (gpointer data)
{
  CsTableLookRow *row = data;

  g_free (row->fault);
  g_free (row->number);
  g_free (row->application);
  g_free (row->filed);
  g_free (row->title);
  g_free (row->applicant);
  g_free (row);
}

void
cs_table_look_free (CsTableLook *look)
{
  g_clear_pointer (&look->guessed, cs_table_map_unref);
  g_clear_pointer (&look->map, cs_table_map_unref);
  g_strfreev (look->sheets);
  g_ptr_array_unref (look->rows);
  g_free (look);
}

gboolean
cs_table_look_is_clear (const CsTableLook *look)
{
  return look->map->n_known == look->map->columns->len && look->map->warnings[0] == NULL &&
         look->n_faults <= look->n_records &&
         cs_table_map_get_obstacle (look->map) == NULL;
}

/* --- rows --- */

static const char *
get_applicant (const CsRecord *record)
{
  for (guint i = 0; i < record->n_parties; i++)
    if (record->parties[i].role == CS_PARTY_APPLICANT || record->parties[i].role == CS_PARTY_OWNER)
      return record->parties[i].name;

  return "";
}

static CsTableLookRow *
make_row (const CsRecord *record)
{
  CsTableLookRow *row = g_new0 (CsTableLookRow, 1);
  const CsNumber *application = record->application;

  row->line = record->place;
  row->number =
      g_strdup (record->publication != NULL ? record->publication->printed : application->printed);
  row->application = g_strdup (application != NULL ? application->printed : "");
  row->filed = application != NULL && cs_office_date_is_known (application->date) ?
                   cs_office_date_dup_text (application->date) :
                   g_strdup ("");
  row->title = g_strdup (record->n_titles > 0 ? record->titles[0].text : "");
  row->applicant = g_strdup (get_applicant (record));

  return row;
}

/* What is read of the table, until it is enough. */
static gboolean
go_on (CsTableLook *look)
{
  look->is_whole = look->n_records + look->n_faults < MAX_LOOKED;

  return look->is_whole;
}

static gboolean
on_record (CsRecord *record, gpointer data)
{
  CsTableLook *look = data;

  if (look->n_records < CS_MAX_LOOK_ROWS)
    g_ptr_array_add (look->rows, make_row (record));
  look->n_records++;

  return go_on (look);
}

static gboolean
on_fault (const CsRecordFault *fault, gpointer data)
{
  CsTableLook *look = data;
  CsTableLookRow *row;

  if (look->n_faults < CS_MAX_LOOK_ROWS)
    {
      row = g_new0 (CsTableLookRow, 1);
      row->line = fault->place;
      row->fault = g_strdup (fault->error->message);
      g_ptr_array_add (look->rows, row);
    }
  look->n_faults++;

  return go_on (look);
}

static gboolean
read_rows (CsTableLook *look,
           const CsRecordInput *input,
           GCancellable *cancellable,
           GError **error)
{
  const CsRecordSink sink = { on_record, on_fault, look };

  look->is_whole = TRUE;
  if (cs_table_map_get_obstacle (look->map) == NULL)
    cs_table_read_records_as (input, look->map, &sink, cancellable, NULL);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* --- the whole --- */

static CsRecordInput
get_input (GMappedFile *file)
{
  return (CsRecordInput){ .name = "",
                          .bytes = g_mapped_file_get_contents (file),
                          .n_bytes = g_mapped_file_get_length (file) };
}

/* As an import tells it. */
static gboolean
is_table (const CsRecordInput *input)
{
  CsContent content = cs_content_guess (input->bytes, MIN (input->n_bytes, HEAD_BYTES));

  return cs_table_format.accepts (content, input);
}

static char **
list_sheets (CsTable *table)
{
  g_autoptr (GStrvBuilder) sheets = g_strv_builder_new ();

  for (guint i = 0; cs_table_is_workbook (table) && i < cs_table_get_n_views (table); i++)
    g_strv_builder_add (sheets, cs_table_get_view_name (table, i));

  return g_strv_builder_end (sheets);
}

static gboolean
find_map (CsTableLook *look, const CsTableLookJob *job, CsTable *table, GError **error)
{
  if (job->map != NULL)
    {
      look->guessed = cs_table_map_ref (job->guessed);
      look->map = cs_table_map_ref (job->map);
      return TRUE;
    }

  look->guessed = cs_table_map_guess_view (table, job->sheet, error);
  if (look->guessed == NULL)
    return FALSE;

  look->map = cs_column_choices_apply (job->folder, look->guessed);

  return TRUE;
}

CsTableLook *
cs_table_look (const CsTableLookJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (job->path, FALSE, &trouble);
  g_autoptr (CsTable) table = NULL;
  g_autoptr (CsTableLook) look = NULL;
  CsRecordInput input;

  if (file == NULL)
    {
      cs_error_set (error, CS_ERROR_IO, 0, "%s", trouble->message);
      return NULL;
    }

  input = get_input (file);
  if (job->is_sure && !is_table (&input))
    {
      cs_error_set (error, CS_ERROR_UNSUPPORTED, 0, _ ("is no table of records"));
      return NULL;
    }

  table = cs_table_open (input.bytes, input.n_bytes, error);
  if (table == NULL)
    return NULL;

  look = g_new0 (CsTableLook, 1);
  look->sheets = list_sheets (table);
  look->rows = g_ptr_array_new_with_free_func (row_free);
  if (!find_map (look, job, table, error) || !read_rows (look, &input, cancellable, error))
    return NULL;

  return g_steal_pointer (&look);
}

/* --- in a thread --- */

static void
job_free (gpointer data)
{
  CsTableLookJob *job = data;

  g_free ((char *)job->path);
  g_free ((char *)job->folder);
  g_free ((char *)job->sheet);
  g_clear_pointer (&job->guessed, cs_table_map_unref);
  g_clear_pointer (&job->map, cs_table_map_unref);
  g_free (job);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  CsTableLook *look = cs_table_look (data, cancellable, &error);

  if (look != NULL)
    g_task_return_pointer (task, look, (GDestroyNotify)cs_table_look_free);
  else
    g_task_return_error (task, error);
}

void
cs_table_look_async (const CsTableLookJob *job,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  CsTableLookJob *copy = g_new (CsTableLookJob, 1);

  *copy = (CsTableLookJob){ g_strdup (job->path), g_strdup (job->folder), g_strdup (job->sheet),
                            job->map != NULL ? cs_table_map_ref (job->guessed) : NULL,
                            job->map != NULL ? cs_table_map_ref (job->map) : NULL,
                            job->is_sure };
  g_task_set_task_data (task, copy, job_free);
  g_task_run_in_thread (task, look_in_thread);
}

CsTableLook *
cs_table_look_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
