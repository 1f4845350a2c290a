#include <string.h>

#include "cs-library-numbers.h"
#include "cs-library-writer.h"

/* Which document a record is about. Kinds may be missing, offices renumber what they published
 * (AT.232441.T is AT.E232441.T1 today), and the number of an application may come later than those
 * of its documents. */

#define DAY_SHIFT 24
#define RANK_THAT_CORRECTS 2

/* --- ids in the order of dates --- */

static gint64
get_day (CsOfficeDate date)
{
  if (!cs_office_date_is_known (date))
    return 0;
  return (gint64)g_date_get_julian (&(GDate){
      .dmy = TRUE,
      .day = MAX (date.day, 1),
      .month = MAX (date.month, 1),
      .year = date.year,
  });
}

static gboolean
find_free_id (CsLibrary *library, CsOfficeDate date, gint64 *id, GError **error)
{
  gint64 first = get_day (date) << DAY_SHIFT;
  CsStatement *last = cs_library_statement (
      library, "SELECT max (id) FROM document WHERE id >= ?1 AND id < ?2");

  cs_bind_int (last, 1, first);
  cs_bind_int (last, 2, first + (1 << DAY_SHIFT));
  *id = cs_statement_next (last) ? MAX (cs_column_get_int (last, 0), first) + 1 : 0;
  return cs_statement_reset (last, error);
}

/* --- looking --- */

static gboolean
is_same_kind (const char *a, const char *b)
{
  return g_str_equal (a, b);
}

static gboolean
may_be_same_kind (const char *a, const char *b)
{
  return *a == '\0' || *b == '\0';
}

gboolean
cs_library_find_application (CsLibrary *library, const CsNumber *number, gint64 *id, GError **error)
{
  g_autofree char *stem = cs_number_dup_stem (number);
  CsStatement *list = cs_library_statement (
      library, "SELECT a.id, a.kind FROM number AS n CROSS JOIN application AS a "
               "ON a.id = n.target WHERE n.stem = ?1 AND n.role = 1 ORDER BY a.id");
  gint64 same = 0;
  gint64 maybe = 0;

  cs_bind_text (list, 1, stem);
  while (same == 0 && cs_statement_next (list))
    {
      g_autofree char *kind = cs_column_dup_text (list, 1);

      if (is_same_kind (kind == NULL ? "" : kind, number->kind))
        same = cs_column_get_int (list, 0);
      else if (maybe == 0 && may_be_same_kind (kind == NULL ? "" : kind, number->kind))
        maybe = cs_column_get_int (list, 0);
    }
  *id = same != 0 ? same : maybe;
  return cs_statement_reset (list, error);
}

static gboolean
may_be_same_date (CsOfficeDate a, CsOfficeDate b)
{
  return !cs_office_date_is_known (a) || !cs_office_date_is_known (b) ||
         cs_office_date_compare (a, b) == 0;
}

/* By number and kind; where a kind is missing, by the date, when that leaves one. */
static gboolean
find_by_number (CsLibrary *library, const CsNumber *number, CsDocumentPlace *place, GError **error)
{
  g_autofree char *stem = cs_number_dup_stem (number);
  CsStatement *list = cs_library_statement (
      library, "SELECT d.id, d.application, d.kind, d.date FROM number AS n "
               "CROSS JOIN document AS d ON d.id = n.target WHERE n.stem = ?1 AND n.role = 0 "
               "ORDER BY d.id");
  guint n_maybe = 0;

  cs_bind_text (list, 1, stem);
  while (cs_statement_next (list))
    {
      const char *kind = cs_column_get_text (list, 2);
      CsOfficeDate date = cs_office_date_from_key ((guint)cs_column_get_uint (list, 3));
      gboolean is_same = is_same_kind (kind == NULL ? "" : kind, number->kind);

      if (!is_same && (!may_be_same_kind (kind == NULL ? "" : kind, number->kind) ||
                       !may_be_same_date (date, number->date)))
        continue;
      n_maybe = is_same ? 1 : n_maybe + 1;
      place->id = cs_column_get_int (list, 0);
      place->application = cs_column_get_int (list, 1);
      if (is_same)
        break;
    }
  if (n_maybe != 1)
    *place = (CsDocumentPlace){ 0 };
  return cs_statement_reset (list, error);
}

