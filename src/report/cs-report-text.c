#include <string.h>

#include "../base/cs-error.h"
#include "../exam/cs-messages.h"
#include "cs-report-model.h"
#include "cs-report.h"
#include "cs-terminal.h"
#include "cs-text-writer.h"

/* --- the head and the foot of a document --- */

static void
put_title (CsTextWriter *writer)
{
  const CsDraft *draft = writer->result->draft;
  gsize n_bytes;
  const char *title;

  if (cs_draft_get_n_units (draft, CS_PART_TITLE) == 0)
    return;

  title = cs_draft_get_unit_text (draft, CS_PART_TITLE, 0, &n_bytes);
  cs_text_writer_put (writer, "  ");
  cs_terminal_append (writer->out, title, n_bytes);
}

static void
put_counts_of_parts (CsTextWriter *writer)
{
  const CsDraft *draft = writer->result->draft;

  cs_text_writer_put (writer, "  ");
  cs_text_writer_put_count (writer, "claims", cs_draft_get_n_units (draft, CS_PART_CLAIMS));
  cs_text_writer_put (writer, " · ");
  cs_text_writer_put_count (writer, "paragraphs",
                            cs_draft_get_n_units (draft, CS_PART_DESCRIPTION));
  cs_text_writer_put (writer, " · ");
  cs_text_writer_put_count (writer, "figures", draft->figures->len);
  g_string_append_c (writer->out, '\n');
}

static void
put_checklists (CsTextWriter *writer)
{
  const GPtrArray *checklists = writer->result->checklists;

  for (guint i = 0; i < checklists->len; i++)
    {
      const CsChecklist *checklist = checklists->pdata[i];

      cs_text_writer_put (writer, "  ");
      cs_text_writer_put (writer, cs_text_writer_label (writer, "checked-by"));
      cs_text_writer_put (writer, cs_text_writer_colon (writer));
      cs_text_writer_put (writer, cs_words_get (&checklist->title, writer->language));
      g_string_append_printf (writer->out, " (%s, %s)\n", checklist->id, checklist->edition);
    }
}

static void
put_path_line (CsTextWriter *writer, const char *path, guint index)
{
  cs_text_writer_put_code (writer, CS_TEXT_BOLD);
  cs_terminal_append (writer->out, path, strlen (path));
  if (index > 0)
    g_string_append_printf (writer->out, " #%u", index + 1);
  cs_text_writer_put_code (writer, CS_TEXT_PLAIN);
}

static void
put_severities (CsTextWriter *writer, const guint *counts)
{
  gboolean any = FALSE;

  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    {
      const char *word = cs_messages_get ("severity", cs_severity_get_name (i), writer->language);
      g_autofree char *count = g_strdup_printf ("%s %u", word, counts[i]);

      if (counts[i] == 0)
        continue;
      cs_text_writer_put (writer, any ? " · " : "");
      cs_text_writer_put_styled (writer, cs_severity_colors[i], count);
      any = TRUE;
    }
  if (!any)
    cs_text_writer_put (writer, cs_text_writer_label (writer, "no-findings"));
}

/* --- what came of it, in front --- */

/* Whether the program looked at anything: "no findings" must not stand for "not checked". */
static gboolean
was_examined (const CsReportModel *model)
{
  return model->findings->len > 0 || model->n_states[CS_ITEM_PASSED] > 0;
}

static void
put_count_line (CsTextWriter *writer, const char *key, guint n)
{
  if (n == 0)
    return;

  cs_text_writer_put (writer, "  ");
  cs_text_writer_put_count (writer, key, n);
  g_string_append_c (writer->out, '\n');
}

