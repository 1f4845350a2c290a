/* Any text, and any operations on its claims, one after the other: the first byte says how many,
 * four bytes each say which; then the claims, and behind a form feed the description. */

#include <string.h>

#include "../../src/base/cs-text-splice.h"
#include "../../src/draft/cs-claim-edit.h"
#include "../../src/draft/cs-history.h"
#include "../draft/check-composed.h"
#include "fuzz.h"

#define MAX_OPERATIONS 12
#define MAX_TEXT_BYTES 8000 /* more only takes more time */

static CsDraft *
compose (const char *text, gsize n_bytes)
{
  const char *feed = memchr (text, '\f', n_bytes);
  gsize n_claims = feed == NULL ? n_bytes : (gsize)(feed - text);
  CsText *texts[CS_N_PARTS] = { NULL };
  CsDraft *draft;

  texts[CS_PART_CLAIMS] = cs_text_new (text, n_claims);
  texts[CS_PART_DESCRIPTION] = cs_text_new (text + n_claims, n_bytes - n_claims);
  draft = cs_draft_compose (NULL, texts, NULL, NULL);
  cs_text_unref (texts[CS_PART_CLAIMS]);
  cs_text_unref (texts[CS_PART_DESCRIPTION]);
  g_assert_nonnull (draft);
  check_composed (draft);

  return draft;
}

static GArray *
edit (CsDraft *draft, const CsClaimSet *claims, const uint8_t *operation)
{
  guint n = cs_claim_set_get_n_claims (claims);
  guint a = n == 0 ? 0 : operation[1] % n;
  guint b = n == 0 ? 0 : operation[2] % (n + 1);
  gsize cursor = 0;

  switch (operation[0] % 6)
    {
    case 0:
      return cs_claim_edit_insert (draft, claims, operation[3] % 2 ? a : CS_NO_INDEX, b, &cursor);
    case 1:
      return cs_claim_edit_delete (draft, claims, a);
    case 2:
      return cs_claim_edit_move (draft, claims, a, b);
    case 3:
      return n == 0 ? NULL : cs_claim_edit_set_parent (draft, claims, a, b % n, NULL);
    case 4:
      return n == 0 ? NULL : cs_claim_edit_indent (draft, claims, a, operation[3] % 2, NULL);
    default:
      return cs_claim_edit_renumber (draft, claims);
    }
}

/* The edits as the window makes them: back to front, each recorded. */
static void
record (CsHistory *history, const CsDraft *draft, const GArray *edits)
{
  cs_history_begin (history, "edit");
  for (guint i = edits->len; i > 0; i--)
    {
      const CsEdit *one = &g_array_index (edits, CsEdit, i - 1);
      const CsText *text = draft->texts[one->part];
      g_autoptr (CsText) removed = cs_text_slice (text, one->start, one->end);
      guint at = g_utf8_strlen (cs_text_get_string (text), one->start);

      cs_history_record (history, one->part, at, removed, one->text, i);
    }
  cs_history_end (history);
}

/* Makes the changes to the texts of @draft. */
static void
follow (CsText **texts, GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const CsHistoryChange *change = &g_array_index (changes, CsHistoryChange, i);
      CsText *text = texts[change->part];
      const char *string = cs_text_get_string (text);
      gsize start = g_utf8_offset_to_pointer (string, change->at_char) - string;
      gsize n_bytes = cs_text_get_n_bytes (change->remove);

      g_assert_cmpmem (string + start, n_bytes, cs_text_get_string (change->remove), n_bytes);
      texts[change->part] = cs_text_splice (text, start, start + n_bytes, change->insert);
      cs_text_unref (text);
    }
  g_array_unref (changes);
}

/* Undoing all gives the first draft again, redoing all the last. */
static void
check_history (CsHistory *history, const CsDraft *first, const CsDraft *last)
{
  static const CsPart parts[] = { CS_PART_CLAIMS, CS_PART_DESCRIPTION };
  CsText *texts[CS_N_PARTS] = { NULL };
  GArray *changes;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    texts[parts[i]] = cs_text_ref (last->texts[parts[i]]);
  while ((changes = cs_history_undo (history)) != NULL)
    follow (texts, changes);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_true (cs_text_equal (texts[parts[i]], first->texts[parts[i]]));
  while ((changes = cs_history_redo (history)) != NULL)
    follow (texts, changes);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_assert_true (cs_text_equal (texts[parts[i]], last->texts[parts[i]]));
      cs_text_unref (texts[parts[i]]);
    }
}

static CsDraft *
operate (CsDraft *draft, CsHistory *history, const uint8_t *operation)
{
  g_autoptr (CsClaimSet) claims = cs_claim_set_new (draft);
  g_autoptr (GArray) edits = edit (draft, claims, operation);
  CsDraft *after;

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    {
      g_autofree char *gist = cs_claim_dup_gist (claims, i, 1 + operation[3] % 20);

      g_assert_true (g_utf8_validate (gist, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (gist, -1), <=, 1 + operation[3] % 20);
    }
  if (edits == NULL)
    return cs_draft_ref (draft);

  g_assert_true (cs_edits_normalise (edits, draft));
  record (history, draft, edits);
  after = cs_draft_apply_edits (draft, edits, NULL);
  g_assert_nonnull (after);
  check_composed (after);

  return after;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  guint n_operations = size == 0 ? 0 : data[0] % (MAX_OPERATIONS + 1);
  const uint8_t *operations = data + 1;
  g_autoptr (CsHistory) history = NULL;
  g_autoptr (CsDraft) first = NULL;
  g_autoptr (CsDraft) draft = NULL;

  if (size < 1 + 4 * n_operations)
    return 0;

  history = cs_history_new ();
  size -= 1 + 4 * n_operations;
  first = compose ((const char *)operations + 4 * n_operations, MIN (size, MAX_TEXT_BYTES));
  draft = cs_draft_ref (first);
  for (guint i = 0; i < n_operations; i++)
    {
      CsDraft *after = operate (draft, history, operations + 4 * i);

      cs_draft_unref (draft);
      draft = after;
    }
  check_history (history, first, draft);

  return 0;
}
