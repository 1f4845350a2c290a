#include <string.h>

#include "../exam/cs-messages.h"
#include "cs-finding-line.h"
#include "cs-report-sheet-private.h"

/* --- findings --- */

enum
{
  NUMBER,
  PLACE,
  PROBLEM,
  BASIS,
  SUGGESTION,
  HANDLING,
  REASON
};

static const CsReportColumn finding_columns[] = {
  { "col-number", 52 },
  { "col-place", 108 },
  { "col-problem", 325 },
  { "col-basis", 165 },
  { "col-suggestion", 165 },
  { "col-handling", 80 },
  { "col-reason", 105 },
};

static void
add_labelled (CsReportRow *row, const CsReportModel *model, const char *key, const char *text)
{
  g_autofree char *line = NULL;

  if (*text == '\0')
    return;

  line = g_strconcat (cs_report_get_word (model, key), cs_finding_line_get_colon (model->language),
                      text, NULL);
  cs_report_row_add (row, PROBLEM, CS_LOOK_CAPTION, line);
}

static void
add_problem (CsReportRow *row, const CsReportFinding *finding, const CsReportModel *model)
{
  cs_report_row_add (row, PROBLEM, CS_LOOK_BODY, finding->message);
  if (finding->excerpt->len > 0)
    g_ptr_array_add (row->cells->pdata[PROBLEM],
                     cs_report_line_new_pieces (CS_LOOK_QUOTE, finding->excerpt));
  add_labelled (row, model, "path", finding->path);
  for (guint i = 0; i < finding->related->len; i++)
    cs_report_row_add (row, PROBLEM, CS_LOOK_CAPTION, finding->related->pdata[i]);
  add_labelled (row, model, "consequence", finding->consequence);
}

static void
add_finding (CsReportTable *table, const CsReportFinding *finding, const CsReportModel *model)
{
  CsReportRow *row = cs_report_table_add_row (table);
  g_autofree char *number = g_strdup_printf ("%u", finding->number);
  CsReportLine *line = cs_report_row_add (row, NUMBER, CS_LOOK_STRONG, number);

  line->shape = (CsReportShape)finding->severity;
  line->hollow = finding->certainty == CS_CERTAINTY_POSSIBLE;
  cs_report_row_add (row, PLACE, CS_LOOK_STRONG, finding->place);
  cs_report_row_add (row, PLACE, CS_LOOK_CAPTION, finding->certainty_word);
  if (finding->is_new)
    cs_report_row_add (row, PLACE, CS_LOOK_CAPTION, cs_report_get_word (model, "new"));
  add_problem (row, finding, model);
  cs_report_row_add_bases (row, BASIS, finding->bases, model);
  cs_report_row_add (row, BASIS, CS_LOOK_CAPTION, finding->ids);
  for (guint i = 0; i < finding->suggestions->len; i++)
    cs_report_row_add (row, SUGGESTION, CS_LOOK_BODY, finding->suggestions->pdata[i]);
  cs_report_row_add_handling (row, HANDLING, &finding->handling);
}

/* "必须改  3" above its findings. */
static void
add_finding_band (CsReportTable *table, const CsReportFinding *finding, const CsReportModel *model)
{
  const char *severity = cs_severity_get_name (finding->severity);
  gboolean waived = finding->waived;
  guint n = waived ? model->n_waived : model->n_open[finding->severity];
  g_autofree char *text = g_strdup_printf (
      "%s  %u",
      waived ? cs_report_get_word (model, "band-waived") :
               cs_messages_get ("severity", severity, model->language),
      n);
  CsReportRow *row = cs_report_table_add_band (
      table, g_strconcat ("findings-", waived ? "waived" : severity, NULL));
  CsReportLine *line = cs_report_row_add (row, 0, CS_LOOK_STRONG, text);

  line->shape = waived ? CS_SHAPE_ABSENT : (CsReportShape)finding->severity;
}

static gboolean
begins_band (const GPtrArray *findings, guint i)
{
  const CsReportFinding *finding = findings->pdata[i];
  const CsReportFinding *last = i == 0 ? NULL : findings->pdata[i - 1];

  if (last == NULL || last->waived != finding->waived)
    return TRUE;

  return !finding->waived && last->severity != finding->severity;
}

