/* How long the store takes: to make, save and load a draft of 200 claims; to list and to search
 * 1,000 and 10,000 matters. Wall time, for the disk is part of it; the best of several rounds.
 *
 * Usage: bench-store [FOLDER], on the disk to be measured. */

#include <stdio.h>

#include "../store/store-fixture.h"
#include "../../src/store/cs-store-sql.h"

#define ROUNDS 20

static double
now_ms (void)
{
  return g_get_monotonic_time () / 1000.0;
}

static void
report (const char *what, double ms)
{
  printf ("%-40s %8.2f ms\n", what, ms);
}

static void
measure_draft (CsDraftStore *store)
{
  g_autoptr (CsDraft) first = make_draft ("泵", 200, "叶轮");
  g_autoptr (CsDraft) second = make_draft ("泵", 200, "轴承");
  CsNewMatter matter = { .draft = first };
  CsMatterSave save = { .revision = 1 };
  double best[3] = { G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = now_ms ();
      double made;
      double saved;
      g_autoptr (CsMatter) loaded = NULL;

      save.id = cs_draft_store_create (store, &matter, NULL);
      save.revision = 1;
      made = now_ms ();
      save.draft = second;
      cs_draft_store_save (store, &save, &save.revision, NULL);
      saved = now_ms ();
      loaded = cs_draft_store_load (store, save.id, NULL);

      best[0] = MIN (best[0], made - start);
      best[1] = MIN (best[1], saved - made);
      best[2] = MIN (best[2], now_ms () - saved);
    }

  printf ("draft of 200 claims, %" G_GSIZE_FORMAT " bytes of claims\n",
          cs_text_get_n_bytes (first->texts[CS_PART_CLAIMS]));
  report ("  create", best[0]);
  report ("  save", best[1]);
  report ("  load", best[2]);
}

static double
measure_list (CsDraftStore *store, const char *words, CsMatterOrder order)
{
  CsMatterQuery query = { .words = words, .order = order };
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = now_ms ();
      g_autoptr (GPtrArray) all G_GNUC_UNUSED = cs_draft_store_list (store, &query, NULL);

      best = MIN (best, now_ms () - start);
    }

  return best;
}

static void
measure_lists (CsDraftStore *store, guint n_matters)
{
  static guint n_made = 0;

  cs_store_exec (store, "PRAGMA synchronous = OFF", NULL);
  for (; n_made < n_matters; n_made++)
    {
      g_autofree char *title = g_strdup_printf ("泵 %u", n_made);
      g_autofree char *words = g_strdup_printf ("叶轮%u", n_made);
      g_autoptr (CsDraft) draft = make_draft (title, 20, words);
      CsNewMatter matter = { .draft = draft };

      cs_draft_store_create (store, &matter, NULL);
    }

  printf ("%u matters of 20 claims\n", n_matters);
  report ("  list by date", measure_list (store, NULL, CS_MATTER_BY_CHANGED));
  report ("  list by name", measure_list (store, NULL, CS_MATTER_BY_NAME));
  report ("  search: one word that all have", measure_list (store, "叶轮", CS_MATTER_BY_CHANGED));
  report ("  search: two words, one match", measure_list (store, "壳体 轮777", CS_MATTER_BY_CHANGED));
}

int
main (int argc, char *argv[])
{
  g_autoptr (StoreFolder) made = argc > 1 ? NULL : store_folder_new ();
  const char *folder = argc > 1 ? argv[1] : made;
  g_autoptr (CsDraftStore) store = cs_draft_store_open (folder, NULL);

  if (store == NULL)
    return 1;

  measure_draft (store);
  measure_lists (store, 1000);
  measure_lists (store, 10000);

  return 0;
}
