#include "cs-terms-en.h"

/* Where introductions and references begin. */

static guint
skip_quantity (const CsTextEn *text, guint at, guint end)
{
  for (;;)
    {
      if (at < end && cs_text_en_token (text, at)->kind == CS_TOKEN_NUMBER &&
          at + 1 < end && cs_text_en_is_word (text, at + 1))
        at++;
      else if (at + 2 < end && cs_text_en_reads (text, at, "at") && cs_text_en_reads (text, at + 1, "least"))
        at += 2;
      else if (at + 2 < end && cs_text_en_reads (text, at, "one") && cs_text_en_reads (text, at + 1, "or") && cs_text_en_reads (text, at + 2, "more"))
        at += 3;
      else if (at + 2 < end && (cs_text_en_classes (text, at) & CS_EN_COUNT) != 0 && cs_text_en_reads (text, at + 1, "of") && !cs_text_en_reads (text, at, "number"))
        at += 2;
      else if (at + 1 < end && (cs_text_en_classes (text, at) & (CS_EN_NUMBER | CS_EN_CLOSED_ADVERB)) != 0 && cs_text_en_is_word (text, at + 1))
        at++;
      else if (at + 1 < end && cs_text_en_reads (text, at, "said"))
        at++;
      else
        return at;
    }
}

static gboolean
is_introduction (const CsTextEn *text, guint at)
{
  return cs_text_en_reads (text, at, "a") || cs_text_en_reads (text, at, "an") ||
         cs_text_en_reads (text, at, "one") || cs_text_en_reads (text, at, "another") || (cs_text_en_classes (text, at) & CS_EN_NUMBER) != 0;
}

static gboolean
is_reference (const CsTextEn *text, guint at)
{
  return cs_text_en_reads (text, at, "the") || cs_text_en_reads (text, at, "said");
}

void
cs_terms_en_introduce (CsTermsEn *en)
{
  const CsTextEn *text = en->text;

  for (guint claim = 0; claim < cs_claim_set_get_n_claims (en->scan->claims); claim++)
    {
      guint at = g_array_index (text->claims, guint, claim);
      guint end = g_array_index (text->claims, guint, claim + 1);

      while (at < end)
        {
          CsPhraseEn phrase;
          guint marker = at++;
          guint start;
          guint mention;

          if (!is_introduction (text, marker))
            continue;
          start = skip_quantity (text, marker + (cs_text_en_reads (text, marker, "a") || cs_text_en_reads (text, marker, "an") || cs_text_en_reads (text, marker, "another") ? 1 : 0), end);
          if (start == marker || !cs_phrase_en_read (text, start, end, &phrase))
            continue;
          mention = cs_terms_en_add (en, claim, CS_MENTION_INTRODUCTION, (CsRange){ cs_text_en_token (text, marker)->start, cs_text_en_token (text, start - 1)->end }, &phrase, phrase.n_term);
          g_hash_table_add (en->introduced, GUINT_TO_POINTER (g_array_index (en->scan->mentions, CsMention, mention).term));
          at = cs_phrase_en_next (text, &phrase, phrase.n_term);
        }
    }
}

static void
refer_claim (CsTermsEn *en, guint claim)
{
  const CsTextEn *text = en->text;
  guint at = g_array_index (text->claims, guint, claim);
  guint end = g_array_index (text->claims, guint, claim + 1);

  while (at < end)
    {
      CsPhraseEn phrase;
      guint marker = at++;
      guint start;

      if (!is_reference (text, marker) || (cs_text_en_token (text, marker)->flags & CS_TOKEN_CLAIM_REF) != 0)
        continue;
      start = skip_quantity (text, at, end);
      if (!cs_phrase_en_read (text, start, end, &phrase))
        continue;
      at = cs_phrase_en_next (text, &phrase, phrase.n_term);
      if (marker == g_array_index (text->claims, guint, claim))
        {
          cs_terms_en_add (en, claim, CS_MENTION_REFERENCE, (CsRange){ cs_text_en_token (text, marker)->start, cs_text_en_token (text, marker)->end }, &phrase, phrase.n_term);
          continue;
        }
      cs_terms_en_resolve (en, claim, marker, &phrase);
    }
}

void
cs_terms_en_refer (CsTermsEn *en)
{
  for (guint claim = 0; claim < cs_claim_set_get_n_claims (en->scan->claims); claim++)
    if (!cs_claim_set_get (en->scan->claims, claim)->cancelled)
      refer_claim (en, claim);
}
