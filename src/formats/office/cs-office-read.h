#pragma once

#include "../../family/cs-record.h"
#include "cs-office-node.h"

G_BEGIN_DECLS

/* What the documents of all offices have in common: numbers, dates, classes, names. For nobody else
 * than src/formats/office. */

/** cs_office_read_date: Returns: the date that @path leads to; unknown when there is none, or
 * nothing that can be read as one */
CsOfficeDate cs_office_read_date (const CsOfficeNode *node,
                                  const char *path);

/**
 * CsOfficeId:
 * @node: (nullable): the number, its country, kind and date being in it
 * @role: what it is the number of
 * @form: how it is given
 * @country: (nullable): of a number that has none beside it
 * @kind: (nullable): the same
 *
 * A number as a document gives it, in any office's words for its parts.
 */
typedef struct
{
  const CsOfficeNode *node;
  CsNumberRole role;
  CsNumberForm form;
  const char *country;
  const char *kind;
} CsOfficeId;

/** cs_office_read_id: Returns: (transfer full) (nullable): the number; %NULL when there is none */
CsNumber *cs_office_read_id (const CsOfficeId *id);

/** cs_office_read_number: Returns: (transfer full) (nullable): the number that @input is, without
 * blanks around it; %NULL when it is empty */
CsNumber *cs_office_read_number (const CsNumberInput *input);

/**
 * cs_office_read_pct:
 * @text: "PCT/EP2006/001644", "US2016049186", "JP0107711"
 * @date: of filing
 *
 * The number of an international application, which the EPO writes without its marks.
 *
 * Returns: (transfer full) (nullable): it; %NULL when @text is empty
 */
CsNumber *cs_office_read_pct (const char *text,
                              CsOfficeDate date);

/** cs_office_dup_ipc: @text: a symbol of IPC or CPC in any of the forms offices print, with an
 * edition before or behind it. Returns: (transfer full) (nullable): "H04W84/20"; %NULL for what is
 * none */
char *cs_office_dup_ipc (const char *text);

/** cs_office_dup_national: @text: "D26  2", "4352523", three characters being the class. Returns:
 * (transfer full) (nullable): "D26/2", "435/252.3" */
char *cs_office_dup_national (const char *text);

/** cs_office_add_class: @symbol: (nullable): nothing is added for %NULL */
void cs_office_add_class (CsRecordBuilder *builder,
                          const char *scheme,
                          const char *symbol);

/** cs_office_add_ipcr: @text: of ST.8, "A61K   9/16        20060101AFI20051008RMEP": which symbol,
 * whether it is the first, and whether it is additional, at fixed places */
void cs_office_add_ipcr (CsRecordBuilder *builder,
                         const char *scheme,
                         const char *text);

/** cs_office_add_split_class: @node: with elements section, class, subclass, main-group, subgroup,
 * symbol-position and classification-value */
void cs_office_add_split_class (CsRecordBuilder *builder,
                                const char *scheme,
                                const CsOfficeNode *node);

/** cs_office_add_party: @node: an address book with orgname, or last-name and first-name, or name;
 * and with address/country */
void cs_office_add_party (CsRecordBuilder *builder,
                          CsPartyRole role,
                          const CsOfficeNode *node);

/** cs_office_add_name: @last, @first: (nullable). Adds "last, first", or the one that is there */
void cs_office_add_name (CsRecordBuilder *builder,
                         CsPartyRole role,
                         const char *last,
                         const char *first,
                         const char *country);

/** cs_office_add_field: adds what @path leads to as the field @name */
void cs_office_add_field (CsRecordBuilder *builder,
                          const char *name,
                          const CsOfficeNode *node,
                          const char *path);

G_END_DECLS