void
cs_report_sheet_add_findings (CsReportSheet *sheet)
{
  const CsReportModel *model = sheet->model;
  guint n_rows = MIN (model->findings->len, CS_REPORT_MAX_ROWS);
  CsReportTable *table;

  if (n_rows == 0)
    return;

  table = cs_report_sheet_add_table (sheet, "findings", finding_columns,
                                     G_N_ELEMENTS (finding_columns));
  for (guint i = 0; i < n_rows; i++)
    {
      if (begins_band (model->findings, i))
        add_finding_band (table, model->findings->pdata[i], model);
      add_finding (table, model->findings->pdata[i], model);
    }
  if (n_rows < model->findings->len)
    table->note = cs_messages_dup_count ("n-further", model->findings->len - n_rows,
                                         model->language);
}

/* --- questions --- */

static CsReportShape
get_shape (const CsReportItem *item)
{
  static const CsReportShape shapes[] = {
    [CS_ITEM_PASSED] = CS_SHAPE_PASSED,
    [CS_ITEM_FINDINGS] = CS_SHAPE_ABSENT, /* all of them waived */
    [CS_ITEM_MANUAL] = CS_SHAPE_MANUAL,
    [CS_ITEM_NOT_APPLICABLE] = CS_SHAPE_ABSENT,
    [CS_ITEM_NOT_RUN] = CS_SHAPE_NOT_RUN,
  };

  return item->severity < CS_N_SEVERITIES ? (CsReportShape)item->severity : shapes[item->state];
}

static const CsReportColumn question_columns[] = {
  { "col-item", 120 },
  { "col-question", 320 },
  { "col-basis", 190 },
  { "col-answer", 90 },
  { "col-reason", 280 },
};

static void
add_question (CsReportTable *table, const CsReportItem *item, const CsReportModel *model)
{
  CsReportRow *row = cs_report_table_add_row (table);
  gboolean open = *item->answer == '\0';
  g_autofree char *who =
      g_strconcat (item->answer_author,
                   *item->answer_author == '\0' || *item->answer_day == '\0' ? "" : " · ",
                   item->answer_day, NULL);
  CsReportLine *line = cs_report_row_add (row, 0, CS_LOOK_STRONG, item->id);

  line->shape = item->is_open ? CS_SHAPE_MANUAL : get_shape (item);
  cs_report_row_add (row, 1, CS_LOOK_STRONG, item->title);
  cs_report_row_add (row, 1, CS_LOOK_BODY, item->question);
  for (guint i = 0; i < item->evidence->len; i++)
    g_ptr_array_add (row->cells->pdata[1],
                     cs_report_line_new_pieces (CS_LOOK_QUOTE, item->evidence->pdata[i]));
  cs_report_row_add_bases (row, 2, item->bases, model);
  cs_report_row_add (row, 3, open ? CS_LOOK_BODY : CS_LOOK_STRONG,
                     open ? cs_report_get_word (model, "unanswered") : item->answer);
  if (item->answer_is_stale)
    cs_report_row_add (row, 3, CS_LOOK_CAPTION, cs_report_get_word (model, "answer-stale"));
  cs_report_row_add (row, 4, CS_LOOK_BODY, item->answer_text);
  cs_report_row_add (row, 4, CS_LOOK_CAPTION, who);
}

/* Questions that are asked together stand together, in the order of their first one. */
static GPtrArray *
list_groups (const CsReportModel *model)
{
  GPtrArray *groups = g_ptr_array_new ();

  for (guint i = 0; i < model->items->len; i++)
    {
      const CsReportItem *item = model->items->pdata[i];

      if ((item->is_open || *item->answer != '\0') &&
          !g_ptr_array_find_with_equal_func (groups, item->group, g_str_equal, NULL))
        g_ptr_array_add (groups, item->group);
    }

  return groups;
}

static void
add_group (CsReportTable *table, const char *group, const CsReportModel *model)
{
  if (*group != '\0')
    cs_report_row_add (cs_report_table_add_band (table, NULL), 0, CS_LOOK_STRONG, group);
  for (guint i = 0; i < model->items->len; i++)
    {
      const CsReportItem *item = model->items->pdata[i];

      if ((item->is_open || *item->answer != '\0') && strcmp (item->group, group) == 0)
        add_question (table, item, model);
    }
}

void
cs_report_sheet_add_questions (CsReportSheet *sheet)
{
  g_autoptr (GPtrArray) groups = list_groups (sheet->model);
  CsReportTable *table;

  if (groups->len == 0)
    return;

  table = cs_report_sheet_add_table (sheet, "questions", question_columns,
                                     G_N_ELEMENTS (question_columns));
  for (guint i = 0; i < groups->len; i++)
    add_group (table, groups->pdata[i], sheet->model);
}

/* --- what was not checked --- */

static const CsReportColumn unchecked_columns[] = {
  { "col-why", 350 },
  { "col-items", 650 },
};

