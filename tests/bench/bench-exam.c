/* How long the examination of one application takes, and how it grows: 100 claims with 30,000 words
 * of description, and ten times that, in Chinese and in English, put together from real texts.
 * Claims keep their references, moved along with them. CPU time of the thread, the best of several
 * rounds.
 *
 * CLAIMSMITH_CORPUS names the folder with the samples (cn-claims, cnipa-dossier, us-text). */

#include <stdio.h>

#include "../../src/exam/cs-exam.h"
#include "bench-draft.h"

#define ROUNDS 5

typedef struct
{
  const char *language;
  const char *checklist;
  const char *claims_folder;
  const char *description_folder;
  gsize description_bytes; /* about 30,000 words, of a Chinese word two characters */
} Series;

/* Best of several examinations of a draft with @times the size, in milliseconds. */
static double
measure (const Series *series, const char *corpus, CsChecklist *checklist, guint times)
{
  g_autoptr (GPtrArray) claims = bench_draft_read (corpus, series->claims_folder);
  g_autoptr (GPtrArray) descriptions = bench_draft_read (corpus, series->description_folder);
  CsDraftBuilder *builder = cs_draft_builder_new ("bench", 0, "text");
  g_autoptr (CsDraft) draft = NULL;
  g_autoptr (CsSpeller) speller = cs_speller_new (NULL, NULL);
  double best = G_MAXDOUBLE;
  guint n_findings = 0;

  bench_draft_append_claims (builder, claims, 100 * times);
  bench_draft_append_description (builder, descriptions, series->description_bytes * times);
  draft = cs_draft_builder_end (builder, NULL);

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = bench_thread_ms ();
      CsExamInputs inputs = { .as_of = "2026-11-22", .speller = speller };
      g_autoptr (CsExamResult) result = cs_exam_run (draft, &checklist, 1, &inputs, NULL, NULL);

      best = MIN (best, bench_thread_ms () - start);
      n_findings = result->findings->len;
    }

  printf ("%s: %4u claims, %7.1f kB of claims, %8.1f kB of description, %4u findings: %8.2f ms\n",
          series->language, 100 * times, cs_text_get_n_bytes (draft->texts[CS_PART_CLAIMS]) / 1e3,
          cs_text_get_n_bytes (draft->texts[CS_PART_DESCRIPTION]) / 1e3, n_findings, best);

  return best;
}

int
main (int argc, char *argv[])
{
  static const Series all[] = {
    { "zh", "cn-invention", "cn-claims", "cnipa-dossier", 30000 * 6 },
    { "en", "us", "us-text", "us-text", 30000 * 6 },
  };
  const char *corpus = g_getenv ("CLAIMSMITH_CORPUS");

  if (corpus == NULL)
    {
      printf ("CLAIMSMITH_CORPUS is not set\n");
      return 77;
    }

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (CsChecklist) checklist = cs_checklist_load (all[i].checklist, NULL);
      double small = measure (&all[i], corpus, checklist, 1);
      double large = measure (&all[i], corpus, checklist, 10);

      printf ("%s: ten times the text takes %.1f times as long\n", all[i].language, large / small);
    }

  return 0;
}
