#include <string.h>

#include "../../src/draft/cs-claim-ref.h"

/* The claims of @refs as the tables write them: "1-3,5", "-" for none. */
static char *
dup_refs (const CsClaimRefs *refs, guint claim)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree guint8 *named = g_new0 (guint8, claim + 1);

  for (guint i = 0; i < refs->refs->len; i++)
    {
      const CsClaimRef *ref = &g_array_index (refs->refs, CsClaimRef, i);

      for (guint n = ref->first; n <= MIN (ref->last, claim); n++)
        named[n] = TRUE;
    }

  for (guint n = 1; n <= claim; n++)
    {
      guint last = n;

      if (!named[n])
        continue;
      while (last < claim && named[last + 1])
        last++;
      g_string_append_printf (list, "%s%u", list->len == 0 ? "" : ",", n);
      if (last > n)
        g_string_append_printf (list, "-%u", last);
      n = last;
    }

  return g_strdup (list->len == 0 ? "-" : list->str);
}

static void
check_table (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "draft", name, NULL);
  g_autofree char *table = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_forms = 0;

  g_assert_true (g_file_get_contents (path, &table, NULL, NULL));
  lines = g_strsplit (table, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 3);
      g_autoptr (CsClaimRefs) refs = NULL;
      g_autofree char *found = NULL;
      guint claim;

      if (lines[i][0] == '#' || g_strv_length (cells) != 3)
        continue;
      claim = g_ascii_strtoull (cells[0], NULL, 10);
      refs = cs_claim_refs_scan (cells[1], strlen (cells[1]), claim);
      found = dup_refs (refs, claim);
      if (strcmp (found, cells[2]) != 0)
        {
          g_test_message ("%s:%u: '%s' gives %s, not %s", name, i + 1, cells[1], found, cells[2]);
          g_test_fail ();
        }
      n_forms++;
    }
  g_assert_cmpuint (n_forms, >, 60);
}

static void
test_forms_chinese (void)
{
  check_table ("refs.zh");
}

static void
test_forms_english (void)
{
  check_table ("refs.en");
}

static const CsRefGroup *
group_of (const CsClaimRefs *refs, guint i)
{
  g_assert_cmpuint (i, <, refs->groups->len);

  return &g_array_index (refs->groups, CsRefGroup, i);
}

static void
assert_list (const char *text, CsRefList expected)
{
  g_autoptr (CsClaimRefs) refs = cs_claim_refs_scan (text, strlen (text), 9);

  g_test_message ("%s", text);
  g_assert_cmpint (group_of (refs, 0)->list, ==, expected);
}

static void
test_lists (void)
{
  assert_list ("根据权利要求1所述的泵", CS_REF_LIST_SINGLE);
  assert_list ("根据权利要求1或2所述的泵", CS_REF_LIST_ALTERNATIVE);
  assert_list ("根据权利要求1和2所述的泵", CS_REF_LIST_CUMULATIVE);
  assert_list ("根据权利要求1和2中任一项所述的泵", CS_REF_LIST_ALTERNATIVE);
  assert_list ("根据权利要求1-3所述的泵", CS_REF_LIST_BARE);
  assert_list ("根据权利要求1到6中的任一项所述的泵", CS_REF_LIST_ALTERNATIVE);
  assert_list ("根据权利要求2以及11～14中任一项所述的泵", CS_REF_LIST_ALTERNATIVE);
  assert_list ("根据权利要求1-2之任一项所述的泵", CS_REF_LIST_ALTERNATIVE);
  assert_list ("根据前述权利要求中任一项所述的泵", CS_REF_LIST_ALTERNATIVE);
  assert_list ("The pump of claim 1", CS_REF_LIST_SINGLE);
  assert_list ("The pump of claims 1 and 2", CS_REF_LIST_CUMULATIVE);
  assert_list ("The pump of any one of claims 1 and 2", CS_REF_LIST_ALTERNATIVE);
  assert_list ("The pump of claims 1-3", CS_REF_LIST_BARE);
  assert_list ("The pump of claims 1, 2 or 3", CS_REF_LIST_ALTERNATIVE);
  assert_list ("The pump of any preceding claim", CS_REF_LIST_ALTERNATIVE);
  assert_list ("The pump of all preceding claims", CS_REF_LIST_CUMULATIVE);
}

