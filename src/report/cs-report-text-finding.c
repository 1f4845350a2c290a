#include <string.h>

#include "../exam/cs-messages.h"
#include "cs-finding-line.h"
#include "cs-terminal.h"
#include "cs-text-writer.h"

/* One finding in words: where, what, the excerpt with its caret line, why, what follows. */

static void
put_basis (CsTextWriter *writer, const CsItem *item)
{
  g_autofree char *text = cs_finding_line_dup_basis (item, writer->language);

  cs_text_writer_put_line (writer, "basis", text);
}

static void
put_consequence (CsTextWriter *writer, const CsItem *item)
{
  CsRightType type = writer->result->draft->request->type;
  const char *class_name = cs_item_get_consequence (item, type);

  if (!g_str_equal (class_name, "none"))
    cs_text_writer_put_line (writer, "consequence",
                             cs_messages_get ("consequence", class_name, writer->language));
}

static void
put_path (CsTextWriter *writer, const GArray *path)
{
  g_autofree char *text = cs_finding_line_dup_path (path, writer->result);

  if (path->len > 1)
    cs_text_writer_put_line (writer, "path", text);
}

static void
put_related (CsTextWriter *writer, const GArray *related)
{
  for (guint i = 0; i < related->len; i++)
    {
      const CsRelated *other = &g_array_index (related, CsRelated, i);
      g_autofree char *place =
          cs_messages_dup_place (&other->where, writer->result, writer->language);
      g_autofree char *marked = cs_draft_dup_span_text (writer->result->draft, &other->where);
      const char *role = cs_messages_get ("role", other->role, writer->language);

      g_string_append_printf (writer->out, "%*s", CS_TEXT_INDENT, "");
      cs_text_writer_put_code (writer, CS_TEXT_DIM);
      cs_text_writer_put (writer, role);
      cs_text_writer_put (writer, cs_text_writer_colon (writer));
      cs_text_writer_put (writer, place);
      if (*marked != '\0')
        {
          cs_text_writer_put (writer, "  ");
          cs_terminal_append (writer->out, marked, MIN (strlen (marked), 120));
        }
      cs_text_writer_put_code (writer, CS_TEXT_PLAIN);
      g_string_append_c (writer->out, '\n');
    }
}

static void
put_fixes (CsTextWriter *writer, const CsFinding *finding)
{
  const GArray *fixes = finding->report->fixes;

  for (guint i = 0; i < fixes->len; i++)
    {
      g_autofree char *title = cs_messages_dup_fix (finding, &g_array_index (fixes, CsFix, i),
                                                    writer->result, writer->language);

      cs_text_writer_put_line (writer, "fix", title);
    }
}

static void
put_excerpt (CsTextWriter *writer, const CsFinding *finding)
{
  const CsSpan *where = &finding->report->where;
  const CsDraft *draft = writer->result->draft;
  const char *color = writer->options->color ? cs_severity_colors[finding->severity] : NULL;
  const char *text;
  gsize n_bytes;

  if (where->index >= cs_draft_get_n_units (draft, where->part))
    return;

  text = cs_draft_get_unit_text (draft, where->part, where->index, &n_bytes);
  if (where->start <= where->end && where->end <= n_bytes && n_bytes > 0)
    cs_terminal_append_excerpt (writer->out, text, n_bytes, where->start, where->end,
                                CS_TEXT_INDENT, writer->width, color);
}

static void
put_decision (CsTextWriter *writer, const CsDecision *decision)
{
  g_autofree char *text = NULL;

  if (decision == NULL)
    return;

  text = cs_finding_line_dup_decision (decision, writer->language);
  cs_text_writer_put_line (writer, "decision", text);
}

void
cs_text_writer_put_finding (CsTextWriter *writer, const CsFinding *finding)
{
  const char *severity =
      cs_messages_get ("severity", cs_severity_get_name (finding->severity), writer->language);
  g_autofree char *place =
      cs_messages_dup_place (&finding->report->where, writer->result, writer->language);
  g_autofree char *message = cs_messages_dup (finding, writer->result, writer->language, NULL);

  g_string_append_c (writer->out, '\n');
  cs_text_writer_put_styled (writer, cs_severity_colors[finding->severity], severity);
  cs_text_writer_put (writer, "  ");
  cs_text_writer_put_styled (writer, CS_TEXT_BOLD, place);
  cs_text_writer_put (writer, "  ");
  cs_text_writer_put_styled (writer, CS_TEXT_DIM, finding->item->id);
  g_string_append_printf (writer->out, "\n%*s", CS_TEXT_INDENT, "");
  cs_terminal_append_wrapped (writer->out, message, CS_TEXT_INDENT, writer->width);
  g_string_append_c (writer->out, '\n');
  put_excerpt (writer, finding);
  put_path (writer, finding->report->path);
  put_related (writer, finding->report->related);
  put_fixes (writer, finding);
  put_basis (writer, finding->item);
  put_consequence (writer, finding->item);
  put_decision (writer, finding->decision);
}
