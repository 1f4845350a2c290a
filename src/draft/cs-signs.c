#include "cs-signs.h"

#include <string.h>

#include "cs-signs-private.h"

/* The table of signs: where they stand. */

#define MAX_RANGE 60 /* signs of a range */

const GArray *
cs_signs_get_entries (const CsSigns *signs)
{
  return signs->entries;
}

const GArray *
cs_signs_get_mentions (const CsSigns *signs)
{
  return signs->mentions;
}

const GArray *
cs_signs_get_brackets (const CsSigns *signs)
{
  return signs->brackets;
}

guint
cs_signs_find (const CsSigns *signs, const char *sign)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (signs->by_sign, sign));

  return found == 0 ? CS_NO_INDEX : found - 1;
}

void
cs_signs_free (CsSigns *signs)
{
  g_array_unref (signs->entries);
  g_array_unref (signs->mentions);
  g_array_unref (signs->brackets);
  g_hash_table_unref (signs->by_sign);
  g_string_chunk_free (signs->strings);
  g_free (signs);
}

/* Where no list tells, a single number in brackets may be anything: in English, the number of an
 * item. */
/* Signs that nothing tells but that they stand twice behind the same name. Where numbers in the
 * text are mostly something else, these are too. */
/* --- entries --- */

CsSignEntry *
cs_signs_entry (const CsSigns *signs, guint index)
{
  return &g_array_index (signs->entries, CsSignEntry, index);
}

guint
cs_signs_add_entry (CsSigns *signs, const char *sign, const CsSpan *first)
{
  guint known = cs_signs_find (signs, sign);
  CsSignEntry entry = { .first = *first };

  if (known != CS_NO_INDEX)
    return known;

  entry.sign = g_string_chunk_insert_const (signs->strings, sign);
  g_array_append_val (signs->entries, entry);
  g_hash_table_insert (signs->by_sign, (gpointer)entry.sign,
                       GUINT_TO_POINTER (signs->entries->len));

  return signs->entries->len - 1;
}

/* --- mentions --- */

/* Whether the words before the sign end with its name. */
static gboolean
is_behind_name (const CsSignsBuilder *builder, const CsSignCandidate *candidate, guint entry)
{
  const char *key = g_hash_table_lookup (builder->keys, GUINT_TO_POINTER (entry + 1));

  return key != NULL && g_str_has_suffix (candidate->window, key);
}

static gboolean
is_sign (const CsSignsBuilder *builder, const CsSignCandidate *candidate, guint entry)
{
  if (entry == CS_NO_INDEX)
    return FALSE;
  if (candidate->span.part != CS_PART_DESCRIPTION && !candidate->bracketed) /* there by mistake */
    return (candidate->doubt & CS_SIGN_DOUBT_MEASURED) == 0 &&
           is_behind_name (builder, candidate, entry);
  if (candidate->range_end)
    return (candidate->doubt & CS_SIGN_DOUBT_MEASURED) == 0;

  return candidate->doubt == 0 || is_behind_name (builder, candidate, entry);
}

/* The entry whose name the words before a sign end with, the longest one. @exact: whether nothing
 * more belongs to the name there. */
static void
count_mention (CsSignEntry *entry, CsPart part)
{
  if (part == CS_PART_CLAIMS)
    entry->n_claims++;
  else if (part == CS_PART_ABSTRACT)
    entry->n_abstract++;
  else
    entry->n_text++;
}

/* "12 to 15" mentions 13 and 14 too. */
static void
count_range (CsSigns *signs, const char *first, const char *last, CsPart part)
{
  guint64 from = g_ascii_strtoull (first, NULL, 10);
  guint64 to = g_ascii_strtoull (last, NULL, 10);

  if (from == 0 || to <= from || to - from > MAX_RANGE)
    return;
  for (guint64 n = from + 1; n < to; n++)
    {
      g_autofree char *sign = g_strdup_printf ("%" G_GUINT64_FORMAT, n);
      guint entry = cs_signs_find (signs, sign);

      if (entry != CS_NO_INDEX)
        count_mention (cs_signs_entry (signs, entry), part);
    }
}

static void
add_mentions (CsSignsBuilder *builder)
{
  CsSigns *signs = builder->signs;
  const char *before = NULL;

  for (guint i = 0; i < builder->scan.candidates->len; i++)
    {
      const CsSignCandidate *candidate =
          &g_array_index (builder->scan.candidates, CsSignCandidate, i);
      guint entry = cs_signs_find (signs, candidate->sign);
      CsSignMention mention = { .entry = entry,
                                .span = candidate->span,
                                .name = candidate->name,
                                .names = CS_NO_INDEX,
                                .bracketed = candidate->bracketed,
                                .shared = candidate->shared };

      if (!is_sign (builder, candidate, entry))
        {
          before = NULL;
          continue;
        }
      mention.agrees = is_behind_name (builder, candidate, entry);
      if (!candidate->shared)
        mention.names = cs_signs_find_named (builder, candidate, &mention.exact);
      if (candidate->shared)
        mention.name = (CsRange){ 0, 0 };
      g_array_append_val (signs->mentions, mention);
      count_mention (cs_signs_entry (signs, entry), candidate->span.part);
      if (candidate->range_end && before != NULL)
        count_range (signs, before, candidate->sign, candidate->span.part);
      before = candidate->sign;
    }
}

