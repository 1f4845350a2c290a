#include <errno.h>
#include <string.h>

#include <glib/gstdio.h>

#include "../../src/base/cs-error.h"
#include "../../src/draft/cs-draft-compose.h"
#include "../../src/service/cs-export.h"
#include "../../src/service/cs-private-file.h"

/* Exports with a writer of their own: what is tested is how a file comes into being. */

#define PATIENCE_US (20 * G_USEC_PER_SEC) /* of a test that would hang otherwise */

typedef struct
{
  char *folder;
  char *path;
  CsExport *export;
  guint n_previewed;
  guint n_finished;
} Fixture;

/* --- writers --- */

static GArray *
preview_pictures (const CsWriteJob *job, GError **error)
{
  GArray *notes = cs_write_notes_new ();
  g_autoptr (GBytes) there = job->load_image ("there.png", job->image_data);
  g_autoptr (GBytes) missing = job->load_image ("missing.png", job->image_data);

  cs_write_notes_add (notes, CS_WRITE_CHANGED, "test-there", there == NULL ? "no" : "yes", NULL);
  cs_write_notes_add (notes, CS_WRITE_REFUSED, "test-missing", missing == NULL ? "no" : "yes",
                      NULL);

  return notes;
}

static GBytes *
write_title (const CsWriteJob *job, GError **error)
{
  const char *title = cs_text_get_string (job->draft->texts[CS_PART_TITLE]);

  job->progress (0.5, job->progress_data);

  return g_bytes_new (title, strlen (title));
}

/* Works until it is stopped. */
static GBytes *
write_for_ever (const CsWriteJob *job, GError **error)
{
  job->progress (0.5, job->progress_data);
  while (!g_cancellable_set_error_if_cancelled (job->cancellable, error))
    g_usleep (1000);

  return NULL;
}

static GArray *
preview_for_ever (const CsWriteJob *job, GError **error)
{
  while (!g_cancellable_set_error_if_cancelled (job->cancellable, error))
    g_usleep (1000);

  return NULL;
}

static const CsWriter quick = { "quick", "Quick", "txt", preview_pictures, write_title };
static const CsWriter endless = { "endless", "Endless", "txt", preview_pictures, write_for_ever };
static const CsWriter blind = { "blind", "Blind", "txt", preview_for_ever, write_title };

/* --- one export --- */

static void
count (CsExport *export, guint *n)
{
  (*n)++;
}

static CsDraft *
make_draft (void)
{
  g_autoptr (CsText) title = cs_text_new ("Pump", 4);
  CsText *texts[CS_N_PARTS] = { [CS_PART_TITLE] = title };
  g_autoptr (CsRequest) request = cs_request_new ();

  return cs_draft_compose (NULL, texts, request, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsDraft) draft = make_draft ();
  g_autoptr (GHashTable) images =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_bytes_unref);

  g_hash_table_insert (images, (gpointer) "there.png", g_bytes_new_static ("x", 1));
  fixture->folder = g_dir_make_tmp ("claimsmith-export-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "out.txt", NULL);
  fixture->export = cs_export_new (draft, images, NULL, 0);
  g_signal_connect (fixture->export, "previewed", G_CALLBACK (count), &fixture->n_previewed);
  g_signal_connect (fixture->export, "finished", G_CALLBACK (count), &fixture->n_finished);
}

static void
note_end (gpointer ended, GObject *export)
{
  *(gboolean *)ended = TRUE;
}

/* What was given up holds its export until its thread has noticed. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gboolean ended = FALSE;

  g_object_weak_ref (G_OBJECT (fixture->export), note_end, &ended);
  g_object_unref (fixture->export);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* nothing else was left in it */
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
wait_for (const guint *n, guint wanted)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  while (*n < wanted && g_get_monotonic_time () < end_us)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (*n, ==, wanted);
}

