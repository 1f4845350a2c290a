#pragma once

#include "../draft/cs-draft-builder.h"
#include "cs-xml.h"

G_BEGIN_DECLS

/**
 * CsUsptoSheet:
 *
 * Reads the bibliographic data of a USPTO document into the request of a draft. Private to
 * src/formats. Thread: one at a time.
 */
typedef struct _CsUsptoSheet CsUsptoSheet;

/** cs_uspto_sheet_new: @builder: (transfer none): whose request and id are filled in */
CsUsptoSheet *cs_uspto_sheet_new (CsDraftBuilder *builder);

/** cs_uspto_sheet_free: frees @sheet */
void cs_uspto_sheet_free (CsUsptoSheet *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsUsptoSheet, cs_uspto_sheet_free)

/** cs_uspto_sheet_start: an element of the bibliographic data begins */
void cs_uspto_sheet_start (CsUsptoSheet *sheet,
                           const CsXmlElement *element);

/** cs_uspto_sheet_end: an element of the bibliographic data ends */
void cs_uspto_sheet_end (CsUsptoSheet *sheet,
                         CsXmlName name);

/** cs_uspto_sheet_text: text within the bibliographic data */
void cs_uspto_sheet_text (CsUsptoSheet *sheet,
                          const char *text,
                          gsize n_bytes);

/** cs_uspto_sheet_finish: all is read: fills in what needs all of it */
void cs_uspto_sheet_finish (CsUsptoSheet *sheet);

G_END_DECLS
