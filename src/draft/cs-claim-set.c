#include <string.h>

#include "../base/cs-limits.h"
#include "cs-claim-parse.h"
#include "cs-claim-set.h"
#include "cs-readings.h"
#include "cs-reading.h"

#define MAX_CANCELLED_BYTES 30 /* "(currently cancelled)" and the like; a claim is longer */

struct _CsClaimSet
{
  CsDraft *draft;      /* NULL in what is kept for the drafts that follow */
  GArray *claims;      /* CsClaim */
  GHashTable *numbers; /* printed number -> index + 1 of the first claim that bears it */
};

G_DEFINE_BOXED_TYPE (CsClaimSet, cs_claim_set, cs_claim_set_ref, cs_claim_set_unref)

CsClaimSet *
cs_claim_set_ref (CsClaimSet *set)
{
  return g_atomic_rc_box_acquire (set);
}

static void
cs_claim_set_clear (gpointer data)
{
  CsClaimSet *set = data;

  g_array_unref (set->claims);
  g_hash_table_unref (set->numbers);
  g_clear_pointer (&set->draft, cs_draft_unref);
}

void
cs_claim_set_unref (CsClaimSet *set)
{
  g_atomic_rc_box_release_full (set, cs_claim_set_clear);
}

static void
claim_clear (gpointer data)
{
  CsClaim *claim = data;

  cs_claim_refs_free (claim->refs);
  g_array_unref (claim->depends);
  g_array_unref (claim->quotes);
  g_array_unref (claim->features);
  g_array_unref (claim->signs);
}

guint
cs_claim_set_get_n_claims (const CsClaimSet *set)
{
  return set->claims->len;
}

const CsClaim *
cs_claim_set_get (const CsClaimSet *set, guint index)
{
  g_return_val_if_fail (index < set->claims->len, NULL);

  return &g_array_index (set->claims, CsClaim, index);
}

CsDraft *
cs_claim_set_get_draft (const CsClaimSet *set)
{
  return set->draft;
}

guint
cs_claim_set_find (const CsClaimSet *set, guint number)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (set->numbers, GUINT_TO_POINTER (number)));

  return found == 0 ? CS_NO_INDEX : found - 1;
}

/* "4-6. (canceled)" leaves claims 5 and 6 with no text at all. */
static gboolean
is_cancelled (const CsClaimSet *set, const CsClaim *claim)
{
  static const char *const words[] = { "(cancel", "cancel", "(delet", "(删除", "删除" };

  if (claim->n_bytes == 0)
    return claim->index > 0 && cs_claim_set_get (set, claim->index - 1)->cancelled;
  if (claim->n_bytes > MAX_CANCELLED_BYTES)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (claim->folded->text, words[i]))
      return TRUE;

  return FALSE;
}

/* Adds the claims that @group names to @indexes, as far as they stand before @claim. Returns
 * whether all of them do. */
static gboolean
resolve_group (const CsClaimSet *set,
               const CsClaim *claim,
               const CsRefGroup *group,
               GArray *indexes)
{
  gboolean whole = group->n_refs > 0;

  for (guint i = group->first_ref; i < group->first_ref + group->n_refs; i++)
    {
      const CsClaimRef *ref = &g_array_index (claim->refs->refs, CsClaimRef, i);

      for (guint n = ref->first; n <= ref->last && indexes->len < CS_MAX_DEPENDS; n++)
        {
          guint index = cs_claim_set_find (set, n);

          /* One number that leads nowhere is as good as all: the chain has no end. */
          if (index >= claim->index || cs_claim_set_get (set, index)->cancelled)
            {
              whole = FALSE;
              break;
            }
          g_array_append_val (indexes, index);
        }
    }

  return whole;
}

static int
compare_indexes (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *)a;
  guint right = *(const guint *)b;

  return left < right ? -1 : left > right;
}

static void
sort_unique (GArray *indexes)
{
  guint kept = 0;

  g_array_sort (indexes, compare_indexes);
  for (guint i = 0; i < indexes->len; i++)
    if (i == 0 || g_array_index (indexes, guint, i) != g_array_index (indexes, guint, kept - 1))
      g_array_index (indexes, guint, kept++) = g_array_index (indexes, guint, i);
  g_array_set_size (indexes, kept);
}

/* What its own chain begins with vouches for @parent: a parent of a wrong subject does not turn
 * "权利要求1-3任一项所述的油墨的制备方法" into a claim for an ink. */
static gboolean
depends_chinese (const CsClaimSet *set, const CsClaim *claim, const CsClaim *parent)
{
  const CsClaim *root = cs_claim_set_get (set, parent->root);

  return cs_claim_depends_chinese (claim, parent) &&
         (!parent->dependent || cs_claim_depends_chinese (claim, root));
}

/* Whether the reference at the head makes the claim depend on what it names: one of the claims
 * named is enough. Of a claim that names nothing we know nothing better than its form. */
static gboolean
depends_on_head (const CsClaimSet *set,
                 const CsClaim *claim,
                 const CsClaimParse *parse,
                 const GArray *named)
{
  gboolean chinese = g_str_equal (set->draft->language, "zh");
  gboolean depends = named->len == 0;

  for (guint i = 0; i < named->len && i < CS_MAX_PATHS && !depends; i++)
    {
      const CsClaim *parent = cs_claim_set_get (set, g_array_index (named, guint, i));

      depends = chinese ? depends_chinese (set, claim, parent) :
                          cs_claim_depends_english (claim, parse, parent);
    }

  return depends;
}

