#pragma once

#include "../cs-check.h"

G_BEGIN_DECLS

/* What checks of words share: a walk over the texts of a draft, unit by unit, in their folded form,
 * and the way back to the source. Within this folder alone. */

/** CsProseParts: which texts to walk over */
typedef enum
{
  CS_PROSE_TITLE = 1 << CS_PART_TITLE,
  CS_PROSE_ABSTRACT = 1 << CS_PART_ABSTRACT,
  CS_PROSE_CLAIMS = 1 << CS_PART_CLAIMS,
  CS_PROSE_DESCRIPTION = 1 << CS_PART_DESCRIPTION,
  CS_PROSE_ALL = CS_PROSE_TITLE | CS_PROSE_ABSTRACT | CS_PROSE_CLAIMS | CS_PROSE_DESCRIPTION
} CsProseParts;

/** CsProseTopic: of what most units have nothing, and are not walked over again */
typedef enum
{
  CS_PROSE_CITATIONS,
  CS_PROSE_PLACEHOLDERS,
  CS_PROSE_SEQUENCES,
  CS_PROSE_TYPOS,
  CS_PROSE_UNITS,
  CS_PROSE_N_TOPICS
} CsProseTopic;

/**
 * CsProse:
 * @context: whose check it is
 * @part: which text
 * @index: its unit
 * @source: (array length=n_source): the unit as it stands
 * @n_source: its length
 * @folded: the same, folded, lower case
 * @chinese: whether the draft is Chinese
 * @heading: heading of the section that a paragraph of the description is in, else
 *   %CS_HEADING_NONE
 * @noted: something was found in the unit: see cs_prose_note()
 */
typedef struct
{
  CsExamContext *context;
  CsPart part;
  guint index;
  const char *source;
  gsize n_source;
  const CsFolded *folded;
  gboolean chinese;
  CsHeading heading;
  gboolean *noted;
} CsProse;

/** CsProseVisit: is called with each unit */
typedef void (*CsProseVisit) (const CsProse *prose,
                              gpointer data);

/** cs_prose_walk: calls @visit for each unit of @parts: title, abstract, claims, description;
 *  headings of the description are left out */
void cs_prose_walk (CsExamContext *context,
                    CsProseParts parts,
                    CsProseVisit visit,
                    gpointer data);

/**
 * cs_prose_walk_noted:
 * @context: whose check it is
 * @parts: which texts to walk over
 * @topic: what @visit looks for
 * @visit: what it finds follows from the text of the unit, its part and the language alone; where
 *   it finds anything, or asks for anything else, it calls cs_prose_note()
 * @data: for @visit
 *
 * As cs_prose_walk(), but leaves out the units in which nothing was found before, in this draft or
 * in one of which it took over the unit.
 */
void cs_prose_walk_noted (CsExamContext *context,
                          CsProseParts parts,
                          CsProseTopic topic,
                          CsProseVisit visit,
                          gpointer data);

/** cs_prose_note: says that the unit must be visited the next time too; cs_prose_report() does */
void cs_prose_note (const CsProse *prose);

/** cs_prose_get_listed: Returns: (transfer none): the words of @list in the unit, in the folded
 *  text: see cs_reading_get_listed() */
CsLexiconHits cs_prose_get_listed (const CsProse *prose,
                                   const char *list);

/** cs_prose_span: Returns: bytes @start to @end of the folded text as a place in the draft */
CsSpan cs_prose_span (const CsProse *prose,
                      gsize start,
                      gsize end);

/** cs_prose_report: reports bytes @start to @end of the folded text as cs_exam_report() does */
CsReport *cs_prose_report (const CsProse *prose,
                           const char *rule,
                           CsCertainty certainty,
                           gsize start,
                           gsize end);

/** cs_prose_source: Returns: (transfer none): the source from byte @at of the folded text on, not
 *  NUL-terminated */
const char *cs_prose_source (const CsProse *prose,
                             gsize at);

/** cs_prose_dup: Returns: (transfer full): the source of bytes @start to @end of the folded text */
char *cs_prose_dup (const CsProse *prose,
                    gsize start,
                    gsize end);

/** cs_prose_is_han: Returns: whether a Chinese character stands at @at */
gboolean cs_prose_is_han (const CsProse *prose,
                          gsize at);

/** cs_prose_is_han_before: Returns: whether a Chinese character stands before @at */
gboolean cs_prose_is_han_before (const CsProse *prose,
                                 gsize at);

/** cs_prose_is_number_before: Returns: whether digits stand before @at, with a space, a hyphen or
 *  nothing between; @start is then the first byte of the number */
gboolean cs_prose_is_number_before (const CsProse *prose,
                                    gsize at,
                                    gsize *start);

G_END_DECLS
