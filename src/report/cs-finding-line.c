#include "cs-finding-line.h"

#include "../exam/cs-messages.h"

const char *
cs_finding_line_get_colon (const char *language)
{
  return g_str_equal (language, "zh") ? "：" : ": ";
}

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

char *
cs_finding_line_dup_basis (const CsItem *item, const char *language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < item->bases->len; i++)
    append_basis (text, &g_array_index (item->bases, CsLegalBasis, i), language);

  return g_string_free (text, FALSE);
}

char *
cs_finding_line_dup_path (const GArray *path, const CsExamResult *result)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < path->len; i++)
    g_string_append_printf (
        text, "%s%u", i == 0 ? "" : " → ",
        cs_exam_result_get_claim_number (result, g_array_index (path, guint, i)));

  return g_string_free (text, FALSE);
}

char *
cs_finding_line_dup_decision (const CsDecision *decision, const char *language)
{
  const char *comma = g_str_equal (language, "zh") ? "，" : ", ";

  return g_strconcat (
      cs_messages_get ("label", cs_decision_kind_get_name (decision->kind), language),
      *decision->author == '\0' ? "" : comma, decision->author,
      *decision->reason == '\0' ? "" : cs_finding_line_get_colon (language), decision->reason,
      NULL);
}