static gboolean
set_number (CsLibrary *library, gint64 document, const CsNumber *number, GError **error)
{
  CsStatement *update = cs_library_statement (
      library, "UPDATE document SET (" CS_NUMBER_COLUMNS
               ") = (?2, ?3, ?4, ?5, ?6, ?7, ?8) WHERE id = ?1");

  cs_bind_int (update, 1, document);
  cs_number_columns_bind (update, 2, number);
  return cs_statement_run (update, error) &&
         cs_library_add_number (library, number, CS_TARGET_DOCUMENT, document, error);
}

static gboolean
is_renumbered (const CsNumber *was, const CsNumber *now)
{
  g_autofree char *old_stem = cs_number_dup_stem (was);
  g_autofree char *new_stem = cs_number_dup_stem (now);

  return g_strcmp0 (was->country, now->country) == 0 && was->kind[0] == now->kind[0] &&
         !g_str_equal (old_stem, new_stem);
}

/* A document of the same application, office, day and kind of kind is the same one under another
 * number; it takes the new one and stays known under the old one. */
static gboolean
find_renumbered (CsLibrary *library,
                 const CsNumber *number,
                 gint64 application,
                 CsDocumentPlace *place,
                 GError **error)
{
  CsStatement *list = cs_library_statement (
      library, "SELECT " CS_NUMBER_COLUMNS ", id FROM document WHERE application = ?1 "
               "AND is_published <> 0 AND date = ?2 AND key IS NOT NULL ORDER BY id");
  gint64 found = 0;

  if (application == 0 || number->key == NULL || number->date.day == 0)
    return TRUE;
  cs_bind_int (list, 1, application);
  cs_bind_int (list, 2, cs_office_date_to_key (number->date));
  while (found == 0 && cs_statement_next (list))
    {
      g_autoptr (CsNumber) other = cs_number_columns_read (list, 0, CS_NUMBER_PUBLICATION);

      if (is_renumbered (other, number))
        found = cs_column_get_int (list, CS_N_NUMBER_COLUMNS);
    }
  if (!cs_statement_reset (list, error))
    return FALSE;
  if (found == 0)
    return TRUE;
  *place = (CsDocumentPlace){ found, application, FALSE };
  return set_number (library, found, number, error);
}

/* What we know of an application beside its publications. */
static gboolean
find_unpublished (CsLibrary *library, gint64 application, CsDocumentPlace *place, GError **error)
{
  CsStatement *find = cs_library_statement (
      library, "SELECT id FROM document WHERE application = ?1 AND is_published = 0");

  cs_bind_int (find, 1, application);
  if (cs_statement_next (find))
    *place = (CsDocumentPlace){ cs_column_get_int (find, 0), application, FALSE };
  return cs_statement_reset (find, error);
}

gboolean
cs_import_find_document (CsLibraryImport *import,
                         const CsRecord *record,
                         CsDocumentPlace *place,
                         GError **error)
{
  CsLibrary *library = import->library;
  gint64 application = 0;

  *place = (CsDocumentPlace){ 0 };
  if (record->publication != NULL && !find_by_number (library, record->publication, place, error))
    return FALSE;
  if (place->id != 0 || record->application == NULL)
    return TRUE;
  if (!cs_library_find_application (library, record->application, &application, error))
    return FALSE;
  place->application = application;
  if (application == 0)
    return TRUE;
  return record->publication == NULL ?
             find_unpublished (library, application, place, error) :
             find_renumbered (library, record->publication, application, place, error);
}

/* --- making --- */

