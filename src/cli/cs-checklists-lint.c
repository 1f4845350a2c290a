#include <string.h>

#include <glib/gi18n-lib.h>

#include "../exam/cs-centre.h"
#include "../exam/cs-checklist.h"
#include "../exam/cs-messages.h"
#include "../language/cs-lexicon-house.h"
#include "cs-checklists-lint.h"
#include "cs-command.h"

static void
print_errors (const char *path, const GPtrArray *errors)
{
  for (guint i = 0; i < errors->len; i++)
    g_print ("%s: %s\n", path, ((const GError *)errors->pdata[i])->message);
}

/* A change nobody meant is a mistake too: all of them are named. */
static void
print_change (const CsItem *item, const char *language)
{
  const char *title = cs_words_get (&item->title, language);

  if (item->off != NULL)
    g_print (_ ("    %s  off (%s): %s\n"), item->id, item->off, title);
  else
    g_print ("    %s  %s: %s\n", item->id,
             cs_messages_get ("severity", cs_severity_get_name (item->severity), language), title);
}

static void
print_list (const char *path, const CsChecklist *checklist, const char *language)
{
  if (checklist->base == NULL)
    g_print (_ ("%s: no mistake; items: %u\n"), path, checklist->items->len);
  else
    g_print (_ ("%s: no mistake; stands on %s; items: %u; changed:\n"), path, checklist->base,
             checklist->items->len);

  for (guint i = 0; i < checklist->items->len; i++)
    if (((const CsItem *)checklist->items->pdata[i])->is_changed)
      print_change (checklist->items->pdata[i], language);
}

static gboolean
lint_words (const char *path)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  guint n_words = cs_house_words_check (path, errors);

  for (guint i = 0; i < errors->len; i++)
    g_print ("%s\n", ((const GError *)errors->pdata[i])->message);
  if (errors->len == 0)
    g_print (_ ("%s: no mistake; words: %u\n"), path, n_words);

  return errors->len == 0;
}

static gboolean
lint_centre (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsCentre) centre = cs_centre_load_file (path, &error);

  if (centre == NULL)
    g_print ("%s\n", error->message);
  else
    g_print (_ ("%s: no mistake; centre: %s\n"), path, centre->name);

  return centre != NULL;
}

static gboolean
lint (const char *path, const char *language)
{
  g_autoptr (CsChecklist) checklist = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) errors = cs_checklist_lint (path, &checklist, &error);

  if (errors == NULL)
    cs_command_complain ("\"%s\": %s", path, error->message);
  else if (checklist == NULL)
    print_errors (path, errors);
  else
    print_list (path, checklist, language);

  return checklist != NULL;
}

static gboolean
lint_any (const char *path, const char *language)
{
  if (g_str_has_suffix (path, ".tsv"))
    return lint_words (path);
  if (g_str_has_suffix (path, ".ini"))
    return lint_centre (path);

  return lint (path, language);
}

int
cs_checklists_lint (char **paths, const char *language)
{
  int status = CS_EXIT_OK;

  for (guint i = 0; paths[i] != NULL; i++)
    if (!lint_any (paths[i], language))
      status = CS_EXIT_TROUBLE;

  return status;
}
