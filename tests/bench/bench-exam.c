/* How long the examination of one application takes, check by check, and how it grows: 100 claims
 * with 30,000 words of description for each office, ten times that, and texts that would make a
 * careless program hang. Put together from our own drafts; claims keep their references, moved
 * along with them. CPU time of the thread, the best of several rounds, also as a multiple of a
 * floor: folding the same text and looking for the words of one list in it.
 *
 * With --by-check, what each check takes of it; what several checks share is counted with the
 * first that asks for it. With --hostile, only the texts that would make a program hang; with names
 * of checklists, only these, in full and after an edit; with --edits too, many edits and nothing
 * else, for a profiler. */

#include <stdio.h>
#include <string.h>

#include "../../src/draft/cs-draft-compose.h"
#include "../../src/draft/cs-edit.h"
#include "../../src/exam/cs-exam.h"
#include "../../src/language/cs-fold.h"
#include "../../src/language/cs-lexicon.h"
#include "bench-draft.h"

#define ROUNDS 7
#define N_EDITS 40 /* for a profiler */
#define N_CLAIMS 100
#define DESCRIPTION_BYTES (30000 * 6) /* 30,000 words; a Chinese word is two characters */
#define N_SAID 10000
#define LONG_BYTES 2000000

typedef struct
{
  const char *checklist;
  const char *language;
} Series;

/* The clock of one run: what passed since the last item belongs to the check of the next. */
typedef struct
{
  CsChecklist *checklist;
  double last;
  double lists;       /* up to the last item: what is left is order, fingerprints, decisions */
  GHashTable *shares; /* name of a check -> double *: ms, the least of all rounds */
  GHashTable *round;  /* the same, in this round */
} Clock;

/* --- what is examined --- */

static CsDraft *
compose (const GPtrArray *sources, guint n_claims, gsize n_bytes)
{
  CsDraftBuilder *builder = cs_draft_builder_new ("bench", 0, "text");

  bench_draft_append_claims (builder, sources, n_claims);
  bench_draft_append_description (builder, sources, n_bytes);

  return cs_draft_builder_end (builder, NULL);
}

/* A claim with 10,000 times "said" and a name. */
static CsDraft *
compose_said (const char *language)
{
  gboolean chinese = strcmp (language, "zh") == 0;
  CsDraftBuilder *builder = cs_draft_builder_new ("bench", 0, "text");
  g_autoptr (GString) text = g_string_new (chinese ? "一种装置，其特征在于，包括壳体" :
                                                     "A device comprising a housing");

  for (guint i = 0; i < N_SAID; i++)
    g_string_append (text, chinese ? "，所述壳体" : ", said housing");
  g_string_append (text, chinese ? "。" : ".");
  bench_draft_append_unit (builder, CS_PART_CLAIMS, CS_UNIT_CLAIM, 1, text->str);

  return cs_draft_builder_end (builder, NULL);
}

/* A description that is one paragraph of 2 MB. */
static CsDraft *
compose_paragraph (const GPtrArray *sources)
{
  CsDraftBuilder *builder = cs_draft_builder_new ("bench", 0, "text");
  g_autoptr (CsDraft) draft = compose (sources, 0, LONG_BYTES);
  const CsText *description = draft->texts[CS_PART_DESCRIPTION];
  g_autofree char *text =
      g_strndup (cs_text_get_string (description), cs_text_get_n_bytes (description));

  g_strdelimit (text, "\n", ' ');
  bench_draft_append_claims (builder, sources, N_CLAIMS);
  bench_draft_append_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_PARAGRAPH, 0, text);

  return cs_draft_builder_end (builder, NULL);
}

/* --- measuring --- */

static void
add_share (GHashTable *shares, const char *name, double ms)
{
  double *share = g_hash_table_lookup (shares, name);

  if (share == NULL)
    {
      share = g_new0 (double, 1);
      g_hash_table_insert (shares, (gpointer)name, share);
    }
  *share += ms;
}

static void
note_item (guint n_done, guint n_items, gpointer data)
{
  Clock *clock = data;
  const CsItem *item = g_ptr_array_index (clock->checklist->items, n_done - 1);
  double now = bench_thread_ms ();

  add_share (clock->round, item->check == NULL ? "(questions)" : item->check->name,
             now - clock->last);
  clock->last = now;
}

