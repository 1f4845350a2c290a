#include "cs-document-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../base/cs-position.h"
#include "../../draft/cs-draft-compose.h"

/* What the examination says of an open document, and what people say to that. */

#define PAUSE_US (100 * 1000)   /* of typing, before the text is examined */
#define LONGEST_US (400 * 1000) /* that it may wait while typing goes on */
#define BUSY_AFTER_MS 300       /* what takes less is not worth a word */

/* --- asking --- */

static void
examine (CsDocument *document)
{
  CsExaminerJob job = { .previous = document->draft,
                        .request = document->request,
                        .decisions = document->decisions,
                        .offices = document->offices,
                        .generation = document->generation };

  document->exam_asked_us = 0;
  cs_document_list_texts (document, job.texts);
  cs_examiner_examine (document->examiner, &job);
}

static gboolean
on_pause (gpointer data)
{
  CsDocument *document = data;

  document->exam_timer = 0;
  if (!document->composing) /* asked again when the input method is done */
    examine (document);

  return G_SOURCE_REMOVE;
}

void
cs_document_ask_exam (CsDocument *document, gboolean now)
{
  gint64 time_us = g_get_monotonic_time ();
  gint64 wait_us;

  if (document->exam_asked_us == 0)
    document->exam_asked_us = time_us;
  wait_us = now ? 0 : MIN (PAUSE_US, document->exam_asked_us + LONGEST_US - time_us);

  g_clear_handle_id (&document->exam_timer, g_source_remove);
  document->exam_timer = g_timeout_add (MAX (wait_us, 0) / 1000, on_pause, document);
}

void
cs_document_set_composing (CsDocument *document, gboolean composing)
{
  if (document->composing == composing)
    return;

  document->composing = composing;
  if (!composing && document->exam_asked_us != 0)
    cs_document_ask_exam (document, FALSE);
}

/* --- being told --- */

static void
set_busy (CsDocument *document, gboolean busy)
{
  if (document->busy == busy)
    return;

  document->busy = busy;
  cs_document_notify (document, CS_DOCUMENT_BUSY);
}

static gboolean
on_long (gpointer data)
{
  CsDocument *document = data;

  document->busy_timer = 0;
  set_busy (document, TRUE);

  return G_SOURCE_REMOVE;
}

static void
on_examiner_busy (CsDocument *document)
{
  gboolean busy;

  g_object_get (document->examiner, "busy", &busy, NULL);
  g_clear_handle_id (&document->busy_timer, g_source_remove);
  if (busy)
    document->busy_timer = g_timeout_add (BUSY_AFTER_MS, on_long, document);
  else
    set_busy (document, FALSE);
}

typedef struct
{
  gint64 matter;
  guint n_findings[CS_N_SEVERITIES];
} Counts;

static gpointer
keep_counts (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Counts *counts = data;

  cs_draft_store_set_findings (store, counts->matter, counts->n_findings, error);

  return NULL;
}

/* Lists show how the last examination ended; a store that cannot be written says so by itself. */
static void
tell_store (CsDocument *document)
{
  Counts counts = { .matter = document->info->id };
  CsStoreJob job = { .func = keep_counts, .free_data = g_free, .matter = counts.matter };
  guint told[CS_N_SEVERITIES + 1] = { [CS_N_SEVERITIES] = TRUE };

  if (document->service == NULL || !document->editable)
    return;

  memcpy (counts.n_findings, document->view->n_open, sizeof counts.n_findings);
  memcpy (told, counts.n_findings, sizeof counts.n_findings);
  if (memcmp (told, document->n_told, sizeof told) == 0)
    return;

  memcpy (document->n_told, told, sizeof told);
  job.data = g_memdup2 (&counts, sizeof counts);
  cs_store_service_run (document->service, &job, NULL, NULL, NULL);
}

/* The entry of @view for the same finding as the chosen one of the view before. */
static const CsFindingEntry *
find_again (const CsFindingView *view, const CsFindingEntry *old)
{
  const char *fingerprint;

  if (old == NULL)
    return NULL;

  fingerprint = cs_finding_entry_get_first (old)->fingerprint;
  for (guint i = 0; i < view->entries->len; i++)
    {
      const CsFindingEntry *entry = view->entries->pdata[i];

      if (strcmp (cs_finding_entry_get_first (entry)->fingerprint, fingerprint) == 0)
        return entry;
    }

  return NULL;
}

