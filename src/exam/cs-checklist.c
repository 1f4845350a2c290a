#include <string.h>

#include "cs-checklist-read.h"

G_DEFINE_BOXED_TYPE (CsChecklist, cs_checklist, cs_checklist_ref, cs_checklist_unref)

/* A checklist as a value. */

CsChecklist *
cs_checklist_ref (CsChecklist *checklist)
{
  return g_atomic_rc_box_acquire (checklist);
}

static void
checklist_clear (gpointer data)
{
  CsChecklist *checklist = data;

  g_free (checklist->id);
  g_free (checklist->base);
  cs_words_clear (&checklist->title);
  g_strfreev (checklist->languages);
  g_free (checklist->edition);
  g_clear_pointer (&checklist->items, g_ptr_array_unref);
}

void
cs_checklist_unref (CsChecklist *checklist)
{
  g_atomic_rc_box_release_full (checklist, checklist_clear);
}

CsChecklist *
cs_checklist_new_empty (void)
{
  CsChecklist *checklist = g_atomic_rc_box_new0 (CsChecklist);

  checklist->items = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_item_free);

  return checklist;
}

CsChecklist *
cs_checklist_new (GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  CsChecklist *checklist = cs_checklist_read (bytes, errors);

  if (checklist == NULL && error != NULL)
    *error = g_error_copy (errors->pdata[0]);

  return checklist;
}

CsItem *
cs_checklist_find_item (const CsChecklist *checklist, const char *id)
{
  for (guint i = 0; i < checklist->items->len; i++)
    {
      CsItem *item = checklist->items->pdata[i];

      if (strcmp (item->id, id) == 0)
        return item;
    }

  return NULL;
}
