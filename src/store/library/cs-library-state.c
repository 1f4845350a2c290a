#include "cs-library-case.h"
#include "cs-library-node.h"
#include "cs-library-numbers.h"

/* The legal state of an application, from its documents and events. */

void
cs_library_case_clear (CsLibraryCase *legal_case)
{
  g_clear_pointer (&legal_case->publications, g_ptr_array_unref);
  g_clear_pointer (&legal_case->events, g_ptr_array_unref);
  g_clear_pointer (&legal_case->event_sources, g_ptr_array_unref);
}

static gboolean
load_publications (CsLibrary *library, gint64 application, GPtrArray *publications, GError **error)
{
  CsStatement *list = cs_library_statement (
      library, "SELECT " CS_NUMBER_COLUMNS " FROM document WHERE application = ?1 "
               "AND is_published <> 0 AND is_withdrawn = 0 ORDER BY id");

  cs_bind_int (list, 1, application);
  while (cs_statement_next (list))
    g_ptr_array_add (publications, cs_number_columns_read (list, 0, CS_NUMBER_PUBLICATION));
  return cs_statement_reset (list, error);
}

static gboolean
is_same_event (const CsLegalEvent *a, const CsLegalEvent *b)
{
  return cs_office_date_compare (a->date, b->date) == 0 && g_str_equal (a->code, b->code) &&
         g_str_equal (a->authority, b->authority) && g_str_equal (a->details, b->details);
}

/* Each publication of an application brings its events again; equal ones stand side by side. */
static gboolean
has_event (const GPtrArray *events, const CsLegalEvent *event)
{
  for (guint i = events->len; i > 0; i--)
    {
      const CsLegalEvent *other = g_ptr_array_index (events, i - 1);

      if (cs_office_date_compare (other->date, event->date) != 0)
        return FALSE;
      if (is_same_event (other, event))
        return TRUE;
    }
  return FALSE;
}

static const char *
or_empty (const char *text)
{
  return text == NULL ? "" : text;
}

static gboolean
load_events (CsLibrary *library, gint64 application, CsLibraryCase *legal_case, GError **error)
{
  CsStatement *list = cs_library_statement (
      library, "SELECT e.authority, e.code, e.text, e.influence, e.date, e.effective, e.details, "
               "s.name FROM document AS d CROSS JOIN event AS e ON e.document = d.id "
               "CROSS JOIN source AS s ON s.id = e.source WHERE d.application = ?1 "
               "ORDER BY e.date, e.document, e.source, e.n");

  cs_bind_int (list, 1, application);
  while (cs_statement_next (list))
    {
      CsLegalEvent event = {
        .authority = or_empty (cs_column_get_text (list, 0)),
        .code = or_empty (cs_column_get_text (list, 1)),
        .text = or_empty (cs_column_get_text (list, 2)),
        .influence = (char)cs_column_get_uint (list, 3),
        .date = cs_office_date_from_key ((guint)cs_column_get_uint (list, 4)),
        .effective = cs_office_date_from_key ((guint)cs_column_get_uint (list, 5)),
        .details = or_empty (cs_column_get_text (list, 6)),
      };

      if (has_event (legal_case->events, &event))
        continue;
      g_ptr_array_add (legal_case->events, cs_legal_event_dup (&event));
      g_ptr_array_add (legal_case->event_sources, cs_column_dup_text (list, 7));
    }
  return cs_statement_reset (list, error);
}

gboolean
cs_library_case_load (CsLibrary *library,
                      gint64 application,
                      CsLibraryCase *legal_case,
                      GError **error)
{
  legal_case->publications = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_number_unref);
  legal_case->events = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_legal_event_free);
  legal_case->event_sources = g_ptr_array_new_with_free_func (g_free);
  return load_publications (library, application, legal_case->publications, error) &&
         load_events (library, application, legal_case, error);
}

