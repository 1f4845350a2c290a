#include <string.h>

#include "../../language/cs-lexicon.h"
#include "../../language/cs-scan.h"
#include "cs-checks.h"
#include "prose.h"

/* Sequences of nucleotides and amino acids, and deposits of biological material: what must be said
 * when they are there. Ten nucleotides or four amino acids make a sequence of which a listing
 * (WIPO ST.26) is required. Sources: Rules (2023) r. 20(4), 27; 37 CFR 1.831(b), 1.77(b)(5); EPC
 * r. 30, 31; PCT r. 5.2, 13bis. */

const char *const cs_sequences_rules[] = { "no-identifier", "no-listing", "deposit-date",
                                           "deposit-address", "deposit-name", NULL };

#define MIN_BASES 10
#define MIN_RESIDUES 4

/* What the draft says of them as a whole. */
typedef struct
{
  CsSpan sequence; /* first one or its first number; index CS_NO_INDEX when there is none */
  gboolean listed; /* a listing is spoken of */
  CsSpan deposit;
  char *depositary;
  gboolean dated;
  gboolean addressed;
  gboolean named;
} Said;

/* --- sequences --- */

static gsize
scan_bases (const char *text, gsize at)
{
  gsize end = at;
  guint n = 0;
  gboolean mixed = FALSE;

  for (; text[end] != '\0'; end++)
    if (strchr ("acgtu", text[end]) != NULL)
      {
        mixed |= text[end] != text[at];
        n++;
      }
    else if (text[end] != ' ' && text[end] != '-')
      break;
    else if (n < 3 || strchr ("acgtu", text[end + 1]) == NULL || text[end + 1] == '\0')
      break;

  return n >= MIN_BASES && mixed && !g_ascii_isalnum (text[end]) ? end : at;
}

static gsize
scan_residues (const char *text, gsize at)
{
  static const char *const residues[] = { "ala", "arg", "asn", "asp", "cys", "gln", "glu",
                                          "gly", "his", "ile", "leu", "lys", "met", "phe",
                                          "pro", "ser", "thr", "trp", "tyr", "val", NULL };
  guint n = 0;

  for (gsize end = at;; n++)
    {
      gsize length = cs_scan_any (text, end, residues);

      if (length == 0 || g_ascii_isalpha (text[end + length]))
        {
          if (length > 0 && cs_scan_any (text, end + length, residues) > 0)
            {
              end += length;
              continue;
            }
          return n >= MIN_RESIDUES && !g_ascii_isalpha (text[end]) ? end : at;
        }
      end += length;
      if (text[end] == '-' || text[end] == ' ')
        {
          if (cs_scan_any (text, end + 1, residues) == 0)
            return n + 1 >= MIN_RESIDUES ? end : at;
          end++;
        }
    }
}

/* Written as one writes sequences: all capitals, or all small; residues with a capital each. */
static gboolean
is_written_so (const CsProse *prose, gsize start, gsize end)
{
  guint n_upper = 0;
  guint n_lower = 0;

  for (gsize at = start; at < end; at++)
    {
      char c = *cs_prose_source (prose, at);

      n_upper += g_ascii_isupper (c);
      n_lower += g_ascii_islower (c);
    }

  return n_upper == 0 || n_lower == 0 || n_lower == 2 * n_upper;
}

static void
note_sequence (const CsProse *prose, Said *said, gsize start, gsize end)
{
  if (said->sequence.index == CS_NO_INDEX)
    said->sequence = cs_prose_span (prose, start, end);
}

static void
read_sequence (const CsProse *prose, Said *said, gboolean numbered, gsize *at)
{
  const char *text = prose->folded->text;
  gsize end = scan_bases (text, *at);

  if (end == *at)
    end = scan_residues (text, *at);
  if (end == *at || !is_written_so (prose, *at, end))
    {
      while (g_ascii_isalnum (text[*at]))
        (*at)++;
      return;
    }

  cs_prose_note (prose);
  note_sequence (prose, said, *at, end);
  if (!numbered)
    cs_report_set_alike (
        cs_prose_report (prose, "no-identifier", CS_CERTAINTY_LIKELY, *at, end), "no-identifier");
  *at = end;
}

