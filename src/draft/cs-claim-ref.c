#include "cs-claim-ref-scanner.h"

CsClaimRefs *
cs_claim_refs_scan (const char *text, gsize n_bytes, guint claim)
{
  g_autoptr (CsFolded) folded = cs_fold (text, n_bytes, CS_FOLD_CASE);

  return cs_claim_refs_read (folded, claim);
}

CsClaimRefs *
cs_claim_refs_read (const CsFolded *folded, guint claim)
{
  CsClaimRefs *refs = g_new0 (CsClaimRefs, 1);
  CsRefScanner scanner = { folded, folded->text, claim, refs };

  refs->refs = g_array_new (FALSE, FALSE, sizeof (CsClaimRef));
  refs->groups = g_array_new (FALSE, FALSE, sizeof (CsRefGroup));

  for (gsize at = 0; at < folded->n_bytes;)
    {
      gsize next = (guchar)folded->text[at] < 0x80 ? cs_ref_scan_english (&scanner, at) :
                                                     cs_ref_scan_chinese (&scanner, at);

      at = next > at ? next : at + g_utf8_skip[(guchar)folded->text[at]];
    }

  refs->unreadable = cs_ref_unreadable_chinese (&scanner);
  if (cs_range_is_empty (refs->unreadable))
    refs->unreadable = cs_ref_unreadable_english (&scanner);

  return refs;
}

void
cs_claim_refs_free (CsClaimRefs *refs)
{
  g_array_unref (refs->refs);
  g_array_unref (refs->groups);
  g_free (refs);
}