/* Keeps the lesser share of this round and those before. */
static void
end_round (Clock *clock)
{
  GHashTableIter iter;
  gpointer name;
  gpointer share;

  add_share (clock->round, "(order, fingerprints, decisions)", bench_thread_ms () - clock->last);
  g_hash_table_iter_init (&iter, clock->round);
  while (g_hash_table_iter_next (&iter, &name, &share))
    {
      double *least = g_hash_table_lookup (clock->shares, name);

      if (least == NULL)
        add_share (clock->shares, name, *(double *)share);
      else
        *least = MIN (*least, *(double *)share);
    }
  g_hash_table_remove_all (clock->round);
}

static int
compare_shares (gconstpointer a, gconstpointer b, gpointer shares)
{
  const double *left = g_hash_table_lookup (shares, *(const char *const *)a);
  const double *right = g_hash_table_lookup (shares, *(const char *const *)b);

  return (*left < *right) - (*left > *right);
}

static void
print_shares (GHashTable *shares)
{
  guint n_names;
  g_autofree gpointer *names = g_hash_table_get_keys_as_array (shares, &n_names);

  g_qsort_with_data (names, n_names, sizeof (gpointer), compare_shares, shares);
  for (guint i = 0; i < n_names; i++)
    printf ("    %-34s %8.2f ms\n", (const char *)names[i],
            *(double *)g_hash_table_lookup (shares, names[i]));
}

/* Folds all of @draft and scans it for one list of words, in milliseconds. */
static double
measure_floor (const CsDraft *draft)
{
  static const CsPart parts[] = { CS_PART_CLAIMS, CS_PART_DESCRIPTION };
  g_autofree char *name = g_strdup_printf ("claim-wording.%s", draft->language);
  const CsLexicon *lexicon = cs_lexicon_get (name);
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = bench_thread_ms ();

      for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
        for (guint k = 0; k < cs_draft_get_n_units (draft, parts[p]); k++)
          {
            gsize n_bytes;
            const char *text = cs_draft_get_unit_text (draft, parts[p], k, &n_bytes);
            g_autoptr (CsFolded) folded = cs_fold (text, n_bytes, CS_FOLD_CASE);
            g_autoptr (GArray) hits G_GNUC_UNUSED = cs_lexicon_find (lexicon, folded);
          }
      best = MIN (best, bench_thread_ms () - start);
    }

  return best;
}

static double
count_kb (const CsDraft *draft, CsPart part)
{
  return draft->texts[part] == NULL ? 0 : cs_text_get_n_bytes (draft->texts[part]) / 1e3;
}

/* Best of so many examinations, in milliseconds. */
static double
measure (const char *what, CsDraft *draft, CsChecklist *checklist, guint n_rounds, gboolean shares)
{
  g_autoptr (CsSpeller) speller = cs_speller_new (NULL, NULL);
  double best = G_MAXDOUBLE;
  double floor = measure_floor (draft);
  guint n_findings = 0;
  Clock clock = { .checklist = checklist };
  CsExamInputs inputs = { .as_of = "2026-11-22",
                          .speller = speller,
                          .progress = note_item,
                          .data = &clock };

  clock.shares = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  clock.round = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr (CsDraft) unread = bench_draft_dup (draft);
      double start = bench_thread_ms ();
      g_autoptr (CsExamResult) result = NULL;

      clock.last = start;
      result = cs_exam_run (unread, &checklist, 1, &inputs, NULL, NULL);
      end_round (&clock);
      best = MIN (best, bench_thread_ms () - start);
      n_findings = result->findings->len;
    }

  printf ("%-12s %-22s %6u claims %8.1f kB %8.1f kB, %5u findings: %9.2f ms, %5.1f floors\n",
          checklist->id, what, cs_draft_get_n_units (draft, CS_PART_CLAIMS),
          count_kb (draft, CS_PART_CLAIMS),
          count_kb (draft, CS_PART_DESCRIPTION), n_findings, best,
          best / floor);
  if (shares)
    print_shares (clock.shares);
  fflush (stdout);
  g_hash_table_unref (clock.shares);
  g_hash_table_unref (clock.round);

  return best;
}

/* The draft after a word was typed at the end of a unit in the middle of @part. */
static CsDraft *
edit (CsDraft *draft, CsPart part, guint round)
{
  guint middle = cs_draft_get_n_units (draft, part) / 2 + round;
  gsize at = cs_draft_get_unit (draft, part, middle)->end;
  g_autoptr (GArray) edits = cs_edits_new ();

  cs_edits_add (edits, part, at, at, " 1");

  return cs_draft_apply_edits (draft, edits, NULL);
}