CsLegalStatus
cs_library_case_judge (const CsLibraryCase *legal_case,
                       const CsNumber *application,
                       CsOfficeDate today)
{
  CsLegalCase asked = {
    .application = application,
    .publications = (CsNumber *const *)legal_case->publications->pdata,
    .n_publications = legal_case->publications->len,
    .events = (const CsLegalEvent *const *)legal_case->events->pdata,
    .n_events = legal_case->events->len,
    .today = today,
  };

  return cs_legal_status_find (&asked);
}

/* --- keeping it --- */

static gboolean
note_change (CsLibraryImport *import,
             const CsFamilyNode *node,
             CsLegalState was,
             CsLegalState now,
             GError **error)
{
  CsStatement *insert = cs_library_statement (
      import->library, "INSERT INTO change (run, kind, rule, family, application, printed, was, "
                       "now) SELECT ?1, ?2, rule, family, ?3, ?4, ?5, ?6 FROM member "
                       "WHERE application = ?3 AND rule = 0");

  if (node->run == import->run->id)
    return TRUE;
  cs_bind_int (insert, 1, import->run->id);
  cs_bind_int (insert, 2, CS_CHANGE_STATUS);
  cs_bind_int (insert, 3, node->id);
  cs_bind_text (insert, 4, node->number->printed);
  cs_bind_text (insert, 5, cs_legal_state_get_name (was));
  cs_bind_text (insert, 6, cs_legal_state_get_name (now));
  return cs_statement_run (insert, error);
}

static gboolean
load_state (CsLibrary *library, gint64 application, guint *state, gint64 days[2], GError **error)
{
  CsStatement *find = cs_library_statement (
      library, "SELECT state, since, expiry FROM application WHERE id = ?1");

  *state = CS_LEGAL_UNKNOWN;
  cs_bind_int (find, 1, application);
  if (cs_statement_next (find))
    {
      *state = MIN (cs_column_get_uint (find, 0), CS_N_LEGAL_STATES - 1);
      days[0] = cs_column_get_int (find, 1);
      days[1] = cs_column_get_int (find, 2);
    }
  return cs_statement_reset (find, error);
}

static gboolean
save_state (CsLibrary *library, gint64 application, const CsLegalStatus *status, GError **error)
{
  CsStatement *update = cs_library_statement (
      library, "UPDATE application SET state = ?2, since = ?3, expiry = ?4 WHERE id = ?1");

  cs_bind_int (update, 1, application);
  cs_bind_int (update, 2, status->state);
  cs_bind_int (update, 3, cs_office_date_to_key (status->since));
  cs_bind_int (update, 4, cs_office_date_to_key (status->expiry));
  return cs_statement_run (update, error);
}

/* The families of an application whose state changes look other than before. */
static gboolean
keep_snapshots (CsLibraryImport *import, gint64 application, GError **error)
{
  g_autoptr (GArray) families = cs_library_list_families_of (import->library, application, error);

  if (families == NULL)
    return FALSE;
  for (guint i = 0; i < families->len; i++)
    if (!cs_import_keep_snapshot (import, g_array_index (families, gint64, i), error))
      return FALSE;
  return TRUE;
}

gboolean
cs_import_find_state (CsLibraryImport *import,
                      const CsFamilyNode *node,
                      gboolean *changed,
                      GError **error)
{
  CsLibrary *library = import->library;
  g_auto (CsLibraryCase) legal_case = { NULL };
  CsLegalStatus now;
  gint64 days[2] = { 0 };
  guint was;

  *changed = FALSE;
  if (!load_state (library, node->id, &was, days, error) ||
      !cs_library_case_load (library, node->id, &legal_case, error))
    return FALSE;
  now = cs_library_case_judge (&legal_case, node->number, import->today);
  if (now.state == was && cs_office_date_to_key (now.since) == days[0] &&
      cs_office_date_to_key (now.expiry) == days[1])
    return TRUE;
  *changed = now.state != was;
  return (!*changed || node->run == import->run->id ||
          (keep_snapshots (import, node->id, error) &&
           note_change (import, node, was, now.state, error))) &&
         save_state (library, node->id, &now, error);
}