static void
assert_phrase (const char *text, const char *expected, gboolean misprint)
{
  g_autoptr (CsClaimRefs) refs = cs_claim_refs_scan (text, strlen (text), 9);
  const CsRefGroup *group = group_of (refs, 0);
  g_autofree char *phrase = g_strndup (text + group->start, group->end - group->start);

  g_assert_cmpstr (phrase, ==, expected);
  g_assert_cmpint (group->misprint, ==, misprint);
}

static void
test_phrases (void)
{
  assert_phrase ("根据权利要求１至３中任一项所述的泵", "根据权利要求１至３中任一项", FALSE);
  assert_phrase ("一种系统，包括如权利要求1所述的泵", "如权利要求1", FALSE);
  assert_phrase ("根据权要求2所述的泵", "根据权要求2", TRUE);
  assert_phrase ("根据权利要求根据权利要求7所述的泵", "根据权利要求根据权利要求7", TRUE);
  assert_phrase ("The pump as claimed in any one of claims 1 to 3, wherein",
                 "as claimed in any one of claims 1 to 3", FALSE);
}

static void
test_groups_are_conjunctive (void)
{
  static const char text[] = "一种系统，包括权利要求1-3任一所述的发送端和权利要求4-6任一所述的接收端";
  g_autoptr (CsClaimRefs) refs = cs_claim_refs_scan (text, strlen (text), 9);

  g_assert_cmpuint (refs->groups->len, ==, 2);
  g_assert_cmpint (group_of (refs, 1)->list, ==, CS_REF_LIST_ALTERNATIVE);
}

static void
assert_unreadable (const char *text, const char *expected)
{
  g_autoptr (CsClaimRefs) refs = cs_claim_refs_scan (text, strlen (text), 9);
  CsRange range = refs->unreadable;
  g_autofree char *found = g_strndup (text + range.start, range.end - range.start);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_unreadable (void)
{
  assert_unreadable ("根据前面所述的泵，其特征在于", "根据前面所述");
  assert_unreadable ("如权利所述的泵，其特征在于", "如权利所述");
  assert_unreadable ("The device as claimed, wherein", "as claimed");
  assert_unreadable ("根据权利要求1所述的泵，其特征在于", "");
  assert_unreadable ("一种泵，其特征在于，根据压力控制所述叶轮", "");
  assert_unreadable ("A device comprising a claimed pump", "");
}

/* Total and bounded: junk, cut characters' worth of anchors, huge numbers. */
static void
test_hostile (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (CsClaimRefs) refs = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, i % 2 == 0 ? "权利要求1至99999、" : "claims 1 to 99999, ");
  refs = cs_claim_refs_scan (text->str, text->len, 10000);
  g_assert_cmpuint (refs->refs->len, <=, 20000);

  for (guint i = 0; i < refs->refs->len; i++)
    {
      const CsClaimRef *ref = &g_array_index (refs->refs, CsClaimRef, i);

      g_assert_cmpuint (ref->start, <, ref->end);
      g_assert_cmpuint (ref->end, <=, text->len);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/claim-ref/forms-chinese", test_forms_chinese);
  g_test_add_func ("/draft/claim-ref/forms-english", test_forms_english);
  g_test_add_func ("/draft/claim-ref/lists", test_lists);
  g_test_add_func ("/draft/claim-ref/phrases", test_phrases);
  g_test_add_func ("/draft/claim-ref/groups-are-conjunctive", test_groups_are_conjunctive);
  g_test_add_func ("/draft/claim-ref/unreadable", test_unreadable);
  g_test_add_func ("/draft/claim-ref/hostile", test_hostile);

  return g_test_run ();
}