/* Best of several examinations after an edit in @part, with what was read before it. */
static double
measure_edits (CsDraft *draft, CsPart part, CsChecklist *checklist, guint n_edits)
{
  g_autoptr (CsSpeller) speller = cs_speller_new (NULL, NULL);
  g_autoptr (CsDraft) known = cs_draft_compose (NULL, draft->texts, draft->request, NULL);
  CsExamInputs inputs = { .as_of = "2026-11-22", .speller = speller };
  double best = G_MAXDOUBLE;

  cs_exam_result_unref (cs_exam_run (known, &checklist, 1, &inputs, NULL, NULL));
  for (guint i = 0; i < n_edits; i++)
    {
      double start = bench_thread_ms ();
      g_autoptr (CsDraft) edited = edit (known, part, i);
      g_autoptr (CsExamResult) result G_GNUC_UNUSED =
          cs_exam_run (edited, &checklist, 1, &inputs, NULL, NULL);

      best = MIN (best, bench_thread_ms () - start);
    }

  return best;
}

static void
print_edits (CsDraft *draft, CsChecklist *checklist, guint n_edits)
{
  double paragraph = measure_edits (draft, CS_PART_DESCRIPTION, checklist, n_edits);
  double claim = measure_edits (draft, CS_PART_CLAIMS, checklist, n_edits);

  printf ("%-12s after an edit of one paragraph %.2f ms, of one claim %.2f ms\n", checklist->id,
          paragraph, claim);
}

static double
measure_full (const Series *series, const char *drafts, gboolean shares, gboolean edits)
{
  g_autoptr (GPtrArray) sources = bench_draft_read (drafts, series->language);
  g_autoptr (CsChecklist) checklist = cs_checklist_load (series->checklist, NULL);
  g_autoptr (CsDraft) draft = compose (sources, N_CLAIMS, DESCRIPTION_BYTES);
  double full = 0;

  if (!edits)
    full = measure ("in full", draft, checklist, ROUNDS, shares);
  print_edits (draft, checklist, edits ? N_EDITS : ROUNDS);

  return full;
}

static void
measure_growth (const Series *series, const char *drafts, double once)
{
  g_autoptr (GPtrArray) sources = bench_draft_read (drafts, series->language);
  g_autoptr (CsChecklist) checklist = cs_checklist_load (series->checklist, NULL);
  g_autoptr (CsDraft) draft = compose (sources, N_CLAIMS * 10, DESCRIPTION_BYTES * 10);
  double ten = measure ("ten times", draft, checklist, 2, FALSE);

  printf ("%-12s ten times the text takes %.1f times as long\n", series->checklist, ten / once);
}

static void
measure_hostile (const Series *series, const char *drafts, gboolean shares)
{
  g_autoptr (GPtrArray) sources = bench_draft_read (drafts, series->language);
  g_autoptr (CsChecklist) checklist = cs_checklist_load (series->checklist, NULL);
  g_autoptr (CsDraft) said = compose_said (series->language);
  g_autoptr (CsDraft) paragraph = compose_paragraph (sources);
  g_autoptr (CsDraft) claims = compose (sources, N_CLAIMS * 100, DESCRIPTION_BYTES);

  measure ("10,000 said", said, checklist, 1, shares);
  measure ("a paragraph of 2 MB", paragraph, checklist, 1, shares);
  measure ("10,000 claims", claims, checklist, 1, shares);
}

int
main (int argc, char *argv[])
{
  static const Series all[] = {
    { "cn-invention", "zh" },
    { "us", "en" },
    { "ep", "en" },
    { "pct", "en" },
  };
  const char *const *args = (const char *const *)argv;
  gboolean shares = g_strv_contains (args, "--by-check");
  gboolean edits = g_strv_contains (args, "--edits");
  gboolean hostile = g_strv_contains (args, "--hostile");
  gboolean everything = argc == 1 + shares;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (everything || g_strv_contains (args, all[i].checklist))
      {
        double once = measure_full (&all[i], OUR_DRAFTS, shares, edits);

        if (everything)
          measure_growth (&all[i], OUR_DRAFTS, once);
      }
  for (guint i = 0; (everything || hostile) && i < 2; i++)
    measure_hostile (&all[i], OUR_DRAFTS, shares);

  return 0;
}
