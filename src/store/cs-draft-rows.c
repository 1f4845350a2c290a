#include "cs-draft-rows.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-limits.h"
#include "../draft/cs-draft-rebuild.h"
#include "cs-draft-columns.h"

#define MAX_NAME_BYTES 4096 /* of a document's number; it is interned or shown in a line */

/* The columns of a part. */
typedef struct
{
  char *text;
  char *runs;
  char *objects;
  char *units;
  char *ids;
} PartColumns;

/* The columns that the checksum covers. */
typedef struct
{
  char *document;
  char *format;
  char *language;
  gboolean complete;
  char *request;
  char *figures;
  char *notes;
  gboolean has[CS_N_PARTS];
  PartColumns parts[CS_N_PARTS];
} Columns;

static void
columns_clear (Columns *columns)
{
  g_free (columns->document);
  g_free (columns->format);
  g_free (columns->language);
  g_free (columns->request);
  g_free (columns->figures);
  g_free (columns->notes);
  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      g_free (columns->parts[part].text);
      g_free (columns->parts[part].runs);
      g_free (columns->parts[part].objects);
      g_free (columns->parts[part].units);
      g_free (columns->parts[part].ids);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Columns, columns_clear)

/* A field and its end: no field holds a form feed, and NULL is not the same as empty. */
static void
update (GChecksum *checksum, const char *field)
{
  if (field != NULL)
    g_checksum_update (checksum, (const guchar *)field, strlen (field));
  g_checksum_update (checksum, (const guchar *)(field == NULL ? "\v" : "\f"), 1);
}

static char *
dup_checksum (const Columns *columns)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  update (checksum, columns->document);
  update (checksum, columns->format);
  update (checksum, columns->language);
  update (checksum, columns->complete ? "1" : "0");
  update (checksum, columns->request);
  update (checksum, columns->figures);
  update (checksum, columns->notes);
  for (guint part = 0; part < CS_N_PARTS; part++)
    if (columns->has[part])
      {
        update (checksum, cs_part_get_name (part));
        update (checksum, columns->parts[part].text);
        update (checksum, columns->parts[part].runs);
        update (checksum, columns->parts[part].objects);
        update (checksum, columns->parts[part].units);
        update (checksum, columns->parts[part].ids);
      }

  return g_strdup (g_checksum_get_string (checksum));
}

/* --- writing --- */

static void
fill_part (PartColumns *columns, const CsDraft *draft, CsPart part)
{
  const CsText *text = draft->texts[part];

  columns->text = text == NULL ? NULL : g_strdup (cs_text_get_string (text));
  columns->runs = cs_columns_dup_runs (text);
  columns->objects = cs_columns_dup_objects (text);
  columns->units = cs_columns_dup_units (draft->units[part]);
  columns->ids = draft->ids[part] == NULL ? NULL : cs_columns_dup_ids (draft->ids[part]);
}

static void
fill (Columns *columns, const CsDraft *draft)
{
  columns->document = g_utf8_make_valid (draft->id, -1);
  columns->format = g_strdup (draft->format);
  columns->language = g_strdup (draft->language);
  columns->complete = draft->complete;
  columns->request = cs_columns_dup_request (draft->request);
  columns->figures = cs_columns_dup_figures (draft->figures);
  columns->notes = cs_columns_dup_notes (draft->notes);
  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      columns->has[part] = draft->texts[part] != NULL || draft->ids[part] != NULL;
      if (columns->has[part])
        fill_part (&columns->parts[part], draft, part);
    }
}

static guint64
count_bytes (const CsDraft *draft)
{
  guint64 n_bytes = 0;

  for (guint part = 0; part < CS_N_PARTS; part++)
    if (draft->texts[part] != NULL)
      n_bytes += cs_text_get_n_bytes (draft->texts[part]);

  return n_bytes;
}

/* Parameters 5 to 14 of both statements that write a row. */
static void
bind_row (CsStatement *write, const Columns *columns, const CsDraft *draft, const char *checksum)
{
  cs_bind_int (write, 5, cs_draft_get_n_units (draft, CS_PART_CLAIMS));
  cs_bind_int (write, 6, count_bytes (draft));
  cs_bind_text (write, 7, columns->document);
  cs_bind_text (write, 8, columns->format);
  cs_bind_text (write, 9, columns->language);
  cs_bind_int (write, 10, columns->complete);
  cs_bind_text (write, 11, columns->request);
  cs_bind_text (write, 12, columns->figures);
  cs_bind_text (write, 13, columns->notes);
  cs_bind_text (write, 14, checksum);
}

static const char write_part[] =
    "INSERT INTO part (draft, name, text, runs, objects, units, ids) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
    "ON CONFLICT (draft, name) DO UPDATE SET text = excluded.text, runs = excluded.runs, "
    "objects = excluded.objects, units = excluded.units, ids = excluded.ids "
    "WHERE text IS NOT excluded.text OR runs <> excluded.runs OR objects <> excluded.objects "
    "OR units <> excluded.units OR ids IS NOT excluded.ids";

