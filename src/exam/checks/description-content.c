#include <string.h>

#include "../../language/cs-lexicon.h"
#include "../../language/cs-scan.h"
#include "cs-checks.h"
#include "prose.h"

/* What a description must tell, as far as words show it: its field, the state of the art with its
 * drawbacks, the problem, the effect, an embodiment that says more than the claims. What is
 * missing is told, never that something is well said: that is for a person. The cues are data
 * (description-cues.zh.tsv, .en.tsv). Sources: Rules (2023) r. 20(1); Guidelines 2023 part 2 ch.
 * 2, 2.2; EPC r. 42(1); PCT r. 5.1; 37 CFR 1.73. */

const char *const cs_description_content_rules[] = { "no-field", "field-claim", "field-short",
                                                     "background-bare", "no-citation", "no-problem",
                                                     "no-effect", "thin",
                                                     "paragraph-number", "summary-apart",
                                                     "no-combination", "no-condition", NULL };

#define MIN_FIELD_CHARS 8   /* of a Chinese section on the field: 本发明涉及泵。 */
#define SHORT_BYTES 210     /* of a background: some 70 Chinese characters */
#define MIN_COMBINED 4      /* dependent claims of which one at least should build on another */
#define MIN_SUMMARY_WORDS 8 /* of claim 1: fewer say nothing of how much they share */
#define THIN_SHARE 25       /* per cent of the length of the claims */
#define SUMMARY_SHARE 20    /* per cent of them that a summary of the invention has */

/* What the description was seen to say. */
typedef struct
{
  CsExamContext *context;
  gsize n_bytes[CS_HEADING_OTHER + 1];
  gboolean field;
  gboolean drawback;
  gboolean cited;
  gboolean problem;
  gboolean effect;
  gboolean conditions;
  guint last_number;
  GHashTable *summary_words;
} Told;

/* --- reading --- */

static void
read_cue (const CsProse *prose, const CsLexiconHit *hit, Told *told)
{
  gboolean background = prose->heading == CS_HEADING_BACKGROUND;

  if (strcmp (hit->kind, "field") == 0)
    told->field = TRUE;
  else if (strcmp (hit->kind, "drawback") == 0)
    told->drawback |= background;
  else if (strcmp (hit->kind, "citation") == 0)
    told->cited |= prose->heading != CS_HEADING_CROSS_REFERENCE;
  else if (strcmp (hit->kind, "problem") == 0)
    told->problem = TRUE;
  else if (strcmp (hit->kind, "effect") == 0)
    told->effect = TRUE;
  else if (strcmp (hit->kind, "condition") == 0)
    {
      gsize start;

      told->conditions |= cs_prose_is_number_before (prose, hit->start, &start);
    }
}

/* Numbers that the writer typed follow each other; the one that does not is told. */
static void
read_number (const CsProse *prose, Told *told)
{
  const CsUnit *unit =
      cs_draft_get_unit (cs_exam_get_draft (prose->context), prose->part, prose->index);

  if (unit->number == 0)
    return;
  if (told->last_number != 0 && unit->number != told->last_number + 1)
    {
      CsReport *report = cs_exam_report (prose->context, "paragraph-number", CS_CERTAINTY_CERTAIN,
                                         (CsSpan){ prose->part, prose->index, 0, 0 });

      cs_report_set (report, "number", "%u", unit->number);
      cs_report_set (report, "expected", "%u", told->last_number + 1);
      cs_report_set_alike (report, "paragraph-number");
    }
  told->last_number = unit->number;
}

/* Words of four letters and more; calls @visit for each. */
static void
each_word (const char *text, void (*visit) (char *word, gpointer data), gpointer data)
{
  for (const char *at = text; *at != '\0';)
    {
      const char *end = at;

      while (g_ascii_isalpha (*end))
        end++;
      if (end - at >= 4)
        visit (g_strndup (at, MIN (end - at, 6)), data); /* more is inflection */
      at = end > at ? end : at + 1;
    }
}

static void
add_word (char *word, gpointer data)
{
  g_hash_table_add (data, word);
}

static void
read_unit (const CsProse *prose, gpointer data)
{
  CsLexiconHits listed = cs_prose_get_listed (prose, "description-cues");
  Told *told = data;

  for (guint i = 0; i < listed.n_hits; i++)
    read_cue (prose, &listed.hits[i], told);
  told->n_bytes[prose->heading] += prose->n_source;
  if (!prose->chinese && prose->heading == CS_HEADING_SUMMARY)
    each_word (prose->folded->text, add_word, told->summary_words);
  read_number (prose, told);
}

/* --- judging --- */

static CsSpan
section_span (const Told *told, CsHeading heading)
{
  const CsSection *section =
      cs_description_find_section (cs_exam_get_description (told->context), heading);
  CsSpan span = { CS_PART_DESCRIPTION, CS_NO_INDEX, 0, 0 };

  if (section != NULL && section->unit != CS_NO_INDEX)
    {
      span.index = section->unit;
      cs_draft_get_unit_text (cs_exam_get_draft (told->context), CS_PART_DESCRIPTION,
                              section->unit, &span.end);
    }

  return span;
}

static CsReport *
report (const Told *told, const char *rule, CsHeading heading)
{
  return cs_exam_report (told->context, rule, CS_CERTAINTY_POSSIBLE, section_span (told, heading));
}

static gboolean
has_section (const Told *told, CsHeading heading)
{
  return told->n_bytes[heading] > 0;
}

