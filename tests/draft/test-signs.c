#include <string.h>

#include "../../src/draft/cs-signs.h"
#include "draft-fixture.h"

/* The reference signs of a draft: "sign=name listed/text/claims", then "!" what is open. */
static char *
dup_signs (const char *const *claims, const char *const *paragraphs)
{
  g_autoptr (CsDraft) draft = draft_fixture_new (claims, paragraphs);
  g_autoptr (CsClaimSet) set = cs_claim_set_new (draft);
  g_autoptr (CsDescription) description = cs_description_new (draft);
  g_autoptr (CsSigns) signs = cs_signs_new (set, description);
  const GArray *entries = cs_signs_get_entries (signs);
  const GArray *brackets = cs_signs_get_brackets (signs);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const CsSignEntry *entry = &g_array_index (entries, CsSignEntry, i);

      g_assert_cmpuint (cs_signs_find (signs, entry->sign), ==, i);
      g_string_append_printf (text, "%s=%s %u/%u/%u; ", entry->sign,
                              entry->name == NULL ? "-" : entry->name, entry->n_listed,
                              entry->n_text, entry->n_claims);
    }
  for (guint i = 0; i < brackets->len; i++)
    {
      g_autofree char *open =
          cs_draft_dup_span_text (draft, &g_array_index (brackets, CsSignBracket, i).span);

      g_string_append_printf (text, "!%s", open);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_signs (const char *claim,
              const char *list,
              const char *text,
              gboolean chinese,
              const char *expected)
{
  const char *const claims[] = { claim, NULL };
  const char *const paragraphs[] = { chinese ? "附图标记说明" : "LIST OF REFERENCE SIGNS", list,
                                     chinese ? "具体实施方式" : "DETAILED DESCRIPTION", text, NULL };
  g_autofree char *found = dup_signs (claims, paragraphs);

  g_test_message ("%s", text);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_lists (void)
{
  assert_signs ("一种泵。", "1——称量料罐；2——补偿器；9——切断阀", "称量料罐1。", TRUE,
                "1=称量料罐 1/1/0; 2=补偿器 1/0/0; 9=切断阀 1/0/0; ");
  assert_signs ("一种泵。", "G1a-液压机，2a4-第八阀门，M1-电动机", "第八阀门2a4与电动机M1。", TRUE,
                "G1a=液压机 1/0/0; 2a4=第八阀门 1/1/0; M1=电动机 1/1/0; ");
  assert_signs ("A pump.", "10 pump\n12a: rotor", "The pump 10 has a rotor 12a.", FALSE,
                "10=pump 1/1/0; 12a=rotor 1/1/0; ");
}

/* Figures, steps, quantities, formulae, claims and dates are none. */
static void
test_no_signs (void)
{
  assert_signs ("一种泵，包括壳体（1）、轴（2）和盖（3）。", "1-壳体；2-轴；3-盖",
                "如图2所示，步骤3，式（1），实施例2，孔3个，长2毫米，比为1:3，2018年3月，S2，约3，0.2，1-3。",
                TRUE, "1=壳体 1/0/1; 2=轴 1/0/1; 3=盖 1/0/1; ");
  assert_signs ("A pump, comprising a casing (1), a shaft (2) and a lid (3).",
                "1 casing\n2 shaft\n3 lid",
                "As FIG. 2 shows, in step 3 of claim 1, table 2, after 3 mm, 1.3 s, in May 2018.",
                FALSE, "1=casing 1/0/1; 2=shaft 1/0/1; 3=lid 1/0/1; ");
}

/* What stands behind its own name is a sign whatever follows; ranges and lists mention all. */
static void
test_mentions (void)
{
  assert_signs ("一种泵。", "1-壳体；2-轴；3-盖；12-孔", "轴2位于壳体1，盖3个别，孔12、3。", TRUE,
                "1=壳体 1/1/0; 2=轴 1/1/0; 3=盖 1/2/0; 12=孔 1/1/0; ");
  assert_signs ("A pump.", "12 plate\n13 plate\n14 plate\n15 bolt",
                "The plates 12 to 14. The plates 12, 13 and 14 are held by a bolt 15.", FALSE,
                "12=plate 1/2/0; 13=plate 1/2/0; 14=plate 1/2/0; 15=bolt 1/1/0; ");
}

static void
test_unlisted (void)
{
  assert_signs ("一种泵，包括外壳体（1）和轴（2）。", "", "将外壳体1装上，轴2与外壳体1。", TRUE,
                "1=外壳体 0/2/1; 2=轴 0/1/1; ");
  assert_signs ("一种泵。", "1-壳体；2-轴；3-盖", "壳体1、轴2和盖3，叶轮4，叶轮4，轴8。", TRUE,
                "1=壳体 1/1/0; 2=轴 1/1/0; 3=盖 1/1/0; 4=叶轮 0/2/0; 8=- 0/1/0; ");
}

static void
test_brackets (void)
{
  assert_signs ("一种泵，包括壳体（1）、轴（2，所述轴（2）转动。", "1-壳体；2-轴", "壳体1、轴2。",
                TRUE, "1=壳体 1/1/1; 2=轴 1/1/1; !（2");
  assert_signs ("A pump (1, having a shaft (2).", "1 pump\n2 shaft", "The pump 1, the shaft 2.",
                FALSE, "1=pump 1/1/0; 2=shaft 1/1/1; !(1");
}

static CsSignMention
get_last (const CsSigns *signs)
{
  const GArray *mentions = cs_signs_get_mentions (signs);

  g_assert_cmpuint (mentions->len, >, 0);

  return g_array_index (mentions, CsSignMention, mentions->len - 1);
}

/* A mention tells whose name stands before it. */
static void
test_names (void)
{
  const char *const claims[] = { "一种泵。", NULL };
  const char *const paragraphs[] = { "附图标记说明", "1-壳体；2-轴", "具体实施方式",
                                     "轴2转动，轴1转动。", NULL };
  g_autoptr (CsDraft) draft = draft_fixture_new (claims, paragraphs);
  g_autoptr (CsClaimSet) set = cs_claim_set_new (draft);
  g_autoptr (CsDescription) description = cs_description_new (draft);
  g_autoptr (CsSigns) signs = cs_signs_new (set, description);
  CsSignMention mention = get_last (signs);

  g_assert_cmpuint (mention.entry, ==, 0);
  g_assert_cmpuint (mention.names, ==, 1);
  g_assert_true (mention.exact);
  g_assert_false (mention.agrees);
  g_assert_false (mention.bracketed);
}

/* Any text gives an answer, and soon. */
static void
test_strange (void)
{
  static const char *const units[] = { "泵1", "（1", "1）", "(1,", "泵1、2、", "a 1 ", "pumps 1 to 2 ",
                                       "\xEF\xBF\xBC", "𠀀1", "1", "A1b2'", "-1", "图1" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const char *const claims[] = { "一种泵，包括泵（1）和阀（2）。", NULL };
      const char *paragraphs[] = { NULL, NULL };
      g_autofree char *found = NULL;

      for (guint k = 0; k < 20000; k++)
        g_string_append (text, units[i]);
      paragraphs[0] = text->str;
      found = dup_signs (claims, paragraphs);
      g_assert_nonnull (found);
    }
}

static void
test_empty (void)
{
  const char *const none[] = { NULL };
  g_autofree char *found = dup_signs (none, none);

  g_assert_cmpstr (found, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/signs/lists", test_lists);
  g_test_add_func ("/draft/signs/none", test_no_signs);
  g_test_add_func ("/draft/signs/mentions", test_mentions);
  g_test_add_func ("/draft/signs/unlisted", test_unlisted);
  g_test_add_func ("/draft/signs/brackets", test_brackets);
  g_test_add_func ("/draft/signs/names", test_names);
  g_test_add_func ("/draft/signs/strange", test_strange);
  g_test_add_func ("/draft/signs/empty", test_empty);
  return g_test_run ();
}
