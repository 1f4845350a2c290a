#include "cs-signs.h"

#include <string.h>

#include "cs-signs-private.h"

/* Which numbers of a draft are reference signs, and what they mark. */

#define LEAST_UNLISTED 6  /* signs that stand twice behind one name, where nothing else tells */
#define LEAST_REPEATED 80 /* per cent of the numbers that may be signs */
#define RARE 20           /* among so many known signs, a number that reads like one is one */
#define LEAST_BRACKETED 2 /* signs in brackets, in claims */
#define MAX_RANGE 60      /* signs of a range */

struct _CsSigns
{
  GArray *entries;     /* CsSignEntry */
  GArray *mentions;    /* CsSignMention */
  GArray *brackets;    /* CsSignBracket */
  GHashTable *by_sign; /* sign -> index + 1 */
  GStringChunk *strings;
  gboolean has_list;
};

/* Signs in the making. */
typedef struct
{
  CsSigns *signs;
  CsSignsScan scan;
  GHashTable *by_name; /* name as it is compared -> index + 1, G_MAXUINT when several have it */
  GHashTable *keys;    /* entry + 1 -> its name as it is compared */
} Builder;

#define AMBIGUOUS GUINT_TO_POINTER (G_MAXUINT)

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

gboolean
cs_signs_has_list (const CsSigns *signs)
{
  return signs->has_list;
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

/* --- entries --- */

static CsSignEntry *
entry_at (const CsSigns *signs, guint index)
{
  return &g_array_index (signs->entries, CsSignEntry, index);
}

static guint
add_entry (CsSigns *signs, const char *sign, const CsSpan *first)
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

/* Says that @entry is called so. */
static void
set_name (Builder *builder, guint entry, const char *name, const char *key)
{
  gpointer known = g_hash_table_lookup (builder->by_name, key);

  if (*key == '\0')
    return;
  if (known != NULL && known != AMBIGUOUS && entry_at (builder->signs, entry)->n_listed == 0 &&
      entry_at (builder->signs, GPOINTER_TO_UINT (known) - 1)->n_listed > 0)
    return; /* the list is right */
  if (entry_at (builder->signs, entry)->name == NULL)
    {
      entry_at (builder->signs, entry)->name = g_string_chunk_insert (builder->signs->strings, name);
      g_hash_table_insert (builder->keys, GUINT_TO_POINTER (entry + 1), (gpointer)key);
    }
  g_hash_table_insert (builder->by_name, (gpointer)key,
                       known == NULL || known == GUINT_TO_POINTER (entry + 1) ?
                           GUINT_TO_POINTER (entry + 1) :
                           AMBIGUOUS);
}

static void
add_list (Builder *builder, const CsDescription *description)
{
  const GArray *list = cs_description_get_signs (description);

  for (guint i = 0; i < list->len; i++)
    {
      const CsSign *line = &g_array_index (list, CsSign, i);
      guint entry = add_entry (builder->signs, line->sign, &line->span);

      entry_at (builder->signs, entry)->n_listed++;
      set_name (builder, entry, line->name, cs_signs_key (&builder->scan, line->name));
    }
  builder->signs->has_list = list->len > 0;
}

/* --- which numbers are signs --- */

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
get_head (const Builder *builder, const CsSignCandidate *candidate)
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

/* Where no list tells, a single number in brackets may be anything: in English, the number of an
 * item. */
static gboolean
trusts_brackets (const Builder *builder)
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

static void
add_claimed (Builder *builder)
{
  if (!trusts_brackets (builder))
    return;

  for (guint i = 0; i < builder->scan.candidates->len; i++)
    {
      const CsSignCandidate *candidate =
          &g_array_index (builder->scan.candidates, CsSignCandidate, i);

      if (candidate->span.part == CS_PART_CLAIMS && candidate->bracketed &&
          candidate->doubt == 0 && !is_step (candidate->sign))
        entry_at (builder->signs, add_entry (builder->signs, candidate->sign, &candidate->span))
            ->claimed = TRUE;
    }
}

/* Whether nothing but its being repeated could tell that it is a sign. */
static gboolean
may_be_repeated (const Builder *builder, const CsSignCandidate *candidate)
{
  return candidate->span.part == CS_PART_DESCRIPTION && !candidate->bracketed &&
         candidate->doubt == 0 && !candidate->shared && is_plain (candidate->sign) &&
         cs_signs_find (builder->signs, candidate->sign) == CS_NO_INDEX;
}

/* Counts how often each such number stands behind the same head. */
static GHashTable *
count_heads (const Builder *builder)
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
are_rare (const Builder *builder, guint n_unknown)
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
take_all (const Builder *builder, GArray *found)
{
  g_array_set_size (found, 0);
  for (guint i = 0; i < builder->scan.candidates->len; i++)
    if (may_be_repeated (builder, &g_array_index (builder->scan.candidates, CsSignCandidate, i)))
      g_array_append_val (found, i);
}

/* Signs that nothing tells but that they stand twice behind the same name. Where numbers in the
 * text are mostly something else, these are too. */
static void
add_repeated (Builder *builder)
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

      add_entry (builder->signs, candidate->sign, &candidate->span);
    }
}

