#include <string.h>

#include "../language/cs-scan.h"
#include "cs-claim-parse.h"
#include "cs-subject.h"

/* The form of English claims: [article] subject [reference], transition features. */

typedef struct
{
  const char *words;
  CsTransition kind;
} TransitionWords;

#define MAX_PLACE_BYTES 600 /* "In a …," is no longer */

/* MPEP 2111.03. The longer ones first. */
static const TransitionWords transitions[] = {
  { "consisting essentially of", CS_TRANSITION_PARTLY },
  { "consists essentially of", CS_TRANSITION_PARTLY },
  { "consisting of", CS_TRANSITION_CLOSED },
  { "consists of", CS_TRANSITION_CLOSED },
  { "composed of", CS_TRANSITION_CLOSED },
  { "characterized in that", CS_TRANSITION_TWO_PART },
  { "characterised in that", CS_TRANSITION_TWO_PART },
  { "characterized by", CS_TRANSITION_TWO_PART },
  { "characterised by", CS_TRANSITION_TWO_PART },
  { "comprising", CS_TRANSITION_OPEN },
  { "comprises", CS_TRANSITION_OPEN },
  { "comprise", CS_TRANSITION_OPEN },
  { "including", CS_TRANSITION_OPEN },
  { "includes", CS_TRANSITION_OPEN },
  { "containing", CS_TRANSITION_OPEN },
  { "wherein", CS_TRANSITION_TWO_PART },
  { "in which", CS_TRANSITION_TWO_PART },
  { "having", CS_TRANSITION_OPEN },
  { "has", CS_TRANSITION_OPEN },
};

static gboolean
is_word_start (const char *text, gsize at)
{
  return g_ascii_isalpha (text[at]) && (at == 0 || !g_ascii_isalnum (text[at - 1]));
}

/* The transition words at @at, NULL when none stand there. */
static const TransitionWords *
transition_at (const char *text, gsize at)
{
  if (!is_word_start (text, at))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (transitions); i++)
    {
      gsize length = strlen (transitions[i].words);

      if (strncmp (text + at, transitions[i].words, length) == 0 &&
          !g_ascii_isalnum (text[at + length]))
        return &transitions[i];
    }

  return NULL;
}

static const TransitionWords *
find_transition (const char *text, gsize at, gsize end, gsize *found)
{
  for (; at < end; at++)
    {
      const TransitionWords *transition = transition_at (text, at);

      if (transition != NULL)
        {
          *found = at;
          return transition;
        }
    }

  *found = end;
  return NULL;
}

/* "Within a phone, a method of …": where the subject begins behind the place, @at when the claim
 * does not open with one. */
static gsize
skip_place (const char *text, gsize at)
{
  static const char *const places[] = { "in a ", "in an ", "in the ", "within a ", "within an ",
                                        "for a ", "for use in ", "at a ", NULL };
  static const char *const methods[] = { ", a method", ", the method", ", a process",
                                         ", an improve", ", the improve", NULL };
  static const char *const subjects[] = { ", a ", ", an ", ", the ", NULL };
  gsize found = at;

  if (cs_scan_any (text, at, places) == 0)
    return at;

  /* "In an engine having a pump, a valve, a method …": the place may list its own parts */
  for (gsize i = at; strchr (":;\n", text[i]) == NULL && i - at < MAX_PLACE_BYTES; i++)
    if (cs_scan_any (text, i, methods) > 0)
      return i + strlen (", ");
    else if (found == at && cs_scan_any (text, i, subjects) > 0)
      found = i + strlen (", ");

  return found;
}

/* First byte of the noun phrase at the head of the claim. */
static gsize
skip_article (const char *text)
{
  static const char *const articles[] = { "one or more ", "at least one ", "i claim ", "we claim ",
                                          "in a ", "in an ", "an ", "a ", "the ", "said ", NULL };
  gsize at = skip_place (text, cs_scan_spaces (text, 0));
  gsize length;

  while ((length = cs_scan_any (text, at, articles)) > 0)
    at = cs_scan_spaces (text, at + length);

  return at;
}

/* "An isolated, mutant polymerase": the comma at @comma only parts two adjectives. */
static gboolean
parts_adjectives (const char *text, gsize start, gsize comma)
{
  static const char *const others[] = { "a ", "an ", "the ", "said ", "which ", "that ", "whose ",
                                        "each ", "for ", "with ", "wherein ", NULL };
  g_autofree char *word = g_strndup (text + start, comma - start);
  gsize next = cs_scan_spaces (text, comma + 1);

  return strlen (word) > 5 && strchr (word, ' ') == NULL &&
         (g_str_has_suffix (word, "ed") || g_str_has_suffix (word, "ble")) &&
         cs_scan_any (text, next, others) == 0;
}

