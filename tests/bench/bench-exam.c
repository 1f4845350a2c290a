/* How long the examination of one application takes, and how it grows: 100 claims with 30,000 words
 * of description, and ten times that, in Chinese and in English, put together from real texts.
 * Claims keep their references, moved along with them. CPU time of the thread, the best of several
 * rounds.
 *
 * CLAIMSMITH_CORPUS names the folder with the samples (cn-claims, cnipa-dossier, us-text). */

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "../../src/draft/cs-claim-ref.h"
#include "../../src/draft/cs-draft-builder.h"
#include "../../src/exam/cs-exam.h"
#include "../../src/formats/cs-reader.h"

#define ROUNDS 5
#define MAX_SOURCES 60

typedef struct
{
  const char *language;
  const char *checklist;
  const char *claims_folder;
  const char *description_folder;
  gsize description_bytes; /* about 30,000 words, of a Chinese word two characters */
} Series;

static gboolean
keep_draft (const CsReadItem *item, gpointer data)
{
  GPtrArray *drafts = data;

  if (item->draft != NULL)
    g_ptr_array_add (drafts, cs_draft_ref (item->draft));

  return drafts->len < MAX_SOURCES;
}

static GPtrArray *
read_folder (const char *corpus, const char *folder)
{
  g_autofree char *path = g_build_filename (corpus, folder, NULL);
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_draft_unref);

  cs_read (path, keep_draft, drafts, NULL, NULL);

  return drafts;
}

/* The text of a claim whose references are @offset claims further on. */
static char *
dup_shifted (const char *text, gsize n_bytes, guint claim, guint offset)
{
  g_autoptr (CsClaimRefs) refs = cs_claim_refs_scan (text, n_bytes, claim);
  GString *shifted = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < refs->refs->len; i++)
    {
      const CsClaimRef *ref = &g_array_index (refs->refs, CsClaimRef, i);

      g_string_append_len (shifted, text + at, ref->start - at);
      if (ref->first == ref->last)
        g_string_append_printf (shifted, "%u", ref->first + offset);
      else
        g_string_append_printf (shifted, "%u-%u", ref->first + offset, ref->last + offset);
      at = ref->end;
    }
  g_string_append_len (shifted, text + at, n_bytes - at);

  return g_string_free (shifted, FALSE);
}

static void
append_unit (CsDraftBuilder *builder, CsPart part, CsUnitKind kind, guint number, const char *text)
{
  CsTextBuilder *to = cs_draft_builder_get_text (builder, part);

  cs_draft_builder_begin_unit (builder, part, kind);
  if (number > 0)
    {
      g_autofree char *printed = g_strdup_printf ("%u. ", number);

      cs_text_builder_append (to, printed, strlen (printed));
      cs_draft_builder_set_unit_number (builder, part, number);
    }
  cs_text_builder_append (to, text, strlen (text));
  cs_draft_builder_end_unit (builder, part);
}

static void
append_claims (CsDraftBuilder *builder, const GPtrArray *sources, guint n_claims)
{
  guint number = 0;

  for (guint i = 0; number < n_claims; i++)
    {
      const CsDraft *source = g_ptr_array_index (sources, i % sources->len);
      guint offset = number;

      for (guint c = 0; c < cs_draft_get_n_units (source, CS_PART_CLAIMS) && number < n_claims; c++)
        {
          gsize n_bytes;
          const char *text = cs_draft_get_unit_text (source, CS_PART_CLAIMS, c, &n_bytes);
          g_autofree char *shifted = dup_shifted (text, n_bytes, c + 1, offset);

          append_unit (builder, CS_PART_CLAIMS, CS_UNIT_CLAIM, ++number, shifted);
        }
    }
}

static gsize
append_description (CsDraftBuilder *builder, const GPtrArray *sources, gsize n_bytes)
{
  gsize total = 0;

  for (guint i = 0; total < n_bytes; i++)
    {
      const CsDraft *source = g_ptr_array_index (sources, i % sources->len);
      guint n_units = cs_draft_get_n_units (source, CS_PART_DESCRIPTION);

      for (guint p = 0; p < n_units && total < n_bytes; p++)
        {
          gsize length;
          const char *text = cs_draft_get_unit_text (source, CS_PART_DESCRIPTION, p, &length);
          g_autofree char *paragraph = g_strndup (text, length);

          append_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_PARAGRAPH, 0, paragraph);
          total += length;
        }
    }

  return total;
}

static double
thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* Best of several examinations of a draft with @times the size, in milliseconds. */
static double
measure (const Series *series, const char *corpus, CsChecklist *checklist, guint times)
{
  g_autoptr (GPtrArray) claims = read_folder (corpus, series->claims_folder);
  g_autoptr (GPtrArray) descriptions = read_folder (corpus, series->description_folder);
  CsDraftBuilder *builder = cs_draft_builder_new ("bench", 0, "text");
  g_autoptr (CsDraft) draft = NULL;
  double best = G_MAXDOUBLE;
  guint n_findings = 0;

  append_claims (builder, claims, 100 * times);
  append_description (builder, descriptions, series->description_bytes * times);
  draft = cs_draft_builder_end (builder, NULL);

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = thread_ms ();
      CsExamInputs inputs = { .as_of = "2026-11-22" };
      g_autoptr (CsExamResult) result = cs_exam_run (draft, &checklist, 1, &inputs, NULL, NULL);

      best = MIN (best, thread_ms () - start);
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
