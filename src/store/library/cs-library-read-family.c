#include <string.h>

#include "cs-library-case.h"
#include "cs-library-node.h"
#include "cs-library-numbers.h"
#include "cs-library-texts.h"

/* A family with all that is known of its applications, as a value. */

typedef struct
{
  CsLibrary *library;
  const char *language; /* (nullable) */
  CsOfficeDate today;
} Reading;

static CsOfficeDate
read_date (const CsStatement *row, int column)
{
  return cs_office_date_from_key ((guint)cs_column_get_uint (row, column));
}

/* --- publications --- */

/* The source that is nearest to the office is named; its data are as old as they are. */
static gboolean
load_sources (CsLibrary *library, CsPublication *publication, GError **error)
{
  CsStatement *list = cs_library_statement (
      library, "SELECT s.name, r.as_of FROM record AS r CROSS JOIN source AS s ON s.id = r.source "
               "WHERE r.document = ?1 AND r.is_withdrawn = 0 ORDER BY r.as_of DESC, r.id");
  guint best = 0;

  cs_bind_int (list, 1, publication->store_id);
  while (cs_statement_next (list))
    {
      const char *name = cs_column_get_text (list, 0);

      if (name == NULL || cs_source_get_rank (name) <= best)
        continue;
      best = cs_source_get_rank (name);
      g_free (publication->source);
      publication->source = g_strdup (name);
      publication->as_of = read_date (list, 1);
    }
  if (publication->source == NULL)
    publication->source = g_strdup ("");
  return cs_statement_reset (list, error);
}

static gboolean
load_languages (CsLibrary *library, CsPublication *publication, GError **error)
{
  CsStatement *list = cs_library_statement (
      library, "SELECT language FROM wording WHERE document = ?1 AND part = ?2 ORDER BY n");
  GString *languages = g_string_new (NULL);

  cs_bind_int (list, 1, publication->store_id);
  cs_bind_int (list, 2, CS_RECORD_CLAIMS);
  while (cs_statement_next (list))
    {
      const char *language = cs_column_get_text (list, 0);

      if (language != NULL && *language != '\0')
        g_string_append_printf (languages, languages->len == 0 ? "%s" : " %s", language);
    }
  publication->languages = g_string_free (languages, FALSE);
  return cs_statement_reset (list, error);
}

static gboolean
load_publications (const Reading *reading, CsApplication *application, GError **error)
{
  CsLibrary *library = reading->library;
  CsStatement *list = cs_library_statement (
      library, "SELECT " CS_NUMBER_COLUMNS ", id FROM document WHERE application = ?1 "
               "AND is_published <> 0 AND is_withdrawn = 0 ORDER BY id");

  cs_bind_int (list, 1, application->store_id);
  while (cs_statement_next (list))
    {
      CsPublication *publication = g_new0 (CsPublication, 1);

      publication->number = cs_number_columns_read (list, 0, CS_NUMBER_PUBLICATION);
      publication->store_id = cs_column_get_int (list, CS_N_NUMBER_COLUMNS);
      g_ptr_array_add (application->publications, publication);
    }
  if (!cs_statement_reset (list, error))
    return FALSE;
  for (guint i = 0; i < application->publications->len; i++)
    {
      CsPublication *publication = g_ptr_array_index (application->publications, i);

      if (!load_sources (library, publication, error) ||
          !load_languages (library, publication, error))
        return FALSE;
    }
  return TRUE;
}

/* --- titles --- */

/* Takes the title of a document when there is none yet, or when it is in the language that is
 * wanted and the one before is not. Returns: whether no better one can come */
static gboolean
offer_titles (const Reading *reading, const GPtrArray *wordings, char **title)
{
  for (guint i = 0; i < wordings->len; i++)
    {
      const CsWording *wording = g_ptr_array_index (wordings, i);
      gboolean wanted =
          reading->language != NULL && g_strcmp0 (wording->language, reading->language) == 0;

      if (*title != NULL && !wanted)
        continue;
      g_free (*title);
      *title = g_strdup (wording->text);
      if (wanted)
        return TRUE;
    }
  return reading->language == NULL && *title != NULL;
}

