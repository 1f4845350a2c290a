#include <glib/gi18n-lib.h>

#include "../../base/cs-error.h"
#include "../../base/cs-position.h"
#include "../../draft/cs-claim-edit.h"
#include "../../draft/cs-draft-compose.h"
#include "cs-claim-actions.h"

static gboolean
has_claim (CsDocument *document, guint index)
{
  return index < cs_draft_get_n_units (cs_document_get_draft (document), CS_PART_CLAIMS);
}

/* To byte @at of the claims as they are now. */
static void
go_to_byte (CsDocument *document, gsize at, gboolean focus)
{
  const CsText *text = cs_document_get_draft (document)->texts[CS_PART_CLAIMS];
  guint at_char;

  at_char = cs_position_to_chars (cs_text_get_string (text), cs_text_get_n_bytes (text), at);
  cs_document_go_to (document, CS_PART_CLAIMS, at_char, at_char, focus);
}

/* Does @edits, and shows claim @id (0 for none) where it is then. */
static gboolean
apply (CsDocument *document, GArray *edits, const char *name, guint64 id, GError **error)
{
  CsDraft *draft;
  guint index;

  if (edits->len > 0 && !cs_document_apply (document, edits, name))
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_UNSUPPORTED,
                           _ ("this draft cannot be changed"));
      return FALSE;
    }

  draft = cs_document_get_draft (document);
  index = id != 0 ? cs_draft_find_unit (draft, CS_PART_CLAIMS, id) : CS_NO_INDEX;
  if (index != CS_NO_INDEX)
    go_to_byte (document, cs_draft_get_unit (draft, CS_PART_CLAIMS, index)->start, FALSE);

  return TRUE;
}

static guint64
get_id (CsDocument *document, guint index)
{
  return cs_draft_get_unit_id (cs_document_get_draft (document), CS_PART_CLAIMS, index);
}

gboolean
cs_claim_actions_insert (CsDocument *document, guint after, guint parent, GError **error)
{
  CsDraft *draft = cs_document_get_draft (document);
  g_autoptr (CsClaimSet) claims = cs_claim_set_new (draft);
  g_autoptr (GArray) edits = NULL;
  const char *name = parent == CS_NO_INDEX ? _ ("New claim") : _ ("New dependent claim");
  gsize cursor;

  edits = cs_claim_edit_insert (draft, claims, after, parent, &cursor);
  if (!apply (document, edits, name, 0, error))
    return FALSE;

  go_to_byte (document, cursor, TRUE);
  return TRUE;
}

gboolean
cs_claim_actions_delete (CsDocument *document, guint index, GError **error)
{
  CsDraft *draft = cs_document_get_draft (document);
  g_autoptr (CsClaimSet) claims = cs_claim_set_new (draft);
  g_autoptr (GArray) edits = NULL;

  if (!has_claim (document, index))
    return TRUE;

  edits = cs_claim_edit_delete (draft, claims, index);
  return apply (document, edits, _ ("Delete claim"), 0, error);
}

gboolean
cs_claim_actions_move (CsDocument *document, guint index, guint before, GError **error)
{
  CsDraft *draft = cs_document_get_draft (document);
  g_autoptr (CsClaimSet) claims = cs_claim_set_new (draft);
  g_autoptr (GArray) edits = NULL;

  if (!has_claim (document, index))
    return TRUE;

  edits = cs_claim_edit_move (draft, claims, index,
                              MIN (before, cs_claim_set_get_n_claims (claims)));
  return apply (document, edits, _ ("Move claim"), get_id (document, index), error);
}

gboolean
cs_claim_actions_step (CsDocument *document, guint index, int step, GError **error)
{
  if (step < 0 && index > 0)
    return cs_claim_actions_move (document, index, index - 1, error);
  if (step > 0 && has_claim (document, index) && has_claim (document, index + 1))
    return cs_claim_actions_move (document, index, index + 2, error);

  return TRUE;
}

gboolean
cs_claim_actions_set_parent (CsDocument *document, guint index, guint parent, GError **error)
{
  CsDraft *draft = cs_document_get_draft (document);
  g_autoptr (CsClaimSet) claims = cs_claim_set_new (draft);
  g_autoptr (GArray) edits = NULL;

  if (!has_claim (document, index) || !has_claim (document, parent))
    return TRUE;

  edits = cs_claim_edit_set_parent (draft, claims, index, parent, error);
  if (edits == NULL)
    return FALSE;

  return apply (document, edits, _ ("Change reference"), get_id (document, index), error);
}

gboolean
cs_claim_actions_indent (CsDocument *document, guint index, gboolean outdent, GError **error)
{
  CsDraft *draft = cs_document_get_draft (document);
  g_autoptr (CsClaimSet) claims = cs_claim_set_new (draft);
  g_autoptr (GArray) edits = NULL;

  if (!has_claim (document, index))
    return TRUE;

  edits = cs_claim_edit_indent (draft, claims, index, outdent, error);
  if (edits == NULL)
    return FALSE;

  return apply (document, edits, outdent ? _ ("Outdent claim") : _ ("Indent claim"),
                get_id (document, index), error);
}

gboolean
cs_claim_actions_renumber (CsDocument *document, GError **error)
{
  CsDraft *draft = cs_document_get_draft (document);
  g_autoptr (CsClaimSet) claims = cs_claim_set_new (draft);
  g_autoptr (GArray) edits = cs_claim_edit_renumber (draft, claims);

  return apply (document, edits, _ ("Renumber claims"), 0, error);
}

guint
cs_claim_actions_get_current (CsDocument *document)
{
  guint part, unit;

  g_object_get (document, "part", &part, "unit", &unit, NULL);
  if (part != CS_PART_CLAIMS || unit == CS_NO_INDEX)
    return CS_NO_INDEX;

  return cs_document_map_index (document, CS_PART_CLAIMS, unit);
}
