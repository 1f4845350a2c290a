#include <string.h>

#include "../../src/draft/cs-draft-builder.h"
#include "draft-fixture.h"

static void
add_unit (CsDraftBuilder *builder, CsPart part, CsUnitKind kind, guint number, const char *text)
{
  cs_draft_builder_begin_unit (builder, part, kind);
  if (number > 0)
    {
      g_autofree char *printed = g_strdup_printf ("%u. ", number);

      cs_text_builder_append (cs_draft_builder_get_text (builder, part), printed, strlen (printed));
      cs_draft_builder_set_unit_number (builder, part, number);
    }
  cs_text_builder_append (cs_draft_builder_get_text (builder, part), text, strlen (text));
  cs_draft_builder_end_unit (builder, part);
}

CsDraft *
draft_fixture_new (const char *const *claims, const char *const *description)
{
  CsDraftBuilder *builder = cs_draft_builder_new ("fixture.txt", 0, "text");
  g_autoptr (GError) error = NULL;
  CsDraft *draft;

  for (guint i = 0; claims[i] != NULL; i++)
    add_unit (builder, CS_PART_CLAIMS, CS_UNIT_CLAIM, i + 1, claims[i]);
  for (guint i = 0; description != NULL && description[i] != NULL; i++)
    add_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_PARAGRAPH, 0, description[i]);

  draft = cs_draft_builder_end (builder, &error);
  g_assert_no_error (error);

  return draft;
}
