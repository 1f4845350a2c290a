#include "cs-family-source.h"

#include <glib/gi18n-lib.h>

#include "../ops/cs-ops-feed.h"
#include "cs-sample-library.h"

/* --- files --- */

typedef struct
{
  CsFamilySource source;
  char **paths;
  CsTableMap *map;
} FileSource;

static CsLibraryRun *
take_files (CsFamilySource *source,
            const CsIntake *intake,
            CsLibrary *library,
            GCancellable *cancellable,
            GError **error)
{
  const FileSource *files = (const FileSource *)source;
  const CsRecordsOptions options = { .map = files->map };
  CsIntake own = *intake;

  own.records = &options;

  return cs_intake_files (&own, library, (const char *const *)files->paths, cancellable, error);
}

static void
free_files (CsFamilySource *source)
{
  FileSource *files = (FileSource *)source;

  g_free (source->label);
  g_strfreev (files->paths);
  g_clear_pointer (&files->map, cs_table_map_unref);
  g_free (files);
}

static char *
format_label (const char *const *paths)
{
  g_autofree char *first = g_filename_display_basename (paths[0]);
  guint n_others = g_strv_length ((char **)paths) - 1;

  if (n_others == 0)
    return g_steal_pointer (&first);

  /* Translators: name of a file, and how many more there are */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n_others), first, n_others);
}

CsFamilySource *
cs_file_source_new (const char *const *paths, CsTableMap *map)
{
  FileSource *files = g_new0 (FileSource, 1);

  files->source = (CsFamilySource){ format_label (paths), take_files, NULL, free_files };
  files->paths = g_strdupv ((char **)paths);
  files->map = map == NULL ? NULL : cs_table_map_ref (map);

  return &files->source;
}

/* --- samples --- */

static CsLibraryRun *
take_samples (CsFamilySource *source,
              const CsIntake *intake,
              CsLibrary *library,
              GCancellable *cancellable,
              GError **error)
{
  return cs_sample_library_add (intake, library, cancellable, error);
}

static void
free_samples (CsFamilySource *source)
{
  g_free (source->label);
  g_free (source);
}

CsFamilySource *
cs_sample_source_new (void)
{
  CsFamilySource *source = g_new (CsFamilySource, 1);

  *source = (CsFamilySource){ g_strdup (_ ("Sample library")), take_samples, NULL, free_samples };

  return source;
}

/* --- OPS --- */

typedef struct
{
  CsFamilySource source;
  char *base;
  CsOpsKey *key;
  char **numbers;
  guint parts;

  GMutex lock;
  CsOpsLimits limits;
  gboolean has_limits;
} OpsSource;

/* What goes with one answer; all of it in the thread of the import. */
typedef struct
{
  OpsSource *ops;
  CsOpsClient *client;
  CsOpsFeed *feed;
} Asking;

static GBytes *
get_next (char **name, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asking *asking = data;
  GBytes *answer = cs_ops_feed_next (name, asking->feed, cancellable, error);

  g_mutex_lock (&asking->ops->lock);
  asking->ops->limits = *cs_ops_client_get_limits (asking->client);
  asking->ops->has_limits = TRUE;
  g_mutex_unlock (&asking->ops->lock);

  return answer;
}

static CsLibraryRun *
take_answers (CsFamilySource *source,
              const CsIntake *intake,
              CsLibrary *library,
              GCancellable *cancellable,
              GError **error)
{
  OpsSource *ops = (OpsSource *)source;
  g_autoptr (CsOpsClient) client =
      cs_ops_client_new (ops->base, ops->key->key, ops->key->secret, error);
  g_autoptr (CsOpsFeed) feed = NULL;
  Asking asking = { ops, client, NULL };

  if (client == NULL)
    return NULL;

  feed = cs_ops_feed_new (client, (const char *const *)ops->numbers, ops->parts);
  asking.feed = feed;

  return cs_intake_feed (intake, library, get_next, &asking, cancellable, error);
}

static gboolean
get_limits (CsFamilySource *source, CsOpsLimits *limits)
{
  OpsSource *ops = (OpsSource *)source;
  gboolean has_limits;

  g_mutex_lock (&ops->lock);
  *limits = ops->limits;
  has_limits = ops->has_limits;
  g_mutex_unlock (&ops->lock);

  return has_limits;
}

static void
free_ops (CsFamilySource *source)
{
  OpsSource *ops = (OpsSource *)source;

  g_free (source->label);
  g_free (ops->base);
  cs_ops_key_free (ops->key);
  g_strfreev (ops->numbers);
  g_mutex_clear (&ops->lock);
  g_free (ops);
}

CsFamilySource *
cs_ops_source_new (const CsOpsOrder *order)
{
  OpsSource *ops = g_new0 (OpsSource, 1);

  ops->source = (CsFamilySource){ g_strdup ("OPS"), take_answers, get_limits, free_ops };
  ops->base = g_strdup (order->base);
  ops->key = g_new (CsOpsKey, 1);
  *ops->key = (CsOpsKey){ g_strdup (order->key->key), g_strdup (order->key->secret) };
  ops->numbers = g_strdupv ((char **)order->numbers);
  ops->parts = order->parts;
  g_mutex_init (&ops->lock);

  return &ops->source;
}
