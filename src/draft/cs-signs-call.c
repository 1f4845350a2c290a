#include <string.h>

#include "cs-signs-private.h"

/* What signs are called. */

#define AMBIGUOUS GUINT_TO_POINTER (G_MAXUINT)

/* Says that @entry is called so. */
static void
set_name (CsSignsBuilder *builder, guint index, const char *name, const char *key)
{
  CsSigns *signs = builder->signs;
  CsSignEntry *entry = cs_signs_entry (signs, index);
  gpointer own = GUINT_TO_POINTER (index + 1);
  gpointer known = g_hash_table_lookup (builder->by_name, key);

  if (*key == '\0')
    return;
  if (known != NULL && known != AMBIGUOUS && entry->n_listed == 0 &&
      cs_signs_entry (signs, GPOINTER_TO_UINT (known) - 1)->n_listed > 0)
    return; /* the list is right */
  if (entry->name == NULL)
    {
      entry->name = g_string_chunk_insert (signs->strings, name);
      g_hash_table_insert (builder->keys, own, (gpointer)key);
    }
  g_hash_table_insert (builder->by_name, (gpointer)key,
                       known == NULL || known == own ? own : AMBIGUOUS);
}

void
cs_signs_add_list (CsSignsBuilder *builder, const CsDescription *description)
{
  const GArray *list = cs_description_get_signs (description);

  for (guint i = 0; i < list->len; i++)
    {
      const CsSign *line = &g_array_index (list, CsSign, i);
      guint entry = cs_signs_add_entry (builder->signs, line->sign, &line->span);

      cs_signs_entry (builder->signs, entry)->n_listed++;
      set_name (builder, entry, line->name, cs_signs_key (&builder->scan, line->name));
    }
  builder->signs->has_list = list->len > 0;
}

guint
cs_signs_find_named (const CsSignsBuilder *builder,
                     const CsSignCandidate *candidate,
                     gboolean *exact)
{
  const char *window = candidate->window;
  const char *name = window + strlen (window) - candidate->n_name;

  while (*window != '\0')
    {
      gpointer found = g_hash_table_lookup (builder->by_name, window);
      const char *next = strchr (window, ' ');

      *exact = window <= name;
      if (found != NULL)
        return found == AMBIGUOUS ? CS_NO_INDEX : GPOINTER_TO_UINT (found) - 1;
      if (builder->scan.chinese)
        window = g_utf8_next_char (window);
      else
        window = next == NULL ? window + strlen (window) : next + 1;
    }

  return CS_NO_INDEX;
}

/* The end that @other has in common with the first @n bytes from the end of @window. */
static gsize
common_end (const char *window, gsize n, const char *other)
{
  gsize length = strlen (window);
  gsize other_length = strlen (other);
  gsize common = 0;

  while (common < n && common < other_length &&
         window[length - 1 - common] == other[other_length - 1 - common])
    common++;
  while (common > 0 && common < length && ((guchar)window[length - common] & 0xc0) == 0x80)
    common--;

  return common;
}

/* The name that a sign without a line in the list has, in the making. @n_window: so much of the end
 * of @window stood before it everywhere, the name and maybe more. */
typedef struct
{
  guint n_best;
  const char *key;
  const char *window;
  gsize n_window;
  gboolean differs;
} Naming;

static void
count_names (const CsSignsBuilder *builder, Naming *namings)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < builder->scan.candidates->len; i++)
    {
      const CsSignCandidate *candidate =
          &g_array_index (builder->scan.candidates, CsSignCandidate, i);
      guint entry = cs_signs_find (builder->signs, candidate->sign);
      const char *key = candidate->window + strlen (candidate->window) - candidate->n_name;
      char *pair;
      guint n;

      if (entry == CS_NO_INDEX || candidate->doubt != 0 || candidate->shared ||
          cs_signs_entry (builder->signs, entry)->n_listed > 0)
        continue;
      pair = g_strconcat (candidate->sign, " ", key, NULL);
      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pair)) + 1;
      g_hash_table_replace (counts, pair, GUINT_TO_POINTER (n));
      if (n > namings[entry].n_best)
        {
          namings[entry].n_best = n;
          namings[entry].key = key;
        }
    }
}

/* 柱外泵管接头: words that part a name where they stand, and never part it here, belong to it. */
static void
widen_names (const CsSignsBuilder *builder, Naming *namings)
{
  for (guint i = 0; i < builder->scan.candidates->len; i++)
    {
      const CsSignCandidate *candidate =
          &g_array_index (builder->scan.candidates, CsSignCandidate, i);
      guint entry = cs_signs_find (builder->signs, candidate->sign);
      Naming *naming = entry == CS_NO_INDEX ? NULL : &namings[entry];
      gsize common;

      if (naming == NULL || naming->key == NULL || candidate->shared ||
          !g_str_has_suffix (candidate->window, naming->key))
        continue;
      if (naming->window == NULL)
        {
          naming->window = candidate->window;
          naming->n_window = strlen (candidate->window);
          continue;
        }
      common = common_end (naming->window, naming->n_window, candidate->window);
      naming->differs |= strcmp (naming->window, candidate->window) != 0;
      naming->n_window = common;
    }
}

/* Names of signs that are not listed: by what stands before them most often. */
void
cs_signs_name_unlisted (CsSignsBuilder *builder)
{
  g_autofree Naming *namings = g_new0 (Naming, builder->signs->entries->len + 1);

  count_names (builder, namings);
  if (builder->scan.chinese)
    widen_names (builder, namings);
  for (guint entry = 0; entry < builder->signs->entries->len; entry++)
    {
      const Naming *naming = &namings[entry];
      const char *key = naming->key;

      if (key == NULL)
        continue;
      if (naming->differs)
        key = naming->window + strlen (naming->window) - naming->n_window;
      set_name (builder, entry, key, key);
    }
}
