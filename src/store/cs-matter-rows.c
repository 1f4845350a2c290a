#include "cs-matter-rows.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../language/cs-fold.h"
#include "cs-draft-rows.h"

gint64 (*cs_store_clock) (void) = g_get_real_time;

/* --- reading --- */

static gboolean
has_identity (const CsStatement *row)
{
  const char *uuid = cs_column_get_text (row, CS_MATTER_COLUMN_UUID);

  return uuid != NULL && g_uuid_string_is_valid (uuid) &&
         cs_column_get_text (row, CS_MATTER_COLUMN_AUTHOR) != NULL;
}

static guint
read_offices (const char *text)
{
  g_auto (GStrv) names = g_strsplit (text, " ", CS_N_OFFICES + 1);
  guint offices = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      CsOffice office = cs_office_from_name (names[i]);

      if (office != CS_OFFICE_UNKNOWN)
        offices |= 1u << office;
    }

  return offices;
}

static void
read_numbers (const CsStatement *row, CsMatterInfo *info)
{
  info->in_bin = cs_column_get_int (row, 8) != 0;
  info->examined = sqlite3_column_type (row->handle, 9) == SQLITE_INTEGER;
  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    info->n_findings[i] = MIN (cs_column_get_uint (row, 9 + i), G_MAXINT);
  info->created_us = cs_column_get_int (row, 12);
  info->changed_us = cs_column_get_int (row, 13);
  info->opened_us = cs_column_get_int (row, 14);
  info->revision = cs_column_get_uint (row, 15);
}

static char *
dup_name (const CsStatement *row)
{
  const char *name = cs_column_get_text (row, 1);

  if (name == NULL || *name == '\0')
    name = cs_column_get_text (row, 2);

  return g_strdup (name == NULL || *name == '\0' ? _ ("untitled") : name);
}

CsMatterInfo *
cs_matter_rows_read (const CsStatement *row)
{
  g_autoptr (CsMatterInfo) info = g_new0 (CsMatterInfo, 1);
  const char *language = cs_column_get_text (row, 4);
  const char *offices = cs_column_get_text (row, 5);
  const char *type = cs_column_get_text (row, 6);

  info->id = cs_column_get_int (row, 0);
  info->name = dup_name (row);
  info->reference = cs_column_dup_text (row, 3);
  info->language = g_strcmp0 (language, "zh") == 0 ? "zh" : "en";
  if (info->reference == NULL || offices == NULL || type == NULL || !has_identity (row) ||
      !cs_stage_from_name (cs_column_get_text (row, 7), &info->stage))
    return NULL;

  info->offices = read_offices (offices);
  info->type = cs_right_type_from_name (type);
  read_numbers (row, info);

  return g_steal_pointer (&info);
}

CsMatterInfo *
cs_matter_rows_load (const CsDraftStore *store, gint64 id, GError **error)
{
  g_auto (CsStatement) row =
      cs_statement (store, "SELECT " CS_MATTER_COLUMNS " FROM matter WHERE id = ?1");
  CsMatterInfo *info = NULL;
  gboolean found;

  cs_bind_int (&row, 1, id);
  found = cs_statement_next (&row);
  if (found)
    info = cs_matter_rows_read (&row);
  if (!cs_statement_end (&row, error))
    return NULL;

  if (!found)
    cs_store_set_no_matter (error, store, id);
  else if (info == NULL)
    cs_store_set_damaged (error, store, "matter");

  return info;
}

/* --- what a draft says of its matter --- */

char *
cs_matter_rows_dup_title (const CsDraft *draft)
{
  const CsText *text = draft->texts[CS_PART_TITLE];
  g_autofree char *title = g_strdup (text == NULL ? "" : cs_text_get_string (text));

  g_strstrip (g_strdelimit (title, "\n\t", ' '));
  if (*title == '\0' && draft->request->title != NULL)
    return g_utf8_make_valid (draft->request->title, -1);
  if (*title == '\0')
    return g_utf8_make_valid (draft->id, -1);

  return g_steal_pointer (&title);
}

char *
cs_matter_rows_dup_offices (guint offices)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint office = CS_OFFICE_UNKNOWN + 1; office < CS_N_OFFICES; office++)
    if ((offices & 1u << office) != 0)
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : " ",
                              cs_office_get_name (office));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- what is searched --- */

char *
cs_matter_rows_dup_folded (const char *text)
{
  g_autoptr (CsFolded) folded = cs_fold (text, strlen (text), CS_FOLD_CASE);

  return g_steal_pointer (&folded->text);
}

