#include "cs-terms.h"

#include <string.h>

#include "cs-readings.h"
#include "cs-terms-join.h"
#include "cs-terms-scan.h"

/* The analysis of terms as a value: two languages find the mentions, this puts them in order. */

struct _CsTerms
{
  CsClaimSet *claims; /* NULL in what is kept for the drafts that follow */
  CsTermList *list;   /* NULL when there is none */
  GArray *terms;      /* CsTerm */
  GArray *mentions;   /* CsMention, by claim and place */
  GArray *starts;     /* guint: for each claim its first mention; one more for the end */
  GArray *uses;       /* guint: mentions, by term */
  GArray *first_uses; /* guint: for each term its first in uses */
};

G_DEFINE_BOXED_TYPE (CsTerms, cs_terms, cs_terms_ref, cs_terms_unref)

CsTerms *
cs_terms_ref (CsTerms *terms)
{
  return g_atomic_rc_box_acquire (terms);
}

static void
cs_terms_clear (gpointer data)
{
  CsTerms *terms = data;

  g_array_unref (terms->terms);
  g_array_unref (terms->mentions);
  g_array_unref (terms->starts);
  g_array_unref (terms->uses);
  g_array_unref (terms->first_uses);
  g_clear_pointer (&terms->claims, cs_claim_set_unref);
  g_clear_pointer (&terms->list, cs_term_list_unref);
}

void
cs_terms_unref (CsTerms *terms)
{
  g_atomic_rc_box_release_full (terms, cs_terms_clear);
}

static void
term_clear (gpointer data)
{
  CsTerm *term = data;

  g_free (term->name);
  g_free (term->key);
  g_free (term->sign);
}

static void
mention_clear (gpointer data)
{
  CsMention *mention = data;

  g_clear_pointer (&mention->path, g_array_unref);
}

guint
cs_terms_scan_term (CsTermsScan *scan, const char *key, const char *name, gsize n_bytes)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (scan->by_key, key));
  CsTerm term = { .first = CS_NO_INDEX };

  if (known != 0)
    return known - 1;

  term.name = g_strndup (name, n_bytes);
  term.key = g_strdup (key);
  g_array_append_val (scan->terms, term);
  g_hash_table_insert (scan->by_key, term.key, GUINT_TO_POINTER (scan->terms->len));

  return scan->terms->len - 1;
}

/* --- putting in order --- */

static int
compare_mentions (gconstpointer a, gconstpointer b, gpointer data)
{
  const GArray *mentions = data;
  const CsMention *left = &g_array_index (mentions, CsMention, *(const guint *)a);
  const CsMention *right = &g_array_index (mentions, CsMention, *(const guint *)b);

  if (left->claim != right->claim)
    return left->claim < right->claim ? -1 : 1;
  if (left->range.start != right->range.start)
    return left->range.start < right->range.start ? -1 : 1;

  return *(const guint *)a < *(const guint *)b ? -1 : *(const guint *)a > *(const guint *)b;
}

/* The mentions in the order of the text, with the indexes in them put right. */
static GArray *
sort_mentions (CsTermsScan *scan)
{
  guint n_mentions = scan->mentions->len;
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (CsMention), n_mentions);
  g_autofree guint *places = g_new (guint, n_mentions + 1);
  g_autofree guint *order = g_new (guint, n_mentions + 1);

  g_array_set_clear_func (sorted, mention_clear);
  for (guint i = 0; i < n_mentions; i++)
    order[i] = i;
  g_qsort_with_data (order, n_mentions, sizeof (guint), compare_mentions, scan->mentions);
  for (guint i = 0; i < n_mentions; i++)
    places[order[i]] = i;

  for (guint i = 0; i < n_mentions; i++)
    {
      CsMention mention = g_array_index (scan->mentions, CsMention, order[i]);

      mention.target = CS_NO_INDEX;
      if (mention.other != CS_NO_INDEX)
        mention.other = places[mention.other];
      if (mention.second != CS_NO_INDEX)
        mention.second = places[mention.second];
      g_array_append_val (sorted, mention);
    }

  return sorted;
}

