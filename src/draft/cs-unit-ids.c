#include <string.h>

#include "cs-claim-ref.h"
#include "cs-draft-private.h"

/* Which unit of the draft before each unit of the draft now is. */
typedef struct
{
  const char *old_text;
  const CsUnit *olds;
  guint n_olds;
  const char *new_text;
  const CsUnit *news;
  guint n_news;
  guint *old_of_new; /* CS_NO_INDEX while not found */
  gboolean *taken;   /* for each old unit */
} Matcher;

static guint64
random_id (void)
{
  guint64 id;

  do
    id = (guint64)g_random_int () << 32 | g_random_int ();
  while (id == 0);

  return id;
}

GArray *
cs_unit_ids_new (guint n_units)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (guint64), n_units);

  for (guint i = 0; i < n_units; i++)
    {
      guint64 id = random_id ();

      g_array_append_val (ids, id);
    }

  return ids;
}

static void
match (Matcher *matcher, guint new_index, guint old_index)
{
  matcher->old_of_new[new_index] = old_index;
  matcher->taken[old_index] = TRUE;
}

static gboolean
is_open (const Matcher *matcher, guint new_index, guint old_index)
{
  return matcher->old_of_new[new_index] == CS_NO_INDEX && !matcher->taken[old_index];
}

/* The first unit now that does not end before @byte. */
static guint
find_place (const Matcher *matcher, gsize byte)
{
  guint low = 0;
  guint high = matcher->n_news;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (matcher->news[middle].end < byte)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* A unit of which something is left is where it is left. */
static void
match_places (Matcher *matcher, const CsSpliceMap *map)
{
  for (guint i = 0; i < matcher->n_olds; i++)
    {
      const CsUnit *old = &matcher->olds[i];
      gsize end = cs_splice_map_end (map, old->end);
      gsize start = MIN (cs_splice_map_start (map, old->start), end);
      guint found = find_place (matcher, start);

      if (cs_splice_map_start (map, old->number_start) >= end)
        continue;
      while (found < matcher->n_news && !is_open (matcher, found, i) &&
             matcher->news[found].end <= start)
        found++;
      if (found < matcher->n_news && matcher->news[found].number_start <= start &&
          is_open (matcher, found, i))
        match (matcher, found, i);
    }
}

static gboolean
same_words (const Matcher *matcher, guint new_index, guint old_index)
{
  const CsUnit *old = &matcher->olds[old_index];
  const CsUnit *new = &matcher->news[new_index];
  const char *old_words = matcher->old_text + old->start;
  const char *new_words = matcher->new_text + new->start;
  gsize n_bytes = old->end - old->start;

  return new->end - new->start == n_bytes &&memcmp (old_words, new_words, n_bytes) == 0;
}

/* Most of a text is as it was before and behind the place where one writes. */
static void
match_ends (Matcher *matcher)
{
  guint n = MIN (matcher->n_olds, matcher->n_news);
  guint head = 0;

  while (head < n && is_open (matcher, head, head) && same_words (matcher, head, head))
    {
      match (matcher, head, head);
      head++;
    }
  for (guint tail = 1; tail <= n - head; tail++)
    {
      guint old = matcher->n_olds - tail;
      guint new = matcher->n_news - tail;

      if (!is_open (matcher, new, old) || !same_words (matcher, new, old))
        break;
      match (matcher, new, old);
    }
}

typedef char *(*KeyFunc) (const char *text, gsize n_bytes);

static char *
dup_words (const char *text, gsize n_bytes)
{
  return g_strndup (text, n_bytes);
}

static void
append_without_digits (GString *key, const char *text, gsize n_bytes)
{
  const char *end = text + n_bytes;

  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    if (!g_unichar_isdigit (g_utf8_get_char (at)))
      g_string_append_len (key, at, g_utf8_skip[*(const guchar *)at]);
}

/* The words without numbers and without the lists of claims in references. */
static char *
dup_bare_words (const char *text, gsize n_bytes)
{
  g_autoptr (CsClaimRefs) refs = cs_claim_refs_scan (text, n_bytes, 1);
  GString *key = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < refs->groups->len; i++)
    {
      const CsRefGroup *group = &g_array_index (refs->groups, CsRefGroup, i);

      if (group->n_refs == 0 || group->preceding || group->start < at)
        continue;
      append_without_digits (key, text + at, group->start - at);
      at = group->end;
    }
  append_without_digits (key, text + at, n_bytes - at);

  return g_string_free (key, FALSE);
}

