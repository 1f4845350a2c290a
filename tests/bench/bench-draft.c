#include "bench-draft.h"

#include <string.h>
#include <time.h>

#include "../../src/draft/cs-claim-ref.h"
#include "../../src/formats/cs-reader.h"

#define MAX_SOURCES 60

static gboolean
keep_draft (const CsReadItem *item, gpointer data)
{
  GPtrArray *drafts = data;

  if (item->draft != NULL)
    g_ptr_array_add (drafts, cs_draft_ref (item->draft));

  return drafts->len < MAX_SOURCES;
}

GPtrArray *
bench_draft_read (const char *corpus, const char *folder)
{
  g_autofree char *path = g_build_filename (corpus, folder, NULL);
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_draft_unref);

  cs_read (path, &(CsReader){ keep_draft, drafts }, NULL, NULL);

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

void
bench_draft_append_unit (CsDraftBuilder *builder,
                         CsPart part,
                         CsUnitKind kind,
                         guint number,
                         const char *text)
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

CsDraft *
bench_draft_dup (const CsDraft *draft)
{
  static const CsPart parts[] = { CS_PART_CLAIMS, CS_PART_DESCRIPTION };
  CsDraftBuilder *builder = cs_draft_builder_new ("bench", 0, "text");

  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    for (guint i = 0; i < cs_draft_get_n_units (draft, parts[p]); i++)
      {
        const CsUnit *unit = cs_draft_get_unit (draft, parts[p], i);
        gsize n_bytes;
        const char *text = cs_draft_get_unit_text (draft, parts[p], i, &n_bytes);
        g_autofree char *copy = g_strndup (text, n_bytes);

        bench_draft_append_unit (builder, parts[p], unit->kind, unit->number, copy);
      }

  return cs_draft_builder_end (builder, NULL);
}

void
bench_draft_append_claims (CsDraftBuilder *builder, const GPtrArray *sources, guint n_claims)
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

          bench_draft_append_unit (builder, CS_PART_CLAIMS, CS_UNIT_CLAIM, ++number, shifted);
        }
    }
}

void
bench_draft_append_description (CsDraftBuilder *builder, const GPtrArray *sources, gsize n_bytes)
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

          bench_draft_append_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_PARAGRAPH, 0, paragraph);
          total += length;
        }
    }
}

double
bench_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}
