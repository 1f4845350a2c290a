#include "cs-library-numbers.h"
#include "cs-library-writer.h"

/* What a source says of a document, as rows. */

/* The rows that one source has for one document. */
typedef struct
{
  CsLibraryImport *import;
  gint64 document;
  gint64 source;
  const CsRecord *record;
} Facts;

static CsStatement *
start_row (const Facts *facts, const char *sql, guint n)
{
  CsStatement *insert = cs_library_statement (facts->import->library, sql);

  cs_bind_int (insert, 1, facts->document);
  cs_bind_int (insert, 2, facts->source);
  cs_bind_int (insert, 3, n);
  return insert;
}

/* Names and symbols that were met last are known without asking. */
#define MAX_KNOWN 20000

/* Returns: the id of what is looked up by texts ?1 and, if it is there, ?2; 0 on failure */
static gint64
find_or_add (CsLibrary *library,
             const char *find_sql,
             const char *add_sql,
             const char *const texts[2],
             gboolean *is_new,
             GError **error)
{
  CsStatement *find = cs_library_statement (library, find_sql);
  CsStatement *add;
  gint64 id;

  for (guint i = 0; i < 2 && texts[i] != NULL; i++)
    cs_bind_text (find, (int)i + 1, texts[i]);
  id = cs_statement_next (find) ? cs_column_get_int (find, 0) : 0;
  if (!cs_statement_reset (find, error))
    return 0;
  *is_new = id == 0;
  if (id != 0)
    return id;
  add = cs_library_statement (library, add_sql);
  for (guint i = 0; i < 2 && texts[i] != NULL; i++)
    cs_bind_text (add, (int)i + 1, texts[i]);
  return cs_statement_run (add, error) ? sqlite3_last_insert_rowid (library->file->db) : 0;
}

static gint64
remember (GHashTable *known, char *key, gint64 id)
{
  gint64 *value = g_new (gint64, 1);

  *value = id;
  if (g_hash_table_size (known) >= MAX_KNOWN)
    g_hash_table_remove_all (known);
  g_hash_table_insert (known, key, value);
  return id;
}

static gint64
find_name (CsLibraryImport *import, const char *name, GError **error)
{
  const char *const texts[2] = { name, NULL };
  const gint64 *known = g_hash_table_lookup (import->names, name);
  gboolean is_new = FALSE;
  gint64 id;

  if (known != NULL)
    return *known;
  id = find_or_add (import->library, "SELECT id FROM name WHERE name = ?1",
                    "INSERT INTO name (name) VALUES (?1)", texts, &is_new, error);
  if (id != 0 && is_new)
    cs_import_add_name (import, id, name);
  return id == 0 ? 0 : remember (import->names, g_strdup (name), id);
}

static gint64
find_symbol (CsLibraryImport *import, const CsClass *klass, GError **error)
{
  const char *const texts[2] = { klass->scheme, klass->symbol };
  g_autofree char *key = g_strconcat (klass->scheme, " ", klass->symbol, NULL);
  const gint64 *known = g_hash_table_lookup (import->symbols, key);
  gboolean is_new = FALSE;
  gint64 id;

  if (known != NULL)
    return *known;
  id = find_or_add (import->library, "SELECT id FROM symbol WHERE scheme = ?1 AND symbol = ?2",
                    "INSERT INTO symbol (scheme, symbol) VALUES (?1, ?2)", texts,
                    &is_new, error);
  return id == 0 ? 0 : remember (import->symbols, g_steal_pointer (&key), id);
}