/* Whether the words before the sign end with its name. */
static gboolean
is_behind_name (const Builder *builder, const CsSignCandidate *candidate, guint entry)
{
  const char *key = g_hash_table_lookup (builder->keys, GUINT_TO_POINTER (entry + 1));

  return key != NULL && g_str_has_suffix (candidate->window, key);
}

static gboolean
is_sign (const Builder *builder, const CsSignCandidate *candidate, guint entry)
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

/* --- mentions --- */

/* The entry whose name the words before a sign end with, the longest one. @exact: whether nothing
 * more belongs to the name there. */
static guint
find_named (const Builder *builder, const CsSignCandidate *candidate, gboolean *exact)
{
  const char *window = candidate->window;
  const char *name = window + strlen (window) - candidate->n_name;

  while (*window != '\0')
    {
      gpointer found = g_hash_table_lookup (builder->by_name, window);
      const char *next = strchr (window, ' ');

      *exact = window <= name;
      if (found != NULL)
        return found == AMBIGUOUS ? CS_NO_INDEX : GPOINTER_TO_UINT (found) - 1;
      if (builder->scan.chinese)
        window = g_utf8_next_char (window);
      else
        window = next == NULL ? window + strlen (window) : next + 1;
    }

  return CS_NO_INDEX;
}

/* A sign that nothing else knows, behind the very name of another one: 泵21 for 泵12. */
static void
add_mistaken (Builder *builder)
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
      named = find_named (builder, candidate, &exact);
      if (named != CS_NO_INDEX && exact && (entry_at (builder->signs, named)->n_listed > 0 || entry_at (builder->signs, named)->claimed))
        add_entry (builder->signs, candidate->sign, &candidate->span);
    }
}

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
        count_mention (entry_at (signs, entry), part);
    }
}

/* The end that @other has in common with the first @n bytes from the end of @window. */
static gsize
common_end (const char *window, gsize n, const char *other)
{
  gsize length = strlen (window);
  gsize other_length = strlen (other);
  gsize common = 0;

  while (common < n && common < other_length &&
         window[length - 1 - common] == other[other_length - 1 - common])
    common++;
  while (common > 0 && common < length && ((guchar)window[length - common] & 0xc0) == 0x80)
    common--;

  return common;
}

/* The name that a sign without a line in the list has, in the making. @n_window: so much of the end
 * of @window stood before it everywhere, the name and maybe more. */
typedef struct
{
  guint n_best;
  const char *key;
  const char *window;
  gsize n_window;
  gboolean differs;
} Naming;

static void
count_names (const Builder *builder, Naming *namings)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < builder->scan.candidates->len; i++)
    {
      const CsSignCandidate *candidate =
          &g_array_index (builder->scan.candidates, CsSignCandidate, i);
      guint entry = cs_signs_find (builder->signs, candidate->sign);
      const char *key = candidate->window + strlen (candidate->window) - candidate->n_name;
      char *pair;
      guint n;

      if (entry == CS_NO_INDEX || candidate->doubt != 0 || candidate->shared ||
          entry_at (builder->signs, entry)->n_listed > 0)
        continue;
      pair = g_strconcat (candidate->sign, " ", key, NULL);
      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pair)) + 1;
      g_hash_table_replace (counts, pair, GUINT_TO_POINTER (n));
      if (n > namings[entry].n_best)
        {
          namings[entry].n_best = n;
          namings[entry].key = key;
        }
    }
}

