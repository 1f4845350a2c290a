#pragma once

#include "cs-terms-zh-judge.h"

G_BEGIN_DECLS

/* The analysis of Chinese terms under way: shared by its files, for nobody else. */

/**
 * CsZhName:
 * @place: a character where it stands
 * @length: characters
 * @term: index of its term
 *
 * A name that is known.
 */
typedef struct
{
  guint place;
  guint length;
  guint term;
} CsZhName;

/**
 * CsZhAnalysis:
 * @scan: what to read, and where what is found goes
 * @text: all claims
 * @index: where strings stand in them
 * @voided: for each character whether it is within a reference without basis
 * @rests: (element-type guint): for each mention the character where what it rests on stands,
 *   %CS_NO_INDEX when there is none
 * @places: (element-type guint): for each mention its first character
 * @cover: for each character one more than the index of the mention that covers it, 0 for none
 * @names: first two characters -> GArray of #CsZhName, the longest first
 * @is_name: (element-type GHashTable): indexes of the terms in @names
 * @failed: text of a name without basis -> what failed (cs-terms-zh-refs.c)
 * @ancestors: (element-type guint): claims above @ancestors_of, ascending
 * @ancestors_of: index of a claim
 */
typedef struct
{
  CsTermsScan *scan;
  CsZhText *text;
  CsZhIndex *index;
  guint8 *voided;
  GArray *rests;
  GArray *places;
  guint *cover;
  GHashTable *names;
  GHashTable *is_name;
  GHashTable *failed;
  GArray *ancestors;
  guint ancestors_of;
} CsZhAnalysis;

/** cs_zh_is_above: Returns: whether claim @above is one that @claim builds upon, by any path */
gboolean cs_zh_is_above (CsZhAnalysis *analysis,
                         guint above,
                         guint claim);

/** cs_zh_dup_key: Returns: (transfer full): the @length characters from @at on, folded */
char *cs_zh_dup_key (const CsZhText *text,
                     guint at,
                     guint length);

/**
 * cs_zh_add_mention:
 * @analysis: an analysis
 * @mention: (transfer full): @claim, @kind, @marker and what was judged are set
 * @at: first character of its name
 * @length: characters of its name
 * @rests: where what it rests on stands, %CS_NO_INDEX when nowhere
 *
 * Fills in range, sign and term of @mention and adds it.
 *
 * Returns: its index
 */
guint cs_zh_add_mention (CsZhAnalysis *analysis,
                         CsMention *mention,
                         guint at,
                         guint length,
                         guint rests);

/** cs_zh_failures_new: Returns: (transfer full): for @failed of an analysis */
GHashTable *cs_zh_failures_new (void);

/**
 * cs_zh_doubt:
 * @window: a reference
 * @claim: a claim that seems to offer nothing for it, its own or one above
 * @basis: ambiguous or worse
 *
 * Bounded, as cs_zh_rest_find().
 *
 * Returns: @basis, or a better one where a reader may take the words otherwise: 所述去除 for a step,
 *   所述泵进水口 for a part of the pump (cs-terms-zh-doubt.c)
 */
CsBasis cs_zh_doubt (CsZhAnalysis *analysis,
                     const CsZhWindow *window,
                     guint claim,
                     CsBasis basis);

/** cs_zh_judge_references: adds a mention for every 所述, judged (cs-terms-zh-refs.c) */
void cs_zh_judge_references (CsZhAnalysis *analysis);

/** cs_zh_find_names: adds a mention for every other place where something is named
 *  (cs-terms-zh-names.c) */
void cs_zh_find_names (CsZhAnalysis *analysis);

/** cs_zh_add_flags: fills in what references rest on, further faults, and what was perhaps meant
 *  (cs-terms-zh-flags.c) */
void cs_zh_add_flags (CsZhAnalysis *analysis);

G_END_DECLS
