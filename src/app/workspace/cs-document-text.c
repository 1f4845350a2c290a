#include "cs-document-private.h"

#include <string.h>

#include "../../base/cs-position.h"
#include "../../draft/cs-draft-compose.h"

/* The text of an open document: its buffers, how the program changes them, undo and redo. */

const CsPart cs_edited_parts[CS_N_EDITED_PARTS] = { CS_PART_TITLE, CS_PART_ABSTRACT,
                                                    CS_PART_CLAIMS, CS_PART_DESCRIPTION };

void
cs_document_list_texts (CsDocument *document, CsText **texts)
{
  memset (texts, 0, CS_N_PARTS * sizeof *texts);
  for (guint i = 0; i < CS_N_EDITED_PARTS; i++)
    texts[cs_edited_parts[i]] =
        cs_part_buffer_get_text (document->buffers[cs_edited_parts[i]]);
}

void
cs_document_adopt (CsDocument *document, CsDraft *draft, guint64 generation)
{
  if (generation < document->draft_generation)
    return;

  cs_draft_ref (draft);
  cs_draft_unref (document->draft);
  document->draft = draft;
  document->draft_generation = generation;
}

CsDraft *
cs_document_get_draft (CsDocument *document)
{
  CsText *texts[CS_N_PARTS];
  g_autoptr (CsDraft) draft = NULL;

  if (document->draft_generation == document->generation)
    return document->draft;

  cs_document_list_texts (document, texts);
  draft = cs_draft_compose (document->draft, texts, document->request, NULL);
  if (draft != NULL) /* else a limit is broken, which the examination says */
    cs_document_adopt (document, draft, document->generation);

  return document->draft;
}

/* Only when it has changed: this is asked with every key. */
static void
tell_history (CsDocument *document)
{
  gboolean can_undo = cs_history_peek_undo (document->history, NULL);
  gboolean can_redo = cs_history_peek_redo (document->history, NULL);

  if (document->could_undo != can_undo)
    {
      document->could_undo = can_undo;
      cs_document_notify (document, CS_DOCUMENT_CAN_UNDO);
    }
  if (document->could_redo != can_redo)
    {
      document->could_redo = can_redo;
      cs_document_notify (document, CS_DOCUMENT_CAN_REDO);
    }
}

static void
on_edited (CsPartBuffer *buffer,
           guint at_char,
           CsText *removed,
           CsText *inserted,
           CsDocument *document)
{
  CsShift shift = {
    .part = cs_part_buffer_get_part (buffer),
    .at_char = at_char,
    .n_removed = g_utf8_strlen (cs_text_get_string (removed), cs_text_get_n_bytes (removed)),
    .n_inserted = g_utf8_strlen (cs_text_get_string (inserted), cs_text_get_n_bytes (inserted)),
  };

  if (!document->replaying)
    {
      cs_history_record (document->history, shift.part, at_char, removed, inserted,
                         g_get_monotonic_time ());
      tell_history (document);
    }
  document->generation++;
  cs_document_shift (document, &shift);
  cs_document_touch (document);
  g_signal_emit_by_name (document, "changed");
  cs_document_ask_exam (document, FALSE);
}

CsPartBuffer *
cs_document_get_buffer (CsDocument *document, CsPart part)
{
  g_return_val_if_fail (part < CS_N_PARTS && document->buffers[part] != NULL, NULL);

  return document->buffers[part];
}

/* --- changes by the program --- */

/* Code points of each edit, whose parts are sorted, in one walk. */
static guint *
list_chars (CsDraft *draft, const GArray *edits)
{
  guint *chars = g_new0 (guint, 2 * edits->len);
  CsPart part = CS_N_PARTS;
  gsize byte = 0;
  guint at = 0;

  for (guint i = 0; i < 2 * edits->len; i++)
    {
      const CsEdit *edit = &g_array_index (edits, CsEdit, i / 2);
      gsize next = i % 2 == 0 ? edit->start : edit->end;
      const CsText *text = draft->texts[edit->part];

      if (edit->part != part)
        {
          part = edit->part;
          byte = 0;
          at = 0;
        }
      if (text != NULL)
        at += cs_position_to_chars (cs_text_get_string (text) + byte, next - byte, next - byte);
      byte = next;
      chars[i] = at;
    }

  return chars;
}

