#include "cs-plain-claims.h"

#include "../../draft/cs-claim-split.h"

/* "6. 8. The method": the claim bears two numbers. "4-6." is one range. */
static gboolean
is_double_number (const char *number, gsize n_bytes)
{
  guint n_numbers = 0;

  for (gsize i = 0; i < n_bytes; i++)
    {
      if (number[i] == '-')
        return FALSE;
      n_numbers += g_ascii_isdigit (number[i]) && (i == 0 || !g_ascii_isdigit (number[i - 1]));
    }

  return n_numbers > 1;
}

static void
note_number (CsDraftBuilder *builder, const char *string, const CsUnit *unit, guint index)
{
  CsSpan span = { .part = CS_PART_CLAIMS, .index = index };
  const char *number = string + unit->number_start;
  gsize n_bytes = unit->start - unit->number_start;

  if (is_double_number (number, n_bytes))
    {
      g_autofree char *printed = g_strndup (number, n_bytes);

      cs_draft_builder_add_note_at (builder, "double-number", g_strstrip (printed), &span, 0);
    }
}

void
cs_plain_claims_add (CsDraftBuilder *builder, const CsText *claims)
{
  CsTextBuilder *text = cs_draft_builder_get_text (builder, CS_PART_CLAIMS);
  const char *string = cs_text_get_string (claims);
  gsize n_bytes = cs_text_get_n_bytes (claims);
  g_autoptr (GArray) units = cs_claim_split_all (string, n_bytes);

  cs_text_builder_append_text (text, claims, 0, n_bytes);
  for (guint i = 0; i < units->len; i++)
    {
      const CsUnit *unit = &g_array_index (units, CsUnit, i);

      cs_draft_builder_add_unit (builder, CS_PART_CLAIMS, unit);
      note_number (builder, string, unit, i);
    }
}
