#pragma once

#include <libxml/HTMLparser.h>

#include "../../base/cs-text-builder.h"
#include "cs-html.h"

G_BEGIN_DECLS

/* The insides of the reader of HTML; for nobody else than cs-html*.c. */

/** CsHtmlReader: the text so far, and what is due before the next letter. */
typedef struct
{
  CsTextBuilder *builder;
  guint styles;       /* bit `1 << CsRunStyle` of what is being read */
  gboolean is_active; /* within the fragment that was copied */
  gboolean has_line;  /* a line has begun, maybe an empty one */
  gboolean line_due;  /* a block ended or began */
  gboolean break_due; /* a line break, which counts only if something follows it */
  gboolean space_due;
  guint space_styles; /* of that space */
  gboolean verbatim;  /* white space means itself */
  guint depth;
  gsize starts[CS_N_RUN_STYLES]; /* of the run of each style that may go on */
  gsize ends[CS_N_RUN_STYLES];
} CsHtmlReader;

/* cs-html.c */
void cs_html_read_children (CsHtmlReader *reader, const xmlNode *node);
void cs_html_append_object (CsHtmlReader *reader, CsObjectKind kind, const char *source);
CsText *cs_html_reader_end (CsHtmlReader *reader);

/** CsHtmlLook: what the style of an element says. */
typedef struct
{
  guint on;  /* styles that it gives */
  guint off; /* styles that it takes away */
  gboolean is_hidden;
  gboolean is_verbatim;
  gboolean is_spaces; /* Word: spaces, each of which counts */
  gboolean is_number; /* Word: the printed number of a list item */
  guint n_tabs;       /* Word: stands for tabs */
} CsHtmlLook;

/* cs-html-style.c: of its name and its style attribute. */
CsHtmlLook cs_html_get_look (const xmlNode *element);

/* cs-html-table.c: a table as an object, with clean source. */
void cs_html_read_table (CsHtmlReader *reader, const xmlNode *table);

/* A formula of MathML, or of Word in a comment; does nothing when it is none. */
void cs_html_read_math (CsHtmlReader *reader, const xmlNode *math);
void cs_html_read_word_math (CsHtmlReader *reader, const char *comment);

/* cs-html-write.c: @text without paragraphs, lines by <br/>. */
void cs_html_append_inline (GString *out, const CsText *text);

static inline gboolean
cs_html_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, BAD_CAST name);
}

G_END_DECLS
