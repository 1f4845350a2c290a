#include "cs-plain-claims.h"

#include "../base/cs-limits.h"
#include "../draft/cs-claim-split.h"

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
add_claim (CsDraftBuilder *builder, const char *string, const CsUnit *unit)
{
  CsTextBuilder *text = cs_draft_builder_get_text (builder, CS_PART_CLAIMS);
  const char *number = string + unit->number_start;
  gsize n_number = unit->start - unit->number_start;

  cs_draft_builder_begin_unit (builder, CS_PART_CLAIMS, CS_UNIT_CLAIM);
  cs_text_builder_append (text, number, n_number);
  cs_draft_builder_set_unit_number (builder, CS_PART_CLAIMS, unit->number);
  if (is_double_number (number, n_number))
    {
      g_autofree char *printed = g_strndup (number, n_number);

      cs_draft_builder_add_note (builder, "double-number", g_strstrip (printed), CS_PART_CLAIMS, 0);
    }
  cs_text_builder_append (text, string + unit->start, unit->end - unit->start);
  cs_draft_builder_end_unit (builder, CS_PART_CLAIMS);
}

void
cs_plain_claims_add (CsDraftBuilder *builder, const GString *lines)
{
  CsTextBuilder *text = cs_draft_builder_get_text (builder, CS_PART_CLAIMS);
  CsTextBuilder *cleaner = cs_text_builder_new ();
  g_autoptr (CsText) clean = NULL;
  g_autoptr (GArray) claims = NULL;
  const char *string;
  gsize at = 0;

  cs_text_builder_append (cleaner, lines->str, lines->len);
  clean = cs_text_builder_end (cleaner);
  string = cs_text_get_string (clean);
  claims = cs_claim_split_all (string, cs_text_get_n_bytes (clean));
  for (guint i = 0; i < claims->len; i++)
    {
      const CsUnit *unit = &g_array_index (claims, CsUnit, i);

      cs_text_builder_append (text, string + at, unit->number_start - at);
      add_claim (builder, string, unit);
      at = unit->end;
    }
  cs_text_builder_append (text, string + at, cs_text_get_n_bytes (clean) - at);
  if (lines->len > CS_MAX_PART_BYTES)
    cs_text_builder_append (text, lines->str, lines->len); /* breaks the limit */
}
