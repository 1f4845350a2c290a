#pragma once

/**
 * CsEvidenceKind:
 *
 * What is shown beside a question, so that whoever answers need not look for it. Those from
 * %CS_EVIDENCE_FIELD on are sections of the description; %CS_EVIDENCE_CUES are the words that a
 * trigger found, %CS_EVIDENCE_FINDINGS what the item's own check found.
 */
typedef enum
{
  CS_EVIDENCE_TITLE,
  CS_EVIDENCE_ABSTRACT,
  CS_EVIDENCE_CLAIM_1,
  CS_EVIDENCE_INDEPENDENTS,
  CS_EVIDENCE_CUES,
  CS_EVIDENCE_FINDINGS,
  CS_EVIDENCE_PROBLEM,
  CS_EVIDENCE_EFFECTS,
  CS_EVIDENCE_FIELD,
  CS_EVIDENCE_BACKGROUND,
  CS_EVIDENCE_SUMMARY,
  CS_EVIDENCE_FIGURES,
  CS_EVIDENCE_EMBODIMENTS,
  CS_N_EVIDENCE_KINDS
} CsEvidenceKind;