/* The terms that are mentioned, in the order first named. */
static GArray *
sort_terms (CsTermsScan *scan, GArray *mentions)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (CsTerm), scan->terms->len);
  g_autofree guint *places = g_new (guint, scan->terms->len + 1);

  g_array_set_clear_func (sorted, term_clear);
  memset (places, 0xff, scan->terms->len * sizeof (guint)); /* CS_NO_INDEX */

  for (guint i = 0; i < mentions->len; i++)
    {
      CsMention *mention = &g_array_index (mentions, CsMention, i);

      if (places[mention->term] == CS_NO_INDEX)
        {
          CsTerm *term = &g_array_index (scan->terms, CsTerm, mention->term);

          places[mention->term] = sorted->len;
          term->first = i;
          g_array_append_val (sorted, *term);
          *term = (CsTerm){ .first = CS_NO_INDEX };
        }
      mention->term = places[mention->term];
      g_array_index (sorted, CsTerm, mention->term).n_uses++;
    }
  for (guint i = 0; i < mentions->len; i++)
    {
      CsMention *mention = &g_array_index (mentions, CsMention, i);

      if (mention->suggested != CS_NO_INDEX)
        mention->suggested = places[mention->suggested];
    }

  return sorted;
}

/* The sign that stands at a mention. */
static void
add_signs (CsTerms *terms)
{
  for (guint i = 0; i < terms->mentions->len; i++)
    {
      const CsMention *mention = &g_array_index (terms->mentions, CsMention, i);
      CsTerm *term = &g_array_index (terms->terms, CsTerm, mention->term);

      if (term->sign == NULL && !cs_range_is_empty (mention->sign))
        term->sign = cs_claim_dup_range (cs_claim_set_get (terms->claims, mention->claim),
                                         mention->sign);
    }
}

static void
add_starts (CsTerms *terms)
{
  guint at = 0;

  for (guint claim = 0; claim < cs_claim_set_get_n_claims (terms->claims); claim++)
    {
      g_array_append_val (terms->starts, at);
      while (at < terms->mentions->len &&
             g_array_index (terms->mentions, CsMention, at).claim == claim)
        at++;
    }
  g_array_append_val (terms->starts, at);
}

static void
add_uses (CsTerms *terms)
{
  guint n_terms = terms->terms->len;
  g_autofree guint *next = g_new0 (guint, n_terms + 1);
  guint at = 0;

  for (guint i = 0; i < n_terms; i++)
    {
      next[i] = at;
      at += g_array_index (terms->terms, CsTerm, i).n_uses;
    }
  g_array_append_vals (terms->first_uses, next, n_terms);

  g_array_set_size (terms->uses, at);
  for (guint i = 0; i < terms->mentions->len; i++)
    g_array_index (terms->uses, guint,
                   next[g_array_index (terms->mentions, CsMention, i).term]++) = i;
}

static void
scan_clear (CsTermsScan *scan)
{
  g_hash_table_unref (scan->by_key);
  g_array_unref (scan->terms);
  g_array_unref (scan->mentions); /* what they hold has gone on */
}

