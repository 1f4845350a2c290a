#pragma once

#include "../xml/cs-xml-vocabulary.h"
#include "cs-office-node.h"
#include "cs-record-sink.h"

G_BEGIN_DECLS

typedef struct _CsOfficeReading CsOfficeReading;

/**
 * CsOfficeDialect:
 * @root: name of the root element, without prefix
 * @source: as #CsRecord.source
 * @texts: (nullable): root of the dialect of formats/xml that knows its texts; %NULL for @root
 * @records: (array zero-terminated=1) (nullable): elements that are a record each, "parent/element"
 *   where the name alone does not tell; %NULL when the root is one
 * @read: gives the records of one such element. Returns: %FALSE with an error when there are none
 *
 * One kind of XML that holds records of publications. For nobody else than src/formats/office.
 */
typedef struct
{
  const char *root;
  const char *source;
  const char *texts;
  const char *const *records;
  gboolean (*read) (CsOfficeReading *reading, const CsOfficeNode *node, GError **error);
} CsOfficeDialect;

/**
 * CsOfficeReading:
 * @dialect: what is read
 * @style: how the white space of its texts is meant
 * @as_of: day of the whole file, when it tells
 * @line: 1-based line at which the record begins
 *
 * What the reader of one record works with.
 */
struct _CsOfficeReading
{
  const CsOfficeDialect *dialect;
  CsXmlTextStyle style;
  CsOfficeDate as_of;
  guint line;
  gpointer stream; /* for cs_office_reading_begin() and cs_office_reading_give() */
};

/** cs_office_reading_begin: Returns: (transfer full): a record of the file that is read */
CsRecordBuilder *cs_office_reading_begin (CsOfficeReading *reading);

/** cs_office_reading_give: gives a record to whoever reads. @builder: (transfer full). Returns:
 * %FALSE with an error when it names neither a publication nor an application */
gboolean cs_office_reading_give (CsOfficeReading *reading,
                                 CsRecordBuilder *builder,
                                 GError **error);

extern const CsOfficeDialect cs_office_cnipa_dialects[1];
extern const CsOfficeDialect cs_office_ep_dialects[1];
extern const CsOfficeDialect cs_office_ops_dialects[6];
extern const CsOfficeDialect cs_office_uspto_dialects[2];
extern const CsOfficeDialect cs_office_uspto_2001_dialects[2];

/** cs_office_dialect_find: Returns: (nullable): the dialect whose root is called @root */
const CsOfficeDialect *cs_office_dialect_find (const char *root);

G_END_DECLS
