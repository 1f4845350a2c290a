#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../base/cs-folder.h"
#include "../base/cs-limits.h"
#include "cs-lexicon-house.h"
#include "cs-lexicon-private.h"

#define RESOURCE_FOLDER "/io/github/claimsmith/lexicons/"

static GPtrArray *in_force; /* element-type CsHouseWords, for the life of the process */

/* Lists that are grammar rather than a choice of words; a house has no say in them. */
static gboolean
is_grammar (const char *name)
{
  static const char *const prefixes[] = { "terms-", "variant-", "alike.", "repeated.", "words." };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (name, prefixes[i]))
      return TRUE;

  return !g_str_has_suffix (name, ".tsv");
}

static char **
dup_names (void)
{
  g_auto (GStrv) files = g_resources_enumerate_children (RESOURCE_FOLDER, 0, NULL);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    if (!is_grammar (files[i]))
      g_ptr_array_add (names, g_strndup (files[i], strlen (files[i]) - strlen (".tsv")));
  g_ptr_array_add (names, NULL);

  return (char **)g_ptr_array_free (names, FALSE);
}

static void
add_error (GPtrArray *errors, const char *path, guint line, const char *what, const char *name)
{
  GError *error = NULL;

  if (line == 0)
    cs_error_set (&error, CS_ERROR_CHECKLIST, 0, "\"%s\": %s \"%s\"", path, what, name);
  else
    cs_error_set (&error, CS_ERROR_CHECKLIST, line, _ ("\"%s\": line %u: %s \"%s\""), path, line,
                  what, name);
  g_ptr_array_add (errors, error);
}

static guint
count_words (const char *cell)
{
  g_auto (GStrv) words = g_strsplit (cell, " | ", -1);

  return g_strv_length (words);
}

/* The lines of @text that make sense, and how many words there are in them. */
static char *
dup_good_lines (const char *path,
                const char *text,
                const char *const *kinds,
                GPtrArray *errors,
                guint *n_words)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *good = g_string_new (NULL);

  *n_words = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 3);

      if (lines[i][0] == '#' || *g_strstrip (lines[i]) == '\0')
        continue;
      if (g_strv_length (cells) < 2)
        add_error (errors, path, i + 1, _ ("no words behind"), lines[i]);
      else if (strcmp (cells[0], "stop") != 0 && !g_strv_contains (kinds, cells[0]))
        add_error (errors, path, i + 1, _ ("unknown class"), cells[0]);
      else
        {
          g_string_append_printf (good, "%s\t%s\t%s\n", cells[0], cells[1],
                                  cells[2] == NULL ? "" : cells[2]);
          *n_words += count_words (cells[1]);
        }
    }

  return g_string_free (good, FALSE);
}

/* The name of the list that the file at @path adds to; %NULL, and an error, when there is none. */
static char *
dup_list_name (const char *path, GPtrArray *errors)
{
  g_autofree char *base = g_path_get_basename (path);
  g_auto (GStrv) names = dup_names ();

  if (g_str_has_suffix (base, ".tsv"))
    base[strlen (base) - strlen (".tsv")] = '\0';
  if (g_strv_contains ((const char *const *)names, base))
    return g_steal_pointer (&base);

  add_error (errors, path, 0, _ ("there is no list of words"), base);

  return NULL;
}

static char *
load_text (const char *path, GPtrArray *errors)
{
  g_autoptr (GMappedFile) file = NULL;
  GError *error = NULL;
  gsize n_bytes;

  file = g_mapped_file_new (path, FALSE, &error);
  if (file == NULL)
    {
      g_ptr_array_add (errors, error);
      return NULL;
    }
  n_bytes = g_mapped_file_get_length (file);
  if (n_bytes > CS_MAX_CHECKLIST_BYTES ||
      !g_utf8_validate_len (g_mapped_file_get_contents (file), n_bytes, NULL))
    {
      add_error (errors, path, 0, _ ("not a text in UTF-8, or too large:"), path);
      return NULL;
    }

  return g_strndup (g_mapped_file_get_contents (file), n_bytes);
}

static CsLexicon *
read_file (const char *path, char **name, GPtrArray *errors, guint *n_words)
{
  g_autofree char *text = load_text (path, errors);
  g_autofree char *good = NULL;
  g_autofree const char **kinds = NULL;
  CsLexicon *lexicon;

  *n_words = 0;
  *name = text == NULL ? NULL : dup_list_name (path, errors);
  if (*name == NULL)
    return NULL;

  lexicon = cs_lexicon_load_shipped (*name);
  kinds = cs_lexicon_list_kinds (lexicon);
  good = dup_good_lines (path, text, kinds, errors, n_words);
  cs_lexicon_read (lexicon, good);

  return lexicon;
}

guint
cs_house_words_check (const char *path, GPtrArray *errors)
{
  g_autofree char *name = NULL;
  guint n_words;
  CsLexicon *lexicon = read_file (path, &name, errors, &n_words);

  g_clear_pointer (&lexicon, cs_lexicon_free);

  return n_words;
}

static void
load_one (const char *path, GPtrArray *errors)
{
  g_autofree char *name = NULL;
  guint n_words;
  CsLexicon *lexicon = read_file (path, &name, errors, &n_words);
  CsHouseWords *words;

  if (lexicon == NULL)
    return;
  if (!cs_lexicon_keep (name, lexicon))
    {
      cs_lexicon_free (lexicon);
      return;
    }
  words = g_new0 (CsHouseWords, 1);
  words->name = g_steal_pointer (&name);
  words->path = g_strdup (path);
  words->n_words = n_words;
  g_ptr_array_add (in_force, words);
}

void
cs_house_words_load (const char *folder, GPtrArray *errors)
{
  g_autoptr (GPtrArray) names = cs_folder_list_names (folder, NULL);

  if (in_force == NULL)
    in_force = g_ptr_array_new ();
  for (guint i = 0; names != NULL && i < names->len; i++)
    if (g_str_has_suffix (names->pdata[i], ".tsv"))
      {
        g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

        load_one (path, errors);
      }
}

const GPtrArray *
cs_house_words_list (void)
{
  if (in_force == NULL)
    in_force = g_ptr_array_new ();

  return in_force;
}