/* What the claims say, whatever the description does. */
static CsTerms *
read_claims (CsClaimSet *claims, const CsTermList *list)
{
  CsTerms *terms = g_atomic_rc_box_new0 (CsTerms);
  g_autoptr (CsClaimParents) parents = cs_claim_parents_new (claims);
  CsTermsScan scan = { claims, parents, list, NULL, NULL, NULL };

  scan.terms = g_array_new (FALSE, FALSE, sizeof (CsTerm));
  g_array_set_clear_func (scan.terms, term_clear);
  scan.by_key = g_hash_table_new (g_str_hash, g_str_equal);
  scan.mentions = g_array_new (FALSE, FALSE, sizeof (CsMention));
  if (strcmp (cs_claim_set_get_draft (claims)->language, "zh") == 0)
    cs_terms_scan_zh (&scan);
  else
    cs_terms_scan_en (&scan);

  terms->claims = cs_claim_set_ref (claims);
  terms->list = list == NULL ? NULL : cs_term_list_ref ((CsTermList *)list);
  terms->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  terms->uses = g_array_new (FALSE, FALSE, sizeof (guint));
  terms->first_uses = g_array_new (FALSE, FALSE, sizeof (guint));
  terms->mentions = sort_mentions (&scan);
  terms->terms = sort_terms (&scan, terms->mentions);
  add_signs (terms);
  add_starts (terms);
  add_uses (terms);
  cs_terms_join (terms, parents, terms->mentions);
  scan_clear (&scan);

  for (guint i = 0; list != NULL && i < terms->terms->len; i++)
    {
      CsTerm *term = &g_array_index (terms->terms, CsTerm, i);
      const CsTermEntry *entry = cs_term_list_find (list, term->name);

      term->confirmed = entry != NULL && entry->verdict == CS_TERM_IS_TERM;
    }

  return terms;
}

/* The terms with the signs that the table of signs gives for their names, where they bear none. */
static GArray *
dup_with_signs (const GArray *terms, const CsDescription *description)
{
  const GArray *signs = cs_description_get_signs (description);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (CsTerm), terms->len);

  g_array_set_clear_func (copy, term_clear);
  for (guint i = signs->len; i-- > 0;)
    g_hash_table_insert (by_name, g_array_index (signs, CsSign, i).name,
                         g_array_index (signs, CsSign, i).sign);

  for (guint i = 0; i < terms->len; i++)
    {
      CsTerm term = g_array_index (terms, CsTerm, i);
      const char *sign = term.sign;

      term.sign = g_strdup (sign != NULL ? sign : g_hash_table_lookup (by_name, term.name));
      term.name = g_strdup (term.name);
      term.key = g_strdup (term.key);
      g_array_append_val (copy, term);
    }

  return copy;
}

/* What was read of the claims, as part of a draft. */
static CsTerms *
share (const CsTerms *kept, CsClaimSet *claims, const CsDescription *description)
{
  CsTerms *terms = g_atomic_rc_box_new0 (CsTerms);

  terms->claims = cs_claim_set_ref (claims);
  terms->terms = dup_with_signs (kept->terms, description);
  terms->mentions = g_array_ref (kept->mentions);
  terms->starts = g_array_ref (kept->starts);
  terms->uses = g_array_ref (kept->uses);
  terms->first_uses = g_array_ref (kept->first_uses);

  return terms;
}

CsTerms *
cs_terms_new (CsClaimSet *claims, CsDescription *description, const CsTermList *list)
{
  const CsDraft *draft = cs_claim_set_get_draft (claims);
  g_autoptr (CsTerms) kept = cs_draft_dup_kept (draft, CS_KEPT_TERMS);

  if (kept == NULL || kept->list != list)
    {
      g_clear_pointer (&kept, cs_terms_unref);
      kept = read_claims (claims, list);
      g_clear_pointer (&kept->claims, cs_claim_set_unref);
      cs_draft_keep (draft, CS_KEPT_TERMS, cs_terms_ref (kept), (GDestroyNotify)cs_terms_unref);
    }

  return share (kept, claims, description);
}

/* --- reading --- */

const CsClaimSet *
cs_terms_get_claims (const CsTerms *terms)
{
  return terms->claims;
}

const GArray *
cs_terms_get_terms (const CsTerms *terms)
{
  return terms->terms;
}

const GArray *
cs_terms_get_mentions (const CsTerms *terms)
{
  return terms->mentions;
}

guint
cs_terms_get_claim_mentions (const CsTerms *terms, guint claim, guint *end)
{
  g_return_val_if_fail (claim + 1 < terms->starts->len, 0);

  *end = g_array_index (terms->starts, guint, claim + 1);

  return g_array_index (terms->starts, guint, claim);
}

