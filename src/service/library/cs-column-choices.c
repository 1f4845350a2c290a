#include "cs-column-choices.h"

#include <string.h>

#include <glib/gstdio.h>

#include "../cs-private-file.h"

#define CHANGES "changes" /* "#3=title:zh", as cs_table_map_change() takes them */
#define FOLDER_MODE 0700

static char *
dup_path (const char *folder)
{
  return g_build_filename (folder, "columns.ini", NULL);
}

/* Of the header, whoever's names they are. */
static char *
dup_key (const CsTableMap *map)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < map->columns->len; i++)
    {
      const CsTableColumn *column = map->columns->pdata[i];
      g_autofree char *folded = cs_table_alias_fold (column->name);

      g_string_append (names, folded);
      g_string_append_c (names, '\n');
    }

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, names->str, (gssize)names->len);
}

/* What is no file of ours is as good as none. */
static GKeyFile *
load (const char *folder)
{
  GKeyFile *file = g_key_file_new ();
  g_autofree char *path = dup_path (folder);

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);

  return file;
}

/* --- taking --- */

CsTableMap *
cs_column_choices_apply (const char *folder, CsTableMap *guessed)
{
  g_autoptr (CsTableMap) map = cs_table_map_ref (guessed);
  g_autofree char *key = dup_key (guessed);
  g_autoptr (GKeyFile) file = NULL;
  g_auto (GStrv) changes = NULL;

  if (folder == NULL)
    return g_steal_pointer (&map);

  file = load (folder);
  changes = g_key_file_get_string_list (file, key, CHANGES, NULL, NULL);
  for (guint i = 0; changes != NULL && changes[i] != NULL; i++)
    {
      CsTableMap *changed = cs_table_map_change (map, changes[i], NULL);

      if (changed == NULL)
        continue;
      cs_table_map_unref (map);
      map = changed;
    }

  return g_steal_pointer (&map);
}

/* --- keeping --- */

static char **
list_changes (const CsTableMap *guessed, const CsTableMap *chosen)
{
  g_autoptr (GStrvBuilder) changes = g_strv_builder_new ();

  for (guint i = 0; i < chosen->columns->len && i < guessed->columns->len; i++)
    {
      const CsTableColumn *was = guessed->columns->pdata[i];
      const CsTableColumn *is = chosen->columns->pdata[i];
      g_autofree char *meaning = cs_table_meaning_dup_text (is->meaning);
      g_autofree char *change = g_strdup_printf ("#%u=%s", i + 1, meaning);

      if (was->meaning.field != is->meaning.field || was->is_known != is->is_known ||
          strcmp (was->meaning.qualifier, is->meaning.qualifier) != 0)
        g_strv_builder_add (changes, change);
    }

  return g_strv_builder_end (changes);
}

static void
forget_oldest (GKeyFile *file)
{
  gsize n_groups;
  g_auto (GStrv) groups = g_key_file_get_groups (file, &n_groups);

  for (gsize i = 0; n_groups - i > CS_MAX_COLUMN_CHOICES; i++)
    g_key_file_remove_group (file, groups[i], NULL);
}

gboolean
cs_column_choices_save (const char *folder,
                        const CsTableMap *guessed,
                        const CsTableMap *chosen,
                        GError **error)
{
  g_autoptr (GKeyFile) file = load (folder);
  g_autofree char *path = dup_path (folder);
  g_autofree char *key = dup_key (guessed);
  g_auto (GStrv) changes = list_changes (guessed, chosen);
  g_autoptr (GBytes) bytes = NULL;
  gboolean was_known = g_key_file_remove_group (file, key, NULL);
  char *text;
  gsize n_bytes;

  if (changes[0] == NULL && !was_known)
    return TRUE;

  if (changes[0] != NULL)
    g_key_file_set_string_list (file, key, CHANGES, (const char *const *)changes,
                                g_strv_length (changes));
  forget_oldest (file);
  text = g_key_file_to_data (file, &n_bytes, NULL);
  bytes = g_bytes_new_take (text, n_bytes);
  g_mkdir_with_parents (folder, FOLDER_MODE);

  return cs_private_file_write (path, bytes, NULL, error);
}

/* --- in a thread --- */

typedef struct
{
  char *folder;
  CsTableMap *guessed;
  CsTableMap *chosen;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_free (saving->folder);
  cs_table_map_unref (saving->guessed);
  cs_table_map_unref (saving->chosen);
  g_free (saving);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Saving *saving = data;

  cs_column_choices_save (saving->folder, saving->guessed, saving->chosen, NULL);
  g_task_return_boolean (task, TRUE);
}

void
cs_column_choices_save_async (const char *folder, CsTableMap *guessed, CsTableMap *chosen)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  Saving *saving = g_new (Saving, 1);

  *saving = (Saving){ g_strdup (folder), cs_table_map_ref (guessed), cs_table_map_ref (chosen) };
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_in_thread);
}
