#include <string.h>

#include "../base/cs-error.h"
#include "../exam/cs-messages.h"
#include "cs-report.h"
#include "cs-terminal.h"

#define DEFAULT_WIDTH 100
#define INDENT 4 /* columns in front of what belongs to a finding */

#define BOLD "\033[1m"
#define DIM "\033[2m"
#define PLAIN "\033[0m"

static const char *const severity_colors[CS_N_SEVERITIES] = { "\033[1;31m", "\033[1;33m",
                                                              "\033[1;34m" };

typedef struct
{
  GString *out;
  const CsExamResult *result;
  const CsReportOptions *options;
  const char *language;
  guint width;
} Writer;

static Writer
writer_for (GString *out, const CsExamResult *result, const CsReportOptions *options)
{
  return (Writer){ out, result, options, options->language,
                   options->width == 0 ? DEFAULT_WIDTH : options->width };
}

/* --- words --- */

static void
put_code (Writer *writer, const char *code)
{
  if (writer->options->color)
    g_string_append (writer->out, code);
}

static void
put (Writer *writer, const char *text)
{
  cs_terminal_append (writer->out, text, strlen (text));
}

static void
put_styled (Writer *writer, const char *code, const char *text)
{
  put_code (writer, code);
  put (writer, text);
  put_code (writer, PLAIN);
}

static const char *
label (Writer *writer, const char *key)
{
  return cs_messages_get ("label", key, writer->language);
}

static const char *
colon (const Writer *writer)
{
  return g_str_equal (writer->language, "zh") ? "：" : ": ";
}

static void
put_count (Writer *writer, const char *key, guint n)
{
  g_autofree char *text = cs_messages_dup_count (key, n, writer->language);

  put (writer, text);
}

/* "Basis: ..." under a finding, wrapped under its own beginning. */
static void
put_line (Writer *writer, const char *key, const char *text)
{
  const char *name = label (writer, key);
  guint indent = INDENT + cs_terminal_get_width (name, strlen (name)) + 2;

  g_string_append_printf (writer->out, "%*s", INDENT, "");
  put_code (writer, DIM);
  put (writer, name);
  put (writer, colon (writer));
  cs_terminal_append_wrapped (writer->out, text, indent, writer->width);
  put_code (writer, PLAIN);
  g_string_append_c (writer->out, '\n');
}

/* --- one finding --- */

static void
append_basis (GString *text, const CsBasis *basis, const char *language)
{
  g_autofree char *citation = cs_basis_dup_citation (basis, language);
  gboolean chinese = g_str_equal (language, "zh");

  g_string_append (text, text->len == 0 ? "" : (chinese ? "；" : "; "));
  g_string_append (text, citation);
  if (basis->edition == NULL && basis->status == CS_BASIS_VERIFIED)
    return;

  g_string_append (text, chinese ? "（" : " (");
  if (basis->edition != NULL)
    g_string_append (text, basis->edition);
  if (basis->status != CS_BASIS_VERIFIED)
    {
      const char *status = cs_basis_status_get_name (basis->status);

      g_string_append (text, basis->edition == NULL ? "" : (chinese ? "，" : ", "));
      g_string_append (text, cs_messages_get ("status", status, language));
    }
  g_string_append (text, chinese ? "）" : ")");
}

static void
put_basis (Writer *writer, const CsItem *item)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < item->bases->len; i++)
    append_basis (text, &g_array_index (item->bases, CsBasis, i), writer->language);

  put_line (writer, "basis", text->str);
}

static void
put_consequence (Writer *writer, const CsItem *item)
{
  CsRightType type = writer->result->draft->request->type;
  const char *class_name = cs_item_get_consequence (item, type);

  if (!g_str_equal (class_name, "none"))
    put_line (writer, "consequence", cs_messages_get ("consequence", class_name, writer->language));
}

static void
put_path (Writer *writer, const GArray *path)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < path->len; i++)
    g_string_append_printf (
        text, "%s%u", i == 0 ? "" : " → ",
        cs_exam_result_get_claim_number (writer->result, g_array_index (path, guint, i)));

  if (path->len > 1)
    put_line (writer, "path", text->str);
}

