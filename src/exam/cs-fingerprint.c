#include "cs-fingerprint.h"

#include <string.h>

#include "../language/cs-fold.h"

#define VERSION "1" /* to be raised when the same defect gets another fingerprint */

typedef struct
{
  CsDraft *draft;
  const CsClaimSet *claims;
  GHashTable *units; /* "part/index" to the hash of the unit's folded text */
  GHashTable *seen;  /* item and hash without ordinal, to how many so far */
} Fingerprints;

/* Folds [start, end) into @out, leaving out white space and brackets: a sign goes with its
 * brackets. */
static void
append_folded (GString *out, const char *text, gsize start, gsize end)
{
  g_autoptr (CsFolded) folded = NULL;

  if (end <= start)
    return;

  folded = cs_fold (text + start, end - start, CS_FOLD_CASE);
  for (gsize i = 0; i < folded->n_bytes; i++)
    if (strchr (" \t\n()[]", folded->text[i]) == NULL)
      g_string_append_c (out, folded->text[i]);
}

char *
cs_fingerprint_dup_text (const CsDraft *draft, const CsSpan *where)
{
  g_autofree char *marked = cs_draft_dup_span_text (draft, where);
  GString *folded = g_string_new (NULL);

  append_folded (folded, marked, 0, strlen (marked));

  return g_string_free (folded, FALSE);
}

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const CsRange *one = a;
  const CsRange *other = b;

  return one->start < other->start ? -1 : one->start > other->start;
}

/* What changes in a claim although the claim stays the same: references and signs. */
static GArray *
list_left_out (const CsClaim *claim)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (CsRange));

  for (guint i = 0; i < claim->refs->groups->len; i++)
    {
      const CsRefGroup *group = &g_array_index (claim->refs->groups, CsRefGroup, i);
      CsRange range = { group->start, group->end };

      g_array_append_val (ranges, range);
    }
  for (guint i = 0; i < claim->signs->len; i++)
    {
      const CsSignUse *sign = &g_array_index (claim->signs, CsSignUse, i);
      CsRange range = { sign->start, sign->end };

      g_array_append_val (ranges, range);
    }
  g_array_sort (ranges, compare_ranges);

  return ranges;
}

static char *
fold_claim (const CsClaim *claim)
{
  g_autoptr (GArray) left_out = list_left_out (claim);
  GString *out = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < left_out->len; i++)
    {
      const CsRange *range = &g_array_index (left_out, CsRange, i);

      append_folded (out, claim->text, at, range->start);
      at = MAX (at, range->end);
    }
  append_folded (out, claim->text, at, claim->n_bytes);

  return g_string_free (out, FALSE);
}

static char *
fold_unit (const Fingerprints *fingerprints, const CsSpan *where)
{
  GString *out;
  const char *text;
  gsize n_bytes;

  if (where->index >= cs_draft_get_n_units (fingerprints->draft, where->part))
    return g_strdup ("");
  if (where->part == CS_PART_CLAIMS)
    return fold_claim (cs_claim_set_get (fingerprints->claims, where->index));

  out = g_string_new (NULL);
  text = cs_draft_get_unit_text (fingerprints->draft, where->part, where->index, &n_bytes);
  append_folded (out, text, 0, n_bytes);

  return g_string_free (out, FALSE);
}

/* Many findings stand in few long paragraphs: each is folded and hashed once. */
static const char *
get_unit_hash (Fingerprints *fingerprints, const CsSpan *where)
{
  g_autofree char *key = g_strdup_printf ("%d/%u", where->part, where->index);
  g_autofree char *folded = NULL;
  char *hash = g_hash_table_lookup (fingerprints->units, key);

  if (hash != NULL)
    return hash;

  folded = fold_unit (fingerprints, where);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, folded, -1);
  g_hash_table_insert (fingerprints->units, g_steal_pointer (&key), hash);

  return hash;
}

static void
update (GChecksum *checksum, const char *text)
{
  g_checksum_update (checksum, (const guchar *)text,
                     strlen (text) + 1); /* the NUL keeps fields apart */
}

static GChecksum *
hash_without_ordinal (Fingerprints *fingerprints, const CsFinding *finding)
{
  GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *marked =
      cs_fingerprint_dup_text (fingerprints->draft, &finding->report->where);

  update (checksum, VERSION);
  update (checksum, cs_finding_get_check_name (finding));
  update (checksum, finding->report->rule);
  if (strcmp (finding->report->rule, CS_RULE_ANSWERED_NO) == 0) /* each its own fault */
    update (checksum, finding->item->id);
  update (checksum, marked);
  update (checksum, get_unit_hash (fingerprints, &finding->report->where));

  return checksum;
}

static void
fingerprint_one (Fingerprints *fingerprints, CsFinding *finding)
{
  g_autoptr (GChecksum) checksum = hash_without_ordinal (fingerprints, finding);
  g_autoptr (GChecksum) copy = g_checksum_copy (checksum);
  g_autofree char *key =
      g_strdup_printf ("%p %s", (gpointer)finding->item, g_checksum_get_string (copy));
  guint ordinal = GPOINTER_TO_UINT (g_hash_table_lookup (fingerprints->seen, key));
  g_autofree char *printed = g_strdup_printf ("%u", ordinal);

  update (checksum, printed);
  g_strlcpy (finding->fingerprint, g_checksum_get_string (checksum), sizeof finding->fingerprint);
  g_hash_table_replace (fingerprints->seen, g_steal_pointer (&key), GUINT_TO_POINTER (ordinal + 1));
}

void
cs_fingerprint_all (GArray *findings, CsDraft *draft, const CsClaimSet *claims)
{
  g_autoptr (GHashTable) units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Fingerprints fingerprints = { draft, claims, units, seen };

  for (guint i = 0; i < findings->len; i++)
    fingerprint_one (&fingerprints, &g_array_index (findings, CsFinding, i));
}
