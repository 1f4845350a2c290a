#include "cs-return.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../draft/cs-draft-compose.h"
#include "../formats/cs-reader.h"
#include "../store/cs-retake.h"
#include "cs-matter-pictures.h"

void
cs_return_free (CsReturn *back)
{
  g_free (back->path);
  g_clear_pointer (&back->now, cs_draft_unref);
  g_clear_pointer (&back->draft, cs_draft_unref);
  g_clear_pointer (&back->images, g_hash_table_unref);
  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      g_clear_pointer (&back->parts[part].changed, g_array_unref);
      g_clear_pointer (&back->parts[part].added, g_array_unref);
      g_clear_pointer (&back->parts[part].removed, g_array_unref);
    }
  g_free (back);
}

/* --- pictures: named by what they show --- */

/* What is read, as it goes through the reader. */
typedef struct
{
  CsDraft *draft;
  GError *error;
  guint n_documents;
  GHashTable *images; /* GBytes by name in the file */
} Reading;

static void
load_pictures (Reading *reading, const CsReadItem *item)
{
  g_autoptr (GHashTable) names = cs_draft_list_pictures (item->draft);
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      GBytes *bytes = cs_read_item_load_image (item, name);

      if (bytes != NULL)
        g_hash_table_insert (reading->images, g_strdup (name), bytes);
    }
}

/* The names that pictures of the matter have already, by the SHA-256 of what they show. */
static GHashTable *
list_known (const CsReturnJob *job)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) names = cs_draft_list_pictures (job->now);
  g_autoptr (CsMatterPictures) pictures =
      cs_matter_pictures_new (job->images, job->folder, job->matter);
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_autoptr (GBytes) bytes = cs_matter_pictures_load (name, pictures);

      if (bytes != NULL)
        g_hash_table_insert (known, g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes),
                             g_strdup (name));
    }

  return known;
}

#define NAME_DIGITS 32 /* of the SHA-256, as #CsPictureSet names what comes in */

static char *
dup_own_name (const char *name, const char *sha256)
{
  const char *dot = strrchr (name, '.');

  return g_strdup_printf ("%.*s%s", NAME_DIGITS, sha256, dot == NULL ? "" : dot);
}

/* Word numbers pictures anew whenever it saves: "image1.png" may be another one than before. */
static CsDraft *
name_pictures (Reading *reading, const CsReturnJob *job, GHashTable *images, GError **error)
{
  g_autoptr (GHashTable) known = list_known (job);
  g_autoptr (GHashTable) names =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer name, bytes;

  g_hash_table_iter_init (&iter, reading->images);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      const char *there = g_hash_table_lookup (known, sha256);
      char *own = there != NULL ? g_strdup (there) : dup_own_name (name, sha256);

      g_hash_table_insert (names, g_strdup (name), own);
      g_hash_table_insert (images, g_strdup (own), g_bytes_ref (bytes));
    }

  return cs_draft_rename_pictures (reading->draft, names, error);
}

/* --- what changes --- */

/* Letters and how they look; an object may be told otherwise in another format. */
static gboolean
reads_same (const CsDraft *now, guint now_index, const CsDraft *back, guint index, CsPart part)
{
  const CsUnit *before = cs_draft_get_unit (now, part, now_index);
  const CsUnit *after = cs_draft_get_unit (back, part, index);
  g_autoptr (CsText) old = cs_text_slice (now->texts[part], before->start, before->end);
  g_autoptr (CsText) new = cs_text_slice (back->texts[part], after->start, after->end);
  guint n_old, n_new;
  const CsRun *old_runs = cs_text_get_runs (old, &n_old);
  const CsRun *new_runs = cs_text_get_runs (new, &n_new);

  if (strcmp (cs_text_get_string (old), cs_text_get_string (new)) != 0 || n_old != n_new)
    return FALSE;
  for (guint i = 0; i < n_old; i++)
    if (old_runs[i].start != new_runs[i].start || old_runs[i].end != new_runs[i].end ||
        old_runs[i].style != new_runs[i].style)
      return FALSE;

  return TRUE;
}

static GArray *
indexes_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
compare_part (CsReturn *back, CsPart part)
{
  CsReturnPart *changes = &back->parts[part];
  guint n_now = cs_draft_get_n_units (back->now, part);
  g_autofree gboolean *found = g_new0 (gboolean, n_now + 1);

  for (guint i = 0; i < cs_draft_get_n_units (back->draft, part); i++)
    {
      guint64 id = cs_draft_get_unit_id (back->draft, part, i);
      guint at = cs_draft_find_unit (back->now, part, id);

      if (at == CS_NO_INDEX)
        g_array_append_val (changes->added, i);
      else if (!reads_same (back->now, at, back->draft, i, part))
        g_array_append_val (changes->changed, i);
      if (at != CS_NO_INDEX)
        found[at] = TRUE;
    }
  for (guint i = 0; i < n_now; i++)
    if (!found[i])
      g_array_append_val (changes->removed, i);
  if (part == CS_PART_CLAIMS)
    back->n_kept = n_now - changes->removed->len;
}

