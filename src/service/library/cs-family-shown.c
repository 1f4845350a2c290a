#include "cs-family-shown.h"

#include <string.h>

#include "../../family/cs-legal-code.h"

#define MAX_CHOICES 24 /* families that one family is seen in; more are no choice any more */

static void
choice_free (gpointer data)
{
  CsFamilyChoice *choice = data;

  g_free (choice->source);
  g_free (choice->office);
  g_free (choice);
}

void
cs_family_shown_free (gpointer data)
{
  CsFamilyShown *shown = data;

  g_clear_pointer (&shown->family, cs_family_unref);
  g_clear_pointer (&shown->choices, g_ptr_array_unref);
  g_clear_pointer (&shown->cited, g_ptr_array_unref);
  g_clear_pointer (&shown->citing, g_ptr_array_unref);
  g_clear_pointer (&shown->history, g_ptr_array_unref);
  g_clear_pointer (&shown->marks, cs_family_marks_free);
  for (guint kind = 0; kind < G_N_ELEMENTS (shown->labels); kind++)
    g_clear_pointer (&shown->labels[kind], g_ptr_array_unref);
  g_free (shown);
}

void
cs_family_question_free (gpointer data)
{
  CsFamilyQuestion *question = data;

  g_free (question->language);
  g_free (question);
}

/* Returns: (nullable): the only office of @family */
static const char *
find_office (const CsFamily *family)
{
  const char *office = NULL;

  for (guint i = 0; i < family->applications->len; i++)
    {
      const CsApplication *application = family->applications->pdata[i];
      const char *own = cs_legal_get_office (application->number);

      if (office != NULL && strcmp (office, own) != 0)
        return NULL;
      office = own;
    }

  return office;
}

static void
add_choice (CsFamilyShown *shown, const CsFamily *family)
{
  CsFamilyChoice *choice = g_new0 (CsFamilyChoice, 1);

  choice->family = family->store_id;
  choice->rule = family->rule;
  choice->source = g_strdup (family->source);
  choice->office = g_strdup (find_office (family));
  choice->n_applications = family->applications->len;
  g_ptr_array_add (shown->choices, choice);
}

static gboolean
has_choice (const CsFamilyShown *shown, gint64 family)
{
  for (guint i = 0; i < shown->choices->len; i++)
    if (((const CsFamilyChoice *)shown->choices->pdata[i])->family == family)
      return TRUE;

  return FALSE;
}

static gboolean
offer_family (CsLibrary *library, CsFamilyShown *shown, gint64 id, GError **error)
{
  g_autoptr (CsFamily) family = NULL;

  if (has_choice (shown, id) || shown->choices->len >= MAX_CHOICES)
    return TRUE;
  if (id == shown->family->store_id)
    {
      add_choice (shown, shown->family);
      return TRUE;
    }

  family = cs_library_load_family (library, id, NULL, error);
  if (family != NULL)
    add_choice (shown, family);

  return family != NULL;
}

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const CsFamilyChoice *one = *(CsFamilyChoice *const *)a;
  const CsFamilyChoice *other = *(CsFamilyChoice *const *)b;

  if (one->rule != other->rule)
    return (int)one->rule - (int)other->rule;
  if (one->n_applications != other->n_applications)
    return one->n_applications > other->n_applications ? -1 : 1;

  return one->family < other->family ? -1 : 1;
}

/* Every rule has an answer for every application; those of the first one come first. */
static gboolean
load_choices (CsLibrary *library, CsFamilyShown *shown, GError **error)
{
  const GPtrArray *applications = shown->family->applications;

  shown->choices = g_ptr_array_new_with_free_func (choice_free);
  for (guint i = 0; i < applications->len && shown->choices->len < MAX_CHOICES; i++)
    {
      const CsApplication *application = applications->pdata[i];
      g_autoptr (GArray) families =
          cs_library_list_families_of (library, application->store_id, error);

      if (families == NULL)
        return FALSE;
      for (guint f = 0; f < families->len; f++)
        if (!offer_family (library, shown, g_array_index (families, gint64, f), error))
          return FALSE;
      if (i == 0 && families->len > 0)
        shown->simple = g_array_index (families, gint64, 0);
    }
  g_ptr_array_sort (shown->choices, compare_choices);

  return TRUE;
}

/* A family that is gone was joined with another one, or falls apart: the one of the same rule in
 * which its first application is now takes its place. Returns: id, 0 when there is none */
static gint64
find_heir (CsLibrary *library, const CsFamilyQuestion *question)
{
  g_autoptr (GArray) families =
      cs_library_list_families_of (library, question->application, NULL);

  for (guint i = 0; families != NULL && i < families->len; i++)
    {
      gint64 id = g_array_index (families, gint64, i);
      g_autoptr (CsFamily) family = cs_library_load_family (library, id, NULL, NULL);

      if (family != NULL && family->rule == question->rule)
        return id;
    }

  return 0;
}

static CsFamily *
load_family (CsLibrary *library, const CsFamilyQuestion *question, GError **error)
{
  g_autoptr (GError) own = NULL;
  CsFamily *family =
      cs_library_load_family (library, question->family, question->language, &own);
  gint64 heir = 0;

  if (family == NULL && question->application != 0 &&
      g_error_matches (own, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND))
    heir = find_heir (library, question);
  if (heir != 0)
    return cs_library_load_family (library, heir, question->language, error);
  if (family == NULL)
    g_propagate_error (error, g_steal_pointer (&own));

  return family;
}

static gboolean
load_rest (CsLibrary *library, CsFamilyShown *shown, GError **error)
{
  shown->marks = cs_library_load_marks (library, shown->simple, error);
  if (shown->marks == NULL)
    return FALSE;

  for (guint kind = 0; kind < G_N_ELEMENTS (shown->labels); kind++)
    {
      shown->labels[kind] = cs_library_list_labels (library, kind, error);
      if (shown->labels[kind] == NULL)
        return FALSE;
    }
  shown->cited = cs_library_list_citations (library, shown->simple, TRUE, error);
  if (shown->cited != NULL)
    shown->citing = cs_library_list_citations (library, shown->simple, FALSE, error);
  if (shown->citing != NULL)
    shown->history = cs_library_load_history (library, shown->family->store_id, error);

  return shown->history != NULL;
}

gpointer
cs_family_shown_load (CsLibrary *library,
                      CsSearcher *searcher,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  const CsFamilyQuestion *question = data;
  g_autoptr (CsFamilyShown) shown = g_new0 (CsFamilyShown, 1);

  shown->family = load_family (library, question, error);
  if (shown->family == NULL)
    return NULL;

  shown->simple = shown->family->store_id;
  if (!load_choices (library, shown, error) || !load_rest (library, shown, error))
    return NULL;

  return g_steal_pointer (&shown);
}
