#include <string.h>

#include "cs-support-private.h"
#include "cs-support-words.h"

/* Any piece of text against the description, and the description against the claims. */

#define MIN_SENTENCE_WORDS 3
#define UNCLAIMED_SHARE 50

static gboolean
holds_paragraph (const CsGramPlaces *places, guint paragraph)
{
  guint low = 0;
  guint high = places->n_paragraphs;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (places->paragraphs[middle] < paragraph)
        low = middle + 1;
      else
        high = middle;
    }

  return low < places->n_paragraphs && places->paragraphs[low] == paragraph;
}

/* Adds @range, joined to the one before when it touches that. */
static void
add_range (GArray *ranges, CsRange range)
{
  if (ranges->len > 0)
    {
      CsRange *last = &g_array_index (ranges, CsRange, ranges->len - 1);

      if (range.start <= last->end)
        {
          last->end = MAX (last->end, range.end);
          return;
        }
    }
  g_array_append_val (ranges, range);
}

GArray *
cs_support_dup_differences (const CsSupport *support, guint feature, guint paragraph)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (CsRange));
  const CsFeature *of =
      &g_array_index (cs_features_get_all (support->features), CsFeature, feature);
  const CsClaim *claim = cs_claim_set_get (support->claims, of->claim);
  const char *text = claim->text + of->range.start;
  gsize n_bytes = of->range.end - of->range.start;
  g_autoptr (GArray) grams = g_array_new (FALSE, FALSE, sizeof (CsGram));
  gsize known_end = 0; /* of the pairs that the paragraph has */

  cs_grams_scan (text, n_bytes, support->kind, grams);
  for (guint i = 0; i < grams->len; i++)
    {
      const CsGram *gram = &g_array_index (grams, CsGram, i);
      CsGramPlaces places = cs_support_index_get (support->index, gram->key);
      CsRange range = { of->range.start + gram->start, of->range.start + gram->end };

      if (holds_paragraph (&places, paragraph))
        {
          known_end = range.end;
          if (ranges->len > 0 && support->kind == CS_GRAMS_ZH_CONTENT)
            {
              CsRange *last = &g_array_index (ranges, CsRange, ranges->len - 1);

              last->end = CLAMP (range.start, last->start, last->end);
            }
          continue;
        }
      range.start = MAX (range.start, support->kind == CS_GRAMS_ZH_CONTENT ? known_end : 0);
      if (range.start < range.end)
        add_range (ranges, range);
    }
  for (guint i = ranges->len; i-- > 0;)
    if (cs_range_is_empty (g_array_index (ranges, CsRange, i)))
      g_array_remove_index (ranges, i);

  return ranges;
}

GArray *
cs_support_dup_unknown (const CsSupport *support, const char *text, gsize n_bytes, guint places)
{
  if (support->kind == CS_GRAMS_ZH_CONTENT)
    return cs_support_words_dup_unknown_zh (support->index, text, n_bytes, places);

  return cs_support_words_dup_unknown_en (support->index, text, n_bytes, places);
}

guint
cs_support_find_places (const CsSupport *support, const char *text, gsize n_bytes)
{
  g_autoptr (GArray) grams = g_array_new (FALSE, FALSE, sizeof (CsGram));
  CsGramPlaces rarest = { NULL, G_MAXUINT, 0 };
  guint found = 0;

  cs_grams_scan (text, n_bytes, support->kind, grams);
  if (grams->len == 0)
    return ~0u;
  for (guint i = 0; i < grams->len; i++)
    {
      CsGramPlaces places =
          cs_support_index_get (support->index, g_array_index (grams, CsGram, i).key);

      if (places.n_paragraphs < rarest.n_paragraphs)
        rarest = places;
    }

  for (guint p = 0; p < rarest.n_paragraphs && found != rarest.places; p++)
    {
      guint paragraph = rarest.paragraphs[p];
      gboolean all = TRUE;

      for (guint i = 0; all && i < grams->len; i++)
        {
          CsGramPlaces places =
              cs_support_index_get (support->index, g_array_index (grams, CsGram, i).key);

          all = holds_paragraph (&places, paragraph);
        }
      if (all)
        found |= 1 << cs_support_index_get_place (support->index, paragraph);
    }

  return found;
}

