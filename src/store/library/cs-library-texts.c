#include <string.h>

#include "cs-library-texts.h"
#include "cs-library-writer.h"

/* Texts of a document: one wording for each part and language, joined for the index. */

/* The parts of the table "text", in the order of its columns. */
#define N_SHORT_PARTS CS_RECORD_DESCRIPTION

#define SHORT_PARTS ((1u << N_SHORT_PARTS) - 1)

void
cs_wording_free (CsWording *wording)
{
  g_free (wording->language);
  g_free (wording->source_name);
  g_free (wording->text);
  g_free (wording);
}

/* --- reading --- */

static gboolean
read_joined (CsLibrary *library,
             gint64 document,
             char *columns[CS_N_RECORD_PARTS],
             guint parts,
             GError **error)
{
  CsStatement *shorts =
      cs_library_statement (library, "SELECT ti, ab, cl FROM text WHERE id = ?1");
  CsStatement *longs = cs_library_statement (library, "SELECT de FROM description WHERE id = ?1");

  if ((parts & SHORT_PARTS) != 0)
    {
      cs_bind_int (shorts, 1, document);
      if (cs_statement_next (shorts))
        for (int i = 0; i < N_SHORT_PARTS; i++)
          columns[i] = (parts >> i & 1) != 0 ? cs_column_dup_text (shorts, i) : NULL;
      if (!cs_statement_reset (shorts, error))
        return FALSE;
    }
  if ((parts & 1u << CS_RECORD_DESCRIPTION) != 0)
    {
      cs_bind_int (longs, 1, document);
      if (cs_statement_next (longs))
        columns[CS_RECORD_DESCRIPTION] = cs_column_dup_text (longs, 0);
      if (!cs_statement_reset (longs, error))
        return FALSE;
    }
  return TRUE;
}

/* Cuts the next wording out of the joined text; what does not fit is cut short. */
static CsWording *
cut_wording (const CsStatement *row, const char *joined, gsize *at)
{
  gsize n_joined = joined == NULL ? 0 : strlen (joined);
  gsize start = MIN (*at, n_joined);
  gsize n_bytes = MIN (cs_column_get_uint (row, 4), n_joined - start);
  CsWording *wording = g_new0 (CsWording, 1);
  g_autofree char *text = g_strndup (joined == NULL ? "" : joined + start, n_bytes);

  wording->part = (CsRecordPart)cs_column_get_uint (row, 0);
  wording->language = cs_column_dup_text (row, 1);
  wording->source = cs_column_get_int (row, 2);
  wording->source_name = cs_column_dup_text (row, 3);
  wording->text = g_utf8_make_valid (text, -1);
  *at = start + n_bytes + strlen (CS_WORDING_BREAK);
  return wording;
}

GPtrArray *
cs_library_read_wordings (CsLibrary *library, gint64 document, guint parts, GError **error)
{
  g_autoptr (GPtrArray) wordings = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_wording_free);
  CsStatement *list = cs_library_statement (
      library, "SELECT w.part, w.language, w.source, s.name, w.n_bytes FROM wording AS w "
               "CROSS JOIN source AS s ON s.id = w.source WHERE w.document = ?1 "
               "ORDER BY w.part, w.n");
  char *columns[CS_N_RECORD_PARTS] = { NULL };
  gsize at[CS_N_RECORD_PARTS] = { 0 };
  gboolean read = read_joined (library, document, columns, parts, error);

  cs_bind_int (list, 1, document);
  while (read && cs_statement_next (list))
    {
      guint part = (guint)cs_column_get_uint (list, 0);

      if (part < CS_N_RECORD_PARTS && (parts >> part & 1) != 0)
        g_ptr_array_add (wordings, cut_wording (list, columns[part], &at[part]));
    }
  read = cs_statement_reset (list, read ? error : NULL) && read;
  for (guint i = 0; i < CS_N_RECORD_PARTS; i++)
    g_free (columns[i]);
  return read ? g_steal_pointer (&wordings) : NULL;
}

/* --- merging --- */

