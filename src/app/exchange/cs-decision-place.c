#include "cs-decision-place.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../language/cs-fold.h"

/* A decision remembers its words as they are compared, without spaces and brackets: see
 * cs_fingerprint_dup_text(). */
#define LEFT_OUT " \t\n()[]"

static guint
find_unit (const CsDecision *decision, const CsDraft *draft)
{
  const GArray *ids = decision->part < CS_N_PARTS ? draft->ids[decision->part] : NULL;

  for (guint i = 0; ids != NULL && decision->unit_id != 0 && i < ids->len; i++)
    if (g_array_index (ids, guint64, i) == decision->unit_id)
      return i;

  return CS_NO_INDEX;
}

/* Returns: (transfer full) (nullable): the part of @text that is compared as @words */
static char *
dup_source (const char *text, gsize n_bytes, const char *words)
{
  g_autoptr (CsFolded) folded = cs_fold (text, n_bytes, CS_FOLD_CASE);
  g_autoptr (GString) compared = g_string_new (NULL);
  g_autoptr (GArray) map = g_array_new (FALSE, FALSE, sizeof (guint32));
  const char *found;
  gsize first, last;

  for (gsize i = 0; i < folded->n_bytes; i++)
    if (strchr (LEFT_OUT, folded->text[i]) == NULL)
      {
        g_string_append_c (compared, folded->text[i]);
        g_array_append_val (map, folded->map[i]);
      }
  found = strstr (compared->str, words);
  if (*words == '\0' || found == NULL)
    return NULL;

  first = g_array_index (map, guint32, found - compared->str);
  last = g_array_index (map, guint32, found - compared->str + strlen (words) - 1);
  last = MIN (last, n_bytes - 1);

  return g_strndup (text + first, g_utf8_next_char (text + last) - (text + first));
}

static char *
dup_words (const CsDecision *decision, const CsDraft *draft, guint unit)
{
  g_autofree char *source = NULL;
  const char *text;
  gsize n_bytes;

  if (*decision->text == '\0')
    return g_strdup (_ ("The whole application"));

  if (unit != CS_NO_INDEX)
    {
      text = cs_draft_get_unit_text (draft, decision->part, unit, &n_bytes);
      source = n_bytes == 0 ? NULL : dup_source (text, n_bytes, decision->text);
    }

  return g_strdup_printf (_ ("“%s”"), source == NULL ? decision->text : source);
}

char *
cs_decision_dup_place (const CsDecision *decision, const CsDraft *draft)
{
  guint unit = find_unit (decision, draft);
  g_autofree char *words = dup_words (decision, draft, unit);
  g_autofree char *claim = NULL;

  if (decision->part != CS_PART_CLAIMS || unit == CS_NO_INDEX)
    return g_steal_pointer (&words);

  claim = g_strdup_printf (_ ("Claim %u"),
                           cs_draft_get_unit (draft, CS_PART_CLAIMS, unit)->number);

  return g_strdup_printf ("%s · %s", claim, words);
}
