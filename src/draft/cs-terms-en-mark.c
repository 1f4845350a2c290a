#include "cs-terms-en.h"

/* Where introductions and references begin. */

/* The token behind "at least one", "one or more", @at when neither stands there. */
static guint
skip_at_least (const CsTextEn *text, guint at)
{
  static const char *const bounds[] = { "least", "most", NULL };
  static const char *const amounts[] = { "more", "both", "several", NULL };

  if (cs_text_en_reads (text, at, "at") && cs_text_en_reads_any (text, at + 1, bounds))
    return at + 2;
  if (cs_text_en_reads (text, at, "one") && cs_text_en_is_conjunction (text, at + 1) &&
      cs_text_en_reads_any (text, at + 2, amounts))
    return at + 3;

  return at;
}

/* One word or phrase of quantity less: "two", "a plurality of", "said". */
static guint
skip_one (const CsTextEn *text, guint at, guint end)
{
  guint classes = cs_text_en_classes (text, at);
  guint next = at + 2 < end ? skip_at_least (text, at) : at;

  if (at + 2 >= end || next > at)
    return next;
  if (cs_text_en_token (text, at)->kind == CS_TOKEN_NUMBER)
    return cs_text_en_is_word (text, at + 1) ? at + 1 : at;
  if ((classes & CS_EN_COUNT) != 0 && cs_text_en_reads (text, at + 1, "of"))
    return at + 2;
  if ((classes & (CS_EN_NUMBER | CS_EN_CLOSED_ADVERB)) != 0 && cs_text_en_is_word (text, at + 1))
    return cs_text_en_reads (text, at + 1, "of") ? at : at + 1;
  if (cs_text_en_reads (text, at, "plurality"))
    return (cs_text_en_classes (text, at + 1) & CS_EN_VERBAL) == 0 ? at + 1 : at;
  if (cs_text_en_reads (text, at, "said"))
    return at + 1;

  return at;
}

static guint
skip_quantity (const CsTextEn *text, guint at, guint end)
{
  guint next = skip_one (text, at, end);

  while (next != at)
    {
      at = next;
      next = skip_one (text, at, end);
    }

  return at;
}

/* --- introductions --- */

/* The token behind an article or amount that introduces, @at when there is none. */
static guint
skip_introducer (const CsTextEn *text, guint at, guint end)
{
  static const char *const articles[] = { "a", "an", "another", NULL };
  guint classes = cs_text_en_classes (text, at);
  guint next;

  if ((classes & CS_EN_DETERMINER) != 0)
    return cs_text_en_reads_any (text, at, articles) ? skip_quantity (text, at + 1, end) : at;
  if ((classes & (CS_EN_NUMBER | CS_EN_PREPOSITION)) == 0 &&
      cs_text_en_token (text, at)->kind != CS_TOKEN_NUMBER)
    return at;
  next = skip_at_least (text, at);
  if (next == at && (classes & CS_EN_NUMBER) == 0)
    return at;

  return skip_quantity (text, at, end);
}

/* What stands in a list without article: "comprising rollers, belts and a motor". */
static gboolean
opens_list (const CsTextEn *text, guint at)
{
  static const char *const openers[] = { "comprising", "including", "containing", "having",
                                         "comprises", "includes", "contains", "has",
                                         "comprise", "include", "contain", "have",
                                         "plurality", NULL };

  return cs_text_en_reads_any (text, at, openers);
}

static gboolean
is_bare_plural (const CsTextEn *text, const CsPhraseEn *phrase)
{
  const CsWordEntry *head = cs_text_en_word (text, phrase->tokens[phrase->n_term - 1]);

  return (head->forms & (CS_EN_PLURAL | CS_EN_NOUN)) == (CS_EN_PLURAL | CS_EN_NOUN) &&
         (cs_text_en_classes (text, phrase->tokens[0]) & CS_EN_CLOSED) == 0;
}

/* Adds the phrases at token @start, introduced by the tokens from @marker on. Returns: the token
 * behind them */
static guint
introduce (CsTermsEn *en, guint claim, guint marker, guint start)
{
  const CsTextEn *text = en->text;
  guint end = g_array_index (text->claims, guint, claim + 1);
  CsPhraseEn phrases[CS_PHRASES_EN_MAX];
  guint n_phrases = cs_phrase_en_read_all (text, start, end, phrases);
  guint next = MAX (start, marker + 1);

  if (n_phrases == 0 || (marker == start && !is_bare_plural (text, &phrases[0])))
    return next;

  for (guint i = 0; i < n_phrases; i++)
    {
      gsize at = cs_text_en_token (text, phrases[i].tokens[0])->start;
      CsRange range = { at, at };
      guint index;
      guint term;

      if (i == 0 && marker < start)
        range = (CsRange){ cs_text_en_token (text, marker)->start,
                           cs_text_en_token (text, start - 1)->end };
      index = cs_terms_en_add (en, claim, CS_MENTION_INTRODUCTION, range, &phrases[i],
                               phrases[i].n_term);
      term = cs_terms_en_mention (en, index)->term;
      g_array_append_val (en->introductions, index);
      if (marker < start)
        g_hash_table_add (en->introduced, GUINT_TO_POINTER (term));
      next = cs_phrase_en_next (&phrases[i], phrases[i].n_term);
    }

  return next;
}

