#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsPart:
 *
 * The parts of an application that a position can be in. %CS_PART_DOCUMENT is the application
 * as a whole: what is said of it has no place in a text.
 */
typedef enum
{
  CS_PART_DOCUMENT,
  CS_PART_TITLE,
  CS_PART_ABSTRACT,
  CS_PART_CLAIMS,
  CS_PART_DESCRIPTION,
  CS_PART_FIGURES,
  CS_PART_REQUEST,
  CS_N_PARTS
} CsPart;

/** CS_NO_INDEX: in #CsSpan.index, the part as a whole rather than one of its units. */
#define CS_NO_INDEX G_MAXUINT

/**
 * CsSpan:
 * @part: where
 * @index: the claim or paragraph, 0-based in reading order, or %CS_NO_INDEX
 * @start: first byte, from the start of the text of that claim or paragraph
 * @end: one past the last byte; never less than @start
 *
 * A half-open stretch of text. Bytes everywhere inside the core; src/base/cs-position.h alone
 * turns them into code points for the outside.
 */
typedef struct
{
  CsPart part;
  guint index;
  gsize start;
  gsize end;
} CsSpan;

/**
 * CsRange:
 * @start: first byte
 * @end: one past the last byte; equal to @start when the thing is absent
 *
 * A stretch of one text that the context names.
 */
typedef struct
{
  gsize start;
  gsize end;
} CsRange;

/**
 * cs_part_get_name:
 * @part: a part
 *
 * The name of @part in JSON and in checklists. Thread: any.
 *
 * Returns: (transfer none): "claims", "description", ...
 */
const char *cs_part_get_name (CsPart part);

/**
 * cs_range_is_empty:
 * @range: a range
 *
 * Returns: whether @range holds no byte
 */
static inline gboolean
cs_range_is_empty (CsRange range)
{
  return range.end <= range.start;
}

G_END_DECLS
