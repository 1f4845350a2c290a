/* Another name for a term: what changes, and what must not. */

#include <string.h>

#include "../../src/base/cs-text-builder.h"
#include "../../src/draft/cs-draft-compose.h"
#include "../../src/draft/cs-term-rename.h"
#include "../../src/language/cs-noun-en.h"

typedef struct
{
  CsDraft *draft;
  CsClaimSet *claims;
  CsDescription *description;
  CsTerms *terms;
} Matter;

static void
matter_clear (Matter *matter)
{
  g_clear_pointer (&matter->terms, cs_terms_unref);
  g_clear_pointer (&matter->description, cs_description_unref);
  g_clear_pointer (&matter->claims, cs_claim_set_unref);
  g_clear_pointer (&matter->draft, cs_draft_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matter, matter_clear)

static void
matter_init (Matter *matter, CsDraft *draft)
{
  matter->draft = draft;
  matter->claims = cs_claim_set_new (draft);
  matter->description = cs_description_new (draft);
  matter->terms = cs_terms_new (matter->claims, matter->description, NULL);
}

static CsText *
make_text (const char *words)
{
  return cs_text_new (words, strlen (words));
}

static CsDraft *
compose (const char *title, const char *abstract, CsText *claims, const char *description)
{
  g_autoptr (CsRequest) request = cs_request_new ();
  g_autoptr (CsText) title_text = make_text (title);
  g_autoptr (CsText) abstract_text = make_text (abstract);
  g_autoptr (CsText) description_text = make_text (description);
  CsText *texts[CS_N_PARTS] = { NULL };
  CsDraft *draft;

  texts[CS_PART_TITLE] = title_text;
  texts[CS_PART_ABSTRACT] = abstract_text;
  texts[CS_PART_CLAIMS] = claims;
  texts[CS_PART_DESCRIPTION] = description_text;
  draft = cs_draft_compose (NULL, texts, request, NULL);
  g_assert_nonnull (draft);

  return draft;
}

static guint
find_term (const Matter *matter, const char *name)
{
  const GArray *terms = cs_terms_get_terms (matter->terms);

  for (guint i = 0; i < terms->len; i++)
    if (strcmp (g_array_index (terms, CsTerm, i).name, name) == 0)
      return i;
  for (guint i = 0; i < terms->len; i++)
    g_printerr ("# there is \"%s\"\n", g_array_index (terms, CsTerm, i).name);
  g_error ("no term \"%s\"", name);

  return 0;
}

static CsTermRename *
rename_term (const Matter *matter, const char *old, const char *name)
{
  return cs_term_rename_new (matter->claims, matter->description, matter->terms,
                             find_term (matter, old), name);
}

/* The text of @part after renaming. */
static char *
dup_after (const Matter *matter, const CsTermRename *rename, CsPart part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraft) after = cs_draft_apply_edits (matter->draft, rename->edits, &error);

  g_assert_no_error (error);

  return g_strdup (cs_text_get_string (after->texts[part]));
}

/* One row of the tables below: what a claim and a paragraph become. */
typedef struct
{
  const char *old;
  const char *name;
  const char *claim;
  const char *paragraph;
  const char *claim_after;
  const char *paragraph_after;
} Row;

static void
check_row (const Row *row)
{
  g_autofree char *numbered = g_strconcat ("1. ", row->claim, NULL);
  g_autoptr (CsText) text = make_text (numbered);
  g_auto (Matter) matter = { NULL };
  g_autoptr (CsTermRename) rename = NULL;
  g_autofree char *claim = NULL;
  g_autofree char *paragraph = NULL;

  matter_init (&matter, compose ("", "", text, row->paragraph));
  rename = rename_term (&matter, row->old, row->name);
  g_assert_nonnull (rename);
  claim = dup_after (&matter, rename, CS_PART_CLAIMS);
  paragraph = dup_after (&matter, rename, CS_PART_DESCRIPTION);
  g_assert_cmpstr (claim + strlen ("1. "), ==, row->claim_after);
  g_assert_cmpstr (paragraph, ==, row->paragraph_after);
}

