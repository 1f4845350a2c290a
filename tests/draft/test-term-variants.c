#include <string.h>

#include "../../src/draft/cs-term-variants.h"
#include "draft-fixture.h"

#define MAX_TEXTS 6

/* Claims, paragraphs, and what is found in them: "kind name>known", or nothing. */
typedef struct
{
  const char *what;
  const char *claims[MAX_TEXTS];
  const char *description[MAX_TEXTS];
  const char *expected;
} Case;

static const char *const kinds[] = { "sign", "name", "misspelt" };

static char *
dup_found (const char *const *texts, const char *const *paragraphs)
{
  g_autoptr (CsDraft) draft = draft_fixture_new (texts, paragraphs);
  g_autoptr (CsClaimSet) claims = cs_claim_set_new (draft);
  g_autoptr (CsDescription) description = cs_description_new (draft);
  g_autoptr (CsTerms) terms = cs_terms_new (claims, description, NULL);
  g_autoptr (GArray) found = cs_term_variants_find (claims, description, terms);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const CsTermVariant *variant = &g_array_index (found, CsTermVariant, i);
      g_autofree char *marked = cs_draft_dup_span_text (draft, &variant->where);

      g_assert_cmpstr (marked, ==, variant->name);
      g_string_append_printf (text, "%s%s %s>%s", i == 0 ? "" : "; ", kinds[variant->kind],
                              variant->name, variant->known);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_cases (const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *found = dup_found (cases[i].claims, cases[i].description);

      if (strcmp (found, cases[i].expected) != 0)
        {
          g_test_message ("%s: found '%s', not '%s'", cases[i].what, found, cases[i].expected);
          g_test_fail ();
        }
    }
}

/* --- signs --- */

static const Case signs[] = {
  { "another name",
    { "一种锁具，包括壳体（1）和锁止杆（2）。" },
    { "锁止杆2设于壳体1内。通电时锁定杆2缩回。" },
    "sign 锁定杆>锁止杆" },
  { "another name whose sign is the last of the text",
    { "一种锁具，包括壳体（1）和锁止杆（2）。" },
    { "锁止杆2设于壳体1内。", "锁止杆2缩回时，通电的是锁定杆2" },
    "sign 锁定杆>锁止杆" },
  { "a short form",
    { "一种发动机，包括缸盖（1）和进气阀（2），所述阀（2）由钢制成。" },
    { "进气阀2设于缸盖1上，阀2由钢制成。" },
    "" },
  { "more words for it",
    { "一种发动机，包括缸盖（1）和进气阀（2）。" },
    { "进气阀2设于缸盖1上，第一进气阀2由钢制成。" },
    "" },
  { "a number with a unit is no sign",
    { "一种泵，包括壳体（1）和叶轮（2）。" },
    { "叶轮2设于壳体1内，水深2米。壳体1的高度2毫米。" },
    "" },
  { "two names in the claims",
    { "一种分离器，包括壳体（1）和排砂口（6），所述排砂口（6）设于所述壳体（1）。",
      "根据权利要求1所述的分离器，排沙孔（6）设有盖。" },
    { NULL },
    "sign 排沙孔>排砂口" },
  { "English, another head",
    { "A latch (1), comprising a housing (2) and a locking pawl (3)." },
    { "The housing 2 holds the locking pawl 3. The locking catch 3 is lifted." },
    "sign locking catch>locking pawl" },
  { "English, short, plural, with an ordinal",
    { "A drive (1), comprising a housing (2) and a guide wheel (3)." },
    { "The housing 2 holds the guide wheel 3. The wheel 3 turns. The first guide wheels 3 turn." },
    "" },
  { "English, a word for anything",
    { "A drive (1), comprising a housing (2) and a guide wheel (3)." },
    { "The housing 2 holds the guide wheel 3. The rotating element 3 is made of steel." },
    "" },
  { "a sign within a name of the table",
    { "A drive (1), comprising a base frame (11) and a side plate (12)." },
    { "List of reference signs", "11 base frame (12)", "12 first (11) side plate (12)",
      "The base frame 11 holds the side plate 12." },
    "" },
  { "English, numbers that are no signs",
    { "A drive (1), comprising a housing (2) and a guide wheel (3)." },
    { "The housing 2 holds the guide wheel 3. A gap of 3 mm, a force 3 times as big, FIG. 3." },
    "" },
};

static void
test_signs (void)
{
  assert_cases (signs, G_N_ELEMENTS (signs));
}

/* --- names --- */