static void
merge_text (GPtrArray *wordings,
            CsRecordPart part,
            const CsSourceId *source,
            const CsRecordText *text,
            guint *changed)
{
  CsWording *wording;

  for (guint i = 0; i < wordings->len; i++)
    {
      wording = g_ptr_array_index (wordings, i);
      if (wording->part != part || g_strcmp0 (wording->language, text->language) != 0)
        continue;
      if (g_strcmp0 (wording->text, text->text) == 0)
        {
          wording->is_new = TRUE; /* it is confirmed: the same record may have another */
          return;
        }
      if (wording->is_new)
        continue;
      if (cs_source_get_rank (wording->source_name) > source->rank)
        return;
      wording->is_new = TRUE;
      wording->source = source->id;
      g_free (wording->text);
      wording->text = g_strdup (text->text);
      *changed |= 1u << part;
      return;
    }
  wording = g_new0 (CsWording, 1);
  wording->part = part;
  wording->language = g_strdup (text->language);
  wording->source = source->id;
  wording->text = g_strdup (text->text);
  wording->is_new = TRUE;
  g_ptr_array_add (wordings, wording);
  *changed |= 1u << part;
}

static guint
get_texts (const CsRecord *record, CsRecordPart part, const CsRecordText **texts)
{
  const CsRecordText *const all[] = { record->titles, record->abstracts, record->claims,
                                      record->descriptions };
  const guint n_all[] = { record->n_titles, record->n_abstracts, record->n_claims,
                          record->n_descriptions };

  *texts = all[part];
  return n_all[part];
}

/* --- writing --- */

static char *
join (const GPtrArray *wordings, CsRecordPart part)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < wordings->len; i++)
    {
      const CsWording *wording = g_ptr_array_index (wordings, i);

      if (wording->part != part)
        continue;
      if (joined->len > 0)
        g_string_append (joined, CS_WORDING_BREAK);
      g_string_append (joined, wording->text);
    }
  return g_string_free (joined, FALSE);
}

/* The joined texts of a document; NULL: the part is not written. */
typedef struct
{
  gint64 document;
  char *columns[CS_N_RECORD_PARTS];
} Joined;

