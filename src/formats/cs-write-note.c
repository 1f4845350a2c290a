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
  { "abstract-figure-left-out", N_ ("The figure of the abstract (%s) is not in the package: name "
                                    "it in the request") },
  { "abstract-missing", N_ ("There is no abstract") },
  { "changes-taken", N_ ("A tracked change of Word is taken as accepted") },
  { "character-invisible", N_ ("Invisible character %s; the office's converter stops at odd "
                               "characters (not verified)") },
  { "character-lost", N_ ("The character %s cannot be written") },
  { "character-private", N_ ("Character %s is of one's own making; the office takes those "
                             "of GB 18030 only: put it in as a picture") },
  { "character-rare", N_ ("The office's fonts lack %s: put it in as a picture (not verified)") },
  { "character-replaced", N_ ("A character was lost before: %s stands in its place") },
  { "character-unassigned", N_ ("%s is no character; the office takes those of GB 18030 only") },
  { "chemistry-as-picture", N_ ("A chemical structure becomes a picture") },
  { "chemistry-lost", N_ ("The picture of a chemical formula is not there: %s") },
  { "claim-empty", N_ ("Claim %s has no text") },
  { "claim-number-order", N_ ("Claim number %s is out of order") },
  { "claim-number-twice", N_ ("Claim number %s stands twice") },
  { "claim-unnumbered", N_ ("A claim has no number: claim %s in order") },
  { "claims-missing", N_ ("There are no claims") },
  { "comment-lost", N_ ("A comment is left out") },
  { "description-missing", N_ ("There is no description") },
  { "drawing-left-out", N_ ("The drawing “%s” is left out") },
  { "drawing-lost", N_ ("The drawing “%s” is not there") },
  { "figure-not-drawn", N_ ("Figure %s is listed in the description and not among the drawings") },
  { "figure-not-listed", N_ ("Drawing “%s” is not listed in the description") },
  { "figure-order", N_ ("Drawing “%s” is out of order") },
  { "figure-twice", N_ ("Two drawings are called “%s”") },
  { "figure-unlabelled", N_ ("The drawing “%s” has no figure number") },
  { "filing-sheet", N_ ("On the filing sheet only: %s") },
  { "floating-object", N_ ("A picture that floated stands in the line") },
  { "footnote-lost", N_ ("Footnote “%s” is left out") },
  { "formula-as-picture", N_ ("A formula becomes a picture") },
  { "formula-converted", N_ ("A formula is written as Word writes formulas") },
  { "formula-incomplete", N_ ("A formula is written without some of its signs") },
  { "formula-lost", N_ ("A formula has neither source nor picture: %s") },
  { "heading-as-paragraph", N_ ("A heading that reads as none becomes a paragraph") },
  { "heading-missing", N_ ("The heading “%s” is missing") },
  { "heading-without-text", N_ ("No text follows the last heading, “%s”") },
  { "line-break", N_ ("A line break within a paragraph becomes a blank") },
  { "nested-table", N_ ("A table within a table becomes one picture: look at it") },
  { "not-chinese", N_ ("The text is not Chinese") },
  { "object-as-text", N_ ("A formula or table becomes plain text") },
  { "object-lost", N_ ("An object has neither source nor picture: %s") },
  { "paragraph-number", N_ ("The number of a paragraph is left to the office") },
  { "paragraphs-renumbered", N_ ("Paragraphs are numbered anew, without gaps") },
  { "picture-as-text", N_ ("A picture is left out, its name stands in its place") },
  { "picture-converted", N_ ("Picture “%s” is converted to JPG or TIF of 72 to 300 dpi") },
  { "picture-fitted", N_ ("Picture “%s” is made smaller to fit the page (170 × 255 mm) "
                          "or to have 72 dpi") },
  { "picture-format", N_ ("The picture “%s” is of a kind that cannot be shown") },
  { "picture-lost", N_ ("The picture “%s” is not there") },
  { "picture-missing", N_ ("Picture “%s” is not there; without it nothing is written") },
  { "picture-too-large", N_ ("Picture “%s” is too large; without it nothing is written: "
                             "split it") },
  { "picture-unreadable", N_ ("Picture “%s” cannot be read; without it nothing is written: "
                              "save it as PNG in Word, and put that in its place") },
  { "reading-note", N_ ("What was noted when the file was read is not in the text") },
  { "repeated-words", N_ ("“%s” stands twice in a row; the office's converter stops at "
                          "repeated characters (not verified)") },
  { "request-left-out", N_ ("The request (applicant, inventor, priority) is not in the "
                            "package: it is filled in at the office") },
  { "script-in-script", N_ ("A script within a script becomes one script") },
  { "script-lost", N_ ("A subscript or superscript becomes plain letters") },
  { "style-lost", N_ ("Bold, italic or underlined letters become plain") },
  { "table-as-picture", N_ ("A table becomes a picture") },
  { "table-converted", N_ ("A table is written as Word writes tables") },
  { "table-incomplete", N_ ("A table is written without some of its content") },
  { "table-lost", N_ ("A table has neither source nor picture: %s") },
  { "text-between-claims", N_ ("Text outside of the claims is left out: “%s”") },
  { "title-differs", N_ ("The title in the request is another: “%s”") },
  { "title-missing", N_ ("There is no title") },
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
