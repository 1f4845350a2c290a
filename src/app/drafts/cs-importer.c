#include "cs-importer.h"

struct _CsImporter
{
  GObject parent_instance;

  CsStoreService *service;
  CsImport *import; /* under way, NULL when none is */
  GQueue waiting;   /* of Batch */
};

/* What was asked for at once. */
typedef struct
{
  char **paths;
  char *claims_language;
} Batch;

enum
{
  BEGAN,
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsImporter, cs_importer, G_TYPE_OBJECT)

static void begin_next (CsImporter *importer);

static void
batch_free (Batch *batch)
{
  g_strfreev (batch->paths);
  g_free (batch->claims_language);
  g_free (batch);
}

static void
on_finished (CsImporter *importer, CsImport *import)
{
  g_autoptr (CsImporter) kept G_GNUC_UNUSED = g_object_ref (importer);
  g_autoptr (CsImport) ended = g_steal_pointer (&importer->import);

  g_signal_emit (importer, signals[ENDED], 0, ended);
  begin_next (importer);
}

static void
begin_next (CsImporter *importer)
{
  Batch *batch = importer->import == NULL ? g_queue_pop_head (&importer->waiting) : NULL;

  if (batch == NULL)
    return;

  importer->import = cs_import_new_in_language (
      importer->service, (const char *const *)batch->paths, batch->claims_language);
  batch_free (batch);
  g_signal_connect_object (importer->import, "finished", G_CALLBACK (on_finished), importer,
                           G_CONNECT_SWAPPED);
  g_signal_emit (importer, signals[BEGAN], 0, importer->import);
}

static void
cs_importer_finalize (GObject *object)
{
  CsImporter *importer = CS_IMPORTER (object);

  cs_importer_stop (importer);
  g_clear_object (&importer->import);
  g_clear_object (&importer->service);

  G_OBJECT_CLASS (cs_importer_parent_class)->finalize (object);
}

static void
cs_importer_class_init (CsImporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_importer_finalize;

  signals[BEGAN] = g_signal_new ("began", CS_TYPE_IMPORTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, CS_TYPE_IMPORT);
  signals[ENDED] = g_signal_new ("ended", CS_TYPE_IMPORTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, CS_TYPE_IMPORT);
}

static void
cs_importer_init (CsImporter *importer)
{
  g_queue_init (&importer->waiting);
}

CsImporter *
cs_importer_new (CsStoreService *service)
{
  CsImporter *importer = g_object_new (CS_TYPE_IMPORTER, NULL);

  importer->service = g_object_ref (service);

  return importer;
}

void
cs_importer_add (CsImporter *importer, const char *const *paths, const char *claims_language)
{
  Batch *batch;

  if (paths == NULL || paths[0] == NULL)
    return;

  batch = g_new (Batch, 1);
  *batch = (Batch){ g_strdupv ((char **)paths), g_strdup (claims_language) };
  g_queue_push_tail (&importer->waiting, batch);
  begin_next (importer);
}

gboolean
cs_importer_is_running (CsImporter *importer)
{
  return importer->import != NULL;
}

void
cs_importer_stop (CsImporter *importer)
{
  g_queue_clear_full (&importer->waiting, (GDestroyNotify)batch_free);
  if (importer->import != NULL)
    cs_import_stop (importer->import);
}
