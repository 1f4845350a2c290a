#include "cs-family-export-report.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../report/family/cs-family-words.h"
#include "../cs-family-picture.h"
#include "cs-family-due.h"
#include "cs-family-row.h"

/* --- days to come --- */

static void
add_due (CsFamilyReportPart *part, const CsFamilyDue *due)
{
  g_autofree char *because = cs_office_date_dup_text (due->because);
  g_autofree char *what =
      due->kind == CS_DUE_ANNUITY ?
          g_strdup_printf (_ ("yearly fee for year %u of the patent"), due->year) :
          g_strdup (_ ("end of the term"));
  g_autofree char *from = g_strdup_printf (
      due->is_granted ? _ ("grant on %s") : _ ("filing on %s"), because);
  const CsFamilyReportDue line = { due->date, due->application->number->printed, what, from,
                                   due->is_estimate };

  cs_family_report_part_add_due (part, &line);
}

static void
add_dues (CsFamilyReportPart *part, CsOfficeDate today)
{
  g_autoptr (GArray) dues = cs_family_list_due (part->family, today);

  for (guint i = 0; i < dues->len; i++)
    add_due (part, &g_array_index (dues, CsFamilyDue, i));
}

/* --- claims --- */

/* Claims are parted by empty lines. */
static char *
dup_first_claim (const char *text)
{
  const char *end = strstr (text, "\n\n");

  return end == NULL ? g_strdup (text) : g_strndup (text, (gsize)(end - text));
}

static gboolean
add_claim_of (CsFamilyReportPart *part,
              CsLibrary *library,
              const CsPublication *publication,
              const char *language,
              GError **error)
{
  g_autoptr (GPtrArray) texts =
      cs_library_load_texts (library, publication->store_id, 1u << CS_RECORD_CLAIMS, error);
  const CsLibraryText *text;
  g_autofree char *origin = NULL;
  g_autofree char *first = NULL;

  if (texts == NULL)
    return FALSE;
  text = cs_family_row_choose_text (texts, CS_RECORD_CLAIMS, language);
  if (text == NULL)
    return TRUE;

  first = dup_first_claim (text->text);
  origin = g_strjoin (*text->language == '\0' ? "" : " · ", text->language,
                      cs_family_source_get_word (text->source), NULL);
  cs_family_report_part_add_claim (
      part, &(CsFamilyReportClaim){ publication->number->printed, origin, first });

  return TRUE;
}

/* Of each application the last publication that has claims: what was granted, if anything was. */
static gboolean
add_claims (CsFamilyReportPart *part, CsLibrary *library, const char *language, GError **error)
{
  for (guint i = 0; i < part->family->applications->len; i++)
    {
      const CsApplication *application = part->family->applications->pdata[i];
      const CsPublication *last = NULL;

      for (guint n = 0; n < application->publications->len; n++)
        {
          const CsPublication *publication = application->publications->pdata[n];

          if (*publication->languages != '\0')
            last = publication;
        }
      if (last != NULL && !add_claim_of (part, library, last, language, error))
        return FALSE;
    }

  return TRUE;
}

/* --- what the user says --- */

static char *
dup_remarks (const CsFamilyMarks *marks)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (marks->tags[0] != NULL)
    g_ptr_array_add (words, g_strjoinv (", ", marks->tags));
  if (marks->rating > 0)
    g_ptr_array_add (words, g_strdup_printf (_ ("rated %u of %u"), marks->rating, CS_MAX_RATING));
  if (*marks->note != '\0')
    g_ptr_array_add (words, g_strdelimit (g_strdup (marks->note), "\n", ' '));
  g_ptr_array_add (words, NULL);

  return g_strjoinv (" · ", (char **)words->pdata);
}

gboolean
cs_family_report_take (CsFamilyReport *report,
                       CsLibrary *library,
                       CsFamily *family,
                       const char *language,
                       GError **error)
{
  g_autoptr (CsPicture) timeline = cs_family_timeline_new (family, report->today);
  g_autoptr (CsPicture) graph = cs_family_graph_new (family);
  g_autoptr (CsFamilyMarks) marks = cs_library_load_marks (library, family->store_id, error);
  CsFamilyReportPart *part;

  if (marks == NULL)
    return FALSE;

  part = cs_family_report_add (report, family, timeline, graph);
  g_free (part->remarks);
  part->remarks = dup_remarks (marks);
  add_dues (part, report->today);

  return add_claims (part, library, language, error);
}
