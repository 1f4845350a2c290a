#include <string.h>

#include "cs-evidence.h"
#include "cs-exam-run.h"

/* What is shown of a section: enough to judge by, not all of an embodiment. */
#define MAX_PARAGRAPHS 6

#define SUM_DIGITS 16

const char *
cs_evidence_kind_get_name (CsEvidenceKind kind)
{
  static const char *const names[CS_N_EVIDENCE_KINDS] = {
    "title", "abstract", "claim-1", "independents", "cues", "findings", "problem", "effects",
    "field", "background", "summary", "figures", "embodiments"
  };

  g_return_val_if_fail (kind < CS_N_EVIDENCE_KINDS, "");

  return names[kind];
}

static void
add_unit (GArray *places, const CsDraft *draft, CsPart part, guint index)
{
  CsSpan span = { part, index };

  cs_draft_get_unit_text (draft, part, index, &span.end);
  g_array_append_val (places, span);
}

static void
add_part (GArray *places, const CsDraft *draft, CsPart part)
{
  for (guint i = 0; i < MIN (cs_draft_get_n_units (draft, part), MAX_PARAGRAPHS); i++)
    add_unit (places, draft, part, i);
}

static void
add_independents (GArray *places, const CsExamResult *result)
{
  for (guint i = 0; i < cs_claim_set_get_n_claims (result->claims); i++)
    {
      const CsClaim *claim = cs_claim_set_get (result->claims, i);

      if (!claim->dependent && !claim->cancelled)
        add_unit (places, result->draft, CS_PART_CLAIMS, i);
    }
}

static void
add_cues (GArray *places, const CsItem *item, const CsExamResult *result)
{
  for (guint i = 0; i < result->cues->len; i++)
    {
      const CsCue *cue = &g_array_index (result->cues, CsCue, i);

      for (guint k = 0; k < item->triggers->len; k++)
        if (cs_trigger_takes (&g_array_index (item->triggers, CsTrigger, k), cue))
          {
            g_array_append_val (places, cue->where);
            break;
          }
    }
}

static void
add_findings (GArray *places, const CsItem *item, const CsExamResult *result)
{
  for (guint i = 0; i < result->findings->len; i++)
    {
      const CsFinding *finding = &g_array_index (result->findings, CsFinding, i);

      if (finding->item == item && strcmp (finding->report->rule, CS_RULE_ANSWERED_NO) != 0)
        g_array_append_val (places, finding->report->where);
    }
}

/* Paragraphs of the description in which a word of the class @kind stands. */
static void
add_told (GArray *places, const CsExamResult *result, const char *kind)
{
  guint last = CS_NO_INDEX;

  for (guint i = 0; i < result->cues->len; i++)
    {
      const CsCue *cue = &g_array_index (result->cues, CsCue, i);

      if (cue->where.part != CS_PART_DESCRIPTION || cue->where.index == last ||
          strcmp (cue->kind, kind) != 0)
        continue;
      last = cue->where.index;
      add_unit (places, result->draft, CS_PART_DESCRIPTION, last);
    }
}

static void
add_section (GArray *places, const CsExamResult *result, CsHeading heading)
{
  const CsSection *section = cs_description_find_section (result->description, heading);

  if (section == NULL)
    return;
  for (guint i = section->first; i < MIN (section->end, section->first + MAX_PARAGRAPHS); i++)
    add_unit (places, result->draft, CS_PART_DESCRIPTION, i);
}

static void
add_kind (GArray *places, CsEvidenceKind kind, const CsItem *item, const CsExamResult *result)
{
  static const CsHeading headings[] = { CS_HEADING_FIELD, CS_HEADING_BACKGROUND,
                                        CS_HEADING_SUMMARY, CS_HEADING_FIGURES,
                                        CS_HEADING_EMBODIMENTS };

  if (kind >= CS_EVIDENCE_FIELD)
    add_section (places, result, headings[kind - CS_EVIDENCE_FIELD]);
  else if (kind == CS_EVIDENCE_TITLE)
    add_part (places, result->draft, CS_PART_TITLE);
  else if (kind == CS_EVIDENCE_ABSTRACT)
    add_part (places, result->draft, CS_PART_ABSTRACT);
  else if (kind == CS_EVIDENCE_CLAIM_1 && cs_claim_set_get_n_claims (result->claims) > 0)
    add_unit (places, result->draft, CS_PART_CLAIMS, 0);
  else if (kind == CS_EVIDENCE_INDEPENDENTS)
    add_independents (places, result);
  else if (kind == CS_EVIDENCE_CUES)
    add_cues (places, item, result);
  else if (kind == CS_EVIDENCE_FINDINGS)
    add_findings (places, item, result);
  else if (kind == CS_EVIDENCE_PROBLEM)
    add_told (places, result, "problem");
  else if (kind == CS_EVIDENCE_EFFECTS)
    add_told (places, result, "effects");
}

GArray *
cs_evidence_collect (const CsItem *item, const CsExamResult *result)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (CsSpan));

  for (guint i = 0; i < item->evidence->len; i++)
    add_kind (places, g_array_index (item->evidence, CsEvidenceKind, i), item, result);

  return places;
}

/* --- what an answer holds for --- */

static void
add_to_sum (GChecksum *sum, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      g_checksum_update (sum, (const guchar *)at, 1);
}

/* Adds what the program found for the same question: an answer settles that, and nothing else.
 * Returns: whether it found anything */
static gboolean
add_hints (GChecksum *sum, const CsItem *item, const CsExamResult *result)
{
  gboolean found = FALSE;

  for (guint i = 0; item->check != NULL && i < result->findings->len; i++)
    {
      const CsFinding *finding = &g_array_index (result->findings, CsFinding, i);

      if (finding->item != item || strcmp (finding->report->rule, CS_RULE_ANSWERED_NO) == 0)
        continue;
      add_to_sum (sum, finding->fingerprint);
      found = TRUE;
    }

  return found;
}

char *
cs_exam_dup_evidence_sum (const CsExamResult *result, const CsItemResult *item)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GArray) places = cs_evidence_collect (item->item, result);

  add_to_sum (sum, cs_words_get (&item->item->question, "en"));
  for (guint i = 0; i < places->len; i++)
    {
      g_autofree char *text =
          cs_draft_dup_span_text (result->draft, &g_array_index (places, CsSpan, i));

      g_checksum_update (sum, (const guchar *)"\n", 1);
      add_to_sum (sum, text);
    }
  if (!add_hints (sum, item->item, result) && places->len == 0)
    return g_strdup ("");

  return g_strndup (g_checksum_get_string (sum), SUM_DIGITS);
}
