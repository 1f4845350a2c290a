#pragma once

/* What the writer leaves in a Word file besides the words, by which the reader, or an engineer,
 * knows the draft again; for nobody else than src/formats/docx. None of it is needed to read the
 * file: a manuscript that has lost it reads as any other. */

/* Styles of paragraphs, by id; the title begins the description. The name of a book stands in the
 * head of the pages of its section (CNIPA), or in a heading (USPTO, EPO). A claim goes on in
 * paragraphs of CLAIM_LINE: a line end of its text. A line end within a title or a heading is a
 * `w:br`, elsewhere it begins a paragraph. */
#define CS_DOCX_STYLE_TITLE "DescriptionTitle"
#define CS_DOCX_STYLE_HEADING "Heading1"
#define CS_DOCX_STYLE_ABSTRACT "Abstract"
#define CS_DOCX_STYLE_CLAIM "Claim"
#define CS_DOCX_STYLE_CLAIM_LINE "ClaimLine"
#define CS_DOCX_STYLE_DESCRIPTION "Description"
#define CS_DOCX_STYLE_DRAWING "Drawing"
#define CS_DOCX_STYLE_DRAWING_LABEL "DrawingLabel"
#define CS_DOCX_STYLE_TABLE "TableText"

/* A bookmark of a name that begins so, and goes on with a number, holds one paragraph of the draft
 * that a table in it made several of. */
#define CS_DOCX_MARK_UNIT "_unit"

/* The tag of a content control that stands for an object of which neither source nor picture was
 * there begins so, and goes on with its kind ("claimsmith-chemistry"). Its text is for people: the
 * kind, and the name of the picture behind the last blank, in square brackets. */
#define CS_DOCX_MARK_OBJECT "claimsmith-"

/* A picture that stands for an object has its kind as the first word of its `wp:docPr/@name`, and
 * what the draft calls it as `@descr`. The kinds: */
#define CS_DOCX_KIND_NAMES                                         \
  {                                                                \
    "image", "formula", "table", "chemistry", "object", "footnote" \
  }
