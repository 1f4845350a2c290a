#include <string.h>

#include "cs-ref-edit.h"

/* Whether a paragraph speaks of another document, whose claims are not ours: it holds a number of
 * six digits or more, or a word for a document. */
static gboolean
speaks_of_document (const char *text, gsize n_bytes)
{
  static const char *const words[] = {
    "专利号", "公开号", "公告号", "申请号", "对比文件", "专利文献", "在先申请", "母案",
    "Patent No", "Pat. No", "Publication No", "Application No", "Serial No", "parent application"
  };
  guint n_digits = 0;

  for (gsize i = 0; i < n_bytes; i++)
    {
      if (g_ascii_isdigit (text[i]))
        n_digits++;
      else if (strchr (",./ ", text[i]) == NULL)
        n_digits = 0;
      if (n_digits >= 6)
        return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strstr_len (text, n_bytes, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

void
cs_ref_edit_part (CsDraft *draft, CsPart part, const CsNumberMap *map, GArray *edits)
{
  for (guint i = 0; i < cs_draft_get_n_units (draft, part); i++)
    {
      gsize n_bytes;
      const char *text = cs_draft_get_unit_text (draft, part, i, &n_bytes);
      g_autoptr (CsClaimRefs) refs = NULL;
      CsRefTarget target = { part, cs_draft_get_unit (draft, part, i)->start, text, NULL,
                             edits };

      if ((g_strstr_len (text, n_bytes, "权") == NULL &&
           g_strstr_len (text, n_bytes, "laim") == NULL) ||
          speaks_of_document (text, n_bytes))
        continue;
      target.refs = refs = cs_claim_refs_scan (text, n_bytes, 1);
      for (guint group = 0; group < refs->groups->len; group++)
        cs_ref_edit_group (&target, group, map);
    }
}