static void
put_related (Writer *writer, const GArray *related)
{
  for (guint i = 0; i < related->len; i++)
    {
      const CsRelated *other = &g_array_index (related, CsRelated, i);
      g_autofree char *place =
          cs_messages_dup_place (&other->where, writer->result, writer->language);
      g_autofree char *marked = cs_draft_dup_span_text (writer->result->draft, &other->where);
      const char *role = cs_messages_get ("role", other->role, writer->language);

      g_string_append_printf (writer->out, "%*s", INDENT, "");
      put_code (writer, DIM);
      put (writer, role);
      put (writer, colon (writer));
      put (writer, place);
      if (*marked != '\0')
        {
          put (writer, "  ");
          cs_terminal_append (writer->out, marked, MIN (strlen (marked), 120));
        }
      put_code (writer, PLAIN);
      g_string_append_c (writer->out, '\n');
    }
}

static void
put_fixes (Writer *writer, const CsFinding *finding)
{
  const GArray *fixes = finding->report->fixes;

  for (guint i = 0; i < fixes->len; i++)
    {
      g_autofree char *title = cs_messages_dup_fix (finding, &g_array_index (fixes, CsFix, i),
                                                    writer->result, writer->language);

      put_line (writer, "fix", title);
    }
}

static void
put_excerpt (Writer *writer, const CsFinding *finding)
{
  const CsSpan *where = &finding->report->where;
  const CsDraft *draft = writer->result->draft;
  const char *color = writer->options->color ? severity_colors[finding->severity] : NULL;
  const char *text;
  gsize n_bytes;

  if (where->index >= cs_draft_get_n_units (draft, where->part))
    return;

  text = cs_draft_get_unit_text (draft, where->part, where->index, &n_bytes);
  if (where->start <= where->end && where->end <= n_bytes && n_bytes > 0)
    cs_terminal_append_excerpt (writer->out, text, n_bytes, where->start, where->end, INDENT,
                                writer->width, color);
}

static void
put_finding (Writer *writer, const CsFinding *finding)
{
  const char *severity =
      cs_messages_get ("severity", cs_severity_get_name (finding->severity), writer->language);
  g_autofree char *place =
      cs_messages_dup_place (&finding->report->where, writer->result, writer->language);
  g_autofree char *message = cs_messages_dup (finding, writer->result, writer->language, NULL);

  g_string_append_c (writer->out, '\n');
  put_styled (writer, severity_colors[finding->severity], severity);
  put (writer, "  ");
  put_styled (writer, BOLD, place);
  put (writer, "  ");
  put_styled (writer, DIM, finding->item->id);
  g_string_append_printf (writer->out, "\n%*s", INDENT, "");
  cs_terminal_append_wrapped (writer->out, message, INDENT, writer->width);
  g_string_append_c (writer->out, '\n');
  put_excerpt (writer, finding);
  put_path (writer, finding->report->path);
  put_related (writer, finding->report->related);
  put_fixes (writer, finding);
  put_basis (writer, finding->item);
  put_consequence (writer, finding->item);
}

/* --- the head and the foot of a document --- */

static void
put_title (Writer *writer)
{
  const CsDraft *draft = writer->result->draft;
  gsize n_bytes;
  const char *title;

  if (cs_draft_get_n_units (draft, CS_PART_TITLE) == 0)
    return;

  title = cs_draft_get_unit_text (draft, CS_PART_TITLE, 0, &n_bytes);
  put (writer, "  ");
  cs_terminal_append (writer->out, title, n_bytes);
}

static void
put_counts_of_parts (Writer *writer)
{
  const CsDraft *draft = writer->result->draft;

  put (writer, "  ");
  put_count (writer, "claims", cs_draft_get_n_units (draft, CS_PART_CLAIMS));
  put (writer, " · ");
  put_count (writer, "paragraphs", cs_draft_get_n_units (draft, CS_PART_DESCRIPTION));
  put (writer, " · ");
  put_count (writer, "figures", draft->figures->len);
  g_string_append_c (writer->out, '\n');
}

static void
put_checklists (Writer *writer)
{
  const GPtrArray *checklists = writer->result->checklists;

  for (guint i = 0; i < checklists->len; i++)
    {
      const CsChecklist *checklist = checklists->pdata[i];

      put (writer, "  ");
      put (writer, label (writer, "checked-by"));
      put (writer, colon (writer));
      put (writer, cs_words_get (&checklist->title, writer->language));
      g_string_append_printf (writer->out, " (%s, %s)\n", checklist->id, checklist->edition);
    }
}