static void
test_chinese (void)
{
  static const Row rows[] = {
    /* the longer name of another term stays, in the description too */
    { "壳体", "外罩", "一种泵，包括壳体和上壳体，所述壳体与所述上壳体连接。",
      "如图1所示，壳体1套在上壳体2外，该壳体1为铝。",
      "一种泵，包括外罩和上壳体，所述外罩与所述上壳体连接。",
      "如图1所示，外罩1套在上壳体2外，该外罩1为铝。" },
    { "上壳体", "顶盖", "一种泵，包括壳体和上壳体，所述壳体与所述上壳体连接。",
      "上壳体2与壳体1固定。", "一种泵，包括壳体和顶盖，所述壳体与所述顶盖连接。",
      "顶盖2与壳体1固定。" },
    /* the table of signs, and a name that only the table has */
    { "阀芯", "阀塞", "一种阀，包括阀芯，所述阀芯可移动。", "附图说明\n图中：1-阀芯；2-阀芯座；3-阀芯弹簧。",
      "一种阀，包括阀塞，所述阀塞可移动。", "附图说明\n图中：1-阀塞；2-阀芯座；3-阀芯弹簧。" },
    /* words of the dictionary that hold the name are other things */
    { "阀", "开关", "一种装置，包括阀(1)，所述阀(1)打开。", "阀1由阀门控制，与水泵阀不同。",
      "一种装置，包括开关(1)，所述开关(1)打开。", "开关1由阀门控制，与水泵开关不同。" },
    /* width and Latin letters: a longer Latin word is another one */
    { "LED灯", "灯珠", "一种灯，包括LED灯，所述LED灯发光。", "ＬＥＤ灯亮，OLED灯灭。",
      "一种灯，包括灯珠，所述灯珠发光。", "灯珠亮，OLED灯灭。" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check_row (&rows[i]);
}

static void
test_english (void)
{
  static const Row rows[] = {
    { "spring", "coil", "A pump comprising a spring, wherein the spring is bent.",
      "Springs are known. The spring 12 and its springs. A spring-loaded offspring.",
      "A pump comprising a coil, wherein the coil is bent.",
      "Coils are known. The coil 12 and its coils. A spring-loaded offspring." },
    /* a and an */
    { "spring", "actuator", "A pump comprising a spring, wherein the spring is bent.",
      "A spring moves. With a  spring, a new spring, plan a spring.",
      "A pump comprising an actuator, wherein the actuator is bent.",
      "An actuator moves. With an  actuator, a new actuator, plan an actuator." },
    { "actuator", "unit", "A pump comprising an actuator, wherein the actuator is closed.",
      "An ACTUATOR; an actuator.", "A pump comprising a unit, wherein the unit is closed.",
      "A UNIT; a unit." },
    /* other terms that hold the name */
    { "spring", "coil",
      "A pump comprising a spring and a return spring, wherein the spring holds the return spring.",
      "Return springs and springs. The spring is in the Return Spring.",
      "A pump comprising a coil and a return spring, wherein the coil holds the return spring.",
      "Return springs and coils. The coil is in the Return Spring." },
    /* capitals of a title, plural of the head */
    { "check valve", "flow body", "A pump comprising a check valve, wherein the check valve is on.",
      "Check Valve of the Pump. The check valves close.",
      "A pump comprising a flow body, wherein the flow body is on.",
      "Flow Body of the Pump. The flow bodies close." },
    /* a plural stays one */
    { "fins", "ribs", "A pump comprising a plurality of fins, wherein the fins are flat.",
      "Each fin of the fins.",
      "A pump comprising a plurality of ribs, wherein the ribs are flat.",
      "Each rib of the ribs." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check_row (&rows[i]);
}

/* --- title and abstract; what is told before it is done --- */

static CsDraft *
make_pump (void)
{
  g_autoptr (CsText) claims =
      make_text ("1. A pump comprising a spring, wherein the spring is steel.\n"
                 "2. The pump of claim 1, wherein the spring is bent by a lever.\n");

  return compose ("SPRING PUMP", "A spring and springs in a pump.", claims, "Field\nThe spring.\n");
}

static void
test_parts (void)
{
  g_auto (Matter) matter = { NULL };
  g_autoptr (CsTermRename) rename = NULL;
  g_autofree char *title = NULL;
  g_autofree char *abstract = NULL;
  const CsTermChange *change;

  matter_init (&matter, make_pump ());
  rename = rename_term (&matter, "spring", " elastic body ");
  title = dup_after (&matter, rename, CS_PART_TITLE);
  abstract = dup_after (&matter, rename, CS_PART_ABSTRACT);
  g_assert_cmpstr (title, ==, "ELASTIC BODY PUMP");
  g_assert_cmpstr (abstract, ==, "An elastic body and elastic bodies in a pump.");
  g_assert_cmpuint (rename->n_places[CS_PART_TITLE], ==, 1);
  g_assert_cmpuint (rename->n_places[CS_PART_ABSTRACT], ==, 2);
  g_assert_cmpuint (rename->n_places[CS_PART_CLAIMS], ==, 3);
  g_assert_cmpuint (rename->n_places[CS_PART_DESCRIPTION], ==, 1);
  g_assert_cmpuint (rename->n_kept, ==, 0);
  g_assert_cmpuint (rename->same_as, ==, CS_NO_INDEX);

  change = &g_array_index (rename->changes, CsTermChange, 0);
  g_assert_cmpstr (change->before, ==, "spring");
  g_assert_cmpstr (change->after, ==, "elastic body");
  g_assert_cmpuint (change->n_places, ==, 3);
  g_assert_cmpuint (rename->changes->len, ==, 5);
}

static void
test_same_as (void)
{
  static const char *const names[] = { "Lever", "levers" };
  g_auto (Matter) matter = { NULL };

  matter_init (&matter, make_pump ());
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (CsTermRename) rename = rename_term (&matter, "spring", names[i]);

      g_assert_cmpuint (rename->same_as, ==, find_term (&matter, "lever"));
    }
}

static void
test_no_name (void)
{
  static const char *const names[] = { "", "  ", "a\nb", "a\tb", "a\xe2\x80\xa8z",
                                       CS_OBJECT_CHARACTER };
  g_autofree char *much = g_strnfill (CS_TERM_RENAME_MAX_CHARS + 1, 'x');
  g_auto (Matter) matter = { NULL };
  g_autoptr (CsTermRename) same = NULL;

  matter_init (&matter, make_pump ());
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_null (rename_term (&matter, "spring", names[i]));
  g_assert_null (rename_term (&matter, "spring", much));
  same = rename_term (&matter, "spring", "spring");
  g_assert_cmpuint (same->edits->len, ==, 0);
}

/* --- runs and objects --- */

/* Twice a layer of SiO2 with a subscript. */
static CsDraft *
make_layer (void)
{
  static const char *const words[] = { "1. 一种器件，包括SiO", "，所述SiO" };
  CsTextBuilder *builder = cs_text_builder_new ();
  g_autoptr (CsText) claims = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize at;

      cs_text_builder_append (builder, words[i], strlen (words[i]));
      at = cs_text_builder_get_n_bytes (builder);
      cs_text_builder_append (builder, "2层", strlen ("2层"));
      cs_text_builder_add_run (builder, at, at + 1, CS_RUN_SUB);
    }
  cs_text_builder_append (builder, "覆盖基板。\n", strlen ("覆盖基板。\n"));
  claims = cs_text_builder_end (builder);

  return compose ("", "", claims, "");
}

/* What the names have in common keeps its subscript; where that would go, the place stays. */
static void
test_runs (void)
{
  g_auto (Matter) matter = { NULL };
  g_autoptr (CsTermRename) film = NULL;
  g_autoptr (CsTermRename) other = NULL;
  g_autoptr (CsDraft) after = NULL;
  const CsRun *runs;
  guint n_runs;

  matter_init (&matter, make_layer ());
  film = rename_term (&matter, "SiO2层", "SiO2薄膜");
  after = cs_draft_apply_edits (matter.draft, film->edits, NULL);
  g_assert_cmpstr (cs_text_get_string (after->texts[CS_PART_CLAIMS]), ==,
                   "1. 一种器件，包括SiO2薄膜，所述SiO2薄膜覆盖基板。\n");
  runs = cs_text_get_runs (after->texts[CS_PART_CLAIMS], &n_runs);
  g_assert_cmpuint (n_runs, ==, 2);
  for (guint i = 0; i < n_runs; i++)
    g_assert_cmpuint (runs[i].end - runs[i].start, ==, 1);

  other = rename_term (&matter, "SiO2层", "绝缘层");
  g_assert_cmpuint (other->edits->len, ==, 0);
  g_assert_cmpuint (other->n_kept, ==, 2);
}

/* --- nouns --- */

static void
test_nouns (void)
{
  static const char *const plurals[][2] = {
    { "spring", "springs" },
    { "flow body", "flow bodies" },
    { "bush", "bushes" },
    { "end of the rod", "ends of the rod" },
    { "index", "indices" },
    { "LED", "LEDs" },
    { "apparatus", "apparatuses" },
    { "drive axis", "drive axes" },
    { "key", "keys" },
    { "box", "boxes" },
  };
  static const char *const with_an[] = { "actuator", "hour", "LED", "MRI unit", "8-bit word",
                                         "uninterrupted line", "X-ray tube" };
  static const char *const with_a[] = { "unit", "pump", "user", "RAM", "USB port", "one-way valve",
                                        "", "European plug", "uniform layer" };

  for (guint i = 0; i < G_N_ELEMENTS (plurals); i++)
    {
      g_autofree char *plural = cs_noun_en_dup_plural (plurals[i][0]);
      g_autofree char *singular = cs_noun_en_dup_singular (plurals[i][1]);

      g_assert_cmpstr (plural, ==, plurals[i][1]);
      g_assert_cmpstr (singular, ==, plurals[i][0]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (with_an); i++)
    g_assert_true (cs_noun_en_takes_an (with_an[i]));
  for (guint i = 0; i < G_N_ELEMENTS (with_a); i++)
    g_assert_false (cs_noun_en_takes_an (with_a[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/term-rename/chinese", test_chinese);
  g_test_add_func ("/draft/term-rename/english", test_english);
  g_test_add_func ("/draft/term-rename/parts", test_parts);
  g_test_add_func ("/draft/term-rename/same-as", test_same_as);
  g_test_add_func ("/draft/term-rename/no-name", test_no_name);
  g_test_add_func ("/draft/term-rename/runs", test_runs);
  g_test_add_func ("/draft/term-rename/nouns", test_nouns);

  return g_test_run ();
}