/* Units with the same key are matched in their order. */
static void
match_keys (Matcher *matcher, KeyFunc dup_key)
{
  g_autoptr (GHashTable) firsts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint *nexts = g_new (guint, matcher->n_olds + 1);

  for (guint i = matcher->n_olds; i > 0; i--)
    {
      const CsUnit *old = &matcher->olds[i - 1];
      char *key;

      if (matcher->taken[i - 1])
        continue;
      key = dup_key (matcher->old_text + old->start, old->end - old->start);
      nexts[i] = GPOINTER_TO_UINT (g_hash_table_lookup (firsts, key));
      g_hash_table_insert (firsts, key, GUINT_TO_POINTER (i));
    }
  if (g_hash_table_size (firsts) == 0)
    return;

  for (guint i = 0; i < matcher->n_news; i++)
    {
      const CsUnit *new = &matcher->news[i];
      g_autofree char *key = NULL;
      guint old;

      if (matcher->old_of_new[i] != CS_NO_INDEX)
        continue;
      key = dup_key (matcher->new_text + new->start, new->end - new->start);
      old = GPOINTER_TO_UINT (g_hash_table_lookup (firsts, key));
      if (old == 0)
        continue;
      match (matcher, i, old - 1);
      g_hash_table_insert (firsts, g_steal_pointer (&key), GUINT_TO_POINTER (nexts[old]));
    }
}

/* What stands behind the same unit as before, or else in front of it. */
static void
match_neighbours (Matcher *matcher)
{
  for (guint i = 0; i < matcher->n_news; i++)
    {
      guint left = i == 0 ? CS_NO_INDEX : matcher->old_of_new[i - 1];
      guint next = left + 1; /* CS_NO_INDEX + 1 is 0 */

      if ((i == 0 || left != CS_NO_INDEX) && next < matcher->n_olds && is_open (matcher, i, next))
        match (matcher, i, next);
    }
  for (guint i = matcher->n_news; i > 0; i--)
    {
      guint right = i == matcher->n_news ? matcher->n_olds : matcher->old_of_new[i];

      if (right != CS_NO_INDEX && right > 0 && is_open (matcher, i - 1, right - 1))
        match (matcher, i - 1, right - 1);
    }
}

static GArray *
collect_ids (const Matcher *matcher, const GArray *old_ids)
{
  GArray *ids = cs_unit_ids_new (matcher->n_news);

  for (guint i = 0; i < matcher->n_news; i++)
    if (matcher->old_of_new[i] != CS_NO_INDEX)
      g_array_index (ids, guint64, i) = g_array_index (old_ids, guint64, matcher->old_of_new[i]);

  return ids;
}

GArray *
cs_unit_ids_carry (const CsDraft *previous,
                   CsPart part,
                   const CsText *text,
                   const GArray *units,
                   const CsSpliceMap *map)
{
  const GArray *olds = previous->units[part];
  g_autofree guint *old_of_new = g_new (guint, units->len);
  g_autofree gboolean *taken = g_new0 (gboolean, olds->len);
  Matcher matcher = { .olds = (const CsUnit *)(gpointer)olds->data,
                      .n_olds = olds->len,
                      .new_text = cs_text_get_string (text),
                      .news = (const CsUnit *)(gpointer)units->data,
                      .n_news = units->len,
                      .old_of_new = old_of_new,
                      .taken = taken };

  if (previous->ids[part] == NULL || previous->texts[part] == NULL)
    return cs_unit_ids_new (units->len);

  matcher.old_text = cs_text_get_string (previous->texts[part]);
  for (guint i = 0; i < units->len; i++)
    old_of_new[i] = CS_NO_INDEX;

  if (map != NULL)
    {
      /* What is left was moved, with its numbers set right and in its order. */
      match_places (&matcher, map);
      match_keys (&matcher, dup_bare_words);
    }
  match_ends (&matcher);
  match_keys (&matcher, dup_words);
  match_keys (&matcher, dup_bare_words);
  match_neighbours (&matcher);

  return collect_ids (&matcher, previous->ids[part]);
}
