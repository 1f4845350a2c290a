/* What one begins with has its headings right by the checklists that come with the program. */

#include <string.h>

#include "../../src/draft/cs-draft-compose.h"
#include "../../src/exam/cs-check.h"
#include "../../src/exam/cs-exam.h"

typedef struct
{
  const char *name;
  CsOffice office;
  CsRightType type;
  const char *language;
  const char *checklist;
  const char *headings;
} Case;

static const Case cases[] = {
  { "cn-zh", CS_OFFICE_CN, CS_TYPE_INVENTION, "zh", "cn-invention",
    "技术领域|背景技术|发明内容|附图说明|具体实施方式" },
  { "cn-model-zh", CS_OFFICE_CN, CS_TYPE_UTILITY_MODEL, "zh", "cn-invention",
    "技术领域|背景技术|实用新型内容|附图说明|具体实施方式" },
  { "cn-en", CS_OFFICE_CN, CS_TYPE_INVENTION, "en", "cn-invention", "Technical Field|" },
  { "cn-model-en", CS_OFFICE_CN, CS_TYPE_UTILITY_MODEL, "en", "cn-invention", "Technical Field|" },
  { "us-en", CS_OFFICE_US, CS_TYPE_INVENTION, "en", "us", "CROSS-REFERENCE TO RELATED " },
  { "us-zh", CS_OFFICE_US, CS_TYPE_INVENTION, "zh", "us", "背景技术|" },
  { "ep-en", CS_OFFICE_EP, CS_TYPE_INVENTION, "en", "us", "Technical Field|Background Art|" },
  { "ep-zh", CS_OFFICE_EP, CS_TYPE_INVENTION, "zh", "us", "技术领域|" },
  { "pct-en", CS_OFFICE_PCT, CS_TYPE_INVENTION, "en", "us", "Technical Field|Background Art|" },
  { "pct-zh", CS_OFFICE_PCT, CS_TYPE_INVENTION, "zh", "us", "技术领域|背景技术|" },
};

static char *
dup_headings (const CsDraft *draft)
{
  GString *headings = g_string_new (NULL);

  for (guint i = 0; i < cs_draft_get_n_units (draft, CS_PART_DESCRIPTION); i++)
    {
      gsize n_bytes;
      const char *text = cs_draft_get_unit_text (draft, CS_PART_DESCRIPTION, i, &n_bytes);

      g_assert_cmpint (cs_draft_get_unit (draft, CS_PART_DESCRIPTION, i)->kind, ==,
                       CS_UNIT_HEADING);
      if (i > 0)
        g_string_append_c (headings, '|');
      g_string_append_len (headings, text, n_bytes);
    }

  return g_string_free (headings, FALSE);
}

/* An empty section is to be written; a wrong one would be the template's fault. */
static void
test_headings (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (CsDraft) draft = cs_draft_new_template (test->office, test->type, test->language);
  g_autofree char *headings = dup_headings (draft);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsChecklist) checklist = cs_checklist_load (test->checklist, &error);
  g_autoptr (CsExamResult) result = NULL;
  guint n_sections = 0;

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (headings, test->headings));
  g_assert_cmpstr (draft->language, ==, test->language);
  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_CLAIMS), ==, 1);
  g_assert_cmpuint (cs_draft_get_unit (draft, CS_PART_CLAIMS, 0)->number, ==, 1);
  g_assert_true (draft->complete);

  result = cs_exam_run (draft, &checklist, 1, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < result->findings->len; i++)
    {
      const CsFinding *finding = &g_array_index (result->findings, CsFinding, i);

      if (g_strcmp0 (finding->item->check->name, "sections") != 0)
        continue;
      g_test_message ("%s: %s", finding->item->id, finding->report->rule);
      g_assert_cmpstr (finding->report->rule, ==, "empty");
      n_sections++;
    }
  /* a checklist looks at the sections in its own language */
  if (g_str_equal (test->checklist, "us") == g_str_equal (test->language, "en"))
    g_assert_cmpuint (n_sections, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/template/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_headings);
    }

  return g_test_run ();
}
