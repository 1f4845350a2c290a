#pragma once

#include "cs-words.h"

G_BEGIN_DECLS

/** CsBasisStatus: how well a clause was verified; see "unverified" in every report. */
typedef enum
{
  CS_BASIS_VERIFIED,     /* the provision itself was read */
  CS_BASIS_VERIFIED_2ND, /* a text that quotes it */
  CS_BASIS_VERIFIED_OLD, /* in an earlier edition */
  CS_BASIS_UNVERIFIED    /* from memory */
} CsBasisStatus;

/** CsLawPlace: the steps of a citation, by the names of a basis in a checklist. */
typedef enum
{
  CS_LAW_PART,
  CS_LAW_CHAPTER,
  CS_LAW_SECTION,
  CS_LAW_ARTICLE,
  CS_LAW_PARAGRAPH,
  CS_LAW_POINT,
  CS_N_LAW_PLACES
} CsLawPlace;

/**
 * CsLaw:
 * @id: as in checklists: "patent-law", "rules", "guidelines", "cfr"
 * @name: what it is called
 * @citation: how a place in it is cited: `Rule {article}[({paragraph})]`; `{part:han}` is the
 * number in Chinese numerals
 * @short_citation: the same for narrow lists; empty when @citation is short enough
 *
 * A statute, regulation or guideline.
 */
typedef struct
{
  char *id;
  CsWords name;
  CsWords citation;
  CsWords short_citation;
} CsLaw;

/**
 * CsLegalBasis:
 * @law: (transfer none): the text cited
 * @places: (array fixed-size=CS_N_LAW_PLACES) (nullable): where in it
 * @edition: (nullable): day its edition came into force, ISO 8601
 * @status: how well it is verified
 * @source: (nullable): key of the copy that was read
 *
 * One clause that a requirement rests on.
 */
typedef struct
{
  const CsLaw *law;
  char *places[CS_N_LAW_PLACES];
  char *edition;
  CsBasisStatus status;
  char *source;
} CsLegalBasis;

/** cs_legal_basis_clear: frees what @basis holds */
void cs_legal_basis_clear (CsLegalBasis *basis);

/** cs_law_find: Returns: (transfer none) (nullable): the law with that id. Thread: any. */
const CsLaw *cs_law_find (const char *id);

/** cs_law_get_ids: Returns: (array zero-terminated=1) (transfer none): all ids, in file order */
const char *const *cs_law_get_ids (void);

/** cs_law_place_get_name: Returns: (transfer none): "part", "chapter", ... */
const char *cs_law_place_get_name (CsLawPlace place);

/** cs_basis_status_get_name: Returns: (transfer none): "verified", "verified-2nd", ... */
const char *cs_basis_status_get_name (CsBasisStatus status);

/**
 * cs_legal_basis_dup_citation:
 * @basis: a clause
 * @language: "zh" or "en"
 *
 * Returns: (transfer full): "专利法实施细则第25条第2款", "37 CFR 1.75(c)"
 */
char *cs_legal_basis_dup_citation (const CsLegalBasis *basis,
                                   const char *language);

/** cs_legal_basis_dup_short_citation: Returns: (transfer full): the same in few letters, for narrow
 * lists: "实施细则第25条第2款" */
char *cs_legal_basis_dup_short_citation (const CsLegalBasis *basis,
                                         const char *language);

G_END_DECLS