/* A bracket is one of a sign when the sign is known. */
static void
add_brackets (CsSignsBuilder *builder)
{
  for (guint i = 0; i < builder->scan.brackets->len; i++)
    {
      const CsSignCandidate *candidate =
          &g_array_index (builder->scan.brackets, CsSignCandidate, i);
      CsSignBracket bracket = { candidate->span };

      if ((candidate->doubt & CS_SIGN_DOUBT_NAMELESS) == 0 &&
          cs_signs_find (builder->signs, candidate->sign) != CS_NO_INDEX)
        g_array_append_val (builder->signs->brackets, bracket);
    }
}

/* --- the draft --- */

static void
add_candidates (GArray *all, const GArray *of_unit, CsPart part, guint index)
{
  for (guint i = 0; i < of_unit->len; i++)
    {
      CsSignCandidate candidate = g_array_index (of_unit, CsSignCandidate, i);

      candidate.span.part = part;
      candidate.span.index = index;
      g_array_append_val (all, candidate);
    }
}

static void
scan_part (CsSignsBuilder *builder, const CsDraft *draft, CsPart part, const guint8 *skip)
{
  CsSignsScan *scan = &builder->scan;

  for (guint i = 0; i < cs_draft_get_n_units (draft, part); i++)
    if (skip == NULL || !skip[i])
      {
        const CsUnitSigns *signs = cs_reading_get_signs (cs_draft_get_reading (draft, part, i),
                                                         scan->chinese, scan->lemmas);

        add_candidates (scan->candidates, signs->candidates, part, i);
        add_candidates (scan->brackets, signs->brackets, part, i);
      }
}

/* Paragraphs that mention no signs: headings, the list of signs. */
static guint8 *
dup_skipped (const CsDraft *draft, const CsDescription *description)
{
  guint n_units = cs_draft_get_n_units (draft, CS_PART_DESCRIPTION);
  guint8 *skipped = g_new0 (guint8, n_units + 1);
  const GArray *list = cs_description_get_signs (description);

  for (guint i = 0; i < list->len; i++)
    skipped[g_array_index (list, CsSign, i).span.index] = TRUE;
  for (guint i = 0; i < n_units; i++)
    skipped[i] |= cs_draft_get_unit (draft, CS_PART_DESCRIPTION, i)->kind == CS_UNIT_HEADING;

  return skipped;
}

static void
scan_draft (CsSignsBuilder *builder, const CsDraft *draft, const CsDescription *description)
{
  g_autofree guint8 *skipped = dup_skipped (draft, description);

  scan_part (builder, draft, CS_PART_ABSTRACT, NULL);
  scan_part (builder, draft, CS_PART_CLAIMS, NULL);
  scan_part (builder, draft, CS_PART_DESCRIPTION, skipped);
}

CsSigns *
cs_signs_new (const CsClaimSet *claims, const CsDescription *description)
{
  const CsDraft *draft = cs_claim_set_get_draft (claims);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (CsSignCandidate));
  g_autoptr (GArray) brackets = g_array_new (FALSE, FALSE, sizeof (CsSignCandidate));
  g_autoptr (CsSignLemmas) lemmas = cs_sign_lemmas_new ();
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) keys = g_hash_table_new (NULL, NULL);
  CsSigns *signs = g_new0 (CsSigns, 1);
  CsSignsBuilder builder = { signs,
                             { .chinese = strcmp (draft->language, "zh") == 0,
                               .candidates = candidates,
                               .brackets = brackets,
                               .lemmas = lemmas },
                             by_name,
                             keys };

  signs->entries = g_array_new (FALSE, TRUE, sizeof (CsSignEntry));
  signs->mentions = g_array_new (FALSE, FALSE, sizeof (CsSignMention));
  signs->brackets = g_array_new (FALSE, FALSE, sizeof (CsSignBracket));
  signs->by_sign = g_hash_table_new (g_str_hash, g_str_equal);
  signs->strings = g_string_chunk_new (4096);
  builder.scan.strings = signs->strings;

  scan_draft (&builder, draft, description);
  cs_signs_add_list (&builder, description);
  cs_signs_add_claimed (&builder);
  cs_signs_add_repeated (&builder);
  cs_signs_name_unlisted (&builder);
  cs_signs_add_mistaken (&builder);
  add_mentions (&builder);
  add_brackets (&builder);

  return signs;
}
