#include <string.h>

#include "../base/cs-limits.h"
#include "cs-claim-ref-scanner.h"

/* References in English claims:
 *
 *   reference := [as claimed in | according to | of ...] [any one of] anchor list
 *              | [any | one of | each of] [the] (preceding | previous ...) claim[s]
 *   list      := number [range] { separator [anchor] number [range] }
 *
 * Sources: EPC r. 43(4); 37 CFR 1.75(c); MPEP 608.01(n). */

#define LEAD_WORDS 10 /* how many words before an anchor may belong to the reference */

/* A word of the folded text; empty at its end. */
typedef struct
{
  gsize start;
  gsize end;
} Word;

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c);
}

static Word
word_at (const char *text, gsize at)
{
  Word word;

  word.start = cs_scan_spaces (text, at);
  word.end = word.start;
  while (is_letter (text[word.end]))
    word.end++;

  return word;
}

static Word
word_before (const char *text, gsize at)
{
  Word word;

  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n' || text[at - 1] == '\t'))
    at--;
  word.end = at;
  word.start = at;
  while (word.start > 0 && is_letter (text[word.start - 1]))
    word.start--;

  return word;
}

static gboolean
is_one_of (const char *text, Word word, const char *const *words)
{
  gsize length = word.end - word.start;

  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) == length && memcmp (text + word.start, words[i], length) == 0)
      return TRUE;

  return FALSE;
}

static const char *const choice_words[] = { "any", "one", "either", "least", NULL };
static const char *const all_words[] = { "each", "all", "both", NULL };
static const char *const preceding_words[] = { "preceding", "previous", "foregoing",
                                               "prior", "above", "earlier",
                                               "preceeding", "precedent", NULL };
static const char *const lead_words[] = {
  "of", "claim", "claims", "in", "to", "by", "with", "per", "under",
  "on", "as", "any", "one", "either", "at", "least",
  "or", "more", "each", "all", "both", "the", "said",
  "two", "according", "accordance", "claimed", "recited", "defined", "described",
  "set", "forth", "stated", "specified", "mentioned", "preceding", "previous",
  "foregoing", "prior", "above", "earlier", "preceeding", "precedent", NULL
};

/* Words that go on after a reference, so that a number before them may belong to it. A noun there
 * makes the number a quantity: "claim 1, 3 rollers". */
static const char *const following_words[] = {
  "wherein", "where", "whereby", "in", "which", "that", "further", "and", "or", "to", "through",
  "thru", "comprising", "having", "including", "characterised", "characterized", "above", "when",
  "for", "is", "are", "also", "with", "by", "but", "said", "the", "wherein", "being", "on", "if",
  "using", "additionally", "as", NULL
};

/* Where the amount or number at @at goes on to: the end of "90-0", of "1 to 15". */
static gsize
skip_range (const char *text, gsize at)
{
  gsize next;

  while (g_ascii_isdigit (text[at]) || text[at] == '-' || text[at] == '~')
    at++;
  next = cs_scan_spaces (text, at);
  if (!is_one_of (text, word_at (text, next), (const char *const[]){ "to", NULL }))
    return at;

  next = cs_scan_spaces (text, word_at (text, next).end);
  if (!g_ascii_isdigit (text[next]))
    return at;
  while (g_ascii_isdigit (text[next]) || (text[next] == '.' && g_ascii_isdigit (text[next + 1])))
    next++;

  return next;
}

/* Whether what stands at @at goes on from the number of a claim; an amount does not: "and 90-0% by
 * weight", "and 1 to 15 percent". */
static gboolean
may_follow_number (const char *text, gsize at)
{
  Word word;

  at = skip_range (text, at);
  if (text[cs_scan_spaces (text, at)] == '%')
    return FALSE;

  word = word_at (text, at);
  return word.end == word.start || is_one_of (text, word, following_words);
}

/* "3", "(3)", "3(a)", "3a" */
static gboolean
read_number (const char *text, gsize *at, guint *number)
{
  gsize i = cs_scan_spaces (text, *at);
  gboolean bracket = text[i] == '(';

  if (bracket)
    i = cs_scan_spaces (text, i + 1);
  if (!cs_scan_number (text, &i, CS_MAX_CLAIM_NUMBER, number))
    return FALSE;
  if (bracket)
    {
      if (text[i] != ')')
        return FALSE;
      i++;
    }
  else if (text[i] == '(' && is_letter (text[i + 1]) && text[i + 2] == ')')
    i += 3;
  if (is_letter (text[i]) && is_letter (text[i + 1]))
    return FALSE;
  if (is_letter (text[i]))
    i++;
  if (text[i] == '.' && g_ascii_isdigit (text[i + 1])) /* a decimal */
    return FALSE;

  *at = i;
  return TRUE;
}

