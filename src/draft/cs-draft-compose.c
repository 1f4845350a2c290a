#include <string.h>

#include "../base/cs-limits.h"
#include "cs-claim-split.h"
#include "cs-draft-builder.h"
#include "cs-draft-compose.h"
#include "cs-draft-private.h"
#include "cs-edit.h"
#include "cs-paragraph-split.h"
#include "cs-readings.h"

/* --- composing --- */

/* A draft of which everything is still to come, or that shares everything with @previous. */
static CsDraft *
begin (CsDraft *previous, const CsRequest *request)
{
  CsDraft *draft;

  if (previous != NULL)
    return cs_draft_new_with_request (previous,
                                      cs_request_dup (request ? request : previous->request));

  draft = cs_draft_builder_end (cs_draft_builder_new ("", 0, "text"), NULL);
  g_free (draft->id);
  draft->id = g_strdup ("");
  if (request != NULL)
    {
      cs_request_free (draft->request);
      draft->request = cs_request_dup (request);
    }

  return draft;
}

static GArray *
split (CsPart part, const CsText *text)
{
  if (part == CS_PART_CLAIMS)
    return cs_claim_split_all (cs_text_get_string (text), cs_text_get_n_bytes (text));

  return cs_paragraph_split (part, text);
}

static void
clear_part (CsDraft *draft, CsPart part)
{
  g_clear_pointer (&draft->texts[part], cs_text_unref);
  g_clear_pointer (&draft->units[part], g_array_unref);
  g_clear_pointer (&draft->ids[part], g_array_unref);
  g_clear_pointer (&draft->readings[part], cs_readings_unref);
}

static gboolean
set_part (CsDraft *draft,
          const CsDraft *previous,
          CsPart part,
          CsText *text,
          const CsSpliceMap *map,
          GError **error)
{
  GArray *units;

  if (text == NULL)
    {
      clear_part (draft, part);
      draft->units[part] = g_array_new (FALSE, FALSE, sizeof (CsUnit));
      draft->ids[part] = cs_unit_ids_new (0);
      return TRUE;
    }

  if (cs_text_get_n_bytes (text) > CS_MAX_PART_BYTES)
    {
      cs_draft_set_too_large (error, part);
      return FALSE;
    }
  units = split (part, text);
  clear_part (draft, part);
  draft->texts[part] = cs_text_ref (text);
  draft->units[part] = units;
  if (previous == NULL)
    draft->ids[part] = cs_unit_ids_new (units->len);
  else
    {
      draft->ids[part] = cs_unit_ids_carry (previous, part, text, units, map);
      cs_draft_carry_readings (draft, previous, part);
    }
  if (units->len <= CS_MAX_PARAGRAPHS)
    return TRUE;

  cs_draft_set_too_many (error, part);
  return FALSE;
}

/* A reading note stays with its unit as long as there is one. */
static CsSpan
carry_span (const CsDraft *draft, const CsDraft *previous, const CsSpan *span)
{
  CsSpan carried = *span;
  guint64 id = cs_draft_get_unit_id (previous, span->part, span->index);
  const char *text;
  gsize n_bytes;

  if (cs_draft_get_unit_id (draft, span->part, span->index) != id) /* else it is where it was */
    carried.index = cs_draft_find_unit (draft, span->part, id);
  if (carried.index == CS_NO_INDEX)
    return (CsSpan){ .part = span->part, .index = CS_NO_INDEX };

  text = cs_draft_get_unit_text (draft, carried.part, carried.index, &n_bytes);
  carried.end = MIN (carried.end, n_bytes);
  while (carried.end > 0 && carried.end < n_bytes && ((guchar)text[carried.end] & 0xc0) == 0x80)
    carried.end--;
  carried.start = MIN (carried.start, carried.end);
  while (carried.start > 0 && carried.start < n_bytes &&
         ((guchar)text[carried.start] & 0xc0) == 0x80)
    carried.start--;

  return carried;
}

static void
carry_notes (CsDraft *draft, const CsDraft *previous)
{
  GArray *notes = cs_read_notes_new ();

  for (guint i = 0; i < previous->notes->len; i++)
    {
      CsReadNote note = g_array_index (previous->notes, CsReadNote, i);

      note.detail = g_strdup (note.detail);
      if (note.span.index != CS_NO_INDEX)
        note.span = carry_span (draft, previous, &note.span);
      g_array_append_val (notes, note);
    }
  g_array_unref (draft->notes);
  draft->notes = notes;
}

static gboolean
is_shared (const CsDraft *previous, CsPart part, const CsText *text, CsSpliceMap *const *maps)
{
  return previous != NULL && previous->ids[part] != NULL && previous->texts[part] == text &&
         (maps == NULL || maps[part] == NULL);
}

CsDraft *
cs_draft_rebuild (CsDraft *previous,
                  CsText *const *texts,
                  const CsRequest *request,
                  CsSpliceMap *const *maps,
                  GError **error)
{
  g_autoptr (CsDraft) draft = begin (previous, request);
  const char *language;

  for (guint part = 0; part < CS_N_PARTS; part++)
    if (!is_shared (previous, part, texts[part], maps) &&
        !set_part (draft, previous, part, texts[part], maps == NULL ? NULL : maps[part], error))
      return NULL;

  if (previous != NULL && previous->notes->len > 0)
    carry_notes (draft, previous);
  language = cs_draft_guess_language (draft);
  if (language != NULL)
    draft->language = language;
  if (cs_draft_get_n_units (draft, CS_PART_CLAIMS) > 0 &&
      cs_draft_get_n_units (draft, CS_PART_DESCRIPTION) > 0)
    draft->complete = TRUE;

  return g_steal_pointer (&draft);
}

