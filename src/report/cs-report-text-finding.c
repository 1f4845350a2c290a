#include <string.h>

#include "../exam/cs-messages.h"
#include "cs-terminal.h"
#include "cs-text-writer.h"

/* One finding in words: where, what, the excerpt with its caret line, why, what follows. */

static void
append_basis (GString *text, const CsLegalBasis *basis, const char *language)
{
  g_autofree char *citation = cs_legal_basis_dup_citation (basis, language);
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
put_basis (CsTextWriter *writer, const CsItem *item)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < item->bases->len; i++)
    append_basis (text, &g_array_index (item->bases, CsLegalBasis, i), writer->language);

  cs_text_writer_put_line (writer, "basis", text->str);
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
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < path->len; i++)
    g_string_append_printf (
        text, "%s%u", i == 0 ? "" : " → ",
        cs_exam_result_get_claim_number (writer->result, g_array_index (path, guint, i)));

  if (path->len > 1)
    cs_text_writer_put_line (writer, "path", text->str);
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
  const char *comma = g_str_equal (writer->language, "zh") ? "，" : ", ";
  g_autofree char *text = NULL;

  if (decision == NULL)
    return;

  text = g_strconcat (cs_text_writer_label (writer, cs_decision_kind_get_name (decision->kind)),
                      *decision->author == '\0' ? "" : comma, decision->author,
                      *decision->reason == '\0' ? "" : cs_text_writer_colon (writer),
                      decision->reason, NULL);
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