static const Case names[] = {
  { "a word for the same",
    { "一种涂料，包括固化促进剂，所述固化促进剂为咪唑。" },
    { "称取固化促进剂。随后加入固化加速剂。" },
    "name 固化加速剂>固化促进剂" },
  { "the same words around it",
    { "一种变电站，包括变流器，控制器获取所述变流器的输出功率。" },
    { "变流器接入电网。控制器获取换流器的输出功率。" },
    "name 换流器>变流器" },
  { "an opposite",
    { "一种泵，包括进水管，所述进水管由钢制成，所述进水管弯曲。" },
    { "进水管伸入水中。出水管由钢制成。" },
    "" },
  { "an ordinal",
    { "一种泵，包括第一叶轮，所述第一叶轮由钢制成。" },
    { "第一叶轮转动。第二叶轮由钢制成。" },
    "" },
  { "beside each other",
    { "一种电路，包括电压变换器，所述电压变换器接地。" },
    { "电压变换器与电压转换器并联。电压变换器接地。" },
    "" },
  { "often named",
    { "一种电路，包括电压变换器，所述电压变换器接地，所述电压变换器发热。" },
    { "电压转换器接地。电压转换器发热。电压转换器需要冷却。" },
    "" },
  { "English, a word for the same",
    { "A paint, comprising a curing catalyst, wherein the curing catalyst is an acid." },
    { "The curing catalyst is added last. The hardening catalyst does not react." },
    "name hardening catalyst>curing catalyst" },
  { "English, an opposite",
    { "A pump, comprising an inlet valve, wherein the inlet valve is closed." },
    { "The inlet valve is made of steel. The outlet valve is made of steel." },
    "" },
  { "English, something else",
    { "A pump, comprising a pressure sensor, wherein the pressure sensor is sealed." },
    { "The pressure sensor is small. The smoke sensor is large." },
    "" },
};

static void
test_names (void)
{
  assert_cases (names, G_N_ELEMENTS (names));
}

/* --- slips --- */

static const Case slips[] = {
  { "a character that sounds so",
    { "一种铰链，包括滑动板，所述滑动板由钢制成。" },
    { "滑动板上设有通孔。划动板可以拆卸。" },
    "misspelt 划动板>滑动板" },
  { "a letter",
    { "A recorder, comprising an identification unit, wherein the identification unit is small." },
    { "The identification unit reads. The identification unit writes.",
      "The indentification unit is ready." },
    "misspelt indentification>identification" },
  { "the number and the capital are kept",
    { "A valve, comprising a membrane and membranes, wherein the membrane bends." },
    { "A membrane bends. The membranes are thin. Membrnes are cheap." },
    "misspelt Membrnes>Membranes" },
  { "another word with the words around it",
    { "A display, comprising a storage capacitor, wherein the storage capacitor is flat." },
    { "The storage capacitor is connected to a gate line of the display by a via.",
      "The stage capacitor is connected to a gate line of the display by a via." },
    "misspelt stage>storage" },
  { "another spelling",
    { "A paint, comprising a color pigment, wherein the color pigment is red." },
    { "The color pigment is ground. The colour pigment is ground. The color pigment is fine." },
    "" },
  { "another substance",
    { "A process, comprising adding propanoic acid, wherein the propanoic acid is pure." },
    { "The propanoic acid is added. The propanoic acid is stirred. Then propenoic acid is made." },
    "" },
  { "a proper name",
    { "A device, comprising a heater, wherein the heater is flat, the heater is round." },
    { "The heater is hot. The heater is new. It was built by Heatter in a shed." },
    "" },
};

static void
test_slips (void)
{
  assert_cases (slips, G_N_ELEMENTS (slips));
}

/* --- whatever the text --- */

static char *
dup_repeated (const char *text, guint n)
{
  g_autoptr (GString) repeated = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (repeated, text);

  return g_string_free (g_steal_pointer (&repeated), FALSE);
}

/* Texts made to be slow or strange: what is found does not matter, only that it ends. */
static void
test_strange (void)
{
  static const char *const units[] = {
    "所述",
    "板",
    "滑动板",
    "滑动扳",
    "所述滑动板（1）",
    "(1",
    "1)1",
    "a",
    "the pump 1 ",
    "pump (1) ",
    "\xEF\xBF\xBC",
    "𠀀",
    "-",
    "a-a-",
    "the the ",
    "滑 动 板。",
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    for (guint k = 0; k < G_N_ELEMENTS (units); k++)
      {
        g_autofree char *claim = dup_repeated (units[i], 2000);
        g_autofree char *paragraph = dup_repeated (units[k], 20000);
        const char *const claims[] = { "一种泵，包括滑动板（1），所述滑动板（1）。", claim, NULL };
        const char *const paragraphs[] = { paragraph, NULL };
        g_autofree char *found = dup_found (claims, paragraphs);

        g_assert_nonnull (found);
      }
}

static void
test_empty (void)
{
  const char *const none[] = { NULL };
  g_autofree char *found = dup_found (none, none);

  g_assert_cmpstr (found, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/term-variants/signs", test_signs);
  g_test_add_func ("/draft/term-variants/names", test_names);
  g_test_add_func ("/draft/term-variants/slips", test_slips);
  g_test_add_func ("/draft/term-variants/strange", test_strange);
  g_test_add_func ("/draft/term-variants/empty", test_empty);

  return g_test_run ();
}