static gsize
find_subject_end (const char *text, gsize start, gsize end)
{
  gsize transition;
  gsize stop = start;

  find_transition (text, start, end, &transition);
  while (stop < transition && (strchr (",;:\n", text[stop]) == NULL ||
                               (text[stop] == ',' && stop + 2 < transition &&
                                parts_adjectives (text, start, stop))))
    stop++;

  return stop;
}

static CsCategory
category_of (const char *subject)
{
  g_autofree char *head = cs_subject_dup_head (subject);

  if (g_str_equal (head, "method") || g_str_equal (head, "process") ||
      g_str_equal (head, "procedure"))
    return CS_CATEGORY_METHOD;
  if (g_str_equal (head, "use"))
    return CS_CATEGORY_USE;
  if (*head == '\0' || g_str_equal (head, "invention") || g_str_equal (head, "improvement") ||
      g_str_equal (head, "technique"))
    return CS_CATEGORY_UNKNOWN;

  return CS_CATEGORY_PRODUCT;
}

/* Index of the first group when nothing but a subject stands before it, -1 otherwise. */
static int
find_head_group (const CsClaim *claim, const CsClaimParse *parse, gsize start)
{
  const char *text = parse->folded->text;
  gsize group;
  gsize transition;

  if (claim->refs->groups->len == 0)
    return -1;

  group = cs_folded_find (parse->folded,
                          g_array_index (claim->refs->groups, CsRefGroup, 0).start);
  find_transition (text, start, group, &transition);
  if (transition < group)
    return -1;
  for (gsize at = start; at < group; at++)
    if (text[at] == ';' || text[at] == ':' ||
        (text[at] == ',' && cs_scan_spaces (text, at + 1) < group))
      return -1;

  return 0;
}

void
cs_claim_parse_english (CsClaim *claim, CsClaimParse *parse)
{
  static const char *const cuts[] = { ", wherein", ", whereby", ", in which", NULL };
  const CsFolded *folded = parse->folded;
  gsize start = skip_article (folded->text);
  gsize end;
  gsize behind;
  gsize found;
  const TransitionWords *transition;
  g_autofree char *subject = NULL;

  parse->head = find_head_group (claim, parse, start);
  if (parse->head >= 0)
    {
      const CsRefGroup *group = &g_array_index (claim->refs->groups, CsRefGroup, 0);

      end = MAX (start, cs_folded_find (folded, group->start));
      behind = MAX (end, cs_folded_find (folded, group->end));
      claim->reference = cs_claim_parse_range (folded, end, behind);
      while (end > start && strchr (" ,\n", folded->text[end - 1]) != NULL)
        end--;
    }
  else
    {
      end = find_subject_end (folded->text, start, folded->n_bytes);
      behind = end;
    }

  subject = g_strndup (folded->text + start, end - start);
  parse->linked = cs_subject_is_linked (subject);
  claim->subject = cs_claim_parse_range (folded, start, end);
  claim->category = category_of (subject);

  transition = find_transition (folded->text, behind, folded->n_bytes, &found);
  claim->preamble = cs_claim_parse_range (folded, 0, found);
  claim->transition_kind = transition == NULL ? CS_TRANSITION_NONE : transition->kind;
  if (transition != NULL)
    {
      behind = found + strlen (transition->words);
      claim->transition = cs_claim_parse_range (folded, found, behind);
    }
  cs_claim_parse_features (claim, folded, behind, folded->n_bytes, cuts);
}

/* "A method of making the device of claim 1" claims a method and speaks of a device: its head noun
 * is not that of claim 1, so it only quotes. MPEP 608.01(n) III. */
gboolean
cs_claim_depends_english (const CsClaim *claim, const CsClaimParse *parse, const CsClaim *parent)
{
  g_autofree char *subject = NULL;
  g_autofree char *base = NULL;
  g_autofree char *head = NULL;
  g_autofree char *base_head = NULL;

  if (claim->category == CS_CATEGORY_USE && parent->category != CS_CATEGORY_USE)
    return FALSE;
  if (!parse->linked)
    return TRUE;

  subject = cs_claim_dup_range (claim, claim->subject);
  base = cs_claim_dup_range (parent, parent->subject);
  head = cs_subject_dup_head (subject);
  base_head = cs_subject_dup_head (base);

  return g_str_equal (head, base_head);
}