static void
judge_field (const Told *told)
{
  const CsSection *section =
      cs_description_find_section (cs_exam_get_description (told->context), CS_HEADING_FIELD);
  gsize n_bytes = told->n_bytes[CS_HEADING_FIELD];

  if (!told->field)
    report (told, "no-field", CS_HEADING_FIELD);
  if (section == NULL || n_bytes == 0)
    return;

  if (n_bytes < MIN_FIELD_CHARS * strlen ("域"))
    report (told, "field-short", CS_HEADING_FIELD);
  for (guint i = section->first; i < section->end; i++)
    {
      const CsFolded *folded = cs_exam_get_folded (told->context, CS_PART_DESCRIPTION, i);
      const char *found = strstr (folded->text, "其特征在于");
      gsize at = found == NULL ? 0 : found - folded->text;

      if (found != NULL)
        cs_exam_report (told->context, "field-claim", CS_CERTAINTY_CERTAIN,
                        (CsSpan){ CS_PART_DESCRIPTION, i, folded->map[at],
                                  folded->map[at + strlen ("其特征在于")] });
    }
}

static void
judge_background (const Told *told)
{
  if (!has_section (told, CS_HEADING_BACKGROUND))
    return;

  if (!told->drawback && !told->cited && told->n_bytes[CS_HEADING_BACKGROUND] < SHORT_BYTES)
    report (told, "background-bare", CS_HEADING_BACKGROUND);
  if (!told->cited)
    report (told, "no-citation", CS_HEADING_BACKGROUND);
}

static gsize
count_claims (const Told *told)
{
  const CsClaimSet *claims = cs_exam_get_claims (told->context);
  gsize n_bytes = 0;

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    n_bytes += cs_claim_set_get (claims, i)->n_bytes;

  return n_bytes;
}

/* An embodiment that is much shorter than the claims cannot say more than they do. */
static void
judge_embodiments (const Told *told)
{
  gsize n_bytes = told->n_bytes[CS_HEADING_EMBODIMENTS];

  if (n_bytes > 0 && n_bytes * 100 < count_claims (told) * THIN_SHARE)
    report (told, "thin", CS_HEADING_EMBODIMENTS);
}

typedef struct
{
  const Told *told;
  guint n;
  guint n_shared;
} Share;

static void
compare_word (char *word, gpointer data)
{
  Share *share = data;

  share->n++;
  share->n_shared += g_hash_table_contains (share->told->summary_words, word);
  g_free (word);
}

static void
judge_summary (const Told *told)
{
  const CsClaimSet *claims = cs_exam_get_claims (told->context);
  Share share = { told, 0, 0 };
  const CsFolded *folded;

  if (!has_section (told, CS_HEADING_SUMMARY) || cs_claim_set_get_n_claims (claims) == 0)
    return;

  folded = cs_exam_get_folded (told->context, CS_PART_CLAIMS, 0);
  each_word (folded->text, compare_word, &share);
  if (share.n >= MIN_SUMMARY_WORDS && share.n_shared * 100 < share.n * SUMMARY_SHARE)
    report (told, "summary-apart", CS_HEADING_SUMMARY);
}

/* Every dependent claim goes back to an independent one alone: no combination of two of them is
 * disclosed by the claims. */
static void
judge_combinations (const Told *told)
{
  const CsClaimSet *claims = cs_exam_get_claims (told->context);
  guint n_dependent = 0;
  guint last = CS_NO_INDEX;

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    {
      const CsClaim *claim = cs_claim_set_get (claims, i);

      if (claim->broken != CS_NO_INDEX)
        return;
      if (!claim->dependent)
        continue;
      for (guint k = 0; k < claim->depends->len; k++)
        if (cs_claim_set_get (claims, g_array_index (claim->depends, guint, k))->dependent)
          return;
      n_dependent++;
      last = i;
    }
  if (n_dependent >= MIN_COMBINED)
    cs_exam_report (told->context, "no-combination", CS_CERTAINTY_CERTAIN,
                    (CsSpan){ CS_PART_CLAIMS, last, 0, 0 });
}

/* A claim that heats or calcines, and a description without a temperature or a time. */
static void
judge_conditions (const Told *told)
{
  static const char *const steps[] = { "煅烧", "加热", "烧结", "退火", "干燥", "固化", "搅拌", "反应", NULL };
  const CsClaimSet *claims = cs_exam_get_claims (told->context);

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims) && !told->conditions; i++)
    {
      const CsClaim *claim = cs_claim_set_get (claims, i);
      const CsFolded *folded = cs_exam_get_folded (told->context, CS_PART_CLAIMS, i);
      guint n = 0;

      for (guint k = 0; steps[k] != NULL; k++)
        n += strstr (folded->text, steps[k]) != NULL;
      if (claim->category == CS_CATEGORY_METHOD && !claim->dependent && n >= 2)
        {
          cs_exam_report (told->context, "no-condition", CS_CERTAINTY_POSSIBLE,
                          (CsSpan){ CS_PART_CLAIMS, i, claim->subject.start, claim->subject.end });
          return;
        }
    }
}

void
cs_check_description_content (CsExamContext *context, const CsClaim *unused)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Told told = { .context = context, .summary_words = words };

  if (cs_draft_get_n_units (cs_exam_get_draft (context), CS_PART_DESCRIPTION) == 0)
    {
      cs_exam_skip (context, NULL, "no-description", CS_NO_INDEX);
      return;
    }

  cs_prose_walk (context, CS_PROSE_DESCRIPTION, read_unit, &told);
  judge_field (&told);
  judge_background (&told);
  if (!told.problem)
    report (&told, "no-problem", CS_HEADING_SUMMARY);
  if (!told.effect)
    report (&told, "no-effect", CS_HEADING_SUMMARY);
  judge_embodiments (&told);
  judge_combinations (&told);
  if (g_str_equal (cs_exam_get_draft (context)->language, "zh"))
    judge_conditions (&told);
  else
    judge_summary (&told);
}
