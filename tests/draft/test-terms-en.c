#include <string.h>

#include "../../src/draft/cs-terms.h"
#include "draft-fixture.h"

/* Claims side by side with what is said of their references. A table of claims ends with NULL. What
 * is expected is one line for each reference worse than found, "claim: term basis", in the order of
 * the text, with "implicit" left out unless asked for. */

#define MAX_CLAIMS 6

typedef struct
{
  const char *claims[MAX_CLAIMS];
  const char *expected;
} Case;

static CsTerms *
analyse (const char *const *claims, const CsTermList *list)
{
  g_autoptr (CsDraft) draft = draft_fixture_new (claims, NULL);
  g_autoptr (CsClaimSet) set = cs_claim_set_new (draft);
  CsDescription *description = cs_description_new (draft);
  CsTerms *terms = cs_terms_new (set, description, list);

  cs_description_unref (description);

  return terms;
}

static const CsMention *
get_mention (const CsTerms *terms, guint index)
{
  return &g_array_index (cs_terms_get_mentions (terms), CsMention, index);
}

static void
append_text (GString *line, const char *claim, CsRange range)
{
  g_string_append_len (line, claim + range.start, range.end - range.start);
}

/* What is said of each reference that is worse than @least and not said before. */
static char *
dup_findings (const CsTerms *terms, const char *const *claims, CsBasis least)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < cs_terms_get_mentions (terms)->len; i++)
    {
      const CsMention *mention = get_mention (terms, i);

      if (mention->kind != CS_MENTION_REFERENCE || mention->basis <= least ||
          (mention->flags & (CS_MENTION_REPEATED | CS_MENTION_SILENT)) != 0)
        continue;
      g_string_append_printf (lines, "%s%u: ", lines->len > 0 ? "; " : "", mention->claim + 1);
      append_text (lines, claims[mention->claim], mention->range);
      g_string_append_printf (lines, " %s", cs_basis_get_name (mention->basis));
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
check_cases (const Case *cases, gsize n_cases, CsBasis least)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr (CsTerms) terms = analyse (cases[i].claims, NULL);
      g_autofree char *findings = dup_findings (terms, cases[i].claims, least);

      g_test_message ("%s", cases[i].claims[cases[i].claims[1] == NULL ? 0 : 1]);
      g_assert_cmpstr (findings, ==, cases[i].expected);
    }
}

