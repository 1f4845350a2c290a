#include "cs-claim-ref-scanner.h"

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

gboolean
cs_ref_read_range (CsRefScanner *scanner, const CsRefGrammar *grammar, gsize *at)
{
  const char *text = scanner->text;
  gsize start = cs_scan_spaces (text, *at);
  gsize end = start;
  gsize length;
  guint first;
  guint last;

  if (!grammar->read_number (text, &end, &first))
    return FALSE;

  last = first;
  length = grammar->range_length (text, end);
  if (length > 0)
    {
      gsize i = grammar->skip_anchor (text, end + length);

      if (grammar->read_number (text, &i, &last))
        end = i;
      else
        last = first;
    }

  cs_ref_add (scanner, first, last, start, end);
  *at = end;
  return TRUE;
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