CsDraft *
cs_draft_compose (CsDraft *previous,
                  CsText *const *texts,
                  const CsRequest *request,
                  GError **error)
{
  return cs_draft_rebuild (previous, texts, request, NULL, error);
}

guint
cs_draft_find_unit (const CsDraft *draft, CsPart part, guint64 id)
{
  const GArray *ids = draft->ids[part];

  for (guint i = 0; id != 0 && ids != NULL && i < ids->len; i++)
    if (g_array_index (ids, guint64, i) == id)
      return i;

  return CS_NO_INDEX;
}

guint64
cs_draft_get_unit_id (const CsDraft *draft, CsPart part, guint index)
{
  const GArray *ids = draft->ids[part];

  return ids == NULL || index >= ids->len ? 0 : g_array_index (ids, guint64, index);
}

/* --- from a reader --- */

#define MAX_JOINS 8 /* a line joined may make another one look like a claim */

/* The same draft with the parts that one writes all there, and with identities. */
static CsDraft *
identify (const CsDraft *draft)
{
  CsDraft *copy = cs_draft_new_with_request (draft, cs_request_dup (draft->request));

  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      if (copy->texts[part] == NULL && part >= CS_PART_TITLE && part <= CS_PART_DESCRIPTION)
        copy->texts[part] = cs_text_new ("", 0);
      if (copy->ids[part] == NULL)
        copy->ids[part] = cs_unit_ids_new (copy->units[part]->len);
    }

  return copy;
}

static void
mark_headings (GArray *edits, const CsDraft *draft, CsPart part)
{
  for (guint i = 0; i < cs_draft_get_n_units (draft, part); i++)
    {
      const CsUnit *unit = cs_draft_get_unit (draft, part, i);
      g_autoptr (CsText) plain = NULL;
      g_autoptr (CsText) marked = NULL;

      if (unit->kind != CS_UNIT_HEADING || unit->end == unit->start)
        continue;
      plain = cs_text_slice (draft->texts[part], unit->start, unit->end);
      marked = cs_text_add_run (plain, 0, unit->end - unit->start, CS_RUN_HEADING);
      cs_edits_add_text (edits, part, unit->start, unit->end, marked);
    }
}

/* Whether the claims can be told from their text alone. */
static gboolean
is_numbered (const CsDraft *draft)
{
  const CsText *text = draft->texts[CS_PART_CLAIMS];
  g_autoptr (GArray) claims = cs_claim_split (cs_text_get_string (text),
                                              cs_text_get_n_bytes (text));
  const GArray *units = draft->units[CS_PART_CLAIMS];

  if (claims->len != units->len)
    return FALSE;

  for (guint i = 0; i < claims->len; i++)
    {
      const CsUnit *found = &g_array_index (claims, CsUnit, i);
      const CsUnit *unit = &g_array_index (units, CsUnit, i);

      if (found->number != unit->number || found->end - found->start != unit->end - unit->start ||
          (found->end > found->start && found->start != unit->start))
        return FALSE;
    }

  return TRUE;
}

static void
number_claims (GArray *edits, const CsDraft *draft)
{
  for (guint i = 0; i < cs_draft_get_n_units (draft, CS_PART_CLAIMS); i++)
    {
      const CsUnit *unit = cs_draft_get_unit (draft, CS_PART_CLAIMS, i);
      g_autofree char *number = NULL;

      if (unit->start > unit->number_start)
        continue;
      number = g_strdup_printf ("%u. ", unit->number > 0 ? unit->number : i + 1);
      cs_edits_add (edits, CS_PART_CLAIMS, unit->start, unit->start, number);
    }
}

/* A line within a claim that would begin a claim of its own goes on with the line before it. */
static GArray *
join_lines (const CsDraft *draft, const CsDraft *original)
{
  GArray *edits = cs_edits_new ();
  const char *text = cs_text_get_string (draft->texts[CS_PART_CLAIMS]);
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *ids = original->ids[CS_PART_CLAIMS];

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (known, &g_array_index (ids, guint64, i));
  for (guint i = 1; i < cs_draft_get_n_units (draft, CS_PART_CLAIMS); i++)
    {
      const CsUnit *unit = cs_draft_get_unit (draft, CS_PART_CLAIMS, i);
      guint64 id = cs_draft_get_unit_id (draft, CS_PART_CLAIMS, i);
      gsize floor = cs_draft_get_unit (draft, CS_PART_CLAIMS, i - 1)->start;
      gsize at = unit->number_start;

      if (g_hash_table_contains (known, &id))
        continue;
      while (at > floor && g_ascii_isspace (text[at - 1])) /* the number before may end in one */
        at--;
      cs_edits_add (edits, CS_PART_CLAIMS, at, unit->number_start, " ");
    }

  return edits;
}

CsDraft *
cs_draft_new_editable (CsDraft *draft, GError **error)
{
  g_autoptr (CsDraft) original = identify (draft);
  g_autoptr (CsDraft) editable = NULL;
  g_autoptr (GArray) edits = cs_edits_new ();

  if (!is_numbered (original))
    number_claims (edits, original);
  mark_headings (edits, original, CS_PART_ABSTRACT);
  mark_headings (edits, original, CS_PART_DESCRIPTION);
  cs_edits_normalise (edits, original);
  editable = cs_draft_apply (original, edits, TRUE, error);

  for (guint i = 0; i < MAX_JOINS && editable != NULL; i++)
    {
      g_autoptr (CsDraft) before = g_steal_pointer (&editable);
      g_autoptr (GArray) joins = join_lines (before, original);

      if (!cs_edits_normalise (joins, before) || joins->len == 0)
        return g_steal_pointer (&before);
      editable = cs_draft_apply_edits (before, joins, error);
    }

  return g_steal_pointer (&editable);
}