static void
test_found (void)
{
  static const Case cases[] = {
    { { "A pump comprising a housing, wherein the housing is round." }, "" },
    { { "A pump having a housing.", "The pump of claim 1, wherein said housing is round." }, "" },
    { { "A pump comprising rollers, wherein the rollers turn." }, "" },
    { { "A cart comprising two axles, wherein each axle turns and the axle is steel." }, "" },
    { { "A saw comprising teeth, wherein one of the teeth is long and the tooth is hard." }, "" },
    { { "A pump comprising one or more valves, the one or more valves being closed." }, "" },
    { { "A pump comprising at least one valve, the at least one valve being closed." }, "" },
    { { "A pump comprising a plurality of blades, wherein the plurality of blades turns." }, "" },
    { { "A pump comprising a drive shaft (12), wherein the drive shaft (12) turns." }, "" },
    { { "A radio comprising an ultra wideband (UWB) antenna, wherein the UWB antenna and the ultra "
        "wideband antenna are one." },
      "" },
    { { "A net with a QRT host, wherein the quick relay table host waits." }, "" },
    { { "A mill with a first and a second roller, wherein the first roller is driven." }, "" },
    { { "A mill comprising first and second rollers, wherein the first roller is driven." }, "" },
    { { "A mill comprising an upper plate and a lower plate, the upper and lower plates being "
        "parallel." },
      "" },
    { { "A mill comprising a red metal layer, wherein the metal layer is thin." }, "" },
    { { "A mill comprising a red metal layer, wherein the red layer is thin." }, "" },
    { { "A box comprising a wall made for a lid of the box, wherein the box lid is flat." }, "" },
    { { "A case having side walls, wherein the sidewalls are high." }, "" },
    { { "A case having a sidewall, wherein the side wall is high." }, "" },
    { { "A method comprising determining a speed, wherein the determination is quick." }, "" },
    { { "A method comprising receiving a packet, wherein the receiving step is quick." }, "" },
    { { "A bar having a preselected length, wherein the pre-selected length is 10 mm." }, "" },
    { { "A bar having a hook, wherein the respective hook is bent." }, "" },
    { { "A car having an in side door trim, wherein the inside door trim is red." }, "" },
    { { "A panel rotatable about an axis, wherein the rotation is quick." }, "" },
    { { "A port comprising a lid.", "The port of 1, wherein the ferrule is red." }, "" },
    { { "A method of heating a bead, wherein the heating time is short." }, "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), CS_BASIS_IMPLICIT);
}

static void
test_missing (void)
{
  static const Case cases[] = {
    { { "A pump comprising a housing, wherein the ferrule is round." }, "1: ferrule no-head" },
    { { "A pump comprising a housing, wherein said bellows is round." }, "1: bellows no-head" },
    { { "A pump comprising a drive shaft, wherein the idler shaft is round." },
      "1: idler shaft modifier" },
    { { "A pump comprising a control module, wherein the control unit is off." },
      "1: control unit no-head" },
    { { "A pump, wherein the first valve is open and the first and second valves are shut." },
      "1: first valve no-head; 1: second valves no-head" },
    { { "A pump comprising a second valve, wherein the third valve is shut." },
      "1: third valve modifier" },
    { { "A pump.", "The pump of claim 1, wherein the lid has a rim.",
        "The pump of claim 2, wherein the lid is flat and the rim is round." },
      "2: lid no-head" },
    { { "A pump.", "The pump of claim 1, comprising a lid.",
        "The pump of claim 1, wherein the lid is flat." },
      "3: lid no-head" },
    { { "A pump comprising a red casing and a blue pump, wherein the red pump idles." },
      "1: red pump modifier" },
    { { "A press with a width of a first plate, wherein the first width is 2 mm." },
      "1: first width modifier" },
    { { "A pump comprising a seal, wherein the temperatur sensor of the pump is cold." },
      "1: temperatur sensor no-head" },
    { { "A radio having cells that wake, wherein the wake line is red." },
      "1: wake line no-head" },
    { { "A kit comprising the valve of claim 1." }, "1: valve no-head" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), CS_BASIS_IMPLICIT);
}

/* Where the term ends: what follows it is no part of it. */
static void
test_ends (void)
{
  static const Case cases[] = {
    { { "A car comprising an arm, wherein the arm supports a roller." }, "" },
    { { "A car comprising arms, wherein the arms support a roller." }, "" },
    { { "A car comprising an arm, wherein when the arm increases, a lamp is lit." }, "" },
    { { "A car comprising a door, wherein a horn sounds when the door opens." }, "" },
    { { "A car comprising an arm and a link, wherein the arm and the link form a chain." }, "" },
    { { "A car comprising an arm, the arm being bent, and the arm coupled to a motor." }, "" },
    { { "A car comprising an arm, the arm surrounding a bar." }, "" },
    { { "A car comprising a hole, said hole located flush with the top of the car." }, "" },
    { { "A car comprising a panel, said panel openable and closeable." }, "" },
    { { "A car comprising a stator and a wall on the stator opposite a hole." }, "" },
    { { "A car having an arm supports bracket, wherein the arm supports bracket is red." }, "" },
    { { "A printer comprising print media, wherein the print media passes from a tray." }, "" },
    { { "A box of rollers, wherein one of the rollers passes into a bin." }, "" },
    { { "A car having a signal unit, wherein the signal processing unit is red." },
      "1: signal processing unit modifier" },
    { { "A resin comprising PDMS, wherein the PDMS bears phenyl side groups." }, "" },
    { { "A valve and a spring, wherein the spring keeps the valve open." }, "" },
    { { "A user terminal of a user, wherein the user's terminal is on." }, "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), CS_BASIS_IMPLICIT);
}

static void
test_implicit (void)
{
  static const Case cases[] = {
    { { "A bar, wherein the length of the bar is 10 mm." }, "1: length implicit" },
    { { "A bar, wherein the presence of water is known." }, "1: presence implicit" },
    { { "A bar, wherein the formation of rust is slow." }, "1: formation implicit" },
    { { "A bar made by the following steps: bending." }, "1: following steps implicit" },
    { { "A bar, wherein the greatest bend is 10 mm." }, "1: greatest bend implicit" },
    { { "A probe for the NOL4 gene and the Caspase family." },
      "1: NOL4 gene implicit; 1: Caspase family implicit" },
    { { "A probe for the LacZ and LEU2 genes." }, "1: LacZ implicit" },
    { { "A compound of the formula (I)." }, "1: formula implicit" },
    { { "A pump having a rotor, wherein the rotor axis is tilted." }, "1: rotor axis implicit" },
    { { "A cream for the skin and the synovial fluid." },
      "1: skin implicit; 1: synovial fluid implicit" },
    { { "A bar movable in the vertical direction." }, "1: vertical direction implicit" },
    { { "A cob having husks attached to it, wherein the attached husks are red." },
      "1: attached husks implicit" },
    { { "A method comprising drying a bead, wherein the dried bead is red." },
      "1: dried bead implicit" },
    { { "A film on a substrate having a seed, wherein the seeded substrate is hot." },
      "1: seeded substrate implicit" },
    { { "A method comprising the step of bending a bar.",
        "A method comprising a step with a bar." },
      "1: step implicit" },
    { { "A zoom lens with a focal length at the telephoto end." }, "1: telephoto end implicit" },
    { { "A law, wherein t is the ferrule and k a constant." }, "1: ferrule implicit" },
    { { "A bar, wherein the width of the bar is 2 mm and the treatment or prevention of rust." },
      "1: width implicit; 1: treatment implicit" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), CS_BASIS_FOUND);
}

/* What another claim introduces is a term that needs introduction. */
static void
test_introduced_elsewhere (void)
{
  static const Case cases[] = {
    { { "A pump.", "The pump of claim 1, comprising a wall.",
        "The pump of claim 1, wherein the wall of a box is red." },
      "3: wall no-head" },
    { { "A pump.", "The pump of claim 1, having a width.",
        "The pump of claim 1, wherein the width of a box is 2 mm." },
      "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), CS_BASIS_IMPLICIT);
}

static void
test_weak (void)
{
  static const Case cases[] = {
    { { "A scanner, wherein a film is scanned and is red in the scanning direction." },
      "1: scanning direction participle" },
    { { "A tank with an impeller integrally joined to it, wherein the integral impeller turns." },
      "1: integral impeller compound" },
    { { "A car, wherein the ferrule resistible by a seal is 4 to 12 ounces." },
      "1: ferrule ambiguous" },
    { { "A dye, wherein each of the ferrules mentioned above is red." }, "1: ferrules ambiguous" },
    { { "A dye, wherein A and B together with the ferrule to which they are bound are red.",
        "The dye of claim 1, comprising a ferrule." },
      "1: ferrule ambiguous" },
    { { "A dye comprising acids and salts, wherein the reactants are red." },
      "1: reactants ambiguous" },
    { { "A dye comprising acids and salts, wherein said reactants are red." },
      "1: reactants no-head" },
    { { "A fuse, wherein the positive or negative going ferrule is red." },
      "1: positive ambiguous; 1: negative going ferrule no-head" },
    { { "A blank, wherein the surface ferrule of the blank is red." },
      "1: surface ferrule ambiguous" },
    { { "A cure of joints, comprising a wearing of the joint structure." },
      "1: joint structure compound" },
    { { "A fuse with a low side power transistor, wherein the low side power transistor gate and a "
        "logic gate are closed." },
      "1: low side power transistor gate compound" },
    { { "A car, wherein the ferrule corresponding to a light is lit." },
      "1: ferrule ambiguous" },
    { { "A car, wherein the ferrule made by a smith is bent." }, "1: ferrule ambiguous" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), CS_BASIS_IMPLICIT);
}

static void
test_paths (void)
{
  const char *const claims[] = { "A pump.", "The pump of claim 1, comprising a lid.",
                                 "The pump of claim 1, comprising a rim.",
                                 "The pump of claim 2 or 3, wherein the lid is flat.", NULL };
  g_autoptr (CsTerms) terms = analyse (claims, NULL);
  g_autofree char *findings = dup_findings (terms, claims, CS_BASIS_IMPLICIT);
  const CsMention *last = get_mention (terms, cs_terms_get_mentions (terms)->len - 1);

  g_assert_cmpstr (findings, ==, "4: lid no-head");
  g_assert_true (last->partial);
  g_assert_cmpuint (last->path->len, ==, 3);
  g_assert_cmpuint (g_array_index (last->path, guint, 0), ==, 3);
  g_assert_cmpuint (g_array_index (last->path, guint, 1), ==, 2);
  g_assert_cmpuint (g_array_index (last->path, guint, 2), ==, 0);
}

static void
test_quoted (void)
{
  const char *const claims[] = { "A pump comprising a lid.",
                                 "A kit comprising the pump of claim 1, wherein the lid is flat.",
                                 NULL };
  g_autoptr (CsTerms) terms = analyse (claims, NULL);
  g_autofree char *findings = dup_findings (terms, claims, CS_BASIS_FOUND);

  g_assert_cmpstr (findings, ==, "");
}

/* "claim: kind term" for each mention, i introduction, r reference, u use. */
static void
test_mentions (void)
{
  static const struct
  {
    const char *claims[3];
    const char *expected;
  } cases[] = {
    { { "A pump (1) comprising a housing (2) and the housing." }, "i pump|i housing|r housing" },
    { { "A mill comprising a frame, rollers and a belt on the rollers." },
      "i mill|i frame|i rollers|i belt|r rollers" },
    { { "A mill comprising first and second rollers." }, "i mill|i first|i second rollers" },
    { { "A mill with water, wherein the water is hot." }, "i mill|i water|r water" },
    { { "A mill comprising a belt, wherein each belt is red." }, "i mill|i belt|u belt" },
    { { "A mill.", "The mill of claim 1, comprising one or more gear wheels." },
      "i mill|r mill|i gear wheels" },
    { { "A mill comprising at least two gear wheels 12 and a hub." },
      "i mill|i gear wheels|i hub" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CsTerms) terms = analyse (cases[i].claims, NULL);
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint n = 0; n < cs_terms_get_mentions (terms)->len; n++)
        {
          const CsMention *mention = get_mention (terms, n);

          g_string_append_printf (line, "%s%c ", n > 0 ? "|" : "", "iru"[mention->kind]);
          append_text (line, cases[i].claims[mention->claim], mention->range);
        }
      g_assert_cmpstr (line->str, ==, cases[i].expected);
    }
}

static void
test_markers_and_signs (void)
{
  const char *const claims[] = { "A pump comprising one or more valves (12a), the valves 12a.",
                                 NULL };
  g_autoptr (CsTerms) terms = analyse (claims, NULL);
  const CsMention *valves = get_mention (terms, 1);
  const CsMention *reference = get_mention (terms, 2);
  g_autoptr (GString) text = g_string_new (NULL);

  append_text (text, claims[0], valves->marker);
  g_string_append_c (text, '|');
  append_text (text, claims[0], valves->sign);
  g_string_append_c (text, '|');
  append_text (text, claims[0], reference->marker);
  g_assert_cmpstr (text->str, ==, "one or more|12a|the");
  g_assert_cmpuint (reference->other, ==, 1);
  g_assert_cmpuint (reference->term, ==, valves->term);
}

/* Flags of the last mention. */
static void
test_flags (void)
{
  static const struct
  {
    const char *claims[4];
    CsMentionFlags flags;
  } cases[] = {
    { { "A pump with a control unit, the control unit being on.",
        "The pump of claim 1, further comprising a control unit." },
      CS_MENTION_DOUBLE },
    { { "A pump with a control unit, the control unit being on.",
        "The pump of claim 1, further comprising another control unit." },
      0 },
    { { "A pump with an impeller.", "The pump of claim 1, wherein an impeller is red." },
      CS_MENTION_DOUBLE },
    { { "A pump with an impeller.", "The pump of claim 1, further comprising an impeller." }, 0 },
    { { "A pump with a control unit.", "A fan comprising a control unit." }, 0 },
    { { "A pump with a drive gear and an idler gear, wherein one turns the gear." },
      CS_MENTION_SHORT },
    { { "A pump with a control unit, the control unit being on.",
        "The pump of claim 1, having a control unit on top and a control unit below." },
      0 },
    { { "A pump with a heat compensation, the heat compensation being on.",
        "The pump of claim 1, which does a heat compensation." },
      0 },
    { { "A pump with a light beam, the light beam being on.",
        "The pump of claim 1, having a light beam of another lamp." },
      0 },
    { { "A pump with a drive gear and an idler gear, wherein one turns the at least one gear." },
      0 },
    { { "A pump with a drive gear.",
        "The pump of claim 1, having an idler gear, wherein one turns the gear." },
      0 },
    { { "A pump with a steel idler gear and an idler gear, wherein one turns the gear." }, 0 },
    { { "A pump with a gear and another gear, wherein one turns the gears." }, 0 },
    { { "A pump with a drive gear, wherein one turns the gear." }, 0 },
    { { "A pump with a drive gear, an idler gear and a gear, wherein one turns the gear." }, 0 },
    { { "A pump with a gear, wherein one turns the gears." }, CS_MENTION_NUMBER },
    { { "A pump with gears, wherein one turns the gears." }, 0 },
    { { "A pump with two gears, wherein one turns the three gears." }, CS_MENTION_NUMBER },
    { { "A pump with two gears, wherein one turns the two gears." }, 0 },
    { { "A pump with two gears, wherein one turns the gear." }, CS_MENTION_NUMBER },
    { { "A pump with several gears, wherein one turns the gear." }, 0 },
    { { "A pump with two arms, each having a gear, wherein one turns the gears." }, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CsTerms) terms = analyse (cases[i].claims, NULL);
      guint last = cs_terms_get_mentions (terms)->len - 1;

      g_test_message ("%s", cases[i].claims[0]);
      g_assert_cmpint (get_mention (terms, last)->flags, ==, cases[i].flags);
      if (cases[i].flags != 0)
        g_assert_cmpuint (get_mention (terms, last)->other, <, last);
    }
}

static void
test_suggestions (void)
{
  const char *const claims[] = {
    "A pump comprising a control module, a lid and a phosphorous silicate layer, wherein the "
    "control unit, the phosphorus silicate layer and the xylophone are red.",
    NULL
  };
  static const char *const expected[] = { "control module", "phosphorous silicate layer", "" };
  g_autoptr (CsTerms) terms = analyse (claims, NULL);
  guint n = 0;

  for (guint i = 0; i < cs_terms_get_mentions (terms)->len; i++)
    {
      const CsMention *mention = get_mention (terms, i);
      const char *suggested;

      if (mention->kind != CS_MENTION_REFERENCE)
        continue;
      suggested = "";
      if (mention->suggested != CS_NO_INDEX)
        suggested = g_array_index (cs_terms_get_terms (terms), CsTerm, mention->suggested).name;
      g_assert_cmpstr (suggested, ==, expected[n++]);
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
}

/* What the author said goes before what is guessed. */
static void
test_author (void)
{
  const char *const claims[] = {
    "A car with a signal guide, wherein the signal guide supports move and the ferrule is red.",
    NULL
  };
  g_autoptr (CsTermList) empty = cs_term_list_new ();
  g_autoptr (CsTermList) term = cs_term_list_with (empty, "signal guide", CS_TERM_IS_TERM);
  g_autoptr (CsTermList) list = cs_term_list_with (term, "ferrule", CS_TERM_NEVER_REPORT);
  g_autoptr (CsTerms) guessed = analyse (claims, empty);
  g_autoptr (CsTerms) told = analyse (claims, list);
  g_autofree char *before = dup_findings (guessed, claims, CS_BASIS_IMPLICIT);
  g_autofree char *after = dup_findings (told, claims, CS_BASIS_IMPLICIT);

  g_assert_nonnull (strstr (before, "ferrule no-head"));
  g_assert_cmpstr (after, ==, "");
}

/* Parts of living things and their molecules, in texts of such things only; names and labels. */
static void
test_life (void)
{
  static const Case cases[] = {
    { { "A pill for a patient with a tumor, wherein a protein is in the reproductive tract." },
      "1: reproductive tract implicit" },
    { { "A filter, wherein water passes the membrane." }, "1: membrane no-head" },
    { { "A pill for a patient with a tumor and a protein, having the membrane (3)." },
      "1: membrane no-head" },
    { { "A protein of a virus and an enzyme, comprising the transactivation domain of a virus." },
      "1: transactivation domain implicit" },
    { { "A cell comprising the protein encoded by a gene.", "A protein." },
      "1: protein ambiguous" },
    { { "A plant of the genus Corylus." }, "1: genus Corylus implicit" },
    { { "A bacterium of the family Enterobacteriaceae." },
      "1: family Enterobacteriaceae implicit" },
    { { "A kit, wherein the surface of said Y. pestis cell is red." },
      "1: surface implicit; 1: Y. pestis cell implicit" },
    { { "A method: a) mixing, b) heating, wherein said step b) is slow." }, "1: step implicit" },
    { { "A method, wherein the ratio Naa:Nbb is 2 and the \xcf\x84 is 3." },
      "1: ratio implicit; 1: \xcf\x84 implicit" },
    { { "A method of counting the number of ferrules in a box." }, "1: ferrules implicit" },
    { { "A method of counting the number of said ferrules." }, "1: ferrules no-head" },
    { { "A box, wherein the Protein Ferrule is red." }, "1: Protein Ferrule no-head" },
    { { "A pill for predicting the prognosis of a patient.", "A pill with a prognosis." },
      "1: prognosis implicit" },
    { { "A list of elements, wherein the second element in the list and the i-th element of the "
        "list differ." },
      "1: second element implicit; 1: i-th element implicit" },
    { { "A dye having the structure: where X is a ring." }, "1: structure implicit" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), CS_BASIS_FOUND);
}

/* Any text gives an answer. */
static void
test_any_text (void)
{
  static const char *const texts[] = {
    "",
    " ",
    "the",
    "the the the said the",
    "the (",
    "the (a) ] [ ) (",
    "a a a an one or at least",
    "the first and second, third and",
    "the \xef\xbf\xbc of said \xef\xbf\xbc",
    "the \xce\xb1-\xce\xb2 isomer and the \xce\xb1-\xce\xb2 isomer",
    "1 2 3 the 4 mm, the one or more of the at least",
    "the user's users' 's the 's",
    "the a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p of the re- the pre-",
    "the one two three four five six seven eight nine ten eleven twelve pumps",
    "of of of the and or and/or the and the or the",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (gsize n = 0; n < G_N_ELEMENTS (texts); n++)
      {
        const char *const claims[] = { "A pump comprising a lid.", texts[i], texts[n], NULL };
        g_autoptr (CsTerms) terms = analyse (claims, NULL);

        g_assert_cmpuint (cs_terms_get_mentions (terms)->len, >=, 2);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/terms-en/found", test_found);
  g_test_add_func ("/draft/terms-en/missing", test_missing);
  g_test_add_func ("/draft/terms-en/ends", test_ends);
  g_test_add_func ("/draft/terms-en/implicit", test_implicit);
  g_test_add_func ("/draft/terms-en/introduced-elsewhere", test_introduced_elsewhere);
  g_test_add_func ("/draft/terms-en/weak", test_weak);
  g_test_add_func ("/draft/terms-en/paths", test_paths);
  g_test_add_func ("/draft/terms-en/quoted", test_quoted);
  g_test_add_func ("/draft/terms-en/mentions", test_mentions);
  g_test_add_func ("/draft/terms-en/markers-and-signs", test_markers_and_signs);
  g_test_add_func ("/draft/terms-en/flags", test_flags);
  g_test_add_func ("/draft/terms-en/suggestions", test_suggestions);
  g_test_add_func ("/draft/terms-en/author", test_author);
  g_test_add_func ("/draft/terms-en/life", test_life);
  g_test_add_func ("/draft/terms-en/any-text", test_any_text);

  return g_test_run ();
}