static void
preview (Fixture *fixture, const CsWriter *writer)
{
  guint n = fixture->n_previewed;

  cs_export_preview (fixture->export, writer, CS_OFFICE_CN);
  wait_for (&fixture->n_previewed, n + 1);
}

static gboolean
is_running (Fixture *fixture)
{
  gboolean running;

  g_object_get (fixture->export, "running", &running, NULL);

  return running;
}

static void
assert_holds (const char *path, const char *text)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, text);
}

/* --- previews --- */

static void
test_preview (Fixture *fixture, gconstpointer data)
{
  const GArray *notes;

  g_assert_null (cs_export_get_notes (fixture->export));
  cs_export_preview (fixture->export, &quick, CS_OFFICE_CN);
  g_assert_true (is_running (fixture));
  wait_for (&fixture->n_previewed, 1);

  g_assert_false (is_running (fixture));
  notes = cs_export_get_notes (fixture->export);
  g_assert_cmpuint (notes->len, ==, 2);
  g_assert_cmpstr (g_array_index (notes, CsWriteNote, 0).code, ==, "test-missing");
  g_assert_cmpstr (g_array_index (notes, CsWriteNote, 0).detail, ==, "no");
  g_assert_cmpstr (g_array_index (notes, CsWriteNote, 1).detail, ==, "yes");
}

/* Who chooses another format does not wait for the first. */
static void
test_preview_given_up (Fixture *fixture, gconstpointer data)
{
  cs_export_preview (fixture->export, &blind, CS_OFFICE_CN);
  cs_export_preview (fixture->export, &quick, CS_OFFICE_CN);
  wait_for (&fixture->n_previewed, 1);

  g_assert_no_error (cs_export_get_error (fixture->export));
  g_assert_cmpuint (cs_export_get_notes (fixture->export)->len, ==, 2);
}

/* --- files --- */

static void
test_write (Fixture *fixture, gconstpointer data)
{
  GStatBuf status;
  double fraction;

  preview (fixture, &quick);
  cs_export_write (fixture->export, fixture->path);
  wait_for (&fixture->n_finished, 1);

  g_assert_no_error (cs_export_get_error (fixture->export));
  assert_holds (fixture->path, "Pump");
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_object_get (fixture->export, "fraction", &fraction, NULL);
  g_assert_cmpfloat (fraction, <=, 1);
}

static void
test_stop (Fixture *fixture, gconstpointer data)
{
  double fraction = 0;

  preview (fixture, &endless);
  g_assert_true (g_file_set_contents (fixture->path, "before", -1, NULL));
  cs_export_write (fixture->export, fixture->path);
  while (fraction < 0.5)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (fixture->export, "fraction", &fraction, NULL);
    }
  cs_export_stop (fixture->export);
  wait_for (&fixture->n_finished, 1);

  g_assert_error (cs_export_get_error (fixture->export), G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_holds (fixture->path, "before");
}

/* Nobody can write into a folder that is a file, not even root. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *inside = g_build_filename (fixture->path, "out.txt", NULL);
  const GError *error;

  preview (fixture, &quick);
  g_assert_true (g_file_set_contents (fixture->path, "", -1, NULL));
  cs_export_write (fixture->export, inside);
  wait_for (&fixture->n_finished, 1);

  error = cs_export_get_error (fixture->export);
  g_assert_error (error, CS_ERROR, CS_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "\"out.txt\""));
  g_assert_nonnull (strstr (error->message, g_strerror (ENOTDIR)));
}

/* What is in the way stays, and nothing lies beside it. */
static void
test_in_the_way (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_assert_false (cs_private_file_write (fixture->path, bytes, NULL, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_IO);
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/service/export/preview", test_preview);
  ADD ("/service/export/preview-given-up", test_preview_given_up);
  ADD ("/service/export/write", test_write);
  ADD ("/service/export/stop", test_stop);
  ADD ("/service/export/refused", test_refused);
  ADD ("/service/export/in-the-way", test_in_the_way);

  return g_test_run ();
}