guint
cs_terms_find_mention (const CsTerms *terms, guint claim, gsize byte)
{
  guint end;
  guint low = cs_terms_get_claim_mentions (terms, claim, &end);
  guint high = end;
  const CsMention *mention;
  gsize start;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (terms->mentions, CsMention, middle).range.end <= byte)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == end)
    return CS_NO_INDEX;

  mention = &g_array_index (terms->mentions, CsMention, low);
  start = cs_range_is_empty (mention->marker) ? mention->range.start : mention->marker.start;

  return start <= byte ? low : CS_NO_INDEX;
}

const guint *
cs_terms_get_uses (const CsTerms *terms, guint term, guint *n_uses)
{
  g_return_val_if_fail (term < terms->terms->len, NULL);

  *n_uses = g_array_index (terms->terms, CsTerm, term).n_uses;

  return &g_array_index (terms->uses, guint, g_array_index (terms->first_uses, guint, term));
}

/* A reference without basis does not make the term known to those after it. */
static gboolean
serves (const CsMention *mention)
{
  return mention->kind != CS_MENTION_REFERENCE || mention->basis <= CS_BASIS_IMPLICIT;
}

guint
cs_terms_find_introduction (const CsTerms *terms, guint term)
{
  guint n_uses;
  const guint *uses = cs_terms_get_uses (terms, term, &n_uses);

  for (guint i = 0; i < n_uses; i++)
    if (serves (&g_array_index (terms->mentions, CsMention, uses[i])))
      return uses[i];

  return CS_NO_INDEX;
}

static guint
grade_holds (guint claim, gpointer data)
{
  const guint8 *holds = data;

  return holds[claim] ? 0 : 1;
}

/* Marks in @holds the claims up to @claim in which @term stands before @byte of that claim. */
static gboolean
mark_holders (const CsTerms *terms, guint term, guint claim, gsize byte, guint8 *holds)
{
  gboolean any = FALSE;
  guint n_uses;
  const guint *uses = cs_terms_get_uses (terms, term, &n_uses);

  for (guint i = 0; i < n_uses; i++)
    {
      const CsMention *mention = &g_array_index (terms->mentions, CsMention, uses[i]);

      if (mention->claim > claim || (mention->claim == claim && mention->range.end > byte))
        break;
      if (serves (mention))
        holds[mention->claim] = any = TRUE;
    }

  return any;
}

GArray *
cs_terms_dup_in_scope (const CsTerms *terms, guint claim, gsize byte)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (CsClaimParents) parents = cs_claim_parents_new (terms->claims);
  guint n_claims = cs_claim_set_get_n_claims (terms->claims);
  g_autofree guint8 *holds = g_new0 (guint8, n_claims + 1);

  g_return_val_if_fail (claim < n_claims, found);

  for (guint term = terms->terms->len; term-- > 0;)
    if (mark_holders (terms, term, claim, byte, holds))
      {
        if (cs_claim_parents_grade (parents, claim, grade_holds, holds, NULL) == 0)
          g_array_append_val (found, term);
        memset (holds, 0, n_claims);
      }

  return found;
}

GArray *
cs_terms_dup_claims_with (const CsTerms *terms, guint term)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint last = CS_NO_INDEX;
  guint n_uses;
  const guint *uses = cs_terms_get_uses (terms, term, &n_uses);

  for (guint i = 0; i < n_uses; i++)
    {
      const CsMention *mention = &g_array_index (terms->mentions, CsMention, uses[i]);

      if (!serves (mention) || mention->claim == last)
        continue;
      last = mention->claim;
      g_array_append_val (found, last);
    }

  return found;
}

const char *
cs_basis_get_name (CsBasis basis)
{
  static const char *const names[] = { "found", "implicit", "participle", "compound",
                                       "ambiguous", "modifier", "no-head" };

  return names[basis];
}
