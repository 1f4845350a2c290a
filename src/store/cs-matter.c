#include "cs-matter.h"

static const char *const stage_names[CS_N_STAGES] = { "drafting", "pre-examination", "signing",
                                                      "filed" };

CsMatterInfo *
cs_matter_info_copy (const CsMatterInfo *info)
{
  CsMatterInfo *copy = g_new (CsMatterInfo, 1);

  *copy = *info;
  copy->name = g_strdup (info->name);
  copy->reference = g_strdup (info->reference);

  return copy;
}

void
cs_matter_info_free (CsMatterInfo *info)
{
  g_free (info->name);
  g_free (info->reference);
  g_free (info);
}

void
cs_matter_free (CsMatter *matter)
{
  g_clear_pointer (&matter->info, cs_matter_info_free);
  g_clear_pointer (&matter->draft, cs_draft_unref);
  g_clear_pointer (&matter->decisions, g_ptr_array_unref);
  g_clear_pointer (&matter->answers, g_ptr_array_unref);
  g_clear_pointer (&matter->term_list, cs_term_list_unref);
  g_free (matter);
}

const char *
cs_stage_get_name (CsStage stage)
{
  g_return_val_if_fail (stage < CS_N_STAGES, "");

  return stage_names[stage];
}

gboolean
cs_stage_from_name (const char *name, CsStage *stage)
{
  for (guint i = 0; i < CS_N_STAGES; i++)
    if (g_strcmp0 (name, stage_names[i]) == 0)
      {
        *stage = i;
        return TRUE;
      }

  return FALSE;
}
