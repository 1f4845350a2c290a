#include "cs-sample-library.h"

#include <glib/gi18n-lib.h>

#include "../../store/cs-library-marks.h"

#define SAMPLES "/io/github/claimsmith/samples/library/"

/* Sources of their own, for they tell of the same documents. */
static const struct
{
  const char *name;
  const char *source;
} files[] = {
  { "families.xml", CS_SAMPLE_SOURCE },
  { "texts.xml", CS_SAMPLE_SOURCE ":texts" },
  { "table.csv", CS_SAMPLE_SOURCE ":table" },
};

static const CsOfficeDate as_of = { 2026, 11, 1 };

/* Of one language each: who changes his language can remove the samples too. */
static const char *const tags[] = { "sample", "样例" };

const char *
cs_sample_library_get_tag (void)
{
  return tags[g_str_has_prefix (g_get_language_names ()[0], "zh") ? 1 : 0];
}

static GBytes *
load (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (SAMPLES, name, NULL);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/* --- its records and families --- */

static gboolean
keep_record (CsRecord *record, gpointer data)
{
  g_ptr_array_add (data, cs_record_ref (record));

  return TRUE;
}

static gboolean
pass_fault (const CsRecordFault *fault, gpointer data)
{
  return TRUE;
}

/* Returns: (transfer full) (element-type CsRecord): all of them */
static GPtrArray *
list_records (GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) records =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_record_unref);
  const CsRecordSink sink = { keep_record, pass_fault, records };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = load (files[i].name, error);
      CsRecordInput input = { .name = files[i].name, .source = files[i].source, .as_of = as_of };

      if (bytes == NULL)
        return NULL;
      input.bytes = g_bytes_get_data (bytes, &input.n_bytes);
      if (!cs_records_read_bytes (&input, &sink, cancellable, error))
        return NULL;
    }

  return g_steal_pointer (&records);
}

/* Returns: (transfer full): a set of family ids, or %NULL */
static GHashTable *
find_families (CsLibrary *library, const GPtrArray *records, GError **error)
{
  g_autoptr (GHashTable) families =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const CsRecord *record = records->pdata[i];
      const CsNumber *number =
          record->publication != NULL ? record->publication : record->application;
      g_autoptr (GArray) places =
          cs_library_find_number (library, cs_number_get_id (number), error);
      gint64 family;

      if (places == NULL)
        return NULL;
      family = places->len > 0 ? g_array_index (places, CsLibraryPlace, 0).family : 0;
      if (family != 0) /* it may have been removed before */
        g_hash_table_add (families, g_memdup2 (&family, sizeof family));
    }

  return g_steal_pointer (&families);
}

/* --- the tag --- */

static gboolean
is_ours (const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (g_str_equal (tag, tags[i]))
      return TRUE;

  return FALSE;
}

/* Returns: (transfer full): @had without our tags, and with @tag unless it is %NULL */
static char **
change_tags (char **had, const char *tag)
{
  g_autoptr (GStrvBuilder) changed = g_strv_builder_new ();

  for (; *had != NULL; had++)
    if (!is_ours (*had))
      g_strv_builder_add (changed, *had);
  if (tag != NULL)
    g_strv_builder_add (changed, tag);

  return g_strv_builder_end (changed);
}

static gboolean
tag_family (CsLibrary *library, gint64 family, const char *tag, GError **error)
{
  g_autoptr (CsFamilyMarks) marks = cs_library_load_marks (library, family, error);
  char **changed;

  if (marks == NULL)
    return FALSE;

  changed = change_tags (marks->tags, tag);
  g_strfreev (marks->tags);
  marks->tags = changed;

  return cs_library_set_marks (library, family, marks, NULL, error);
}

/* @tag: (nullable): %NULL to take it off */
static gboolean
tag_families (CsLibrary *library, const GPtrArray *records, const char *tag, GError **error)
{
  g_autoptr (GHashTable) families = find_families (library, records, error);
  GHashTableIter iter;
  gpointer family;

  if (families == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, families);
  while (g_hash_table_iter_next (&iter, &family, NULL))
    if (!tag_family (library, *(const gint64 *)family, tag, error))
      return FALSE;

  return TRUE;
}

