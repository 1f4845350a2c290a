#include "amended-claims.h"

#include <string.h>

#include "../../src/draft/cs-claim-anchors.h"
#include "draft-fixture.h"

/* Returns: (transfer full) (element-type CsClaimRef): the references of a claim in any language */
static GArray *
list_refs (const CsClaim *claim)
{
  if (claim->refs->refs->len > 0)
    return g_array_ref (claim->refs->refs);

  return cs_claim_refs_scan_foreign (claim->folded, claim->number);
}

guint
amended_claims_get_parent (const CsClaimSet *set, guint index)
{
  g_autoptr (GArray) refs = list_refs (cs_claim_set_get (set, index));

  return refs->len > 0 ? g_array_index (refs, CsClaimRef, 0).first - 1 : index;
}

/* New number of the claim @number, or of what it depended on. */
static guint
get_new_number (const CsClaimSet *set, const GArray *order, guint number)
{
  for (guint steps = 0; steps < 100 && number <= cs_claim_set_get_n_claims (set); steps++)
    {
      for (guint i = 0; i < order->len; i++)
        if (g_array_index (order, guint, i) == number - 1)
          return i + 1;
      number = amended_claims_get_parent (set, number - 1) + 1;
    }

  return 1;
}

static char *
dup_claim (const CsClaimSet *set, const GArray *order, const CsClaim *claim)
{
  g_autoptr (GArray) refs = list_refs (claim);
  GString *text = g_string_new (NULL);
  gsize from = 0;

  for (guint i = 0; i < refs->len; i++)
    {
      const CsClaimRef *ref = &g_array_index (refs, CsClaimRef, i);
      gsize digit = ref->start + strcspn (claim->text + ref->start, "0123456789");
      guint first = get_new_number (set, order, ref->first);
      guint last = get_new_number (set, order, ref->last);

      if (digit >= ref->end || ref->start < from)
        continue; /* "the preceding claims" */
      g_string_append_len (text, claim->text + from, (gssize)(digit - from));
      g_string_append_printf (text, first < last ? "%u-%u" : "%u", first, last);
      from = ref->end;
    }
  g_string_append_len (text, claim->text + from, (gssize)(claim->n_bytes - from));

  return g_string_free (text, FALSE);
}

CsClaimSet *
amended_claims_new (const CsClaimSet *set, const GArray *order)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CsDraft) draft = NULL;

  for (guint i = 0; i < order->len; i++)
    g_ptr_array_add (claims, dup_claim (set, order,
                                        cs_claim_set_get (set, g_array_index (order, guint, i))));
  g_ptr_array_add (claims, NULL);
  draft = draft_fixture_new ((const char *const *)claims->pdata, NULL);

  return cs_claim_set_new (draft);
}
