#include "cs-fingerprint.h"

#include <string.h>

#include "../language/cs-fold.h"

#define VERSION "1" /* to be raised when the same defect gets another fingerprint */

#define LEFT_OUT " \t\n()[]"

typedef struct
{
  CsDraft *draft;
  const CsClaimSet *claims;
  GHashTable *units; /* part and index to the hash of the unit's folded text */
  GHashTable *seen;  /* item and fields without ordinal, to how many so far */
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
  for (gsize at = 0; at < folded->n_bytes; at += strspn (folded->text + at, LEFT_OUT))
    {
      gsize length = strcspn (folded->text + at, LEFT_OUT);

      g_string_append_len (out, folded->text + at, length);
      at += length;
    }
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
  gsize place = (gsize)(where->index + 1) * CS_N_PARTS + where->part; /* no index is none at all */
  gpointer key = GSIZE_TO_POINTER (place);
  g_autofree char *folded = NULL;
  char *hash = g_hash_table_lookup (fingerprints->units, key);

  if (hash != NULL)
    return hash;

  folded = fold_unit (fingerprints, where);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, folded, -1);
  g_hash_table_insert (fingerprints->units, key, hash);

  return hash;
}

/* What a finding is known by, but for its ordinal: one line each; none of them has a line end. */
static char *
dup_fields (Fingerprints *fingerprints, const CsFinding *finding)
{
  const CsReport *report = finding->report;
  g_autofree char *marked = cs_fingerprint_dup_text (fingerprints->draft, &report->where);
  gboolean own = strcmp (report->rule, CS_RULE_ANSWERED_NO) == 0; /* each its own fault */

  return g_strconcat (VERSION, "\n", cs_finding_get_check_name (finding), "\n", report->rule, "\n",
                      own ? finding->item->id : "", own ? "\n" : "", marked, "\n",
                      get_unit_hash (fingerprints, &report->where), "\n", NULL);
}

/* How many findings of the item had these fields before. */
static guint
count_before (Fingerprints *fingerprints, const CsFinding *finding, const char *fields)
{
  char *key = g_strdup_printf ("%p %s", (gpointer)finding->item, fields);
  guint n_before = GPOINTER_TO_UINT (g_hash_table_lookup (fingerprints->seen, key));

  g_hash_table_replace (fingerprints->seen, key, GUINT_TO_POINTER (n_before + 1));

  return n_before;
}

static void
fingerprint_one (Fingerprints *fingerprints, CsFinding *finding)
{
  g_autofree char *fields = dup_fields (fingerprints, finding);
  guint ordinal = count_before (fingerprints, finding, fields);
  g_autofree char *all = g_strdup_printf ("%s%u\n", fields, ordinal);
  gsize n_bytes = strlen (all);
  g_autofree char *hash = NULL;

  for (gsize i = 0; i < n_bytes; i++) /* a NUL keeps fields apart */
    all[i] = all[i] == '\n' ? '\0' : all[i];
  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)all, n_bytes);
  g_strlcpy (finding->fingerprint, hash, sizeof finding->fingerprint);
}

void
cs_fingerprint_all (GArray *findings, CsDraft *draft, const CsClaimSet *claims)
{
  g_autoptr (GHashTable) units = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Fingerprints fingerprints = { draft, claims, units, seen };

  for (guint i = 0; i < findings->len; i++)
    fingerprint_one (&fingerprints, &g_array_index (findings, CsFinding, i));
}
