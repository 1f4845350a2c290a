#pragma once

#include "cs-terms.h"

G_BEGIN_DECLS

/**
 * CsVariantKind:
 * @CS_VARIANT_SIGN: a name bears a reference sign that stands for another
 * @CS_VARIANT_NAME: a name that is probably another one of a known thing
 * @CS_VARIANT_MISSPELT: a name with one letter or character wrong
 */
typedef enum
{
  CS_VARIANT_SIGN,
  CS_VARIANT_NAME,
  CS_VARIANT_MISSPELT
} CsVariantKind;

/**
 * CsTermVariant:
 * @kind: what is wrong with it
 * @where: the name, or the word of it that is misspelt; in claims or description
 * @name: what stands there
 * @known: what the thing, or the word, is called elsewhere
 * @sign: (nullable): the sign, for %CS_VARIANT_SIGN
 * @known_at: a place where @known stands
 * @plain: that @known belongs there needs no thought
 *
 * A name that does not agree with the others of its thing.
 */
typedef struct
{
  CsVariantKind kind;
  CsSpan where;
  char *name;
  char *known;
  char *sign;
  CsSpan known_at;
  gboolean plain;
} CsTermVariant;

/**
 * cs_term_variants_find:
 * @claims: the claims
 * @description: the description, with its table of signs
 * @terms: the terms of the claims
 *
 * Compares names in claims and description with the terms of the claims and the table of signs.
 * What differs by an ordinal, a number, a direction or an opposite is another thing; so is what is
 * named often or beside the other. Total; about linear in the length of the text. Thread: any.
 *
 * Source: Rules (2023) r. 3(1), 21(2), 22(3); 37 CFR 1.75(d)(1).
 *
 * Returns: (transfer full) (element-type CsTermVariant): by place
 */
GArray *cs_term_variants_find (const CsClaimSet *claims,
                               const CsDescription *description,
                               const CsTerms *terms) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
