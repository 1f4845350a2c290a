#include "cs-search-set.h"

#define N_BITS 64

CsSearchSet *
cs_search_set_new (guint n)
{
  CsSearchSet *set = g_new (CsSearchSet, 1);

  set->n = n;
  set->n_words = n / N_BITS + 1;
  set->bits = g_new0 (guint64, set->n_words);

  return set;
}

void
cs_search_set_free (CsSearchSet *set)
{
  g_free (set->bits);
  g_free (set);
}

void
cs_search_set_add_range (CsSearchSet *set, guint from, guint to)
{
  for (; from < to && from % N_BITS != 0; from++)
    cs_search_set_add (set, from);
  for (; from + N_BITS <= to; from += N_BITS)
    set->bits[from / N_BITS] = G_MAXUINT64;
  for (; from < to; from++)
    cs_search_set_add (set, from);
}

void
cs_search_set_join (CsSearchSet *set, const CsSearchSet *other)
{
  for (guint i = 0; i < set->n_words; i++)
    set->bits[i] |= other->bits[i];
}

void
cs_search_set_meet (CsSearchSet *set, const CsSearchSet *other)
{
  for (guint i = 0; i < set->n_words; i++)
    set->bits[i] &= other->bits[i];
}

void
cs_search_set_subtract (CsSearchSet *set, const CsSearchSet *other)
{
  for (guint i = 0; i < set->n_words; i++)
    set->bits[i] &= ~other->bits[i];
}

void
cs_search_set_invert (CsSearchSet *set)
{
  for (guint i = 0; i < set->n_words; i++)
    set->bits[i] = ~set->bits[i];
  set->bits[set->n / N_BITS] &= (G_GUINT64_CONSTANT (1) << set->n % N_BITS) - 1;
}

guint
cs_search_set_count (const CsSearchSet *set)
{
  guint count = 0;

  for (guint i = 0; i < set->n_words; i++)
    count += __builtin_popcountll (set->bits[i]);

  return count;
}

guint
cs_search_set_next (const CsSearchSet *set, guint from)
{
  guint word = from / N_BITS;
  guint64 bits;

  if (from >= set->n)
    return set->n;

  bits = set->bits[word] & (G_MAXUINT64 << from % N_BITS);
  while (bits == 0 && ++word < set->n_words)
    bits = set->bits[word];

  return bits == 0 ? set->n : word * N_BITS + __builtin_ctzll (bits);
}

guint
cs_search_set_previous (const CsSearchSet *set, guint before)
{
  guint word = before / N_BITS;
  guint64 bits = set->bits[word] & ((G_GUINT64_CONSTANT (1) << before % N_BITS) - 1);

  while (bits == 0 && word > 0)
    bits = set->bits[--word];

  return bits == 0 ? set->n : word * N_BITS + N_BITS - 1 - __builtin_clzll (bits);
}
