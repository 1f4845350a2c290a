#pragma once

#include "cs-record.h"

G_BEGIN_DECLS

/**
 * CsLegalEffect:
 *
 * What an event does to an application; the words of resources/law/legal-events.tsv.
 */
typedef enum
{
  CS_LEGAL_EFFECT_NONE,
  CS_LEGAL_EFFECT_PENDING,
  CS_LEGAL_EFFECT_GRANT,
  CS_LEGAL_EFFECT_KEEP,
  CS_LEGAL_EFFECT_CEASE,
  CS_LEGAL_EFFECT_EXPIRE,
  CS_LEGAL_EFFECT_REFUSE,
  CS_LEGAL_EFFECT_WITHDRAW,
  CS_LEGAL_EFFECT_REVIVE,
  CS_LEGAL_EFFECT_CEASE_PART,
  CS_LEGAL_EFFECT_REVIVE_PART,
  CS_LEGAL_EFFECT_CHALLENGE,
  CS_LEGAL_EFFECT_END_CHALLENGE,
  CS_LEGAL_EFFECT_TRANSFER,
  CS_LEGAL_EFFECT_LICENCE,
  CS_LEGAL_EFFECT_END_LICENCE,
  CS_LEGAL_EFFECT_PLEDGE,
  CS_LEGAL_EFFECT_END_PLEDGE,
  CS_LEGAL_EFFECT_NATIONAL,
  CS_N_LEGAL_EFFECTS
} CsLegalEffect;

/** cs_legal_effect_get_name: Returns: (transfer none): "none", "pending", ..., as in the file */
const char *cs_legal_effect_get_name (CsLegalEffect effect);

/**
 * CsLegalCode:
 * @category: letter of WIPO Standard ST.27, NUL when the code has none
 * @effect: what it does
 * @is_verified: whether what it means was read somewhere; else it is from memory
 *
 * What a code of an office means.
 */
typedef struct
{
  char category;
  CsLegalEffect effect;
  gboolean is_verified;
} CsLegalCode;

/** cs_legal_get_office: @application: (nullable). Returns: (transfer none): the office whose codes
 * count: "WO" for an international application, whatever receiving office DOCDB files it under; ""
 * when it is not known */
const char *cs_legal_get_office (const CsNumber *application);

/**
 * cs_legal_code_find:
 * @office: of the application, "WO" for an international one
 * @event: an event of it
 *
 * What the event means for that application: the office's own code, else one of the event's
 * authority. INPADOC's influence is not asked. Source: resources/law/legal-events.tsv. Thread: any.
 *
 * Returns: (transfer none) (nullable): what it means, %NULL for a code that we do not know
 */
const CsLegalCode *cs_legal_code_find (const char *office,
                                       const CsLegalEvent *event);

/**
 * cs_legal_code_find_publication:
 * @office: which published
 * @kind: kind code of the publication
 * @date: its date; what "A" of the United States is depends on it
 *
 * Source: WIPO Standard ST.16 and the same file. Thread: any.
 *
 * Returns: (transfer none) (nullable): what such a publication tells, %NULL when nothing
 */
const CsLegalCode *cs_legal_code_find_publication (const char *office,
                                                   const char *kind,
                                                   CsOfficeDate date);

G_END_DECLS