/* --- deposits --- */

static void
read_deposit (const CsProse *prose, Said *said, const CsLexiconHits *listed)
{
  const char *text = prose->folded->text;
  const CsLexiconHit *depositary = NULL;
  gboolean deposited = FALSE;

  for (guint i = 0; i < listed->n_hits; i++)
    {
      const CsLexiconHit *hit = &listed->hits[i];

      if (strcmp (hit->kind, "depositary") == 0 && depositary == NULL &&
          strpbrk (text + hit->end, "0123456789") != NULL)
        depositary = hit;
      else if (strcmp (hit->kind, "deposited") == 0)
        deposited = TRUE;
    }
  if (!deposited)
    return;

  for (guint i = 0; i < listed->n_hits; i++)
    {
      const CsLexiconHit *hit = &listed->hits[i];
      gsize start;

      said->dated |= strcmp (hit->kind, "date") == 0 &&
                     (!prose->chinese || cs_prose_is_number_before (prose, hit->start, &start));
      said->addressed |= strcmp (hit->kind, "address") == 0;
      said->named |= strcmp (hit->kind, "name") == 0;
    }
  if (depositary != NULL && said->deposit.index == CS_NO_INDEX)
    {
      said->deposit = cs_prose_span (prose, depositary->start, depositary->end);
      said->depositary = cs_prose_dup (prose, depositary->start, depositary->end);
    }
}

static void
read_unit (const CsProse *prose, gpointer data)
{
  const char *text = prose->folded->text;
  CsLexiconHits listed = cs_prose_get_listed (prose, "biology");
  Said *said = data;
  gboolean numbered = FALSE;

  if (listed.n_hits > 0)
    cs_prose_note (prose);
  for (guint i = 0; i < listed.n_hits; i++)
    {
      const CsLexiconHit *hit = &listed.hits[i];

      said->listed |= strcmp (hit->kind, "listing") == 0;
      if (strcmp (hit->kind, "identifier") == 0)
        {
          numbered = TRUE;
          note_sequence (prose, said, hit->start, hit->end);
        }
    }
  read_deposit (prose, said, &listed);

  for (gsize at = 0; at < prose->folded->n_bytes;)
    if (g_ascii_isalpha (text[at]))
      read_sequence (prose, said, numbered, &at);
    else
      at += g_utf8_skip[(guchar)text[at]];
}

static void
report_deposit (CsExamContext *context, const Said *said)
{
  const struct
  {
    const char *rule;
    gboolean there;
  } parts[] = {
    { "deposit-date", said->dated },
    { "deposit-address", said->addressed },
    { "deposit-name", said->named },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!parts[i].there)
      cs_report_set (cs_exam_report (context, parts[i].rule, CS_CERTAINTY_LIKELY, said->deposit),
                     "depositary", "%s", said->depositary);
}

void
cs_check_sequences (CsExamContext *context, const CsClaim *unused)
{
  const CsDescription *description = cs_exam_get_description (context);
  Said said = { .sequence.index = CS_NO_INDEX, .deposit.index = CS_NO_INDEX };
  g_autofree char *depositary = NULL;

  cs_prose_walk_noted (context, CS_PROSE_CLAIMS | CS_PROSE_DESCRIPTION, CS_PROSE_SEQUENCES,
                       read_unit, &said);
  depositary = said.depositary;
  said.listed |= cs_description_find_section (description, CS_HEADING_SEQUENCE_LISTING) != NULL ||
                 cs_description_find_section (description, CS_HEADING_SEQUENCE_REFERENCE) != NULL;

  if (cs_draft_get_n_units (cs_exam_get_draft (context), CS_PART_DESCRIPTION) == 0)
    cs_exam_skip (context, NULL, "no-description", CS_NO_INDEX);
  else if (said.sequence.index != CS_NO_INDEX && !said.listed)
    cs_exam_report (context, "no-listing", CS_CERTAINTY_LIKELY, said.sequence);
  if (said.deposit.index != CS_NO_INDEX)
    report_deposit (context, &said);
}
