#pragma once

#include "../../src/draft/cs-draft-builder.h"
#include "../../src/formats/cs-writer.h"

/* A draft in which a unit is a line of what is given: its title, abstract, claims and description,
 * each of which may be NULL. In a line "^{...}", "_{...}", "*{...}" and "/{...}" are superscript,
 * subscript, bold and italic, within each other too; "#" at its start is a heading; a "|" is a line
 * end within the unit. Claims have their numbers in the text. */
CsDraft *make_draft (const char *title,
                     const char *abstract,
                     const char *claims,
                     const char *description);

/* Appends a unit that is an object. */
CsDraft *make_draft_with_object (CsObjectKind kind,
                                 const char *payload,
                                 const char *preview);

/* What a writer makes of @draft, without pictures. */
GBytes *write_draft (const CsWriter *writer,
                     CsDraft *draft,
                     CsOffice layout);

/* The content of entry @name of a ZIP, %NULL when it is not there. */
char *unzip (GBytes *zip,
             const char *name);

/* The notes of a writer as text, in their order: "lost:script-lost 2; changed:...". */
char *describe_notes (const CsWriter *writer,
                      const CsWriteJob *job);
