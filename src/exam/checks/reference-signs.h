#pragma once

#include "../../draft/cs-term-variants.h"
#include "../cs-check.h"

G_BEGIN_DECLS

/* The parts of the check reference-signs, for nobody else. */

/**
 * CsSignsCheck:
 * @context: the examination
 * @signs: the signs of the draft
 * @entries: (element-type CsSignEntry): of @signs
 * @mentions: (element-type CsSignMention): of @signs
 * @variants: (element-type CsTermVariant): names that do not agree
 * @agreeing: for each sign, mentions behind its own name
 * @mistaken: for each mention, whether the sign there is another one's by the name before it
 * @n_mistaken: for each sign, how often it stands by mistake
 * @n_missed: for each sign, how often another one stands in its place
 *
 * The signs under examination.
 */
typedef struct
{
  CsExamContext *context;
  const CsSigns *signs;
  const GArray *entries;
  const GArray *mentions;
  const GArray *variants;
  guint *agreeing;
  guint8 *mistaken;
  guint *n_mistaken;
  guint *n_missed;
} CsSignsCheck;

static inline const CsSignEntry *
cs_signs_check_entry (const CsSignsCheck *signs, guint index)
{
  return &g_array_index (signs->entries, CsSignEntry, index);
}

static inline const CsSignMention *
cs_signs_check_mention (const CsSignsCheck *signs, guint index)
{
  return &g_array_index (signs->mentions, CsSignMention, index);
}

/** cs_signs_check_is_old: Returns: whether @where stands in the background, which has signs of its
 *  own: those of earlier documents */
gboolean cs_signs_check_is_old (const CsSignsCheck *signs,
                                const CsSpan *where);

/** cs_signs_check_find_mistaken: finds signs behind the names of others, where that is a slip */
void cs_signs_check_find_mistaken (CsSignsCheck *signs);

G_END_DECLS
