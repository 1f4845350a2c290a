#include <string.h>

#include "../base/cs-limits.h"
#include "cs-claim-ref-scanner.h"

gsize
cs_ref_skip_spaces (const char *text, gsize at)
{
  while (text[at] == ' ' || text[at] == '\t' || text[at] == '\n')
    at++;

  return at;
}

gsize
cs_ref_match (const char *text, gsize at, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      if (strncmp (text + at, words[i], length) == 0)
        return length;
    }

  return 0;
}

gboolean
cs_ref_read_digits (const char *text, gsize *at, guint *number)
{
  guint value = 0;
  gsize i = *at;

  while (g_ascii_isdigit (text[i]) && value <= CS_MAX_CLAIM_NUMBER)
    value = value * 10 + g_ascii_digit_value (text[i++]);

  if (i == *at || value == 0 || value > CS_MAX_CLAIM_NUMBER)
    return FALSE;

  *at = i;
  *number = value;
  return TRUE;
}

CsRefDraft
cs_ref_begin (const CsRefScanner *scanner, gsize start, gsize anchor)
{
  CsRefDraft draft = { .start = start, .anchor = anchor, .end = anchor };

  draft.first_ref = scanner->refs->refs->len;

  return draft;
}

void
cs_ref_add (CsRefScanner *scanner, guint first, guint last, gsize start, gsize end)
{
  CsClaimRef ref = { MIN (first, last), MAX (first, last), start, end, 0 };

  ref.group = scanner->refs->groups->len;
  g_array_append_val (scanner->refs->refs, ref);
}

void
cs_ref_add_preceding (CsRefScanner *scanner, gsize start, gsize end)
{
  if (scanner->claim > 1)
    cs_ref_add (scanner, 1, scanner->claim - 1, start, end);
}

static CsRefList
list_kind (const CsRefScanner *scanner, const CsRefDraft *draft)
{
  const GArray *refs = scanner->refs->refs;
  guint n_refs = refs->len - draft->first_ref;
  const CsClaimRef *first;

  if (n_refs == 0)
    return CS_REF_LIST_SINGLE;

  first = &g_array_index (refs, CsClaimRef, draft->first_ref);
  if (n_refs == 1 && first->first == first->last)
    return CS_REF_LIST_SINGLE;
  if (draft->choice)
    return CS_REF_LIST_ALTERNATIVE;

  return draft->joined ? CS_REF_LIST_CUMULATIVE : CS_REF_LIST_BARE;
}

void
cs_ref_finish (CsRefScanner *scanner, const CsRefDraft *draft)
{
  const guint32 *map = scanner->folded->map;
  GArray *refs = scanner->refs->refs;
  CsRefGroup group = {
    .start = map[draft->start],
    .anchor = map[draft->anchor],
    .end = map[draft->end],
    .first_ref = draft->first_ref,
    .n_refs = refs->len - draft->first_ref,
    .list = list_kind (scanner, draft),
    .preceding = draft->preceding,
    .misprint = draft->misprint,
  };

  for (guint i = draft->first_ref; i < refs->len; i++)
    {
      CsClaimRef *ref = &g_array_index (refs, CsClaimRef, i);

      ref->start = map[ref->start];
      ref->end = map[ref->end];
    }
  g_array_append_val (scanner->refs->groups, group);
}

CsClaimRefs *
cs_claim_refs_scan (const char *text, gsize n_bytes, guint claim)
{
  g_autoptr (CsFolded) folded = cs_fold (text, n_bytes, CS_FOLD_CASE);
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