static gboolean
write_parties (const Facts *facts, GError **error)
{
  const CsRecord *record = facts->record;

  for (guint i = 0; i < record->n_parties; i++)
    {
      const CsParty *party = &record->parties[i];
      gint64 name = find_name (facts->import, party->name, error);
      CsStatement *insert;

      if (name == 0)
        return FALSE;
      insert = start_row (facts,
                          "INSERT INTO party (document, source, n, role, name, country) "
                          "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                          i);
      cs_bind_int (insert, 4, party->role);
      cs_bind_int (insert, 5, name);
      cs_bind_text (insert, 6, party->country);
      if (!cs_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_classes (const Facts *facts, GError **error)
{
  const CsRecord *record = facts->record;

  for (guint i = 0; i < record->n_classes; i++)
    {
      const CsClass *klass = &record->classes[i];
      gint64 symbol = find_symbol (facts->import, klass, error);
      CsStatement *insert;

      if (symbol == 0)
        return FALSE;
      insert = start_row (facts,
                          "INSERT INTO class (document, source, n, symbol, flags) "
                          "VALUES (?1, ?2, ?3, ?4, ?5)",
                          i);
      cs_bind_int (insert, 4, symbol);
      cs_bind_int (insert, 5, klass->is_first | klass->is_additional << 1);
      if (!cs_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_priorities (const Facts *facts, GError **error)
{
  const CsRecord *record = facts->record;

  for (guint i = 0; i < record->n_priorities; i++)
    {
      CsStatement *insert =
          start_row (facts,
                     "INSERT INTO priority (document, source, n, " CS_NUMBER_COLUMNS
                     ", active, linkage) "
                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                     i);

      cs_number_columns_bind (insert, 4, record->priorities[i].number);
      cs_bind_int (insert, 11, record->priorities[i].active);
      cs_bind_text (insert, 12, record->priorities[i].linkage);
      if (!cs_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_relations (const Facts *facts, GError **error)
{
  const CsRecord *record = facts->record;

  for (guint i = 0; i < record->n_relations; i++)
    {
      CsStatement *insert =
          start_row (facts,
                     "INSERT INTO relation (document, source, n, " CS_NUMBER_COLUMNS
                     ", type, role) "
                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                     i);

      cs_number_columns_bind (insert, 4, record->relations[i].parent);
      cs_bind_int (insert, 11, record->relations[i].type);
      cs_bind_int (insert, 12, record->relations[i].parent->role);
      if (!cs_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_citations (const Facts *facts, GError **error)
{
  const CsRecord *record = facts->record;

  for (guint i = 0; i < record->n_citations; i++)
    {
      const CsCitation *citation = &record->citations[i];
      g_autofree char *stem =
          citation->number == NULL ? NULL : cs_number_dup_stem (citation->number);
      CsStatement *insert =
          start_row (facts,
                     "INSERT INTO citation (document, source, n, stem, printed, text, category, "
                     "phase) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                     i);

      cs_bind_text (insert, 4, stem);
      cs_bind_text (insert, 5, citation->number == NULL ? "" : citation->number->printed);
      cs_bind_text (insert, 6, citation->text);
      cs_bind_text (insert, 7, citation->category);
      cs_bind_text (insert, 8, citation->phase);
      if (!cs_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_events (const Facts *facts, GError **error)
{
  const CsRecord *record = facts->record;

  for (guint i = 0; i < record->n_events; i++)
    {
      const CsLegalEvent *event = &record->events[i];
      CsStatement *insert =
          start_row (facts,
                     "INSERT INTO event (document, source, n, authority, code, text, influence, "
                     "date, effective, details) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                     i);

      cs_bind_text (insert, 4, event->authority);
      cs_bind_text (insert, 5, event->code);
      cs_bind_text (insert, 6, event->text);
      cs_bind_int (insert, 7, event->influence);
      cs_bind_int (insert, 8, cs_office_date_to_key (event->date));
      cs_bind_int (insert, 9, cs_office_date_to_key (event->effective));
      cs_bind_text (insert, 10, event->details);
      if (!cs_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

static char *
dup_members (const CsGivenFamily *family)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < family->n_members; i++)
    {
      const CsNumber *member = family->members[i];
      g_autofree char *stem = cs_number_dup_stem (member);

      g_string_append_printf (lines, "%c %s\n",
                              member->role == CS_NUMBER_PUBLICATION ? 'P' : 'A', stem);
    }
  return g_string_free (lines, FALSE);
}

static gboolean
write_families (const Facts *facts, GError **error)
{
  const CsRecord *record = facts->record;

  for (guint i = 0; i < record->n_families; i++)
    {
      g_autofree char *members = dup_members (&record->families[i]);
      CsStatement *insert =
          start_row (facts,
                     "INSERT INTO given (document, source, n, rule, external_id, members) "
                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                     i);

      cs_bind_text (insert, 4, record->families[i].rule);
      cs_bind_text (insert, 5, record->families[i].id);
      cs_bind_text (insert, 6, members);
      if (!cs_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_fields (const Facts *facts, GError **error)
{
  const CsRecord *record = facts->record;

  for (guint i = 0; i < record->n_fields; i++)
    {
      CsStatement *insert = start_row (facts,
                                       "INSERT INTO field (document, source, n, name, value) "
                                       "VALUES (?1, ?2, ?3, ?4, ?5)",
                                       i);

      cs_bind_text (insert, 4, record->fields[i].name);
      cs_bind_text (insert, 5, record->fields[i].value);
      if (!cs_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

/* One line for each part that is rows. */
static const struct
{
  CsRecordSumPart part;
  const char *forget;
  gboolean (*write) (const Facts *facts, GError **error);
} tables[] = {
  { CS_PART_PARTIES, "DELETE FROM party WHERE document = ?1 AND source = ?2", write_parties },
  { CS_PART_CLASSES, "DELETE FROM class WHERE document = ?1 AND source = ?2", write_classes },
  { CS_PART_PRIORITIES, "DELETE FROM priority WHERE document = ?1 AND source = ?2",
    write_priorities },
  { CS_PART_RELATIONS, "DELETE FROM relation WHERE document = ?1 AND source = ?2",
    write_relations },
  { CS_PART_CITATIONS, "DELETE FROM citation WHERE document = ?1 AND source = ?2",
    write_citations },
  { CS_PART_EVENTS, "DELETE FROM event WHERE document = ?1 AND source = ?2", write_events },
  { CS_PART_FAMILIES, "DELETE FROM given WHERE document = ?1 AND source = ?2", write_families },
  { CS_PART_FIELDS, "DELETE FROM field WHERE document = ?1 AND source = ?2", write_fields },
};

static gboolean
forget (CsLibrary *library, const char *sql, gint64 document, gint64 source, GError **error)
{
  CsStatement *statement = cs_library_statement (library, sql);

  cs_bind_int (statement, 1, document);
  cs_bind_int (statement, 2, source);
  return cs_statement_run (statement, error);
}

gboolean
cs_import_write_facts (CsLibraryImport *import,
                       gint64 document,
                       gint64 source,
                       const CsRecord *record,
                       guint parts,
                       guint had,
                       GError **error)
{
  Facts facts = { import, document, source, record };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if ((had >> tables[i].part & 1) != 0 &&
          !forget (import->library, tables[i].forget, document, source, error))
        return FALSE;
      if ((parts >> tables[i].part & 1) != 0 && !tables[i].write (&facts, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
cs_import_insert_facts (CsLibraryImport *import, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (guint n = 0; n < import->waiting->len; n++)
      {
        const CsWaitingRecord *waiting = g_ptr_array_index (import->waiting, n);
        Facts facts = { import, waiting->document, waiting->source.id, waiting->record };

        if ((waiting->parts >> tables[i].part & 1) != 0 && !tables[i].write (&facts, error))
          return FALSE;
      }
  return TRUE;
}

gboolean
cs_import_delete_facts (CsLibraryImport *import, gint64 document, gint64 source, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!forget (import->library, tables[i].forget, document, source, error))
      return FALSE;
  return TRUE;
}