/* Without a checklist the items are those of all lists: their ids would say nothing. */
void
cs_report_sheet_add_unchecked (CsReportSheet *sheet)
{
  const CsReportModel *model = sheet->model;
  CsReportTable *table;

  if (model->unchecked->len == 0)
    return;

  table = cs_report_sheet_add_table (sheet, "unchecked", unchecked_columns,
                                     G_N_ELEMENTS (unchecked_columns));
  for (guint i = 0; i < model->unchecked->len; i++)
    {
      const CsReportGroup *group = model->unchecked->pdata[i];
      CsReportRow *row = cs_report_table_add_row (table);
      CsReportLine *line = cs_report_row_add (
          row, 0, CS_LOOK_BODY,
          *group->reason == '\0' ? cs_messages_get ("state", "not-run", model->language) :
                                   group->reason);

      line->shape = CS_SHAPE_NOT_RUN;
      for (guint k = 0; model->lists->len > 0 && k < group->items->len; k++)
        {
          const CsReportItem *item = group->items->pdata[k];
          g_autofree char *text = g_strconcat (item->id, "  ", item->title, NULL);

          cs_report_row_add (row, 1, CS_LOOK_BODY, text);
        }
    }
}

/* --- since the last examination --- */

static const CsReportColumn change_columns[] = {
  { "col-change", 120 },
  { "col-place", 160 },
  { "col-problem", 560 },
  { "col-item", 160 },
};

void
cs_report_sheet_add_changes (CsReportSheet *sheet)
{
  const CsReportModel *model = sheet->model;
  CsReportTable *table;

  if (model->changes == NULL || model->changes->len == 0)
    return;

  table =
      cs_report_sheet_add_table (sheet, "changes", change_columns, G_N_ELEMENTS (change_columns));
  table->note = g_strdup (model->changes_line);
  for (guint i = 0; i < MIN (model->changes->len, CS_REPORT_MAX_ROWS); i++)
    {
      const CsReportChange *change = model->changes->pdata[i];
      CsReportRow *row = cs_report_table_add_row (table);
      CsReportLine *line = cs_report_row_add (row, 0, CS_LOOK_STRONG, change->word);

      line->shape = strcmp (change->kind, "new") == 0  ? (CsReportShape)change->severity :
                    strcmp (change->kind, "gone") == 0 ? CS_SHAPE_PASSED :
                                                         CS_SHAPE_ABSENT;
      cs_report_row_add (row, 1, CS_LOOK_BODY, change->place);
      cs_report_row_add (row, 2, CS_LOOK_BODY, change->message);
      cs_report_row_add (row, 3, CS_LOOK_CAPTION, change->item);
    }
}

/* --- signatures --- */

static const CsReportColumn signature_columns[] = {
  { "col-role", 220 },
  { "col-signer", 300 },
  { "col-day", 180 },
  { "col-validity", 300 },
};

static void
add_signature (CsReportTable *table, const CsReportSignature *signature)
{
  CsReportRow *row = cs_report_table_add_row (table);

  cs_report_row_add (row, 0, CS_LOOK_STRONG, signature->role);
  cs_report_row_add (row, 1, CS_LOOK_BODY, signature->author);
  cs_report_row_add (row, 2, CS_LOOK_BODY, signature->day);
  cs_report_row_add (row, 3, CS_LOOK_BODY, signature->validity)->shape =
      signature->holds ? CS_SHAPE_PASSED : CS_SHAPE_WARNING;
}

static gboolean
is_signed (const CsReportModel *model, CsSignatureRole role)
{
  for (guint i = 0; i < model->signatures->len; i++)
    {
      const CsReportSignature *signature = model->signatures->pdata[i];

      if (signature->kind == role && signature->holds)
        return TRUE;
    }

  return FALSE;
}

/* Room to sign on paper. */
static void
add_unsigned (CsReportTable *table, CsSignatureRole role, const CsReportModel *model)
{
  CsReportRow *row = cs_report_table_add_row (table);
  const char *name = cs_signature_role_get_name (role);

  cs_report_row_add (row, 0, CS_LOOK_STRONG, cs_report_get_word (model, name));
  cs_report_row_add (row, 3, CS_LOOK_BODY, cs_report_get_word (model, "not-signed"))->shape =
      CS_SHAPE_NOT_RUN;
}

