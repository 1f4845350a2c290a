#include "cs-terms-zh-index.h"

#include "../language/cs-segment-zh.h"

/* Places by hash of one or two characters: a counting sort, so that the places of a hash ascend. */

typedef struct
{
  guint n_buckets; /* a power of two */
  guint32 *starts; /* one more for the end */
  guint32 *places;
} Postings;

struct _CsZhIndex
{
  const CsZhText *text;
  Postings singles;
  Postings pairs;
};

static guint
hash_at (const CsZhText *text, guint at, guint n_units, guint n_buckets)
{
  guint32 key = cs_zh_text_char (text, at)->unit;

  if (n_units > 1)
    key = key * 31 + cs_zh_text_char (text, at + 1)->unit;

  return (key * 2654435761u) >> 7 & (n_buckets - 1);
}

static void
postings_fill (Postings *postings, const CsZhText *text, guint n_units)
{
  guint n_places = text->chars->len < n_units ? 0 : text->chars->len - n_units + 1;
  g_autofree guint32 *next = NULL;

  for (postings->n_buckets = 256; postings->n_buckets < n_places;)
    postings->n_buckets *= 2;
  postings->starts = g_new0 (guint32, postings->n_buckets + 1);
  postings->places = g_new (guint32, n_places + 1);

  for (guint at = 0; at < n_places; at++)
    postings->starts[hash_at (text, at, n_units, postings->n_buckets) + 1]++;
  for (guint i = 0; i < postings->n_buckets; i++)
    postings->starts[i + 1] += postings->starts[i];

  next = g_memdup2 (postings->starts, postings->n_buckets * sizeof (guint32));
  for (guint at = 0; at < n_places; at++)
    postings->places[next[hash_at (text, at, n_units, postings->n_buckets)]++] = at;
}

CsZhIndex *
cs_zh_index_new (const CsZhText *text)
{
  CsZhIndex *index = g_new0 (CsZhIndex, 1);

  index->text = text;
  postings_fill (&index->singles, text, 1);
  postings_fill (&index->pairs, text, 2);

  return index;
}

void
cs_zh_index_free (CsZhIndex *index)
{
  g_free (index->singles.starts);
  g_free (index->singles.places);
  g_free (index->pairs.starts);
  g_free (index->pairs.places);
  g_free (index);
}

/* The first of @places that is not less than @least. */
static guint
lower_bound (const guint32 *places, guint n_places, guint least)
{
  guint low = 0;
  guint high = n_places;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (places[middle] < least)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

const guint32 *
cs_zh_index_find (const CsZhIndex *index,
                  guint at,
                  guint n_units,
                  guint from,
                  guint to,
                  guint *n_places)
{
  const Postings *postings = n_units == 1 ? &index->singles : &index->pairs;
  guint bucket = hash_at (index->text, at, n_units, postings->n_buckets);
  const guint32 *places = postings->places + postings->starts[bucket];
  guint length = postings->starts[bucket + 1] - postings->starts[bucket];
  guint first = lower_bound (places, length, from);

  *n_places = lower_bound (places, length, to) - first;

  return places + first;
}

guint
cs_zh_text_match (const CsZhText *text, guint a, guint b, guint max)
{
  const CsZhChar *left = cs_zh_text_char (text, a);
  const CsZhChar *right = cs_zh_text_char (text, b);
  guint length = 0;

  while (length < max && left[length].unit != 0 && left[length].unit == right[length].unit)
    length++;

  return length;
}

guint
cs_zh_text_next_word (const CsZhText *text, guint at)
{
  const CsZhChar *c;

  do
    c = cs_zh_text_char (text, ++at);
  while (c->unit != 0 && c->mark == CS_ROLE_INSIDE);

  return at;
}

guint
cs_zh_text_find_claim (const CsZhText *text, guint n_claims, guint at)
{
  guint low = 0;
  guint high = n_claims;

  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;

      if (text->begins[middle] <= at)
        low = middle;
      else
        high = middle;
    }

  return low;
}

const CsZhSign *
cs_zh_text_find_sign (const CsZhText *text, guint at)
{
  guint low = 0;
  guint high = text->signs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (text->signs, CsZhSign, middle).at < at)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == text->signs->len || g_array_index (text->signs, CsZhSign, low).at != at)
    return NULL;

  return &g_array_index (text->signs, CsZhSign, low);
}
