#include "cs-draft-rows.h"
#include "cs-matter-rows.h"
#include "cs-parcel-rows.h"
#include "cs-parcel.h"
#include "cs-run-rows.h"

/* What is here of a matter that came in a parcel. */

void
cs_parcel_place_free (CsParcelPlace *place)
{
  g_free (place->name);
  g_free (place->state);
  g_free (place->checksum);
  g_clear_pointer (&place->versions, g_hash_table_unref);
  g_clear_pointer (&place->known, g_hash_table_unref);
  g_clear_pointer (&place->decisions, g_ptr_array_unref);
  g_clear_pointer (&place->reviews, g_ptr_array_unref);
  g_clear_pointer (&place->answers, g_ptr_array_unref);
  g_clear_pointer (&place->ticks, g_ptr_array_unref);
  g_clear_pointer (&place->runs, g_hash_table_unref);
  g_clear_pointer (&place->signatures, g_ptr_array_unref);
  g_free (place);
}

gboolean
cs_parcel_rows_find (const CsDraftStore *store, const char *uuid, gint64 *matter, GError **error)
{
  g_auto (CsStatement) find = cs_statement (store, "SELECT id FROM matter WHERE uuid = ?1");

  cs_bind_text (&find, 1, uuid);
  *matter = cs_statement_next (&find) ? cs_column_get_int (&find, 0) : 0;

  return cs_statement_end (&find, error);
}

/* Whatever is written to a matter makes at least one of these another one. */
static const char state_sql[] =
    "SELECT revision || ' ' || "
    "(SELECT count(*) || ' ' || coalesce (max (id), 0) FROM draft WHERE matter = ?1) || ' ' || "
    "(SELECT count(*) || ' ' || coalesce (max (id), 0) FROM decision "
    "WHERE matter = ?1 OR matter IS NULL) || ' ' || "
    "(SELECT count(*) || ' ' || coalesce (max (id), 0) FROM review WHERE matter = ?1) || ' ' || "
    "(SELECT count(*) || ' ' || coalesce (max (id), 0) FROM answer WHERE matter = ?1) || ' ' || "
    "(SELECT count(*) || ' ' || coalesce (max (id), 0) FROM tick WHERE matter = ?1) || ' ' || "
    "(SELECT count(*) || ' ' || coalesce (max (id), 0) FROM signature WHERE matter = ?1) "
    "FROM matter WHERE id = ?1";

char *
cs_parcel_rows_dup_state (const CsDraftStore *store, gint64 matter, GError **error)
{
  g_auto (CsStatement) ask = cs_statement (store, state_sql);
  g_autofree char *state = NULL;

  cs_bind_int (&ask, 1, matter);
  if (cs_statement_next (&ask))
    state = cs_column_dup_text (&ask, 0);
  if (!cs_statement_end (&ask, error))
    return NULL;
  if (state == NULL)
    cs_store_set_no_matter (error, store, matter);

  return g_steal_pointer (&state);
}

static gboolean
read_versions (const CsDraftStore *store, CsParcelPlace *place, GError **error)
{
  g_auto (CsStatement) list = cs_statement (
      store, "SELECT coalesce (checksum, ''), kept = 'now', name FROM draft WHERE matter = ?1");

  cs_bind_int (&list, 1, place->matter);
  while (cs_statement_next (&list))
    {
      const char *checksum = cs_column_get_text (&list, 0);
      const char *name = cs_column_get_text (&list, 2);

      if (cs_column_get_int (&list, 1) != 0)
        place->checksum = g_strdup (checksum);
      g_hash_table_add (place->versions, g_strdup (checksum));
      g_hash_table_add (place->known, g_strdup (checksum));
      if (name != NULL)
        g_hash_table_add (place->versions, g_strconcat (checksum, " ", name, NULL));
    }

  return cs_statement_end (&list, error);
}

static gboolean
read_received (const CsDraftStore *store, CsParcelPlace *place, GError **error)
{
  g_auto (CsStatement) list =
      cs_statement (store, "SELECT coalesce (checksum, '') FROM received WHERE matter = ?1");

  cs_bind_int (&list, 1, place->matter);
  while (cs_statement_next (&list))
    g_hash_table_add (place->known, cs_column_dup_text (&list, 0));

  return cs_statement_end (&list, error);
}

static gboolean
read_runs (const CsDraftStore *store, CsParcelPlace *place, GError **error)
{
  g_auto (CsStatement) list =
      cs_statement (store, "SELECT coalesce (sha256, '') FROM run WHERE matter = ?1");

  place->runs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  cs_bind_int (&list, 1, place->matter);
  while (cs_statement_next (&list))
    g_hash_table_add (place->runs, cs_column_dup_text (&list, 0));

  return cs_statement_end (&list, error);
}

static gboolean
read_examinations (CsDraftStore *store, CsParcelPlace *place, GError **error)
{
  place->answers = cs_draft_store_list_answers (store, place->matter, error);
  if (place->answers == NULL)
    return FALSE;
  place->ticks = cs_draft_store_list_ticks (store, place->matter, error);
  if (place->ticks == NULL)
    return FALSE;
  place->signatures = cs_signature_rows_list (store, place->matter, error);

  return place->signatures != NULL && read_runs (store, place, error);
}

static gboolean
read_place (CsDraftStore *store, CsParcelPlace *place, GError **error)
{
  g_autoptr (CsMatterInfo) info = cs_matter_rows_load (store, place->matter, error);

  if (info == NULL)
    return FALSE;

  place->name = g_steal_pointer (&info->name);
  place->state = cs_parcel_rows_dup_state (store, place->matter, error);
  if (place->state == NULL || !read_versions (store, place, error) ||
      !read_received (store, place, error))
    return FALSE;

  place->decisions = cs_draft_store_list_decisions (store, place->matter, error);
  if (place->decisions == NULL)
    return FALSE;
  place->reviews = cs_draft_store_list_reviews (store, place->matter, error);

  return place->reviews != NULL && read_examinations (store, place, error);
}

CsParcelPlace *
cs_draft_store_find_place (CsDraftStore *store, const char *uuid, GError **error)
{
  g_auto (CsTransaction) read = { NULL };
  g_autoptr (CsParcelPlace) place = g_new0 (CsParcelPlace, 1);

  place->versions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  place->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!cs_transaction_begin_read (&read, store, error) ||
      !cs_parcel_rows_find (store, uuid, &place->matter, error) ||
      (place->matter != 0 && !read_place (store, place, error)))
    return NULL;

  return g_steal_pointer (&place);
}
