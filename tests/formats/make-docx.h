#pragma once

#include "../../src/base/cs-error.h"
#include "make-zip.h"
#include "read-all.h"

/* MakeDocx: what is in a Word file, all but @body optional: @body: content of w:body; @styles,
 * @numbering, @footnotes, @comments: content of the root of these parts; @relations: more
 * relations of the document; @parts: (array length=n_parts): more parts; @main_type: content type
 * of the document; @is_strict: ISO/IEC 29500 strict names */
typedef struct
{
  const char *body;
  const char *styles;
  const char *numbering;
  const char *footnotes;
  const char *comments;
  const char *relations;
  const MakeZipEntry *parts;
  guint n_parts;
  const char *main_type;
  gboolean is_strict;
} MakeDocx;

/* A Word file. */
GByteArray *make_docx (const MakeDocx *source);

/* Reads a Word file, which must be an application. @all: (out): keeps it. */
const CsDraft *read_docx (const MakeDocx *source,
                          GPtrArray **all);

/* The same with nothing in it but @body. */
const CsDraft *read_body (const char *body,
                          GPtrArray **all);

/* Asserts that a Word file is refused with @code, in words that hold @words. */
void assert_refused (const MakeDocx *source,
                     CsError code,
                     const char *words);

/* The runs and objects of a part as text: "sub:imax sup:-7 formula image(a.png)". */
char *describe_part (const CsDraft *draft,
                     CsPart part);

/* The detail of the first note of @code, which must be there. */
const char *note_detail (const CsDraft *draft,
                         const char *code);


/* Strings one after another, each on a line of its own. */
#define ALL2(a, b) a b
#define ALL3(a, b, c) a b c
#define ALL4(a, b, c, d) a b c d
#define ALL5(a, b, c, d, e) a b c d e
#define ALL6(a, b, c, d, e, f) a b c d e f

#define P(text) "<w:p><w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r></w:p>"
#define R(properties, text) \
  "<w:r><w:rPr>" properties "</w:rPr><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define LINE(content) "<w:p>" content "</w:p>"
#define DELETED(text) "<w:del w:id=\"1\"><w:r><w:delText>" text "</w:delText></w:r></w:del>"
#define INSERTED(text) "<w:ins w:id=\"1\">" R ("", text) "</w:ins>"
#define STYLED(style, text) \
  "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define NUMBERED(list, level, text)                                          \
  "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" list \
  "\"/></w:numPr></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define PICTURE(id)                                                                               \
  "<w:r><w:drawing><wp:inline><wp:extent cx=\"3600000\" cy=\"1800000\"/><wp:docPr id=\"1\" "      \
  "name=\"Picture\"/><a:graphic><a:graphicData "                                                  \
  "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:blipFill>"      \
  "<a:blip r:embed=\"" id "\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>" \
  "</w:drawing></w:r>"
#define RELATION(id, type, target)                                                            \
  "<Relationship Id=\"" id "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/" \
  "relationships/" type "\" Target=\"" target "\"/>"
#define EXTERNAL(id, type, target)                                                            \
  "<Relationship Id=\"" id "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/" \
  "relationships/" type "\" Target=\"" target "\" TargetMode=\"External\"/>"
