#include <string.h>

#include "cs-matter-rows.h"
#include "cs-run-rows.h"
#include "cs-store-json.h"

/* Which reference signs a person saw in the figures. */

void
cs_figure_tick_free (CsFigureTick *tick)
{
  g_free (tick->figure);
  g_free (tick->sha256);
  g_strfreev (tick->signs);
  g_free (tick->author);
  g_free (tick);
}

static char *
dup_signs (const CsFigureTick *tick)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; tick->signs != NULL && tick->signs[i] != NULL; i++)
    {
      g_autofree char *sign = cs_run_rows_dup_words (tick->signs[i]);

      json_builder_add_string_value (json, sign);
    }
  json_builder_end_array (json);

  return cs_json_dup_line (json);
}

/* Returns: (transfer full) (nullable): NULL when @text is no list of words */
static char **
read_signs (const char *text)
{
  g_autoptr (JsonNode) root = cs_json_parse (text, JSON_NODE_ARRAY);
  g_autoptr (GStrvBuilder) signs = g_strv_builder_new ();
  JsonArray *array;

  if (root == NULL)
    return NULL;

  array = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *sign = cs_json_get_string (json_array_get_element (array, i));

      if (sign == NULL)
        return NULL;
      g_strv_builder_add (signs, sign);
    }

  return g_strv_builder_end (signs);
}

CsFigureTick *
cs_tick_rows_read (const CsStatement *row)
{
  g_autoptr (CsFigureTick) tick = g_new0 (CsFigureTick, 1);

  tick->figure = cs_column_dup_text (row, 0);
  tick->sha256 = cs_column_dup_text (row, 1);
  tick->signs = read_signs (cs_column_get_text (row, 2));
  tick->author = cs_column_dup_text (row, 3);
  tick->made_us = cs_column_get_int (row, 4);
  if (tick->figure == NULL || tick->sha256 == NULL || tick->signs == NULL || tick->author == NULL)
    return NULL;

  return g_steal_pointer (&tick);
}

gboolean
cs_tick_rows_insert (const CsDraftStore *store,
                     gint64 matter,
                     const CsFigureTick *tick,
                     GError **error)
{
  g_auto (CsStatement) insert = cs_statement (
      store, "INSERT INTO tick (matter, " CS_TICK_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
  g_autofree char *figure = cs_run_rows_dup_words (tick->figure);
  g_autofree char *sha256 = cs_run_rows_dup_words (tick->sha256);
  g_autofree char *signs = dup_signs (tick);
  g_autofree char *author = cs_run_rows_dup_words (tick->author);

  cs_bind_int (&insert, 1, matter);
  cs_bind_text (&insert, 2, figure);
  cs_bind_text (&insert, 3, sha256);
  cs_bind_text (&insert, 4, signs);
  cs_bind_text (&insert, 5, author);
  cs_bind_int (&insert, 6, tick->made_us);

  return cs_statement_run (&insert, error);
}

gboolean
cs_draft_store_tick_figure (CsDraftStore *store,
                            gint64 matter,
                            const CsFigureTick *tick,
                            GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  g_autoptr (CsMatterInfo) info = NULL;

  if (!cs_transaction_begin (&write, store, error))
    return FALSE;
  info = cs_matter_rows_load (store, matter, error);

  return info != NULL && cs_tick_rows_insert (store, matter, tick, error) &&
         cs_transaction_commit (&write, error);
}

GPtrArray *
cs_draft_store_list_ticks (CsDraftStore *store, gint64 matter, GError **error)
{
  g_auto (CsStatement) list = cs_statement (
      store, "SELECT " CS_TICK_COLUMNS " FROM tick WHERE matter = ?1 ORDER BY made_us, id");
  g_autoptr (GPtrArray) ticks =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_figure_tick_free);
  gboolean sound = TRUE;

  cs_bind_int (&list, 1, matter);
  while (sound && cs_statement_next (&list))
    {
      CsFigureTick *tick = cs_tick_rows_read (&list);

      sound = tick != NULL;
      if (sound)
        g_ptr_array_add (ticks, tick);
    }
  if (!cs_statement_end (&list, error))
    return NULL;
  if (!sound)
    cs_store_set_damaged (error, store, "tick");

  return sound ? g_steal_pointer (&ticks) : NULL;
}

/* --- on the figures of a draft --- */

static const char *
get_key (const CsFigure *figure)
{
  if (figure->file != NULL)
    return figure->file;

  return figure->label == NULL ? "" : figure->label;
}

CsFigureTick *
cs_figure_tick_new (const CsFigure *figure, const char *const *signs, const char *author)
{
  CsFigureTick *tick = g_new0 (CsFigureTick, 1);

  tick->figure = g_strdup (get_key (figure));
  tick->sha256 = g_strdup (figure->sha256 == NULL ? "" : figure->sha256);
  tick->signs = g_strdupv ((char **)signs);
  tick->author = g_strdup (author);
  tick->made_us = g_get_real_time ();

  return tick;
}

static const CsFigureTick *
find_last (const CsFigure *figure, const GPtrArray *ticks)
{
  const char *sha256 = figure->sha256 == NULL ? "" : figure->sha256;

  for (guint i = ticks->len; i > 0; i--)
    {
      const CsFigureTick *tick = ticks->pdata[i - 1];

      if (strcmp (tick->figure, get_key (figure)) == 0 && strcmp (tick->sha256, sha256) == 0)
        return tick;
    }

  return NULL;
}

CsDraft *
cs_draft_new_ticked (CsDraft *draft, const GPtrArray *ticks)
{
  g_autoptr (GArray) figures = cs_figures_new ();

  if (draft->figures->len == 0)
    return cs_draft_ref (draft);

  for (guint i = 0; i < draft->figures->len; i++)
    {
      CsFigure figure = cs_figure_copy (&g_array_index (draft->figures, CsFigure, i));
      const CsFigureTick *tick = find_last (&figure, ticks);

      g_strfreev (figure.signs);
      figure.signs = tick == NULL ? NULL : g_strdupv (tick->signs);
      g_array_append_val (figures, figure);
    }

  return cs_draft_new_with_figures (draft, figures);
}