static void
introduce_claim (CsTermsEn *en, guint claim)
{
  const CsTextEn *text = en->text;
  guint at = g_array_index (text->claims, guint, claim);
  guint end = g_array_index (text->claims, guint, claim + 1);
  gboolean in_list = FALSE;

  while (at < end)
    {
      guint start = skip_introducer (text, at, end);

      if ((cs_text_en_token (text, at)->flags & CS_TOKEN_CLAIM_REF) != 0)
        at++;
      else if (start > at || (in_list && cs_text_en_is_word (text, at)))
        {
          at = introduce (en, claim, at, start);
          in_list = cs_text_en_token (text, at)->kind == CS_TOKEN_COMMA ||
                    cs_text_en_is_conjunction (text, at);
          at += in_list;
        }
      else
        {
          in_list = opens_list (text, at);
          at++;
        }
    }
}

void
cs_terms_en_introduce (CsTermsEn *en)
{
  for (guint claim = 0; claim < cs_claim_set_get_n_claims (en->scan->claims); claim++)
    if (!cs_claim_set_get (en->scan->claims, claim)->cancelled)
      introduce_claim (en, claim);
}

/* --- references --- */

static gboolean
is_reference (const CsTextEn *text, guint at)
{
  return (cs_text_en_classes (text, at) & CS_EN_DETERMINER) != 0 &&
         (cs_text_en_token (text, at)->flags & CS_TOKEN_CLAIM_REF) == 0 &&
         (cs_text_en_reads (text, at, "the") || cs_text_en_reads (text, at, "said"));
}

/* "the upper one": stands for something named before. */
static gboolean
is_pronoun (const CsTextEn *text, const CsPhraseEn *phrase)
{
  static const char *const pronouns[] = { "one", "other", NULL };

  return cs_text_en_reads_any (text, phrase->tokens[phrase->n_term - 1], pronouns);
}

/* The subject at the head of a claim: what it is called there is no reference to a term. */
static guint
add_subject (CsTermsEn *en, guint claim, guint marker, const CsPhraseEn *phrase)
{
  const CsTokenEn *token = cs_text_en_token (en->text, marker);
  gboolean depends = cs_claim_set_get (en->scan->claims, claim)->dependent;

  return cs_terms_en_add (en, claim, depends ? CS_MENTION_REFERENCE : CS_MENTION_INTRODUCTION,
                          (CsRange){ token->start, token->end }, phrase, phrase->n_term);
}

static guint
refer (CsTermsEn *en, guint claim, guint marker)
{
  const CsTextEn *text = en->text;
  guint first = g_array_index (text->claims, guint, claim);
  guint end = g_array_index (text->claims, guint, claim + 1);
  CsPhraseEn phrases[CS_PHRASES_EN_MAX];
  guint n_phrases =
      cs_phrase_en_read_all (text, skip_quantity (text, marker + 1, end), end, phrases);
  guint next = marker + 1;

  for (guint i = 0; i < n_phrases; i++)
    {
      next = cs_phrase_en_next (&phrases[i], phrases[i].n_term);
      if (marker == first)
        add_subject (en, claim, marker, &phrases[i]);
      else if (!is_pronoun (text, &phrases[i]))
        cs_terms_en_resolve (en, claim, marker, i == 0, &phrases[i]);
    }

  return next;
}

/* "The port of 8, wherein": a claim that names what it depends on without the word claim. What is
 * introduced there is not known. */
static gboolean
has_unread_parent (const CsTermsEn *en, guint claim, const CsPhraseEn *subject)
{
  static const char *const links[] = { "of", "in", "to", "with", NULL };
  guint next = cs_phrase_en_next (subject, subject->n_term);
  const CsTokenEn *number = cs_text_en_token (en->text, next + 1);

  return cs_claim_set_get (en->scan->claims, claim)->refs->groups->len == 0 &&
         cs_text_en_reads_any (en->text, next, links) && number->kind == CS_TOKEN_NUMBER &&
         (cs_text_en_token (en->text, next + 2)->kind == CS_TOKEN_COMMA ||
          cs_text_en_reads (en->text, next + 2, "wherein"));
}

/* Lets nothing be said of the references of a claim from mention @first on. */
static void
silence (CsTermsEn *en, guint first)
{
  for (guint i = first; i < en->scan->mentions->len; i++)
    if (cs_terms_en_mention (en, i)->basis > CS_BASIS_IMPLICIT)
      cs_terms_en_mention (en, i)->flags |= CS_MENTION_SILENT;
}

static void
refer_claim (CsTermsEn *en, guint claim)
{
  guint at = g_array_index (en->text->claims, guint, claim);
  guint end = g_array_index (en->text->claims, guint, claim + 1);
  guint first = en->scan->mentions->len;
  CsPhraseEn subject;
  gboolean unread = end - at > 4 && is_reference (en->text, at) &&
                    cs_phrase_en_read (en->text, at + 1, end, &subject) &&
                    cs_phrase_en_next (&subject, subject.n_term) + 2 < end &&
                    has_unread_parent (en, claim, &subject);

  while (at < end)
    at = is_reference (en->text, at) ? refer (en, claim, at) : at + 1;
  if (unread)
    silence (en, first);
}

void
cs_terms_en_refer (CsTermsEn *en)
{
  for (guint claim = 0; claim < cs_claim_set_get_n_claims (en->scan->claims); claim++)
    if (!cs_claim_set_get (en->scan->claims, claim)->cancelled)
      refer_claim (en, claim);
}
