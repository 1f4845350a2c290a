#include "cs-claim-anchors.h"

#include "../base/cs-limits.h"
#include "../language/cs-scan.h"

#define HEAD_BYTES 32 /* "Computerimplementiertes Verfahren" */

/* References in languages that claims are compared in but not examined. What stands behind a word
 * for "claim" is read; what names none is taken for "any preceding claim". */

static const char *const claim_words[] = {
  "anspruch", "ansprüch", "revendication", "rivendicazion", "reivindicac", "請求項", NULL
};
static const char *const range_words[] = { "-", "~", "bis ", "à ", "a ", "から", "至", NULL };
static const char *const list_words[] = { ",", "und ", "oder ", "et ", "ou ", "e ",
                                          "o ", "y ", "又は", "、", NULL };

static gsize
skip_word (const char *text, gsize at)
{
  while (text[at] != '\0' && g_unichar_isalpha (g_utf8_get_char (text + at)) &&
         !g_unichar_iswide (g_utf8_get_char (text + at)))
    at += g_utf8_skip[(guchar)text[at]];

  return at;
}

/* Reads the numbers from @at on; behind a comma only those before @claim, for what is more is an
 * amount. Returns: one past the last of them, @at when there is none */
static gsize
read_numbers (const char *text, gsize at, guint claim, GArray *refs)
{
  guint most = CS_MAX_CLAIM_NUMBER;
  gsize end = at;
  guint number;

  for (gsize next = cs_scan_spaces (text, at); cs_scan_number (text, &next, most, &number);)
    {
      CsClaimRef ref = { number, number, at, next, 0 };
      gsize link = cs_scan_spaces (text, next);
      gsize length = cs_scan_any (text, link, range_words);
      gsize last = cs_scan_spaces (text, link + length);

      end = next;
      if (length > 0 && cs_scan_number (text, &last, CS_MAX_CLAIM_NUMBER, &number))
        {
          ref.last = MAX (ref.first, number);
          end = ref.end = last;
          link = cs_scan_spaces (text, end);
        }
      g_array_append_val (refs, ref);
      most = text[link] == ',' ? MAX (claim, 2) - 1 : CS_MAX_CLAIM_NUMBER;
      next = cs_scan_spaces (text, link + cs_scan_any (text, link, list_words));
      if (next == link)
        break;
    }

  return end;
}

GArray *
cs_claim_refs_scan_foreign (const CsFolded *folded, guint claim)
{
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (CsClaimRef));
  const char *text = folded->text;

  for (gsize at = 0; at < folded->n_bytes;)
    {
      gsize length = cs_scan_any (text, at, claim_words);
      guint n_before = refs->len;
      gsize numbers = skip_word (text, at + length);
      CsClaimRef preceding = { 1, claim - 1, at, numbers, 0 };

      if (length == 0)
        {
          at += g_utf8_skip[(guchar)text[at]];
          continue;
        }
      at = read_numbers (text, numbers, claim, refs);
      if (refs->len == n_before && claim > 1)
        g_array_append_val (refs, preceding);
    }
  for (guint i = 0; i < refs->len; i++)
    {
      CsClaimRef *ref = &g_array_index (refs, CsClaimRef, i);

      ref->start = folded->map[ref->start];
      ref->end = folded->map[ref->end];
    }

  return refs;
}

CsCategory
cs_claim_category_scan_foreign (const CsFolded *folded)
{
  static const struct
  {
    const char *word;
    CsCategory category;
  } words[] = {
    { "verfahren", CS_CATEGORY_METHOD },
    { "procédé", CS_CATEGORY_METHOD },
    { "méthode", CS_CATEGORY_METHOD },
    { "verwendung", CS_CATEGORY_USE },
    { "utilisation", CS_CATEGORY_USE },
  };
  gsize n_head = MIN (folded->n_bytes, HEAD_BYTES);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (cs_scan_find (folded->text, n_head, words[i].word) != NULL)
      return words[i].category;

  return CS_CATEGORY_UNKNOWN;
}
