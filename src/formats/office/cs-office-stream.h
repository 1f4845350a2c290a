#pragma once

#include "../../base/cs-limits.h"
#include "cs-office-dialect.h"

G_BEGIN_DECLS

/* A file of office data on its way through the parser, document after document; for nobody else
 * than src/formats/office. */

typedef struct
{
  const CsRecordInput *input;
  const CsRecordSink *sink;
  GCancellable *cancellable;
  CsXml *xml;
  CsOfficeTree *tree;
  guint place; /* of the record that is read, or comes next */
  gboolean is_over;

  /* Of the document that is read. */
  const char *document;
  const char *document_end;
  const CsOfficeDialect *forced; /* of a record that was cut out of its list */
  CsOfficeReading reading;
  const char *open[CS_MAX_XML_DEPTH]; /* names of the elements around the record */
  guint depth;
  const char *record; /* (nullable): where the record begins that is read */
  const char *record_end;
  const char *last;   /* (nullable): where the record begins that was begun last */
  const char *answer; /* (nullable): what it is when it holds no records */
  guint n_given;
  gboolean skipped; /* none of ours, and no fault */
} CsOfficeStream;

/* Returns: whether nobody wants more of it */
gboolean cs_office_stream_is_over (CsOfficeStream *stream);

/* @error: (transfer full): what is wrong with the record or document at @place */
void cs_office_stream_give_fault (CsOfficeStream *stream,
                                  guint place,
                                  GError *error);

/* Gives the records of the document between @at and @end, whose first line is @line. Returns:
 * whether it was read to its end */
gboolean cs_office_stream_read_document (CsOfficeStream *stream,
                                         const char *at,
                                         const char *end,
                                         guint line);

G_END_DECLS