static void
forget_units (CsDocument *document)
{
  for (guint part = 0; part < CS_N_PARTS; part++)
    g_clear_pointer (&document->unit_chars[part], g_array_unref);
}

static void
on_done (CsDocument *document, CsFindingView *view, guint64 generation, gint64 took_us)
{
  g_autoptr (CsFindingView) old = g_steal_pointer (&document->view);

  document->view = cs_finding_view_ref (view);
  document->entry = find_again (view, document->entry);
  document->took_us = took_us;
  g_array_remove_range (document->shifts, 0, generation - document->view_generation);
  document->view_generation = generation;
  forget_units (document);
  cs_document_adopt (document, view->result->draft, generation);

  g_object_freeze_notify (G_OBJECT (document));
  cs_document_notify (document, CS_DOCUMENT_VIEW);
  cs_document_notify (document, CS_DOCUMENT_STALE);
  cs_document_notify (document, CS_DOCUMENT_ENTRY);
  cs_document_notify (document, CS_DOCUMENT_TOOK_US);
  g_object_thaw_notify (G_OBJECT (document));

  if (!cs_document_is_stale (document))
    tell_store (document);
}

CsFindingView *
cs_document_get_view (CsDocument *document)
{
  return document->view;
}

gboolean
cs_document_is_stale (CsDocument *document)
{
  return document->view == NULL || document->view_generation != document->generation;
}

/* --- where things are now --- */

void
cs_document_shift (CsDocument *document, const CsShift *shift)
{
  gboolean first = document->shifts->len == 0 && document->view != NULL;

  g_array_append_vals (document->shifts, shift, 1);
  if (first)
    cs_document_notify (document, CS_DOCUMENT_STALE);
}

guint
cs_document_map_char (CsDocument *document, CsPart part, guint at_char)
{
  for (guint i = 0; i < document->shifts->len; i++)
    {
      const CsShift *shift = &g_array_index (document->shifts, CsShift, i);

      if (shift->part != part || at_char < shift->at_char)
        continue;
      if (at_char < shift->at_char + shift->n_removed)
        at_char = shift->at_char;
      else
        at_char += shift->n_inserted - shift->n_removed;
    }

  return at_char;
}

static GArray *
list_unit_chars (const CsDraft *draft, CsPart part)
{
  guint n_units = cs_draft_get_n_units (draft, part);
  GArray *chars = g_array_sized_new (FALSE, FALSE, sizeof (CsUnitChars), n_units);
  const char *text =
      draft->texts[part] == NULL ? "" : cs_text_get_string (draft->texts[part]);
  gsize byte = 0;
  guint at = 0;

  for (guint i = 0; i < n_units; i++)
    {
      const CsUnit *unit = cs_draft_get_unit (draft, part, i);
      gsize start = unit->number_start;
      gsize n_bytes = unit->end - start;
      CsUnitChars place;

      at += cs_position_to_chars (text + byte, start - byte, start - byte);
      place.start = at;
      at += cs_position_to_chars (text + start, n_bytes, n_bytes);
      place.end = at;
      byte = unit->end;
      g_array_append_val (chars, place);
    }

  return chars;
}

static const GArray *
get_unit_chars (CsDocument *document, CsPart part)
{
  if (document->unit_chars[part] == NULL)
    {
      const CsDraft *draft =
          document->view == NULL ? document->draft : document->view->result->draft;

      document->unit_chars[part] = list_unit_chars (draft, part);
    }

  return document->unit_chars[part];
}

guint
cs_document_map_unit (CsDocument *document, CsPart part, guint index, guint *end_char)
{
  const GArray *chars = get_unit_chars (document, part);
  CsUnitChars place = { 0 };

  if (index < chars->len)
    place = g_array_index (chars, CsUnitChars, index);
  if (end_char != NULL)
    *end_char = cs_document_map_char (document, part, place.end);

  return cs_document_map_char (document, part, place.start);
}

guint
cs_document_map_index (CsDocument *document, CsPart part, guint index)
{
  guint64 id;

  if (document->view == NULL)
    return index;

  id = cs_draft_get_unit_id (document->view->result->draft, part, index);

  return cs_draft_find_unit (cs_document_get_draft (document), part, id);
}

