#pragma once

#include <gio/gio.h>

#include "../../service/library/cs-family-document.h"
#include "../../store/cs-library.h"

G_BEGIN_DECLS

/**
 * CsRecordLine:
 *
 * A fact, a citation or an import as an item of a list: what it is, what it says, who tells, and to
 * which family it leads.
 */
#define CS_TYPE_RECORD_LINE (cs_record_line_get_type ())

G_DECLARE_FINAL_TYPE (CsRecordLine, cs_record_line, CS, RECORD_LINE, GObject)

/** cs_record_line_get_name: Returns: (transfer none): what it is, translated where we know it */
const char *cs_record_line_get_name (CsRecordLine *line);

/** cs_record_line_get_text: Returns: (transfer none): what it says */
const char *cs_record_line_get_text (CsRecordLine *line);

/** cs_record_line_get_source: Returns: (transfer none): who tells */
const char *cs_record_line_get_source (CsRecordLine *line);

/** cs_record_line_get_family: Returns: where it leads, 0 when nowhere */
gint64 cs_record_line_get_family (CsRecordLine *line);

/** cs_record_line_new: @name, @text, @source: (transfer full). Returns: (transfer full): a line */
CsRecordLine *cs_record_line_new (char *name,
                                  char *text,
                                  char *source,
                                  gint64 family);

/** cs_record_lines_new: Returns: (transfer full): a list without lines */
GListStore *cs_record_lines_new (void);

/** cs_record_lines_add_facts: adds the facts of @kind of @document */
void cs_record_lines_add_facts (GListStore *lines,
                                const CsFamilyDocument *document,
                                CsLibraryFactKind kind);

/** cs_record_lines_add_citations: @citations: (nullable) (element-type CsLibraryCitation): what the
 * family cites when @backward, else what cites it */
void cs_record_lines_add_citations (GListStore *lines,
                                    const GPtrArray *citations,
                                    gboolean backward);

G_END_DECLS