/* Tracked changes are told once for a file, with their number; comments one by one. */
static guint
count_note (const CsReadNote *note)
{
  guint64 n = 1;

  if (strcmp (note->code, "comment") != 0 && note->detail != NULL)
    g_ascii_string_to_unsigned (note->detail, 10, 0, G_MAXUINT, &n, NULL);

  return n;
}

static void
count_notes (CsReturn *back)
{
  const struct
  {
    const char *code;
    guint *n;
  } counts[] = { { "comment", &back->n_comments },
                 { "tracked-insertion", &back->n_insertions },
                 { "tracked-deletion", &back->n_deletions } };

  for (guint i = 0; i < back->draft->notes->len; i++)
    {
      const CsReadNote *note = &g_array_index (back->draft->notes, CsReadNote, i);

      for (guint j = 0; j < G_N_ELEMENTS (counts); j++)
        if (strcmp (note->code, counts[j].code) == 0)
          *counts[j].n += count_note (note);
    }
}

gboolean
cs_return_changes_part (const CsReturn *back, CsPart part)
{
  const CsReturnPart *changes = &back->parts[part];

  return changes->changed->len + changes->added->len + changes->removed->len > 0;
}

gboolean
cs_return_is_text_same (const CsReturn *back)
{
  for (guint part = 0; part < CS_N_PARTS; part++)
    if (cs_return_changes_part (back, part))
      return FALSE;

  return TRUE;
}

/* --- reading --- */

static gboolean
on_document (const CsReadItem *item, gpointer data)
{
  Reading *reading = data;

  if (reading->n_documents++ > 0)
    return FALSE;

  if (item->draft == NULL)
    reading->error = g_error_copy (item->error);
  else
    {
      reading->draft = cs_draft_ref (item->draft);
      load_pictures (reading, item);
    }

  return TRUE;
}

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->draft, cs_draft_unref);
  g_clear_error (&reading->error);
  g_clear_pointer (&reading->images, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
read_one (Reading *reading, const char *path, GCancellable *cancellable, GError **error)
{
  const CsReader reader = { on_document, reading };
  g_autofree char *name = g_filename_display_basename (path);

  if (!cs_read (path, &reader, cancellable, error))
    return FALSE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (reading->error != NULL)
    g_propagate_error (error, g_steal_pointer (&reading->error));
  else if (reading->n_documents > 1)
    cs_error_set (error, CS_ERROR_UNSUPPORTED, 0, _ ("\"%s\" holds more than one application"),
                  name);
  else if (reading->draft == NULL)
    cs_error_set (error, CS_ERROR_EMPTY, 0, _ ("there is no application in \"%s\""), name);
  else
    return TRUE;

  return FALSE;
}

static GHashTable *
images_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
}

/* Nothing is compared yet. */
static CsReturn *
return_new (const CsReturnJob *job)
{
  CsReturn *back = g_new0 (CsReturn, 1);

  back->path = g_strdup (job->path);
  back->now = cs_draft_ref (job->now);
  back->images = images_new ();
  for (guint part = 0; part < CS_N_PARTS; part++)
    back->parts[part] = (CsReturnPart){ indexes_new (), indexes_new (), indexes_new () };

  return back;
}

CsReturn *
cs_return_read (const CsReturnJob *job, GCancellable *cancellable, GError **error)
{
  g_auto (Reading) reading = { 0 };
  g_autoptr (CsReturn) back = return_new (job);
  g_autoptr (CsDraft) named = NULL;

  reading.images = images_new ();
  if (!read_one (&reading, job->path, cancellable, error))
    return NULL;

  named = name_pictures (&reading, job, back->images, error);
  if (named == NULL)
    return NULL;
  back->draft = cs_draft_retake (job->now, named, error);
  if (back->draft == NULL)
    return NULL;

  for (CsPart part = CS_PART_TITLE; part <= CS_PART_DESCRIPTION; part++)
    compare_part (back, part);
  count_notes (back);

  return g_steal_pointer (&back);
}

/* --- in a thread --- */

static void
job_free (gpointer data)
{
  CsReturnJob *job = data;

  g_free ((char *)job->path);
  cs_draft_unref (job->now);
  g_hash_table_unref (job->images);
  g_free ((char *)job->folder);
  g_free (job);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  CsReturn *back = cs_return_read (data, cancellable, &error);

  if (back != NULL)
    g_task_return_pointer (task, back, (GDestroyNotify)cs_return_free);
  else
    g_task_return_error (task, error);
}

void
cs_return_read_async (const CsReturnJob *job,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  CsReturnJob *copy = g_new0 (CsReturnJob, 1);

  copy->path = g_strdup (job->path);
  copy->now = cs_draft_ref (job->now);
  copy->images = g_hash_table_ref (job->images);
  copy->folder = g_strdup (job->folder);
  copy->matter = job->matter;
  g_task_set_task_data (task, copy, job_free);
  g_task_run_in_thread (task, read_in_thread);
}

CsReturn *
cs_return_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