/* The last unit that begins at or before @at_char. */
static guint
find_unit (CsDocument *document, CsPart part, guint at_char)
{
  const GArray *chars = get_unit_chars (document, part);
  guint low = 0;
  guint high = chars->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      guint start = g_array_index (chars, CsUnitChars, middle).start;

      if (cs_document_map_char (document, part, start) <= at_char)
        low = middle + 1;
      else
        high = middle;
    }

  return low == 0 ? CS_NO_INDEX : low - 1;
}

void
cs_document_set_cursor (CsDocument *document, CsPart part, guint at_char)
{
  guint unit = find_unit (document, part, at_char);

  if (part != document->part)
    g_object_set (document, "part", (guint)part, NULL);
  document->cursor_char = at_char;
  if (unit == document->unit)
    return;

  document->unit = unit;
  cs_document_notify (document, CS_DOCUMENT_UNIT);
}

/* --- choosing --- */

static void
show_entry (CsDocument *document, const CsFindingEntry *entry)
{
  guint start = cs_document_map_char (document, entry->part, entry->start_char);
  guint end = cs_document_map_char (document, entry->part, entry->end_char);

  cs_document_go_to (document, entry->part, start, end, FALSE);
}

void
cs_document_choose (CsDocument *document, const CsFindingEntry *entry, gboolean show)
{
  if (document->entry != entry)
    {
      document->entry = entry;
      cs_document_notify (document, CS_DOCUMENT_ENTRY);
    }
  if (entry != NULL && show)
    show_entry (document, entry);
}

static guint
get_part_rank (CsPart part)
{
  for (guint i = 0; i < CS_N_EDITED_PARTS; i++)
    if (cs_edited_parts[i] == part)
      return i;

  return CS_N_EDITED_PARTS;
}

/* Whether @entry stands behind the cursor. */
static gboolean
is_behind (CsDocument *document, const CsFindingEntry *entry)
{
  if (entry->part != document->part)
    return get_part_rank (entry->part) > get_part_rank (document->part);

  return cs_document_map_char (document, entry->part, entry->start_char) > document->cursor_char;
}

/* Where walking begins: the chosen entry, else the cursor, as a position between two entries. */
static guint
find_begin (CsDocument *document, const GPtrArray *entries, int step)
{
  guint at = 0;

  if (document->entry != NULL && g_ptr_array_find ((GPtrArray *)entries, document->entry, &at))
    return step > 0 ? at + 1 : at;

  while (at < entries->len && !is_behind (document, entries->pdata[at]))
    at++;

  return at;
}

gboolean
cs_document_choose_next (CsDocument *document, int step)
{
  const GPtrArray *entries = document->view == NULL ? NULL : document->view->entries;
  guint n = entries == NULL ? 0 : entries->len;
  guint at = n == 0 ? 0 : find_begin (document, entries, step);

  for (guint i = 0; i < n; i++)
    {
      guint index = step > 0 ? (at + i) % n : (at + 2 * n - 1 - i) % n;
      const CsFindingEntry *entry = entries->pdata[index];

      if (entry->waived)
        continue;
      cs_document_choose (document, entry, TRUE);
      return TRUE;
    }

  return FALSE;
}

const CsFindingEntry *
cs_document_find_entry (CsDocument *document, CsPart part, guint at_char)
{
  const CsFindingEntry *found = NULL;

  if (document->view == NULL)
    return NULL;

  for (guint i = 0; i < document->view->entries->len; i++)
    {
      const CsFindingEntry *entry = document->view->entries->pdata[i];

      if (entry->part != part || entry->waived ||
          cs_document_map_char (document, part, entry->start_char) > at_char ||
          cs_document_map_char (document, part, entry->end_char) < at_char)
        continue;
      if (found == NULL || entry->severity < found->severity)
        found = entry;
    }

  return found;
}

gboolean
cs_document_fix (CsDocument *document, const CsFindingEntry *entry, guint n)
{
  const GArray *fixes = cs_finding_entry_get_fixes (entry);
  g_autoptr (CsDraft) draft = NULL;
  g_autoptr (GArray) edits = NULL;

  if (cs_document_is_stale (document) || n >= fixes->len)
    return FALSE;

  draft = cs_draft_ref (document->view->result->draft);
  edits = cs_fix_to_edits (&g_array_index (fixes, CsFix, n), draft);

  return edits != NULL && cs_document_apply (document, edits, _ ("Fix"));
}

