#include "cs-library-numbers.h"
#include "cs-library-raw.h"
#include "cs-library-texts.h"

/* Asking the library about documents and numbers. */

gboolean
cs_library_count (CsLibrary *library, CsLibraryCounts *counts, GError **error)
{
  CsStatement *find = cs_library_statement (
      library, "SELECT (SELECT count (*) FROM place), (SELECT count (*) FROM member "
               "WHERE rule = 0), (SELECT count (*) FROM facet), "
               "(SELECT count (*) FROM description), (SELECT count (*) FROM run)");

  *counts = (CsLibraryCounts){ 0 };
  if (cs_statement_next (find))
    *counts = (CsLibraryCounts){
      .documents = cs_column_get_int (find, 0),
      .applications = cs_column_get_int (find, 1),
      .families = cs_column_get_int (find, 2),
      .descriptions = cs_column_get_int (find, 3),
      .runs = cs_column_get_int (find, 4),
    };
  return cs_statement_reset (find, error);
}

GArray *
cs_library_list_families_of (CsLibrary *library, gint64 application, GError **error)
{
  g_autoptr (GArray) families = g_array_new (FALSE, FALSE, sizeof (gint64));
  CsStatement *list = cs_library_statement (
      library, "SELECT family FROM member WHERE application = ?1 ORDER BY rule, family");

  cs_bind_int (list, 1, application);
  while (cs_statement_next (list))
    {
      gint64 family = cs_column_get_int (list, 0);

      g_array_append_val (families, family);
    }
  return cs_statement_reset (list, error) ? g_steal_pointer (&families) : NULL;
}

/* --- numbers --- */

/* What is found of one reading of a number. */
static const char places_of_documents[] =
    "SELECT d.id, d.application, coalesce (p.family, 0), d.kind FROM number AS n "
    "CROSS JOIN document AS d ON d.id = n.target LEFT JOIN place AS p ON p.document = d.id "
    "WHERE n.stem = ?1 AND n.role = 0 AND d.is_withdrawn = 0 "
    "ORDER BY d.kind <> ?2, d.id";

static const char places_of_applications[] =
    "SELECT 0, a.id, coalesce (m.family, 0), a.kind FROM number AS n "
    "CROSS JOIN application AS a ON a.id = n.target "
    "LEFT JOIN member AS m ON m.application = a.id AND m.rule = 0 "
    "WHERE n.stem = ?1 AND n.role = 1 ORDER BY a.kind <> ?2, a.id";

static gboolean
has_place (const GArray *places, const CsLibraryPlace *place)
{
  for (guint i = 0; i < places->len; i++)
    {
      const CsLibraryPlace *other = &g_array_index (places, CsLibraryPlace, i);

      if (other->document == place->document && other->application == place->application)
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_places (CsLibrary *library,
             const CsNumber *number,
             const char *stem,
             GArray *places,
             GError **error)
{
  CsStatement *list = cs_library_statement (library, number->role == CS_NUMBER_PUBLICATION ?
                                                         places_of_documents :
                                                         places_of_applications);

  cs_bind_text (list, 1, stem);
  cs_bind_text (list, 2, number->kind);
  while (cs_statement_next (list))
    {
      CsLibraryPlace place = { cs_column_get_int (list, 0), cs_column_get_int (list, 1),
                               cs_column_get_int (list, 2) };

      if (!has_place (places, &place))
        g_array_append_val (places, place);
    }
  return cs_statement_reset (list, error);
}

GArray *
cs_library_find_number (CsLibrary *library, const char *text, GError **error)
{
  static const CsNumberRole roles[] = { CS_NUMBER_PUBLICATION, CS_NUMBER_APPLICATION };
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (CsLibraryPlace));
  g_autofree char *valid = g_strstrip (g_utf8_make_valid (text, -1));

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      CsNumberInput input = { .text = valid, .role = roles[i], .form = CS_NUMBER_ORIGINAL };
      g_autoptr (CsNumber) number = cs_number_read (&input);
      g_autofree char *stem = cs_number_dup_stem (number);
      g_autofree char *alias = cs_number_dup_alias_stem (number);

      if (!find_places (library, number, stem, places, error) ||
          (alias != NULL && !find_places (library, number, alias, places, error)) ||
          !find_places (library, number, valid, places, error))
        return NULL;
    }
  return g_steal_pointer (&places);
}

/* --- texts --- */

void
cs_library_text_free (CsLibraryText *text)
{
  g_free (text->language);
  g_free (text->source);
  g_free (text->text);
  g_free (text);
}

GPtrArray *
cs_library_load_texts (CsLibrary *library, gint64 document, guint parts, GError **error)
{
  g_autoptr (GPtrArray) wordings = cs_library_read_wordings (library, document, parts, error);
  GPtrArray *texts;

  if (wordings == NULL)
    return NULL;
  texts = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_library_text_free);
  for (guint i = 0; i < wordings->len; i++)
    {
      CsWording *wording = g_ptr_array_index (wordings, i);
      CsLibraryText *text = g_new0 (CsLibraryText, 1);

      text->part = wording->part;
      text->language = g_steal_pointer (&wording->language);
      text->source = g_steal_pointer (&wording->source_name);
      text->text = g_steal_pointer (&wording->text);
      g_ptr_array_add (texts, text);
    }
  return texts;
}

/* --- raw records --- */

void
cs_library_raw_free (CsLibraryRaw *raw)
{
  g_free (raw->source);
  g_free (raw->file);
  g_free (raw->text);
  g_free (raw);
}

GPtrArray *
cs_library_load_raw (CsLibrary *library, gint64 document, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_library_raw_free);
  CsStatement *list = cs_library_statement (
      library, "SELECT s.name, r.file, r.place, r.as_of, r.is_withdrawn, raw.packed "
               "FROM record AS r CROSS JOIN source AS s ON s.id = r.source "
               "LEFT JOIN raw ON raw.record = r.id WHERE r.document = ?1 ORDER BY r.id");

  cs_bind_int (list, 1, document);
  while (cs_statement_next (list))
    {
      CsLibraryRaw *raw = g_new0 (CsLibraryRaw, 1);
      const void *packed = sqlite3_column_blob (list->handle, 5);

      raw->source = cs_column_dup_text (list, 0);
      raw->file = cs_column_dup_text (list, 1);
      raw->place = (guint)cs_column_get_uint (list, 2);
      raw->as_of = cs_office_date_from_key ((guint)cs_column_get_uint (list, 3));
      raw->is_withdrawn = cs_column_get_int (list, 4) != 0;
      raw->text = cs_library_unpack (packed, (gsize)sqlite3_column_bytes (list->handle, 5));
      g_ptr_array_add (all, raw);
    }
  return cs_statement_reset (list, error) ? g_steal_pointer (&all) : NULL;
}
