#include <string.h>

#include "cs-draft-rows.h"
#include "cs-matter-rows.h"

/* What the author of a matter said of its terms: a row each, so that two who have the matter open
 * do not undo what the other said. */

static const char *const verdict_names[] = { "is-term", "never-report" };

static gboolean
read_verdict (const char *name, CsTermVerdict *verdict)
{
  for (guint i = 0; i < G_N_ELEMENTS (verdict_names); i++)
    if (g_strcmp0 (name, verdict_names[i]) == 0)
      {
        *verdict = i;
        return TRUE;
      }

  return FALSE;
}

gboolean
cs_term_rows_read (const CsStatement *row, CsTermEntry *entry)
{
  const char *name = cs_column_get_text (row, 0);
  g_autofree char *folded = name == NULL ? NULL : cs_matter_rows_dup_folded (name);

  if (name == NULL || *name == '\0' || g_strcmp0 (folded, cs_column_get_text (row, 1)) != 0 ||
      !read_verdict (cs_column_get_text (row, 2), &entry->verdict))
    return FALSE;

  entry->name = g_strdup (name);

  return TRUE;
}

gboolean
cs_term_rows_put (const CsDraftStore *store,
                  gint64 matter,
                  const CsTermEntry *entry,
                  GError **error)
{
  g_auto (CsStatement) put = cs_statement (
      store, "INSERT INTO term (matter, name, folded, verdict) VALUES (?1, ?2, ?3, ?4) "
             "ON CONFLICT (matter, folded) DO UPDATE SET name = excluded.name, "
             "verdict = excluded.verdict");
  g_autofree char *name = g_utf8_make_valid (entry->name, -1);
  g_autofree char *folded = cs_matter_rows_dup_folded (name);

  cs_bind_int (&put, 1, matter);
  cs_bind_text (&put, 2, name);
  cs_bind_text (&put, 3, folded);
  cs_bind_text (&put, 4, verdict_names[entry->verdict]);

  return cs_statement_run (&put, error);
}

static void
entry_clear (gpointer data)
{
  CsTermEntry *entry = data;

  g_free (entry->name);
}

CsTermList *
cs_draft_store_load_terms (CsDraftStore *store, gint64 id, GError **error)
{
  g_auto (CsStatement) list =
      cs_statement (store, "SELECT " CS_TERM_COLUMNS " FROM term WHERE matter = ?1");
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (CsTermEntry));
  gboolean sound = TRUE;

  g_array_set_clear_func (entries, entry_clear);
  cs_bind_int (&list, 1, id);
  while (sound && cs_statement_next (&list))
    {
      CsTermEntry entry;

      sound = cs_term_rows_read (&list, &entry);
      if (sound)
        g_array_append_val (entries, entry);
    }
  if (!cs_statement_end (&list, error))
    return NULL;
  if (!sound)
    {
      cs_store_set_damaged (error, store, "term");
      return NULL;
    }

  return cs_term_list_new_from ((gpointer)entries->data, entries->len);
}

gboolean
cs_draft_store_say_term (CsDraftStore *store,
                         gint64 id,
                         const char *name,
                         CsTermVerdict verdict,
                         GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  g_autoptr (CsMatterInfo) info = NULL;
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  const CsTermEntry entry = { stripped, verdict };

  g_return_val_if_fail (*stripped != '\0' && verdict < G_N_ELEMENTS (verdict_names), FALSE);

  if (!cs_transaction_begin (&write, store, error))
    return FALSE;
  info = cs_matter_rows_load (store, id, error);

  return info != NULL && cs_term_rows_put (store, id, &entry, error) &&
         cs_transaction_commit (&write, error);
}

gboolean
cs_draft_store_forget_term (CsDraftStore *store, gint64 id, const char *name, GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  g_auto (CsStatement) forget =
      cs_statement (store, "DELETE FROM term WHERE matter = ?1 AND folded = ?2");
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  g_autofree char *folded = cs_matter_rows_dup_folded (stripped);

  cs_bind_int (&forget, 1, id);
  cs_bind_text (&forget, 2, folded);

  return cs_transaction_begin (&write, store, error) && cs_statement_run (&forget, error) &&
         cs_transaction_commit (&write, error);
}