static gboolean
make_application (CsLibraryImport *import,
                  const CsNumber *number,
                  gboolean is_assumed,
                  gint64 *id,
                  GError **error)
{
  CsLibrary *library = import->library;
  CsStatement *insert = cs_library_statement (
      library, "INSERT INTO application (" CS_NUMBER_COLUMNS ", is_assumed, run) "
               "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");

  cs_number_columns_bind (insert, 1, number);
  if (is_assumed) /* nobody knows when it was filed */
    cs_bind_int (insert, CS_N_NUMBER_COLUMNS, 0);
  cs_bind_int (insert, 8, is_assumed);
  cs_bind_int (insert, 9, import->run->id);
  if (!cs_statement_run (insert, error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (library->file->db);
  return cs_library_add_number (library, number,
                                is_assumed ? CS_TARGET_ASSUMED : CS_TARGET_APPLICATION, *id,
                                error);
}

static gboolean
find_application_of_stem (CsLibrary *library, const char *stem, gint64 *id, GError **error)
{
  CsStatement *find = cs_library_statement (
      library, "SELECT d.application FROM number AS n CROSS JOIN document AS d ON d.id = n.target "
               "WHERE n.stem = ?1 AND n.role = 0 ORDER BY d.id LIMIT 1");

  cs_bind_text (find, 1, stem);
  *id = cs_statement_next (find) ? cs_column_get_int (find, 0) : 0;
  return cs_statement_reset (find, error);
}

/* A2 and A4 of one number are of one application, though nobody said of which. */
static gboolean
assume_application (CsLibraryImport *import, const CsNumber *number, gint64 *id, GError **error)
{
  g_autofree char *stem = cs_number_dup_stem (number);
  g_autoptr (GArray) known = NULL;

  if (!find_application_of_stem (import->library, stem, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  known = cs_library_list_targets (import->library, stem, CS_TARGET_ASSUMED, error);
  if (known == NULL)
    return FALSE;
  if (known->len == 0)
    return make_application (import, number, TRUE, id, error);
  *id = g_array_index (known, gint64, 0);
  return TRUE;
}

/* @id: (inout): 0 when it is not known yet */
static gboolean
need_application (CsLibraryImport *import, const CsRecord *record, gint64 *id, GError **error)
{
  if (*id != 0)
    return TRUE;
  return record->application == NULL ?
             assume_application (import, record->publication, id, error) :
             make_application (import, record->application, FALSE, id, error);
}

gboolean
cs_import_make_document (CsLibraryImport *import,
                         const CsRecord *record,
                         CsDocumentPlace *place,
                         GError **error)
{
  CsLibrary *library = import->library;
  gboolean is_published = record->publication != NULL;
  const CsNumber *number = is_published ? record->publication : record->application;
  CsDocumentPlace made = { .application = place->application, .is_new = TRUE };
  CsStatement *insert = cs_library_statement (
      library, "INSERT INTO document (" CS_NUMBER_COLUMNS ", id, application, is_published, "
               "is_withdrawn, run) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, ?11)");

  if (!need_application (import, record, &made.application, error) ||
      !find_free_id (library, number->date, &made.id, error))
    return FALSE;
  cs_number_columns_bind (insert, 1, number);
  cs_bind_int (insert, 8, made.id);
  cs_bind_int (insert, 9, made.application);
  cs_bind_int (insert, 10, is_published);
  cs_bind_int (insert, 11, import->run->id);
  if (!cs_statement_run (insert, error))
    return FALSE;
  *place = made;
  return !is_published ||
         cs_library_add_number (library, number, CS_TARGET_DOCUMENT, made.id, error);
}

/* --- correcting --- */

/* Whether @told says more than @known, or the same better. */
static gboolean
corrects_date (CsOfficeDate known, CsOfficeDate told, guint rank)
{
  if (!cs_office_date_is_known (told) || cs_office_date_compare (known, told) == 0)
    return FALSE;
  if (!cs_office_date_is_known (known))
    return TRUE;
  return rank >= RANK_THAT_CORRECTS && (told.day != 0 || known.day == 0);
}

static gboolean
read_number (CsLibrary *library,
             const char *sql,
             gint64 id,
             CsNumberRole role,
             CsNumber **number,
             GError **error)
{
  CsStatement *find = cs_library_statement (library, sql);

  cs_bind_int (find, 1, id);
  if (cs_statement_next (find))
    *number = cs_number_columns_read (find, 0, role);
  if (!cs_statement_reset (find, error))
    return FALSE;
  if (*number != NULL)
    return TRUE;
  cs_store_set_damaged (error, library->file, NULL);
  return FALSE;
}

static gboolean
move_document (CsLibrary *library, CsOfficeDate date, CsDocumentPlace *place, GError **error)
{
  CsStatement *update = cs_library_statement (library, "UPDATE document SET id = ?2 WHERE id = ?1");
  CsStatement *known = cs_library_statement (
      library, "UPDATE number SET target = ?2 WHERE target = ?1 AND role = 0");
  gint64 id;

  if (!find_free_id (library, date, &id, error))
    return FALSE;
  cs_bind_int (update, 1, place->id);
  cs_bind_int (update, 2, id);
  cs_bind_int (known, 1, place->id);
  cs_bind_int (known, 2, id);
  place->id = id;
  return cs_statement_run (update, error) && cs_statement_run (known, error);
}

/* The wording with a kind is the better one. */
static gboolean
correct_number (CsLibraryImport *import,
                const CsNumber *told,
                guint rank,
                CsDocumentPlace *place,
                GError **error)
{
  CsLibrary *library = import->library;
  g_autoptr (CsNumber) known = NULL;
  g_autoptr (CsNumber) better = NULL;
  gboolean dates;

  if (!read_number (library, "SELECT " CS_NUMBER_COLUMNS " FROM document WHERE id = ?1", place->id,
                    CS_NUMBER_PUBLICATION, &known, error))
    return FALSE;
  dates = corrects_date (known->date, told->date, rank);
  if (!dates && (known->kind[0] != '\0' || told->kind[0] == '\0'))
    return TRUE;
  better = cs_number_restore (known->kind[0] == '\0' ? told : known);
  better->date = dates ? told->date : known->date;
  return set_number (library, place->id, better, error) &&
         (!dates || move_document (library, told->date, place, error));
}

static gboolean
correct_filing (CsLibraryImport *import,
                const CsNumber *told,
                guint rank,
                gint64 application,
                GError **error)
{
  CsLibrary *library = import->library;
  CsStatement *update = cs_library_statement (
      library, "UPDATE application SET (" CS_NUMBER_COLUMNS
               ") = (?2, ?3, ?4, ?5, ?6, ?7, ?8) WHERE id = ?1");
  g_autoptr (CsNumber) known = NULL;
  g_autoptr (CsNumber) better = NULL;

  if (!read_number (library, "SELECT " CS_NUMBER_COLUMNS " FROM application WHERE id = ?1",
                    application, CS_NUMBER_APPLICATION, &known, error))
    return FALSE;
  if (!corrects_date (known->date, told->date, rank) &&
      (known->kind[0] != '\0' || told->kind[0] == '\0'))
    return TRUE;
  better = cs_number_restore (known->kind[0] == '\0' ? told : known);
  better->date = corrects_date (known->date, told->date, rank) ? told->date : known->date;
  cs_bind_int (update, 1, application);
  cs_number_columns_bind (update, 2, better);
  return cs_statement_run (update, error) &&
         cs_library_add_number (library, better, CS_TARGET_APPLICATION, application, error);
}

static gboolean
is_assumed (CsLibrary *library, gint64 application, gboolean *assumed, GError **error)
{
  CsStatement *find =
      cs_library_statement (library, "SELECT is_assumed FROM application WHERE id = ?1");

  cs_bind_int (find, 1, application);
  *assumed = cs_statement_next (find) && cs_column_get_int (find, 0) != 0;
  return cs_statement_reset (find, error);
}

/* Hangs the document under the application that @record tells; those of the same number that were
 * assumed to be of one application come along. */
static gboolean
correct_application (CsLibraryImport *import,
                     const CsRecord *record,
                     guint rank,
                     CsDocumentPlace *place,
                     GError **error)
{
  CsLibrary *library = import->library;
  CsStatement *update = cs_library_statement (
      library, "UPDATE document SET application = ?2 WHERE id = ?1 OR (application = ?3 AND ?4)");
  gint64 application;
  gboolean assumed;

  if (!cs_library_find_application (library, record->application, &application, error) ||
      !need_application (import, record, &application, error) ||
      !is_assumed (library, place->application, &assumed, error))
    return FALSE;
  if (application == place->application || (!assumed && rank < RANK_THAT_CORRECTS))
    return TRUE;
  cs_import_touch (import, place->application);
  cs_import_touch (import, application);
  g_hash_table_insert (import->heirs, g_memdup2 (&place->application, sizeof (gint64)),
                       g_memdup2 (&application, sizeof (gint64)));
  cs_bind_int (update, 1, place->id);
  cs_bind_int (update, 2, application);
  cs_bind_int (update, 3, place->application);
  cs_bind_int (update, 4, assumed);
  place->application = application;
  return cs_statement_run (update, error);
}

gboolean
cs_import_correct_document (CsLibraryImport *import,
                            const CsRecord *record,
                            guint rank,
                            CsDocumentPlace *place,
                            GError **error)
{
  if (record->publication != NULL &&
      !correct_number (import, record->publication, rank, place, error))
    return FALSE;
  if (record->application == NULL)
    return TRUE;
  return correct_application (import, record, rank, place, error) &&
         correct_filing (import, record->application, rank, place->application, error);
}