/* What a person let stand does not count, and is not hidden. */
static void
put_summary (CsTextWriter *writer, const CsReportModel *model)
{
  guint counts[CS_N_SEVERITIES];

  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    counts[i] = cs_exam_result_count (writer->result, i);
  if (was_examined (model))
    {
      cs_text_writer_put (writer, "  ");
      put_severities (writer, counts);
      g_string_append_c (writer->out, '\n');
    }
  put_count_line (writer, "n-waived", model->n_waived);
  put_count_line (writer, "manual", model->n_unanswered);
  put_count_line (writer, "not-run", model->n_unchecked);
  if (writer->options->record != NULL)
    g_string_append_printf (writer->out, "  %s\n", model->standing);
  if (model->changes_line != NULL)
    g_string_append_printf (writer->out, "  %s\n", model->changes_line);
}

/* --- what follows the findings --- */

static void
put_wrapped (CsTextWriter *writer, const char *text)
{
  if (*text == '\0')
    return;

  g_string_append_printf (writer->out, "%*s", CS_TEXT_INDENT, "");
  cs_terminal_append_wrapped (writer->out, text, CS_TEXT_INDENT, writer->width);
  g_string_append_c (writer->out, '\n');
}

static void
put_heading (CsTextWriter *writer, const char *text)
{
  g_string_append (writer->out, "\n  ");
  cs_text_writer_put_styled (writer, CS_TEXT_BOLD, text);
  g_string_append_c (writer->out, '\n');
}

/* "CN-CLM-013 要求：符合，理由 代理师甲 2026-11-23" */
static void
put_question (CsTextWriter *writer, const CsReportItem *item)
{
  const char *answer = *item->answer == '\0' ? cs_text_writer_label (writer, "unanswered") :
                                               item->answer;
  g_autofree char *line = g_strjoin (" ", item->id, item->title, NULL);
  g_autofree char *said =
      g_strconcat (answer, *item->answer_text == '\0' ? "" : cs_text_writer_colon (writer),
                   item->answer_text, *item->answer_author == '\0' ? "" : " · ",
                   item->answer_author, *item->answer_day == '\0' ? "" : " ", item->answer_day,
                   NULL);

  put_wrapped (writer, line);
  put_wrapped (writer, item->question);
  put_wrapped (writer, said);
  if (item->answer_is_stale)
    put_wrapped (writer, cs_text_writer_label (writer, "answer-stale"));
}

static void
put_questions (CsTextWriter *writer, const CsReportModel *model)
{
  gboolean any = FALSE;

  for (guint i = 0; i < model->items->len; i++)
    {
      const CsReportItem *item = model->items->pdata[i];

      if (!item->is_open && *item->answer == '\0')
        continue;
      if (!any)
        put_heading (writer, cs_text_writer_label (writer, "table-questions"));
      any = TRUE;
      put_question (writer, item);
    }
}

/* Without a checklist the items are those of all lists: their ids would say nothing. */
static void
put_unchecked (CsTextWriter *writer, const CsReportModel *model)
{
  if (model->unchecked->len > 0)
    put_heading (writer, cs_text_writer_label (writer, "table-unchecked"));
  for (guint i = 0; i < model->unchecked->len; i++)
    {
      const CsReportGroup *group = model->unchecked->pdata[i];
      g_autoptr (GString) line = g_string_new (group->reason);

      if (model->lists->len > 0 && line->len > 0)
        g_string_append (line, cs_text_writer_colon (writer));
      for (guint k = 0; model->lists->len > 0 && k < group->items->len; k++)
        g_string_append_printf (line, "%s%s", k == 0 ? "" : " ",
                                ((CsReportItem *)group->items->pdata[k])->id);
      put_wrapped (writer, line->str);
    }
}

static void
put_gone (CsTextWriter *writer, const CsReportModel *model)
{
  if (model->changes != NULL && model->changes->len > 0)
    put_heading (writer, cs_text_writer_label (writer, "table-changes"));
  for (guint i = 0; model->changes != NULL && i < model->changes->len; i++)
    {
      const CsReportChange *change = model->changes->pdata[i];
      g_autofree char *line =
          g_strjoin ("  ", change->word, change->place, change->message, change->item, NULL);

      put_wrapped (writer, line);
    }
}

