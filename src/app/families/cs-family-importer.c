#include "cs-family-importer.h"

/* What was asked for at once: files, or answers of OPS. */
typedef struct
{
  char **paths;
  CsTableMap *map;

  char *base;
  CsOpsKey *key;
  char **numbers;
  guint parts;
} Batch;

struct _CsFamilyImporter
{
  GObject parent_instance;

  CsLibraryService *service;
  CsFamilyImport *import; /* under way, NULL when none is */
  Batch *batch;           /* under way, or the last */
  GQueue waiting;         /* of Batch */
};

enum
{
  BEGAN,
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsFamilyImporter, cs_family_importer, G_TYPE_OBJECT)

static void
batch_free (Batch *batch)
{
  g_strfreev (batch->paths);
  g_clear_pointer (&batch->map, cs_table_map_unref);
  g_free (batch->base);
  g_clear_pointer (&batch->key, cs_ops_key_free);
  g_strfreev (batch->numbers);
  g_free (batch);
}

/* --- one after the other --- */

static void begin_next (CsFamilyImporter *importer);

static void
on_finished (CsFamilyImporter *importer, CsFamilyImport *import)
{
  g_autoptr (CsFamilyImporter) kept G_GNUC_UNUSED = g_object_ref (importer);
  g_autoptr (CsFamilyImport) ended = g_steal_pointer (&importer->import);

  g_signal_emit (importer, signals[ENDED], 0, ended);
  begin_next (importer);
}

static CsFamilyImport *
begin (CsLibraryService *service, const Batch *batch)
{
  const CsOpsOrder order = { batch->base, batch->key, (const char *const *)batch->numbers,
                             batch->parts };

  if (batch->paths == NULL)
    return cs_family_import_new_ops (service, &order);

  return cs_family_import_new_files (service, (const char *const *)batch->paths, batch->map);
}

static void
begin_next (CsFamilyImporter *importer)
{
  Batch *batch = importer->import == NULL ? g_queue_pop_head (&importer->waiting) : NULL;

  if (batch == NULL)
    return;

  g_clear_pointer (&importer->batch, batch_free);
  importer->batch = batch;
  importer->import = begin (importer->service, batch);
  g_signal_connect_object (importer->import, "finished", G_CALLBACK (on_finished), importer,
                           G_CONNECT_SWAPPED);
  g_signal_emit (importer, signals[BEGAN], 0, importer->import);
}

/* --- the class --- */

static void
cs_family_importer_finalize (GObject *object)
{
  CsFamilyImporter *importer = CS_FAMILY_IMPORTER (object);

  cs_family_importer_stop (importer);
  g_clear_object (&importer->import);
  g_clear_pointer (&importer->batch, batch_free);
  g_clear_object (&importer->service);

  G_OBJECT_CLASS (cs_family_importer_parent_class)->finalize (object);
}

static void
cs_family_importer_class_init (CsFamilyImporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_family_importer_finalize;

  signals[BEGAN] = g_signal_new ("began", CS_TYPE_FAMILY_IMPORTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, CS_TYPE_FAMILY_IMPORT);
  signals[ENDED] = g_signal_new ("ended", CS_TYPE_FAMILY_IMPORTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, CS_TYPE_FAMILY_IMPORT);
}

static void
cs_family_importer_init (CsFamilyImporter *importer)
{
  g_queue_init (&importer->waiting);
}

CsFamilyImporter *
cs_family_importer_new (CsLibraryService *service)
{
  CsFamilyImporter *importer = g_object_new (CS_TYPE_FAMILY_IMPORTER, NULL);

  importer->service = g_object_ref (service);

  return importer;
}

/* --- what is asked for --- */

static void
add (CsFamilyImporter *importer, Batch *batch)
{
  g_queue_push_tail (&importer->waiting, batch);
  begin_next (importer);
}

void
cs_family_importer_add (CsFamilyImporter *importer, const char *const *paths, CsTableMap *map)
{
  Batch *batch;

  if (paths == NULL || paths[0] == NULL)
    return;

  batch = g_new0 (Batch, 1);
  batch->paths = g_strdupv ((char **)paths);
  batch->map = map != NULL ? cs_table_map_ref (map) : NULL;
  add (importer, batch);
}

void
cs_family_importer_add_ops (CsFamilyImporter *importer, const CsOpsOrder *order)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->base = g_strdup (order->base);
  batch->key = g_new (CsOpsKey, 1);
  *batch->key = (CsOpsKey){ g_strdup (order->key->key), g_strdup (order->key->secret) };
  batch->numbers = g_strdupv ((char **)order->numbers);
  batch->parts = order->parts;
  add (importer, batch);
}

gboolean
cs_family_importer_is_running (CsFamilyImporter *importer)
{
  return importer->import != NULL;
}

void
cs_family_importer_stop (CsFamilyImporter *importer)
{
  g_queue_clear_full (&importer->waiting, (GDestroyNotify)batch_free);
  if (importer->import != NULL)
    cs_import_task_stop (CS_IMPORT_TASK (importer->import));
}

gboolean
cs_family_importer_resume (CsFamilyImporter *importer)
{
  if (importer->batch == NULL || importer->import != NULL)
    return FALSE;

  g_queue_push_head (&importer->waiting, g_steal_pointer (&importer->batch));
  begin_next (importer);

  return TRUE;
}
