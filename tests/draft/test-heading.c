#include <string.h>

#include "../../src/draft/cs-heading.h"

static void
assert_heading (const char *line, CsHeading expected, gboolean expected_standard)
{
  gboolean standard = FALSE;
  CsHeading heading = cs_heading_scan (line, strlen (line), &standard);

  g_assert_cmpint (heading, ==, expected);
  if (heading != CS_HEADING_NONE)
    g_assert_cmpint (standard, ==, expected_standard);
}

static void
test_chinese (void)
{
  assert_heading ("技术领域", CS_HEADING_FIELD, TRUE);
  assert_heading ("【技术领域】", CS_HEADING_FIELD, TRUE);
  assert_heading ("一、技术领域：", CS_HEADING_FIELD, TRUE);
  assert_heading ("[0001] 背景技术", CS_HEADING_BACKGROUND, TRUE);
  assert_heading ("实用新型内容", CS_HEADING_SUMMARY, TRUE);
  assert_heading ("所属技术领域", CS_HEADING_FIELD, FALSE);
  assert_heading ("具体实施例", CS_HEADING_EMBODIMENTS, FALSE);
  assert_heading ("附图说明", CS_HEADING_FIGURES, TRUE);
  assert_heading ("权 利 要 求 书", CS_HEADING_CLAIMS, TRUE);
  assert_heading ("说　明　书　摘　要", CS_HEADING_ABSTRACT, TRUE);
  assert_heading ("说明书附图", CS_HEADING_DRAWINGS, TRUE);
}

static void
test_english (void)
{
  assert_heading ("BACKGROUND OF THE INVENTION", CS_HEADING_BACKGROUND, TRUE);
  assert_heading ("Brief Description of the Drawings", CS_HEADING_FIGURES, TRUE);
  assert_heading ("BRIEF DESCRIPTION OF THE SEVERAL VIEWS OF THE DRAWINGS",
                  CS_HEADING_FIGURES, TRUE);
  assert_heading ("DETAILED DESCRIPTION OF THE PREFERRED EMBODIMENTS",
                  CS_HEADING_EMBODIMENTS, TRUE);
  assert_heading ("What is claimed is:", CS_HEADING_CLAIMS, TRUE);
  assert_heading ("I claim:", CS_HEADING_CLAIMS, TRUE);
  assert_heading ("ABSTRACT OF THE DISCLOSURE", CS_HEADING_ABSTRACT, TRUE);
  assert_heading ("1. Field of the Invention", CS_HEADING_FIELD, TRUE);
  assert_heading ("CROSS-REFERENCE TO RELATED APPLICATIONS", CS_HEADING_CROSS_REFERENCE, TRUE);
}

static void
test_running_text (void)
{
  assert_heading ("本发明涉及技术领域", CS_HEADING_NONE, FALSE);
  assert_heading ("技术领域是指", CS_HEADING_NONE, FALSE);
  assert_heading ("The background is dark.", CS_HEADING_NONE, FALSE);
  assert_heading ("", CS_HEADING_NONE, FALSE);
  assert_heading ("：", CS_HEADING_NONE, FALSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/heading/chinese", test_chinese);
  g_test_add_func ("/draft/heading/english", test_english);
  g_test_add_func ("/draft/heading/running-text", test_running_text);

  return g_test_run ();
}
