#pragma once

#include <glib-object.h>

#include "cs-office-date.h"

G_BEGIN_DECLS

/**
 * CsNumberRole:
 * @CS_NUMBER_PUBLICATION: of a published document (公开号)
 * @CS_NUMBER_APPLICATION: of an application (申请号)
 * @CS_NUMBER_PRIORITY: of an application that another one claims (优先权号)
 *
 * What a number is the number of.
 */
typedef enum
{
  CS_NUMBER_PUBLICATION,
  CS_NUMBER_APPLICATION,
  CS_NUMBER_PRIORITY,
  CS_N_NUMBER_ROLES
} CsNumberRole;

/**
 * CsNumberForm:
 * @CS_NUMBER_DOCDB: country, number and kind as DOCDB has them
 * @CS_NUMBER_EPODOC: EPO's older one-word form; kept as an alias, never computed
 * @CS_NUMBER_ORIGINAL: as the office prints it
 * @CS_NUMBER_VENDOR: as a search platform writes it
 *
 * In which form a source gave a number.
 */
typedef enum
{
  CS_NUMBER_DOCDB,
  CS_NUMBER_EPODOC,
  CS_NUMBER_ORIGINAL,
  CS_NUMBER_VENDOR,
  CS_N_NUMBER_FORMS
} CsNumberForm;

/**
 * CsNumberCheck:
 * @CS_NUMBER_CHECK_NONE: it bears no check digit
 * @CS_NUMBER_CHECK_OK: its check digit is right
 * @CS_NUMBER_CHECK_BAD: its check digit is wrong: the number is kept and flagged
 *
 * What its check digit says of a number.
 */
typedef enum
{
  CS_NUMBER_CHECK_NONE,
  CS_NUMBER_CHECK_OK,
  CS_NUMBER_CHECK_BAD
} CsNumberCheck;

/**
 * CsNumber:
 * @raw: as it was read
 * @country: (nullable): code of WIPO Standard ST.3; %NULL when no rule fits
 * @number: (nullable): the digits as DOCDB has them, without check digit; of international
 *   publications with the year in full. %NULL when no rule fits
 * @kind: kind code of WIPO Standard ST.16, "" when unknown
 * @key: (nullable): what is compared and searched: "CN.201710601862.A"; "CN.101911042." without a
 *   kind; %NULL when no rule fits, then @raw is all there is
 * @alias: (nullable): a second key under which the same is known: DOCDB's of an international
 *   publication ("WO.02054790.A2"), series and serial of a US application ("US.13/167395"),
 *   the epodoc form that a source gave; of an ambiguous number what it is known by none the less
 * @printed: as the office prints it, for display: "CN 201710601862.3", "PCT/US2008/086599"; @raw
 *   when no rule fits
 * @role: what it is the number of
 * @form: how it was given
 * @check: what its check digit says
 * @ambiguous: whether other readings are as good; then it is kept raw
 * @date: of filing or publication, as given beside the number
 *
 * One number of an application or publication, as read and as compared. Immutable.
 */
typedef struct
{
  char *raw;
  char *country;
  char *number;
  char *kind;
  char *key;
  char *alias;
  char *printed;
  CsNumberRole role;
  CsNumberForm form;
  CsNumberCheck check;
  gboolean ambiguous;
  CsOfficeDate date;
} CsNumber;

/**
 * CsNumberInput:
 * @text: the number; in DOCDB's and most offices' XML without country and kind
 * @country: (nullable): the country given beside it
 * @kind: (nullable): the kind given beside it, blanks around it do not count
 * @role: what it is the number of
 * @form: how it was given
 * @date: the date given beside it
 *
 * A number as a source gives it.
 */
typedef struct
{
  const char *text;
  const char *country;
  const char *kind;
  CsNumberRole role;
  CsNumberForm form;
  CsOfficeDate date;
} CsNumberInput;

#define CS_TYPE_NUMBER (cs_number_get_type ())

GType cs_number_get_type (void) G_GNUC_CONST;

/**
 * cs_number_read:
 * @input: a number as a source gives it
 *
 * Brings a number into the form in which it is compared, by rules that are data
 * (resources/law/number-rules.tsv). A number that a person typed has form %CS_NUMBER_VENDOR and no
 * country; DOCDB's dotted form is understood too. Total: what no rule fits, and what has two
 * readings, is kept raw and has no @key. Thread: any.
 *
 * Returns: (transfer full): the number
 */
CsNumber *cs_number_read (const CsNumberInput *input) G_GNUC_WARN_UNUSED_RESULT;

/** cs_number_ref: Returns: (transfer full): @number. Thread: any. */
CsNumber *cs_number_ref (CsNumber *number);

/** cs_number_unref: Thread: any. */
void cs_number_unref (CsNumber *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsNumber, cs_number_unref)

/** cs_number_equal: Returns: whether both have a key and it is the same, or neither has and they
 * have the same alias or were written alike */
gboolean cs_number_equal (const CsNumber *a,
                          const CsNumber *b);

/** cs_number_get_id: Returns: (transfer none): its key, its alias when it has none, else @raw: what
 * a table of numbers is indexed by */
const char *cs_number_get_id (const CsNumber *number);

/** cs_number_restore: @fields: what a number that was read had in it. Returns: (transfer full):
 * that number again, for a store, which does not ask the rules twice */
CsNumber *cs_number_restore (const CsNumber *fields) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