static gsize
skip_anchor (const char *text, gsize at)
{
  static const char *const anchors[] = { "claim", "claims", NULL };
  Word word = word_at (text, at);

  return is_one_of (text, word, anchors) ? word.end : at;
}

/* Length from @at of "to", "through", "-"; 0 when it is none. */
static gsize
range_length (const char *text, gsize at)
{
  static const char *const words[] = { "to", "through", "thru", NULL };
  gsize i = cs_scan_spaces (text, at);
  Word word = word_at (text, i);

  if (is_one_of (text, word, words))
    return word.end - at;
  if (text[i] != '-' && text[i] != '~')
    return 0;
  while (text[i] == '-' || text[i] == '~')
    i++;

  return i - at;
}

static const CsRefGrammar grammar = { read_number, range_length, skip_anchor };

/* ", and", "or", ";", "and/or" behind a number. Returns where it ends, @at when there is none. */
static gsize
read_separator (const char *text, gsize at, CsRefDraft *group)
{
  gsize i = cs_scan_spaces (text, at);
  gboolean mark = text[i] == ',' || text[i] == ';' || text[i] == '/';
  Word word;

  if (mark)
    {
      group->choice |= text[i] == '/';
      i++;
    }

  word = word_at (text, i);
  if (is_one_of (text, word, (const char *const[]){ "and", NULL }))
    {
      /* "1 and/or 2" joins: it is not a choice of one */
      group->joined = TRUE;
      return g_str_has_prefix (text + word.end, "/or") ? word.end + strlen ("/or") : word.end;
    }
  if (is_one_of (text, word, (const char *const[]){ "or", NULL }))
    {
      group->choice = TRUE;
      return word.end;
    }

  return mark ? i : at;
}

static gboolean
read_next (CsRefScanner *scanner, CsRefDraft *group, gsize *at)
{
  const char *text = scanner->text;
  CsRefDraft attempt = *group;
  gsize i = read_separator (text, *at, &attempt);
  gsize behind;
  guint number;

  if (i == *at)
    return FALSE;

  i = skip_anchor (text, i);
  behind = i;
  if (!read_number (text, &behind, &number) || !may_follow_number (text, behind))
    return FALSE;

  *group = attempt;
  *at = i;
  return cs_ref_read_range (scanner, &grammar, at);
}

/* Walks back over the words that introduce an anchor and takes down what they say. */
static void
read_lead (const char *text, CsRefDraft *group)
{
  gsize at = group->anchor;

  for (guint n = 0; n < LEAD_WORDS; n++)
    {
      Word word = word_before (text, at);

      if (word.start == word.end || !is_one_of (text, word, lead_words))
        break;
      group->choice |= is_one_of (text, word, choice_words);
      group->joined |= is_one_of (text, word, all_words);
      group->preceding |= is_one_of (text, word, preceding_words);
      at = word.start;
    }
  group->start = at;
}

static gboolean
is_anchor (const char *text, gsize at, Word *word)
{
  static const char *const anchors[] = { "claim", "claims", NULL };

  if (text[at] != 'c' || (at > 0 && (is_letter (text[at - 1]) || text[at - 1] == '-')))
    return FALSE;

  *word = word_at (text, at);
  return is_one_of (text, *word, anchors);
}

gsize
cs_ref_scan_english (CsRefScanner *scanner, gsize at)
{
  const char *text = scanner->text;
  CsRefDraft group;
  Word anchor;
  gsize end;

  if (!is_anchor (text, at, &anchor))
    return at;

  group = cs_ref_begin (scanner, at, at);
  read_lead (text, &group);
  end = anchor.end;
  if (cs_ref_read_range (scanner, &grammar, &end))
    {
      group.preceding = FALSE;
      while (read_next (scanner, &group, &end))
        ;
    }
  else if (group.preceding)
    cs_ref_add_preceding (scanner, group.start, end);
  else
    return end;

  group.end = end;
  cs_ref_finish (scanner, &group);
  return end;
}

/* "as claimed, wherein", "according to claim, wherein": no claim is named. */
CsRange
cs_ref_unreadable_english (const CsRefScanner *scanner)
{
  static const char *const phrases[] = {
    "as claimed", "as recited", "as defined in claim",
    "of claim", "according to claim", "as set forth in claim",
    NULL
  };
  const char *text = scanner->text;
  CsRange none = { 0, 0 };

  if (scanner->refs->groups->len > 0)
    return none;

  for (guint i = 0; phrases[i] != NULL; i++)
    {
      const char *found = strstr (text, phrases[i]);
      gsize start;
      gsize end;

      if (found == NULL || (found > text && is_letter (found[-1])))
        continue;
      start = found - text;
      end = start + strlen (phrases[i]);
      if (is_letter (text[end]) && text[end] != 's')
        continue;
      if (strchr (",;.", text[cs_scan_spaces (text, end)]) != NULL)
        return (CsRange){ scanner->folded->map[start], scanner->folded->map[end] };
    }

  return none;
}