static gboolean
names_several (const CsClaim *claim, const CsRefGroup *group)
{
  const CsClaimRef *first;

  if (group->n_refs != 1)
    return group->n_refs > 1;
  first = &g_array_index (claim->refs->refs, CsClaimRef, group->first_ref);

  return first->last > first->first;
}

static void
resolve_refs (const CsClaimSet *set, CsClaim *claim, const CsClaimParse *parse)
{
  const GArray *groups = claim->refs->groups;

  claim->broken = cs_range_is_empty (claim->refs->unreadable) ? CS_NO_INDEX : claim->index;
  for (guint i = 0; i < groups->len; i++)
    {
      const CsRefGroup *group = &g_array_index (groups, CsRefGroup, i);
      g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (guint));
      gboolean whole = resolve_group (set, claim, group, named);

      if ((int)i == parse->head && depends_on_head (set, claim, parse, named))
        {
          claim->dependent = TRUE;
          claim->multiple = names_several (claim, group);
          g_array_append_vals (claim->depends, named->data, named->len);
        }
      else
        {
          g_array_append_vals (claim->quotes, named->data, named->len);
        }
      if (!whole)
        claim->broken = claim->index;
    }
  sort_unique (claim->depends);
  sort_unique (claim->quotes);
  if (claim->depends->len > 0)
    claim->root = cs_claim_set_get (set, g_array_index (claim->depends, guint, 0))->root;

  for (guint i = 0; i < claim->depends->len && claim->broken == CS_NO_INDEX; i++)
    claim->broken = cs_claim_set_get (set, g_array_index (claim->depends, guint, i))->broken;
  for (guint i = 0; i < claim->quotes->len && claim->broken == CS_NO_INDEX; i++)
    claim->broken = cs_claim_set_get (set, g_array_index (claim->quotes, guint, i))->broken;
}

static void
add_claim (CsClaimSet *set, guint index)
{
  CsClaim claim = { .index = index, .broken = CS_NO_INDEX, .root = index };
  CsClaimParse parse;

  claim.number = cs_draft_get_unit (set->draft, CS_PART_CLAIMS, index)->number;
  claim.text = cs_draft_get_unit_text (set->draft, CS_PART_CLAIMS, index, &claim.n_bytes);
  claim.folded = cs_draft_get_folded (set->draft, CS_PART_CLAIMS, index, CS_FOLD_CASE);
  claim.cased = cs_draft_get_folded (set->draft, CS_PART_CLAIMS, index, CS_FOLD_DEFAULT);
  claim.cancelled = is_cancelled (set, &claim);
  claim.refs = cs_claim_refs_read (claim.folded, claim.number > 0 ? claim.number : index + 1);
  claim.depends = g_array_new (FALSE, FALSE, sizeof (guint));
  claim.quotes = g_array_new (FALSE, FALSE, sizeof (guint));
  claim.features = g_array_new (FALSE, FALSE, sizeof (CsRange));
  claim.signs = g_array_ref (
      cs_reading_get_sign_uses (cs_draft_get_reading (set->draft, CS_PART_CLAIMS, index)));

  parse.folded = claim.folded;
  if (g_str_equal (set->draft->language, "zh"))
    cs_claim_parse_chinese (&claim, &parse);
  else
    cs_claim_parse_english (&claim, &parse);
  resolve_refs (set, &claim, &parse);

  g_array_append_val (set->claims, claim);
}

/* The same claims, as those of @draft. */
static CsClaimSet *
share (const CsClaimSet *set, CsDraft *draft)
{
  CsClaimSet *shared = g_atomic_rc_box_new0 (CsClaimSet);

  shared->draft = draft == NULL ? NULL : cs_draft_ref (draft);
  shared->claims = g_array_ref (set->claims);
  shared->numbers = g_hash_table_ref (set->numbers);

  return shared;
}

static CsClaimSet *
read_claims (CsDraft *draft)
{
  CsClaimSet *set = g_atomic_rc_box_new0 (CsClaimSet);
  guint n_claims = cs_draft_get_n_units (draft, CS_PART_CLAIMS);

  set->draft = cs_draft_ref (draft);
  set->claims = g_array_sized_new (FALSE, FALSE, sizeof (CsClaim), n_claims);
  g_array_set_clear_func (set->claims, claim_clear);
  set->numbers = g_hash_table_new (NULL, NULL);

  for (guint i = n_claims; i > 0; i--)
    {
      guint number = cs_draft_get_unit (draft, CS_PART_CLAIMS, i - 1)->number;

      if (number > 0)
        g_hash_table_insert (set->numbers, GUINT_TO_POINTER (number), GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < n_claims; i++)
    add_claim (set, i);

  return set;
}

CsClaimSet *
cs_claim_set_new (CsDraft *draft)
{
  g_autoptr (CsClaimSet) kept = cs_draft_dup_kept (draft, CS_KEPT_CLAIMS);
  CsClaimSet *set;

  if (kept != NULL)
    return share (kept, draft);

  set = read_claims (draft);
  cs_draft_keep (draft, CS_KEPT_CLAIMS, share (set, NULL), (GDestroyNotify)cs_claim_set_unref);

  return set;
}
