#pragma once

#include "../../exam/cs-finding-view.h"

G_BEGIN_DECLS

/* What lists say of findings. No GTK in it. @language is "zh" or "en" throughout. */

/**
 * CsExcerpt:
 * @place: "Claim 6", "Abstract"
 * @text: the marked words among their neighbours on one line; empty when there are none
 * @mark_start: first byte of the marked words in @text
 * @mark_end: one past their last; equal to @mark_start when nothing is marked
 */
typedef struct
{
  char *place;
  char *text;
  gsize mark_start;
  gsize mark_end;
} CsExcerpt;

/** cs_excerpt_init: @excerpt: (out): what @entry marks, with about @n_chars around it */
void cs_excerpt_init (CsExcerpt *excerpt,
                      const CsFindingView *view,
                      const CsFindingEntry *entry,
                      guint n_chars,
                      const char *language);

/** cs_excerpt_clear: frees what @excerpt holds */
void cs_excerpt_clear (CsExcerpt *excerpt);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CsExcerpt, cs_excerpt_clear)

/** cs_finding_group_dup_clauses: Returns: (transfer full): the main clause of each of its items,
 * those that nobody has verified marked so */
char *cs_finding_group_dup_clauses (const CsFindingGroup *group,
                                    const char *language);

/** cs_finding_entry_dup_source: Returns: (transfer full): ids of the items that raise it, and the
 * other clauses of the first */
char *cs_finding_entry_dup_source (const CsFindingEntry *entry,
                                   const char *language);

/** cs_legal_basis_dup_marked: Returns: (transfer full): the citation, marked when not verified */
char *cs_legal_basis_dup_marked (const CsLegalBasis *basis,
                                 const char *language);

/** cs_decision_dup_words: Returns: (transfer full): "Waived · reason · author, 2026-05-31",
 * translated */
char *cs_decision_dup_words (const CsDecision *decision);

/** cs_finding_entry_dup_name: Returns: (transfer full): "claim 6, error: missing antecedent
 * basis", for a screen reader */
char *cs_finding_entry_dup_name (const CsFindingEntry *entry,
                                 const CsFindingView *view,
                                 const char *language);

G_END_DECLS
