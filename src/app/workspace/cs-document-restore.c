#include "cs-document-private.h"

#include <glib/gi18n-lib.h>

/* Another text takes the place of the one in the editor, as one step: that of an earlier version,
 * or of a file that was edited elsewhere. */

/* All parts that differ, in the place of what is there. */
static GArray *
list_edits (CsDraft *now, const CsDraft *other)
{
  GArray *edits = cs_edits_new ();
  g_autoptr (CsText) empty = cs_text_new ("", 0);

  for (CsPart part = CS_PART_TITLE; part <= CS_PART_DESCRIPTION; part++)
    {
      CsText *old = now->texts[part] == NULL ? empty : now->texts[part];
      CsText *new = other->texts[part] == NULL ? empty : other->texts[part];

      if (!cs_text_equal (old, new))
        cs_edits_add_text (edits, part, 0, cs_text_get_n_bytes (old), new);
    }

  return edits;
}

gboolean
cs_document_restore (CsDocument *document, const CsDraft *version, const char *name)
{
  g_autoptr (GArray) edits = list_edits (cs_document_get_draft (document), version);

  return cs_document_apply (document, edits, name);
}

static gboolean
has_texts_of (CsDocument *document, const CsDraft *draft)
{
  g_autoptr (GArray) edits = list_edits (cs_document_get_draft (document), draft);

  return edits->len == 0;
}

/* Figures and reading notes stand in no text: they are those of the file from then on. */
gboolean
cs_document_take_back (CsDocument *document, const CsReturn *back)
{
  GHashTableIter iter;
  gpointer name, bytes;

  if (!document->editable || !has_texts_of (document, back->now))
    return FALSE;

  g_hash_table_iter_init (&iter, back->images);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    cs_picture_set_put (document->pictures, name, bytes);
  cs_document_restore (document, back->draft, _ ("Take in an edited file"));
  cs_document_adopt (document, back->draft, document->generation);
  cs_document_touch (document);
  cs_document_ask_exam (document, TRUE);

  return TRUE;
}