static void
clear_joined (Joined *text)
{
  for (guint i = 0; i < CS_N_RECORD_PARTS; i++)
    g_free (text->columns[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Joined, clear_joined)

/* One line for each table of texts. The columns are ?2 and on; ?1 is the document. */
static const struct
{
  CsRecordPart first;
  guint n_columns;
  const char *insert;
  const char *index;
  const char *update;
  const char *forget;
} tables[] = {
  { CS_RECORD_TITLE, N_SHORT_PARTS,
    "INSERT INTO text (id, ti, ab, cl) VALUES (?1, ?2, ?3, ?4)",
    "INSERT INTO text_index (rowid, ti, ab, cl) VALUES (?1, ?2, ?3, ?4)",
    "UPDATE text SET ti = ?2, ab = ?3, cl = ?4 WHERE id = ?1",
    "DELETE FROM text WHERE id = ?1" },
  { CS_RECORD_DESCRIPTION, 1, "INSERT INTO description (id, de) VALUES (?1, ?2)",
    "INSERT INTO description_index (rowid, de) VALUES (?1, ?2)",
    "UPDATE description SET de = ?2 WHERE id = ?1", "DELETE FROM description WHERE id = ?1" },
};

static gboolean
run_on_text (CsLibrary *library,
             const char *sql,
             const Joined *text,
             guint table,
             GError **error)
{
  CsStatement *statement = cs_library_statement (library, sql);

  cs_bind_int (statement, 1, text->document);
  for (guint i = 0; sql != tables[table].forget && i < tables[table].n_columns; i++)
    cs_bind_text (statement, (int)i + 2, text->columns[tables[table].first + i]);
  return cs_statement_run (statement, error);
}

static gboolean
is_empty (const Joined *text, guint table)
{
  for (guint i = 0; i < tables[table].n_columns; i++)
    if (text->columns[tables[table].first + i][0] != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
insert_text (CsLibrary *library, const Joined *text, guint table, GError **error)
{
  return is_empty (text, table) ||
         (run_on_text (library, tables[table].insert, text, table, error) &&
          run_on_text (library, tables[table].index, text, table, error));
}

/* The triggers see to the index of one that is there. */
static gboolean
replace_text (CsLibrary *library, const Joined *text, guint table, GError **error)
{
  if (is_empty (text, table))
    return run_on_text (library, tables[table].forget, text, table, error);
  return run_on_text (library, tables[table].update, text, table, error) &&
         (sqlite3_changes (library->file->db) > 0 || insert_text (library, text, table, error));
}

static gboolean
write_text (CsLibrary *library, const Joined *text, gboolean is_new, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (text->columns[tables[i].first] == NULL)
        continue;
      if (is_new ? !insert_text (library, text, i, error) :
                   !replace_text (library, text, i, error))
        return FALSE;
    }
  return TRUE;
}

/* Writes whose wording is whose for one part. */
static gboolean
write_wordings (CsLibrary *library,
                gint64 document,
                CsRecordPart part,
                const GPtrArray *wordings,
                gboolean is_new,
                GError **error)
{
  CsStatement *forget = cs_library_statement (
      library, "DELETE FROM wording WHERE document = ?1 AND part = ?2");
  CsStatement *insert = cs_library_statement (
      library, "INSERT INTO wording (document, part, n, language, source, n_bytes) "
               "VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

  cs_bind_int (forget, 1, document);
  cs_bind_int (forget, 2, part);
  if (!is_new && !cs_statement_run (forget, error))
    return FALSE;
  for (guint i = 0, n = 0; i < wordings->len; i++)
    {
      const CsWording *wording = g_ptr_array_index (wordings, i);

      if (wording->part != part)
        continue;
      cs_bind_int (insert, 1, document);
      cs_bind_int (insert, 2, part);
      cs_bind_int (insert, 3, n++);
      cs_bind_text (insert, 4, wording->language);
      cs_bind_int (insert, 5, wording->source);
      cs_bind_int (insert, 6, (gint64)strlen (wording->text));
      if (!cs_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

/* The short parts stand in one row, so that who changes one must know all. */
static guint
complete_parts (guint parts)
{
  return (parts & SHORT_PARTS) != 0 ? parts | SHORT_PARTS : parts;
}

static gboolean
write_changed (CsLibraryImport *import,
               gint64 document,
               const GPtrArray *wordings,
               guint changed,
               gboolean is_new,
               GError **error)
{
  g_auto (Joined) text = { document };

  for (guint part = 0; part < CS_N_RECORD_PARTS; part++)
    if ((complete_parts (changed) >> part & 1) != 0)
      text.columns[part] = join (wordings, part);
  if (!write_text (import->library, &text, is_new, error))
    return FALSE;
  for (guint part = 0; part < CS_N_RECORD_PARTS; part++)
    if ((changed >> part & 1) != 0 &&
        !write_wordings (import->library, document, part, wordings, is_new, error))
      return FALSE;
  return TRUE;
}

gboolean
cs_import_write_texts (CsLibraryImport *import,
                       gint64 document,
                       const CsSourceId *source,
                       const CsRecord *record,
                       guint parts,
                       gboolean is_new,
                       GError **error)
{
  g_autoptr (GPtrArray) wordings = NULL;
  guint changed = 0;

  if (parts == 0)
    return TRUE;
  wordings = is_new ? g_ptr_array_new_with_free_func ((GDestroyNotify)cs_wording_free) :
                      cs_library_read_wordings (import->library, document,
                                                complete_parts (parts), error);
  if (wordings == NULL)
    return FALSE;
  for (guint part = 0; part < CS_N_RECORD_PARTS; part++)
    {
      const CsRecordText *texts;
      guint n_texts = get_texts (record, part, &texts);

      for (guint i = 0; (parts >> part & 1) != 0 && i < n_texts; i++)
        merge_text (wordings, part, source, &texts[i], &changed);
    }
  return write_changed (import, document, wordings, changed, is_new, error);
}

gboolean
cs_import_delete_texts (CsLibraryImport *import, gint64 document, gint64 source, GError **error)
{
  guint all = (1u << CS_N_RECORD_PARTS) - 1;
  g_autoptr (GPtrArray) wordings =
      cs_library_read_wordings (import->library, document, all, error);
  guint changed = 0;

  if (wordings == NULL)
    return FALSE;
  for (guint i = wordings->len; i > 0; i--)
    {
      const CsWording *wording = g_ptr_array_index (wordings, i - 1);

      if (wording->source != source)
        continue;
      changed |= 1u << wording->part;
      g_ptr_array_remove_index (wordings, i - 1);
    }
  return write_changed (import, document, wordings, changed, FALSE, error);
}
