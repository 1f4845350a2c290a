#include "cs-office-checklists.h"

GHashTable *
cs_office_checklists_new_cache (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify)cs_checklist_unref);
}

static CsChecklist *
get_checklist (GHashTable *cache, const char *id, GError **error)
{
  CsChecklist *checklist = g_hash_table_lookup (cache, id);

  if (checklist != NULL)
    return checklist;

  checklist = cs_checklist_load (id, error);
  if (checklist != NULL)
    g_hash_table_insert (cache, g_strdup (id), checklist);

  return checklist;
}

GPtrArray *
cs_office_checklists_load (guint offices,
                           const CsRequest *request,
                           GHashTable *cache,
                           GError **error)
{
  g_autoptr (GPtrArray) checklists = g_ptr_array_new ();
  g_autoptr (CsRequest) asked = cs_request_dup (request);

  for (guint office = 0; office < CS_N_OFFICES; office++)
    {
      g_auto (GStrv) ids = NULL;

      if ((offices & (1u << office)) == 0)
        continue;
      asked->office = office;
      ids = cs_checklist_list_for (asked);
      for (guint i = 0; ids[i] != NULL; i++)
        {
          CsChecklist *checklist = get_checklist (cache, ids[i], error);

          if (checklist == NULL)
            return NULL;
          g_ptr_array_add (checklists, checklist);
        }
    }

  return g_steal_pointer (&checklists);
}