static void
put_path_line (Writer *writer, const char *path, guint index)
{
  put_code (writer, BOLD);
  cs_terminal_append (writer->out, path, strlen (path));
  if (index > 0)
    g_string_append_printf (writer->out, " #%u", index + 1);
  put_code (writer, PLAIN);
}

static void
put_severities (Writer *writer, const guint *counts)
{
  gboolean any = FALSE;

  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    {
      const char *word = cs_messages_get ("severity", cs_severity_get_name (i), writer->language);
      g_autofree char *count = g_strdup_printf ("%s %u", word, counts[i]);

      if (counts[i] == 0)
        continue;
      put (writer, any ? " · " : "");
      put_styled (writer, severity_colors[i], count);
      any = TRUE;
    }
  if (!any)
    put (writer, label (writer, "no-findings"));
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
group_items (Writer *writer, CsItemState state, guint *n_items)
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
put_group (Writer *writer, const ItemGroup *group)
{
  gboolean with_ids = writer->result->checklists->len > 0;
  gboolean with_both = with_ids && *group->reason != '\0';
  g_autofree char *text = g_strconcat (group->reason, with_both ? colon (writer) : "",
                                       with_ids ? group->ids->str : "", NULL);

  g_string_append_printf (writer->out, "%*s", INDENT, "");
  cs_terminal_append_wrapped (writer->out, text, INDENT, writer->width);
  g_string_append_c (writer->out, '\n');
}

static void
put_items (Writer *writer, CsItemState state, const char *key)
{
  guint n_items;
  g_autoptr (GPtrArray) groups = group_items (writer, state, &n_items);

  if (n_items == 0)
    return;

  put (writer, "  ");
  put_count (writer, key, n_items);
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

static void
put_foot (Writer *writer)
{
  guint counts[CS_N_SEVERITIES];

  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    counts[i] = cs_exam_result_count (writer->result, i);

  g_string_append_c (writer->out, '\n');
  if (was_examined (writer->result))
    {
      put (writer, "  ");
      put_severities (writer, counts);
      g_string_append_c (writer->out, '\n');
    }
  put_items (writer, CS_ITEM_MANUAL, "manual");
  put_items (writer, CS_ITEM_NOT_RUN, "not-run");
  g_string_append_c (writer->out, '\n');
}

void
cs_report_text (GString *out, const CsExamResult *result, const CsReportOptions *options)
{
  Writer writer = writer_for (out, result, options);

  put_path_line (&writer, result->draft->path, result->draft->index);
  put_title (&writer);
  g_string_append_c (out, '\n');
  put_counts_of_parts (&writer);
  put_checklists (&writer);
  for (guint i = 0; i < result->findings->len; i++)
    put_finding (&writer, &g_array_index (result->findings, CsFinding, i));
  put_foot (&writer);
}

void
cs_report_text_error (GString *out,
                      const char *path,
                      guint index,
                      const GError *error,
                      const CsReportOptions *options)
{
  Writer writer = writer_for (out, NULL, options);

  put_path_line (&writer, path, index);
  g_string_append (out, "\n  ");
  put_styled (&writer, severity_colors[CS_SEVERITY_ERROR], label (&writer, "error"));
  put (&writer, colon (&writer));
  put (&writer, error->message);
  if (cs_error_get_line (error) > 0)
    {
      put (&writer, g_str_equal (writer.language, "zh") ? "，" : ", ");
      put_count (&writer, "line", cs_error_get_line (error));
    }
  g_string_append (out, "\n\n");
}

void
cs_report_text_totals (GString *out, const CsReportTotals *totals, const CsReportOptions *options)
{
  Writer writer = writer_for (out, NULL, options);

  put_styled (&writer, BOLD, label (&writer, "total"));
  put (&writer, colon (&writer));
  put_count (&writer, "documents", totals->n_documents);
  if (totals->n_documents > 0)
    {
      put (&writer, " · ");
      put_severities (&writer, totals->n_findings);
    }
  if (totals->n_unreadable > 0)
    {
      put (&writer, " · ");
      put_count (&writer, "unreadable", totals->n_unreadable);
    }
  g_string_append_c (out, '\n');
}
