#include <string.h>

#include "cs-signs-private.h"

/* Which numbers of a draft are reference signs. */

#define LEAST_UNLISTED 6  /* signs that stand twice behind one name, where nothing else tells */
#define LEAST_REPEATED 80 /* per cent of the numbers that may be signs */
#define RARE 20           /* among so many known signs, a number that reads like one is one */
#define LEAST_BRACKETED 2 /* signs in brackets, in claims */

/* M1 and G2 are signs where somebody says so, and may be symbols and formulae where nobody does. */
static gboolean
is_plain (const char *sign)
{
  return g_ascii_isdigit (sign[0]) && sign[0] != '0';
}

/* S1, S101: a step, whatever stands before it; 0, a value. */
static gboolean
is_step (const char *sign)
{
  return (sign[0] == 'S' && g_ascii_isdigit (sign[1])) || strcmp (sign, "0") == 0;
}

/* The end of the name: two characters, one word. */
static const char *
get_head (const CsSignsBuilder *builder, const CsSignCandidate *candidate)
{
  const char *window = candidate->window;
  const char *end = window + strlen (window);
  const char *space = strrchr (window, ' ');

  if (!builder->scan.chinese)
    return space == NULL ? window : space + 1;
  for (guint n = 0; n < 2 && end > window; n++)
    end = g_utf8_prev_char (end);

  return end;
}

static gboolean
trusts_brackets (const CsSignsBuilder *builder)
{
  g_autoptr (GHashTable) signs = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < builder->scan.candidates->len; i++)
    {
      const CsSignCandidate *candidate =
          &g_array_index (builder->scan.candidates, CsSignCandidate, i);

      if (candidate->span.part == CS_PART_CLAIMS && candidate->bracketed && candidate->doubt == 0)
        g_hash_table_add (signs, (gpointer)candidate->sign);
    }

  return builder->scan.chinese || builder->signs->has_list ||
         g_hash_table_size (signs) >= LEAST_BRACKETED;
}

void
cs_signs_add_claimed (CsSignsBuilder *builder)
{
  if (!trusts_brackets (builder))
    return;

  for (guint i = 0; i < builder->scan.candidates->len; i++)
    {
      const CsSignCandidate *candidate =
          &g_array_index (builder->scan.candidates, CsSignCandidate, i);

      if (candidate->span.part == CS_PART_CLAIMS && candidate->bracketed &&
          candidate->doubt == 0 && !is_step (candidate->sign))
        {
          guint entry = cs_signs_add_entry (builder->signs, candidate->sign, &candidate->span);

          cs_signs_entry (builder->signs, entry)->claimed = TRUE;
        }
    }
}

/* A number that may be a year is no sign for being repeated: (Amon 2006). */
static gboolean
is_year (const char *sign)
{
  return strlen (sign) == 4 && (g_str_has_prefix (sign, "19") || g_str_has_prefix (sign, "20"));
}

/* Whether nothing but its being repeated could tell that it is a sign. */
static gboolean
may_be_repeated (const CsSignsBuilder *builder, const CsSignCandidate *candidate)
{
  return candidate->span.part == CS_PART_DESCRIPTION && !candidate->bracketed &&
         candidate->doubt == 0 && !candidate->shared && is_plain (candidate->sign) &&
         !is_year (candidate->sign) &&
         cs_signs_find (builder->signs, candidate->sign) == CS_NO_INDEX;
}

/* Counts how often each such number stands behind the same head. */
static GHashTable *
count_heads (const CsSignsBuilder *builder)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < builder->scan.candidates->len; i++)
    {
      const CsSignCandidate *candidate =
          &g_array_index (builder->scan.candidates, CsSignCandidate, i);
      char *key;

      if (!may_be_repeated (builder, candidate))
        continue;
      key = g_strconcat (candidate->sign, " ", get_head (builder, candidate), NULL);
      g_hash_table_replace (
          counts, key,
          GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }

  return counts;
}

/* Whether nearly all numbers that may be signs are ones of the list. */
static gboolean
are_rare (const CsSignsBuilder *builder, guint n_unknown)
{
  guint n_known = 0;

  if (!builder->signs->has_list)
    return FALSE;
  for (guint i = 0; i < builder->scan.candidates->len; i++)
    {
      const CsSignCandidate *candidate =
          &g_array_index (builder->scan.candidates, CsSignCandidate, i);

      n_known += candidate->span.part == CS_PART_DESCRIPTION && candidate->doubt == 0 &&
                 cs_signs_find (builder->signs, candidate->sign) != CS_NO_INDEX;
    }

  return n_unknown * RARE < n_known;
}

static void
take_all (const CsSignsBuilder *builder, GArray *found)
{
  g_array_set_size (found, 0);
  for (guint i = 0; i < builder->scan.candidates->len; i++)
    if (may_be_repeated (builder, &g_array_index (builder->scan.candidates, CsSignCandidate, i)))
      g_array_append_val (found, i);
}

void
cs_signs_add_repeated (CsSignsBuilder *builder)
{
  g_autoptr (GHashTable) counts = count_heads (builder);
  g_autoptr (GHashTable) signs = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_numbers = 0;

  for (guint i = 0; i < builder->scan.candidates->len; i++)
    {
      const CsSignCandidate *candidate =
          &g_array_index (builder->scan.candidates, CsSignCandidate, i);
      g_autofree char *key = NULL;

      if (!may_be_repeated (builder, candidate))
        continue;
      n_numbers++;
      key = g_strconcat (candidate->sign, " ", get_head (builder, candidate), NULL);
      if (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) < 2)
        continue;
      g_hash_table_add (signs, (gpointer)candidate->sign);
      g_array_append_val (found, i);
    }
  if (builder->signs->entries->len == 0 &&
      (g_hash_table_size (signs) < LEAST_UNLISTED ||
       found->len * 100 < n_numbers * LEAST_REPEATED))
    return;
  if (are_rare (builder, n_numbers))
    take_all (builder, found);

  for (guint i = 0; i < found->len; i++)
    {
      const CsSignCandidate *candidate = &g_array_index (builder->scan.candidates, CsSignCandidate,
                                                         g_array_index (found, guint, i));

      cs_signs_add_entry (builder->signs, candidate->sign, &candidate->span);
    }
}

/* A sign that nothing else knows, behind the very name of another one: 泵21 for 泵12. */
void
cs_signs_add_mistaken (CsSignsBuilder *builder)
{
  for (guint i = 0; i < builder->scan.candidates->len; i++)
    {
      const CsSignCandidate *candidate =
          &g_array_index (builder->scan.candidates, CsSignCandidate, i);
      gboolean exact;
      guint named;

      if (candidate->span.part != CS_PART_DESCRIPTION || candidate->doubt != 0 ||
          candidate->shared || is_step (candidate->sign) ||
          cs_signs_find (builder->signs, candidate->sign) != CS_NO_INDEX)
        continue;
      named = cs_signs_find_named (builder, candidate, &exact);
      if (named != CS_NO_INDEX && exact &&
          (cs_signs_entry (builder->signs, named)->n_listed > 0 ||
           cs_signs_entry (builder->signs, named)->claimed))
        cs_signs_add_entry (builder->signs, candidate->sign, &candidate->span);
    }
}