/* 柱外泵管接头: words that part a name where they stand, and never part it here, belong to it. */
static void
widen_names (const Builder *builder, Naming *namings)
{
  for (guint i = 0; i < builder->scan.candidates->len; i++)
    {
      const CsSignCandidate *candidate =
          &g_array_index (builder->scan.candidates, CsSignCandidate, i);
      guint entry = cs_signs_find (builder->signs, candidate->sign);
      Naming *naming = entry == CS_NO_INDEX ? NULL : &namings[entry];
      gsize common;

      if (naming == NULL || naming->key == NULL || candidate->shared ||
          !g_str_has_suffix (candidate->window, naming->key))
        continue;
      if (naming->window == NULL)
        {
          naming->window = candidate->window;
          naming->n_window = strlen (candidate->window);
          continue;
        }
      common = common_end (naming->window, naming->n_window, candidate->window);
      naming->differs |= strcmp (naming->window, candidate->window) != 0;
      naming->n_window = common;
    }
}

/* Names of signs that are not listed: by what stands before them most often. */
static void
name_unlisted (Builder *builder)
{
  g_autofree Naming *namings = g_new0 (Naming, builder->signs->entries->len + 1);

  count_names (builder, namings);
  if (builder->scan.chinese)
    widen_names (builder, namings);
  for (guint entry = 0; entry < builder->signs->entries->len; entry++)
    {
      const Naming *naming = &namings[entry];
      const char *key = naming->key;

      if (key == NULL)
        continue;
      if (naming->differs)
        key = naming->window + strlen (naming->window) - naming->n_window;
      set_name (builder, entry, key, key);
    }
}

static void
add_mentions (Builder *builder)
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
        mention.names = find_named (builder, candidate, &mention.exact);
      if (candidate->shared)
        mention.name = (CsRange){ 0, 0 };
      g_array_append_val (signs->mentions, mention);
      count_mention (entry_at (signs, entry), candidate->span.part);
      if (candidate->range_end && before != NULL)
        count_range (signs, before, candidate->sign, candidate->span.part);
      before = candidate->sign;
    }
}

/* A bracket is one of a sign when the sign is known. */
static void
add_brackets (Builder *builder)
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
scan_part (Builder *builder, const CsDraft *draft, CsPart part, const guint8 *skip)
{
  for (guint i = 0; i < cs_draft_get_n_units (draft, part); i++)
    {
      CsSpan where = { part, i, 0, 0 };
      gsize n_bytes;
      const char *text = cs_draft_get_unit_text (draft, part, i, &n_bytes);

      if (skip == NULL || !skip[i])
        cs_signs_scan_unit (&builder->scan, text, n_bytes, where);
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
scan_draft (Builder *builder, const CsDraft *draft, const CsDescription *description)
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
  g_autoptr (GHashTable) lemmas = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) keys = g_hash_table_new (NULL, NULL);
  CsSigns *signs = g_new0 (CsSigns, 1);
  Builder builder = { signs,
                      { strcmp (draft->language, "zh") == 0, NULL, candidates, brackets, lemmas, NULL, { 0 } },
                      by_name,
                      keys };

  signs->entries = g_array_new (FALSE, TRUE, sizeof (CsSignEntry));
  signs->mentions = g_array_new (FALSE, FALSE, sizeof (CsSignMention));
  signs->brackets = g_array_new (FALSE, FALSE, sizeof (CsSignBracket));
  signs->by_sign = g_hash_table_new (g_str_hash, g_str_equal);
  signs->strings = g_string_chunk_new (4096);
  builder.scan.strings = signs->strings;

  scan_draft (&builder, draft, description);
  add_list (&builder, description);
  add_claimed (&builder);
  add_repeated (&builder);
  name_unlisted (&builder);
  add_mistaken (&builder);
  add_mentions (&builder);
  add_brackets (&builder);

  return signs;
}
