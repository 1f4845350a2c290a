#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** CS_OBJECT_CHARACTER: stands in the text for one inline object, U+FFFC in UTF-8. */
#define CS_OBJECT_CHARACTER "\xef\xbf\xbc"

/**
 * CsRunStyle:
 *
 * What a run of text looks like. Subscripts and superscripts carry meaning in a claim.
 */
typedef enum
{
  CS_RUN_SUB,
  CS_RUN_SUP,
  CS_RUN_BOLD,
  CS_RUN_ITALIC,
  CS_RUN_UNDERLINE,
  CS_RUN_HEADING, /* a whole line: the heading of a section, whatever its words */
  CS_N_RUN_STYLES
} CsRunStyle;

/**
 * CsRun:
 * @start: first byte in the text of the part
 * @end: one past the last byte
 * @style: one style; runs of different styles may lie inside each other
 */
typedef struct
{
  gsize start;
  gsize end;
  CsRunStyle style;
} CsRun;

/**
 * CsObjectKind:
 *
 * What stands in the text where letters cannot.
 */
typedef enum
{
  CS_OBJECT_IMAGE,
  CS_OBJECT_FORMULA,
  CS_OBJECT_TABLE,
  CS_OBJECT_CHEMISTRY,
  CS_OBJECT_UNKNOWN,
  CS_OBJECT_FOOTNOTE, /* a mark in the text; its words are in the payload */
  CS_N_OBJECT_KINDS
} CsObjectKind;

/**
 * CsInlineObject:
 * @at: byte of its %CS_OBJECT_CHARACTER in the text of the part
 * @kind: what it is
 * @payload: (nullable): its source in the format it came from (XML), so that nothing is lost
 * @preview: (nullable): base name of the picture that shows it, in the same package
 */
typedef struct
{
  gsize at;
  CsObjectKind kind;
  char *payload;
  char *preview;
} CsInlineObject;

/**
 * CsText:
 *
 * The text of one part: UTF-8, with runs and inline objects, immutable. Line ends are `\n`; there
 * is no NUL, no other control character but tab, no U+2028 or U+2029, and each U+FFFC is an object.
 */
typedef struct _CsText CsText;

#define CS_TYPE_TEXT (cs_text_get_type ())

GType cs_text_get_type (void) G_GNUC_CONST;

/** cs_text_ref: Returns: (transfer full): @text. Thread: any. */
CsText *cs_text_ref (CsText *text);

/** cs_text_unref: Thread: any. */
void cs_text_unref (CsText *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsText, cs_text_unref)

/**
 * cs_text_new:
 * @utf8: (array length=n_bytes): bytes, cleaned as by cs_text_builder_append()
 * @n_bytes: how many
 *
 * Returns: (transfer full): a text without runs and objects
 */
CsText *cs_text_new (const char *utf8,
                     gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_text_slice:
 * @text: a text
 * @start: first byte, at the start of a character
 * @end: one past the last byte
 *
 * Returns: (transfer full): that stretch, with its runs and objects
 */
CsText *cs_text_slice (const CsText *text,
                       gsize start,
                       gsize end) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_text_splice:
 * @text: a text
 * @start: first byte to be replaced
 * @end: one past the last byte
 * @insert: what takes its place
 *
 * Runs that cover both sides of the place cover what is inserted too; what is inserted and the runs
 * beside it that look alike become one run. O(n).
 *
 * Returns: (transfer full): the new text
 */
CsText *cs_text_splice (const CsText *text,
                        gsize start,
                        gsize end,
                        const CsText *insert) G_GNUC_WARN_UNUSED_RESULT;

/** cs_text_add_run: Returns: (transfer full): @text with a run of @style over [@start, @end)
 * besides */
CsText *cs_text_add_run (const CsText *text,
                         gsize start,
                         gsize end,
                         CsRunStyle style) G_GNUC_WARN_UNUSED_RESULT;

/** cs_text_equal: Returns: whether letters, runs and objects are the same */
gboolean cs_text_equal (const CsText *a,
                        const CsText *b);

/** cs_text_get_string: Returns: (transfer none): NUL-terminated UTF-8, maybe empty */
const char *cs_text_get_string (const CsText *text);

/** cs_text_get_n_bytes: Returns: length in bytes, without the final NUL */
gsize cs_text_get_n_bytes (const CsText *text);

/**
 * cs_text_get_runs:
 * @text: a text
 * @n_runs: (out): how many
 *
 * Returns: (array length=n_runs) (transfer none): sorted by start, the longer first
 */
const CsRun *cs_text_get_runs (const CsText *text,
                               guint *n_runs);

/**
 * cs_text_get_objects:
 * @text: a text
 * @n_objects: (out): how many
 *
 * Returns: (array length=n_objects) (transfer none): sorted by place
 */
const CsInlineObject *cs_text_get_objects (const CsText *text,
                                           guint *n_objects);

G_END_DECLS
