#include <glib/gi18n-lib.h>

#include "cs-run-rows.h"

/* Examinations and what people said of them, from one store to another, each row made anew by what
 * reads it. */

typedef struct
{
  const CsDraftStore *from;
  const CsDraftStore *to; /* NULL: only to see whether all can be read */
  gint64 matter;
} Copy;

/* Returns: FALSE without an error when the row is none of ours */
typedef gboolean (*PutFunc) (const CsDraftStore *to,
                             gint64 matter,
                             const CsStatement *row,
                             GError **error);

/* Reads rows of the matter, ?1 in @sql, and writes each by @put. */
static gboolean
copy_said (const Copy *copy, const char *sql, PutFunc put, GError **error)
{
  g_auto (CsStatement) list = cs_statement (copy->from, sql);

  cs_bind_int (&list, 1, copy->matter);
  while (cs_statement_next (&list))
    {
      g_autoptr (GError) reason = NULL;

      if (put (copy->to, copy->matter, &list, &reason))
        continue;
      if (reason == NULL)
        cs_store_set_damaged (&reason, copy->from, _ ("examinations"));
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }

  return cs_statement_end (&list, error);
}

static gboolean
put_answer (const CsDraftStore *to, gint64 matter, const CsStatement *row, GError **error)
{
  g_autoptr (CsAnswer) answer = cs_answer_rows_read (row);

  return answer != NULL &&
         (to == NULL || cs_answer_rows_insert (to, matter, answer, answer->id, error) != 0);
}

static gboolean
put_run (const CsDraftStore *to, gint64 matter, const CsStatement *row, GError **error)
{
  g_autoptr (CsExamRecord) record = cs_run_rows_read (row);

  return record != NULL &&
         (to == NULL || cs_run_rows_insert (to, matter, cs_column_get_text (row, 2), record->id,
                                            error) != 0);
}

static gboolean
put_signature (const CsDraftStore *to, gint64 matter, const CsStatement *row, GError **error)
{
  g_autoptr (CsSignature) signature = cs_signature_rows_read (row);

  return signature != NULL &&
         (to == NULL || cs_signature_rows_insert (to, matter, signature, error));
}

static gboolean
put_tick (const CsDraftStore *to, gint64 matter, const CsStatement *row, GError **error)
{
  g_autoptr (CsFigureTick) tick = cs_tick_rows_read (row);

  return tick != NULL && (to == NULL || cs_tick_rows_insert (to, matter, tick, error));
}

gboolean
cs_run_rows_copy (const CsDraftStore *from, const CsDraftStore *to, gint64 matter, GError **error)
{
  const Copy copy = { from, to, matter };

  return copy_said (&copy,
                    "SELECT " CS_ANSWER_COLUMNS " FROM answer WHERE matter = ?1 ORDER BY id",
                    put_answer, error) &&
         copy_said (&copy, "SELECT " CS_RUN_COLUMNS " FROM run WHERE matter = ?1 ORDER BY id",
                    put_run, error) &&
         copy_said (&copy,
                    "SELECT " CS_SIGNATURE_COLUMNS " FROM signature WHERE matter = ?1 ORDER BY id",
                    put_signature, error) &&
         copy_said (&copy, "SELECT " CS_TICK_COLUMNS " FROM tick WHERE matter = ?1 ORDER BY id",
                    put_tick, error);
}