gboolean
cs_document_apply (CsDocument *document, const GArray *edits, const char *name)
{
  g_autofree guint *chars = NULL;

  if (!document->editable)
    return FALSE;

  chars = list_chars (cs_document_get_draft (document), edits);
  document->changing = TRUE;
  cs_history_begin (document->history, name);
  for (guint i = edits->len; i > 0; i--)
    {
      const CsEdit *edit = &g_array_index (edits, CsEdit, i - 1);

      cs_part_buffer_replace (document->buffers[edit->part], chars[2 * (i - 1)],
                              chars[2 * (i - 1) + 1], edit->text);
    }
  cs_history_end (document->history);
  document->changing = FALSE;
  tell_history (document);

  return TRUE;
}

void
cs_document_write (CsDocument *document,
                   CsPart part,
                   guint start_char,
                   guint end_char,
                   const char *words)
{
  g_autoptr (CsText) text = cs_text_new (words, strlen (words));

  if (!document->editable)
    return;

  document->changing = TRUE;
  cs_history_begin (document->history, NULL);
  cs_part_buffer_replace (document->buffers[part], start_char, end_char, text);
  cs_history_end (document->history);
  document->changing = FALSE;
  tell_history (document);
}

gboolean
cs_document_is_changing (CsDocument *document)
{
  return document->changing || document->replaying;
}

static guint
count_chars (const CsText *text)
{
  return g_utf8_strlen (cs_text_get_string (text), cs_text_get_n_bytes (text));
}

/* Does what the history says, and shows the last of it. */
static void
replay (CsDocument *document, GArray *changes)
{
  const CsHistoryChange *change = NULL;

  if (changes == NULL)
    return;

  document->replaying = TRUE;
  for (guint i = 0; i < changes->len; i++)
    {
      change = &g_array_index (changes, CsHistoryChange, i);
      cs_part_buffer_replace (document->buffers[change->part], change->at_char,
                              change->at_char + count_chars (change->remove), change->insert);
    }
  document->replaying = FALSE;
  if (change != NULL)
    {
      guint end = change->at_char + count_chars (change->insert);

      cs_document_go_to (document, change->part, end, end, TRUE);
    }
  tell_history (document);
  g_array_unref (changes);
}

void
cs_document_undo (CsDocument *document)
{
  if (document->editable)
    replay (document, cs_history_undo (document->history));
}

void
cs_document_redo (CsDocument *document)
{
  if (document->editable)
    replay (document, cs_history_redo (document->history));
}

/* --- the buffers --- */

void
cs_document_make_buffers (CsDocument *document)
{
  g_autoptr (CsText) empty = cs_text_new ("", 0);

  for (guint i = 0; i < CS_N_EDITED_PARTS; i++)
    {
      CsPart part = cs_edited_parts[i];
      CsPartBuffer *buffer = cs_part_buffer_new (part);
      CsText *text = document->draft->texts[part];

      cs_part_buffer_set_pictures (buffer, document->pictures);
      cs_part_buffer_load (buffer, text == NULL ? empty : text);
      g_signal_connect_object (buffer, "edited", G_CALLBACK (on_edited), document, 0);
      document->buffers[part] = buffer;
    }
}

/* GtkTextBuffer (GTK 4.8) keeps a reference to itself for each selection that was offered to
 * others, and so may outlive all: then it holds nothing. */
void
cs_document_drop_buffers (CsDocument *document)
{
  g_autoptr (CsText) empty = cs_text_new ("", 0);

  for (guint part = 0; part < CS_N_PARTS; part++)
    if (document->buffers[part] != NULL)
      {
        g_signal_handlers_disconnect_by_data (document->buffers[part], document);
        cs_part_buffer_set_pictures (document->buffers[part], NULL);
        cs_part_buffer_load (document->buffers[part], empty);
        g_clear_object (&document->buffers[part]);
      }
}
