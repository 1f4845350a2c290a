#include "cs-term-list.h"

#include <stdlib.h>
#include <string.h>

#include "../language/cs-fold.h"

struct _CsTermList
{
  GArray *entries; /* CsTermEntry, by name folded */
};

G_DEFINE_BOXED_TYPE (CsTermList, cs_term_list, cs_term_list_ref, cs_term_list_unref)

static void
entry_clear (gpointer data)
{
  CsTermEntry *entry = data;

  g_free (entry->name);
}

CsTermList *
cs_term_list_new (void)
{
  CsTermList *list = g_atomic_rc_box_new0 (CsTermList);

  list->entries = g_array_new (FALSE, FALSE, sizeof (CsTermEntry));
  g_array_set_clear_func (list->entries, entry_clear);

  return list;
}

CsTermList *
cs_term_list_ref (CsTermList *list)
{
  return g_atomic_rc_box_acquire (list);
}

static void
cs_term_list_clear (gpointer data)
{
  CsTermList *list = data;

  g_array_unref (list->entries);
}

void
cs_term_list_unref (CsTermList *list)
{
  g_atomic_rc_box_release_full (list, cs_term_list_clear);
}

guint
cs_term_list_get_n_entries (const CsTermList *list)
{
  return list->entries->len;
}

const CsTermEntry *
cs_term_list_get (const CsTermList *list, guint index)
{
  g_return_val_if_fail (index < list->entries->len, NULL);

  return &g_array_index (list->entries, CsTermEntry, index);
}

static int
compare_names (const char *a, const char *b)
{
  g_autoptr (CsFolded) left = cs_fold (a, strlen (a), CS_FOLD_CASE);
  g_autoptr (CsFolded) right = cs_fold (b, strlen (b), CS_FOLD_CASE);

  return strcmp (left->text, right->text);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const CsTermEntry *const *left = a;
  const CsTermEntry *const *right = b;
  int order = compare_names ((*left)->name, (*right)->name);

  return order != 0 ? order : (*left > *right) - (*left < *right);
}

CsTermList *
cs_term_list_new_from (const CsTermEntry *entries, guint n_entries)
{
  CsTermList *list = cs_term_list_new ();
  g_autofree const CsTermEntry **sorted = g_new (const CsTermEntry *, n_entries + 1);

  for (guint i = 0; i < n_entries; i++)
    sorted[i] = &entries[i];
  qsort (sorted, n_entries, sizeof *sorted, compare_entries);

  for (guint i = 0; i < n_entries; i++)
    {
      CsTermEntry same = { NULL, sorted[i]->verdict };

      if (i + 1 < n_entries && compare_names (sorted[i]->name, sorted[i + 1]->name) == 0)
        continue;
      same.name = g_strdup (sorted[i]->name);
      g_array_append_val (list->entries, same);
    }

  return list;
}

/* Index of the first entry that is not before @name; @found says whether it is that of @name. */
static guint
find_place (const CsTermList *list, const char *name, gboolean *found)
{
  guint low = 0;
  guint high = list->entries->len;

  *found = FALSE;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = compare_names (cs_term_list_get (list, middle)->name, name);

      *found = *found || order == 0;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

const CsTermEntry *
cs_term_list_find (const CsTermList *list, const char *name)
{
  gboolean found;
  guint at = find_place (list, name, &found);

  return found ? cs_term_list_get (list, at) : NULL;
}

static CsTermList *
copy (const CsTermList *list)
{
  CsTermList *result = cs_term_list_new ();

  for (guint i = 0; i < list->entries->len; i++)
    {
      const CsTermEntry *entry = cs_term_list_get (list, i);
      CsTermEntry same = { g_strdup (entry->name), entry->verdict };

      g_array_append_val (result->entries, same);
    }

  return result;
}

CsTermList *
cs_term_list_with (const CsTermList *list, const char *name, CsTermVerdict verdict)
{
  CsTermEntry entry = { g_strstrip (g_strdup (name)), verdict };
  CsTermList *result = cs_term_list_without (list, entry.name);
  gboolean found;

  if (*entry.name == '\0')
    g_free (entry.name);
  else
    g_array_insert_val (result->entries, find_place (result, entry.name, &found), entry);

  return result;
}

CsTermList *
cs_term_list_without (const CsTermList *list, const char *name)
{
  CsTermList *result = copy (list);
  gboolean found;
  guint at = find_place (result, name, &found);

  if (found)
    g_array_remove_index (result->entries, at);

  return result;
}
