/* How long the analysis of terms takes, how it grows with the claims, and that no text makes it
 * hang. Sizes are those of large applications: 100 claims, 20,000 Chinese characters, 30,000
 * English words. CPU time of the thread, the best of several rounds; reading and the parsing of
 * claims are not in it.
 *
 * CLAIMSMITH_CORPUS names the folder with the samples (cn-claims, us-text); without it only the
 * hostile texts are tried. */

#include <stdio.h>
#include <string.h>

#include "../../src/draft/cs-terms.h"
#include "bench-draft.h"

#define ROUNDS 5

static double
measure (const char *what, CsDraft *draft, guint n_rounds)
{
  g_autoptr (CsClaimSet) claims = cs_claim_set_new (draft);
  g_autoptr (CsDescription) description = cs_description_new (draft);
  double best = G_MAXDOUBLE;
  guint n_terms = 0;
  guint n_mentions = 0;

  for (guint i = 0; i < n_rounds; i++)
    {
      double start = bench_thread_ms ();
      g_autoptr (CsTerms) terms = cs_terms_new (claims, description, NULL);

      best = MIN (best, bench_thread_ms () - start);
      n_terms = cs_terms_get_terms (terms)->len;
      n_mentions = cs_terms_get_mentions (terms)->len;
    }

  printf ("%-34s %6u claims %8.1f kB %6u terms %7u mentions: %8.2f ms\n", what,
          cs_claim_set_get_n_claims (claims),
          cs_text_get_n_bytes (draft->texts[CS_PART_CLAIMS]) / 1e3, n_terms, n_mentions, best);
  fflush (stdout);

  return best;
}

static CsDraft *
compose (const GPtrArray *sources, guint n_claims)
{
  CsDraftBuilder *builder = cs_draft_builder_new ("bench", 0, "text");

  bench_draft_append_claims (builder, sources, n_claims);

  return cs_draft_builder_end (builder, NULL);
}

/* As many sources as hold @n_claims: ten times the claims are then the same ones ten times. */
static void
keep_enough (GPtrArray *sources, guint n_claims)
{
  guint n = 0;
  guint i;

  for (i = 0; i < sources->len && n < n_claims; i++)
    n += cs_draft_get_n_units (sources->pdata[i], CS_PART_CLAIMS);
  g_ptr_array_set_size (sources, i);
}

static void
measure_growth (const char *corpus, const char *folder, const char *language, guint n_claims)
{
  g_autoptr (GPtrArray) sources = bench_draft_read (corpus, folder);
  g_autoptr (CsDraft) small = NULL;
  g_autoptr (CsDraft) large = NULL;
  double once;
  double ten_times;

  keep_enough (sources, n_claims);
  small = compose (sources, n_claims);
  large = compose (sources, n_claims * 10);
  once = measure (language, small, ROUNDS);
  ten_times = measure (language, large, ROUNDS);
  printf ("%-34s ten times the claims take %.1f times as long\n", language, ten_times / once);
}

/* --- hostile texts --- */

/* One claim, or so many, of @head and then @unit again and again. */
static CsDraft *
repeat (guint n_claims, const char *first, const char *head, const char *unit, guint n_units)
{
  CsDraftBuilder *builder = cs_draft_builder_new ("bench", 0, "text");
  CsTextBuilder *text = cs_draft_builder_get_text (builder, CS_PART_CLAIMS);

  for (guint i = 1; i <= n_claims; i++)
    {
      cs_draft_builder_begin_unit (builder, CS_PART_CLAIMS, CS_UNIT_CLAIM);
      cs_draft_builder_set_unit_number (builder, CS_PART_CLAIMS, i);
      cs_text_builder_append (text, i == 1 ? first : head, strlen (i == 1 ? first : head));
      for (guint n = 0; n < n_units; n++)
        cs_text_builder_append (text, unit, strlen (unit));
      cs_draft_builder_end_unit (builder, CS_PART_CLAIMS);
    }

  return cs_draft_builder_end (builder, NULL);
}

typedef struct
{
  const char *what;
  guint n_claims;
  const char *first;
  const char *head;
  const char *unit;
  guint n_units;
} Hostile;

static const Hostile hostile[] = {
  { "10,000 times 所述", 1, "一种泵，", "", "所述", 10000 },
  { "10,000 times 所述 and a term", 1, "一种泵，包括壳体，", "", "所述叶轮转动，", 10000 },
  { "a Chinese claim of 2 MB", 1, "一种泵，包括壳体，", "", "所述壳体连接密封圈和驱动轴", 51000 },
  { "10,000 times the", 1, "A pump comprising ", "", "the ", 10000 },
  { "an English claim of 2 MB", 1, "A pump comprising a housing, ", "",
    "the housing holding a gasket of the drive shaft ", 41000 },
  { "10,000 claims, any preceding (zh)", 10000, "一种泵，包括壳体。", "根据前述任一权利要求所述的泵，",
    "所述叶轮与所述壳体连接，", 1 },
  { "10,000 claims, any preceding (en)", 10000, "A pump comprising a housing.",
    "The pump of any preceding claim, ", "wherein the impeller touches the housing, ", 1 },
  { "brackets without end", 1, "A pump (", "", "((the ", 20000 },
  { "one word of 2 MB", 1, "The ", "", "abcdefghij", 200000 },
};

int
main (int argc, char *argv[])
{
  const char *corpus = g_getenv ("CLAIMSMITH_CORPUS");

  if (corpus != NULL)
    {
      measure_growth (corpus, "cn-claims", "zh, 100 claims", 100);
      measure_growth (corpus, "us-text", "en, 100 claims", 100);
      measure_growth (corpus, "us-text", "en, 30,000 words", 430);
    }

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      const Hostile *it = &hostile[i];
      g_autoptr (CsDraft) draft = repeat (it->n_claims, it->first, it->head, it->unit, it->n_units);

      measure (it->what, draft, 1);
    }

  return 0;
}
