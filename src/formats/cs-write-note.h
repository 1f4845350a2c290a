#pragma once

#include "../base/cs-span.h"

G_BEGIN_DECLS

/**
 * CsWriteGrade:
 * @CS_WRITE_CHANGED: is kept in another form (a formula as a picture)
 * @CS_WRITE_LOST: the format cannot hold it, it will not be in the file
 * @CS_WRITE_REFUSED: the office would refuse the file because of it
 *
 * What becomes of a thing in a file, the worst last.
 */
typedef enum
{
  CS_WRITE_CHANGED,
  CS_WRITE_LOST,
  CS_WRITE_REFUSED
} CsWriteGrade;

/**
 * CsWriteNote:
 * @grade: what becomes of it
 * @code: (transfer none): what it is about, static: "table-as-picture"
 * @detail: (nullable): the thing itself: a name, a character, a number
 * @n_places: how often
 * @span: the first place; part %CS_PART_DOCUMENT when it is of none
 *
 * One thing that a file will not hold as the draft does, told before it is written.
 */
typedef struct
{
  CsWriteGrade grade;
  const char *code;
  char *detail;
  guint n_places;
  CsSpan span;
} CsWriteNote;

/** cs_write_notes_new: Returns: (transfer full) (element-type CsWriteNote): an empty list */
GArray *cs_write_notes_new (void);

/**
 * cs_write_notes_add:
 * @notes: a list
 * @grade: what becomes of it
 * @code: (transfer none): static, one of the table in cs-write-note.c
 * @detail: (nullable): the thing; copied
 * @span: (nullable): where
 *
 * Adds a note, or a place to one of the same code and detail.
 */
void cs_write_notes_add (GArray *notes,
                         CsWriteGrade grade,
                         const char *code,
                         const char *detail,
                         const CsSpan *span);

/** cs_write_note_dup_message: Returns: (transfer full): what it says to people, translated */
char *cs_write_note_dup_message (const CsWriteNote *note);

/** cs_write_grade_get_name: Returns: (transfer none): "changed", "lost", "refused" */
const char *cs_write_grade_get_name (CsWriteGrade grade);

G_END_DECLS