/* --- in and out --- */

static CsLibraryRun *
dup_run (const CsLibraryRun *run)
{
  CsLibraryRun *copy = g_memdup2 (run, sizeof *run);

  copy->label = g_strdup (run->label);

  return copy;
}

/* All of them, or none: they are fewer than a batch. */
static CsLibraryRun *
write_records (const CsIntake *intake,
               CsLibrary *library,
               const GPtrArray *records,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (CsLibraryImport) import =
      cs_library_import_begin (library, intake->label, intake->today, error);
  CsIntakeProgress progress = { .file = intake->label, .total_bytes = records->len };

  if (import == NULL)
    return NULL;

  for (guint i = 0; i < records->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !cs_library_import_add (import, records->pdata[i], error))
        return NULL;
      progress.n_records = progress.done_bytes = i + 1;
      if (intake->progress != NULL)
        intake->progress (&progress, intake->data);
    }

  if (!cs_library_import_end (import, error))
    return NULL;

  return dup_run (cs_library_import_get_run (import));
}

CsLibraryRun *
cs_sample_library_add (const CsIntake *intake,
                       CsLibrary *library,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GPtrArray) records = list_records (cancellable, error);
  CsIntake own = *intake;
  CsLibraryRun *run;

  if (records == NULL)
    return NULL;

  own.label = _ ("Sample library");
  run = write_records (&own, library, records, cancellable, error);
  if (run != NULL && !tag_families (library, records, cs_sample_library_get_tag (), error))
    g_clear_pointer (&run, cs_library_run_free);

  return run;
}

/* Returns: (transfer full): that @record is taken back */
static CsRecord *
take_back (const CsRecord *record)
{
  CsRecordBuilder *builder = cs_record_builder_new (record->source, record->file, record->place);

  cs_record_builder_set_as_of (builder, record->as_of);
  if (record->publication != NULL)
    cs_record_builder_take_publication (builder, cs_number_ref (record->publication));
  if (record->application != NULL)
    cs_record_builder_take_application (builder, cs_number_ref (record->application));
  cs_record_builder_set_withdrawn (builder);

  return cs_record_builder_end (builder);
}

CsLibraryRun *
cs_sample_library_remove (CsLibrary *library,
                          CsOfficeDate today,
                          GCancellable *cancellable,
                          GError **error)
{
  const CsIntake intake = { .label = _ ("Sample library removed"), .today = today };
  g_autoptr (GPtrArray) records = list_records (cancellable, error);

  if (records == NULL || !tag_families (library, records, NULL, error))
    return NULL;

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (CsRecord) record = records->pdata[i];

      records->pdata[i] = take_back (record);
    }

  return write_records (&intake, library, records, cancellable, error);
}

gboolean
cs_sample_library_count (CsLibrary *library, guint64 *n_families, GError **error)
{
  guint64 n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autoptr (GArray) tagged =
          cs_library_list_labelled (library, CS_LABEL_TAG, tags[i], error);

      if (tagged == NULL)
        return FALSE;
      n += tagged->len;
    }
  *n_families = n;

  return TRUE;
}

/* --- for a window --- */

static gpointer
remove_all (CsLibrary *library,
            CsSearcher *searcher,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  return cs_sample_library_remove (library, cs_office_date_today (), cancellable, error);
}

void
cs_sample_library_remove_async (CsLibraryService *service,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  const CsLibraryJob job = { .func = remove_all,
                             .free_result = (GDestroyNotify)cs_library_run_free };

  cs_library_service_write (service, &job, cancellable, callback, data);
}

gboolean
cs_sample_library_remove_finish (CsLibraryService *service, GAsyncResult *result, GError **error)
{
  CsLibraryRun *run = cs_library_service_finish (service, result, error);

  if (run == NULL)
    return FALSE;

  cs_library_run_free (run);

  return TRUE;
}
