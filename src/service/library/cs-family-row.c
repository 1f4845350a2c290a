#include "cs-family-row.h"

#include <string.h>

#include "../../family/cs-legal-code.h"
#include "../../report/family/cs-family-words.h"

static void
add_once (GPtrArray *words, const char *word)
{
  for (guint i = 0; i < words->len; i++)
    if (strcmp (words->pdata[i], word) == 0)
      return;
  g_ptr_array_add (words, (gpointer)word);
}

/* A list that ends in NULL and can grow no more. */
static const char *const *
end_words (GPtrArray *words)
{
  g_ptr_array_add (words, NULL);

  return (const char *const *)words->pdata;
}

const CsLibraryText *
cs_family_row_choose_text (const GPtrArray *texts, CsRecordPart part, const char *language)
{
  const CsLibraryText *chosen = NULL;

  for (guint i = 0; i < texts->len; i++)
    {
      const CsLibraryText *text = texts->pdata[i];

      if (text->part != part)
        continue;
      if (g_strcmp0 (text->language, language) == 0)
        return text;
      if (chosen == NULL || (strcmp (text->language, "en") == 0 &&
                             strcmp (chosen->language, "en") != 0))
        chosen = text;
    }

  return chosen;
}

/* --- what all rows of a family have --- */

static char *
dup_offices (const CsFamily *family)
{
  g_autoptr (GPtrArray) offices = g_ptr_array_new ();

  for (guint i = 0; i < family->applications->len; i++)
    {
      const CsApplication *application = family->applications->pdata[i];
      const char *office = cs_legal_get_office (application->number);

      if (*office != '\0')
        add_once (offices, office);
    }

  return g_strjoinv (" ", (char **)end_words (offices));
}

static void
list_members (CsFamilyRow *row, const CsFamily *family)
{
  for (guint i = 0; i < family->applications->len; i++)
    {
      const CsApplication *application = family->applications->pdata[i];

      g_ptr_array_add (row->applications, application->number->printed);
      for (guint n = 0; n < application->publications->len; n++)
        {
          const CsPublication *publication = application->publications->pdata[n];

          add_once (row->publications, publication->number->printed);
        }
    }
}

gboolean
cs_family_row_begin (CsFamilyRow *row,
                     CsLibrary *library,
                     const CsFamily *family,
                     const char *language,
                     GError **error)
{
  row->library = library;
  row->language = language;
  row->applicants = g_ptr_array_new ();
  row->inventors = g_ptr_array_new ();
  row->classes = g_ptr_array_new ();
  row->applications = g_ptr_array_new ();
  row->publications = g_ptr_array_new ();
  row->marks = cs_library_load_marks (library, family->store_id, error);
  if (row->marks == NULL)
    return FALSE;

  list_members (row, family);
  row->offices = dup_offices (family);
  row->entry = (CsListEntry){
    .family = family->store_id,
    .offices = row->offices,
    .status = cs_family_status_get_word (cs_family_get_status (family)),
    .earliest = family->earliest,
    .applications = end_words (row->applications),
    .publications = end_words (row->publications),
    .tags = (const char *const *)row->marks->tags,
    .note = row->marks->note,
    .rating = row->marks->rating,
  };

  return TRUE;
}

/* --- what one publication has --- */

static void
take_fact (CsFamilyRow *row, const CsLibraryFact *fact)
{
  if (fact->kind == CS_FACT_CLASS)
    add_once (row->classes, fact->value);
  else if (fact->kind == CS_FACT_PARTY && strcmp (fact->group, "applicant") == 0)
    add_once (row->applicants, fact->value);
  else if (fact->kind == CS_FACT_PARTY && strcmp (fact->group, "inventor") == 0)
    add_once (row->inventors, fact->value);
}

/* Where no source names an applicant, who owns it now is one. */
static void
take_owners (CsFamilyRow *row)
{
  for (guint i = 0; i < row->facts->len; i++)
    {
      const CsLibraryFact *fact = row->facts->pdata[i];

      if (fact->kind == CS_FACT_PARTY && strcmp (fact->group, "owner") == 0)
        add_once (row->applicants, fact->value);
    }
}

static void
take_facts (CsFamilyRow *row)
{
  g_ptr_array_set_size (row->applicants, 0);
  g_ptr_array_set_size (row->inventors, 0);
  g_ptr_array_set_size (row->classes, 0);
  for (guint i = 0; row->facts != NULL && i < row->facts->len; i++)
    take_fact (row, row->facts->pdata[i]);
  if (row->facts != NULL && row->applicants->len == 0)
    take_owners (row);
  row->entry.applicants = end_words (row->applicants);
  row->entry.inventors = end_words (row->inventors);
  row->entry.classes = end_words (row->classes);
}

static void
take_texts (CsFamilyRow *row, const CsApplication *application)
{
  const CsLibraryText *title = NULL;
  const CsLibraryText *abstract = NULL;

  if (row->texts != NULL)
    {
      title = cs_family_row_choose_text (row->texts, CS_RECORD_TITLE, row->language);
      abstract = cs_family_row_choose_text (row->texts, CS_RECORD_ABSTRACT, row->language);
    }
  row->entry.title = title == NULL ? application->title : title->text;
  row->entry.language = title == NULL ? "" : title->language;
  row->entry.abstract = abstract == NULL ? "" : abstract->text;
}

static void
take_number (CsFamilyRow *row, const CsNumber *number)
{
  row->entry.number = number->printed;
  row->entry.key = number->key;
  row->entry.kind = number->kind;
  row->entry.country = number->country == NULL ? "" : number->country;
}

gboolean
cs_family_row_read (CsFamilyRow *row,
                    const CsApplication *application,
                    const CsPublication *publication,
                    GError **error)
{
  g_clear_pointer (&row->texts, g_ptr_array_unref);
  g_clear_pointer (&row->facts, g_ptr_array_unref);
  if (publication != NULL)
    {
      row->texts = cs_library_load_texts (row->library, publication->store_id,
                                          1u << CS_RECORD_TITLE | 1u << CS_RECORD_ABSTRACT, error);
      if (row->texts == NULL)
        return FALSE;
      row->facts = cs_library_load_facts (row->library, publication->store_id, error);
      if (row->facts == NULL)
        return FALSE;
    }

  take_number (row, publication == NULL ? application->number : publication->number);
  take_texts (row, application);
  take_facts (row);
  row->entry.published = publication == NULL ? CS_OFFICE_DATE_UNKNOWN : publication->number->date;
  row->entry.application = application->number->printed;
  row->entry.filed = application->number->date;

  return TRUE;
}

void
cs_family_row_clear (CsFamilyRow *row)
{
  g_clear_pointer (&row->marks, cs_family_marks_free);
  g_clear_pointer (&row->texts, g_ptr_array_unref);
  g_clear_pointer (&row->facts, g_ptr_array_unref);
  g_clear_pointer (&row->applicants, g_ptr_array_unref);
  g_clear_pointer (&row->inventors, g_ptr_array_unref);
  g_clear_pointer (&row->classes, g_ptr_array_unref);
  g_clear_pointer (&row->applications, g_ptr_array_unref);
  g_clear_pointer (&row->publications, g_ptr_array_unref);
  g_clear_pointer (&row->offices, g_free);
}
