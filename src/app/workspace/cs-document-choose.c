#include "cs-document-private.h"

#include <glib/gi18n-lib.h>

/* The findings of an open document, one after the other: which is chosen, which is here,
 * mending. */

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
  const GArray *places = document->view == NULL ? NULL : document->view->places;
  const CsFindingEntry *found = NULL;

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const CsFindingPlace *place = &g_array_index (places, CsFindingPlace, i);

      if (place->part != part || place->entry->waived ||
          cs_document_map_char (document, part, place->start_char) > at_char ||
          cs_document_map_char (document, part, place->end_char) < at_char)
        continue;
      if (found == NULL || place->entry->severity < found->severity)
        found = place->entry;
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
