#include <string.h>

#include "../base/cs-error.h"
#include "../exam/cs-messages.h"
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

/* Items that came out the same way for the same reason. */
typedef struct
{
  char *reason;
  GString *ids;
} ItemGroup;

static void
item_group_free (gpointer data)
{
  ItemGroup *group = data;

  g_free (group->reason);
  g_string_free (group->ids, TRUE);
  g_free (group);
}

/* The group of @reason (transfer full), made when it is not there. */
static ItemGroup *
get_group (GPtrArray *groups, char *reason)
{
  ItemGroup *group;

  for (guint i = 0; i < groups->len; i++)
    {
      group = groups->pdata[i];
      if (strcmp (group->reason, reason) == 0)
        {
          g_free (reason);
          return group;
        }
    }

  group = g_new0 (ItemGroup, 1);
  group->reason = reason;
  group->ids = g_string_new (NULL);
  g_ptr_array_add (groups, group);

  return group;
}

/* An item with findings of which some rule was not run, or not for all claims, counts as both. */
static gboolean
came_out (const CsItemResult *item, CsItemState state)
{
  if (state == CS_ITEM_NOT_RUN && item->state == CS_ITEM_FINDINGS)
    return item->reason != NULL;

  return item->state == state;
}

static GPtrArray *
group_items (CsTextWriter *writer, CsItemState state, guint *n_items)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (item_group_free);

  *n_items = 0;
  for (guint i = 0; i < writer->result->items->len; i++)
    {
      const CsItemResult *item = &g_array_index (writer->result->items, CsItemResult, i);
      ItemGroup *group;

      if (!came_out (item, state))
        continue;

      (*n_items)++;
      group =
          get_group (groups, item->reason == NULL ?
                                 g_strdup ("") :
                                 cs_messages_dup_reason (item, writer->result, writer->language));
      g_string_append_printf (group->ids, "%s%s", group->ids->len == 0 ? "" : " ", item->item->id);
    }

  return groups;
}

/* Without a checklist the items are those of all lists: their ids would say nothing. */
static void
put_group (CsTextWriter *writer, const ItemGroup *group)
{
  gboolean with_ids = writer->result->checklists->len > 0;
  gboolean with_both = with_ids && *group->reason != '\0';
  g_autofree char *text = g_strconcat (group->reason,
                                       with_both ? cs_text_writer_colon (writer) : "",
                                       with_ids ? group->ids->str : "", NULL);

  g_string_append_printf (writer->out, "%*s", CS_TEXT_INDENT, "");
  cs_terminal_append_wrapped (writer->out, text, CS_TEXT_INDENT, writer->width);
  g_string_append_c (writer->out, '\n');
}

static void
put_items (CsTextWriter *writer, CsItemState state, const char *key)
{
  guint n_items;
  g_autoptr (GPtrArray) groups = group_items (writer, state, &n_items);

  if (n_items == 0)
    return;

  cs_text_writer_put (writer, "  ");
  cs_text_writer_put_count (writer, key, n_items);
  g_string_append_c (writer->out, '\n');
  for (guint i = 0; i < groups->len; i++)
    put_group (writer, groups->pdata[i]);
}

/* Whether the program looked at anything: "no findings" must not stand for "not checked". */
static gboolean
was_examined (const CsExamResult *result)
{
  for (guint i = 0; i < result->items->len; i++)
    {
      CsItemState state = g_array_index (result->items, CsItemResult, i).state;

      if (state == CS_ITEM_PASSED || state == CS_ITEM_FINDINGS)
        return TRUE;
    }

  return result->findings->len > 0;
}

/* What a person let stand does not count, and is not hidden. */
static void
put_waived (CsTextWriter *writer)
{
  guint n = 0;

  for (guint i = 0; i < writer->result->findings->len; i++)
    n += cs_finding_is_waived (&g_array_index (writer->result->findings, CsFinding, i));
  if (n == 0)
    return;

  cs_text_writer_put (writer, "  ");
  cs_text_writer_put_count (writer, "n-waived", n);
  g_string_append_c (writer->out, '\n');
}

static void
put_foot (CsTextWriter *writer)
{
  guint counts[CS_N_SEVERITIES];

  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    counts[i] = cs_exam_result_count (writer->result, i);

  g_string_append_c (writer->out, '\n');
  if (was_examined (writer->result))
    {
      cs_text_writer_put (writer, "  ");
      put_severities (writer, counts);
      g_string_append_c (writer->out, '\n');
    }
  put_waived (writer);
  put_items (writer, CS_ITEM_MANUAL, "manual");
  put_items (writer, CS_ITEM_NOT_RUN, "not-run");
  g_string_append_c (writer->out, '\n');
}

void
cs_report_text (GString *out, const CsExamResult *result, const CsReportOptions *options)
{
  CsTextWriter writer = cs_text_writer_for (out, result, options);

  put_path_line (&writer, result->draft->path, result->draft->index);
  put_title (&writer);
  g_string_append_c (out, '\n');
  put_counts_of_parts (&writer);
  put_checklists (&writer);
  for (guint i = 0; i < result->findings->len; i++)
    cs_text_writer_put_finding (&writer, &g_array_index (result->findings, CsFinding, i));
  put_foot (&writer);
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