/* --- what is not claimed --- */

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
add_to_set (GHashTable *set, const GArray *grams)
{
  for (guint i = 0; i < grams->len; i++)
    g_hash_table_add (set, g_memdup2 (&g_array_index (grams, CsGram, i).key, sizeof (guint64)));
}

static GHashTable *
gather_claimed (const CsSupport *support)
{
  GHashTable *claimed = new_set ();
  g_autoptr (GArray) grams = g_array_new (FALSE, FALSE, sizeof (CsGram));

  for (guint c = 0; c < cs_claim_set_get_n_claims (support->claims); c++)
    {
      const CsClaim *claim = cs_claim_set_get (support->claims, c);

      cs_grams_scan (claim->text, claim->n_bytes, support->kind, grams);
      add_to_set (claimed, grams);
    }

  return claimed;
}

static gsize
sentence_end (const char *text, gsize at, gsize n_bytes)
{
  for (; at < n_bytes; at += g_utf8_skip[(guchar)text[at]])
    if (strncmp (text + at, "。", strlen ("。")) == 0 || text[at] == '\n' ||
        (text[at] == '.' && (at + 1 >= n_bytes || g_ascii_isspace (text[at + 1]))))
      return MIN (at + g_utf8_skip[(guchar)text[at]], n_bytes);

  return n_bytes;
}

/* How much of @grams stands in @set, in per cent. */
static guint
share_in_set (const CsSupport *support, const GArray *grams, GHashTable *set)
{
  guint total = 0;
  guint known = 0;

  for (guint i = 0; i < grams->len; i++)
    {
      guint64 key = g_array_index (grams, CsGram, i).key;
      CsGramPlaces places = cs_support_index_get (support->index, key);
      guint weight = cs_support_weigh (support, places.n_paragraphs);

      total += weight;
      known += g_hash_table_contains (set, &key) ? weight : 0;
    }

  return total == 0 ? 100 : (guint64)100 * known / total;
}

static void
add_unclaimed_of (const CsSupport *support, guint paragraph, GHashTable *claimed, GArray *spans)
{
  const CsDraft *draft = cs_claim_set_get_draft (support->claims);
  g_autoptr (GArray) grams = g_array_new (FALSE, FALSE, sizeof (CsGram));
  gsize n_bytes;
  const char *text = cs_draft_get_unit_text (draft, CS_PART_DESCRIPTION, paragraph, &n_bytes);

  for (gsize at = 0; at < n_bytes;)
    {
      gsize end = sentence_end (text, at, n_bytes);
      CsSpan span = { CS_PART_DESCRIPTION, paragraph, at, end };

      cs_grams_scan (text + at, end - at, support->kind, grams);
      if (grams->len >= MIN_SENTENCE_WORDS &&
          share_in_set (support, grams, claimed) < UNCLAIMED_SHARE)
        g_array_append_val (spans, span);
      at = end;
    }
}

GArray *
cs_support_dup_unclaimed (const CsSupport *support)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (CsSpan));
  g_autoptr (GHashTable) claimed = gather_claimed (support);

  for (guint p = 0; p < cs_support_index_get_n_paragraphs (support->index); p++)
    if (cs_support_get_place (support, p) == CS_SUPPORT_EMBODIMENT)
      add_unclaimed_of (support, p, claimed, spans);

  return spans;
}

/* --- other texts --- */

guint
cs_support_get_share (const CsSupport *support, const char *text, gsize n_bytes, guint places)
{
  g_autoptr (GArray) grams = g_array_new (FALSE, FALSE, sizeof (CsGram));

  cs_grams_scan (text, n_bytes, support->kind, grams);

  return cs_support_known_in (support, grams, places);
}

guint
cs_support_compare (const CsSupport *support, const char *text, gsize n_bytes, const char *other)
{
  g_autoptr (GArray) grams = g_array_new (FALSE, FALSE, sizeof (CsGram));
  g_autoptr (GHashTable) set = new_set ();

  cs_grams_scan (other, strlen (other),
                 support->kind == CS_GRAMS_ZH_CONTENT ? CS_GRAMS_ZH : support->kind, grams);
  add_to_set (set, grams);
  cs_grams_scan (text, n_bytes, support->kind, grams);

  return share_in_set (support, grams, set);
}