void
cs_report_sheet_add_signatures (CsReportSheet *sheet)
{
  const CsReportModel *model = sheet->model;
  CsReportTable *table;

  if (model->lists->len == 0)
    return;

  table = cs_report_sheet_add_table (sheet, "signatures", signature_columns,
                                     G_N_ELEMENTS (signature_columns));
  for (guint i = 0; i < model->signatures->len; i++)
    add_signature (table, model->signatures->pdata[i]);
  for (guint i = 0; i < CS_N_SIGNATURE_ROLES; i++)
    if (!is_signed (model, (CsSignatureRole)i))
      add_unsigned (table, (CsSignatureRole)i, model);
}

/* --- decisions that nothing belongs to any more --- */

static const CsReportColumn stale_columns[] = {
  { "col-check", 300 },
  { "col-words", 280 },
  { "col-handling", 120 },
  { "col-reason", 300 },
};

void
cs_report_sheet_add_stale (CsReportSheet *sheet)
{
  const CsReportModel *model = sheet->model;
  CsReportTable *table;

  if (model->stale->len == 0)
    return;

  table =
      cs_report_sheet_add_table (sheet, "stale", stale_columns, G_N_ELEMENTS (stale_columns));
  table->note = g_strdup (cs_report_get_word (model, "stale-note"));
  for (guint i = 0; i < MIN (model->stale->len, CS_REPORT_MAX_ROWS); i++)
    {
      const CsReportStale *stale = model->stale->pdata[i];
      CsReportRow *row = cs_report_table_add_row (table);

      cs_report_row_add (row, 0, CS_LOOK_BODY, stale->check);
      cs_report_row_add (row, 1, CS_LOOK_BODY, stale->words);
      cs_report_row_add_handling (row, 2, &stale->handling);
    }
}

/* --- all items --- */

/* A line for each clause: this table is long enough. */
static void
add_bases_shortly (CsReportRow *row, guint column, const GArray *bases)
{
  for (guint i = 0; i < bases->len; i++)
    {
      const CsReportBasis *basis = &g_array_index (bases, CsReportBasis, i);
      g_autofree char *line =
          g_strconcat (basis->citation, *basis->edition == '\0' ? "" : " · ", basis->edition,
                       basis->verified ? "" : " · ", basis->verified ? "" : basis->status, NULL);

      cs_report_row_add (row, column, CS_LOOK_CAPTION, line);
    }
}

static const CsReportColumn item_columns[] = {
  { "col-item", 120 },
  { "col-requirement", 330 },
  { "col-basis", 350 },
  { "col-state", 200 },
};

static void
add_item (CsReportTable *table, const CsReportItem *item, const CsReportModel *model)
{
  CsReportRow *row = cs_report_table_add_row (table);
  g_autofree char *state =
      item->n_findings == 0 ?
          g_strdup (item->state_word) :
          g_strdup_printf ("%s  %u", item->state_word, item->n_findings);
  CsReportLine *line;

  cs_report_row_add (row, 0, CS_LOOK_BODY, item->id);
  cs_report_row_add (row, 1, CS_LOOK_BODY, item->title);
  add_bases_shortly (row, 2, item->bases);
  line = cs_report_row_add (row, 3, CS_LOOK_BODY, state);
  line->shape = get_shape (item);
  cs_report_row_add (row, 3, CS_LOOK_CAPTION, item->reason);
  cs_report_row_add (row, 3, CS_LOOK_CAPTION, item->house);
  if (item->n_waived > 0)
    {
      g_autofree char *waived =
          cs_messages_dup_count ("n-waived", item->n_waived, model->language);

      cs_report_row_add (row, 3, CS_LOOK_CAPTION, waived);
    }
}

static void
add_list_band (CsReportTable *table, const CsReportItem *item, const CsReportModel *model)
{
  const CsChecklist *checklist = item->checklist;
  g_autofree char *text =
      g_strdup_printf ("%s · %s · %s", cs_words_get (&checklist->title, model->language),
                       checklist->id, checklist->edition);
  CsReportRow *row =
      cs_report_table_add_band (table, g_strdup_printf ("list-%u", table->rows->len));

  cs_report_row_add (row, 0, CS_LOOK_STRONG, text);
}

void
cs_report_sheet_add_items (CsReportSheet *sheet)
{
  const CsReportModel *model = sheet->model;
  const CsChecklist *checklist = NULL;
  CsReportTable *table;

  if (model->lists->len == 0)
    return;

  table = cs_report_sheet_add_table (sheet, "items", item_columns, G_N_ELEMENTS (item_columns));
  for (guint i = 0; i < model->items->len; i++)
    {
      const CsReportItem *item = model->items->pdata[i];

      if (item->checklist != checklist)
        add_list_band (table, item, model);
      checklist = item->checklist;
      add_item (table, item, model);
    }
}