/* --- deciding --- */

typedef struct
{
  CsDocument *document; /* of the answer, not of the thread */
  gint64 matter;
  CsDecision *decision;
} Deciding;

static void
deciding_free (gpointer data)
{
  Deciding *deciding = data;

  cs_decision_unref (deciding->decision);
  g_free (deciding);
}

static gpointer
add_decision (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deciding *deciding = data;
  gint64 matter = deciding->decision->everywhere ? 0 : deciding->matter;
  gint64 id = cs_draft_store_add_decision (store, matter, deciding->decision, error);

  return id == 0 ? NULL : g_memdup2 (&id, sizeof id);
}

static gpointer
remove_decision (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deciding *deciding = data;

  cs_draft_store_remove_decision (store, deciding->decision->id, error);

  return NULL;
}

static void
run_decision (CsDocument *document,
              CsStoreFunc func,
              CsDecision *decision,
              GAsyncReadyCallback callback,
              gpointer data)
{
  Deciding *deciding = g_new0 (Deciding, 1);
  CsStoreJob job = { .func = func,
                     .data = deciding,
                     .free_data = deciding_free,
                     .free_result = g_free,
                     .matter = document->info->id };

  deciding->matter = document->info->id;
  deciding->decision = cs_decision_ref (decision);
  cs_store_service_run (document->service, &job, NULL, callback, data);
}

/* A decision on its way into the store, and who made it. */
typedef struct
{
  CsDocument *document;
  CsDecision *decision;
} Pending;

static void
on_decision_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Pending *pending = data;
  g_autoptr (CsDocument) document = pending->document;
  g_autoptr (CsDecision) decision = pending->decision;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id =
      cs_store_service_run_finish (CS_STORE_SERVICE (source), result, &error);

  if (id == NULL)
    {
      cs_document_fail (document, error);
      return;
    }

  decision->id = *id;                                          /* nobody else has looked at it: the store's identity comes late */
  if (!g_ptr_array_find (document->decisions, decision, NULL)) /* taken back meanwhile */
    run_decision (document, remove_decision, decision, NULL, NULL);
}

void
cs_document_decide (CsDocument *document,
                    const CsFindingEntry *entry,
                    CsDecisionKind kind,
                    const char *reason,
                    gboolean everywhere)
{
  CsDecision *decision =
      cs_decision_new_for (kind, entry, document->view, reason, document->author);
  Pending *pending;

  decision->everywhere = everywhere;
  g_ptr_array_add (document->decisions, decision);
  cs_document_ask_exam (document, TRUE);
  if (document->service == NULL)
    return;

  pending = g_new0 (Pending, 1);
  pending->document = g_object_ref (document);
  pending->decision = cs_decision_ref (decision);
  run_decision (document, add_decision, decision, on_decision_kept, pending);
}

void
cs_document_revoke (CsDocument *document, const CsDecision *decision)
{
  g_autoptr (CsDecision) kept = cs_decision_ref ((CsDecision *)decision);

  if (!g_ptr_array_remove (document->decisions, kept))
    return;

  cs_document_ask_exam (document, TRUE);
  if (document->service != NULL && kept->id != 0)
    run_decision (document, remove_decision, kept, NULL, NULL);
}

/* --- beginning and end --- */

void
cs_document_exam_init (CsDocument *document)
{
  document->shifts = g_array_new (FALSE, FALSE, sizeof (CsShift));
  document->examiner = cs_examiner_new ();
  g_signal_connect_object (document->examiner, "done", G_CALLBACK (on_done), document,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document->examiner, "notify::busy", G_CALLBACK (on_examiner_busy),
                           document, G_CONNECT_SWAPPED);
}

void
cs_document_exam_clear (CsDocument *document)
{
  g_clear_handle_id (&document->exam_timer, g_source_remove);
  g_clear_handle_id (&document->busy_timer, g_source_remove);
  if (document->examiner != NULL)
    {
      cs_examiner_stop (document->examiner);
      g_signal_handlers_disconnect_by_data (document->examiner, document);
    }
  g_clear_object (&document->examiner);
  forget_units (document);
  document->entry = NULL;
  g_clear_pointer (&document->view, cs_finding_view_unref);
  g_clear_pointer (&document->shifts, g_array_unref);
}
