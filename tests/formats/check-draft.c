#include <string.h>

#include "check-draft.h"

static void
check_characters (const char *string, gsize n_bytes, guint n_objects)
{
  guint n_object_characters = 0;

  g_assert_cmpuint (strlen (string), ==, n_bytes);
  g_assert_true (g_utf8_validate (string, n_bytes, NULL));
  for (const char *at = string; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_assert_true (c >= 0x20 || c == '\n' || c == '\t');
      g_assert_true (c != 0x2028 && c != 0x2029 && c != 0x7f);
      n_object_characters += c == 0xfffc;
    }
  g_assert_cmpuint (n_object_characters, ==, n_objects);
}

static void
check_text (const CsText *text)
{
  gsize n_bytes = cs_text_get_n_bytes (text);
  guint n_runs;
  guint n_objects;
  const CsRun *runs = cs_text_get_runs (text, &n_runs);
  const CsInlineObject *objects = cs_text_get_objects (text, &n_objects);

  check_characters (cs_text_get_string (text), n_bytes, n_objects);
  for (guint i = 0; i < n_runs; i++)
    {
      g_assert_cmpuint (runs[i].start, <, runs[i].end);
      g_assert_cmpuint (runs[i].end, <=, n_bytes);
    }
  for (guint i = 0; i < n_objects; i++)
    {
      g_assert_true (g_str_has_prefix (cs_text_get_string (text) + objects[i].at,
                                       CS_OBJECT_CHARACTER));
      g_assert_true (objects[i].preview == NULL || strpbrk (objects[i].preview, "/\\") == NULL);
    }
}

static void
check_units (const CsDraft *draft, CsPart part)
{
  gsize n_bytes = draft->texts[part] == NULL ? 0 : cs_text_get_n_bytes (draft->texts[part]);
  gsize at = 0;

  for (guint i = 0; i < cs_draft_get_n_units (draft, part); i++)
    {
      const CsUnit *unit = cs_draft_get_unit (draft, part, i);

      g_assert_cmpuint (at, <=, unit->number_start);
      g_assert_cmpuint (unit->number_start, <=, unit->start);
      g_assert_cmpuint (unit->start, <=, unit->end);
      g_assert_cmpuint (unit->end, <=, n_bytes);
      at = unit->end;
    }
}

void
check_draft (const CsDraft *draft)
{
  g_assert_nonnull (draft->id);
  g_assert_nonnull (draft->language);
  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      if (draft->texts[part] != NULL)
        check_text (draft->texts[part]);
      check_units (draft, part);
    }
  for (guint i = 0; i < draft->notes->len; i++)
    {
      const CsReadNote *note = &g_array_index (draft->notes, CsReadNote, i);
      g_autofree char *marked = cs_draft_dup_span_text (draft, &note->span);

      g_assert_nonnull (marked);
      g_assert_true (note->detail == NULL || g_utf8_validate (note->detail, -1, NULL));
    }
  for (guint i = 0; i < draft->figures->len; i++)
    g_assert_nonnull (g_array_index (draft->figures, CsFigure, i).label);
}