/* Returns: (transfer full) (nullable): all that matter @id can be found by */
static char *
dup_searched (const CsDraftStore *store, gint64 id, GError **error)
{
  g_auto (CsStatement) row = cs_statement (
      store, "SELECT coalesce (m.name, ''), m.reference, m.title, coalesce (p.text, '') "
             "FROM matter AS m LEFT JOIN draft AS d ON d.matter = m.id AND d.kept = 'now' "
             "LEFT JOIN part AS p ON p.draft = d.id AND p.name = 'claims' WHERE m.id = ?1");
  g_autoptr (GString) text = g_string_new (NULL);

  cs_bind_int (&row, 1, id);
  if (cs_statement_next (&row))
    for (guint i = 0; i < 4; i++)
      {
        const char *column = cs_column_get_text (&row, i);

        g_string_append (text, column == NULL ? "" : column);
        g_string_append_c (text, '\n');
      }
  if (!cs_statement_end (&row, error))
    return NULL;

  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
cs_matter_rows_index (const CsDraftStore *store, gint64 id, GError **error)
{
  g_auto (CsStatement) write =
      cs_statement (store, "INSERT INTO search (matter, folded) VALUES (?1, ?2) "
                           "ON CONFLICT (matter) DO UPDATE SET folded = excluded.folded "
                           "WHERE folded <> excluded.folded");
  g_autofree char *text = dup_searched (store, id, error);
  g_autofree char *folded = NULL;

  if (text == NULL)
    return FALSE;

  folded = cs_matter_rows_dup_folded (text);
  cs_bind_int (&write, 1, id);
  cs_bind_text (&write, 2, folded);

  return cs_statement_run (&write, error);
}

/* --- a new matter --- */

static gint64
insert_row (const CsDraftStore *store, const CsNewMatter *matter, gint64 now_us, GError **error)
{
  g_auto (CsStatement) insert = cs_statement (
      store, "INSERT INTO matter (title, reference, language, offices, type, stage, created_us, "
             "changed_us, kept_us, revision, uuid, author) "
             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?7, 1, ?8, ?9)");
  const CsRequest *request = matter->draft->request;
  guint offices = matter->offices == 0 ? 1u << request->office : matter->offices;
  g_autofree char *title = cs_matter_rows_dup_title (matter->draft);
  g_autofree char *reference =
      g_utf8_make_valid (matter->reference == NULL ? "" : matter->reference, -1);
  g_autofree char *names = cs_matter_rows_dup_offices (offices);
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *author = g_utf8_make_valid (matter->author == NULL ? "" : matter->author, -1);

  cs_bind_text (&insert, 1, title);
  cs_bind_text (&insert, 2, reference);
  cs_bind_text (&insert, 3, matter->draft->language);
  cs_bind_text (&insert, 4, names);
  cs_bind_text (&insert, 5, cs_right_type_get_name (request->type));
  cs_bind_text (&insert, 6, cs_stage_get_name (CS_STAGE_DRAFTING));
  cs_bind_int (&insert, 7, now_us);
  cs_bind_text (&insert, 8, uuid);
  cs_bind_text (&insert, 9, author);

  return cs_statement_run (&insert, error) ? sqlite3_last_insert_rowid (store->db) : 0;
}

/* What was read from a file has a name; what was made of a template has none. */
static gboolean
insert_drafts (const CsDraftStore *store,
               const CsNewMatter *matter,
               gint64 id,
               gint64 now_us,
               GError **error)
{
  gboolean imported = matter->draft->path != NULL && *matter->draft->path != '\0';
  CsDraftRow first = { id, CS_KEPT_NAMED, imported ? _ ("as imported") : _ ("as made"), now_us };
  CsDraftRow now = { id, CS_KEPT_NOW, NULL, now_us };
  gint64 draft = cs_draft_rows_insert (store, &now, matter->draft, error);

  return draft != 0 && cs_draft_rows_copy (store, draft, &first, error) != 0;
}

static gboolean
insert_decisions (const CsDraftStore *store, const GPtrArray *decisions, gint64 id, GError **error)
{
  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    if (cs_decision_rows_insert (store, id, decisions->pdata[i], 0, error) == 0)
      return FALSE;

  return TRUE;
}

static gboolean
insert_terms (const CsDraftStore *store, const CsTermList *list, gint64 id, GError **error)
{
  guint n_entries = list == NULL ? 0 : cs_term_list_get_n_entries (list);

  for (guint i = 0; i < n_entries; i++)
    if (!cs_term_rows_put (store, id, cs_term_list_get (list, i), error))
      return FALSE;

  return TRUE;
}

gboolean
cs_received_rows_put (const CsDraftStore *store,
                      gint64 matter,
                      const char *checksum,
                      GError **error)
{
  g_auto (CsStatement) put = cs_statement (
      store, "INSERT INTO received (matter, checksum) VALUES (?1, ?2) ON CONFLICT DO NOTHING");

  if (checksum == NULL || strlen (checksum) != 64 || strspn (checksum, "0123456789abcdef") != 64)
    return TRUE; /* it names no text */

  cs_bind_int (&put, 1, matter);
  cs_bind_text (&put, 2, checksum);

  return cs_statement_run (&put, error);
}

gint64
cs_matter_rows_insert (CsDraftStore *store, const CsNewMatter *matter, GError **error)
{
  gint64 now_us = cs_store_clock ();
  gint64 id = insert_row (store, matter, now_us, error);

  if (id == 0 || !insert_drafts (store, matter, id, now_us, error) ||
      !insert_decisions (store, matter->decisions, id, error) ||
      !insert_terms (store, matter->term_list, id, error) ||
      !cs_pictures_keep (store, id, matter, error) || !cs_matter_rows_index (store, id, error))
    return 0;

  return id;
}
