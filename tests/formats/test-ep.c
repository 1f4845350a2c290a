#include "offices.h"

static void
test_sheet (void)
{
  g_autoptr (GPtrArray) all = read_seed ("ep.xml", NULL);
  const CsDraft *draft = draft_at (all, 0);

  g_assert_cmpstr (draft->id, ==, "EP1999999B1");
  g_assert_cmpstr (draft->format, ==, "ep-xml");
  g_assert_false (draft->complete);
  g_assert_cmpint (draft->request->office, ==, CS_OFFICE_EP);
  g_assert_cmpint (draft->request->type, ==, CS_TYPE_INVENTION);
  g_assert_cmpint (draft->request->route, ==, CS_ROUTE_DIVISIONAL);
  g_assert_cmpstr (draft->request->filing_date, ==, "20090930");
  g_assert_cmpstr (draft->request->agency, ==, "Kanzlei Beispiel");
  assert_names (draft->request->applicants, "Waagen & Söhne GmbH");
  assert_names (draft->request->inventors, "Muster, Erika");
  assert_names (draft->request->classes, "G01G 19/00|G01G 19/52|G01G 23/01");
  g_assert_cmpuint (draft->request->priorities->len, ==, 2);
  assert_priority (draft, 0, "DE 102008000001 20081001");
  assert_priority (draft, 1, "US 61/000001 P 20081002");
}

static void
test_description (void)
{
  g_autoptr (GPtrArray) all = read_seed ("ep.xml", NULL);
  const CsDraft *draft = draft_at (all, 0);

  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_DESCRIPTION), ==, 3);
  g_assert_cmpint (cs_draft_get_unit (draft, CS_PART_DESCRIPTION, 0)->kind, ==, CS_UNIT_HEADING);
  assert_unit (draft, CS_PART_DESCRIPTION, 1, 1,
               "Die Erfindung betrifft eine Waage für CO2 von 10-3 kg, siehe EP 1 888 888 A.\n"
               "leicht,\ngenau.");
  assert_unit (draft, CS_PART_DESCRIPTION, 2, 2,
               "Es gilt " CS_OBJECT_CHARACTER "\nund die Tabelle " CS_OBJECT_CHARACTER);
  assert_runs (draft, CS_PART_DESCRIPTION, CS_RUN_SUB, "2");
  assert_runs (draft, CS_PART_DESCRIPTION, CS_RUN_SUP, "-3");
}

static void
test_objects (void)
{
  g_autoptr (GPtrArray) all = read_seed ("ep.xml", NULL);
  guint n_objects;
  const CsInlineObject *objects =
      cs_text_get_objects (draft_at (all, 0)->texts[CS_PART_DESCRIPTION], &n_objects);

  g_assert_cmpuint (n_objects, ==, 2);
  g_assert_cmpint (objects[0].kind, ==, CS_OBJECT_FORMULA);
  g_assert_cmpstr (objects[0].preview, ==, "imgb0001.tif");
  g_assert_cmpint (objects[1].kind, ==, CS_OBJECT_TABLE);
  g_assert_true (g_str_has_prefix (objects[1].payload, "<tables id=\"tabl0001\""));
}

static void
test_figures (void)
{
  static const char *const labels[] = { "Fig. 1", "Fig. 2A", "Fig. 2B" };
  static const char *const files[] = { "imgf0001.tif", "imgf0002.tif", "imgf0002.tif" };
  g_autoptr (GPtrArray) all = read_seed ("ep.xml", NULL);
  const CsDraft *draft = draft_at (all, 0);

  g_assert_cmpuint (draft->figures->len, ==, G_N_ELEMENTS (labels));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_assert_cmpstr (g_array_index (draft->figures, CsFigure, i).label, ==, labels[i]);
      g_assert_cmpstr (g_array_index (draft->figures, CsFigure, i).file, ==, files[i]);
    }
}

/* Nobody asked: the claims and the title in the language of the document. */
static void
test_own_language (void)
{
  g_autoptr (GPtrArray) all = read_seed ("ep.xml", NULL);
  const CsDraft *draft = draft_at (all, 0);

  assert_unit (draft, CS_PART_TITLE, 0, 0, "Waage für CO2");
  assert_runs (draft, CS_PART_TITLE, CS_RUN_SUB, "2");
  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_CLAIMS), ==, 2);
  assert_unit (draft, CS_PART_CLAIMS, 0, 1,
               "Waage mit:\neiner Schale (1); und\nCO2, dadurch gekennzeichnet, dass x2 gilt.");
  assert_unit (draft, CS_PART_CLAIMS, 1, 2, "2,4-Dinitro-Waage nach Anspruch 1.");
  assert_runs (draft, CS_PART_CLAIMS, CS_RUN_SUP, "2");
  assert_note (draft, "other-claims", "en, fr");
  assert_note (draft, "other-version", "amended-claims");
  g_assert_cmpuint (draft->notes->len, ==, 2); /* none about claims that were left aside */
}

/* The claims of a later language go before those taken first, and take the title with them. */
static void
test_wanted_language (void)
{
  g_autoptr (GPtrArray) all = read_seed ("ep.xml", "en");
  const CsDraft *draft = draft_at (all, 0);

  assert_unit (draft, CS_PART_TITLE, 0, 0, "Scale for CO2");
  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_CLAIMS), ==, 3);
  assert_unit (draft, CS_PART_CLAIMS, 0, 1, "A scale comprising:\na bowl (1); and\nCO2.");
  assert_runs (draft, CS_PART_CLAIMS, CS_RUN_SUP, "");
  assert_note (draft, "other-claims", "de, fr");
}

/* A number in print counts where the attribute has none or the same. */
static void
test_printed_numbers (void)
{
  g_autoptr (GPtrArray) all = read_seed ("ep.xml", "en");
  const CsDraft *draft = draft_at (all, 0);

  assert_unit (draft, CS_PART_CLAIMS, 1, 2, "3. The scale of claim 1.");
  assert_unit (draft, CS_PART_CLAIMS, 2, 3, "A lid for it.");
}

static void
test_language_that_is_not_there (void)
{
  g_autoptr (GPtrArray) all = read_seed ("ep.xml", "it");
  const CsDraft *draft = draft_at (all, 0);

  assert_unit (draft, CS_PART_TITLE, 0, 0, "Waage für CO2");
  assert_note (draft, "other-claims", "en, fr");
}

static void
test_unknown_entity_of_claims_taken (void)
{
  g_autoptr (GPtrArray) all = read_seed ("ep.xml", "fr");

  assert_unit (draft_at (all, 0), CS_PART_CLAIMS, 0, 1, "Balance &nosuch; simple.");
  assert_note (draft_at (all, 0), "unknown-entity", "nosuch");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/ep/sheet", test_sheet);
  g_test_add_func ("/formats/ep/description", test_description);
  g_test_add_func ("/formats/ep/objects", test_objects);
  g_test_add_func ("/formats/ep/figures", test_figures);
  g_test_add_func ("/formats/ep/own-language", test_own_language);
  g_test_add_func ("/formats/ep/wanted-language", test_wanted_language);
  g_test_add_func ("/formats/ep/printed-numbers", test_printed_numbers);
  g_test_add_func ("/formats/ep/language-that-is-not-there", test_language_that_is_not_there);
  g_test_add_func ("/formats/ep/unknown-entity", test_unknown_entity_of_claims_taken);

  return g_test_run ();
}