static void
put_stale (CsTextWriter *writer, const CsReportModel *model)
{
  if (model->stale->len > 0)
    put_heading (writer, cs_text_writer_label (writer, "table-stale"));
  for (guint i = 0; i < model->stale->len; i++)
    {
      const CsReportStale *stale = model->stale->pdata[i];
      g_autofree char *line =
          g_strjoin ("  ", stale->check, stale->words, stale->handling.word,
                     stale->handling.reason, stale->handling.author, NULL);

      put_wrapped (writer, line);
    }
}

static void
put_signatures (CsTextWriter *writer, const CsReportModel *model)
{
  if (model->signatures->len > 0)
    put_heading (writer, cs_text_writer_label (writer, "table-signatures"));
  for (guint i = 0; i < model->signatures->len; i++)
    {
      const CsReportSignature *signature = model->signatures->pdata[i];
      g_autofree char *line = g_strjoin ("  ", signature->role, signature->author, signature->day,
                                         signature->validity, NULL);

      put_wrapped (writer, line);
    }
}

void
cs_report_text (GString *out, const CsExamResult *result, const CsReportOptions *options)
{
  CsTextWriter writer = cs_text_writer_for (out, result, options);
  const CsReportInputs inputs = { .result = (CsExamResult *)result,
                                  .language = options->language,
                                  .record = options->record,
                                  .diff = options->diff };
  g_autoptr (CsReportModel) model = cs_report_model_new (&inputs);

  put_path_line (&writer, result->draft->path, result->draft->index);
  put_title (&writer);
  g_string_append_c (out, '\n');
  put_counts_of_parts (&writer);
  put_checklists (&writer);
  put_summary (&writer, model);
  for (guint i = 0; i < result->findings->len; i++)
    cs_text_writer_put_finding (&writer, &g_array_index (result->findings, CsFinding, i));
  put_questions (&writer, model);
  put_unchecked (&writer, model);
  put_gone (&writer, model);
  put_stale (&writer, model);
  put_signatures (&writer, model);
  g_string_append_c (out, '\n');
}

void
cs_report_text_error (GString *out,
                      const char *path,
                      guint index,
                      const GError *error,
                      const CsReportOptions *options)
{
  CsTextWriter writer = cs_text_writer_for (out, NULL, options);

  put_path_line (&writer, path, index);
  g_string_append (out, "\n  ");
  cs_text_writer_put_styled (&writer, cs_severity_colors[CS_SEVERITY_ERROR],
                             cs_text_writer_label (&writer, "error"));
  cs_text_writer_put (&writer, cs_text_writer_colon (&writer));
  cs_text_writer_put (&writer, error->message);
  if (cs_error_get_line (error) > 0)
    {
      cs_text_writer_put (&writer, g_str_equal (writer.language, "zh") ? "，" : ", ");
      cs_text_writer_put_count (&writer, "line", cs_error_get_line (error));
    }
  g_string_append (out, "\n\n");
}

void
cs_report_text_totals (GString *out, const CsReportTotals *totals, const CsReportOptions *options)
{
  CsTextWriter writer = cs_text_writer_for (out, NULL, options);

  cs_text_writer_put_styled (&writer, CS_TEXT_BOLD, cs_text_writer_label (&writer, "total"));
  cs_text_writer_put (&writer, cs_text_writer_colon (&writer));
  cs_text_writer_put_count (&writer, "documents", totals->n_documents);
  if (totals->n_documents > 0)
    {
      cs_text_writer_put (&writer, " · ");
      put_severities (&writer, totals->n_findings);
    }
  if (totals->n_unreadable > 0)
    {
      cs_text_writer_put (&writer, " · ");
      cs_text_writer_put_count (&writer, "unreadable", totals->n_unreadable);
    }
  g_string_append_c (out, '\n');
}