static void
bind_part (CsStatement *write, const PartColumns *columns)
{
  cs_bind_text (write, 3, columns->text);
  cs_bind_text (write, 4, columns->runs);
  cs_bind_text (write, 5, columns->objects);
  cs_bind_text (write, 6, columns->units);
  cs_bind_text (write, 7, columns->ids);
}

static gboolean
write_parts (const CsDraftStore *store, gint64 id, const Columns *columns, GError **error)
{
  g_auto (CsStatement) write = cs_statement (store, write_part);
  g_auto (CsStatement) delete = cs_statement (store,
                                              "DELETE FROM part WHERE draft = ?1 AND name = ?2");

  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      CsStatement *statement = columns->has[part] ? &write : &delete;

      cs_bind_int (statement, 1, id);
      cs_bind_text (statement, 2, cs_part_get_name (part));
      if (columns->has[part])
        bind_part (&write, &columns->parts[part]);
      if (!cs_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

gint64
cs_draft_rows_insert (const CsDraftStore *store,
                      const CsDraftRow *row,
                      const CsDraft *draft,
                      GError **error)
{
  g_auto (CsStatement) insert = cs_statement (
      store, "INSERT INTO draft (matter, kept, name, made_us, n_claims, n_bytes, document, format, "
             "language, complete, request, figures, notes, checksum) "
             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");
  g_auto (Columns) columns = { NULL };
  g_autofree char *checksum = NULL;
  gint64 id;

  fill (&columns, draft);
  checksum = dup_checksum (&columns);
  cs_bind_int (&insert, 1, row->matter);
  cs_bind_text (&insert, 2, row->kept);
  cs_bind_text (&insert, 3, row->name);
  cs_bind_int (&insert, 4, row->made_us);
  bind_row (&insert, &columns, draft, checksum);
  if (!cs_statement_run (&insert, error))
    return 0;

  id = sqlite3_last_insert_rowid (store->db);

  return write_parts (store, id, &columns, error) ? id : 0;
}

gboolean
cs_draft_rows_replace (const CsDraftStore *store,
                       gint64 id,
                       gint64 made_us,
                       const CsDraft *draft,
                       GError **error)
{
  g_auto (CsStatement) replace = cs_statement (
      store, "UPDATE draft SET made_us = ?4, n_claims = ?5, n_bytes = ?6, document = ?7, "
             "format = ?8, language = ?9, complete = ?10, request = ?11, figures = ?12, "
             "notes = ?13, checksum = ?14 WHERE id = ?1");
  g_auto (Columns) columns = { NULL };
  g_autofree char *checksum = NULL;

  fill (&columns, draft);
  checksum = dup_checksum (&columns);
  cs_bind_int (&replace, 1, id);
  cs_bind_int (&replace, 4, made_us);
  bind_row (&replace, &columns, draft, checksum);

  return cs_statement_run (&replace, error) && write_parts (store, id, &columns, error);
}

gint64
cs_draft_rows_copy (const CsDraftStore *store, gint64 id, const CsDraftRow *row, GError **error)
{
  g_auto (CsStatement) copy = cs_statement (
      store, "INSERT INTO draft (matter, kept, name, made_us, n_claims, n_bytes, document, format, "
             "language, complete, request, figures, notes, checksum) "
             "SELECT ?2, ?3, ?4, ?5, n_claims, n_bytes, document, format, language, complete, "
             "request, figures, notes, checksum FROM draft WHERE id = ?1");
  g_auto (CsStatement) parts = cs_statement (
      store, "INSERT INTO part (draft, name, text, runs, objects, units, ids) "
             "SELECT ?2, name, text, runs, objects, units, ids FROM part WHERE draft = ?1");
  gint64 made;

  cs_bind_int (&copy, 1, id);
  cs_bind_int (&copy, 2, row->matter);
  cs_bind_text (&copy, 3, row->kept);
  cs_bind_text (&copy, 4, row->name);
  cs_bind_int (&copy, 5, row->made_us);
  if (!cs_statement_run (&copy, error))
    return 0;

  made = sqlite3_last_insert_rowid (store->db);
  cs_bind_int (&parts, 1, id);
  cs_bind_int (&parts, 2, made);

  return cs_statement_run (&parts, error) ? made : 0;
}

/* --- reading --- */

/* Reads the row; @checksum: (out): what it says of itself. */
static gboolean
read_row (CsStatement *row, Columns *columns, char **checksum)
{
  columns->document = cs_column_dup_text (row, 0);
  columns->format = cs_column_dup_text (row, 1);
  columns->language = cs_column_dup_text (row, 2);
  columns->complete = cs_column_get_int (row, 3) != 0;
  columns->request = cs_column_dup_text (row, 4);
  columns->figures = cs_column_dup_text (row, 5);
  columns->notes = cs_column_dup_text (row, 6);
  *checksum = cs_column_dup_text (row, 7);

  return columns->document != NULL && columns->format != NULL && columns->language != NULL &&
         columns->request != NULL && columns->figures != NULL && columns->notes != NULL &&
         *checksum != NULL && strlen (columns->document) <= MAX_NAME_BYTES &&
         strlen (columns->format) <= MAX_NAME_BYTES;
}

static gboolean
read_part (CsStatement *row, Columns *columns)
{
  PartColumns *of_part;
  CsPart part;

  if (!cs_columns_read_part (cs_column_get_text (row, 0), &part) || columns->has[part] ||
      sqlite3_column_bytes (row->handle, 1) > CS_MAX_PART_BYTES)
    return FALSE;

  of_part = &columns->parts[part];
  columns->has[part] = TRUE;
  of_part->text = cs_column_dup_text (row, 1);
  of_part->runs = cs_column_dup_text (row, 2);
  of_part->objects = cs_column_dup_text (row, 3);
  of_part->units = cs_column_dup_text (row, 4);
  of_part->ids = cs_column_dup_text (row, 5);

  return of_part->runs != NULL && of_part->objects != NULL && of_part->units != NULL;
}

/* Returns: %FALSE with @error when SQLite failed, and without one when the rows are not as ours */
static gboolean
read_columns (const CsDraftStore *store, gint64 id, Columns *columns, GError **error)
{
  g_auto (CsStatement) row = cs_statement (
      store, "SELECT document, format, language, complete, request, figures, notes, checksum "
             "FROM draft WHERE id = ?1");
  g_auto (CsStatement) parts = cs_statement (
      store, "SELECT name, text, runs, objects, units, ids FROM part WHERE draft = ?1");
  g_autofree char *checksum = NULL;
  g_autofree char *found = NULL;
  gboolean sound;

  cs_bind_int (&row, 1, id);
  cs_bind_int (&parts, 1, id);
  sound = cs_statement_next (&row) && read_row (&row, columns, &checksum);
  while (cs_statement_next (&parts))
    sound = sound && read_part (&parts, columns);
  if (!cs_statement_end (&row, error) || !cs_statement_end (&parts, error) || !sound)
    return FALSE;

  found = dup_checksum (columns);

  return strcmp (found, checksum) == 0;
}

static gboolean
rebuild_part (CsDraft *draft, CsPart part, const PartColumns *columns)
{
  if (columns->text != NULL)
    {
      draft->texts[part] = cs_columns_read_text (columns->text, columns->runs, columns->objects);
      if (draft->texts[part] == NULL)
        return FALSE;
    }
  if (columns->ids != NULL)
    {
      draft->ids[part] = g_array_new (FALSE, FALSE, sizeof (guint64));
      if (!cs_columns_read_ids (columns->ids, draft->ids[part]))
        return FALSE;
    }

  return cs_columns_read_units (columns->units, draft->units[part]);
}

static gboolean
rebuild (CsDraft *draft, const Columns *columns)
{
  g_free (draft->id);
  draft->id = g_strdup (columns->document);
  draft->format = g_intern_string (columns->format);
  draft->language = strcmp (columns->language, "zh") == 0 ? "zh" : "en";
  draft->complete = columns->complete;
  for (guint part = 0; part < CS_N_PARTS; part++)
    if (columns->has[part] && !rebuild_part (draft, part, &columns->parts[part]))
      return FALSE;

  return cs_columns_read_request (columns->request, draft->request) &&
         cs_columns_read_figures (columns->figures, draft->figures) &&
         cs_columns_read_notes (columns->notes, draft->notes);
}

CsDraft *
cs_draft_rows_load (const CsDraftStore *store, gint64 id, const char *path, GError **error)
{
  g_auto (Columns) columns = { NULL };
  g_autoptr (CsDraft) draft = cs_draft_rebuild_begin (path);
  g_autoptr (GError) reason = NULL;
  g_autofree char *what = g_strdup_printf ("draft %" G_GINT64_FORMAT, id);

  if (!read_columns (store, id, &columns, &reason))
    {
      if (reason != NULL)
        g_propagate_error (error, g_steal_pointer (&reason));
      else
        cs_store_set_damaged (error, store, what);
      return NULL;
    }

  if (rebuild (draft, &columns))
    {
      CsDraft *sound = cs_draft_rebuild_end (g_steal_pointer (&draft), NULL);

      if (sound != NULL)
        return sound;
    }
  cs_store_set_damaged (error, store, what);

  return NULL;
}

void
cs_store_set_no_matter (GError **error, const CsDraftStore *store, gint64 id)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND,
               _ ("there is no matter %s in \"%s\""), number, store->path);
}

gboolean
cs_draft_rows_find_now (const CsDraftStore *store, gint64 matter, gint64 *id, GError **error)
{
  g_auto (CsStatement) find =
      cs_statement (store, "SELECT id FROM draft WHERE matter = ?1 AND kept = 'now'");

  cs_bind_int (&find, 1, matter);
  *id = cs_statement_next (&find) ? cs_column_get_int (&find, 0) : 0;
  if (!cs_statement_end (&find, error))
    return FALSE;
  if (*id == 0)
    cs_store_set_no_matter (error, store, matter);

  return *id != 0;
}
