/* store-typist FOLDER SEED: types into the store of FOLDER until it is killed.
 *
 * Makes a matter and saves ever-changing text in it, with decisions, versions and thinning in
 * between, and takes in text that a colleague sent. After each of these that was acknowledged it
 * writes one line to standard output: the id of the matter, the new revision, and the SHA-256 of
 * the text. */

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../../src/store/cs-matter-rows.h"
#include "../../src/store/cs-parcel.h"
#include "store-fixture.h"

static gint64 now_us;

/* Time flies, so that versions are kept and thinned. */
static gint64
fly (void)
{
  return now_us += G_GINT64_CONSTANT (200) * G_USEC_PER_SEC;
}

static void
acknowledge (gint64 id, guint64 revision, const CsDraft *draft)
{
  g_autofree char *sha256 = cs_draft_dup_sha256 (draft);
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GUINT64_FORMAT " %s\n", id,
                                           revision, sha256);

  if (write (STDOUT_FILENO, line, strlen (line)) < 0) /* at once: nothing may stay in a buffer */
    _exit (1);
}

static CsDraft *
type (GRand *rand, guint64 revision)
{
  g_autofree char *words =
      g_strdup_printf ("%" G_GUINT64_FORMAT "-%u", revision, g_rand_int (rand));

  return make_draft ("泵", g_rand_int_range (rand, 1, 12), words);
}

static void
do_something_else (CsDraftStore *store, gint64 id, GRand *rand)
{
  g_autoptr (CsDecision) decision = cs_decision_new ();

  if (g_rand_int_range (rand, 0, 4) == 0)
    cs_draft_store_add_version (store, id, "named", NULL);
  if (g_rand_int_range (rand, 0, 4) == 0)
    cs_draft_store_add_decision (store, id, decision, NULL);
}

/* Takes in a parcel with @draft as its text, with a version, a decision and an attachment of which
 * none is in the store yet. */
static gboolean
merge (CsDraftStore *store, CsMatterSave *what, CsDraft *draft)
{
  g_autoptr (CsParcel) parcel = cs_draft_store_pack (store, what->id, NULL);
  g_autofree char *name = g_strdup_printf ("%" G_GUINT64_FORMAT ".pdf", what->revision);
  g_autoptr (GBytes) bytes = g_bytes_new (name, strlen (name));
  CsAttachment *attachment = g_new0 (CsAttachment, 1);
  CsUnpack unpack = { .parcel = parcel,
                      .matter = what->id,
                      .take_text = TRUE,
                      .kept_name = "before merging" };

  attachment->name = g_strdup (name);
  attachment->text = g_strdup (name);
  cs_parcel_add_attachment (parcel, attachment, bytes);
  g_ptr_array_set_size (parcel->versions, 0);
  cs_parcel_add_version (parcel, name, now_us, cs_draft_ref (draft));
  g_ptr_array_set_size (parcel->decisions, 0);
  g_ptr_array_add (parcel->decisions, cs_decision_new ());
  cs_draft_unref (parcel->draft);
  parcel->draft = cs_draft_ref (draft);
  unpack.versions = parcel->versions;
  unpack.decisions = parcel->decisions;
  unpack.reviews = parcel->reviews;
  if (cs_draft_store_unpack (store, &unpack, NULL) == 0)
    return FALSE;

  what->revision++;

  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GRand) rand = NULL;
  g_autoptr (CsDraftStore) store = NULL;
  g_autoptr (CsDraft) first = make_draft ("泵", 1, "first");
  CsNewMatter matter = { .draft = first };
  CsMatterSave what = { .revision = 1 };

  if (argc != 3)
    return 2;

  now_us = g_get_real_time ();
  cs_store_clock = fly;
  rand = g_rand_new_with_seed (g_ascii_strtoull (argv[2], NULL, 10));
  store = cs_draft_store_open (argv[1], NULL);
  if (store == NULL)
    return 1;
  what.id = cs_draft_store_create (store, &matter, NULL);
  if (what.id == 0)
    return 1;
  acknowledge (what.id, 1, first);

  for (;;)
    {
      g_autoptr (CsDraft) draft = type (rand, what.revision);

      what.draft = draft;
      if (g_rand_int_range (rand, 0, 4) == 0 ?
              merge (store, &what, draft) :
              cs_draft_store_save (store, &what, &what.revision, NULL))
        acknowledge (what.id, what.revision, draft);
      do_something_else (store, what.id, rand);
    }
}
