#pragma once

#include "cs-office-dialect.h"

G_BEGIN_DECLS

/* The elements of the EPO's exchange schema, which files of DOCDB and answers of OPS share. For
 * nobody else than src/formats/office. */

/**
 * cs_office_read_reference:
 * @node: (nullable): where the references are
 * @tag: "publication-reference", "application-reference"
 * @role: what it is the number of
 *
 * Reads a number that is given in several forms, each in an element of its own or all in one:
 * DOCDB's, else the epodoc form, else the office's own. The epodoc form becomes the alias; a date
 * may come from any of them.
 *
 * Returns: (transfer full) (nullable): the number
 */
CsNumber *cs_office_read_reference (const CsOfficeNode *node,
                                    const char *tag,
                                    CsNumberRole role);

/** cs_office_add_exchange_priorities: @node: what has elements priority-claim */
void cs_office_add_exchange_priorities (CsRecordBuilder *builder,
                                        const CsOfficeNode *node);

/** cs_office_add_exchange_parties: @list: (nullable): applicants or inventors, each in several
 * forms. Adds the form in which DOCDB unites the spellings of a name, where it is there; of the
 * others what is in another script than Latin */
void cs_office_add_exchange_parties (CsRecordBuilder *builder,
                                     CsPartyRole role,
                                     const CsOfficeNode *list);

/** cs_office_add_exchange_data: @node: an exchange-document. Adds titles, abstracts, classes,
 * parties and citations */
void cs_office_add_exchange_data (CsOfficeReading *reading,
                                  CsRecordBuilder *builder,
                                  const CsOfficeNode *node);

/** cs_office_read_exchange: for #CsOfficeDialect.read: @node: an exchange-document */
gboolean cs_office_read_exchange (CsOfficeReading *reading,
                                  const CsOfficeNode *node,
                                  GError **error);

G_END_DECLS
