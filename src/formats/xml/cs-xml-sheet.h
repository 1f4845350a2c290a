#pragma once

#include "../../draft/cs-draft-builder.h"
#include "cs-xml.h"

G_BEGIN_DECLS

/**
 * CsXmlSheet:
 *
 * Reads the bibliographic data of an office's document, by the names of ST.36, into the request of
 * a draft. For nobody else than src/formats. Thread: one at a time.
 */
typedef struct _CsXmlSheet CsXmlSheet;

/** cs_xml_sheet_new: @builder: (transfer none): whose request and id are filled in; @office: whose
 * document it is */
CsXmlSheet *cs_xml_sheet_new (CsDraftBuilder *builder,
                              CsOffice office);

/** cs_xml_sheet_set_root: what the root of the document tells of it: @country: (nullable): whose it
 * is, if that was not known; @kind: (nullable): its kind code */
void cs_xml_sheet_set_root (CsXmlSheet *sheet,
                            const char *country,
                            const char *kind);

/** cs_xml_sheet_free: frees @sheet */
void cs_xml_sheet_free (CsXmlSheet *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsXmlSheet, cs_xml_sheet_free)

/** cs_xml_sheet_start: an element of the bibliographic data begins */
void cs_xml_sheet_start (CsXmlSheet *sheet,
                         const CsXmlElement *element);

/** cs_xml_sheet_end: an element of the bibliographic data ends */
void cs_xml_sheet_end (CsXmlSheet *sheet,
                       CsXmlName name);

/** cs_xml_sheet_text: text within the bibliographic data */
void cs_xml_sheet_text (CsXmlSheet *sheet,
                        const char *text,
                        gsize n_bytes);

/** cs_xml_sheet_finish: all is read: fills in what needs all of it */
void cs_xml_sheet_finish (CsXmlSheet *sheet);

G_END_DECLS