static gboolean
load_title (const Reading *reading, CsApplication *application, GError **error)
{
  g_autoptr (GArray) documents = g_array_new (FALSE, FALSE, sizeof (gint64));
  CsStatement *list = cs_library_statement (
      reading->library, "SELECT id FROM document WHERE application = ?1 AND is_withdrawn = 0 "
                        "ORDER BY id DESC");

  cs_bind_int (list, 1, application->store_id);
  while (cs_statement_next (list))
    {
      gint64 id = cs_column_get_int (list, 0);

      g_array_append_val (documents, id);
    }
  if (!cs_statement_reset (list, error))
    return FALSE;
  for (guint i = 0; i < documents->len; i++)
    {
      g_autoptr (GPtrArray) titles =
          cs_library_read_wordings (reading->library, g_array_index (documents, gint64, i),
                                    1u << CS_RECORD_TITLE, error);

      if (titles == NULL)
        return FALSE;
      if (offer_titles (reading, titles, &application->title))
        break;
    }
  if (application->title == NULL)
    application->title = g_strdup ("");
  return TRUE;
}

/* --- applications --- */

static gboolean
has_relation (const CsApplication *application, const CsRelation *relation)
{
  for (guint i = 0; i < application->relations->len; i++)
    {
      const CsRelation *known = application->relations->pdata[i];

      if (known->type == relation->type &&
          strcmp (cs_number_get_id (known->parent), cs_number_get_id (relation->parent)) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Each of its publications tells of a relation anew. */
static gboolean
load_links (const Reading *reading, CsApplication *application, GError **error)
{
  g_autoptr (CsFamilyNode) node = NULL;

  if (!cs_family_node_load (reading->library, application->store_id, &node, error))
    return FALSE;
  for (guint i = 0; node != NULL && i < node->priorities->len; i++)
    g_ptr_array_add (application->priorities,
                     cs_priority_dup (&g_array_index (node->priorities, CsPriority, i)));
  for (guint i = 0; node != NULL && i < node->relations->len; i++)
    {
      const CsRelation *relation = &g_array_index (node->relations, CsRelation, i);

      if (!has_relation (application, relation))
        g_ptr_array_add (application->relations, cs_relation_dup (relation));
    }

  return TRUE;
}

static gboolean
load_events (const Reading *reading, CsApplication *application, GError **error)
{
  g_auto (CsLibraryCase) legal_case = { NULL };

  if (!cs_library_case_load (reading->library, application->store_id, &legal_case, error))
    return FALSE;
  application->status = cs_library_case_judge (&legal_case, application->number, reading->today);
  g_ptr_array_extend_and_steal (application->events, g_steal_pointer (&legal_case.events));
  g_ptr_array_extend_and_steal (application->event_sources,
                                g_steal_pointer (&legal_case.event_sources));
  return TRUE;
}

static gboolean
load_applications (const Reading *reading, CsFamily *family, GError **error)
{
  CsStatement *list = cs_library_statement (
      reading->library, "SELECT a.key, a.raw, a.printed, a.alias, a.kind, a.flags, a.date, a.id "
                        "FROM member AS m CROSS JOIN application AS a ON a.id = m.application "
                        "WHERE m.family = ?1 ORDER BY a.date = 0, a.date, a.id");

  cs_bind_int (list, 1, family->store_id);
  while (cs_statement_next (list))
    {
      CsApplication *application = cs_application_new ();

      application->number = cs_number_columns_read (list, 0, CS_NUMBER_APPLICATION);
      application->store_id = cs_column_get_int (list, CS_N_NUMBER_COLUMNS);
      g_ptr_array_add (family->applications, application);
    }
  if (!cs_statement_reset (list, error))
    return FALSE;
  for (guint i = 0; i < family->applications->len; i++)
    {
      CsApplication *application = g_ptr_array_index (family->applications, i);

      if (!load_publications (reading, application, error) ||
          !load_title (reading, application, error) ||
          !load_links (reading, application, error) || !load_events (reading, application, error))
        return FALSE;
    }
  return TRUE;
}

/* --- the family --- */

static void
take_earliest (CsFamily *family, CsOfficeDate date)
{
  if (cs_office_date_is_known (date) && (!cs_office_date_is_known (family->earliest) ||
                                         cs_office_date_compare (date, family->earliest) < 0))
    family->earliest = date;
}

static gboolean
has_grant (const CsApplication *application)
{
  for (guint i = 0; i < application->publications->len; i++)
    {
      const CsPublication *publication = g_ptr_array_index (application->publications, i);

      if (cs_library_is_grant (publication->number->key))
        return TRUE;
    }
  return FALSE;
}

/* The representative gives the title: one with a grant before others, then the earliest. */
static void
summarise (CsFamily *family)
{
  const CsApplication *chosen = NULL;

  for (guint i = 0; i < family->applications->len; i++)
    {
      const CsApplication *application = g_ptr_array_index (family->applications, i);

      take_earliest (family, application->number->date);
      for (guint p = 0; p < application->priorities->len; p++)
        {
          const CsPriority *priority = g_ptr_array_index (application->priorities, p);

          take_earliest (family, priority->number->date);
        }
      for (guint p = 0; p < application->publications->len; p++)
        {
          const CsPublication *publication = g_ptr_array_index (application->publications, p);

          if (cs_office_date_compare (publication->as_of, family->as_of) > 0)
            family->as_of = publication->as_of;
        }
      if (*application->title != '\0' &&
          (chosen == NULL || (has_grant (application) && !has_grant (chosen))))
        chosen = application;
    }
  family->title = g_strdup (chosen == NULL ? "" : chosen->title);
}

static gboolean
load_applicants (CsLibrary *library, CsFamily *family, GError **error)
{
  CsStatement *list = cs_library_statement (
      library, "SELECT n.name FROM member AS m CROSS JOIN document AS d "
               "ON d.application = m.application CROSS JOIN party AS p ON p.document = d.id "
               "CROSS JOIN name AS n ON n.id = p.name WHERE m.family = ?1 AND p.role IN (0, 1) "
               "GROUP BY n.id ORDER BY min (p.role), min (d.id), min (p.n)");

  cs_bind_int (list, 1, family->store_id);
  while (cs_statement_next (list))
    {
      char *name = cs_column_dup_text (list, 0);

      if (name != NULL)
        g_ptr_array_add (family->applicants, name);
    }
  return cs_statement_reset (list, error);
}

static gboolean
load_head (CsLibrary *library, CsFamily *family, GError **error)
{
  CsStatement *find = cs_library_statement (
      library, "SELECT rule, source, external_id FROM family WHERE id = ?1");
  gboolean found;

  cs_bind_int (find, 1, family->store_id);
  found = cs_statement_next (find);
  if (found)
    {
      family->rule = MIN (cs_column_get_uint (find, 0), CS_N_FAMILY_RULES - 1);
      family->source = cs_column_dup_text (find, 1);
      family->external_id = cs_column_dup_text (find, 2);
    }

  return cs_library_end_find (find, found, error);
}

CsFamily *
cs_library_load_family (CsLibrary *library, gint64 family, const char *language, GError **error)
{
  g_autoptr (CsFamily) loaded = cs_family_new ();
  g_auto (CsTransaction) read = { NULL };
  Reading reading = { library, language, cs_office_date_today () };

  loaded->store_id = family;
  if (!cs_transaction_begin_read (&read, library->file, error) ||
      !load_head (library, loaded, error) || !load_applications (&reading, loaded, error) ||
      !load_applicants (library, loaded, error))
    return NULL;
  summarise (loaded);
  return g_steal_pointer (&loaded);
}
