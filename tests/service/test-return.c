#include <string.h>

#include <glib/gstdio.h>

#include "../../src/base/cs-error.h"
#include "../../src/draft/cs-draft-compose.h"
#include "../../src/formats/cs-reader.h"
#include "../../src/service/cs-return.h"

/* An edited file comes back: what changes is told before anything does. */

#define BEFORE                                                      \
  "Claims\n"                                                        \
  "1. A pump comprising a housing.\n"                               \
  "2. The pump of claim 1, wherein the housing is made of steel.\n" \
  "3. The pump of claim 1, further comprising a valve.\n"

typedef struct
{
  char *folder;
  char *path;
  CsDraft *now;
} Fixture;

static gboolean
keep_draft (const CsReadItem *item, gpointer data)
{
  CsDraft **kept = data;

  g_assert_nonnull (item->draft);
  *kept = cs_draft_new_editable (item->draft, NULL);

  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const CsReader reader = { keep_draft, &fixture->now };

  fixture->folder = g_dir_make_tmp ("claimsmith-return-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "edited.txt", NULL);
  cs_read_bytes ("before.txt", BEFORE, strlen (BEFORE), &reader, NULL, NULL);
  g_assert_nonnull (fixture->now);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  cs_draft_unref (fixture->now);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static CsReturn *
read_text (Fixture *fixture, const char *text, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) images = g_hash_table_new (g_str_hash, g_str_equal);
  const CsReturnJob job = { .path = fixture->path, .now = fixture->now, .images = images };

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));

  return cs_return_read (&job, cancellable, error);
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsReturn) back = read_text (fixture, BEFORE, NULL, NULL);

  g_assert_nonnull (back);
  g_assert_true (cs_return_is_text_same (back));
  g_assert_cmpuint (back->n_kept, ==, 3);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsReturn) back =
      read_text (fixture,
                 "Claims\n"
                 "1. A pump comprising a housing.\n"
                 "2. The pump of claim 1, wherein the housing is made of stainless steel.\n"
                 "3. The pump of claim 1, further comprising a valve.\n"
                 "4. A method of cooling a battery, in which a coolant flows through a plate.\n",
                 NULL, NULL);
  const CsReturnPart *claims;

  g_assert_nonnull (back);
  claims = &back->parts[CS_PART_CLAIMS];
  g_assert_false (cs_return_is_text_same (back));
  g_assert_cmpuint (claims->changed->len, ==, 1);
  g_assert_cmpuint (claims->added->len, ==, 1);
  g_assert_cmpuint (claims->removed->len, ==, 0);
  g_assert_cmpuint (cs_draft_get_unit_id (back->draft, CS_PART_CLAIMS, 1), ==,
                    cs_draft_get_unit_id (fixture->now, CS_PART_CLAIMS, 1));
}

static void
test_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsReturn) back = read_text (fixture,
                                         "Claims\n"
                                         "1. A pump comprising a housing.\n"
                                         "2. The pump of claim 1, further comprising a valve.\n",
                                         NULL, NULL);

  g_assert_nonnull (back);
  g_assert_cmpuint (back->parts[CS_PART_CLAIMS].removed->len, ==, 1);
  g_assert_cmpuint (back->parts[CS_PART_CLAIMS].changed->len, ==, 0);
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (fixture, "<?xml version='1.0'?><broken>", NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == CS_ERROR);
}

/* A folder of two applications is not one that was edited. */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.txt", NULL);
  g_autoptr (GHashTable) images = g_hash_table_new (g_str_hash, g_str_equal);
  const CsReturnJob job = { .path = fixture->folder, .now = fixture->now, .images = images };
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, BEFORE, -1, NULL));
  g_assert_true (g_file_set_contents (other, BEFORE, -1, NULL));
  g_assert_null (cs_return_read (&job, NULL, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_UNSUPPORTED);
  g_unlink (other);
}

static void
test_stopped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (read_text (fixture, BEFORE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/service/return/same", test_same);
  ADD ("/service/return/changed", test_changed);
  ADD ("/service/return/removed", test_removed);
  ADD ("/service/return/unreadable", test_unreadable);
  ADD ("/service/return/several", test_several);
  ADD ("/service/return/stopped", test_stopped);

  return g_test_run ();
}
