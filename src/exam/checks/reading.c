#include "cs-checks.h"

/* What a reader met on the way becomes a finding: the codes of the notes are the rules. */

const char *const cs_reading_rules[] = { "unknown-entity",
                                         "guessed-encoding",
                                         "replaced-characters",
                                         "dropped-object",
                                         "missing-image",
                                         "unreadable-file",
                                         "other-version",
                                         "double-number",
                                         "joined-lines",
                                         "more-notes",
                                         "comment",
                                         "tracked-insertion",
                                         "tracked-deletion",
                                         "footnote",
                                         "no-preview",
                                         "other-claims",
                                         NULL };

void
cs_check_reading (CsExamContext *context, const CsClaim *unused)
{
  const GArray *notes = cs_exam_get_draft (context)->notes;

  for (guint i = 0; i < notes->len; i++)
    {
      const CsReadNote *note = &g_array_index (notes, CsReadNote, i);
      CsReport *report = NULL;

      if (g_strv_contains (cs_reading_rules, note->code))
        report = cs_exam_report (context, note->code, CS_CERTAINTY_CERTAIN, note->span);
      if (report != NULL && note->detail != NULL)
        cs_report_set (report, "detail", "%s", note->detail);
    }
}
