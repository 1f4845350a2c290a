#include "cs-write-note.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-limits.h"

/* What each code says; "%s" is the detail. One table, so that window and command line say the same.
 */
typedef struct
{
  const char *code;
  const char *message; /* to be translated */
} Message;

static const Message messages[] = {
  { "character-lost", N_ ("The character %s cannot be written") },
  { "chemistry-lost", N_ ("The picture of a chemical formula is not there: %s") },
  { "comment-lost", N_ ("A comment is left out") },
  { "drawing-left-out", N_ ("The drawing “%s” is left out") },
  { "drawing-lost", N_ ("The drawing “%s” is not there") },
  { "filing-sheet", N_ ("On the filing sheet only: %s") },
  { "floating-object", N_ ("A picture that floated stands in the line") },
  { "footnote-lost", N_ ("Footnote “%s” is left out") },
  { "formula-as-picture", N_ ("A formula becomes a picture") },
  { "formula-converted", N_ ("A formula is written as Word writes formulas") },
  { "formula-incomplete", N_ ("A formula is written without some of its signs") },
  { "formula-lost", N_ ("A formula has neither source nor picture: %s") },
  { "heading-as-paragraph", N_ ("A heading that reads as none becomes a paragraph") },
  { "line-break", N_ ("A line break within a paragraph becomes a blank") },
  { "object-as-text", N_ ("A formula or table becomes plain text") },
  { "object-lost", N_ ("An object has neither source nor picture: %s") },
  { "paragraph-number", N_ ("The number of a paragraph is left to the office") },
  { "picture-as-text", N_ ("A picture is left out, its name stands in its place") },
  { "picture-format", N_ ("The picture “%s” is of a kind that cannot be shown") },
  { "picture-lost", N_ ("The picture “%s” is not there") },
  { "reading-note", N_ ("What was noted when the file was read is not in the text") },
  { "script-in-script", N_ ("A script within a script becomes one script") },
  { "script-lost", N_ ("A subscript or superscript becomes plain letters") },
  { "style-lost", N_ ("Bold, italic or underlined letters become plain") },
  { "table-as-picture", N_ ("A table becomes a picture") },
  { "table-converted", N_ ("A table is written as Word writes tables") },
  { "table-incomplete", N_ ("A table is written without some of its content") },
  { "table-lost", N_ ("A table has neither source nor picture: %s") },
};

static void
clear_note (gpointer data)
{
  CsWriteNote *note = data;

  g_free (note->detail);
}

GArray *
cs_write_notes_new (void)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (CsWriteNote));

  g_array_set_clear_func (notes, clear_note);

  return notes;
}

void
cs_write_notes_add (GArray *notes,
                    CsWriteGrade grade,
                    const char *code,
                    const char *detail,
                    const CsSpan *span)
{
  CsWriteNote note = { .grade = grade, .code = code, .n_places = 1 };

  if (notes->len >= CS_MAX_NOTES)
    detail = NULL; /* one note of each kind for all the rest */

  for (guint i = 0; i < notes->len; i++)
    {
      CsWriteNote *other = &g_array_index (notes, CsWriteNote, i);

      if (strcmp (other->code, code) == 0 && g_strcmp0 (other->detail, detail) == 0)
        {
          other->n_places++;
          return;
        }
    }

  note.detail = g_strdup (detail);
  note.span = span == NULL ? (CsSpan){ .part = CS_PART_DOCUMENT, .index = CS_NO_INDEX } : *span;
  g_array_append_val (notes, note);
}

/* "%s" alone is replaced: a message is data, and its detail comes from a file. */
static char *
fill_in (const char *message, const char *detail)
{
  g_auto (GStrv) pieces = g_strsplit (message, "%s", 2);

  return g_strjoinv (detail == NULL ? "" : detail, pieces);
}

char *
cs_write_note_dup_message (const CsWriteNote *note)
{
  g_autofree char *message = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    if (strcmp (messages[i].code, note->code) == 0)
      message = fill_in (_ (messages[i].message), note->detail);
  if (message == NULL)
    message = g_strdup (note->code);
  if (note->n_places < 2)
    return g_steal_pointer (&message);

  /* Translators: something that is said once, and in how many places it is so */
  return g_strdup_printf (_ ("%s (%u places)"), message, note->n_places);
}

const char *
cs_write_grade_get_name (CsWriteGrade grade)
{
  static const char *const names[] = { "changed", "lost", "refused" };

  return names[grade];
}
