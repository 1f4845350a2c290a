#include "offices.h"

GPtrArray *
read_seed (const char *name, const char *language)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("G_TEST_SRCDIR"), "fuzz", "seeds", "xml", name, NULL);

  return read_all_in (path, language);
}

void
assert_runs (const CsDraft *draft, CsPart part, CsRunStyle style, const char *expected)
{
  g_autoptr (GString) covered = g_string_new (NULL);
  const CsText *text = draft->texts[part];
  guint n_runs;
  const CsRun *runs = cs_text_get_runs (text, &n_runs);

  for (guint i = 0; i < n_runs; i++)
    {
      if (runs[i].style != style)
        continue;
      if (covered->len > 0)
        g_string_append_c (covered, '|');
      g_string_append_len (covered, cs_text_get_string (text) + runs[i].start,
                           runs[i].end - runs[i].start);
    }

  g_assert_cmpstr (covered->str, ==, expected);
}

void
assert_note (const CsDraft *draft, const char *code, const char *detail)
{
  const CsReadNote *found = NULL;

  g_assert_cmpuint (count_notes (draft, code), ==, 1);
  for (guint i = 0; i < draft->notes->len; i++)
    if (g_str_equal (g_array_index (draft->notes, CsReadNote, i).code, code))
      found = &g_array_index (draft->notes, CsReadNote, i);
  g_assert_cmpstr (found->detail, ==, detail);
}

void
assert_names (char *const *names, const char *expected)
{
  g_autofree char *joined = g_strjoinv ("|", (char **)names);

  g_assert_cmpstr (joined, ==, expected);
}

void
assert_priority (const CsDraft *draft, guint index, const char *expected)
{
  const CsPriorityClaim *priority;
  g_autofree char *joined = NULL;

  g_assert_cmpuint (index, <, draft->request->priorities->len);
  priority = &g_array_index (draft->request->priorities, CsPriorityClaim, index);
  joined = g_strjoin (" ", priority->country, priority->number, priority->date, NULL);
  g_assert_cmpstr (joined, ==, expected);
}
